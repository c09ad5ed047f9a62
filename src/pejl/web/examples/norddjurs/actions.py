"""Which actions do the papers name, in which track, and how did they stand in August 2025?

The first number is the track, the second the marker.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.norddjurs.sources import STATUS

Values = dict[str, Any]
PLAN: Final = "Implementeringsplan for strategien"
PLACED: Final = "Handleplan for den forebyggende strategi omsættes i handlinger"
SEMINAR: Final = "12/12-seminar for aftaleholderne"
ADVISERS: Final = "Tre flere børne- og ungerådgivere"


def _told(heading: str) -> str:
    return f"{STATUS}, »{heading}«"


_CULTURE: Final = _told("Kulturarbejde")
_LEADING: Final = _told("Ledelsesudvikling")
_LEARNING: Final = _told("Faglighed og kompetenceudvikling")
_PLACING: Final = _told("Forebyggende strategi")
_PILOTS: Final = _told("Pilotprojekter og prøvehandlinger")
_TRACKS: Final = _told("De centrale udviklingsspor i 2025")

ACTIONS: Final[tuple[tuple[int, int, Values], ...]] = (
    (
        1,
        1,
        {
            "name": "Projekt Styrket Inddragelse og Samarbejde",
            "stage": "i_gang",
            "lives": "i_brug",
            "origin": "projekt",
            "origin_words": "Social- og Boligstyrelsen",
            "last": date(2025, 12, 31),
            "text": "Overgår til drift, når projektet slutter. Fravær har gjort det svært at få den til at leve.",
            "left_behind": "Procedurer og arbejdsværktøjer, der passer til barnets lov",
            "source": _CULTURE,
        },
    ),
    (
        1,
        1,
        {
            "name": "Temadag om at skrive om og til barnet",
            "stage": "planlagt",
            "when_words": "oktober 2025",
            "first": date(2025, 10, 1),
            "last": date(2025, 10, 31),
            "origin": "tilsyn",
            "origin_words": "Sagsgennemgangen i efteråret 2024",
            "text": "De ni skriftlighedsprincipper og Lundys model.",
            "source": _CULTURE,
        },
    ),
    (
        1,
        1,
        {
            "name": "Netværksmøder efter Lundys model",
            "stage": "planlagt",
            "lives": "skrevet",
            "text": "Barnet, den unge og netværket skal opleve at have indflydelse og være trygge ved mødet.",
            "source": _told("Fælles vision og fælles børnesyn"),
        },
    ),
    (
        1,
        4,
        {
            "name": "Fælles vision og børnesyn med skoler og dagtilbud",
            "stage": "i_gang",
            "lives": "skrevet",
            "source": _told("Fælles vision og fælles børnesyn"),
        },
    ),
    (
        1,
        4,
        {
            "name": "Fagsystemet DUBU tages i brug",
            "stage": "i_gang",
            "lives": "fremlagt",
            "first": date(2025, 6, 1),
            "when_words": "»pr. 1. juni 2025« og »pr. juni 2025« i samme sætning",
            "text": (
                "En konsulent er ansat. Sagsfremstillingen fra april 2024 taler om et nyt journalsystem; om det er "
                "det samme, siger papirerne ikke."
            ),
            "source": _told("Implementering af fagsystemet DUBU"),
        },
    ),
    (
        1,
        4,
        {
            "name": ADVISERS,
            "stage": "i_gang",
            "lives": "fremlagt",
            "origin": "politik",
            "text": "For at de lovbestemte frister kan overholdes, når fraværet er højt, og loven stiller nye krav.",
            "source": _told("Opnormering"),
        },
    ),
    (
        2,
        4,
        {
            "name": "Fælles ledelsesgrundlag (kurs, koordinering og commitment)",
            "stage": "i_gang",
            "lives": "skrevet",
            "last": date(2025, 11, 30),
            "when_words": "ventes færdigt i november 2025",
            "text": "Med personprofiler som redskab. Hver leder har skrevet sit eget ledelsesgrundlag.",
            "source": _LEADING,
        },
    ),
    (2, 4, {"name": "Ny mødestruktur med tid til ledelse", "stage": "planlagt", "source": _LEADING}),
    (
        3,
        1,
        {
            "name": "Løsningsfokuserede spørgsmål og samtaleteknik i rådgivningen",
            "stage": "i_gang",
            "lives": "fremlagt",
            "source": _LEARNING,
        },
    ),
    (
        3,
        1,
        {
            "name": "Workshops om at inddrage barn og netværk",
            "stage": "i_drift",
            "lives": "fremlagt",
            "first": date(2023, 12, 1),
            "last": date(2024, 12, 31),
            "source": _LEARNING,
        },
    ),
    (
        3,
        3,
        {
            "name": "To fælles kursusdage om autisme",
            "stage": "planlagt",
            "first": date(2025, 10, 1),
            "last": date(2025, 12, 31),
            "when_words": "4. kvartal 2025",
            "source": _LEARNING,
        },
    ),
    (
        4,
        2,
        {
            "name": PLACED,
            "stage": "paa_hold",
            "lives": "skrevet",
            "hold_reason": "Arbejdet har ventet på, at den nye børne- og familiechef tiltræder.",
            "hold_since": date(2025, 4, 30),
            "hold_until": "Den nye chef er tiltrådt",
            "text": (
                "Tre fokusområder: flere netværksanbringelser, en dygtigere familiepleje, og færre anbringelser på "
                "børne- og ungehjem eller flere kombinationer."
            ),
            "origin": "projekt",
            "origin_words": "Rådgivningsforløb med Social- og Boligstyrelsen, afsluttet i foråret 2025",
            "source": _PLACING,
        },
    ),
    (
        4,
        2,
        {
            "name": "Prøvehandlinger om overgange, grupper, netværk og kombinationer",
            "stage": "i_gang",
            "lives": "i_brug",
            "source": _PLACING,
        },
    ),
    (
        4,
        2,
        {
            "name": "Temamøde om den forebyggende strategi",
            "stage": "planlagt",
            "when_words": "i løbet af 2026",
            "source": _PLACING,
        },
    ),
    (
        4,
        4,
        {
            "name": SEMINAR,
            "stage": "planlagt",
            "first": date(2025, 11, 1),
            "last": date(2025, 11, 30),
            "when_words": "november 2025",
            "source": _PLACING,
        },
    ),
    (
        4,
        4,
        {
            "name": PLAN,
            "stage": "paa_hold",
            "lives": "intet",
            "hold_reason": "Implementeringen har ventet på, at en ny børne- og familiechef blev ansat og tiltrådte.",
            "hold_since": date(2025, 4, 30),
            "hold_until": "Seminaret i november har lagt rækkefølgen",
            "source": _told("Fælles langsigtet strategi"),
        },
    ),
    (
        5,
        4,
        {
            "name": "Arbejdskultur og arbejdsmiljø med trivselskonsulenten",
            "stage": "i_gang",
            "lives": "i_brug",
            "source": _TRACKS,
        },
    ),
    (
        5,
        4,
        {
            "name": "1-3-10-modellen ved sygefravær",
            "stage": "i_gang",
            "lives": "fremlagt",
            "text": "Papirerne nævner modellen, men ikke dens trin.",
            "source": _TRACKS,
        },
    ),
    (
        5,
        4,
        {
            "name": "Færre vikarer på BUCN med en ny lokalaftale",
            "stage": "i_gang",
            "lives": "fremlagt",
            "source": _TRACKS,
        },
    ),
    (
        6,
        4,
        {
            "name": "Færre nye sager om tabt arbejdsfortjeneste efter skolefravær",
            "stage": "i_gang",
            "lives": "fremlagt",
            "text": "Sammen med skoler og dagtilbud.",
            "source": _TRACKS,
        },
    ),
    (6, 4, {"name": "Enklere sagsgange og systemer (DUBU og Nexus)", "stage": "i_gang", "source": _TRACKS}),
    (
        7,
        2,
        {
            "name": "Taskforce for kriminalitetstruede unge",
            "stage": "i_gang",
            "lives": "i_brug",
            "text": "Et evalueringsdesign skal laves. Hvem de unge er, står kun i den lukkede kreds.",
            "source": _PILOTS,
        },
    ),
    (7, 2, {"name": "En barndom uden vold", "stage": "i_gang", "lives": "fremlagt", "source": _PILOTS}),
    (7, 2, {"name": "Projekt Grenaa Havn", "stage": "i_gang", "source": _TRACKS}),
)
# Track, what its owners told in August 2025: since last, now, next.
REPORTS: Final[tuple[tuple[int, Values], ...]] = (
    (
        1,
        {
            "since": "Styrelsen har afsluttet sin del af projektet. En DUBU-konsulent er begyndt 1. juni.",
            "now": "De nye arbejdsgange er skrevet, men ikke rutine. Fraværet har gjort det svært.",
            "following": "Temadag i oktober. Projektet går over i drift ved årets udgang.",
        },
    ),
    (
        2,
        {
            "since": "Fælles workshop for lederne 7. marts og lederdag for hele kommunen i juni.",
            "now": "Der arbejdes på et fælles ledelsesgrundlag.",
            "following": "Ledelsesgrundlaget ventes færdigt i november.",
        },
    ),
    (
        4,
        {
            "since": "Handleplanen blev færdig i foråret 2025.",
            "now": "At omsætte den har ventet på den nye chef.",
            "following": "Seminar i november. Området er i fokus i hele 2026.",
        },
    ),
    (
        7,
        {
            "since": "Taskforcen har drøftet og vurderet unge 15. juni.",
            "now": "De unge følges. Flere er allerede i en indsats.",
            "following": "Et evalueringsdesign skal laves. Temadag om en barndom uden vold planlægges.",
        },
    ),
)
