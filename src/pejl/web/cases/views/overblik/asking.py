"""What has somebody asked the figures to be narrowed to? Read from the address, and refused with words when wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar

from django import forms
from django.http import QueryDict

from pejl.dates import LAST_OF_MONTH, add_days, add_months, end_of_day, start_of_day
from pejl.events import UNDERRETTER
from pejl.web.access.models import Omraade
from pejl.web.access.names import sort_key
from pejl.web.access.person import Person
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.overview.investigations import Within
from pejl.web.cases.overview.selection import Selection

Choices = list[tuple[str, str]]
_MONTH: Final = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
MONTHS_SHOWN: Final = 12
_WHICH: Final = "Vælg sociale sager eller handicapsager."
NOTIFIERS: Final[Choices] = list(UNDERRETTER.choices.items())


class MonthField(forms.CharField):
    """A year and a month, as »2026-03«."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label=label, required=False, help_text=hint, widget=forms.TextInput(attrs={"type": "month"}))

    def clean(self, value: Any) -> str:
        """Refuse what is no month."""
        written = str(super().clean(value))
        if written and not _MONTH.fullmatch(written):
            raise forms.ValidationError("Det er ikke en måned. Skriv årstal og måned, fx 2026-03.")
        return written


class ChosenField(forms.ChoiceField):
    """One of few, or all of them."""

    def __init__(self, label: str, *, none: str, wrong: str, choices: Choices | None = None) -> None:
        self.none, self.offered = none, dict(choices or [])
        super().__init__(
            label=label,
            required=False,
            choices=[("", none), *(choices or [])],
            error_messages={"invalid_choice": wrong},
        )

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """The choices this person has."""
        self.offered = dict(choices)
        self.choices = [("", self.none), *self.offered.items()]


class SelectionForm(forms.Form):
    """The kind of cases, period, team, and for those who may open cases the notifier."""

    # Chosen by the links above the figures; the form only carries it on.
    omraade = forms.ChoiceField(
        label="Område",
        choices=Omraade.choices,
        error_messages={"required": _WHICH, "invalid_choice": _WHICH},
        widget=forms.HiddenInput,
    )

    fra = MonthField("Fra måned", hint="Måneden, pligten begyndte i. Fx 2026-03.")
    til = MonthField("Til og med måned", hint="Tom: til i dag.")
    team = ChosenField("Team, der har sagen i dag", none="Alle team", wrong="Vælg et af de team, du ser tal for.")
    underretter = ChosenField(
        "Underretter",
        none="Alle underrettere",
        wrong="Vælg en underretter fra listen.",
        choices=NOTIFIERS,
    )

    def __init__(self, asked: QueryDict, *, person: Person, teams: dict[int, str]) -> None:
        super().__init__(asked)
        self.chosen("team").offer((str(number), name) for number, name in teams.items())
        # Crossed with team and month, a notifier could point at one child: not for those who only see totals.
        if not person.may(Right.DRILL):
            del self.fields["underretter"]

    def chosen(self, name: str) -> ChosenField:
        """One of the fields that offer choices."""
        field = self.fields[name]
        if not isinstance(field, ChosenField):
            raise TypeError(f"cannot choose in {name!r}; name a field with choices instead")
        return field

    def words_for(self, name: str) -> str:
        """What was chosen in a field, as it reads on the page; empty for nothing."""
        value = self.cleaned_data.get(name, "")
        return self.chosen(name).offered[value] if value else ""

    def clean(self) -> dict[str, Any]:
        """A period ends no earlier than it begins."""
        values = super().clean() or self.cleaned_data
        first, last = values.get("fra", ""), values.get("til", "")
        if first and last and last < first:
            self.add_error("til", "Perioden slutter, før den begynder. Byt om på de to måneder.")
        return values

    @property
    def selection(self) -> Selection:
        """What was asked, once it is known to be possible."""
        asked = self.cleaned_data
        return Selection(
            first=asked["fra"],
            last=asked["til"],
            team=int(asked["team"]) if asked["team"] else None,
            notifier=asked.get("underretter", ""),
            omraade=self.omraade_chosen,
        )

    @property
    def omraade_chosen(self) -> Omraade:
        """Which of the two kinds of case."""
        return Omraade(self.cleaned_data["omraade"])


Form = TypeVar("Form", bound=SelectionForm)


