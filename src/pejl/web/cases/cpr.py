"""How is a CPR number kept? Encrypted with a key from outside the database; read only when asked for and logged.

And how is one kept out of a text that others wrote?
"""

from __future__ import annotations

import re
from typing import Final

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac


def locked_up(number: str) -> bytes:
    """The number, encrypted; nothing for no number."""
    return _box().encrypt(number.encode()) if number else b""


def mark_of_cpr(number: str) -> str:
    """The same mark for the same number, for finding a child again; tells nothing without the key.

    Where a number is kept (``Child.cpr``), its mark is kept beside it (``Child.cpr_mark``).
    """
    digits = "".join(sign for sign in number if sign.isdigit())
    return salted_hmac("pejl.cpr", digits, secret=settings.PEJL_CPR_KEY).hexdigest() if digits else ""


def opened(kept: bytes | memoryview) -> str:
    """The number; empty where none is kept."""
    if not kept:
        return ""
    try:
        return _box().decrypt(bytes(kept)).decode()
    except InvalidToken as error:
        raise ValueError(
            "cannot read the CPR number with this key; set PEJL_CPR_KEY to the key it was kept with"
        ) from error


def _box() -> Fernet:
    return Fernet(settings.PEJL_CPR_KEY)


# Day, month, year, serial number. Days over 60 are given to those without a number of their own, and the months over
# 40 are those of Pejl's invented children.
_CPR: Final = re.compile(r"(?<!\d)(?:[012678]\d|[39][01])(?:[04][1-9]|[15][0-2])\d\d[- ]?\d{4}(?!\d)")
_HIDDEN: Final = "(CPR-nummer)"


def without_cpr(text: str) -> str:
    """The text without what may be a CPR number.

    >>> without_cpr("Barn 030517-1234, sag 2024001234")
    'Barn (CPR-nummer), sag 2024001234'
    """
    return _CPR.sub(_HIDDEN, text)


def is_cpr(text: str) -> bool:
    """Whether the whole text may be a CPR number."""
    return bool(_CPR.fullmatch(text.strip()))
