"""What does Nordby want? A strategy of its own, tied to the figures of its invented cases, with what went well and not.

No figure is written here: they stand on their own pages, and a text that retyped one would soon be wrong. Nothing says
that an action was the reason for anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeVar

from pejl.dates import local_day
from pejl.web.access.actions import Doing
from pejl.web.access.models import Unit, User
from pejl.web.demo.doors import Town
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import (
    Effect,
    Evidence,
    Experience,
    FocusArea,
    Judgement,
    MadeKnown,
    OptOut,
    PlanRow,
    PlanUnit,
    Strategy,
    Track,
)
from pejl.web.plan.versions import Decision, decide

Row = TypeVar("Row", bound=PlanRow)
COMMITTEE: Final = "Børne- og Ungeudvalget"
BORGER: Final = "borger"
ORGANISATION: Final = "organisation"
AGAIN: Final = 180  # so many days ago it was decided for the second time


@dataclass(slots=True)
class Writing:
    """Who writes the plan, and what of it is there already, by short names of our own."""

    users: dict[str, User]
    now: datetime
    rows: dict[str, Any] = field(default_factory=dict)

    def day(self, days_ago: int) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return local_day(self.now - timedelta(days=days_ago))

    def doing(self, by: str, days_ago: int) -> Doing:
        """This person, so many days ago."""
        return Doing(by=self.users[by], at=self.now - timedelta(days=days_ago))

    def write(self, short: str, /, model: type[Row], *, ago: int, writer: str = "karen", **values: Any) -> Row:
        """A row, as it was written so many days ago."""
        row = new(model, doing=self.doing(writer, ago), **values)
        self.rows[short] = row
        return row

    def change(self, short: str, /, *, ago: int, reason: str, writer: str = "karen", **values: Any) -> None:
        """A row, as it was changed so many days ago."""
        self.rows[short] = put(self.rows[short], doing=self.doing(writer, ago), reason=reason, **values)

    @property
    def strategy(self) -> Strategy:
        """Nordby's strategy."""
        found: Strategy = self.rows["strategi"]
        return found


def make_plan(town: Town, *, now: datetime) -> Writing:
    """The strategy with its areas and effects, as the leaders first wrote it down."""
    writing = Writing(users=town.users, now=now)
    _strategies(writing)
    _units(writing)
    for name, values in AREAS.items():
        writing.write(name, FocusArea, ago=690, strategy=writing.strategy, **values)
    for number, (name, (area, level, text)) in enumerate(EFFECTS.items(), start=1):
        writing.write(name, Effect, ago=690, area=writing.rows[area], level=level, text=text, number=number)
    for effect, seen in SEEN.items():
        for kind, values in seen:
            writing.write("", Evidence, ago=680, effect=writing.rows[effect], kind=kind, **values)
    _tracks(writing)
    return writing


# --- the strategies -------------------------------------------------------------------------------------------


def _strategies(writing: Writing) -> None:
    year = local_day(writing.now).year - 1  # it has run for a year and some months
    writing.write(
        "genopretning",
        Strategy,
        ago=2400,
        title=f"Genopretningsplan for børn og familier {year - 5}",
        kind="Genopretningsplan",
        status=Strategy.Status.ERSTATTET,
        first=date(year - 5, 1, 1),
        last=date(year - 5, 12, 31),
        decided_by=COMMITTEE,
    )
    writing.write(
        "udvikling",
        Strategy,
        ago=1900,
        title=f"Udviklingsplan for Myndighed {year - 4}–{year - 1}",
        kind="Udviklingsplan",
        status=Strategy.Status.I_KRAFT,
        first=date(year - 4, 1, 1),
        last=date(year - 1, 12, 31),
        decided_by=COMMITTEE,
        replaces=writing.rows["genopretning"],
        mission="Vi får styr på fristerne og på det, vi skriver.",
    )
    writing.write(
        "strategi",
        Strategy,
        ago=700,
        title=f"Nordbys strategi for børn og familier {year}–{year + 2}",
        first=date(year, 1, 1),
        last=date(year + 2, 12, 31),
        replaces=writing.rows["udvikling"],
        mission="Vi hjælper i tide, sammen med barnet og dem, barnet holder af.",
        core_task="Vi finder ud af, hvad barnet har brug for, og sørger for, at hjælpen kommer og virker. Det gør vi "
        "sammen med barnet, forældrene og de voksne, der kender barnet i forvejen.",
        purposes="At børn og familier mærker en forskel\nAt vi arbejder med få ting ad gangen og gør dem færdige\n"
        "At alle kan se den røde tråd fra strategien til det enkelte barn",
        framework="Nordbys børne- og ungepolitik\nBarnets lov\nArbejdsgangene i håndbogen",
        few=4,
        few_areas=2,
    )


