"""Has a rule changed without a word in the changelog? Each rule's value is remembered by its fingerprint.

When this fails: write a line in CHANGELOG.md that names the law, then run
``python -m tests.repository.test_rulebook_changes`` to remember the new values.
"""

import hashlib
from pathlib import Path

from pejl.rulebook import RULEBOOK

REMEMBERED = Path(__file__).with_name("rulebook-fingerprints.csv")
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def remembered() -> str:
    """The file as it should be: key, version, row of the law notes, fingerprint, and a hash of the changelog."""
    lines = [f"{rule.key};{rule.version};{rule.cites.row};{rule.fingerprint}\n" for rule in RULEBOOK.rules]
    changelog = hashlib.sha256(CHANGELOG.read_bytes()).hexdigest()[:16]
    return "".join([*lines, f"CHANGELOG.md;;;{changelog}\n"])


def test_a_changed_rule_has_a_changed_changelog() -> None:
    before, now = (text.splitlines() for text in (REMEMBERED.read_text(encoding="utf-8"), remembered()))
    rules_changed = [line for line in now[:-1] if line not in before]
    assert rules_changed == [], "write a changelog line naming the law, then remember the rules anew (see the top)"


def test_the_changelog_was_not_forgotten_when_rules_were_remembered() -> None:
    """The rules and the changelog are remembered together: new fingerprints beside an old changelog are refused."""
    assert all(line.split(";")[2] in CHANGELOG.read_text(encoding="utf-8") for line in remembered().splitlines()[:-1])


def _remember() -> None:
    before = REMEMBERED.read_text(encoding="utf-8").splitlines()
    now = remembered()
    changed = before[:-1] != now.splitlines()[:-1]
    if before and changed and before[-1] == now.splitlines()[-1]:
        raise SystemExit("cannot remember changed rules beside an unchanged CHANGELOG.md; write its line first")
    REMEMBERED.write_text(now, encoding="utf-8")


if __name__ == "__main__":
    _remember()
