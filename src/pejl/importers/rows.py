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

from pejl.dates import Doubt
from pejl.importers.cells import (
    AT,
    CLOCK,
    CLOCK_WRONG,
    DAY,
    DOUBT,
    MIDNIGHT,
    WRONG,
    by_text,
    field_values,
    why_no_day,
    why_no_value,
    with_moments,
)
from pejl.importers.identity import row_ids
from pejl.importers.importer import RejectKind
from pejl.importers.layout import EventSource, FieldSource, KindChoice, ListSource, Mapping, Moment, spelled
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
    omitted, rest = _parted(rows.with_columns(_keys(source)), _omitted(source))
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


def _keys(source: ListSource) -> Iterator[pl.Expr]:
    """What rows are known by, with blanks in a row as one, since nobody can see how many there are."""
    columns = {source.row_key, source.case, source.thread_key, source.shared} - {""}
    return (pl.col(column).str.replace_all(r"\s+", " ") for column in sorted(columns))


def _initials(source: ListSource) -> Iterator[pl.Expr]:
    """Initials in capitals, so that »aho« and »AHO« are one person everywhere."""
    people = {source.adviser, *(event.done_by for event in source.events)} - {""}
    return (pl.col(column).str.to_uppercase() for column in sorted(people))


# --- all rows with the same key together --------------------------------------------------------------------


def judged(rows: pl.DataFrame, source: ListSource, *, last_day: date) -> Judged:
    """What can be used of rows that hold every row with their keys, and what is wrong with the rest."""
    single, kept, doubles, conflicts = _once(_read(rows, source, last_day=last_day), source)
    once = pl.concat([single, _read(kept.select(rows.columns), source, last_day=last_day)])
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
    # One column may give a field of several events, and is not to be mended more than once.
    return Judged(usable, unusable, pl.concat([NO_REJECTS, *said]).unique(maintain_order=True))


def value_column(number: int, source: FieldSource) -> str:
    """Where the value of a field stands: of the list's event of this number."""
    return f"{number}\t{source.target.name}"


def _read(rows: pl.DataFrame, source: ListSource, *, last_day: date) -> pl.DataFrame:
    """The rows with what their cells mean beside them."""
    return _with_values(with_moments(rows, source.moments, last_day=last_day), source, last_day=last_day)


def _with_values(rows: pl.DataFrame, source: ListSource, *, last_day: date) -> pl.DataFrame:
    values = (
        field_values(rows[each.column], each, last_day=last_day).alias(value_column(number, each))
        for number, each in _fields(source)
    )
    deciding = (by_text(rows[each], spelled, dtype=pl.String()).alias(each + _SPELLED) for each in source.kind_choices)
    return rows.with_columns(*values, *deciding)


_SPELLED: Final = "\tspelled"  # what decides the kind of an event, in the one spelling it is compared by


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