# Name, kind, scope; the team nobody has told yet stands last.
UNITS: Final = (
    ("myndighed", "Myndighed", "Afdeling", "primaer", ""),
    ("nord", "Team Nord", "Team", "primaer", "myndighed"),
    ("syd", "Team Syd", "Team", "primaer", "myndighed"),
    ("familiehus", "Familiehuset", "Udfører", "sekundaer", ""),
    ("sundhedspleje", "Sundhedsplejen", "Almenområde", "sekundaer", ""),
    ("ppr", "PPR", "Almenområde", "sekundaer", ""),
    ("skoler", "Skoler og dagtilbud", "Almenområde", "sekundaer", ""),
    ("pleje", "Plejefamilieteamet", "Anbringelsessteder", "sekundaer", ""),
)


def _units(writing: Writing) -> None:
    in_pejl = {unit.name: unit for unit in Unit.objects.all()}
    for number, (name, called, what, part, below) in enumerate(UNITS, start=1):
        writing.write(
            name,
            PlanUnit,
            ago=695,
            strategy=writing.strategy,
            name=called,
            what=what,
            part=part,
            number=number,
            parent=writing.rows[below] if below else None,
            unit=in_pejl.get(called),
        )


# --- focus areas, effects, and what they are seen by ----------------------------------------------------------

AREAS: Final[dict[str, dict[str, Any]]] = {
    "hoert": {
        "number": 1,
        "name": "Børn bliver hørt",
        "family": BORGER,
        "vision": "Intet om barnet bliver besluttet, før vi ved, hvad barnet selv tænker.",
        "purpose": "Barnet skal mødes af en voksen, der spørger og lytter, også når svaret er svært at høre.",
        "reasoning": "Børn og unge har fortalt os, at de først hørte om en beslutning, da den var taget.",
    },
    "tide": {
        "number": 2,
        "name": "Hjælp i tide",
        "family": BORGER,
        "vision": "Ingen familie venter på os uden at vide hvorfor.",
        "purpose": "En bekymring skal ses samme dag, og en undersøgelse skal blive færdig, mens den stadig passer.",
        "reasoning": "Når vi kommer sent, vokser det svære. Det mærker børnene først.",
    },
    "netvaerk": {
        "number": 3,
        "name": "Familie og netværk først",
        "family": BORGER,
        "vision": "Barnet beholder dem, det holder af, også når det ikke kan bo hjemme.",
        "purpose": "Vi spørger familien og netværket, før vi finder en løsning uden dem.",
        "reasoning": "De voksne, barnet kender, er der også, når vi ikke er.",
    },
    "ro": {
        "number": 4,
        "name": "Den samme rådgiver længere",
        "family": ORGANISATION,
        "vision": "Et barn skal ikke fortælle sin historie forfra.",
        "purpose": "Rådgivere skal have lyst til at blive og tid til at kende børnene.",
        "reasoning": "Hvert skift koster barnet tillid og os viden.",
    },
}
EFFECTS: Final = {
    "spurgt": ("hoert", BORGER, "Børn oplever at blive spurgt, før noget bliver besluttet"),
    "skrevet": ("hoert", ORGANISATION, "Det fremgår af sagen, hvad barnet mener, og hvordan det er vægtet"),
    "samme-dag": ("tide", BORGER, "En bekymring bliver vurderet inden for et døgn"),
    "undersoegt": ("tide", BORGER, "Undersøgelsen bliver færdig inden for fire måneder"),
    "ved-hvorfor": ("tide", BORGER, "Forældre ved, hvad der sker, og hvorfor det tager tid"),
    "i-netvaerket": ("netvaerk", BORGER, "Flere børn, der må bo et andet sted, bor i familie eller netværk"),
    "maal": ("netvaerk", BORGER, "Børn når de mål, de selv har været med til at sætte"),
    "samme-raadgiver": ("ro", BORGER, "Børn beholder den samme rådgiver"),
    "samarbejde": ("ro", ORGANISATION, "Skoler og dagtilbud ved, hvem de skal ringe til"),
    # The effect nobody can see yet.
    "ro-i-maven": ("ro", ORGANISATION, "Rådgivere går hjem med ro i maven"),
}
_I, _T, _O = Evidence.Kind.INDIKATOR, Evidence.Kind.TILSYN, Evidence.Kind.OPLEVELSE
SEEN: Final[dict[str, tuple[tuple[str, dict[str, Any]], ...]]] = {
    "spurgt": (
        (_I, {"subject": "barnets_stemme.foer_afgoerelse", "expected": "Alle børn, eller en skrevet grund"}),
        (_O, {"who": "barn"}),
        (_O, {"who": "ung"}),
    ),
    "skrevet": ((_T, {"question": "Fremgår det, hvad barnet selv mener, og hvordan det er vægtet?"}),),
    "samme-dag": ((_I, {"subject": "underretninger.vurderet_24_timer", "expected": "Alle"}), (_O, {"who": "partner"})),
    "undersoegt": ((_I, {"subject": "undersoegelser.over_fire_maaneder", "expected": "Færre end sidste år"}),),
    "ved-hvorfor": ((_O, {"who": "foraelder"}),),
    "i-netvaerket": ((_I, {"subject": "anbringelser.netvaerk"}), (Evidence.Kind.CASES, {})),
    "maal": ((Evidence.Kind.PLANMAAL, {}),),
    "samme-raadgiver": (
        (_I, {"subject": "stabilitet.samme_raadgiver"}),
        (_I, {"subject": "stabilitet.raadgiverskift"}),
        (_O, {"who": "medarbejder"}),
    ),
    "samarbejde": ((_O, {"who": "partner"}),),
}


