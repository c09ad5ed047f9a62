"""What do the papers say of the strategy: its way, its four markers, its seven tracks, and who is within it?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.norddjurs.people import TEAM
from pejl.web.examples.norddjurs.sources import ITEM, STATUS

Values = dict[str, Any]

BEFORE: Final[Values] = {
    "title": "Udviklingsprocessen på Socialområdet",
    "kind": "Udviklingsproces efter Komponents anbefalinger",
    "first": date(2022, 11, 15),
    "period_words": "»de kommende 3-5 år« (sagsfremstillingen)",
    "status": "erstattet",
    "decided_by": "Kommunalbestyrelsen",
    "decided_on": date(2022, 11, 15),
    "purposes": "Gennemføre tiltag i forlængelse af Komponents anbefalinger\nStatus til udvalgene to gange om året",
    "source": ITEM,
}
STRATEGY: Final[Values] = {
    "title": "Fælles langsigtet strategi for Børne- og Familieområdet",
    "kind": "Fælles langsigtet strategi",
    "first": date(2024, 12, 10),
    "period_words": "»de næste 3-5 år« (statusnotatet)",
    "status": "i_kraft",
    "decided_by": "Kommunalbestyrelsen",
    "decided_on": date(2024, 12, 10),
    "core_task": "En fælles retning for arbejdet, på tværs og sammen med skoler og dagtilbud",
    "framework": "Barnets lov\nKomponents anbefalinger, november 2022\nVores Norddjurs (kodeks for ledelse)",
    "focus_word": "Pejlemærke",
    "focus_words": "Pejlemærker",
    "track_word": "Udviklingsspor",
    "track_words": "Udviklingsspor",
    "action_word": "Tiltag",
    "action_words": "Tiltag",
    "source": f"{STATUS}, »Fælles langsigtet strategi«",
}
# Number, name, and what the papers say of it. Only the fourth is told at any length.
MARKERS: Final[tuple[Values, ...]] = (
    {
        "number": 1,
        "name": "Barnets stemme",
        "purpose": "Børn og unge skal have reel del i deres egen sag. Forældre skal se, hvad der skrives til barnet.",
    },
    {"number": 2, "name": "Tidlig og hurtig indsats"},
    {"number": 3, "name": "Et almenområde for alle"},
    {
        "number": 4,
        "name": "Fundamentet på plads",
        "purpose": (
            "En organisation, der fungerer: stærke arbejdsfællesskaber, klare arbejdsgange, høj faglighed og ledere, "
            "der trækker samme vej tæt på praksis."
        ),
        "focus_from": date(2025, 1, 1),
        "focus_to": date(2025, 12, 31),
        "order_words": "Årets pejlemærke i 2025",
    },
)
# Marker, level, the effect in our words, and the indicators it may be seen by. The papers name no indicator.
EFFECTS: Final[tuple[tuple[int, str, str, tuple[str, ...]], ...]] = (
    (1, "borger", "Børn og unge har reel indflydelse på deres egen sag og er trygge ved møderne.", ("samtale",)),
    (1, "organisation", "Det kan læses i sagen, hvordan barnet er inddraget ved hvert skridt.", ()),
    (4, "organisation", "De lovbestemte frister i sagsbehandlingen bliver overholdt.", ("24",)),
    (4, "borger", "Borgerne møder en ensartet faglighed, også når de skifter rådgiver.", ()),
)
# Number, name, and the markers it bears on.
TRACKS: Final[tuple[tuple[int, str, tuple[int, ...]], ...]] = (
    (1, "Kulturarbejde og fælles mindset med afsæt i barnets lov", (1, 4)),
    (2, "Ledelsesudvikling og ledelse som holdsport", (4,)),
    (3, "Faglighed og kompetenceudvikling", (1, 4)),
    (4, "Forebyggende strategi på anbringelsesområdet", (2, 4)),
    (5, "Styrket fremmøde (sygefravær)", (4,)),
    (6, "Budget i balance", (4,)),
    (7, "Pilotprojekter og prøvehandlinger", (2,)),
)
# Name, what kind, how close, the unit in Pejl.
UNITS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("Børne- og Familierådgivningen", "Myndighed", "primaer", TEAM),
    ("Familiehuset", "Udfører", "primaer", ""),
    ("Sundhedsplejen", "Udfører", "primaer", ""),
    ("FTI", "Udfører", "primaer", ""),
    ("Børne- og Ungecenter Norddjurs (BUCN)", "Børne- og ungehjem", "primaer", ""),
    ("UngNorddjurs", "Udfører", "primaer", ""),
    ("Skole- og Dagtilbudsområdet", "Almenområde", "sekundaer", ""),
)
# How the strategy came to be, and was told of.
KNOWN: Final[tuple[Values, ...]] = (
    {
        "kind": "tilblivelse",
        "on": date(2024, 3, 1),
        "meeting": "Temadag om strategiens pejlemærker",
        "others": "Elevrådet, frivillige organisationer, udvalget, handicaprådet, medarbejdere, ledere og andre",
        "source": ITEM,
    },
    {
        "kind": "tilblivelse",
        "when_words": "»i maj« 2024",
        "meeting": "Fælles workshop om samarbejdet på tværs",
        "others": "Skole- og Dagtilbudsområdet",
        "source": ITEM,
    },
)
PRESSURES: Final[tuple[Values, ...]] = (
    {
        "name": "Barnets lov",
        "on": date(2024, 1, 1),
        "text": "Er stadig ved at blive indført i rådgivningen og skal derefter ud til udførerne.",
        "source": f"{STATUS}, indledningen",
    },
    {
        "name": "Ny lovramme for familieplejen",
        "when_words": "»i løbet af 2025«",
        "text": "Skal understøtte, at familieplejen bliver dygtigere.",
        "source": f"{STATUS}, »Forebyggende strategi«",
    },
)
REVIEWS: Final[tuple[Values, ...]] = (
    {
        "body": "Komponent",
        "what": "Udviklingsprocessen på Socialområdet; fem overordnede anbefalinger",
        "year": 2022,
        "on": date(2022, 11, 15),
        "found": "En af de fem: hvert fagområde skal have en prioriteret strategi, handleplan og realistisk tidsplan.",
        "followed_by": "Den fælles langsigtede strategi, godkendt 10. december 2024",
        "source": ITEM,
    },
    {
        "body": "Social- og Boligstyrelsen og Ankestyrelsen",
        "what": "Gennemgang af sager",
        "year": 2024,
        "when_words": "efteråret 2024",
        "found": "Der er brug for bedre dokumentation og for, at børn og forældre inddrages undervejs.",
        "followed_by": "Temadag i oktober 2025 om at skrive om og til barnet",
        "source": f"{STATUS}, »Projekt styrket inddragelse«",
    },
)
