"""Which letters are there, who reads each, and what is registered when it is sent?

Written to be read by the one it is for: short sentences, everyday words. The tests hold the readability numbers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pejl import events as e
from pejl.web.handbook import cited
from pejl.web.handbook.text import Reader, Text, TextKind

_HILSEN: Final = """
Venlig hilsen
{mig}
{kommune}"""

_KLAGE: Final = """
Sådan kan du klage
Du kan klage, hvis du er uenig. Du skal klage inden 4 uger. Tiden tæller fra den dag, du får brevet.
Skriv eller ring til os. Så ser vi på sagen igen. Siger vi stadig det samme, sender vi din klage videre til \
Ankestyrelsen. De kan lave afgørelsen om."""

_UNDERRETNING: Final = (e.UNDERRETNING_MODTAGET.key,)
_AFGOERELSE: Final = (e.AFGOERELSE_TRUFFET.key, e.BEVILLING.key)
_UNDERSOEGELSE: Final = (e.UNDERSOEGELSE_BESLUTTET.key, e.AFDAEKNING_BESLUTTET.key)


def _letter(text: Text) -> Text:
    """Signed, and at hand where what it tells of is registered."""
    return replace(text, body=f"{text.body.strip()}\n{_HILSEN}", at=text.at or (text.sends,))


BREVE: Final = (
    _letter(
        Text(
            key="brev.kvittering",
            kind=TextKind.BREV,
            title="Kvittering til den, der har underrettet",
            subject="Vi har fået din underretning",
            reader=Reader.UNDERRETTER,
            sends=e.KVITTERING_SENDT.key,
            about=_UNDERRETNING,
            cites=(cited.KVITTERING, cited.DOEGNVURDERING),
            note="Nævn ikke barnet, familien eller det, kommunen gør. En underretter kan få at vide, at brevet er "
            "kommet frem, og ikke mere.",
            body="""
Tak for din underretning

Vi har fået din underretning. Den kom frem den {modtaget}.

Vi læser alle underretninger. Inden 24 timer ser vi på, om et barn er i fare, og om der skal gøres \
noget nu.

Vi må ikke fortælle dig mere om sagen. Det er af hensyn til barnet og familien. Du er altid velkommen til at \
skrive igen, hvis du bliver bekymret på ny.
""",
        )
    ),
    _letter(
        Text(
            key="brev.indkaldelse",
            kind=TextKind.BREV,
            title="Indkaldelse til partshøring",
            subject="Møde om {barnets_fornavn}",
            reader=Reader.FORAELDER,
            sends=e.PARTSHOERING_INDKALDT.key,
            about=_UNDERRETNING,
            cites=(cited.HOERING, cited.UDTALELSE, cited.BISIDDER),
            body="""
Kære {modtager}

Vi vil gerne tale med dig om {barnets_fornavn}. Mødet er den {moededag}. Vi mødes her: {sted}.

Det er vi bekymrede for
Vi har hørt dette: {bekymring}. Du skal vide det, før vi beslutter noget. Du skal også kunne sige, hvordan du ser det.

På mødet
Du får at vide, hvad vi ved. Du kan sige, om det er rigtigt. Du må tage en med, som du er tryg ved.

Vil du hellere skrive, så skriv senest den {svarfrist}. Har du brug for mere tid, så ring til mig. Får vi ikke \
dit svar, kan vi beslutte noget uden.

Du kan ringe til mig på {telefon}.
""",
        )
    ),
    _letter(
        Text(
            key="brev.afgoerelse",
            kind=TextKind.BREV,
            title="Afgørelse til forældre",
            subject="Afgørelse om {barnets_fornavn}",
            reader=Reader.FORAELDER,
            sends=e.AFGOERELSE_SENDT.key,
            about=_AFGOERELSE,
            cites=(cited.STOETTENDE, cited.BEGRUNDELSE, cited.KLAGE, cited.BARNETS_SYN),
            note="Klagevejledningen gælder kommunens egne afgørelser. Udvalgets afgørelser klages der over et andet "
            "sted; skriv vejledningen om i dem.",
            body=f"""
Kære {{modtager}}

Vi har truffet en afgørelse om {{barnets_fornavn}} den {{afgoerelsesdag}}.

Det har vi besluttet
Hjælpen er: {{hjaelp}}.
Den skal føre til dette: {{formaal}}.
Vi venter, at den varer {{varighed}}.

Derfor
{{grunde}}.
{{barnets_fornavn}} har sagt: {{barnet_sagde}}.
I har sagt: {{foraeldre_siger}}.
Loven, vi bruger, er barnets lov {{paragraf}}.
{_KLAGE}

Er der noget, du ikke forstår, så ring til mig på {{telefon}}.
""",
        )
    ),
    _letter(
        Text(
            key="brev.afgoerelse_barn",
            kind=TextKind.BREV,
            title="Afgørelse til barnet (fra 10 år)",
            subject="Brev til dig om hjælp",
            reader=Reader.BARN,
            sends=e.AFGOERELSE_SENDT.key,
            about=_AFGOERELSE,
            cites=(cited.PARTSSTATUS, cited.BARNETS_SYN, cited.BEGRUNDELSE, cited.KLAGE, cited.BISIDDER),
            note="Fra 10 år er barnet selv part i de sager, barnets lov § 3 nævner, fx om hjælp efter § 32 og "
            "anbringelse. Så skal barnet selv have afgørelsen.",
            body="""
