"""Which changes of a rule can no ledger show, and why not? Each line says which change, and the reason.

Kept short: what an example could show belongs in an example.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ALIKE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "opfoelgning.hvert_halve_aar (SEL): transition_from: 2023-12-31": (
            "six months from no day are 31 December, for June has 30 days: a limit is 30 December or 1 January"
        ),
    }
)
