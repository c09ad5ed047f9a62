"""Which guide belongs to a kind of event?"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pejl.events import Kind
from pejl.web.cases.forms.guides import StepGuide
from pejl.web.cases.forms.guides_child import CHILD
from pejl.web.cases.forms.guides_early import EARLY
from pejl.web.cases.forms.guides_later import LATER

GUIDES: Final[Mapping[str, StepGuide]] = MappingProxyType({guide.kind.key: guide for guide in (*EARLY, *CHILD, *LATER)})


def guide_of(kind: Kind) -> StepGuide | None:
    """The guide, if this kind has one."""
    return GUIDES.get(kind.key)
