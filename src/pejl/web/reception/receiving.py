"""What has reached us: on which children, what came before, what follows now, what may be the same twice?

Whatever is shown of a case, the reader may open it; but for what they wrote themselves, as they wrote it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from pejl.events import (
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    INDSATS_IVAERKSAT,
    INDSATS_OPHOERT,
    UNDERRETNING_MODTAGET,
    UNDERRETTER,
)
from pejl.rules import Rule, Rulebook
from pejl.tables import Status
from pejl.web.access.models import Case, User
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import recorder
from pejl.web.cases.day import FIRST_OF_ALL, held_back, rule_of
from pejl.web.cases.duty_line import waits_for
from pejl.web.cases.models import Child, DeadlineRow, EventRow, Sibling
from pejl.web.cases.people import age_words
from pejl.web.cases.standing import status_at
from pejl.web.reception.actions.settling import SAME_HOURS
from pejl.web.reception.actions.taking_in import LETTER, Told
from pejl.web.reception.matching import known_children
from pejl.web.reception.models import Letter, LetterChild

# So many known children are shown of each; more, and the name says too little.
MOST: Final = 8
_A_DAY: Final = timedelta(hours=24)
_DOUBLES_SINCE: Final = timedelta(days=14)
_HELP_BEGINS: Final = (INDSATS_IVAERKSAT.key, ANBRINGELSE_IVAERKSAT.key)
_HELP_ENDS: Final = (INDSATS_OPHOERT.key, ANBRINGELSE_OPHOERT.key)
# It begins only where the child has help already, which those who may not open the case do not know.
_TELLS_OF_HELP: Final = "underretning.genvurderes"


# --- known children -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A notification from before."""

    day: date
    sender: str  # empty where the reader may not know, or nobody does
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A child the person may see, with what was told before."""

    child: Child
    age: str
    gets_help: bool
    earlier: tuple[Earlier, ...]
    siblings: tuple[tuple[str, int], ...]  # the name, and how many notifications


def known(told: Told, *, within: QuerySet[Case], today: date, text: bool) -> list[Known]:
    """The children it may be, with their siblings: as many questions for many as for few."""
    children = known_children(told, within=within, most=MOST)
    theirs = within.filter(pk=OuterRef("other__case_id"))
    rows = Sibling.objects.filter(Exists(theirs), child__in=[each.pk for each in children] or [0])
    siblings = defaultdict[int, list[Child]](list)
    for row in rows.select_related("other").order_by("other__born", "pk"):
        siblings[row.child_id].append(row.other)
    cases = {each.case_id for each in children} | {each.case_id for some in siblings.values() for each in some}
    before, helped = _before(cases, text=text)
    return [
        Known(
            child=each,
            age=age_words(each.born, day=today),
            gets_help=each.case_id in helped,
            earlier=tuple(before.get(each.case_id, ())),
            siblings=tuple((other.name, len(before.get(other.case_id, ()))) for other in siblings[each.pk]),
        )
        for each in children
    ]


def _before(cases: set[int], *, text: bool) -> tuple[dict[int, list[Earlier]], set[int]]:
    """The notifications of each case, the newest first, and the cases where help runs."""
    asked = Case.objects.filter(pk__in=cases or {0})
    gone = bridge.withdrawn_in(asked)
    kinds = (UNDERRETNING_MODTAGET.key, *_HELP_BEGINS, *_HELP_ENDS)
    rows = [
        row
        for row in EventRow.objects.filter(case__in=asked, kind__in=kinds, sealed=False).order_by("-day", "-pk")
        if row.event_id not in gone
    ]
    letters = _letters(rows) if text else {}
    found = defaultdict[int, list[Earlier]](list)
    for row in rows:
        if row.kind == UNDERRETNING_MODTAGET.key:
            code = str(row.fields.get(UNDERRETTER.name, ""))
            sender = UNDERRETTER.choices.get(code, "") if text else ""
            found[row.case_id or 0].append(Earlier(day=row.day, sender=sender, text=letters.get(row.shared_id, "")))
    over = {row.thread_id for row in rows if row.kind in _HELP_ENDS}
    helped = {row.case_id or 0 for row in rows if row.kind in _HELP_BEGINS and row.thread_id not in over}
    return found, helped


def _letters(rows: Iterable[EventRow]) -> dict[str, str]:
    shared = {row.shared_id for row in rows if row.shared_id.startswith(LETTER)}
    return dict(Letter.objects.filter(shared_id__in=shared or {""}).values_list("shared_id", "text"))


# --- what I wrote, and what nobody knows yet ------------------------------------------------------------------


def own_letters(user: User, *, within: QuerySet[Case]) -> QuerySet[Letter]:
    """What this person has written in; not what is only about a child who has been protected since."""
    about = LetterChild.objects.filter(Q(case__protected=False) | Q(case__in=within), letter=OuterRef("pk"))
    return Letter.objects.filter(Exists(about), recorded_by=recorder(user))


def written_lately(user: User, *, within: QuerySet[Case], at: datetime) -> list[Letter]:
    """What this person has written in since this hour yesterday, so that a night is one; the newest first."""
    rows = own_letters(user, within=within).filter(recorded_at__gte=at - _A_DAY, recorded_at__lte=at)
    return list(rows.order_by("-recorded_at", "-pk"))


def told_of(letters: Sequence[Letter], *, within: QuerySet[Case]) -> dict[int, list[LetterChild]]:
    """The children of each letter; one in a protected case only for those who may open it."""
    rows = LetterChild.objects.filter(letter__in=[each.pk for each in letters] or [0])
    rows = rows.filter(Q(case__protected=False) | Q(case__in=within))
    found = defaultdict[int, list[LetterChild]](list)
    for row in rows.select_related("case").order_by("pk"):
        found[row.letter_id].append(row)
    return found


def unsettled(within: QuerySet[Case]) -> list[Child]:
    """The children nobody has named yet, the newest first."""
    rows = Child.objects.filter(unsettled=True, case__in=within.filter(closed=False))
    return list(rows.select_related("case").order_by("-pk"))


# --- what follows ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """One duty that began with what was taken in."""

    row: DeadlineRow
    rule: Rule
    status: Status
    waits_for: str  # what must be done before this may be thought of

    @property
    def order(self) -> tuple[bool, bool, bool, float, int]:
        """What comes before anything else first, then what has a limit; what nobody can tell yet last."""
        untold, due = self.status is Status.UNKNOWN, self.row.due_at
        later = untold or self.row.rule not in FIRST_OF_ALL
        return untold, later, due is None, due.timestamp() if due else 0.0, self.row.pk

    @property
    def shows_help(self) -> bool:
        """Whether the child certainly has help already, so that somebody new must take part."""
        return self.row.rule == _TELLS_OF_HELP and not self.row.unknown_reason

    @property
    def late(self) -> bool:
        """Whether the limit had passed before anybody could do anything."""
        return self.status is Status.OVERDUE


def follows(
    children: Sequence[LetterChild], *, opens: set[int], book: Rulebook, as_of: datetime
) -> dict[str, list[Follows]]:
    """The duties each event began, by the event; of a case the reader may not open, none that tells of its past."""
    events = [each.event_id for each in children] or [""]
    rows = DeadlineRow.objects.filter(starts_event__in=events, case__in=[each.case_id for each in children] or [0])
    found = defaultdict[str, list[Follows]](list)
    first = held_back({each.case_id for each in children})
    for row in rows.annotate(status=status_at(as_of)):
        rule = rule_of(row, book)
        if rule and (row.case_id in opens or row.rule != _TELLS_OF_HELP):
            # The database's word for it; its type is not known to the checker.
            status = Status(getattr(row, "status"))  # noqa: B009 -- see above
            waits = waits_for(row, rule, first.get(row.case_id, ()))
            found[row.starts_event].append(Follows(row=row, rule=rule, status=status, waits_for=waits))
    return {event: sorted(duties, key=lambda each: each.order) for event, duties in found.items()}


# --- the same twice -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """Two notifications of what is the same child, within the same day and night; the earlier first."""

    first: LetterChild
    second: LetterChild

    @property
    def in_one_case(self) -> bool:
        """Whether they stand in the child's one case, so that they can be joined."""
        return self.first.case_id == self.second.case_id


