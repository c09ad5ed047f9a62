"""How do a draft's parts become one paper, with small numbers taken out of what is for others than the line?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final, cast

from django.core.cache import cache
from django.db.models import TextField
from django.db.models.functions import Cast

from pejl.dates import danish_date, local_day
from pejl.reports import Aside, Bullets, Heading, Part, Report, Text, from_stored, to_json
from pejl.small_numbers import CannotProtect, Shown
from pejl.web.access.actions import Refused
from pejl.web.insight.models import Paper, PaperEdition, PaperPart
from pejl.web.insight.papers.kept import Figure, parts_of, read
from pejl.web.insight.papers.parts import Filled, Spec, Template
from pejl.web.insight.papers.protecting import gathered, safe_to_show
from pejl.web.insight.papers.templates import TEMPLATES
from pejl.web.insight.units import Units, kind_told

DRAFT: Final = "Kladde"
_SECONDS: Final = 3600  # a draft is opened again and again while it is written
COMMENT: Final = "Faglig kommentar"
_NOT_DECIDED: Final = "Ikke behandlet endnu."


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paper with its parts, its figures, and what may be shown of them (None: all, since it stays in the line)."""

    paper: Paper
    template: Template
    parts: tuple[PaperPart, ...]
    shown: Mapping[str, Shown] | None
    problem: str = ""  # why the numbers cannot be protected as things are

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of its figures."""
        return tuple(figure for part in self.parts for figure in read(part.figures))

    @property
    def known_at(self) -> datetime | None:
        """As known when its figures are; None where it has none."""
        return max((each.series.known_at for each in self.figures), default=None)

    @property
    def as_of(self) -> datetime | None:
        """As of when."""
        return max((each.series.as_of for each in self.figures), default=None)


def draft_of(paper: Paper) -> Draft:
    """The paper as it stands; five questions."""
    parts = tuple(paper.parts.order_by("number"))
    figures = [figure for part in parts for figure in read(part.figures)]
    problem, shown = "", None
    if paper.reader == Paper.Reader.UDVALG:
        try:
            shown = _shown(paper, figures)
        except CannotProtect:
            problem, shown = CANNOT, {}
    return Draft(paper=paper, template=template_of(paper), parts=parts, shown=shown, problem=problem)


CANNOT: Final = (
    "Papiret kan ikke bruges uden for ledelsen, som det er nu. Et tal, der er vist før, eller som er tilladt her, "
    "røber et lille tal. Tag tallene ud, eller spørg centerchefen."
)


def template_of(paper: Paper) -> Template:
    """Its template; one that was taken away since leaves the parts as they are."""
    found = TEMPLATES.get(paper.template)
    if found is None:
        raise Refused("Skabelonen til papiret findes ikke længere. Lav et nyt papir, og kopiér teksten over.")
    return found


def _shown(paper: Paper, figures: Sequence[Figure]) -> Mapping[str, Shown]:
    """Together with everything that has left the line before, in the order it left."""
    editions = PaperEdition.objects.filter(protected=True).order_by("approved_at", "pk")
    # As text, which is read only where the answer is not known: there is one more for every paper that ever left.
    kept = list(editions.annotate(text=Cast("figures", TextField())).values_list("text", flat=True))
    allowed = {each.cell: f"{each.role}, {_day(each.at)}: {each.reason}" for each in paper.disclosures.order_by("pk")}
    units = Units()

    def work_out() -> Mapping[str, Shown]:
        return safe_to_show(figures, before=gathered(map(json.loads, kept)), allowed=allowed, units=units)

    # Of all that goes into it, so that what is remembered is never of something else.
    told = repr((figures, kept, allowed, [(each.pk, each.parent_id) for each in units.by_pk.values()]))
    name = f"vist-{sha256(told.encode()).hexdigest()}"
    return cast("Mapping[str, Shown]", cache.get_or_set(name, work_out, _SECONDS))


def _day(day: datetime) -> str:
    return danish_date(local_day(day)).partition(" den ")[2]


# --- put together ---------------------------------------------------------------------------------------------


def report_of(draft: Draft, *, municipality: str, made_at: datetime, version: str) -> Report:
    """The whole paper."""
    paper = draft.paper
    return Report(
        title=paper.title,
        subtitle=draft.template.kind.danish,
        municipality=municipality,
        made_at=made_at,
        data_at=draft.known_at,
        version=version,
        facts=tuple(_facts(draft)),
        parts=tuple(part for each in draft.parts for part in _part(draft, each, version == DRAFT)),
    )


def _facts(draft: Draft) -> Iterator[tuple[str, str]]:
    paper = draft.paper
    if paper.body:
        yield "Udvalg", paper.body
    if paper.meeting_on:
        yield "Mødedag", _date(paper.meeting_on)
    # The first day matters only where something is told from the log since then.
    since = f"Siden {_date(paper.since)}, pr." if any(each.drawn for each in draft.parts) else "Pr."
    yield "Status", f"{since} {_date(paper.until)}"
    if draft.figures:
        yield "Tal om", f"{paper.unit.name}, {kind_told(paper.omraade).lower()}"


def _date(day: Any) -> str:
    return danish_date(day).partition(" den ")[2]


def _part(draft: Draft, part: PaperPart, is_draft: bool) -> Iterator[Part]:
    spec = draft.template.spec.get(part.spec, Spec(key=part.spec, heading=part.heading))
    body = tuple(_body(draft, part, spec, is_draft))
    if body:
        yield Heading(text=part.heading)
        yield from body


def _body(draft: Draft, part: PaperPart, spec: Spec, is_draft: bool) -> Iterator[Part]:
    match spec.filled:
        case Filled.RECOMMENDATION:
            yield from _text(draft.paper.recommendation)
        case Filled.DECISION:
            yield from _decision(draft.paper)
        case Filled.DATA:
            yield from drawn_parts(part, draft.shown)
            yield from _words(part, is_draft)
        case Filled.PEOPLE:
            lines = tuple(line.strip() for line in part.words.splitlines() if line.strip())
            yield from [Bullets(items=lines)] if spec.key == "bilag" and lines else _text(part.words)


def _decision(paper: Paper) -> Iterator[Part]:
    if not paper.decision:
        yield Text(body=_NOT_DECIDED)
        return
    day = _date(paper.decided_on) if paper.decided_on else ""
    yield Text(body=f"{paper.decided_by}, {day}")
    yield Text(body=paper.decision)


def _words(part: PaperPart, is_draft: bool) -> Iterator[Part]:
    if part.words:
        if part.figures:
            yield Heading(text=COMMENT, level=2)
        yield Text(body=part.words)
    elif is_draft and part.figures:
        yield Aside(title=COMMENT, body="Den faglige kommentar til tallene mangler.")


def _text(body: str) -> Iterator[Part]:
    if body.strip():
        yield Text(body=body)


def drawn_parts(part: PaperPart, shown: Mapping[str, Shown] | None) -> Iterator[Part]:
    """What was drawn in a part: from the plan, and figures as they may be shown."""
    if part.drawn:
        yield from from_stored(part.drawn).parts
    for figure in read(part.figures):
        yield from parts_of(figure, shown)


def kept_parts(parts: Iterable[Part], *, at: datetime) -> dict[str, Any]:
    """Drawn parts as they are kept, read back by ``drawn_parts``."""
    given = tuple(parts)
    if not given:
        return {}
    held: dict[str, Any] = json.loads(to_json(Report(title="", municipality="", made_at=at, parts=given)))
    return held


# --- what is missing ------------------------------------------------------------------------------------------


def missing(draft: Draft) -> list[PaperPart]:
    """The parts where people must write something before the paper goes on: always beside figures (E8)."""
    return [each for each in draft.parts if _needs_words(draft, each) and not _has_words(draft, each)]


def _needs_words(draft: Draft, part: PaperPart) -> bool:
    return part.required or bool(part.figures)


def _has_words(draft: Draft, part: PaperPart) -> bool:
    spec = draft.template.spec.get(part.spec)
    if spec and spec.filled is Filled.RECOMMENDATION:
        return bool(draft.paper.recommendation.strip())
    return bool(part.words.strip())


def frozen(edition: PaperEdition) -> Report:
    """The edition as it was approved."""
    return from_stored(edition.content)
