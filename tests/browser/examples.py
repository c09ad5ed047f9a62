"""How does a scene get one of the example municipalities: a server of its own, on the day its papers tell of?

Each file of scenes has one, and its tests share it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import Opens, free_port, serving, sign_in


@contextmanager
def example(name: str, folder: Path) -> Iterator[str]:
    """A server with this example in this empty folder; gives the address."""
    port = free_port()
    module = ["pejl.web.run", "--port", str(port), "--database", str(folder), "--example", name]
    with serving(module, port, folder / "server.log"):
        yield f"http://127.0.0.1:{port}"


def someone(site: str, open_page: Opens, username: str, *, width: int = 1280) -> Page:
    """A page of the example, signed in to as this person."""
    page = open_page(width)
    sign_in(page, site, username)
    return page
