"""When consent to a placement is taken back: what is told to do, and what is the course called afterwards?"""

from __future__ import annotations

from datetime import date

from pejl.web.cases import bridge
from pejl.web.cases.forms.courses import Happened, courses_of
from pejl.web.cases.models import EventRow
from tests.web.nordby import NOW, Nordby, event

GONE = "Samtykket til anbringelsen er trukket tilbage"


def happens(nordby: Nordby, kind: str, days_ago: int, **fields: str) -> None:
    """Something in the course of the placement (I1)."""
    case = nordby.cases["egen"]
    told = event(case, kind, days_ago=days_ago, thread="I1", fields={**fields})
    EventRow.objects.bulk_create([bridge.row_of(told, case=case)])
    bridge.recompute(case, as_of=NOW)


def page(nordby: Nordby) -> str:
    return nordby.client("raadgiver").get("/sag/egen/").content.decode()


def test_what_lies_ready_for_the_committee_is_told_until_it_decides(nordby: Nordby) -> None:
    assert GONE not in page(nordby)
    happens(nordby, "samtykke_trukket", 5, hvem="foraelder_1")
    told = page(nordby).partition(GONE)[2]
    assert "Barnets lov §§ 47, 51 og 91, stk. 2, 3. pkt." in told
    assert "op til seks måneder" in told
    assert "<dt>Barnets plan</dt><dd>Ikke registreret</dd>" in told
    happens(nordby, "plan_lavet", 4)
    happens(nordby, "formandens_afgoerelse", 3, paragraf="§ 47")
    told = page(nordby).partition(GONE)[2]
    assert "<dt>Barnets plan</dt><dd>6. juni 2026</dd>" in told
    assert "<dt>Formandens foreløbige afgørelse</dt><dd>7. juni 2026</dd>" in told
    happens(nordby, "udvalgets_afgoerelse", 1, paragraf="§ 47")
    told = page(nordby)
    assert GONE not in told
    assert "Anbringelsen efter § 47 (før § 46), iværksat 15. februar 2026" in told
    assert "Plan før afgørelsen" in told


def test_a_return_home_ends_it_too(nordby: Nordby) -> None:
    happens(nordby, "samtykke_trukket", 5, hvem="foraelder_1")
    happens(nordby, "anbringelse_ophoert", 1)
    assert GONE not in page(nordby)


def test_a_consent_to_something_else_is_no_matter_of_the_placement(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    told = event(case, "samtykke_trukket", days_ago=2, thread="B1", fields={"hvem": "foraelder_1"})
    EventRow.objects.bulk_create([bridge.row_of(told, case=case)])
    assert GONE not in page(nordby)


def test_a_course_is_called_by_what_it_stands_on_now() -> None:
    def told(*later: tuple[str, str]) -> str:
        first = ("anbringelse_ivaerksat", "§ 46, stk. 1")
        happened = [
            Happened(kind=kind, day=date(2026, 1, day), thread_id="A", paragraph=paragraph)
            for day, (kind, paragraph) in enumerate((first, *later), start=1)
        ]
        (course,) = courses_of(happened)
        return course.told

    assert told() == "anbringelsen efter § 46, stk. 1, iværksat 1. januar 2026"
    assert told(("udvalgets_afgoerelse", "§ 47")).startswith("anbringelsen efter § 47 (før § 46, stk. 1), iværksat")
    # The same paragraph again, and a decision that says none, change nothing.
    assert told(("afgoerelse_truffet", "§ 46, stk. 1"), ("afgoerelse_truffet", "")) == told()
