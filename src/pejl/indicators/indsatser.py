"""Indsatser: which help is given, how early, and how long do families wait for it?"""

from pejl.events import (
    ANSOEGNING_MODTAGET,
    BEVILLING,
    INDSATS_BEVILGET,
    INDSATS_IVAERKSAT,
    INDSATS_OPHOERT,
    INDSATS_PAA_VENTELISTE,
    TABT_AARSAG,
)
from pejl.indicators.citing import MUNICIPAL
from pejl.indicators.counting import Happened, Lengths, Standing
from pejl.indicators.indicator import NOT_TOLD, Better, Group, Indicator, Marker, Rests, Unit, groups_by
from pejl.law import BARNETS_LOV, Sure
from pejl.rules import ParagraphIn, event

# Before 2024 serviceloven § 11, stk. 3 (law notes STØ-01).
TIDLIG = ParagraphIn(("§ 30", "§ 11, stk. 3"))
# § 32, stk. 1 (law notes E3), and the same help by serviceloven § 52, stk. 3, which had another order.
_SLAGS = (
    (1, 1, "Ophold i dagtilbud, fritidshjem, klub eller uddannelsessted"),
    (2, 2, "Praktisk, pædagogisk eller anden støtte i hjemmet"),
    (3, 6, "Fast kontaktperson"),
    (4, 8, "Formidling af praktiktilbud"),
    (5, 3, "Familiebehandling eller behandling af barnet"),
    (6, 4, "Familieanbringelse"),
    (7, 5, "Støtteophold"),
    (8, 9, "Anden hjælp"),
)
_PARAGRAPHS = tuple((f"§ 32, stk. 1, nr. {now}", f"§ 52, stk. 3, nr. {before}") for now, before, _ in _SLAGS)
# Before 2024 serviceloven § 42 (law notes B2 and TAB-01). In a child's case the other act's number is not applied for.
TABT = ParagraphIn(("§ 87", "§ 42"))
STOETTENDE = ParagraphIn(("§ 32", *(each for pair in _PARAGRAPHS for each in pair)))
FAMILIEBEHANDLING = ParagraphIn(_PARAGRAPHS[4])
_GROUPS = (
    *(
        Group(f"nr_{now}", label, (ParagraphIn(pair),))
        for (now, _, label), pair in zip(_SLAGS, _PARAGRAPHS, strict=True)
    ),
    Group("andet", "Efter § 32 uden nærmere angivelse"),
    NOT_TOLD,
)

