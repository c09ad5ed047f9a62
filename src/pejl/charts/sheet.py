"""Where do words, strokes and shapes go? A sheet of fixed width that grows downwards, and what is on it as SVG.

Presentation attributes only: a page with a strict content policy shows no inline style. Colours are told apart from
white and from the next by at least 3 to 1, and by pattern, dash and shape as well, so that print in black is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Final
from zlib import crc32

from pejl.charts.chart import Chart, Unit

NARROWEST: Final = 280
TEXT: Final = 13  # px; never below 12, not even on a phone
LINE: Final = 18  # px from one line of words to the next
INK, MUTED, PALE, WHITE = "#1a1a1a", "#454545", "#d9d9d9", "#ffffff"
# Dark and middling by turns, so that neighbours differ.
COLOURS: Final = ("#123a56", "#d17400", "#43205f", "#2f9484", "#1a1a1a", "#c06a9a")
DASHES: Final = ("", "8 4", "2 3", "12 3 2 3", "5 5", "14 4")
# The strokes inside a tile of 8 by 8: plain, slanted, dotted, crossed, upright, slanted the other way.
_PATTERNS: Final = (
    "",
    "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "M2 1V3M6 5V7",
    "M0 4H8M4 0V8",
    "M4 0V8",
    "M-2 6L2 10M0 0L8 8M6 -2L10 2",
)
# Where each begins, seen from its middle, and its outline.
_SHAPES: Final = (
    (-4, 0, "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z"),
    (-4, -4, "h8v8h-8Z"),
    (0, -5, "l5 9h-10Z"),
    (0, -6, "l5 6l-5 6l-5 -6Z"),
)
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDE, _SLIM = frozenset("mwMW%@æÆ—"), frozenset("iljtfrI.,:;'!|()[] ")


def plain(words: str) -> str:
    """Words as they may stand in the file, whatever they contain."""
    return escape(_NOT_XML.sub("", words))


@lru_cache(maxsize=2048)
def room_for(words: str) -> float:
    """About how wide a line of words is: a little too wide rather than too narrow."""
    widths = (0.9 if sign in _WIDE else 0.36 if sign in _SLIM else 0.68 if sign.isupper() else 0.58 for sign in words)
    return TEXT * sum(widths)


def wrapped(words: str, width: float) -> list[str]:
    """Words in lines no wider than this; a word that is too long is broken.

    >>> wrapped("Undersøgelser afsluttet i tide", 120)
    ['Undersøgelser', 'afsluttet i tide']
    """
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if room_for(longer) <= width:
            lines[-1] = longer
        else:
            lines += _broken(word, width)
    return [line for line in lines if line] or [""]


def _broken(word: str, width: float) -> list[str]:
    fits = max(1, int(width / (TEXT * 0.7)))
    return [word] if room_for(word) <= width else [word[at : at + fits] for at in range(0, len(word), fits)]


def number(value: float, unit: Unit) -> str:
    """A value as an axis or a bar tells it.

    >>> number(1234, Unit.COUNT), number(82.5, Unit.PERCENT), number(13.06, Unit.RATIO)
    ('1.234', '82,5 %', '13,1')
    """
    told = f"{value:,.1f}".removesuffix(".0").translate(str.maketrans(",.", ".,"))
    return f"{told} %" if unit is Unit.PERCENT else told


def px(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


class Sheet:
    """One drawing under way. ``at`` is how far down it has come."""

    def __init__(self, chart: Chart, *, width: int, name: str) -> None:
        self.chart, self.width = chart, width
        self.name = re.sub(r"[^a-zA-Z0-9-]", "-", name) or f"c{crc32(repr((chart, width)).encode()):x}"
        self.at = 4.0
        self._parts: list[str] = []
        self._patterns: set[int] = set()

    def words(self, x: float, y: float, words: str, *, anchor: str = "start", colour: str = INK) -> None:
        """One line of words; y is its foot."""
        placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._parts.append(f'<text x="{px(x)}" y="{px(y)}" fill="{colour}"{placed}>{plain(words)}</text>')

    def path(self, way: str, *, colour: str, thick: float = 1, dash: str = "") -> None:
        """A stroke."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{px(thick)}"{dashed}/>')

    def shapes(self, points: Iterable[tuple[float, float]], which: int, *, hollow: bool = False) -> None:
        """The points of a row of values: circles, squares, triangles, diamonds by turns."""
        across, down, way = _SHAPES[which % len(_SHAPES)]
        colour = COLOURS[which % len(COLOURS)]
        fill, edge, thick = (WHITE, colour, 2) if hollow else (colour, WHITE, 1)
        if ways := "".join(f"M{px(x + across)} {px(y + down)}{way}" for x, y in points):
            self._parts.append(f'<path d="{ways}" fill="{fill}" stroke="{edge}" stroke-width="{thick}"/>')

    def bar(self, x: float, y: float, size: tuple[float, float], *, which: int, hollow: bool = False) -> None:
        """A bar in the colour and pattern of its row of values; hollow: not final."""
        wide, high = size
        colour = COLOURS[which % len(COLOURS)]
        pattern = which % len(_PATTERNS)
        if pattern and not hollow:
            self._patterns.add(which % len(COLOURS))
        fill = WHITE if hollow else f"url(#{self.name}-p{pattern})" if pattern else colour
        dash = ' stroke-dasharray="3 2"' if hollow else ""
        self._parts.append(
            f'<rect x="{px(x)}" y="{px(y)}" width="{px(wide)}" height="{px(high)}" fill="{fill}"'
            f' stroke="{colour}" stroke-width="1.5"{dash}/>'
        )

    def dot(self, x: float, y: float, words: str) -> None:
        """A number in a circle."""
        self._parts.append(f'<circle cx="{px(x)}" cy="{px(y)}" r="9" fill="{WHITE}" stroke="{INK}"/>')
        self.words(x, y + 4.5, words, anchor="middle")

    def backed(self, x: float, y: float, words: str) -> None:
        """Words in the middle of a bar, on white, so that no pattern runs through them."""
        wide = room_for(words) + 6
        self._parts.append(
            f'<rect x="{px(x - wide / 2)}" y="{px(y - 8)}" width="{px(wide)}" height="16" fill="{WHITE}"/>'
        )
        self.words(x, y + 4.5, words, anchor="middle")

    def paragraph(self, words: str, *, indent: float = 0) -> None:
        """Words over as many lines as they need."""
        for line in wrapped(words, self.width - indent - 6):
            self.words(indent, self.at + 13, line)
            self.at += LINE

    def drawn(self) -> str:
        """The file: title and description first, then the patterns in use, then all that was drawn."""
        high = round(self.at + 4)
        patterns = "".join(self._pattern(each) for each in sorted(self._patterns))
        defined = f"<defs>{patterns}</defs>" if patterns else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="pejl-drawing" role="img" width="{self.width}"'
            f' height="{high}" viewBox="0 0 {self.width} {high}" aria-labelledby="{self.name}-t {self.name}-d"'
            f' font-family="IBM Plex Sans, Arial, Helvetica, sans-serif" font-size="{TEXT}">'
            f'<title id="{self.name}-t">{plain(self.chart.title)}</title><desc id="{self.name}-d">'
            f"{plain(self.chart.says)}</desc>{defined}{''.join(self._parts)}</svg>"
        )

    def _pattern(self, which: int) -> str:
        return (
            f'<pattern id="{self.name}-p{which}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="{WHITE}"/>'
            f'<path d="{_PATTERNS[which]}" stroke="{COLOURS[which]}" stroke-width="2.5"/></pattern>'
        )
