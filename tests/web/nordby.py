"""Which small municipality are the pages tried on? Few cases, one person for each role, and one protected child.

Everything has a name that says what it is for, and every key is fixed, so that answers can be compared letter by
letter. ``build`` fills an empty database as it stands at ``NOW``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.test import Client

from pejl.dates import local_day
from pejl.events import Event, FieldValue
from pejl.web.access.actions import Doing
from pejl.web.access.models import Case, ChangeEntry, LogEntry, Naming, Omraade, Post, Unit, User
from pejl.web.access.roles import ROLES
from pejl.web.cases import bridge
from pejl.web.cases.cpr import locked_up, mark_of_cpr
from pejl.web.cases.models import Batch, Child, EventRow, Family, NetworkPerson, Reject, Relative, SentLetter, Sibling
from pejl.web.circle.models import Assessment, Young
from pejl.web.cooperation.models import Place
from pejl.web.counselling.models import Talk
from pejl.web.handbook.models import Promise
from pejl.web.reception.models import Letter, LetterChild
from pejl.web.worklists.actions import Begun, begin

NOW = datetime(2026, 6, 10, 9, 30, tzinfo=UTC)  # a Wednesday, 11.30 in Denmark
TODAY = local_day(NOW)
FIRST = date(2020, 1, 1)
BACKEND = "pejl.web.access.signing_in.PasswordBackend"
# Which team each role's person is in; »raadgiver« has a colleague of the same kind in the other team.
PLACES = {
    "administrativ": "Myndighed",
    "modtagelse": "Myndighed",
    "raadgiver": "Team Nord",
    "medraadgiver": "Team Nord",
    "vikar": "Team Nord",
    "tilsynskonsulent": "Myndighed",
    "teamleder": "Team Nord",
    "afdelingsleder": "Myndighed",
    "centerchef": "Center",
    "visitationsudvalg": "Myndighed",
    "datakonsulent": "Center",
    "systemansvarlig": "Center",
    "ungekreds": "Center",
}
# Who never has a case has no initials.
WITHOUT_CASES = frozenset({"centerchef", "datakonsulent", "systemansvarlig", "ungekreds"})
# Nobody but this adviser of the other team is named in the protected case.
NAMED = "navngivet"
PROTECTED = "beskyttet"


@dataclass
class Nordby:
    """What is in the database, by the names the tests use."""

    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)

    def client(self, person: str) -> Client:
        """A browser in which this person is signed in."""
        client = Client()
        client.force_login(self.people[person], backend=BACKEND)
        return client


def build() -> Nordby:
    """Fill the empty database."""
    from tests.web.nordby_papers import papers  # they take the day from here
    from tests.web.nordby_plan import plan

    nordby = Nordby()
    _units(nordby)
    _people(nordby)
    for name, initials in (("egen", "RAAD"), ("syd", "SYDR"), ("uden", ""), ("lukket", "RAAD"), (PROTECTED, "RAAD")):
        _case(nordby, name, adviser=initials)
    _children(nordby)
    Naming.objects.create(
        case=nordby.cases[PROTECTED],
        user=nordby.people[NAMED],
        named_as=Naming.As.BESKYTTET,
        first=FIRST,
        given_by="Afdelingsleder",
    )
    Case.objects.filter(key=PROTECTED).update(protected=True)
    bridge.recompute_many(list(Case.objects.order_by("pk")), as_of=NOW)
    nordby.cases = {case.key: case for case in Case.objects.all()}
    _history(nordby)
    _batch(nordby)
    _letters(nordby)
    _contacts(nordby)
    plan(nordby.people["afdelingsleder"])
    papers(nordby.units, nordby.people)
    _circle(nordby)
    _worklist(nordby)
    _promise(nordby)
    _talk()
    Place.objects.create(key="sted-a", name="Skovskolen", kind=Place.Kind.SKOLE)
    # The tests look at what they themselves do; how the plan was written is in the plan's own log.
    ChangeEntry.objects.all().delete()
    return nordby


def _circle(nordby: Nordby) -> None:
    """One young person in the circle, with the name of the protected child: it must never be found by it."""
    young = Young.objects.create(key="unge-a", name="Barn Beskyttet", born=2011, taken_in_on=days_before(30))
    Assessment.objects.create(
        key="vurdering-a",
        young=young,
        on=days_before(30),
        outcome=Assessment.Outcome.FOELGES,
        words="Vi følger den unge.",
        review_on=days_before(2),
        by=nordby.people["ungekreds"].name,
        at=NOW - timedelta(days=30),
    )


def _promise(nordby: Nordby) -> None:
    """One thing every family may count on."""
    Promise.objects.create(
        key="loefte-a",
        number=1,
        says="Barnet får svar på det, det har sagt.",
        seen="haendelse:svar_til_barnet",
        owner="Faglig koordinator",
        first=days_before(30),
        decided_by=nordby.people["afdelingsleder"].name,
        decided_at=NOW - timedelta(days=30),
        reason="Besluttet på ledermødet i maj.",
    )


def _talk() -> None:
    """Somebody came in, and nobody knows who."""
    Talk.objects.create(
        key="samtale-a",
        day=days_before(3),
        way="ind_fra_gaden",
        who="foraelder",
        age="6_9",
        themes=["skole"],
        need="gruppe",
        offered="nej",
        led_on="skole",
    )


def _worklist(nordby: Nordby) -> None:
    """A list of early investigations that shall be brought down: one's own and the protected child's are on it."""
    doing = Doing(by=nordby.people["teamleder"], at=NOW - timedelta(days=30))
    asked = Begun(
        key="arbejdsliste",
        kind="nedbringelse",
        unit=nordby.units["Team Nord"],
        omraade=Omraade.SOCIAL,
        months=None,
        title="Undersøgelser over fire måneder, Team Nord",
        target_on=days_before(-30),
    )
    worklist = begin(asked, [(nordby.cases[name], "B1") for name in ("egen", PROTECTED)], doing=doing)
    for name in ("egen", PROTECTED):
        worklist.entries.filter(case__key=name).update(key=f"post-{name}")


def _batch(nordby: Nordby) -> None:
    """A list was read in, and everything in the cases came from it."""
    batch = Batch.objects.create(
        key="indlaest",
        state=Batch.State.TAKEN_IN,
        source="fagsystem",
        mapping="eksempel-udtraek.toml",
        file_name="udtraek.xlsx",
        file_hash="0" * 64,
        uploaded_at=NOW,
        uploaded_by=nordby.people["datakonsulent"].name,
        recorded_at=NOW,
        recorded_by=nordby.people["datakonsulent"].name,
    )
    EventRow.objects.exclude(case__key=PROTECTED).update(batch=batch)
    Reject.objects.create(batch=batch, kind="afvist", sheet="Underretninger", row=7, reason="Datoen findes ikke.")


def _letters(nordby: Nordby) -> None:
    """A letter was sent in each case of the adviser's."""
    for name in ("egen", PROTECTED):
        SentLetter.objects.create(
            case=nordby.cases[name],
            key=f"brev-{name}",
            event_id=f"{name}-notat-50-",
            template="brev.kvittering",
            template_version="Pejl 1",
            reader="underretter",
            to_name=f"Skolen for Barn {name.capitalize()}",
            subject="Vi har fået din underretning",
            body=f"Fortroligt brev om {name}",
            pdf=b"%PDF-1.7 opdigtet",
            sent_at=NOW - timedelta(days=50),
            sent_by=nordby.people["raadgiver"].name,
        )


