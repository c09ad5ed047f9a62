"""What does the form look like in which an event is registered, and what does it refuse?

Made from the kind's typed fields and from what the rulebook asks about them (``asked``). At most five fields stand
before »Flere felter«, and nothing that must be answered stands among those.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final

from django import forms
from django.forms import BoundField

from pejl.dates import FIRST_DAY, danish_date, local_time, read_local
from pejl.events import TID_USIKKER, Event, Field, FieldType, FieldValue
from pejl.law import read_paragraph
from pejl.web.cases.actions.writing import Entry
from pejl.web.cases.forms.asked import Need, needs_of
from pejl.web.cases.forms.courses import PLACES
from pejl.web.cases.forms.fields import (
    NOBODY,
    UNKNOWN,
    answer,
    is_free_text,
    reason,
    thread_of,
    typed,
    typed_name,
    when,
    where,
    who,
)
from pejl.web.cases.forms.setting import Setting
from pejl.web.cases.timeline import FOR_EVERYBODY

# House rule 14.
AT_FIRST: Final = 5


class EventForm(forms.Form):
    """One event: when, in which course, what is written down about it, and by whom it was done."""

    def __init__(self, setting: Setting, *, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.setting = setting
        self.typed = _asked_about(setting)
        self.fields.update(when(setting) | where(setting))
        self.fields.update({typed_name(each): typed(each, need, setting) for each, need in self.typed})
        self.fields.update(who(setting))
        if setting.correcting:
            self.fields["grund"] = reason(beside=setting.beside)
        self._first = _at_first(self)

    # --- as it stands on the page

    @property
    def moment(self) -> list[BoundField]:
        """The day and the hour."""
        return [self["dag"], self["klokken"]]

    @property
    def at_first(self) -> list[BoundField]:
        """What stands before »Flere felter«, besides the day and the hour."""
        return [self[name] for name in self.fields if name in self._first and name not in ("dag", "klokken")]

    @property
    def folded(self) -> list[BoundField]:
        """What stands under »Flere felter«."""
        return [self[name] for name in self.fields if name not in self._first and name != "grund"]

    @property
    def folded_open(self) -> bool:
        """Unfolded at once where the answer to a fault stands there."""
        return "klokken" in self.errors or any(bound.errors for bound in self.folded)

    # --- what is refused

    def clean_f_paragraf(self) -> str:
        """A paragraph in the one spelling that rules compare."""
        written: str = self.cleaned_data["f_paragraf"]
        read = read_paragraph(written) if written else ""
        if read is None:
            raise forms.ValidationError("Paragraffen kan ikke læses. Skriv den som § 32, stk. 1, nr. 3.")
        return read

    def clean(self) -> dict[str, Any]:
        """The day, the hour and the other days must agree with each other and with the calendar."""
        answers = super().clean() or self.cleaned_data
        day, clock = answers.get("dag"), answers.get("klokken")
        if answers.get("klokken_ukendt"):
            self._check_unknown_hour(clock)
        if day:
            self._check_day(day)
        if day and clock and "dag" not in self.errors:
            self._check_hour(day, clock)
        return answers

    def _check_unknown_hour(self, clock: time | None) -> None:
        if clock:
            self.add_error("klokken", "Skriv et klokkeslæt, eller sæt kryds ved, at det ikke kendes. Ikke begge dele.")
        elif not self.data.get("klokken"):
            self.errors.pop("klokken", None)

    def _check_day(self, day: date) -> None:
        if day > self.setting.today:
            self.add_error("dag", "Dagen er ikke kommet endnu. Skriv den dag, det skete.")
        if day < FIRST_DAY:
            self.add_error("dag", f"Dagen ligger før {FIRST_DAY.year}. Ret årstallet.")
        known, coming = self.cleaned_data.get("f_behov_kendt"), self.cleaned_data.get("f_naeste_senest")
        if known and known > day:
            self.add_error("f_behov_kendt", f"Behovet kan ikke være kendt efter {danish_date(day)}. Ret en af dagene.")
        if coming and coming <= day:
            self.add_error("f_naeste_senest", f"Næste gang skal ligge efter {danish_date(day)}. Ret en af dagene.")

    def _check_hour(self, day: date, clock: time) -> None:
        if read_local(day, clock=clock).at > self.setting.moment:
            told = local_time(self.setting.moment).strftime("%H.%M")
            self.add_error("klokken", f"Klokken er kun {told}. Skriv det klokkeslæt, det skete.")

    # --- what was answered

    @property
    def doubt(self) -> str:
        """What is uncertain about the hour, in words; empty for all hours but two a year."""
        code = self._doubt().get(TID_USIKKER.name)
        return TID_USIKKER.choices[str(code)] if code else ""

    @property
    def late(self) -> bool:
        """Whether it is written down later than the day after it happened."""
        return bool((self.setting.today - self.cleaned_data["dag"]).days > 1)

    def entry(self, *, keep: Mapping[str, FieldValue] | None = None, shared_id: str = "") -> Entry:
        """What was answered, as an event to be; ``keep`` holds the answers this form does not ask for."""
        answers, clock = self.cleaned_data, self.cleaned_data.get("klokken")
        own = {each.name: answer(each, answers.get(typed_name(each))) for each, _ in self.typed}
        kept = {name: value for name, value in (keep or {}).items() if name not in own and name != TID_USIKKER.name}
        done_by = self.setting.done_by if self.setting.done_by is not None else answers.get("udfoert_af")
        return Entry(
            kind=self.setting.kind.key,
            day=answers["dag"],
            at=read_local(answers["dag"], clock=clock).at if clock else None,
            thread_id=self._thread(),
            shared_id=shared_id,
            done_by="" if done_by in (None, NOBODY) else done_by,
            fields=kept | {name: value for name, value in own.items() if value is not None} | self._doubt(),
        )

    def _doubt(self) -> dict[str, FieldValue]:
        day, clock = self.cleaned_data["dag"], self.cleaned_data.get("klokken")
        doubt = read_local(day, clock=clock).doubt if clock else ""
        return {TID_USIKKER.name: str(doubt)} if doubt else {}

    def _thread(self) -> str:
        if "forloeb" not in self.fields and self.setting.correcting:
            return self.setting.thread_id or ""
        return thread_of(self.setting, self.cleaned_data.get("forloeb"))


def _asked_about(setting: Setting) -> list[tuple[Field, Need]]:
    """Beside a case system no free text but a reason that a rule needs; nor what the person may not read."""
    needs = {each.name: need for each, need in needs_of(setting.kind, setting.book)}
    unread = setting.correcting and not setting.reads_text
    return [
        (each, needs[each.name])
        for each in setting.kind.fields
        if not (unread and each.name not in FOR_EVERYBODY)
        and not (is_free_text(each) and setting.beside and needs[each.name] is not Need.MUST)
    ]


def _at_first(form: EventForm) -> frozenset[str]:
    """The five that stand first: when, what must be answered, in which course, what a rule asks, by whom, the rest."""
    setting, fields = form.setting, form.fields
    needs = {typed_name(each): need for each, need in form.typed}
    ours = setting.allocates or PLACES[setting.kind.key].ours
    short = [name for name, need in needs.items() if need is Need.EXTRA and not _is_long(fields[name])]
    order = [
        *("dag", "klokken"),
        *(name for name, need in needs.items() if need in (Need.MUST, Need.ANSWER)),
        *(name for name in ("forloeb",) if name in fields and fields[name].required),
        *(name for name, need in needs.items() if need is Need.SHOWN),
        *(name for name in ("udfoert_af",) if name in fields and ours),
        *short,
    ]
    return frozenset(order[:AT_FIRST])


def _is_long(asked: forms.Field) -> bool:
    return isinstance(asked.widget, forms.Textarea)


def initial_of(event: Event, setting: Setting) -> dict[str, Any]:
    """The form filled in with what an event says; what it does not say is shown as not known."""
    words = {True: "ja", False: "nej"}
    choices = [each for each in setting.kind.fields if each.type in (FieldType.YESNO, FieldType.CODE)]
    unknown = {typed_name(each): UNKNOWN for each in choices}
    said = {f"f_{name}": words[value] if isinstance(value, bool) else value for name, value in event.fields.items()}
    return {
        "dag": event.day,
        "klokken": _clock(event.at),
        "klokken_ukendt": event.at is None,
        "udfoert_af": event.done_by or NOBODY,
        **unknown,
        **said,
    }


def _clock(at: datetime | None) -> time | None:
    return local_time(at) if at else None
