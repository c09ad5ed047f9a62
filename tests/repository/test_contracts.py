"""Do imports run the way the design says, and would the contracts notice if they did not?"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.repository.tracked import ROOT, python_files

CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}
LAYERS = "Imports run downwards"
DJANGO = "The core never imports Django"
CHAPTERS = "Chapters of the rulebook speak of each other only through events"
ENGINES = "The two engines share no code"
ARRAYS = "The law and the readable engine need no arrays"
BENCH = "Pejl does not know its own benchmark"
WEB = "Inside the web, too, imports run downwards"
BRIDGE = "Only the bridge runs an engine in the web"
POLARS = "The web shows no tables of Polars"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the package that stands in this folder's src, or the installed one, against the contracts."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports;"
            " sys.exit(lint_imports('pyproject.toml', no_cache=True))",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def modules() -> set[str]:
    """Pejl's own modules, by their dotted names."""
    paths = [path.relative_to("src").with_suffix("") for path in python_files("src")]
    return {".".join(path.parts).removesuffix(".__init__") for path in paths}


def test_everything_but_the_web_is_kept_from_django() -> None:
    top = {name for name in modules() if name.count(".") == 1}
    assert set(CONTRACTS[DJANGO]["source_modules"]) == top - {"pejl.web"}


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """A package with Pejl's own modules and nothing in them, under Pejl's own contracts."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for path in [*python_files("src"), *map(Path, ("src/pejl/rulebook/one.py", "src/pejl/rulebook/two.py"))]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    return tmp_path


def test_a_package_without_imports_keeps_every_contract(invented: Path) -> None:
    result = lint_imports(invented)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "imports", "contract"),
    [
        ("events", "pejl.tables", LAYERS),
        ("tables", "pejl.rules", LAYERS),
        ("engine/plain", "pejl.rulebook", LAYERS),
        ("newcomer", "pejl.law", LAYERS),
        ("tables", "django.db", DJANGO),
        ("rulebook/one", "pejl.rulebook.two", CHAPTERS),
        ("engine/plain", "pejl.engine.columnar", ENGINES),
        ("engine/plain", "polars", ARRAYS),
        ("dates", "numpy", ARRAYS),
        ("rulebook/one", "polars", ARRAYS),
        ("cli", "bench.baselines", BENCH),
        ("web/access/gate", "pejl.web.cases.models", WEB),
        ("web/clock", "pejl.web.access", WEB),
        ("web/newcomer", "pejl.web.clock", WEB),
        ("web/cases/standing", "pejl.engine.plain", BRIDGE),
        ("web/cases/standing", "pejl.engine", BRIDGE),
        ("web/cases/views/sagen", "polars", POLARS),
    ],
)
def test_an_import_the_wrong_way_is_seen(invented: Path, module: str, imports: str, contract: str) -> None:
    (invented / f"src/pejl/{module}.py").write_text(f"import {imports}\n")
    result = lint_imports(invented)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract} BROKEN" in result.stdout
