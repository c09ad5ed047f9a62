"""Which figures were entered by hand, and how are they told so that nobody takes them for counted ones?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from pejl.indicators import Period, told
from pejl.indicators.telling import decimal
from pejl.tables import Point, Series
from pejl.web.insight.figures import indicator_of
from pejl.web.insight.models import HandFigure

if TYPE_CHECKING:
    from pejl.web.access.models import Unit

MARK: Final = "Indtastet i hånden"


@dataclass(frozen=True, slots=True)
class ByHand:
    """One figure entered by hand, in words, with those it has replaced."""

    figure: HandFigure
    name: str
    period: str
    words: str
    earlier: tuple[str, ...]

    @property
    def mark(self) -> str:
        """That it is entered, from where and by whom: stands wherever the figure stands."""
        return f"{MARK} af {self.figure.entered_by}. Kilde: {self.figure.source}"


def entered(units: Iterable[Unit], *, indicator: str | None = None) -> list[ByHand]:
    """The figures of these units, the newest periods first; of one indicator, or all."""
    which = Q() if indicator is None else Q(indicator=indicator)
    rows = HandFigure.objects.filter(which, unit__in=[unit.pk for unit in units]).select_related("unit")
    same: dict[tuple[object, ...], list[HandFigure]] = {}
    for row in rows.order_by("-first", "-last", "-entered_at", "-pk"):
        same.setdefault((row.indicator, row.name, row.unit_id, row.first, row.last), []).append(row)
    return [_told(newest, earlier) for newest, *earlier in same.values()]


def _told(newest: HandFigure, earlier: Sequence[HandFigure]) -> ByHand:
    found = indicator_of(newest.indicator)
    name = found.name if found else newest.name or newest.indicator
    period = Period(newest.first, newest.last).name
    return ByHand(newest, name, period, words_of(newest), tuple(words_of(each) for each in earlier))


def words_of(figure: HandFigure) -> str:
    """The figure in words; a share with the number it is of, as those that are counted."""
    found = indicator_of(figure.indicator)
    if found and figure.counted is not None:
        return told(found, point_of(figure))
    if figure.value is not None:
        return decimal(figure.value)
    return f"{figure.counted} af {figure.out_of}" if figure.out_of is not None else str(figure.counted)


def point_of(figure: HandFigure) -> Point:
    """As a point of a series."""
    return Point(first=figure.first, last=figure.last, counted=figure.counted, out_of=figure.out_of, value=figure.value)


def series_of(rows: Sequence[ByHand], *, unit: Unit) -> Series | None:
    """The newest of each period as a series that says it is entered; for papers. Never mixed with counted ones."""
    own = sorted((each.figure for each in rows if each.figure.unit_id == unit.pk), key=lambda each: each.first)
    if not own:
        return None
    at = max(each.entered_at for each in own)
    found = indicator_of(own[0].indicator)
    return Series(
        indicator=own[0].indicator or own[0].name,
        version=found.version if found else 1,
        of=unit.name,
        as_of=at,
        known_at=at,
        points=tuple(point_of(each) for each in own),
        source=", ".join(dict.fromkeys(each.source for each in own)),
        entered_by=", ".join(dict.fromkeys(each.entered_by for each in own)),
    )
