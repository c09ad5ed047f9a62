"""Which birthdays mean something in law, and what do they mean?

They are for the eye: shown beside the child, computed from the child's row each time, and nothing here is counted as
met or late. What must be done by such a day is a duty of the rulebook (``ungestoette``), and begins with an event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.dates import LAST_OF_MONTH, add_months, add_years
from pejl.law import BARNETS_LOV, Citation, Sure


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeMark:
    """One day in a childhood: so many years after the birth, or so many months before that birthday."""

    key: str
    years: int
    months_before: int = 0
    title: str
    says: str
    cites: Citation

    def day_for(self, born: date) -> date:
        """The day itself; who was born on 29 February has it on the last of the month in other years.

        >>> PART.day_for(date(2016, 2, 29)), UNGESTOETTE.day_for(date(2010, 8, 31))
        (datetime.date(2026, 2, 28), datetime.date(2028, 2, 29))
        """
        birthday = add_years(born, years=self.years, if_missing_day=LAST_OF_MONTH)
        return add_months(birthday, months=-self.months_before, if_missing_day=LAST_OF_MONTH)


PART: Final = AgeMark(
    key="part",
    years=10,
    title="Barnet er part i sagen",
    says=(
        "Fra den dag har barnet selv partsbeføjelser i de sager, loven nævner: afgørelse, partshøring og "
        "klagevejledning skal også til barnet."
    ),
    cites=BARNETS_LOV.at("§ 3", row="BRN-04"),
)
SAMTYKKE: Final = AgeMark(
    key="samtykke",
    years=15,
    title="Den unge skal selv samtykke til en anbringelse",
    says=(
        "Fra den dag kræver anbringelse med samtykke også den unges eget samtykke, og samtykket skal omfatte formålet."
    ),
    cites=BARNETS_LOV.at("§ 46, stk. 1-2", row="BRN-05"),
)
UNGEPLAN: Final = AgeMark(
    key="ungeplan",
    years=16,
    title="Tag stilling til en ungeplan",
    says=(
        "Har den unge en plan, eller træffes der afgørelse om støtte, skal der tages stilling til en ungeplan med mål "
        "for overgangen til voksenlivet, uddannelse og arbejde."
    ),
    cites=BARNETS_LOV.at("§§ 108-109", row="PLA-06", sure=Sure.GUIDANCE),
)
UNGESTOETTE: Final = AgeMark(
    key="ungestoette",
    years=18,
    months_before=6,
    title="Senest beslutning om ungestøtte, hvis den unge er anbragt",
    says=(
        "Ophører en anbringelse, når den unge fylder 18 år, skal der senest seks måneder før være truffet afgørelse om "
        "ungestøtte. Ungeplanen skal være revideret forinden."
    ),
    cites=BARNETS_LOV.at("§ 111", row="PLA-08"),
)
VOKSEN: Final = AgeMark(
    key="voksen",
    years=18,
    title="Den unge er voksen",
    says="Ungestøtte efter den dag kræver en afgørelse. Gennemgå sagen: skal den lukkes, eller løber der ungestøtte?",
    cites=BARNETS_LOV.at("§ 111", row="PLA-08"),
)

# In the order they come.
MARKS: Final = (PART, SAMTYKKE, UNGEPLAN, UNGESTOETTE, VOKSEN)


def coming(born: date, *, on: date, marks: Iterable[AgeMark] = MARKS) -> list[tuple[date, AgeMark]]:
    """The days that are that day or later, the nearest first.

    >>> [mark.key for _, mark in coming(date(2011, 6, 10), on=date(2026, 6, 10))]
    ['samtykke', 'ungeplan', 'ungestoette', 'voksen']
    """
    days = ((mark.day_for(born), mark) for mark in marks)
    return sorted(((day, mark) for day, mark in days if day >= on), key=lambda each: each[0])
