"""Who came to Nordby's open counselling, and what did the leaders make of the early offers? Nobody; it is invented.

It is used by more and more, mostly by parents, about schools and break-ups; a group for parents apart is what is asked
for and not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from pejl.dates import WorkingCalendar, is_working_day, local_day
from pejl.web.access.actions import Doing
from pejl.web.access.models import new_key
from pejl.web.counselling.judging import Judged, judge
from pejl.web.counselling.models import Talk
from pejl.web.counselling.offers import GRUPPER, KONSULENT, RAADGIVNING
from pejl.web.counselling.values import QUESTIONS, THEMES
from pejl.web.demo.doors import Town

_DAYS: Final = 500
_SEED: Final = 11
# How often each answer is given; what is not named is given now and then.
_OFTEN: Final[Mapping[str, Mapping[str, int]]] = {
    "way": {"aftalt": 5, "ind_fra_gaden": 4, "telefon": 6},
    "who": {"foraelder": 20, "ung": 6, "paaroerende": 5, "fagperson": 5, "barn": 1},
    "age": {"6_9": 6, "10_14": 8, "15_17": 5, "3_5": 3, "ikke_sagt": 3},
    "themes": {"brud": 9, "skole": 8, "trivsel": 7, "graenser": 5, "psykisk": 3},
    "need": {"samtalen": 8, "flere_samtaler": 5, "gruppe": 6, "foraeldre": 5, "samarbejde": 4},
    "offered": {"ja": 10, "ventetid": 3, "delvist": 3},
    "led_on": {"ingen": 6, "ny_samtale": 5, "tidlig_hjaelp": 5, "familieret": 3, "skole": 3},
}
_JUDGED: Final = (
    (RAADGIVNING.key, "bevar", 1, "Tilbuddet er nyt, og flere finder vej. De fleste fik det, de kom efter."),
    (GRUPPER.key, "udvid", 0, "Mange spørger efter en gruppe for forældre, der er gået fra hinanden. Den har vi ikke."),
    (KONSULENT.key, "aendr", 0, "Vi ved for sjældent, om målene blev nået. Skriv det ned, når forløbet slutter."),
)


def make_counselling(town: Town, *, now: datetime) -> None:
    """About a year and a half of talks, and what was judged of the offers."""
    Talk.objects.bulk_create(list(_talks(local_day(now), Random(_SEED))))
    doing = Doing(by=town.users["karen"], at=now - timedelta(days=20))
    for offer, verdict, years_ago, reason in _JUDGED:
        year = doing.today.year - years_ago
        judge(Judged(key=new_key(), offer=offer, year=year, verdict=verdict, reason=reason), doing=doing)


def _talks(today: date, random: Random) -> Iterator[Talk]:
    for ago in range(_DAYS, 0, -1):
        day = today - timedelta(days=ago)
        # From one a week to two.
        if is_working_day(day, calendar=WorkingCalendar.LATE) and random.random() < 0.4 - 0.2 * ago / _DAYS:
            yield _talk(day, random)


def _talk(day: date, random: Random) -> Talk:
    told = {each.field: _answer(each.field, random) for each in QUESTIONS if each is not THEMES}
    if told["need"] == "gruppe":
        told["offered"] = random.choice(["nej", "nej", "delvist"])
    if told["need"] == "samtalen":
        told["offered"] = "ja"
    themes = {_answer(THEMES.field, random) for _ in range(random.choice([1, 1, 2]))}
    return Talk(day=day, themes=sorted(themes), **told)


def _answer(field: str, random: Random) -> str:
    question = next(each for each in QUESTIONS if each.field == field)
    often = _OFTEN[field]
    keys = [each.key for each in question.choices]
    return random.choices(keys, weights=[2 * often.get(key, 0) + 1 for key in keys])[0]
