"""Does Pejl say which law applies on a day, what another day changed, and on what the rules rest?"""

import io
import json
from dataclasses import replace
from datetime import date

import pytest

from pejl import wording
from pejl.cli import main
from pejl.law import InForce, Sure, since, until
from pejl.law_by_date import BEHIND, FOLLOWS, differences, in_force_on
from pejl.rulebook import RULEBOOK
from pejl.rulebook.underretninger import KVITTERES, KVITTERES_SEL, VURDERES
from pejl.rules import Days, Force, Rule, Rulebook, Within, WorkingDays

OLD, NEW = date(2023, 12, 31), date(2024, 1, 1)


def pejl(*words: str) -> str:
    out, notes = io.StringIO(), io.StringIO()
    assert main(["rulebook", *words], out=out, notes=notes) == 0, notes.getvalue()
    return out.getvalue()


def refused(*words: str) -> str:
    out, notes = io.StringIO(), io.StringIO()
    assert main(["rulebook", *words], out=out, notes=notes) == 1
    assert out.getvalue() == ""
    return notes.getvalue()


# --- the versions of a day ------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [date(2010, 1, 1), OLD, NEW, date(2026, 6, 1)])
def test_a_day_has_at_most_one_version_of_each_rule_and_no_other(day: date) -> None:
    found = in_force_on(RULEBOOK, day)
    assert len({rule.key for rule in found}) == len(found)
    assert [rule for rule in RULEBOOK.rules if (day in rule.in_force) != (rule in found)] == []


def test_at_shows_the_law_of_the_day_on_both_sides_of_the_turn() -> None:
    assert "Kilde      Serviceloven (før 2024) § 155, stk. 2" in pejl("--at", "2023-12-31")
    assert "Barnets lov § 136" not in pejl("--at", "2023-12-31")
    new = pejl("--at", "2024-01-01")
    assert new.startswith("Regelbogen, som den gælder mandag den 1. januar 2024\n")
    assert "Kilde      Barnets lov § 136" in new
    assert "Serviceloven (før 2024) § 155, stk. 2" not in new


def test_at_as_json_has_the_same_versions() -> None:
    rows = json.loads(pejl("--at", "2023-12-31", "--json"))
    assert [(row["key"], row["version"]) for row in rows] == [
        (rule.key, rule.version) for rule in in_force_on(RULEBOOK, OLD)
    ]


# --- what changed ---------------------------------------------------------------------------------------------


def test_what_began_ended_and_changed_at_the_turn_of_the_law() -> None:
    found = differences(RULEBOOK, OLD, NEW)
    assert VURDERES.key in {each.after.key for each in found.changed}
    assert "underretning.samtale_overgreb" in {rule.key for rule in found.began}
    assert "plan.efter_hastende_afgoerelse" in {rule.key for rule in found.ended}
    assert all(NEW in rule.in_force and OLD not in rule.in_force for rule in found.began)
    assert all(OLD in rule.in_force and NEW not in rule.in_force for rule in found.ended)


def test_the_way_back_is_the_same_turned_round() -> None:
    there, back = differences(RULEBOOK, OLD, NEW), differences(RULEBOOK, NEW, OLD)
    assert (there.began, there.ended) == (back.ended, back.began)
    assert {(each.before, each.after) for each in there.changed} == {(each.after, each.before) for each in back.changed}


def test_nothing_is_different_between_two_days_of_the_same_law() -> None:
    assert not differences(RULEBOOK, date(2025, 3, 1), date(2025, 3, 2))
    assert "Intet er anderledes: de samme regler gælder" in pejl("--diff", "2025-03-01", "2025-03-02")


def versions(**changes: object) -> Rulebook:
    """A rule, and the same rule with changes from 1 January 2024."""
    return Rulebook.of(
        [replace(KVITTERES, in_force=until("2023-12-31")), replace(KVITTERES, in_force=since("2024-01-01"), **changes)]  # type: ignore[arg-type]  # each test names fields of a rule
    )


def told(book: Rulebook) -> dict[str, tuple[str, str]]:
    (changed,) = differences(book, OLD, NEW).changed
    return {each.what: (each.before, each.after) for each in changed.differences}


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"duty": Within(WorkingDays(5))}, "Frist"),
        ({"duty": Within(Days(6))}, "Frist"),
        ({"starts": VURDERES.met_by}, "Begynder med"),
        ({"only_first": True}, "Begynder med"),
        ({"met_by": VURDERES.met_by}, "Opfyldes af"),
        ({"stopped_by": ()}, "Bortfalder ved"),
        ({"excused_if": ()}, "Undtages ved"),
        ({"scope": RULEBOOK.by_key["underretning.genvurderes"][0].scope}, "Hvor der ses efter"),
        ({"falls_on": VURDERES.falls_on}, "Hvem"),
        ({"cites": VURDERES.cites}, "Kilde"),
        ({"says": "Andre ord."}, "Ord"),
        ({"title": "En anden titel"}, "Titel"),
    ],
)
def test_each_thing_that_changes_is_told_in_the_words_of_the_regelbog(changes: dict[str, object], what: str) -> None:
    found = told(versions(**changes))
    assert what in found
    assert found.keys() - {"Hvor sikkert"} == {what}
    before, after = found[what]
    assert before != after
    if what in wording.facts(KVITTERES):
        assert before == wording.facts(replace(KVITTERES, in_force=until("2023-12-31")))[what]


