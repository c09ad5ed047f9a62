"""What do we count, what do the figures mean, and which cases are behind them?

How it is used, without Django and without a database::

    from pejl.indicators import INDICATORS, Per, by_key, latest, measured, read_case, rows

    months = latest(Per.MONTH, day=date(2026, 6, 30), number=12)
    reads = [read_case(events, deadlines, coverage=coverage, as_of=as_of, known_at=known_at) for ...]
    series = measured(by_key("underretninger.vurderet_24_timer"), reads, periods=months, as_of=as_of, known_at=known_at)
    behind = rows(by_key("..."), read, periods=months, as_of=as_of)      # the cases behind a figure, one case at a time

- An ``Indicator`` is a value; those of Pejl stand in ``INDICATORS``, by topic. A municipality's own are made alike.
- A ``Read`` is one case: events in force and in order, the duties an engine gave, and what the sources deliver. An
  adviser's full-time post and a family are no part of the ledger: the first is ``given`` to ``measured``, the second is
  ``Read.family``.
- ``measured_all`` counts many indicators in one pass, and ``Measuring`` those of many units. They only add up ``rows``,
  so a figure always opens to its cases.
- The same events known at the same moment always give the same ``Series``; ``difference`` tells two of them apart.
- ``Point.counted`` is None where no source tells of the period (»ikke opgjort«), never zero; ``unknown`` is in neither
  number. Small numbers are taken out by ``pejl.small_numbers`` before anything is shown outside the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from pejl.indicators import (
    anbringelser,
    barnets_stemme,
    frister,
    indsatser,
    indsatstrappen,
    klager,
    planer,
    stabilitet,
    underretninger,
    undersoegelser,
    undersoegelsers_kvalitet,
)
from pejl.indicators.comparing import Came, came_later, difference
from pejl.indicators.counting import known
from pejl.indicators.indicator import Better, Group, Indicator, Marker, Rests, Unit
from pejl.indicators.measuring import Given, Measuring, measured, measured_all, rows
from pejl.indicators.period import Per, Period, latest, period_of, periods
from pejl.indicators.reading import Read, Whole, read_case
from pejl.indicators.rows import Row, Verdict
from pejl.indicators.telling import NOT_COUNTED, told

__all__ = [
    "INDICATORS",
    "NOT_COUNTED",
    "TOPICS",
    "Better",
    "Came",
    "Given",
    "Group",
    "Indicator",
    "Marker",
    "Measuring",
    "Per",
    "Period",
    "Read",
    "Rests",
    "Row",
    "Unit",
    "Verdict",
    "Whole",
    "by_key",
    "came_later",
    "checked",
    "difference",
    "latest",
    "measured",
    "measured_all",
    "period_of",
    "periods",
    "read_case",
    "rows",
    "told",
]


def checked(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The same, when no key stands twice, every kind exists, and every group has a name of its own."""
    found: dict[str, Indicator] = {}
    for each in indicators:
        if each.key in found:
            raise ValueError(f"cannot have two indicators called {each.key!r}; give one of them another key")
        if not known(each.kinds):
            raise ValueError(f"cannot count {sorted(each.kinds)} for {each.key}; use kinds that exist")
        if len(each.label_of) != len(each.groups):
            raise ValueError(f"cannot have two groups of one key in {each.key}; give each its own")
        found[each.key] = each
    return tuple(found.values())


# In the order they are told; the first part of a key is its topic.
TOPICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "underretninger": "Underretninger",
        "undersoegelser": "Undersøgelser",
        "barnets_stemme": "Barnets stemme og inddragelse",
        "planer": "Barnets plan",
        "opfoelgning": "Opfølgning på indsatsen",
        "indsatser": "Indsatser",
        "anbringelser": "Anbringelser",
        "indsatstrappen": "Indsatstrappen",
        "stabilitet": "Sagstal og kontinuitet",
        "klager": "Klager",
        "frister": "Frister, kapitel for kapitel",
    }
)
INDICATORS: Final = checked(
    (
        *underretninger.INDICATORS,
        *undersoegelser.INDICATORS,
        *undersoegelsers_kvalitet.INDICATORS,
        *barnets_stemme.INDICATORS,
        *planer.INDICATORS,
        *indsatser.INDICATORS,
        *anbringelser.INDICATORS,
        *indsatstrappen.INDICATORS,
        *stabilitet.INDICATORS,
        *klager.INDICATORS,
        *frister.INDICATORS,
    )
)
_BY_KEY: Final = MappingProxyType({each.key: each for each in INDICATORS})


def by_key(key: str) -> Indicator:
    """The indicator of this key; KeyError when Pejl has none."""
    return _BY_KEY[key]
