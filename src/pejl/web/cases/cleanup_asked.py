"""Which fields of which events do the rules ask about, so that a missing one leaves a duty in doubt?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from pejl.rulebook import RULEBOOK
from pejl.rules import Exemption, FieldSet, Match, Rule

# Which fields of which kinds of event a condition asks about.
Asked = dict[str, tuple[str, ...]]


def _asked(matches: Iterable[Match], exemptions: Iterable[Exemption] = ()) -> Asked:
    """A field that only must be filled in is left out: it is never in doubt."""
    found = defaultdict[str, dict[str, None]](dict)
    for match in matches:
        for condition in (*match.where, *(each.condition for each in exemptions)):
            if not isinstance(condition, FieldSet):
                found[match.kind.key][condition.field] = None
    return {kind: tuple(fields) for kind, fields in found.items()}


def _of_start(rule: Rule) -> Asked:
    return _asked(rule.starts, rule.excused_if)


def _of_others(rule: Rule) -> Asked:
    running = (match for each in rule.running for match in each.begun_by)
    return _asked((*rule.met_by, *rule.stopped_by, *rule.excused_by, *running))


# By rule, whichever version: what is asked of the event that starts the duty, and of the others.
ASKED: Final[Mapping[str, tuple[list[Asked], list[Asked]]]] = {
    key: ([_of_start(rule) for rule in rules], [_of_others(rule) for rule in rules])
    for key, rules in RULEBOOK.by_key.items()
}
