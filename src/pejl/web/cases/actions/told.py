"""What may be told about the rows of a list, and which lists cannot be kept whatever they say?

Who takes lists in sees what stands in the list itself. What only the ledger knows of a protected case is left out:
that a person has corrected something in it, or that it was in an earlier list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pejl.dates import start_of_day
from pejl.events import KIND_BY_KEY, RAADGIVER_TILDELT, TID_USIKKER, Event
from pejl.importers import Imported
from pejl.importers.importer import RejectKind
from pejl.importers.sheet import ROW
from pejl.web.access.models import Case
from pejl.web.cases.actions.joining import Pair, same
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.cpr import is_cpr, without_cpr
from pejl.web.cases.models import Batch, EventRow, Reject, Spell
from pejl.web.cases.rooms import room

MOST_LINES: Final = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say about one row of a list."""

    kind: str
    sheet: str
    row: int | None
    row_key: str
    column: str
    value: str
    reason: str


class Told(NamedTuple):
    """The lines to show, and how many warnings there are in each list."""

    lines: list[Line]
    warnings: Counter[str]


def told_lines(imported: Imported, *, standing: Iterable[Event], pairs: Sequence[Pair]) -> Told:
    """The lines about the rows of the list, without those that nobody here should or need read."""
    protected = set(Case.objects.filter(protected=True).values_list("number", flat=True))
    left_out = _quiet(imported, standing=standing, pairs=pairs, protected=protected)
    lines = [Line(*row) for row in imported.rejects.iter_rows()]
    shown = [line for line in lines if not _of_protected(line, protected) and _place(line) not in left_out]
    warnings = Counter(line.sheet for line in shown if line.kind == RejectKind.WARNING.value)
    return Told([_fitted(line) for line in shown[:MOST_LINES]], warnings)


# Which event of which row a warning is about: the row, and the event in words.
_Place = tuple[int | None, str]


def _place(line: Line) -> _Place:
    return line.row, line.value if not line.column else ""


def _of_protected(line: Line, protected: set[str]) -> bool:
    """A row that is no longer in the list: its value is the case's number, known from an earlier one."""
    return line.row is None and line.value in protected


def _quiet(imported: Imported, *, standing: Iterable[Event], pairs: Sequence[Pair], protected: set[str]) -> set[_Place]:
    """Warnings that a person's word is believed, where the case is protected or the two sources agree."""
    if imported.overruled.is_empty():
        return set()
    others = {pair.other.partition("-")[0]: pair.counts for pair in pairs}
    in_force = {event.event_id: event for event in standing}
    found: set[_Place] = set()
    for row, event in _overruled(imported):
        counts = in_force.get(others.get(event.event_id, ""))
        if event.case_id in protected or (counts and _agree(counts, event)):
            found.add((row, f"{KIND_BY_KEY[event.kind].label} {event.day:%d-%m-%Y}"))
    return found


def _overruled(imported: Imported) -> Iterator[tuple[int, Event]]:
    """What the list says of events that a person has corrected, and in which row."""
    for row in imported.overruled.iter_rows(named=True):
        yield (
            row[ROW],
            Event(
                event_id=row["event_id"],
                case_id=row["case_id"],
                kind=row["kind"],
                day=row["day"],
                at=row["at"],
                recorded_at=row["at"] or start_of_day(row["day"]),
                source="",
                done_by=row["done_by"],
                fields={name[2:]: value for name, value in row.items() if name.startswith("f_") and value is not None},
            ),
        )


def _agree(counts: Event, told: Event) -> bool:
    """Whether what the list says is all said by the event that counts, which a person registered."""
    alike = all(counts.fields.get(name) == value for name, value in told.fields.items() if name != TID_USIKKER.name)
    return alike and same(counts, told) and not (told.at and not counts.at)


def _fitted(line: Line) -> Line:
    """The line as a row of the database holds it, and without what may be a CPR number."""
    texts = {
        name: _short(without_cpr(text), name)
        for name in ("kind", "sheet", "row_key", "column", "value", "reason")
        if isinstance(text := getattr(line, name), str)
    }
    return Line(row=line.row, **texts)


def _short(text: str, name: str) -> str:
    most = room(Reject, name) or len(text)
    return text if len(text) <= most else f"{text[: most - 1]}…"


# --- what cannot be kept ------------------------------------------------------------------------------------


def refuse_unfit(events: Sequence[Event]) -> None:
    """Raise ``Refused`` when a text is longer than can be kept, or the case numbers are people's numbers."""
    numbers = {event.case_id for event in events if event.case_id}
    if numbers and 2 * sum(map(is_cpr, numbers)) > len(numbers):
        raise Refused(
            "Sagsnumrene i listen ligner CPR-numre. Pejl bruger sagsnumre, som må stå på lister og i adresser. "
            "Vælg en anden kolonne som »sag« i mappingen, eller træk listen med fagsystemets sagsnummer."
        )
    for what, most, texts in _texts(events, numbers):
        for text in texts:
            if len(text) > most or "\x00" in text:
                raise Refused(_TOO_LONG.format(what=what, start=without_cpr(text)[:30], most=most))


_TOO_LONG: Final = (
    "{what} »{start}…« i listen kan ikke gemmes: der er plads til {most} tegn og kun almindelige tegn. "
    "Vælg en anden kolonne i mappingen, eller ret listen i fagsystemet. Intet er læst ind."
)


def _texts(events: Sequence[Event], numbers: set[str]) -> Iterator[tuple[str, int, set[str]]]:
    """What the texts are, how long they may be, and each of them once."""
    advisers = {event.done_by for event in events if event.kind == RAADGIVER_TILDELT.key}
    yield "Sagsnummeret", room(Case, "number"), numbers
    yield "Rådgiveren", min(room(Case, "adviser"), room(Spell, "initials")), advisers
    for what, name in (("Nummeret", "thread_id"), ("Det fælles nummer", "shared_id"), ("Navnet", "done_by")):
        yield what, room(EventRow, name), {getattr(event, name) for event in events}
    yield "Kilden", min(room(EventRow, "source"), room(Batch, "source")), {event.source for event in events}
