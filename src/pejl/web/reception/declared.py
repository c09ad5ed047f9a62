"""What may each row of reception tell about a person, and may it be changed once written? (House rules 5 and 6.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import H, P, Privacy, R, Written

MODELS: Final[Mapping[str, Written]] = {
    "Letter": Written.APPEND_ONLY,
    "LetterChild": Written.CHANGEABLE,
    "Watch": Written.CHANGEABLE,
    "HandOver": Written.CHANGEABLE,
}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "Letter": {
        "id": H,
        "key": R,
        "shared_id": R,
        "received_at": H,
        "hour_known": H,
        "recorded_at": H,
        "recorded_by": R,
        "channel": H,
        "sender_type": H,
        "anonymous": H,
        "sender_name": P,
        "sender_contact": P,
        "sender_role": P,
        "text": P,
        "answers": P,
    },
    "LetterChild": {
        "id": H,
        "letter": R,
        "case": R,
        "event_id": R,
        "told": P,
        "joined_to": R,
        "joined_by": R,
        "joined_at": H,
    },
    "Watch": {"id": H, "user": R, "duty": H, "first_at": H, "last_at": H, "phone": R, "given_by": R},
    "HandOver": {
        "id": H,
        "case": R,
        "token": H,
        "note": P,
        "written_at": H,
        "written_by": R,
        "read_at": H,
        "read_by": R,
    },
}