TIDLIGE = Indicator(
    key="indsatser.tidlige",
    name="Tidligt forebyggende indsatser begyndt",
    question="Hvor mange familier får hjælp tidligt?",
    means="Hvor meget der sættes ind, før det er blevet svært. Om det kom tidligt nok, kan tallet ikke sige.",
    how="De indsatser efter barnets lov § 30 (før 2024 servicelovens § 11, stk. 3), der er begyndt i perioden.",
    counts=Happened(what=(event(INDSATS_IVAERKSAT, TIDLIG),)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.VALG,),
    rests=Rests.PRACTICE,
    cites=(BARNETS_LOV.at("§ 30", row="STØ-01"),),
    source="Ét af indsatstrappens tolv nøgletal (forebyggende indsatser)",
    needs=(INDSATS_IVAERKSAT,),
    for_child="Familien får hjælp, mens det stadig er noget mindre.",
)
TIDLIGE_BEVILGET = Indicator(
    key="indsatser.tidlige_bevilget",
    name="Tidlig hjælp bevilget",
    question="Hvor ofte bevilger vi tidlig hjælp?",
    means=(
        "Hvor mange gange der er sagt ja til tidlig hjælp. Om hjælpen er begyndt, og om den var den rigtige, siger "
        "tallet ikke."
    ),
    how=(
        "De bevillinger efter barnets lov § 30 (før 2024 servicelovens § 11, stk. 3), der er givet i perioden. Hver "
        "bevilling til hvert barn tæller. En ny bevilling til det samme barn tæller igen."
    ),
    counts=Happened(what=(event(BEVILLING, TIDLIG),)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.VALG, Marker.STYRING),
    rests=Rests.PRACTICE,
    cites=(BARNETS_LOV.at("§ 30", row="STØ-01"),),
    source="Odsherred Kommunes afrapportering til Task Forcen følger det ved siden af undersøgelserne",
    needs=(BEVILLING,),
    for_child="Der er sagt ja til, at barnet eller familien får hjælp tidligt.",
)
STOETTENDE_INDSATSER = Indicator(
    key="indsatser.stoettende",
    name="Støttende indsatser i gang",
    question="Hvilken støtte får børn og familier hos os?",
    means="Hvor meget støtte der løber, og hvilken. Hvad der er rigtigt for det enkelte barn, siger tallet ikke.",
    how=(
        "De støttende indsatser efter barnets lov § 32 (før 2024 servicelovens § 52, stk. 3), der løber ved periodens "
        "slutning. Får et barn to slags, tæller begge."
    ),
    counts=Standing(begun_by=(event(INDSATS_IVAERKSAT, STOETTENDE),), ended_by=(INDSATS_OPHOERT,)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.VALG,),
    rests=Rests.PRACTICE,
    cites=(BARNETS_LOV.at("§ 32, stk. 1", row="STØ-02"),),
    source=MUNICIPAL,
    needs=(INDSATS_IVAERKSAT, INDSATS_OPHOERT),
    groups=_GROUPS,
    for_child="Barnet eller familien får støtte lige nu.",
)
VENTETID = Indicator(
    key="indsatser.ventetid_familiebehandling",
    name="Ventetid til familiebehandling",
    question="Hvor længe venter familien, fra vi har sagt ja?",
    means="Hvor længe den familie ventede, som stod midt i rækken. De, der stadig venter, er ikke med.",
    how=(
        "Medianen af dagene fra familiebehandlingen blev bevilget, til den begyndte, for dem, der er begyndt i "
        "perioden."
    ),
    counts=Lengths(begun_by=(event(INDSATS_BEVILGET, FAMILIEBEHANDLING),), until=(INDSATS_IVAERKSAT,)),
    unit=Unit.DAYS,
    better=Better.LOWER,
    bears_on=(Marker.VALG, Marker.STYRING),
    rests=Rests.PRACTICE,
    cites=(BARNETS_LOV.at("§ 32, stk. 1", row="STØ-02"),),
    source=MUNICIPAL,
    needs=(INDSATS_BEVILGET, INDSATS_IVAERKSAT),
    for_child="Så mange dage gik der fra ja til hjælp.",
)
VENTER = Indicator(
    key="indsatser.paa_venteliste",
    name="Indsatser på venteliste",
    question="Hvor mange venter på hjælp, der er besluttet?",
    means="Hvor mange der venter lige nu, efter det, der er skrevet. Det, ingen har skrevet på listen, ses ikke.",
    how=(
        "De indsatser, der er sat på venteliste og hverken er begyndt eller opgivet ved periodens slutning, i sager, "
        "der ikke er lukket."
    ),
    counts=Standing(begun_by=(event(INDSATS_PAA_VENTELISTE),), ended_by=(INDSATS_IVAERKSAT, INDSATS_OPHOERT)),
    unit=Unit.COUNT,
    better=Better.LOWER,
    bears_on=(Marker.VALG, Marker.STYRING),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=(INDSATS_PAA_VENTELISTE, INDSATS_IVAERKSAT),
    for_child="Barnet venter på hjælp, der er besluttet. Spørg, om det har brug for noget andet imens.",
)
TABT_ARBEJDSFORTJENESTE = Indicator(
    key="indsatser.tabt_arbejdsfortjeneste",
    name="Ansøgninger om tabt arbejdsfortjeneste",
    question="Hvor mange søger om tabt arbejdsfortjeneste, og hvor mange gør det, fordi barnet ikke er i skole?",
    means=(
        "Hvor mange forældre der søger, fordi de må passe barnet hjemme. Tallet siger ikke, om de har ret til det. "
        "Står årsagen ikke skrevet, er den ikke oplyst, og det er ikke det samme som nej."
    ),
    how=(
        "De ansøgninger efter barnets lov § 87 (før 2024 servicelovens § 42), der er modtaget i perioden, delt efter "
        "den årsag, der er skrevet. En ansøgning om at fortsætte tæller også, hvis den er registreret som ansøgning. "
        "De står under handicapsager."
    ),
    counts=Happened(what=(event(ANSOEGNING_MODTAGET, TABT),)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.STYRING, Marker.VALG),
    rests=Rests.PRACTICE,
    cites=(
        BARNETS_LOV.at(
            "§ 87",
            row="TAB-01",
            sure=Sure.UNVERIFIED,
            note="Vi har ikke selv læst § 87, og at den svarer til servicelovens § 42, har vi kun fra andre.",
        ),
    ),
    source="Norddjurs Kommune vil følge tilgangen som følge af skolefravær (status, august 2025)",
    needs=(ANSOEGNING_MODTAGET,),
    groups=groups_by(TABT_AARSAG),
    for_child="En af barnets forældre må gå fra sit arbejde for at passe barnet.",
)

INDICATORS = (TIDLIGE, TIDLIGE_BEVILGET, STOETTENDE_INDSATSER, VENTETID, VENTER, TABT_ARBEJDSFORTJENESTE)
