"""What have Nordby's units set out to do, how did each round find it, and what comes round in the year?

Two cells are left empty, one goal came late, one was sent back and one time of the wheel is late, so that a newcomer
sees how that looks. No figure is written here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from pejl.web.plan.answering import Answer, answer, asked_goals
from pejl.web.plan.approving import approve, newest_change, send_back, send_in
from pejl.web.plan.models import LocalGoal, OutsideGoal, PlanUnit, Round, WheelItem
from pejl.web.plan.wheel import DROPPED, HELD, MOVED, planned_days
from pejl.web.plan.wheel_feed import open_feed
from pejl.web.plan.wheel_keeping import Mark, mark

if TYPE_CHECKING:
    from pejl.web.demo.plan import Writing

LEADER: Final = {"myndighed": "karen", "nord": "lars", "syd": "susanne"}
# Short name, kind, name, days ago (a negative number lies ahead).
ROUNDS: Final = (
    ("indsendelse", Round.Kind.INDSENDELSE, "Indsendelse af enhedernes mål", 520),
    ("efteraar", Round.Kind.OPFOELGNING, "Første opfølgning", 400),
    ("vinter", Round.Kind.OPFOELGNING, "Anden opfølgning", 290),
    ("foraar", Round.Kind.OPFOELGNING, "Tredje opfølgning", 110),
    ("naeste", Round.Kind.OPFOELGNING, "Fjerde opfølgning", -20),
    ("justering", Round.Kind.JUSTERING, "Justering af strategien", -75),
)
# Unit, area, goal, what we do, efforts, how we follow up, signs, indicators. Two of twelve cells are left empty.
GOALS: Final[tuple[tuple[str, str, str, str, str, str, str, tuple[str, ...]], ...]] = (
    (
        *("myndighed", "hoert", "Barnets egne ord står i hver afgørelse"),
        "Vi læser to afgørelser højt for hinanden på hvert ledermøde.",
        "Børnesamtalen og skabelonen til afgørelser",
        "Ledelsestilsyn hvert kvartal",
        "Barnet kan kende sig selv i det, der står.",
        ("barnets_stemme.foer_afgoerelse",),
    ),
    (
        *("myndighed", "tide", "Ingen undersøgelse løber, uden at nogen ved hvorfor"),
        "Afdelingslederen ser hver måned på de undersøgelser, der er i gang.",
        "Fast vagt og månedligt overblik",
        "Drøftes på ledermødet",
        "Færre undersøgelser løber længe, og grunden står der.",
        ("undersoegelser.over_fire_maaneder",),
    ),
    (
        *("myndighed", "ro", "Nye rådgivere har en makker det første halve år"),
        "Hver ny rådgiver får en makker fra sit team.",
        "Makkerordningen",
        "Samtale efter tre og seks måneder",
        "Nye rådgivere siger, at de ved, hvem de kan spørge.",
        ("stabilitet.samme_raadgiver",),
    ),
    (
        *("nord", "hoert", "Alle i teamet kan holde en børnesamtale med tegning"),
        "Vi øver os sammen en gang om måneden.",
        "Børnesamtalen",
        "Teammøde en gang om måneden",
        "Børnene fortæller mere, og det kan læses.",
        ("barnets_stemme.i_undersoegelsen",),
    ),
    (
        *("nord", "tide", "Forældre får et opkald, før der er gået en uge"),
        "Rådgiveren ringer og siger, hvad der nu sker.",
        "Fast vagt",
        "Vi spørger fem forældre hvert kvartal",
        "Forældre ved, hvad der sker, og hvorfor.",
        (),
    ),
    (
        *("nord", "netvaerk", "Netværket er tegnet før første møde"),
        "Vi tegner netværket sammen med familien.",
        "Netværksmøder og netværkskortet",
        "Ledelsestilsyn",
        "Flere i netværket kommer med til mødet.",
        ("anbringelser.netvaerk",),
    ),
    (
        *("nord", "ro", "To kender hvert barn"),
        "Hvert barn har en rådgiver og en medrådgiver.",
        "Makkerordningen",
        "Fordelingen hver mandag",
        "Et skift begynder ikke forfra.",
        ("stabilitet.raadgiverskift",),
    ),
    (
        *("syd", "hoert", "Unge er med, når mødet om dem holdes"),
        "Vi spørger den unge, hvor og hvornår mødet skal være.",
        "Børnesamtalen",
        "Vi taler om det efter hvert møde",
        "Unge siger selv noget på mødet.",
        ("barnets_stemme.foer_afgoerelse",),
    ),
    (
        *("syd", "tide", "Skolen får svar samme dag"),
        "Vagten ringer tilbage til skolen.",
        "Fast vagt",
        "Møde med skolerne hvert halve år",
        "Skolerne ved, hvem de skal ringe til.",
        ("underretninger.vurderet_24_timer",),
    ),
    (*("syd", "ro", "Færre sager på det samme bord"), "Vi fordeler nye sager på teammødet.", "", "", "", ()),
)
# Unit, area: how it went in each round that has been.
FOLLOWED: Final = {
    ("myndighed", "hoert"): ("ikke", "paa_vej", "paa_vej"),
    ("myndighed", "tide"): ("ikke", "ikke", "paa_vej"),
    ("myndighed", "ro"): ("paa_vej", "naaet", "naaet"),
    ("nord", "hoert"): ("paa_vej", "paa_vej", "naaet"),
    ("nord", "tide"): ("ikke", "paa_vej", "paa_vej"),
    ("nord", "netvaerk"): ("ikke", "paa_vej", "paa_vej"),
    ("nord", "ro"): ("paa_vej", "paa_vej", "opgivet"),
    ("syd", "hoert"): ("ikke", "paa_vej", ""),
    ("syd", "tide"): ("paa_vej", "naaet", ""),
}
TOLD: Final = {
    "ikke": "Vi er ikke kommet i gang. Der har været for få til det.",
    "paa_vej": "Vi er i gang, og de fleste gør det. Det er ikke en vane endnu.",
    "naaet": "Det gør alle nu, også i ferierne.",
    "opgivet": "Vi har ikke kunnet få det til at gå op og prøver noget andet.",
}
_KIND, _AGAIN = WheelItem.Kind, WheelItem.Again
# Short name, what, kind, who, how often, month and day of the year before this.
WHEEL: Final = (
    ("med", "MED-udvalget drøfter strategien", _KIND.MED, "Sektor-MED", _AGAIN.HALVAARLIGT, (2, 26)),
    ("tilsyn", "Ledelsestilsyn", _KIND.TILSYN, "Teamlederne", _AGAIN.KVARTAL, (1, 31)),
    ("status", "Statusnotat til udvalget", _KIND.RAPPORT, "Børne- og Ungeudvalget", _AGAIN.HALVAARLIGT, (4, 15)),
    ("personale", "Fællesmøde for hele Myndighed", _KIND.MOEDE, "Myndighed", _AGAIN.HALVAARLIGT, (3, 10)),
    ("budget", "Budgettet drøftes", _KIND.UDVALG, "Børne- og Ungeudvalget", _AGAIN.AARLIGT, (8, 20)),
)


def fill_goals(writing: Writing) -> None:
    """Goals sent in, approved and followed up; then the year's wheel with what became of it."""
    for short, kind, name, ago in ROUNDS:
        writing.write(
            f"runde-{short}", Round, ago=600, strategy=writing.strategy, kind=kind, name=name, due=writing.day(ago)
        )
    _outside(writing)
    _goals(writing)
    _sent_and_judged(writing)
    for number, (short, ago) in enumerate((("efteraar", 405), ("vinter", 293), ("foraar", 112))):
        for unit in LEADER:
            _follow(writing, writing.rows[f"runde-{short}"], unit, number=number, ago=ago)
    _wheel(writing)
    open_feed(writing.strategy, doing=writing.doing("henrik", 30))


