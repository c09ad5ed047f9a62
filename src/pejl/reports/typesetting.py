"""How does what people wrote become a file, without any of it being run or reading another file?

The layout is ours and stands in a file; the words are handed over as data and shown as text. The root is an empty
folder, and the fonts are those the typesetter carries itself, so that every machine makes the same file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

_FOLDER: Final = Path(__file__).parent
_NOT_SHOWN: Final = re.compile(r'the text `"(.*?)"` could not be displayed')
# What an embedded font lacks is shown as an empty box in a picture; in a PDF it is refused.
_SHARP: Final = 200  # points an inch: crisp on paper, and a chart under 100 kilobytes


class MissingSign(ValueError):
    """None of our fonts has this sign, so a PDF that anybody can have read aloud cannot hold it."""

    def __init__(self, sign: str) -> None:
        super().__init__(f"cannot print the sign »{sign}«; use ordinary letters in its place")
        self.sign = sign


def set_pdf(layout: str, told: object, *, at: datetime) -> bytes:
    """A PDF anybody can read, also with a screen reader; raises MissingSign."""
    made = _set(layout, told, format="pdf", pdf_standards="ua-1", timestamp=int(at.timestamp()))
    if not isinstance(made, bytes):
        raise TypeError("cannot keep the paper: the typesetter gave pages and not one file")
    return made


def set_pictures(drawings: Sequence[str]) -> list[bytes]:
    """Each SVG as a PNG, for files that can hold no SVG."""
    if not drawings:
        return []
    made = _set("pictures.typ", list(drawings), format="png", ppi=_SHARP)
    return [made] if isinstance(made, bytes) else list(made)


def _set(layout: str, told: object, **how: Any) -> bytes | list[bytes]:
    # Only those who print need it, so that the rest starts without.
    import typst

    try:
        with TemporaryDirectory(prefix="pejl-papir-") as empty:
            made: bytes | list[bytes] = typst.compile(
                (_FOLDER / layout).read_bytes(),
                root=empty,
                ignore_system_fonts=True,
                sys_inputs={"told": json.dumps(told)},
                **how,
            )
            return made
    except typst.TypstError as error:
        if found := _NOT_SHOWN.search(str(error)):
            raise MissingSign(found[1]) from error
        raise
