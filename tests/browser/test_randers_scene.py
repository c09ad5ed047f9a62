"""Randers, departments' goals: four units fill the template, send in, are approved and followed up, and the strategy
is adjusted with its old version kept. On the example data of April 2016 to May 2017."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pejl.web.demo.people import PASSWORD
from tests.browser.conftest import Opens, free_port, own_environment, serving

_FILL = """
from datetime import UTC, datetime
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from pejl.web.examples import EXAMPLES
EXAMPLES["randers"].fill(now=datetime.now(UTC))
"""
UNITS = ("PPR", "Udføreområdet", "Myndighed", "Krisecenteret")


@pytest.fixture(scope="module")
def randers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Randers as ./start --example starts it, with a database of its own."""
    folder, port = tmp_path_factory.mktemp("randers"), free_port()
    fill(folder)
    arguments = ["pejl.web.run", "--port", str(port), "--database", str(folder), "--example", "randers"]
    with serving(arguments, port, folder / "server.log"):
        yield f"http://127.0.0.1:{port}"


def fill(folder: Path) -> None:
    """Only the plan: no case is in an example, so nothing has to be worked out."""
    ours = {
        "PEJL_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'pejl.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "pejl.web.settings",
    }
    subprocess.run([sys.executable, "-c", _FILL], env={**own_environment(), **ours}, check=True)


def sign_in(page: Page, site: str, username: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{site}/log-ind/")
    page.get_by_label("Brugernavn").fill(username)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log ind").click()


def test_four_units_set_goals_are_followed_up_and_the_strategy_is_adjusted(randers: str, open_page: Opens) -> None:
    page = open_page()
    sign_in(page, randers, "kamma")
    page.goto(f"{randers}/plan/maal/")
    gaps_before = _gaps(page)
    table = page.get_by_role("table", name="Hvor langt målene er, område for område og enhed for enhed")
    assert [table.get_by_role("columnheader").nth(at).inner_text() for at in range(1, 5)] == list(UNITS)
    _write_and_send_in(page)
    _approve(page, randers)
    _follow_up(page, randers)
    page.goto(f"{randers}/plan/maal/")
    assert _gaps(page) == gaps_before - 1
    _read_both_versions(page, randers)


def _gaps(page: Page) -> int:
    found = re.search(r"(\d+) af 40 steder", page.get_by_role("main").inner_text())
    assert found
    return int(found[1])


def _write_and_send_in(page: Page) -> None:
    """The shelter fills one of its gaps: half of it is refused with what is missing."""
    page.get_by_role("table").first.get_by_role("link", name="Krisecenteret", exact=True).click()
    page.get_by_role("link", name=re.compile("^Nyt mål")).click()
    page.get_by_label("Fokusområde", exact=False).first.select_option(label="Helhed og sammenhæng")
    page.get_by_label("Målet").fill("Børnene møder de samme voksne hos os og i kommunen")
    page.get_by_label("Det gør vi").fill("Vi inviterer rådgiveren med i den første uge.")
    page.get_by_label("Sådan følger vi op").fill("På personalemødet")
    page.get_by_label("Tegn på, at det lykkes").fill("Børnene kan navnet på deres rådgiver.")
    page.get_by_role("button", name="Gem").click()
    page.get_by_role("button", name=re.compile("^Send ind til godkendelse ?: Børnene møder")).click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("»Indsatser, der bidrager« og »Ventes set senest«")
    article = page.get_by_role("article").filter(has_text="Børnene møder de samme voksne")
    article.get_by_role("link", name=re.compile("^Ret ?: Børnene")).click()
    page.get_by_text("Flere felter").click()
    page.get_by_label("Indsatser, der bidrager").fill("Den fælles model for samarbejde")
    page.get_by_label("Ventes set senest").fill("2017-12-01")
    page.get_by_role("button", name="Gem").click()
    page.get_by_role("button", name=re.compile("^Send ind til godkendelse ?: Børnene møder")).click()
    expect(page.get_by_text("Sendt ind til godkendelse: Børnene møder")).to_be_visible()
    expect(article).to_contain_text("Kom første gang 6. juni 2017, efter dagen 30. juni 2016.")


def _approve(page: Page, site: str) -> None:
    address = page.url
    sign_in(page, site, "inger")
    page.goto(address)
    page.get_by_role("button", name=re.compile("^Godkend ?: Børnene møder")).click()
    expect(page.get_by_text("Godkendt: Børnene møder")).to_be_visible()


def _follow_up(page: Page, site: str) -> None:
    """Four units have answered three rounds; each stands beside the others, and what came late is told."""
    page.goto(f"{site}/plan/maal/runder/")
    for name in ("Opfølgning september 2016", "Opfølgning december 2016", "Opfølgning marts 2017"):
        rows = page.get_by_role("table", name=name).get_by_role("row")
        assert [rows.nth(at).get_by_role("rowheader").inner_text() for at in range(1, 5)] == list(UNITS)
    late = page.get_by_role("table", name="Opfølgning december 2016").get_by_role("row").nth(4)
    expect(late).to_contain_text("Alle svar er der, nogle kom for sent")
    page.get_by_role("table", name="Opfølgning marts 2017").get_by_role("link", name="PPR", exact=True).click()
    table = page.get_by_role("table", name="Runderne ved siden af hinanden")
    expect(table.get_by_role("row").nth(1)).to_contain_text("Ikke begyndt")
    expect(page.get_by_role("article").first).to_contain_text("Opdigtet eksempel")


def _read_both_versions(page: Page, site: str) -> None:
    page.goto(f"{site}/plan/maal/runder/")
    page.get_by_role("link", name="udgave 2").click()
    expect(page.get_by_role("main")).to_contain_text("I det kommende år spørger alle fire enheder barnet")
    page.goto(f"{site}/plan/")
    page.get_by_role("link", name="Udgave 1", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Medbestemmelse")
    expect(page.get_by_role("main")).not_to_contain_text("I det kommende år spørger alle fire enheder barnet")


def test_the_time_plan_stands_in_the_wheel_of_its_two_years(randers: str, open_page: Opens) -> None:
    page = open_page(390)
    sign_in(page, randers, "asger")
    page.goto(f"{randers}/plan/aarshjul/?aar=2016")
    main = page.get_by_role("main")
    for told in ("Drøftelse i Sektor-MED", "8. april 2016", "Ultimo juni 2016", "September 2016", "Maj-juni 2016"):
        expect(main).to_contain_text(told)
    page.get_by_role("link", name="2017").click()
    expect(page.get_by_role("img", name=re.compile("Årshjul 2017"))).to_be_visible()
    expect(main).to_contain_text("Justering af strategien")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
