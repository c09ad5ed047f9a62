"""What does the form look like in which an event is registered, and what does it refuse?

Made from the kind's typed fields, from what the rulebook asks about them (``asked``), and from the kind's guide. At
most five fields stand before »Flere felter«, and nothing that must be answered stands among those.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final, NamedTuple

from django import forms
from django.forms import BoundField

from pejl.dates import FIRST_DAY, danish_date, local_time, read_local
from pejl.events import PARAGRAF, RAEKKEFOELGE, TID_USIKKER, Event, Field, FieldType, FieldValue
from pejl.law import read_paragraph
from pejl.web.cases.actions.writing import Entry
from pejl.web.cases.forms.asked import Need, needs_of
from pejl.web.cases.forms.courses import PLACES
from pejl.web.cases.forms.demands import demanded, lacks, refusals
from pejl.web.cases.forms.fields import (
    NOBODY,
    UNKNOWN,
    answer,
    is_free_text,
    order_reason,
    reason,
    thread_of,
    typed,
    typed_name,
    when,
    where,
    who,
)
from pejl.web.cases.forms.guided import guide_of
from pejl.web.cases.forms.setting import Setting
from pejl.web.cases.timeline import FOR_EVERYBODY

ORDER: Final = typed_name(RAEKKEFOELGE)
# House rule 14.
AT_FIRST: Final = 5


class Grouped(NamedTuple):
    """Some fields under a heading of their own, after »Flere felter«."""

    title: str
    fields: list[BoundField]
    is_open: bool


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
        elif data is not None and ORDER in data:
            self.fields[ORDER] = order_reason()
        self._first = _at_first(self)

    # --- as it stands on the page

    @property
    def moment(self) -> list[BoundField]:
        """The day, and the hour where it is asked for at once."""
        return [self[name] for name in ("dag", "klokken") if name in self._first]

    @property
    def at_first(self) -> list[BoundField]:
        """What stands before »Flere felter«, besides the day and the hour."""
        return [self[name] for name in self.fields if name in self._first and name not in ("dag", "klokken")]

    @property
    def belongs(self) -> str:
        """In words, which course it belongs to, where that is known and the question is folded away."""
        if "forloeb" not in self.fields or "forloeb" in self._first:
            return ""
        asked, chosen = self.fields["forloeb"], self["forloeb"].value()
        choices = dict(asked.widget.choices) if isinstance(asked, forms.ChoiceField) else {}
        return str(choices.get(chosen, ""))

    @property
    def folded(self) -> list[BoundField]:
        """All that does not stand first."""
        return [self[name] for name in self.fields if name not in self._first and name not in ("grund", ORDER)]

    @property
    def groups(self) -> list[Grouped]:
        """The headings of the guide with those of their fields that are asked for."""
        guide = guide_of(self.setting.kind)
        folded = {bound.name: bound for bound in self.folded}
        found = []
        for group in guide.groups if guide else ():
            own = [folded[typed_name(each)] for each in group.fields if typed_name(each) in folded]
            if own:
                found.append(Grouped(group.title, own, group.is_open or any(each.errors for each in own)))
        return found

    @property
    def more(self) -> list[BoundField]:
        """What stands under »Flere felter«."""
        grouped = {bound.name for group in self.groups for bound in group.fields}
        return [bound for bound in self.folded if bound.name not in grouped]

    @property
    def folded_open(self) -> bool:
        """Unfolded at once where the answer to a fault stands there."""
        return "klokken" in self.errors or any(bound.errors for bound in self.more)

    # --- why it comes before what the law wants first

    def ask_order(self, *, refusal: str = "") -> None:
        """Ask for the reason; refused without one where a refusal is given."""
        self.fields.setdefault(ORDER, order_reason()).required = True
        self.order_fields((ORDER,))  # as on the page, where what is to be mended is told in the same order
        if refusal:
            self.add_error(ORDER, refusal)

    def forget_order(self) -> None:
        """A reason for what is in order after all is not kept."""
        self.cleaned_data.pop(ORDER, None)
        self.fields.pop(ORDER, None)

    @property
    def order(self) -> BoundField | None:
        """The question, where it is asked."""
        return self[ORDER] if ORDER in self.fields else None

    @property
    def says_why(self) -> bool:
        """Whether a reason is given."""
        return bool(self.cleaned_data.get(ORDER))

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
        if day:
            self._check_demands(day)
        return answers

    def _check_demands(self, day: date) -> None:
        """What belongs together must all be there; of an old event put right, nothing more than it had."""
        said = self.said()
        missing = {name: told for name, told in lacks(self.setting.kind, said, day=day).items() if self._asks(name)}
        if not missing:
            return
        for sentence in refusals(self.setting.kind, said, day=day):
            self.add_error(None, sentence)
        for name, told in missing.items():
            self.add_error(f"f_{name}", told)

    def _asks(self, name: str) -> bool:
        here = f"f_{name}" in self.fields
        return here and (not self.setting.correcting or self.initial.get(f"f_{name}") not in (None, "", UNKNOWN))

    def said(self) -> dict[str, FieldValue]:
        """The answers to the kind's own fields, as an event keeps them."""
        return _told({each.name: answer(each, self.cleaned_data.get(typed_name(each))) for each, _ in self.typed})

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
            fields=kept | _told(own) | self._doubt() | self._why(),
        )

    def _doubt(self) -> dict[str, FieldValue]:
        day, clock = self.cleaned_data["dag"], self.cleaned_data.get("klokken")
        doubt = read_local(day, clock=clock).doubt if clock else ""
        return {TID_USIKKER.name: str(doubt)} if doubt else {}

    def _why(self) -> dict[str, FieldValue]:
        return {RAEKKEFOELGE.name: self.cleaned_data[ORDER]} if self.says_why else {}

    def _thread(self) -> str:
        if "forloeb" not in self.fields and self.setting.correcting:
            return self.setting.thread_id or ""
        return thread_of(self.setting, self.cleaned_data.get("forloeb"))


