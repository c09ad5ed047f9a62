"""Which steps does a case pass from the first contact to the closing (requirements C1-C42), and where is each seen?

One value a row, in the order of the requirements, each key once. A municipality that wants one more step writes one
more value. What is about leadership and lists says where in Pejl it lives, or that it is not there yet.
"""

from __future__ import annotations

from typing import Final

from pejl import events as e
from pejl.web.access.roles import Right
from pejl.web.cases import walk_own as own
from pejl.web.cases.walk import CONTACTS, NO_GRANT, WalkStep
from pejl.web.cases.walk_looks import comes_first, duties, elsewhere, follows, happens, limit_counted, says
from pejl.web.cases.written import field_of

_NO_NOTIFICATION: Final = "Der er ingen underretning i sagen."
_NO_SCREENING: Final = "Der er ingen indledende vurdering i sagen."
_NO_INVESTIGATION: Final = "Der er ikke besluttet en børnefaglig undersøgelse."
_NO_FINISHED: Final = "Der er ingen afsluttet undersøgelse."
_NO_EFFORT: Final = "Der er ikke sat en indsats i værk, som loven giver en dag for."
_NO_DECISION: Final = "Der er ikke truffet en afgørelse, som kræver det."
_NO_FOLLOW_UP: Final = "Der er ikke holdt opfølgning."
_NO_PLAN: Final = "Der er ingen plan i sagen."
_PLANS: Final = (
    *("plan.foer_afgoerelse", "plan.efter_hastende_afgoerelse", "plan.stoettende_indsats", "plan.anbringelse"),
)
_FOLLOW_UPS: Final = (
    *("opfoelgning.foerste", "opfoelgning.rytme", "opfoelgning.hvert_halve_aar", "opfoelgning.naeste"),
)
_ICS: Final = tuple(
    field_of(e.UNDERSOEGELSE_AFSLUTTET, name) for name in ("ics_barnet", "ics_foraeldre", "ics_netvaerk")
)

