"""May each row of the public form tell about a person, and may it be changed once written? (House rules 5 and 6.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import H, P, Privacy, R, Written

MODELS: Final[Mapping[str, Written]] = {
    "Draft": Written.CHANGEABLE,
    "Receipt": Written.APPEND_ONLY,
    "Knock": Written.APPEND_ONLY,
}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "Draft": {"id": H, "mark": R, "code_mark": R, "content": P, "created_at": H, "saved_at": H},
    "Receipt": {"id": H, "mark": R, "code_mark": R, "letter": R, "fingerprint": R, "stored_at": H},
    "Knock": {"id": H, "what": H, "mark": R, "at": H},
}
