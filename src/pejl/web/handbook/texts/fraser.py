"""Which words does an adviser begin with where something is judged, agreed or decided? Phrases, read by ourselves."""

from __future__ import annotations

from typing import Final

from pejl import events as e
from pejl.law import Citation
from pejl.web.handbook import cited
from pejl.web.handbook.text import Reader, Text, TextKind


def _phrase(at: str, title: str, body: str, *cites: Citation, note: str = "") -> Text:
    """A phrase is called what it is at hand for."""
    return Text(
        key=f"frase.{at}",
        kind=TextKind.FRASE,
        title=title,
        reader=Reader.INTERN,
        body=body.strip(),
        cites=cites,
        at=(at,),
        note=note,
    )


FRASER: Final = (
    _phrase(
        e.VURDERING_24_TIMER.key,
        "24-timers vurdering",
        """
Det ved vi, og det bygger på: {det_vi_ved}.
Det ved vi ikke endnu: {det_vi_ikke_ved}.
Er barnets sundhed eller udvikling i fare? {fare}.
Skal der gøres noget med det samme? {akutte_skridt}.
""",
        cited.DOEGNVURDERING,
        cited.NOTATPLIGT,
        note="De 24 timer er kommunens eget første blik. Der er ingen pligt til at have talt med forældrene inden da.",
    ),
    _phrase(
        e.GENVURDERING.key,
        "Genvurdering i en løbende sag",
        """
Der er kommet en ny underretning om et barn, som allerede får hjælp. Sagen er set igen.
Ny i sagen var: {ny_person}.
Det er nyt: {det_vi_ved}.
Vurdering: {vurdering}.
Det betyder for hjælpen: {konsekvens}.
""",
        cited.GENVURDERING,
        note="Mindst én fra samme myndighed, som ikke har haft sagen før, skal være med.",
    ),
    _phrase(
        e.INDLEDENDE_VURDERING.key,
        "Indledende vurdering (tragtning)",
        """
Kernen, kort: {bekymring}.
Det ved vi, og det bygger på: {det_vi_ved}.
Det taler for, at barnet kan klare sig med det, der er: {foraeldre_siger}.
Barnet har sagt: {barnet_sagde}.
Vurdering, adskilt fra det, vi har set og hørt: {vurdering}.
Derfor: {konklusion}.
""",
        cited.SCREENING,
        cited.AFDAEKNING,
        cited.UNDERSOEGELSE,
        cited.BARNETS_SYN,
        cited.RISIKO_FOERST,
        note="Tre udfald: ingen yderligere afklaring, afdækning (§ 19) eller børnefaglig undersøgelse (§ 20).",
    ),
    _phrase(
        e.PARTSHOERING_INDKALDT.key,
        "Partshøring: indkaldt",
        """
Familien er indkaldt til partshøring {moededag}, {sted}.
De har fået at vide, hvad vi er bekymrede for: {bekymring}.
De har fået at vide, at de kan tage en bisidder med, og at de kan få mere tid, hvis de har brug for det.
Svar senest: {svarfrist}.
""",
        cited.HOERING,
        cited.BISIDDER,
        note="Har barnet selv partsrettigheder (fra 10 år i de sager, § 3 nævner), skal barnet også høres.",
    ),
    _phrase(
        e.PARTSHOERING_UNDLADT.key,
        "Partshøring: undladt",
        """
Familien er ikke indkaldt til partshøring.
Grunden er: {grunde}.
Det bygger på: {det_vi_ved}.
Det skal ske i stedet, og vi tager stilling igen: {aftalt}.
""",
        cited.HOERING,
        cited.RISIKO_FOERST,
        cited.SAMTALE_OVERGREB,
        cited.NOTATPLIGT,
        note="Bruges, når kontakten kan være farlig for barnet, eller når samtalen med barnet skal komme først. "
        "En høring, der mangler, kan gøre en afgørelse ugyldig.",
    ),
    _phrase(
        e.UNDERRETNINGSMOEDE.key,
        "Underretningsmøde",
        """
Med på mødet: {hvem_deltog}.
Anledningen: {bekymring}.
Barnet har sagt: {barnet_sagde}.
Vurdering: {vurdering}.
Aftalt, hvem der gør hvad og hvornår: {aftalt}.
""",
        cited.DOEGNVURDERING,
        cited.BARNETS_SYN,
        cited.NOTATPLIGT,
    ),
    _phrase(
        e.BEVILLING.key,
        "Bevilling af forebyggende hjælp (§ 30): fem dele",
        """
1. Sammenhæng med den indledende vurdering: {udspring}.
2. Mål: {maal}.
3. Indsatsens type: {indsatstype}.
4. Varighed: {varighed}.
5. Inddragelse af barn, forældre og netværk: {inddragelse}.
""",
        cited.FOREBYGGENDE,
        cited.BARNETS_SYN,
        note="De fem dele er kommunens egen form, ikke lovens ord. Pejl siger til, når en af dem mangler.",
    ),
    _phrase(
        e.AFGOERELSE_TRUFFET.key,
        "Afgørelse: begrundelse",
        """
Der er truffet afgørelse efter {paragraf}.
Formålet er: {formaal}.
Hjælpen ventes at vare: {varighed}.
De vigtigste oplysninger er: {det_vi_ved}.
Barnet har sagt: {barnet_sagde}. Det har betydet: {det_aendrede}.
Forældrene har sagt: {foraeldre_siger}.
Derfor: {grunde}.
Skal der være en plan? {konklusion}.
""",
        cited.STOETTENDE,
        cited.PLAN_VALGT,
        cited.BARNETS_SYN,
        cited.BEGRUNDELSE,
        note="Formål og forventet varighed skal stå i afgørelsen om en støttende indsats (§ 32).",
    ),
    _phrase(
        e.OPFOELGNING_HOLDT.key,
        "Opfølgning",
        """
Målene, et ad gangen, og hvordan det går: {maal}.
Barnet siger: {barnet_sagde}.
Forældrene siger: {foraeldre_siger}.
Den, der giver hjælpen, siger: {leverandoer_siger}.
Vurdering: {vurdering}.
Det betyder for hjælpen: {konsekvens}.
Næste opfølgning senest: {naeste_opfoelgning}.
""",
        cited.RYTME,
        cited.SENERE_OPFOELGNING,
        note="Hvordan der følges op fremover, skal begrundes over for barn og forældre.",
    ),
    _phrase(
        e.SAG_AFSLUTTET.key,
        "Afslutning",
        """
Det har hjælpen ført til: {effekt}.
Barnet siger om det: {barnet_sagde}.
Forældrene siger om det: {foraeldre_siger}.
Vurdering: {vurdering}.
Fra nu af: {fra_nu_af}.
""",
        cited.SENERE_OPFOELGNING,
        cited.BARNETS_SYN,
    ),
)
