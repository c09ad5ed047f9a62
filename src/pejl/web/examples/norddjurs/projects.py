"""Which projects, courses and sums do the papers name?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.norddjurs.sources import ITEM, STATUS

Values = dict[str, Any]

PROJECTS: Final[tuple[Values, ...]] = (
    {
        "kind": "projekt",
        "name": "Styrket Inddragelse og Samarbejde",
        "aim": "Fælles sprog, mere systematik i sagsbehandlingen, og børn, unge og familier, der inddrages mere.",
        "partner": "Social- og Boligstyrelsen",
        "last": date(2025, 12, 31),
        "status": "Styrelsen har afsluttet sin del. Går over i drift, når året er omme.",
        "source": f"{STATUS}, »Kulturarbejde«",
    },
    {
        "kind": "projekt",
        "name": "Skolegang og læring for anbragte børn og unge",
        "aim": "En ny indsatsmodel. Kommunen er referencekommune.",
        "partner": "Social- og Boligstyrelsen, Skole- og Dagtilbudsområdet",
        "first": date(2024, 11, 1),
        "last": date(2026, 11, 30),
        "when_words": "november 2024 – november 2026 (2 år)",
        "source": f"{STATUS}, »Forebyggende strategi«",
    },
    {
        "kind": "pilot",
        "name": "Taskforce for kriminalitetstruede unge",
        "aim": (
            "Samle viden om de unge og deres familier, bruge eller skabe tilbud, der forebygger, og bygge et varigt "
            "fundament af indsatser. Fire målsætninger i alt."
        ),
        "target_group": "Børn og unge på 13-16 år",
        "partner": "SSP-samarbejdet",
        "status": (
            "Notatet skriver »den 15. juni 2025«: det kan være dagen for et møde eller for en status. Tallene står i "
            "ungekredsen, hvor små tal kun vises efter en beslutning."
        ),
        "questions": "Et evalueringsdesign er varslet, men ikke beskrevet i papirerne.",
        "source": f"{STATUS}, »Taskforce«",
    },
    {
        "kind": "pilot",
        "name": "En barndom uden vold",
        "aim": "Mindre vold mod børn i familier.",
        "partner": "Politi, sundhedsvæsen, organisationer og civilsamfund",
        "funder": "Bikubenfonden og Ole Kirk Fonden, i mindst ti år",
        "status": "Notatet kalder det et sted »Ole Kirk Fondens projekt« og et andet sted finansieret af begge fonde.",
        "source": f"{STATUS}, »En barndom uden vold«",
    },
    {
        "kind": "pilot",
        "name": "Projekt Grenaa Havn",
        "status": "Papirerne siger ikke mere end navnet.",
        "source": f"{STATUS}, »De centrale udviklingsspor«",
    },
)
FUND: Final[Values] = {"name": "Udviklingsmidler, Budget 2023", "year": 2023, "amount": 500_000, "source": ITEM}
TRAININGS: Final[tuple[Values, ...]] = (
    {
        "name": "Workshops om inddragelse af barn, ung og netværk",
        "first": date(2023, 12, 1),
        "last": date(2024, 12, 31),
        "stage": "afsluttet",
        "source": f"{STATUS}, »Faglighed«",
    },
    {
        "name": "Autisme: to fælles kursusdage",
        "first": date(2025, 10, 1),
        "when_words": "4. kvartal 2025",
        "stage": "planlagt",
        "funder": "HR Kompetencepuljen, delvist",
        "source": f"{STATUS}, »Faglighed«",
    },
    {
        "name": "Fælles arbejdsmiljødag om høje følelsesmæssige krav",
        "first": date(2026, 1, 1),
        "when_words": "1. kvartal 2026",
        "stage": "planlagt",
        "source": f"{STATUS}, »Faglighed«",
    },
    {
        "name": "Målgrupper: spiseforstyrrelse og autisme",
        "stage": "i_gang",
        "source": f"{STATUS}, »Faglighed« (Familiehuset, Sundhedsplejen og FTI)",
    },
)
WHEEL: Final[tuple[Values, ...]] = (
    {
        "name": "Status til Børne- og Ungdomsudvalget",
        "kind": "rapport",
        "body": "Børne- og Ungdomsudvalget",
        "first": date(2023, 4, 1),
        "until": date(2024, 12, 31),
        "again": "halvaarligt",
        "when_words": "»to gange årligt i 2023 og 2024«",
        "source": ITEM,
    },
    {
        "name": "12/12-seminar",
        "kind": "moede",
        "body": "Aftaleholderne",
        "first": date(2025, 11, 12),
        "when_words": "november 2025 (dagen er opdigtet)",
        "source": f"{STATUS}, »Fælles langsigtet strategi«",
    },
    {
        "name": "Temamøde om en barndom uden vold",
        "kind": "temamoede",
        "body": "Kommunalbestyrelsen",
        "first": date(2025, 10, 7),
        "when_words": "oktober 2025 (dagen er opdigtet)",
        "source": f"{STATUS}, »En barndom uden vold«",
    },
)
