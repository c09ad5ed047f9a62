"""Does the visitation committee see its agenda, its answers, and what should come back, in the cases each may see?"""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.events import Event, FieldValue
from pejl.web.access.models import Case, LogEntry, Naming
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from pejl.web.cases.visitation import Stand, changed_since_visitation, items_in
from pejl.web.components import short_day
from tests.web.nordby import FIRST, NOW, TODAY, Nordby, days_before, event
from tests.web.test_registering import messages_of, opened, url

PAGE = "/visitation/"
MEETING = TODAY + timedelta(days=6)


def add(case: Case, kind: str, *, days_ago: int, thread: str = "V1", **fields: FieldValue) -> EventRow:
    row = bridge.row_of(event(case, kind, days_ago=days_ago, thread=thread, fields=fields), case=case)
    row.save()
    return row


def on_agenda(case: Case, *, thread: str = "V1", days_ago: int = 3) -> EventRow:
    return add(
        case,
        "visitation_dagsorden",
        days_ago=days_ago,
        thread=thread,
        moededag=MEETING,
        spoergsmaal=f"Spørgsmål om {case.key}",
        vurdering="Faglig vurdering",
    )


def page(nordby: Nordby, person: str) -> str:
    return unescape(nordby.client(person).get(PAGE).content.decode())


def test_each_sees_the_agenda_of_the_cases_they_may_see(nordby: Nordby) -> None:
    for case in nordby.cases.values():
        on_agenda(case)
    Naming.objects.create(
        case=nordby.cases["egen"],
        user=nordby.people["visitationsudvalg"],
        named_as=Naming.As.VISITATION,
        first=FIRST,
        given_by="Leder",
    )
    for person, seen in (
        ("visitationsudvalg", {"egen"}),
        ("raadgiver", {"egen", "lukket"}),
        ("syd", {"syd"}),
        ("vikar", set()),
    ):
        html = page(nordby, person)
        assert {key for key in nordby.cases if f"Spørgsmål om {key}" in html} == seen, person
    assert "Dagsorden tirsdag den 16. juni 2026" in page(nordby, "visitationsudvalg")
    assert LogEntry.objects.filter(act=LogEntry.Act.LIST, detail__side="visitation").exists()


def test_the_committee_reads_and_whoever_may_register_answers(nordby: Nordby) -> None:
    on_agenda(nordby.cases["egen"])
    Naming.objects.create(
        case=nordby.cases["egen"],
        user=nordby.people["visitationsudvalg"],
        named_as=Naming.As.VISITATION,
        first=FIRST,
        given_by="Leder",
    )
    assert "Registrér svaret" not in page(nordby, "visitationsudvalg")
    assert "Registrér svaret" in page(nordby, "raadgiver")


def test_an_agenda_that_is_empty_says_what_to_do(nordby: Nordby) -> None:
    assert "vælg »Sat på visitationsudvalgets dagsorden«" in page(nordby, "raadgiver")


def test_from_the_agenda_by_the_answer_and_back_again(nordby: Nordby) -> None:
    client, case = nordby.client("raadgiver"), nordby.cases["egen"]
    put = on_agenda(case)
    address = url("visitation", query=f"?efter={put.event_id}")
    fields = opened(client, address)
    assert fields["forloeb"] == "V1"
    said = {"dag": TODAY.isoformat(), "f_indstilling": "anbefalet", "f_begrundelse": "Svarer til behovet"}
    assert client.post(address, {**fields, **said}).status_code == 302
    html = page(nordby, "raadgiver")
    assert "Anbefalet" in html
    assert "Svarer til behovet" in html
    assert "Skal måske tilbage" not in html
    address = url("opfoelgning_holdt")
    said = {"dag": TODAY.isoformat(), "forloeb": "V1", "f_maalstatus": "uaendret", "f_konsekvens": "justeres"}
    told = messages_of(client.post(address, {**opened(client, address), **said}, follow=True))
    assert "/registrer/visitation_tilbage/" in told
    html = page(nordby, "raadgiver")
    assert "Skal måske tilbage til visitation" in html
    assert "Opfølgningen siger: Justeres" in html
    address = url("visitation_tilbage")
    said = {"dag": TODAY.isoformat(), "forloeb": "V1", "f_begrundelse": "Hjælpen rammer ikke"}
    assert client.post(address, {**opened(client, address), **said}).status_code == 302
    html = page(nordby, "raadgiver")
    assert "Skal måske tilbage til visitation" not in html
    assert "Sendt tilbage og ikke på dagsordenen igen" in html
    assert "Hjælpen rammer ikke" in html


