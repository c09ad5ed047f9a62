"""What may be told of an anonymous talk? Lists to choose from, and nothing to write in.

What a municipality wants more of is one line in one of the lists. A value that is no longer used keeps its line, so
that what was told can still be read; ``used=False`` takes it out of the form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pejl.law import BARNETS_LOV, Sure

# Law notes STØ-01: the number of the paragraph was not found.
HJEMMEL: Final = BARNETS_LOV.at(
    "§§ 28-29",
    row="STØ-01",
    sure=Sure.UNVERIFIED,
    note="Før 2024: servicelovens § 11, stk. 2. Hvilken af de to paragraffer det nu er, er ikke fundet.",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be told."""

    key: str
    label: str
    used: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked of every talk."""

    field: str  # of ``models.Talk``
    label: str
    hint: str
    choices: tuple[Choice, ...]
    several: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """What may be answered, now or before."""
        return frozenset(each.key for each in self.choices)

    def told(self, key: str) -> str:
        """An answer in words; one that is no longer known as it was kept."""
        return next((each.label for each in self.choices if each.key == key), key)


WAY: Final = Question(
    "way",
    "Hvordan kom samtalen i stand?",
    "",
    (
        Choice("aftalt", "Aftalt tid, uden navn"),
        Choice("ind_fra_gaden", "Kom uden aftale"),
        Choice("telefon", "Ringede eller skrev"),
    ),
)
WHO: Final = Question(
    "who",
    "Hvem kom?",
    "Er der flere, så vælg den, der talte mest.",
    (
        Choice("barn", "Et barn"),
        Choice("ung", "En ung"),
        Choice("foraelder", "En forælder"),
        Choice("paaroerende", "En anden i familien eller netværket"),
        Choice("fagperson", "En fagperson"),
        Choice("anden", "En anden"),
        Choice("ikke_sagt", "Ikke sagt"),
    ),
)
AGE: Final = Question(
    "age",
    "Barnets alder",
    "Det barn, samtalen handlede om. Gæt ikke.",
    (
        Choice("ufoedt", "Ikke født endnu"),
        Choice("0_2", "0-2 år"),
        Choice("3_5", "3-5 år"),
        Choice("6_9", "6-9 år"),
        Choice("10_14", "10-14 år"),
        Choice("15_17", "15-17 år"),
        Choice("flere", "Flere børn"),
        Choice("ikke_sagt", "Ikke sagt"),
    ),
)
THEMES: Final = Question(
    "themes",
    "Hvad handlede det om?",
    "Sæt gerne flere kryds.",
    (
        Choice("trivsel", "Barnets trivsel og humør"),
        Choice("skole", "Skole og fravær"),
        Choice("graenser", "Opdragelse og grænser"),
        Choice("brud", "Brud, samvær og uenige forældre"),
        Choice("spaed", "Graviditet, baby og småbarn"),
        Choice("venner", "Venner, kærester og det digitale"),
        Choice("psykisk", "Psykisk sygdom i familien"),
        Choice("rus", "Alkohol eller stoffer"),
        Choice("vold", "Vold eller utryghed"),
        Choice("tab", "Sorg eller sygdom"),
        Choice("handicap", "Handicap eller diagnose"),
        Choice("penge", "Penge og bolig"),
        Choice("andet", "Noget andet"),
    ),
    several=True,
)
NEED: Final = Question(
    "need",
    "Hvilket behov så du?",
    "Det vigtigste.",
    (
        Choice("samtalen", "Samtalen var nok"),
        Choice("flere_samtaler", "Nogle samtaler til"),
        Choice("gruppe", "At møde andre i samme situation"),
        Choice("foraeldre", "Vejledning i at være forælder"),
        Choice("samarbejde", "Hjælp til at tale sammen efter et brud"),
        Choice("hverdag", "Hjælp i hverdagen"),
        Choice("behandling", "Behandling, fx psykolog eller mod misbrug"),
        Choice("stoette", "Støtte, som kræver en sag"),
        Choice("andet", "Noget andet"),
    ),
)
OFFERED: Final = Question(
    "offered",
    "Har kommunen et tilbud, der møder behovet?",
    "",
    (
        Choice("ja", "Ja"),
        Choice("ventetid", "Ja, men der er ventetid"),
        Choice("delvist", "Kun delvist"),
        Choice("nej", "Nej"),
        Choice("ved_ikke", "Ved ikke"),
    ),
)
LED_ON: Final = Question(
    "led_on",
    "Vist videre til",
    "",
    (
        Choice("ingen", "Ingen"),
        Choice("ny_samtale", "En samtale mere her"),
        Choice("tidlig_hjaelp", "Tidlig hjælp efter § 30"),
        Choice("sundhed", "Sundhedsplejerske eller læge"),
        Choice("skole", "Skole, dagtilbud eller PPR"),
        Choice("familieret", "Familieretshuset"),
        Choice("frivillige", "En forening eller frivillige"),
        Choice("voksne", "Kommunens tilbud til voksne"),
        Choice("kendt", "Gav sig selv til kende: ansøgning eller underretning"),
        Choice("andre", "Andre"),
    ),
)
QUESTIONS: Final = (WAY, WHO, AGE, THEMES, NEED, OFFERED, LED_ON)
