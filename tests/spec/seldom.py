"""Worked scenes for what seldom happens: which duties does a whole case raise, and which not?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A few events of one case and every duty they raise, as ``rule: status``; what stands not there is not raised."""

    says: str
    events: str
    as_of: str
    gives: tuple[str, ...]


_UNBORN: Final = "2026-03-02 09:00 underretning_modtaget #u1 ufoedt=ja underretter=sundhedsvaesen aeresrelateret=nej"
_FIRST: Final = (
    "lokal.partshoering_indkaldes: overdue",
    "underretning.kvitteres: overdue",
    "underretning.tilbagemeldes: open",
)
_PLACED: Final = """
    2017-03-10 barnet_foedt
    2025-12-10 soeskende_overvejet #b1 soeskende_udfald=ikke_behov
    2025-12-15 undersoegelse_afsluttet #b1 hjaelp_foer=ja skolevanskeligheder=nej
    2026-01-05 samtale_med_barnet
    2026-01-05 plan_lavet #a1
    2026-01-08 samtykke_givet #a1 hvem=foraelder_1
    2026-01-12 afgoerelse_truffet #a1 paragraf=§_46 fuldt_medhold=ja
    2026-01-19 anbringelse_ivaerksat #a1 paragraf=§_46 anbringelsestype=almen
    2026-01-26 stoetteperson_tilbudt #a1 hvem=foraelder_1
    2026-04-01 opfoelgning_holdt #a1 naeste_senest=2026-10-01
"""

