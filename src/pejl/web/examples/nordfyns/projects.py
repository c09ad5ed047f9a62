"""Which money, courses and projects does the paper name? The courses and their prices are invented."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.nordfyns.sources import INVENTED, SCOPE, area

Values = dict[str, Any]

# 750.000 kr., a third each year.
FUNDS: Final[tuple[Values, ...]] = tuple(
    {"name": "Uddannelsespulje", "year": year, "amount": 250_000, "source": area(1)} for year in (2023, 2024, 2025)
)
# The year of the fund, the units, those who took part, and the rest.
COURSES: Final[tuple[tuple[int, tuple[str, ...], tuple[str, ...], Values], ...]] = (
    (
        *(2023, ("myndighed",), ("asger", "tora", "sigurd", "dagny")),
        {
            "name": "Analyse og vurdering i undersøgelsen",
            "theme": "Faglig udredning",
            "area": 1,
            "supplier": "Opdigtet kursusudbyder",
            "first": date(2023, 9, 5),
            "last": date(2023, 10, 10),
            "stage": "afsluttet",
            "competence": "Analyse i undersøgelsen",
            "committed": 120_000,
            "spent": 112_500,
            "exercise": "To og to læser hinandens analyser på teammødet",
            "exercise_on": date(2023, 11, 7),
            "seen_in": "Ledelsestilsyn: hænger undersøgelse, vurdering og plan sammen?",
        },
    ),
    (
        *(2023, ("myndighed", "familiehuset"), ("asger", "elna")),
        {
            "name": "Supervision i fælles sparringsforum",
            "theme": "Sparring",
            "area": 1,
            "supplier": "Opdigtet supervisor",
            "first": date(2023, 3, 1),
            "last": date(2023, 12, 13),
            "stage": "afsluttet",
            "committed": 60_000,
            "spent": 64_000,
        },
    ),
    (
        *(2024, ("myndighed", "familiehuset"), ("tora", "rigmor")),
        {
            "name": "Kursusdage om inddragelse og netværk",
            "theme": "Inddragelse",
            "area": 1,
            "supplier": "Opdigtet kursusudbyder",
            "first": date(2024, 4, 9),
            "last": date(2024, 6, 4),
            "stage": "i_gang",
            "committed": 90_000,
            "exercise": "Et netværksmøde hver, fulgt af en kollega",
            "seen_in": "Ledelsestilsyn: står det i sagen, hvad netværket kan bruges til?",
        },
    ),
    (
        *(2024, ("familiehuset", "langebyhus"), ()),
        {
            "name": "Fælles metoder hos de lokale udførere",
            "theme": "Kompetenceløft på udførerområdet",
            "area": 1,
            "stage": "planlagt",
            "when_words": "Efteråret 2024",
            "seats": 12,
        },
    ),
)
COURSES_FROM: Final = INVENTED

PROJECTS: Final[tuple[Values, ...]] = (
    {
        "name": "Barnets første 1000 dage",
        "aim": "Finde sårbare og udsatte familier og børn tidligt i barnets liv og give dem den rette støtte.",
        "partner": "Sundhedsplejen",
        "target_group": "Sårbare og udsatte familier med små børn",
        "last": date(2022, 12, 31),
        "when_words": "Udløber i december 2022",
        "area": 2,
        "decision": "drift",
        "decided_why": "Metoderne og arbejdsgangene bliver ved, når projektet er slut.",
        "handed_on": date(2022, 12, 31),
        "left_behind": "En række metoder, der virker, og arbejdsgangene til dem",
        "kept_by": "Sundhedsplejen",
        "source": SCOPE,
    },
    {
        "name": "Min vej hjem",
        "aim": "Nye løsninger, så alle unge får den støtte, de har brug for, når de går fra anbringelse til eget hjem.",
        "partner": "Den Kommunale Ungeindsats og Bikuben Fonden",
        "target_group": "Unge på vej fra anbringelse til eget hjem",
        "when_words": "»I de kommende år«",
        "area": 3,
        "questions": "Oplever de unge, at deres egne styrker er med? Er samarbejdet blevet bedre?",
        "measures": "De unges egne ord, og om de når de mål, de selv har været med til at sætte",
        "source": f"{SCOPE}. Spørgsmålene er vores",
    },
    {
        "name": "Styrket match af barn og anbringelsessted",
        "aim": "En bedre proces, når et barn og et anbringelsessted skal passe sammen.",
        "partner": "Myndighed og Socialstyrelsen",
        "target_group": "Børn og unge, der skal anbringes",
        "area": 1,
        "questions": "Bliver barnet spurgt, før der vælges? Holder anbringelsen?",
        "measures": "Ledelsestilsyn, og samtaler med børn og anbringelsessteder",
        "source": f"{SCOPE}. Spørgsmålene er vores",
    },
)
