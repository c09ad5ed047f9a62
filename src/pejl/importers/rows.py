"""Which rows of a list can be used, and what is wrong with the rest? What one row and its doubles can tell.

A row is left out whole only when the mapping says so, when its key, case or key date is missing, when its
cells have moved, when two days it names contradict each other, or when rows with its key say different things.
All else is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import polars as pl

from pejl.dates import FIRST_DAY, Doubt
from pejl.importers.cells import AT, CLOCK, CLOCK_WRONG, DAY, DOUBT, REMEDY, WRONG, by_text, field_values, with_moments
from pejl.importers.identity import row_ids
from pejl.importers.importer import RejectKind
from pejl.importers.layout import EventSource, FieldSource, KindChoice, ListSource, Mapping, Moment
from pejl.importers.rejects import NO_REJECTS, Problem, lines
from pejl.importers.sheet import MOVED, ROW

ROW_ID: Final = "\trow_id"


@dataclass(frozen=True, slots=True)
class Judged:
    """Rows that can be used, rows that stand there and cannot, and what there is to say about both."""

    usable: pl.DataFrame
    unusable: pl.DataFrame
    rejects: pl.DataFrame


def row_schema(source: ListSource) -> pl.Schema:
    """The columns of a row while it waits to be judged."""
    texts = dict.fromkeys(source.columns, pl.String())
    return pl.Schema({ROW: pl.Int64(), ROW_ID: pl.String(), **texts})


# --- as the rows come ---------------------------------------------------------------------------------------


def identified(rows: pl.DataFrame, source: ListSource, *, mapping: Mapping) -> Judged:
    """The rows with their ids, without those to be omitted and those that cannot be known again."""
    omitted, rest = _parted(rows, _omitted(source))
    keyless, keyed = _parted(rest, pl.col(source.row_key).is_null())
    ids = row_ids(keyed[source.row_key], source=mapping.source, name=source.name)
    moved, whole = _parted(keyed.with_columns(ids.alias(ROW_ID), *_initials(source)), pl.col(MOVED))
    said = [
        lines(omitted, Problem(RejectKind.OMITTED, source.row_key, _OMITTED), source=source),
        lines(keyless, Problem(RejectKind.REJECTED, source.row_key, _NO_KEY), source=source),
        lines(moved, Problem(RejectKind.REJECTED, source.row_key, _MOVED), source=source),
    ]
    return Judged(whole, moved, pl.concat(said))


_OMITTED: Final = "Mappingen siger, at rækken ikke hører til listen."
_MOVED: Final = (
    "Rækken har flere celler end overskriften, så cellerne har flyttet sig. Der står formentlig et skilletegn i en "
    "tekst uden anførselstegn. Ret teksten i fagsystemet."
)
_NO_KEY: Final = "Rækken har intet nummer, så den ikke kan kendes igen. Skriv nummeret i fagsystemet."


def _parted(rows: pl.DataFrame, condition: pl.Expr) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of which it is true, and the others."""
    true = condition.fill_null(False)
    return rows.filter(true), rows.filter(~true)


def _omitted(source: ListSource) -> pl.Expr:
    named = (_as_compared(each.column).is_in(each.texts) for each in source.omitted)
    return pl.any_horizontal(pl.lit(False), *named)


def _initials(source: ListSource) -> Iterator[pl.Expr]:
    """Initials in capitals, so that »aho« and »AHO« are one person everywhere."""
    people = {source.adviser, *(event.done_by for event in source.events)} - {""}
    return (pl.col(column).str.to_uppercase() for column in sorted(people))


# --- all rows with the same key together --------------------------------------------------------------------


def judged(rows: pl.DataFrame, source: ListSource, *, last_day: date) -> Judged:
    """What can be used of rows that hold every row with their keys, and what is wrong with the rest."""
    read = _with_values(with_moments(rows, source.moments, last_day=last_day), source, last_day=last_day)
    once, doubles, conflicts = _once(read, source)
    wrong = [*_wrong(once, source, last_day=last_day)]
    rejected = pl.concat([rows.select(ROW).clear(), *(found.select(ROW) for found, _ in wrong)])
    usable = once.join(rejected, on=ROW, how="anti")
    said = [
        lines(doubles, Problem(RejectKind.DOUBLE, source.row_key, _DOUBLE), source=source),
        lines(conflicts, Problem(RejectKind.CONFLICT, source.row_key, _CONFLICT), source=source),
        *(
            lines(found, problem, source=source)
            for found, problem in (*wrong, *_doubtful(once, source, last_day=last_day))
        ),
    ]
    unusable = pl.concat([conflicts, once.join(rejected, on=ROW, how="semi")])
    return Judged(usable, unusable, pl.concat([NO_REJECTS, *said]))