SCENES: Final = (
    Scene(
        says="Et ufødt barn: de 24 timer, kvitteringen og tilbagemeldingen gælder. Samtalen om overgreb er undtaget.",
        events=f"{_UNBORN} mistanke_overgreb=ja",
        as_of="2026-04-10",
        gives=(
            "lokal.partshoering_indkaldes: excused",
            "screening.foretages: open",
            "underretning.kvitteres: overdue",
            "underretning.samtale_overgreb: excused",
            "underretning.tilbagemeldes: open",
            "underretning.vurderes: overdue",
            "undersoegelse.ved_overgreb: excused",
        ),
    ),
    Scene(
        says="Barnet bliver født: ingen frist begynder forfra, ingen falder bort, og fødslen selv rejser ingen.",
        events=f"""
            {_UNBORN} mistanke_overgreb=nej
            2026-03-02 15:00 vurdering_24_timer #u1
            2026-03-05 undersoegelse_besluttet #b1 behov_kendt=2026-03-03
            2026-03-20 barnet_foedt
        """,
        as_of="2026-04-10",
        gives=(
            *_FIRST,
            "barnet.bisidder: open",
            "screening.foretages: met",
            "underretning.vurderes: met",
            "undersoegelse.afsluttes: open",
            "undersoegelse.foreloebig_vurdering: open",
        ),
    ),
    Scene(
        says="Barnet blev ikke født levende: det, der ikke var forfaldet, falder bort. Resten bliver stående.",
        events=f"""
            {_UNBORN} mistanke_overgreb=nej
            2026-03-02 15:00 vurdering_24_timer #u1
            2026-03-05 undersoegelse_besluttet #b1 behov_kendt=2026-03-03
            2026-03-12 sag_afsluttet begrundelse=Barnet_blev_ikke_født_levende
        """,
        as_of="2026-04-10",
        gives=(
            "barnet.bisidder: cancelled",
            "lokal.partshoering_indkaldes: cancelled",
            "screening.foretages: met",
            "underretning.kvitteres: overdue",
            "underretning.tilbagemeldes: open",
            "underretning.vurderes: met",
            "undersoegelse.afsluttes: cancelled",
            "undersoegelse.foreloebig_vurdering: cancelled",
        ),
    ),
    Scene(
        says="Familien flytter: undersøgelsen falder bort her, og den nye kommune skal underrettes.",
        events="""
            2026-03-05 undersoegelse_besluttet #b1 behov_kendt=2026-03-03
            2026-04-01 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2026-09-01",
        gives=(
            "barnet.bisidder: cancelled",
            "underretning.tilflytningskommune: open",
            "undersoegelse.afsluttes: cancelled",
            "undersoegelse.foreloebig_vurdering: cancelled",
        ),
    ),
    Scene(
        says="Genåbnet: undersøgelsens frist er den samme som før og er overskredet, for sagen var aldrig slut.",
        events="""
            2026-03-05 undersoegelse_besluttet #b1 behov_kendt=2026-03-03
            2026-04-01 sag_afsluttet
            2026-08-03 sag_genaabnet begrundelse=Lukket_ved_en_fejl
        """,
        as_of="2026-09-01",
        gives=(
            "barnet.bisidder: open",
            "undersoegelse.afsluttes: overdue",
            "undersoegelse.foreloebig_vurdering: overdue",
        ),
    ),
    Scene(
        says="Samtykket trækkes tilbage: det rejser ingen ny pligt i sig selv, og anbringelsens pligter løber videre.",
        events=f"{_PLACED}\n2026-05-04 samtykke_trukket #a1 hvem=foraelder_1",
        as_of="2026-05-10",
        gives=(
            "anbringelse.stoetteperson: met",
            "anbringelse.undersoegelse_foerst: met",
            "barnet.hoeres_foer_afgoerelse: met",
            "barnet.samtykke_foraeldre: met",
            "opfoelgning.foerste: met",
            "opfoelgning.naeste: open",
            "opfoelgning.rytme: met",
            "plan.anbringelse: met",
            "tilsyn.to_besoeg_om_aaret: open",
            "tilsyn.to_besoeg_om_aaret: open",
            "undersoegelse.soeskende_overvejet: met",
            "ungeplan.ved_16_aar: open",
            "ungestoette.besluttes: open",
        ),
    ),
    Scene(
        says=(
            "Udvalget afgør sagen efter § 47 i det samme forløb: planen skal foreligge, og der skal være talt med "
            "barnet siden den forrige afgørelse. Opfølgning og tilsyn begynder ikke forfra."
        ),
        events=f"""
            {_PLACED}
            2026-05-04 samtykke_trukket #a1 hvem=foraelder_1
            2026-05-18 plan_revideret #a1
            2026-05-19 indstilling_sendt #a1 bilag_med=ja
            2026-05-26 17:00 udvalgshoering #a1 hvem=foraelder_1
            2026-05-26 18:00 udvalgets_afgoerelse #a1 paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2026-05-27 anbringelse_aendret #a1 paragraf=§_47
        """,
        as_of="2026-06-10",
        gives=(
            "anbringelse.stoetteperson: met",
            "anbringelse.undersoegelse_foerst: met",
            "barnet.hoeres_foer_afgoerelse: met",
            "barnet.hoeres_foer_afgoerelse: overdue",
            "barnet.samtykke_foraeldre: met",
            "genbehandling.efter_to_aar: open",
            "opfoelgning.foerste: met",
            "opfoelgning.naeste: open",
            "opfoelgning.rytme: met",
            "plan.anbringelse: met",
            "plan.foer_afgoerelse: met",
            "tilsyn.to_besoeg_om_aaret: open",
            "tilsyn.to_besoeg_om_aaret: open",
            "udvalg.foraeldre_hoeres: met",
            "udvalg.indstilling_foerst: met",
            "udvalg.undersoegelse_foerst: met",
            "undersoegelse.soeskende_overvejet: met",
            "ungeplan.ved_16_aar: open",
            "ungestoette.besluttes: open",
        ),
    ),
    Scene(
        says="Barnet beder om en anden rådgiver og får en: ingen lovfrist begynder eller ændres.",
        events="""
            2026-03-02 raadgiver_tildelt
            2026-03-09 raadgiverskift_oensket barnets_ord=En_anden
            2026-03-12 raadgiverskift_besvaret imoedekommet=ja begrundelse=Barnet_har_ret
            2026-03-12 raadgiver_fratraadt aarsag=barnet_bad
            2026-03-12 raadgiver_tildelt
        """,
        as_of="2026-04-10",
        gives=(),
    ),
)
