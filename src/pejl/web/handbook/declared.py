"""What may each row tell about a person, and may it be changed once written? (House rules 5 and 6.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.access.declared import Privacy, Written

MODELS: Final[Mapping[str, Written]] = {}

FIELDS: Final[Mapping[str, Mapping[str, Privacy]]] = {}
