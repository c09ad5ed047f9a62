"""Indsatser: which help is given, how early, and how long do families wait for it?"""

from pejl.events import INDSATS_BEVILGET, INDSATS_IVAERKSAT, INDSATS_OPHOERT, INDSATS_PAA_VENTELISTE
from pejl.indicators.citing import MUNICIPAL
from pejl.indicators.counting import Happened, Lengths, Standing
from pejl.indicators.indicator import NOT_TOLD, Better, Group, Indicator, Marker, Rests, Unit
from pejl.law import BARNETS_LOV
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

INDICATORS = (TIDLIGE, STOETTENDE_INDSATSER, VENTETID, VENTER)
