"""What may each row tell about a person, and may it be changed once written? (House rules 5 and 6.)

A talk names nobody, but who came with what on which day could be known again by somebody who was there: personal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import H, P, Privacy, R, Written

MODELS: Final[Mapping[str, Written]] = {"Talk": Written.APPEND_ONLY, "OfferJudgement": Written.APPEND_ONLY}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "Talk": {
        "key": R,
        "day": P,
        "way": H,
        "who": P,
        "age": P,
        "themes": P,
        "need": P,
        "offered": H,
        "led_on": P,
        "replaces": R,
        "taken_back": H,
    },
    "OfferJudgement": {
        "id": H,
        "key": H,
        "offer": H,
        "year": H,
        "verdict": H,
        "reason": H,
        "on": H,
        "by": R,
        "at": H,
    },
}
