"""How are the fields of a form drawn? As Django's own templates do it, in Python.

A list of 36 months is 110 templates for Django, and it stands twice on a page. What is not drawn here, Django draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from django.forms.renderers import DjangoTemplates
from django.utils.formats import localize
from django.utils.safestring import mark_safe

from pejl.web.escaping import escaped

if TYPE_CHECKING:
    from django.http import HttpRequest

_Widget = Mapping[str, Any]
_Attributes = Mapping[str, Any]


class Drawn(DjangoTemplates):
    """Django's renderer, with the commonest fields drawn here."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The field as HTML."""
        draw = _DRAW.get(template_name)
        if draw is None:
            return super().render(template_name, context, request)
        return mark_safe(draw(context["widget"]))  # noqa: S308 -- each part is escaped where it is drawn


def _input(widget: _Widget) -> str:
    value = widget["value"]
    named = _written({"type": widget["type"], "name": widget["name"]})
    told = "" if value is None else f' value="{escaped(value)}"'
    return f"<input{named}{told}{_written(widget['attrs'])}>"


def _textarea(widget: _Widget) -> str:
    opened = _written({"name": widget["name"]}) + _written(widget["attrs"])
    return f"<textarea{opened}>\n{escaped(widget['value'] or '')}</textarea>"


def _select(widget: _Widget) -> str:
    opened = _written({"name": widget["name"]}) + _written(widget["attrs"])
    return f"<select{opened}>{''.join(_options(widget['optgroups']))}\n</select>"


def _options(groups: Iterable[tuple[str | None, list[_Widget], int]]) -> Iterator[str]:
    for name, options, _ in groups:
        if name:
            yield f"\n  <optgroup{_written({'label': name})}>"
        for each in options:
            told = f' value="{escaped(each["value"])}"' + _written(each["attrs"])
            yield f"\n  <option{told}>{escaped(localize(each['label']))}</option>\n"
        if name:
            yield "\n  </optgroup>"


def _written(attributes: _Attributes) -> str:
    """One that is True has no value; one that is False is not there."""
    return "".join(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not False
    )


_PLACE: Final = "django/forms/widgets/"
_DRAW: Final[Mapping[str, Callable[[_Widget], str]]] = {
    f"{_PLACE}select.html": _select,
    f"{_PLACE}textarea.html": _textarea,
    **{f"{_PLACE}{kind}.html": _input for kind in ("text", "number", "email", "password", "hidden", "date", "time")},
    f"{_PLACE}checkbox.html": _input,
}
