"""Does the count across cases say of every step what the page of the case itself says of it?"""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tests.web.conftest  # noqa: F401 -- sets Django up, without which no model can be imported
from pejl.events import KIND_BY_KEY, Event, FieldValue
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.day import held_back
from pejl.web.cases.happened import standing_in
from pejl.web.cases.involvement import involvement_in
from pejl.web.cases.involving import READ, TELLERS, Party, Stand
from pejl.web.cases.models import EventRow, SecondSource
from pejl.web.cases.overview.involved import involved
from pejl.web.cases.overview.involved_counted import summed
from pejl.web.cases.timeline import Reader

pytestmark = pytest.mark.django_db
AS_OF = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
READER = Reader(text=True, sealed=False, alone=True, initials="RAAD")
FIRST = date(2026, 1, 1)
# The more of a few days and courses, the more ties; kinds that tell of nobody, or are no step, are among them.
KINDS = st.sampled_from([*sorted(READ), *sorted(TELLERS), "notat", "raadgiver_tildelt", "kilde_daekker"])
FIELDS: dict[str, st.SearchStrategy[FieldValue]] = {
    "hvem": st.sampled_from(["barnet", "foraelder_1", "netvaerk", "fagperson", "ukendt"]),
    "egne_ord": st.sampled_from(["", "Det går"]),
    "barnets_ord": st.sampled_from(["", "Jeg vil hjem"]),
    "talt_med_barnet": st.booleans(),
    "begrundelse": st.sampled_from(["", "Ville ikke"]),
    "hvorfor_ikke": st.sampled_from(["afslog", "andet"]),
    "mistanke_overgreb": st.booleans(),
}
HAPPENED = st.tuples(
    KINDS,
    st.integers(0, 12),  # days
    st.sampled_from(["", "A", "B"]),
    st.sampled_from([None, 1, 2]),  # the hour
    st.sampled_from(["fagsystem", "pejl"]),
    st.fixed_dictionaries({}, optional=FIELDS),
)
CASES = st.lists(st.lists(HAPPENED, max_size=9), min_size=1, max_size=3)
PERIOD = st.tuples(st.sampled_from([None, 3, 7]), st.sampled_from([None, 6, 10]))


def written(case: Case, number: int, told: tuple[str, int, str, int | None, str, dict[str, FieldValue]]) -> EventRow:
    kind, days, thread, hour, source, drawn = told
    allowed = {each.name for each in KIND_BY_KEY[kind].fields}
    fields = {name: value for name, value in drawn.items() if name in allowed}
    day = FIRST + timedelta(days=days)
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC) if hour else None
    event = Event(
        event_id=f"{case.number}-{(number * 7) % 10}-{number}",
        case_id=case.number,
        kind=kind,
        day=day,
        at=at,
        thread_id=thread,
        recorded_at=AS_OF + timedelta(seconds=number),
        source=source,
        fields={"slags": "samtale_med_barnet"} if kind == "kilde_daekker" and days % 2 else fields,
    )
    return bridge.row_of(event, case=case)


def told(cases: list[list[tuple[str, int, str, int | None, str, dict[str, FieldValue]]]]) -> list[Case]:
    """The cases as they were drawn, each with an event corrected, one sealed and one told twice."""
    for model in (SecondSource, EventRow, Case):
        model.objects.all().delete()
    made = []
    for at, events in enumerate(cases):
        case = Case.objects.create(key=f"sag-{at}", number=f"S{at}", adviser="RAAD")
        made.append(case)
        rows = [written(case, number, each) for number, each in enumerate(events)]
        EventRow.objects.bulk_create(rows)
        if len(rows) > 5:
            replaces: dict[str, FieldValue] = {"replaces": rows[1].event_id}
            written(case, len(rows), ("rettelse", 12, "", None, "pejl", replaces)).save()
            EventRow.objects.filter(event_id=rows[2].event_id).update(sealed=True)
            twins = [EventRow.objects.get(event_id=rows[number].event_id) for number in (0, 3)]
            SecondSource.objects.create(event=twins[0], other=twins[1])
    common = Event(event_id="alle", case_id="", kind="kilde_daekker", day=FIRST, recorded_at=AS_OF, source="pejl")
    bridge.row_of(common, case=None).save()
    bridge.recompute_many(made, as_of=AS_OF)
    return made


@settings(max_examples=40, deadline=None)
@given(CASES, PERIOD)
def test_the_count_is_the_sum_of_the_pages(
    cases: list[list[tuple[str, int, str, int | None, str, dict[str, FieldValue]]]],
    period: tuple[int | None, int | None],
) -> None:
    made = told(cases)
    first, last = (FIRST + timedelta(days=each) if each is not None else None for each in period)
    pages: Counter[tuple[str, Party, Stand]] = Counter()
    for case in made:
        held = case.pk in held_back({case.pk})
        for row in involvement_in(standing_in(case), reader=READER, holds_back=held).rows:
            if (first or row.last) <= row.last <= (last or row.last):
                pages.update((row.step.value, cell.party, cell.stand) for cell in row.cells)
    sums = summed(involved(Case.objects.all(), first=first, last=last))
    counted = {
        (step.value, party, stand): number
        for (step, party), counts in sums.steps.items()
        for stand, number in counts.items()
    }
    assert counted == dict(pages)
