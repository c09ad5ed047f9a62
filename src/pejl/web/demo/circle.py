"""Whom does Nordby's task force follow? Fourteen invented young people, four with a new effort, as many towns have."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pejl.web.access.actions import Doing
from pejl.web.access.models import User, new_key
from pejl.web.circle.actions import Judged, assess, take_in
from pejl.web.circle.models import Assessment
from pejl.web.demo.doors import Town

_NAMES: Final = (
    *("Ali Nordmark", "Bo Skovhede", "Casper Engdal", "Dina Lyngvang", "Emil Havkær", "Freja Stenbro", "Gry Mosedal"),
    *(
        "Hasan Åvang",
        "Ida Birkholm",
        "Jonathan Klitlund",
        "Kira Sandhøj",
        "Liam Rosenvig",
        "Maja Tangdal",
        "Noah Elmhede",
    ),
)
_NEW: Final = 4
_HELPED: Final = 6
_EFFORTS: Final = ("Kontaktperson", "Fritidsjob med mentor", "Familiebehandling", "Støtte i skolen")


def make_circle(town: Town, *, now: datetime) -> None:
    """A few meetings ago the circle talked about them all; one of them should have been looked at again."""
    doing = Doing(by=User.objects.get(username="sonja"), at=now - timedelta(days=75))
    for place, name in enumerate(_NAMES):
        born = doing.today.year - 13 - place % 4
        about = "Er sammen med ældre unge, politiet har talt med."
        young = take_in(new_key(), name=name, born=born, about=about, doing=doing)
        assess(young, _judged(place, doing), doing=doing)


def _judged(place: int, doing: Doing) -> Judged:
    outcome, effort, words = Assessment.Outcome.FOELGES, "", "Vi holder øje og tager det op igen."
    if place < _NEW:
        outcome, effort = Assessment.Outcome.INDSATS, _EFFORTS[place]
        words = "Der er brug for noget mere end det, den unge har i dag."
    elif place < _NEW + _HELPED:
        outcome, words = Assessment.Outcome.HAR_HJAELP, "Den unge deltager allerede i noget, der hjælper."
    review = doing.today + timedelta(days=60 if place == 0 else 120)
    return Judged(key=new_key(), on=doing.today, outcome=outcome, words=words, effort=effort, review_on=review)
