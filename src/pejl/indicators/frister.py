"""Frister: are the duties of each chapter of the law kept in time? One figure a chapter, made from its rules."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from pejl.indicators.counting import Duties
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit
from pejl.rulebook import CHAPTERS, TITLES
from pejl.rules import Force, NoLimit, Rule, Within

_BEARS_ON: Final = MappingProxyType(
    {
        "underretninger": Marker.UDREDNING,
        "screening": Marker.UDREDNING,
        "undersoegelse": Marker.UDREDNING,
        "undersoegelsens_indhold": Marker.UDREDNING,
        "barnets_stemme": Marker.INDDRAGELSE,
        "barnets_rettigheder": Marker.INDDRAGELSE,
        "plan": Marker.VALG,
        "opfoelgning": Marker.OPFOELGNING,
        "hjemgivelse_og_samvaer": Marker.OPFOELGNING,
        "tilsyn": Marker.OPFOELGNING,
    }
)


def in_time(chapter: str, rules: Iterable[Rule], *, force: Force) -> Iterator[Indicator]:
    """The share kept in time of a chapter's duties of one force; nothing where none of them has a limit."""
    limited = [rule for rule in rules if rule.force is force and not _without_limit(rule)]
    if not limited:
        return
    newest = {rule.key: rule for rule in limited}
    title = TITLES[chapter]
    yield Indicator(
        key=f"frister.{chapter}" if force is not Force.GUIDANCE else f"frister.{chapter}_vejledning",
        name=f"Frister overholdt: {title}",
        question=f"Holder vi fristerne om {title[0].lower()}{title[1:]}?",
        means="Kapitlets pligter under ét. Bag tallet ligger flere regler; se dem hver for sig, før du slutter noget.",
        how=(
            "Af de pligter, hvis frist gik i perioden, hvor mange der var opfyldt til tiden: "
            f"{'; '.join(rule.title for rule in newest.values())}. Bortfaldne og undtagne er ikke med, og pligter uden "
            "tal i loven kan ikke være for sene."
        ),
        counts=Duties(
            rules=tuple(newest),
            needs=MappingProxyType({key: tuple(m.kind for m in rule.met_by[:1]) for key, rule in newest.items()}),
        ),
        unit=Unit.SHARE,
        better=Better.HIGHER,
        bears_on=(_BEARS_ON.get(chapter, Marker.STYRING),),
        rests=Rests.on(force),
        cites=tuple(rule.cites for rule in newest.values()),
        needs=(next(iter(newest.values())).met_by[0].kind,),
        for_child="Det, loven siger, skulle ske for barnet, skete inden den dag, loven siger.",
    )


def _without_limit(rule: Rule) -> bool:
    return isinstance(rule.duty, Within) and isinstance(rule.duty.time, NoLimit)


# The municipality's own goals stand by their own names in ``underretninger.py``: they are not to look like law.
INDICATORS: Final = tuple(
    each
    for chapter, rules in CHAPTERS
    for force in (Force.LAW, Force.GUIDANCE)
    for each in in_time(chapter, rules, force=force)
)
