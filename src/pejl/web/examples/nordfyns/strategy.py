"""What does the paper say of the strategy: where it comes from, whom it is for, its four focus areas and 18 actions?

The wording is ours. Which figure shows an effect is ours too: the paper names the kinds of data and no figure.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.nordfyns.sources import BACKGROUND, INTRODUCTION, SCOPE

Values = dict[str, Any]
BORGER, ORGANISATION = "borger", "organisation"
COMMITTEE: Final = "Børne- og Ungeudvalget"

# The paper dates the earlier plan in two ways; both are kept, and no day is chosen for it.
BEFORE: Final[Values] = {
    "title": "Udviklingsplan på myndighedsområdet",
    "kind": "Udviklingsplan",
    "period_words": "»2020-2022« (Baggrund) og »2020-2023« (Indledning)",
    "status": "erstattet",
    "purposes": "Fem indsatsområder i Myndighed; papiret nævner ikke hvilke\n"
    "Ensartet og lovlig sagsbehandling af god kvalitet",
    "source": f"{BACKGROUND} og »Indledning«",
}
PERIODS: Final = (
    ("Den tidligere udviklingsplan gjaldt 2020-2022.", BACKGROUND),
    ("Den tidligere udviklingsplan gjaldt 2020-2023.", INTRODUCTION),
)
COURSE: Final[Values] = {
    "name": "Task Force-forløb 2020-2022",
    "body": "Task Forcen",
    "period_words": "2020-2022",
    "analysed_words": "Ved forløbets begyndelse",
    "analysis_sources": "Skriftligt materiale\nInterviews\nGennemgang af sager fra Myndighed",
    "analysis_cases": 20,
    "summary": "Kvaliteten er løftet. Der er stadig plads til forbedring, "
    "når det gælder ens praksis, loven og kvaliteten.",
    "source": BACKGROUND,
}
REVIEW: Final[Values] = {
    "body": "Task Forcen",
    "what": "Indledende analyse, 20 sager",
    "year": 2020,
    "when_words": "2020-2022",
    "found": (
        "Arbejdet i Myndighed gik langsomt, blev gjort forskelligt og var for ofte af lav kvalitet. Der manglede "
        "undersøgelser, handleplaner og børnesamtaler, og barn, forældre og netværk blev inddraget for lidt."
    ),
    "followed_by": "En udviklingsplan for Myndighed med fem indsatsområder, og siden Udviklingsstrategi 2023-2025",
    "source": BACKGROUND,
}
STRATEGY: Final[Values] = {
    "title": "Udviklingsstrategi 2023-2025",
    "kind": "Udviklingsstrategi",
    "first": date(2023, 1, 1),
    "last": date(2025, 12, 31),
    "period_words": "2023-2025",
    "status": "i_kraft",
    "decided_by": f"{COMMITTEE} (beslutningen om at lave den, efteråret 2022)",
    "mission": "Ens, lovlig og god sagsbehandling, så udsatte børn, unge og familier trives bedre.",
    "purposes": (
        "At arbejde systematisk og tæt på praksis med fire fokusområder\n"
        "At sætte få ting i gang ad gangen, så det passer til kræfterne, og se efter, hvad de førte til\n"
        "At ét papir er rammen for alt arbejde med kvaliteten; tidligere strategier er erstattet"
    ),
    "framework": (
        "Børne- og Ungepolitikken\nServiceloven\nDen tidligere udviklingsplan på myndighedsområdet\n"
        "Task Forcens afsluttende statusrapport fra 2022\nReformen Børnene Først"
    ),
    "few_areas": 2,
    "source": f"{INTRODUCTION} og »Overordnet ramme«",
}
MADE: Final[Values] = {
    "kind": "tilblivelse",
    "meeting": "Børne- og Ungeudvalget beslutter, at der skal laves en ny strategi",
    "when_words": "efteråret 2022",
    "source": INTRODUCTION,
}
# Short name, name, what, scope, below.
UNITS: Final = (
    ("myndighed", "Myndighed", "Afdeling", "primaer", ""),
    ("udfoerer", "Udførerområdet", "", "sekundaer", ""),
    ("familiehuset", "Familiehuset", "Udfører", "sekundaer", "udfoerer"),
    ("langebyhus", "Langebyhus", "Kommunens døgninstitution", "sekundaer", "udfoerer"),
    ("almen", "Almenområdet", "", "sekundaer", ""),
    ("sundhedsplejen", "Sundhedsplejen", "Almenområde", "sekundaer", "almen"),
    ("ppr", "PPR", "Almenområde", "sekundaer", "almen"),
    ("anbringelse", "Anbringelsessteder", "", "sekundaer", ""),
    ("plejefamilier", "Plejefamilieområdet", "Anbringelsessteder", "sekundaer", "anbringelse"),
    ("opholdssteder", "Opholdssteder og døgninstitutioner", "Samarbejdspartnere", "sekundaer", "anbringelse"),
)
UNITS_FROM: Final = SCOPE

AREAS: Final[tuple[Values, ...]] = (
    {
        "number": 1,
        "name": "Fagligt løft af Myndighed gennem uddannelse og opkvalificering",
        "purpose": (
            "Myndighed skal have fælles arbejdsgange og en fælles forståelse af, hvad kvalitet er. Ledere og "
            "medarbejdere arbejder ekstra med ét til to faglige områder ad gangen. Plejefamilieområdet og matchet "
            "mellem barn og anbringelsessted skal have mere opmærksomhed, og de lokale udførere skal klædes på."
        ),
        "reasoning": "Børne- og Ungepolitikken kan ikke leve uden et kompetenceløft hos både Myndighed og udførerne.",
    },
    {
        "number": 2,
        "name": "Tværfagligt samarbejde og tidlig forebyggende indsats",
        "purpose": (
            "Der skal sættes ind, mens barnet er lille, og mens problemet er lille. Det kræver, at afdelingerne tænker "
            "ens om forebyggelse, og at de kan samarbejde på tværs af fag, afdelinger og titler."
        ),
        "reasoning": "Forskning peger på, at det betaler sig at begynde tidligt, før problemerne vokser.",
    },
    {
        "number": 3,
        "name": "Inddragelse og involvering",
        "purpose": (
            "Barn, ung, familie og netværk skal med i sagen, fra hvad problemet er, til hvad der skal gøres. Der skal "
            "nye procedurer til og en fælles forståelse af, hvordan man gør."
        ),
        "reasoning": (
            "Task Forcens sidste statusrapport fandt, at inddragelsen var blevet bedre, men stadig var forskellig fra "
            "sag til sag."
        ),
    },
    {
        "number": 4,
        "name": "Stabilitet i Myndighed",
        "purpose": (
            "Når ledere og rådgivere bliver, kender de børnene og sagerne. Derfor er trivsel, balance i livet og et "
            "arbejde, man kan holde til, også en opgave for børnenes skyld."
        ),
        "reasoning": "Mange har skiftet job de seneste år. Det gav "
        "flere skift af rådgiver, tabt viden og flere sager til hver.",
    },
)

_FIGURE, _SUPERVISION, _PLAN_GOAL, _CASES = "indikator", "tilsyn", "planmaal", "cases"


def figure(key: str) -> tuple[str, Values]:
    """Seen by a figure from DUBU."""
    return _FIGURE, {"subject": key}


def asks(who: str) -> tuple[str, Values]:
    """Seen by what somebody tells."""
    return "oplevelse", {"who": who}


def supervised(question: str) -> tuple[str, Values]:
    """Seen in ledelsestilsyn."""
    return _SUPERVISION, {"question": question}


PLAN_GOALS: Final = (_PLAN_GOAL, Values())
CASES: Final = (_CASES, Values())

# Short name, focus area, level, the effect, and by what it is seen.
EFFECTS: Final[tuple[tuple[str, int, str, str, tuple[tuple[str, Values], ...]], ...]] = (
    (
        *("faglighed", 1, BORGER, "Borgerne møder rådgivere med høj faglighed"),
        (asks("foraelder"), asks("ung"), supervised("Hænger undersøgelse, vurdering og plan sammen?"), CASES),
    ),
    (
        *(
            "udvikling",
            1,
            ORGANISATION,
            "Medarbejdere og ledere hos Myndighed og udførerne mærker, at de bliver dygtigere",
        ),
        (asks("medarbejder"),),
    ),
    (
        *("frister", 1, ORGANISATION, "Lovens tidsfrister er i fokus hele tiden"),
        (figure("underretninger.vurderet_24_timer"), figure("undersoegelser.over_fire_maaneder")),
    ),
    (
        *("samlet", 2, BORGER, "Hjælpen hænger sammen på tværs af fag og begynder i familiens hele liv"),
        (asks("foraelder"), PLAN_GOALS, figure("indsatser.tidlige"), CASES),
    ),
    (
        *("taet", 2, ORGANISATION, "Samarbejdet om barnet og familien er tættere og bedre koordineret"),
        (asks("partner"), asks("medarbejder")),
    ),
    (
        *("naturligt", 2, ORGANISATION, "Det er naturligt for rådgiverne at tage andre med i sagen"),
        (supervised("Er de relevante fagpersoner inddraget?"),),
    ),
    (
        *("hoert", 3, BORGER, "Barnet, den unge, familien og netværket oplever at blive inddraget og hørt"),
        (
            *(asks("barn"), asks("ung"), asks("foraelder"), figure("barnets_stemme.foer_afgoerelse")),
            *(figure("barnets_stemme.i_undersoegelsen"), CASES),
        ),
    ),
    (
        *("medbestemt", 3, BORGER, "De er med til at sige, hvad problemet er, og hvad der kan løse det"),
        (asks("ung"), PLAN_GOALS),
    ),
    (
        *("handleplan", 3, BORGER, "De er med til at skrive handleplanen og kender målene i den"),
        (PLAN_GOALS, figure("planer.foreligger")),
    ),
    (
        *(
            "netvaerk",
            3,
            ORGANISATION,
            "Sagen viser, hvad familie og netværk kan bruges til, og hvordan de holdes fast",
        ),
        (supervised("Står det i sagen, hvad familien og netværket kan bruges til?"),),
    ),
    (
        *("metoder", 3, ORGANISATION, "Alle kender metoderne og forstår inddragelse på samme måde"),
        (asks("medarbejder"),),
    ),
    (
        *("tryg", 4, BORGER, "Borgerne oplever et trygt samarbejde, som de har tillid til"),
        (asks("foraelder"), asks("barn")),
    ),
    (
        *("samme", 4, BORGER, "Den samme rådgiver er på sagen i længere tid"),
        (figure("stabilitet.samme_raadgiver"), figure("stabilitet.raadgiverskift")),
    ),
    (
        *(
            "trivsel",
            4,
            ORGANISATION,
            "Trivsel og arbejdsmiljø er i fokus hele tiden, så medarbejdere og ledere bliver",
        ),
        (asks("medarbejder"),),
    ),
    (
        *("kender", 4, ORGANISATION, "Rådgiverne kender sagen og har tid til en god relation til barn og familie"),
        (figure("stabilitet.boern_pr_fuldtid"), asks("medarbejder")),
    ),
)

# Focus area, the action, and its professional area where it has one. The paper gives no stage: all begin as planned,
# but the project that the paper says already runs.
ACTIONS: Final[tuple[tuple[int, str, str, Values], ...]] = (
    (
        1,
        "Administrationshåndbog med sags- og arbejdsgange, der følger loven og hænger sammen med DUBU",
        "Arbejdsgange",
        {},
    ),
    (1, "Uddannelsesplan med fælles temaer og opkvalificering for den enkelte og for alle", "", {}),
    (1, "Kvalitetsstandarder på tværs af Myndighed, med en rød tråd til dem, vi arbejder sammen med", "Kvalitet", {}),
    (1, "Faste rammer for faglig sparring og ledelsestilsyn", "Sparring og ledelsestilsyn", {}),
    (
        1,
        "Et større plejefamilieområde med godt samarbejde mellem kommune, plejefamilie og forældre",
        "Plejefamilier",
        {},
    ),
    (2, "Dialogmøder og en fast mødeplan for Myndighed, almenområdet og udførerne", "", {}),
    (2, "Bedre samarbejde på tværs af Myndighed og udførerne (relationel kapacitet)", "", {}),
    (2, "Et fast sted på tværs af fag til at udvikle og evaluere den tidlige indsats", "", {}),
    (2, "En fælles model for tidlig opsporing hos Myndighed og almenområdet", "Tidlig opsporing", {}),
    (2, "Socialrådgivere på skoler og i dagtilbud", "", {}),
    (
        3,
        "Fælles forståelse af inddragelse, og en procedure for netværket ved underretninger og undersøgelser",
        "Inddragelse",
        {},
    ),
    (3, "Kursusdage om inddragelse og netværk", "Inddragelse", {}),
    (3, "Rådslagning og andre metoder til at inddrage barn, ung og familie", "Inddragelse", {}),
    (
        *(3, "Min Vej Hjem: barnets, den unges og familiens styrker først", "Inddragelse"),
        {"stage": "i_gang", "origin": "projekt", "origin_words": "Min vej hjem"},
    ),
    (3, "Samarbejde med referencegruppen for plejefamilier, interesseorganisationer og frivillige", "", {}),
    (4, "Principper for god ledelse med faglig sparring, trivsel og balance i livet", "", {}),
    (4, "En god og sund arbejdskultur med fælles sprog, struktur og arbejdsgange", "", {}),
    (4, "Rum til at lære sammen og tid til fordybelse", "", {}),
)
