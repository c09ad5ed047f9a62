"""How does a sheet become a form: at most five fields first, the rest folded, a reason where a priority changes?"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db import models
from django.forms import BoundField

from pejl.dates import FIRST_DAY, LAST_DAY
from pejl.web.access.forms import Day, Key, Reason
from pejl.web.access.models import Unit, User
from pejl.web.access.names import sort_key
from pejl.web.plan.actions import OVERTAKEN, newest_change
from pejl.web.plan.models import PlanRow, Strategy
from pejl.web.plan.sheets import SHEET_BY_MODEL, Sheet, field_label
from pejl.wording import all_of

_CHOOSE: Final = "Vælg …"
_NONE: Final = "Ingen"
_ROWS: Final = 4


class PlanDay(Day):
    """A day within the years Pejl reckons with: what repeats is counted in months from it."""

    def clean(self, value: Any) -> Any:
        """Refuse a slip of the year."""
        day = super().clean(value)
        if day and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(f"Dagen skal ligge mellem {FIRST_DAY.year} og {LAST_DAY.year}. Ret årstallet.")
        return day


class SheetForm(forms.Form):
    """One row of the plan, asked field by field as its model describes it."""

    def __init__(self, data: Any = None, *, sheet: Sheet, row: PlanRow | None, parent: PlanRow | None) -> None:
        super().__init__(data, initial=_initial(sheet, row))
        self.sheet, self.row, self.parent = sheet, row, parent
        strategy = sheet.strategy_of(row) if row else _strategy_of(parent)
        for name in (*sheet.main, *sheet.more):
            self.fields[name] = (
                _offered(sheet, name, row) if name in sheet.offered else _asked(sheet.model, name, strategy)
            )
        for name, hint in sheet.hints.items():
            self.fields[name].help_text = hint
        if row:
            self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=newest_change(row))
            if self._reasoned:
                asked = all_of(sorted(f"»{self.fields[n].label}«" for n in sheet.reasoned if n in self.fields))
                hint = sheet.reason_hint or f"Skal skrives, når du ændrer {asked}."
                self.fields["reason"] = _Why("Hvorfor ændres det?", hint=hint)
        else:
            self.fields["key"] = Key(initial=sheet.model().key)

    @property
    def _reasoned(self) -> frozenset[str]:
        """The fields whose change asks for a reason as the row stands."""
        return self.sheet.reasoned if self.row and self.sheet.asks_reason(self.row) else frozenset()

    @property
    def first_fields(self) -> list[BoundField]:
        """What is asked at once."""
        return [self[name] for name in self.sheet.main]

    @property
    def more_fields(self) -> list[BoundField]:
        """What stands under »Flere felter«."""
        return [self[name] for name in self.sheet.more]

    @property
    def more_open(self) -> bool:
        """Unfolded where something in it is wrong or filled in."""
        return any(bound.errors or (self.row and bound.initial) for bound in self.more_fields)

    def clean(self) -> dict[str, Any]:
        """What must hold between the fields, the reason, and that nobody else wrote it meanwhile."""
        values = super().clean() or {}
        standing = {self.sheet.parent: self.parent} if self.parent else {}
        for name, sentence in self.sheet.check({**_standing(self.row), **standing, **values}).items():
            self.add_error(name if name in self.fields else None, sentence)
        if self.row and not self.errors:
            self._refuse_without_reason(values)
            self._refuse_overtaken(values)
        return values

    def _refuse_without_reason(self, values: dict[str, Any]) -> None:
        touched = [name for name in self.changed_data if name in self._reasoned]
        if touched and not values.get("reason"):
            label = self.fields[touched[0]].label
            self.add_error("reason", f"Du har ændret »{label}«. Skriv, hvorfor, så andre kan forstå det senere.")

    def _refuse_overtaken(self, values: dict[str, Any]) -> None:
        if self.row and values.get("seen", "") != newest_change(self.row):
            self.add_error(None, OVERTAKEN)

    def values(self) -> dict[str, Any]:
        """What shall be written: the sheet's fields, without the form's own."""
        own = {"seen", "reason"}
        written = {name: value for name, value in self.cleaned_data.items() if name not in own}
        follows = self.sheet.computed(written).items()
        return {**written, **{name: value for name, value in follows if not written.get(name)}}


def _initial(sheet: Sheet, row: PlanRow | None) -> dict[str, Any]:
    if row is None:
        return {}
    found: dict[str, Any] = {}
    for name in (*sheet.main, *sheet.more):
        field = sheet.model._meta.get_field(name)
        if field.many_to_many:
            found[name] = [each.pk for each in getattr(row, name).all()]
        else:
            found[name] = getattr(row, f"{name}_id" if field.is_relation else name)
    return found


def _standing(row: PlanRow | None) -> dict[str, Any]:
    return {each.name: getattr(row, each.attname) for each in row._meta.concrete_fields} if row else {}


def _strategy_of(parent: PlanRow | None) -> Strategy | None:
    if parent is None or isinstance(parent, Strategy):
        return parent
    return SHEET_BY_MODEL[type(parent)].strategy_of(parent)


def _offered(sheet: Sheet, name: str, row: PlanRow | None) -> forms.Field:
    """A choice among what the sheet offers; what the row says already stays a choice, also when the list has it not."""
    field: models.Field[Any, Any] = sheet.model._meta.get_field(name)  # type: ignore[assignment]  # a field of its own
    groups = sheet.offered[name]()
    said = getattr(row, name, "") if row else ""
    known = {key for _, choices in groups for key, _ in choices}
    if isinstance(field, models.JSONField):
        flat = [each for _, choices in groups for each in choices]
        return forms.MultipleChoiceField(
            label=str(field.verbose_name),
            help_text=str(field.help_text),
            required=not field.blank,
            choices=[*((each, each) for each in said or () if each not in known), *flat],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "Det kan ikke vælges. Vælg blandt mulighederne."},
        )
    own = [(said, said)] if said and said not in known else []
    return forms.ChoiceField(
        label=str(field.verbose_name),
        help_text=str(field.help_text),
        required=not field.blank,
        choices=[("", _NONE if field.blank else _CHOOSE), *own, *groups],
        error_messages={"invalid_choice": "Det kan ikke vælges. Vælg en af mulighederne."},
    )


def _asked(model: type[PlanRow], name: str, strategy: Strategy | None) -> forms.Field:
    field: models.Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]  # a field of its own
    label, hint, needed = str(field.verbose_name), str(field.help_text), not field.blank
    missing = {"required": f"Udfyld »{label}«."}
    if field.many_to_many or field.is_relation:
        return _chosen(field, strategy)
    if field.choices:
        choices = [("", _CHOOSE if needed else _NONE), *((k, v) for k, v in field.flatchoices if k != "")]
        wrong = {**missing, "invalid_choice": "Det kan ikke vælges. Vælg en af mulighederne."}
        asked = forms.ChoiceField(label=label, help_text=hint, required=needed, choices=choices, error_messages=wrong)
        asked.initial = field.get_default() or ""
        return asked
    if isinstance(field, models.DateField):
        return PlanDay(label, hint=hint, required=needed)
    if isinstance(field, models.BooleanField):
        return forms.BooleanField(label=label, help_text=hint, required=False, initial=field.get_default())
    if isinstance(field, models.IntegerField):
        wrong = {"invalid": f"»{label}« skal være et helt tal.", "min_value": f"»{label}« kan ikke være under nul."}
        initial = field.get_default() if field.has_default() else None
        return forms.IntegerField(
            label=label,
            help_text=hint,
            required=needed,
            min_value=0,
            initial=initial,
            error_messages={**missing, **wrong},
        )
    if isinstance(field, models.JSONField):
        return _Lines(label=label, help_text=hint or "Ét på hver linje.", required=needed, error_messages=missing)
    return _words(field, label=label, hint=hint)


def _words(field: models.Field[Any, Any], *, label: str, hint: str) -> forms.Field:
    most = field.max_length
    messages = {"required": f"Udfyld »{label}«.", "max_length": f"»{label}« er for lang. Skriv højst {most} tegn."}
    long = isinstance(field, models.TextField)
    widget = forms.Textarea(attrs={"rows": _ROWS}) if long else forms.TextInput(attrs={"autocomplete": "off"})
    asked = forms.CharField(
        label=label, help_text=hint, required=not field.blank, max_length=most, widget=widget, error_messages=messages
    )
    if field.has_default():
        asked.initial = field.get_default()
    return asked


class _Why(Reason):
    """A reason, where one is given; the form says when one must be."""

    def __init__(self, label: str, *, hint: str) -> None:
        super().__init__(label, hint=hint)
        self.required = False

    def clean(self, value: Any) -> str:
        """A whole sentence, or nothing."""
        return super().clean(value) if value else ""


class _Lines(forms.CharField):
    """A list, one on each line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": _ROWS}), **options)

    def prepare_value(self, value: Any) -> Any:
        """As lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """As a list, without empty lines."""
        return [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as lists."""
        return bool(list(initial or []) != self.clean(data or ""))


