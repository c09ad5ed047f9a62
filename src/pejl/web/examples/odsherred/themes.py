"""Which eight themes has the account, in its own order?"""

from __future__ import annotations

from typing import Final

from pejl.web.examples.odsherred.choice import CHOICE_AND_AFTER
from pejl.web.examples.odsherred.inquiry import INQUIRY
from pejl.web.examples.odsherred.shapes import Told
from pejl.web.examples.odsherred.steering import STEERING

THEMES: Final[tuple[Told, ...]] = (*STEERING, *INQUIRY, *CHOICE_AND_AFTER)
