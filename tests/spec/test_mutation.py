"""Is every kind of change made to a rule, and is a rule whose examples are too weak found out?"""

from dataclasses import replace
from datetime import date

import pytest

from pejl.dates import MissingDay
from pejl.events import (
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    INDSATS_IVAERKSAT,
    PLAN_LAVET,
    PLAN_REVIDERET,
    SAG_AFSLUTTET,
    SAMTALE_UNDLADT,
    UNDERRETNING_MODTAGET,
    UNDERSOEGELSE_BESLUTTET,
)
from pejl.law import LOKALT_MAAL, UNDER_BARNETS_LOV, InForce
from pejl.rulebook import RULEBOOK
from pejl.rulebook.plan import STOETTE
from pejl.rules import (
    Aged,
    AtLeast,
    Before,
    Cap,
    Days,
    Duty,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    Months,
    ParagraphIn,
    Role,
    Rule,
    Running,
    Scope,
    ToBirthday,
    Within,
    event,
)
from tests.spec.alike import ALIKE
from tests.spec.example import Example, but_for
from tests.spec.mutants import mutants
from tests.spec.mutation import Score, score_of
from tests.spec.truths import FIRST_ONLY, OTHER_DAYS, every_start_begins_a_duty, in_force_as_its_act

_FIVE_DAYS = Within(Days(5))


def _rule(duty: Duty = _FIVE_DAYS, **parts: object) -> Rule:
    """An invented rule: a plan within five days of a notification."""
    given = {
        "key": "opdigtet.regel",
        "title": "Opdigtet",
        "says": "Opdigtet.",
        "cites": LOKALT_MAAL.at("", row="C8"),
        "force": Force.LOCAL,
        "in_force": InForce(),
        "starts": (event(UNDERRETNING_MODTAGET),),
        "duty": duty,
        "met_by": (event(PLAN_LAVET),),
        "scope": Scope.THREAD,
        "falls_on": Role.RAADGIVER,
    }
    return Rule(**{**given, **parts})  # type: ignore[arg-type]  # each part is given by its name


# What every such rule has, whatever else is asked of it.
_COMMON = {"duty.time.number: 6 for 5", "duty.time.number: 4 for 5", "duty.time.start_counts: True", "scope: CASE"}
_COMMON |= {"only_first: True"}
_YES = frozenset({True})


def _told(rule: Rule) -> set[str]:
    return {mutant.changed for mutant in mutants(rule)}


@pytest.mark.parametrize(
    ("parts", "changes"),
    [
        ({}, set()),
        ({"only_first": True}, {"only_first: False"}),
        ({"stopped_by": (event(SAG_AFSLUTTET),)}, {"stopped_by without sag_afsluttet"}),
        ({"met_by": (event(PLAN_LAVET), event(PLAN_REVIDERET))}, {"met_by without plan_lavet"}),
        ({"excused_by": (event(SAMTALE_UNDLADT),)}, {"excused_by without samtale_undladt"}),
        ({"basis": (UNDERSOEGELSE_BESLUTTET,)}, {"basis without undersoegelse_besluttet"}),
        (
            {"transition_from": date(2024, 1, 1)},
            {"transition_from: 2024-01-02", "transition_from: 2023-12-31", "transition_from left out"},
        ),
        (
            {"starts": (event(UNDERSOEGELSE_BESLUTTET),), "counts_from": "behov_kendt"},
            {"counts_from left out"},
        ),
        (
            {"starts": (event(UNDERRETNING_MODTAGET, FieldSet("ufoedt"), FieldIn("underretter", frozenset("ab"))),)},
            {
                "starts.underretning_modtaget.where without ufoedt filled in",
                "starts.underretning_modtaget.where without underretter",
                "starts.underretning_modtaget.where.underretter.values without 'a'",
            },
        ),
        (
            {"excused_if": (Exemption(FieldIn("ufoedt", _YES), "Ufødt."),)},
            {"excused_if without ufoedt", "excused_if.ufoedt.condition.values turned about"},
        ),
        (
            {"starts": (event(INDSATS_IVAERKSAT, ParagraphIn(("§ 32", "§ 46"))),)},
            {
                "starts.indsats_ivaerksat.where without paragraf",
                "starts.indsats_ivaerksat.where.paragraf.paragraphs without § 32",
                "starts.indsats_ivaerksat.where.paragraf.paragraphs without § 46",
            },
        ),
        (
            {"when": (Running((event(ANBRINGELSE_IVAERKSAT),), (ANBRINGELSE_OPHOERT,)), Aged(15, below=18))},
            {
                "when without Running",
                "when.Running.begun_by without anbringelse_ivaerksat",
                "when.Running.ended_by without anbringelse_ophoert",
                "when.Running.scope: THREAD",
                "when without Aged",
                "when.Aged.from_years: 16 for 15",
                "when.Aged.below: 17 for 18",
                "when.Aged.below left out",
            },
        ),
        (
            {"in_force": UNDER_BARNETS_LOV},
            {"in_force.first: 2024-01-02", "in_force.first: 2023-12-31", "in_force.first left out"},
        ),
    ],
)
def test_each_part_of_a_rule_is_changed(parts: dict[str, object], changes: set[str]) -> None:
    told = _told(_rule(**parts))  # type: ignore[arg-type]  # each part is given by its name
    assert changes | _COMMON - ({"only_first: True"} if parts.get("only_first") else set()) <= told
    assert (told == _COMMON) is not bool(parts)


