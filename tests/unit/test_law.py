"""Are paragraphs read in the spellings people use, and is an act cited where it can be read?"""

import pytest

from pejl.law import BARNETS_LOV, InForce, Sure, read_paragraph, since, until


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("§ 46", "§ 46"),
        ("§46", "§ 46"),
        ("BL § 46 stk. 1", "§ 46, stk. 1"),
        ("Barnets lov § 32, stk 1, nr 3", "§ 32, stk. 1, nr. 3"),
        (" §  76A,  stk.  2 ", "§ 76 a, stk. 2"),
        ("lbu §14", "LBU § 14"),
    ],
)
def test_a_paragraph_is_read(text: str, read: str) -> None:
    assert read_paragraph(text) == read
    assert read_paragraph(read) == read


@pytest.mark.parametrize("text", ["", "46", "§", "§ 47 og 48", "se bilag", "§ 32 stk"])
def test_what_is_no_paragraph_is_not_guessed(text: str) -> None:
    assert read_paragraph(text) is None


def test_a_citation_leads_to_the_paragraphs_own_page() -> None:
    cites = BARNETS_LOV.at("§ 137, stk. 1", row="UND-08")
    assert cites.link.endswith("/137")
    assert str(cites) == "Barnets lov § 137, stk. 1"


def test_what_is_not_confirmed_says_what() -> None:
    with pytest.raises(ValueError, match="say what is not confirmed"):
        BARNETS_LOV.at("§ 138", row="UND-05", sure=Sure.UNVERIFIED)


def test_times_in_force_meet_and_do_not_overlap() -> None:
    assert not until("2023-12-31").overlaps(since("2024-01-01"))
    assert until("2024-01-01").overlaps(since("2024-01-01"))
    with pytest.raises(ValueError, match="earlier day first"):
        InForce(since("2024-01-01").first, until("2023-12-31").last)
