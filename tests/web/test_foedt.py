"""Is a birth one act: the same course goes on, the mother is not lost, twins get a case each, and none is invented?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pejl.events import FieldValue
from pejl.web.access.models import Case, ChangeEntry, Naming, Protection
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import new_token
from pejl.web.cases.cpr import locked_up, mark_of_cpr, opened
from pejl.web.cases.models import Child, DeadlineRow, EventRow, FormToken, Sibling
from tests.web.nordby import NAMED, NOW, TODAY, Nordby, event

MOTHER = "Sofie Engvang"
URL = "/sag/ventet/foedt/"


@pytest.fixture
def ventet(nordby: Nordby) -> Case:
    """A case on an expecting mother: a notification yesterday, an adviser, Pejl alone."""
    case = Case.objects.create(key="ventet", number="NB-ventet")
    told: dict[str, FieldValue] = {
        "underretter": "sundhedsvaesen",
        "ufoedt": True,
        "mistanke_overgreb": True,
        "aeresrelateret": False,
    }
    rows = [
        event(case, "kilde_daekker", days_ago=40),
        event(case, "raadgiver_tildelt", days_ago=30, done_by="RAAD"),
        event(case, "underretning_modtaget", days_ago=1, thread="U9", fields=told, hours_ago=2),
    ]
    EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in rows])
    EventRow.objects.filter(case=case).update(source="pejl")
    Child.objects.create(
        case=case,
        name=MOTHER,
        name_sort="sofie engvang",
        cpr=locked_up("014190-1234"),
        cpr_mark=mark_of_cpr("014190-1234"),
        address="Mosevej 4",
        address_protected=True,
        expected=TODAY + timedelta(days=20),
    )
    bridge.recompute(case, as_of=NOW)
    case.refresh_from_db()
    return case


def form(**answers: str) -> dict[str, str]:
    return {"token": new_token(), "dag": TODAY.isoformat(), "antal": "1", **answers}


def send(nordby: Nordby, data: dict[str, str]) -> Any:
    return nordby.client("raadgiver").post(URL, data, follow=True)


def rules(case: Case) -> set[str]:
    return set(DeadlineRow.objects.filter(case=case).values_list("rule", flat=True))


# --- before the birth -----------------------------------------------------------------------------------------


def test_an_unborn_child_raises_the_first_duties_but_no_talk_with_the_child(nordby: Nordby, ventet: Case) -> None:
    assert {"underretning.vurderes", "underretning.kvitteres", "underretning.tilbagemeldes"} <= rules(ventet)
    talk = DeadlineRow.objects.get(case=ventet, rule="underretning.samtale_overgreb")
    assert talk.excused_reason == "Barnet er ikke født endnu."
    page = nordby.client("raadgiver").get("/sag/ventet/").content.decode()
    assert "Barnet er ikke født endnu" in page
    assert "Ventes tirsdag den 30. juni 2026." in page
    assert URL in page


# --- one child ------------------------------------------------------------------------------------------------


def test_the_course_goes_on_in_the_same_case_and_the_mother_is_among_the_grown_ups(
    nordby: Nordby, ventet: Case
) -> None:
    before = list(DeadlineRow.objects.filter(case=ventet).order_by("mark").values_list("mark", "due_at"))
    answer = send(nordby, form(navn_1="Alma Engvang", cpr_1="105026 4321"))
    assert answer.redirect_chain[-1][0] == "/sag/ventet/"
    child = Child.objects.get(case=ventet)
    assert (child.name, child.born, opened(child.cpr)) == ("Alma Engvang", TODAY, "105026-4321")
    assert child.cpr_mark == mark_of_cpr("105026-4321")
    assert (child.address, child.address_protected) == ("Mosevej 4", True)
    mother = child.relatives.get()
    assert (mother.name, mother.relation, mother.custody) == (MOTHER, "Mor", True)
    assert before == list(DeadlineRow.objects.filter(case=ventet).order_by("mark").values_list("mark", "due_at"))
    assert Case.objects.filter(pk__gt=ventet.pk).count() == 0


def test_without_a_name_or_a_number_none_is_invented_and_the_mothers_number_is_not_the_childs(
    nordby: Nordby, ventet: Case
) -> None:
    send(nordby, form())
    child = Child.objects.get(case=ventet)
    assert (child.name, bytes(child.cpr), child.cpr_mark) == (f"Nyfødt, barn af {MOTHER}", b"", "")


def test_a_second_birth_is_refused(nordby: Nordby, ventet: Case) -> None:
    send(nordby, form())
    again = send(nordby, form(antal="2"))
    assert again.status_code == 422
    assert "Barnet står allerede som født" in again.content.decode()
    assert EventRow.objects.filter(case=ventet, kind="barnet_foedt").count() == 1


@pytest.mark.parametrize("many", ["1", "0"])
def test_a_child_nobody_expects_is_neither_born_nor_lost(nordby: Nordby, many: str) -> None:
    """A case on »dreng ca. 8« would otherwise be closed, or get the boy as his own mother."""
    Child.objects.filter(case__key="egen").update(born=None)
    answer = nordby.client("raadgiver").post("/sag/egen/foedt/", form(antal=many))
    assert answer.status_code == 422
    assert "ikke skrevet, at der ventes et barn" in answer.content.decode()
    assert not Case.objects.get(key="egen").closed
    assert Child.objects.get(case__key="egen").name == "Barn Egen"


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"dag": (TODAY + timedelta(days=1)).isoformat()}, "Dagen er ikke kommet endnu."),
        ({"antal": ""}, "Vælg, hvor mange børn der blev født."),
        ({"cpr_1": "123"}, "CPR-nummeret skal have ti tal."),
        ({"navn_2": "Bo Engvang"}, "Her står noget om barn 2"),
        ({"antal": "0", "navn_1": "Alma"}, "Her står noget om barn 1"),
        ({"klokken": "11:31"}, "Så sent er klokken ikke endnu."),
    ],
)
def test_what_cannot_be_is_refused(nordby: Nordby, ventet: Case, answers: dict[str, str], fault: str) -> None:
    answer = send(nordby, form(**answers))
    assert answer.status_code == 422
    assert fault in answer.content.decode()
    assert not EventRow.objects.filter(case=ventet, kind="barnet_foedt").exists()


# --- twins ----------------------------------------------------------------------------------------------------


def test_twins_get_a_case_each_with_the_same_past_the_same_limits_and_each_other(nordby: Nordby, ventet: Case) -> None:
    data = form(antal="2", navn_1="Alma Engvang", navn_2="Bo Engvang")
    send(nordby, data)
    (other,) = Case.objects.filter(pk__gt=ventet.pk)
    one, two = Child.objects.get(case=ventet), Child.objects.get(case=other)
    assert (two.name, two.born, two.address, two.address_protected) == ("Bo Engvang", TODAY, "Mosevej 4", True)
    assert one.family_id == two.family_id is not None
    assert (
        Sibling.objects.filter(child=one, other=two).count()
        == Sibling.objects.filter(child=two, other=one).count()
        == 1
    )
    assert [each.name for each in two.relatives.all()] == [MOTHER]
    assert (other.adviser, other.team_id) == (ventet.adviser, ventet.team_id)
    limits = [
        list(DeadlineRow.objects.filter(case=case).order_by("rule").values_list("rule", "due_at", "unknown_reason"))
        for case in (ventet, other)
    ]
    assert limits[0] == limits[1]
    assert limits[0]
    copy = EventRow.objects.get(case=other, kind="underretning_modtaget")
    original = EventRow.objects.get(case=ventet, kind="underretning_modtaget")
    assert (copy.shared_id, copy.source, copy.recorded_at) == (original.event_id, "pejl", NOW)
    assert "kopieret hertil" in EventRow.objects.get(case=other, kind="notat").fields["tekst"]
    births = EventRow.objects.filter(kind="barnet_foedt").values_list("shared_id", flat=True)
    assert len(births) == 2
    assert len(set(births)) == 1
    assert set(births) != {""}


def test_a_double_click_gives_no_third_twin(nordby: Nordby, ventet: Case) -> None:
    data = form(antal="2")
    send(nordby, data)
    again = send(nordby, data)
    assert Case.objects.filter(pk__gt=ventet.pk).count() == 1
    assert "allerede" in again.content.decode()
    assert FormToken.objects.filter(token=data["token"]).count() == 1


def test_a_protected_mothers_twins_are_both_protected_for_the_same_people(nordby: Nordby, ventet: Case) -> None:
    user = nordby.people[NAMED]
    Naming.objects.create(case=ventet, user=user, named_as="beskyttet", first=TODAY, given_by="Leder")
    Protection.objects.create(case=ventet, reason="Kollegas barn", given_by="Leder", given_at=NOW)
    Case.objects.filter(pk=ventet.pk).update(protected=True)
    answer = nordby.client(NAMED).post(URL, form(antal="3"))
    assert answer.status_code == 302
    others = Case.objects.filter(pk__gt=ventet.pk)
    assert [each.protected for each in others] == [True, True]
    assert all(each.namings.get().user == user for each in others)
    assert all(each.protections.get().reason == "Kollegas barn" for each in others)
    for each in others:
        assert nordby.client("raadgiver").get(f"/sag/{each.key}/").status_code == 404
        assert nordby.client(NAMED).get(f"/sag/{each.key}/").status_code == 200


def test_when_a_twin_cannot_be_made_nothing_is(nordby: Nordby, ventet: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    from pejl.web.cases.actions import births

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the second case failed")

    monkeypatch.setattr(births, "_same_family", fails)
    with pytest.raises(RuntimeError):
        send(nordby, form(antal="2"))
    child = Child.objects.get(case=ventet)
    assert (child.name, child.born) == (MOTHER, None)
    assert not EventRow.objects.filter(kind="barnet_foedt").exists()
    assert Case.objects.filter(pk__gt=ventet.pk).count() == 0


# --- no living child ------------------------------------------------------------------------------------------


def test_a_stillbirth_ends_the_course_and_no_child_is_written(nordby: Nordby, ventet: Case) -> None:
    answer = send(nordby, form(antal="0"))
    ventet.refresh_from_db()
    child = Child.objects.get(case=ventet)
    assert ventet.closed
    assert (child.name, child.born, child.relatives.count()) == (MOTHER, None, 0)
    assert EventRow.objects.get(case=ventet, kind="sag_afsluttet").fields["begrundelse"].startswith("Barnet blev ikke")
    assert not EventRow.objects.filter(case=ventet, kind="barnet_foedt").exists()
    assert "Barnet er ikke født endnu" not in answer.content.decode()


def test_the_change_log_holds_no_name(nordby: Nordby, ventet: Case) -> None:
    send(nordby, form(antal="2", navn_1="Alma Engvang"))
    told = " ".join(str(each.what) for each in ChangeEntry.objects.all())
    assert "barn_foedt" in set(ChangeEntry.objects.values_list("action", flat=True))
    assert "Engvang" not in told
