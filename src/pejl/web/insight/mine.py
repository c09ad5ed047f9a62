"""What are the one or two things we work on now, and what do they mean in the cases I have?

For the one who works in them: never a comparison with colleagues, and never a judgement of a child or a family.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.db.models import Case as Choose
from django.db.models import Max, Q, When

from pejl.dates import local_day
from pejl.indicators import Better, Indicator, Per, Period, Row, Unit, Verdict, latest, rows
from pejl.indicators.counting import AT_THE_END
from pejl.web.cases.reads import reading_of, reads
from pejl.web.insight.drill import can_have_row
from pejl.web.insight.figures import indicator_of
from pejl.web.plan.areas import in_focus, there
from pejl.web.plan.models import Action, Evidence, Strategy

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pejl.indicators import Read
    from pejl.web.access.models import Case, User

# One to two professional areas at a time, as Nordfyns' strategy says of the authority team.
_MOST: Final = 2
_MONTHS: Final = 3
_SHOWN: Final = 8  # cases to look at first; the others are a number


@dataclass(slots=True)
class Here:
    """What a figure counts in these cases, and the cases to look at first."""

    indicator: Indicator
    yes: int = 0
    no: int = 0
    unknown: int = 0
    look_at: list[tuple[Case, date]] = field(default_factory=list)

    @property
    def told(self) -> str:
        """The numbers in words; a few cases give no percentage."""
        words = [self._main] if self.yes + self.no else []
        if self.unknown:
            words.append(f"{self.unknown} kan ikke afgøres")
        return ", ".join(words) or "intet at tælle i dine sager"

    @property
    def _main(self) -> str:
        if self.indicator.unit is Unit.SHARE:
            return f"{self.yes} af {self.yes + self.no}"
        return f"{self.yes} i dine sager"

    @property
    def first(self) -> list[tuple[Case, date]]:
        """The newest that were not as we want it."""
        return sorted(self.look_at, key=lambda each: each[1], reverse=True)[:_SHOWN]

    @property
    def more(self) -> int:
        """How many besides those shown."""
        return max(0, len(self.look_at) - _SHOWN)


@dataclass(frozen=True, slots=True)
class Work:
    """An action we work on now, and how it shows in my cases."""

    action: Action
    here: tuple[Here, ...]


def working_on(strategy: Strategy, *, today: date) -> list[Action]:
    """The running actions of the areas in focus, in the order of priority; at most two."""
    focus = Q(area__focus_from__lte=today) & (Q(area__focus_to__isnull=True) | Q(area__focus_to__gte=today))
    running = there(Action, "number", strategy=strategy, stage=Action.Stage.I_GANG).select_related("area", "owner")
    running = running.prefetch_related("effects__area")
    # Those in focus first, in one question whether any is or not.
    first = list(running.order_by(Choose(When(focus, then=0), default=1), "number", "pk")[:_MOST])
    return [each for each in first if each.area and in_focus(each.area, today)] or first


def owned(strategy: Strategy, user: User) -> list[Action]:
    """What this person answers for and is not over, with ``told_on``: the day they last told how it stands."""
    over = (Action.Stage.I_DRIFT, Action.Stage.STOPPET)
    told = Max("reports__on", filter=Q(reports__removed_at__isnull=True))
    return list(there(Action, "number", strategy=strategy, owner=user).exclude(stage__in=over).annotate(told_on=told))


def mine(actions: Sequence[Action], cases: QuerySet[Case], *, at: datetime) -> list[Work]:
    """Each action with what its figures count in these cases; each case that can have anything is read once."""
    wanted = _indicators(actions)
    every = {each.key: each for found in wanted.values() for each in found}
    heres = {key: Here(each) for key, each in every.items()}
    some = cases.filter(_can_have_any(every.values(), at=at))
    for case, read in reads(some, reading_of([*every.values()], as_of=at)) if every else ():
        for here in heres.values():
            _count(here, case, _rows(here.indicator, read, at=at))
    return [Work(action, tuple(heres[each.key] for each in wanted[action.pk])) for action in actions]


def _indicators(actions: Sequence[Action]) -> dict[int, list[Indicator]]:
    effects = {effect.pk: action.pk for action in actions for effect in action.effects.all() if not effect.removed_at}
    found: dict[int, list[Indicator]] = {action.pk: [] for action in actions}
    for each in there(Evidence, effect__in=effects, kind=Evidence.Kind.INDIKATOR):
        indicator, mine_ = indicator_of(each.subject), found[effects[each.effect_id]]
        # What is counted for each adviser or in days says little of one case.
        if indicator and indicator.unit in (Unit.SHARE, Unit.COUNT) and indicator not in mine_:
            mine_.append(indicator)
    return found


def _can_have_any(indicators: Iterable[Indicator], *, at: datetime) -> Q:
    found = Q()
    for each in indicators:
        periods = _periods(each, at=at)
        found |= can_have_row(each, Period(periods[0].first, periods[-1].last))
    return found


def _rows(indicator: Indicator, read: Read, *, at: datetime) -> Iterable[Row]:
    return rows(indicator, read, periods=_periods(indicator, at=at), as_of=at)


def _periods(indicator: Indicator, *, at: datetime) -> tuple[Period, ...]:
    today = local_day(at)
    now = (Period(today, today),) if isinstance(indicator.counts, AT_THE_END) else None
    return now or latest(Per.MONTH, day=today, number=_MONTHS)


def _count(here: Here, case: Case, found: Iterable[Row]) -> None:
    unwanted = {Better.HIGHER: Verdict.NO, Better.LOWER: Verdict.YES}.get(here.indicator.better)
    worst: date | None = None
    for row in found:
        here.yes += row.verdict is Verdict.YES
        here.no += row.verdict is Verdict.NO
        here.unknown += row.verdict is Verdict.UNKNOWN
        if row.verdict is unwanted and here.indicator.unit is Unit.SHARE:
            worst = max(worst or row.day, row.day)
    if worst:
        here.look_at.append((case, worst))
