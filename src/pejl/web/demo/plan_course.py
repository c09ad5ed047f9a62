"""Who has looked at Nordby from outside? A course with the Task Force, answered but for one, and what it left to do."""

from __future__ import annotations

from typing import Any, Final

from pejl.web.demo.plan import Writing
from pejl.web.plan import horizons
from pejl.web.plan.models import (
    Account,
    Activity,
    CaseReview,
    Course,
    CourseGoal,
    CourseMeeting,
    OutsideReview,
    OutsideView,
    Recommendation,
    ReviewFinding,
    SelfEvaluation,
    Theme,
)

BODY: Final = "Task Forcen"
_BEGAN: Final = 900  # days ago
_ANSWERED: Final = 420
_ENDED: Final = 400
_LOOKED: Final = 2100
_THEMES: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        "styring",
        "Ledelse og ledelsestilsyn",
        "Tilsynet så mest på frister, og fundene nåede sjældent tilbage til rådgiverne.",
        "Tilsynet er blevet en del af hverdagen, og fundene bruges på teammøderne.",
    ),
    (
        "udredning",
        "Underretninger og undersøgelser",
        "Undersøgelser blev ofte for lange og for sent færdige.",
        "Underretningerne er blevet bedre. Undersøgelserne er stadig for længe undervejs.",
    ),
    (
        "inddragelse",
        "Inddragelse af barn og netværk",
        "Om barnet blev spurgt, afhang af rådgiveren.",
        "Flere børn bliver talt med, men det står ikke altid i sagen, hvad samtalen førte til.",
    ),
)
# Theme, number, the problem, the recommendation; of each: what was done as (text, state), how far, what remains.
_ASKED: Final[tuple[tuple[int, int, str, str, tuple[tuple[str, str], ...], str, str], ...]] = (
    (
        *(1, 1, "Tilsynet ser kun på frister", "Lad tilsynet se på indholdet i sagerne, ikke kun på fristerne."),
        (("Ny skabelon til tilsynet", "udfoert"), ("Fund gennemgås på teammøde", "udfoert")),
        "Skabelonen har spørgsmål om indhold, og hvert team har gennemgået fund.",
        "At holde rytmen, også i travle måneder.",
    ),
    (
        *(1, 2, "Tal når ikke frem", "Giv udvalget de samme få tal to gange om året, med ord til."),
        (("Vælge de få tal", "udfoert"), ("Skrive ord til tallene", "delvist"), ("Fast punkt i udvalget", "udestaar")),
        "Tallene er valgt og definitionerne skrevet.",
        "Et fast punkt på udvalgets dagsorden.",
    ),
    (
        *(2, 1, "Forskellig modtagelse", "Modtag underretninger ens, uanset hvem der har vagten."),
        (("Arbejdsgang for vagten", "udfoert"), ("Øvet på cases", "udfoert")),
        "Vagten arbejder efter den samme gang, og kvitteringen sendes samme dag.",
        "",
    ),
    (
        *(2, 2, "Undersøgelser bliver for lange", "Gør undersøgelser kortere og hold dem inden for fristen."),
        (("Undersøgelsesplan i hver sag", "delvist"), ("Plan for dem over fristen", "udestaar")),
        "Nogle team bruger undersøgelsesplaner hver gang, andre ikke endnu.",
        "En plan for de undersøgelser, der er over fristen, med navn og dag.",
    ),
    (
        *(3, 1, "Barnet bliver ikke altid spurgt", "Tal med barnet, før der bliver besluttet noget."),
        (("Metodekursus for alle rådgivere", "udfoert"), ("Rum, hvor børn kan lide at være", "udfoert")),
        "Alle har været på kursus, og der er kommet et rum til samtaler.",
        "At skrive, hvad samtalen førte til.",
    ),
)
# Theme, sight, the problem, the recommendation, whether it is urgent.
_FRESH: Final[tuple[tuple[int, str, str, str, bool], ...]] = (
    (
        2,
        "kort",
        "Undersøgelser over fristen",
        "Lav en plan for undersøgelser over fristen, og følg den hver uge.",
        True,
    ),
    (3, "lang", "Netværket med fra begyndelsen", "Tag familie og netværk med fra første møde, i alle sager.", False),
)