def _once(rows: pl.DataFrame, source: ListSource) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Rows that stand once, those kept of doubles (to be read again), the rest of these, and those that differ."""
    repeated, single = _parted(rows, pl.col(ROW_ID).is_duplicated())
    says = [expression.alias(f"{number}") for number, expression in enumerate(_says(source))]
    different = pl.any_horizontal(pl.exclude(ROW_ID) > 1)
    keys = repeated.select(ROW_ID, *says).group_by(ROW_ID).agg(pl.all().drop_nulls().n_unique()).filter(different)
    fullest = repeated.join(keys, on=ROW_ID, how="anti").sort(*_fullest_first(source))
    kept = fullest.unique(ROW_ID, keep="first", maintain_order=True)
    doubles = fullest.join(kept, on=ROW, how="anti").join(kept.select(ROW_ID, pl.col(ROW).alias("\tfirst")), on=ROW_ID)
    whole = kept.select(ROW, ROW_ID).join(_filled_in(fullest, source), on=ROW_ID, how="left", maintain_order="left")
    return single, whole, doubles, repeated.join(keys, on=ROW_ID, how="semi")


def _filled_in(fullest: pl.DataFrame, source: ListSource) -> pl.DataFrame:
    """What doubles say together: the fullest row's cells, and where they are blank those of the next.

    A cell with an hour in it says more than the same day without one.
    """
    hours = {column: moment.day + CLOCK for moment in source.moments for column in (moment.day, moment.clock) if column}

    def best(column: str) -> pl.Expr:
        first = pl.col(column).drop_nulls().first()
        if column not in hours:
            return first
        return pl.coalesce(pl.col(column).filter(pl.col(hours[column]).is_not_null()).drop_nulls().first(), first)

    return fullest.group_by(ROW_ID, maintain_order=True).agg(best(column).alias(column) for column in source.columns)


def _says(source: ListSource) -> Iterator[pl.Expr]:
    """What a row says, by which it is compared with its doubles; free text and blanks count for nothing."""
    for column in {source.case, source.thread_key, source.shared, source.adviser} - {""}:
        yield pl.col(column)
    for moment in source.moments:
        yield _said(moment.day, pl.col(moment.day + DAY))
        clock = pl.col(moment.day + CLOCK)
        hour = _said(moment.clock, clock) if moment.clock else clock.cast(pl.String())
        yield pl.when(~pl.col(moment.day + MIDNIGHT)).then(hour)
    for event in source.events:
        if event.kind.column:
            yield pl.col(event.kind.column + _SPELLED)
        if event.done_by:
            yield _as_compared(event.done_by)
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
    ):
        yield rows.filter(condition), Problem(RejectKind.REJECTED, column, reason)
    yield _no_day(rows, key, last_day=last_day, kind=RejectKind.REJECTED, so="Uden den bruges rækken ikke.")
    for earlier, later in source.contradictions:
        reason = f"»{later.day}« ligger før »{earlier.day}«. Ret den af dem, der er forkert, i fagsystemet."
        yield rows.filter(_contradict(earlier, later)), Problem(RejectKind.REJECTED, later.day, reason)


_NO_CASE: Final = "Rækken har intet sagsnummer. Skriv det i fagsystemet."
_NO_KEY_DATE: Final = "Datoen mangler. Skriv den i fagsystemet. Uden den bruges rækken ikke."


def _no_day(rows: pl.DataFrame, column: str, *, last_day: date, kind: RejectKind, so: str) -> _Found:
    """The rows with a day that cannot be used in a column; the reason says what is wrong with it."""
    found = rows.filter(pl.col(column + WRONG))
    why = by_text(found[column], partial(why_no_day, last_day=last_day), dtype=pl.String())
    return found, Problem(kind, column, pl.lit(why + f" {so}"))


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
            so = "Indtil da er hændelsen ikke med."
            yield _no_day(rows, moment.day, last_day=last_day, kind=RejectKind.WARNING, so=so)
        hour = moment.clock or moment.day
        yield _warning(rows, hour, pl.col(moment.day + CLOCK_WRONG), _UNREADABLE_CLOCK)
        yield _warning(rows, hour, pl.col(moment.day + MIDNIGHT), _MIDNIGHT)
        for doubt, reason in _DOUBTS.items():
            yield _warning(rows, hour, pl.col(moment.day + DOUBT) == doubt.value, reason)
    for column, choices in source.kind_choices.items():
        known = partial(_names, choices)
        yield _warning(rows, column, ~pl.lit(by_text(rows[column], known, dtype=pl.Boolean())), _UNKNOWN_KIND)
        if any(choice.by_paragraph and not choice.complete for choice in choices):
            yield _warning(rows, column, pl.col(column).is_null() & _may_happen(column, source), _NO_PARAGRAPH)
    if source.thread_key != source.row_key:
        yield _warning(
            rows, source.thread_key, pl.col(source.thread_key).is_null() & _of_a_thread(rows, source), _NO_THREAD
        )
    for number, each in _fields(source):
        found = rows.filter(pl.col(each.column).is_not_null() & pl.col(value_column(number, each)).is_null())
        why = by_text(found[each.column], partial(why_no_value, source=each, last_day=last_day), dtype=pl.String())
        yield found, Problem(RejectKind.WARNING, each.column, pl.lit(why))


def _may_happen(column: str, source: ListSource) -> pl.Expr:
    """Whether a row has the day of an event whose kind the column decides."""
    days = {event.moment.day for event in source.events if event.kind.column == column}
    return pl.any_horizontal(pl.col(day + DAY).is_not_null() for day in sorted(days))


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
_MIDNIGHT: Final = (
    "Kl. 00.00 læses som ukendt klokkeslæt, for sådan gemmer mange systemer en dag uden klokkeslæt. "
    "Skete det ved midnat, så skriv kl. 00.01 i fagsystemet."
)
_NO_PARAGRAPH: Final = "Paragraffen mangler, så det vides ikke, hvilken hændelse det er, og den er ikke med. Skriv den."
_DOUBTS: Final = {
    Doubt.TWICE: "Timen kom to gange den nat, uret blev stillet tilbage. Den er læst som den første.",
    Doubt.SKIPPED: "Timen fandtes ikke den nat, uret blev stillet frem. Den er læst som en time senere.",
}
_NO_THREAD: Final = (
    "Der står ikke, hvilket forløb det hører til, så det regnes med til hele sagen. Skriv det i fagsystemet."
)
_UNKNOWN_KIND: Final = "Mappingen siger ikke, hvilken hændelse det er, så den er ikke med. Tilføj værdien i mappingen."
