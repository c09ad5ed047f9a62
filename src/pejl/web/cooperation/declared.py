"""What may each row tell about a person, and may it be changed once written? (House rules 5 and 6.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import H, Privacy, R, Written

MODELS: Final[Mapping[str, Written]] = {
    "Place": Written.CHANGEABLE,
    "Attachment": Written.CHANGEABLE,
}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "Place": {"id": H, "key": H, "name": H, "kind": H, "closed_on": H},
    "Attachment": {
        "id": H,
        "key": H,
        "place": H,
        "user": R,
        "first": H,
        "last": H,
        "attends": H,
        "uses": H,
        "given_by": R,
        "given_at": H,
        "ended_by": R,
    },
}
