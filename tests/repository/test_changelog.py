"""Does the changelog have a place for what is not released yet?"""

from tests.repository.tracked import ROOT


def test_the_changelog_has_a_section_for_what_is_not_released() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    assert "## Ikke udgivet" in lines
