"""What do the console blocks on a page print today? The page is run like a test, and can be printed anew.

A block is ```console with lines that begin with ``$ pejl`` and what they print. ``python -m tests.console PAGE``
writes today's output into the page.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pejl.cli import main

ROOT = Path(__file__).parents[1]
CONTINUED = "\\\n"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def printed(page: str) -> str:
    """The page with today's output in its blocks; all its commands share one working folder."""
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in ("tests", "mappings"):
            os.symlink(ROOT / name, name)
        return BLOCK.sub(lambda block: f"```console\n{''.join(_run_all(block[1]))}```", page)


def _run_all(block: str) -> Iterator[str]:
    for command in _commands(block):
        yield f"$ {command}\n"
        yield _output(command)


def _commands(block: str) -> list[str]:
    """The commands of a block; one that ends with a backslash goes on in the next line."""
    joined = block.replace(CONTINUED, "\0")
    return [line[2:].replace("\0", CONTINUED) for line in joined.splitlines() if line.startswith("$ ")]


def _output(command: str) -> str:
    words = shlex.split(command.replace(CONTINUED, " "))
    if words[0] != "pejl":
        raise ValueError(f"cannot run {words[0]!r} from a page; use pejl only")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(words[1:])
    if code:
        raise ValueError(f"cannot print a page whose command fails: {command}; run it by hand to see why")
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(printed(path.read_text(encoding="utf-8")), encoding="utf-8")
