"""On which sheets do the units write their goals, and answer each round?"""

from __future__ import annotations

from typing import Final

from pejl.web.plan.models import LocalGoal, Round, RoundAnswer
from pejl.web.plan.sheets.sheet import Sheet

GOAL: Final = Sheet(
    slug="maal",
    model=LocalGoal,
    one="Mål",
    new="Nyt mål",
    parent="unit",
    strategy="unit__strategy",
    main=("area", "goal", "we_do", "following", "signs"),
    more=("efforts", "signs_by", "indicators", "crosses", "contract_goal", "outside_goal"),
)
ROUND: Final = Sheet(
    slug="runde",
    model=Round,
    one="Runde",
    new="Ny runde",
    parent="strategy",
    main=("kind", "name", "due"),
    more=("when_words",),
    reasoned=frozenset({"due"}),
)
ROUND_ANSWER: Final = Sheet(
    slug="opfoelgning",
    model=RoundAnswer,
    one="Opfølgning på målet",
    new="Følg op på målet",
    parent="goal",
    strategy="goal__unit__strategy",
    main=("round", "far", "words", "remains"),
    stamped={"by": "name", "on": "today"},
)
GOAL_SHEETS: Final = (GOAL, ROUND, ROUND_ANSWER)
