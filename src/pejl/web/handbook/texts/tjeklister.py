"""What must not be forgotten at a step? Checklists; what is a form and not law says so."""

from __future__ import annotations

from typing import Final

from pejl import events as e
from pejl.law import Citation
from pejl.web.handbook import cited
from pejl.web.handbook.text import Reader, Text, TextKind


def _checklist(name: str, title: str, body: str, *cites: Citation, at: tuple[str, ...], note: str = "") -> Text:
    return Text(
        key=f"tjekliste.{name}",
        kind=TextKind.TJEKLISTE,
        title=title,
        reader=Reader.INTERN,
        body=body.strip(),
        cites=cites,
        at=at,
        note=note,
    )


TJEKLISTER: Final = (
    _checklist(
        "akut_vurdering",
        "Akut vurdering",
        """
- Er barnet i sikkerhed lige nu, og hos hvem?
- Hvad ved vi, hvem har sagt det, og hvad har nogen selv set?
- Er der mistanke om overgreb? Så skal der tales med barnet.
- Er en forælder mistænkt? Så holdes samtalen uden forældrenes samtykke, og uden at de er med.
- Er der tegn på æreskonflikt eller negativ social kontrol? Så skal risikoen vurderes, før familien kontaktes.
- Skal politi, sygehus eller børnehus med?
- Er der søskende, som også kan være i fare?
- Kan det vente, til udvalget mødes? Ellers er det formanden, der kan afgøre det foreløbigt.
- Er det skrevet ned, hvem der har vurderet, hvornår og hvorfor?
""",
        cited.DOEGNVURDERING,
        cited.SAMTALE_OVERGREB,
        cited.RISIKO_FOERST,
        cited.SOESKENDE,
        cited.FORMANDEN,
        cited.NOTATPLIGT,
        at=(e.VURDERING_24_TIMER.key, e.RISIKOVURDERING.key),
    ),
    _checklist(
        "undersoegelse",
        "Børnefaglig undersøgelse",
        """
Før I går i gang
- Regn de fire måneder fra den dag, behovet blev kendt. Ikke fra beslutningen og ikke fra samtykket.
- Skriv planen: hvad skal undersøges, hvordan, og hvem skal med?
- Er to rådgivere med, når I taler med barnet om det vigtige?
- Har I taget stilling til søskende?
- Ved barnet, at det kan have en bisidder med?

Barnets udvikling
- Sundhedsforhold
- Dagtilbud, skoleforhold og læring
- Udvikling og adfærd
- Fritidsforhold og venskaber

Forældrekompetencer
- Trygt omsorgsmiljø
- Stimulering og vejledning
- Understøttelse af relationer

Familie og netværk
- Familieforhold og baggrund
- Bolig, beskæftigelse og økonomi
- Socialt netværk

Til sidst
- Er både det svære og det, der virker, med – hos barn, familie og netværk?
- Hvad siger barnet og forældrene om den hjælp, I foreslår?
- Er der taget stilling til, om der skal hjælp til og hvilken, med begrundelse?
- Kører der allerede hjælp? Skal den fortsætte, ændres eller stoppe?
- Viser der sig skolevanskeligheder? Er PPR overvejet?
""",
        cited.UNDERSOEGELSE,
        cited.FIRE_MAANEDER,
        cited.UNDERSOEGELSENS_INDHOLD,
        cited.SOESKENDE,
        cited.TO_RAADGIVERE,
        cited.BARNETS_SYN,
        cited.BISIDDER,
        at=(
            e.UNDERSOEGELSE_BESLUTTET.key,
            e.UNDERSOEGELSESPLAN_LAVET.key,
            e.UNDERSOEGELSE_AFSLUTTET.key,
            e.UNDERSOEGELSE_OPDATERET.key,
        ),
        note="De ni områder er formen fra ICS. Loven har ikke længere en fast liste over områder, "
        "så et område, der ikke er relevant, er ikke en fejl.",
    ),
    _checklist(
        "plan",
        "Barnets plan",
        """
- Få mål. Hvert mål kan ses: hvordan ved vi, at det er nået?
- Målene hænger sammen med formålet i afgørelsen.
- Barnets egne ønsker står der, med barnets ord.
- Planen er lavet sammen med barn og forældre, så vidt det kan lade sig gøre.
- Det står ved hvert mål, hvem det er aftalt med, og hvornår det ses på igen.
- Ved anbringelse: hvad er hjælpen til familien, under og efter?
- Fælles plan for søskende? Så skal hvert barn kunne ses i den.
""",
        cited.PLAN_VALGT,
        cited.PLANENS_INDHOLD,
        cited.BARNETS_SYN,
        at=(e.PLAN_LAVET.key, e.PLAN_REVIDERET.key, e.MAAL_AFTALT.key),
    ),
    _checklist(
        "afslutning",
        "Afslutning af en sag",
        """
- Er målene set på, et ad gangen?
- Er barnet spurgt, og har barnet fået svar på det, det sagde?
- Er forældrene spurgt og orienteret?
- Har dem, der gav hjælpen, sagt, hvad de så?
- Ved skole, dagtilbud eller sundhedspleje, hvad de skal tage sig af fra nu af?
- Er der søskende, der stadig har brug for hjælp?
- Er alle underretninger i sagen vurderet?
- Er det skrevet, hvad hjælpen førte til, og hvorfor sagen lukkes?
""",
        cited.SENERE_OPFOELGNING,
        cited.BARNETS_SYN,
        cited.NOTATPLIGT,
        at=(e.SAG_AFSLUTTET.key, e.FAMILIE_ORIENTERET.key, e.TILBAGEMELDING_ALMEN.key),
        note="Loven har ingen fast form for en afslutning. Listen er god praksis.",
    ),
)