def _told(own: Mapping[str, FieldValue | None]) -> dict[str, FieldValue]:
    """What was answered at all."""
    return {name: value for name, value in own.items() if value is not None}


def _asked_about(setting: Setting) -> list[tuple[Field, Need]]:
    """Beside a case system no free text but what a rule or a refusal needs; nor what the person may not read."""
    needs = {each.name: need for each, need in needs_of(setting.kind, setting.book)}
    unread, wanted = setting.correcting and not setting.reads_text, demanded(setting.kind)
    return [
        (each, needs[each.name])
        for each in setting.kind.fields
        if not (unread and each.name not in FOR_EVERYBODY)
        and not (is_free_text(each) and setting.beside and not (needs[each.name] is Need.MUST or each.name in wanted))
    ]


_PARAGRAPH: Final = typed_name(PARAGRAF)


def _at_first(form: EventForm) -> frozenset[str]:
    """The five that stand first: when, what must be answered, in which course, and then as the guide has it.

    Without a guide: what a rule asks, by whom, the rest.
    """
    setting, fields = form.setting, form.fields
    needs = {typed_name(each): need for each, need in form.typed}
    ours = setting.allocates or PLACES[setting.kind.key].ours
    short = [name for name, need in needs.items() if need is Need.EXTRA and not _is_long(fields[name])]
    guide = guide_of(setting.kind)
    asks_hour = guide is None or "klokken" in guide.first or fields["klokken"].required
    guided = [f"f_{name}" for name in guide.first if f"f_{name}" in fields] if guide else []
    order = [
        *(name for name in ("dag", "klokken") if name == "dag" or fields["klokken"].required),
        *(name for name, need in needs.items() if need in (Need.MUST, Need.ANSWER)),
        *(name for name in ("forloeb",) if name in fields and fields[name].required),
        # Which duties a decision begins hangs on its paragraph, and nearly never on the hour.
        *(name for name in (_PARAGRAPH,) if needs.get(name) is Need.SHOWN),
        *(name for name in ("klokken",) if asks_hour),
        *guided,
        # Known already, so it is told; it can be put right under »Flere felter«.
        *(name for name in ("forloeb",) if name in fields),
        *(name for name, need in needs.items() if need is Need.SHOWN),
        *(name for name in ("udfoert_af",) if name in fields and ours),
        *short,
    ]
    # Each once, in this order; what a guide says of its own headings waits for them.
    grouped = {typed_name(each) for group in guide.groups for each in group.fields} if guide else set()
    waits = [name for name in dict.fromkeys(order) if name in guided or name not in grouped or _must(needs, name)]
    return frozenset(waits[:AT_FIRST])


def _must(needs: Mapping[str, Need], name: str) -> bool:
    return needs.get(name) in (Need.MUST, Need.ANSWER)


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