def _contacts(nordby: Nordby) -> None:
    """The fresh notification of each case came with a letter of its own, which the adviser wrote in."""
    for name, case in nordby.cases.items():
        row = EventRow.objects.get(case=case, thread_id="U2")
        letter = Letter.objects.create(
            key=name,
            shared_id=row.shared_id,
            received_at=row.at or NOW,
            recorded_at=row.recorded_at,
            recorded_by="RAAD",
            channel=Letter.Channel.TELEFON,
            sender_type="skole",
            sender_name=f"Afsender om {name}",
            text=f"Brevet om {name}",
        )
        LetterChild.objects.create(letter=letter, case=case, event_id=row.event_id, told=f"Fortalt om {name}")


def _units(nordby: Nordby) -> None:
    center = Unit.objects.create(name="Center", level=Unit.Level.CENTER)
    department = Unit.objects.create(name="Myndighed", level=Unit.Level.AFDELING, parent=center)
    nordby.units = {"Center": center, "Myndighed": department}
    for name in ("Team Nord", "Team Syd"):
        nordby.units[name] = Unit.objects.create(name=name, level=Unit.Level.TEAM, parent=department)


def _people(nordby: Nordby) -> None:
    for role in ROLES:
        initials = role.key[:4].upper() if role.key not in WITHOUT_CASES else ""
        _person(nordby, role.key, role=role.key, unit=PLACES[role.key], initials=initials)
    _person(nordby, "syd", role="raadgiver", unit="Team Syd", initials="SYDR")
    _person(nordby, NAMED, role="raadgiver", unit="Team Syd", initials="NAVN")
    _person(nordby, "teamleder_syd", role="teamleder", unit="Team Syd", initials="TLSY")


def _person(nordby: Nordby, username: str, *, role: str, unit: str, initials: str) -> None:
    user = User.objects.create(username=username, name=f"Navn på {username}", initials=initials)
    Post.objects.create(user=user, unit=nordby.units[unit], role=role, first=FIRST)
    nordby.people[username] = user


def _case(nordby: Nordby, name: str, *, adviser: str) -> None:
    """A case with a fresh notification that nobody has looked at, an old one, an investigation and a placement."""
    case = Case.objects.create(key=name, number=f"NB-{name}")
    nordby.cases[name] = case
    EventRow.objects.bulk_create([bridge.row_of(event, case=case) for event in story(case, adviser=adviser)])


