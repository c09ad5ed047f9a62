"""What goes on after its case was closed? It follows from the rules, so a new one needs no line here."""

from __future__ import annotations

from typing import Final

from django.db.models import Exists, OuterRef, Q

from pejl.events import SAG_AFSLUTTET, SAG_FLYTTET
from pejl.rulebook import RULEBOOK
from pejl.rules import NoLimit, Rule, Within
from pejl.web.cases.models import EventRow

_ENDS: Final = (SAG_AFSLUTTET.key, SAG_FLYTTET.key)
# What only begins when the case ends here, and is still to be done (barnets lov § 132).
OUTLIVES_THE_CASE: Final = frozenset(
    rule.key for rule in RULEBOOK.rules if any(match.kind.key in _ENDS for match in rule.starts)
)


def _closing_ends(rule: Rule) -> bool:
    return any(match.kind == SAG_AFSLUTTET for match in rule.stopped_by)


# What closing the case does not end, and must be done by a day: somebody has told of a child, complained, or asked to
# see the papers; a chair's decision waits for the committee.
_BY_A_DAY: Final = frozenset(
    rule.key
    for rule in RULEBOOK.rules
    if isinstance(rule.duty, Within) and not isinstance(rule.duty.time, NoLimit) and not _closing_ends(rule)
)
# Of what has no number, only what somebody outside waits for after being told to wait.
ASKED_ALL_THE_SAME: Final = _BY_A_DAY | {"forvaltning.aktindsigt_efter_brev", "naevnet.oplysninger_foelger"}
# The duties that belong to the day although their case is closed: the case was not closed after they were late.
GOES_ON: Final = Q(rule__in=ASKED_ALL_THE_SAME) & ~Q(
    Exists(
        EventRow.objects.filter(case=OuterRef("case"), kind__in=_ENDS, sealed=False, recorded_at__gt=OuterRef("due_at"))
    )
)
