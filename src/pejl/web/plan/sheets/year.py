"""On which sheets are the year wheel, the theme meetings and the cases from practice written?"""

from __future__ import annotations

from typing import Final

from pejl.web.plan.models import Option, PracticeCase, ThemeMeeting, WheelDone, WheelItem
from pejl.web.plan.sheets.sheet import Sheet

WHEEL: Final = Sheet(
    slug="aarshjul",
    model=WheelItem,
    one="Punkt i årshjulet",
    new="Nyt punkt i årshjulet",
    strategy="strategy",
    main=("name", "kind", "first", "again", "body"),
    more=("until", "strategy", "law", "when_words", "note", "source"),
    reasoned=frozenset({"first", "again"}),
)
WHEEL_DONE: Final = Sheet(
    slug="aarshjul-holdt",
    model=WheelDone,
    one="Det skete der",
    new="Skriv, hvad der skete",
    parent="item",
    strategy="item__strategy",
    main=("planned", "how", "on", "why"),
)
THEME_MEETING: Final = Sheet(
    slug="temamoede",
    model=ThemeMeeting,
    one="Temamøde",
    new="Nyt temamøde",
    parent="strategy",
    main=("name", "on", "themes", "practice"),
    more=("agreed", "follow_up", "held"),
)
OPTION: Final = Sheet(
    slug="handlemulighed",
    model=Option,
    one="Handlemulighed",
    new="Ny handlemulighed",
    parent="meeting",
    strategy="meeting__strategy",
    main=("text", "for_it", "against", "outcome", "followed"),
)
PRACTICE_CASE: Final = Sheet(
    slug="praksiscase",
    model=PracticeCase,
    one="Virkelighedsnær case",
    new="Ny virkelighedsnær case",
    parent="strategy",
    main=("unit", "area", "shows", "title", "text"),
    stamped={"told_on": "today"},
)
YEAR_SHEETS: Final = (WHEEL, WHEEL_DONE, THEME_MEETING, OPTION, PRACTICE_CASE)
