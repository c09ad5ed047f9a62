"""What is drawn in a part of a paper: what happened by track, figures, cases from practice, the plan's own papers?

``DRAWN`` is the list: a name a template uses, and the function that draws it. What says nothing draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

from pejl.dates import local_day
from pejl.indicators import Per, Period, period_of
from pejl.reports import Aside, Bullets, Heading, Part, Quote, Report, Table, Text
from pejl.web.access.models import Unit
from pejl.web.components import short_day
from pejl.web.insight.by_hand import ByHand, entered, series_of
from pejl.web.insight.figures import Whose, indicator_of, stored
from pejl.web.insight.papers.kept import HAND, Figure
from pejl.web.insight.periods import per_of
from pejl.web.insight.units import kinds_of_case
from pejl.web.plan.account_paper import account_paper
from pejl.web.plan.areas import areas_of, can_be_seen, newest, there
from pejl.web.plan.development_paper import development_paper
from pejl.web.plan.goal_paper import overview_paper
from pejl.web.plan.indicator_names import indicator_name
from pejl.web.plan.models import Action, Course, Evidence, Option, PracticeCase, Strategy, ThemeMeeting
from pejl.web.plan.models import Report as Told
from pejl.web.plan.paper import strategy_paper
from pejl.web.plan.rounds import read as goals_of
from pejl.web.plan.since import Happening, TrackStatus, since
from pejl.web.plan.training_paper import training_paper
from pejl.web.plan.wheel_paper import wheel_paper

# Where the strategy names no figures of its own.
_ALWAYS: Final = (
    "underretninger.modtaget",
    "underretninger.vurderet_24_timer",
    "undersoegelser.afsluttede",
    "barnets_stemme.foer_afgoerelse",
    "stabilitet.boern_pr_fuldtid",
)
_QUARTERS: Final = 4  # a year: the two of the status and the two before
_MOST: Final = 10  # more figures than that nobody comments on
NOT_YET: Final = "Ikke opgjort i Pejl endnu."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """For whom and for when something is drawn."""

    strategy: Strategy | None
    unit: Unit
    omraade: str
    since: date
    until: date
    municipality: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn: parts of a report, and figures."""

    parts: tuple[Part, ...] = ()
    figures: tuple[Figure, ...] = ()


Draw = Callable[[Asked], Drawn]


def draw(names: Iterable[str], asked: Asked) -> Drawn:
    """All of them after each other."""
    drawn = [DRAWN[name](asked) for name in names]
    return Drawn(
        tuple(part for each in drawn for part in each.parts),
        tuple(figure for each in drawn for figure in each.figures),
    )


def _of_plan(function: Callable[[Strategy, Asked], Iterable[Part]]) -> Draw:
    """What needs a strategy; without one there is nothing to draw."""

    def drawn(asked: Asked) -> Drawn:
        return Drawn(tuple(function(asked.strategy, asked))) if asked.strategy else Drawn()

    return drawn


# --- figures --------------------------------------------------------------------------------------------------


def _figures(asked: Asked) -> Drawn:
    """A year of quarters, to the last that has ended, of the figures the strategy's effects are seen by."""
    pointed_at = indicators_of(asked.strategy)
    known = [key for key in pointed_at or _ALWAYS if indicator_name(key)]
    keys = tuple(known[:_MOST])
    last = period_of(asked.until + timedelta(days=1), per=Per.QUARTER)
    first = _quarters_before(last.first, _QUARTERS)
    whose = Whose(unit=asked.unit, omraade=asked.omraade, per=Per.QUARTER)
    series = stored(whose, since=first, indicators=keys)
    found = []
    for key in keys:
        indicator = indicator_of(key)
        if key not in series or indicator is None:
            continue
        # A period that had not ended when it was counted is no figure of that period.
        over = min(asked.until, local_day(series[key].as_of) - timedelta(days=1))
        points = tuple(each for each in series[key].points if not each.group and each.last <= over)
        kind = asked.omraade if asked.omraade in kinds_of_case(indicator) else ""
        if points:
            own = replace(series[key], points=points)
            found.append(Figure(unit=asked.unit.pk, omraade=kind, per=Per.QUARTER.value, series=own))
    found += _by_hand(asked, keys, first=first)
    shown = {each.series.indicator for each in found}
    told = _left_out([key for key in keys if key not in shown], known[_MOST:], some=bool(found))
    if len(pointed_at) > len([key for key in pointed_at if indicator_name(key)]):
        told.append("Strategien peger på et nøgletal, der ikke findes længere i Pejl. Vælg et andet på effekten.")
    aside = (Aside(title="Tal, der ikke er med", body=" ".join(told)),) if told else ()
    return Drawn(aside, figures=tuple(found))