# --- tracks, and how the order was changed --------------------------------------------------------------------

TRACKS: Final = (
    ("spor-vagt", "Vagt og modtagelse", "En fast vagt ser alt, der kommer ind.", "susanne", ("tide",)),
    ("spor-samtale", "Børnesamtalen", "Vi øver os i at spørge, og skriver ned, hvad barnet sagde.", "lars", ("hoert",)),
    ("spor-netvaerk", "Netværk", "Netværket tegnes og inviteres, før vi beslutter.", "susanne", ("netvaerk", "hoert")),
    ("spor-blive", "Blive og kende børnene", "Overdragelse, makkere og et sagstal, der kan bæres.", "karen", ("ro",)),
)


def _tracks(writing: Writing) -> None:
    for number, (name, called, text, owner, areas) in enumerate(TRACKS, start=1):
        writing.write(
            name,
            Track,
            ago=685,
            strategy=writing.strategy,
            number=number,
            name=called,
            text=text,
            owner=writing.users[owner],
            areas=[writing.rows[each] for each in areas],
        )


def decide_first(writing: Writing) -> None:
    """The committee decided it, and it was told to those it is for."""
    _decide(writing, "nordby-udgave-1", ago=640, reason="Udvalget besluttede strategien efter høring i enhederne.")
    writing.rows["strategi"].refresh_from_db()
    _known(writing)
    _said(writing, earlier=True)


def decide_again(writing: Writing) -> None:
    """Half a year ago the order was changed, and that was decided too; what was judged and told since then."""
    moved = "Vagten kører nu af sig selv, så kræfterne flyttes til børnesamtalen."
    writing.change("spor-samtale", ago=190, reason=moved, number=1)
    writing.change("spor-vagt", ago=190, reason=moved, number=2)
    focus = "Børnesamtalen er årets særlige fokus i begge team."
    writing.change("hoert", ago=190, reason=focus, focus_from=writing.day(190), focus_to=writing.day(-175))
    reason = "Børnesamtalen er sat først, og udvalget har tilsluttet sig det."
    _decide(writing, "nordby-udgave-2", ago=AGAIN, reason=reason)
    _said(writing, earlier=False)


def _decide(writing: Writing, key: str, *, ago: int, reason: str) -> None:
    decision = Decision(key=key, decided_by=COMMITTEE, on=writing.day(ago), reason=reason)
    decide(writing.strategy, decision, municipality="Nordby Kommune", doing=writing.doing("henrik", ago))


# --- made, made known, and left out ---------------------------------------------------------------------------

# Kind, days ago, meeting, units, others.
MEETINGS: Final = (
    ("tilblivelse", 780, "Fokusgrupper med unge, der har haft en sag", (), "Unge fra ungerådet"),
    ("tilblivelse", 750, "Workshop om den røde tråd", ("myndighed", "familiehus", "ppr", "sundhedspleje"), ""),
    ("kendt", 630, "Fælles start for hele Myndighed", ("myndighed", "nord", "syd"), "Formanden for udvalget"),
    ("kendt", 620, "Møde i Familiehuset", ("familiehus",), ""),
    ("kendt", 610, "Ledermøde for det tværfaglige samarbejde", ("ppr", "sundhedspleje"), ""),
    ("kendt", 400, "Skoleledermøde og områdeledermøde", ("skoler",), ""),
)


