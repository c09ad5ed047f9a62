"""How does a draft become an edition: sent for approval, sent back, approved and frozen, decided upon, opened again?

Whoever sends a paper for approval vouches for it, so it is approved by somebody else. Who began the draft does not
matter: a centre head may begin one, and let a leader finish and send it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from pejl.dates import danish_date
from pejl.reports import Report, hash_of, to_json
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.insight.models import Paper, PaperEdition, SmallNumberDecision
from pejl.web.insight.papers.composing import Draft, draft_of, missing, report_of
from pejl.web.insight.papers.kept import stored
from pejl.web.insight.papers.parts import Filled
from pejl.web.insight.papers.protecting import read_shown, stored_shown
from pejl.web.insight.papers.writing import locked_draft


def _locked(paper: Paper) -> Paper:
    """This paper and all others: numbers are protected against those of every other paper, so they go one by one."""
    every = {each.pk: each for each in Paper.objects.select_for_update(of=("self",)).select_related("unit", "strategy")}
    return every[paper.pk]


def send(paper: Paper, *, doing: Doing) -> Paper:
    """Ask for approval; refused while a comment beside figures, or another text that must be there, is missing."""
    with transaction.atomic():
        held = locked_draft(paper)
        draft = draft_of(held)
        if draft.problem:
            raise Refused(draft.problem)
        if lacking := missing(draft):
            raise Refused(_lacks([each.heading for each in lacking]))
        held.state, held.sent_back = Paper.State.SENDT, ""
        held.sent_by, held.sent_username, held.sent_at = doing.by.name, doing.by.username, doing.at
        held.save(update_fields=["state", "sent_back", "sent_by", "sent_username", "sent_at"])
        changed("papir_sendt", by=doing.by, at=doing.at, papir=held.key)
    return held


def _lacks(headings: list[str]) -> str:
    named = ", ".join(f"»{each}«" for each in headings)
    return (
        f"Papiret kan ikke sendes til godkendelse endnu. Der mangler tekst i: {named}. "
        "Tal går aldrig videre uden en faglig kommentar. Skriv den under tallene, og send igen."
    )


def send_back(paper: Paper, *, why: str, doing: Doing) -> Paper:
    """Not approved: a draft again, with the reason on it."""
    with transaction.atomic():
        held = _sent(paper)
        held.state, held.sent_back = Paper.State.KLADDE, why
        held.save(update_fields=["state", "sent_back"])
        changed("papir_sendt_tilbage", by=doing.by, at=doing.at, papir=held.key)
    return held


def _sent(paper: Paper) -> Paper:
    held = _locked(paper)
    if held.state != Paper.State.SENDT:
        raise Refused("Papiret venter ikke på godkendelse længere. Åbn det igen, og se, hvad der er sket.")
    return held


def approve(paper: Paper, *, municipality: str, doing: Doing, seen: str = "") -> PaperEdition:
    """Freeze the paper as it was read; small numbers are taken out where it is for others than the line."""
    with transaction.atomic():
        held = _sent(paper)
        if seen and seen != str(held.saved):
            raise Refused("Papiret er skrevet om, siden du åbnede det. Læs det igen, og tag så stilling.")
        if held.sent_username == doing.by.username:
            raise Refused(
                "Du har selv sendt papiret til godkendelse. En anden med ret til at godkende skal læse og godkende det."
            )
        draft = draft_of(held)
        if draft.problem:
            raise Refused(draft.problem)
        edition = _freeze(draft, municipality=municipality, doing=doing)
        held.state = Paper.State.GODKENDT
        held.save(update_fields=["state"])
        number, print_of = edition.number, edition.sha256
        changed("papir_godkendt", by=doing.by, at=doing.at, papir=held.key, udgave=number, sha256=print_of)
    return edition


def _freeze(draft: Draft, *, municipality: str, doing: Doing) -> PaperEdition:
    number = _next_number(draft.paper)
    paper = report_of(draft, municipality=municipality, made_at=doing.at, version=f"Udgave {number}")
    figures = {"series": [stored(each) for each in draft.figures], "shown": stored_shown(draft.shown or {})}
    return _edition(
        draft.paper,
        paper,
        number=number,
        figures=figures,
        protected=draft.shown is not None,
        doing=doing,
        as_of=draft.as_of,
        known_at=draft.known_at,
    )


def _next_number(paper: Paper) -> int:
    return (paper.editions.aggregate(newest=Max("number"))["newest"] or 0) + 1


def _edition(
    paper: Paper,
    content: Report,
    *,
    number: int,
    figures: object,
    protected: bool,
    doing: Doing,
    as_of: datetime | None,
    known_at: datetime | None,
) -> PaperEdition:
    return PaperEdition.objects.create(
        paper=paper,
        number=number,
        protected=protected,
        content=json.loads(to_json(content)),
        sha256=hash_of(content),
        data_at=as_of or doing.at,
        known_at=known_at or doing.at,
        figures=figures,
        approved_by=doing.by.name,
        approved_at=doing.at,
    )


def open_again(paper: Paper, *, doing: Doing) -> Paper:
    """Something must be put right: a draft again. The editions stay as they are."""
    with transaction.atomic():
        held = _locked(paper)
        if held.state not in {Paper.State.GODKENDT, Paper.State.FRIGIVET}:
            raise Refused("Papiret er ikke godkendt, så der er ikke noget at åbne igen.")
        held.state = Paper.State.KLADDE
        held.saved += 1
        held.save(update_fields=["state", "saved"])
        changed("papir_aabnet_igen", by=doing.by, at=doing.at, papir=held.key)
    return held


# --- what the body decided ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The words of the decision, who decided, and when."""

    words: str
    body: str
    on: date


