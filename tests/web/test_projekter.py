"""Do the projects tell what was tried and decided, what is missing, and what the savings came to?"""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.web.access.actions import Doing
from pejl.web.plan.actions import new
from pejl.web.plan.models import Project, Saving, Strategy, Trial
from tests.web.nordby import NOW, TODAY, Nordby

# Every sheet is written on both databases by test_sheets, and the pages are opened by test_roles and test_scope.
pytestmark = pytest.mark.one_database

ENDED = TODAY - timedelta(days=5)
REASON = "Ledergruppen har set på det og besluttet det i dag."


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW)


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


def project(nordby: Nordby, name: str, **values: Any) -> Project:
    return new(Project, doing=doing(nordby), strategy=strategy(), name=name, **values)


def listed(nordby: Nordby) -> str:
    return nordby.client("raadgiver").get(reverse("projekter")).content.decode()


def test_what_ended_without_a_decision_and_what_nobody_keeps_alive_is_told_of(nordby: Nordby) -> None:
    project(nordby, "Sluttet", last=ENDED)
    assert "ingen har skrevet, hvad der blev besluttet" in listed(nordby)
    project(nordby, "I drift", decision="drift", decided_why="Det virker for de unge.")
    assert "ingen er skrevet på til at holde det i live" in listed(nordby)


def test_a_decision_needs_its_reason(nordby: Nordby) -> None:
    client, address = nordby.client("afdelingsleder"), reverse("ark-ret", args=("projekt", "plan-projekt"))
    form = client.get(address).context["form"]
    data = {bound.html_name: bound.value() for bound in form if bound.value() is not None}
    data |= {"decision": "stop", "reason": REASON}
    refused = client.post(address, data)
    assert refused.status_code == 422
    assert "Skriv begrundelsen" in refused.content.decode()
    assert client.post(address, data | {"decided_why": "Ingen unge ville være med."}).status_code == 302
    page = nordby.client("raadgiver").get(reverse("projekt", args=("plan-projekt",))).content.decode()
    assert "Ingen unge ville være med." in page


def test_the_project_tells_how_it_is_judged_what_was_tried_and_what_it_left(nordby: Nordby) -> None:
    told = {"questions": "Bliver de unge hørt?", "baseline": "Ingen spurgte dem.", "left_behind": "Et spil om valg"}
    kept = {"decision": "drift", "decided_why": "Det virker.", "handed_on": ENDED, "kept_by": "Ungeteamet"}
    made = project(nordby, "Pilot", kind="pilot", **told, **kept)
    new(
        Trial,
        doing=doing(nordby),
        project=made,
        tried="Spillet på to møder",
        saw="De unge talte mere",
        following="Vi går på",
    )
    page = nordby.client("raadgiver").get(reverse("projekt", args=(made.key,))).content.decode()
    for words in (*told.values(), "De unge talte mere", "Vi går på", "Ungeteamet", "Overgår til drift"):
        assert words in page
    from docx import Document

    answer = nordby.client("raadgiver").get(reverse("projekt-evaluering", args=(made.key, "docx")))
    paper = Document(BytesIO(answer.content))
    words = "\n".join(each.text for each in paper.paragraphs)
    assert "Bliver de unge hørt?" in words
    assert "Holdes i live af: Ungeteamet." in words
    assert "behøver ikke være sket på grund af projektet" in "\n".join(
        [words, *(cell.text for table in paper.tables for row in table.rows for cell in row.cells)]
    )


def test_savings_add_up_and_what_is_not_counted_is_not_nothing(nordby: Nordby) -> None:
    Saving.objects.update(removed_at=NOW)
    for name, agreed, realised in (("Færre taxaer", 200_000, 150_000), ("Fælles indkøb", 100_000, None)):
        new(Saving, doing=doing(nordby), strategy=strategy(), name=name, year=2026, agreed=agreed, realised=realised)
    page = listed(nordby)
    assert "Aftalt i alt 300.000 kr., opnået 150.000 kr." in page
    assert "Ikke opgjort" in page
    assert "1 forslag er ikke opgjort og regnes ikke med." in page


def test_the_pages_ask_as_many_questions_whatever_is_written(nordby: Nordby) -> None:
    made = project(nordby, "Første", first=TODAY)
    client = nordby.client("teamleder")
    addresses = [reverse("projekter"), reverse("projekt", args=(made.key,))]

    def questions() -> list[int]:
        counts = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            counts.append(len(asked))
        return counts

    few = questions()
    for number in range(8):
        project(nordby, f"Projekt {number}")
        new(Trial, doing=doing(nordby), project=made, tried=f"Forsøg {number}")
        new(Saving, doing=doing(nordby), strategy=strategy(), name=f"Forslag {number}")
    assert questions() == few
