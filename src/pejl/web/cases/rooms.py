"""How many letters does a column hold, and which number does a case of our own get?"""

from __future__ import annotations

import secrets
from typing import Final

from django.db.models import Model

# Neither 0 nor O, neither 1 nor I: a number is read aloud on the telephone.
_SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LONG_NUMBER: Final = 8


def room(model: type[Model], name: str) -> int:
    """How many letters a column holds; 0: as many as may be."""
    return int(getattr(model._meta.get_field(name), "max_length", None) or 0)


def new_number() -> str:
    """A number of our own for a case; drawn at random, so that nobody can count from it."""
    return "P-" + "".join(secrets.choice(_SIGNS) for _ in range(_LONG_NUMBER))
