"""What has Nordby promised its families, and which method is its own? Eight of Pejl's proposals, and one meeting.

One promise was sharpened on the way; two are not decided. The method has a version of Nordby's own.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pejl.dates import local_day
from pejl.web.access.actions import Doing
from pejl.web.demo.doors import Town
from pejl.web.handbook.actions import Version, decide
from pejl.web.handbook.cited import key_of
from pejl.web.handbook.promises import PROPOSAL_BY_KEY, PROPOSALS
from pejl.web.handbook.promising import Promised, promise
from pejl.web.handbook.texts import TEXT_BY_KEY

_DECIDED: Final = 300  # days ago
_SHARPENED: Final = 60
# Still on the leaders' table: nobody knows yet how it could be kept when somebody falls ill.
_LEFT: Final = ("ny_raadgiver", "netvaerk")
_SLOWER: Final = "Når I ringer eller skriver, får I svar inden for tre hverdage."
_OWNER: Final = "Faglig koordinator"


def make_promises(town: Town, *, now: datetime) -> None:
    """Decided at one meeting, and one of them again after half a year."""
    then = Doing(by=town.users["karen"], at=now - timedelta(days=_DECIDED))
    for each in PROPOSALS:
        if each.key not in _LEFT:
            says = _SLOWER if each.key == "svar" else each.says
            why = "Besluttet på ledermødet efter arbejdet med inddragelse af børn og familier."
            promise(_promised(each.key, number=1, says=says, why=why, doing=then), doing=then)
    later = Doing(by=town.users["karen"], at=now - timedelta(days=_SHARPENED))
    why = "Familierne skrev, at tre dage var for længe. Telefonen er nu bemandet hele dagen."
    promise(_promised("svar", number=2, says=PROPOSAL_BY_KEY["svar"].says, why=why, doing=later), doing=later)


def make_own_method(town: Town, *, now: datetime) -> None:
    """How a network meeting is held in Nordby: Pejl's words, and who leads it here."""
    at, method = now - timedelta(days=_SHARPENED), TEXT_BY_KEY["metode.netvaerksmoede"]
    version = Version(
        key=method.key,
        title=method.title,
        body=f"{method.body}\n\nHos os\n- Tværsrådgiveren leder mødet, når skole eller dagtilbud er med.",
        cites=tuple(key_of(each) for each in method.cites),
        owner=_OWNER,
        first=local_day(at),
        reason="Besluttet på ledermødet: rådgiverne var i tvivl om, hvem der leder mødet.",
    )
    decide(version, by=town.users["karen"], at=at)


def _promised(key: str, *, number: int, says: str, why: str, doing: Doing) -> Promised:
    return Promised(
        key=key,
        number=number,
        says=says,
        seen=PROPOSAL_BY_KEY[key].seen,
        owner=_OWNER,
        first=doing.today,
        last=None,
        reason=why,
    )
