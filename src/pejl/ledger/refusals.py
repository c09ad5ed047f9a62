"""What is said when a file cannot be used, and is there a file at all?"""

from __future__ import annotations

from pathlib import Path


class LedgerError(Exception):
    """A file cannot be read or written; the message is the Danish sentence for the user, remedy included."""


def refuse_missing(path: Path) -> None:
    """Refuse a file that is not there, may not be read, or has nothing in it."""
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except OSError as error:
        raise LedgerError(f"Filen »{path}« findes ikke eller kan ikke åbnes. Tjek navnet og mappen.") from error
    if empty:
        raise LedgerError(f"Filen »{path.name}« er tom. Hent eller gem den igen.")
