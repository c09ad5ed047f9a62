"""Is the circle closed: seen by its own alone, tied to no case, and told of in totals that give nobody away?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.small_numbers import Grid, Sum, Why, Zero, protected
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.models import ChangeEntry, LogEntry, new_key
from pejl.web.circle.actions import Judged, assess, take_in
from pejl.web.circle.models import Assessment, Disclosure, Young
from pejl.web.circle.totals import counted, outside
from tests.web.nordby import NOW, TODAY, Nordby

WHY = "Der er så mange unge i de to årgange, at ingen kan kendes."


def doing(nordby: Nordby, who: str = "ungekreds") -> Doing:
    return Doing(by=nordby.people[who], at=NOW)


def judged(outcome: str, **values: Any) -> Judged:
    given_values: dict[str, Any] = {
        "key": new_key(),
        "on": TODAY,
        "words": "Vi har talt om den unge.",
        "effort": "Fritidsjob",
    }
    return Judged(**(given_values | {"outcome": outcome, "review_on": TODAY + timedelta(days=60)} | values))


def people(nordby: Nordby, outcomes: dict[str, int]) -> None:
    """The circle as the paper of Norddjurs tells of it, or any other."""
    Assessment.objects.all().delete()
    Young.objects.all().delete()
    for outcome, number in outcomes.items():
        for each in range(number):
            young = take_in(new_key(), name=f"Ung {outcome} {each}", born=2011, about="", doing=doing(nordby))
            assess(young, judged(outcome), doing=doing(nordby))


def told() -> dict[str, str]:
    return {each.what: each.shown.told for each in outside(TODAY)}


def test_nothing_in_the_circle_points_to_a_case_or_could_be_matched_with_one() -> None:
    for model in apps.get_app_config("circle").get_models():
        for field in model._meta.get_fields():
            related = getattr(field, "related_model", None)
            assert related is None or related._meta.app_label == "circle", field
            assert "cpr" not in field.name
            assert "case" not in field.name


def test_only_the_circle_sees_who(nordby: Nordby) -> None:
    for address in (reverse("ungekredsen"), reverse("ung", args=("unge-a",)), reverse("ung-ny")):
        assert nordby.client("ungekreds").get(address).status_code == 200
        for role in ("afdelingsleder", "centerchef", "raadgiver", "systemansvarlig", "navngivet"):
            assert nordby.client(role).get(address).status_code == 404


def test_a_search_for_a_child_does_not_find_the_young_person(nordby: Nordby) -> None:
    found = nordby.client("afdelingsleder").post(reverse("sager-soeg"), {"q": "Barn Beskyttet"}).content.decode()
    assert "unge-a" not in found
    assert "ungekredsen" not in found


def test_the_log_and_the_changes_name_nobody(nordby: Nordby) -> None:
    client = nordby.client("ungekreds")
    client.get(reverse("ung", args=("unge-a",)))
    young = take_in(new_key(), name="Ask Hemmelig", born=2011, about="Noget", doing=doing(nordby))
    assess(young, judged("foelges"), doing=doing(nordby))
    written = str(list(LogEntry.objects.values())) + str(list(ChangeEntry.objects.values()))
    assert "Ask" not in written
    assert "Barn Beskyttet" not in written


def test_fourteen_and_four_are_told_as_fourteen_and_fewer_than_five(nordby: Nordby) -> None:
    people(nordby, {"indsats": 4, "har_hjaelp": 5, "foelges": 5})
    assert counted(TODAY) == {"vurderet": 14, "indsats": 4, "har_hjaelp": 5, "foelges": 5, "slut": 0}
    shown = told()
    assert shown["indsats"] == "færre end 5"
    assert "4" not in shown.values()
    # With only one number hidden it would be the whole less the others.
    assert sum(text == "ikke vist" for text in shown.values()) >= 1


def test_a_named_leader_may_let_the_four_be_seen_and_it_is_kept_who_and_why(nordby: Nordby) -> None:
    people(nordby, {"indsats": 4, "har_hjaelp": 5, "foelges": 5})
    client, address = nordby.client("centerchef"), reverse("ungekredsen-tal")
    assert client.post(address, {"tal": "indsats", "maa": "ja", "begrundelse": "ja"}).status_code == 422
    assert client.post(address, {"tal": "indsats", "maa": "ja", "begrundelse": WHY}).status_code == 302
    assert told()["indsats"] == "4"
    kept = Disclosure.objects.get()
    assert (kept.decided_by, kept.why, kept.on) == (nordby.people["centerchef"].name, WHY, TODAY)
    assert kept.decided_as.startswith("Centerchef")
    assert ChangeEntry.objects.filter(action="kreds_offentliggjort").count() == 1
    # Another day's numbers are another decision.
    assert {each.what: each.shown.told for each in outside(TODAY + timedelta(days=1))}["indsats"] == "færre end 5"
    client.post(address, {"tal": "indsats", "maa": "nej", "begrundelse": WHY})
    assert told()["indsats"] == "færre end 5"


def test_the_newest_judgement_counts_and_each_young_person_once(nordby: Nordby) -> None:
    people(nordby, {"foelges": 6})
    one = Young.objects.first()
    assert one is not None
    assess(one, judged("anden"), doing=doing(nordby))
    assert counted(TODAY) == {"vurderet": 6, "indsats": 1, "har_hjaelp": 0, "foelges": 5, "slut": 0}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"outcome": "foelges", "review_on": None}, "hvornår I senest ser på den unge igen"),
        ({"outcome": "foelges", "review_on": TODAY}, "skal ligge efter vurderingen"),
        ({"outcome": "foelges", "on": TODAY + timedelta(days=1)}, "kan ikke ligge i fremtiden"),
        ({"outcome": "indsats", "effort": ""}, "hvilken indsats"),
    ],
)
def test_a_judgement_that_cannot_be_followed_up_is_refused(nordby: Nordby, values: dict[str, Any], said: str) -> None:
    before = Assessment.objects.count()
    with pytest.raises(Refused, match=said):
        assess(Young.objects.get(key="unge-a"), judged(**values), doing=doing(nordby))
    assert Assessment.objects.count() == before


def test_who_is_no_longer_followed_needs_no_day_and_a_double_click_is_one(nordby: Nordby) -> None:
    young, once = Young.objects.get(key="unge-a"), judged("slut", review_on=None)
    for _ in range(2):
        assess(young, once, doing=doing(nordby))
    assert young.assessments.count() == 2  # the one before, and this
    young.refresh_from_db()
    assert young.ended_on == TODAY


def test_a_day_that_has_passed_is_told_on_the_list(nordby: Nordby) -> None:
    assert "dagen er gået" in nordby.client("ungekreds").get(reverse("ungekredsen")).content.decode()


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.integers(0, 9)] * 4))
def test_no_hidden_number_is_the_whole_less_the_others(parts: tuple[int, int, int, int]) -> None:
    """What the page may say of any circle: where exactly one number is hidden, it could be worked out."""
    names = ("a", "b", "c", "d")
    cells = {"alle": sum(parts), **dict(zip(names, parts, strict=True))}
    shown = protected(Grid(cells=cells, sums=(Sum("alle", names),)), zero=Zero.SHOWN)
    hidden = [name for name, each in shown.items() if each.number is None]
    assert len(hidden) != 1
    assert all(shown[name].why is not Why.SMALL or shown[name].number is None for name in shown)


def test_a_year_of_birth_that_cannot_be_is_refused(nordby: Nordby) -> None:
    sent = {"key": new_key(), "navn": "Ung Ukendt", "foedselsaar": date.min.year, "bekymring": ""}
    answer = nordby.client("ungekreds").post(reverse("ung-ny"), sent)
    assert answer.status_code == 422
    assert "kan ikke være rigtigt" in answer.content.decode()
