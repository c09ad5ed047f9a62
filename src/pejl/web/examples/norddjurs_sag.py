"""What did Norddjurs' committee have before it on 18 April 2024, and what did it decide?

The item as its paper tells of it: its headings in their order, its facts and names, with the words our own. Two things
stand apart as they do there. The status is per March and is discussed in April. The recommendation is that the status
be »taget til efterretning«, and the decision is »Godkendt«.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from pejl.web.access.actions import Doing
from pejl.web.access.models import Unit, User
from pejl.web.insight.models import Paper
from pejl.web.insight.papers.approving import Decided, approve, decide, send
from pejl.web.insight.papers.writing import NewPaper, begin, write
from pejl.web.plan.models import Strategy

KEY: Final = "norddjurs-2024-04-18"
MUNICIPALITY: Final = "Norddjurs Kommune"
COMMITTEE: Final = "Børne- og Ungdomsudvalget"
# The committee was to have a status twice in 2023 and twice in 2024; the paper does not give the day of the last one.
_SINCE: Final = date(2023, 10, 1)
_STATUS_PER: Final = date(2024, 3, 31)
_MEETING: Final = date(2024, 4, 18)
_WRITTEN: Final = datetime(2024, 4, 8, 8, tzinfo=UTC)
_APPROVED: Final = datetime(2024, 4, 10, 8, tzinfo=UTC)
_DECIDED: Final = datetime(2024, 4, 18, 15, tzinfo=UTC)
_SOURCE: Final = "Kilde: Norddjurs, sag til Børne- og Ungdomsudvalget 18. april 2024"

WORDS: Final[Mapping[str, str]] = {
    "sagsfremstilling": (
        "Den 15. november 2022 godkendte Kommunalbestyrelsen rapporten om udviklingsprocessen på Socialområdet. "
        "Komponent havde stået for den. Samtidig blev det besluttet, hvilke tiltag der skal følge op på Komponents "
        "anbefalinger i de næste 3-5 år.\n\n"
        "Børne- og Ungdomsudvalget, Voksen- og Plejeudvalget og den politiske styregruppe skal have en status to gange "
        "om året i 2023 og 2024. Området er siden delt mellem to chefer. Derfor får Socialområdet og Børne- og "
        "Familieområdet nu hver sin status. Den for Børne- og Familieområdet er vedlagt.\n\n"
        "En af Komponents fem overordnede anbefalinger er, at hvert af de to områder får en prioriteret strategi, en "
        "handleplan og en realistisk tidsplan. I 1. kvartal 2024 har Børne- og Familieområdet arbejdet med en fælles "
        "langsigtet strategi, der bygger på Barnets Lov.\n\n"
        "Den 1. marts 2024 var der temadag om strategiens pejlemærker. Med var blandt andre Norddjurs Fælles Elevråd, "
        "Ungdommens Røde Kors, Mødrehjælpen, Anbragte Børns Vilkår, Handicaprådet, udvalget selv, områdeudvalget, "
        "medarbejdere og ledere og tre andre fagområder. I maj mødes Skole- og Dagtilbudsområdet og Børne- og "
        "Familieområdet til en workshop om en fælles vision.\n\n"
        "Strategien er også et arbejde med kulturen: hvordan vi tænker om og møder børn og unge. Der er holdt og "
        "planlagt ledermøder og workshops om det. Desuden har der været fokus på ledelse, og Børne- og "
        "familierådgivningen har taget et nyt journalsystem i brug.\n\n"
        f"{_SOURCE}, s. 1-2"
    ),
    "sammenhaeng": (
        "Sagen hænger sammen med:\n\n"
        "Organisations- og ledelseskodekset Vores Norddjurs\n"
        "Det sammenhængende ledelsessystem\n"
        "Principper for afbureaukratisering\n"
        "MED-aftalen\n"
        "Personalepolitikken\n"
        "§ 17, stk. 4-udvalget om rekruttering og fastholdelse, nedsat med budgetaftalen for 2023\n"
        "Barnets Lov\n\n"
        f"{_SOURCE}, s. 2"
    ),
    "oekonomi": (
        "Aftalen om Budget 2023 satte 0,5 mio. kr. af til processen på Børne- og Ungdomsudvalgets område. Pengene er "
        f"alle udmøntet for 2023 og overslagsårene.\n\n{_SOURCE}, s. 2"
    ),
    "lovgrundlag": "Barnets Lov.",
    "indstilling": (
        "Velfærdsdirektøren indstiller, at status pr. marts 2024 på udviklingsprocessen på Børne- og Familieområdet "
        "tages til efterretning."
    ),
    "bilag": "Status på udviklingsproces på Børne- og Familieområdet pr. marts 2024",
}
DECISION: Final = "Godkendt."


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who wrote it, and who approved it."""

    writer: User
    approver: User


def make_item(unit: Unit, people: People, *, strategy: Strategy | None = None) -> Paper:
    """The item, approved before the meeting, with the decision written in after it.

    The strategy was decided in December 2024, so without one nothing is drawn and the item is what people wrote.
    """
    new = NewPaper(
        key=KEY,
        template="sag_norddjurs",
        title="Status på udviklingsproces på Børne- og Familieområdet pr. marts 2024",
        unit=unit,
        omraade="social",
        strategy=strategy,
        body=COMMITTEE,
        meeting_on=_MEETING,
        since=_SINCE,
        until=_STATUS_PER,
    )
    writing, approving = Doing(by=people.writer, at=_WRITTEN), Doing(by=people.approver, at=_APPROVED)
    paper = begin(new, municipality=MUNICIPALITY, doing=writing)
    write(paper, WORDS, seen=paper.saved, doing=writing)
    send(paper, doing=writing)
    approve(paper, municipality=MUNICIPALITY, doing=approving)
    decided = Decided(words=DECISION, body=COMMITTEE, on=_MEETING)
    decide(paper, decided, municipality=MUNICIPALITY, doing=Doing(by=people.writer, at=_DECIDED))
    paper.refresh_from_db()
    return paper
