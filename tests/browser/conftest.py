"""What does every browser test stand on: a real Pejl with invented people, a real Chromium, and axe to judge the pages?

Nothing here touches Django's ORM: the server is a process of its own, and Playwright runs an event loop in ours.
"""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from pejl.web.demo.people import PASSWORD

# Quiet, and deaf to the world: a page that asks for anything outside this machine gets no answer.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
# The levels the law asks of public bodies (EN 301 549).
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PATIENCE = 180  # seconds for the server to invent a municipality and answer
HERE = ("127.0.0.1", "localhost")


# --- the server ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Pejl as ./start starts it, on a free port and with data of its own; gives the address."""
    folder = tmp_path_factory.mktemp("site")
    port = free_port()
    with serving(["pejl.web.run", "--port", str(port), "--database", str(folder)], port, folder / "server.log"):
        yield f"http://127.0.0.1:{port}"


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def serving(module: list[str], port: int, log: Path) -> Iterator[None]:
    """A server of ours while it is needed, and none of its workers after."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", *module],
            env=own_environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            wait_for(process, port, log)
            yield
        finally:
            stop(process)


def own_environment() -> dict[str, str]:
    """What a person's machine would give the server, without what the tests and the person have set up."""
    ours = ("PYTEST_", "PEJL_", "DJANGO_", "DATABASE_URL", "TEST_DATABASE_URL")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until a page is answered with anything but a failure."""
    give_up_at = time.monotonic() + PATIENCE
    while not answers(port):
        if process.poll() is not None or time.monotonic() > give_up_at:
            last = log.read_text(encoding="utf-8", errors="replace")[-4000:]
            raise RuntimeError(f"cannot get an answer from the server on port {port}; it said:\n{last}")
        time.sleep(0.1)


def answers(port: int) -> bool:
    """Whether a page can be had from this port."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the server and its workers to stop; end those that will not."""
    for number, seconds in ((signal.SIGTERM, 15), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, number)
            process.wait(timeout=seconds)
            return
        except ProcessLookupError:
            process.wait()
            return
        except subprocess.TimeoutExpired:
            continue


# --- the browser --------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, without a window."""
    program = chromium()
    if not program:
        pytest.skip("there is no Chromium here; install one, or name it in PEJL_CHROMIUM")
    with sync_playwright() as playwright:
        chosen = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chosen
        chosen.close()


def chromium() -> str | None:
    """The same that ./check finds (setup.sh), so that pytest can be run alone."""
    named = (os.environ.get("PEJL_CHROMIUM") or "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, named)), None)


@pytest.fixture
def surprises() -> Iterator[list[str]]:
    """What no page may do; a test that provokes one looks, and clears the list."""
    seen: list[str] = []
    yield seen
    assert seen == []


class Opens(Protocol):
    """A new page, in a browser that has never been here."""

    def __call__(self, width: int = 1280, *, javascript: bool = True, known: Any = None) -> Page: ...


@pytest.fixture
def open_page(browser: Browser, surprises: list[str]) -> Iterator[Opens]:
    """Pages as a Danish reader has them, at any width, with JavaScript or without."""
    contexts: list[BrowserContext] = []

    def open_one(width: int = 1280, *, javascript: bool = True, known: Any = None) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            storage_state=known,
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        watch(context, surprises)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


def watch(context: BrowserContext, surprises: list[str]) -> None:
    """Write down what a page does behind the reader's back."""

    def asked(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname not in HERE:
            surprises.append(f"asked for {request.url}")

    def answered(response: Response) -> None:
        kind = response.request.resource_type
        # A page, or a part of one that htmx asks for, may rightly be missing or refused; a style or a script may not.
        limit = 500 if kind in ("document", "xhr", "fetch") else 400
        if response.status >= limit:
            surprises.append(f"{response.status} for {response.url}")

    def said(message: ConsoleMessage) -> None:
        # Chromium says this of every answer from 400 on, and those are judged above.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            surprises.append(f"console: {message.text}")

    context.on("request", asked)
    context.on("response", answered)
    context.on("console", said)
    context.on("weberror", lambda error: surprises.append(f"script: {error.error}"))


# --- who is looking -----------------------------------------------------------------------------------------


class OpensAs(Protocol):
    """A new page for someone who has signed in."""

    def __call__(self, username: str, width: int = 1280, *, javascript: bool = True, blank: bool = False) -> Page: ...


@pytest.fixture(scope="session")
def signed_in() -> dict[tuple[str, str], Any]:
    """The cookies of those who have signed in already, so that each signs in once to each site."""
    return {}


@pytest.fixture
def page_as(site: str, open_page: Opens, signed_in: dict[tuple[str, str], Any]) -> OpensAs:
    """Pejl's first page, as one of the invented people sees it; ``blank``: no page yet, for who knows where to go."""

    def open_as(username: str, width: int = 1280, *, javascript: bool = True, blank: bool = False) -> Page:
        if (site, username) not in signed_in:
            visit = open_page()
            sign_in(visit, site, username)
            signed_in[site, username] = visit.context.storage_state()
        page = open_page(width, javascript=javascript, known=signed_in[site, username])
        if not blank:
            page.goto(site)
        return page

    return open_as


def sign_in(page: Page, site: str, username: str) -> None:
    """Sign in the way a person does."""
    page.goto(site)
    asked = page.locator("form", has=page.locator("input[type=password]"))
    asked.locator("[name=username]").fill(username)
    asked.locator("[name=password]").fill(PASSWORD)
    asked.locator("[type=submit]").click()
    page.wait_for_load_state()
    assert asked.count() == 0, f"cannot sign in as {username}: {page.inner_text('body')}"


# --- can everyone use it ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What on a page breaks WCAG 2.1 A or AA, a line for each thing that does; none is as it should be."""
    engine = Axe()

    def judge(page: Page) -> list[str]:
        options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
        found = engine.run(page, options=options).response
        return [line for violation in found["violations"] for line in lines_of(violation, page.url)]

    return judge


def lines_of(violation: dict[str, Any], url: str) -> Iterator[str]:
    """Where it is, which rule it breaks, and how it could be mended."""
    for node in violation["nodes"]:
        where = " ".join(str(part) for part in node["target"])
        mend = " ".join(node["failureSummary"].split())
        yield f"{urlsplit(url).path}: {violation['id']} ({violation['impact']}) at {where}: {mend}"
