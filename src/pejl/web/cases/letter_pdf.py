"""How does a letter become a file that anybody can read, also with a screen reader? PDF/UA, with fonts of its own.

What people wrote is handed over as data and shown as text, so that nothing in it can be run or read a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django.conf import settings

from pejl.dates import local_day
from pejl.web.access.actions import Refused
from pejl.web.cases.letters import day_words
from pejl.web.handbook.lix import POINT, is_heading

_LAYOUT: Final = Path(__file__).parents[1] / "templates" / "cases" / "brev.typ"
# A word without an end would run off the paper; after so many letters it may be broken.
_LONGEST: Final = 30
_UNBROKEN: Final = re.compile(rf"\S{{{_LONGEST + 1},}}")
_MAY_BREAK: Final = "\u200b"
_NOT_SHOWN: Final = re.compile(r'the text `"(.*?)"` could not be displayed')
Block = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What stands on the paper."""

    to: str
    subject: str
    body: str
    at: datetime


def as_pdf(letter: Printed) -> bytes:
    """The file; raises Refused when a sign in it cannot be printed."""
    # Only those who send a letter need it, so that the web starts without.
    import typst

    try:
        with TemporaryDirectory(prefix="pejl-brev-") as empty:
            made = typst.compile(  # type: ignore[call-overload]  # the stub wants root as the input: bytes
                _LAYOUT.read_bytes(),
                format="pdf",
                root=empty,  # nothing to read there, whatever the text says
                ignore_system_fonts=True,
                pdf_standards="ua-1",
                sys_inputs={"letter": json.dumps(_told(letter))},
                timestamp=int(letter.at.timestamp()),
            )
    except typst.TypstError as error:
        raise Refused(_in_words(str(error))) from error
    if not isinstance(made, bytes):
        raise TypeError("cannot keep the letter: the typesetter gave pages and not one file")
    return made


def _told(letter: Printed) -> dict[str, object]:
    day = local_day(letter.at)
    return {
        "municipality": settings.PEJL_MUNICIPALITY,
        "to": _breakable(letter.to),
        "subject": _breakable(letter.subject),
        "day": day_words(day),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "blocks": list(blocks_of(letter.body)),
    }


def blocks_of(body: str) -> Iterator[Block]:
    """The paragraphs, the lists and the headings of a letter.

    >>> [each["shape"] for each in blocks_of("Hej Ida\\n\\nDet sker der\\nDu får hjælp.\\n- En\\n- To")]
    ['lines', 'heading', 'lines', 'points']
    """
    for part in re.split(r"\n\s*\n", body.strip()):
        lines = [_breakable(line.strip()) for line in part.splitlines() if line.strip()]
        # A short line right above a text is its heading; above a blank line or other short lines it is none.
        if len(lines) > 1 and is_heading(lines[0]) and not is_heading(lines[1]):
            yield {"shape": "heading", "lines": [lines.pop(0)]}
        yield from _runs(lines)


def _runs(lines: list[str]) -> Iterator[Block]:
    """Lines of one shape after each other."""
    held: list[str] = []
    shape = ""
    for line in lines:
        point = POINT.match(line)
        here = "points" if point else "lines"
        if held and here != shape:
            yield {"shape": shape, "lines": held}
            held = []
        shape = here
        held.append(line[point.end() :] if point else line)
    if held:
        yield {"shape": shape, "lines": held}


def _breakable(line: str) -> str:
    def broken(found: re.Match[str]) -> str:
        word = found[0]
        return _MAY_BREAK.join(word[start : start + _LONGEST] for start in range(0, len(word), _LONGEST))

    return _UNBROKEN.sub(broken, line)


def _in_words(error: str) -> str:
    if sign := _NOT_SHOWN.search(error):
        return (
            f"Brevet er ikke sendt. Tegnet »{sign[1]}« kan ikke skrives i brevets PDF-fil. "
            "Slet det, eller skriv det med almindelige bogstaver."
        )
    return "Brevet er ikke sendt, for PDF-filen kunne ikke laves. Sig det til den systemansvarlige."
