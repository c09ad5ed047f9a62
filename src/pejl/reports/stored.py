"""How is a frozen paper kept, so that it can be told unchanged and printed again years later? As JSON, with its hash.

Equal papers give equal bytes. A field at its default is left out, so that a field added later changes no old hash.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from pejl.charts import BarChart, Line, LineChart, Mark, Ring, RingChart, StackedChart
from pejl.reports.paper import (
    Aside,
    Bullets,
    Drawing,
    Facts,
    Heading,
    NewPage,
    Quote,
    Report,
    Table,
    Text,
)

# The names are stored: they may be added to, and never changed.
_NAMES: Final[Mapping[str, type]] = {
    "report": Report,
    "heading": Heading,
    "text": Text,
    "quote": Quote,
    "bullets": Bullets,
    "table": Table,
    "drawing": Drawing,
    "facts": Facts,
    "aside": Aside,
    "new_page": NewPage,
    "line_chart": LineChart,
    "bar_chart": BarChart,
    "stacked_chart": StackedChart,
    "ring_chart": RingChart,
    "ring": Ring,
    "line": Line,
    "mark": Mark,
}
_NAME_OF: Final = {shape: name for name, shape in _NAMES.items()}
_SHAPE: Final = "shape"


def to_json(report: Report) -> str:
    """The paper as text; every copy of it gives the same."""
    return json.dumps(_told(report), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def from_json(text: str) -> Report:
    """The paper that was stored; raises ValueError when the text is no paper."""
    return from_stored(json.loads(text))


def from_stored(kept: object) -> Report:
    """The same of what a database has read from its text already; raises ValueError when it is no paper."""
    try:
        read = _read(kept, Report)
    except (KeyError, TypeError) as error:
        raise ValueError("cannot read the paper: this is not how papers are stored") from error
    if not isinstance(read, Report):
        raise ValueError("cannot read the paper: something else is stored here")
    return read


def hash_of(report: Report) -> str:
    """SHA-256 of the stored text: two papers with the same hash say the same."""
    return sha256(to_json(report).encode("utf-8")).hexdigest()


# --- told -------------------------------------------------------------------------------------------------------


def _told(value: Any) -> object:
    match value:
        case tuple():
            return [_told(each) for each in value]
        case Enum():
            return value.value
        case datetime():
            return value.astimezone(UTC).isoformat()
        case float():
            # 12 and 12.0 are the same figure, and must be the same text.
            return int(value) if value.is_integer() else value
        case None | str() | int():
            return value
    given = {
        each.name: getattr(value, each.name) for each in fields(value) if getattr(value, each.name) != each.default
    }
    return {_SHAPE: _NAME_OF[type(value)]} | {name: _told(each) for name, each in given.items()}


# --- read -------------------------------------------------------------------------------------------------------


def _read(stored: Any, kind: Any) -> object:
    """A stored value as the type its field has."""
    if isinstance(stored, dict):
        return _shaped(stored)
    if kind is str:  # most of a paper
        return stored
    if get_origin(kind) in (types.UnionType, Union):
        return None if stored is None else _read(stored, _not_none(kind))
    if get_origin(kind) is tuple:
        return _read_row(stored, get_args(kind))
    if kind is datetime:
        return datetime.fromisoformat(stored)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(stored)
    return stored


def _read_row(stored: Any, kinds: tuple[Any, ...]) -> tuple[object, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_read(each, kinds[0]) for each in stored)
    return tuple(_read(each, kind) for each, kind in zip(stored, kinds, strict=True))


def _shaped(stored: dict[str, Any]) -> object:
    shape = _NAMES[stored[_SHAPE]]
    kinds = _kinds_of(shape)
    return shape(**{name: _read(each, kinds[name]) for name, each in stored.items() if name != _SHAPE})


def _not_none(kind: Any) -> Any:
    return next(each for each in get_args(kind) if each is not type(None))


@lru_cache(maxsize=len(_NAMES))
def _kinds_of(shape: type) -> Mapping[str, Any]:
    return get_type_hints(shape)
