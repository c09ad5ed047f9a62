"""Which plans did the course rest on, what was done, and what comes round in the year?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.odsherred.people import CENTER, DEPARTMENT
from pejl.web.examples.odsherred.shapes import ACCOUNT, REPORT, SERVICES

RECOVERY: Final[dict[str, Any]] = {
    "title": "Handleplan for genopretning",
    "kind": "Genopretningsplan",
    "status": "erstattet",
    "period_words": "»i 2020« (statusrapporten, afsnit 1.2)",
    "purposes": "Ledelse og visitation\nFrister og krav til sagsbehandlingen overholdt",
    "source": f"{REPORT}, afsnit 1.2",
}
DEVELOPMENT: Final[dict[str, Any]] = {
    "title": "Udviklingsplan 2021–2023",
    "kind": "Udviklingsplan",
    "status": "i_kraft",
    "first": date(2021, 10, 1),
    "last": date(2023, 1, 31),
    "period_words": "»oktober 2021 - januar 2023« (statusrapporten, kap. 1)",
    "purposes": "Bedre kvalitet i sagsbehandlingen\nLoven overholdt i sagerne",
    "framework": "Børne- og ungepolitikken\nTask Forcens analyserapport, september 2021",
    "focus_word": "Tema",
    "focus_words": "Temaer",
    "action_word": "Tiltag",
    "action_words": "Tiltag",
    "source": f"{REPORT}, afsnit 1.2; {ACCOUNT}",
}
# Name, what, how close. The political committee is not named in the papers.
UNITS: Final = (
    (CENTER, "center", "primaer"),
    (DEPARTMENT, "myndighed", "primaer"),
    ("Børneteamet", "team", "primaer"),
    ("Ungeteamet", "team", "primaer"),
    ("Visitationsudvalget", "udvalg i afdelingen", "primaer"),
    ("Dagtilbud", "almenområde", "sekundaer"),
    ("Skoler", "almenområde", "sekundaer"),
    ("Sundhedsplejen", "almenområde", "sekundaer"),
    ("Det politiske udvalg", "politisk udvalg", "sekundaer"),
)
_EMPTY: Final = "Afdelingslederens stilling er ledig, og arbejdet skal ledes tæt på medarbejderne."
_NEW_HEAD: Final = "Ny afdelingsleder tiltræder"
# What was done: the theme, the numbers it answers, the values, and what it waits for as (what, when).
ACTIONS: Final[tuple[tuple[int, tuple[str, ...], dict[str, Any], tuple[tuple[str, date | None], ...]], ...]] = (
    (
        1,
        ("1.1", "3.1"),
        {
            "name": "Mål- og rammedokument",
            "stage": "paa_hold",
            "lives": "skrevet",
            "hold_reason": _EMPTY,
            "hold_since": date(2022, 12, 1),
            "hold_by": "Den faglige ledelse",
            "hold_until": "en ny afdelingsleder tiltræder, ventet 1. maj 2023",
            "text": "Skrevet og rettet efter Task Forcens bemærkninger; gennemgangen for medarbejderne udestår.",
        },
        ((_NEW_HEAD, date(2023, 5, 1)),),
    ),
    (
        3,
        ("1.2", "3.2"),
        {
            "name": "Fælles ramme og flowchart for samarbejdet",
            "stage": "i_gang",
            "lives": "i_brug",
            "text": "Rapporten siger, at ibrugtagningen udestår; redegørelsen, at det er i brug. Evalueres efter "
            "omkring seks måneder.",
        },
        (),
    ),
    (
        1,
        ("1.3",),
        {"name": "Arbejdsgange og fraser", "stage": "i_drift", "lives": "i_brug"},
        (),
    ),
    (
        2,
        ("2.1", "2.4"),
        {
            "name": "To tematiserede og to generelle ledelsestilsyn om året",
            "stage": "i_drift",
            "lives": "i_brug",
            "text": "Efter et tematiseret tilsyn i februar 2023 er der ikke planlagt flere før efteråret 2023.",
        },
        ((_NEW_HEAD, date(2023, 5, 1)),),
    ),
    (
        2,
        ("2.3",),
        {
            "name": "Egen ledelsesinformation hver måned",
            "stage": "i_drift",
            "lives": "i_brug",
            "first": date(2023, 1, 1),
            "text": "Fast skema og månedlige nøgletal, indtil der eventuelt kommer et fælles system.",
        },
        (),
    ),
    (
        4,
        ("4.1",),
        {"name": "Faste procedurer for underretninger", "stage": "i_drift", "lives": "i_brug"},
        (),
    ),
    (
        5,
        ("5.3",),
        {
            "name": "Plan for at nedbringe undersøgelser over fristen",
            "stage": "planlagt",
            "lives": "intet",
            "first": date(2023, 3, 1),
            "when_words": "fælles rådgivermøder i marts 2023",
        },
        (("Forløbet om relationel kapacitet er slut (foråret 2023)", None), (_NEW_HEAD, date(2023, 5, 1))),
    ),
    (
        3,
        (),
        {
            "name": "Styrkelse af den relationelle kapacitet",
            "stage": "i_gang",
            "lives": "intet",
            "origin": "konsulent",
            "when_words": "slutter i foråret 2023",
            "text": "Forløb med en ekstern konsulent for hele centeret.",
        },
        (),
    ),
    (
        1,
        (),
        {
            "name": "To ekstra rådgiverstillinger",
            "stage": "i_drift",
            "lives": "i_brug",
            "origin": "egen",
            "text": "Kom til undervejs. Det har været svært at finde rådgivere, og stillinger har stået ledige.",
            "source": f"{REPORT}, afsnit 1.2",
        },
        (),
    ),
    (
        8,
        ("8.1", "8.2", "8.3"),
        {"name": "Arbejdsgange og kursus om inddragelse", "stage": "i_gang", "lives": "i_brug"},
        (),
    ),
)
# The theme, and what was learned where; who held it is told differently, so every name stands.
TRAININGS: Final[tuple[tuple[int, dict[str, Any]], ...]] = (
    (
        5,
        {
            "name": "Systematik i sagsbehandlingen",
            "theme": "Underretninger, undersøgelser og handleplaner",
            "supplier": "Task Forcen/Børnekataloget (bilag 2); SPUK (bilag 1)",
            "when_words": "august-november 2021",
            "stage": "afsluttet",
            "source": f"{SERVICES}; {ACCOUNT}",
        },
    ),
    (
        8,
        {
            "name": "Inddragelse af børn og unge",
            "theme": "En fælles faglig forståelse af inddragelse",
            "supplier": "Task Forcen og Videnscenter om børneinddragelse og udsatte børns liv",
            "when_words": "november 2022, 2½ dage (bilag 2); efteråret 2022 (bilag 1)",
            "stage": "afsluttet",
            "source": f"{SERVICES}; {ACCOUNT}",
        },
    ),
    (
        2,
        {
            "name": "ICS-kurser for enkelte eller grupper",
            "when_words": "efter løbende vurdering og behov",
            "stage": "i_gang",
            "together": False,
            "source": f"{ACCOUNT}, tema 2, ad 5",
        },
    ),
)
_END: Final = date(2023, 12, 31)
_GAP: Final = (
    "Fra februar til efteråret 2023 er der ikke planlagt tilsyn, fordi afdelingslederens stilling er ledig. Task "
    "Forcen foreslår i stedet et lille tilsyn hver måned med en til to sager for hver teamleder."
)
WHEEL: Final[tuple[dict[str, Any], ...]] = (
    {
        "name": "Tematiseret ledelsestilsyn om underretningsmøder",
        "kind": "tilsyn",
        "body": "Afdelingsleder og teamledere",
        "first": date(2023, 2, 1),
        "again": "en_gang",
        "when_words": "februar 2023",
        "note": _GAP,
        "source": f"{REPORT}, afsnit 3.1",
    },
    {
        "name": "Ledelsestilsyn, tematiseret og generelt",
        "kind": "tilsyn",
        "body": "Afdelingsleder og teamledere",
        "first": date(2023, 9, 1),
        "until": _END,
        "again": "halvaarligt",
        "when_words": "tidligst i efteråret 2023; modellen er to af hver om året",
        "note": _GAP,
        "source": f"{REPORT}, afsnit 3.1",
    },
    {
        "name": "Nøgletal trækkes, og afdelingsleder og centerchef taler om dem",
        "kind": "rapport",
        "body": "Afdelingsleder og centerchef",
        "first": date(2023, 1, 1),
        "until": _END,
        "again": "maaned",
        "when_words": "hver måned fra 1. januar 2023",
        "source": f"{ACCOUNT}, tema 2, ad 3",
    },
    {
        "name": "Status til det politiske udvalg",
        "kind": "udvalg",
        "body": "Det politiske udvalg",
        "first": date(2022, 4, 1),
        "until": _END,
        "again": "halvaarligt",
        "when_words": "to gange om året, hvert halve år siden forløbets start",
        "source": f"{ACCOUNT}, tema 2, ad 3",
    },
    {
        "name": "Fælles rådgivermøder om undersøgelser over fristen",
        "kind": "moede",
        "body": DEPARTMENT,
        "first": date(2023, 3, 1),
        "again": "en_gang",
        "when_words": "marts 2023",
        "source": f"{ACCOUNT}, tema 5",
    },
)
# What the papers say was held: the committee had its status every half-year since the course began.
HELD: Final[dict[str, tuple[date, ...]]] = {"Status til det politiske udvalg": (date(2022, 4, 1), date(2022, 10, 1))}
