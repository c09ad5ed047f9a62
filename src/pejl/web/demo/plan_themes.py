"""What do Nordby's theme meetings rest on, and what do its departments tell?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from pejl.dates import local_day
from pejl.web.access.actions import Doing
from pejl.web.demo.plan import Writing
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import Option, PracticeCase, ThemeMeeting
from pejl.web.plan.practice import approve, check, found_in, mark_of, units_of

# Month and day, the themes, what was agreed, and what came of what was agreed before.
_HALVES: Final = ((5, 20, "forår"), (11, 25, "efterår"))
_THEMES: Final = (("tide",), ("ro", "netvaerk"), ("hoert",), ("tide", "hoert"))
_AGREED: Final = (
    "Vagten fortsætter. Udvalget vil høre, hvad skolerne siger.",
    "Makkere på de svære sager prøves i begge team.",
    "Børnesamtalen bliver årets fokus. Hver enhed tager en fortælling med.",
    "",
)
_CAME_OF_IT: Final = (
    "",
    "Skolerne fortæller, at de får svar hurtigere, når de ringer først.",
    "De to team har prøvet makkere på en håndfuld sager. Rådgiverne vil gerne have flere.",
    "",
)
OPTIONS: Final[tuple[tuple[int, dict[str, Any]], ...]] = (
    (
        1,
        {
            "text": "Makkere på de svære sager",
            "for_it": "Barnet kender to voksne, når den ene rejser.",
            "against": "Det tager tid, før det giver tid.",
            "outcome": "valgt",
            "followed": "Prøvet på en håndfuld sager i begge team.",
        },
    ),
    (
        2,
        {
            "text": "Barnet vælger selv, hvem der er med til mødet",
            "for_it": "Barnet ser, at dets ord tæller.",
            "against": "Det kan gøre ondt på en forælder.",
            "outcome": "valgt",
        },
    ),
    (
        2,
        {
            "text": "Et skema, som barnet udfylder hjemme",
            "for_it": "Det er hurtigt.",
            "against": "Børnene sagde, at de hellere vil tale med nogen.",
            "outcome": "fravalgt",
        },
    ),
)
# Unit, focus area, what it shows, heading, story, who wrote it, and how far it has come.
STORIES: Final = (
    (
        *("nord", "hoert", "lykkes", "Tegningen kom på bordet først"),
        "Et barn ville ikke sige noget, når de voksne sad der. Rådgiveren bad barnet tegne, hvem der skulle være med. "
        "Mødet begyndte med tegningen, og barnet blev siddende.",
        *("lars", "godkendt"),
    ),
    (
        *("syd", "hoert", "bedre", "Brevet lignede ikke mødet"),
        "En ung havde sagt meget på mødet. I brevet bagefter stod der kun, hvad de voksne havde bestemt. Nu læser vi "
        "brevet højt for den unge, før det sendes.",
        *("susanne", "godkendt"),
    ),
    (
        *("familiehus", "netvaerk", "lykkes", "Naboen kunne hente"),
        "En familie kunne ikke nå at hente i institutionen. Behandleren spurgte, hvem der bor i nærheden. En nabo "
        "hentede børnene, og familien slap for et tilbud mere.",
        *("susanne", "tjekket"),
    ),
    (
        *("skoler", "hoert", "lykkes", "Ali ringede selv"),
        "Læreren på Åskolen sad ved siden af, da Ali på 11 år ringede til sin rådgiver den 3. maj. Han fik svar "
        "samme dag.",
        *("lars", "kladde"),
    ),
)


def fill_themes(writing: Writing) -> None:
    """The meetings of every year of the strategy, and the stories."""
    meetings = _meetings(writing)
    for place, values in OPTIONS:
        row = meetings[place]
        new(Option, doing=_doing(writing, "karen", min(row.on, _today(writing))), meeting=row, **values)
    for unit, area, shows, title, text, writer, state in STORIES:
        given = {"strategy": writing.strategy, "unit": writing.rows[unit], "area": writing.rows[area], "shows": shows}
        _story(writing, {**given, "title": title, "text": text}, writer=writer, state=state)


def _today(writing: Writing) -> date:
    return local_day(writing.now)


def _doing(writing: Writing, who: str, day: date) -> Doing:
    return writing.doing(who, (_today(writing) - day).days)


def _meetings(writing: Writing) -> list[ThemeMeeting]:
    """Twice a year as long as the strategy runs; what lies ahead has its day, and the next its theme too."""
    first, today = writing.strategy.first, _today(writing)
    year = first.year if first else today.year
    days = [(date(year + on, month, day), half) for on in range(3) for month, day, half in _HALVES]
    made = []
    for place, (on, half) in enumerate(days):
        themes = [writing.rows[each] for each in _THEMES[place]] if place < len(_THEMES) else []
        values: dict[str, Any] = {"name": f"Temamøde, {half} {on.year}", "on": on, "themes": themes}
        written = min(on - timedelta(days=60), today - timedelta(days=30))
        row = new(ThemeMeeting, doing=_doing(writing, "karen", written), strategy=writing.strategy, **values)
        if on < today and place < len(_AGREED):
            told: dict[str, Any] = {"held": True, "agreed": _AGREED[place], "follow_up": _CAME_OF_IT[place]}
            row = put(row, doing=_doing(writing, "karen", on), **told)
        made.append(row)
    return made


def _story(writing: Writing, values: dict[str, Any], *, writer: str, state: str) -> None:
    day = _today(writing) - timedelta(days=40)
    case = new(PracticeCase, doing=_doing(writing, writer, day), told_on=day, **values)
    if state == PracticeCase.State.KLADDE:
        return
    kept = {each.key: "Sådan er der mange." for each in found_in(case, units=units_of(writing.strategy))}
    case = check(case, answers=kept, mark=mark_of(case), doing=_doing(writing, writer, day + timedelta(days=2)))
    if state == PracticeCase.State.GODKENDT:
        approve(case, doing=_doing(writing, "karen", day + timedelta(days=5)))
