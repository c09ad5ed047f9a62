"""How does the judgement of a project stand on paper: what we asked, tried, saw, learned and decided (N17)?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pejl.reports import Aside, Heading, Part, Report, Table, Text
from pejl.web.components import integer, short_day
from pejl.web.plan.areas import there
from pejl.web.plan.models import Project, Trial

_NOT_WRITTEN = "Ikke skrevet."
# How it is judged, in the order it is thought (L3).
DESIGN = (
    ("Det vil vi vide", "questions"),
    ("Det ser vi på", "measures"),
    ("Sådan var det før", "baseline"),
    ("Sådan samler vi ind", "data"),
)


def pilot_paper(project: Project, *, municipality: str, made_at: datetime) -> Report:
    """The whole of it; what nobody wrote is said to be missing."""
    return Report(
        title=f"Evaluering: {project.name}",
        subtitle=str(project.get_kind_display()),
        municipality=municipality,
        made_at=made_at,
        facts=tuple((name, str(value)) for name, value in project_facts(project)),
        parts=(*_asked(project), *_tried(project), *_learned(project)),
    )


def project_facts(project: Project) -> list[tuple[str, object]]:
    """What is known of it; what nobody has written is left out."""
    told: list[tuple[str, object]] = [
        ("Målgruppe", project.target_group),
        ("Samarbejdspartnere", project.partner),
        ("Finansiering", project.funder),
        ("Beløb", f"{integer(project.money)} kr." if project.money is not None else ""),
        ("Periode", _days(project)),
        ("Tid, som papiret skriver den", project.when_words),
        (project.strategy.focus_word, project.area or ""),
        ("Kontakt", project.owner_words),
        ("Kilde", project.source),
    ]
    return [(name, value) for name, value in told if value]


def _days(project: Project) -> str:
    first, last = short_day(project.first), short_day(project.last)
    if first and last:
        return f"{first} – {last}"
    return f"Fra {first}" if first else f"Til {last}" if last else ""


def _asked(project: Project) -> Iterator[Part]:
    yield Heading(text="Formål")
    yield Text(body=project.aim or _NOT_WRITTEN)
    yield Heading(text="Sådan vil vi vide, om det virker")
    for heading, name in DESIGN:
        yield Heading(text=heading, level=2)
        yield Text(body=getattr(project, name) or _NOT_WRITTEN)


def _tried(project: Project) -> Iterator[Part]:
    yield Heading(text="Prøvehandlinger")
    trials = list(there(Trial, "on", project=project))
    if not trials:
        yield Text(body="Der er ikke skrevet nogen prøvehandlinger.")
        return
    yield Table(
        caption="Det prøvede vi, det så vi, det gør vi nu",
        head=("Det prøvede vi", "Dag", "Det så vi", "Det gør vi nu"),
        rows=tuple((each.tried, short_day(each.on) or "–", each.saw or "–", each.following or "–") for each in trials),
    )


def _learned(project: Project) -> Iterator[Part]:
    yield Heading(text="Det har vi lært")
    yield Text(body=project.learning or _NOT_WRITTEN)
    yield Heading(text="Beslutning")
    if project.decision:
        day = f", {short_day(project.decided_on)}" if project.decided_on else ""
        yield Text(body=f"{project.get_decision_display()}{day}.\n\n{project.decided_why}")
    else:
        yield Text(body="Der er ikke truffet en beslutning endnu.")
    if project.decision == Project.Decision.DRIFT:
        kept = project.kept_by or "Ingen er skrevet på"
        yield Heading(text="Overgang til drift", level=2)
        yield Text(body=f"Det, projektet efterlod: {project.left_behind or _NOT_WRITTEN}\n\nHoldes i live af: {kept}.")
    yield Aside(
        title="Læs det med omtanke",
        body="Det, der skete bagefter, behøver ikke være sket på grund af projektet. Andet kan have ændret sig imens.",
    )