Told = tuple[str, dict[str, FieldValue]]
YES: Told = ("visitation", {"indstilling": "anbefalet"})
FIRST_GRANT: Told = ("bevilling", {"paragraf": "§ 32, stk. 1, nr. 3", "varighed": "6 måneder"})


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ([YES], ""),
        ([YES, ("opfoelgning_holdt", {"konsekvens": "fortsaetter"})], ""),
        ([YES, ("opfoelgning_holdt", {"konsekvens": "ophoerer"})], "Opfølgningen siger: Ophører"),
        ([YES, ("opfoelgning_holdt", {})], ""),
        ([("opfoelgning_holdt", {"konsekvens": "ophoerer"}), YES], ""),
        ([YES, FIRST_GRANT], ""),
        ([YES, FIRST_GRANT, FIRST_GRANT], ""),
        (
            [YES, FIRST_GRANT, ("bevilling", {"paragraf": "§ 32, stk. 1, nr. 5"})],
            "Paragraf er ændret fra § 32, stk. 1, nr. 3 til § 32, stk. 1, nr. 5",
        ),
        (
            [FIRST_GRANT, YES, ("bevilling", {"varighed": "12 måneder"})],
            "Indsatsens varighed er ændret fra 6 måneder til 12 måneder",
        ),
        ([("visitation", {"indstilling": "udsat"}), ("opfoelgning_holdt", {"konsekvens": "ophoerer"})], ""),
        ([YES, ("opfoelgning_holdt", {"konsekvens": "ophoerer"}), ("visitation_tilbage", {})], ""),
    ],
)
def test_what_has_changed_since_the_answer(told: list[Told], changed: str) -> None:
    course = [
        Event(
            event_id=str(number),
            case_id="s",
            kind=kind,
            day=TODAY - timedelta(days=20 - number),
            recorded_at=NOW,
            source="pejl",
            fields=fields,
        )
        for number, (kind, fields) in enumerate(told)
    ]
    assert changed_since_visitation(course) == changed


def test_what_was_taken_back_is_not_on_the_agenda(nordby: Nordby) -> None:
    put = on_agenda(nordby.cases["egen"])
    client = nordby.client("raadgiver")
    address = f"/sag/egen/ret/{put.event_id}/"
    sent = {**opened(client, address), "grund": "Forkert sag", "traek_tilbage": "ja"}
    assert client.post(address, sent).status_code == 302
    assert "Spørgsmål om egen" not in page(nordby, "raadgiver")


def test_the_answer_to_the_newest_question_is_the_one_that_stands(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    on_agenda(case, days_ago=30)
    add(case, "visitation", days_ago=20, indstilling="udsat")
    on_agenda(case, days_ago=5)
    items = items_in(Case.objects.filter(pk=case.pk))
    assert [(item.stand, item.answered) for item in items] == [(Stand.VENTER, "Udsat: mangler oplysninger")]


@pytest.mark.parametrize("answer_first", [True, False], ids=["svaret først", "opfølgningen først"])
def test_of_two_on_one_day_the_one_written_down_last_counts(nordby: Nordby, answer_first: bool) -> None:
    case = nordby.cases["egen"]
    told: list[Told] = [YES, ("opfoelgning_holdt", {"konsekvens": "ophoerer"})]
    for kind, fields in told if answer_first else told[::-1]:
        add(case, kind, days_ago=4, thread="V1", **fields)
    (item,) = items_in(Case.objects.filter(pk=case.pk))
    assert bool(item.changed) is answer_first


def test_of_many_answers_only_the_newest_are_shown(nordby: Nordby) -> None:
    for number in range(30):
        add(nordby.cases["egen"], "visitation", days_ago=100 - number, thread=f"V{number}", indstilling="anbefalet")
    client = nordby.client("raadgiver")
    html = unescape(client.get(PAGE).content.decode())
    assert html.count('<th scope="row" data-title="Barn">') == 25
    assert "Vis også de 5 tidligere" in html
    assert html.index(short_day(days_before(71))) < html.index(short_day(days_before(95)))
    seen = LogEntry.objects.filter(act=LogEntry.Act.LIST, detail__side="visitation").latest("pk")
    assert seen.detail["antal"] == 25
    assert unescape(client.get(f"{PAGE}?alle=1").content.decode()).count('<th scope="row" data-title="Barn">') == 30


def test_the_page_asks_as_much_for_one_matter_as_for_many(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        return len(queries)

    on_agenda(nordby.cases["egen"])
    asked()  # the first page of a session writes it down
    few = asked()
    for key in ("egen", "syd", "uden"):
        for number in range(5):
            on_agenda(nordby.cases[key], thread=f"V{number + 2}")
    assert asked() == few
