"""Is the printed page of figures current, and does every indicator stand on it?"""

from pejl.indicators import INDICATORS
from tests.spec.noegletal import PAGE, anchor, page


def test_the_printed_page_is_current() -> None:
    assert PAGE.read_bytes() == page().encode(), "print it again: .venv/bin/python -m tests.spec.noegletal"


def test_every_indicator_stands_on_it_with_its_key_and_version() -> None:
    told = page()
    for each in INDICATORS:
        assert f'<a id="{anchor(each)}"></a>' in told
        assert f"`{each.key}`, udgave {each.version}" in told
        assert f"> {each.question}\n" in told
        assert f"(#{anchor(each)})" in told


def test_no_two_stand_in_the_same_place() -> None:
    assert len({anchor(each) for each in INDICATORS}) == len(INDICATORS)
