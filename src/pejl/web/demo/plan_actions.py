"""What does Nordby do about its strategy? Twelve actions, one that works and one that was stopped, with what was told.

An evaluation says what people saw and what it rests on; none of them says what caused what.
"""

from __future__ import annotations

from typing import Any, Final

from pejl.web.demo.plan import AGAIN, Writing, decide_again, decide_first
from pejl.web.plan.actions import new
from pejl.web.plan.models import Action, Dependency, Evaluation, Pressure, Report, RollOut

PLANLAGT, I_GANG, I_DRIFT = Action.Stage.PLANLAGT, Action.Stage.I_GANG, Action.Stage.I_DRIFT
PAA_HOLD, STOPPET = Action.Stage.PAA_HOLD, Action.Stage.STOPPET
INTET, SKREVET, FREMLAGT = Action.Lives.INTET, Action.Lives.SKREVET, Action.Lives.FREMLAGT
I_BRUG, RUTINE = Action.Lives.I_BRUG, Action.Lives.RUTINE
_TALKING: Final = "Børnesamtalen"
_INVESTIGATING: Final = "Den børnefaglige undersøgelse"

# Name, focus area, track, owner, effects, and what else it says as it was first written.
ACTIONS: Final[tuple[tuple[str, str, str, str, str, tuple[str, ...], dict[str, Any]], ...]] = (
    (
        *("tjek", "Tjek på teammødet: er barnet spurgt?", "hoert", "spor-samtale", "lars", ("spurgt", "skrevet")),
        {
            "text": "Før en afgørelse spørger teamet: Hvad siger barnet, og hvor står det?",
            "profession": _TALKING,
            "origin": Action.From.TILSYN,
        },
    ),
    (
        *(
            "bisidder",
            "Hvert barn får et brev om, hvem det kan tage med",
            "hoert",
            "spor-samtale",
            "mette",
            ("spurgt",),
        ),
        {"text": "Brevet er skrevet sammen med unge fra ungerådet.", "profession": _TALKING},
    ),
    (
        *("vagt", "En fast vagt ser alle bekymringer samme dag", "tide", "spor-vagt", "susanne", ("samme-dag",)),
        {"text": "Én person har ansvaret hver dag og overdrager med et møde.", "origin": Action.From.EGEN},
    ),
    (
        *("skabelon", "Fælles skabelon til netværksmøder", "netvaerk", "spor-netvaerk", "susanne", ("i-netvaerket",)),
        {"text": "Alle netværksmøder skulle følge de samme otte punkter.", "origin": Action.From.KONSULENT},
    ),
    (
        *(
            "gennemgang",
            "Hver uge ser vi på lange undersøgelser",
            "tide",
            "spor-vagt",
            "karen",
            ("undersoegt",),
        ),
        {"text": "Ti minutter om ugen: Hvad mangler, og hvem kan hjælpe?", "profession": _INVESTIGATING},
    ),
    (
        *("fredet", "To formiddage om ugen er fredet til at skrive", "tide", "spor-vagt", "lars", ("undersoegt",)),
        {"profession": _INVESTIGATING},
    ),
    (
        *("kort", "Netværket tegnes ved hver anbringelse", "netvaerk", "spor-netvaerk", "susanne", ("i-netvaerket",)),
        {"text": "Barnet tegner selv, og kortet gemmes i sagen."},
    ),
    (
        *("raadslag", "Familierådslagning som fast tilbud", "netvaerk", "spor-netvaerk", "susanne", ("i-netvaerket",)),
        {"origin": Action.From.POLITIK, "origin_words": "Budgetaftalen"},
    ),
    (
        *("overdrag", "Fælles møde, når rådgiveren skifter", "ro", "spor-blive", "lars", ("samme-raadgiver",)),
        {"text": "Den gamle og den nye rådgiver møder barnet sammen."},
    ),
    (
        *(
            "makker",
            "Nye rådgivere har en makker i et halvt år",
            "ro",
            "spor-blive",
            "karen",
            ("samme-raadgiver",),
        ),
        {"text": "Makkeren er med i de første samtaler og deler sagerne."},
    ),
    (
        *("panel", "Et børnepanel mødes to gange om året", "hoert", "spor-samtale", "karen", ("spurgt",)),
        {"text": "Børn, der har haft en sag, siger deres mening om vores breve og møder."},
    ),
    (
        *("telefon", "Én telefon for skoler og dagtilbud", "ro", "spor-vagt", "susanne", ("samarbejde", "samme-dag")),
        {"text": "Der er altid en rådgiver, der kan svare på et råd.", "origin": Action.From.PROJEKT},
    ),
)
# What became of each: days ago, reason, and the new values; in the order it was written.
BECAME: Final[tuple[tuple[str, int, str, dict[str, Any]], ...]] = (
    ("vagt", 600, "Vagtplanen er på plads fra i dag.", {"stage": I_GANG, "lives": FREMLAGT}),
    ("skabelon", 590, "Skabelonen er færdig og prøves i begge team.", {"stage": I_GANG, "lives": FREMLAGT}),
    ("overdrag", 520, "Teamene prøver det fra næste skift.", {"stage": I_GANG, "lives": I_BRUG}),
    ("vagt", 430, "Alle har haft vagt mindst to gange.", {"lives": I_BRUG}),
    ("raadslag", 420, "Projektgruppen er samlet.", {"stage": I_GANG, "lives": SKREVET}),
    ("gennemgang", 300, "Første gennemgang er holdt.", {"stage": I_GANG, "lives": I_BRUG}),
    ("skabelon", 260, "Den gjorde møderne stivere, og rådgiverne holdt op med at bruge den.", {"stage": STOPPET}),
    (
        *("raadslag", 230, "Koordinatoren er ikke ansat endnu."),
        {
            "stage": PAA_HOLD,
            "hold_reason": "Koordinatoren er ikke ansat endnu.",
            "hold_since": 230,
            "hold_by": "Ledergruppen",
            "hold_until": "Stillingen er besat, og den nye er lært op.",
        },
    ),
    (
        *("vagt", 210, "Vagten er ikke længere et projekt."),
        {
            "stage": I_DRIFT,
            "lives": RUTINE,
            "handed_on": 210,
            "left_behind": "Vagtplan, overdragelsesmøde og en side i håndbogen.",
            "kept_by": "Teamlederen i Team Syd",
        },
    ),
    ("tjek", 185, "Årets særlige fokus begynder.", {"stage": I_GANG, "lives": I_BRUG}),
    ("kort", 170, "Begge team har fået vist, hvordan.", {"stage": I_GANG, "lives": I_BRUG}),
    (
        *("overdrag", 150, "Det sker nu ved hvert skift uden påmindelse."),
        {"stage": I_DRIFT, "lives": RUTINE, "handed_on": 150, "kept_by": "Teamlederne"},
    ),
    ("bisidder", 120, "Brevet er skrevet og skal læses af ungerådet.", {"stage": I_GANG, "lives": SKREVET}),
    ("fredet", 45, "Teamene har valgt formiddagene.", {"stage": I_GANG, "lives": FREMLAGT}),
)
# Action, days ago, since, now, following, by.
REPORTS: Final = (
    (
        *("tjek", 100, "Spørgsmålet er sat på dagsordenen.", "Team Nord spørger hver gang, Team Syd næsten hver gang."),
        *("Vi øver os i at spørge de mindste.", "lars"),
    ),
    (
        *("tjek", 20, "Begge team spørger nu hver gang.", "Vi læser fem sager om måneden sammen."),
        *("Vi holder temamøde om vægten af barnets ord.", "lars"),
    ),
    ("bisidder", 30, "Ungerådet har læst brevet.", "Vi retter to sætninger.", "Det sendes fra næste måned.", "mette"),
    ("kort", 25, "Kortet er tegnet i flere sager.", "Vi samler, hvad børnene siger om det.", "", "susanne"),
    ("gennemgang", 12, "Vi har holdt gennemgangen hver uge.", "De ældste undersøgelser ses først.", "", "karen"),
)