@pytest.mark.parametrize(
    ("duty", "changes"),
    [
        (
            Within(Months(3, MissingDay.LAST_OF_MONTH), cap=Cap((UNDERSOEGELSE_BESLUTTET,), (PLAN_LAVET,))),
            {
                "duty.time.number: 4 for 3",
                "duty.time.number: 2 for 3",
                "duty.time.if_missing_day: FIRST_OF_NEXT",
                "duty.cap.decided_by without undersoegelse_besluttet",
                "duty.cap.finished_by without plan_lavet",
                "duty.cap left out",
            },
        ),
        (
            Within(ToBirthday(18, months_before=6), already=Before(since=(UNDERSOEGELSE_BESLUTTET,))),
            {
                "duty.time.years: 19 for 18",
                "duty.time.months_before: 7 for 6",
                "duty.already.since without undersoegelse_besluttet",
                "duty.already left out",
            },
        ),
        (
            AtLeast(2, per=Months(12, MissingDay.LAST_OF_MONTH)),
            {"duty.times: 3 for 2", "duty.times: 1 for 2", "duty.per.number: 11 for 12"},
        ),
    ],
)
def test_each_part_of_a_duty_is_changed(duty: Duty, changes: set[str]) -> None:
    assert changes <= _told(_rule(duty))


def test_each_change_is_another_rule_and_told_in_words_of_its_own() -> None:
    """In every rule there is: two changes told alike could not be told apart in the list of those alike."""
    for rule in RULEBOOK.rules:
        changes = list(mutants(rule))
        assert all(mutant.rule.fingerprint != rule.fingerprint for mutant in changes), rule.key
        assert len({mutant.changed for mutant in changes}) == len(changes), rule.key


# --- a rule whose examples are too weak ---------------------------------------------------------------------

_ON_THE_FIFTH_DAY = Example(
    says="Planen kom på den femte dag.",
    events="""
        2024-05-01 underretning_modtaget #a
        2024-05-06 plan_lavet #a
    """,
    as_of="2024-06-01",
    gives=("met 2024-05-06",),
)
_ANOTHER_COURSE = Example(
    says="Planen er for et andet forløb.",
    events="""
        2024-05-01 underretning_modtaget #a
        2024-05-02 plan_lavet #b
    """,
    as_of="2024-06-01",
    gives=("overdue 2024-05-06",),
)


def _unnoticed(*examples: Example) -> list[str]:
    return [told.removeprefix("opdigtet.regel (lokalt): ") for told in _score(*examples).unnoticed]


def _score(*examples: Example) -> Score:
    return score_of({_rule(stopped_by=(event(SAG_AFSLUTTET),)): examples})


def test_what_no_example_shows_is_named() -> None:
    assert _unnoticed(_ON_THE_FIFTH_DAY) == ["scope: CASE", "stopped_by without sag_afsluttet"]
    assert _unnoticed(_ON_THE_FIFTH_DAY, _ANOTHER_COURSE) == ["stopped_by without sag_afsluttet"]


def test_a_variant_notices_as_an_example_does() -> None:
    moved = Example(
        says="Familien flyttede, og det standser ikke pligten.",
        events="""
            2024-05-01 underretning_modtaget #a
            2024-05-02 sag_flyttet
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-06",),
    )
    assert _unnoticed(_ON_THE_FIFTH_DAY, _ANOTHER_COURSE, moved) == ["stopped_by without sag_afsluttet"]
    closed = but_for("sag_flyttet", "sag_afsluttet", "cancelled 2024-05-06", says="Blev sagen afsluttet")
    assert _unnoticed(_ON_THE_FIFTH_DAY, _ANOTHER_COURSE, replace(moved, variants=(closed,))) == []


def test_the_score_counts_what_was_noticed() -> None:
    score = _score(_ON_THE_FIFTH_DAY, _ANOTHER_COURSE)
    assert (score.changes, score.noticed) == (6, 5)
    assert score.told("opdigtet").split() == ["opdigtet", "6", "5", "83.3", "%", "0"]


# --- what is true of every rule -----------------------------------------------------------------------------


def test_a_version_moved_a_day_is_found_out_without_an_example() -> None:
    moved = {mutant.changed for mutant in mutants(STOETTE) if not in_force_as_its_act(mutant.rule, ())}
    assert moved == {"in_force.first: 2024-01-02", "in_force.first: 2023-12-31", "in_force.first left out"}
    assert all(in_force_as_its_act(rule, ()) for rule in RULEBOOK.rules)


def test_a_rule_that_counts_only_the_first_start_is_found_out() -> None:
    assert every_start_begins_a_duty(_rule(), [_ON_THE_FIFTH_DAY])
    assert not every_start_begins_a_duty(_rule(only_first=True), [_ON_THE_FIFTH_DAY])


# --- the lists beside ---------------------------------------------------------------------------------------


def test_what_is_said_to_be_alike_is_a_change_of_a_rule() -> None:
    rules = {f"{rule.key} ({rule.version}): ": rule for rule in RULEBOOK.rules}
    there_are = {f"{named}{told}" for named, rule in rules.items() for told in _told(rule)}
    assert ALIKE.keys() <= there_are
    assert all(ALIKE.values())


def test_what_is_said_of_a_rule_names_a_rule() -> None:
    assert FIRST_ONLY.keys() <= RULEBOOK.by_key.keys()
    assert OTHER_DAYS.keys() <= {(rule.key, rule.cites.act.short) for rule in RULEBOOK.rules}


def test_a_change_said_to_be_alike_and_yet_noticed_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "opdigtet.regel (lokalt): scope: CASE"
    monkeypatch.setattr("tests.spec.mutation.ALIKE", {told: "en påstand"})
    assert _score(_ON_THE_FIFTH_DAY).wrongly_alike == []
    assert _score(_ON_THE_FIFTH_DAY, _ANOTHER_COURSE).wrongly_alike == [told]
