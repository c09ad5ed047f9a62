"""Is this header that of a ledger, and if not, which column is the trouble?"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from pejl.ledger.frames import EVENT_SCHEMA
from pejl.ledger.refusals import LedgerError
from pejl.tables import REQUIRED_EVENT_COLUMNS


def check_columns(names: Iterable[str], *, path: Path) -> None:
    header = list(names)
    if not set(header) & set(REQUIRED_EVENT_COLUMNS):
        raise LedgerError(
            f"»{path.name}« er ikke en hændelsesliste: overskriften i række 1 har ingen af kolonnerne "
            f"{_listed(REQUIRED_EVENT_COLUMNS)}. Vælg en anden fil, eller indlæs den med pejl import-extract."
        )
    for name in header:
        _check_column(name, times=header.count(name), path=path)
    if missing := [name for name in REQUIRED_EVENT_COLUMNS if name not in header]:
        raise LedgerError(
            f"»{path.name}« mangler {_listed(missing)} i overskriften. En hændelsesliste skal have "
            f"kolonnerne {_listed(REQUIRED_EVENT_COLUMNS)}. Tilføj det, der mangler."
        )


def _check_column(name: str, *, times: int, path: Path) -> None:
    if name not in EVENT_SCHEMA:
        near = get_close_matches(name, EVENT_SCHEMA, n=1)
        remedy = f"Mente du »{near[0]}«? Ret navnet, eller fjern kolonnen." if near else "Fjern kolonnen."
        raise LedgerError(f"Kolonnen »{name}« i »{path.name}« findes ikke i en hændelsesliste. {remedy}")
    if times > 1:
        raise LedgerError(f"Kolonnen »{name}« står {times} gange i »{path.name}«. Fjern de overflødige.")


def _listed(names: Iterable[str]) -> str:
    *others, last = (f"»{name}«" for name in names)
    return f"{', '.join(others)} og {last}" if others else last
