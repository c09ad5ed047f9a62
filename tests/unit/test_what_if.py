"""Does a thought number change that number and nothing else, and is the difference counted as it is?"""

import doctest
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from pejl.cli import main
from pejl.cli import what_if as cli
from pejl.dates import local_day
from pejl.engine import columnar
from pejl.events import KILDE_DAEKKER, RETTELSE, UNDERRETNING_MODTAGET, VURDERING_24_TIMER, Event, struck
from pejl.ledger import frame_of, write_ledger
from pejl.rulebook import RULEBOOK
from pejl.rules import AtLeast, Rule, Rulebook, ToBirthday, Within
from pejl.tables import Status
from pejl.what_if import (
    MOST,
    UNITS,
    Change,
    Impossible,
    Number,
    changing,
    compared,
    first_told,
    kinds_of,
    number_of,
    with_changes,
)
from tests.properties.generated import AS_OF, worlds
from tests.repository.tracked import ROOT


def own(rule: Rule) -> Number:
    """The number of a rule that has one."""
    number = number_of(rule)
    assert number
    return number


NUMBERED = [rule for rule in RULEBOOK.rules if number_of(rule)]
WITHOUT = [rule for rule in RULEBOOK.rules if not number_of(rule)]
RECIPE = ROOT / "docs/gør/hvad-nu-hvis.md"
VURDERES, BL = "underretning.vurderes", "BL 2024-01-01"


@pytest.mark.parametrize("module", [changing, cli])
def test_the_examples_in_the_code_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]  # each of them is a module


# --- another rulebook -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", NUMBERED, ids=lambda rule: f"{rule.key}-{rule.version}")
def test_every_number_of_the_rulebook_can_be_thought_otherwise_and_nothing_else_changes(rule: Rule) -> None:
    was = own(rule)
    book = with_changes(RULEBOOK, [Change(rule=rule.key, version=rule.version, number=replace(was, value=19))])
    new = book.find(rule.key, version=rule.version)
    assert number_of(new) == Number(19, was.unit)
    assert {each.name for each in fields(rule) if getattr(new, each.name) != getattr(rule, each.name)} == {
        *("duty", "title", "says")
    }
    assert [each for each in book.rules if each != new] == [each for each in RULEBOOK.rules if each != rule]
    assert book.fingerprint != RULEBOOK.fingerprint


@pytest.mark.parametrize("rule", NUMBERED, ids=lambda rule: f"{rule.key}-{rule.version}")
def test_a_changed_rule_says_itself_that_it_is_a_thought_experiment(rule: Rule) -> None:
    was = own(rule)
    (new,) = with_changes(Rulebook.of([rule]), [Change(rule=rule.key, number=replace(was, value=17))]).rules
    assert f"tankeeksperiment: {number_of(new)}" in new.title
    assert new.says.startswith(f"Tankeeksperiment, ikke lov: {number_of(new)} i stedet for {was}.")


@pytest.mark.parametrize("rule", WITHOUT, ids=lambda rule: f"{rule.key}-{rule.version}")
def test_a_duty_without_a_number_gets_none(rule: Rule) -> None:
    with pytest.raises(Impossible, match=r"kan ikke få et andet tal: .*\.$"):
        with_changes(RULEBOOK, [Change(rule=rule.key, version=rule.version, number=Number(5, "dage"))])


def test_why_a_duty_has_no_number_is_told() -> None:
    rule = next(rule for rule in NUMBERED if isinstance(rule.duty, Within) and own(rule).unit == "maaneder")
    book = Rulebook.of([replace(rule, duty=Within(ToBirthday(18)), counts_from="")])
    with pytest.raises(Impossible, match="fristen er barnets fødselsdag"):
        with_changes(book, [Change(rule=rule.key, number=Number(5, "dage"))])


def test_without_a_version_every_version_with_a_number_is_changed() -> None:
    book = with_changes(RULEBOOK, [Change(rule=VURDERES, number=Number(48, "timer"))])
    assert [number_of(rule) for rule in book.by_key[VURDERES]] == [Number(48, "timer")] * 2


def test_with_a_version_only_that_one_is() -> None:
    book = with_changes(RULEBOOK, [Change(rule=VURDERES, number=Number(48, "timer"), version=BL)])
    assert [number_of(rule) for rule in book.by_key[VURDERES]] == [Number(24, "timer"), Number(48, "timer")]


