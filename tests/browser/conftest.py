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
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from pejl.web.demo.people import PASSWORD
from pejl.web.run import INHABITANTS
from tests.browser.judging import Judges, judge

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
PATIENCE = 180  # seconds for the server to invent a municipality and answer
HERE = ("127.0.0.1", "localhost")


# --- the server ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Iterator[str]:
    """Pejl as ./start starts it, on a free port and with data of its own; gives the address."""
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    for file in invented_once(tmp_path_factory.getbasetemp().parent / f"invented-{testrun_uid}"):
        shutil.copy(file, folder)
    with serving(["pejl.web.run", "--port", str(port), "--database", str(folder)], port, folder / "server.log"):
        yield f"http://127.0.0.1:{port}"


def invented_once(folder: Path) -> list[Path]:
    """The demo's database, made by the first of the workers that asks: it takes both cores a good while."""
    made = folder / "made"
    try:
        folder.mkdir()
    except FileExistsError:
        wait_until(made.exists, "another worker to invent the municipality")
    else:
        invent(folder)
        made.touch()
    return list(folder.glob("pejl.sqlite3*"))


def invent(folder: Path) -> None:
    """Write the municipality of ./start into a database in this folder."""
    ours = {"PEJL_DATA": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'pejl.sqlite3'}"}
    command = [sys.executable, "-m", "pejl.web.preparing", str(INHABITANTS)]
    subprocess.run(command, env={**own_environment(), **ours}, check=True, stdin=subprocess.DEVNULL)


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Ask again and again, but not for ever."""
    give_up_at = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > give_up_at:
            raise RuntimeError(f"cannot wait longer for {what}")
        time.sleep(0.1)


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
    """A page that shows nothing yet, in a browser that nobody is signed in to."""

    def __call__(self, width: int = 1280, *, javascript: bool = True, known: Any = None) -> Page: ...


@dataclass(slots=True)
class Window:
    """A page that is used again by the next test, and where what it does is written down for the test that has it.

    It takes longer to open one than to show most pages, so few are opened. Pejl keeps nothing in a browser but cookies.
    """

    page: Page
    javascript: bool
    surprises: list[str]

    def enter(self, width: int, known: Any, *, surprises: list[str]) -> Page:
        """With no cookies but those that are known."""
        self.surprises = surprises
        self.page.context.clear_cookies()
        self.page.context.add_cookies(known["cookies"] if known else [])
        self.page.set_viewport_size({"width": width, "height": 900})
        return self.page

    def leave(self) -> None:
        """Put back all that a test may have changed, so that nothing of it reaches the next."""
        context = self.page.context
        for another in context.pages:
            if another != self.page:
                another.close()
        self.page.unroute_all()
        self.page.emulate_media(media="null", reduced_motion="reduce")
        context.clear_permissions()
        self.page.goto("about:blank")


def open_window(browser: Browser, *, javascript: bool) -> Window:
    """One as a Danish reader has it."""
    context = browser.new_context(
        java_script_enabled=javascript, locale="da-DK", timezone_id="Europe/Copenhagen", reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)
    window = Window(context.new_page(), javascript, [])
    watch(context, lambda line: window.surprises.append(line))
    return window


@pytest.fixture(scope="session")
def idle() -> list[Window]:
    """The windows that wait for the next test; they are closed with the browser."""
    return []


@pytest.fixture
def open_page(browser: Browser, idle: list[Window], surprises: list[str]) -> Iterator[Opens]:
    """Pages at any width, with JavaScript or without; what they do is told to the test that had them."""
    used: list[Window] = []

    def open_one(width: int = 1280, *, javascript: bool = True, known: Any = None) -> Page:
        fitting = [each for each in idle if each.javascript is javascript]
        window = fitting[0] if fitting else open_window(browser, javascript=javascript)
        if fitting:
            idle.remove(window)
        used.append(window)
        return window.enter(width, known, surprises=surprises)

    yield open_one
    for window in used:
        window.leave()
        idle.append(window)


def watch(context: BrowserContext, told: Callable[[str], None]) -> None:
    """Write down what a page does behind the reader's back."""

    def asked(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname not in HERE:
            told(f"asked for {request.url}")

    def answered(response: Response) -> None:
        kind = response.request.resource_type
        # A page, or a part of one that htmx asks for, may rightly be missing or refused; a style or a script may not.
        limit = 500 if kind in ("document", "xhr", "fetch") else 400
        if response.status >= limit:
            told(f"{response.status} for {response.url}")

    def said(message: ConsoleMessage) -> None:
        # Chromium says this of every answer from 400 on, and those are judged above.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            told(f"console: {message.text}")

    context.on("request", asked)
    context.on("response", answered)
    context.on("console", said)
    context.on("weberror", lambda error: told(f"script: {error.error}"))


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
        page = open_page(width, javascript=javascript, known=signed_in.get((site, username)))
        if (site, username) not in signed_in:
            sign_in(page, site, username)
            signed_in[site, username] = page.context.storage_state()
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
def axe() -> Judges:
    """What on a page breaks WCAG 2.1 A or AA, a line for each thing that does; none is as it should be."""
    return judge