@dataclass(frozen=True, slots=True)
class Asked(Generic[Form]):
    """A form that was asked with, the teams the person has figures for, and the selection; None when refused."""

    form: Form
    teams: dict[int, str]
    selection: Selection | None

    @property
    def status(self) -> int:
        """Of the answer: 422 for what could not be asked."""
        return 200 if self.selection else 422


def asked(request: Request, form: Callable[..., Form], *, default_period: bool = True) -> Asked[Form]:
    """What the address asks; without a period, the last twelve months, and social cases unless others are named."""
    teams = teams_of(request.person)
    parameters = request.GET.copy()
    parameters.setdefault("omraade", Omraade.SOCIAL)
    if default_period and not {"fra", "til", "maaned"} & parameters.keys():
        parameters["fra"] = months_ago(request.today, MONTHS_SHOWN - 1)
        parameters["til"] = f"{request.today:%Y-%m}"
    made = form(parameters, person=request.person, teams=teams)
    return Asked(made, teams, made.selection if made.is_valid() else None)


def teams_of(person: Person) -> dict[int, str]:
    """The teams whose totals the person may see, by name."""
    seen = [(pk, name) for pk, name in person.teams.items() if pk in person.overview_units]
    return dict(sorted(seen, key=lambda each: sort_key(each[1])))


def within(request: Request, selection: Selection) -> Within:
    """The investigations of the period: those that run, and those that ended in it."""
    first, last = first_day(selection.first), last_day(selection.last)
    return Within(
        at=request.moment,
        first=start_of_day(first) if first else None,
        last=end_of_day(last) if last else None,
    )


# --- months ---------------------------------------------------------------------------------------------------


def months_ago(day: date, months: int) -> str:
    """The month so many months earlier."""
    return f"{add_months(day.replace(day=1), months=-months, if_missing_day=LAST_OF_MONTH):%Y-%m}"


def first_day(month: str) -> date | None:
    """The first day of a month as the address writes it; None for no month."""
    return date.fromisoformat(f"{month}-01") if month else None


def last_day(month: str) -> date | None:
    """The last day of a month as the address writes it; None for no month."""
    first = first_day(month)
    return add_days(add_months(first, months=1, if_missing_day=LAST_OF_MONTH), days=-1) if first else None


def months_between(first: str, last: str) -> Iterator[str]:
    """Every month from one to another."""
    day = first_day(first)
    while day and f"{day:%Y-%m}" <= last:
        yield f"{day:%Y-%m}"
        day = add_months(day, months=1, if_missing_day=LAST_OF_MONTH)


_NAMES: Final = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def month_words(month: str) -> str:
    """A month in words.

    >>> month_words("2026-03")
    'marts 2026'
    """
    return f"{_NAMES[int(month[5:]) - 1]} {month[:4]}"


def period_words(selection: Selection) -> str:
    """The period in words, for the page's first lines."""
    if selection.first and selection.first == selection.last:
        return month_words(selection.first)
    since = f"fra {month_words(selection.first)}" if selection.first else ""
    until = f"til og med {month_words(selection.last)}" if selection.last else ""
    return f"{since} {until}".strip() or "alle måneder"


def presets(request: Request, question: Asked[Any]) -> list[tuple[str, str, bool]]:
    """Links to the periods that are asked for most, with the other choices kept."""
    now, year = f"{request.today:%Y-%m}", request.today.year
    periods = {
        "Seneste 12 måneder": (months_ago(request.today, MONTHS_SHOWN - 1), now),
        "Seneste 3 måneder": (months_ago(request.today, 2), now),
        "I år": (f"{year}-01", now),
        "Sidste år": (f"{year - 1}-01", f"{year - 1}-12"),
        "Alle måneder": ("", ""),
    }
    asked_for = (question.form.data.get("fra"), question.form.data.get("til"))
    return [
        (words, _with(request, fra=first, til=last), (first, last) == asked_for)
        for words, (first, last) in periods.items()
    ]


def framed(request: Request, question: Asked[Any]) -> dict[str, object]:
    """What every page of figures shows around them: the form, and links to the same figures of the other cases."""
    now = question.form.data.get("omraade")
    return {
        "form": question.form,
        "kinds_of_case": [(each.label, _with(request, omraade=each.value), each == now) for each in Omraade],
        "for_disability": now == Omraade.HANDICAP,
        "all_months_url": _with(request, fra="", til=""),
    }


def _with(request: Request, **more: str) -> str:
    query = request.GET.copy()
    query.pop("side", None)
    for name, value in more.items():
        query[name] = value
    return f"?{query.urlencode()}"
