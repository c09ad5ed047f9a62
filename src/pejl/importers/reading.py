"""Which kind of file is this, and what stands in it? Told by what the file holds, not by what it is called."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pejl.importers import parquet, separated, workbook
from pejl.importers.layout import Mapping
from pejl.importers.refusal import ImportRefused
from pejl.importers.sheet import Batches
from pejl.ledger.archive import unreadable


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of file: how many rows it may have, and how they are read."""

    most_rows: Callable[[Path], int]
    batches: Callable[[Path, Mapping], Batches]
    many_lists: bool = False


_EXCEL: Final = Form(workbook.most_rows, workbook.batches, many_lists=True)
_PARQUET: Final = Form(parquet.most_rows, parquet.batches)
_SEPARATED: Final = Form(separated.most_rows, separated.batches)
_BEGINS: Final = {b"PK\x03\x04": _EXCEL, b"PAR1": _PARQUET}
_OLD_OR_LOCKED_EXCEL: Final = b"\xd0\xcf\x11\xe0"


def form_of(path: Path, mapping: Mapping) -> Form:
    """The kind of the file; raises ``ImportRefused`` when it is missing, empty or of none that Pejl reads."""
    start = _start(path)
    if start == _OLD_OR_LOCKED_EXCEL:
        raise unreadable(path, refusal=ImportRefused)
    form = _BEGINS.get(start, _SEPARATED)
    if len(mapping.lists) > 1 and not form.many_lists:
        raise ImportRefused(
            f"Mappingen har {len(mapping.lists)} lister, men »{path.name}« rummer kun én. "
            "Lav en mapping til hver fil, eller saml listerne i en Excel-fil med et ark til hver."
        )
    return form


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        if error.errno == errno.EISDIR:
            raise ImportRefused(f"»{path}« er en mappe. Vælg selve filen.") from error
        raise ImportRefused(f"Filen »{path}« findes ikke eller kan ikke åbnes. Tjek navnet og mappen.") from error
    if not start.strip():
        raise ImportRefused(f"Filen »{path.name}« er tom. Træk listen igen.")
    return start
