"""How is a value written as text in a CSV file, and read back so that nothing has changed?

A spreadsheet runs a cell that begins with = + - @ (or hides one behind a tab or a new line) as a formula.
Such texts get an apostrophe in front on the way out, and lose it on the way in. A text that itself begins
with apostrophes and then such a sign gets one more, so every text comes back as it was.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from pejl.ledger.frames import INSTANT

_RISKY: Final = r"[=+\-@\t\r\n＝＋－＠]"
_INSTANT_OUT: Final = "%Y-%m-%dT%H:%M:%S%.fZ"
_INSTANT_IN: Final = "%Y-%m-%dT%H:%M:%S%.f%z"
_ISO_INSTANT: Final = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{4}$"
_YES: Final = ("ja", "true", "sand")
_NO: Final = ("nej", "false", "falsk")

# What to write instead, by the type of the column: the remedy of every refusal.
REMEDY: Final = {
    pl.String(): "Skriv en tekst.",
    pl.Date(): "Skriv en dag som 2026-06-30.",
    INSTANT: "Skriv et tidspunkt med tidszone, fx 2026-06-30T21:59:00Z eller 2026-06-30T23:59:00+02:00.",
    pl.Boolean(): "Skriv ja eller nej.",
    pl.Int64(): "Skriv et helt tal.",
}


def guarded(text: pl.Expr) -> pl.Expr:
    """The text made safe to open in a spreadsheet."""
    return text.str.replace(f"^('*{_RISKY})", "'${1}")


def unguarded(text: pl.Expr) -> pl.Expr:
    """The text as it was before ``guarded``."""
    return text.str.replace(f"^'('*{_RISKY})", "${1}")


def as_text(name: str, dtype: pl.DataType) -> pl.Expr:
    """A column as ISO text: days, instants in UTC, ja/nej; texts and numbers are as they are."""
    column = pl.col(name)
    if isinstance(dtype, pl.Datetime):
        return column.dt.strftime(_INSTANT_OUT)
    if isinstance(dtype, pl.Date):
        return column.dt.strftime("%Y-%m-%d")
    if isinstance(dtype, pl.Boolean):
        return pl.when(column).then(pl.lit("ja")).when(~column).then(pl.lit("nej")).alias(name)
    return column


def parsed(text: pl.Series, *, dtype: pl.DataType) -> pl.Series:
    """The texts as values of a type; null where the text is empty or is no such value."""
    name, trimmed = text.name, pl.col(text.name).str.strip_chars()
    reader = {
        pl.String(): pl.col(name),
        pl.Date(): _day(trimmed),
        INSTANT: _instant(trimmed),
        pl.Boolean(): _yesno(trimmed.str.to_lowercase()),
        pl.Int64(): trimmed.cast(pl.Int64(), strict=False),
    }[dtype]
    return text.to_frame().select(reader.alias(name)).to_series()


def _day(text: pl.Expr) -> pl.Expr:
    # Danish Excel turns 2026-06-30 into 30-06-2026 when it saves a CSV file; day first is not in doubt here.
    danish = text.str.replace(r"^(\d{2})[-.](\d{2})[-.](\d{4})$", "${3}-${2}-${1}")
    iso = pl.when(danish.str.contains(r"^\d{4}-\d{2}-\d{2}$")).then(danish)
    return iso.str.to_date("%Y-%m-%d", strict=False)


def _instant(text: pl.Expr) -> pl.Expr:
    regular = (
        text.str.to_uppercase()
        .str.replace(r"^(\S+) (\S)", "${1}T${2}")
        .str.replace(r"Z$", "+0000")
        .str.replace(r":(\d{2})$", "${1}")
        .str.replace(r"T(\d{2}:\d{2})([+-])", "T${1}:00${2}")
    )
    return (
        pl.when(regular.str.contains(_ISO_INSTANT))
        .then(regular)
        .str.to_datetime(_INSTANT_IN, time_unit="us", time_zone="UTC", strict=False)
    )


def _yesno(text: pl.Expr) -> pl.Expr:
    return (
        pl.when(text.is_in(_YES))
        .then(pl.lit(True))
        .when(text.is_in(_NO))
        .then(pl.lit(False))
        .otherwise(pl.lit(None, dtype=pl.Boolean()))
    )