def make_plan_actions(writing: Writing) -> None:
    """The actions, the two decisions of the strategy, what became of each action, and what was told of them."""
    for number, (name, called, area, track, owner, effects, more) in enumerate(ACTIONS, start=1):
        writing.write(
            name,
            Action,
            ago=650,
            strategy=writing.strategy,
            number=number,
            name=called,
            area=writing.rows[area],
            track=writing.rows[track],
            owner=writing.users[owner],
            effects=[writing.rows[each] for each in effects],
            **more,
        )
    decide_first(writing)
    _became(writing, earlier=True)
    decide_again(writing)
    _became(writing, earlier=False)
    _told(writing)
    _judged(writing)
    _waits(writing)
    _spread(writing)


def _became(writing: Writing, *, earlier: bool) -> None:
    """What each action became before the second decision, or after; numbers of days are days ago."""
    for name, ago, reason, values in BECAME:
        if (ago > AGAIN) is earlier:
            became: dict[str, Any] = {"first": writing.day(ago)} if values.get("stage") == I_GANG else {}
            became |= {key: writing.day(value) if isinstance(value, int) else value for key, value in values.items()}
            writing.change(name, ago=ago, reason=reason, **became)


def _told(writing: Writing) -> None:
    for name, ago, since, now, following, by in REPORTS:
        values = {"action": writing.rows[name], "on": writing.day(ago), "since": since, "now": now}
        new(Report, doing=writing.doing(by, ago), following=following, by=writing.users[by].name, **values)