def test_a_version_that_says_the_same_is_said_to_differ_in_nothing() -> None:
    assert told(versions()) == {}


def test_another_name_for_the_same_event_is_no_change() -> None:
    """Serviceloven and barnets lov name some events differently; the rule is met by the same."""
    both = [each for each in differences(RULEBOOK, OLD, NEW).changed if each.before.met_by == each.after.met_by]
    assert both
    assert all("Opfyldes af" not in {one.what for one in each.differences} for each in both)


def test_every_line_of_the_regelbog_is_compared_or_follows_from_others() -> None:
    assert {*BEHIND, *FOLLOWS} == wording.facts(VURDERES).keys()
    assert {name for names in BEHIND.values() for name in names} <= set(Rule.__dataclass_fields__)


def test_diff_tells_rule_by_rule() -> None:
    out = pejl("--diff", "2023-12-31", "2024-01-01")
    assert out.startswith("Fra søndag den 31. december 2023 til mandag den 1. januar 2024\n\nPLIGTER, DER BEGYNDER ")
    assert "Samtale med barnet ved mistanke om overgreb (underretning.samtale_overgreb) – Lov: Barnets lov § 137" in out
    assert "24-timers vurdering (underretning.vurderes), udgaven SEL → BL 2024-01-01\n" in out
    assert "    Kilde\n      før: Serviceloven (før 2024) § 155, stk. 2\n      nu:  Barnets lov § 136\n" in out


def test_diff_as_json_tells_the_same() -> None:
    found = differences(RULEBOOK, OLD, NEW)
    told = json.loads(pejl("--diff", "2023-12-31", "2024-01-01", "--json"))
    assert (told["from"], told["to"]) == ("2023-12-31", "2024-01-01")
    assert [each["key"] for each in told["began"]] == [rule.key for rule in found.began]
    assert [each["key"] for each in told["ended"]] == [rule.key for rule in found.ended]
    assert [(each["key"], len(each["differences"])) for each in told["changed"]] == [
        (each.after.key, len(each.differences)) for each in found.changed
    ]


# --- on what it rests -----------------------------------------------------------------------------------------


def test_the_summary_counts_by_act_and_by_how_sure_and_adds_up() -> None:
    told = json.loads(pejl("--summary", "--json"))
    assert (told["duties"], told["versions"]) == (len(RULEBOOK.by_key), len(RULEBOOK.rules))
    for force in (Force.LAW, Force.GUIDANCE):
        counted = told["by_force"].get(force.value, {})
        of_force = [rule for rule in RULEBOOK.rules if rule.force is force]
        assert sum(number for act in counted.values() for number in act.values()) == len(of_force)
        for rule in of_force:
            same = [r for r in of_force if (r.cites.act, r.cites.sure) == (rule.cites.act, rule.cites.sure)]
            assert counted[rule.cites.act.title][rule.cites.sure.name.lower()] == len(same)
    local = sum(rule.force is Force.LOCAL for rule in RULEBOOK.rules)
    assert told["by_force"]["local"] == {"decided": local}


def test_the_summary_names_everything_that_is_not_confirmed_and_nothing_else() -> None:
    unconfirmed = [
        rule
        for rule in RULEBOOK.rules
        if rule.cites.sure in (Sure.SECONDARY, Sure.UNVERIFIED) and rule.force is not Force.LOCAL
    ]
    out = pejl("--summary")
    named = out.partition("Ikke bekræftet (")[2]
    assert named.startswith(f"{len(unconfirmed)} udgaver):")
    assert [rule.key for rule in unconfirmed if f"({rule.key}, udgaven {rule.version})" not in named] == []
    assert named.count(", udgaven ") == len(unconfirmed)


def test_law_and_local_goals_are_counted_apart() -> None:
    law, _, local = pejl("--summary").partition("LOKALT MÅL, IKKE LOV")
    assert law.startswith("LOV\n")
    assert "Barnets lov" in law
    assert "Kommunens eget mål" not in law
    assert "som kommunen selv har besluttet" in local


def test_the_summary_of_a_day_is_of_that_day() -> None:
    told = json.loads(pejl("--at", "2023-12-31", "--summary", "--json"))
    assert told["versions"] == len(in_force_on(RULEBOOK, OLD))
    assert "Barnets lov" not in told["by_force"]["law"]


# --- what cannot be asked -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--diff", "2023-12-31"), "Der skal stå 2 værdier efter --diff."),
        (
            ("--diff", "2023-12-31", "2024-01-01", "--at", "2024-01-01"),
            "--diff sammenligner to dage og kan ikke bruges",
        ),
        (("--diff", "2023-12-31", "2024-01-01", "--summary"), "--diff sammenligner to dage"),
        (("--at", "2024-02-30"), "»2024-02-30« er ikke en dag."),
        (("--at", "i går"), "»i går« er ikke en dag. Skriv en dag som 2026-06-30."),
        (("--at", "1850-01-01"), "Pejl kender kun årene"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(words: tuple[str, ...], said: str) -> None:
    assert said in refused(*words)


def test_in_force_is_always_where_no_day_is_given() -> None:
    assert in_force_on(Rulebook.of([replace(KVITTERES_SEL, in_force=InForce())]), date(1990, 1, 1))