Hej {barnets_fornavn}

Du er fyldt 10 år. Derfor får du selv det her brev. Det handler om dig.

Det sker der
Du får hjælp: {hjaelp}.
Det skal hjælpe med dette: {formaal}.
Det varer cirka {varighed}.

Det har du sagt
Du sagde: {barnet_sagde}.
{det_aendrede}.

Derfor
{grunde}.
Vi følger en lov, der hedder barnets lov. Det er {paragraf}.

Du kan klage
Er du ikke enig? Så kan du klage. Det skal du gøre inden 4 uger. Tiden går fra den dag, du får brevet.
Du kan ringe eller skrive til mig. Jeg vil gerne hjælpe dig med det. Vi ser på det igen. Siger vi stadig nej, \
sender vi din klage til nogle andre. De hedder Ankestyrelsen. De kan lave det om.
Du må gerne have en med, som du er tryg ved. Det hedder en bisidder.

Du kan ringe til mig på {telefon}.
""",
        )
    ),
    _letter(
        Text(
            key="brev.undersoegelse_barn",
            kind=TextKind.BREV,
            title="Brev til barnet om undersøgelsen",
            subject="Brev til dig",
            reader=Reader.BARN,
            sends=e.BREV_SENDT.key,
            about=_UNDERSOEGELSE,
            cites=(cited.UNDERSOEGELSE, cited.FIRE_MAANEDER, cited.BARNETS_SYN, cited.BISIDDER),
            body="""
Hej {barnets_fornavn}

Jeg hedder {mig}. Jeg arbejder i {kommune}. Mit job er at hjælpe børn.

Derfor skriver jeg
Nogle voksne er i tvivl om, hvordan du har det. De tænker på dette: {bekymring}. Det er ikke din skyld.

Det skal vi nu
Jeg vil gerne lære dig at kende. Jeg taler med dig og dem, der kender dig godt. Det hedder en undersøgelse. Den \
er slut senest den {undersoegelse_faerdig}.

Det må du
Du må sige det, du har lyst til. Du må også lade være. Jeg skriver dine ord ned, som du siger dem. Du må se, \
hvad jeg har skrevet.
Du må have en med, som du er tryg ved. Det hedder en bisidder.

Du må altid ringe til mig. Mit nummer er {telefon}.
""",
        )
    ),
    _letter(
        Text(
            key="brev.tilbagemelding",
            kind=TextKind.BREV,
            title="Tilbagemelding til en faglig underretter",
            subject="Svar på din underretning",
            reader=Reader.FAGPERSON,
            sends=e.TILBAGEMELDING_UNDERRETTER.key,
            about=_UNDERRETNING,
            cites=(cited.TILBAGEMELDING, cited.FAGPERSONERS_PLIGT),
            note="Kun til den, der har underrettet som led i sit arbejde. Skriv, om noget er sat i gang, og ikke hvad "
            "der er kommet frem om familien.",
            body="""
Du har underrettet os om {barnets_fornavn}. Din underretning kom frem den {modtaget}.

Vi har nu taget stilling. {skridt}.

Vi må ikke fortælle mere om familien. Kommer der noget nyt, skal du underrette os igen, også selv om der \
allerede er en sag.

Du kan ringe til mig på {telefon}.
""",
        )
    ),
    _letter(
        Text(
            key="brev.afslutning",
            kind=TextKind.BREV,
            title="Orientering om, at sagen afsluttes",
            subject="Vi lukker sagen om {barnets_fornavn}",
            reader=Reader.FORAELDER,
            sends=e.FAMILIE_ORIENTERET.key,
            cites=(cited.SENERE_OPFOELGNING, cited.BARNETS_SYN),
            body="""
Kære {modtager}

Vi lukker nu sagen om {barnets_fornavn}. Tak for den tid, vi har haft sammen.

Det er der sket
{effekt}.
{barnets_fornavn} siger: {barnet_sagde}.
I siger: {foraeldre_siger}.

Fra nu af
Det er {fra_nu_af}, I skal gå til. De ved, at vi stopper.

Får I brug for hjælp igen, så ring til os. Det må {barnets_fornavn} også. Mit nummer er {telefon}.
""",
        )
    ),
    _letter(
        Text(
            key="brev.tilflytning",
            kind=TextKind.BREV,
            title="Underretning til tilflytningskommunen",
            subject="Underretning om {barnets_navn}",
            reader=Reader.FAGPERSON,
            sends=e.BREV_SENDT.key,
            at=(e.MELLEMKOMMUNAL_UNDERRETNING.key, e.SAG_FLYTTET.key),
            cites=(cited.FLYTTET,),
            note="De nødvendige papirer skal med, og en sammenfatning af de vurderinger, der betyder noget. "
            "Loven nævner ingen dage; send den straks.",
            body="""
Til {til_kommune}

Familien til {barnets_navn} flytter til jer. Vi vurderer, at barnet kan have brug for særlig støtte. Derfor \
underretter vi jer efter barnets lov § 132.

Det vigtigste
{sammenfatning}.

Barnets egne ord
{barnet_sagde}.

Med brevet følger
{bilag}.

Ring til mig på {telefon}, så overleverer jeg sagen mundtligt.
""",
        )
    ),
)
