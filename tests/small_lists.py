"""Small invented lists and a mapping for them, for the tests of the importers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from pejl.importers import Imported, import_extract, read_mapping
from pejl.importers.layout import Mapping

RECORDED_AT = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
HEADINGS = ("Nr.", "Sag", "Modtaget", "Kl.", "Fra", "Vurderet", "Vurderet kl.", "Kvittering", "Rådgiver")
FILLED_IN = ("U1", "S1", "01-02-2024", "09:00", "Skole", "02-02-2024", "10:00", "05-02-2024", "AHO")

MAPPING = """
kilde = "lille"
fra = 2024-01-01
trukket = 2026-06-30
komplet = {complete}

[lister.underretninger]
raekkenoegle = "Nr."
sag = "Sag"
noegledato = "Modtaget"
raadgiver = "Rådgiver"
udelad = [{{ kolonne = "Nr.", vaerdier = ["I alt"] }}]
modstrid = [{{ foerst = "Modtaget", sidst = "Vurderet" }}]
daekker = ["underretning_modtaget", "vurdering_24_timer"]

[[lister.underretninger.haendelser]]
slags = "underretning_modtaget"
dato = "Modtaget"
klokkeslaet = "Kl."
felter.underretter = {{ kolonne = "Fra", koder = {{ Skole = "skole", Anonym = "anonym" }} }}

[[lister.underretninger.haendelser]]
slags = "vurdering_24_timer"
dato = "Vurderet"
klokkeslaet = "Vurderet kl."

[[lister.underretninger.haendelser]]
slags = "kvittering_sendt"
dato = "Kvittering"
"""

FIELDS = """
kilde = "felter"
fra = 2024-01-01
[lister.opfoelgning]
raekkenoegle = "Nr"
sag = "Sag"
noegledato = "Holdt"
[[lister.opfoelgning.haendelser]]
slags = "opfoelgning_holdt"
dato = "Holdt"
felter = { naeste_senest = "Næste", vurdering = "Tekst" }
[[lister.opfoelgning.haendelser]]
slags = { kolonne = "Besøg", vaerdier = { "ja" = "tilsynsbesoeg" } }
dato = "Holdt"
felter = { talt_med_barnet = "Talt" }
"""


def mapping_of(text: str, folder: Path) -> Mapping:
    """The mapping in a TOML text."""
    path = folder / "lille.toml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def small_mapping(folder: Path, *, complete: bool = True) -> Mapping:
    """The mapping for lists with ``HEADINGS``."""
    return mapping_of(MAPPING.format(complete=str(complete).lower()), folder)


def row(**changes: str) -> list[str]:
    """The filled in row with some cells changed; Kl and Vurderet_kl are the hours."""
    names = [heading.rstrip(".").replace(" ", "_").rstrip(".") for heading in HEADINGS]
    cells = dict(zip(names, FILLED_IN, strict=True))
    if unknown := changes.keys() - cells.keys():
        raise ValueError(f"cannot change {unknown}; choose among {names} instead")
    return list((cells | changes).values())


def write_list(rows: Iterable[Sequence[str]], path: Path) -> Path:
    """The rows under the headings, as a csv file that any of the tests' cells can stand in."""
    lines = [";".join(f'"{cell}"' for cell in each) for each in (HEADINGS, *rows)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def pulled(
    rows: Iterable[Sequence[str]],
    folder: Path,
    *,
    ledger: pl.DataFrame | None = None,
    recorded_at: datetime = RECORDED_AT,
    mapping: Mapping | None = None,
) -> Imported:
    """What comes of a list with these rows."""
    path = write_list(rows, folder / "lille.csv")
    return import_extract(path, mapping=mapping or small_mapping(folder), ledger=ledger, recorded_at=recorded_at)


def happened(events: pl.DataFrame) -> pl.DataFrame:
    """The events without what is said of the source."""
    return events.filter(pl.col("kind") != "kilde_daekker")


def of_kind(imported: Imported, kind: str) -> pl.DataFrame:
    """The events of one kind."""
    return imported.events.filter(pl.col("kind") == kind)


def lines_of(imported: Imported, kind: str) -> list[tuple[int | None, str, str]]:
    """The row, column and value of each line of a kind in the rejects."""
    return imported.rejects.filter(pl.col("kind") == kind).select("row", "column", "value").rows()
