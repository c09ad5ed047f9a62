"""How does a person say of a probable mistake that it is being mended, or that it is right after all?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from pejl.web.access.log import changed
from pejl.web.access.models import Case, User
from pejl.web.cases.actions.writing import Refused, locked
from pejl.web.cases.models import Marking

MENDED, RIGHT, NOTHING = "rettes", "er_rigtigt", "fortryd"
_SAYABLE: Final = (MENDED, RIGHT, NOTHING)


def mark(case: Case, fault: str, said: str, *, by: User, at: datetime) -> None:
    """Write it down in place of what was said before; said twice it is said once."""
    if said not in _SAYABLE:
        raise Refused("Vælg, om det rettes i fagsystemet, eller om det er rigtigt.")
    with locked(case) as held:
        known = Marking.objects.filter(case=held, fault=fault).first()
        if (known.said if known else NOTHING) == said:
            return
        if said == NOTHING:
            Marking.objects.filter(case=held, fault=fault).delete()
        else:
            told = {"said": said, "said_by": by.name, "said_at": at}
            Marking.objects.update_or_create(case=held, fault=fault, defaults=told)
        changed("oprydning_markeret", by=by, at=at, case=held, fejl=fault, sagt=said)
