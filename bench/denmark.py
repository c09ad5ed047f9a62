"""How big are the 98 municipalities of the invented Denmark?

The 28 largest have the inhabitants of the real ones on 1 January 2012 (Statistics Denmark, as listed on Wikipedia:
"Municipalities of Denmark"). The other 70 were not read: they are taken to fall evenly from the 28th,
so that all together are the 5.58 million of that year. Then all are scaled to six million. The cases in
them are invented, and so is everything else.
"""

from __future__ import annotations

from typing import Final

_LARGEST: Final = (
    *(549_050, 314_545, 201_142, 191_610, 115_112, 108_021, 100_215, 95_756, 93_819, 89_412, 89_328, 86_348, 83_598),
    *(83_137, 81_012, 77_310, 76_094, 72_814, 69_415, 66_178, 65_303, 61_913, 61_493, 61_158, 59_600, 58_551),
    *(58_008, 57_892),
)
_ALL_IN_2012: Final = 5_580_000
_OTHERS: Final = 98 - len(_LARGEST)
_INHABITANTS: Final = 6_000_000


def _falling() -> list[float]:
    """Evenly spaced below the 28th, with the mean that makes the sum right."""
    mean = (_ALL_IN_2012 - sum(_LARGEST)) / _OTHERS
    step = 2 * (_LARGEST[-1] - mean) / (_OTHERS + 1)
    return [_LARGEST[-1] - step * number for number in range(1, _OTHERS + 1)]


MUNICIPALITIES: Final = tuple(round(size * _INHABITANTS / _ALL_IN_2012) for size in (*_LARGEST, *_falling()))
