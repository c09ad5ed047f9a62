"""How does an importer say no? One full Danish sentence or two: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ImportRefused(Exception):
    """A file, or the mapping for it, cannot be used at all; the message is for the user, remedy included."""


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint in Danish at the known name most like this one, or at all of them when none is alike.

    >>> nearest("komplt", ["komplet", "kilde"])
    'Mente du »komplet«?'
    """
    names = {each.casefold(): each for each in known}
    alike = get_close_matches(name.casefold(), names, n=1)
    if alike:
        return f"Mente du »{names[alike[0]]}«?"
    return f"Brug {listed(names.values())}." if names else "Fjern den."


def listed(names: Iterable[str]) -> str:
    """The names in guillemets, in Danish: »a«, »b« eller »c«.

    >>> listed(["a", "b", "c"])
    '»a«, »b« eller »c«'
    """
    *others, last = (f"»{name}«" for name in names)
    return f"{', '.join(others)} eller {last}" if others else last
