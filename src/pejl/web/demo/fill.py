"""How does an empty database become Nordby Kommune? Units, people, the simulated cases with names, fresh worries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from django.db import transaction

from pejl.dates import local_day
from pejl.events import Event
from pejl.ledger import events_of
from pejl.simulation import simulate
from pejl.web.access.models import Case, User
from pejl.web.cases import bridge
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import EventRow
from pejl.web.demo.children import make_children
from pejl.web.demo.circle import make_circle
from pejl.web.demo.competences import make_competences
from pejl.web.demo.counselling import make_counselling
from pejl.web.demo.cross_advisers import make_cross_advisers
from pejl.web.demo.doors import Town, make_doors
from pejl.web.demo.goals import goals_and_agreements
from pejl.web.demo.helped_early import helped_early
from pejl.web.demo.letters import make_letters
from pejl.web.demo.municipality import Municipality, read
from pejl.web.demo.papers import make_papers
from pejl.web.demo.people import PEOPLE
from pejl.web.demo.plan import make_plan
from pejl.web.demo.plan_actions import make_plan_actions
from pejl.web.demo.plan_course import fill_course
from pejl.web.demo.plan_goals import fill_goals
from pejl.web.demo.plan_themes import fill_themes
from pejl.web.demo.plan_training import fill_training
from pejl.web.demo.promises import make_own_method, make_promises
from pejl.web.demo.public_form import make_public_letter
from pejl.web.demo.quality import make_quality
from pejl.web.demo.rare import make_rare
from pejl.web.demo.rest_of_law import rest_of_law
from pejl.web.demo.sent_letters import make_sent_letters
from pejl.web.demo.staff import make_cover, make_staff
from pejl.web.demo.transition import make_transition
from pejl.web.demo.voices import make_voices
from pejl.web.demo.watches import make_watches
from pejl.web.demo.worklists import make_worklists
from pejl.web.demo.worries import fresh_worries
from pejl.web.insight.actions import measure

INHABITANTS: Final = 30_000
YEARS: Final = 3
_SEED: Final = 1
_WITH_WORRIES: Final = 4  # of the first adviser's cases


def fill(*, now: datetime, inhabitants: int = INHABITANTS, years: int = YEARS) -> None:
    """Fill an empty database, all or nothing; one that has people in it is left as it is."""
    today, random = local_day(now), Random(_SEED)
    with transaction.atomic():
        if User.objects.exists():
            return
        municipality = _invented(today, inhabitants=inhabitants, years=years)
        users = make_staff(municipality, today=today, random=random)
        municipality = helped_early(municipality, [users[each.username] for each in PEOPLE], today=today)
        make_cover(users, municipality, today=today)
        cases = {number: Case(number=number) for number in sorted(municipality.by_case)}
        town = Town(municipality, users, cases)
        Case.objects.bulk_create(cases.values())
        # Before anything is judged: some duties count by the day of birth.
        make_children(municipality, cases, today=today, random=random)
        told = (*_fresh(town, now=now), *_agreed(town, now=now), *rest_of_law(town, now=now))
        _keep([*municipality.events, *told], cases, now=now)
        make_doors(town, now=now, random=random)
        make_letters(town, now=now)
        make_public_letter(now=now)
        make_competences(town, now=now)
        make_promises(town, now=now)
        make_own_method(town, now=now)
        make_watches(town, now=now)
        make_cross_advisers(town, now=now)
        make_rare(town, now=now)
        make_transition(town, now=now)
        make_voices(town, now=now)
        make_sent_letters(town, now=now)
        make_circle(town, now=now)
        make_counselling(town, now=now)
        make_worklists(town, now=now)
        make_quality(town, now=now)
        writing = make_plan(town, now=now)
        make_plan_actions(writing)
        fill_goals(writing)
        fill_course(writing)
        fill_themes(writing)
        fill_training(writing)
        measure(now=now)
        make_papers(now=now)


def _invented(today: date, *, inhabitants: int, years: int) -> Municipality:
    """The municipality as it stood last night."""
    ledger = simulate(inhabitants, years=years, seed=_SEED, last_day=today - timedelta(days=1)).events
    return read(events_of(ledger))


def _fresh(town: Town, *, now: datetime) -> Iterator[Event]:
    mette, jonas = ([case.number for case in town.of(username)] for username in ("mette", "jonas"))
    # The last of Jonas' cases is protected.
    return fresh_worries((mette, jonas[:-1]), now=now)


def _agreed(town: Town, *, now: datetime) -> Iterator[Event]:
    # Not the cases with a fresh worry.
    cases = [case.number for case in town.of("mette")][_WITH_WORRIES:]
    return goals_and_agreements(town.municipality, cases, now=now)


def _keep(events: list[Event], cases: dict[str, Case], *, now: datetime) -> None:
    insert(EventRow, [bridge.row_of(event, case=cases.get(event.case_id)) for event in events])
    bridge.keep(bridge.worked_out(list(cases.values()), events, as_of=now))
