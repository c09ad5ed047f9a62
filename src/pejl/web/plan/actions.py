"""How is the plan written? Every field of every row with who, when and why, in one transaction with the row itself.

``new``, ``put`` and ``take_out`` are the only ways a row of the plan is written: by a sheet, by a page with a step of
its own (send in, approve, put on hold), and by the examples, so that what a status tells comes out of the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from django.db import models, transaction

from pejl.dates import danish_date
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.plan.models import PlanChange, PlanRow
from pejl.web.plan.sheets import field_label, sheet_of

Row = TypeVar("Row", bound=PlanRow)
_TITLE = 300


def new(model: type[Row], *, doing: Doing, reason: str = "", day: date | None = None, **values: Any) -> Row:
    """Write a row; where one with this ``key`` is there already (a double click), it is given as it is."""
    with transaction.atomic():
        key = values.get("key")
        if key and (there := model._default_manager.filter(key=key).first()):
            return there
        single, many = _parted(model, values)
        row = model(**single)
        row.save(force_insert=True)
        for name, chosen in many.items():
            getattr(row, name).set(chosen)
        told = {name: _told(row, name) for name in values if name != "key"}
        changes = [(name, "", after) for name, after in told.items() if after]
        _log(row, changes or [("", "", "")], act=PlanChange.Act.ADDED, doing=doing, reason=reason, day=day)
        return row


OVERTAKEN: Final = "En anden har rettet det, mens du skrev. Åbn siden igen, og skriv dine rettelser ind."


def newest_change(row: PlanRow) -> str:
    """What somebody has read of a row: the number of its newest change."""
    newest = PlanChange.objects.filter(row=row.key).order_by("-pk").values_list("pk", flat=True).first()
    return str(newest or "")


def put(
    row: Row, *, doing: Doing, reason: str = "", day: date | None = None, seen: str | None = None, **values: Any
) -> Row:
    """Give a row's fields new values; what is the same already is not written again.

    ``seen``: the newest change the writer knew of, asked again while nobody else can write.
    """
    with transaction.atomic():
        held = type(row)._default_manager.select_for_update().get(pk=row.pk)
        if held.removed_at:
            raise Refused("Det er taget ud i mellemtiden. Gå tilbage, og se, hvad der gælder nu.")
        if seen is not None and seen != newest_change(held):
            raise Refused(OVERTAKEN)
        before = {name: _told(held, name) for name in values}
        single, many = _parted(type(row), values)
        for name, value in single.items():
            setattr(held, name, value)
        if single:
            held.save(update_fields=list(single))
        for name, chosen in many.items():
            getattr(held, name).set(chosen)
        changes = [(name, before[name], after) for name in values if (after := _told(held, name)) != before[name]]
        _log(held, changes, act=PlanChange.Act.CHANGED, doing=doing, reason=reason, day=day)
        return held


def take_out(row: PlanRow, *, doing: Doing, reason: str) -> None:
    """Let a row be gone from the pages and stay in the history; refused while others rest on it."""
    with transaction.atomic():
        held = type(row)._default_manager.select_for_update().get(pk=row.pk)
        if held.removed_at:
            raise Refused("Det er allerede taget ud. Du behøver ikke gøre mere.")
        if resting := _resting_on(held):
            raise Refused(f"Der hører stadig noget til: {', '.join(resting)}. Tag det ud eller flyt det først.")
        held.removed_at = doing.at
        held.save(update_fields=["removed_at"])
        _log(held, [("", "", "")], act=PlanChange.Act.REMOVED, doing=doing, reason=reason, day=None)


def _parted(model: type[PlanRow], values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    many = {each.name for each in model._meta.many_to_many}
    return {n: v for n, v in values.items() if n not in many}, {n: v for n, v in values.items() if n in many}


def _resting_on(row: PlanRow) -> list[str]:
    """What still belongs to the row, in words: three examples are enough."""
    found: list[str] = []
    for relation in row._meta.related_objects:
        model = relation.related_model
        if relation.many_to_many or not issubclass(model, PlanRow):
            continue
        there = model._default_manager.filter(**{relation.field.name: row}, removed_at__isnull=True)[:3]
        found += [f"»{told(each)}«" for each in there]
    return found[:3]


def _log(
    row: PlanRow,
    changes: Iterable[tuple[str, str, str]],
    *,
    act: PlanChange.Act,
    doing: Doing,
    reason: str,
    day: date | None,
) -> None:
    sheet = sheet_of(type(row))
    strategy = sheet.strategy_of(row)
    lines = [
        PlanChange(
            at=doing.at,
            day=day or doing.today,
            by_name=doing.by.name,
            by_username=doing.by.username,
            act=act,
            strategy=strategy.key if strategy else "",
            sheet=sheet.slug,
            row=row.key,
            title=told(row)[:_TITLE],
            field=name,
            label=label_of(type(row), name),
            before=before,
            after=after,
            reason=reason,
        )
        for name, before, after in changes
    ]
    PlanChange.objects.bulk_create(lines)
    if lines:
        changed(f"plan_{act.value}", by=doing.by, at=doing.at, slags=sheet.slug, raekke=row.key, felter=len(lines))


def told(row: PlanRow) -> str:
    """A row in one line; those without a name of their own are told by what kind they are."""
    own = type(row).__str__ is not models.Model.__str__
    return str(row) if own else sheet_of(type(row)).one


def label_of(model: type[PlanRow], name: str) -> str:
    """The field as people call it."""
    return field_label(model._meta.get_field(name)) if name else ""


def _told(row: PlanRow, name: str) -> str:
    """A field's value in words, for the history."""
    field = row._meta.get_field(name)
    if field.many_to_many:
        return ", ".join(sorted(str(each) for each in getattr(row, name).all()))
    value = getattr(row, name)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return danish_date(value)
    if isinstance(value, PlanRow):
        return told(value)
    if getattr(field, "choices", None):
        return str(dict(field.flatchoices).get(value, value))  # type: ignore[union-attr]  # only fields with choices
    if isinstance(value, list):
        return ", ".join(sheet_of(type(row)).name_of(name, str(each)) for each in value)
    return "" if value is None else sheet_of(type(row)).name_of(name, str(value))
