"""A small list from a case system, read in through the browser by the one who may; and the database as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.http import HttpResponse
from django.urls import reverse

from pejl.events import effective
from pejl.web.access.models import Case, OpenDuty
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import register
from pejl.web.cases.actions.writing import Entry, Sent, new_token
from pejl.web.cases.models import Batch, DeadlineRow, EventRow, SecondSource, Spell
from tests.small_lists import MAPPING, write_list
from tests.small_lists import row as row
from tests.web.nordby import NOW, Nordby, days_before

PULLED = "2026-06-01"
NAME = "lille.toml"
SOURCE = "lille"


@dataclass
class Desk:
    """Where lists are read in: the browser of somebody who may, and the mapping it chooses."""

    nordby: Nordby
    folder: Path
    person: str = "datakonsulent"

    def write_mapping(self, *, complete: bool = True, pulled: str = PULLED, more: str = "") -> None:
        """The one mapping there is."""
        text = MAPPING.format(complete=str(complete).lower()).replace("2026-06-30", pulled)
        (self.folder / NAME).write_text(text + more, encoding="utf-8")

    def content(self, rows: Iterable[Sequence[str]]) -> bytes:
        """The list as bytes."""
        return write_list(rows, self.folder / "liste.csv").read_bytes()

    def send(self, content: bytes, *, mapping: str = NAME, once: str = "t", name: str = "liste.csv") -> Any:
        """Upload a file; gives the answer."""
        data = {"fil": SimpleUploadedFile(name, content), "mapping": mapping, "token": once}
        return self.nordby.client(self.person).post(reverse("indlaes"), data)

    def tried(self, *rows: Sequence[str], **how: str) -> Batch:
        """The batch of a list with these rows that has been tried."""
        how.setdefault("once", f"prøvet-{Batch.objects.count()}")
        answer = self.send(self.content(rows), **how)
        assert answer.status_code == 302, answer.content.decode()
        return Batch.objects.get(key=answer.url.rstrip("/").rpartition("/")[2])

    def tried_file(self, path: Path, *, mapping: str) -> Batch:
        """The batch of a file that has been tried."""
        answer = self.send(path.read_bytes(), mapping=mapping, name=path.name)
        return Batch.objects.get(key=answer.url.rstrip("/").rpartition("/")[2])

    def take_in(self, batch: Batch) -> HttpResponse:
        """Read it in; gives the answer."""
        answer: Any = self.nordby.client(self.person).post(reverse("indlaes-laes-ind", args=[batch.key]))
        return answer

    def taken_in(self, *rows: Sequence[str], **how: str) -> Batch:
        """The batch of a list with these rows that has been read in."""
        batch = self.tried(*rows, **how)
        answer = self.take_in(batch)
        assert answer.status_code == 302, answer.content.decode()
        return Batch.objects.get(pk=batch.pk)

    def take_back(self, batch: Batch, *, reason: str = "Forkert liste") -> HttpResponse:
        """Take it back; gives the answer."""
        address = reverse("indlaes-tag-tilbage", args=[batch.key])
        answer: Any = self.nordby.client(self.person).post(address, {"reason": reason})
        return answer

    def page(self, batch: Batch, name: str = "indlaes-batch") -> str:
        """What the page of a list says."""
        answer = self.nordby.client(self.person).get(reverse(name, args=[batch.key]))
        assert answer.status_code == 200
        return answer.content.decode()


def desk_in(folder: Path, *, nordby: Nordby) -> Desk:
    """Where lists are read in, with no list before."""
    EventRow.objects.update(batch=None)
    Batch.objects.all().delete()
    desk = Desk(nordby, folder)
    desk.write_mapping()
    return desk


def dump() -> list[str]:
    """Events, what follows from them, doors and second sources, without the numbers and keys of rows."""
    numbers = dict(Case.objects.values_list("pk", "number"))
    ids = dict(EventRow.objects.values_list("pk", "event_id"))
    known: dict[str, dict[Any, str]] = {"case_id": numbers, "event_id": ids, "other_id": ids}
    left_out: dict[type[Model], set[str]] = {EventRow: {"batch_id"}, Case: {"key", "version"}}
    lines = []
    for model in (EventRow, DeadlineRow, Case, Spell, OpenDuty, SecondSource):
        for values in model._default_manager.values():
            told = {name: known[name].get(value) if name in known else value for name, value in values.items()}
            kept = {name: value for name, value in told.items() if name not in {"id", *left_out.get(model, ())}}
            lines.append(f"{model.__name__} {sorted(kept.items())}")
    return sorted(lines)


def facts(case: str) -> list[tuple[str, date, str]]:
    """The kind, day and source of each event in force in a case, by its number."""
    events = bridge.events_of_case(Case.objects.get(number=case))
    return sorted((each.kind, each.day, each.source) for each in effective(events) if each.case_id)


def registered(desk: Desk, kind: str, *, case: str = "NB-egen", days_ago: int = 3, **more: Any) -> EventRow:
    """Something a person registers by hand."""
    sent = Sent(by=desk.nordby.people["raadgiver"], at=NOW, token=new_token())
    told: dict[str, Any] = {"day": days_before(days_ago), "done_by": "RAAD"} | more
    entry = Entry(kind=kind, **told)
    return register(Case.objects.get(number=case), entry, sent=sent)
