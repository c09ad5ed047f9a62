"""Periods, coverage, letters and differences: what the worked examples of the figures do not reach, and the command."""

from __future__ import annotations

import doctest
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pejl.cli import main
from pejl.dates import end_of_day
from pejl.engine import plain
from pejl.events import (
    ANKESTYRELSENS_AFGOERELSE,
    FUNKTIONSNEDSAETTELSE_KENDT,
    KILDE_DAEKKER,
    RETTELSE,
    UNDERRETNING_MODTAGET,
    UNDERSOEGELSE_AFSLUTTET,
    UNDERSOEGELSE_BESLUTTET,
    VURDERING_24_TIMER,
    Event,
)
from pejl.indicators import (
    Came,
    Indicator,
    Per,
    Period,
    Read,
    Rests,
    Unit,
    Verdict,
    by_key,
    came_later,
    difference,
    measured,
    period,
    period_of,
    periods,
    read_case,
    rows,
    telling,
)
from pejl.indicators.counting import Duties, Each, Happened
from pejl.indicators.reading import all_hold, holds
from pejl.ledger import frame_of, write_ledger
from pejl.rulebook import RULEBOOK
from pejl.rules import FieldIn, FieldSet, event
from pejl.tables import Coverage, Series

JUNE = period_of(date(2026, 6, 1), per=Per.MONTH)
AS_OF = end_of_day(date(2026, 6, 30))
WRITTEN = datetime(2026, 6, 30, 12, tzinfo=UTC)
RECEIVED, ASSESSED = by_key("underretninger.modtaget"), by_key("underretninger.vurderet_24_timer")


def happened(event_id: str, kind: str, day: date, **more: Any) -> Event:
    made: dict[str, Any] = {"case_id": "Alma", "recorded_at": WRITTEN, "source": "liste", "thread_id": "u"}
    return Event(event_id=event_id, kind=kind, day=day, **made | more)


def covered(since: date, *, case_id: str = "", slags: str = "") -> Event:
    fields = {"slags": slags} if slags else {}
    return happened(f"d{since}{case_id}", KILDE_DAEKKER.key, since, case_id=case_id, fields=fields)


def read(*events: Event, known_at: datetime | None = None) -> Read:
    duties = plain.evaluate(events, rulebook=RULEBOOK, as_of=AS_OF, known_at=known_at)
    return read_case(events, duties, coverage=Coverage.declared_in(events), as_of=AS_OF, known_at=known_at)


def figure(indicator: Indicator, *reads: Read, known_at: datetime = WRITTEN, period: Period = JUNE) -> Series:
    return measured(indicator, reads, periods=[period], as_of=AS_OF, known_at=known_at)


NOTIFIED = happened("1", UNDERRETNING_MODTAGET.key, date(2026, 6, 10), at=datetime(2026, 6, 10, 8, tzinfo=UTC))
LOOKED_AT = happened("2", VURDERING_24_TIMER.key, date(2026, 6, 10), at=datetime(2026, 6, 10, 9, tzinfo=UTC))
FROM_MAY, IN_JUNE = covered(date(2026, 5, 1)), covered(date(2026, 6, 5))


def test_the_doctests_hold() -> None:
    for module in (period, telling):
        assert doctest.testmod(module).failed == 0


# --- periods --------------------------------------------------------------------------------------------------


def test_periods_follow_each_other_without_a_gap() -> None:
    for per in Per:
        found = periods(per, first=date(2023, 2, 1), last=date(2026, 6, 30))
        assert all(later.first.toordinal() == earlier.last.toordinal() + 1 for earlier, later in pairwise(found))
        assert found[0].first <= date(2023, 2, 1)
        assert found[-1].last >= date(2026, 6, 30)


def test_two_periods_that_share_a_day_are_refused() -> None:
    whole = period_of(date(2026, 6, 1), per=Per.YEAR)
    with pytest.raises(ValueError, match="share no day"):
        measured(RECEIVED, [], periods=[whole, JUNE], as_of=AS_OF, known_at=WRITTEN)
    with pytest.raises(ValueError, match="give the earlier day first"):
        Period(date(2026, 6, 2), date(2026, 6, 1))


