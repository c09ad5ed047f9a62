"""Does what stands in a ledger make sense? Every fault with its place, in Danish, for all rows at once.

``events.faults`` asks the same of one event; this asks it of millions, and asks what only the whole list can
tell: double ids, corrections of nothing, sources that never said what they deliver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

import polars as pl

from pejl.dates import COPENHAGEN, FIRST_DAY, LAST_DAY
from pejl.events import (
    COMMON_FIELDS,
    FIELD_BY_NAME,
    KILDE_DAEKKER,
    KIND_BY_KEY,
    KINDS,
    PARAGRAF,
    RETTELSE,
    Field,
)
from pejl.law import read_paragraph
from pejl.ledger.cells import FIRST_ROW
from pejl.ledger.frames import EVENT_SCHEMA
from pejl.ledger.texts import as_text


class Severity(StrEnum):
    """A fault must be put right before anything is worked out; a warning should be looked at."""

    FAULT = "fejl"
    WARNING = "advarsel"


FAULT_SCHEMA: Final = pl.Schema(
    {
        "row": pl.Int64(),
        "event_id": pl.String(),
        "column": pl.String(),
        "value": pl.String(),
        "fault": pl.String(),
        "severity": pl.String(),
    }
)
ROW: Final = "row"


def check_ledger(frame: pl.DataFrame) -> pl.DataFrame:
    """The faults in the order of the rows, counted as a spreadsheet counts them: the header is row 1."""
    rows = frame.with_row_index(ROW, offset=FIRST_ROW)
    return _in_order([*_of_rows(rows), *_double(rows), *_corrections(rows), *_coverage(rows)])


def check_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """The faults that each row shows by itself, for a piece of a ledger; the column ``ROW`` tells where it stood."""
    return _in_order(_of_rows(rows))


def check_cases(rows: pl.DataFrame) -> pl.DataFrame:
    """The faults that only all rows of a case show together, for some of a ledger's cases."""
    corrections = rows.filter(pl.col("kind") == RETTELSE.key)
    return _in_order([*_double(rows), *_empty_corrections(corrections), _aimed_outside(corrections, rows)])


