"""What may each row of this app tell about a person, and may it be changed once written?

House rules 5 and 6: a field or a model that stands here nowhere fails a test, so that a new one makes somebody think.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from pejl.events import Privacy as Privacy

H, R, P = Privacy.HARMLESS, Privacy.REPLACEABLE, Privacy.PERSONAL


class Written(StrEnum):
    """What may happen to a row after it has been written."""

    CHANGEABLE = "kan ændres; ændringen står i loggen over ændringer"
    APPEND_ONLY = "tilføjes kun"
    DERIVED = "regnes ud og kan laves forfra"


MODELS: Final[Mapping[str, Written]] = {
    "Unit": Written.CHANGEABLE,
    "User": Written.CHANGEABLE,
    "Post": Written.CHANGEABLE,
    "Cover": Written.CHANGEABLE,
    "Case": Written.CHANGEABLE,
    "OpenDuty": Written.DERIVED,
    "Naming": Written.CHANGEABLE,
    "Protection": Written.CHANGEABLE,
    "TemporaryAccess": Written.CHANGEABLE,
    "LogEntry": Written.APPEND_ONLY,
    "LogReview": Written.CHANGEABLE,
    "ChangeEntry": Written.APPEND_ONLY,
    "StaffDecision": Written.APPEND_ONLY,
}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {
    "Unit": {"id": H, "name": H, "level": H, "parent": H},
    "User": {"id": H, "password": P, "last_login": P, "username": R, "name": R, "initials": R, "is_active": H},
    "Post": {"id": H, "user": R, "unit": H, "role": H, "first": H, "last": H, "share": R},
    "Cover": {"id": H, "initials": R, "user": R, "first": R, "last": R, "given_by": R},
    "Case": {
        "id": H,
        "key": R,
        "number": R,
        "team": H,
        "adviser": R,
        "closed": H,
        "omraade": P,
        "protected": P,
        "version": H,
        "rulebook": H,
        "again_on": H,
    },
    "OpenDuty": {"id": H, "case": R, "role": H},
    "Naming": {
        "id": H,
        "case": R,
        "user": R,
        "named_as": H,
        "first": H,
        "last": H,
        "reason": P,
        "given_by": R,
    },
    "Protection": {
        "id": H,
        "case": R,
        "reason": P,
        "given_by": R,
        "given_at": H,
        "ended_why": P,
        "ended_by": R,
        "ended_at": H,
    },
    "TemporaryAccess": {
        "id": H,
        "case": R,
        "user": R,
        "reason": P,
        "given_at": H,
        "until": H,
        "reviewed_by": R,
        "reviewed_at": H,
        "verdict": R,
    },
    "LogEntry": {"id": H, "at": H, "username": R, "name": R, "act": H, "case_key": R, "why": P, "detail": R},
    "LogReview": {
        "id": H,
        "entry": R,
        "month": H,
        "unit": H,
        "verdict": R,
        "note": P,
        "reviewed_by": R,
        "reviewed_at": H,
    },
    "ChangeEntry": {"id": H, "at": H, "username": R, "name": R, "action": H, "case_key": R, "what": R},
    "StaffDecision": {"id": H, "informed_on": H, "med_on": H, "decided_by": R, "decided_at": H},
}
