"""Which courses of early help run, so that each is reviewed (requirement C17)?

Barnets lov § 30; before 2024 serviceloven § 11, stk. 3. The review is the Task Force's recommendation and not law.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from pejl import events as e
from pejl.dates import local_day
from pejl.rules import Force
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from pejl.web.cases.walk_own import early_help
from pejl.web.cases.worklists.kind import (
    CLOSED,
    REVIEWS,
    Ending,
    Found,
    ListKind,
    Wanted,
    months_between,
    of_case,
    of_course,
)

if TYPE_CHECKING:
    from pejl.events import Event
    from pejl.web.access.models import Case

_BEGINS: Final = (e.BEVILLING.key, e.INDSATS_BEVILGET.key, e.INDSATS_IVAERKSAT.key)
_IN_ITS_COURSE: Final = of_case(*_BEGINS).filter(thread_id=OuterRef("thread_id"))
_BEGUN_AGAIN: Final = EventRow.objects.filter(
    case=OuterRef("case"), thread_id=OuterRef("thread_id"), kind__in=_BEGINS, day__gt=OuterRef("day"), sealed=False
)


def _running(cases: QuerySet[Case], wanted: Wanted) -> list[Found]:
    found = defaultdict[tuple[int, str], list["Event"]](list)
    rows = EventRow.objects.filter(kind__in=(*_BEGINS, e.INDSATS_OPHOERT.key), case__in=cases.filter(closed=False))
    gone = bridge.withdrawn_in(cases)
    for row in rows.filter(sealed=False, day__lte=local_day(wanted.at)).order_by("day", "pk"):
        if row.case_id and row.event_id not in gone:
            found[row.case_id, row.thread_id].append(bridge.event_of(row, number=""))
    running = [
        Found(case, thread, own[0].day)
        for (case, thread), own in found.items()
        if any(map(early_help, own)) and own[-1].kind != e.INDSATS_OPHOERT.key
    ]
    return sorted(running, key=lambda each: (each.since or local_day(wanted.at), each.case_id, each.thread_id))


TIDLIG_HJAELP: Final = ListKind(
    key="tidlig_hjaelp",
    title="Gennemgang af al løbende tidlig hjælp",
    says=(
        "De forløb med tidlig hjælp, der løber, når listen begynder. Hvert forløb er færdigt på listen, når det er "
        "gennemgået: Skal det fortsætte, ændres til en anden paragraf eller afsluttes, og hvad har hjælpen ændret? Det "
        "er også færdigt, når hjælpen ophører, eller sagen lukkes."
    ),
    source=(
        "Task Forcens anbefaling, ikke lov. Tidlig hjælp er Barnets lov § 30 (før 2024 serviceloven § 11, stk. 3)."
    ),
    force=Force.LOCAL,
    one="forløb",
    many="forløb",
    since=Subquery(_IN_ITS_COURSE.values("day")[:1]),
    since_label="Hjælp fra",
    lasted_label="Har løbet i",
    lasted=months_between,
    finds=_running,
    there=_IN_ITS_COURSE,
    endings=(
        Ending(
            told="Gennemgået",
            rows=REVIEWS.filter(Q(thread_id=OuterRef("thread_id")) | Q(thread_id="")),
            by="day",
        ),
        Ending(told="Hjælpen er ophørt", rows=of_course(e.INDSATS_OPHOERT.key).filter(~Exists(_BEGUN_AGAIN)), by="day"),
        CLOSED,
    ),
    step=e.SAG_GENNEMGAAET,
    step_words="Gennemgå hjælpen",
)
