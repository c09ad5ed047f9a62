"""Undersøgelsernes kvalitet: what do those who have read the investigations judge of them, apart from the law?

A judgement of quality is never added to a duty that was kept or not (requirement C48). Few are judged, so the first
figure says how many, and the others are of those alone.
"""

from pejl.events import KVALITETSMAERKER, UNDERSOEGELSE_AFSLUTTET, UNDERSOEGELSE_KVALITET_VURDERET, Field
from pejl.indicators.counting import Followed, Happened
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit, groups_by
from pejl.rules import FieldIn, event

_SOURCE = "Task Forcens anbefaling om fokuserede og overskuelige undersøgelser (ikke lov)"

VURDERET = Indicator(
    key="undersoegelser.kvalitet_vurderet",
    name="Undersøgelser, hvis kvalitet er vurderet",
    question="Hvor mange af undersøgelserne har nogen læst og vurderet?",
    means=(
        "Hvor meget de næste tal om kvalitet hviler på. Resten er ikke vurderet: om dem ved vi ikke, om de er gode "
        "eller dårlige."
    ),
    how=(
        "Af de undersøgelser, der er afsluttet i perioden, hvor mange en leder har vurderet kvaliteten af siden. En "
        "undersøgelse vurderet to gange tæller én gang."
    ),
    counts=Happened(what=(event(UNDERSOEGELSE_AFSLUTTET),), yes=Followed((UNDERSOEGELSE_KVALITET_VURDERET,))),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    bears_on=(Marker.UDREDNING, Marker.STYRING),
    rests=Rests.OWN,
    source="Vist ved siden af kvalitetsmærkerne, så de få ikke læses som alle",
    needs=(UNDERSOEGELSE_AFSLUTTET, UNDERSOEGELSE_KVALITET_VURDERET),
    for_child="En leder har læst undersøgelsen og vurderet, hvor god den er.",
)


def _of(mark: Field, *, question: str, for_child: str) -> Indicator:
    """One mark: how many of the judged ones are a plain yes."""
    told = frozenset(mark.choices) - {"kan_ikke"}
    return Indicator(
        key=f"undersoegelser.{mark.name.replace('kval_', 'kvalitet_')}",
        name=f"Undersøgelsernes kvalitet: {mark.label.lower()}",
        question=question,
        means=(
            "Hvad den, der har læst undersøgelsen, mener om den. Det er en vurdering og siger ikke, om loven er "
            "overholdt. Kun få er vurderet, og de er ikke trukket tilfældigt, så tallet gælder dem og ikke alle."
        ),
        how=(
            f"Af de vurderinger, der er lavet i perioden, hvor mange der svarer ja til »{mark.label}«. »Delvist« og "
            "»nej« tæller som nej og ses hver for sig. »Kan ikke vurderes« er ikke med. Undersøgelser, som ingen har "
            "vurderet, er ikke med."
        ),
        counts=Happened(
            what=(event(UNDERSOEGELSE_KVALITET_VURDERET, FieldIn(mark.name, told)),),
            yes=(FieldIn(mark.name, frozenset({"ja"})),),
        ),
        unit=Unit.SHARE,
        better=Better.NEITHER,
        bears_on=(Marker.UDREDNING,),
        rests=Rests.OWN,
        source=_SOURCE,
        needs=(UNDERSOEGELSE_KVALITET_VURDERET,),
        groups=tuple(each for each in groups_by(mark) if each.key != "kan_ikke"),
        for_child=for_child,
    )


_FOKUS, _LAES, _BEGRUNDET, _IAGTTAGET, _BARNET, _NETVAERK = (mark for mark, _ in KVALITETSMAERKER)

INDICATORS = (
    VURDERET,
    _of(
        _FOKUS,
        question="Holder undersøgelserne sig til det, der skal afklares?",
        for_child="Undersøgelsen handler om det, barnet har brug for, og ikke om alt muligt andet.",
    ),
    _of(
        _LAES,
        question="Er undersøgelserne lette at læse?",
        for_child="Barnet og familien kan læse det, der står om dem.",
    ),
    _of(
        _BEGRUNDET,
        question="Står der, hvad vurderingerne bygger på?",
        for_child="Det kan læses, hvorfor vi mener det, vi mener.",
    ),
    _of(
        _IAGTTAGET,
        question="Står der, hvad vi selv har set, og ikke kun, hvad andre har sagt?",
        for_child="Vi har selv set, hvordan barnet har det, og skrevet det.",
    ),
    _of(
        _BARNET,
        question="Er kontakten med barnet beskrevet?",
        for_child="Det kan læses, hvordan vi talte med barnet, og hvad barnet sagde.",
    ),
    _of(
        _NETVAERK,
        question="Er netværket med i undersøgelserne?",
        for_child="De, der betyder noget for barnet, er med i undersøgelsen.",
    ),
)
