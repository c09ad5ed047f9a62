"""How is the line of a duty drawn on Min dag? In Python, since a day shows a hundred of them.

Every word is escaped where it is put in; ``format_html`` would look through what is drawn already once more each time.

Without scripts »Hvorfor?« unfolds a link to a page of its own; with them the steps are fetched into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from pejl.web.cases.duty_line import Line
from pejl.web.components import due_label, icon, short_day, short_moment

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
    '\n    <a class="button {look}" href="{url}">Registrér<span class="sr-only"> '
    "det, der opfylder »{title}« for {child}</span></a>"
)
_MEND: Final = (
    '\n    <a class="pejl-duty-mend" href="{url}">Ret det, der mangler<span class="sr-only">'
    " for »{title}«, {child}</span></a>"
)


def all_drawn(lines: Iterable[Line], *, now: datetime, strong: bool = False) -> SafeString:
    """The lines of a list; ``strong``: what meets them is the most important on the page."""
    drawn = "".join(_drawn(line, now=now, strong=strong) for line in lines)
    return mark_safe(drawn)  # noqa: S308 -- each part is escaped already


def gathered_drawn(line: Line, titles: Iterable[str]) -> SafeString:
    """Several duties of a case that have no number, on one line: what they are stands on the case."""
    named = list(titles)
    drawn = _GATHERED.format(
        case_url=escape(line.case_url),
        child=escape(line.child),
        beside=_beside(line),
        number=len(named),
        notes=_note(" · ".join(dict.fromkeys(named))),
    )
    return mark_safe(drawn)  # noqa: S308 -- each part is escaped already


def _drawn(line: Line, *, now: datetime, strong: bool) -> str:
    told = {"title": escape(line.rule.title), "child": escape(line.child)}
    return _LINE.format(
        **told,
        waits=" pejl-duty-waits" if line.waits_for else "",
        due=_due(line, now=now),
        case_url=escape(line.case_url),
        beside=_beside(line),
        force=line.force,
        notes=_notes(line),
        ways=_ways(line, told, strong=strong),
        why=escape(line.why_url),
    )


def _day(words: str) -> str:
    return f'\n    <span class="pejl-duty-day">{escape(words)}</span>' if words else ""


def _due(line: Line, *, now: datetime) -> str:
    row = line.row
    if row.due_at is None:
        since = f'<span class="pejl-duty-day">siden {escape(short_day(row.at))}</span>' if row.at else ""
        return f"Ingen frist i tal{since}"
    passed = icon("error") if row.due_at < now else ""
    limit = short_moment(row.due_at) if line.in_hours else short_day(row.due_at)
    strict = _day(f"strengt læst {short_day(row.warn_at)}") if line.reminded_earlier else ""
    return f"{passed}{due_label(row.due_at, now)}{_day(limit)}{strict}"


def _beside(line: Line) -> str:
    adviser = f"Rådgiver: {line.adviser}" if line.adviser else ""
    return _day(line.number) + _day(adviser) + _day("Sagen er afsluttet" if line.case.closed else "")


def _notes(line: Line) -> str:
    lacks = f" Der mangler: »{line.lacks}«." if line.lacks else ""
    reason = _note(line.reason + lacks) if line.reason else ""
    return reason + (_note(line.waits_for, mark=icon("lock")) if line.waits_for else "")


def _note(words: str, *, mark: str = "") -> str:
    return f'\n    <span class="pejl-duty-note">{mark}{escape(words)}</span>'


def _ways(line: Line, told: Mapping[str, str], *, strong: bool) -> str:
    look = "button-primary" if strong else "button-secondary"
    way = _WAY.format(**told, look=look, url=escape(line.url)) if line.url else ""
    return way + (_MEND.format(**told, url=escape(line.mend_url)) if line.mend_url else "")
