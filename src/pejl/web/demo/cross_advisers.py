"""Which schools and day care does Nordby have, and who comes there? One place has nobody, to be seen."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from pejl.web.access.actions import Doing
from pejl.web.cooperation.actions import NewAttachment, add_place, attach
from pejl.web.cooperation.models import Place
from pejl.web.demo.doors import Town

_SKOLE, _DAG, _SUNDHED = Place.Kind.SKOLE, Place.Kind.DAGTILBUD, Place.Kind.SUNDHED
_MOEDER: Final = ("tvaersmoede", "netvaerksmoede")
# The place, who comes, how many days ago it began, what is agreed, and what for.
_PLACES: Final = (
    ("Skovskolen", _SKOLE, "mette", 420, "Tirsdag i lige uger kl. 9-12", (*_MOEDER, "aaben_tid")),
    ("Byskolen", _SKOLE, "mette", 150, "Den første torsdag i måneden kl. 8-11", _MOEDER),
    ("Havneskolen", _SKOLE, "viggo", 420, "", _MOEDER),
    ("Møllevangens Skole", _SKOLE, "", 0, "", ()),
    ("Børnehuset Solstrålen", _DAG, "mette", 90, "Efter aftale med lederen", ("tvaersmoede", "raad_til_familier")),
    ("Vuggestuen Mariehønen", _DAG, "viggo", 300, "Onsdag i ulige uger kl. 13-15", ("tvaersmoede",)),
    ("Sundhedsplejen", _SUNDHED, "viggo", 300, "Den sidste mandag i måneden kl. 10-12", ("netvaerksmoede",)),
)


def make_cross_advisers(town: Town, *, now: datetime) -> None:
    """Written on as a leader would, each from its day on."""
    doing = Doing(by=town.users["karen"], at=now)
    for name, kind, who, ago, attends, uses in _PLACES:
        place = add_place(name, kind, doing=doing)
        if who:
            first = _days_before(doing.today, ago)
            attach(place, NewAttachment(user=town.users[who], first=first, attends=attends, uses=uses), doing=doing)


def _days_before(today: date, days: int) -> date:
    return today - timedelta(days=days)
