"""Which addresses has the web, and with what is each tried? Every parameter and every form has something here.

A parameter without values fails the tests of access, and so does an address that is missing in the role table: no
page can be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from pejl.web.access.marks import mark_of
from pejl.web.access.models import User
from pejl.web.access.roles import ROLES, Right
from pejl.web.cases.models import DeadlineRow
from tests.web.nordby import PROTECTED

# What each parameter of an address is tried with: what is theirs, what is another's, what is protected, what is not.
VALUES: dict[str, tuple[str, ...]] = {
    "key": ("egen", "syd", PROTECTED, "findes-ikke"),
    "kind": ("vurdering_24_timer", "raadgiver_tildelt"),
    "event_id": ("egen-notat-50-", f"{PROTECTED}-notat-50-", "findes-ikke"),
    "mark": ("egen", PROTECTED, "findes-ikke"),  # the tests put real marks in the place of the first two
    "batch": ("indlaest", "findes-ikke"),
    "contact": ("egen", "syd", PROTECTED, "findes-ikke"),
    "person": ("n-egen", f"n-{PROTECTED}", "findes-ikke"),
    "text": ("brev.afgoerelse_barn", "findes.ikke"),
    "place": ("sted-a", "findes-ikke"),
    "talk": ("samtale-a", "findes-ikke"),
    "offer": ("aaben_raadgivning", "findes-ikke"),
    "promise": ("loefte-a", "findes-ikke"),
    "letter": ("brev-egen", f"brev-{PROTECTED}", "findes-ikke"),
    "afsender": ("skole", "findes-ikke"),
    "rule": ("underretning.vurderes", "findes.ikke"),
    "indicator": ("anbringelser.anbragte", "findes.ikke"),
    # The plan knows no case: one row of it is enough to try (tests/web/test_sheets.py tries them all).
    "sheet": ("handling", "findes-ikke"),
    "paper": ("papir", "findes-ikke"),
    "edition": ("udgave", "findes-ikke"),
    "young": ("unge-a", "findes-ikke"),
    "belongs": ("plan-strategi", "findes-ikke"),
    "row": ("plan-handling", "findes-ikke"),
    "area": ("plan-fokusomraade", "findes-ikke"),
    "version": ("plan-udgave", "findes-ikke"),
    "strategy": ("plan-strategi", "findes-ikke"),
    "course": ("plan-forloeb", "findes-ikke"),
    "theme": ("plan-tema", "findes-ikke"),
    "plan": ("plan-strategi", "findes-ikke"),
    "unit": ("plan-enhed", "findes-ikke"),
    "runde": ("plan-runde", "findes-ikke"),
    "item": ("plan-aarshjul", "findes-ikke"),
    "dag": ("2026-06-10", "findes-ikke"),
    "punkt": ("danmarkskortet", "findes-ikke"),
    "aar": ("2026",),
    "adresse": ("plan-kalender", "findes-ikke"),
    "meeting": ("plan-temamoede", "findes-ikke"),
    "practice": ("plan-praksiscase", "findes-ikke"),
    "project": ("plan-projekt", "findes-ikke"),
    "fil": ("docx", "findes-ikke"),
    "worklist": ("arbejdsliste", "findes-ikke"),
}
# What a list may be asked for, besides nothing.
QUERIES: dict[str, tuple[str, ...]] = {
    "sager": ("vis=100&orden=frist", "overskredet=1", "afsluttede=1", "raadgiver=RAAD"),
    "min-dag": ("gruppe=overskredet", "gruppe=afsluttede-sager", "gruppe=kan-ikke-afgoeres"),
    "sag": ("alle=1",),
    "registrer": ("efter=egen-notat-50-", f"efter={PROTECTED}-notat-50-"),
    "barnets-spor": ("til=familien",),
    "planen": ("udgave=familien",),
    "sagens-vej": ("vis=mangler",),
    "haandbog": ("slags=brev&trin=KONTAKT",),
    "handlinger": ("vis=alle",),
    "aarshjul": ("aar=2026", "aar=9999"),
    "siden-sidst": ("siden=2025-04-01",),
    "haandbog-lov": ("sted=Barnets+lov+%C2%A7+5",),
    "fordeling": ("raadgiver=RAAD",),
    "log": ("maaned=2026-05",),
    "log-stikproeve": ("maaned=2026-05",),
    "overblik": ("fra=&til=", "team=1"),
    "overblik-regel": ("fra=&til=",),
    "overblik-sager": ("fra=&til=&status=overdue", "maaned=ingen"),
    "overblik-sager-csv": ("fra=&til=&status=overdue",),
    "overblik-undersoegelser": ("fra=&til=",),
    "overblik-inddragelse": ("fra=2025-01", "fra=2025-01&part=barnet&trin=kontakt"),
    "noegletal": ("per=kvartal", "omraade=handicap"),
    "noegletal-et": ("per=kvartal",),
    "noegletal-mod-hinanden": ("per=maaned", "omraade=handicap"),
    "kompetence-virkning": ("beslutning=2", "omraade=handicap"),
    "noegletal-sager": ("periode=2026-05", "periode=2026-K2&svar=ja"),
    "noegletal-dengang": ("kendt=2026-05-15&periode=2026-05",),
    "overblik-aendring": ("siden=2026-05-01",),
    "overblik-arbejdslister": ("slags=nedbringelse",),
    "overblik-hvad-nu-hvis": ("regel=underretning.vurderes+BL+2024-01-01&antal=72",),
}
# One form that has a field for whatever any page reads, with the protected child in each.
FORM = {
    "q": "Barn Beskyttet",
    "soeg": "Barn Beskyttet",
    "nummer": f"NB-{PROTECTED}",
    "number": f"NB-{PROTECTED}",
    "sagsnummer": f"NB-{PROTECTED}",
    "reason": "Vagten har fået en akut henvendelse om barnet og skal se sagen.",
    "begrundelse": "Vagten har fået en akut henvendelse om barnet og skal se sagen.",
    "initials": "RAAD",
    "to": PROTECTED,
    "aftale": f"{PROTECTED}-notat-50-",
    "tekst": "Barn Beskyttet",
    "besked": "Barn Beskyttet",
    "sag": f"{PROTECTED}:0",
    "ny_raadgiver": "RAAD",
    # What is written in, and who a child is, with all that would find the protected child.
    "goer": "gem",
    "dag": "2026-06-10",
    "klokken": "08:00",
    "afsender": "skole",
    "type": "underretning_modtaget",
    "kanal": "telefon",
    "barn-0-barn": "Barn Beskyttet",
    "barn-0-navn": "Barn Beskyttet",
    "barn-0-cpr": "034517-1004",
    "barn-0-foedt": "2017-05-03",
    "barn-0-sag": "nyt",
    "til": PROTECTED,
    "token": "et-nummer-til-en-formular",
    "soeskende": PROTECTED,
}


def patterns() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name and the parameters of every address of ours."""
    yield from _of(get_resolver().url_patterns)


