"""Which papers has the small municipality? A draft, and one that has been approved and released; both of Team Nord.

Their figures are kept figures written here, so that a test decides how small a number is.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pejl.indicators import Per, period_of
from pejl.web.access.actions import Doing
from pejl.web.access.models import Unit, User
from pejl.web.insight.models import Measured, Measuring, Paper, PaperEdition
from pejl.web.insight.papers.approving import approve, send
from pejl.web.insight.papers.releasing import release
from pejl.web.insight.papers.writing import NewPaper, begin, write
from pejl.web.plan.models import Strategy
from tests.web.nordby import NOW, TODAY

RECEIVED: Final = "underretninger.modtaget"
IN_TIME: Final = "underretninger.vurderet_24_timer"
QUARTER: Final = period_of(date(2026, 2, 1), per=Per.QUARTER)
MUNICIPALITY: Final = "Nordby Kommune"


def papers(units: dict[str, Unit], people: dict[str, User]) -> None:
    """Written by the head of department, approved and released by the head of the centre."""
    draft(units["Team Nord"], by=people["afdelingsleder"], key="papir")
    released(units["Team Nord"], by=people["afdelingsleder"], approver=people["centerchef"])


def count(unit: Unit, counted: int, *, indicator: str = RECEIVED, out_of: int | None = None) -> None:
    """A kept figure of the first quarter; the numbers are those of the test."""
    run, _ = Measuring.objects.get_or_create(as_of=NOW, known_at=NOW, measured_at=NOW, rulebook="prøve")
    Measured.objects.create(
        run=run,
        indicator=indicator,
        version=1,
        unit=unit,
        omraade="social",
        per=Per.QUARTER.value,
        first=QUARTER.first,
        last=QUARTER.last,
        counted=counted,
        out_of=out_of,
    )


def draft(unit: Unit, *, by: User, key: str, template: str = "halvaarsstatus") -> Paper:
    """Begun a week ago."""
    new = NewPaper(
        key=key,
        template=template,
        title=f"Status om {unit.name}",
        unit=unit,
        omraade="social",
        strategy=Strategy.objects.filter(key="plan-strategi").first(),
        body="Børne- og Ungeudvalget",
        meeting_on=TODAY + timedelta(days=14),
        since=TODAY - timedelta(days=182),
        until=TODAY,
    )
    return begin(new, municipality=MUNICIPALITY, doing=Doing(by=by, at=NOW - timedelta(days=7)))


def sent(paper: Paper, *, by: User, words: str = "Tallene ligger, hvor vi ventede.") -> Paper:
    """With words in every part, and sent for approval."""
    doing = Doing(by=by, at=NOW - timedelta(days=6))
    write(paper, {each.spec: words for each in paper.parts.all()}, seen=paper.saved, doing=doing)
    return send(paper, doing=doing)


def approved(paper: Paper, *, by: User, approver: User) -> PaperEdition:
    """Sent by one and approved by another."""
    doing = Doing(by=approver, at=NOW - timedelta(days=5))
    return approve(sent(paper, by=by), municipality=MUNICIPALITY, doing=doing)


def released(unit: Unit, *, by: User, approver: User) -> PaperEdition:
    """What everybody may read, with the key »udgave«."""
    edition = approved(draft(unit, by=by, key="papir-frigivet"), by=by, approver=approver)
    PaperEdition.objects.filter(pk=edition.pk).update(key="udgave")
    edition.refresh_from_db()
    release(edition, doing=Doing(by=approver, at=NOW - timedelta(days=4)))
    return edition