def fill_course(writing: Writing) -> None:
    """The course, from the analysis to what was recommended at its end; one recommendation has no answer."""
    course = writing.write(
        "forloeb",
        Course,
        ago=_BEGAN,
        name="Task Force-forløb i Nordby",
        body=BODY,
        first=writing.day(_BEGAN),
        last=writing.day(_ENDED),
        strategy=writing.rows["udvikling"],
        analysed_words="Analysen er lavet, før forløbet begyndte.",
        analysis_sources="Skriftligt materiale, interviews og en gennemgang af 20 sager.",
        analysis_cases=20,
    )
    for number, (marker, name, findings, judged) in enumerate(_THEMES, start=1):
        told: dict[str, Any] = {"number": number, "name": name, "marker": marker, "findings": findings}
        theme = writing.write(f"tema {number}", Theme, ago=_BEGAN, course=course, **told)
        writing.write("", OutsideView, ago=_ENDED, theme=theme, by=BODY, on=writing.day(_ENDED), text=judged)
    _asked(writing)
    _fresh(writing)
    _way(writing, course)
    _summed_up(writing)


def _asked(writing: Writing) -> None:
    for theme, number, problem, text, did, far, remains in _ASKED:
        row = writing.write(
            f"{theme}.{number}",
            Recommendation,
            ago=_BEGAN,
            theme=writing.rows[f"tema {theme}"],
            number=number,
            problem=problem,
            text=text,
            urgent=(theme, number) == (2, 2),
        )
        for point, (done, state) in enumerate(did, start=1):
            given: dict[str, Any] = {"number": point, "text": done, "state": state}
            writing.write("", Activity, ago=_ANSWERED, theme=row.theme, recommendation=row, **given)
        writing.write("", Account, ago=_ANSWERED, recommendation=row, far=far, remains=remains)
    again: dict[str, Any] = {"number": 2, "problem": "Samtalen føres ikke videre", "theme": writing.rows["tema 3"]}
    text = "Skriv i sagen, hvad barnets ord har ført til, og fortæl barnet det."
    writing.write("3.2", Recommendation, ago=_BEGAN, text=text, **again)


def _fresh(writing: Writing) -> None:
    for number, (theme, horizon, problem, text, urgent) in enumerate(_FRESH, start=1):
        given: dict[str, Any] = {"horizon": horizon, "given_on": writing.day(_ENDED)}
        days: dict[str, Any] = {**horizons.computed(given)}
        told: dict[str, Any] = {"number": number, "problem": problem, "text": text, "urgent": urgent}
        held = writing.rows[f"tema {theme}"]
        writing.write(f"ny {number}", Recommendation, ago=_ENDED, theme=held, **told, **given, **days)


def _way(writing: Writing, course: Course) -> None:
    for number, ago in enumerate((_BEGAN, 650, _ENDED), start=1):
        name = f"{number}. statusmøde"
        seen: dict[str, Any] = {"kind": "status", "with_review": number > 1}
        writing.write("", CourseMeeting, ago=ago, course=course, name=name, on=writing.day(ago), **seen)
    found = (
        ("Analysens gennemgang", _BEGAN, 20, "Undersøgelser var lange og uden vurderinger."),
        ("1. gennemgang", 650, 3, "Vurderingerne er blevet tydeligere i de læste sager."),
        ("2. gennemgang", _ENDED, 3, "Vurderinger i alle de læste sager; planerne mangler mål."),
    )
    for name, ago, cases, text in found:
        review = writing.write("", CaseReview, ago=ago, course=course, name=name, cases=cases, on=writing.day(ago))
        writing.write("", ReviewFinding, ago=ago, review=review, marker="udredning", text=text)
    for area in SelfEvaluation.Area:
        for moment, ago, grade in (("start", _BEGAN, "lav"), ("slut", _ENDED, "nogen")):
            said: dict[str, Any] = {"area": area, "moment": moment, "grade": grade, "on": writing.day(ago)}
            writing.write("", SelfEvaluation, ago=ago, course=course, **said)
    goal = writing.write("", CourseGoal, ago=_BEGAN, course=course, number="1", text="Undersøgelser til tiden")
    below: dict[str, Any] = {"number": "1.1", "text": "En plan for dem over fristen", "parent": goal}
    writing.write("", CourseGoal, ago=_BEGAN, course=course, recommendations=[writing.rows["2.2"]], **below)
    looked = (
        ("Revisionen", "Bemærkning om frister", _LOOKED, None),
        (BODY, "Analyse med gennemgang af 20 sager", _BEGAN, course),
    )
    for body, what, ago, held in looked:
        day = writing.day(ago)
        writing.write("", OutsideReview, ago=ago, body=body, what=what, year=day.year, on=day, course=held)


def _summed_up(writing: Writing) -> None:
    writing.change(
        "forloeb",
        ago=_ENDED,
        reason="Forløbet er slut, og redegørelsen er sendt.",
        summary="Vi er blevet bedre til at tage imod og til at tale med børnene. Undersøgelserne tager stadig for lang "
        "tid.",
        remaining="Undersøgelser til tiden\nBarnets ord ført videre i sagen",
    )
