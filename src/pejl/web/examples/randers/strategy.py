"""What does Randers' strategy of April 2016 say? Facts, names and dates are the paper's; the sentences are ours."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

PAPER: Final = "Randers Kommune, Udviklingsstrategi Børn og Familie 2016-19, april 2016"
INVENTED: Final = "Opdigtet eksempel. Papiret har skabelonen, men ikke enhedernes egne mål og svar."
KL: Final = "KL: De udsatte børn – fremtiden er deres (marts 2015)"
PARTNERSHIP: Final = "Partnerskabet Tidlig indsats – Livslang effekt (Socialstyrelsen og syv kommuner)"


def at(section: str) -> str:
    """Where in the paper."""
    return f"{PAPER}, »{section}«"


STRATEGY: Final[dict[str, Any]] = {
    "title": "Udviklingsstrategi Børn og Familie 2016-19",
    "kind": "Udviklingsstrategi",
    "first": date(2016, 1, 1),
    "last": date(2019, 12, 31),
    # X2: both are kept.
    "period_words": "Papiret skriver 2016-19 og kalder det samtidig en treårig periode.",
    "mission": "Børn, unge og familier skal trives og udvikle sig så godt, som de kan, og det skal ske sammen med dem.",
    "core_task": "Missionen er delt i fem visioner om det, borgerne skal møde, og fem om den måde, vi selv "
    "arbejder på. "
    "Hver enhed skriver sine egne mål under dem og følger op på dem i løbet af året.",
    "purposes": "At alle niveauer tager strategien til sig\n"
    "At vision, kerneopgave, mål og fokusområder hænger sammen\n"
    "At alle, der er med, kan se den samme røde tråd og går i samme retning\n"
    "At der bliver fulgt op på målene efter en fast plan\n"
    "At initiativerne passer sammen og bliver samordnet",
    "framework": "Randers Kommunes børn- og ungepolitik\nKommunens værdier\nKL: De udsatte børn – fremtiden er deres",
    "focus_word": "Vision",
    "focus_words": "Visioner",
    "action_word": "Indsats",
    "action_words": "Indsatser",
    "source": PAPER,
}

B, O = "borger", "organisation"  # noqa: E741 -- the two families, used below ten times
# Key, family, name, vision, why, where it stands in the opening summary (X3: both orders are kept).
VISIONS: Final = (
    (
        *("tidligt", B, "En tidlig og forebyggende indsats"),
        "Vi ser det, der er på vej til at blive svært, og hjælper, før det vokser.",
        "Jo tidligere et barn får hjælp, jo mere virker den, og jo mere er der at vinde både for barnet og for "
        "kommunen. "
        "Rådgivere er rykket ud i almenområdet, og penge skal flyttes til det tidlige. Kommunen er med i et "
        "partnerskab "
        "med Socialstyrelsen.",
        2,
    ),
    (
        *("kvalitet", B, "Kvalitet i opgaveløsningen"),
        "Hver af os tager ansvar, kan sit fag og tænker over det, vi gør.",
        "Papiret siger, at Familieafdelingen har betydelige udfordringer. Sammen med Socialstyrelsens Task "
        "Force skal der "
        "styr på det grundlæggende: hurtigt svar på underretninger, undersøgelser, handleplaner og opfølgning.",
        4,
    ),
    (
        *("sammen", B, "Tværgående samarbejde"),
        "Vi bliver ved med at søge hinanden på tværs af fag.",
        "De voksne omkring barnet skal opdage de små tegn og vide, hvad de så skal gøre. Det kræver et fælles "
        "sprog og en "
        "fælles model for samarbejdet mellem almenområdet og det specialiserede.",
        3,
    ),
    (
        *("nyt", B, "Nytænkning af indsatsen"),
        "Hjælpen følger familien, så barnet får en opvækst så nær det almindelige som muligt.",
        "Det, der virker bedst, er det, der ligner et almindeligt familieliv mest. Randers har længe arbejdet med en "
        "indsatstrappe, Randers-trappen, som er ved at få nyt liv. Dens trin står ikke i papiret.",
        5,
    ),
    (
        *("med", B, "Medbestemmelse"),
        "Barnet og familien mærker, at de har noget at sige om deres eget liv.",
        "Når familien og netværket er med fra begyndelsen og på alle trin, er målene også deres.",
        1,
    ),
    (
        *("helhed", O, "Helhed og sammenhæng"),
        "Vi er ét hold, og det kan familierne mærke.",
        "Enhederne er dele af noget større. Det skal løfte fagligheden og bruge kræfterne bedst.",
        1,
    ),
    (
        *("ledelse", O, "Professionel ledelse"),
        "Lederne viser retningen, fordeler ansvaret og gør andre glade for opgaven.",
        "Alle skal kende deres rolle, og målene skal give mening for dem, der arbejder med dem.",
        2,
    ),
    (
        *("kapital", O, "Social kapital"),
        "Tillid, retfærdighed og samarbejde gør os stærkere sammen.",
        "Siden efteråret 2015 er arbejdsmiljøet set gennem de tre begreber: tillid, retfærdighed og samarbejde.",
        3,
    ),
    (
        *("effekt", O, "Dokumenteret effekt"),
        "Vi bruger den bedste viden, der er, og skriver ned, hvad hjælpen gav.",
        "Få og præcise mål i handleplanerne hos Myndighed og Udviklingsprofilen hos Udføreområdet skal vise, om "
        "det, der "
        "er sat i gang, fører til målet.",
        4,
    ),
    (
        *("oekonomi", O, "Økonomisk balance i et udviklingsperspektiv"),
        "Alle tager ansvar for pengene, så der er råd til at udvikle noget nyt.",
        "Stram styring og god faglighed hænger sammen i den enkelte sag.",
        5,
    ),
)

KL_MARKERS: Final = (
    "Hjælpen kommer tidligt og forebygger, og fagene arbejder bedre sammen",
    "Hjælpen ser på det hele, så børn og forældre oplever at tale med én kommune",
    "Hjælpen har et mål, og der bliver set på, om den virker",
)
PARTNERSHIP_GOALS: Final = (
    "Flere udsatte børn og unge bliver set tidligt, mens problemet er ved at opstå",
    "Flere udsatte børn og unge får tidligere hjælp, der virker",
    "Flere indsatser styrker familien og netværket",
    "Flere udsatte børn og unge lever et almindeligt hverdagsliv og får støtten dér",
    "Anbringelser på institution er oftere korte, målrettede og behandlende, og færre varer længe",
    "Flere udsatte børn og unge lærer noget og får støtte i skole og uddannelse",
)

# Kind, name, last day, as the paper has it.
ROUNDS: Final = (
    ("indsendelse", "Indsendelse og godkendelse af mål", date(2016, 6, 30), "Ultimo juni 2016"),
    ("opfoelgning", "Opfølgning september 2016", date(2016, 9, 30), "September 2016"),
    ("opfoelgning", "Opfølgning december 2016", date(2016, 12, 31), "December 2016"),
    ("opfoelgning", "Opfølgning marts 2017", date(2017, 3, 31), "Marts 2017"),
    ("justering", "Justering af strategien", date(2017, 5, 31), "Maj 2017"),
)
# Name, kind, who, day, as the paper has it where the day is ours.
WHEEL: Final = (
    ("Orientering til medarbejderne på møder i afdelingerne", "moede", "Afdelingerne", date(2016, 4, 29), "April 2016"),
    ("Drøftelse i Sektor-MED", "med", "Sektor-MED", date(2016, 4, 8), ""),
    ("Orientering til Børn og Skoleudvalget", "udvalg", "Børn og Skoleudvalget", date(2016, 4, 26), ""),
    ("Afdelingerne sætter deres mål", "moede", "Afdelingerne", date(2016, 5, 2), "Maj-juni 2016"),
)
# Kind, meeting, day, as the paper has it, others.
MEETINGS: Final[tuple[tuple[str, str, date | None, str, str], ...]] = (
    ("tilblivelse", "Den udvidede ledergruppe: mission og kerneopgave", None, "Ikke angivet", ""),
    ("tilblivelse", "Arbejdsgruppe om visionerne", None, "Foråret 2016", ""),
    ("tilblivelse", "Fokusgruppeinterviews med medarbejdere", None, "Ikke angivet", ""),
    ("tilblivelse", "Workshop", None, "Ikke angivet", "Mange forskellige interessenter"),
    ("kendt", "Møder i afdelingerne", None, "April 2016", ""),
    ("kendt", "Sektor-MED", date(2016, 4, 8), "", "Sektor-MED"),
    ("kendt", "Børn og Skoleudvalget", date(2016, 4, 26), "", "Børn og Skoleudvalget"),
)
