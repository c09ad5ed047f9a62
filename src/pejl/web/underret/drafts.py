"""How is what somebody is writing kept, so that only they can find it and nobody can read it in the database?"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from pejl.web.underret.codes import mark_of, mark_of_code, read_code
from pejl.web.underret.models import Draft

# All the letters one can send, and then some: more than that is no letter.
MOST_BYTES: Final = 900_000


class TooLong(Exception):
    """More than a draft can hold."""


@dataclass(frozen=True, slots=True)
class Written:
    """What has been written so far: in which form, with which secret, and the answers as they were typed."""

    token: str
    sender: str
    data: dict[str, str]


def sealed(written: Written) -> bytes:
    """As the database keeps it."""
    content = json.dumps([written.token, written.sender, written.data]).encode()
    if len(content) > MOST_BYTES:
        raise TooLong
    return _box().encrypt(content)


def written_with(token: str) -> Written | None:
    """What has been saved with this secret."""
    return _opened(Draft.objects.filter(mark=mark_of(token)).first())


def written_under(typed: str) -> Written | None:
    """What has been saved under the code somebody types to go on."""
    code = read_code(typed)
    return _opened(Draft.objects.filter(code_mark=mark_of_code(code)).first()) if code else None


def _opened(draft: Draft | None) -> Written | None:
    if draft is None:
        return None
    try:
        token, sender, data = json.loads(_box().decrypt(bytes(draft.content)))
    except InvalidToken:
        return None  # kept with another key than ours of today: as good as gone
    return Written(token, sender, data)


def merged(before: Written | None, now: Mapping[str, str]) -> dict[str, str]:
    """The answers of now; and those of before that this form does not ask about."""
    return {**(before.data if before else {}), **now}


def _box() -> Fernet:
    """A key of its own, made from the one that CPR numbers are kept with."""
    key = hmac.new(settings.PEJL_CPR_KEY.encode(), b"pejl.underret.kladde", hashlib.sha256).digest()
    return Fernet(base64.urlsafe_b64encode(key))
