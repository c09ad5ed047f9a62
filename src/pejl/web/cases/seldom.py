"""What of that which seldom happens is going on in this case: unborn, of age, consent gone, closed and written about?

Worked out from what the page has read already, so that it costs no question to the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    BARNET_FOEDT,
    FORMANDENS_AFGOERELSE,
    KONTAKT_MED_BARNET,
    PLAN_LAVET,
    PLAN_REVIDERET,
    RAADGIVERSKIFT_BESVARET,
    RAADGIVERSKIFT_OENSKET,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAMTALE_MED_BARNET,
    SAMTYKKE_GIVET,
    SAMTYKKE_TRUKKET,
    UDVALGETS_AFGOERELSE,
    UNDERRETNING_MODTAGET,
    UNDERSOEGELSE_AFSLUTTET,
    Event,
    Kind,
)
from pejl.web.access.models import Case
from pejl.web.cases.ages import Ages, ages_of
from pejl.web.cases.births import Expected, expected
from pejl.web.cases.models import Child

_DECIDED: Final = (AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE, SAMTYKKE_GIVET, ANBRINGELSE_OPHOERT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGone:
    """Consent to a placement was taken back, and nobody has decided since; what lies ready for the committee."""

    day: date
    investigated: date | None
    planned: date | None
    talked: date | None
    chairman: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seldom:
    """What a case page tells of it."""

    expected: Expected | None
    ages: Ages
    born_otherwise: date | None  # the day an event tells, where the child's own facts tell another
    wish_since: date | None
    consent: ConsentGone | None
    notified_after_closing: date | None


def seldom_in(case: Case, child: Child | None, standing: Sequence[Event], *, today: date) -> Seldom:
    """From the events that count, in order."""
    coming = expected(child, standing, today=today)
    return Seldom(
        expected=None if case.closed else coming,
        ages=ages_of(child, today=today, closed=case.closed, expected=coming),
        born_otherwise=_born_otherwise(child, standing),
        wish_since=_wish(standing),
        consent=None if case.closed else _consent_gone(standing),
        notified_after_closing=_notified_after_closing(standing) if case.closed else None,
    )


def _born_otherwise(child: Child | None, standing: Iterable[Event]) -> date | None:
    """Duties count from the event (``bridge.with_births``), and the page shows the child's own facts."""
    told = next((event.day for event in standing if event.kind == BARNET_FOEDT.key), None)
    return told if child and told and told != child.born else None


def _wish(standing: Iterable[Event]) -> date | None:
    since: date | None = None
    for event in sorted(standing, key=lambda each: each.recorded_at):
        if event.kind == RAADGIVERSKIFT_OENSKET.key:
            since = since or event.day
        if event.kind == RAADGIVERSKIFT_BESVARET.key:
            since = None
    return since


def _consent_gone(standing: Sequence[Event]) -> ConsentGone | None:
    """Of the newest withdrawal that belongs to a placement which still runs."""
    placed = {event.thread_id for event in standing if event.kind == ANBRINGELSE_IVAERKSAT.key}
    withdrawn = [event for event in standing if event.kind == SAMTYKKE_TRUKKET.key and event.thread_id in {*placed, ""}]
    if not placed or not withdrawn:
        return None
    gone = withdrawn[-1]
    since = [each for each in standing if each.order > gone.order and each.thread_id in (gone.thread_id, "")]
    if any(each.kind in {kind.key for kind in _DECIDED} for each in since):
        return None
    return ConsentGone(
        day=gone.day,
        investigated=_newest(standing, UNDERSOEGELSE_AFSLUTTET),
        planned=_newest(standing, PLAN_LAVET, PLAN_REVIDERET),
        talked=_newest(since, SAMTALE_MED_BARNET, KONTAKT_MED_BARNET),
        chairman=_newest(since, FORMANDENS_AFGOERELSE),
    )


def _newest(events: Iterable[Event], *kinds: Kind) -> date | None:
    keys = {kind.key for kind in kinds}
    return max((event.day for event in events if event.kind in keys), default=None)


def _notified_after_closing(standing: Sequence[Event]) -> date | None:
    """A worry that reached a closed case: but for its first answer nobody has it on their list until it is opened."""
    ends = {SAG_AFSLUTTET.key, SAG_FLYTTET.key}
    closed = max((event.order for event in standing if event.kind in ends), default=None)
    told = [event for event in standing if event.kind == UNDERRETNING_MODTAGET.key]
    return next((event.day for event in reversed(told) if closed and event.order > closed), None)
