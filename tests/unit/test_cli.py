"""Does every command of ``pejl`` do what its help says, and refuse in a Danish sentence what it cannot do?

Everything goes through ``main`` and real files.
"""

import doctest
import io
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from pejl.cli import (
    COMMANDS,
    check,
    command,
    danish,
    evaluation,
    evaluation_in_parts,
    layout,
    main,
    moments,
    progress,
)
from pejl.events import (
    INDSATS_IVAERKSAT,
    KILDE_DAEKKER,
    OPFOELGNING_HOLDT,
    RETTELSE,
    UNDERRETNING_MODTAGET,
    VURDERING_24_TIMER,
    Event,
)
from pejl.ledger import DEADLINE_SCHEMA, divided, frame_of, read_ledger, write_ledger
from pejl.rulebook import RULEBOOK
from pejl.simulation import simulate

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "samples" / "udtraek-nordby.xlsx"
SMALL_MAPPING = """
kilde = "prøve"
fra = 2026-01-01
[lister.underretninger]
raekkenoegle = "Nr"
sag = "Sag"
noegledato = "Dato"
daekker = ["underretning_modtaget"]
[[lister.underretninger.haendelser]]
slags = "underretning_modtaget"
dato = "Dato"
"""
MAPPING = ROOT / "mappings" / "eksempel-udtraek.toml"


class Answer(NamedTuple):
    code: int
    out: str
    notes: str


def pejl(*words: object) -> Answer:
    """What one command gives back and writes."""
    out, notes = io.StringIO(), io.StringIO()
    code = main([str(word) for word in words], out=out, notes=notes)
    return Answer(code, out.getvalue(), notes.getvalue())


def event(event_id: str, **changes: Any) -> Event:
    day = changes.get("day", date(2026, 3, 2))
    given: dict[str, Any] = {
        "case_id": "s1",
        "kind": UNDERRETNING_MODTAGET.key,
        "day": day,
        "at": datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        "recorded_at": datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        "source": "liste",
        "thread_id": "u1",
    }
    return Event(event_id=event_id, **given | changes)


