"""How are the duties and the events of a case drawn? In Python, since a long case shows a hundred of them.

A template asks for each list by its tag, after ``{% load sagen %}``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django import template
from django.utils.safestring import SafeString

from pejl.dates import COPENHAGEN
from pejl.events import Kind
from pejl.tables import Status
from pejl.web.access.models import Case
from pejl.web.cases.addresses import address
from pejl.web.cases.ahead import Required
from pejl.web.cases.duties import Duty
from pejl.web.cases.steps import Line
from pejl.web.cases.timeline import Correction, Happening, Item, Sealed, Silence
from pejl.web.components import due_label, force_mark, icon, short_day, short_moment, why_link
from pejl.web.escaping import filled, joined

register = template.Library()
# As ``{% url %}``, for a page that has many.
register.simple_tag(address)
_NOTHING: Final = SafeString()


def _why(case: Case, duty: Duty) -> SafeString:
    return why_link(address("hvorfor", case.key, duty.mark), duty.rule.title, duty.due_at)


# --- duties ---------------------------------------------------------------------------------------------------

_DUTY: Final = """<li class="pejl-duty">
      <div>
        <p class="pejl-duty-title">{title}</p>
        <p class="pejl-under">{course}{falls_on}</p>
        <p>{force}</p>
      </div>
      <div>
        {due}
        {why}
      </div>
      <div class="d-print-none">
        {ways}
      </div>
    </li>"""


@register.simple_tag
def duty_rows(case: Case, duties: Iterable[Duty], now: datetime, may_register: bool) -> SafeString:
    """The rows of the duties that wait, each with the ways to meet it."""
    return joined(_duty(case, duty, now=now, may_register=may_register) for duty in duties)


def _duty(case: Case, duty: Duty, *, now: datetime, may_register: bool) -> SafeString:
    return filled(
        _DUTY,
        title=duty.rule.title,
        course=f"{duty.course[0].upper()}{duty.course[1:]} · " if duty.course else "",
        falls_on=duty.falls_on,
        force=force_mark(duty.rule.force, duty.rule.cites.sure.confirmed),
        due=_due(duty, now=now),
        why=_why(case, duty),
        ways=_ways(case, duty) if may_register or duty.held_back else "",
    )


def _due(duty: Duty, *, now: datetime) -> SafeString:
    if duty.due_at is None:
        return SafeString("<p>Ingen frist i tal</p>")
    return filled('<p>{}<span class="pejl-under">{}</span></p>', due_label(duty.due_at, now), duty.limit)


def _ways(case: Case, duty: Duty) -> SafeString:
    if duty.held_back:
        return SafeString("<p>Venter. Det inddrager forældre eller netværk, og noget andet skal gøres først.</p>")
    looks = (("button button-secondary pejl-small", "Registrér"), *(("pejl-or", "eller"),) * len(duty.kinds))
    return joined(_way(case, duty, kind, look=look) for kind, look in zip(duty.kinds, looks, strict=False))


def _way(case: Case, duty: Duty, kind: Kind, *, look: tuple[str, str]) -> SafeString:
    url, (style, verb) = address("registrer", case.key, kind.key), look
    return filled('<a class="{}" href="{}?frist={}">{} »{}«</a>', style, url, duty.mark, verb, kind.label)


@register.simple_tag
def duties_aside(case: Case, duties: Iterable[Duty]) -> SafeString:
    """The lines of duties nobody can meet any more, or that cannot be judged."""
    duties = list(duties)
    alike = Counter((duty.rule.title, duty.course) for duty in duties)
    return joined(
        filled(
            "<li><strong>{}</strong>{}{}{} {}</li>",
            duty.rule.title,
            f", {duty.course}" if duty.course else "",
            f", regnet fra {short_day(duty.starts_at)}"
            if duty.starts_at and alike[duty.rule.title, duty.course] > 1
            else "",
            _aside(duty),
            _why(case, duty),
        )
        for duty in duties
    )


def _aside(duty: Duty) -> str:
    if duty.status is Status.UNKNOWN:
        return f": {duty.unknown.danish}"
    return f": fristen var {short_day(duty.due_at)}." if duty.due_at else "."


# --- steps ----------------------------------------------------------------------------------------------------

_FIRST: Final = """<li class="pejl-before pejl-before-{look}">
    <p><strong>{title}</strong>: <span class="pejl-before-word">{stands}</span>. {reason}</p>
    <p class="pejl-under">Før »{step}«{course} · {place} {force}</p>{way}
  </li>"""
_WAY: Final = '\n    <p class="d-print-none"><a href="{}">Registrér »{}«</a></p>'


@register.simple_tag
def step_lines(lines: Iterable[Line]) -> SafeString:
    """How the duties of a step stand."""
    return joined(
        filled('<li>{}: {}. <span class="pejl-cited">{}</span></li>', each.rule.title, each.told, each.rule.cites)
        for each in lines
    )


@register.simple_tag
def required_first(found: Iterable[Required]) -> SafeString:
    """What should come before a step, what is missing first. A link registers it; nothing is ever locked."""
    return joined(
        filled(
            _FIRST,
            look=each.stands.name.lower(),
            title=each.rule.title,
            stands=each.stands.value,
            reason=each.reason,
            step=each.step.label,
            course=f", {each.course}" if each.course else "",
            place=each.place,
            force=force_mark(each.rule.force, each.rule.cites.sure.confirmed),
            way=filled(_WAY, each.url, each.kind) if each.url else "",
        )
        for each in found
    )


# --- events ---------------------------------------------------------------------------------------------------

_EVENT: Final = """<li class="pejl-event{struck}">
            <div class="pejl-event-when"><time datetime="{iso}">{day}{hour}</time></div>
            <div class="pejl-event-what">
              <p class="pejl-event-label">{label}{marks}</p>
              <p class="pejl-under">{where}</p>
              {facts}
              <p class="pejl-under">{told}</p>
              {letter}
              {below}
            </div>
          </li>"""
_LOCKED: Final = ' <span class="pejl-mark pejl-mark-strong">{}Må ikke vises for forældrene</span>'
_LATE: Final = ' <span class="pejl-mark">{}efterregistreret</span>'
_LINKS: Final = (
    '<p class="pejl-event-links d-print-none"><a href="{}">Ret<span class="sr-only"> {}</span></a>'
    '<a href="{}">Forkert barn?<span class="sr-only"> {}</span></a></p>'
)
_LETTER: Final = (
    '<p class="pejl-event-links d-print-none">'
    '<a href="{}">Sådan nåede det frem<span class="sr-only">: {}</span></a></p>'
)
_WHY: Final = '<details class="pejl-hidden"><summary>Hvorfor {}?</summary><p>{} {}, {}.</p></details>'


@register.simple_tag
def happenings(case: Case, items: Iterable[Item], may_register: bool) -> SafeString:
    """What has happened, item by item."""
    return joined(_item(case, item, may_register=may_register) for item in items)


def _item(case: Case, item: Item, *, may_register: bool) -> SafeString:
    match item:
        case Silence():
            return _silence(item)
        case Sealed():
            told = "noget blev registreret på forkert barn. Indholdet kan kun åbnes af navngivne."
            words = f"Forseglet {short_day(item.day)}: {told}"
            return filled('<li class="pejl-sealed">{}{}</li>', icon("lock"), words)
        case Happening():
            return _event(case, item, may_register=may_register)


def _silence(item: Silence) -> SafeString:
    until = f"{short_day(item.first)} til {short_day(item.until)}"
    words = f"Ingen hændelser i {item.days} dage ({f'siden {short_day(item.first)}' if item.still else until})"
    return filled('<li class="pejl-silence">{}{}</li>', icon("hourglass"), words)


def _event(case: Case, item: Happening, *, may_register: bool) -> SafeString:
    at = item.at.astimezone(COPENHAGEN) if item.at else None
    return filled(
        _EVENT,
        struck=" pejl-event-struck" if item.correction else "",
        iso=at.isoformat() if at else item.day.isoformat(),
        day=short_day(item.day),
        hour=filled(' <span class="pejl-nowrap">kl. {}</span>', f"{at:%H.%M}") if at else "",
        label=_label(item),
        marks=_marks(item),
        where=item.where,
        facts=_facts(item),
        told=item.told,
        letter=_letter(item),
        below=_below(case, item, may_register=may_register),
    )


def _label(item: Happening) -> str | SafeString:
    if item.correction is None:
        return item.label
    mark = "Forseglet" if item.sealed else "Rettet"
    return filled('<s>{}</s> <span class="pejl-mark">{}</span>', item.label, mark)


def _marks(item: Happening) -> SafeString:
    found = [filled(_LOCKED, icon("lock"))] if item.hidden_from_parents else []
    found += [filled(_LATE, icon("time"))] if item.days_late else []
    found += [SafeString(' <span class="pejl-mark">to kilder</span>')] if len(item.sources) > 1 else []
    return joined(found)


def _facts(item: Happening) -> SafeString:
    if not item.facts:
        return _NOTHING
    told = joined(filled("<div><dt>{}</dt><dd>{}</dd></div>", *fact) for fact in item.facts)
    return filled('<dl class="pejl-facts{}">{}</dl>', " d-print-none" if item.hidden_from_parents else "", told)


def _letter(item: Happening) -> SafeString:
    if not item.letter or item.sealed:
        return _NOTHING
    return filled(_LETTER, address("brev-ind", item.letter), _named(item))


def _named(item: Happening) -> str:
    """Which event it is, for those who hear the links read aloud."""
    return f"{item.label} {short_day(item.day)}"


def _below(case: Case, item: Happening, *, may_register: bool) -> SafeString:
    if item.correction:
        return _corrected(item.correction, verb="forseglet" if item.sealed else "rettet")
    if not (may_register and item.can_mend):
        return _NOTHING
    mend, move = address("ret", case.key, item.event_id), address("flyt", case.key, item.event_id)
    return filled(_LINKS, mend, _named(item), move, _named(item))


def _corrected(correction: Correction, *, verb: str) -> SafeString:
    reason = correction.reason or "Grunden vises ikke for din rolle."
    return filled(_WHY, verb, reason, correction.by, short_moment(correction.at))
