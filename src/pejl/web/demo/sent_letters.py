"""Which letters have been sent in the demo, and which text has the municipality put in its own words?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pejl.dates import local_day, start_of_day
from pejl.events import AFGOERELSE_SENDT, BARNETS_LOV_FIRST_DAY, BREV_SENDT, KVITTERING_SENDT, Event
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL
from pejl.web.cases.happened import standing_in
from pejl.web.cases.letter_pdf import Printed, as_pdf
from pejl.web.cases.letters import Facts, known
from pejl.web.cases.models import Child, EventRow, Relative, SentLetter
from pejl.web.demo.doors import Town
from pejl.web.handbook.actions import Version, decide
from pejl.web.handbook.cited import key_of
from pejl.web.handbook.placeholders import BY_HAND
from pejl.web.handbook.text import filled
from pejl.web.handbook.texts import TEXT_BY_KEY

_TEXTS: Final = {
    KVITTERING_SENDT.key: "brev.kvittering",
    AFGOERELSE_SENDT.key: "brev.afgoerelse",
    BREV_SENDT.key: "brev.undersoegelse_barn",
}
_NOBODY: Final = "Underretteren"
_OWN: Final = "brev.tilbagemelding"


def make_sent_letters(town: Town, *, now: datetime) -> None:
    """In each of Mette's cases a letter stands as it was sent: the newest receipt or decision, or one to the child."""
    letters = [_letter(case, _row(case, now=now), town=town) for case in town.of("mette")]
    SentLetter.objects.bulk_create(letters)
    _own_text(town, now=now)


def _row(case: Case, *, now: datetime) -> EventRow:
    """The event that tells of the letter; where nothing was sent, the child has just heard of the investigation."""
    # The texts cite the law as it has been since then.
    rows = EventRow.objects.filter(case=case, kind__in=_TEXTS, day__gte=BARNETS_LOV_FIRST_DAY)
    return rows.order_by("day", "pk").last() or _to_the_child(case, at=now - timedelta(days=2))


def _to_the_child(case: Case, *, at: datetime) -> EventRow:
    told = Event(
        event_id=f"p-demo-brev-{case.pk}",
        case_id=case.number,
        kind=BREV_SENDT.key,
        day=local_day(at),
        at=at,
        recorded_at=at,
        source=PEJL,
        done_by=case.adviser,
        recorded_by=case.adviser,
        fields={"brev": TEXT_BY_KEY[_TEXTS[BREV_SENDT.key]].title, "hvem": "barnet"},
    )
    row = bridge.row_of(told, case=case)
    row.save()
    return row


def _letter(case: Case, row: EventRow, *, town: Town) -> SentLetter:
    text, user = TEXT_BY_KEY[_TEXTS[row.kind]], town.users["mette"]
    at = row.at or start_of_day(row.day) + timedelta(hours=9)
    child = Child.objects.filter(case=case).first()
    facts = Facts(case=case, child=child, events=standing_in(case).events, thread_id=row.thread_id, by=user, at=at)
    to = _recipient(row.kind, child)
    by_hand = {name: each.example for name, each in BY_HAND.items()}
    told = by_hand | _EXAMPLES | known(facts) | {"modtager": to}
    subject, body = (filled(words, told) for words in (text.subject, text.body))
    return SentLetter(
        case=case,
        event_id=row.event_id,
        template=text.key,
        template_version=text.version,
        reader=text.reader.value,
        to_name=to,
        subject=subject,
        body=body,
        pdf=as_pdf(Printed(to=to, subject=subject, body=body, at=at)),
        sent_at=at,
        sent_by=user.name,
    )


# Where the invented case tells nothing of it.
_EXAMPLES: Final = {
    "bekymring": "om der er ro nok til at sove og gå i skole",
    "formaal": "at det går bedre i skolen",
    "varighed": "et halvt år",
    "afgoerelsesdag": "dagen i dag",
    "paragraf": "§ 32, stk. 1, nr. 2",
    "modtaget": "dagen før",
    "undersoegelse_faerdig": "sidste dag i måneden",
    "barnets_fornavn": "barnet",
}


def _recipient(kind: str, child: Child | None) -> str:
    if kind == KVITTERING_SENDT.key:
        return _NOBODY
    if kind == BREV_SENDT.key and child is not None:
        return child.name
    found = Relative.objects.filter(child=child, do_not_contact=False).order_by("-custody", "pk").first()
    return found.name if found else "Forældrene"


def _own_text(town: Town, *, now: datetime) -> None:
    """Decided a month ago by the head of the department."""
    at, shipped = now - timedelta(days=30), TEXT_BY_KEY[_OWN]
    version = Version(
        key=_OWN,
        title=shipped.title,
        body=shipped.body.replace("Du kan ringe til mig på", "Ring gerne til mig på"),
        cites=tuple(key_of(each) for each in shipped.cites),
        owner="Faglig koordinator",
        first=local_day(at),
        reason="Skolerne syntes, at brevet lød køligt. Besluttet på ledermødet.",
    )
    decide(version, by=town.users["karen"], at=at)
