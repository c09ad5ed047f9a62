"""Would the browser tests notice: an inaccessible page, a forbidden script, a request to the outside, a broken file?"""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs

import pytest

from pejl.web.demo.people import PASSWORD
from tests.browser import conftest
from tests.browser.conftest import Opens, OpensAs, free_port, own_environment, serving, sign_in
from tests.browser.judging import Judges

PAGE = '<!doctype html><html lang="da"><title>Prøve</title><main><h1>Prøve</h1>{}</main>'
# As strict as Pejl's own (pejl.web.settings): no inline script, no inline style, nothing from elsewhere.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
GOOD = '<label for="navn">Navn på æøå</label><input id="navn">'
NAMELESS = '<input id="navn">'
FORBIDDEN = "<script>document.title = 'Ændret'</script>"
OUTSIDE = '<img alt="Intet" src="http://udenfor.example/a.png">'
GONE = '<script src="/mangler.js"></script>'
LOGIN = """<form method=post><label>Navn <input name=username></label>
    <label>Kode <input name=password type=password></label><button type=submit>Log ind</button></form>"""
BROKEN = '<script src="/fejl.js"></script>'
SCRIPTS = {"/fejl.js": "mangler.helt()"}


class Invented(BaseHTTPRequestHandler):
    """One page at every address but those of files."""

    def __init__(self, *given: object, body: str) -> None:
        self.body = body
        super().__init__(*given)  # type: ignore[arg-type]  # what the server hands over is passed on unread

    def do_GET(self) -> None:
        script = self.path.endswith(".js")
        answer = SCRIPTS.get(self.path) if script else PAGE.format(self.body)
        self.send_response(404 if answer is None else 200)
        self.send_header("Content-Type", f"text/{'javascript' if script else 'html'}; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write((answer or "").encode())

    def log_message(self, *_: object) -> None:
        """A test has nobody to tell."""


class Guarded(Invented):
    """Asks who is there, believes the answer, and remembers it."""

    visits: ClassVar[list[str]] = []

    def __init__(self, *given: object) -> None:
        super().__init__(*given, body=LOGIN)

    def do_GET(self) -> None:
        name = self.headers.get("Cookie", "").removeprefix("name=")
        self.body = f"<p>Hej, {name}</p>" if name else LOGIN
        super().do_GET()

    def do_POST(self) -> None:
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.visits.append(asked["username"][0])
        self.send_response(303)
        self.send_header("Location", "/")
        if asked["password"] == [PASSWORD]:
            self.send_header("Set-Cookie", f"name={asked['username'][0]}")
        self.end_headers()


Shows = Callable[[str], str]


@pytest.fixture
def show() -> Iterator[Shows]:
    """Serve a page with this in it, under a strict policy; gives the address."""
    with ExitStack() as servers:
        yield lambda body: servers.enter_context(at_an_address(partial(Invented, body=body))) + "/side"


@pytest.fixture
def site() -> Iterator[str]:
    """In this file, a site with nothing but a door."""
    Guarded.visits.clear()
    with at_an_address(Guarded) as address:
        yield address


@contextmanager
def at_an_address(answers: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on this machine, as long as it is needed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), answers) as server:
        Thread(target=partial(server.serve_forever, poll_interval=0.02)).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def test_an_inaccessible_page_is_seen(show: Shows, open_page: Opens, axe: Judges) -> None:
    page = open_page()
    page.goto(show(NAMELESS))
    (line,) = axe(page)
    assert line.startswith("/side: label (critical) at #navn: Fix any of the following")


def test_an_accessible_page_passes(show: Shows, open_page: Opens, axe: Judges) -> None:
    page = open_page(320)
    page.goto(show(GOOD))
    assert axe(page) == []
    assert page.evaluate("window.innerWidth") == 320


@pytest.mark.parametrize(
    "narrow",
    [
        "p { color: #eee }",
        "main { background: #333 }",
        "p { opacity: 0.2 }",
        "p.folded { display: block; color: #eee }",
        "p.folded { display: block; background: #333 }",
        "p { margin-top: -3rem }",
        "p { position: relative; top: -3rem }",
    ],
)
def test_what_cannot_be_read_when_it_is_narrow_is_seen(show: Shows, open_page: Opens, axe: Judges, narrow: str) -> None:
    page = open_page()
    page.goto(show('<section>&nbsp;</section><p>Læs mig</p><p class="folded">Eller mig</p>'))
    page.evaluate(
        """async (narrow) => {
            const sheet = new CSSStyleSheet();
            const wide = "p { color: #222 } section { background: #333; height: 3rem } .folded { display: none }";
            await sheet.replace(`${wide} @media (width < 500px) { ${narrow} }`);
            document.adoptedStyleSheets = [sheet];
        }""",
        narrow,
    )
    assert axe(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    again = axe(page, again=True)
    assert again == axe(page)
    assert any("color-contrast" in line for line in again)


@pytest.mark.parametrize(
    ("body", "surprise"),
    [
        (FORBIDDEN, "console: Executing inline script violates"),
        (OUTSIDE, "asked for http://udenfor.example/a.png"),
        (GONE, "404 for http://127.0.0.1"),
        (BROKEN, "script: mangler is not defined"),
    ],
)
def test_a_page_that_misbehaves_is_seen(
    show: Shows, open_page: Opens, surprises: list[str], body: str, surprise: str
) -> None:
    page = open_page()
    page.goto(show(body))
    page.wait_for_load_state("networkidle")
    assert page.title() == "Prøve"
    assert any(each.startswith(surprise) for each in surprises), surprises
    surprises.clear()


def test_a_page_can_be_read_without_javascript(show: Shows, open_page: Opens, surprises: list[str]) -> None:
    page = open_page(javascript=False)
    page.goto(show(GOOD + BROKEN))
    assert page.get_by_label("Navn på æøå").is_visible()
    assert surprises == []


def test_each_signs_in_once(page_as: OpensAs) -> None:
    assert page_as("mette").inner_text("p") == "Hej, mette"
    assert page_as("jonas").inner_text("p") == "Hej, jonas"
    assert page_as("mette", 320, javascript=False).inner_text("p") == "Hej, mette"
    assert Guarded.visits == ["mette", "jonas"]


def test_a_door_that_stays_shut_is_seen(site: str, open_page: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conftest, "PASSWORD", "forkert")
    with pytest.raises(AssertionError, match="cannot sign in as mette: Prøve"):
        sign_in(open_page(), site, "mette")


def test_a_server_that_will_not_start_says_why(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match=r"(?s)cannot get an answer .* No module named pejl\.intet"),
        serving(["pejl.intet"], free_port(), tmp_path / "log"),
    ):
        pass


def test_a_server_runs_only_while_it_is_needed(tmp_path: Path) -> None:
    port = free_port()
    with serving(["http.server", "--bind", "127.0.0.1", str(port)], port, tmp_path / "log"):
        socket.create_connection(("127.0.0.1", port)).close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_a_server_does_not_inherit_what_the_tests_have_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://et-andet-sted/pejl")
    monkeypatch.setenv("PEJL_ENV", "produktion")
    assert {"DATABASE_URL", "PEJL_ENV"}.isdisjoint(own_environment())
