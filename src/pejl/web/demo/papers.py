"""Which papers has Nordby? One that everybody may read, one approved, one that waits for approval, and a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from pejl.dates import local_day
from pejl.indicators import Per, period_of
from pejl.web.access.actions import Doing
from pejl.web.access.models import Unit, User
from pejl.web.demo.people import DEPARTMENT
from pejl.web.insight.models import Paper
from pejl.web.insight.papers.approving import approve, send
from pejl.web.insight.papers.releasing import release
from pejl.web.insight.papers.writing import NewPaper, begin, write
from pejl.web.plan.models import Strategy
from pejl.web.plan.pages import newest_first
from pejl.web.plan.since import half_a_year_before

_COMMITTEE: Final = "Børne- og Ungeudvalget"
_MUNICIPALITY: Final = "Nordby Kommune"
# The key, the template and the title.
_STATUS: Final = ("halvaar", "halvaarsstatus", "Halvårsstatus på strategien")
_ITEM: Final = ("sag", "sag_norddjurs", "Status på strategien, til drøftelse")
_THEME: Final = ("tema", "temamoede_fire_dele", "Temamøde om børns stemme")
_DRAFT: Final = ("kladde", "halvaarsstatus", "Status på strategien til næste møde")
# What the figures cannot say. No figure is written here: those are drawn.
_STATUS_WORDS: Final[Mapping[str, str]] = {
    "indledning": "Udvalget får to gange om året en status på strategien. Det her er den, der slutter med kvartalet.",
    "spor": "Vi arbejder med få ting ad gangen, så rådgiverne kan følge med.",
    "tal": (
        "Tallene viser, om vi når det, vi skal, til tiden. De viser ikke, om hjælpen virker.\n\n"
        "Læs dem sammen med det, børn og familier fortæller. En handling kan ikke aflæses i et enkelt kvartal."
    ),
    "videre": "Vi fortsætter med de samme spor og følger op igen om et halvt år.",
}
_ITEM_WORDS: Final[Mapping[str, str]] = {
    "sagsfremstilling": "Udvalget har bedt om at drøfte, hvad strategien har ført til indtil nu.",
    "sammenhaeng": "Børne- og ungepolitikken",
    "oekonomi": "Sagen har ingen økonomiske konsekvenser.",
    "lovgrundlag": "Barnets lov",
    "indstilling": "Centerchefen indstiller, at udvalget tager status til efterretning.",
    "bilag": "Halvårsstatus på strategien",
}
_THEME_WORDS: Final[Mapping[str, str]] = {
    "tal": "Vi taler med flere børn, før vi afgør noget. Tallet siger ikke, hvad samtalen betød for barnet.",
    "praksis": "Rådgiverne fortæller, at de mindste børn er sværest at spørge.",
    "muligheder": "Skal vi øve os på de mindste børn først, eller skal vi spørge alle om mere?",
}


def make_papers(*, now: datetime) -> None:
    """Written by the head of department, approved and released by the head of the centre."""
    karen, henrik = (User.objects.get(username=name) for name in ("karen", "henrik"))
    writing, approving = Doing(by=karen, at=now), Doing(by=henrik, at=now)
    today = local_day(now)
    status = _begun(_STATUS, until=_quarter_ended(today), doing=writing)
    write(status, _STATUS_WORDS, seen=status.saved, doing=writing)
    send(status, doing=writing)
    release(approve(status, municipality=_MUNICIPALITY, doing=approving), doing=approving)
    item = _begun(_ITEM, until=today, doing=writing)
    write(item, _ITEM_WORDS, seen=item.saved, doing=writing)
    send(item, doing=writing)
    approve(item, municipality=_MUNICIPALITY, doing=approving)
    theme = _begun(_THEME, until=today, doing=writing)
    write(theme, _THEME_WORDS, seen=theme.saved, doing=writing)
    send(theme, doing=writing)
    draft = _begun(_DRAFT, until=today, doing=writing)
    words = {"indledning": "Udvalget får her en status på strategien siden sidste møde."}
    write(draft, words, seen=draft.saved, doing=writing)


def _begun(what: tuple[str, str, str], *, until: date, doing: Doing) -> Paper:
    key, template, title = what
    today = local_day(doing.at)
    new = NewPaper(
        key=f"nordby-{key}",
        template=template,
        title=title,
        unit=Unit.objects.get(name=DEPARTMENT),
        omraade="social",
        strategy=newest_first().filter(status=Strategy.Status.I_KRAFT).first(),
        body=_COMMITTEE,
        meeting_on=_wednesday(today + timedelta(days=21)),
        since=half_a_year_before(until),
        until=until,
    )
    return begin(new, municipality=_MUNICIPALITY, doing=doing)


def _quarter_ended(today: date) -> date:
    """The last day of the newest quarter that has ended."""
    return period_of(today, per=Per.QUARTER).first - timedelta(days=1)


def _wednesday(day: date) -> date:
    """That day, or the first Wednesday after: no committee meets on a Sunday."""
    return day + timedelta(days=(2 - day.weekday()) % 7)
