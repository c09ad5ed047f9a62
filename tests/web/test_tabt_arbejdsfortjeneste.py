"""Is it written down why lost earnings are applied for, and counted so that what nobody wrote is never a no (C47)?"""

from __future__ import annotations

from html import unescape

import pytest

from pejl.web.cases.models import EventRow
from tests.web.nordby import TODAY, Nordby
from tests.web.overview_pages import page, tell, words
from tests.web.test_registering import opened, url

pytestmark = pytest.mark.one_database

FIGURE = "/noegletal/indsatser.tabt_arbejdsfortjeneste/"


def test_the_reason_is_asked_for_and_kept(nordby: Nordby) -> None:
    client, address = nordby.client("raadgiver"), url("ansoegning_modtaget")
    sent = {**opened(client, address), "dag": TODAY.isoformat(), "f_paragraf": "§ 87", "f_tabt_aarsag": "sygdom"}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Ved tabt arbejdsfortjeneste: hvorfor søges der" in unescape(refused.content.decode())
    assert client.post(address, {**sent, "f_tabt_aarsag": "skolefravaer"}).status_code == 302
    assert EventRow.objects.latest("pk").fields == {"paragraf": "§ 87", "tabt_aarsag": "skolefravaer"}


def test_it_is_counted_by_reason_and_what_is_not_written_stands_apart(nordby: Nordby) -> None:
    for days, told in ((1, {"tabt_aarsag": "skolefravaer"}), (2, {"tabt_aarsag": "andet"}), (3, {})):
        fields = {"paragraf": "§ 87", **told}
        tell(nordby, "egen", "ansoegning_modtaget", days_ago=days, fields=fields, thread=f"S{days}")
    behind = f"{FIGURE}sager/?periode=2026-06&omraade=handicap"
    leader = nordby.client("teamleder")
    shown = words(page(leader, behind))
    assert "3 linjer" in shown
    for part, label in (("skolefravaer", "Barnet er ikke i skole (skolefravær)"), ("ikke_oplyst", "Ikke oplyst")):
        narrowed = words(page(leader, f"{behind}&gruppe={part}"))
        assert "1 linje" in narrowed
        assert label in narrowed


def test_the_law_behind_it_is_shown_as_not_confirmed(nordby: Nordby) -> None:
    assert "Ikke bekræftet" in page(nordby.client("teamleder"), FIGURE)
