"""Which visual parts do the pages share, and how are days, shares and states written in Danish?

A template library that every template has without ``{% load %}``. Each part's markup stands once, in
``templates/_components``. Whatever comes in is escaped.

Filters::

    {{ day|danish_day }}                  fredag den 3. maj 2024       (a date, or an aware moment: its Danish day)
    {{ day|short_day }}                   3. maj 2024
    {{ at|danish_moment }}                fredag den 3. maj 2024 kl. 15.50   (an aware moment)
    {{ at|short_moment }}                 3. maj 2024 kl. 15.50
    {{ due_at|due_words:as_of }}          i dag kl. 15.50 · i morgen · om 3 dage · 3 dage over fristen
    {{ number|integer }}                  1.234
    {{ number|count_of:total }}           37 % (37 af 100) · under ti: 3 af 7 · af nul: ingen

Nothing (None) becomes the empty text in all of them, so that a missing day shows as missing.

Small tags, for use in a sentence or a cell::

    {% status_badge status %}             a tables.Status or its value: colour, shape and Danish word
    {% force_mark force confirmed %}      LOV · VEJLEDNING · LOKALT MÅL, and »ikke bekræftet« when confirmed is False
    {% due_label due_at as_of %}          due_words, marked when the day is passed or near
    {% why_link url about due_at %}       »Hvorfor denne dato?«, or »Hvorfor?« of what has none; about is read aloud
    {% copy_number number %}              a number that is selected whole, with a Kopiér button where scripts run
    {% icon "check" %}                    an icon of the design system, hidden from screen readers
    {% icon "lock" "Beskyttet" %}         an icon with a meaning of its own

Parts of a page::

    {% page_head title lead %}                         the page's one h1 and a line below it; lead may be left out
    {% breadcrumbs "Sager" sager_url "NO-1" %}         texts and addresses by turns; the last text is this page
    {% empty_state title text link_text url %}         when a list is empty; link_text and url may be left out
    {% notice "warning" title %} … {% endnotice %}     kinds: info, success, warning, error; title may be left out
    {% fold "Flere felter" %} … {% endfold %}          folded away until asked for; a second argument True: open
    {% definition_list pairs %}                        pairs of (word, value)
    {% tabs label items %}                             links of (text, url, chosen) that look like tabs
    {% filter_chips label items %}                     the same, as filters
    {% share_bar label parts %}                        parts of (label, number, Status or its value)

Forms; a page that shows errors writes ``<form novalidate>``, so that our words are used and not the browser's::

    {% error_summary form %}              above the form, links to each field; nothing when all is well
    {% field form.name %}                 label, hint, error and the widget, whatever its kind

Tables; ``data-title`` on each cell is the heading shown above it on a phone::

    {% data_table "Sager med frist i denne uge" %}
      <thead><tr>{% sortable "Frist" "frist" %}<th scope="col">Sag</th></tr></thead>
      <tbody><tr><td data-title="Frist">…</td><td data-title="Sag">…</td></tr></tbody>
    {% enddata_table %}
    {% pager page %}                      a Django Page; keeps the address' other parameters, writes »side«

``sortable`` writes »orden=frist« or »orden=-frist« and marks the heading by what the address says now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from django import template
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.forms.boundfield import BoundWidget
from django.forms.utils import flatatt
from django.http import HttpRequest, QueryDict
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pejl import dates
from pejl.indicators.telling import FEWEST_FOR_PERCENT
from pejl.rules import Force
from pejl.tables import Status
from pejl.web.escaping import filled

register = template.Library()

Values = dict[str, Any]
Link = tuple[str, str, bool]

_ICONS: Final = Path(__file__).parent / "static" / "dkfds" / "img" / "svg-icons"
_NEAR: Final = 3  # days in which a due date is marked as near


# Days, numbers and shares ------------------------------------------------------------------------------------


@register.filter
def danish_day(day: date | None) -> str:
    """A day with its weekday.

    >>> danish_day(date(2024, 5, 3))
    'fredag den 3. maj 2024'
    """
    return dates.danish_date(_day(day)) if day else ""


@register.filter
def short_day(day: date | None) -> str:
    """A day without its weekday, for tables.

    >>> short_day(date(2024, 5, 3))
    '3. maj 2024'
    """
    return _without_weekday(danish_day(day))


@register.filter
def danish_moment(at: datetime | None) -> str:
    """An instant on a Danish clock to the minute, with its weekday."""
    return dates.danish_minute(at) if at else ""


@register.filter
def short_moment(at: datetime | None) -> str:
    """An instant on a Danish clock to the minute, without its weekday, for tables."""
    return _without_weekday(danish_moment(at))


@register.filter
def integer(number: int | None) -> str:
    """A whole number as a Danish reader writes it.

    >>> integer(1234567)
    '1.234.567'
    """
    return "" if number is None else f"{number:,}".replace(",", ".")


@register.filter
def count_of(number: int, total: int) -> str:
    """A share with the two numbers behind it; never a percentage of very few, and never 0 % or 100 % by rounding.

    >>> count_of(37, 100), count_of(3, 7), count_of(0, 0), count_of(1, 1000)
    ('37 % (37 af 100)', '3 af 7', 'ingen', 'under 1 % (1 af 1.000)')
    """
    if total == 0:
        return "ingen"
    words = f"{integer(number)} af {integer(total)}"
    return words if total < FEWEST_FOR_PERCENT else f"{_percent(number, total)} ({words})"


@register.filter
def due_words(due_at: datetime | None, as_of: datetime) -> str:
    """How far a due date is from a moment. The end of a day needs no hour."""
    if due_at is None:
        return ""
    days = (dates.local_day(due_at) - dates.local_day(as_of)).days
    if due_at < as_of:
        return _days_over(-days) if days else f"udløb i dag{_hour(due_at)}"
    near = {0: "i dag", 1: "i morgen"}
    return f"{near[days]}{_hour(due_at)}" if days in near else f"om {integer(days)} dage"


def _day(day: date) -> date:
    return dates.local_day(day) if isinstance(day, datetime) else day


def _without_weekday(words: str) -> str:
    return words.partition(" den ")[2]


def _hour(at: datetime) -> str:
    clock = dates.danish_moment(at).partition(" kl. ")[2]
    # Seconds say nothing to whoever plans a day; the exact limit stands behind »Hvorfor?«.
    return "" if clock == "23.59" else f" kl. {clock[:5]}"


def _days_over(days: int) -> str:
    return f"{integer(days)} {'dag' if days == 1 else 'dage'} over fristen"


def _percent(number: int, total: int) -> str:
    rounded = (200 * number + total) // (2 * total)
    if rounded == 0 and number:
        return "under 1 %"
    return "over 99 %" if rounded == 100 and number < total else f"{rounded} %"


# Small marks -------------------------------------------------------------------------------------------------


class Look(NamedTuple):
    """What tells a state apart besides its word: a shape and a colour."""

    icon: str
    badge: str


# Every status has a shape of its own: colour is never the only sign, and paper is black and white.
_STATUS_LOOKS: Final = {
    Status.MET: Look("check", "success"),
    Status.LATE: Look("time", "warning"),
    Status.OVERDUE: Look("error", "error"),
    Status.OPEN: Look("hourglass", "info"),
    Status.CANCELLED: Look("minus", "quiet"),
    Status.EXCUSED: Look("document", "quiet"),
    Status.UNKNOWN: Look("help", "unknown"),
}
_FORCE_WORDS: Final = {Force.LAW: "Lov", Force.GUIDANCE: "Vejledning", Force.LOCAL: "Lokalt mål"}


# A page shows hundreds of these, and there are few of them: each is drawn once.
@register.simple_tag
def status_badge(status: Status | str) -> SafeString:
    """How a duty stands, in colour, shape and word."""
    return _status_badge(Status(status))


@cache
def _status_badge(status: Status) -> SafeString:
    look = _STATUS_LOOKS[status]
    values = {"word": status.danish, "icon_name": look.icon, "badge": look.badge, "status": status.value}
    return render_to_string("_components/status_badge.html", values)


@register.simple_tag
def force_mark(force: Force | str, confirmed: bool = True) -> SafeString:
    """Law, guidance or the municipality's own goal, and whether we have read the source ourselves."""
    return _force_mark(Force(force), bool(confirmed))


