"""What can be put right about the child and the child's people, where Pejl is the only place that keeps it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.access.names import sort_key
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import Overtaken, Sent, locked
from pejl.web.cases.cpr import locked_up, mark_of_cpr
from pejl.web.cases.models import Child, FormToken, Relative
from pejl.web.cases.people import child_of, mark_of_facts, relatives_of
from pejl.web.cases.rooms import room

Values = Mapping[str, object]
_BORN: Final = "born"  # some duties count by it
_OVERTAKEN: Final = (
    "En anden har rettet oplysningerne, mens du havde siden åben. Her står de, som de er nu. Skriv dine rettelser igen."
)
_TOO_OLD: Final = "Siden er for gammel til at blive sendt. Her er den igen. Skriv dine rettelser på ny."


def write_people(case: Case, child: Values, relatives: Sequence[Values | None], *, seen: str, sent: Sent) -> None:
    """The child and the grown-ups as the form says; None takes the grown-up in that place away, more are new."""
    if not 0 < len(sent.token) <= room(FormToken, "token"):
        raise Overtaken(_TOO_OLD)
    with locked(case) as held:
        if FormToken.objects.filter(token=sent.token).exists():
            return
        now = child_of(held)
        known = relatives_of(now) if now else []
        if mark_of_facts(now, known) != seen:
            raise Overtaken(_OVERTAKEN)
        kept, fields = _write_child(now or Child(case=held), child)
        fields += _write_relatives(kept, known, relatives)
        if _BORN in fields:
            bridge.recompute(held, as_of=sent.at)
        FormToken.objects.create(token=sent.token, used_at=sent.at, event_id="")
        changed("mennesker_rettet", by=sent.by, at=sent.at, case=held, fields=fields)


def _write_child(child: Child, values: Values) -> tuple[Child, list[str]]:
    """The child, and which of the fields are others than before."""
    fields = [name for name, value in values.items() if name != "cpr" and getattr(child, name) != value]
    for name in fields:
        setattr(child, name, values[name])
    if number := str(values.get("cpr", "")):
        child.cpr, child.cpr_mark = locked_up(number), mark_of_cpr(number)
        fields.append("cpr")
    # Æ, ø and å take two letters each in the key.
    child.name_sort = sort_key(child.name)[: room(Child, "name_sort")]
    child.save()
    return child, fields


def _write_relatives(child: Child, known: Sequence[Relative], wanted: Sequence[Values | None]) -> list[str]:
    fields = []
    for number, values in enumerate(wanted):
        relative = known[number] if number < len(known) else Relative(child=child)
        if values is None:
            relative.delete()
            fields.append(f"{number}: fjernet")
        elif new := [name for name, value in values.items() if getattr(relative, name) != value]:
            for name in new:
                setattr(relative, name, values[name])
            relative.save()
            fields += [f"{number}: {name}" for name in new]
    return fields