def test_so_many_times_is_a_number_too() -> None:
    visits = next(rule for rule in NUMBERED if isinstance(rule.duty, AtLeast))
    (new,) = with_changes(Rulebook.of([visits]), [Change(rule=visits.key, number=Number(4, "gange"))]).rules
    assert isinstance(visits.duty, AtLeast)
    assert new.duty == replace(visits.duty, times=4)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"rule": "findes.ikke"}, "Reglen »findes.ikke« findes ikke i regelbogen."),
        ({"version": "BL 1999"}, "har ikke udgaven »BL 1999«. Brug »SEL« eller »BL 2024-01-01«, eller udelad udgaven."),
        ({"number": Number(2, "dage")}, "»24-timers vurdering« tælles ikke i dage. Skriv tallet i timer."),
        ({"number": Number(0, "timer")}, "Skriv et helt tal fra 1 til 8760."),
        ({"number": Number(8761, "timer")}, "8761 timer kan ikke bruges"),
        ({"number": Number(24, "timer")}, "»24-timers vurdering« har allerede 24 timer. Skriv et andet tal."),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(change: dict[str, object], told: str) -> None:
    with pytest.raises(Impossible) as refused:
        with_changes(RULEBOOK, [Change(**{"rule": VURDERES, "number": Number(48, "timer")} | change)])  # type: ignore[arg-type]  # each row names fields of a change
    assert told in str(refused.value)


def test_versions_that_count_in_different_units_must_be_named() -> None:
    old, new = RULEBOOK.by_key[VURDERES]
    book = Rulebook.of([old, replace(new, duty=RULEBOOK.by_key["underretning.kvitteres"][1].duty)])
    with pytest.raises(Impossible, match=r"SEL i timer, BL 2024-01-01 i hverdage\. Skriv, hvilken"):
        with_changes(book, [Change(rule=VURDERES, number=Number(48, "timer"))])


def test_one_rule_changed_twice_is_refused() -> None:
    twice = [Change(rule=VURDERES, number=Number(value, "timer")) for value in (36, 48)]
    with pytest.raises(Impossible, match=r"udgaven »SEL«, er ændret to gange\. Behold én"):
        with_changes(RULEBOOK, twice)


def test_every_unit_has_words_and_a_most() -> None:
    assert UNITS.keys() == MOST.keys()


# --- the difference -------------------------------------------------------------------------------------------


def event(event_id: str, case: str, kind: str, day: date, hour: int) -> Event:
    return Event(
        event_id=event_id,
        case_id=case,
        kind=kind,
        day=day,
        at=datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
        recorded_at=datetime(2026, 6, 1, tzinfo=UTC),
        source="liste",
        thread_id="u",
    )


def covers() -> Event:
    recorded = datetime(2026, 6, 1, tzinfo=UTC)
    return Event(
        event_id="d", case_id="", kind=KILDE_DAEKKER.key, day=date(2020, 1, 1), recorded_at=recorded, source="liste"
    )


def four_cases() -> list[Event]:
    """Looked at after an hour, after 30 hours, after 60, and never."""
    first = date(2026, 3, 2)
    looked = {"a": (2, 10), "b": (3, 15), "c": (4, 21)}
    notified = [event(f"u{case}", case, UNDERRETNING_MODTAGET.key, first, 9) for case in "abcd"]
    assessed = [
        event(f"v{case}", case, VURDERING_24_TIMER.key, date(2026, 3, day), hour)
        for case, (day, hour) in looked.items()
    ]
    return [covers(), *notified, *assessed]


def counted(*, hours: int):
    (rule,) = [each for each in RULEBOOK.by_key[VURDERES] if each.version == BL]
    frame, as_of = frame_of(four_cases()), datetime(2026, 6, 1, tzinfo=UTC)
    books = (
        Rulebook.of([rule]),
        with_changes(Rulebook.of([rule]), [Change(rule=VURDERES, number=Number(hours, "timer"))]),
    )
    before, after = (columnar.evaluate(frame, rulebook=book, as_of=as_of) for book in books)
    return compared(before, after)[VURDERES, BL]


