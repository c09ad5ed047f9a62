"""How does a strategy stand on paper? Mission, scope, focus areas with effects and actions, matrix, tracks (N10).

It is a paper of the plan alone: figures are named, and stand in papers of their own. What people told in small numbers
is not in it, so nothing in it needs to be hidden when it leaves the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from pejl.charts import Ring, RingChart, Unit
from pejl.dates import danish_date
from pejl.reports import Bullets, Drawing, Facts, Heading, Part, Report, Table, Text
from pejl.web.plan.areas import areas_of, by_family, can_be_seen, chain, newest, there
from pejl.web.plan.indicator_names import indicator_name
from pejl.web.plan.matrix import Matrix, matrix_of
from pejl.web.plan.models import Action, Effect, Evidence, FocusArea, LocalGoal, OptOut, PlanUnit, Strategy, Track

_NOBODY_SEES = "Kan ikke ses endnu"
_NOT_JUDGED = "Ikke vurderet"
_STAGES = dict(Action.Stage.choices)
_LIVES = dict(Action.Lives.choices)


def strategy_paper(strategy: Strategy, *, municipality: str, made_at: datetime, at_most: int | None = None) -> Report:
    """The strategy as it stands at this moment; a page shows only so many actions of each focus area."""
    areas = areas_of(strategy)
    actions = _listed(strategy)
    return Report(
        title=strategy.title,
        subtitle=strategy.kind,
        municipality=municipality,
        made_at=made_at,
        facts=tuple(_facts(strategy)),
        parts=(
            *_course(strategy),
            *_scope(strategy),
            *_areas(strategy, areas, actions, at_most=at_most),
            *_matrix(matrix_of(strategy, areas)),
            *_rest(strategy, areas, actions, at_most=at_most),
        ),
    )


def period_words(strategy: Strategy) -> str:
    """From when to when, as we keep it; empty where no day is known."""
    if strategy.first and strategy.last:
        return f"{_day(strategy.first)} – {_day(strategy.last)}"
    if strategy.first:
        return f"Fra {_day(strategy.first)}"
    return f"Til og med {_day(strategy.last)}" if strategy.last else ""


def evidence_words(evidence: Evidence) -> str:
    """By what an effect is seen, in words."""
    match evidence.kind:
        case Evidence.Kind.INDIKATOR:
            return f"Nøgletal: {indicator_name(evidence.subject) or 'findes ikke længere i Pejl'}"
        case Evidence.Kind.TILSYN:
            return f"Ledelsestilsyn: {evidence.question or evidence.subject}"
        case Evidence.Kind.OPLEVELSE:
            return f"Oplevelser fra {evidence.get_who_display().lower()}"
    return str(evidence.get_kind_display())


def _day(day: object) -> str:
    return danish_date(day).partition(" den ")[2]  # type: ignore[arg-type]  # a day


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class _Listed(NamedTuple):
    """An action as the paper tells it: there may be hundreds, each with long texts that are not in it."""

    area_id: int | None
    name: str
    stage: str
    lives: str
    owner: str | None
    owner_words: str

    @property
    def told(self) -> tuple[str, ...]:
        """Its row."""
        return self.name, _STAGES[self.stage], _LIVES[self.lives], self.owner or self.owner_words or "Ingen endnu"


def _listed(strategy: Strategy) -> list[_Listed]:
    rows = there(Action, "number", strategy=strategy)
    columns = ("area_id", "name", "stage", "lives", "owner__name", "owner_words")
    return [_Listed(*each) for each in rows.values_list(*columns)]


# --- its parts ------------------------------------------------------------------------------------------------


def _facts(strategy: Strategy) -> Iterator[tuple[str, str]]:
    yield "Status", str(strategy.get_status_display())
    if period := period_words(strategy):
        yield "Periode", period
    if strategy.period_words:
        yield "Perioden, som papiret skriver den", strategy.period_words
    if strategy.decided_by or strategy.decided_on:
        days = _day(strategy.decided_on) if strategy.decided_on else ""
        yield "Besluttet", ", ".join(filter(None, (strategy.decided_by, days)))
    if before := chain(strategy):
        yield "Erstatter", "; ".join(each.title for each in before)
    if strategy.source:
        yield "Kilde", strategy.source


def _course(strategy: Strategy) -> Iterator[Part]:
    for title, words in (("Mission", strategy.mission), ("Kerneopgave", strategy.core_task)):
        if words:
            yield from (Heading(text=title), Text(body=words))
    for title, lines in (("Formål", _lines(strategy.purposes)), ("Strategien bygger på", _lines(strategy.framework))):
        if lines:
            yield from (Heading(text=title), Bullets(items=lines))


def _scope(strategy: Strategy) -> Iterator[Part]:
    """The figure of who is in it, the child in the centre (A17)."""
    units = list(there(PlanUnit, "number", strategy=strategy))
    parts = (PlanUnit.Part.PRIMAER, PlanUnit.Part.SEKUNDAER)
    rings = [Ring(name=str(part.label), who=tuple(u.name for u in units if u.part == part)) for part in parts]
    shown = tuple(ring for ring in rings if ring.who)
    if not shown:
        return
    yield Heading(text="Hvem omfatter strategien")
    says = "Barnet står i centrum. " + " ".join(f"{ring.name}: {', '.join(ring.who)}." for ring in shown)
    drawn = RingChart(
        title="Barnet i centrum", says=says, unit=Unit.COUNT, periods=(), lines=(), centre="Barnet", rings=shown
    )
    yield Drawing(chart=drawn)


def _areas(
    strategy: Strategy, areas: list[FocusArea], actions: list[_Listed], *, at_most: int | None
) -> Iterator[Part]:
    of_area: dict[int | None, list[_Listed]] = {}
    for each in actions:
        of_area.setdefault(each.area_id, []).append(each)
    if areas:
        yield Heading(text=strategy.focus_words)
    for shelf in by_family(areas):
        if shelf.label:
            yield Heading(text=f"{shelf.label} {strategy.focus_words.lower()}", level=2)
        for area in shelf.areas:
            yield from _area(area)
            if own := of_area.get(area.pk):
                yield _actions(f"{strategy.action_words}: {area.name}", strategy, own, at_most=at_most)


def _area(area: FocusArea) -> Iterator[Part]:
    yield Heading(text=f"{area.number}. {area.name}", level=3)
    if area.vision:
        yield Text(body=area.vision)
    pairs = tuple((name, words) for name, words in (("Formål", area.purpose), ("Begrundelse", area.reasoning)) if words)
    if pairs:
        yield Facts(pairs=pairs)
    if effects := list(area.effects.all()):
        yield Table(
            caption=f"Ønskede effekter: {area.name}",
            head=("Effekt", "Niveau", "Ses ved", "Vurdering"),
            rows=tuple(_effect(each) for each in effects),
        )


def _effect(effect: Effect) -> tuple[str, ...]:
    level = "Borger" if effect.level == "borger" else "Organisation"
    seen = "; ".join(evidence_words(each) for each in effect.seen_by) if can_be_seen(effect) else _NOBODY_SEES
    judged = newest(effect)
    return effect.text, level, seen, str(judged.get_verdict_display()) if judged else _NOT_JUDGED


def _actions(caption: str, strategy: Strategy, actions: list[_Listed], *, at_most: int | None) -> Table:
    rows = tuple(each.told for each in actions[:at_most])
    head = (strategy.action_word, "Stadie", "I praksis", "Ansvarlig")
    return Table(caption=caption, head=head, rows=rows, note=_left_out(strategy, len(actions) - len(rows)))


def _left_out(strategy: Strategy, number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return f"… og 1 {strategy.action_word.lower()} mere. Den står i PDF- og Word-filen."
    return f"… og {number} {strategy.action_words.lower()} mere. De står alle i PDF- og Word-filen."


def _matrix(matrix: Matrix | None) -> Iterator[Part]:
    if matrix is None or not matrix.number:
        return
    yield Heading(text="Mål, hvor visionerne krydser")
    yield Table(
        caption="De borgerrettede går nedad, de organisationsrettede hen over",
        head=("Organisationsrettet", *(each.name for each in matrix.columns)),
        rows=tuple(
            (row.area.name, *("; ".join(map(_goal, cell.goals)) or "–" for cell in row.cells)) for row in matrix.rows
        ),
    )


def _goal(goal: LocalGoal) -> str:
    state = "" if goal.state == LocalGoal.State.GODKENDT else f" ({str(goal.get_state_display()).lower()})"
    return f"{goal.unit.name}: {goal.goal}{state}"


def _rest(strategy: Strategy, areas: list[FocusArea], actions: list[_Listed], *, at_most: int | None) -> Iterator[Part]:
    loose = [each for each in actions if each.area_id not in {area.pk for area in areas}]
    if loose:
        yield Heading(text=f"{strategy.action_words} på tværs")
        yield _actions(f"{strategy.action_words} på tværs", strategy, loose, at_most=at_most)
    if tracks := list(there(Track, "number", strategy=strategy)):
        yield Heading(text=f"{strategy.track_words} i prioriteret rækkefølge")
        yield Bullets(items=tuple(_named(each.name, each.text) for each in tracks), numbered=True)
    if opted := list(there(OptOut, "on", strategy=strategy)):
        yield Heading(text="Det valgte vi fra")
        yield Bullets(items=tuple(_named(each.text, each.why) for each in opted))


def _named(name: str, words: str) -> str:
    return f"{name}: {words}" if words else name
