"""Are the fields that are drawn in Python the same, letter by letter, as Django's?"""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from pejl.web.components import field
from pejl.web.form_renderer import Drawn

BY_DJANGO, DRAWN = DjangoTemplates(), Drawn()
HOSTILE = "\"><script>&'{{ x }}"
MONTHS = [("", "Vælg"), ("2026-01", "januar 2026"), (2026, 2026), (HOSTILE, HOSTILE)]
GROUPED = [("Nord", [(1, "Mette"), (2, HOSTILE)]), (HOSTILE, [(3, "Lars")]), (4, "Uden gruppe")]
ATTRS = {"class": "form-input", "required": True, "disabled": False, "maxlength": 1200, "aria-describedby": HOSTILE}
WIDGETS: list[tuple[forms.Widget, Any]] = [
    *((forms.TextInput(), value) for value in ("", None, "Skolegade", HOSTILE, 1200, mark_safe("&amp;"))),
    *((forms.NumberInput(), value) for value in (None, 0, 1200, "1.5", 2.5)),
    *((forms.Textarea({"rows": 4}), value) for value in ("", None, "To\nlinjer", HOSTILE)),
    (forms.HiddenInput(), "et-nummer"),
    (forms.PasswordInput(), "hemmelig"),
    (forms.PasswordInput(render_value=True), "hemmelig"),
    (forms.EmailInput(), "a@b.dk"),
    (forms.DateInput(), date(2026, 6, 30)),
    (forms.DateInput(format="%Y-%m-%d"), date(2026, 6, 30)),
    (forms.TimeInput(), time(8, 30)),
    *((forms.CheckboxInput(), value) for value in (True, False, None, "ja")),
    *((forms.Select(choices=MONTHS), value) for value in ("", None, "2026-01", 2026, HOSTILE, "findes ikke")),
    *((forms.Select(choices=GROUPED), value) for value in (None, 2, 4)),
    (forms.SelectMultiple(choices=GROUPED), [1, 3]),
    (forms.NullBooleanSelect(), None),
    *((forms.Select(choices=[(True, "Ja"), (False, "Nej")]), value) for value in (True, False)),
    *((forms.TextInput(), value) for value in (True, False)),
    (forms.RadioSelect(choices=GROUPED), 2),  # not drawn by us
]


@pytest.mark.parametrize("attrs", [{}, ATTRS], ids=["bare", "attributes"])
@pytest.mark.parametrize(("widget", "value"), WIDGETS, ids=lambda each: type(each).__name__)
def test_a_field_is_drawn_as_django_draws_it(widget: forms.Widget, value: Any, attrs: dict[str, Any]) -> None:
    drawn = widget.render("felt", value, {"id": "id_felt", **attrs}, renderer=DRAWN)
    assert drawn == widget.render("felt", value, {"id": "id_felt", **attrs}, renderer=BY_DJANGO)


class Asked(forms.Form):
    """One field of each kind that is drawn without its template."""

    navn = forms.CharField(label=HOSTILE)
    antal = forms.IntegerField(label="Antal", required=False)
    tekst = forms.CharField(label="Tekst", widget=forms.Textarea)
    dag = forms.DateField(label="Dag")
    maaned = forms.ChoiceField(label="Måned", choices=MONTHS)
    fil = forms.FileField(label="Fil", required=False)


@pytest.mark.parametrize("name", Asked.base_fields)
def test_a_plain_field_is_drawn_as_the_template_for_the_others_draws_it(name: str) -> None:
    """So that the two cannot drift apart: with a hint, or an error, the same field is the template's."""
    bound = Asked(initial={"navn": HOSTILE})[name]
    drawn = field(bound)
    mark = "(skal udfyldes)" if bound.field.required else "(valgfrit)"
    by_template = render_to_string("_components/field.html", {"field": bound, "kind": "text", "mark": mark})
    assert "".join(drawn.split()) == "".join(by_template.split())


@given(st.text(), st.text(), st.text())
def test_whatever_is_written_in_it(name: str, value: str, label: str) -> None:
    for widget in (forms.TextInput(), forms.Textarea(), forms.Select(choices=[(value, label), ("a", value)])):
        drawn = widget.render(name, value, {"title": label}, renderer=DRAWN)
        assert drawn == widget.render(name, value, {"title": label}, renderer=BY_DJANGO)