# --- what the sources tell of ---------------------------------------------------------------------------------


def test_a_period_the_source_tells_only_part_of_is_not_counted() -> None:
    assert figure(RECEIVED, read(FROM_MAY, NOTIFIED)).points[0].counted == 1
    partly = figure(RECEIVED, read(IN_JUNE, NOTIFIED)).points[0]
    assert (partly.counted, partly.unknown) == (None, 1)


def test_a_case_may_tell_of_itself() -> None:
    own = covered(date(2026, 6, 5), case_id="Alma")
    assert figure(RECEIVED, read(own, NOTIFIED)).points[0].counted == 1


def test_without_the_kind_that_meets_it_even_those_that_were_met_are_unknown() -> None:
    deaf = covered(date(2026, 5, 1), slags=UNDERRETNING_MODTAGET.key)
    (row,) = rows(ASSESSED, read(deaf, NOTIFIED, LOOKED_AT), periods=[JUNE], as_of=AS_OF)
    assert row.verdict is Verdict.UNKNOWN
    assert "Kilden indeholder ikke" in row.why
    assert figure(ASSESSED, read(deaf, NOTIFIED, LOOKED_AT)).points[0].counted is None


def test_a_covered_period_in_which_nothing_happened_is_zero() -> None:
    earlier = happened("0", UNDERRETNING_MODTAGET.key, date(2026, 5, 10))
    assert figure(RECEIVED, read(FROM_MAY, earlier)).points[0].counted == 0


def test_a_duty_whose_time_runs_is_in_no_number() -> None:
    late = happened("1", UNDERRETNING_MODTAGET.key, date(2026, 6, 30), at=datetime(2026, 6, 30, 20, tzinfo=UTC))
    point = figure(ASSESSED, read(FROM_MAY, late)).points[0]
    assert (point.counted, point.out_of, point.unknown) == (0, 0, 0)


def test_one_letter_about_siblings_is_one_letter() -> None:
    letters = replace(RECEIVED, counts=Happened(what=(event(UNDERRETNING_MODTAGET),), each=Each.LETTER))
    both = [replace(NOTIFIED, shared_id="brev", case_id=name) for name in ("Alma", "Bo")]
    found = [read(replace(FROM_MAY), each) for each in both]
    assert figure(letters, *found).points[0].counted == 1
    assert figure(RECEIVED, *found).points[0].counted == 2


def test_a_child_of_whom_one_answer_was_yes_is_a_yes_whatever_came_after() -> None:
    overturned = by_key("klager.omgjort")
    assert isinstance(overturned.counts, Happened)
    children = replace(overturned, counts=replace(overturned.counts, each=Each.CHILD))
    first, second = (
        happened(str(day), ANKESTYRELSENS_AFGOERELSE.key, date(2026, 6, day), fields={"ankeudfald": outcome})
        for day, outcome in ((10, "aendret"), (20, "stadfaestet"))
    )
    point = figure(children, read(FROM_MAY, first, second)).points[0]
    assert (point.counted, point.out_of) == (1, 1)


def test_what_a_case_told_before_it_said_that_it_does_is_not_counted() -> None:
    own = covered(date(2026, 6, 15), case_id="Alma")
    (row,) = rows(RECEIVED, read(own, NOTIFIED), periods=[JUNE], as_of=AS_OF)
    assert row.verdict is Verdict.UNKNOWN


def test_a_length_that_begins_after_it_ended_is_unknown() -> None:
    decided = happened("1", UNDERSOEGELSE_BESLUTTET.key, date(2026, 6, 1), fields={"behov_kendt": date(2026, 7, 1)})
    done = happened("2", UNDERSOEGELSE_AFSLUTTET.key, date(2026, 6, 20))
    point = figure(by_key("undersoegelser.varighed"), read(FROM_MAY, decided, done)).points[0]
    assert (point.counted, point.value, point.unknown) == (0, None, 1)


