"""How do the README's pictures come about? ``python -m tests.browser.pictures`` takes them of a demo just started.

What they show follows the day they are taken; what they are made of is written down beside them, file by file, so that
tests/repository sees when a page has changed since.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from tests.browser.conftest import FLAGS, chromium, free_port, serving, sign_in
from tests.browser.walk import Stop, address_of

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "docs" / "billeder"
MADE_OF: Final = FOLDER / "lavet-af.txt"
AGAIN: Final = "take the pictures again: .venv/bin/python -m tests.browser.pictures"
WIDTH: Final = 1280
MOST_BYTES: Final = 200_000

# A picture's name, whose page it is, and how high it may be.
PICTURES: Final = (
    ("min-dag", Stop("min-dag", "mette"), 1200),
    ("sagen", Stop("sag", "mette", ("min-dag",)), 1800),
    ("overblik", Stop("overblik", "lars"), 1400),
)
# Where a picture may end, so that nothing is cut through: below a part of the page that is there whole.
_ENDS: Final = """(most) => Math.max(...[...document.querySelectorAll("main :is(section, table, li.pejl-duty)")]
    .map((each) => Math.ceil(each.getBoundingClientRect().bottom + window.scrollY)).filter((end) => end < most))"""
_MARGIN: Final = 16
_WEB: Final = Path("src/pejl/web")
# Everything those three pages are drawn with.
_SOURCES: Final = (
    "components.py",
    "shell.py",
    "static/pejl/*",
    "templates/base.html",
    "templates/_components/*.html",
    "templates/cases/min_dag*.html",
    "templates/cases/sag.html",
    "templates/cases/sag_*.html",
    "templates/cases/overblik/ramme.html",
    "templates/cases/overblik/forside.html",
    "templates/cases/overblik/_*.html",
)


def made_of() -> str:
    """Each file the pages are made of, with its fingerprint: what »lavet-af.txt« should say."""
    return "".join(f"{_fingerprint(path)}  {path.as_posix()}\n" for path in _files())


def _files() -> Iterator[Path]:
    for pattern in _SOURCES:
        found = sorted((ROOT / _WEB).glob(pattern))
        if not found:
            raise FileNotFoundError(f"cannot find {pattern} in {_WEB}; mend the list in tests/browser/pictures.py")
        yield from (path.relative_to(ROOT) for path in found)


def _fingerprint(path: Path) -> str:
    return hashlib.sha256((ROOT / path).read_bytes()).hexdigest()[:16]


def take_all() -> None:
    """Start a demo, sign in as each and take the pictures; then write down what they were made of."""
    program = chromium()
    if not program:
        raise SystemExit("cannot take pictures without Chromium; install one, or name it in PEJL_CHROMIUM")
    FOLDER.mkdir(parents=True, exist_ok=True)
    before, port = made_of(), free_port()
    with tempfile.TemporaryDirectory(prefix="pejl-billeder-") as folder:
        command = ["pejl.web.run", "--port", str(port), "--database", folder]
        with serving(command, port, Path(folder) / "server.log"), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            for name, stop, height in PICTURES:
                _take(_open(browser, f"http://127.0.0.1:{port}", stop), FOLDER / f"{name}.png", highest=height)
            browser.close()
    MADE_OF.write_text(before, encoding="utf-8", newline="\n")


def _open(browser: Browser, site: str, stop: Stop) -> Page:
    page = browser.new_page(
        viewport={"width": WIDTH, "height": 900},
        device_scale_factor=1,
        locale="da-DK",
        timezone_id="Europe/Copenhagen",
        reduced_motion="reduce",
    )
    sign_in(page, site, stop.who)
    page.goto(site + address_of(page, site, stop))
    page.wait_for_load_state("networkidle")
    return page


def _take(page: Page, path: Path, *, highest: int) -> None:
    """The top of the page."""
    height = page.evaluate(_ENDS, highest - _MARGIN) + _MARGIN
    shown: FloatRect = {"x": 0, "y": 0, "width": WIDTH, "height": height}
    page.screenshot(path=path, full_page=True, clip=shown, animations="disabled")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ValueError(f"cannot keep {path.name} of {size} bytes; show less of the page in tests/browser/pictures.py")
    sys.stdout.write(f"{path.relative_to(ROOT).as_posix()} ({size // 1000} kB)\n")
    page.context.close()


if __name__ == "__main__":
    take_all()
