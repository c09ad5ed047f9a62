"""Who gets which page? Everybody else gets the page that is shown for what is not there.

Written by hand and held against the web both ways: an address that stands here nowhere fails, and so does one that
answers somebody it should not. Addresses of a case are asked for the case »egen«: its adviser is in Team Nord, and a
duty of reception, of the office and of supervision is outstanding in it.
"""

from __future__ import annotations

from typing import Final

EVERYBODY: Final = frozenset(
    [
        "administrativ",
        "modtagelse",
        "raadgiver",
        "medraadgiver",
        "vikar",
        "tilsynskonsulent",
        "teamleder",
        "afdelingsleder",
        "centerchef",
        "visitationsudvalg",
        "datakonsulent",
        "systemansvarlig",
        "ungekreds",
    ]
)
LEADERS: Final = frozenset({"teamleder", "afdelingsleder"})
# Those with cases of their own, or with duties in them.
CASEWORK: Final = LEADERS | {"administrativ", "modtagelse", "raadgiver", "medraadgiver", "vikar", "tilsynskonsulent"}
WITH_CASES: Final = CASEWORK | {"visitationsudvalg"}
TOTALS: Final = LEADERS | {"centerchef"}
DATA: Final = frozenset({"datakonsulent"})
STAFF: Final = frozenset({"systemansvarlig"})
NOBODY: Final = frozenset[str]()
# Those whose scope has the case »egen«.
OPENS_EGEN: Final = LEADERS | {"administrativ", "modtagelse", "raadgiver", "tilsynskonsulent"}

# What is also for those who have not signed in: schools, neighbours, children, and calendar programs.
PUBLIC: Final = frozenset(
    {
        "underret",
        "underret-fortsaet",
        "underret-slet",
        "underret-kvittering",
        "underret-skriv",
        # Papers somebody has released.
        "offentligt",
        "offentligt-udgave",
        "offentligt-fil",
        # A calendar program can't sign in; the address is the key.
        "aarshjul-kalender",
    }
)

