"""What holds for every rule, whatever its examples show? Each is asked of the rules, and of each of their mutants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pejl.engine import plain
from pejl.engine.case import Case
from pejl.events import KILDE_DAEKKER, Event
from pejl.law import InForce
from pejl.rules import Rule, Rulebook
from pejl.tables import Coverage
from tests.spec.example import Example

Truth = Callable[[Rule, Iterable[Example]], bool]

_BARNETS_LOV: Final = InForce(first=date(2024, 1, 1))
_SERVICELOVEN: Final = InForce(last=date(2023, 12, 31))
# The days each act counts from and to, as the law notes have them; an act not named here is in force all the time.
_DAYS_OF_ACTS: Final[Mapping[str, InForce]] = {
    "BL": _BARNETS_LOV,
    "SEL": _SERVICELOVEN,
    # Read as it has been since 2025; what stood before barnets lov has not been read.
    "VAB": _BARNETS_LOV,
    "LBU": InForce(first=date(2019, 1, 1)),
}
# Versions whose days are others than their act's, each with its reason.
OTHER_DAYS: Final[Mapping[tuple[str, str], InForce]] = {
    # Put into serviceloven in 2009 (law of 28 April 2009; law.md A8, FAM-01).
    ("handicap.familievejledning", "SEL"): InForce(date(2009, 7, 1), date(2023, 12, 31)),
    # The right to complain came with the amendment of March 2024 (law.md A3, BRN-06); its own day was not found.
    ("barnet.oenske_klagevejledning", "BL"): InForce(first=date(2024, 3, 5)),
}
# Rules that only the first start of a course begins, each with its reason.
FIRST_ONLY: Final[Mapping[str, str]] = {
    "opfoelgning.rytme": "the rhythm is decided at the first follow-up (barnets lov § 95, stk. 3)",
    "ungeplan.ved_16_aar": "the young person is sixteen once, however many plans there have been",
}


def in_force_as_its_act(rule: Rule, _: Iterable[Example]) -> bool:
    """A version counts on the days of the act it cites."""
    days = OTHER_DAYS.get((rule.key, rule.cites.act.short), _DAYS_OF_ACTS.get(rule.cites.act.short, InForce()))
    return rule.in_force == days


def every_start_begins_a_duty(rule: Rule, examples: Iterable[Example]) -> bool:
    """What starts a rule twice in a course starts two duties, unless the first alone is to count."""
    if rule.key in FIRST_ONLY:
        return rule.only_first
    return all(_twice(rule, example) for example in examples)


def _twice(rule: Rule, example: Example) -> bool:
    """With its start once more on the day after, the example gives another row; asked only where there is one."""
    events, book = example.ledger(), Rulebook((rule,))
    rows = plain.evaluate(events, rulebook=book, as_of=example.moment)
    if len(rows) != 1 or rule.when:
        return True  # a second start a day later may meet another case than the first did
    (start,) = (each for each in events if each.event_id == rows[0].starts_event)
    again = replace(start, event_id=f"{start.event_id} igen", day=start.day + timedelta(days=1), at=None)
    if again.day > example.moment.date() or again.day not in rule.in_force or not _starts(rule, again):
        return True
    found = plain.evaluate([*events, again], rulebook=book, as_of=example.moment)
    return {start.event_id, again.event_id} <= {row.starts_event for row in found}


def _starts(rule: Rule, event: Event) -> bool:
    """Whether the event itself starts the rule; a later row of a rhythm counts from what met the one before."""
    if event.kind == KILDE_DAEKKER.key:
        return False
    case = Case([event], coverage=Coverage(), today=event.day)
    return bool(case.of(rule.starts))


TRUTHS: Final[tuple[Truth, ...]] = (in_force_as_its_act, every_start_begins_a_duty)
