"""What may each row tell about a person, and may it be changed once written? (House rules 5 and 6.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import H, Privacy, R, Written

MODELS: Final[Mapping[str, Written]] = {"OwnText": Written.APPEND_ONLY, "Promise": Written.APPEND_ONLY}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "OwnText": {
        "id": H,
        "key": H,
        "title": H,
        "body": H,
        "cites": H,
        "owner": R,
        "first": H,
        "decided_by": R,
        "decided_at": H,
        "reason": H,
    },
    "Promise": {
        "id": H,
        "key": H,
        "number": H,
        "says": H,
        "seen": H,
        "owner": R,
        "first": H,
        "last": H,
        "taken_back": H,
        "decided_by": R,
        "decided_at": H,
        "reason": H,
    },
}
