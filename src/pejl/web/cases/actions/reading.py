"""What would a list add to the ledger as it stands? Nothing is written, and nobody has to wait."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings

from pejl.events import KILDE_DAEKKER, RETTELSE, Event, effective
from pejl.importers import Imported, import_extract, read_mapping
from pejl.importers.layout import Mapping
from pejl.ledger import events_of, frame_of
from pejl.web.cases import bridge
from pejl.web.cases.actions.joining import Joined, Pair, Pen, joined, restored
from pejl.web.cases.actions.many import By, covered, ledger_mark
from pejl.web.cases.actions.told import refuse_unfit
from pejl.web.cases.models import SecondSource


@dataclass(frozen=True)
class Reading:
    """What a list would add to the ledger as it stood when the reading began."""

    mark: str
    mapping: Mapping
    imported: Imported
    before: list[Event]
    new: list[Event]  # of the list
    joins: Joined
    joined_before: list[Pair]

    @cached_property
    def added(self) -> list[Event]:
        """Every event to be added."""
        return [*self.new, *self.joins.events]

    @cached_property
    def happened(self) -> list[Event]:
        """The events of the list that speak of cases, and not of the ledger itself."""
        return [event for event in self.new if event.kind not in (RETTELSE.key, KILDE_DAEKKER.key)]

    @property
    def touched(self) -> frozenset[str]:
        """The numbers of the cases whose deadlines may follow from something else now."""
        numbers = {event.case_id for event in self.added} - {""}
        source = self.mapping.source
        if covered(self.before, source=source) != covered([*self.before, *self.added], source=source):
            numbers |= {event.case_id for event in self.before if event.source == source} - {""}
        return frozenset(numbers)


def read(path: Path, mapping_name: str, *, by: By) -> Reading:
    """What the list would add; raises ``ImportRefused`` when it cannot be used."""
    mark = ledger_mark()
    mapping = read_mapping(Path(settings.PEJL_MAPPINGS) / mapping_name)
    before = bridge.ledger_events()
    ledger = frame_of(before) if before else None
    imported = import_extract(path, mapping=mapping, ledger=ledger, recorded_at=by.at)
    new = events_of(imported.table.tail(imported.new).collect()) if imported.new else []
    refuse_unfit(new)
    pairs = [Pair(*each) for each in SecondSource.objects.values_list("event__event_id", "other__event_id")]
    joins = _joins(new, before=before, pairs=pairs, pen=by.pen)
    return Reading(mark, mapping, imported, before, new, joins, pairs)


def _joins(new: list[Event], *, before: list[Event], pairs: list[Pair], pen: Pen) -> Joined:
    standing = effective([*before, *new])
    known = {event.event_id: event for event in before}
    in_force = {event.event_id for event in standing}
    taken = {each for pair in pairs if pair.counts in in_force for each in pair}
    back = restored(new, pairs=pairs, known=known, pen=pen)
    hand = [event for event in standing if event.event_id in known]
    found = joined(new, standing=hand, taken=taken, pen=pen)
    return Joined((*back, *found.events), found.pairs)
