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
    "registrer-vaelg": OPENS_EGEN,
    "registrer": OPENS_EGEN,
    "ret": OPENS_EGEN,
    "flyt": OPENS_EGEN,
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
    "overblik-aendring": TOTALS,
    "overblik-sager": LEADERS,
    "overblik-sager-csv": LEADERS,
    "overblik-raadgivere": LEADERS,
    "overblik-raadgivere-beslutning": frozenset({"afdelingsleder"}),
    # Lists from the case system.
    "indlaes": DATA,
    "indlaes-batch": DATA,
    "indlaes-laes-ind": DATA,
    "indlaes-afviste": DATA,
    "indlaes-tag-tilbage": DATA,
    "oprydning": CASEWORK - {"administrativ", "tilsynskonsulent"},
    # The law is for everybody.
    "regelbog": EVERYBODY,
    "regelbog-ikke-bekraeftet": EVERYBODY,
    "regelbog-tal": EVERYBODY,
    "regelbog-regel": EVERYBODY,
    # The people who work here.
    "medarbejdere": STAFF,
    "medarbejder-ny": STAFF,
    "medarbejder": STAFF,
    "enheder": STAFF,
}
