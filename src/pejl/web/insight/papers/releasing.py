"""How does an approved edition become one that everybody may read, and how is it taken back?

Nothing is counted or protected here: the edition was frozen with its small numbers taken out, together with those of
all that had left the line before it. What everybody reads is letter by letter what was approved.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.insight.models import Paper, PaperEdition, PaperRelease


def release(edition: PaperEdition, *, doing: Doing) -> PaperRelease:
    """Let everybody read it."""
    with transaction.atomic():
        held = _locked(edition)
        if not held.protected:
            raise Refused(
                "Udgaven er lavet til ledelsen og viser små tal. Den kan ikke frigives. Lav et papir til udvalget."
            )
        if is_released(held):
            raise Refused("Udgaven er allerede frigivet. Alle kan læse den.")
        made = _write(held, PaperRelease.Act.FRIGIVET, reason="", doing=doing)
        Paper.objects.filter(pk=held.paper_id, state=Paper.State.GODKENDT).update(state=Paper.State.FRIGIVET)
        return made


def take_back(edition: PaperEdition, *, reason: str, doing: Doing) -> PaperRelease:
    """Nobody without a login reads it any more; what has been read cannot be unread, so its numbers stay published."""
    with transaction.atomic():
        held = _locked(edition)
        if not is_released(held):
            raise Refused("Udgaven er ikke frigivet, så der er ikke noget at tage tilbage.")
        made = _write(held, PaperRelease.Act.TAGET_TILBAGE, reason=reason, doing=doing)
        if not any(is_released(each) for each in held.paper.editions.all()):
            Paper.objects.filter(pk=held.paper_id, state=Paper.State.FRIGIVET).update(state=Paper.State.GODKENDT)
        return made


def _locked(edition: PaperEdition) -> PaperEdition:
    Paper.objects.select_for_update().get(pk=edition.paper_id)
    return PaperEdition.objects.select_related("paper").get(pk=edition.pk)


def _write(edition: PaperEdition, act: PaperRelease.Act, *, reason: str, doing: Doing) -> PaperRelease:
    changed(f"papir_{act.value}", by=doing.by, at=doing.at, papir=edition.paper.key, udgave=edition.number)
    return PaperRelease.objects.create(edition=edition, act=act, by=doing.by.name, at=doing.at, reason=reason)


def is_released(edition: PaperEdition) -> bool:
    """Whether the last that was done was to release it."""
    last = edition.releases.order_by("-at", "-pk").first()
    return last is not None and last.act == PaperRelease.Act.FRIGIVET


def released() -> list[PaperEdition]:
    """What everybody may read: of each paper the newest edition that is released. Two questions."""
    last: dict[int, str] = dict(PaperRelease.objects.order_by("at", "pk").values_list("edition_id", "act"))
    out = [edition for edition, act in last.items() if act == PaperRelease.Act.FRIGIVET]
    found = PaperEdition.objects.filter(pk__in=out, protected=True).select_related("paper", "paper__unit")
    # What a paper says is long, and the list tells only of its title.
    found = found.defer("content", "figures")
    return list(_newest_of_each(found.order_by("number")))


def _newest_of_each(editions: Iterable[PaperEdition]) -> Iterable[PaperEdition]:
    newest = {each.paper_id: each for each in editions}
    return sorted(newest.values(), key=lambda each: (each.approved_at, each.pk), reverse=True)
