"""pejl rulebook: which duties does Pejl know, where do they stand in the law, and how sure are we?"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import Final

from pejl.cli import rulebook_by_date
from pejl.cli.command import Command, Desk, Refused
from pejl.cli.layout import counted
from pejl.cli.moments import day
from pejl.dates import danish_date
from pejl.engine.explain import FORCE_WORDS
from pejl.law_by_date import in_force_on
from pejl.rulebook import RULEBOOK
from pejl.rules import Role, Rule

ROLE_WORDS: Final = {
    Role.MODTAGELSE: "modtagelsen",
    Role.ADMINISTRATIV: "den administrative medarbejder",
    Role.RAADGIVER: "rådgiveren",
    Role.TILSYNSKONSULENT: "tilsynskonsulenten",
}


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("--at", metavar="DAG", type=day, help="kun de udgaver, der gælder den dag, fx 2023-12-31")
    parser.add_argument(
        "--diff", metavar="DAG", type=day, nargs=2, help="hvad der er anderledes på den anden dag end på den første"
    )
    parser.add_argument(
        "--summary", action="store_true", help="tæl reglerne efter lov og sikkerhed, og nævn det, der ikke er bekræftet"
    )
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON, til andre programmer")


def _run(args: Namespace, desk: Desk) -> int:
    if args.diff and (args.at or args.summary):
        raise Refused("--diff sammenligner to dage og kan ikke bruges sammen med --at eller --summary. Vælg én af dem.")
    rules = in_force_on(RULEBOOK, args.at) if args.at else RULEBOOK.rules
    if args.json:
        desk.say(json.dumps(_answer(args, rules), ensure_ascii=False, indent=2))
        return 0
    for line in _told(args, rules):
        desk.say(line)
    return 0


def _answer(args: Namespace, rules: Sequence[Rule]) -> object:
    if args.diff:
        return rulebook_by_date.diff_as_json(RULEBOOK, *args.diff)
    if args.summary:
        return rulebook_by_date.summary_as_json(rules)
    return [_as_json(rule) for rule in rules]


def _told(args: Namespace, rules: Sequence[Rule]) -> Iterator[str]:
    if args.diff:
        yield from rulebook_by_date.diff_lines(RULEBOOK, *args.diff)
        return
    if args.at:
        yield f"Regelbogen, som den gælder {danish_date(args.at)}"
        yield ""
    if args.summary:
        yield from rulebook_by_date.summary_lines(rules)
        return
    for rule in rules:
        yield from _lines(rule)
    duties = len({rule.key for rule in rules})
    yield f"{counted(duties, 'pligt', 'pligter')} i {counted(len(rules), 'udgave', 'udgaver')}."


def _lines(rule: Rule) -> Iterator[str]:
    yield rule.title
    yield f"  {rule.says}"
    for label, value in {
        "Nøgle": f"{rule.key}, udgaven {rule.version}",
        "Vægt": FORCE_WORDS[rule.force],
        "Kilde": str(rule.cites),
        "Link": rule.cites.link,
        "Sikkerhed": rule.cites.sure.value,
        "Forbehold": rule.cites.note,
        "Gælder": str(rule.in_force),
        "Falder på": ROLE_WORDS[rule.falls_on],
        "Lovnote": rule.cites.row,
    }.items():
        if value:
            yield f"  {label:<10} {value}"
    yield ""


def _as_json(rule: Rule) -> dict[str, object]:
    first, last = rule.in_force.first, rule.in_force.last
    return {
        "key": rule.key,
        "version": rule.version,
        "title": rule.title,
        "says": rule.says,
        "cites": str(rule.cites),
        "link": rule.cites.link,
        "in_force_first": first.isoformat() if first else None,
        "in_force_last": last.isoformat() if last else None,
        "force": rule.force.value,
        "sure": rule.cites.sure.value,
        "confirmed": rule.cites.sure.confirmed,
        "note": rule.cites.note,
        "row": rule.cites.row,
        "falls_on": rule.falls_on.value,
    }


COMMAND = Command(name="rulebook", does="vis regelbogen: pligterne og deres kilder", describe=_describe, run=_run)
