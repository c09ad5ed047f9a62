"""Does a case read only by what counts tell the same as the whole of it?"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.indicators import INDICATORS, Indicator, Per, Row, latest, rows
from pejl.web.access.models import Case
from pejl.web.cases.models import EventRow
from pejl.web.cases.reads import Reading, reading_of, reads
from tests.web.nordby import NOW, TODAY, Nordby
from tests.web.overview_pages import more_cases, tell

PERIODS = latest(Per.MONTH, day=TODAY, number=18)


@pytest.fixture
def told(nordby: Nordby) -> Nordby:
    """One case where the only word of a source was struck, and one where it is of tomorrow."""
    more_cases(nordby, 4)
    for name, days_ago in (("egen", 3), ("syd", -1)):
        tell(nordby, name, "notat", days_ago=days_ago, thread="SIDSTE")
        EventRow.objects.filter(case__key=name, thread_id="SIDSTE").update(source="en anden kilde")
    struck = EventRow.objects.get(case__key="egen", thread_id="SIDSTE")
    tell(nordby, "egen", "rettelse", days_ago=0, fields={"replaces": struck.event_id, "reason": "Forkert barn"})
    tell(nordby, "syd", "kilde_daekker", days_ago=10, fields={"slags": "samtale_med_barnet"})
    return nordby


def found(indicator: Indicator, reading: Reading) -> list[Row]:
    counted = (rows(indicator, read, periods=PERIODS, as_of=NOW) for _, read in reads(Case.objects.all(), reading))
    return [row for each in counted for row in each]


def test_every_indicator_counts_the_same_in_a_case_read_in_part(told: Nordby) -> None:
    told_of = 0
    for indicator in INDICATORS:
        whole = found(indicator, Reading(as_of=NOW, rules=frozenset(indicator.rules)))
        assert found(indicator, reading_of((indicator,), as_of=NOW)) == whole, indicator.key
        told_of += bool(whole)
    assert told_of > 25  # so many had something to compare; tests/properties/test_figures.py has the rest


def test_what_only_the_whole_tells_is_told(told: Nordby) -> None:
    """Which sources tell of a case decides what is known; what was struck, and what is to come, tells nothing yet."""
    in_part = {case.key: read for case, read in reads(Case.objects.all(), reading_of((INDICATORS[0],), as_of=NOW))}
    whole = {case.key: read for case, read in reads(Case.objects.all(), Reading(as_of=NOW))}
    assert in_part["egen"].whole is None  # something was corrected in it: it is read whole
    for key, read in whole.items():
        assert (in_part[key].case_id, in_part[key].first_day) == (read.case_id, read.first_day)
        assert in_part[key]._sources == read._sources == {"fagsystem"}
    assert len(in_part["syd"].events) < len(whole["syd"].events)


def test_it_takes_the_same_number_of_questions_however_many_cases(told: Nordby) -> None:
    def asked(cases: int) -> int:
        some = Case.objects.filter(pk__in=Case.objects.order_by("pk").values("pk")[:cases])
        with CaptureQueriesContext(connection) as queries:
            assert len(list(reads(some, reading_of((INDICATORS[0],), as_of=NOW)))) == cases
        return len(queries)

    assert asked(2) == asked(6)


def test_some_kinds_are_not_enough_to_judge_duties_anew() -> None:
    with pytest.raises(ValueError, match="cannot judge duties anew"):
        Reading(as_of=NOW, known_at=NOW, kinds=frozenset({"notat"}))
