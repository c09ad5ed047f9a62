"""Does the glossary pair every kind of event, status and unknown reason with its Danish word?"""

from pathlib import Path

import pytest

from pejl.events import KINDS, Kind
from pejl.tables import Status

GLOSSARY = (Path(__file__).parents[2] / "ORDLISTE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_stands_in_the_glossary(kind: Kind) -> None:
    assert f"| {kind.label} | {kind.label_before_2024} | `{kind.key}` |" in GLOSSARY


@pytest.mark.parametrize("status", Status)
def test_every_status_stands_in_the_glossary(status: Status) -> None:
    assert f"| {status.danish} | `{status}` |" in GLOSSARY
