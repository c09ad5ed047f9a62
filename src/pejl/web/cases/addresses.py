"""What is the address of a page about one of many? As ``reverse`` says it, but asked once for all of them."""

from __future__ import annotations

from functools import cache
from typing import Final
from urllib.parse import quote

from django.urls import get_script_prefix, reverse

_MARK: Final = "-her-"
# As ``reverse`` quotes what it is given.
_SAFE: Final = "!$&'()*+,;=/~:@"


def address(name: str, *parts: str) -> str:
    """The address of the page by this name, of these parts."""
    before, *after = _between(name, len(parts), get_script_prefix())
    return before + "".join([quote(part, safe=_SAFE) + end for part, end in zip(parts, after, strict=True)])


@cache
def _between(name: str, parts: int, prefix: str) -> tuple[str, ...]:
    """What stands around the parts."""
    found = tuple(reverse(name, args=[_MARK] * parts).split(_MARK))
    if len(found) != parts + 1:
        raise ValueError(f"the address of {name!r} under {prefix!r} does not take {parts} parts as they are")
    return found
