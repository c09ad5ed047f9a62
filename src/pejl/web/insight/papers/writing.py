"""How is a draft begun, written in, and drawn again from today's data?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from pejl.indicators import difference
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.access.models import Unit
from pejl.web.insight.models import Paper, PaperPart
from pejl.web.insight.papers.composing import kept_parts, template_of
from pejl.web.insight.papers.drawing import Asked, draw
from pejl.web.insight.papers.kept import Figure, read, stored
from pejl.web.insight.papers.parts import Filled, Spec, Template
from pejl.web.insight.papers.templates import TEMPLATES
from pejl.web.plan.models import Strategy


class Overtaken(Refused):
    """Somebody has written in the paper since the form was opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """What a paper is begun with."""

    key: str
    template: str
    title: str
    unit: Unit
    omraade: str
    strategy: Strategy | None
    body: str
    meeting_on: date | None
    since: date
    until: date


def begin(new: NewPaper, *, municipality: str, doing: Doing) -> Paper:
    """A draft with its parts drawn; the same form sent twice begins one."""
    template = TEMPLATES[new.template]
    values = {name: getattr(new, name) for name in NewPaper.__dataclass_fields__ if name != "key"}
    reader = Paper.Reader.UDVALG if template.leaves else Paper.Reader.LEDELSE
    with transaction.atomic():
        paper, fresh = Paper.objects.get_or_create(
            key=new.key, defaults={**values, "reader": reader, "made_by": doing.by.name, "made_at": doing.at}
        )
        if fresh:
            PaperPart.objects.bulk_create(_empty(paper, template))
            _draw(paper, template, municipality=municipality, doing=doing)
            changed("papir_begyndt", by=doing.by, at=doing.at, papir=paper.key, skabelon=paper.template)
    return paper


def _empty(paper: Paper, template: Template) -> Iterator[PaperPart]:
    for number, spec in enumerate(template.parts, start=1):
        yield PaperPart(paper=paper, spec=spec.key, number=number, heading=spec.heading, required=spec.required)


def _asked(paper: Paper, *, municipality: str, doing: Doing) -> Asked:
    return Asked(
        strategy=paper.strategy,
        unit=paper.unit,
        omraade=paper.omraade,
        since=paper.since,
        until=paper.until,
        municipality=municipality,
        at=doing.at,
    )


def locked_draft(paper: Paper, *, seen: int | None = None) -> Paper:
    """The paper, which nobody else can write in until this is done; it must be a draft, and the one that was seen."""
    held: Paper = Paper.objects.select_for_update(of=("self",)).select_related("unit", "strategy").get(pk=paper.pk)
    if held.state != Paper.State.KLADDE:
        raise Overtaken(f"Papiret er {_state(held)} og kan ikke rettes nu. Lad det blive en kladde igen først.")
    if seen is not None and seen != held.saved:
        raise Overtaken(
            "En anden har skrevet i papiret, siden du åbnede det. Kopiér din tekst, åbn papiret igen, og sæt den ind."
        )
    return held


def _state(paper: Paper) -> str:
    return str(paper.get_state_display()).lower()


def write(paper: Paper, words: Mapping[str, str], *, seen: int, doing: Doing) -> Paper:
    """What people have written, by the key of the part; whatever is the same is left alone."""
    with transaction.atomic():
        held = locked_draft(paper, seen=seen)
        template = template_of(held)
        written = [each for each in held.parts.order_by("number") if _write(held, template, each, words)]
        if written:
            held.saved += 1
            held.save(update_fields=["saved", "recommendation"])
            changed("papir_skrevet", by=doing.by, at=doing.at, papir=held.key, dele=[each.spec for each in written])
    return held


def _write(paper: Paper, template: Template, part: PaperPart, words: Mapping[str, str]) -> bool:
    said, spec = words.get(part.spec), template.spec.get(part.spec)
    if said is None or (spec and spec.filled is Filled.DECISION):
        return False
    said = said.replace("\r\n", "\n").strip()
    if spec and spec.filled is Filled.RECOMMENDATION:
        is_new, paper.recommendation = said != paper.recommendation, said
        return is_new
    if said == part.words:
        return False
    part.words = said
    part.save(update_fields=["words"])
    return True


# --- drawn again ----------------------------------------------------------------------------------------------


def draw_again(paper: Paper, *, municipality: str, doing: Doing) -> list[str]:
    """Today's data in the place of what was drawn; tells in words what became another."""
    with transaction.atomic():
        held = locked_draft(paper)
        told = _draw(held, template_of(held), municipality=municipality, doing=doing)
        held.saved += 1
        held.save(update_fields=["saved"])
        changed("papir_hentet", by=doing.by, at=doing.at, papir=held.key)
    return told


def _draw(paper: Paper, template: Template, *, municipality: str, doing: Doing) -> list[str]:
    asked, told = _asked(paper, municipality=municipality, doing=doing), list[str]()
    for part in paper.parts.order_by("number"):
        spec = template.spec.get(part.spec)
        if spec and spec.filled is Filled.DATA:
            told += _draw_part(part, spec, asked)
    return told


def _draw_part(part: PaperPart, spec: Spec, asked: Asked) -> list[str]:
    drawn, before = draw(spec.draws, asked), part.drawn
    old = read(part.figures)
    # The moment is that of the first drawing, so that the same parts are the same text.
    part.drawn = kept_parts(drawn.parts, at=asked.at)
    part.figures, part.drawn_at = [stored(each) for each in drawn.figures], asked.at
    is_first = not before and not old
    part.save(update_fields=["drawn", "figures", "drawn_at"])
    return [] if is_first else [*_changed(part, before), *_figures_changed(old, drawn.figures)]


def _changed(part: PaperPart, before: Mapping[str, object]) -> Iterator[str]:
    if before.get("parts") != part.drawn.get("parts"):
        yield f"»{part.heading}« er hentet igen fra planen og er ikke som før."


def _figures_changed(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[str]:
    earlier = {each.what: each for each in old}
    for figure in new:
        before = earlier.pop(figure.what, None)
        if before is None:
            yield f"»{figure.told}« er kommet med."
        elif words := difference(figure.indicator, before.series, figure.series):
            yield f"»{figure.told}«: {' '.join(words)}"
    yield from (f"»{each.told}« er ikke med længere." for each in earlier.values())