def decide(paper: Paper, decided: Decided, *, municipality: str, doing: Doing) -> PaperEdition | None:
    """Keep what the body decided, beside what it was recommended; where the paper shows it, as a new edition.

    The new edition has the same figures as the one the body had before it, and nothing is drawn or protected anew.
    """
    if decided.on > doing.today:
        raise Refused("Dagen ligger i fremtiden. Skriv den dag, udvalget besluttede det.")
    with transaction.atomic():
        held = _locked(paper)
        newest = held.editions.order_by("-number").first()
        if newest is None or held.state not in {Paper.State.GODKENDT, Paper.State.FRIGIVET}:
            raise Refused("Papiret er ikke godkendt endnu. Få det godkendt, før udvalgets beslutning skrives ind.")
        if held.decision:
            day = danish_date(held.decided_on) if held.decided_on else ""
            raise Refused(f"Beslutningen er allerede skrevet ind: »{held.decision}«, {held.decided_by}, {day}.")
        held.decision, held.decided_by, held.decided_on = decided.words, decided.body, decided.on
        held.save(update_fields=["decision", "decided_by", "decided_on"])
        changed("papir_besluttet", by=doing.by, at=doing.at, papir=held.key, udvalg=decided.body)
        return _with_decision(held, newest, municipality=municipality, doing=doing)


def _with_decision(paper: Paper, before: PaperEdition, *, municipality: str, doing: Doing) -> PaperEdition | None:
    draft = draft_of(paper)
    if not any(each.filled is Filled.DECISION for each in draft.template.parts):
        return None
    same = replace(draft, shown=read_shown(before.figures.get("shown", {})) if before.protected else None)
    number = before.number + 1
    content = report_of(same, municipality=municipality, made_at=doing.at, version=f"Udgave {number}")
    return _edition(
        paper,
        content,
        number=number,
        figures=before.figures,
        protected=before.protected,
        doing=doing,
        as_of=before.data_at,
        known_at=before.known_at,
    )


# --- small numbers --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Which number, and why it may be shown."""

    key: str
    cell: str
    told: str
    number: int
    reason: str
    role: str


def disclose(paper: Paper, disclosure: Disclosure, *, doing: Doing) -> SmallNumberDecision:
    """Decide that a small number may be shown in this paper; refused where it would give another one back."""
    with transaction.atomic():
        held = _locked(paper)
        if held.state not in {Paper.State.KLADDE, Paper.State.SENDT}:
            raise Refused("Papiret er allerede godkendt. Lad det blive en kladde igen, hvis et tal skal vises.")
        if SmallNumberDecision.objects.filter(key=disclosure.key).exclude(paper=held, cell=disclosure.cell).exists():
            raise Refused("Siden er allerede brugt til et andet tal. Åbn den igen, og vælg tallet.")
        made, fresh = SmallNumberDecision.objects.get_or_create(
            paper=held,
            cell=disclosure.cell,
            defaults={
                "key": disclosure.key,
                "told": disclosure.told,
                "number": disclosure.number,
                "reason": disclosure.reason,
                "role": disclosure.role,
                "by": doing.by.name,
                "at": doing.at,
            },
        )
        if fresh and draft_of(held).problem:
            raise Refused("Tallet kan ikke vises, fordi et andet lille tal så kunne regnes ud. Vis det ikke her.")
        if fresh:
            changed("lille_tal_tilladt", by=doing.by, at=doing.at, papir=held.key, tal=disclosure.cell)
        return made