PAGES: Final[dict[str, frozenset[str]]] = {
    # Signing in; the way back from the identity provider is only there where one has been set up.
    "home": EVERYBODY,
    "login": EVERYBODY,
    "logout": EVERYBODY,
    "oidc_authentication_callback": NOBODY,
    # The day and the case.
    "min-dag": CASEWORK,
    "min-belastning": CASEWORK,
    "sager": WITH_CASES,
    "sager-soeg": CASEWORK,
    "sager-fil": LEADERS,
    "sag": OPENS_EGEN,
    "hvorfor": OPENS_EGEN,
    "sag-cpr": OPENS_EGEN,
    "sag-mennesker": OPENS_EGEN,
    # The child's part; who may not read the professional text cannot write on the map.
    "barnets-spor": OPENS_EGEN,
    "inddragelse": OPENS_EGEN,
    "netvaerk": OPENS_EGEN,
    "netvaerk-ny": OPENS_EGEN - {"administrativ"},
    "netvaerk-person": OPENS_EGEN - {"administrativ"},
    "netvaerk-afslut": OPENS_EGEN - {"administrativ"},
    "netvaerk-overtag": OPENS_EGEN - {"administrativ"},
    # Everybody with cases who may read the professional text in them.
    "visitation": WITH_CASES - {"administrativ"},
    "planen": OPENS_EGEN,
    "aftaler": OPENS_EGEN,
    "afslut": OPENS_EGEN,
    "sagens-vej": OPENS_EGEN,
    "venteliste": WITH_CASES,
    # What comes in: written by those who take calls, read again by whoever wrote it.
    "nyt-ind": CASEWORK - {"tilsynskonsulent"},
    "nyt-ind-modtaget": frozenset({"raadgiver"}),
    # Anonymous talks: counted by those who take calls, the totals for those who lead; nobody to open down to.
    "aaben-raadgivning": CASEWORK - {"tilsynskonsulent"},
    "aaben-raadgivning-ret": CASEWORK - {"tilsynskonsulent"},
    "aaben-raadgivning-tal": TOTALS,
    "tidlige-tilbud": TOTALS,
    "tidligt-tilbud": TOTALS,
    "nyt-ind-samme": CASEWORK,
    "brev-ind": OPENS_EGEN,
    "afklar": OPENS_EGEN,
    "registrer-vaelg": OPENS_EGEN,
    "registrer": OPENS_EGEN,
    "ret": OPENS_EGEN,
    "flyt": OPENS_EGEN,
    # What seldom happens.
    "sag-foedt": OPENS_EGEN,
    "sag-flyttet": OPENS_EGEN,
    "sag-genaabn": OPENS_EGEN,
    "sag-raadgiverskift": OPENS_EGEN,
    "sag-soeskende": OPENS_EGEN,
    # The duty, and who shall have which case.
    "vagt": CASEWORK - {"administrativ", "tilsynskonsulent"},
    "vagt-plan": LEADERS,
    # Who comes to which school, which nobody is to ask about.
    "tvaersraadgivere": EVERYBODY,
    "tvaersraadgiver-sted": LEADERS,
    "vagt-overdrag": OPENS_EGEN - {"administrativ", "tilsynskonsulent"},
    "vagt-laest": OPENS_EGEN - {"administrativ", "tilsynskonsulent"},
    "fordeling": LEADERS,
    # Who else may see a case.
    "sag-beskyt": LEADERS,
    "sag-navngiv": LEADERS,
    "aabn-med-begrundelse": LEADERS | {"modtagelse"},
    "nye-aabninger": WITH_CASES,
    "vikarer": LEADERS,
    # The log.
    "log": LEADERS,
    "log-stikproeve": LEADERS,
    "log-gennemse": LEADERS,
    "sag-log": LEADERS,
    "sag-log-fil": LEADERS,
    # Figures: the centre head sees totals and never a case.
    "overblik": TOTALS,
    "overblik-regel": TOTALS,
    "overblik-undersoegelser": TOTALS,
    "overblik-hos-hvem": TOTALS,
    # Leaders' lists of work: the centre head sees how many are left, never whose they are.
    "overblik-arbejdslister": TOTALS,
    "overblik-arbejdsliste": TOTALS,
    "mine-arbejdslister": CASEWORK,
    "overblik-inddragelse": TOTALS,
    "overblik-aendring": TOTALS,
    "overblik-hvad-nu-hvis": TOTALS,
    "overblik-sager": LEADERS,
    "overblik-sager-csv": LEADERS,
    "overblik-raadgivere": LEADERS,
    "overblik-raadgivere-beslutning": frozenset({"afdelingsleder"}),
    # What the figures mean, and from a figure to its cases: the centre head stops at the total.
    "noegletal": TOTALS,
    "noegletal-regn": TOTALS,
    "noegletal-indtast": TOTALS,
    "noegletal-omraade": TOTALS,
    "noegletal-mod-hinanden": TOTALS,
    "noegletal-et": TOTALS,
    "noegletal-dengang": TOTALS,
    "noegletal-sager": LEADERS,
    "roed-traad": OPENS_EGEN,
    # Lists from the case system.
    "indlaes": DATA,
    "indlaes-batch": DATA,
    "indlaes-laes-ind": DATA,
    "indlaes-afviste": DATA,
    "indlaes-tag-tilbage": DATA,
    "oprydning": CASEWORK - {"administrativ", "tilsynskonsulent"},
    # The texts are for everybody; letters for those who read professional text.
    "haandbog": EVERYBODY,
    "haandbog-lov": EVERYBODY,
    "haandbog-lixtal": EVERYBODY,
    "haandbog-tekst": EVERYBODY,
    "haandbog-egen": frozenset({"afdelingsleder"}),
    "haandbog-loefter": EVERYBODY,
    "haandbog-loefter-papir": EVERYBODY,
    "haandbog-loefte-nyt": frozenset({"afdelingsleder"}),
    "haandbog-loefte": frozenset({"afdelingsleder"}),
    "breve": OPENS_EGEN - {"administrativ"},
    "brev-nyt": OPENS_EGEN - {"administrativ"},
    "brev": OPENS_EGEN - {"administrativ"},
    "brev-pdf": OPENS_EGEN - {"administrativ"},
    # The law is for everybody.
    "regelbog": EVERYBODY,
    "regelbog-ikke-bekraeftet": EVERYBODY,
    "regelbog-tal": EVERYBODY,
    "regelbog-regel": EVERYBODY,
    "kompetence": EVERYBODY,
    "kompetence-virkning": TOTALS,
    # The plan is read by everybody, and written by those who lead and those who approve.
    "plan": EVERYBODY,
    "plan-omraade": EVERYBODY,
    "plan-effekter": EVERYBODY,
    "plan-enheder": EVERYBODY,
    "plan-matrix": EVERYBODY,
    "plan-kendt": EVERYBODY,
    "plan-prioriteringer": EVERYBODY,
    "plan-papir": EVERYBODY,
    "plan-udgave": EVERYBODY,
    "plan-beslut": frozenset({"centerchef"}),
    "maal": EVERYBODY,
    "maal-papir": EVERYBODY,
    "maal-enhed": EVERYBODY,
    "maal-enhed-papir": EVERYBODY,
    "maal-skridt": TOTALS,
    "runder": EVERYBODY,
    "runde-svar": TOTALS,
    "aarshjul": EVERYBODY,
    "aarshjul-papir": EVERYBODY,
    "aarshjul-fast": TOTALS,
    "aarshjul-holdt": TOTALS,
    "aarshjul-kalender-skift": EVERYBODY,
    "forloeb": EVERYBODY,
    "forloeb-vis": EVERYBODY,
    "forloeb-vejen": EVERYBODY,
    "forloeb-tema": EVERYBODY,
    "forloeb-naeste": TOTALS,
    "redegoerelse": EVERYBODY,
    "udviklingsplan": EVERYBODY,
    "handlinger": EVERYBODY,
    "handling": EVERYBODY,
    "handling-hold": TOTALS,
    "siden-sidst": EVERYBODY,
    "raekkefoelge": TOTALS,
    "min-strategi": EVERYBODY,
    "temamoeder": EVERYBODY,
    "temamoede": EVERYBODY,
    "praksiscases": EVERYBODY,
    "praksiscase": TOTALS,  # a draft; once approved it is for everybody
    "uddannelse": EVERYBODY,
    "uddannelsesplan": EVERYBODY,
    "projekter": EVERYBODY,
    "projekt": EVERYBODY,
    "projekt-evaluering": EVERYBODY,
    "ark-ny": TOTALS,
    "ark-ret": TOTALS,
    "ark-tag-ud": TOTALS,
    "ark-historik": EVERYBODY,
    # The circle is closed to everybody else; the centre head decides what may be told of its numbers.
    "ungekredsen": frozenset({"ungekreds"}),
    "ung-ny": frozenset({"ungekreds"}),
    "ung": frozenset({"ungekreds"}),
    "ungekredsen-tal": frozenset({"centerchef"}),
    # Papers are drafted by leaders for the units whose figures they see; the head of the centre lets them out.
    "papirer": TOTALS,
    "papir-nyt": TOTALS,
    "papir": TOTALS,
    "papir-fil": TOTALS,
    "papir-genaabn": TOTALS,
    "papir-godkend": frozenset({"centerchef"}),
    "papir-tilbage": frozenset({"centerchef"}),
    "papir-lille-tal": frozenset({"centerchef"}),
    "papir-udgave": TOTALS,
    "papir-udgave-fil": TOTALS,
    "papir-samme-tal": TOTALS,
    "papir-beslutning": TOTALS,
    "papir-frigiv": frozenset({"centerchef"}),
    "papir-tag-tilbage": frozenset({"centerchef"}),
    # What everybody may read, signed in or not.
    **dict.fromkeys(PUBLIC, EVERYBODY),
    # The people who work here.
    "medarbejdere": STAFF,
    "medarbejder-ny": STAFF,
    "medarbejder": STAFF,
    "enheder": STAFF,
}
