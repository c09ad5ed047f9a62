"""What may each row tell about a person, and may it be changed once written? (House rules 5 and 6.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import H, P, Privacy, R, Written

MODELS: Final[Mapping[str, Written]] = {
    "Young": Written.CHANGEABLE,
    "Assessment": Written.APPEND_ONLY,
    "Disclosure": Written.APPEND_ONLY,
}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "Young": {
        "id": H,
        "key": R,
        "name": P,
        "born": P,
        "taken_in_on": R,
        "about": P,
        "ended_on": R,
        "ended_why": P,
    },
    "Assessment": {
        "id": H,
        "key": R,
        "young": R,
        "on": R,
        "outcome": P,
        "words": P,
        "effort": P,
        "review_on": R,
        "by": R,
        "at": H,
    },
    "Disclosure": {
        "id": H,
        "key": H,
        "on": H,
        "what": H,
        "why": H,
        "allowed": H,
        "decided_by": R,
        "decided_as": H,
        "decided_at": H,
    },
}