def _known(writing: Writing) -> None:
    for kind, ago, meeting, units, others in MEETINGS:
        writing.write(
            "",
            MadeKnown,
            ago=min(ago, 690),
            strategy=writing.strategy,
            kind=kind,
            on=writing.day(ago),
            meeting=meeting,
            units=[writing.rows[each] for each in units],
            others=others,
        )
    for ago, text, why in (
        (
            660,
            "En app, hvor børn kan skrive til deres rådgiver",
            "Børnene sagde, at de hellere ville ringe eller mødes.",
        ),
        (300, "Et nyt fælles dokumentationssystem", "Det ville tage kræfterne fra børnesamtalen i mindst et år."),
    ):
        writing.write(
            "",
            OptOut,
            ago=ago,
            strategy=writing.strategy,
            text=text,
            why=why,
            on=writing.day(ago),
            decided_by="Ledergruppen",
        )


# --- judged, and told -----------------------------------------------------------------------------------------

# Effect, days ago, verdict, words, by.
JUDGEMENTS: Final = (
    ("spurgt", 400, "ikke", "Børnene fortæller, at de bliver spurgt for sent. Vi er lige begyndt.", "lars"),
    (
        "spurgt",
        60,
        "delvist",
        "Flere børn fortæller, at de blev spurgt. De små børn hører vi stadig for lidt fra, og vi ved ikke, hvor "
        "godt vi spørger.",
        "karen",
    ),
    ("skrevet", 60, "delvist", "Barnets mening står der oftere. Hvordan den er vægtet, mangler tit.", "karen"),
    (
        "samme-dag",
        60,
        "delvist",
        "De fleste bekymringer ses samme dag, men ikke alle. Det er weekenden, der driller. Se nøgletallet.",
        "susanne",
    ),
    ("undersoegt", 60, "ikke", "For mange undersøgelser løber stadig for længe. Grundene er ikke de samme.", "karen"),
    ("i-netvaerket", 60, "uvist", "Der er få nye anbringelser om året, så vi kan ikke sige noget sikkert.", "karen"),
)
# Effect, who, how, days ago, and what: words, or a question with how many were asked, answered and agreed.
EXPERIENCES: Final[tuple[tuple[str, str, str, int, dict[str, Any]], ...]] = (
    (
        "spurgt",
        "barn",
        "spoergsmaal",
        75,
        {"question": "Blev du spurgt, før de voksne besluttede noget?", "asked": 26, "answered": 19, "agreed": 13},
    ),
    ("spurgt", "barn", "interview", 90, {"words": "Det er nemmere at sige noget, når man tegner samtidig."}),
    (
        "spurgt",
        "ung",
        "spoergsmaal",
        75,
        {"question": "Blev du spurgt, før de voksne besluttede noget?", "asked": 7, "answered": 4, "agreed": 3},
    ),
    ("spurgt", "ung", "interview", 80, {"words": "De spurgte, men de havde vist bestemt sig."}),
    (
        "ved-hvorfor",
        "foraelder",
        "spoergsmaal",
        75,
        {"question": "Ved du, hvad der sker nu, og hvornår?", "asked": 40, "answered": 22, "agreed": 12},
    ),
    ("samme-dag", "partner", "interview", 120, {"words": "Skolerne får hurtigere svar, når vi ringer først."}),
    ("samme-raadgiver", "medarbejder", "observation", 100, {"words": "Når to går sammen om en sag, bliver man i den."}),
)


def _said(writing: Writing, *, earlier: bool) -> None:
    """What was judged and told before the second decision, or after."""
    for effect, ago, verdict, words, by in JUDGEMENTS:
        if (ago > AGAIN) is earlier:
            values = {"effect": writing.rows[effect], "on": writing.day(ago), "verdict": verdict, "words": words}
            new(Judgement, doing=writing.doing(by, ago), by=writing.users[by].name, **values)
    for effect, who, method, ago, told in EXPERIENCES:
        if (ago > AGAIN) is earlier:
            values = {"effect": writing.rows[effect], "who": who, "method": method, "on": writing.day(ago), **told}
            writing.write("", Experience, ago=ago, **values)