def _of(found: list[URLPattern | URLResolver]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in found:
        if isinstance(each, URLResolver):
            yield from _of(each.url_patterns)
        elif not each.callback.__module__.startswith("mozilla_django_oidc"):
            yield str(each.name), tuple(each.pattern.converters)


@cache
def of_the_plan() -> frozenset[str]:
    """The addresses of the plan, which knows no case (import-linter holds it): there a person is only their rights."""
    return frozenset(_named(get_resolver().url_patterns, "pejl.web.plan."))


def _named(found: list[URLPattern | URLResolver], place: str) -> Iterator[str]:
    for each in found:
        if isinstance(each, URLResolver):
            yield from _named(each.url_patterns, place)
        elif each.callback.__module__.startswith(place):
            yield str(each.name)


def one_of_each() -> frozenset[str]:
    """A role for each set of rights that the plan asks about."""
    asked = {Right.PLAN, Right.APPROVE, Right.DISCLOSE, Right.CIRCLE, Right.TEXTS, Right.OVERVIEW}
    return frozenset({role.rights & asked: role.key for role in ROLES}.values())


def theirs(name: str, parameters: tuple[str, ...]) -> dict[str, str]:
    """Values with which an address is there for those it is for."""
    chosen = {each: VALUES[each][0] for each in parameters}
    if "mark" in chosen:
        chosen["mark"] = _mark(name)
    return chosen


def _mark(name: str) -> str:
    if name == "medarbejder":
        return mark_of(User.objects.get(username="raadgiver"))
    return DeadlineRow.objects.filter(case__key="egen").order_by("mark")[0].mark


def filled_in(name: str, parameters: tuple[str, ...], *, values: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The address with every choice of values, and with everything it may be asked for."""
    for chosen in product(*(values[each] for each in parameters)):
        address = reverse(name, kwargs=dict(zip(parameters, chosen, strict=True)))
        yield address
        yield from (f"{address}?{query}" for query in QUERIES.get(name, ()))
