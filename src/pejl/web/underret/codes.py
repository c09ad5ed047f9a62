"""Which codes does a writer get, and how do they prove something without our knowing them?

Everything comes from one secret, drawn when the page is opened and kept in the writer's own page. The same secret
gives the same codes each time, so that a page sent twice shows one receipt; the database has only their marks.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from typing import Final

# Thirty-two signs without those that look like others (I, L, O, U).
SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("OIL", "011")
_SECRET_SIGNS: Final = 14  # seventy bits: nobody guesses one
_GROUP: Final = 4
# A prime just below 32 · 32: one wrong sign, or two that have changed places, is always seen.
_PRIME: Final = 1021
_TOKEN: Final = re.compile(r"[0-9a-f]{64}")


def new_token() -> str:
    """The secret of a page that has just been opened."""
    return secrets.token_hex(32)


def is_token(text: str) -> bool:
    """Whether it has the shape of such a secret."""
    return bool(_TOKEN.fullmatch(text))


def mark_of(token: str) -> str:
    """How the database knows what is written with this secret."""
    return _hash("mark", token)


def receipt_code(token: str) -> str:
    """The code that proves it has been stored."""
    return _code("kvittering", token)


def later_code(token: str) -> str:
    """The code to go on with on another day or another computer."""
    return _code("senere", token)


def mark_of_code(code: str) -> str:
    """How the database knows a code."""
    return _hash("kode", code)


def read_code(typed: str) -> str | None:
    """The code as we write it, however it was typed; None where a sign must be wrong.

    >>> read_code(" 0000-0000 0000 00oo ")
    '0000-0000-0000-0000'
    >>> read_code("0000-0000-0000-0001") is None
    True
    """
    signs = re.sub(r"[\s-]", "", typed).upper().translate(_READ_AS)
    if len(signs) != _SECRET_SIGNS + 2 or not set(signs) <= set(SIGNS):
        return None
    return _grouped(signs) if signs[_SECRET_SIGNS:] == _check(signs[:_SECRET_SIGNS]) else None


def fingerprint(answers: Mapping[str, str]) -> str:
    """One short text for all the answers: another where a single letter is.

    >>> fingerprint({"a": "1", "b": "2"}) == fingerprint({"b": "2", "a": "1"}) != fingerprint({"a": "1", "b": "3"})
    True
    """
    return _hash("svar", json.dumps(dict(answers), sort_keys=True, ensure_ascii=False))


def shown(print_of_all: str) -> str:
    """As much of a fingerprint as people can compare.

    >>> shown("0123456789abcdef" * 4)
    '0123 4567 89AB CDEF'
    """
    return " ".join(print_of_all[at : at + _GROUP] for at in range(0, 4 * _GROUP, _GROUP)).upper()


def _hash(what: str, text: str) -> str:
    return hashlib.sha256(f"pejl.underret.{what}:{text}".encode()).hexdigest()


def _code(what: str, token: str) -> str:
    number = int(_hash(what, token), 16)
    signs = "".join(SIGNS[(number >> 5 * place) % 32] for place in range(_SECRET_SIGNS))
    return _grouped(signs + _check(signs))


def _check(signs: str) -> str:
    number = 0
    for sign in signs:
        number = (number * 32 + SIGNS.index(sign)) % _PRIME
    return SIGNS[number // 32] + SIGNS[number % 32]


def _grouped(signs: str) -> str:
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))