@cache
def _force_mark(force: Force, confirmed: bool) -> SafeString:
    values = {"word": _FORCE_WORDS[force], "force": force.value, "confirmed": confirmed}
    return render_to_string("_components/force_mark.html", values)


@register.simple_tag
def due_label(due_at: datetime | None, as_of: datetime) -> SafeString:
    """``due_words`` with a mark on what is passed or near."""
    words = due_words(due_at, as_of)
    look = _urgency(due_at, as_of)
    return filled('<span class="pejl-due pejl-due-{}">{}</span>', look, words) if words else SafeString()


@register.simple_tag
def why_link(url: str, about: str = "", due_at: object = True) -> SafeString:
    """The way from a date to the steps that made it; or to the steps that made a duty without a date (None)."""
    told = filled('<span class="sr-only"> {}</span>', about) if about else ""
    dated = "" if due_at is None else " denne dato"
    return filled('<a class="pejl-why" href="{}">Hvorfor{}?{}</a>', url, dated, told)


@register.inclusion_tag("_components/copy_number.html")
def copy_number(number: str) -> Values:
    """A number people carry to another system."""
    return {"number": number}


@register.simple_tag
def icon(name: str, meaning: str = "") -> SafeString:
    """An icon, drawn in the page itself; without a meaning it is decoration."""
    return _drawn(name, meaning)


