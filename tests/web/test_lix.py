"""Is the readability number what a person would count, whatever a text looks like?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.web.handbook.lix import read, sentences_of
from pejl.web.handbook.text import Reader, Text, TextKind, exampled
from pejl.web.handbook.texts import TEXTS

# Nothing here asks a database.
pytestmark = pytest.mark.one_database

# Counted by hand: ten words, two sentences, two long words; 10/2 + 100·2/10 = 25.
COUNTED = "Vi skriver til dig nu. Du må gerne ringe tilbage."


def test_the_number_is_words_a_sentence_and_the_share_of_long_words() -> None:
    reading = read(COUNTED)
    assert (reading.words, reading.sentences, reading.lix) == (10, 2, 25)
    assert reading.longest == ("skriver", "tilbage")


def test_six_letters_are_not_long_and_seven_are() -> None:
    assert read("Barnet sover.").longest == ()
    assert read("Barnets seng.").longest == ("Barnets",)


@pytest.mark.parametrize(
    "text",
    [
        "Det følger af § 32, stk. 1, nr. 3, jf. § 5.",
        "Vi taler bl.a. med skolen, jf. aftalen.",
        "Mødet er den 3. maj 2024 kl. 15.50 i lokale 2.",
        "Efter 2. pkt. skal planen være der.",
        "Det er ca. 1.234 kr. om året.",
        "Det gælder mad, tøj m.v. i alle huse.",
        "Den 12. december kl. 10 ringer vi.",
    ],
)
def test_a_dot_that_ends_nothing_ends_no_sentence(text: str) -> None:
    assert sentences_of(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vi henter mad, tøj osv. Så kører vi.", 2),
        ("Det står i § 5, stk. 3. Du må sige nej.", 2),
        ("Må jeg det? Ja! Godt.", 3),
        ("Hun sagde: »Jeg er glad.« Så gik hun.", 2),
        ("Husk dette:\n- Tag en ven med\n- Ring til mig\n1. Sov godt", 4),
        ("En linje er delt\nover to linjer, men er én sætning som den står her.", 1),
    ],
)
def test_sentences_end_where_a_reader_says_they_do(text: str, sentences: int) -> None:
    assert read(text).sentences == sentences


def test_headings_greetings_and_signatures_are_left_out() -> None:
    letter = f"Kære Anna Holm\n\nHvad sker der nu\n{COUNTED}\n\nVenlig hilsen\nMette Lund\nNordby Kommune"
    assert read(letter) == read(COUNTED)


def test_a_sign_is_no_word_and_a_joined_word_is_one() -> None:
    assert read("Se § 5 – nu.").words == 3
    assert read("Det er en 24-timers vurdering.").words == 5


def test_the_hardest_sentence_and_the_longest_words_are_shown() -> None:
    hard = "Forvaltningsmyndigheden fastsætter efterfølgende undersøgelsesperiodens varighed."
    reading = read(f"Vi ses i morgen, hvis du vil. Det bliver godt. {hard}")
    assert reading.hardest == hard
    assert reading.longest[:2] == ("Forvaltningsmyndigheden", "undersøgelsesperiodens")


def test_one_long_word_alone_is_not_the_hardest_sentence() -> None:
    assert read("Vi ses i morgen, hvis du vil. Ankestyrelsen!").hardest == "Vi ses i morgen, hvis du vil."
    assert read("Ankestyrelsen!").hardest == "Ankestyrelsen!"


def test_a_text_without_words_has_no_number() -> None:
    assert read(" \n § – \n").lix is None
    assert not read("").too_hard(1)


_LETTERS = st.text("abeæøå", min_size=1, max_size=12)


@given(st.lists(st.lists(_LETTERS, min_size=1, max_size=12), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_plain_sentences_give_what_the_formula_says(told: list[list[str]]) -> None:
    words = [word for sentence in told for word in sentence]
    wanted = len(words) / len(told) + 100 * sum(len(word) > 6 for word in words) / len(words)
    reading = read(" ".join(f"{' '.join(sentence)}." for sentence in told))
    assert reading.lix is not None
    assert abs(reading.lix - wanted) <= 0.5001


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    reading = read(text)
    assert (reading.lix is None) == (reading.words == 0)
    assert reading.sentences <= max(reading.words, 0)


@pytest.mark.parametrize("text", [each for each in TEXTS if each.kind is TextKind.BREV], ids=lambda each: each.key)
def test_our_own_letters_are_as_easy_as_we_ask_of_others(text: Text) -> None:
    lix = read(exampled(text.body)).lix
    assert lix is not None
    assert lix <= text.reader.hardest
    assert {Reader.BARN: 25, Reader.FORAELDER: 35}.get(text.reader, 45) == text.reader.hardest
