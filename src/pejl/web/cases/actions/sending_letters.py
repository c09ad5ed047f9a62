"""How is a letter sent: what must be in order first, and what is kept of it?

Pejl delivers no mail. That a letter is sent is registered together with its exact words and its file, in one go.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.dates import local_day, start_of_day
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import (
    Entry,
    Overtaken,
    Refused,
    Sent,
    append,
    locked,
    new_event,
    refuse_again,
    spend,
)
from pejl.web.cases.letter_pdf import Printed, as_pdf
from pejl.web.cases.letters import fields_of, moment_words, waits_for
from pejl.web.cases.models import Relative, SentLetter
from pejl.web.handbook.text import Text, missing

_WAITS: Final = (
    "Brevet er ikke sendt. {why}. Et brev nu kan komme i hænderne på dem, mistanken retter sig mod. "
    "Registrér først det, der mangler, eller hvorfor det er undladt."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter ready to be sent: the template it was made from, to whom, the words, and what it is about."""

    text: Text
    thread_id: str
    notifier: str
    to_name: str
    subject: str
    body: str
    hvem: str = ""
    meeting: date | None = None


def send(case: Case, letter: Letter, *, sent: Sent) -> SentLetter:
    """Register the letter as sent and keep it; raises AlreadySent, Overtaken or Refused with nothing changed."""
    _refuse_unready(letter, today=local_day(sent.at))
    # Before the lock, since it takes the longest of all.
    pdf = as_pdf(Printed(to=letter.to_name, subject=letter.subject, body=letter.body, at=sent.at))
    with locked(case) as held:
        refuse_again(sent.token)
        _refuse_early(held, letter)
        _refuse_barred(held, letter)
        _refuse_twice(held, letter, sent=sent)
        event = new_event(held, _entry(letter, sent=sent), sent=sent)
        spend(sent, event)
        append(held, [event], sent=sent)
        row = SentLetter.objects.create(
            case=held,
            event_id=event.event_id,
            template=letter.text.key,
            template_version=letter.text.version,
            reader=letter.text.reader.value,
            to_name=letter.to_name,
            subject=letter.subject,
            body=letter.body,
            pdf=pdf,
            sent_at=sent.at,
            sent_by=sent.by.name,
        )
        changed("brev_sendt", by=sent.by, at=sent.at, case=held, tekst=row.template, brev=row.key)
        return row


def _entry(letter: Letter, *, sent: Sent) -> Entry:
    fields = fields_of(letter.text, hvem=letter.hvem, title=letter.text.title, meeting=letter.meeting)
    return Entry(
        kind=letter.text.sends,
        day=local_day(sent.at),
        at=sent.at,
        thread_id=letter.thread_id,
        done_by=sent.by.initials,
        fields=dict(fields),
    )


def _refuse_unready(letter: Letter, *, today: date) -> None:
    if not letter.body.strip():
        raise Refused("Brevet er tomt. Skriv det, der skal stå.")
    if not letter.to_name.strip():
        raise Refused("Brevet er ikke sendt. Skriv, hvem det er til.")
    if letter.meeting and letter.meeting < today:
        raise Refused("Brevet er ikke sendt. Mødet ligger på en dag, der er gået. Ret dagen.")
    if left := missing(f"{letter.subject}\n{letter.body}"):
        raise Refused(f"Brevet er ikke sendt. Der mangler: {'; '.join(left)}. Skriv det i teksten, eller slet linjen.")


def _refuse_early(case: Case, letter: Letter) -> None:
    if why := waits_for(case, letter.text, notifier=letter.notifier):
        raise Refused(_WAITS.format(why=". ".join(why)))


def _refuse_barred(case: Case, letter: Letter) -> None:
    """A name that is typed is no way around those who must not be contacted."""
    barred = Relative.objects.filter(child__case=case, do_not_contact=True).values_list("name", flat=True)
    if _plain(letter.to_name) in {_plain(name) for name in barred}:
        raise Refused("Brevet er ikke sendt. Det står på sagen, at den, det er til, må ikke kontaktes. Se »Mennesker«.")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _refuse_twice(case: Case, letter: Letter, *, sent: Sent) -> None:
    """The same letter to the same person the same day, by whomever; a person can say that it is another."""
    if sent.seen is None:
        return
    since = start_of_day(local_day(sent.at))
    rows = SentLetter.objects.filter(case=case, template=letter.text.key, to_name=letter.to_name, sent_at__gte=since)
    gone = bridge.withdrawn_ids(case)
    for row in rows.defer("pdf", "body").order_by("-sent_at"):
        if row.event_id not in gone:
            raise Overtaken(
                f"»{letter.text.title}« til den samme er allerede registreret som sendt {moment_words(row.sent_at)} "
                f"af {row.sent_by}. Er det den samme, skal du ikke gøre mere."
            )