def _left_out(uncounted: Sequence[str], more: Sequence[str], *, some: bool) -> list[str]:
    """What the strategy wants seen and the paper has no number of: said, never left out in silence."""
    told = [] if some else ["Der er ingen tal for perioden i Pejl."]
    if uncounted:
        told.append(f"Ikke opgjort for perioden: {_names(uncounted)}.")
    if more:
        told.append(f"Strategien peger også på {_names(more)}. De står under Nøgletal.")
    return told


def _names(keys: Iterable[str]) -> str:
    return ", ".join(f"»{indicator_name(key)}«" for key in keys)


def _by_hand(asked: Asked, keys: Collection[str], *, first: date) -> Iterator[Figure]:
    """What somebody has entered of the same figures, because no file delivers it."""
    rows = entered([asked.unit])
    for key in keys:
        own = [each for each in rows if each.figure.indicator == key]
        own = [each for each in own if first <= each.figure.first and each.figure.last <= asked.until]
        # A month and the quarter that begins with it are two numbers, and are protected as two.
        for length in dict.fromkeys(_length(each) for each in own):
            series = series_of([each for each in own if _length(each) == length], unit=asked.unit)
            if series:
                yield Figure(unit=asked.unit.pk, omraade=HAND, per=f"{HAND}-{length}", series=series)


def _length(entered_: ByHand) -> str:
    period = Period(entered_.figure.first, entered_.figure.last)
    try:
        return per_of(period).value
    except ValueError:  # no whole month, quarter, half year or year
        return str((period.last - period.first).days + 1)


def indicators_of(strategy: Strategy | None) -> tuple[str, ...]:
    """The keys of the figures its effects are seen by, in the strategy's order; also those Pejl no longer has."""
    rows = there(
        Evidence,
        *("effect__area__number", "effect__number"),
        kind=Evidence.Kind.INDIKATOR,
        effect__removed_at__isnull=True,
        effect__area__removed_at__isnull=True,
        effect__area__strategy=strategy,
    )
    keys = rows.values_list("subject", flat=True) if strategy else ()
    return tuple(dict.fromkeys(keys))


def _quarters_before(first: date, number: int) -> date:
    for _ in range(number):
        first = period_of(first - timedelta(days=1), per=Per.QUARTER).first
    return first


# --- what happened --------------------------------------------------------------------------------------------