@lru_cache(maxsize=256)
def _drawn(name: str, meaning: str) -> SafeString:
    # The shapes are read from our own files, by a name that cannot leave their folder.
    shapes = mark_safe(_shapes(name))  # noqa: S308 -- our own file, not anybody's text
    told = format_html('role="img" aria-label="{}"' if meaning else 'aria-hidden="{}"', meaning or "true")
    return format_html(
        '<svg class="icon-svg" viewBox="{}" focusable="false" {}>{}</svg>', _view_box(name), told, shapes
    )


def _urgency(due_at: datetime | None, as_of: datetime) -> str:
    if due_at is None:
        return "none"
    days = (dates.local_day(due_at) - dates.local_day(as_of)).days
    return "over" if due_at < as_of else "near" if days < _NEAR else "later"


@lru_cache(maxsize=256)
def _icon_file(name: str) -> re.Match[str]:
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        raise ValueError(f"cannot draw the icon {name!r}; use the name of a file in {_ICONS.name}")
    content = (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    found = re.fullmatch(r'\s*<svg[^>]*viewBox="([^"]*)"[^>]*>(.*)</svg>\s*', content, re.DOTALL)
    if found is None:
        raise ValueError(f"cannot read the icon {name!r}; vendor the design system again")
    return found


def _view_box(name: str) -> str:
    return _icon_file(name)[1]


def _shapes(name: str) -> str:
    return _icon_file(name)[2]


# Parts of a page ---------------------------------------------------------------------------------------------

_MEANINGS: Final = {"info": "Information", "success": "Udført", "warning": "Bemærk", "error": "Fejl"}


@register.inclusion_tag("_components/page_head.html")
def page_head(title: str, lead: str = "") -> Values:
    """The page's one main heading."""
    return {"title": title, "lead": lead}


@register.inclusion_tag("_components/empty_state.html")
def empty_state(title: str, text: str = "", link_text: str = "", url: str = "") -> Values:
    """What stands where a list has nothing to show, and where to go from there."""
    return {"title": title, "text": text, "link_text": link_text, "url": url}


@register.simple_block_tag
def notice(content: str, kind: str, title: str = "") -> str:
    """A coloured box with an icon; read aloud at once only where a form or action has just answered."""
    values = {"kind": kind, "title": title, "content": content, "meaning": _MEANINGS[kind]}
    return render_to_string("_components/notice.html", values)


@register.simple_block_tag
def fold(content: str, title: str, is_open: bool = False) -> str:
    """Something folded away; works without scripts."""
    return render_to_string("_components/fold.html", {"title": title, "content": content, "is_open": is_open})


@register.inclusion_tag("_components/definition_list.html")
def definition_list(pairs: Iterable[tuple[object, object]]) -> Values:
    """Words and their values, one under the other on a phone."""
    return {"pairs": list(pairs)}


@register.inclusion_tag("_components/tabs.html")
def tabs(label: str, items: Iterable[Link]) -> Values:
    """Links between pages that belong together."""
    return {"label": label, "items": list(items)}


@register.inclusion_tag("_components/filter_chips.html")
def filter_chips(label: str, items: Iterable[Link]) -> Values:
    """Links that narrow a list."""
    return {"label": label, "items": list(items)}


class Segment(NamedTuple):
    """One part of a bar: where it is drawn, in thousandths, and what it says."""

    label: str
    words: str
    look: str
    x: str  # texts, since Django would write a number with a thousand separator
    width: str


@register.inclusion_tag("_components/share_bar.html")
def share_bar(label: str, parts: Iterable[tuple[str, int, Status | str]]) -> Values:
    """Shares of a whole as one bar, with a list that says the same in words; empty parts are left out."""
    shown = [(name, number, Status(status)) for name, number, status in parts if number]
    return {"label": label, "segments": list(_segments(shown))}


@register.inclusion_tag("_components/message.html")
def message_box(message: Message) -> Values:
    """An answer to what was just done; mistakes are read aloud at once, the rest in the next pause."""
    kind = message.level_tag if message.level_tag in _MEANINGS else "info"
    return {"kind": kind, "text": message.message, "meaning": _MEANINGS[kind]}


@register.inclusion_tag("_components/breadcrumbs.html")
def breadcrumbs(*texts_and_urls: str) -> Values:
    """The way here: text and address by turns, and last the text of the page itself."""
    urls = [*texts_and_urls[1::2], ""]
    return {"steps": list(zip(texts_and_urls[::2], urls, strict=True))}


def _segments(parts: list[tuple[str, int, Status]]) -> Iterator[Segment]:
    total, before = sum(number for _, number, _ in parts), 0
    for name, number, status in parts:
        start, end = 1000 * before // total, 1000 * (before + number) // total
        yield Segment(name, count_of(number, total), status.value, str(start), str(max(end - start - 2, 1)))
        before += number


# Forms -------------------------------------------------------------------------------------------------------

_WIDGET_CLASSES: Final = {
    "checkbox": "form-checkbox",
    "checkbox_single": "form-checkbox",
    "file": "pejl-file",
    "radio": "form-radio",
    "select": "form-select",
    "textarea": "form-input",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a form, and the id of where; empty when it concerns the form as a whole."""

    anchor: str
    text: str


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """One field of a form, of whatever kind."""
    kind = _kind(bound)
    bound.field.widget.attrs.setdefault("class", _WIDGET_CLASSES.get(kind, "form-input"))
    needed = bound.field.required or "aria-required" in bound.field.widget.attrs
    mark = "(skal udfyldes)" if needed else "(valgfrit)"
    if kind in _WITHOUT_MORE or bound.errors or bound.help_text:
        return render_to_string("_components/field.html", {"field": bound, "kind": kind, "mark": mark})
    # The commonest, which a page may have twenty of.
    drawn = SafeString(str(bound))  # safe already, as Django draws it
    return filled(_PLAIN_FIELD, bound.id_for_label, bound.label, mark, drawn)


# Drawn by the template alone; see ``_components/field.html`` for what is the same here.
_WITHOUT_MORE: Final = frozenset({"hidden", "checkbox_single", "radio", "checkbox"})
_PLAIN_FIELD: Final = """<div class="form-group">
    <label class="form-label" for="{}">{} <span class="weight-normal">{}</span></label>
    {}
  </div>"""


@register.simple_tag
def box(option: BoundWidget) -> SafeString:
    """A checkbox or radio button. Written here: Django takes four templates for each, and a list may have a hundred."""
    told = option.data
    return format_html(
        '<input type="{}" name="{}" value="{}"{}>', told["type"], told["name"], told["value"], flatatt(told["attrs"])
    )


@register.inclusion_tag("_components/error_summary.html")
def error_summary(form: BaseForm) -> Values:
    """What must be mended, with a link to each field; nothing when there is nothing."""
    return {"problems": list(_problems(form))}


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    name = getattr(widget, "input_type", "textarea")
    single = name == "checkbox" and not getattr(widget, "allow_multiple_selected", False)
    return "checkbox_single" if single else str(name)


def _problems(form: BaseForm) -> Iterator[Problem]:
    yield from (Problem("", str(text)) for text in form.non_field_errors())
    for bound in form:
        yield from (Problem(_anchor(bound), f"{_named(bound)} {text}") for text in bound.errors)


def _named(bound: BoundField) -> str:
    label = str(bound.label)
    return label if label.endswith(("?", ".", ":")) else f"{label}:"


def _anchor(bound: BoundField) -> str:
    # A group cannot take the focus; its first choice can.
    return f"{bound.auto_id}_0" if _kind(bound) in ("radio", "checkbox") else bound.id_for_label


# Tables ------------------------------------------------------------------------------------------------------


@register.simple_block_tag
def data_table(content: str, caption: str, caption_hidden: bool = False) -> str:
    """A table with its caption; its rows are stacked on a phone."""
    values = {"content": content, "caption": caption, "caption_hidden": caption_hidden}
    return render_to_string("_components/data_table.html", values)


@register.inclusion_tag("_components/sortable.html", takes_context=True)
def sortable(context: Context, title: str, key: str) -> Values:
    """A column heading that orders the table; a second click turns the order around."""
    now = _parameters(context).get("orden", "")
    direction = {key: "ascending", f"-{key}": "descending"}.get(now, "none")
    url = _changed(context, orden=f"-{key}" if now == key else key, side="")
    return {"title": title, "direction": direction, "url": url}


@register.inclusion_tag("_components/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> Values:
    """Which page of a long list, and the ways to its neighbours; nothing when one page holds all."""
    before = page.previous_page_number() if page.has_previous() else 0
    after = page.next_page_number() if page.has_next() else 0
    urls = {name: _changed(context, side=str(to)) if to else "" for name, to in (("before", before), ("after", after))}
    return {"page": page, "shown": page.paginator.num_pages > 1, **urls}


def _parameters(context: Context) -> QueryDict:
    request: HttpRequest | None = context.get("request")
    return request.GET if request else QueryDict()


def _changed(context: Context, **parameters: str) -> str:
    """The address' parameters with some of them changed; an empty one is left out."""
    query = _parameters(context).copy()
    for name, value in parameters.items():
        query[name] = value
        if not value:
            del query[name]
    return f"?{query.urlencode()}"