def test_a_duty_without_a_number_in_law_is_in_no_share_by_its_due_day() -> None:
    unlimited = replace(ASSESSED, counts=Duties(rules=("screening.foretages",)))
    assert rows(unlimited, read(FROM_MAY, NOTIFIED), periods=[JUNE], as_of=AS_OF) == []


def test_what_is_uncertain_about_an_indicator_is_refused() -> None:
    for change, told in (
        ({"cites": (), "source": "Et sted"}, "cannot let .* rest on law without a citation"),
        ({"cites": (), "rests": Rests.OWN}, "cannot say where .* comes from"),
        ({"unit": Unit.COUNT}, "cannot tell .* as a count"),
    ):
        with pytest.raises(ValueError, match=told):
            replace(by_key("opfoelgning.naeste"), **change)


def test_what_an_event_fulfils_is_yes_no_or_unknown() -> None:
    field = FieldSet("underretter")
    told = replace(NOTIFIED, fields={"underretter": "skole"})
    assert (holds(field, told), holds(field, NOTIFIED)) == (True, False)
    school, police = (FieldIn("underretter", frozenset({each})) for each in ("skole", "politi"))
    assert (holds(school, told), holds(police, told), holds(school, NOTIFIED)) == (True, False, None)
    assert (all_hold((school, police), told), all_hold((school,), NOTIFIED)) == (False, None)


# --- the same moment, and another -----------------------------------------------------------------------------


def test_a_figure_known_then_is_the_same_however_much_came_since_and_the_difference_is_told() -> None:
    then, now = WRITTEN, datetime(2026, 8, 1, tzinfo=UTC)
    late = replace(LOOKED_AT, recorded_at=datetime(2026, 7, 5, tzinfo=UTC))
    events = (FROM_MAY, NOTIFIED, late)
    before = figure(ASSESSED, read(*events, known_at=then), known_at=then)
    assert before == figure(ASSESSED, read(FROM_MAY, NOTIFIED, known_at=then), known_at=then)
    after = figure(ASSESSED, read(*events, known_at=now), known_at=now)
    kinds = {UNDERRETNING_MODTAGET.key, VURDERING_24_TIMER.key}
    came = came_later(events, kinds=kinds, since=then, until=now)
    assert came == Came(later=1)
    assert difference(ASSESSED, before, after, came=came) == (
        "I juni 2026 var tallet 0 af 1. Nu er det 1 af 1.",
        "Siden 30.06.2026 er 1 hændelse, som tallet kan bygge på, registreret, og ingen er rettet.",
    )
    assert (
        difference(ASSESSED, before, after)[1]
        == "Det, der er registreret eller rettet siden 30.06.2026, er kommet med."
    )
    assert difference(ASSESSED, after, after) == ()


def test_corrections_of_what_is_counted_are_told_apart() -> None:
    correction = happened("3", RETTELSE.key, date(2026, 7, 1), recorded_at=datetime(2026, 7, 1, tzinfo=UTC))
    correction = replace(correction, fields={"replaces": "1", "reason": "Forkert barn"})
    of_other = replace(correction, event_id="4", fields={"replaces": "2", "reason": "Forkert barn"})
    events = (NOTIFIED, LOOKED_AT, correction, of_other)
    kinds = {UNDERRETNING_MODTAGET.key}
    assert came_later(events, kinds=kinds, since=WRITTEN, until=AS_OF.replace(year=2027)) == Came(corrected=1)


def test_another_definition_and_another_day_are_told() -> None:
    one = figure(RECEIVED, read(FROM_MAY, NOTIFIED))
    points = tuple(replace(each, counted=2) for each in one.points[:1])
    other = replace(one, version=2, as_of=end_of_day(date(2026, 7, 31)), points=points, source="Årsrapporten")
    told = " ".join(difference(RECEIVED, one, other))
    assert "var tallet 1. Nu er det 2." in told
    assert "Tallet kommer ikke fra det samme sted som før." in told
    assert "udgave 2 af definitionen og før efter udgave 1" in told
    assert "Før var det opgjort pr. 30.06.2026, nu pr. 31.07.2026." in told
    with pytest.raises(ValueError, match="cannot compare"):
        difference(RECEIVED, one, replace(one, of="Familieafdelingen"))


