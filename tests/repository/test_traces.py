"""Is the project free of traces of the machine it was written on, so that it can be set up anywhere?"""

import re
from collections.abc import Iterator

import pytest

from tests.repository.tracked import text_of, tracked_files

# Put together from parts, so that this file does not hold what it forbids.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
        ("debian", "org"),
        ("crates", "io"),
        ("anaconda", "org"),
        ("maven", "org"),
        ("golang", "org"),
        ("docker", "io"),
    )
]
FOLDERS = ["root", "work", r"home/\w+", r"Users/\w+"]
PROGRAMS = r"usr/(?:local/)?bin/(?!env\b)\w+"

TRACE = re.compile(
    rf"(?<![\w-])(?:[\w-]+\.)*(?:{'|'.join(map(re.escape, REGISTRIES))})\b"
    rf"|(?<![\w.~>)}}-])/(?:(?:{'|'.join(FOLDERS)})/|{PROGRAMS})"
)


def traces(text: str) -> Iterator[tuple[int, str]]:
    """The lines that name a package registry or a path on one machine, and the name."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in TRACE.finditer(line):
            yield number, found.group()


def test_no_file_names_a_registry_or_a_path_on_a_machine() -> None:
    assert [f"{path}:{line}: {trace}" for path in tracked_files() for line, trace in traces(text_of(path) or "")] == []


@pytest.mark.parametrize("registry", REGISTRIES)
def test_a_registry_is_seen(registry: str) -> None:
    assert list(traces(f"\n--index-url https://files.{registry}/simple")) == [(2, f"files.{registry}")]


@pytest.mark.parametrize(
    "parts",
    [
        ("", "root", "notes.md"),
        ("", "home", "anna", "pejl"),
        ("", "Users", "anna", "pejl"),
        ("", "work", "main"),
        ("", "usr", "bin", "python3"),
        ("", "usr", "local", "bin", "python"),
    ],
)
def test_a_path_on_a_machine_is_seen(parts: tuple[str, ...]) -> None:
    path = "/".join(parts)
    assert len(list(traces(f'open("{path}")'))) == 1
    assert len(list(traces(f"#!{path}"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "#!/usr/bin/env bash",
        "src/pejl/work/page.py",
        "https://example.dk/home/anna/",
        "<work>/nordby.parquet",
        "/dev/null",
        "github.com/odsherred/pejl",
    ],
)
def test_other_paths_and_hosts_pass(text: str) -> None:
    assert list(traces(text)) == []
