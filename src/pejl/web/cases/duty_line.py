"""How does a duty stand on a line: what it is called, what can be done about it here, and what must come first?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from pejl.events import FIELD_BY_NAME, Event, Kind
from pejl.rules import DayIn, FieldIn, Hours, ParagraphIn, Recurring, Rule, Within
from pejl.tables import Unknown
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.addresses import address
from pejl.web.cases.day import FIRST_OF_ALL, Day, Waiting, rule_of
from pejl.web.cases.day_cases import Known
from pejl.web.cases.forms.courses import turns_to_parents
from pejl.web.cases.models import Child, DeadlineRow, EventRow
from pejl.web.components import force_mark

_HOUR: Final = "Klokkeslæt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One duty as it stands on the page, with all that the page would else work out hundreds of times."""

    row: Waiting
    rule: Rule
    case: Known
    child: str
    number: str  # empty where it stands for the child's name
    force: SafeString
    case_url: str
    why_url: str
    url: str  # the form of what meets it; empty where nothing can be registered for it now
    mend_url: str  # the event that lacks something
    lacks: str  # and what it lacks
    waits_for: str
    reason: str
    adviser: str  # where it is somebody else

    @property
    def in_hours(self) -> bool:
        """Whether the hour of the limit counts."""
        return isinstance(self.rule.duty, Within) and isinstance(self.rule.duty.time, Hours)

    @property
    def reminded_earlier(self) -> bool:
        """Whether a stricter reading of the law gives an earlier day."""
        warn, due = self.row.warn_at, self.row.due_at
        return bool(warn and due and warn.date() < due.date())


def lines_of(
    duties: Sequence[Waiting], *, cases: Mapping[int, Known], first: Mapping[int, Sequence[str]], day: Day
) -> list[Line]:
    """The duties as lines: one more question to the database, however many they are.

    ``first``: what is outstanding in these cases of what comes before all else, as ``held_back`` tells it.
    """
    starts = _starts_in_doubt(duties)
    pairs = ((duty, rule_of(duty, day.book)) for duty in duties)
    return [
        _line(
            duty,
            rule,
            case=cases[duty.case_id],
            start=starts.get(duty.starts_event),
            waits=waits_for(duty, rule, first.get(duty.case_id, ())),
            initials=day.person.initials,
        )
        for duty, rule in pairs
        if rule
    ]


def waits_for(row: DeadlineRow | Waiting, rule: Rule, first: Sequence[str], *, kind: Kind | None = None) -> str:
    """What must be done before this may be thought of; empty where nothing must."""
    told = [FIRST_OF_ALL[each] for each in first if each != rule.key]
    kind = kind or rule.met_by[0].kind
    return told[0] if told and turns_to_parents(kind.key, notifier=row.notifier) else ""


def register_url(case: Case | Known, kind: Kind, *, mark: str = "", back: str = "", course: str = "") -> str:
    """The form for this kind of event, which knows for which duty or course it was opened and where to return."""
    told = (("frist", mark), ("forloeb", course), ("fra", back))
    query = urlencode({name: value for name, value in told if value})
    return f"{address('registrer', case.key, kind.key)}{f'?{query}' if query else ''}"


def _line(duty: Waiting, rule: Rule, *, case: Known, start: Event | None, waits: str, initials: str) -> Line:
    unknown, kind = Unknown(duty.unknown_reason), rule.met_by[0].kind
    lacks = _lacks(rule, start) if start and not waits else ""
    # Where the start is in doubt, nobody knows yet whether there is anything to register.
    nothing = waits or unknown is Unknown.TRANSITION or (lacks and unknown is not Unknown.HOUR_OF_START)
    return Line(
        row=duty,
        rule=rule,
        case=case,
        child=case.name or case.number,
        number=case.number if case.name else "",
        force=force_mark(rule.force, rule.cites.sure.confirmed),
        case_url=address("sag", case.key),
        why_url=f"{address('hvorfor', case.key, duty.mark)}?fra=min-dag",
        url="" if nothing else register_url(case, kind, mark=duty.mark, back="min-dag"),
        mend_url=address("ret", case.key, duty.starts_event) if lacks else "",
        lacks=lacks,
        waits_for=waits,
        reason=unknown.danish,
        adviser=case.adviser if case.adviser != initials else "",
    )


def name_of(case: Case) -> str:
    """The child's name; empty where a list has told no name yet."""
    try:
        return case.child.name
    except Child.DoesNotExist:
        return ""


def known_of(case: Case) -> Known:
    """A case that is read whole, as lists tell of it."""
    return Known(case.pk, case.closed, case.adviser, case.key, case.number, name_of(case))


def waiting_of(row: DeadlineRow) -> Waiting:
    """A duty that is read whole, as lists tell of it."""
    told = (row.rule, row.falls_on, row.unknown_reason, row.stopped_at, row.warn_at)
    rest = (row.due_at or row.starts_at, row.mark, row.notifier, row.starts_event, row.rule_version)
    return Waiting(row.pk, row.case_id, False, *told, *rest)


# --- what is missing ------------------------------------------------------------------------------------------

_AT_START: Final = (Unknown.START_MISSING, Unknown.FIELD_MISSING, Unknown.NEXT_MISSING, Unknown.HOUR_OF_START)


def _starts_in_doubt(rows: Sequence[Waiting]) -> dict[str, Event]:
    """The events some of these duties begin with, where something missing there may be why they are in doubt."""
    wanted = {row.starts_event for row in rows if row.unknown_reason in _AT_START}
    found = EventRow.objects.filter(event_id__in=wanted) if wanted else ()
    return {row.event_id: bridge.event_of(row, number="") for row in found}


def _lacks(rule: Rule, start: Event) -> str:
    """The field that the event lacks and the rule asks about; empty where the doubt lies elsewhere."""
    asked = [
        condition.field
        for match in rule.starts
        if match.kind.key == start.kind
        for condition in match.where
        if isinstance(condition, FieldIn | ParagraphIn)
    ]
    if rule.counts_from:
        asked.append(rule.counts_from)
    if isinstance(rule.duty, Recurring) and isinstance(rule.duty.every, DayIn):
        asked.append(rule.duty.every.field)
    missing = [FIELD_BY_NAME[name].label for name in asked if start.fields.get(name) in (None, "")]
    if missing:
        return missing[0]
    return _HOUR if start.at is None and isinstance(rule.duty, Within) and isinstance(rule.duty.time, Hours) else ""
