"""Does every dependency say why it is there, and do the locks hold what pyproject.toml asks for?"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.repository.tracked import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)((?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE)
LOCKS = ("boot", "run", "dev")


def dependencies(project: dict[str, Any]) -> Iterator[str]:
    """Every requirement the text of a pyproject.toml states, whatever it is for."""
    yield from locked(project)
    for group in project.get("project", {}).get("optional-dependencies", {}).values():
        yield from group


def locked(project: dict[str, Any]) -> Iterator[str]:
    """Those that everybody gets in the same version; whoever asks for an extra chooses its version."""
    yield from project.get("build-system", {}).get("requires", [])
    yield from project.get("project", {}).get("dependencies", [])
    for group in project.get("dependency-groups", {}).values():
        yield from (entry for entry in group if isinstance(entry, str))


def without_reason(text: str) -> set[str]:
    """The dependencies that have, somewhere they are named, no comment on the line above."""
    lines = text.splitlines()
    return {
        dependency
        for dependency in dependencies(tomllib.loads(text))
        for above, line in zip(["", *lines], lines, strict=False)
        if f'"{dependency}"' in line and not above.lstrip().startswith("#")
    }


def name_of(requirement: str) -> str:
    """The bare name, as the locks spell it."""
    name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> dict[str, set[str]]:
    """The versions a lock holds for each package; more than one when they differ by Python."""
    found: dict[str, set[str]] = {}
    for name, version, _ in PIN.findall((ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    return found


def test_every_dependency_says_why_on_the_line_above() -> None:
    assert without_reason(PYPROJECT) == set()


@pytest.mark.parametrize(
    "text",
    [
        '[project]\ndependencies = [\n    # Reads.\n    "one",\n    "two>=2",\n]\n',
        '[dependency-groups]\ndev = [\n    "two>=2",\n]\n',
        '[build-system]\nrequires = ["two>=2"]\n',
        '[project.optional-dependencies]\nmore = [\n    "two>=2",\n]\n',
    ],
)
def test_a_dependency_without_a_reason_is_seen(text: str) -> None:
    assert without_reason(text) == {"two>=2"}


def test_the_locked_build_backend_is_the_one_that_builds() -> None:
    project = tomllib.loads(PYPROJECT)
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]


def test_the_locks_hold_every_dependency() -> None:
    project = tomllib.loads(PYPROJECT)
    to_run = {name_of(dependency) for dependency in project["project"]["dependencies"]}
    assert to_run <= pins("run").keys()
    assert {name_of(dependency) for dependency in locked(project)} <= pins("dev").keys()


def test_those_who_run_and_those_who_check_get_the_same_versions() -> None:
    dev = pins("dev")
    assert pins("run") == {name: dev[name] for name in pins("run")}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_carries_its_hashes(lock: str) -> None:
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    assert pins(lock)
    assert [name for name, _, rest in PIN.findall(text) if "--hash=sha256:" not in rest] == []


def test_a_pin_without_hashes_is_seen() -> None:
    assert PIN.findall("one==1 \\\n    --hash=sha256:ab\ntwo==2\n") == [
        ("one", "1", " \\\n    --hash=sha256:ab"),
        ("two", "2", ""),
    ]