def value_column(number: int, source: FieldSource) -> str:
    """Where the value of a field stands: of the list's event of this number."""
    return f"{number}\t{source.target.name}"


def _with_values(rows: pl.DataFrame, source: ListSource, *, last_day: date) -> pl.DataFrame:
    return rows.with_columns(
        field_values(rows[each.column], each, last_day=last_day).alias(value_column(number, each))
        for number, each in _fields(source)
    )


def _fields(source: ListSource) -> Iterator[tuple[int, FieldSource]]:
    """The fields that stand in a column, with the number of their event."""
    for number, event in enumerate(source.events):
        yield from ((number, each) for each in event.fields if each.column)


# --- doubles and conflicts ----------------------------------------------------------------------------------


_DOUBLE: Final = pl.format("Rækken står også som række {}, og den tælles én gang.", pl.col("\tfirst"))
_CONFLICT: Final = (
    "Flere rækker har dette nummer og siger noget forskelligt. Ret den forkerte i fagsystemet. "
    "Indtil da bruges ingen af dem."
)


def _once(rows: pl.DataFrame, source: ListSource) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Each row once, its doubles, and the rows that share a key and say different things."""
    repeated, single = _parted(rows, pl.col(ROW_ID).is_duplicated())
    says = [expression.alias(f"{number}") for number, expression in enumerate(_says(source))]
    different = pl.any_horizontal(pl.exclude(ROW_ID) > 1)
    keys = repeated.select(ROW_ID, *says).group_by(ROW_ID).agg(pl.all().drop_nulls().n_unique()).filter(different)
    fullest = repeated.join(keys, on=ROW_ID, how="anti").sort(*_fullest_first(source))
    kept = fullest.unique(ROW_ID, keep="first", maintain_order=True)
    doubles = fullest.join(kept, on=ROW, how="anti").join(kept.select(ROW_ID, pl.col(ROW).alias("\tfirst")), on=ROW_ID)
    return pl.concat([single, kept]), doubles, repeated.join(keys, on=ROW_ID, how="semi")


def _says(source: ListSource) -> Iterator[pl.Expr]:
    """What a row says, by which it is compared with its doubles; free text and blanks count for nothing."""
    for column in {source.case, source.thread_key, source.shared, source.adviser} - {""}:
        yield pl.col(column)
    for moment in source.moments:
        yield _said(moment.day, pl.col(moment.day + DAY))
        clock = pl.col(moment.day + CLOCK)
        yield _said(moment.clock, clock) if moment.clock else clock.cast(pl.String())
    for event in source.events:
        yield from (_as_compared(column) for column in (event.kind.column, event.done_by) if column)
    for number, each in _fields(source):
        if not each.free_text:
            yield _said(each.column, pl.col(value_column(number, each)))


def _said(column: str, value: pl.Expr) -> pl.Expr:
    """The value, or where it cannot be read, the text itself."""
    return pl.coalesce(value.cast(pl.String()).str.to_lowercase(), _as_compared(column))


def _as_compared(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all(r"\s+", " ").str.to_lowercase()


def _fullest_first(source: ListSource) -> list[pl.Expr]:
    # Between two that are as full, what they say decides and not where they stand, so that the order of the
    # rows in a file never matters.
    columns = pl.col(source.columns)
    filled = pl.sum_horizontal(columns.is_not_null().cast(pl.Int64()))
    return [pl.col(ROW_ID), -filled, pl.concat_str(columns.fill_null(""), separator="\x1f"), pl.col(ROW)]


# --- what is wrong ------------------------------------------------------------------------------------------

_Found = tuple[pl.DataFrame, Problem]


def _wrong(rows: pl.DataFrame, source: ListSource, *, last_day: date) -> Iterator[_Found]:
    """The rows that must be left out whole."""
    key = source.key_moment.day
    for column, condition, reason in (
        (source.case, pl.col(source.case).is_null(), _NO_CASE),
        (key, pl.col(key).is_null(), _NO_KEY_DATE),
        (key, pl.col(key + WRONG), f"{_unreadable(last_day)} Uden den bruges rækken ikke."),
    ):
        yield rows.filter(condition), Problem(RejectKind.REJECTED, column, reason)
    for earlier, later in source.contradictions:
        reason = f"»{later.day}« ligger før »{earlier.day}«. Ret den af dem, der er forkert, i fagsystemet."
        yield rows.filter(_contradict(earlier, later)), Problem(RejectKind.REJECTED, later.day, reason)


_NO_CASE: Final = "Rækken har intet sagsnummer. Skriv det i fagsystemet."
_NO_KEY_DATE: Final = "Datoen mangler. Skriv den i fagsystemet. Uden den bruges rækken ikke."


def _unreadable(last_day: date) -> str:
    days = f"fra {FIRST_DAY:%d-%m-%Y} til {last_day:%d-%m-%Y}"
    return f"Datoen kan ikke læses. Skriv en dato {days} som dd-mm-åååå."


def _contradict(earlier: Moment, later: Moment) -> pl.Expr:
    # An hour that may be an hour off contradicts nothing.
    first, then = pl.col(earlier.day + DAY), pl.col(later.day + DAY)
    sure = pl.col(earlier.day + DOUBT).is_null() & pl.col(later.day + DOUBT).is_null()
    hours = sure & (pl.col(later.day + AT) < pl.col(earlier.day + AT))
    return (then < first) | ((then == first) & hours)


def _doubtful(rows: pl.DataFrame, source: ListSource, *, last_day: date) -> Iterator[_Found]:
    """The cells that cannot be used as they stand, in rows that otherwise may be."""
    for moment in source.moments:
        if moment.day != source.key_moment.day:
            reason = f"{_unreadable(last_day)} Indtil da er hændelsen ikke med."
            yield _warning(rows, moment.day, pl.col(moment.day + WRONG), reason)
        hour = moment.clock or moment.day
        yield _warning(rows, hour, pl.col(moment.day + CLOCK_WRONG), _UNREADABLE_CLOCK)
        for doubt, reason in _DOUBTS.items():
            yield _warning(rows, hour, pl.col(moment.day + DOUBT) == doubt.value, reason)
    for column, choices in source.kind_choices.items():
        known = partial(_names, choices)
        yield _warning(rows, column, ~pl.lit(by_text(rows[column], known, dtype=pl.Boolean())), _UNKNOWN_KIND)
    if source.thread_key != source.row_key:
        yield _warning(
            rows, source.thread_key, pl.col(source.thread_key).is_null() & _of_a_thread(rows, source), _NO_THREAD
        )
    for number, each in _fields(source):
        empty = pl.col(each.column).is_not_null() & pl.col(value_column(number, each)).is_null()
        reason = f"Feltet »{each.target.label}« er tomt, for værdien kendes ikke. {REMEDY[each.target.type]}"
        yield _warning(rows, each.column, empty, reason)


def _of_a_thread(rows: pl.DataFrame, source: ListSource) -> pl.Expr:
    """Whether a row gives an event that belongs to one course in the case, and not to all of it."""
    given = [
        pl.lit(event_kinds(rows, event) != "") & pl.col(event.moment.day + DAY).is_not_null()
        for event in source.events
        if not event.whole_case
    ]
    return pl.any_horizontal(pl.lit(False), *given)


def event_kinds(rows: pl.DataFrame, event: EventSource) -> pl.Series:
    """The kind of a list's event in each row; "" where the row does not give it."""
    choice = event.kind
    if not choice.column:
        return pl.repeat(choice.otherwise, rows.height, dtype=pl.String(), eager=True)
    return by_text(rows[choice.column], choice.kind_of, dtype=pl.String()).fill_null(choice.otherwise)


def _names(choices: Iterable[KindChoice], cell: str) -> bool:
    return any(choice.names(cell) for choice in choices)


def _warning(rows: pl.DataFrame, column: str, condition: pl.Expr, reason: str) -> _Found:
    return rows.filter(condition), Problem(RejectKind.WARNING, column, reason)


_UNREADABLE_CLOCK: Final = "Klokkeslættet kan ikke læses og regnes som ukendt. Skriv det som tt:mm, fx 09:30."
_DOUBTS: Final = {
    Doubt.TWICE: "Timen kom to gange den nat, uret blev stillet tilbage. Den er læst som den første.",
    Doubt.SKIPPED: "Timen fandtes ikke den nat, uret blev stillet frem. Den er læst som en time senere.",
}
_NO_THREAD: Final = (
    "Der står ikke, hvilket forløb det hører til, så det regnes med til hele sagen. Skriv det i fagsystemet."
)
_UNKNOWN_KIND: Final = "Mappingen siger ikke, hvilken hændelse det er, så den er ikke med. Tilføj værdien i mappingen."
