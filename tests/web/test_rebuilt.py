"""Are deadlines that were kept up to date the same as deadlines made from scratch? (House rule 8.)"""

from datetime import date, timedelta

import pytest

from pejl.web.access.models import Case, OpenDuty
from pejl.web.cases import bridge
from pejl.web.cases.actions.people import write_people
from pejl.web.cases.actions.registering import correct, move, register
from pejl.web.cases.actions.writing import Entry, Sent, new_token
from pejl.web.cases.models import Child, DeadlineRow, EventRow, Spell
from pejl.web.cases.people import mark_of_facts, relatives_of
from tests.web.nordby import NOW, Nordby, days_before


def worked_out() -> list[dict[str, object]]:
    """Everything that follows from the events, without the numbers of the rows."""
    found: list[dict[str, object]] = []
    for model in (DeadlineRow, Spell, OpenDuty):
        rows = [{k: v for k, v in row.items() if k != "id"} for row in model.objects.values()]
        found += sorted(rows, key=repr)
    doors = Case.objects.order_by("pk").values("pk", "adviser", "team_id", "closed", "omraade", "again_on", "rulebook")
    return [*found, *map(dict, doors)]


def sent(nordby: Nordby, *, minutes: int = 0) -> Sent:
    return Sent(by=nordby.people["raadgiver"], at=NOW + timedelta(minutes=minutes), token=new_token())


def work_a_little(nordby: Nordby) -> None:
    """Register, correct, move and put a day of birth right as on an ordinary day."""
    egen, syd = nordby.cases["egen"], nordby.cases["syd"]
    entry = Entry(kind="vurdering_24_timer", day=days_before(0), at=NOW, thread_id="U2", done_by="RAAD")
    row = register(egen, entry, sent=sent(nordby))
    instead = Entry(kind="vurdering_24_timer", day=days_before(0), at=NOW - timedelta(hours=1), thread_id="U2")
    correct(row, reason="Forkert klokkeslæt", instead=instead, sent=sent(nordby, minutes=1))
    talk = register(egen, Entry(kind="samtale_med_barnet", day=days_before(2)), sent=sent(nordby, minutes=2))
    move(talk, to=syd, sent=sent(nordby, minutes=3))
    register(syd, Entry(kind="raadgiver_tildelt", day=days_before(0), done_by="RAAD"), sent=sent(nordby, minutes=4))
    child = Child.objects.get(case=egen)
    seen = mark_of_facts(child, relatives_of(child))
    write_people(egen, {"born": date(2018, 5, 3)}, [], seen=seen, sent=sent(nordby, minutes=4))


@pytest.mark.parametrize("many", [True, False], ids=["alle på én gang", "én ad gangen"])
def test_made_from_scratch_they_are_the_same(nordby: Nordby, *, many: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    work_a_little(nordby)
    kept = worked_out()
    later = NOW + timedelta(minutes=4)
    DeadlineRow.objects.all().delete()
    Spell.objects.all().delete()
    OpenDuty.objects.all().delete()
    monkeypatch.setattr(bridge, "_MANY", 0 if many else 10_000)
    bridge.recompute_many(list(Case.objects.order_by("pk")), as_of=later)
    assert worked_out() == kept


def test_a_case_named_twice_is_worked_out_once(nordby: Nordby) -> None:
    kept, twice = worked_out(), [nordby.cases["egen"], Case.objects.get(key="egen")]
    bridge.recompute_many(twice, as_of=NOW)
    assert worked_out() == kept


def test_a_rulebook_that_has_changed_is_noticed(nordby: Nordby) -> None:
    Case.objects.filter(key="egen").update(rulebook="en anden")
    assert bridge.refresh(as_of=NOW) == 1
    assert bridge.refresh(as_of=NOW) == 0


def test_a_new_period_of_supervision_is_noticed(nordby: Nordby) -> None:
    again = Case.objects.get(key="egen").again_on
    assert again is not None
    before = DeadlineRow.objects.filter(case__key="egen", rule="tilsyn.to_besoeg_om_aaret").count()
    assert bridge.refresh(as_of=NOW + (again - days_before(0))) >= 1
    assert DeadlineRow.objects.filter(case__key="egen", rule="tilsyn.to_besoeg_om_aaret").count() == before + 2


def test_nothing_was_overwritten(nordby: Nordby) -> None:
    before = list(EventRow.objects.order_by("pk").values("event_id", "kind", "day", "at", "fields", "recorded_at"))
    work_a_little(nordby)
    after = list(EventRow.objects.order_by("pk").values("event_id", "kind", "day", "at", "fields", "recorded_at"))
    assert after[: len(before)] == before
