"""What changed in the law between two days, and on what do the rules rest? For people as text, for programs as JSON.

Law, guidance and the municipality's own goals are counted apart, and what is not confirmed is named one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import fill
from typing import Final

from pejl import wording
from pejl.cli.layout import counted, heading, number, table
from pejl.dates import danish_date
from pejl.engine.explain import FORCE_WORDS
from pejl.law import Sure
from pejl.law_by_date import Changed, Difference, differences
from pejl.rules import Force, Rule, Rulebook

_WIDTH: Final = 110
_FIRST_WIDTH: Final = 28
_BEGAN: Final = "PLIGTER, DER BEGYNDER I REGELBOGEN"
# An older act is known only as far as it has been read.
_MAYBE_BEFORE: Final = "  Nogle af dem kan have stået i den ældre lov uden at være læst der."


# --- from one day to another ----------------------------------------------------------------------------------


def diff_lines(book: Rulebook, first: date, second: date) -> Iterator[str]:
    """What began, ended and changed, in the rules' own words."""
    found = differences(book, first, second)
    yield f"Fra {danish_date(first)} til {danish_date(second)}"
    if not found:
        yield ""
        yield "Intet er anderledes: de samme regler gælder på de to dage."
        return
    for title, rules in ((_BEGAN, found.began), ("PLIGTER, DER IKKE GÆLDER MERE", found.ended)):
        if rules:
            yield from ("", f"{title} ({len(rules)})")
            yield from (_MAYBE_BEFORE,) if title == _BEGAN else ()
            for rule in rules:
                yield f"  {_named(rule)}"
    if found.changed:
        yield from ("", f"ÆNDREDE PLIGTER ({len(found.changed)})")
        for each in found.changed:
            yield from _changed_lines(each)


def _named(rule: Rule) -> str:
    source = "" if rule.force is Force.LOCAL else f": {rule.cites}"
    return f"{rule.title} ({rule.key}) – {FORCE_WORDS[rule.force]}{source}"


def _changed_lines(changed: Changed) -> Iterator[str]:
    yield ""
    yield f"  {changed.after.title} ({changed.after.key}), udgaven {changed.before.version} → {changed.after.version}"
    for each in changed.differences:
        yield f"    {each.what}"
        yield _indented("før:", each.before)
        yield _indented("nu: ", each.after)


def _indented(label: str, words: str) -> str:
    return fill(words, _WIDTH, initial_indent=f"      {label} ", subsequent_indent=" " * 11)


def diff_as_json(book: Rulebook, first: date, second: date) -> dict[str, object]:
    """The same for other programs."""
    found = differences(book, first, second)
    return {
        "from": first.isoformat(),
        "to": second.isoformat(),
        "began": [_short(rule) for rule in found.began],
        "ended": [_short(rule) for rule in found.ended],
        "changed": [
            {
                "key": each.after.key,
                "before": each.before.version,
                "after": each.after.version,
                "differences": [_difference(one) for one in each.differences],
            }
            for each in found.changed
        ],
    }


def _difference(each: Difference) -> dict[str, str]:
    return {"what": each.what, "before": each.before, "after": each.after}


def _short(rule: Rule) -> dict[str, str]:
    return {"key": rule.key, "version": rule.version, "title": rule.title, "force": rule.force.value}


# --- what the rules rest on -----------------------------------------------------------------------------------


def summary_lines(rules: Sequence[Rule]) -> Iterator[str]:
    """How many versions stand in each act, by how sure we are; what is not confirmed is named."""
    for force in Force:
        yield from _force_lines([rule for rule in rules if rule.force is force], force=force)
    duties = len({rule.key for rule in rules})
    yield f"I alt {counted(duties, 'pligt', 'pligter')} i {counted(len(rules), 'udgave', 'udgaver')}."
    unconfirmed = _unconfirmed(rules)
    if unconfirmed:
        yield from ("", f"Ikke bekræftet ({counted(len(unconfirmed), 'udgave', 'udgaver')}):")
    for rule in unconfirmed:
        yield f"  {rule.title} ({rule.key}, udgaven {rule.version}): {wording.cited(rule)}."
        yield fill(rule.cites.note, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def _force_lines(rules: Sequence[Rule], *, force: Force) -> Iterator[str]:
    if not rules:
        return
    yield FORCE_WORDS[force].upper()
    if force is Force.LOCAL:
        # The municipality's own decision has no source to be more or less sure of.
        yield f"{counted(len(rules), 'mål', 'mål')}, som kommunen selv har besluttet."
    else:
        sure = _by_act(rules)
        body = [[act, *(number(of[each]) for each in Sure), number(of.total())] for act, of in sure.items()]
        yield from table([*heading(["", *(each.value for each in Sure), "i alt"]), *body], first_width=_FIRST_WIDTH)
    yield ""


def _by_act(rules: Sequence[Rule]) -> dict[str, Counter[Sure]]:
    found: dict[str, Counter[Sure]] = {}
    for rule in rules:
        found.setdefault(rule.cites.act.title, Counter())[rule.cites.sure] += 1
    return found


def _unconfirmed(rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.force is not Force.LOCAL and not rule.cites.sure.confirmed]


def summary_as_json(rules: Sequence[Rule]) -> dict[str, object]:
    """The same for other programs."""
    counts = {force.value: _counts(rules, force=force) for force in Force}
    return {
        "duties": len({rule.key for rule in rules}),
        "versions": len(rules),
        "by_force": {force: acts for force, acts in counts.items() if acts},
        "unconfirmed": [_short(rule) | {"note": rule.cites.note} for rule in _unconfirmed(rules)],
    }


def _counts(rules: Sequence[Rule], *, force: Force) -> dict[str, object]:
    of_force = [rule for rule in rules if rule.force is force]
    if force is Force.LOCAL:
        return {"decided": len(of_force)} if of_force else {}
    return {act: {sure.name.lower(): of[sure] for sure in Sure if of[sure]} for act, of in _by_act(of_force).items()}
