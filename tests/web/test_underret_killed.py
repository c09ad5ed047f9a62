"""Is a notification never lost and never doubled, when the server is stopped by kill -9 at any of the form's steps?"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import Any

import pytest

from tests.repository.tracked import ROOT
from tests.web.killed_underret import BEFORE_THE_ANSWER, TWO_CHILDREN

# Each of these makes an SQLite file of its own.
pytestmark = pytest.mark.one_database

NOTHING = {"letters": 0, "children": 0, "events": 0, "receipts": 0}
ONE = {"letters": 1, "children": 2, "events": 2, "receipts": 1}
Round = dict[str, Any]


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> list[Round]:
    """What happened each time a Pejl of its own was killed."""
    ours = ("PYTEST_", "PEJL_", "DJANGO_", "DATABASE_URL")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    folder = tmp_path_factory.mktemp("slukket")
    (folder / "static").mkdir()
    command = [sys.executable, "-m", "tests.web.killed_underret", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=inherited, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def counted(standing: Round) -> Round:
    return {name: number for name, number in standing.items() if name != "draft"}


def test_it_was_killed_at_every_step(rounds: list[Round]) -> None:
    assert {each["signal"] for each in rounds} == {signal.SIGKILL}
    assert len(rounds) > 10
    # Before anything was saved, when the draft was, and when all was but the answer.
    assert rounds[0]["before"] == {**NOTHING, "draft": None}
    assert any(each["before"]["draft"] for each in rounds)
    assert counted(rounds[-1]["before"]) == ONE
    assert rounds[-1]["at"] == BEFORE_THE_ANSWER


def test_it_is_all_there_or_not_at_all(rounds: list[Round]) -> None:
    assert [each["at"] for each in rounds if counted(each["before"]) not in (NOTHING, ONE)] == []


def test_what_was_written_is_never_gone_once_it_was_saved(rounds: list[Round]) -> None:
    typed = {name: text for name, text in TWO_CHILDREN.items() if name not in ("token", "handling")}
    saved = False
    for each in rounds:
        draft, stored = each["before"]["draft"], counted(each["before"]) == ONE
        assert not saved or stored or draft == typed, each["at"]
        saved = saved or draft == typed


def test_sent_again_it_is_one_letter_with_one_receipt(rounds: list[Round]) -> None:
    for each in rounds:
        assert each["after"] == {**ONE, "draft": None}, each["at"]
    codes = {code for each in rounds for code in each["codes"]}
    assert len(codes) == 1
    assert "" not in codes
