"""How is it drawn who stands around someone? Boxes within each other, the centre as a circle in the innermost."""

from __future__ import annotations

from typing import Final

from pejl.charts.chart import Ring, RingChart
from pejl.charts.sheet import COLOURS, INK, LINE, MUTED, Sheet, wrapped

_INSET: Final = 16.0  # px from one box to the next
_AIR: Final = 10.0
_RADIUS: Final = 40.0
_BETWEEN: Final = " · "


def draw_rings(sheet: Sheet, chart: RingChart) -> None:
    """The outermost first, so that each grows around what is within it."""
    _ring(sheet, chart, tuple(reversed(chart.rings)), inset=2.0)


def _ring(sheet: Sheet, chart: RingChart, rings: tuple[Ring, ...], *, inset: float) -> None:
    if not rings:
        _centre(sheet, chart.centre)
        return
    ring, top = rings[0], sheet.at
    sheet.at += _AIR
    _line(sheet, ring.name, colour=MUTED)
    for words in wrapped(_BETWEEN.join(ring.who), sheet.width - 2 * (inset + _AIR)):
        _line(sheet, words.strip(_BETWEEN), colour=INK)
    sheet.at += _AIR
    _ring(sheet, chart, rings[1:], inset=inset + _INSET)
    sheet.at += _AIR
    right, high = sheet.width - 2 * inset, sheet.at - top
    # The outer ones are broken lines, so that the rings are told apart in black and white too.
    dash = "" if len(rings) == 1 else "6 4"
    sheet.path(f"M{inset} {top}h{right}v{high}h-{right}Z", colour=COLOURS[0], thick=2, dash=dash)


def _line(sheet: Sheet, words: str, *, colour: str) -> None:
    sheet.words(sheet.width / 2, sheet.at + 13, words, anchor="middle", colour=colour)
    sheet.at += LINE


def _centre(sheet: Sheet, words: str) -> None:
    middle, top = sheet.width / 2, sheet.at
    around = f"a{_RADIUS} {_RADIUS} 0 1 0 0 {2 * _RADIUS}a{_RADIUS} {_RADIUS} 0 1 0 0 -{2 * _RADIUS}Z"
    sheet.path(f"M{middle} {top}{around}", colour=COLOURS[0], thick=3)
    sheet.words(middle, top + _RADIUS + 5, words, anchor="middle")
    sheet.at += 2 * _RADIUS
