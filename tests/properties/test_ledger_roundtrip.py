"""Does a ledger come back from every kind of file exactly as it was, whatever people have written in it?"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from pejl.events import COMMON_FIELDS, KINDS, Event, Field, FieldType, FieldValue, Kind
from pejl.ledger import EVENT_SCHEMA, events_by_case, events_of, frame_of, read_ledger, write_ledger

# What a spreadsheet, a CSV reader or an XML reader might take for something else than text.
AWKWARD = (
    *("=1+2", "+45 12 34 56 78", "-1", "@SUM(A1)", "'=1+2", "''=1", "'", "''", "'t Hart", "'ja"),
    *("\t=1", "\r=1", "\n=1", "a\r\nb", 'han sagde "nej"', '"', ";", ",", "a;b,c", " luft ", "\t", "\n"),
    *("0012", "1e5", "1,5", "ja", "SAND", "2026-06-30", "null", "NaN", "_x0041_", "_x000D_", "＝1", "æøå Æ"),
)
# The NUL ends a text in many programs, and no program writes one.
TEXTS = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12))
FILLED_IN = TEXTS.filter(bool)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
# Hypothesis wants the limits without a time zone.
FIRST, LAST = datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2100-12-30")
INSTANTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))


def values(field: Field) -> st.SearchStrategy[FieldValue]:
    """Values that the field accepts."""
    by_type: dict[FieldType, st.SearchStrategy[Any]] = {
        FieldType.TEXT: FILLED_IN,
        FieldType.CODE: st.sampled_from(sorted(field.choices) or [""]),
        FieldType.DATE: DAYS,
        FieldType.YESNO: st.booleans(),
        FieldType.NUMBER: st.integers(-(2**63), 2**63 - 1),
    }
    return by_type[field.type]


def filled_in(kind: Kind) -> st.SearchStrategy[Mapping[str, FieldValue]]:
    """Some of the fields of a kind."""
    fields = {field.name: values(field) for field in (*COMMON_FIELDS, *kind.fields)}
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def ledger_events(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(KINDS))
    return Event(
        event_id=draw(FILLED_IN),
        case_id=draw(TEXTS),
        kind=kind.key,
        day=draw(DAYS),
        at=draw(st.none() | INSTANTS),
        thread_id=draw(TEXTS),
        shared_id=draw(TEXTS),
        recorded_at=draw(INSTANTS),
        source=draw(FILLED_IN),
        done_by=draw(TEXTS),
        recorded_by=draw(TEXTS),
        fields=draw(filled_in(kind)),
    )


LEDGERS = st.lists(ledger_events(), max_size=4)
a_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)


@settings(max_examples=40)
@given(LEDGERS)
def test_events_become_rows_and_events_again(events: list[Event]):
    frame = frame_of(events)

    assert frame.schema == EVENT_SCHEMA
    assert events_of(frame) == events


@settings(max_examples=40)
@given(LEDGERS)
def test_one_case_at_a_time_gives_every_event_once_in_order(events: list[Event]):
    cases = list(events_by_case(frame_of(events)))

    assert [{event.case_id for event in case} for case in cases] == [
        {case_id} for case_id in sorted({event.case_id for event in events})
    ]
    for case in cases:
        assert case == [event for event in events if event.case_id == case[0].case_id]


@pytest.mark.parametrize("ending", ["parquet", "csv", "xlsx"])
@a_file
@given(events=LEDGERS)
def test_a_file_gives_back_the_very_same_ledger(ending: str, events: list[Event], tmp_path: Path):
    path = tmp_path / f"hændelser.{ending}"
    frame = frame_of(events)

    write_ledger(frame, path)

    assert_frame_equal(read_ledger(path), frame)


@pytest.mark.parametrize("ending", ["parquet", "csv", "xlsx"])
def test_every_awkward_text_comes_back_as_it_was(ending: str, tmp_path: Path):
    path = tmp_path / f"hændelser.{ending}"
    day, recorded_at = date(2026, 3, 2), datetime(2026, 3, 2, tzinfo=UTC)
    events = [
        Event(
            event_id=text,
            case_id=text,
            kind="notat",
            day=day,
            recorded_at=recorded_at,
            source="x",
            fields={"tekst": text},
        )
        for text in AWKWARD
    ]

    write_ledger(frame_of(events), path)

    assert events_of(read_ledger(path)) == events