# --- the command ----------------------------------------------------------------------------------------------


def pejl(*words: object) -> tuple[int, str, str]:
    out, notes = io.StringIO(), io.StringIO()
    code = main([str(word) for word in words], out=out, notes=notes)
    return code, out.getvalue(), notes.getvalue()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "liste.parquet"
    write_ledger(frame_of([FROM_MAY, NOTIFIED, LOOKED_AT]), path)
    return path


def test_figures_shows_every_topic(ledger: Path) -> None:
    code, out, _ = pejl("figures", ledger, "--as-of", "2026-06-30", "--full-time", "0,5")
    assert code == 0
    assert out.startswith(
        "Nøgletal tirsdag den 30. juni 2026 kl. 23.59. Sociale sager.\nliste.parquet: 3 hændelser i 1 sag\n"
    )
    lines = {" ".join(line.split()) for line in out.splitlines()}
    assert "marts 2026 april 2026 maj 2026 juni 2026" in lines
    assert "Underretninger modtaget ikke opgjort ikke opgjort 0 1" in lines
    assert any(line.startswith("Børn pr. fuldtidsrådgiver") and line.endswith("2 (1 i alt)") for line in lines)
    assert any(line.startswith("Familier pr. fuldtidsrådgiver") and line.endswith("ikke opgjort +1?") for line in lines)
    assert "Små tal kan pege på et barn" in out


def test_figures_of_one_tells_its_definition_and_groups(ledger: Path) -> None:
    words = ("figures", ledger, "--as-of", "2026-06-30", "--indicator", "underretninger.modtaget", "--per", "quarter")
    code, out, _ = pejl(*words, "--periods", "1")
    assert code == 0
    assert f"Sådan tælles det: {RECEIVED.how}" in " ".join(out.split())
    assert "2. kvartal 2026" in out
    assert "Ikke oplyst" in out
    _, then, _ = pejl(*words, "--known-at", "2026-06-01")
    assert "som det var kendt mandag den 1. juni 2026" in then


def test_social_cases_and_those_of_disability_are_never_added_up(tmp_path: Path) -> None:
    known = happened("3", FUNKTIONSNEDSAETTELSE_KENDT.key, date(2026, 6, 1), case_id="Bo")
    other = replace(NOTIFIED, event_id="4", case_id="Bo")
    path = tmp_path / "liste.parquet"
    write_ledger(frame_of([FROM_MAY, NOTIFIED, replace(NOTIFIED, event_id="5"), known, other]), path)
    words = ("figures", path, "--as-of", "2026-06-30", "--indicator", "underretninger.modtaget", "--periods", "1")
    (_, social, _), (_, disability, _) = pejl(*words), pejl(*words, "--disability")
    assert [line.split()[:3] for line in social.splitlines() if line.startswith("juni 2026")] == [["juni", "2026", "2"]]
    assert [line.split()[:3] for line in disability.splitlines() if line.startswith("juni 2026")] == [
        ["juni", "2026", "1"]
    ]
    assert "Sager om børn med funktionsnedsættelse." in disability


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--indicator", "noget.andet"), "Tallet »noget.andet« findes ikke. Brug et af disse: underretninger.modtaget"),
        (("--periods", "0"), "--periods skal være fra 1 til 120, ikke 0."),
        (("--full-time", "mange"), "»mange« er ikke et antal stillinger. Skriv fx 12,5."),
    ],
)
def test_figures_refuses_in_danish(ledger: Path, words: tuple[str, ...], told: str) -> None:
    code, out, notes = pejl("figures", ledger, "--as-of", "2026-06-30", *words)
    assert (code, out) == (1, "")
    assert told in notes
