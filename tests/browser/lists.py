"""Which lists do the browser tests take in? The sample as it is, and a small one of a child nobody else knows."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page

from tests.browser.walk import routes

SAMPLE: Final = Path(__file__).parents[1] / "samples" / "udtraek-nordby.xlsx"
# The row of the headings in each of its sheets, as the mapping says.
_HEADINGS: Final = {"Underretninger": 4, "Undersøgelser": 1, "Indsatser": 1}
# One that can be used, and one that cannot, so that there is something to send back.
_ROWS: Final = (
    (
        "B-1",
        "BROWSER-1",
        "05-03-2026",
        "10:15",
        "Anonym",
        "05-03-2026",
        "15:00",
        "09-03-2026",
        "AHO",
        "Børneteam",
        None,
    ),
    ("B-2", "BROWSER-1", "der står ingen dag", None, "Anonym", None, None, None, "AHO", "Nord", None),
)


def small_list(path: Path) -> Path:
    """A list like the sample with nothing but two rows of its own."""
    book = openpyxl.load_workbook(SAMPLE)
    for sheet in book.worksheets:
        assert isinstance(sheet, Worksheet)
        sheet.delete_rows(_HEADINGS[sheet.title] + 1, sheet.max_row)
    for row in _ROWS:
        book["Underretninger"].append(row)
    book.save(path)
    return path


def try_list(page: Page, site: str, path: Path) -> None:
    """Upload a list as it is done in the browser; the page then shows what it would give."""
    page.goto(site + routes()["indlaes"])
    page.get_by_label("Listen fra fagsystemet").set_input_files(path)
    page.get_by_role("group", name="Mapping").get_by_role("radio").first.check()
    page.get_by_role("button", name="Prøv listen").click()
    page.get_by_role("heading", name="Hvad listen vil give").wait_for()


def read_in(page: Page) -> None:
    """Say yes to a list that has been tried."""
    page.get_by_role("button", name="Læs ind").click()
    page.get_by_role("heading", name="Hvad listen gav").wait_for()
