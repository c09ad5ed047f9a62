"""Where does a rule stand, from when, and how sure are we? Acts, citations and the time they are in force.

Every fact here comes from the project's law notes (row ids such as ``BFU-02``). What those notes mark as
secondary or unverified is carried along as such and shown to the user as "ikke bekræftet".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sure(StrEnum):
    """How the words behind a citation were read: from the statute itself down to recollection."""

    STATUTE = "lovtekst læst"
    TRAVAUX = "forarbejder læst"
    GUIDANCE = "vejledning eller myndighed"
    SECONDARY = "kun sekundær kilde"
    UNVERIFIED = "ikke fundet"

    @property
    def confirmed(self) -> bool:
        """False for what the user must see as "ikke bekræftet".

        >>> Sure.GUIDANCE.confirmed, Sure.SECONDARY.confirmed
        (True, False)
        """
        return self not in (Sure.SECONDARY, Sure.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class InForce:
    """The days on which a rule applies, both ends included; None is open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"cannot be in force from {self.first} to {self.last}; give the earlier day first")

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: InForce) -> bool:
        """True when some day lies in both."""
        starts_in_time = self.first is None or other.last is None or self.first <= other.last
        ends_late_enough = self.last is None or other.first is None or other.first <= self.last
        return starts_in_time and ends_late_enough

    def __str__(self) -> str:
        if self.first and self.last:
            return f"{self.first:%d.%m.%Y} til {self.last:%d.%m.%Y}"
        if self.first:
            return f"fra {self.first:%d.%m.%Y}"
        return f"til og med {self.last:%d.%m.%Y}" if self.last else "altid"


def since(day: str) -> InForce:
    """In force from an ISO day on.

    >>> date(2023, 12, 31) in since("2024-01-01")
    False
    """
    return InForce(first=date.fromisoformat(day))


def until(day: str) -> InForce:
    """In force up to and including an ISO day."""
    return InForce(last=date.fromisoformat(day))


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in an act: what supports a rule, where it can be read, and how sure we are."""

    act: Act
    paragraph: str
    row: str  # the id in the project's law notes, e.g. "BFU-02"
    sure: Sure
    link: str
    note: str = ""  # what could not be confirmed, in Danish, for the user

    def __post_init__(self) -> None:
        if not self.sure.confirmed and not self.note:
            raise ValueError(f"cannot cite {self.row} unverified without a note; say what is not confirmed")

    def __str__(self) -> str:
        words = f"{self.act.title} {self.paragraph}".strip()
        return words if self.sure.confirmed else f"{words} (ikke bekræftet)"


@dataclass(frozen=True, slots=True)
class Act:
    """An act, an executive order, or the municipality's own decision."""

    short: str
    title: str
    link: str  # the act as a whole
    section_link: str = ""  # with {section}, where each paragraph has a page of its own

    def at(self, paragraph: str, *, row: str, sure: Sure = Sure.STATUTE, note: str = "") -> Citation:
        """A citation of one paragraph; its link goes to the paragraph's page where there is one.

        >>> BARNETS_LOV.at("§ 20, stk. 3", row="BFU-02").link.endswith("/20")
        True
        """
        return Citation(self, paragraph, row, sure, self._link_to(paragraph), note)

    def _link_to(self, paragraph: str) -> str:
        section = re.match(r"§ (\d+(?: [a-z])?)", paragraph)
        if not section or not self.section_link:
            return self.link
        return self.section_link.format(section=section[1].replace(" ", ""))


BARNETS_LOV = Act(
    short="BL",
    title="Barnets lov",
    link="https://www.lovguiden.dk/loven/bekendtgørelse-af-barnets-lov",
    section_link="https://www.lovguiden.dk/loven/bekendtgørelse-af-barnets-lov/{section}",
)
SERVICELOVEN = Act(
    short="SEL",
    title="Serviceloven (før 2024)",
    link="https://danskelove.dk/serviceloven",
    section_link="https://danskelove.dk/serviceloven/{section}",
)
FORVALTNINGSLOVEN = Act(
    short="FVL",
    title="Forvaltningsloven",
    link="https://danskelove.dk/forvaltningsloven",
    section_link="https://danskelove.dk/forvaltningsloven/{section}",
)
OFFENTLIGHEDSLOVEN = Act(
    short="OFL",
    title="Offentlighedsloven",
    link="https://danskelove.dk/offentlighedsloven",
    section_link="https://danskelove.dk/offentlighedsloven/{section}",
)
RETSSIKKERHEDSLOVEN = Act(
    short="RSL",
    title="Retssikkerhedsloven",
    link="https://danskelove.dk/retssikkerhedsloven",
    section_link="https://danskelove.dk/retssikkerhedsloven/{section}",
)
UNGDOMSKRIMINALITETSLOVEN = Act(
    short="LBU",
    title="Lov om bekæmpelse af ungdomskriminalitet",
    link="https://www.elov.dk/lov-om-bekaempelse-af-ungdomskriminalitet/",
    section_link="https://www.elov.dk/lov-om-bekaempelse-af-ungdomskriminalitet/paragraf/{section}",
)
# The executive order as sent to the Folketing, and each paragraph where it can be read alone.
VOKSENANSVARSBEKENDTGOERELSEN = Act(
    short="VAB",
    title="Voksenansvarsbekendtgørelsen",
    link="https://www.ft.dk/samling/20241/almdel/SOU/bilag/392/3049899/index.htm",
    section_link="https://admin.elov.dk/voksenansvarsbekendtgoerelsen/paragraf/{section}",
)
# A local goal is not law. It has an Act so that it can be cited the same way and never be mistaken for one.
LOKALT_MAAL = Act(short="lokalt", title="Kommunens eget mål", link="docs/regelbog/lokale.md")

ALWAYS = InForce()
# Barnets lov replaced these parts of serviceloven on 1 January 2024 (lov nr. 721 af 13/06/2023).
UNDER_BARNETS_LOV = since("2024-01-01")
UNDER_SERVICELOVEN = until("2023-12-31")


_PARAGRAPH = re.compile(
    r"(?P<act>LBU )?§ ?(?P<section>\d+)(?: ?(?P<letter>[a-h])(?![a-z]))?"
    r"(?:,? ?stk\.? ?(?P<stk>\d+))?(?:,? ?nr\.? ?(?P<nr>\d+))?",
    re.IGNORECASE,
)


def read_paragraph(text: str) -> str | None:
    """A paragraph in the one spelling that rules compare, or None where it cannot be read.

    >>> read_paragraph(" §46 stk 1"), read_paragraph("§ 76A"), read_paragraph("se bilag")
    ('§ 46, stk. 1', '§ 76 a', None)
    """
    words = " ".join(text.split())
    words = re.sub(r"^(?:BL|SEL|barnets lov|serviceloven)\s+(?=§)", "", words, flags=re.IGNORECASE)
    found = _PARAGRAPH.fullmatch(words)
    if not found:
        return None
    letter = f" {found['letter'].lower()}" if found["letter"] else ""
    parts = [f"{'LBU ' if found['act'] else ''}§ {found['section']}{letter}"]
    parts += [f"{word} {found[name]}" for name, word in (("stk", "stk."), ("nr", "nr.")) if found[name]]
    return ", ".join(parts)
