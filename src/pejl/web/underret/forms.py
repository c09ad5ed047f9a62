"""How do the questions of a layout become a form, and how do its answers become what is taken in?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django import forms
from django.forms import BoundField

from pejl.events import UNDERRETNING_MODTAGET, FieldValue
from pejl.web.cases.cpr import is_cpr
from pejl.web.reception.actions.taking_in import Contact, Told
from pejl.web.reception.models import Letter
from pejl.web.underret.asking import (
    MOST_CHILDREN,
    MOST_LETTERS,
    MOST_LETTERS_IN_A_LINE,
    NO,
    YES,
    Ask,
    ChildAsked,
    Question,
    Section,
    Sender,
    questions_of,
)
from pejl.web.underret.layout import SENDERS

COUNT: Final = "antal"
# No person sees it; what fills it in fills in everything.
TRAP: Final = "hjemmeside"
_OF_A_CHILD: Final = ("navn", "foedt", "adresse", "ufoedt")
_AGE: Final = timedelta(days=366 * 25)
_EXPECTED: Final = timedelta(days=366)
_DAYS: Final = ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d%m%Y")
_WHO: Final = ("navn", "kontakt", "relation")
_NUMBER_KEPT_APART: Final = "CPR-nummeret er gemt for sig selv"
_KEYS: Final = frozenset(question.key for sender in SENDERS for question in questions_of(sender))


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that stand together on the page; ``title`` is that of one child among several."""

    title: str
    fields: tuple[BoundField, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown."""

    number: int
    section: Section
    groups: tuple[Group, ...]
    can_have_more: bool = False


class Notification(forms.Form):
    """The form of one kind of sender."""

    def __init__(self, data: Mapping[str, str] | None, *, sender: Sender, today: date) -> None:
        self.sender, self.today = sender, today
        self.children = _count(data or {}) if _child_of(sender).several else 1
        super().__init__(dict(data) if data is not None else None)
        for name, field in _fields(sender, self.children):
            self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        """Somebody must be told of, and a person is either named or anonymous; a machine is neither."""
        values = super().clean() or {}
        nobody = not any(_told_of(values, number) for number in range(self.children))
        if nobody and self.sender.kind != "barnet":
            self.add_error("barn-0-navn", "Skriv det, du ved om barnet. Et fornavn, en alder eller en vej er nok.")
        if values.get(TRAP):
            self.add_error(TRAP, "Feltet skal være tomt. Slet det, der står i det, og send igen.")
        if "anonym" in self.fields and not any(values.get(name) for name in ("anonym", "navn", "kontakt")):
            self.add_error("navn", "Skriv dit navn, eller sæt kryds ved, at du vil være anonym.")
        return values

    def parts(self) -> Iterator[Part]:
        """The form, section by section."""
        for number, section in enumerate(self.sender.sections, start=1):
            asked = Group("", tuple(self[question.key] for question in section.questions))
            groups = [*self._groups(section.child), *([asked] if asked.fields else [])]
            more = bool(section.child and section.child.several and self.children < MOST_CHILDREN)
            yield Part(number, section, tuple(groups), more)

    def _groups(self, child: ChildAsked | None) -> Iterator[Group]:
        for number in range(self.children) if child else ():
            title = f"{child.heading} {number + 1}" if child and self.children > 1 else ""
            names = (f"barn-{number}-{name}" for name in _OF_A_CHILD)
            yield Group(title, tuple(self[name] for name in names if name in self.fields))


# --- what is asked --------------------------------------------------------------------------------------------


def names_of(data: Mapping[str, str]) -> Iterator[str]:
    """Every name that a form may send: other things that come along are let fall."""
    yield from (COUNT, TRAP)
    yield from (f"barn-{number}-{name}" for number in range(MOST_CHILDREN) for name in _OF_A_CHILD)
    yield from (name for name in data if name in _KEYS)


def _count(data: Mapping[str, str]) -> int:
    """How many children the page has room for; never fewer than are told of."""
    told = [number for number in range(MOST_CHILDREN) if any(data.get(f"barn-{number}-{n}") for n in _OF_A_CHILD)]
    wanted = int(data[COUNT]) if data.get(COUNT, "") in map(str, range(1, MOST_CHILDREN + 1)) else 1
    return max(wanted, *(number + 1 for number in told), 1)


def _child_of(sender: Sender) -> ChildAsked:
    return next(section.child for section in sender.sections if section.child)


def _fields(sender: Sender, children: int) -> Iterator[tuple[str, forms.Field]]:
    child = _child_of(sender)
    for number in range(children):
        yield f"barn-{number}-navn", _line(child.name)
        yield f"barn-{number}-foedt", _line(child.born, hint=child.born_hint)
        yield f"barn-{number}-adresse", _line(child.address)
        if child.unborn:
            yield f"barn-{number}-ufoedt", forms.BooleanField(label=child.unborn, required=False)
    for question in questions_of(sender):
        yield question.key, _field(question)
    yield TRAP, _line("Lad feltet stå tomt")


def _field(question: Question) -> forms.Field:
    if question.ask is Ask.TICK:
        return forms.BooleanField(label=question.label, help_text=question.hint, required=False)
    if question.ask is Ask.CHOICE:
        return forms.ChoiceField(
            label=question.label,
            help_text=question.hint,
            required=False,
            choices=question.choices,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Vælg en af mulighederne."},
        )
    if question.ask is Ask.LINE:
        return _line(question.label, hint=question.hint, required=question.required)
    return _text(question)


def _line(label: str, *, hint: str = "", required: str = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    too_long = f"Teksten er for lang. Skriv højst {MOST_LETTERS_IN_A_LINE} tegn her."
    return _written(label, hint, required, widget, (MOST_LETTERS_IN_A_LINE, too_long))


def _text(question: Question) -> forms.CharField:
    too_long = "Teksten er for lang. Skriv højst 20.000 tegn her, og resten i en underretning mere."
    widget = forms.Textarea(attrs={"rows": 5})
    return _written(question.label, question.hint, question.required, widget, (MOST_LETTERS, too_long))


def _written(label: str, hint: str, required: str, widget: forms.Widget, limit: tuple[int, str]) -> forms.CharField:
    most, too_long = limit
    field = forms.CharField(
        label=label,
        help_text=hint,
        required=bool(required),
        widget=widget,
        max_length=most,
        error_messages={"required": required, "max_length": too_long},
    )
    # A browser would cut off what is pasted, and say nothing.
    del field.widget.attrs["maxlength"]
    return field


# --- what was answered ----------------------------------------------------------------------------------------


def answers_of(form: Notification) -> dict[str, str]:
    """Every question that has been answered with its answer, numbered so that the order can always be found again."""
    return {label: text for _, pairs in sections_of(form) for label, text in pairs}


def sections_of(form: Notification) -> list[tuple[str, list[tuple[str, str]]]]:
    """The same by section, as the writer reads it through."""
    return [
        (section.title, list(_numbered(number, form, section)))
        for number, section in enumerate(form.sender.sections, start=1)
    ]


def _numbered(number: int, form: Notification, section: Section) -> Iterator[tuple[str, str]]:
    answered = [*_about_children(form, section), *_answered(form, section.questions)]
    yield from ((f"{number}.{place} {label}", text) for place, (label, text) in enumerate(answered, start=1))


def _about_children(form: Notification, section: Section) -> Iterator[tuple[str, str]]:
    if section.child is None:
        return
    for number in range(form.children):
        if told := "\n".join(_child_lines(form, number)):
            yield f"{section.child.heading} {number + 1}" if section.child.heading else "Om dig", told


def _child_lines(form: Notification, number: int) -> Iterator[str]:
    for name in _OF_A_CHILD:
        bound = f"barn-{number}-{name}"
        text = form.cleaned_data.get(bound)
        if text is True:
            yield "Barnet er ikke født endnu"
        elif text:
            label = str(form.fields[bound].label).rstrip("?")
            yield f"{label}: {_NUMBER_KEPT_APART if is_cpr(text) else text}"


def _answered(form: Notification, questions: Iterable[Question]) -> Iterator[tuple[str, str]]:
    anonymous = form.cleaned_data.get("anonym")
    for question in questions:
        value = form.cleaned_data.get(question.key)
        if not value or (anonymous and question.key in _WHO):
            continue
        yield question.label, dict(question.choices).get(value, "Ja" if value is True else _plain(value))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


# --- what is taken in -----------------------------------------------------------------------------------------


def contact_of(form: Notification, *, at: datetime) -> Contact:
    """What reached us, for reception."""
    values = form.cleaned_data
    anonymous = bool(values.get("anonym"))
    who = {} if anonymous else {name: values.get(name, "") for name in _WHO}
    return Contact(
        kind=UNDERRETNING_MODTAGET.key,
        received_at=at,
        channel=Letter.Channel.FORMULAR.value,
        sender_type=values.get("sundhed") or form.sender.kind,
        anonymous=anonymous,
        sender_name=who.get("navn", ""),
        sender_contact=who.get("kontakt", ""),
        sender_role=", ".join(filter(None, (values.get("stilling"), values.get("arbejdssted"), who.get("relation"))))[
            :MOST_LETTERS_IN_A_LINE
        ],
        answers=answers_of(form),
        children=tuple(_told(form)),
        fields=_facts(form),
    )


def _facts(form: Notification) -> dict[str, FieldValue]:
    """What a yes and a no say; »ved ikke« and no answer say nothing that can be built on."""
    answered = {each.fact: form.cleaned_data.get(each.key) for each in questions_of(form.sender) if each.fact}
    said: dict[str, FieldValue] = {fact: answer == YES for fact, answer in answered.items() if answer in (YES, NO)}
    # Whoever fills in this form notifies; a person who reads it may come to another result.
    return {"uafklaret_type": False} | said


def _told(form: Notification) -> Iterator[Told]:
    values = form.cleaned_data
    told = [number for number in range(form.children) if _told_of(values, number)]
    for number in told or [0]:
        name, born, address = (values.get(f"barn-{number}-{each}") or "" for each in _OF_A_CHILD[:3])
        unborn = bool(values.get(f"barn-{number}-ufoedt"))
        day = _day(born)
        known = [name, "ikke født endnu" if unborn else "", "" if is_cpr(born) else born, address]
        yield Told(
            told=", ".join(filter(None, known)) or "Barnet har ikke skrevet, hvem det er",
            name=name,
            cpr=born if is_cpr(born) else "",
            born=day if day and not unborn and form.today - _AGE < day <= form.today else None,
            address=address,
            unborn=unborn,
            expected=day if day and unborn and form.today - _EXPECTED < day < form.today + _EXPECTED else None,
        )


def _told_of(values: Mapping[str, Any], number: int) -> bool:
    return any(values.get(f"barn-{number}-{name}") for name in _OF_A_CHILD[:3])


def _day(text: str) -> date | None:
    for pattern in _DAYS:
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 -- a day has no time zone
        except ValueError:
            continue
    return None