def covers_all(**fields: Any) -> Event:
    return event(
        "dækning", case_id="", thread_id="", kind=KILDE_DAEKKER.key, day=date(2020, 1, 1), at=None, fields=fields
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Three notifications: assessed in time, assessed late, and not at all."""
    path = tmp_path / "liste.parquet"
    assessed = {"kind": VURDERING_24_TIMER.key}
    events = [
        covers_all(trukket=date(2026, 6, 30)),
        *(event("u1"), event("v1", day=date(2026, 3, 2), at=datetime(2026, 3, 2, 10, tzinfo=UTC), **assessed)),
        *(event("u2", case_id="s2"), event("v2", case_id="s2", day=date(2026, 3, 4), **assessed)),
        event("u3", case_id="s3", day=date(2026, 3, 5)),
    ]
    write_ledger(frame_of(events), path)
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "fejl.csv"
    write_ledger(frame_of([event("u1", kind="findes_ikke"), event("u1", source="ukendt")]), path)
    return path


@pytest.mark.parametrize("module", [layout, moments, danish])
def test_the_examples_in_the_code_hold(module):
    assert doctest.testmod(module).failed == 0


# --- words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["--help"], *([each.name, "--hjælp"] for each in COMMANDS)])
def test_help_is_danish_and_whole(words: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(words) == 0

    shown = capsys.readouterr().out
    assert shown.startswith("Brug: pejl")
    for english in ("usage", "options", "arguments", "show this", "default"):
        assert english not in shown


def test_every_command_stands_in_the_help(capsys: pytest.CaptureFixture[str]):
    main(["-h"])

    shown = capsys.readouterr().out
    assert all(f"{each.name} " in shown and each.does in shown for each in COMMANDS)


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip()


MISTAKES = {
    "": "Der mangler noget i kommandoen: KOMMANDO. Skriv »pejl --help« for at se, hvordan den bruges.",
    "regn": "Kommandoen »regn« findes ikke.",
    "check": "Der mangler noget i kommandoen: LISTE. Skriv »pejl check --help«",
    "check a b": "Kommandoen kender ikke »b«.",
    "check a --alt": "Kommandoen kender ikke »--alt«.",
    "rulebook --json=ja": "--json skal ikke have en værdi efter sig.",
    "evaluate a --as-of": "Der mangler en værdi efter --as-of.",
    "evaluate a --as-of 2026-06-30 --engine hurtig": "kan ikke være »hurtig«. Brug en af disse: plain, columnar.",
    "evaluate a --as-of igår": "»igår« er ikke et tidspunkt. Skriv en dag som 2026-06-30 eller",
    "evaluate a --as-of 2026-02-30": "»2026-02-30« er ikke en dag.",
    "evaluate a --as-of 2026-02-03T25:00": "»25:00« er ikke et klokkeslæt.",
    "evaluate a --as-of 2100-06-30": "Pejl kender kun årene 1990 til 2099, ikke »2100-06-30«.",
    "evaluate ingen.csv --as-of 2026-06-30": "Filen »ingen.csv« findes ikke eller kan ikke åbnes. Tjek",
    "explain a --as-of 2026-06-30": "Skriv et af disse: --case --late.",
    "explain a --as-of 2026-06-30 --case 1 --late 1": "--late og --case kan ikke bruges sammen.",
    "explain a --as-of 2026-06-30 --late mange": "--late skal være et helt tal, ikke »mange«.",
    "explain a --as-of 2026-06-30 --late 0": "--late skal være mindst 1, ikke 0.",
    "simulate --inhabitants 0 --years 1 --seed 1 --out a.csv": "--inhabitants skal være fra 1 til 6000000, ikke 0.",
    "simulate --inhabitants 9 --years 99 --seed 1 --out a.csv": "--years skal være fra 1 til 15, ikke 99.",
    "simulate --inhabitants 9 --years 1 --seed -1 --out a.csv": "--seed skal være 0 eller mere, ikke -1.",
    "import-extract a --mapping a --out b": "skal være hver sin fil",
    "import-extract a.xlsx --mapping ingen.toml --out b.csv": "ingen.toml",
}


@pytest.mark.parametrize("words", MISTAKES)
def test_a_mistake_is_one_danish_sentence_and_exit_code_1(words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    answer = pejl(*words.split())

    assert (answer.code, answer.out) == (1, "")
    assert MISTAKES[words] in answer.notes
    assert answer.notes.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_what_argparse_says_otherwise_is_still_put_in_danish():
    assert danish.in_danish("something new") == "Kommandoen kan ikke forstås (something new)."


# --- check ----------------------------------------------------------------------------------------------------


def test_check_of_a_sound_ledger(ledger: Path):
    answer = pejl("check", ledger)

    assert answer == (0, "liste.parquet: 6 hændelser i 3 sager, 0 fejl og 0 advarsler.\n", "")


def test_check_shows_every_fault_with_its_place(faulty: Path, tmp_path: Path):
    answer = pejl("check", faulty, "--out", tmp_path / "fundet.csv")

    assert answer.code == 1
    assert "Fejl i række 2, kind »findes_ikke«: Hændelsens slags findes ikke." in answer.out
    assert "Advarsel i række 3, source »ukendt«: Kilden siger ikke" in answer.out
    assert answer.out.endswith("fejl.csv: 2 hændelser i 1 sag, 3 fejl og 2 advarsler.\n")
    assert pl.read_csv(tmp_path / "fundet.csv", separator=";").height == 5


def test_check_does_not_flood_the_screen(faulty: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(check, "SHOWN", 1)

    answer = pejl("check", faulty)

    assert "… og 4 til. Skriv dem alle til en fil med --out fejl.csv." in answer.out


# --- evaluate -------------------------------------------------------------------------------------------------


def row_of(answer: Answer, title: str) -> list[str]:
    """The numbers behind a title in the summary."""
    (line,) = (line for line in answer.out.splitlines() if line.startswith(title))
    return line.removeprefix(title).split()


def test_evaluate_counts_each_duty(ledger: Path):
    answer = pejl("evaluate", ledger, "--as-of", "2026-06-30T23:59")

    assert answer.code == 0
    assert answer.out.startswith(
        "Frister tirsdag den 30. juni 2026 kl. 23.59\nliste.parquet: 6 hændelser i 3 sager\n\nLOV\n"
    )
    # overholdt, for sent, overskredet, løber, bortfaldet, undtaget, kan ikke afgøres, i alt, til tiden
    assert row_of(answer, "24-timers vurdering") == ["1", "1", "1", "0", "0", "0", "0", "3", "33", "%", "af", "3"]


def test_a_share_is_only_of_what_had_run_out(ledger: Path):
    # All had a day to run. The one that was met within the hour is in no share yet, for the other may be late.
    answer = pejl("evaluate", ledger, "--as-of", "2026-03-02")

    assert row_of(answer, "24-timers vurdering") == ["1", "0", "0", "1", "0", "0", "0", "2"]
    assert "»Til tiden« er andelen af de frister, der var udløbet" in answer.out


def test_a_duty_without_a_number_in_law_has_no_share(tmp_path: Path):
    path = tmp_path / "liste.parquet"
    support = event("i1", kind=INDSATS_IVAERKSAT.key, thread_id="i1", fields={"paragraf": "§ 32, stk. 1, nr. 3"})
    held = event("o1", kind=OPFOELGNING_HOLDT.key, thread_id="i1", day=date(2026, 4, 1))
    write_ledger(frame_of([covers_all(), support, held]), path)

    answer = pejl("evaluate", path, "--as-of", "2026-06-30")

    assert " % af 1" in answer.out
    assert all("%" not in line for line in answer.out.splitlines() if line.startswith("herefter"))


def test_law_and_local_goals_stand_apart_and_the_unconfirmed_is_marked(ledger: Path):
    answer = pejl("evaluate", ledger, "--as-of", "2026-06-30")

    law, local = answer.out.split("LOKALT MÅL, IKKE LOV")
    assert "Indkaldt til partshøring" in local
    assert "Indkaldt til partshøring" not in law
    assert row_of(answer, "Kvittering til underretter *")
    assert "* Ikke bekræftet: retskilden bag er ikke læst" in local
    assert "Kvittering til underretter (3 af 3 frister): Barnets lov. Paragraffen" in local


def test_what_cannot_be_judged_is_told_by_reason(tmp_path: Path):
    path = tmp_path / "uden.csv"
    write_ledger(frame_of([event("u1")]), path)

    answer = pejl("evaluate", path, "--as-of", "2026-06-30")

    (of_all,) = re.findall(r"Kan ikke afgøres \((\d+) frister, som ikke er med i procenterne\):", answer.out)
    uncovered, missing = (
        re.findall(rf"^ +(\d+)  {why}", answer.out, re.MULTILINE)
        for why in ("Kilden indeholder ikke det, der skal til", "En oplysning mangler")
    )
    assert int(uncovered[0]) + int(missing[0]) == int(of_all)
    assert row_of(answer, "24-timers vurdering") == ["0", "0", "0", "0", "0", "0", "1", "1"]


def test_where_all_can_be_judged_nothing_is_said_of_the_rest(tmp_path: Path):
    path = tmp_path / "liste.csv"
    told = {"underretter": "anonym", "mistanke_overgreb": False, "aeresrelateret": False}
    write_ledger(frame_of([covers_all(), event("u1", fields=told)]), path)

    answer = pejl("evaluate", path, "--as-of", "2026-06-30")

    assert row_of(answer, "24-timers vurdering")[2] == "1"
    assert "Kan ikke afgøres" not in answer.out


def test_a_pull_that_ends_before_the_day_asked_about_is_told(ledger: Path):
    asked_in_time = pejl("evaluate", ledger, "--as-of", "2026-06-30")
    asked_later = pejl("evaluate", ledger, "--as-of", "2026-07-01")
    explained_later = pejl("explain", ledger, "--as-of", "2026-07-01", "--case", "s1")

    warning = "OBS: Udtrækket fra »liste« slutter tirsdag den 30. juni 2026."
    assert warning not in asked_in_time.out
    assert warning in asked_later.out
    assert warning in explained_later.out


def test_known_at_leaves_out_what_was_recorded_later(ledger: Path):
    answer = pejl("evaluate", ledger, "--as-of", "2026-06-30", "--known-at", "2026-03-02")

    assert ", som det var kendt mandag den 2. marts 2026 kl. 23.59\n" in answer.out
    assert row_of(answer, "24-timers vurdering")[:3] == ["1", "0", "1"]


def test_a_ledger_without_deadlines_says_so(tmp_path: Path):
    path = tmp_path / "tom.parquet"
    write_ledger(frame_of([covers_all()]), path)

    assert "Ingen af hændelserne giver frister på det tidspunkt." in pejl("evaluate", path, "--as-of", "2026-06-30").out


def test_both_engines_give_the_same_summary_and_file(ledger: Path, tmp_path: Path):
    answers, tables = [], []
    for engine in ("plain", "columnar"):
        out = tmp_path / f"{engine}.parquet"
        answer = pejl("evaluate", ledger, "--as-of", "2026-06-30", "--engine", engine, "--out", out)
        answers.append(answer.out.replace(engine, ""))
        tables.append(pl.read_parquet(out))

    assert answers[0] == answers[1]
    assert tables[0].schema == DEADLINE_SCHEMA
    assert_frame_equal(tables[0], tables[1])


def test_many_cases_take_the_columnar_engine(ledger: Path, monkeypatch: pytest.MonkeyPatch):
    frame = read_ledger(ledger)
    assert evaluation.suited_to(frame) is evaluation.Engine.PLAIN

    monkeypatch.setattr(evaluation, "MANY_CASES", 1)
    assert evaluation.suited_to(frame) is evaluation.Engine.COLUMNAR


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every ledger is large, and is read a few rows at a time into parts of a few events."""
    monkeypatch.setattr(evaluation_in_parts, "MANY_EVENTS", 0)
    sizes = {"BATCH_ROWS": 700, "PART_EVENTS": 300, "WRITTEN_ROWS": 1_000, "SAMPLED_EVERY": 20, "IDS_AT_A_TIME": 1_000}
    for name, number in sizes.items():
        monkeypatch.setattr(divided, name, number)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two parts, with the cases of each mixed in both, as pulls that follow one another would be."""
    folder = tmp_path_factory.mktemp("ledger") / "kommune"
    folder.mkdir()
    events = simulate(1_500, years=3, seed=9, last_day=date(2026, 6, 30)).events.sort("recorded_at", "event_id")
    for number, part in enumerate((events.head(2_000), events.slice(2_000))):
        write_ledger(part, folder / f"{number}.parquet")
    return folder


@pytest.mark.parametrize("ending", ["csv", "parquet"])
@pytest.mark.parametrize("more", [[], ["--known-at", "2025-03-01"]])
def test_a_large_ledger_in_parts_gives_what_the_whole_gives(
    large: Path, tmp_path: Path, ending: str, more: list[str], request: pytest.FixtureRequest
):
    whole, parts = tmp_path / f"hele.{ending}", tmp_path / f"dele.{ending}"
    asked = ["evaluate", large, "--as-of", "2026-07-01", "--engine", "columnar", *more]
    at_once = pejl(*asked, "--out", whole)
    request.getfixturevalue("small_parts")

    in_parts = pejl(*asked, "--out", parts)

    assert in_parts.out == at_once.out.replace(str(whole), str(parts))
    read = pl.read_parquet if ending == "parquet" else pl.read_csv
    assert_frame_equal(read(parts), read(whole))


def test_deadlines_are_never_written_among_the_parts_of_the_ledger(large: Path):
    answer = pejl("evaluate", large, "--as-of", "2026-06-30", "--out", large / "frister.parquet")

    assert (answer.code, answer.out) == (1, "")
    assert "Fristerne kan ikke skrives i hændelseslistens mappe." in answer.notes
    assert len(list(large.iterdir())) == 2


@pytest.mark.parametrize("said", ["findes ikke eller kan ikke åbnes", "er tom"])
def test_a_ledger_that_is_not_there_is_told(tmp_path: Path, said: str):
    path = tmp_path / "liste.parquet"
    if said == "er tom":
        path.touch()

    answer = pejl("evaluate", path, "--as-of", "2026-06-30")

    assert (answer.code, answer.out) == (1, "")
    assert said in answer.notes


@pytest.mark.usefixtures("small_parts")
def test_where_there_is_no_room_for_the_parts_it_is_told(large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "findes ikke"))

    answer = pejl("evaluate", large, "--as-of", "2026-06-30")

    assert (answer.code, answer.out) == (1, "")
    assert "Mellemregningerne kunne ikke skrives." in answer.notes


@pytest.mark.usefixtures("small_parts")
def test_so_many_deadlines_are_not_written_to_excel(large: Path, tmp_path: Path):
    answer = pejl("evaluate", large, "--as-of", "2026-06-30", "--out", tmp_path / "frister.xlsx")

    assert (answer.code, answer.out) == (1, "")
    assert "Så mange frister kan kun skrives som .parquet eller .csv." in answer.notes


WRONG_IN_PARTS = {
    "Hændelsens slags findes ikke": [event("u9", kind="findes_ikke")],
    "Flere hændelser har dette id.": [event("dobbelt", case_id="a"), event("dobbelt", case_id="Å")],
    "der ikke findes i sagen": [
        event("u1", case_id="a"),
        event("r1", case_id="b", kind=RETTELSE.key, at=None, fields={"replaces": "u1"}),
    ],
}


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("said", WRONG_IN_PARTS)
def test_a_fault_in_a_large_ledger_is_told_with_its_row(large: Path, tmp_path: Path, said: str):
    path = tmp_path / "fejl.parquet"
    sound = read_ledger(large)
    write_ledger(pl.concat([sound, frame_of(WRONG_IN_PARTS[said])]), path)

    answer = pejl("evaluate", path, "--as-of", "2026-06-30")

    assert (answer.code, answer.out) == (1, "")
    assert said in answer.notes
    (row,) = re.findall(r"Den første er i række (\d+),", answer.notes)
    assert sound.height + 2 <= int(row) <= sound.height + 3


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "parquet"])
def test_the_deadlines_are_written_where_asked(ledger: Path, tmp_path: Path, ending: str):
    out = tmp_path / f"frister.{ending}"

    answer = pejl("evaluate", ledger, "--as-of", "2026-06-30", "--out", out)

    assert answer.out.endswith(f" frister er skrevet til {out}.\n")
    assert out.stat().st_size


def test_deadlines_are_never_written_over_the_ledger(ledger: Path):
    before = ledger.read_bytes()

    answer = pejl("evaluate", ledger, "--as-of", "2026-06-30", "--out", ledger)

    assert answer.code == 1
    assert "Vælg et andet navn efter --out." in answer.notes
    assert ledger.read_bytes() == before


def test_a_ledger_with_faults_is_not_evaluated(faulty: Path, tmp_path: Path):
    answer = pejl("evaluate", faulty, "--as-of", "2026-06-30", "--out", tmp_path / "frister.csv")

    assert (answer.code, answer.out) == (1, "")
    assert "»fejl.csv« har 3 fejl, så fristerne kan ikke regnes ud. Den første er i række 2" in answer.notes
    assert not (tmp_path / "frister.csv").exists()


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2025-10-26T02:30", "kom to gange den nat, hvor uret blev stillet tilbage; det første er brugt"),
        ("2026-03-29T02:30", "fandtes ikke den nat, hvor uret blev stillet frem; en time senere er brugt"),
        ("2026-03-29T03:30", ""),
    ],
)
def test_a_doubtful_hour_is_told(ledger: Path, as_of: str, said: str):
    for answer in (
        pejl("evaluate", ledger, "--as-of", as_of),
        pejl("explain", ledger, "--as-of", as_of, "--late", "1"),
    ):
        assert answer.code == 0
        assert said in answer.notes
        assert bool(said) is bool(answer.notes)


# --- explain --------------------------------------------------------------------------------------------------


def test_a_case_is_explained_in_full(ledger: Path, tmp_path: Path):
    pejl("evaluate", ledger, "--as-of", "2026-06-30", "--out", tmp_path / "frister.parquet")
    found = pl.read_parquet(tmp_path / "frister.parquet").filter(pl.col("case_id") == "s2")
    answer = pejl("explain", ledger, "--as-of", "2026-06-30", "--case", "s2")

    assert answer.code == 0
    assert answer.out.startswith("Sag s2 – 24-timers vurdering: overholdt for sent\n  • Lov: ")
    assert answer.out.count("Sag s2 – ") == len(found)
    assert "s3" not in answer.out


def test_late_ones_come_from_different_duties_and_cases(ledger: Path):
    answer = pejl("explain", ledger, "--as-of", "2026-06-30", "--late", "2")

    assert [line for line in answer.out.splitlines() if line.startswith("Sag ")] == [
        "Sag s3 – 24-timers vurdering: overskredet",
        "Sag s1 – Kvittering til underretter: overskredet",
    ]
    assert answer == pejl("explain", ledger, "--as-of", "2026-06-30", "--late", "2")


def test_late_ones_of_one_duty_come_from_different_cases(ledger: Path):
    words = ("explain", ledger, "--as-of", "2026-06-30", "--rule", "underretning.vurderes")
    late, of_case = pejl(*words, "--late", "2"), pejl(*words, "--case", "s1")

    assert [line for line in late.out.splitlines() if line.startswith("Sag ")] == [
        "Sag s3 – 24-timers vurdering: overskredet",
        "Sag s2 – 24-timers vurdering: overholdt for sent",
    ]
    assert of_case.out.count("Sag s1 – ") == 1


def test_a_case_without_that_duty_is_told(ledger: Path):
    answer = pejl("explain", ledger, "--as-of", "2026-06-30", "--case", "s1", "--rule", RULEBOOK.rules[-2].key)

    assert answer.code == 1
    assert f"har ingen frister for »{RULEBOOK.rules[-2].key}« på det tidspunkt" in answer.notes


def test_fewer_late_ones_than_asked_for_is_told(ledger: Path):
    many = pejl("explain", ledger, "--as-of", "2026-06-30", "--late", "1000")
    none = pejl("explain", ledger, "--as-of", "2026-03-02", "--late", "3")

    assert many.out.endswith(
        "Der er ikke flere frister, der er overskredet eller overholdt for sent på det tidspunkt.\n"
    )
    assert none.out.endswith("Ingen frister er overskredet eller overholdt for sent på det tidspunkt.\n")


@pytest.mark.parametrize(
    ("case", "as_of", "said"), [("s9", "2026-06-30", "findes ikke"), ("s3", "2026-03-01", "har ingen frister")]
)
def test_a_case_without_anything_to_explain_is_told(ledger: Path, case: str, as_of: str, said: str):
    answer = pejl("explain", ledger, "--as-of", as_of, "--case", case)

    assert answer.code == 1
    assert f"Sagen »{case}« {said}" in answer.notes


# --- rulebook -------------------------------------------------------------------------------------------------


def test_every_version_of_every_duty_is_printed():
    answer = pejl("rulebook")

    for rule in RULEBOOK.rules:
        assert rule.says in answer.out
        assert f"{rule.key}, udgaven {rule.version}" in answer.out
        assert str(rule.cites) in answer.out
    assert "Lokalt mål, ikke lov" in answer.out


def test_the_rulebook_as_json_has_every_fact():
    rows = json.loads(pejl("rulebook", "--json").out)

    assert [(row["key"], row["version"]) for row in rows] == [(rule.key, rule.version) for rule in RULEBOOK.rules]
    assert {row["row"] for row in rows} == {rule.cites.row for rule in RULEBOOK.rules}
    assert {row["confirmed"] for row in rows} == {True, False}


# --- simulate -------------------------------------------------------------------------------------------------


def test_an_invented_municipality_is_sound_and_the_same_every_time(tmp_path: Path):
    first, second = tmp_path / "en.parquet", tmp_path / "to.parquet"
    for out in (first, second):
        answer = pejl("simulate", "--inhabitants", 2000, "--years", 1, "--seed", 7, "--out", out, "--end", "2026-05-31")
        assert answer.code == 0

    assert_frame_equal(read_ledger(first), read_ledger(second))
    assert pl.read_parquet(tmp_path / "en.sandhed.parquet").height > 0
    assert pejl("check", first).code == 0
    assert pejl("evaluate", first, "--as-of", "2026-05-31").code == 0


# --- import-extract -------------------------------------------------------------------------------------------


def test_an_extract_becomes_a_ledger_and_again_becomes_nothing_new(tmp_path: Path):
    out, rejects = tmp_path / "liste.parquet", tmp_path / "afvist.csv"
    words = ("import-extract", SAMPLE, "--mapping", MAPPING, "--out", out, "--recorded-at", "2026-06-30T23:59")

    first = pejl(*words, "--rejects", rejects)
    read = read_ledger(out)
    again = pejl(*words)

    assert (first.code, again.code) == (0, 0)
    assert "nye hændelser i" in first.out
    assert f"0 nye hændelser i {out}." in again.out
    assert "Se dem med --rejects afvist.csv." in again.out
    assert_frame_equal(read_ledger(out), read)
    assert pl.read_csv(rejects, separator=";").height > 0
    assert pejl("check", out).code == 0


def test_a_doubtful_hour_of_recording_is_told(tmp_path: Path):
    words = ("import-extract", SAMPLE, "--mapping", MAPPING, "--out", tmp_path / "liste.parquet")

    assert "kom to gange" in pejl(*words, "--recorded-at", "2025-10-26T02:30").notes


def test_an_extract_without_a_fault_says_so(tmp_path: Path):
    extract, mapping = tmp_path / "udtræk.csv", tmp_path / "mapping.toml"
    extract.write_text("Nr;Sag;Dato\n1;s1;02-03-2026\n", encoding="utf-8")
    mapping.write_text(SMALL_MAPPING, encoding="utf-8")

    answer = pejl("import-extract", extract, "--mapping", mapping, "--out", tmp_path / "liste.csv")

    assert answer.code == 0, answer.notes
    assert answer.out.endswith("Alle rækker kunne bruges.\n")


def test_without_a_moment_the_clock_says_when(tmp_path: Path):
    out = tmp_path / "liste.parquet"

    assert pejl("import-extract", SAMPLE, "--mapping", MAPPING, "--out", out).code == 0

    recorded_at = read_ledger(out).item(0, "recorded_at")
    assert datetime.now(UTC) - recorded_at < timedelta(minutes=5)


def test_an_extract_that_cannot_be_read_changes_nothing(tmp_path: Path):
    out = tmp_path / "liste.parquet"
    broken = tmp_path / "udtræk.xlsx"
    broken.write_bytes(SAMPLE.read_bytes()[:5000])

    answer = pejl("import-extract", broken, "--mapping", MAPPING, "--out", out, "--rejects", tmp_path / "afvist.csv")

    assert answer.code == 1
    assert "kan ikke læses som Excel" in answer.notes
    assert list(tmp_path.iterdir()) == [broken]


# --- the work behind ------------------------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0.0)


@pytest.mark.usefixtures("impatient")
def test_long_work_tells_how_far_it_has_come():
    notes = io.StringIO()
    work = progress.Progress(command.Desk(out=io.StringIO(), notes=notes), steps=2)

    with work.step("Første"):
        assert list(work.over(range(20), of=20)) == list(range(20))
    with work.step("Anden"):
        wait_for(lambda: "Anden" in notes.getvalue())

    lines = notes.getvalue().splitlines()
    assert " 50 % – Anden …" in lines
    assert "  5 %" in lines
    assert " 45 %" in lines


def wait_for(happened: Callable[[], bool]) -> None:
    """Wait until a thread has had its turn; a test that waits in vain fails on what it asks next."""
    end = datetime.now(UTC) + timedelta(seconds=10)
    while not happened() and datetime.now(UTC) < end:
        pass


def test_short_work_tells_nothing(ledger: Path):
    assert pejl("evaluate", ledger, "--as-of", "2026-06-30").notes == ""


def stopped_by(error: BaseException) -> command.Command:
    """A command that stops in the middle of its work."""

    def run(_args: object, _desk: object) -> int:
        raise error

    return command.Command(name="check", does="prøv", describe=check.COMMAND.describe, run=run)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [(KeyboardInterrupt(), 130, "Afbrudt."), (MemoryError(), 1, "Der er ikke hukommelse nok")],
)
def test_work_that_is_stopped_says_so(error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pejl.cli.COMMANDS", (stopped_by(error),))

    answer = pejl("check", "liste.csv")

    assert answer.code == code
    assert said in answer.notes


def test_a_reader_who_has_read_enough_is_no_fault():
    reader, writer = os.pipe()
    os.close(reader)
    notes = io.StringIO()

    with os.fdopen(writer, "w", encoding="utf-8") as out:
        code = main(["rulebook"], out=out, notes=notes)

    assert (code, notes.getvalue()) == (0, "")


def test_a_screen_that_lacks_a_letter_shows_another(tmp_path: Path):
    path = tmp_path / "skærm.txt"
    with path.open("w", encoding="ascii") as out:
        assert main(["rulebook"], out=out, notes=io.StringIO()) == 0

    assert "pligter i" in path.read_text(encoding="ascii")
    assert "g?lder" in path.read_text(encoding="ascii").lower()
