"""What is at hand from the notification to the finished investigation, kind by kind?"""

from __future__ import annotations

from typing import Final

from pejl import events as e
from pejl.web.cases.forms import guides as g
from pejl.web.cases.forms.guides import Group, StepGuide

_MEETING: Final = ("dag", "deltagere", "anledning", "aftalt", "vurdering")
_MEETING_QUESTIONS: Final = (
    "Hvem var med, og hvem manglede?",
    "Hvad er bekymringen, og hvad går godt?",
    "Hvad er aftalt? Skriv nedenfor, hvem der gør hvad, og hvornår.",
    "Hvad er den faglige vurdering efter mødet?",
)

EARLY: Final[tuple[StepGuide, ...]] = (
    StepGuide(
        kind=e.VURDERING_24_TIMER,
        first=("dag", "klokken", "akut_behov", "vurdering"),
        phrase_into="vurdering",
        questions=(
            "Er barnets sundhed eller udvikling i fare nu?",
            "Hvad bygger vurderingen på, og hvad vides ikke?",
            "Hvilke akutte skridt skal tages, og af hvem?",
        ),
        siblings=True,
    ),
    StepGuide(
        kind=e.GENVURDERING,
        first=("dag", "ny_deltager", "anden_person", "vurdering"),
        phrase_into="vurdering",
        questions=(
            "Hvad er nyt i forhold til den sidste vurdering?",
            "Hvad betyder det for den hjælp, der er i gang?",
            "Skal der en undersøgelse eller en opdatering af den til?",
        ),
        siblings=True,
    ),
    StepGuide(
        kind=e.INDLEDENDE_VURDERING,
        first=("dag", "udfald", "kerne", "vurdering"),
        phrase_into="vurdering",
        questions=(
            "Hvad er kernen i problemet? Skær fra, til der står én sætning.",
            "Hvad er undersøgt nok, og hvad mangler for at vide det?",
            "Hvorfor netop det udfald, og hvorfor ikke et af de andre?",
        ),
        cites=(g.SCREENING, g.RISIKO_FOERST, g.SYSTEMATISK),
        before=(e.OPLYSNING_INDHENTET, e.PARTSHOERING_HOLDT, e.SAMTALE_MED_BARNET),
        siblings=True,
    ),
    StepGuide(
        kind=e.RISIKOVURDERING,
        first=("dag", "klokken", "vurdering"),
        questions=("Hvad kan ske, hvis familien eller netværket får det at vide?", "Hvad gør barnet trygt imens?"),
        siblings=True,
    ),
    StepGuide(
        kind=e.OPLYSNING_INDHENTET,
        first=("dag", "fra_hvem", "oplysning"),
        questions=("Hvem er spurgt, og hvem mangler?", "Er sagen nu oplyst godt nok til en samlet vurdering?"),
        cites=(g.OPLYST, g.NOTATPLIGT),
        siblings=True,
    ),
    StepGuide(
        kind=e.PARTSHOERING_INDKALDT,
        first=("dag", "moededag"),
        questions=(
            "Er det trygt for barnet, at forældrene indkaldes? Er det ikke, så registrér »Partshøring undladt«.",
        ),
        cites=(g.PARTSHOERING,),
        siblings=True,
    ),
    StepGuide(
        kind=e.PARTSHOERING_HOLDT,
        first=("dag", "deltagere", "egne_ord", "vurdering"),
        phrase_into="vurdering",
        questions=(
            "Hvad siger forældrene selv? Skriv det med deres ord.",
            "Hvad er den faglige vurdering? Den står i sit eget felt.",
            "Hvad er aftalt, og hvem gør det?",
        ),
        cites=(g.PARTSHOERING, g.NOTATPLIGT),
        siblings=True,
        agreements=True,
    ),
    StepGuide(
        kind=e.PARTSHOERING_UNDLADT,
        first=("dag", "begrundelse"),
        questions=("Hvorfor kan kontakten bringe barnet i fare?", "Hvornår tages der stilling igen?"),
        siblings=True,
    ),
    StepGuide(
        kind=e.UNDERRETNINGSMOEDE,
        first=("dag", "deltagere", "aftalt", "vurdering"),
        phrase_into="vurdering",
        questions=_MEETING_QUESTIONS,
        cites=(g.NOTATPLIGT,),
        siblings=True,
        agreements=True,
    ),
    StepGuide(
        kind=e.NETVAERKSMOEDE,
        first=_MEETING,
        phrase_into="vurdering",
        questions=(
            "Er mødet forebyggende, eller er der en konkret bekymring, der skal være en underretning?",
            *_MEETING_QUESTIONS,
        ),
        cites=(g.NOTATPLIGT,),
        siblings=True,
        agreements=True,
    ),
    StepGuide(
        kind=e.TVAERSMOEDE,
        first=_MEETING,
        phrase_into="vurdering",
        questions=_MEETING_QUESTIONS,
        cites=(g.NOTATPLIGT,),
        siblings=True,
        agreements=True,
    ),
    StepGuide(
        kind=e.AFDAEKNING_BESLUTTET,
        first=("dag", "afgraenset_til", "begrundelse"),
        questions=("Hvilket afgrænset spørgsmål skal afdækkes?", "Hvem kender barnet og skal spørges?"),
        cites=(g.AFDAEKNING,),
        siblings=True,
    ),
    StepGuide(
        kind=e.AFDAEKNING_AFSLUTTET,
        first=("dag", "vurdering"),
        phrase_into="vurdering",
        questions=("Er spørgsmålet besvaret?", "Skal der støtte til, en undersøgelse eller ingen af delene?"),
        cites=(g.AFDAEKNING,),
        before=(e.SAMTALE_MED_BARNET,),
        siblings=True,
    ),
    StepGuide(
        kind=e.UNDERSOEGELSE_BESLUTTET,
        first=("dag", "behov_kendt", "begrundelse"),
        questions=(
            "Hvornår blev det kendt, at barnet kan have brug for særlig støtte?",
            "Hvorfor rækker en afdækning ikke?",
        ),
        cites=(g.UNDERSOEGELSE_SKAL, g.SOESKENDE),
        siblings=True,
    ),
    StepGuide(
        kind=e.UNDERSOEGELSESPLAN_LAVET,
        first=("dag", "undersoeges", "hvordan", "ventes_faerdig"),
        questions=(
            "Hvad skal vides for at kunne tage stilling? Hold det på kernen fra screeningen.",
            "Hvordan, med hvem, og hvornår er det færdigt?",
            "Hvordan er barn og familie med i det?",
        ),
        cites=(g.INDHOLD, g.TO_RAADGIVERE),
        before=(e.UNDERSOEGELSE_BESLUTTET, e.BISIDDER_OPLYST, e.SOESKENDE_OVERVEJET),
        siblings=True,
    ),
    StepGuide(
        kind=e.UNDERSOEGELSE_AFSLUTTET,
        first=("dag", "vurdering", "stillingtagen", "barnets_ord"),
        groups=(
            Group(
                title="ICS: barnets udvikling, forældrekompetencer, familie og netværk",
                fields=tuple(e.FIELD_BY_NAME[name] for name in ("ics_barnet", "ics_foraeldre", "ics_netvaerk")),
                is_open=True,
            ),
        ),
        phrase_into="vurdering",
        questions=(
            "Er den fokuseret og let at læse?",
            "Er vurderingerne begrundet, og kan egne iagttagelser kendes fra andres oplysninger?",
            "Hvad siger barnet selv, og hvad siger netværket?",
            "Er der taget stilling til støtte, og hvad familien mener om den?",
        ),
        cites=(g.INDHOLD, g.SAMTIDIG_STOETTE, g.SOESKENDE),
        before=(e.UNDERSOEGELSESPLAN_LAVET, e.SAMTALE_MED_BARNET, e.SOESKENDE_OVERVEJET),
        siblings=True,
    ),
    StepGuide(
        kind=e.UNDERSOEGELSE_OPDATERET,
        first=("dag", "aendret", "vurdering"),
        questions=("Hvad er ændret siden sidst?", "Ændrer det vurderingen eller støtten?"),
        cites=(g.INDHOLD,),
        siblings=True,
    ),
    StepGuide(
        kind=e.UNDERSOEGELSE_KVALITET_VURDERET,
        first=("dag",),
        groups=(
            Group(
                title="De seks mærker: svar på dem alle, og skriv kort hvorfor, hvor svaret ikke er ja",
                fields=tuple(each for mark in e.KVALITETSMAERKER for each in mark),
                is_open=True,
            ),
        ),
        questions=(
            "Har du læst hele undersøgelsen?",
            "Vurderer du teksten og ikke den, der skrev den?",
            "Ved rådgiveren, at undersøgelsen vurderes, og hvad vurderingen bruges til?",
        ),
        before=(e.UNDERSOEGELSE_AFSLUTTET,),
    ),
)
