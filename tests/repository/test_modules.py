"""Is every module named for what it is, introduced to its reader, type-checked, and blind to the clock?"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository.tracked import ROOT, python_files, source_of

DRAWERS = re.compile(r"(utils?|helpers?|common|managers?|misc|tools)$")
# The edge: the only files that may ask what time it is. Below them the day is an argument.
MAY_READ_THE_CLOCK = {Path("src/pejl/cli/moments.py"), Path("src/pejl/web/clock.py")}
CLOCKS = {
    "date": {"today"},
    "datetime": {"now", "utcnow", "today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime"},
}


def is_drawer(path: Path) -> bool:
    """Whether a file or one of its folders is named as a drawer for odds and ends."""
    return any(DRAWERS.fullmatch(part.strip("_")) for part in path.with_suffix("").parts)


def clock_reads(source: str) -> Iterator[int]:
    """The lines that ask the machine what time it is."""
    tree = ast.parse(source)
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    real = {alias.asname: alias.name for node in imported for alias in node.names if alias.asname}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            if node.attr in CLOCKS.get(real.get(owner, owner), ()):
                yield node.lineno
    for node in imported:
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for alias in node.names if alias.name in CLOCKS["time"])


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert [str(path) for path in python_files() if is_drawer(path)] == []


@pytest.mark.parametrize("path", ["src/pejl/utils.py", "src/pejl/common/money.py", "bench/_helpers.py"])
def test_a_drawer_is_seen(path: str) -> None:
    assert is_drawer(Path(path))


def test_every_module_says_which_question_it_answers() -> None:
    assert [str(path) for path in python_files() if not ast.get_docstring(ast.parse(source_of(path)))] == []


def test_only_the_edge_reads_the_clock() -> None:
    core = set(python_files("src")) - MAY_READ_THE_CLOCK
    assert [f"{path}:{line}" for path in sorted(core) for line in clock_reads(source_of(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "date.today()",
        "clock = datetime.now",
        "time.time()",
        "import datetime as dt; dt.datetime.now()",
        "from datetime import datetime as d; d.now()",
        "from time import time",
    ],
)
def test_a_clock_read_is_seen(source: str) -> None:
    assert list(clock_reads(f"one = 1\n{source}\n")) == [2]


@pytest.mark.parametrize("source", ["at.time()", "case.today", "time.perf_counter()", "from datetime import time"])
def test_other_times_pass(source: str) -> None:
    assert list(clock_reads(source)) == []


def test_every_folder_with_python_is_type_checked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {path.parts[0] for path in python_files()} == set(project["tool"]["mypy"]["files"])