def test_what_stands_otherwise_is_counted_with_its_cases() -> None:
    found = counted(hours=48)
    assert found.before == Counter({Status.MET: 1, Status.LATE: 2, Status.OVERDUE: 1})
    assert found.after == Counter({Status.MET: 2, Status.LATE: 1, Status.OVERDUE: 1})
    assert (found.cases, found.changed) == (4, {"b": (Counter({Status.LATE: 1}), Counter({Status.MET: 1}))})


def test_a_shorter_number_makes_more_late() -> None:
    assert counted(hours=1).after == Counter({Status.MET: 1, Status.LATE: 2, Status.OVERDUE: 1})
    assert counted(hours=100).changed.keys() == {"b", "c"}


AT = AS_OF[-1]


def needed(events: list[Event], kinds: frozenset[str]) -> Iterator[Event]:
    """What a page reads: all of the rule's kinds, and of the others who told of the case, and when first."""
    yield from (each for each in events if each.kind in kinds)
    corrections = [each for each in events if each.kind == RETTELSE.key]
    gone = struck((e.recorded_at, e.event_id, e.case_id, str(e.fields.get("replaces", ""))) for e in corrections)
    today = local_day(AT)
    by_now = [e for e in events if e.day < today or (e.day == today and (e.at is None or e.at <= AT))]
    others = [(e.case_id, e.source, e.event_id, e) for e in sorted(by_now, key=lambda e: e.day) if e.kind not in kinds]
    yield from (replace(each, fields={}, thread_id="") for *_, each in first_told(others, gone=gone))


@settings(max_examples=60)
@given(world=worlds())
def test_what_a_page_reads_is_enough_to_judge_a_rule(world: tuple[Rulebook, list[Event]]) -> None:
    rulebook, events = world
    for rule in rulebook.rules:
        few = list(needed(events, kinds_of(rule)))
        one, other = (
            columnar.evaluate(frame_of(each), rulebook=Rulebook.of([rule]), as_of=AT) for each in (events, few)
        )
        assert one.equals(other)


# --- pejl evaluate --rules ------------------------------------------------------------------------------------


def asked(tmp_path: Path, changes: str, *more: str) -> tuple[int, str, str]:
    ledger, rules = tmp_path / "liste.parquet", tmp_path / "andre.toml"
    write_ledger(frame_of(four_cases()), ledger)
    rules.write_text(changes, encoding="utf-8")
    out, notes = io.StringIO(), io.StringIO()
    words = ["evaluate", str(ledger), "--as-of", "2026-05-31", "--rules", str(rules), *more]
    return main(words, out=out, notes=notes), out.getvalue(), notes.getvalue()


TWO_DAYS = f'[[aendring]]\nregel = "{VURDERES}"\nversion = "{BL}"\ntimer = 48\n'


@pytest.mark.parametrize("engine", ["plain", "columnar"])
def test_the_two_rulebooks_stand_side_by_side(tmp_path: Path, engine: str) -> None:
    code, out, notes = asked(tmp_path, TWO_DAYS, "--engine", engine)
    assert (code, notes) == (0, "")
    shown = [" ".join(line.split()) for line in out.splitlines()]
    assert shown[:3] == [cli.TITLE, "Frister søndag den 31. maj 2026 kl. 23.59", "liste.parquet: 8 hændelser i 4 sager"]
    assert shown[4:14] == [
        "LOV",
        f"24-timers vurdering ({VURDERES}, udgaven {BL}): 24 timer → 48 timer",
        "24 timer 48 timer forskel",
        "overholdt 1 2 +1",
        "overholdt for sent 2 1 −1",
        "overskredet 1 1 0",
        "i alt 4 4 0",
        "til tiden 1 af 4 2 af 4",
        "Sager, der ville skifte: 1 af 4",
        "",
    ]
    assert shown[-1].startswith(f"{cli.TITLE}: reglerne er de samme som før")


def test_law_and_local_goals_stand_apart_and_the_unconfirmed_is_said(tmp_path: Path) -> None:
    local = '[[aendring]]\nregel = "lokal.partshoering_indkaldes"\ndage = 7\n'
    receipt = '[[aendring]]\nregel = "underretning.kvitteres"\nversion = "BL 2024-01-01"\nhverdage = 10\n'
    _, out, _ = asked(tmp_path, local + receipt)
    law, _, own = out.partition("LOKALT MÅL, IKKE LOV")
    assert "6 hverdage → 10 hverdage" in law
    assert "Ikke bekræftet: Paragraffen i barnets lov er ikke fundet" in law
    assert "14 dage → 7 dage" in own
    assert "Ikke bekræftet" not in own


