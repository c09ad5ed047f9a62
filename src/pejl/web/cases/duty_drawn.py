"""How is the line of a duty drawn on Min dag? In Python, since a day shows a hundred of them.

Without scripts »Hvorfor?« unfolds a link to a page of its own; with them the steps are fetched into it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pejl.web.cases.duty_line import Line
from pejl.web.components import due_label, icon, short_day, short_moment

_NOTHING: Final = SafeString()
_LINE: Final = """<li class="pejl-duty{waits}">
  <p class="pejl-duty-due"><span class="sr-only">Frist: </span>
    {due}
  </p>
  <p class="pejl-duty-child"><span class="sr-only">Barn: </span><a href="{case_url}">{child}</a>{beside}
  </p>
  <p class="pejl-duty-what"><span class="pejl-duty-title">{title}</span> {force}{notes}
  </p>
  <p class="pejl-duty-act d-print-none">{ways}
  </p>
  <details class="pejl-duty-why d-print-none" hx-get="{why}" hx-trigger="toggle once"
    hx-target="find .pejl-duty-steps" hx-swap="innerHTML">
    <summary>Hvorfor?<span class="sr-only"> {title}, {child}</span></summary>
    <div class="pejl-duty-steps"><p><a href="{why}">Vis trinene bag datoen</a></p></div>
  </details>
</li>"""
_GATHERED: Final = """<li class="pejl-duty">
  <p class="pejl-duty-due"><span class="sr-only">Frist: </span>
    Ingen frist i tal
  </p>
  <p class="pejl-duty-child"><span class="sr-only">Barn: </span><a href="{case_url}">{child}</a>{beside}
  </p>
  <p class="pejl-duty-what"><span class="pejl-duty-title">{number} pligter uden frist i tal</span>{notes}
  </p>
  <p class="pejl-duty-act d-print-none">
    <a class="button button-secondary" href="{case_url}#frister">Se dem<span class="sr-only">, {child}</span></a>
  </p>
</li>"""
_WAY: Final = (
    '\n    <a class="button {}" href="{}">Registrér<span class="sr-only"> det, der opfylder »{}« for {}</span></a>'
)
_MEND: Final = (
    '\n    <a class="pejl-duty-mend" href="{}">Ret det, der mangler<span class="sr-only"> for »{}«, {}</span></a>'
)


def all_drawn(lines: Iterable[Line], *, now: datetime, strong: bool = False) -> SafeString:
    """The lines of a list; ``strong``: what meets them is the most important on the page."""
    return _joined(*(_drawn(line, now=now, strong=strong) for line in lines))


def gathered_drawn(line: Line, titles: Iterable[str]) -> SafeString:
    """Several duties of a case that have no number, on one line: what they are stands on the case."""
    named = list(titles)
    return format_html(
        _GATHERED,
        case_url=line.case_url,
        child=line.child,
        beside=_beside(line),
        number=len(named),
        notes=_note(" · ".join(dict.fromkeys(named))),
    )


def _drawn(line: Line, *, now: datetime, strong: bool) -> SafeString:
    return format_html(
        _LINE,
        waits=" pejl-duty-waits" if line.waits_for else "",
        due=_due(line, now=now),
        case_url=line.case_url,
        child=line.child,
        beside=_beside(line),
        title=line.rule.title,
        force=line.force,
        notes=_notes(line),
        ways=_ways(line, strong=strong),
        why=line.why_url,
    )


def _joined(*parts: SafeString) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 -- each part is escaped already


def _day(words: str) -> SafeString:
    return format_html('\n    <span class="pejl-duty-day">{}</span>', words) if words else _NOTHING


def _due(line: Line, *, now: datetime) -> SafeString:
    row = line.row
    if row.due_at is None:
        since = format_html('<span class="pejl-duty-day">siden {}</span>', short_day(row.starts_at))
        return format_html("Ingen frist i tal{}", since if row.starts_at else "")
    passed = icon("error") if row.due_at < now else _NOTHING
    limit = short_moment(row.due_at) if line.in_hours else short_day(row.due_at)
    strict = _day(f"strengt læst {short_day(row.warn_at)}") if line.reminded_earlier else _NOTHING
    return _joined(passed, due_label(row.due_at, now), _day(limit), strict)


def _beside(line: Line) -> SafeString:
    adviser = f"Rådgiver: {line.adviser}" if line.adviser else ""
    return _joined(_day(line.number), _day(adviser), _day("Sagen er afsluttet" if line.case.closed else ""))


def _notes(line: Line) -> SafeString:
    lacks = f" Der mangler: »{line.lacks}«." if line.lacks else ""
    reason = _note(line.reason + lacks) if line.reason else _NOTHING
    return _joined(reason, _note(line.waits_for, mark=icon("lock")) if line.waits_for else _NOTHING)


def _note(words: str, *, mark: SafeString = _NOTHING) -> SafeString:
    return format_html('\n    <span class="pejl-duty-note">{}{}</span>', mark, words)


def _ways(line: Line, *, strong: bool) -> SafeString:
    look, told = "button-primary" if strong else "button-secondary", (line.rule.title, line.child)
    return _joined(
        format_html(_WAY, look, line.url, *told) if line.url else _NOTHING,
        format_html(_MEND, line.mend_url, *told) if line.mend_url else _NOTHING,
    )
