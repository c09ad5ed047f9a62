"""What has Nordby set aside for learning, which courses and projects run, and what was decided about them?"""

from __future__ import annotations

from typing import Any, Final

from pejl.web.demo.plan import Writing
from pejl.web.plan.models import Fund, Project, Saving, Training, Trial

A_YEAR: Final = 150_000
# Name, focus area, the year of the fund from the first, units, who took part, days ago it began and ended, the rest.
COURSES: Final[tuple[tuple[str, str, int, tuple[str, ...], tuple[str, ...], tuple[int, int], dict[str, Any]], ...]] = (
    (
        *("At tale med børn", "hoert", 0, ("nord", "syd"), ("mette", "amina", "jonas", "susanne"), (420, 380)),
        {
            "stage": "afsluttet",
            "supplier": "Opdigtet kursushus",
            "competence": "Børnesamtalen",
            "committed": 80_000,
            "spent": 76_500,
            "exercise": "To og to: en er med til den andens samtale",
            "seen_in": "Ledelsestilsyn: står barnets egne ord i sagen?",
        },
    ),
    (
        *("Skriv, så barnet kan læse det", "hoert", 0, ("nord", "syd"), ("jonas", "lars"), (330, 329)),
        {"stage": "afsluttet", "competence": "Breve til børn", "spent": 22_000},
    ),
    (
        *("Netværket på banen", "netvaerk", 1, ("nord", "syd", "familiehus"), ("mette", "susanne"), (40, -20)),
        {
            "stage": "i_gang",
            "supplier": "Opdigtet kursushus",
            "committed": 95_000,
            "exercise": "Et netværksmøde hver inden jul",
        },
    ),
    (
        *("Supervision for nye rådgivere", "ro", 1, ("nord", "syd"), (), (-30, -90)),
        {"stage": "planlagt", "seats": 8},
    ),
)
PROJECTS: Final[tuple[dict[str, Any], ...]] = (
    {
        "name": "Spil om svære valg",
        "kind": "pilot",
        "aim": "At unge tør sige, hvad de helst vil, før de voksne beslutter.",
        "target_group": "Unge, der skal flytte",
        "partner": "Ungerådet",
        "funder": "Egne midler",
        "money": 20_000,
        "area": "hoert",
        "owner_words": "Teamlederen i Team Nord",
        "questions": "Siger de unge mere, når de har noget i hænderne?",
        "measures": "Det, de unge fortæller bagefter, og hvad der står i sagen",
        "baseline": "På tre af fem møder sagde den unge næsten intet.",
        "data": "Vi spørger den unge efter hvert møde.",
    },
    {
        "name": "Fælles vagt med sundhedsplejen",
        "aim": "At små børn bliver set tidligere.",
        "partner": "Sundhedsplejen",
        "area": "tide",
        "learning": "Det hjælper at sidde i samme rum en formiddag om ugen.",
        "decision": "drift",
        "decided_why": "Begge steder vil gerne blive ved, og det koster ikke ekstra.",
        "left_behind": "En fast formiddag og en kort vejledning",
        "kept_by": "Teamlederen i Team Syd",
    },
)
TRIALS: Final = (
    (60, "Spillet på to møder", "De unge talte mere, men det tog længere tid.", "Vi prøver med færre kort."),
    (25, "Færre kort", "Mødet blev kortere, og alle fik sagt noget.", "Vi prøver i Team Syd."),
)


def fill_training(writing: Writing) -> None:
    """The funds, the courses that draw on them, the projects and a saving."""
    strategy = writing.strategy
    year = strategy.first.year if strategy.first else writing.day(0).year
    funds = [writing.write("", Fund, ago=690, strategy=strategy, year=year + on, amount=A_YEAR) for on in range(3)]
    for name, area, fund, units, people, (began, ended), values in COURSES:
        writing.write(
            "",
            Training,
            ago=max(began + 30, 0) if began > 0 else 20,
            strategy=strategy,
            name=name,
            area=writing.rows[area],
            fund=funds[fund],
            units=[writing.rows[each] for each in units],
            participants=[writing.users[each] for each in people],
            first=writing.day(began),
            last=writing.day(ended),
            **values,
        )
    _projects(writing)
    agreed: dict[str, Any] = {"name": "Færre kørsler med taxa til samvær", "agreed": 200_000}
    told = "Opgøres, når året er gået."
    writing.write("", Saving, ago=300, strategy=strategy, year=year + 1, words=told, **agreed)


def _projects(writing: Writing) -> None:
    game, watch = PROJECTS
    given: dict[str, Any] = {"strategy": writing.strategy}
    days: dict[str, Any] = {"first": writing.day(90), "last": writing.day(-90)}
    pilot = writing.write("", Project, ago=95, **given, **days, **{**game, "area": writing.rows[game["area"]]})
    days = {"first": writing.day(500), "last": writing.day(200)}
    days |= {"decided_on": writing.day(195), "handed_on": writing.day(190)}
    writing.write("", Project, ago=190, **given, **days, **{**watch, "area": writing.rows[watch["area"]]})
    for ago, tried, saw, following in TRIALS:
        values: dict[str, Any] = {"project": pilot, "on": writing.day(ago), "tried": tried, "saw": saw}
        writing.write("", Trial, ago=ago, following=following, **values)