def test_a_duty_no_case_has_had_is_said(tmp_path: Path) -> None:
    _, out, _ = asked(tmp_path, f'[[aendring]]\nregel = "{VURDERES}"\nversion = "SEL"\ntimer = 48\n')
    assert "Ingen sag har haft pligten på det tidspunkt." in out


def test_no_file_of_deadlines_comes_of_a_thought_experiment(tmp_path: Path) -> None:
    code, out, notes = asked(tmp_path, TWO_DAYS, "--out", str(tmp_path / "frister.csv"))
    assert (code, out) == (1, "")
    assert "skrives ikke til en fil, for de kunne blive taget for lovens. Udelad --out eller --rules." in notes
    assert not (tmp_path / "frister.csv").exists()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ("", "Der er ingen ændringer. Skriv hver ændring under sin egen linje [[aendring]]."),
        ("aendring = []", "»aendring« skal være en liste."),
        (f'[aendring]\nregel = "{VURDERES}"', "med to kantede parenteser."),
        ('[[ændring]]\nregel = "x"', "er ikke gyldig TOML"),
        ("[[aendring", "er ikke gyldig TOML"),
        ('[[aendring]]\nregel = "x"\ntimer = 4', "aendring nr. 1: Reglen »x« findes ikke i regelbogen."),
        (TWO_DAYS + '[[aendring]]\nregel = "x"\ntimer = 4', "aendring nr. 2: Reglen »x« findes ikke"),
        ("[[aendring]]\ntimer = 4", "»regel« mangler. Tilføj nøglen."),
        (f'[[aendring]]\nregel = "{VURDERES}"', "Der mangler et tal. Skriv netop ét af »timer«, »dage«,"),
        (TWO_DAYS + "dage = 2", "Der står både timer og dage."),
        (TWO_DAYS.replace("48", '"48"'), "»timer« skal være et helt tal fra 1 og op, uden anførselstegn."),
        (TWO_DAYS.replace("48", "48.5"), "»timer« skal være et helt tal"),
        (TWO_DAYS.replace("48", "true"), "»timer« skal være et helt tal"),
        (TWO_DAYS.replace("48", "0"), "»timer« skal være et helt tal"),
        (TWO_DAYS.replace("48", "99999"), "Skriv et helt tal fra 1 til 8760."),
        (TWO_DAYS.replace("48", "9" * 5000), "er ikke gyldig TOML"),
        (TWO_DAYS.replace("timer", "hverdage"), "tælles ikke i hverdage. Skriv tallet i timer."),
        (TWO_DAYS.replace("timer = 48", "timer = 24"), "har allerede 24 timer."),
        (TWO_DAYS.replace("timer", "timmer"), "Nøglen »timmer« kendes ikke her. Mente du »timer«?"),
        (TWO_DAYS + TWO_DAYS, "er ændret to gange."),
        (f"navn = 1\n{TWO_DAYS}", "Nøglen »navn« kendes ikke her."),
        (TWO_DAYS.replace(BL, "BL 2020"), "har ikke udgaven »BL 2020«."),
    ],
)
def test_a_file_that_cannot_be_followed_is_refused_in_one_sentence(tmp_path: Path, changes: str, told: str) -> None:
    code, out, notes = asked(tmp_path, changes)
    assert (code, out) == (1, "")
    assert told in notes
    assert notes.startswith("Filen »andre.toml«")
    assert notes.count("\n") == 1


def test_the_file_in_the_recipe_can_be_followed(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", RECIPE.read_text(encoding="utf-8"), re.DOTALL)
    code, out, _ = asked(tmp_path, example)
    assert code == 0
    assert "24 timer → 48 timer" in out
    assert "14 dage → 7 dage" in out


@pytest.mark.parametrize("unit", UNITS)
def test_the_recipe_names_every_unit(unit: str) -> None:
    assert f"`{unit}`" in RECIPE.read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    notes = io.StringIO()
    words = ["evaluate", "liste.csv", "--as-of", "2026-05-31", "--rules", str(tmp_path / "ingen.toml")]
    assert main(words, out=io.StringIO(), notes=notes) == 1
    assert "ingen.toml« findes ikke eller kan ikke åbnes." in notes.getvalue()