def _judged(writing: Writing) -> None:
    """One that worked as it was meant to, and one that did not."""
    for name, ago, verdict, seen, evidence in (
        (
            *("vagt", 205, Evaluation.Verdict.BEHOLD),
            "Ja, som vi ser det. Nogen har ansvaret hver dag, og skolerne fortæller, at de får svar hurtigere. Om "
            "nøgletallet har flyttet sig af den grund, kan vi ikke vide.",
            "Samtaler med modtagelsen og tre skoler, og nøgletallet måned for måned.",
        ),
        (
            *("skabelon", 262, Evaluation.Verdict.STOP),
            "Nej. Møderne blev stivere, og familierne talte mindre. Nøgletallet kan ikke vise det; der er for få "
            "anbringelser.",
            "Seks møder, hvor vi var med og så til, og en snak med forældrene bagefter.",
        ),
        (
            *("overdrag", 155, Evaluation.Verdict.BEHOLD),
            "Børnene kender den nye rådgiver, når den gamle går. Hvor mange skift der er, ændrer mødet ikke på.",
            "Teamledernes egne notater fra skiftene.",
        ),
    ):
        values: dict[str, Any] = {"on": writing.day(ago), "verdict": verdict, "effect_seen": seen, "evidence": evidence}
        by = writing.users["karen"].name
        new(Evaluation, doing=writing.doing("karen", ago), action=writing.rows[name], by=by, **values)


def _waits(writing: Writing) -> None:
    rows = writing.rows
    writing.write("", Dependency, ago=220, action=rows["raadslag"], what="Koordinatoren er ansat")
    writing.write("", Dependency, ago=110, action=rows["panel"], other=rows["bisidder"])
    hired: dict[str, Any] = {"what": "De to ledige stillinger er besat", "expected": writing.day(-40)}
    writing.write("", Dependency, ago=90, action=rows["makker"], **hired)
    writing.write(
        "",
        Pressure,
        ago=70,
        strategy=writing.strategy,
        name="Næste ændring af barnets lov",
        when_words="Ikke bekræftet",
        text="Når ændringen er vedtaget, skal vi læse den, rette breve og arbejdsgange og lære det nye. Det tager tid "
        "fra børnesamtalen.",
        actions=[rows["tjek"], rows["bisidder"]],
    )


def _spread(writing: Writing) -> None:
    for name, unit, lives, ago, note in (
        ("tjek", "nord", RUTINE, 60, ""),
        ("tjek", "syd", I_BRUG, 60, "Glemmes i travle uger."),
        ("kort", "nord", FREMLAGT, 50, ""),
        ("kort", "syd", I_BRUG, 50, ""),
    ):
        values = {"unit": writing.rows[unit], "lives": lives, "on": writing.day(ago), "note": note}
        writing.write("", RollOut, ago=ago, action=writing.rows[name], **values)
