"""Do the lessons print what they say they print?"""

from pathlib import Path

import pytest

from tests.console import BLOCK, ROOT, printed

LESSONS = sorted((ROOT / "docs/lær").glob("*.md"))


def test_there_is_a_lesson() -> None:
    assert any(BLOCK.search(page.read_text(encoding="utf-8")) for page in LESSONS)


@pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.stem)
def test_a_lesson_prints_what_it_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert printed(text) == text, f"print it anew: python -m tests.console {page.relative_to(ROOT)}"
