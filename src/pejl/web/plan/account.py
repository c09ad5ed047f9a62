"""How do we answer those who looked at us? The account of a course: each recommendation with our answer and their view.

Read once, in a fixed number of questions, for the pages and the paper alike. Whose words they are, follows from which
list they stand in: ``Answered.own`` and ``activities`` are ours, ``views`` are theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from django.db.models import Prefetch

from pejl.web.plan.models import Account, Action, Activity, Course, OutsideView, Recommendation, Theme
from pejl.wording import all_of

_SMALL: Final = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_STATES: Final = (
    (Activity.State.UDESTAAR, "udestår"),
    (Activity.State.DELVIST, "er delvist udført"),
    (Activity.State.UVIST, "er ikke oplyst"),
)

# What one or two done points are called.
_FEW_DONE: Final = ("Punktet er udført.", "Begge punkter er udført.")


class How(StrEnum):
    """How a recommendation is answered."""

    OWN = "eget"  # in words of its own, perhaps with a reference beside
    ELSEWHERE = "andet"  # only by reference to another answer
    THEME = "tema"  # together with the rest of its theme
    MISSING = "mangler"


@dataclass(kw_only=True)
class Answered:
    """One recommendation, our answer to it, and their view of it."""

    recommendation: Recommendation
    number: str  # »1.1«, as answers refer to it
    own: Account | None = None
    refers_to: Recommendation | None = None
    refers_number: str = ""
    activities: list[Activity] = field(default_factory=list)
    views: list[OutsideView] = field(default_factory=list)
    how: How = How.MISSING

    @property
    def standing(self) -> str:
        """Which of its activities are outstanding."""
        return standing(self.activities)


@dataclass(kw_only=True)
class Answers:
    """One theme: its recommendations, what is answered for the theme as a whole, and their view of the theme."""

    theme: Theme
    opening: list[Answered] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    views: list[OutsideView] = field(default_factory=list)
    fresh: list[Recommendation] = field(default_factory=list)  # the new ones, given at the end

    @property
    def every_activity(self) -> list[Activity]:
        """Those of the theme and of each recommendation."""
        return [*self.activities, *(each for answered in self.opening for each in answered.activities)]

    @property
    def standing(self) -> str:
        """Which activities of the theme as a whole are outstanding."""
        return standing(self.activities)

    @property
    def done_words(self) -> str:
        """»9 af 13 udført, 1 delvist, 3 udestår«; what nobody has told of is counted apart."""
        states = [each.state for each in self.every_activity]
        if not states:
            return "Ingen aktiviteter"
        rest = (
            (Activity.State.DELVIST, "delvist"),
            (Activity.State.UDESTAAR, "udestår"),
            (Activity.State.UVIST, "ikke oplyst"),
        )
        told = [f"{states.count(Activity.State.UDFOERT)} af {len(states)} udført"]
        return ", ".join([*told, *(f"{states.count(state)} {word}" for state, word in rest if state in states)])

    @property
    def answered(self) -> int:
        """How many of its recommendations are answered."""
        return sum(each.how is not How.MISSING for each in self.opening)

    @property
    def is_answered_together(self) -> bool:
        """Whether something is said for the theme as a whole."""
        return bool(self.theme.far or self.theme.remains or self.activities)


@dataclass(kw_only=True)
class CourseAccount:
    """The whole account."""

    course: Course
    themes: list[Answers]

    @property
    def opening(self) -> list[Answered]:
        """Every recommendation of the analysis, in order."""
        return [each for theme in self.themes for each in theme.opening]

    @property
    def fresh(self) -> list[Recommendation]:
        """The new ones: what is urgent first, then by when they are due."""
        return in_order(each for theme in self.themes for each in theme.fresh)

    @property
    def missing(self) -> list[Answered]:
        """Those without any answer."""
        return [each for each in self.opening if each.how is How.MISSING]

    @property
    def urgent(self) -> list[tuple[str, Recommendation]]:
        """What shall not wait for the rest, with its number."""
        old = [(each.number, each.recommendation) for each in self.opening if each.recommendation.urgent]
        return [*old, *(("Ny", each) for each in self.fresh if each.urgent)]

    @property
    def heading(self) -> str:
        """»28 anbefalinger under otte temaer«."""
        return f"{counted(len(self.opening), 'anbefaling', 'anbefalinger')} under {of_themes(len(self.themes))}"

    def of(self, theme: Theme) -> Answers:
        """One theme of it."""
        return next(each for each in self.themes if each.theme.pk == theme.pk)


# --- reading ----------------------------------------------------------------------------------------------------


def read(course: Course) -> CourseAccount:
    """The account as it stands, in five questions however many recommendations there are."""
    there = {"removed_at__isnull": True}
    themes = {each.pk: Answers(theme=each) for each in course.themes.filter(**there).order_by("number", "pk")}
    answers = _recommendations(themes)
    for account in Account.objects.filter(recommendation__in=list(answers), **there).select_related("refers_to__theme"):
        account.recommendation = answers[account.recommendation_id].recommendation
        answers[account.recommendation_id].own = account
    for activity in Activity.objects.filter(theme__in=list(themes), **there).order_by("number", "pk"):
        _holder(themes, answers, activity).activities.append(activity)
    for view in OutsideView.objects.filter(theme__in=list(themes), **there).order_by("pk"):
        _holder(themes, answers, view).views.append(view)
    for answered in answers.values():
        _judge(answered, themes[answered.recommendation.theme_id])
    return CourseAccount(course=course, themes=list(themes.values()))


def _recommendations(themes: dict[int, Answers]) -> dict[int, Answered]:
    found: dict[int, Answered] = {}
    actions = Prefetch("actions", Action.objects.filter(removed_at__isnull=True).order_by("number", "pk"))
    rows = Recommendation.objects.filter(theme__in=list(themes), removed_at__isnull=True).order_by("number", "pk")
    for row in rows.select_related("same_as__theme").prefetch_related(actions):
        answers = themes[row.theme_id]
        row.theme = answers.theme
        if row.horizon == Recommendation.Horizon.AABNING:
            found[row.pk] = Answered(recommendation=row, number=f"{answers.theme.number}.{row.number}")
            answers.opening.append(found[row.pk])
        else:
            answers.fresh.append(row)
    return found


def _holder(themes: dict[int, Answers], answers: dict[int, Answered], row: Any) -> Any:
    """The recommendation it is about, else the theme; the row is told its theme, so that nobody asks again."""
    row.theme = themes[row.theme_id].theme
    return answers.get(row.recommendation_id) or themes[row.theme_id]


def _judge(answered: Answered, theme: Answers) -> None:
    own = answered.own
    answered.refers_to = (own.refers_to if own else None) or (None if own else answered.recommendation.same_as)
    if answered.refers_to:
        answered.refers_number = number_of(answered.refers_to)
    in_words = bool(answered.activities) or (own and any((own.purpose, own.far, own.remains, own.comments)))
    if in_words:
        answered.how = How.OWN
    elif answered.refers_to:
        answered.how = How.ELSEWHERE
    elif theme.theme.far or theme.theme.remains:
        answered.how = How.THEME


# --- in words ---------------------------------------------------------------------------------------------------


def number_of(row: Recommendation) -> str:
    """»1.1«."""
    return f"{row.theme.number}.{row.number}"


def standing(activities: Sequence[Activity]) -> str:
    """Which points are outstanding and which partly done, as the account says it.

    »Punkt 2, 3 og 5 udestår.« and, where nothing is left, »Alle 8 punkter er udført.«
    """
    if not activities:
        return ""
    points: dict[str, list[str]] = defaultdict(list)
    for each in activities:
        points[each.state].append(str(each.number))
    told = [f"punkt {all_of(points[state])} {words}" for state, words in _STATES if points[state]]
    if told:
        sentence = ", og ".join(told)
        return f"{sentence[0].upper()}{sentence[1:]}."
    if len(activities) <= len(_FEW_DONE):
        return _FEW_DONE[len(activities) - 1]
    return f"Alle {len(activities)} punkter er udført."


def in_order(rows: Iterable[Recommendation]) -> list[Recommendation]:
    """New recommendations in the order they should be taken: urgent, then short before long, then as numbered."""
    horizons = [each.value for each in Recommendation.Horizon]
    return sorted(rows, key=lambda each: (not each.urgent, horizons.index(each.horizon), each.number, each.pk))


def counted(number: int, one: str, many: str) -> str:
    """A number with its word."""
    return f"{number} {one if number == 1 else many}"


def of_themes(number: int) -> str:
    """»otte temaer«."""
    told = "ét" if number == 1 else _SMALL[number] if number < len(_SMALL) else str(number)
    return f"{told} {'tema' if number == 1 else 'temaer'}"
