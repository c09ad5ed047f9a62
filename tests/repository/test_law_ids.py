"""Has every row of the law notes become a rule, or a line saying why it is no deadline?

``docs/regelbog/kilder.csv`` holds every row; ``docs/regelbog/ikke-regler.md`` those that are no rule, and, in a table
of its own, those of which something is not. Nor is a rule surer than its row.
"""

import csv
import io
import re

import pytest

from pejl.law import Sure
from pejl.rulebook import RULEBOOK
from pejl.rulebook.lokale import OWN_NUMBERS
from pejl.rules import Force, Rule
from tests.spec.regelbog import FOLDER

SOURCES = list(
    csv.DictReader(io.StringIO((FOLDER / "kilder.csv").read_text(encoding="utf-8-sig")), delimiter=";", strict=True)
)
IDS = [row["id"] for row in SOURCES]
PAGE = (FOLDER / "ikke-regler.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([A-ZÆØÅ]{3}-\d\d[a-z]?) \|(.*)\|$", re.MULTILINE)
NO_RULE, IN_PART = (ROW.findall(part) for part in PAGE.split("\n## ")[1:3])
# The marks of the law notes, the surest first, and what a rule that rests on them calls itself.
MARKS = {"S": Sure.STATUTE, "S*": Sure.TRAVAUX, "G": Sure.GUIDANCE, "2": Sure.SECONDARY, "N": Sure.UNVERIFIED}
SUREST_FIRST = list(MARKS.values())


def every_rule() -> list[Rule]:
    """The rules of the law, with those that only the municipality's own number brings."""
    brought = [make(1) for own in OWN_NUMBERS for make in own.makes]
    return [rule for rule in (*RULEBOOK.rules, *brought) if "-" in rule.cites.row]


CITED = {rule.cites.row for rule in every_rule()}


def test_every_row_has_all_its_columns_and_stands_once() -> None:
    assert list(SOURCES[0]) == ["id", "emne", "bestemmelse", "hvor sikkert", "kilde"]
    assert [row["id"] for row in SOURCES if not all(row.values())] == []
    assert sorted(set(IDS)) == sorted(IDS)
    assert len(IDS) > 100


def test_every_row_is_a_rule_or_says_why_not() -> None:
    assert sorted(set(IDS) - CITED - {id_ for id_, _ in NO_RULE}) == []


def test_no_rule_and_no_line_names_a_row_that_is_not_there() -> None:
    assert sorted((CITED | {id_ for id_, _ in (*NO_RULE, *IN_PART)}) - set(IDS)) == []


def test_what_is_no_rule_is_none() -> None:
    assert sorted(CITED & {id_ for id_, _ in NO_RULE}) == []


def test_what_is_a_rule_in_part_is_one() -> None:
    assert sorted({id_ for id_, _ in IN_PART} - CITED) == []


@pytest.mark.parametrize("table", [NO_RULE, IN_PART], ids=["no rule", "in part"])
def test_every_line_says_what_why_and_where(table: list[tuple[str, str]]) -> None:
    ids = [id_ for id_, _ in table]
    assert ids
    assert sorted(set(ids)) == sorted(ids)
    told = {id_: [cell.strip() for cell in rest.split("|")] for id_, rest in table}
    assert [id_ for id_, cells in told.items() if len(cells) != 3 or not all(cells)] == []


def test_every_row_says_how_sure_it_is() -> None:
    assert [row["id"] for row in SOURCES if not set(marks_of(row)) <= MARKS.keys()] == []


def marks_of(row: dict[str, str]) -> list[str]:
    return row["hvor sikkert"].split(", ")


@pytest.mark.parametrize("rule", [pytest.param(rule, id=f"{rule.key} {rule.version}") for rule in every_rule()])
def test_no_rule_is_surer_than_its_row(rule: Rule) -> None:
    (marks,) = (marks_of(row) for row in SOURCES if row["id"] == rule.cites.row)
    surest = min(SUREST_FIRST.index(MARKS[mark]) for mark in marks)
    assert rule.force is Force.LOCAL or SUREST_FIRST.index(rule.cites.sure) >= surest
