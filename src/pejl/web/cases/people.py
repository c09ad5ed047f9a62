"""Who is the child, who are the child's people, and what may this person see of them?

A sibling stands here only if the reader may open the sibling's case; of any other there is no sign.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from pejl.web.access.models import Case, Naming, User
from pejl.web.access.names import sort_key
from pejl.web.cases.cpr import opened
from pejl.web.cases.models import Child, Relative, Sibling, Spell

_CPR: Final = re.compile(r"(\d{6})[-\s]?(\d{4})")


# --- the child ------------------------------------------------------------------------------------------------


def age_on(born: date, *, day: date) -> int:
    """Whole years.

    >>> age_on(date(2017, 5, 3), day=date(2026, 5, 2)), age_on(date(2017, 5, 3), day=date(2026, 5, 3))
    (8, 9)
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_words(born: date | None, *, day: date) -> str:
    """The age as a sentence says it; a child without a day of birth is not born, or nobody has written it."""
    if born is None:
        return "Ikke født endnu, eller fødselsdagen er ikke skrevet"
    if born > day:
        return "Ikke født endnu"
    years = age_on(born, day=day)
    if years < 1:
        months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
        return f"{months} {'måned' if months == 1 else 'måneder'}"
    return f"{years} år"


def child_of(case: Case) -> Child | None:
    """The child the case is about; a case from a list has none until somebody writes it."""
    return Child.objects.filter(case=case).first()


def child_as_opened(case: Case) -> Child | None:
    """The same, as it was when the gate opened the case: for a page that only shows it."""
    return case.child if hasattr(case, "child") else None


def siblings_of(child: Child, *, visible: QuerySet[Case]) -> list[Sibling]:
    """The siblings whose cases the reader may open, the oldest first."""
    # Asked of each sibling, who are few; »in« would look through every case there is.
    theirs = visible.filter(pk=OuterRef("other__case_id"))
    rows = Sibling.objects.filter(Exists(theirs), child=child).select_related("other__case")
    return sorted(rows, key=lambda row: (row.other.born or date.max, row.other.name_sort))


def relatives_of(child: Child) -> list[Relative]:
    """The grown-ups, those with custody first."""
    return list(Relative.objects.filter(child=child).order_by("-custody", "pk"))


def mark_of_facts(child: Child | None, relatives: list[Relative]) -> str:
    """A mark of all that stands here about people; it changes when anybody changes any of it."""
    told: list[object] = [_facts(row) for row in (child, *relatives) if row is not None]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:20]


def _facts(row: Child | Relative) -> list[str]:
    return [str(getattr(row, field.attname)) for field in row._meta.concrete_fields]


# --- who works with the child ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """One spell of one adviser, with the name if the initials are known here."""

    name: str
    first: date
    last: date | None
    ended_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisers:
    """Who has the case, and who had it before."""

    now: Adviser | None
    before: tuple[Adviser, ...]

    @property
    def how_many_before(self) -> int:
        """Different people, the one who has it now not among them."""
        return len({each.name for each in self.before} - ({self.now.name} if self.now else set()))


def advisers_of(spells: list[Spell], *, names: dict[str, str], reasons: dict[str, str]) -> Advisers:
    """The spells in words, newest first."""
    told = [
        Adviser(
            name=names.get(spell.initials, spell.initials),
            first=spell.first,
            last=spell.last,
            ended_why=reasons.get(spell.ended_why, ""),
        )
        for spell in sorted(spells, key=lambda each: (each.first, each.pk), reverse=True)
    ]
    now = told[0] if told and told[0].last is None else None
    return Advisers(now=now, before=tuple(told[1:] if now else told))


def names_of(written: set[str]) -> dict[str, str]:
    """The people behind initials or user names; a person nobody knows here keeps what was written."""
    known = written - {""}
    users = User.objects.filter(Q(initials__in=known) | Q(username__in=known, initials=""))
    return {short or username: name for short, username, name in users.values_list("initials", "username", "name")}


def named_in(case: Case) -> list[Naming]:
    """The second advisers, stand-ins and others named today, as the gate read them when it opened the case."""
    return sorted(case.named_today, key=lambda row: (row.named_as, sort_key(row.user.name)))


# --- looking for a child --------------------------------------------------------------------------------------


def found(cases: QuerySet[Case], *, words: str) -> tuple[str, QuerySet[Case]]:
    """By what the words look, and the cases among these that fit: a CPR number, a case number, or a name."""
    if number := _CPR.fullmatch(words.strip()):
        return "cpr", cases.filter(pk__in=_with_cpr(cases, number))
    if cases.filter(number__iexact=words.strip()).exists():
        return "nummer", cases.filter(number__iexact=words.strip())
    for word in words.split():
        cases = cases.filter(Q(child__name_sort__contains=sort_key(word)) | Q(number__icontains=word))
    return "navn", cases


def _with_cpr(cases: QuerySet[Case], number: re.Match[str]) -> list[int]:
    """The numbers are kept encrypted, so those of the children born that day are opened and compared."""
    wanted = number[1] + number[2]
    born = Q(born__isnull=True) | Q(born__in=_days(number[1]))
    kept = Child.objects.filter(born, case__in=cases).exclude(cpr=b"").values_list("case_id", "cpr")
    return [case for case, box in kept if re.sub(r"\D", "", opened(box)) == wanted]


def _days(six: str) -> list[date]:
    """The days a CPR number can mean; a replacement number has 60 added to the day, an invented one 40 to the month."""
    day, month, year = int(six[:2]), int(six[2:4]), int(six[4:])
    day, month = day - 60 if day > 60 else day, month - 40 if month > 40 else month
    days = []
    for century in (1900, 2000):
        try:
            days.append(date(century + year, month, day))
        except ValueError:
            continue
    return days
