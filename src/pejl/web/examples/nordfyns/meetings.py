"""What do the theme meetings rest on? The paper says how often and on what; days, stories and words are invented."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.nordfyns.sources import FOLLOWING

Values = dict[str, Any]

_ASKED: Final = (
    "Papiret vil vide fire ting: Bliver vi dygtigere? Arbejder vi bedre sammen på tværs? Bliver barn, familie og "
    "netværk inddraget? Er der ro og stabilitet?"
)
# The day, the themes, and what is written of it.
MEETINGS: Final[tuple[tuple[date, tuple[int, ...], Values], ...]] = (
    (
        date(2023, 5, 24),
        (1,),
        {
            "name": "Temamøde, forår 2023",
            "held": True,
            "practice": _ASKED,
            "agreed": "Puljen bruges først på analysen i undersøgelserne. Udvalget vil høre fra de unge næste gang.",
        },
    ),
    (
        date(2023, 11, 22),
        (4,),
        {
            "name": "Temamøde, efterår 2023",
            "held": True,
            "practice": _ASKED,
            "follow_up": "Tre rådgivere og teamlederen har været på kursus. Interviewene med unge er begyndt.",
            "agreed": "Inddragelse bliver temaet næste gang. Hver afdeling tager en case med.",
        },
    ),
    (
        date(2024, 5, 22),
        (3,),
        {
            "name": "Temamøde, forår 2024",
            "practice": _ASKED,
            "follow_up": "Afdelingerne har hver skrevet en case. Opholdsstederne mangler endnu.",
        },
    ),
    (date(2024, 11, 20), (2,), {"name": "Temamøde, efterår 2024"}),
    (date(2025, 5, 21), (), {"name": "Temamøde, forår 2025"}),
    (date(2025, 11, 19), (), {"name": "Temamøde, efterår 2025"}),
)
# In the year wheel; the paper names no months.
WHEEL: Final[Values] = {
    "name": "Temamøde om udviklingsstrategien",
    "kind": "temamoede",
    "again": "halvaarligt",
    "first": date(2023, 5, 24),
    "until": date(2025, 12, 31),
    "body": "Børne- og Ungeudvalget",
    "when_words": "»to årlige temamøder«; dagene er opdigtede",
    "source": FOLLOWING,
}
# Which meeting, and the choice.
OPTIONS: Final[tuple[tuple[int, Values], ...]] = (
    (
        1,
        {
            "text": "Alle rådgivere får en makker på de svære sager",
            "for_it": "Barnet kender to voksne, når den ene rejser.",
            "against": "Det tager tid i begyndelsen.",
            "outcome": "valgt",
            "followed": "Otte sager har fået en makker. Rådgiverne vil gerne have flere.",
        },
    ),
    (
        1,
        {
            "text": "Et vikarhold til travle uger",
            "for_it": "Færre sager, der venter.",
            "against": "Endnu et nyt ansigt for barnet.",
            "outcome": "fravalgt",
        },
    ),
    (
        2,
        {
            "text": "Barnet vælger selv, hvem der inviteres til netværksmødet",
            "for_it": "Barnet ser, at dets ord tæller.",
            "against": "Nogle forældre kan blive kede af det.",
        },
    ),
)

# Figure, counted, out of; for the quarter before the meeting is prepared. No figure stands in the paper.
FIGURES: Final = (
    ("barnets_stemme.foer_afgoerelse", 31, 42),
    ("barnets_stemme.i_undersoegelsen", 24, 38),
    ("planer.foreligger", 47, 61),
)
QUARTER: Final = (date(2024, 1, 1), date(2024, 3, 31))

# Effect, who, how, the day, the question, and what they told.
TOLD: Final = (
    (
        "hoert",
        "barn",
        "interview",
        date(2024, 2, 6),
        "Spurgte nogen dig, før det blev bestemt?",
        "Ja, men jeg vidste ikke, hvad det skulle bruges til.",
    ),
    (
        "hoert",
        "ung",
        "interview",
        date(2024, 2, 6),
        "Spurgte nogen dig, før det blev bestemt?",
        "Min rådgiver spurgte to gange. Den anden gang turde jeg svare.",
    ),
    (
        "hoert",
        "foraelder",
        "interview",
        date(2024, 2, 20),
        "Blev du hørt?",
        "Vi blev hørt til mødet, men brevet bagefter lignede ikke det, vi sagde.",
    ),
    (
        "medbestemt",
        "ung",
        "interview",
        date(2024, 2, 13),
        "Var du med til at sige, hvad der skulle gøres?",
        "Målet om en fritidsting var mit eget.",
    ),
    ("metoder", "medarbejder", "observation", date(2024, 3, 5), "", "To af tre møder begyndte med barnets egne ord."),
)
# Effect, the day, the verdict, and why.
JUDGED: Final = (
    (
        "hoert",
        date(2024, 4, 8),
        "delvist",
        "Børn og unge bliver oftere spurgt, men de ved ikke altid hvorfor. Vi har talt med få.",
    ),
    (
        "medbestemt",
        date(2024, 4, 8),
        "delvist",
        "De unge er med til at sætte mål. Hvordan det er for de mindste børn, ved vi ikke.",
    ),
    ("handleplan", date(2024, 4, 8), "ikke", "Der mangler stadig for mange planer, og mange skrives uden familien."),
    ("netvaerk", date(2024, 4, 8), "uvist", "Ledelsestilsynet er ikke begyndt endnu."),
    ("metoder", date(2024, 4, 8), "delvist", "Kursusdagene er i gang. Møderne begynder oftere med barnets ord."),
    ("faglighed", date(2023, 5, 15), "uvist", "Vi har ikke spurgt borgerne endnu."),
    ("samme", date(2023, 11, 14), "ikke", "For mange børn skifter stadig rådgiver."),
)
# The unit, what it shows, the heading and the story; all about the third focus area.
STORIES: Final = (
    (
        "myndighed",
        "lykkes",
        "Mødet begyndte med barnets tegning",
        "Et barn ville ikke tale på møder. Rådgiveren bad barnet tegne, hvem der skulle være med. Tegningen kom på "
        "bordet først, og de voksne talte ud fra den. Barnet blev siddende til mødet var slut.",
    ),
    (
        "familiehuset",
        "lykkes",
        "Familien skrev selv sit mål",
        "En familie havde fået mange mål, som andre havde skrevet. Behandleren lagde dem væk og spurgte, hvad der "
        "ville gøre en almindelig aften lettere. Familien valgte ét mål og nåede det.",
    ),
    (
        "langebyhus",
        "bedre",
        "Den unge hørte det til sidst",
        "En ung fik at vide, at planen var ændret, da den var skrevet. Personalet vidste, hvad den unge ønskede, men "
        "ingen havde spurgt dem. Nu er den unge med, når planen tales igennem.",
    ),
    (
        "sundhedsplejen",
        "lykkes",
        "Bedstemoren kom med",
        "En familie var alene med en lille ny. Sundhedsplejersken spurgte, hvem de ringer til om natten. Det var "
        "bedstemoren, som ingen havde talt med. Hun er nu en del af planen.",
    ),
    (
        "ppr",
        "bedre",
        "To møder om det samme",
        "Forældrene fortalte den samme historie på to møder med en uges mellemrum. Ingen havde spurgt, om de måtte "
        "holde ét. Nu spørger vi først, hvem der allerede er i gang.",
    ),
    (
        "plejefamilier",
        "lykkes",
        "Barnet beholdt sin træner",
        "Et barn skulle flytte til en plejefamilie. Barnet savnede mest sin fodboldtræner. Plejefamilien kører nu "
        "barnet til træning hver uge, og træneren er skrevet på kortet over barnets netværk.",
    ),
)