def twice(within: QuerySet[Case], *, at: datetime) -> list[Twice]:
    """What may be the same, told twice; a person judges it."""
    rows = _notifications(within, since=at - _DOUBLES_SINCE)
    return [
        Twice(first=one, second=other)
        for number, one in enumerate(rows)
        for other in rows[number + 1 :]
        if other.letter.received_at - one.letter.received_at <= SAME_HOURS and _same_child(one, other)
    ]


def joined(within: QuerySet[Case], *, at: datetime) -> list[LetterChild]:
    """What people have joined lately, and may regret."""
    rows = LetterChild.objects.filter(case__in=within, joined_at__gte=at - _DOUBLES_SINCE)
    return list(rows.select_related("letter", "case__child", "joined_to__letter").order_by("-joined_at"))


def _notifications(within: QuerySet[Case], *, since: datetime) -> list[LetterChild]:
    rows = LetterChild.objects.filter(case__in=within, joined_to=None, letter__received_at__gte=since)
    told = list(rows.select_related("letter", "case__child").order_by("letter__received_at", "pk"))
    cases = Case.objects.filter(pk__in=[each.case_id for each in told] or [0])
    gone = bridge.withdrawn_in(cases)
    stands = set(
        EventRow.objects.filter(case__in=cases, kind=UNDERRETNING_MODTAGET.key, sealed=False).values_list(
            "event_id", flat=True
        )
    )
    return [each for each in told if each.event_id in stands and each.event_id not in gone]


def _same_child(one: LetterChild, other: LetterChild) -> bool:
    if one.letter_id == other.letter_id:
        return False
    if one.case_id == other.case_id:
        return True
    a, b = one.case.child, other.case.child
    by_number = bool(a.cpr_mark) and a.cpr_mark == b.cpr_mark
    by_name = a.born is not None and (a.name_sort, a.born) == (b.name_sort, b.born)
    return by_number or by_name
