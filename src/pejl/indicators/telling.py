"""How is a figure said in words, so that a share never stands without the number it is of, and nothing without a unit?

For inside the line: small numbers are shown as they are. What leaves the department goes through ``small_numbers``.
"""

from __future__ import annotations

from typing import Final

from pejl.indicators.indicator import Indicator, Unit
from pejl.indicators.period import Period
from pejl.tables import Point

NOT_COUNTED: Final = "ikke opgjort"
NOTHING: Final = "ingen at tælle"  # a share or a median of none
# Below this a percentage says more than is known (practice notes b).
FEWEST_FOR_PERCENT: Final = 10
_DANISH: Final = str.maketrans(",.", ".,")


def told(indicator: Indicator, point: Point) -> str:
    """The figure in words, without its period.

    >>> from datetime import date
    >>> from pejl.indicators import by_key
    >>> june = {"first": date(2026, 6, 1), "last": date(2026, 6, 30)}
    >>> told(by_key("underretninger.vurderet_24_timer"), Point(**june, counted=12, out_of=17, unknown=1))
    '12 af 17 (71 %), 1 kan ikke afgøres'
    >>> told(by_key("underretninger.modtaget"), Point(**june, counted=None))
    'ikke opgjort'
    """
    if point.counted is None:
        return NOT_COUNTED + _unknown(point)
    return _number(indicator, point) + _unknown(point)


def _number(indicator: Indicator, point: Point) -> str:
    counted = _grouped(point.counted or 0)
    match indicator.unit:
        case Unit.COUNT:
            return counted
        case Unit.SHARE:
            return _share(point)
        case Unit.DAYS:
            return f"{decimal(point.value)} dage ({counted})" if point.value is not None else NOTHING
        case Unit.RATIO:
            shown = decimal(point.value) if point.value is not None else NOT_COUNTED
            return f"{shown} ({counted} i alt)"


def _share(point: Point) -> str:
    if not point.out_of:
        return NOTHING
    part, of = point.counted or 0, point.out_of
    plain = f"{_grouped(part)} af {_grouped(of)}"
    return plain if of < FEWEST_FOR_PERCENT else f"{plain} ({percent(part, of=of)} %)"


def percent(part: int, *, of: int) -> int:
    """A whole percentage that is 0 or 100 only when it really is.

    >>> percent(999, of=1000), percent(1, of=1000), percent(2, of=3)
    (99, 1, 67)
    """
    rounded = round(100 * part / of)
    return 100 if part == of else 0 if not part else min(max(rounded, 1), 99)


def decimal(value: float | None) -> str:
    """One decimal with a comma, and none where it is whole.

    >>> decimal(13.06), decimal(21.0), decimal(1017.5)
    ('13,1', '21', '1.017,5')
    """
    return "" if value is None else f"{value:,.1f}".removesuffix(".0").translate(_DANISH)


def _grouped(number: int) -> str:
    return f"{number:,}".translate(_DANISH)


def _unknown(point: Point) -> str:
    return f", {_grouped(point.unknown)} kan ikke afgøres" if point.unknown else ""


def period_of_point(point: Point) -> Period:
    """The period a figure is of."""
    return Period(point.first, point.last)
