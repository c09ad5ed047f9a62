"""pejl import-extract: a wide list from a case system becomes events in a ledger."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from pejl.cli.command import Command, Desk, Refused
from pejl.cli.layout import counted, heading, number, table
from pejl.cli.moments import moment, now
from pejl.cli.progress import Progress
from pejl.importers.extract import import_extract
from pejl.importers.importer import Imported, ListCount
from pejl.importers.mapping import read_mapping
from pejl.ledger import scan_ledger, write_tables


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FIL", type=Path, help="udtrækket fra fagsystemet (Excel, CSV eller Parquet)")
    parser.add_argument(
        "--mapping",
        metavar="MAPPING",
        type=Path,
        required=True,
        help="filen, der fortæller, hvad kolonnerne betyder (.toml)",
    )
    parser.add_argument(
        "--out", metavar="LISTE", type=Path, required=True, help="hændelseslisten; findes den, lægges det nye til"
    )
    parser.add_argument(
        "--rejects", metavar="FIL", type=Path, help="skriv de rækker, der ikke kunne bruges, til en fil"
    )
    parser.add_argument(
        "--recorded-at",
        metavar="TIDSPUNKT",
        type=moment,
        help="hvornår det nye skal stå som registreret; uden den er det nu",
    )


def _run(args: Namespace, desk: Desk) -> int:
    _refuse_same_file(args)
    recorded_at = args.recorded_at or now()
    if recorded_at.warning:
        desk.note(recorded_at.warning)
    progress = Progress(desk, steps=2)
    with progress.step("Læser udtrækket"):
        imported = import_extract(
            args.file,
            mapping=read_mapping(args.mapping),
            ledger=scan_ledger(args.out) if args.out.exists() else None,
            recorded_at=recorded_at.at,
        )
    with progress.step("Skriver"):
        tables: dict[Path, pl.DataFrame | pl.LazyFrame] = {args.out: imported.table}
        write_tables(tables | ({args.rejects: imported.rejects} if args.rejects else {}))
    for line in _told(imported, args):
        desk.say(line)
    return 0


def _refuse_same_file(args: Namespace) -> None:
    files = [path.resolve() for path in (args.file, args.mapping, args.out, args.rejects) if path]
    if len(set(files)) < len(files):
        raise Refused("Udtrækket, mappingen, listen og de afviste rækker skal være hver sin fil. Vælg et andet navn.")


def _told(imported: Imported, args: Namespace) -> Iterator[str]:
    yield from table([*heading(_TITLES), *map(_row, imported.counts)], first_width=40)
    yield ""
    yield f"{counted(imported.new, 'ny hændelse', 'nye hændelser')} i {args.out}."
    lines = imported.rejects.height
    if not lines:
        yield "Alle rækker kunne bruges."
    elif args.rejects:
        yield f"{counted(lines, 'bemærkning', 'bemærkninger')} til rækkerne i {args.rejects}, hver med en begrundelse."
    else:
        yield f"{counted(lines, 'bemærkning', 'bemærkninger')} til rækkerne. Se dem med --rejects afvist.csv."


_TITLES = (
    "Ark",
    "læste rækker",
    "hændelser",
    "dobbelte rækker",
    "afviste rækker",
    "i konflikt",
    "udeladte rækker",
    "advarsler",
)


def _row(count: ListCount) -> Sequence[str]:
    numbers = (count.read, count.events, count.doubles, count.rejected, count.conflicts, count.omitted, count.warnings)
    return [count.sheet, *map(number, numbers)]


COMMAND = Command(
    name="import-extract", does="læs et udtræk fra et fagsystem ind i en hændelsesliste", describe=_describe, run=_run
)
