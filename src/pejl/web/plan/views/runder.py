"""Who has answered the rounds, who is missing or late, and how does a unit answer one for all its goals?"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.answering import Answer, Overtaken, answer, asked_goals, newest, standing
from pejl.web.plan.areas import there
from pejl.web.plan.models import LocalGoal, PlanUnit, Round, RoundAnswer
from pejl.web.plan.pages import shown
from pejl.web.plan.rounds import read, stands

_WRONG: Final = 422
_ROWS: Final = 3


@needs()
def runder(request: Request) -> HttpResponse:
    """Every round with every unit."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/runder.html", {"strategy": None})
    context = {
        "strategy": strategy,
        "rounds": stands(read(strategy, words=False), today=request.today),
        "today": request.today,
        "may_plan": request.person.may(Right.PLAN),
        "may_decide": request.person.may(Right.APPROVE),
    }
    return render(request, "plan/runder.html", context)


class AnswersForm(forms.Form):
    """Three fields for each goal; a goal that is left empty is not answered yet."""

    def __init__(self, data: Any = None, *, goals: list[LocalGoal], there: dict[int, RoundAnswer]) -> None:
        super().__init__(data)
        self.goals = goals
        seen = newest(there.values())
        for goal in goals:
            self._ask(goal, there.get(goal.pk))
            self.fields[f"set-{goal.key}"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=seen.get(goal.pk, "")
            )

    def _ask(self, goal: LocalGoal, before: RoundAnswer | None) -> None:
        area = forms.Textarea(attrs={"rows": _ROWS})
        self.fields[f"langt-{goal.key}"] = forms.ChoiceField(
            label="Hvor langt er I?",
            required=False,
            choices=[("", "Ikke besvaret"), *RoundAnswer.Far.choices],
            initial=before.far if before else "",
            error_messages={"invalid_choice": "Vælg en af mulighederne."},
        )
        self.fields[f"status-{goal.key}"] = forms.CharField(
            label="Status", required=False, widget=area, initial=before.words if before else ""
        )
        self.fields[f"mangler-{goal.key}"] = forms.CharField(
            label="Det, der mangler", required=False, widget=area, initial=before.remains if before else ""
        )

    @property
    def by_goal(self) -> list[tuple[LocalGoal, list[forms.BoundField], forms.BoundField]]:
        """The goals with their fields, and what was read of each."""
        names = ("langt", "status", "mangler")
        return [(goal, [self[f"{name}-{goal.key}"] for name in names], self[f"set-{goal.key}"]) for goal in self.goals]

    def clean(self) -> dict[str, Any]:
        """How far and how it stands belong together."""
        values = super().clean() or {}
        for goal in self.goals:
            far, words, rest = (values.get(f"{name}-{goal.key}") for name in ("langt", "status", "mangler"))
            if far and not words:
                self.add_error(f"status-{goal.key}", f"Skriv en status for »{goal.goal}«.")
            if (words or rest) and not far:
                self.add_error(f"langt-{goal.key}", f"Vælg, hvor langt I er med »{goal.goal}«.")
        return values

    def told(self) -> dict[LocalGoal, Answer]:
        """What is answered."""
        sent = self.cleaned_data
        return {
            goal: Answer(
                far=sent[f"langt-{goal.key}"],
                words=sent[f"status-{goal.key}"],
                remains=sent[f"mangler-{goal.key}"],
                seen=sent[f"set-{goal.key}"],
            )
            for goal in self.goals
            if sent[f"langt-{goal.key}"]
        }

    def show_others(self, answers: list[RoundAnswer]) -> None:
        """Say at each goal what another has answered; sent again, it is what is written here that counts."""
        sent, key_of, now = dict(self.data.items()), {goal.pk: goal.key for goal in self.goals}, newest(answers)
        for each in answers:
            told = f"{each.get_far_display()}. {each.words} {each.remains}".strip()
            key = key_of[each.goal_id]
            self.add_error(
                f"status-{key}",
                f"{each.by} har svaret her, mens du skrev: »{told}« Skriv de to sammen. Når du gemmer igen, er det dit"
                " svar, der gælder.",
            )
            sent[f"set-{key}"] = now[each.goal_id]
        self.data = sent


@needs(Right.PLAN)
def runde_svar(request: Request, runde: str, unit: str) -> HttpResponse:
    """Answer a round for one unit."""
    row, found = _round_and_unit(runde, unit)
    goals = asked_goals(found, row)
    form = AnswersForm(request.POST or None, goals=goals, there=standing(found, row))
    if request.method == "POST" and form.is_valid():
        try:
            number = answer(found, row, form.told(), doing=Doing(by=request.person.user, at=request.moment))
        except Refused as refusal:
            form.add_error(None, str(refusal))
            if isinstance(refusal, Overtaken):
                form.show_others(refusal.answers)
        else:
            messages.success(request, f"Gemt: {number} svar i {row.name}." if number else "Svarene står der allerede.")
            return redirect("maal-enhed", unit=found.key)
    context = {"strategy": row.strategy, "round": row, "unit": found, "form": form, "late": request.today > row.due}
    return render(request, "plan/runde_svar.html", context, status=_WRONG if form.errors else 200)


def _round_and_unit(key: str, unit: str) -> tuple[Round, PlanUnit]:
    row = there(Round, key=key, kind=Round.Kind.OPFOELGNING).select_related("strategy").first()
    found = there(PlanUnit, key=unit, strategy=row.strategy).first() if row else None
    if row is None or found is None:
        raise Http404
    return row, found


urlpatterns = [
    path("plan/maal/runder/", runder, name="runder"),
    path("plan/maal/runder/<str:runde>/<str:unit>/", runde_svar, name="runde-svar"),
]
