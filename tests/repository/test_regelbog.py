"""Is the printed Regelbog current, pages and data alike, and does every rule stand in it with where it comes from?"""

import csv
import io

import pytest

from pejl.rulebook import CHAPTERS, RULEBOOK, TITLES
from pejl.rules import Rule
from tests import spec
from tests.spec import regelbog
from tests.spec.regelbog import BY_HAND, DATA, FOLDER, anchor

PAGES = regelbog.pages()
PRINT_AGAIN = "print it again: .venv/bin/python -m tests.spec.regelbog"
ON_PAGE = [pytest.param(name, rule, id=f"{rule.key} {rule.version}") for name, rules in CHAPTERS for rule in rules]


def test_the_printed_pages_are_current() -> None:
    printed = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.name not in BY_HAND}
    wanted = {name: text.encode() for name, text in PAGES.items()}
    assert sorted(printed) == sorted(wanted), PRINT_AGAIN
    assert [name for name, text in wanted.items() if printed[name] != text] == [], PRINT_AGAIN


def test_what_is_kept_by_hand_is_there_and_linked() -> None:
    assert [name for name in sorted(BY_HAND) if not (FOLDER / name).is_file()] == []
    assert [name for name in sorted(BY_HAND) if f"({name})" not in PAGES["README.md"]] == []
    assert "(ikke-regler.md)" in PAGES["ikke-bekraeftet.md"]


def test_the_printed_examples_are_current() -> None:
    assert DATA.read_bytes() == regelbog.data().encode(), PRINT_AGAIN


def test_the_chapters_are_called_the_same_in_print_and_on_the_web() -> None:
    assert {name: chapter.title for name, chapter in spec.CHAPTERS.items()} == TITLES
    assert [name for name, _ in CHAPTERS] == list(TITLES)


@pytest.mark.parametrize(("name", "rule"), ON_PAGE)
def test_every_rule_stands_on_its_page_and_in_the_contents(name: str, rule: Rule) -> None:
    page, contents = PAGES[f"{name}.md"], PAGES["README.md"]
    assert f'<a id="{anchor(rule)}"></a>' in page
    assert f"> {rule.says}\n" in page
    assert f"`{rule.key}`, udgave `{rule.version}`" in page
    assert f"({name}.md#{anchor(rule)})" in contents


def test_no_two_rules_stand_in_the_same_place() -> None:
    places = [anchor(rule) for rule in RULEBOOK.rules]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=f"{rule.key} {rule.version}") for rule in RULEBOOK.rules])
def test_every_citation_has_a_link_a_version_and_a_row_of_the_law_notes(rule: Rule) -> None:
    assert rule.cites.link
    assert rule.cites.link.startswith("https://") or rule.cites.link == "docs/regelbog/lokale.md"
    assert rule.version
    assert rule.cites.row


def test_the_list_of_citations_holds_every_rule_once() -> None:
    rows = list(csv.DictReader(io.StringIO(PAGES["henvisninger.csv"].removeprefix("\ufeff")), delimiter=";"))
    assert [(row["regel"], row["udgave"]) for row in rows] == [
        (rule.key, rule.version) for _, rules in CHAPTERS for rule in rules
    ]


def test_what_is_not_confirmed_stands_on_the_page_of_it() -> None:
    page = PAGES["ikke-bekraeftet.md"]
    missing = [r.key for r in RULEBOOK.rules if not r.cites.sure.confirmed and f"#{anchor(r)})" not in page]
    assert missing == []
