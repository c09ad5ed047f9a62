"""Can a list be taken in through the browser: tried, read in, and taken back, with the numbers the CLI gives?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pejl.importers import import_extract, read_mapping
from pejl.importers.importer import ListCount
from tests.browser.conftest import OpensAs, free_port, serving
from tests.browser.lists import SAMPLE, read_in, try_list
from tests.browser.test_scenes import send
from tests.browser.walk import link_on, routes

MAPPING = Path(__file__).parents[2] / "mappings" / "eksempel-udtraek.toml"


def danish(number: int) -> str:
    """A whole number as the pages write it."""
    return f"{number:,}".replace(",", ".")


def in_order(each: ListCount) -> tuple[int, ...]:
    """The numbers of a list in the order of the columns."""
    unusable = each.doubles, each.rejected, each.conflicts, each.omitted
    return each.read, each.events, *unusable, each.warnings


def told(page: Page, word: str) -> str:
    """What a list of words and values says of a word."""
    return page.locator("dl > div").filter(has=page.get_by_text(word, exact=True)).locator("dd").inner_text()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small municipality of its own, in which nobody else takes lists in."""
    folder, port = tmp_path_factory.mktemp("small"), free_port()
    command = ["pejl.web.run", "--port", str(port), "--database", str(folder), "--inhabitants", "5000"]
    with serving(command, port, folder / "server.log"):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def tried(site: str, page_as: OpensAs) -> Page:
    """The sample, tried by dan."""
    page = page_as("dan")
    try_list(page, site, SAMPLE)
    return page


def test_the_sample_is_tried_read_in_and_taken_back(site: str, tried: Page) -> None:
    page = tried
    mapping = read_mapping(MAPPING)
    found = import_extract(SAMPLE, mapping=mapping, ledger=None, recorded_at=datetime.now(UTC))
    # What the list covers is told for itself.
    new = danish(found.new - len(mapping.coverage))
    rows = page.get_by_role("table", name="Rækkerne i hver liste").locator("tbody tr")
    numbers = [row.locator("td").all_inner_texts() for row in rows.all()]
    assert numbers == [list(map(danish, in_order(each))) for each in found.counts]
    assert told(page, "Nye hændelser") == new
    read_in(page)
    expect(page.get_by_text(f"Listen er læst ind: {new} nye hændelser.")).to_be_visible()
    listed = page.context.new_page()
    listed.goto(site + routes()["indlaes"])
    expect(listed.locator("tbody tr").first).to_contain_text("Læst ind")
    page.goto(link_on(page, "indlaes-tag-tilbage"))
    page.get_by_label("Hvorfor tages listen tilbage?").fill("Det var en liste fra en anden måned.")
    send(page, "Tag listen tilbage")
    expect(page.get_by_text("Listen er taget tilbage", exact=True)).to_be_visible()
    listed.reload()
    expect(listed.locator("tbody tr").first).to_contain_text("Taget tilbage")
