"""pejl rulebook: which duties does Pejl know, where do they stand in the law, and how sure are we?"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Final

from pejl.cli.command import Command, Desk
from pejl.cli.layout import counted
from pejl.engine.explain import FORCE_WORDS
from pejl.rulebook import RULEBOOK
from pejl.rules import Role, Rule

ROLE_WORDS: Final = {
    Role.MODTAGELSE: "modtagelsen",
    Role.ADMINISTRATIV: "den administrative medarbejder",
    Role.RAADGIVER: "rådgiveren",
    Role.TILSYNSKONSULENT: "tilsynskonsulenten",
}


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="skriv regelbogen som JSON, til andre programmer")


def _run(args: Namespace, desk: Desk) -> int:
    if args.json:
        desk.say(json.dumps([_as_json(rule) for rule in RULEBOOK.rules], ensure_ascii=False, indent=2))
        return 0
    for rule in RULEBOOK.rules:
        for line in _lines(rule):
            desk.say(line)
    desk.say(
        f"{counted(len(RULEBOOK.by_key), 'pligt', 'pligter')} i {counted(len(RULEBOOK.rules), 'udgave', 'udgaver')}."
    )
    return 0


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
