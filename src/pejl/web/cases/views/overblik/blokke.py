"""What does a leader look for first? Notifications, investigations, plans and follow-ups, and the child's own voice.

Each block reads from figures that were counted once; nothing here asks the database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from pejl import events as kinds
from pejl.events import Kind
from pejl.rules import Force
from pejl.web.access.request import Request
from pejl.web.cases.overview.intake import ASSESSED, CHILD, CONTACTS, Count4
from pejl.web.cases.overview.investigations import Group, Phase
from pejl.web.cases.overview.selection import Selection
from pejl.web.cases.overview.tally import Tally, summed
from pejl.web.cases.views.overblik.visning import kept_kind
from pejl.web.components import count_of, integer

_PLANS: Final = {
    "plan.foer_afgoerelse": "Plan før afgørelsen",
    "plan.stoettende_indsats": "Plan ved støttende indsats",
    "plan.anbringelse": "Plan ved anbringelse med samtykke",
    "opfoelgning.foerste": "Første opfølgning",
    "opfoelgning.naeste": "Næste opfølgning i sagens egen rytme",
}
_CAME_IN: Final = {
    kinds.UNDERRETNING_MODTAGET: "Underretninger",
    kinds.HENVENDELSE_MODTAGET: "Henvendelser",
    kinds.ANSOEGNING_MODTAGET: "Ansøgninger",
}
_VOICE: Final = {
    kinds.SAMTALE_MED_BARNET: "Samtaler med barnet",
    kinds.KONTAKT_MED_BARNET: "Anden direkte kontakt med barnet",
    kinds.SAMTALE_UNDLADT: "Samtale undladt",
    kinds.HOLDNING_INDHENTET: "Barnets holdning indhentet på anden måde",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Everything the blocks are made of."""

    request: Request
    selection: Selection
    counted: Mapping[tuple[str, str], Tally]
    registered: Mapping[Kind, Count4]
    phases: Mapping[tuple[Phase, Group], int]
    with_plan: int

    def tally(self, rule: str) -> Tally:
        """All versions of a rule together."""
        return summed(dict(self.counted), rule=rule)

    def url(self, name: str, *which: str) -> str:
        """A page with more of the same kind of cases."""
        kept = urlencode(kept_kind(self.selection))
        return f"{reverse(name, args=which)}{'?' if kept else ''}{kept}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a block; a local goal is marked as such."""

    words: str
    value: str
    force: Force | None = None


@dataclass(frozen=True, slots=True)
class CameIn:
    """One way of coming in, in its four units."""

    words: str
    counts: Count4


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the front page."""

    title: str
    facts: list[Fact]
    link_words: str = ""
    url: str = ""
    came_in: list[CameIn] = field(default_factory=list)

    @property
    def without_family(self) -> int:
        """Children whose family is not known: the families are fewer than they seem."""
        return sum(each.counts.without_family for each in self.came_in)


def blocks(source: Source) -> Iterator[Block]:
    """The four, in the order of the law."""
    yield _notifications(source)
    yield _investigations(source)
    yield _plans(source)
    yield _voice(source)


def _notifications(source: Source) -> Block:
    called = "Indkaldt til partshøring i tide"
    facts = [
        Fact("24-timers vurdering i tide", _in_time(source.tally(ASSESSED))),
        Fact("Kvittering til underretter i tide", _in_time(source.tally("underretning.kvitteres"))),
        Fact(called, _in_time(source.tally("lokal.partshoering_indkaldes")), Force.LOCAL),
        Fact("Tilbagemelding til faglig underretter", _done(source.tally("underretning.tilbagemeldes"))),
    ]
    wanted = CONTACTS[:1] if source.selection.notifier else CONTACTS
    came_in = [CameIn(_CAME_IN[kind], source.registered.get(kind, Count4())) for kind in wanted]
    url = source.url("overblik-regel", ASSESSED)
    return Block("Underretninger", facts, "Fordelt på måned, team og underretter", url, came_in)


def _investigations(source: Source) -> Block:
    running = {group: source.phases.get((Phase.RUNNING, group), 0) for group in Group}
    done = {group: source.phases.get((Phase.DONE, group), 0) for group in Group}
    over = sum(number for group, number in running.items() if group.over)
    late = sum(number for group, number in done.items() if group.over)
    number = sum(running.values())
    facts = [
        Fact("Løber nu", integer(number)),
        Fact("heraf over fire måneder", integer(over)),
        Fact("heraf med undersøgelsesplan", f"{integer(source.with_plan)} af {integer(number)}" if number else "ingen"),
        Fact("Afsluttet i perioden", integer(sum(done.values()))),
        Fact("heraf inden for fire måneder", count_of(done[Group.IN_TIME], done[Group.IN_TIME] + late)),
    ]
    url = source.url("overblik-undersoegelser")
    return Block("Undersøgelser", facts, "Hvor mange er over fristen, og hvor længe?", url)


def _plans(source: Source) -> Block:
    return Block("Planer og opfølgninger", [Fact(words, _kept(source.tally(rule))) for rule, words in _PLANS.items()])


def _voice(source: Source) -> Block:
    facts = [
        Fact(
            "Samtale eller anden direkte kontakt før afgørelsen",
            _in_time(source.tally("barnet.hoeres_foer_afgoerelse")),
        ),
        Fact("Samtale ved mistanke om overgreb", _done(source.tally("underretning.samtale_overgreb"))),
    ]
    if not source.selection.notifier:  # what was held is not tied to who notified
        facts += [Fact(_VOICE[kind], _of_children(source.registered.get(kind, Count4()))) for kind in CHILD]
    url = source.url("overblik-regel", "barnet.hoeres_foer_afgoerelse")
    return Block("Barnets samtaler", facts, "Hørt før afgørelsen, måned for måned", url)


def _in_time(tally: Tally) -> str:
    return _with_unknown(count_of(tally.met, tally.judged), tally)


def _kept(tally: Tally) -> str:
    if not tally.total:
        return "ingen i perioden"
    late = f"{integer(tally.overdue)} overskredet" if tally.overdue else "ingen overskredet"
    return _with_unknown(f"{count_of(tally.met, tally.judged)} i tide, {late}", tally)


def _done(tally: Tally) -> str:
    """For a duty without a number: how many have got it, and for how many it still stands open."""
    if not tally.total:
        return "ingen i perioden"
    told = f"{integer(tally.met)} opfyldt, {integer(tally.running)} åben{'' if tally.running == 1 else 'e'}"
    return _with_unknown(told, tally)


def _with_unknown(words: str, tally: Tally) -> str:
    return f"{words}; {integer(tally.unknown)} kan ikke afgøres" if tally.unknown else words


def _of_children(counts: Count4) -> str:
    if not counts.registered:
        return "ingen registreret"
    children = "1 barn" if counts.children == 1 else f"{integer(counts.children)} børn"
    return f"{integer(counts.registered)} ({children})"
