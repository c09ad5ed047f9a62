"""Which files does the project consist of, and what do their comments say?"""

import ast
import io
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that is committed or would be, relative to the root."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout.split("\0")
    return tuple(Path(name) for name in sorted(set(names)) if name and (ROOT / name).is_file())


def python_files(*folders: str) -> list[Path]:
    """The Python files under these top folders, or all of them."""
    return [path for path in tracked_files() if path.suffix == ".py" and (not folders or path.parts[0] in folders)]


@cache
def text_of(path: Path) -> str | None:
    """What a file says; None when it is not text."""
    content = (ROOT / path).read_bytes()
    try:
        return None if b"\0" in content else content.decode()
    except UnicodeDecodeError:
        return None


def source_of(path: Path) -> str:
    """What a Python file says."""
    return (ROOT / path).read_text(encoding="utf-8")


def comments(source: str) -> Iterator[tuple[int, str]]:
    """Every comment of a Python text, with its line number."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def docstrings(source: str) -> Iterator[str]:
    """Every docstring of a Python text."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
