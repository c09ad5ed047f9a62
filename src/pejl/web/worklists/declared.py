"""What may each row tell about a person, and may it be changed once written? (House rules 5 and 6.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import H, P, Privacy, R, Written

MODELS: Final[Mapping[str, Written]] = {
    "Worklist": Written.CHANGEABLE,
    "Entry": Written.CHANGEABLE,
    "Setting": Written.APPEND_ONLY,
}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "Worklist": {
        "id": H,
        "key": H,
        "kind": H,
        "unit": H,
        "omraade": P,
        "months": H,
        "title": R,
        "started_on": H,
        "target_on": H,
        "began_by": R,
        "began_at": H,
        "ended_on": H,
        "ended_by": R,
    },
    # That a case is on a list tells of the child (a late investigation, early help).
    "Entry": {
        "id": H,
        "key": R,
        "worklist": P,
        "case": R,
        "thread_id": R,
        "taken_on": R,
        "taken_by": R,
        "place": R,
        "owner": R,
        "target_on": R,
    },
    "Setting": {
        "id": H,
        "worklist": P,
        "entry": R,
        "place": R,
        "owner": R,
        "target_on": R,
        "set_by": R,
        "set_at": H,
    },
}
