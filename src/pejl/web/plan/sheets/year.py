"""On which sheets are the year wheel, the theme meetings and the cases from practice written?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse

from pejl.web.plan import wheel
from pejl.web.plan.models import Option, PracticeCase, ThemeMeeting, WheelDone, WheelItem
from pejl.web.plan.sheets.sheet import Sheet

if TYPE_CHECKING:
    from pejl.web.access.actions import Doing


def _page_of_item(item: WheelItem) -> str:
    kept = f"&strategi={item.strategy.key}" if item.strategy else ""
    return f"{reverse('aarshjul')}?aar={item.first.year}{kept}"


def _wheel_days(values: Mapping[str, Any]) -> Mapping[str, str]:
    first, until = values.get("first"), values.get("until")
    if first and until and until < first:
        return {"until": "Den sidste gang kan ikke ligge før den første. Ret en af dagene."}
    return {}


def _mark_holds(values: Mapping[str, Any]) -> Mapping[str, str]:
    there, planned, how = values.get("item"), values.get("planned"), values.get("how")
    item = there if isinstance(there, WheelItem) else WheelItem.objects.filter(pk=there or 0).first()
    if item and planned and planned not in wheel.planned_days(item, last=planned):
        return {"planned": "Punktet er ikke planlagt den dag. Skriv en af de dage, det står til i årshjulet."}
    if how == WheelDone.How.FLYTTET and not values.get("on"):
        return {"on": "Skriv, hvilken dag det er flyttet til."}
    if how and how != WheelDone.How.HOLDT and not values.get("why"):
        return {"why": "Skriv, hvorfor det er flyttet eller udgået."}
    return {}


def _page_of_meeting(meeting: ThemeMeeting) -> str:
    return reverse("temamoede", args=(meeting.key,))


def _page_of_case(case: PracticeCase) -> str:
    return reverse("praksiscase", args=(case.key,))


def _read_again(row: PracticeCase, names: frozenset[str], doing: Doing) -> Mapping[str, Any]:
    """What was read for recognition was another story, or told of another place."""
    if not names & {"text", "title", "unit"}:
        return {}
    kladde = PracticeCase.State.KLADDE
    return {"state": kladde, "found": [], "checked_by": "", "approved_by": "", "approved_on": None}


WHEEL: Final = Sheet(
    slug="aarshjul",
    tab="aarshjul",
    model=WheelItem,
    one="Punkt i årshjulet",
    new="Nyt punkt i årshjulet",
    strategy="strategy",
    main=("name", "kind", "first", "again", "body"),
    more=("until", "strategy", "law", "when_words", "note", "source"),
    reasoned=frozenset({"first", "again"}),
    check=_wheel_days,
    page=_page_of_item,
)
WHEEL_DONE: Final = Sheet(
    slug="aarshjul-holdt",
    model=WheelDone,
    one="Mærke i årshjulet",
    new="Skriv, hvad der skete",
    parent="item",
    strategy="item__strategy",
    main=("planned", "how", "on", "why"),
    check=_mark_holds,
    page=lambda row: _page_of_item(row.item),
)
THEME_MEETING: Final = Sheet(
    slug="temamoede",
    tab="temamoeder",
    model=ThemeMeeting,
    one="Temamøde",
    new="Nyt temamøde",
    parent="strategy",
    main=("name", "on", "themes", "practice"),
    more=("agreed", "follow_up", "held", "when_words"),
    page=_page_of_meeting,
)
OPTION: Final = Sheet(
    slug="handlemulighed",
    model=Option,
    one="Handlemulighed",
    new="Ny handlemulighed",
    parent="meeting",
    strategy="meeting__strategy",
    main=("text", "for_it", "against", "outcome", "followed"),
    page=lambda row: _page_of_meeting(row.meeting),
)
PRACTICE_CASE: Final = Sheet(
    slug="praksiscase",
    tab="temamoeder",
    model=PracticeCase,
    one="Virkelighedsnær case",
    new="Ny virkelighedsnær case",
    parent="strategy",
    main=("unit", "area", "shows", "title", "text"),
    more=("source",),
    stamped={"told_on": "today"},
    hint="Skriv ingen navne, dage, steder eller alder, og intet, der er så sjældent, at nogen kan kendes på det.",
    # A draft may tell who it is about, and its history may go on doing so.
    closed=True,
    corrected=_read_again,
    page=_page_of_case,
)
YEAR_SHEETS: Final = (WHEEL, WHEEL_DONE, THEME_MEETING, OPTION, PRACTICE_CASE)