def _outside(writing: Writing) -> None:
    texts = ("Flere børn hjælpes i familie og netværk", "Flere børn bliver hørt, før der besluttes noget")
    for number, text in enumerate(texts, start=1):
        body = "Partnerskabet med nabokommunerne"
        writing.write(
            f"andres-{number}", OutsideGoal, ago=600, strategy=writing.strategy, body=body, number=number, text=text
        )


def _goals(writing: Writing) -> None:
    joined = {"netvaerk": "andres-1", "hoert": "andres-2"}
    for unit, area, goal, we_do, efforts, following, signs, indicators in GOALS:
        writing.write(
            f"maal-{unit}-{area}",
            LocalGoal,
            ago=560,
            writer=LEADER[unit],
            unit=writing.rows[unit],
            area=writing.rows[area],
            goal=goal,
            we_do=we_do,
            efforts=efforts,
            following=following,
            signs=signs,
            signs_by=writing.day(-40) if signs else None,
            indicators=list(indicators),
            crosses=writing.rows["ro"] if area == "hoert" and unit == "nord" else None,
            contract_goal="Budgetaftalen: flere børn i netværk" if area == "netvaerk" else "",
            outside_goals=[writing.rows[joined[area]]] if area in joined else [],
        )


def _sent_and_judged(writing: Writing) -> None:
    """Team Syd came late; its last goal lacks half of the template and is still a draft."""
    for unit, ago in (("myndighed", 530), ("nord", 525), ("syd", 512)):
        sent = [_goal(writing, *cell) for cell in FOLLOWED if cell[0] == unit]
        send_in(sent, doing=writing.doing(LEADER[unit], ago))
    for cell in FOLLOWED:
        goal = _goal(writing, *cell)
        if cell == ("syd", "hoert"):
            why = "Skriv, hvordan I vil kunne se det, så vi kan følge op på det."
            send_back(goal, why=why, read=newest_change(goal), doing=writing.doing("henrik", 508))
            send_in([_goal(writing, *cell)], doing=writing.doing("susanne", 500))
            goal = _goal(writing, *cell)
        if cell != ("nord", "tide"):
            approve(goal, read=newest_change(goal), doing=writing.doing("henrik", 495))


