"""Do the common acts take no more clicks and fields than they may, and is the printed table true?"""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpensAs
from tests.browser.effort import ACTS, PAGE, Act, count, row


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.told)
def test_an_act_takes_no_more_than_its_budget(act: Act, site: str, page_as: OpensAs) -> None:
    hand = count(page_as(act.who, blank=True), site, act)
    assert hand.clicks + hand.fields <= act.budget
    # Run python -m tests.browser.effort when it takes more or less than it did.
    assert row(act, hand) in PAGE.read_text(encoding="utf-8")