STEPS: Final = (
    WalkStep(
        key="C1",
        title="Kontakten er registreret som henvendelse, underretning eller ansøgning",
        looks=(
            happens(*CONTACTS, told="Registreret", missing="Der er ingen kontakt i sagen."),
            own.type_is_settled,
        ),
    ),
    WalkStep(
        key="C2",
        title="Kvittering på hver kontakt",
        looks=(
            duties("underretning.kvitteres", otherwise=_NO_NOTIFICATION),
            follows(
                (e.HENVENDELSE_MODTAGET, e.ANSOEGNING_MODTAGET),
                e.KVITTERING_SENDT,
                missing="Ingen kvittering",
                otherwise="Der er ingen henvendelse eller ansøgning.",
            ),
        ),
    ),
    WalkStep(
        key="C3",
        title="En bekymring i en løbende sag er også en underretning",
        looks=(own.worry_in_an_open_case,),
    ),
    WalkStep(
        key="C4",
        title="Begrundet vurdering inden 24 timer",
        looks=(
            duties("underretning.vurderes", otherwise=_NO_NOTIFICATION),
            says(e.VURDERING_24_TIMER, fields=(e.VURDERING,), otherwise="Der er ingen 24-timers vurdering."),
        ),
    ),
    WalkStep(
        key="C5",
        title="De 24 timer er regnet fra modtagelsen",
        looks=(limit_counted("underretning.vurderes", otherwise=_NO_NOTIFICATION),),
    ),
    WalkStep(
        key="C6",
        title="Genvurdering med fuld begrundelse, når barnet allerede får hjælp",
        looks=(
            duties("underretning.genvurderes", otherwise="Ingen underretning kom, mens barnet fik hjælp."),
            says(e.GENVURDERING, fields=(e.VURDERING,), otherwise="Der er ingen genvurdering."),
        ),
    ),
    WalkStep(
        key="C7",
        title="Underretningen er belyst, før den vurderes samlet",
        looks=(
            comes_first(
                e.INDLEDENDE_VURDERING,
                e.OPLYSNING_INDHENTET,
                missing="Det står ikke, hvad der blev indhentet, og fra hvem, om",
                otherwise=_NO_SCREENING,
            ),
            says(e.OPLYSNING_INDHENTET, fields=(e.FRA_HVEM,), otherwise="Der er ikke indhentet oplysninger."),
        ),
    ),
    WalkStep(
        key="C8",
        title="Partshøring er planlagt og indkaldt",
        looks=(duties("lokal.partshoering_indkaldes", otherwise="Der er ingen partshøring at indkalde til."),),
    ),
    WalkStep(
        key="C9",
        title="Indledende vurdering, som finder kernen i problemet",
        looks=(
            follows(
                (e.UNDERRETNING_MODTAGET,),
                *(e.INDLEDENDE_VURDERING, e.KONTAKT_NEDGRADERET),
                missing="Ingen indledende vurdering",
                otherwise=_NO_NOTIFICATION,
            ),
            says(
                e.INDLEDENDE_VURDERING,
                fields=(field_of(e.INDLEDENDE_VURDERING, "kerne"),),
                otherwise=_NO_SCREENING,
            ),
        ),
    ),
    WalkStep(
        key="C10",
        title="Tilbagemelding til den faglige underretter",
        looks=(duties("underretning.tilbagemeldes", otherwise="Der er ingen underretning fra en fagperson."),),
    ),
    WalkStep(
        key="C11",
        title="Valget mellem netværksmøde og underretning",
        looks=(
            happens(
                *(e.NETVAERKSMOEDE, e.UNDERRETNINGSMOEDE, e.UNDERRETNING_MODTAGET),
                told="Valget ses af det, der er registreret",
                missing="Hverken netværksmøde eller underretning er registreret.",
            ),
        ),
    ),
    WalkStep(
        key="C12",
        title="Formularen til skoler og dagtilbud",
        looks=(elsewhere("Den ligger på nettet og ikke i sagen.", url_name="underret"),),
    ),
    WalkStep(
        key="C13",
        title="Dag- og døgnvagt",
        looks=(elsewhere("Hvem der har vagt, og hvad der er givet videre, står på vagtens side.", url_name="vagt"),),
    ),
    WalkStep(key="C14", title="Et næste skridt med ansvarlig og dag", looks=(own.next_step,)),
    WalkStep(key="C15", title="Tidlig hjælp kun til et afgrænset, konkret problem", looks=(own.delimited,)),
    WalkStep(
        key="C16",
        title="Bevillingen af tidlig hjælp har sine fem dele",
        looks=(
            says(
                e.BEVILLING,
                fields=(e.UDSPRING, e.MAAL, e.INDSATSTYPE, e.VARIGHED, e.INDDRAGELSE_AF),
                otherwise=NO_GRANT,
                where=own.early_help,
            ),
        ),
    ),
    WalkStep(
        key="C17",
        title="Samlet gennemgang af løbende tidlig hjælp",
        looks=(
            elsewhere(
                "Gennemgangen går på tværs af sager og begyndes af en leder. Task Forcens anbefaling, ikke lov.",
                url_name="mine-arbejdslister",
                needs=Right.MIN_DAG,
            ),
            own.reviewed("tidlig_hjaelp"),
        ),
    ),
    WalkStep(
        key="C18",
        title="Tidlig hjælp og undersøgelser set over tid",
        looks=(
            elsewhere(
                "Det er tal på tværs af sager: bevillinger af tidlig hjælp mod undersøgelser, der er besluttet.",
                url_name="noegletal-mod-hinanden",
                needs=Right.OVERVIEW,
            ),
        ),
    ),
    WalkStep(
        key="C19",
        title="Bevillingen siger, hvem der havde kompetencen",
        looks=(
            says(
                e.BEVILLING,
                fields=(field_of(e.BEVILLING, "kompetence"),),
                otherwise="Der er ikke givet en bevilling.",
            ),
        ),
    ),
    WalkStep(
        key="C20",
        title="Kompetence lagt tilbage til rådgiverne, og hvad det fører til",
        looks=(
            elsewhere(
                "Det følges på tværs af sager: bevillingerne før og efter, at kompetencen blev flyttet.",
                url_name="kompetence-virkning",
                needs=Right.OVERVIEW,
            ),
        ),
    ),
    WalkStep(
        key="C21",
        title="Visitationsudvalget: dagsorden, begrundelse og svar",
        looks=(
            follows(
                (e.VISITATION_DAGSORDEN,),
                e.VISITATION,
                missing="På dagsordenen uden svar",
                otherwise="Sagen har ikke været på dagsordenen.",
            ),
            says(e.VISITATION, fields=(e.BEGRUNDELSE,), otherwise="Der er intet svar fra udvalget."),
            own.visitation,
        ),
    ),
    WalkStep(
        key="C22",
        title="Tilbage til visitation, når grundlaget ændrer sig",
        looks=(own.back_to_visitation,),
    ),
    WalkStep(
        key="C23",
        title="Børnefaglig undersøgelse med plan og afslutning",
        looks=(
            follows(
                (e.UNDERSOEGELSE_BESLUTTET,),
                e.UNDERSOEGELSESPLAN_LAVET,
                missing="Ingen undersøgelsesplan",
                otherwise=_NO_INVESTIGATION,
            ),
            follows(
                (e.UNDERSOEGELSE_BESLUTTET,),
                e.UNDERSOEGELSE_AFSLUTTET,
                missing="Ikke afsluttet",
                otherwise=_NO_INVESTIGATION,
            ),
        ),
    ),
    WalkStep(
        key="C24",
        title="Undersøgelsen inden fire måneder",
        looks=(duties("undersoegelse.afsluttes", "undersoegelse.foreloebig_vurdering", otherwise=_NO_INVESTIGATION),),
    ),
    WalkStep(
        key="C25",
        title="Plan for at nedbringe de overskredne undersøgelser",
        looks=(
            elsewhere(
                "En leder lægger planen som en arbejdsliste på tværs af sager.",
                url_name="mine-arbejdslister",
                needs=Right.MIN_DAG,
            ),
        ),
    ),
    WalkStep(
        key="C26",
        title="Undersøgelsens indhold i ICS-orden",
        looks=(
            says(
                e.UNDERSOEGELSE_AFSLUTTET,
                fields=_ICS,
                otherwise=_NO_FINISHED,
            ),
        ),
    ),
    WalkStep(
        key="C27",
        title="Undersøgelsens kvalitet: begrundet vurdering, barnets egne ord og de seks mærker",
        looks=(
            says(e.UNDERSOEGELSE_AFSLUTTET, fields=(e.VURDERING, e.BARNETS_ORD), otherwise=_NO_FINISHED),
            own.quality_judged,
        ),
    ),
    WalkStep(key="C28", title="Undersøgelsen opdateres, når noget ændrer sig", looks=(own.investigation_updated,)),
    WalkStep(
        key="C29",
        title="Opfølgning efter en afsluttet undersøgelse",
        looks=(
            follows(
                (e.UNDERSOEGELSE_AFSLUTTET,),
                *(e.AFGOERELSE_TRUFFET, e.BEVILLING, e.OPFOELGNING_HOLDT, e.SAG_AFSLUTTET),
                missing="Intet er besluttet efter",
                otherwise=_NO_FINISHED,
            ),
        ),
    ),
    WalkStep(
        key="C30",
        title="Samtale med barnet, eller hvorfor ikke",
        looks=(
            duties(
                *("underretning.samtale_overgreb", "barnet.hoeres_foer_afgoerelse", "barnet.holdning_paa_anden_maade"),
                otherwise=_NO_DECISION,
            ),
            says(e.SAMTALE_UNDLADT, fields=(e.BEGRUNDELSE,), otherwise="Ingen samtale er undladt."),
        ),
    ),
    WalkStep(
        key="C31",
        title="Plan, hvor loven kræver den, i tide og opdateret",
        looks=(duties(*_PLANS, otherwise=_NO_DECISION), own.plan_is_true),
    ),
    WalkStep(
        key="C32",
        title="Få, præcise og målbare mål",
        looks=(
            follows((e.PLAN_LAVET,), e.MAAL_AFTALT, missing="Ingen mål efter", otherwise=_NO_PLAN),
            says(
                e.MAAL_AFTALT,
                fields=(e.MAAL, field_of(e.MAAL_AFTALT, "maales_paa")),
                otherwise="Der er ikke aftalt mål.",
            ),
            own.few_goals,
        ),
    ),
    WalkStep(
        key="C33",
        title="Venteliste med stilling til anden hjælp imens",
        looks=(
            says(
                e.INDSATS_PAA_VENTELISTE,
                fields=(field_of(e.INDSATS_PAA_VENTELISTE, "anden_hjaelp"),),
                otherwise="Ingen indsats har været på venteliste.",
            ),
        ),
    ),
    WalkStep(
        key="C34",
        title="Opfølgning til lovens tid",
        looks=(duties(*_FOLLOW_UPS, otherwise=_NO_EFFORT),),
    ),
    WalkStep(
        key="C35",
        title="Opfølgningens indhold: mål, familie, leverandør, vurdering og konsekvens",
        looks=(
            says(
                e.OPFOELGNING_HOLDT,
                fields=(
                    *(e.MAALSTATUS, e.EGNE_ORD, field_of(e.OPFOELGNING_HOLDT, "leverandoerens_ord")),
                    *(e.VURDERING, e.KONSEKVENS),
                ),
                otherwise=_NO_FOLLOW_UP,
            ),
        ),
    ),
    WalkStep(
        key="C36",
        title="Er der fremgang? Ellers ændres eller standses indsatsen",
        looks=(
            says(e.OPFOELGNING_HOLDT, fields=(e.MAALSTATUS, e.KONSEKVENS), otherwise=_NO_FOLLOW_UP),
            own.progress,
        ),
    ),
    WalkStep(
        key="C37",
        title="Afslutningens gang: effekten er vurderet",
        looks=(own.closing("indsats", "opfoelgning", "maal"), own.closed_with_reasons),
    ),
    WalkStep(
        key="C38",
        title="Statusudtalelser samlet, almenområdet og familien orienteret",
        looks=(own.closing("statusudtalelser", "almen", "familie", "barnet"),),
    ),
    WalkStep(
        key="C39",
        title="Sager, der har været åbne længe, gennemgås",
        looks=(
            elsewhere(
                "Hvilke sager der gennemgås, bestemmer en leder på en arbejdsliste.",
                url_name="mine-arbejdslister",
                needs=Right.MIN_DAG,
            ),
            own.reviewed("aaben_laenge"),
        ),
    ),
    WalkStep(key="C40", title="Faglig vurdering ved hvert trin", looks=(own.assessments,)),
    WalkStep(key="C41", title="En journal uden lange ophold", looks=(own.silent_periods,)),
    WalkStep(
        key="C42",
        title="Trinene i lovens rækkefølge",
        looks=(elsewhere("Det er denne side, og »Hvad mangler, trin for trin« på sagen."),),
    ),
)