def story(case: Case, *, adviser: str) -> Iterator[Event]:
    """What has happened in each of the cases."""
    yield event(case, "kilde_daekker", days_ago=400)
    if adviser:
        yield event(case, "raadgiver_tildelt", days_ago=300, done_by=adviser)
    old: dict[str, FieldValue] = {"underretter": "skole"}
    yield event(case, "underretning_modtaget", days_ago=300, thread="U1", fields=old, hours_ago=1)
    yield event(case, "undersoegelse_besluttet", days_ago=280, thread="B1", fields={"behov_kendt": days_before(290)})
    yield event(case, "afgoerelse_truffet", days_ago=120, thread="I1", fields={"paragraf": "§ 46"})
    yield event(
        case,
        "anbringelse_ivaerksat",
        days_ago=115,
        thread="I1",
        fields={"paragraf": "§ 46", "anbringelsestype": "almen"},
    )
    yield event(case, "notat", days_ago=50, fields={"tekst": f"Fortroligt om {case.number}"})
    fresh: dict[str, FieldValue] = {"underretter": "skole", "mistanke_overgreb": True, "aeresrelateret": True}
    yield event(case, "underretning_modtaget", days_ago=1, thread="U2", fields=fresh, hours_ago=2)
    if case.key == "lukket":
        yield event(case, "sag_afsluttet", days_ago=0)


def event(
    case: Case,
    kind: str,
    *,
    days_ago: int,
    thread: str = "",
    fields: dict[str, FieldValue] | None = None,
    hours_ago: int | None = None,
    done_by: str = "",
) -> Event:
    """One event so long before NOW, written down the same day."""
    at = NOW - timedelta(days=days_ago, hours=hours_ago) if hours_ago is not None else None
    day = local_day(at) if at else days_before(days_ago)
    number = f"{case.key}-{kind}-{days_ago}-{thread}"
    return Event(
        event_id=number,
        case_id=case.number,
        kind=kind,
        day=day,
        at=at,
        thread_id=thread,
        shared_id={"U1": "BREV-1", "U2": f"brev-{case.key}"}.get(thread, ""),
        recorded_at=NOW - timedelta(days=days_ago),
        source="fagsystem",
        done_by=done_by,
        recorded_by="BIHO",
        fields=fields or {},
    )


def days_before(days: int) -> date:
    """The local day so many days before NOW."""
    return TODAY - timedelta(days=days)


def _children(nordby: Nordby) -> None:
    """One family: the protected child is a sibling of two others."""
    family = Family.objects.create()
    children: dict[str, Child] = {}
    for name, case in nordby.cases.items():
        children[name] = Child.objects.create(
            case=case,
            family=family,
            name=f"Barn {name.capitalize()}",
            name_sort=f"barn {name}",
            born=date(2017, 5, 3),
            cpr=locked_up(f"034517-{1000 + len(children):04d}"),
            cpr_mark=mark_of_cpr(f"034517-{1000 + len(children):04d}"),
            address=f"Vej {name} 1",
            address_protected=name == "egen",
        )
        Relative.objects.create(child=children[name], name=f"Mor til {name}", relation="Mor", custody=True)
        Relative.objects.create(
            child=children[name],
            name=f"Far til {name}",
            relation="Far",
            do_not_contact=name == "egen",
            do_not_contact_why="Tilhold" if name == "egen" else "",
        )
        NetworkPerson.objects.create(
            child=children[name],
            key=f"n-{name}",
            name=f"Mormor til {name}",
            relation="Mormor",
            circle=NetworkPerson.Circle.PRIVAT,
            good_for=f"Henter {name}",
            first=FIRST,
        )
    for one, other in (("egen", PROTECTED), ("egen", "syd"), ("syd", PROTECTED)):
        Sibling.objects.create(child=children[one], other=children[other])
        Sibling.objects.create(child=children[other], other=children[one])


def _history(nordby: Nordby) -> None:
    """Some look-ups in the log, one of them in the protected case."""
    for name, who in (("egen", "raadgiver"), ("syd", "syd"), (PROTECTED, NAMED)):
        LogEntry.objects.create(
            at=NOW - timedelta(days=20),
            username=who,
            name=nordby.people[who].name,
            act=LogEntry.Act.READ,
            case_key=name,
            why="Rådgiver i sagen",
        )


def remove_protected() -> None:
    """Take the protected case out of the database as if it had never been there."""
    case = Case.objects.get(key=PROTECTED)
    LogEntry.objects.filter(case_key=PROTECTED).delete()
    letters = list(LetterChild.objects.filter(case=case).values_list("letter", flat=True))
    LetterChild.objects.filter(case=case).delete()
    Letter.objects.filter(pk__in=letters, children=None).delete()
    SentLetter.objects.filter(case=case).delete()
    EventRow.objects.filter(case=case).delete()
    case.delete()