class _ByName:
    """Shows the rows by their names."""

    @staticmethod
    def label_from_instance(row: Any) -> str:
        """What stands in the list."""
        return str(row)


class _One(_ByName, forms.ModelChoiceField):  # type: ignore[type-arg]  # of any model
    """One of them."""


class _Many(_ByName, forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # of any model
    """Some of them."""


def _chosen(field: Any, strategy: Strategy | None) -> forms.Field:
    rows = _choosable(field.related_model, strategy)
    label, hint = field_label(field), str(field.help_text)
    gone = {"invalid_choice": "Det kan ikke vælges længere. Vælg igen.", "required": f"Vælg under »{label}«."}
    if field.many_to_many:
        gone["invalid_pk_value"] = gone["invalid_choice"]
        box = forms.CheckboxSelectMultiple
        return _Many(rows, label=label, help_text=hint, required=False, widget=box, error_messages=gone)
    empty = _CHOOSE if not field.blank else _NONE
    return _One(rows, label=label, help_text=hint, required=not field.blank, empty_label=empty, error_messages=gone)


def _choosable(model: Any, strategy: Strategy | None) -> Any:
    """Rows of the same strategy that are still there; people who still work here."""
    if model is User:
        people = User.objects.filter(is_active=True)
        ordered = sorted(people, key=lambda each: sort_key(each.name))
        return User.objects.filter(pk__in=[each.pk for each in ordered]).order_by("name")
    if model is Unit:
        return Unit.objects.order_by("name")
    rows = model.objects.filter(removed_at__isnull=True)
    sheet = SHEET_BY_MODEL[model]
    way = sheet.strategy or sheet.parent
    return rows.filter(**{way: strategy}) if strategy and way and model is not Strategy else rows