def _goal(writing: Writing, unit: str, area: str) -> LocalGoal:
    return LocalGoal.objects.get(pk=writing.rows[f"maal-{unit}-{area}"].pk)


def _follow(writing: Writing, row: Round, unit: str, *, number: int, ago: int) -> None:
    short = {writing.rows[area].pk: area for area in ("hoert", "tide", "netvaerk", "ro")}
    place: PlanUnit = writing.rows[unit]
    told = {}
    for goal in asked_goals(place, row):
        if far := FOLLOWED[unit, short[goal.area_id]][number]:
            told[goal] = Answer(far=far, words=TOLD[far])
    if told:
        # Team Syd answers its second round after the day.
        late = 6 if (unit, row.name) == ("syd", "Anden opfølgning") else 0
        answer(place, row, told, doing=writing.doing(LEADER[unit], ago - late))


def _wheel(writing: Writing) -> None:
    year = writing.day(0).year - 1
    for short, name, kind, body, again, (month, day) in WHEEL:
        values: dict[str, Any] = {"kind": kind, "body": body, "again": again, "first": date(year, month, day)}
        row = writing.write(f"hjul-{short}", WheelItem, ago=660, strategy=writing.strategy, name=name, **values)
        _kept(writing, row, short)


def _kept(writing: Writing, row: WheelItem, short: str) -> None:
    """Every time that has been was held, but one moved, one dropped, and the newest ledelsestilsyn nobody told of."""
    past = [day for day in planned_days(row, last=writing.day(1))]
    for number, day in enumerate(past):
        ago = (writing.day(0) - day).days
        if short == "tilsyn" and number == len(past) - 1:
            continue
        if short == "personale" and number == 1:
            told = Mark(planned=day, how=DROPPED, why="Mange var syge, og mødet kunne ikke nå at blive flyttet.")
        elif short == "status" and number == 1:
            told = Mark(planned=day, how=MOVED, on=writing.day(ago - 8), why="Udvalget flyttede sit møde.")
        else:
            told = Mark(planned=day, how=HELD)
        mark(row, told, doing=writing.doing("karen", ago))
        if told.how == MOVED:
            mark(row, Mark(planned=day, how=HELD, on=told.on), doing=writing.doing("karen", ago - 8))
