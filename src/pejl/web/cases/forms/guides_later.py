"""What is at hand from the child's conversation and the decision to the closed case, kind by kind?"""

from __future__ import annotations

from typing import Final

from pejl import events as e
from pejl.web.cases.forms import guides as g
from pejl.web.cases.forms.guides import Group, StepGuide
from pejl.web.cases.forms.lundy import QUESTIONS

_FIVE: Final = Group(
    title="Sammenhæng, mål, type, varighed og inddragelse (skal med ved § 30)",
    fields=(e.UDSPRING, e.MAAL, e.INDSATSTYPE, e.VARIGHED, e.INDDRAGELSE_AF),
    is_open=True,
)
# The child's own choice, never folded away.
_SEEN_BY_PARENTS: Final = Group(title="Hvad barnet vil have vist", fields=(e.SKJULT_FOR_FORAELDRE,), is_open=True)

_PROVIDER: Final = e.FIELD_BY_NAME["leverandoerens_ord"]

LATER: Final[tuple[StepGuide, ...]] = (
    StepGuide(
        kind=e.SAMTALE_MED_BARNET,
        first=("dag", "klokken", "barnets_ord", "modtaget_af", "aendrede"),
        questions=QUESTIONS,
        groups=(_SEEN_BY_PARENTS,),
        cites=(g.BISIDDER, g.TO_RAADGIVERE, g.UDEN_SAMTYKKE),
    ),
    StepGuide(
        kind=e.KONTAKT_MED_BARNET,
        first=("dag", "klokken", "barnets_ord", "modtaget_af", "aendrede"),
        questions=QUESTIONS,
        groups=(_SEEN_BY_PARENTS,),
        cites=(g.BISIDDER,),
    ),
    StepGuide(
        kind=e.HOLDNING_INDHENTET,
        first=("dag", "barnets_ord", "kilde", "modtaget_af", "aendrede"),
        questions=QUESTIONS,
        groups=(_SEEN_BY_PARENTS,),
    ),
    StepGuide(
        kind=e.SAMTALE_UNDLADT,
        first=("dag", "begrundelse"),
        questions=("Hvorfor kan der ikke tales med barnet?", "Hvordan indhentes barnets holdning så?"),
    ),
    StepGuide(
        kind=e.VISITATION_DAGSORDEN,
        first=("dag", "moededag", "spoergsmaal", "vurdering"),
        questions=("Hvad skal udvalget tage stilling til?", "Hvad er rådgiverens faglige vurdering?"),
        before=(e.INDLEDENDE_VURDERING, e.SAMTALE_MED_BARNET),
        siblings=True,
    ),
    StepGuide(
        kind=e.VISITATION,
        first=("dag", "indstilling", "begrundelse"),
        questions=("Hvad svarede udvalget, og hvorfor?",),
        before=(e.VISITATION_DAGSORDEN,),
        siblings=True,
    ),
    StepGuide(
        kind=e.VISITATION_TILBAGE,
        first=("dag", "begrundelse"),
        questions=("Hvad er ændret, siden udvalget så sagen?",),
        siblings=True,
    ),
    StepGuide(
        kind=e.AFGOERELSE_TRUFFET,
        first=("dag", "paragraf", "plan_valgt", "vurdering"),
        groups=(
            Group(
                title="Formål, varighed, begrundelse og kompetence (formål og varighed skal med ved § 32)",
                fields=(e.FORMAAL, e.VARIGHED, e.BEGRUNDELSE, e.KOMPETENCE),
                is_open=True,
            ),
        ),
        phrase_into="begrundelse",
        questions=(
            "Hvad skal støtten føre til, og hvor længe?",
            "Hvad sagde barnet, og hvordan er det med i afgørelsen?",
            "Er forældre og barn (fra 10 år, når barnet er part) hørt?",
        ),
        cites=(g.STOETTE_INDHOLD, g.STOETTE_GRUNDLAG, g.PLAN_VAELGES, g.BARNETS_SYN, g.PARTSHOERING, g.BEGRUNDELSE),
        before=(e.SAMTALE_MED_BARNET, e.HOERING_PARTER, e.SAMTYKKE_GIVET),
        siblings=True,
    ),
    StepGuide(
        kind=e.BEVILLING,
        first=("dag", "paragraf", "kompetence"),
        groups=(_FIVE,),
        questions=(
            "§ 30: Er problemet afgrænset og konkret? Er det ikke, hører det til i en afdækning eller undersøgelse.",
            "Hvordan hænger hjælpen sammen med den indledende vurdering?",
            "Hvad er målet, og hvordan ses det, at det er nået?",
        ),
        cites=(g.TIDLIG_HJAELP, g.STOETTE_INDHOLD),
        before=(e.INDLEDENDE_VURDERING, e.SAMTALE_MED_BARNET, e.VISITATION),
        siblings=True,
    ),
    StepGuide(
        kind=e.PLAN_LAVET,
        first=("dag", "vurdering", "barnets_ord", "inddragelse_af"),
        questions=("Få, konkrete mål: Skriv hvert mål for sig med »Mål aftalt«.", "Hvad ønsker barnet selv?"),
        cites=(g.PLAN_INDHOLD,),
        before=(e.MAAL_AFTALT, e.SAMTALE_MED_BARNET),
        siblings=True,
    ),
    StepGuide(
        kind=e.PLAN_REVIDERET,
        first=("dag", "vurdering", "barnets_ord", "inddragelse_af"),
        questions=("Hvad er ændret, og hvorfor?", "Hvad ønsker barnet selv?"),
        cites=(g.PLAN_INDHOLD,),
        siblings=True,
    ),
    StepGuide(
        kind=e.MAAL_AFTALT,
        first=("dag", "maal", "hvis_ord", "maales_paa"),
        questions=("Kan barnet forstå målet?", "Hvordan ses det, at det er nået?", "Hvem har sagt ja til det?"),
        cites=(g.PLAN_INDHOLD,),
        siblings=True,
    ),
    StepGuide(
        kind=e.MAAL_VURDERET,
        first=("dag", "maalstatus", "vurdering", "egne_ord"),
        questions=("Hvad er blevet bedre, og hvordan ses det?", "Hvad siger barn og familie selv?"),
        siblings=True,
    ),
    StepGuide(
        kind=e.INDSATS_PAA_VENTELISTE,
        first=("dag", "indsatstype", "anden_hjaelp", "hjaelp_imens"),
        questions=("Hvilken hjælp får familien, mens den venter? Er der ingen, så skriv hvorfor.",),
        siblings=True,
    ),
    StepGuide(
        kind=e.OPFOELGNING_HOLDT,
        # When it is followed up again is what a limit is counted from.
        first=("dag", "naeste_senest", "vurdering", "barnets_ord"),
        groups=(
            Group(
                title="Hvordan går det med målet, og hvad betyder det for indsatsen?",
                fields=(e.MAALSTATUS, e.KONSEKVENS, e.BEGRUNDELSE),
                is_open=True,
            ),
            Group(title="Hvad siger familien og leverandøren?", fields=(e.EGNE_ORD, _PROVIDER)),
        ),
        phrase_into="vurdering",
        questions=(
            "Hvordan går det med målene i planen?",
            "Er der ikke fremgang: Stop eller erstat indsatsen, eller skriv, hvorfor den fortsætter.",
            "Hvad siger barnet, familien og leverandøren?",
        ),
        cites=(g.OPFOELGNING,),
        before=(e.SAMTALE_MED_BARNET, e.STATUSUDTALELSE, e.MAAL_VURDERET),
        siblings=True,
    ),
    StepGuide(
        kind=e.SAG_GENNEMGAAET,
        first=("dag", "gennemgang_udfald", "effekt_set", "vurdering"),
        questions=(
            "Hvad har hjælpen ændret, og hvordan ses det?",
            "Er problemet stadig afgrænset og konkret, eller er der brug for noget andet?",
            "Skal det fortsætte, ændres til en anden paragraf eller afsluttes, og hvorfor?",
        ),
        before=(e.OPFOELGNING_HOLDT, e.STATUSUDTALELSE),
        siblings=True,
    ),
    StepGuide(
        kind=e.SAG_AFSLUTTET,
        first=("dag", "effekt", "vurdering", "begrundelse"),
        phrase_into="vurdering",
        questions=(
            "Hvad førte indsatsen til?",
            "Har familien brug for anden hjælp, eller er der grund til at slutte?",
            "Ved skole, dagtilbud og sundhedspleje, at sagen slutter, og hvor de går hen ved ny bekymring?",
        ),
        before=(e.STATUSUDTALELSE, e.SAMTALE_MED_BARNET, e.TILBAGEMELDING_ALMEN, e.FAMILIE_ORIENTERET),
        siblings=True,
    ),
)
