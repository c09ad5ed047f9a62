"""What is a figure called whose key stands in the plan? The plan itself counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby

from pejl.indicators import INDICATORS, TOPICS, by_key


def indicator_name(key: str) -> str:
    """Its name on the screen; empty where Pejl has no such figure (any more)."""
    try:
        return by_key(key).name
    except KeyError:
        return ""


@cache
def indicator_choices() -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """Every figure by its name, under its topic, in the order they are told."""
    grouped = groupby(INDICATORS, key=lambda each: each.topic)
    return tuple((TOPICS[topic], tuple((each.key, each.name) for each in of_it)) for topic, of_it in grouped)
