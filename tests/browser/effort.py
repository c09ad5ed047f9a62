"""How many clicks and fields does each common act take? Counted while a real person's way is walked in the browser.

Each act has a budget that a test holds it to. ``python -m tests.browser.effort`` counts them all and prints the table
in docs/forstå/klik-og-felter.md; a test says when that page is no longer true.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, sync_playwright

from pejl.dates import COPENHAGEN
from tests.browser.conftest import FLAGS, chromium, free_port, serving, sign_in
from tests.browser.walk import routes, ways_on

PAGE: Final = Path(__file__).parents[2] / "docs/forstå/klik-og-felter.md"
HEADING: Final = """# Klik og felter

Hvor meget skal der til? Hver handling er gået igennem i en rigtig browser fra den side, hvor man naturligt begynder, og
hvert klik og hvert udfyldt felt er talt. Et felt, der allerede er udfyldt, tæller ikke. Tallene er målt i
`tests/browser/effort.py`, og en prøve holder dem under loftet.

| Handling | Hvem | Begynder på | Klik | Felter | I alt | Loft |
|---|---|---|---:|---:|---:|---:|
"""


class Hand:
    """One hand on the mouse and the keyboard, that counts what it does."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.fields = page, 0, 0

    def click(self, what: Locator) -> None:
        """A link or a button."""
        self.clicks += 1
        what.click()
        self.page.wait_for_load_state()

    def write(self, label: str | re.Pattern[str], words: str) -> None:
        """One field; what stands there already is left alone and costs nothing."""
        asked = self.page.get_by_role("main").get_by_label(label).first
        self.fields += 1
        asked.fill(words)

    def choose(self, label: str | re.Pattern[str], value: str = "") -> None:
        """One answer of a list, or one tick."""
        asked = self.page.get_by_role("main").get_by_label(label).first
        self.fields += 1
        if asked.evaluate("each => each.tagName") == "SELECT":
            asked.select_option(value or asked.locator("option").last.get_attribute("value"))
        else:
            asked.check()

    def link(self, words: str) -> Locator:
        """A link on the page itself."""
        return self.page.get_by_role("main").get_by_role("link", name=words).first

    def button(self, words: str) -> Locator:
        """A button on the page itself, by all of its words."""
        return self.page.get_by_role("main").get_by_role("button", name=words, exact=True).first

    def when(self) -> None:
        """The day and the hour, some minutes ago."""
        at = datetime.now(COPENHAGEN) - timedelta(minutes=3)
        self.write(re.compile(r"^Dag\b"), f"{at:%Y-%m-%d}")
        self.write(re.compile(r"^Klokkeslæt \("), f"{at:%H:%M}")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing people do many times a week, from where it begins until Pejl says that it is done."""

    told: str
    who: str
    start: str
    budget: int  # clicks and fields together
    do: Callable[[Hand], None]
    done: str  # what stands on the page then


def _duty(hand: Hand, title: str) -> None:
    """The button beside the first duty of this name on Min dag."""
    hand.click(hand.page.get_by_role("link", name=re.compile(f"Registrér det, der opfylder »{title}")).first)


def _assess(hand: Hand) -> None:
    _duty(hand, "24-timers vurdering")
    hand.when()
    hand.click(hand.button("Registrér"))


def _acknowledge(hand: Hand) -> None:
    _duty(hand, "Kvittering til underretter")
    hand.write(re.compile(r"^Dag\b"), f"{datetime.now(COPENHAGEN):%Y-%m-%d}")
    hand.click(hand.button("Registrér"))


def _take_in(hand: Hand) -> None:
    hand.choose("Hvem kommer det fra?", "skole")
    hand.write("Hvad ved vi om barnet", "Dreng ca. 8, Skolegade")
    hand.write("Hvad blev der sagt eller skrevet?", "Kommer uden madpakke og er ked af det.")
    hand.click(hand.button("Gem"))


def _of_a_case(hand: Hand, kind: str) -> None:
    """From a case to the form of one kind of event."""
    hand.click(hand.page.get_by_role("main").locator(f'a[href$="{_route("registrer-vaelg")}"]').first)
    hand.click(hand.page.get_by_role("main").get_by_role("link", name=kind, exact=True).last)


def _route(name: str) -> str:
    return routes()[name].rpartition(">/")[2]


def _conversation(hand: Hand) -> None:
    _of_a_case(hand, "Samtale med barnet")
    hand.when()
    hand.write("Barnets egne ord", "Jeg vil gerne bo hos mormor i weekenden.")
    hand.click(hand.button("Registrér"))


def _investigate(hand: Hand) -> None:
    _of_a_case(hand, "Børnefaglig undersøgelse besluttet")
    day = datetime.now(COPENHAGEN) - timedelta(days=1)
    hand.write(re.compile(r"^Dag \("), f"{day:%Y-%m-%d}")
    hand.write(re.compile("Dagen, hvor behovet blev kendt"), f"{day:%Y-%m-%d}")
    hand.click(hand.button("Registrér"))


def _call(hand: Hand) -> None:
    _duty(hand, "Indkaldt til partshøring")
    hand.write(re.compile(r"^Dag\b"), f"{datetime.now(COPENHAGEN):%Y-%m-%d}")
    hand.click(hand.button("Registrér"))


def _meet(hand: Hand) -> None:
    _of_a_case(hand, "Netværksmøde")
    hand.write(re.compile(r"^Dag\b"), f"{datetime.now(COPENHAGEN) - timedelta(days=1):%Y-%m-%d}")
    hand.write("Deltagere", "Mor, mormor, læreren")
    hand.write("Aftalt", "Mormor henter om torsdagen.")
    hand.click(hand.button("Registrér"))


def _follow_up(hand: Hand) -> None:
    _of_a_case(hand, "Opfølgning på indsats holdt")
    now = datetime.now(COPENHAGEN)
    hand.write(re.compile(r"^Dag\b"), f"{now - timedelta(days=1):%Y-%m-%d}")
    hand.write("Næste opfølgning senest", f"{now + timedelta(days=90):%Y-%m-%d}")
    hand.choose("Hvordan går det med målet", "fremgang")
    hand.choose("Hvad det betyder for indsatsen", "fortsaetter")
    hand.click(hand.button("Registrér"))


def _give(hand: Hand) -> None:
    hand.choose(re.compile("^Vælg sag"))
    hand.choose("Hvem skal have de valgte sager?")
    hand.click(hand.button("Giv de valgte sager videre"))


def _hand_over(hand: Hand) -> None:
    hand.click(hand.link("Overdrag"))
    hand.write(re.compile("Det skal den næste vide"), "Mor ringes op i morgen kl. 9.")
    hand.click(hand.button("Overdrag"))


ACTS: Final = (
    Act("Registrere en 24-timers vurdering", "mette", "min-dag", 4, _assess, "er registreret"),
    Act("Skrive en underretning ind, mens nogen ringer", "viggo", "nyt-ind", 6, _take_in, "Hvad sker der nu"),
    Act("Registrere en kvittering", "birthe", "min-dag", 4, _acknowledge, "er registreret"),
    Act("Indkalde til partshøring", "mette", "min-dag", 4, _call, "er registreret"),
    Act("Skrive en samtale med barnet ned, i barnets ord", "mette", "sag", 7, _conversation, "er registreret"),
    Act("Beslutte en børnefaglig undersøgelse", "mette", "sag", 6, _investigate, "er registreret"),
    Act("Skrive et netværksmøde ned", "mette", "sag", 7, _meet, "er registreret"),
    Act("Holde en opfølgning, med mål og konsekvens", "mette", "sag", 8, _follow_up, "er registreret"),
    Act("Give en sag til en rådgiver", "lars", "fordeling", 4, _give, "er givet til"),
    Act("Overdrage en sag til næste vagt", "mette", "vagt", 4, _hand_over, "overdrage"),
)


def begin(page: Page, site: str, start: str) -> None:
    """To where the act begins; that is not counted."""
    if start != "sag":
        page.goto(site + routes()[start])
        return
    page.goto(site + routes()["sager"])
    case = next(each for each in ways_on(page) if re.fullmatch(r"/sag/[^/]+/", urlsplit(each).path))
    page.goto(case)


def count(page: Page, site: str, act: Act) -> Hand:
    """Do it, and say how much it took; raises where it was not done."""
    begin(page, site, act.start)
    hand = Hand(page)
    act.do(hand)
    if act.done not in page.inner_text("body"):
        raise AssertionError(f"cannot see that »{act.told}« was done; the page says {page.title()!r}")
    return hand


def row(act: Act, hand: Hand) -> str:
    """One line of the table."""
    names = {"sag": "sagen", "min-dag": "Min dag", "nyt-ind": "Nyt ind", "fordeling": "Fordeling", "vagt": "Vagt"}
    total = hand.clicks + hand.fields
    return f"| {act.told} | {act.who} | {names[act.start]} | {hand.clicks} | {hand.fields} | {total} | {act.budget} |\n"


def main() -> None:
    """Count every act on a fresh demo and write the page."""
    program = chromium()
    if not program:
        sys.exit("There is no Chromium here; install one, or name it in PEJL_CHROMIUM.")
    port = free_port()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        words = ["pejl.web.run", "--port", str(port), "--database", str(folder)]
        with serving(words, port, folder / "server.log"):
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            rows = [row(act, _alone(browser.new_page(locale="da-DK"), port, act)) for act in ACTS]
            browser.close()
    PAGE.write_text(HEADING + "".join(rows), encoding="utf-8")


def _alone(page: Page, port: int, act: Act) -> Hand:
    page.set_default_timeout(15_000)
    sign_in(page, f"http://127.0.0.1:{port}", act.who)
    return count(page, f"http://127.0.0.1:{port}", act)


if __name__ == "__main__":
    main()
