"""Does everything that silences a check say which check, and why?

The forms: ``noqa: S101 -- reason``, ``type: ignore[code]  # reason`` and ``pragma: no cover -- reason``.
"""

import re
from collections.abc import Iterator

import pytest

from tests.repository.tracked import comments, python_files, source_of

SILENCER = re.compile(
    r"#\s*(?:(?:ruff|flake8):\s*)?(?:noqa|nosec|type:\s*ignore|pragma:\s*no\s|pylint:)", re.IGNORECASE
)
REASON = r"\s*--\s*\w.*\w"
ACCEPTED = re.compile(
    rf"# (?:(?:ruff: )?noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*{REASON}"
    rf"|type: ignore\[[a-z-]+(?:, ?[a-z-]+)*\]  # (?!noqa)\w.*\w"
    rf"|pragma: no (?:cover|branch){REASON}"
    rf"|pylint: disable=[a-z-]+{REASON})"
)


def unexplained(source: str) -> Iterator[int]:
    """The lines whose silencer lacks its code or its reason."""
    for line, comment in comments(source):
        found = SILENCER.search(comment)
        if found and not ACCEPTED.match(comment, found.start()):
            yield line


def test_every_silencer_says_what_and_why() -> None:
    assert [f"{path}:{line}" for path in python_files() for line in unexplained(source_of(path))] == []


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa",
        "# noqa: S101",
        "# noqa -- the subject is assertions",
        "# noqa: S101 --",
        "# noqa: S101 because",
        "# ruff: noqa",
        "# type: ignore",
        "# type: ignore[arg-type]",
        "# type: ignore[arg-type]  # noqa",
        "# type: ignore  # the subject is a wrong type",
        "# pragma: no cover",
        "# the numbers are right  # noqa",
        "#noqa: S101",
        "# NOQA",
        "# pylint: disable=all",
        "# nosec",
    ],
)
def test_an_unexplained_silencer_is_seen(comment: str) -> None:
    assert list(unexplained(f"one = 1\ntwo = 2  {comment}\n")) == [2]


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: S101 -- the subject is assertions",
        "# noqa: S101, S603 -- the subject is assertions",
        "# type: ignore[arg-type]  # the subject is a wrong type",
        "# pragma: no cover -- only Windows comes here",
        "# a comment about noise",
    ],
)
def test_an_explained_silencer_passes(comment: str) -> None:
    assert list(unexplained(f"one = 1  {comment}\n")) == []


def test_a_text_that_only_speaks_of_a_silencer_passes() -> None:
    assert list(unexplained('one = "# noqa"\n')) == []