def _tracks(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    """Track by track: since last, now, next. Nobody's name is in it, since the paper may leave the house."""
    running = _running(strategy)
    for status in since(strategy, first=asked.since, last=asked.until):
        track = status.track.pk if status.track else None
        mine = [each for each in running if each.track_id == track]
        if not (status.happenings or status.reports or mine or status.track):
            continue
        yield Heading(text=status.name, level=2)
        yield from _since(status)
        newest_of_each = {each.action_id: each for each in reversed(status.reports)}.values()
        yield from _said("Nu", [_of(each, each.now) for each in newest_of_each], [_stands(each) for each in mine])
        yield from _said("Næste skridt", [_of(each, each.following) for each in newest_of_each], [])


def _running(strategy: Strategy) -> list[Action]:
    stages = (Action.Stage.I_GANG, Action.Stage.PAA_HOLD)
    return list(there(Action, "number", strategy=strategy, stage__in=stages))


def _since(status: TrackStatus) -> Iterator[Part]:
    told = [said for each in reversed(status.reports) if (said := _of(each, each.since))]
    lines = tuple(dict.fromkeys(_happened(each) for each in reversed(status.happenings)))
    yield Heading(text="Siden sidst", level=3)
    yield from (Text(body=each) for each in told)
    if lines:
        yield Bullets(items=lines)
    elif not told:
        yield Text(body="Der er ikke skrevet noget i perioden.")


def _of(report: Told, words: str) -> str:
    """What was told, and of which action."""
    return f"»{report.action.name}«: {words}" if words and report.action else words


def _happened(each: Happening) -> str:
    what = f"{each.heading}: »{each.title}«."
    lines = f" {'. '.join(each.nameless)}." if each.nameless else ""
    reason = f" Begrundelse: {each.reason}" if each.reason else ""
    return f"{short_day(each.day)}: {what}{lines}{reason}"


def _stands(action: Action) -> str:
    if action.stage == Action.Stage.PAA_HOLD:
        until = f" Går i gang igen, når: {action.hold_until}" if action.hold_until else ""
        return f"»{action.name}« er på hold. {action.hold_reason}{until}"
    return f"»{action.name}« er i gang. I praksis: {str(action.get_lives_display()).lower()}."


def _said(heading: str, told: Iterable[str], lines: Iterable[str]) -> Iterator[Part]:
    said, more = [each for each in told if each], tuple(lines)
    if said or more:
        yield Heading(text=heading, level=3)
        yield from (Text(body=each) for each in said)
        if more:
            yield Bullets(items=more)


# --- for a theme meeting --------------------------------------------------------------------------------------


def _audits(asked: Asked) -> Drawn:
    return Drawn((Aside(title="Ledelsestilsyn", body=NOT_YET),))


def _effects(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    """How each desired effect was judged, and those nobody can see yet."""
    rows = []
    for area in areas_of(strategy):
        for effect in area.effects.all():
            judged = newest(effect)
            verdict = str(judged.get_verdict_display()) if judged else "Ikke vurderet"
            seen = verdict if can_be_seen(effect) else f"{verdict}. Kan ikke ses endnu"
            rows.append((effect.text, area.name, seen, judged.words if judged else ""))
    if rows:
        head = ("Ønsket effekt", strategy.focus_word, "Vurdering", "Begrundelse")
        yield Table(caption="De ønskede effekter, som de sidst er vurderet", head=head, rows=tuple(rows))


def _cases(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    """Only those checked and approved for use."""
    approved = there(PracticeCase, "-told_on", strategy=strategy, state=PracticeCase.State.GODKENDT)
    for case in approved.filter(told_on__lte=asked.until).select_related("unit"):
        yield Heading(text=f"{case.get_shows_display()}: {case.title}", level=2)
        yield Quote(body=case.text, who=f"{case.unit.name}. Fortællingen er gjort anonym")


def _options(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    """Of the next theme meeting, else of the last one."""
    meetings = list(there(ThemeMeeting, "on", strategy=strategy))
    meeting = next((each for each in meetings if each.on >= asked.until), meetings[-1] if meetings else None)
    options = list(there(Option, meeting=meeting)) if meeting else []
    if options:
        rows = tuple((each.text, each.for_it or "–", each.against or "–") for each in options)
        head = ("Mulighed", "Det taler for", "Det taler imod")
        yield Table(caption="Handlemuligheder til drøftelse", head=head, rows=rows)


# --- the plan's own papers ------------------------------------------------------------------------------------


def _strategy(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    return _inside(strategy_paper(strategy, municipality=asked.municipality, made_at=asked.at))


def _account(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    course = there(Course, "-first", strategy=strategy).first()
    if course:
        yield from _inside(account_paper(course, municipality=asked.municipality, made_at=asked.at))


def _development(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    return _inside(development_paper(strategy, municipality=asked.municipality, made_at=asked.at))


def _goals(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    return _inside(overview_paper(strategy, goals_of(strategy), municipality=asked.municipality, made_at=asked.at))


def _wheel(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    """Of the year the paper is of."""
    return _inside(wheel_paper(strategy, year=asked.until.year, municipality=asked.municipality, made_at=asked.at))


def _training(strategy: Strategy, asked: Asked) -> Iterator[Part]:
    return _inside(training_paper(strategy, municipality=asked.municipality, made_at=asked.at))


def _inside(paper: Report) -> Iterator[Part]:
    """A whole paper as a part of another: its headings one level down."""
    for part in paper.parts:
        yield replace(part, level=part.level + 1) if isinstance(part, Heading) else part


DRAWN: Final[Mapping[str, Draw]] = MappingProxyType(
    {
        "tal": _figures,
        "spor": _of_plan(_tracks),
        "tilsyn": _audits,
        "effekter": _of_plan(_effects),
        "cases": _of_plan(_cases),
        "muligheder": _of_plan(_options),
        "strategi": _of_plan(_strategy),
        "redegoerelse": _of_plan(_account),
        "udviklingsplan": _of_plan(_development),
        "maal": _of_plan(_goals),
        "aarshjul": _of_plan(_wheel),
        "uddannelse": _of_plan(_training),
    }
)