def _of_rows(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    for check in (_kinds, _missing, _days, _fields, _paragraphs):
        yield from check(rows)


def _in_order(found: Iterable[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat([pl.DataFrame(schema=FAULT_SCHEMA), *found]).sort(
        "row", "severity", "column", "fault", descending=[False, True, False, False]
    )


def _found(
    rows: pl.DataFrame, column: str, says: str | pl.Expr, *, severity: Severity = Severity.FAULT
) -> pl.DataFrame:
    """These rows as faults of one column."""
    # Rechunked, since Polars 2.1 panics when it formats text from columns that are split in different places.
    return rows.rechunk().select(
        pl.col(ROW).cast(pl.Int64()),
        "event_id",
        pl.lit(column).alias("column"),
        as_text(column, EVENT_SCHEMA[column]).fill_null("").alias("value"),
        (pl.lit(says) if isinstance(says, str) else says).alias("fault"),
        pl.lit(severity.value).alias("severity"),
    )


# --- what one row can tell ----------------------------------------------------------------------------------


def _kinds(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    unknown = rows.filter(~pl.col("kind").is_in(list(KIND_BY_KEY)))
    yield _found(unknown, "kind", "Hændelsens slags findes ikke. Brug en af slagsene i ordlisten.")
    slags = rows.filter(pl.col("f_slags").is_not_null() & ~pl.col("f_slags").is_in(list(KIND_BY_KEY)))
    yield _found(
        slags.filter(pl.col("kind") == KILDE_DAEKKER.key),
        "f_slags",
        "Kilden siger, at den leverer en slags, der ikke findes. Brug en af slagsene i ordlisten.",
    )


def _missing(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    for column, what in _REQUIRED.items():
        empty = pl.col(column) == "" if EVENT_SCHEMA[column] == pl.String else pl.col(column).is_null()
        yield _found(rows.filter(empty), column, f"Hændelsen har {what}.")
    # A source's declaration, and a correction of one, speak of no case.
    without = rows.filter((pl.col("case_id") == "") & ~pl.col("kind").is_in([KILDE_DAEKKER.key, RETTELSE.key]))
    yield _found(without, "case_id", "Hændelsen har intet sagsnummer. Skriv sagens nummer.")


_REQUIRED: Final = {
    "event_id": "intet id. Skriv et, der ikke bruges af andre",
    "day": "ingen dag. Skriv dagen, hvor det skete",
    "recorded_at": "intet tidspunkt for registreringen. Skriv, hvornår det blev registreret",
    "source": "ingen kilde. Skriv, hvor den kommer fra",
}


def _days(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    for column, dtype in EVENT_SCHEMA.items():
        if dtype.is_temporal():
            day = _local_day("at") if column == "at" else pl.col(column).cast(pl.Date())
            yield _found(rows.filter(~day.is_between(FIRST_DAY, LAST_DAY)), column, _OUTSIDE)
    other_day = rows.filter(_local_day("at") != pl.col("day"))
    yield _found(
        other_day,
        "at",
        pl.format(
            "Tidspunktet er i Danmark den {}, men dagen er den {}. Ret dagen eller tidspunktet.",
            _local_day("at").dt.strftime("%d-%m-%Y"),
            pl.col("day").dt.strftime("%d-%m-%Y"),
        ),
    )
    before = rows.filter(_local_day("recorded_at") < pl.col("day") - pl.duration(days=1))
    yield _found(before, "recorded_at", _RECORDED_BEFORE, severity=Severity.WARNING)


_OUTSIDE: Final = (
    f"Dagen ligger ikke i årene {FIRST_DAY.year} til {LAST_DAY.year}. Ret den, eller lad feltet være tomt."
)
_RECORDED_BEFORE: Final = "Hændelsen er registreret mere end et døgn, før den skete. Tjek dagen."


def _local_day(column: str) -> pl.Expr:
    return pl.col(column).dt.convert_time_zone(COPENHAGEN.key).dt.date()


def _fields(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    known = pl.col("kind").is_in(list(KIND_BY_KEY))
    for field in FIELD_BY_NAME.values():
        column = f"f_{field.name}"
        if rows[column].null_count() == rows.height:
            continue
        filled_in = rows.select(ROW, "event_id", "kind", column).filter(pl.col(column).is_not_null())
        belongs = pl.col("kind").is_in(_KINDS_WITH[field.name])
        yield _found(filled_in.filter(known & ~belongs), column, _stranger(field))
        if field.choices:
            yield _found(filled_in.filter(belongs & ~pl.col(column).is_in(list(field.choices))), column, _wrong(field))


_KINDS_WITH: Final[Mapping[str, list[str]]] = {
    name: [kind.key for kind in KINDS if field in (*COMMON_FIELDS, *kind.fields)]
    for name, field in FIELD_BY_NAME.items()
}
_LABELS: Final = {kind.key: kind.label for kind in KINDS}


def _stranger(field: Field) -> pl.Expr:
    label = pl.col("kind").replace(_LABELS)
    return pl.format("Feltet »{}« hører ikke til »{}«. Fjern det.", pl.lit(field.label), label)


def _wrong(field: Field) -> str:
    return f"Feltet »{field.label}« kan ikke have den værdi. Brug en af disse: {', '.join(field.choices)}."


def _paragraphs(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Rules compare paragraphs letter by letter: another spelling would make duties vanish without a word."""
    column = f"f_{PARAGRAF.name}"
    written = rows[column].drop_nulls().unique().to_list()
    strange = [text for text in written if read_paragraph(text) != text]
    yield _found(
        rows.filter(pl.col(column).is_in(strange)),
        column,
        "Paragraffen er ikke skrevet, så reglerne kan genkende den. Skriv den som »§ 46, stk. 1, nr. 2«.",
    )


# --- what only the whole list can tell ----------------------------------------------------------------------


def _double(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    double = rows.filter(pl.col("event_id").is_duplicated() & (pl.col("event_id") != ""))
    yield _found(
        double,
        "event_id",
        "Flere hændelser har dette id. Fjern gentagelsen, eller giv hver hændelse sit eget id.",
    )


def _corrections(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    corrections = rows.filter(pl.col("kind") == RETTELSE.key)
    yield from _empty_corrections(corrections)
    aimed = corrections.filter(pl.col("f_replaces").is_not_null())
    ids = rows.select("event_id", "case_id").unique()
    unknown = aimed.join(ids, left_on="f_replaces", right_on="event_id", how="anti")
    yield _found(unknown, "f_replaces", "Rettelsen retter en hændelse, der ikke findes i listen. Ret id'et.")
    elsewhere = aimed.join(ids, left_on=["f_replaces", "case_id"], right_on=["event_id", "case_id"], how="anti")
    yield _found(
        elsewhere.join(unknown, on=ROW, how="anti"),
        "f_replaces",
        "Rettelsen retter en hændelse i en anden sag. Ret id'et eller sagsnummeret.",
    )


def _empty_corrections(corrections: pl.DataFrame) -> Iterator[pl.DataFrame]:
    yield _found(
        corrections.filter(pl.col("f_replaces").is_null()),
        "f_replaces",
        "Rettelsen siger ikke, hvilken hændelse den retter. Skriv hændelsens id.",
    )


def _aimed_outside(corrections: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    aimed = corrections.filter(pl.col("f_replaces").is_not_null())
    own = rows.select("event_id", "case_id").unique()
    outside = aimed.join(own, left_on=["f_replaces", "case_id"], right_on=["event_id", "case_id"], how="anti")
    return _found(outside, "f_replaces", "Rettelsen retter en hændelse, der ikke findes i sagen. Ret id'et.")


def _coverage(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    declared = rows.filter(pl.col("kind") == KILDE_DAEKKER.key).select("source").unique()
    silent = rows.filter(pl.col("source") != "").unique("source", keep="first", maintain_order=True)
    yield _found(
        silent.join(declared, on="source", how="anti"),
        "source",
        "Kilden siger ikke, hvad den leverer fra hvilken dag. "
        "Det, der mangler i dens sager, kan derfor ikke afgøres. Tilføj hændelsen kilde_daekker for kilden.",
        severity=Severity.WARNING,
    )
