"""Which worklists can leaders begin? One value a kind; a new one is a file and a line here, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pejl.web.cases.worklists.aaben_laenge import AABEN_LAENGE
from pejl.web.cases.worklists.kind import ListKind
from pejl.web.cases.worklists.nedbringelse import NEDBRINGELSE
from pejl.web.cases.worklists.tidlig_hjaelp import TIDLIG_HJAELP

KINDS: Final = (NEDBRINGELSE, TIDLIG_HJAELP, AABEN_LAENGE)
KIND_BY_KEY: Final[Mapping[str, ListKind]] = {kind.key: kind for kind in KINDS}
