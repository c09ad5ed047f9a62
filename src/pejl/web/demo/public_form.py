"""What has come through the public form this morning: one letter from a school, about two children nobody knows yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pejl.dates import local_day
from pejl.web.underret.actions import send
from pejl.web.underret.forms import Notification
from pejl.web.underret.layout import SENDER_BY_KEY

_BEFORE: Final = timedelta(minutes=35)
_TOKEN: Final = "de" * 32
_LETTER: Final = {
    "antal": "2",
    "barn-0-navn": "Sofus Prøvesen",
    "barn-0-foedt": "ca. 9 år, 3. B",
    "barn-1-navn": "Alma Prøvesen",
    "barn-1-foedt": "går i børnehaven",
    "hvor": "3. B",
    "familien": "Moren hedder Trine. Børnene bor hos hende.",
    "set_hoert": (
        "Sofus er kommet uden mad fire gange på to uger. I dag var han i T-shirt i regnvejr.\n"
        "Han sagde: »Jeg laver selv mad til Alma, når mor sover.«"
    ),
    "hvor_laenge": "Siden sidst i sidste måned.",
    "vurdering": "Vi er bekymrede for, at Sofus har ansvaret for sin lillesøster.",
    "overgreb": "nej",
    "gjort": "Vi har ringet til moren to gange. Hun sagde, at alt er i orden.",
    "virker": "Sofus er glad for sin lærer og for fodbold.",
    "foraeldre_ved": "ja",
    "barnet_siger": "»Du må ikke blive sur på mor.«",
    "navn": "Lise Lærer",
    "stilling": "Klasselærer",
    "arbejdssted": "Nordby Skole",
    "kontakt": "lise@skole.example",
}


def make_public_letter(*, now: datetime) -> None:
    """Sent as anybody sends one."""
    at = now - _BEFORE
    form = Notification(_LETTER, sender=SENDER_BY_KEY["skole"], today=local_day(at))
    if not form.is_valid():
        raise ValueError(f"cannot send the demo's letter; mend {sorted(form.errors)}")
    send(form, token=_TOKEN, knock="demo", at=at)
