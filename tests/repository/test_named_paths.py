"""Does every file that a comment, a docstring or a page points to exist?"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.repository.tracked import comments, docstrings, text_of, tracked_files

# These tell of the past, where a file may have been that is gone now.
HISTORY = (Path("CHANGELOG.md"), Path("docs/adr"))

QUOTED = re.compile(r"`+((?:src|tests|docs|bench|mappings|requirements|\.)/[^`\n]*)`+")
LINKED = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
PLACEHOLDER = re.compile(r"[<>*{}…]|\.\.\.")


def passages(path: Path, text: str) -> Iterator[str]:
    """The parts of a file that are written for people."""
    match path.suffix:
        case ".md":
            yield text
        case ".py":
            yield from (comment for _, comment in comments(text))
            yield from docstrings(text)
        case ".toml" | ".sh" | "":
            yield from re.findall(r"#.*", text)


def named(path: Path, text: str) -> Iterator[str]:
    """The paths a file names, as seen from the root of the project."""
    for passage in passages(path, text):
        for quoted in QUOTED.findall(passage):
            yield from cleaned(quoted.split()[0])
        if path.suffix == ".md":
            yield from (link for target in LINKED.findall(passage) for link in linked(path, target))


def cleaned(quoted: str) -> Iterator[str]:
    """The path without the line, test or full stop that may follow it; nothing for a pattern."""
    if not PLACEHOLDER.search(quoted):
        yield re.sub(r"(?:::.*|#.*|:\d[\d-]*)?[.,;:/]*$", "", quoted).removeprefix("./")


def linked(page: Path, target: str) -> Iterator[str]:
    """Where a link on a page leads, when it leads to a file of the project."""
    file = unquote(target.partition("#")[0])
    if file and not re.match(r"[a-z]+:", file):
        yield flattened(page.parent / file)


def flattened(path: Path) -> str:
    """The path with its steps upwards taken; one that leaves the project keeps them and so is never found."""
    steps: list[str] = []
    for part in path.parts:
        if part == ".." and steps and steps[-1] != "..":
            steps.pop()
        else:
            steps.append(part)
    return "/".join(steps)


def missing(path: Path, text: str, *, existing: set[str]) -> list[str]:
    """The named paths that do not exist."""
    return [f"{path}: {name}" for name in named(path, text) if name and name not in existing]


def existing_paths() -> set[str]:
    """Every file of the project and every folder that holds one."""
    files = tracked_files()
    return {path.as_posix() for file in files for path in (file, *file.parents)}


def tells_of_the_past(path: Path) -> bool:
    return any(path == old or old in path.parents for old in HISTORY)


def test_every_path_named_exists() -> None:
    existing = existing_paths()
    assert [
        line
        for path in tracked_files()
        if not tells_of_the_past(path)
        for line in missing(path, text_of(path) or "", existing=existing)
    ] == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("page.md", "Se `src/gone.py`."),
        ("page.md", "Se `./gone --quick`."),
        ("page.md", "Se [siden](docs/gone.md#afsnit)."),
        ("docs/page.md", "Se [siden](gone.md)."),
        ("docs/page.md", "Se [siden](../../outside.md)."),
        ("docs/page.md", "Se [siden](../src)."),
        ("module.py", "# See `tests/gone.py::test_one`.\n"),
        ("module.py", 'def f():\n    """See ``tests/gone.py:12``."""\n'),
        ("check", "# See `./gone`.\n"),
    ],
)
def test_a_path_that_does_not_exist_is_seen(file: str, text: str) -> None:
    assert len(missing(Path(file), text, existing={"page.md", "docs", "docs/here.md"})) == 1


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("page.md", "Se `docs/here.md`, `docs/` og `./docs/here.md`."),
        ("docs/page.md", "Se [siden](here.md), [afsnittet](#her) og [loven](https://example.dk/lov)."),
        ("docs/page.md", "Se [siden](../docs/h%65re.md)."),
        ("page.md", "Læg den i `src/<kapitel>.py` eller `tests/*.py`."),
        ("module.py", 'path = "src/gone.py"\n'),
    ],
)
def test_other_texts_pass(file: str, text: str) -> None:
    assert missing(Path(file), text, existing={"docs", "docs/here.md"}) == []
