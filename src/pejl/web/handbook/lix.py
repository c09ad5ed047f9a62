"""How hard is a text to read? The readability number, the hardest sentence and the longest words.

LIX is the words per sentence plus the share, in per cent, of words of more than six letters. It measures form and not
sense, so it warns and never forbids. What looks like the end of a sentence and is none (»§ 32, stk. 1«, »bl.a.«,
»3. maj«) ends none here; a point of a list is a sentence of its own; headings, greetings and signatures are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_LONG: Final = 7  # letters; »more than six«
_SHOWN: Final = 5  # of the longest words
_VERY_SHORT: Final = 5  # words; one long word in three makes a number of its own high, and the sentence no harder
_HEADING: Final = 9  # words; a longer line without a full stop is a sentence somebody forgot to end

_ABBREVIATIONS: Final = (
    *("bl.a.", "f.eks.", "fx.", "pkt.", "jf.", "stk.", "nr.", "kap.", "ca.", "kl.", "dvs.", "d.v.s.", "evt.", "pga."),
    *(
        "p.g.a.",
        "ift.",
        "vedr.",
        "tlf.",
        "inkl.",
        "ekskl.",
        "hhv.",
        "mht.",
        "m.h.t.",
        "iht.",
        "pr.",
        "afs.",
        "dr.",
        "hr.",
    ),
)
# These often stand last; what follows with a capital is then a new sentence.
_OFTEN_LAST: Final = ("kr.", "m.v.", "mv.", "m.m.", "m.fl.", "mfl.", "osv.", "o.lign.", "o.l.")


def _any_of(words: tuple[str, ...]) -> str:
    """Longest first, so that »m.v.« is not read as something that begins with »m.«."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_ABBREVIATION: Final = re.compile(
    rf"(?<![\w.])(?:(?i:{_any_of(_ABBREVIATIONS)})|(?i:{_any_of(_OFTEN_LAST)})(?!\s+[A-ZÆØÅ]|\s*$))"
)
# 3.5.2024, 15.50, 1.234; the day of a month (3. maj) and a numbered thing (2. pkt.).
_DOTTED_NUMBER: Final = re.compile(r"(?<=\d)\.(?=\d)")
_ORDINAL: Final = re.compile(r"(?<=\d)\.(?=\s+[a-zæøå])")
_DOT: Final = "\u2024"  # stands in the place of a dot that ends nothing
_END: Final = re.compile(r"(?<=[.!?…])[\"'»«”)\]]*\s+")
POINT: Final = re.compile(r"^\s*(?:[-–—*•]|\d{1,2}[.)]|[a-zæøå][)])\s+")
# What a heading never has: an end of a sentence within it, or a sign at its end that says there is more.
_STOP: Final = re.compile(r"[.!?…:](?=\s)|[.!?…:,;]\W*$")
_WORD: Final = re.compile(r"[^\W_]+(?:[-’'\u2024][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How hard a text is: the number, and where it is hard. A text without words has no number."""

    lix: int | None
    hardest: str = ""
    longest: tuple[str, ...] = ()
    words: int = 0
    sentences: int = 0

    def too_hard(self, most: int) -> bool:
        """Whether the number is above a limit."""
        return self.lix is not None and self.lix > most

    @property
    def scale(self) -> str:
        """The number in a word (practice notes i)."""
        if self.lix is None:
            return "ingen tekst"
        return next(word for most, word in _SCALE if self.lix <= most)


_SCALE: Final = ((24, "meget let"), (34, "let"), (44, "middel"), (54, "svær"), (10_000, "meget svær"))


def read(text: str) -> Reading:
    """How hard the text is.

    >>> read("Jeg hedder Mette. Jeg vil gerne tale med dig.").lix
    5
    >>> read("Vi afgør det efter § 32, stk. 1, nr. 3, jf. bl.a. § 5. Det var den 3. maj 2024 kl. 15.50.").sentences
    2
    >>> read("Det sker der\\n- Du får en bisidder.\\n- Vi taler sammen").sentences
    2
    >>> read("").lix is None
    True
    """
    sentences = [words for words in map(_words, sentences_of(text)) if words]
    if not sentences:
        return Reading(lix=None)
    told = [word for words in sentences for word in words]
    return Reading(
        lix=_lix(sentences),
        hardest=_hardest(text),
        longest=tuple(_longest(told)),
        words=len(told),
        sentences=len(sentences),
    )


def _lix(sentences: list[list[str]]) -> int:
    """Rounded half up, of whole numbers, so that it is the same everywhere."""
    words = sum(map(len, sentences))
    long = sum(map(_is_long, (word for each in sentences for word in each)))
    return (2 * words * words + 200 * long * len(sentences) + words * len(sentences)) // (2 * words * len(sentences))


def _hardest(text: str) -> str:
    """The sentence with the highest number of its own; a very short one only where all are."""
    told = [each for each in sentences_of(text) if _words(each)]
    return max(
        [each for each in told if len(_words(each)) >= _VERY_SHORT] or told, key=lambda each: _lix([_words(each)])
    )


def _longest(words: Iterable[str]) -> list[str]:
    once = {word.casefold(): word for word in words if _is_long(word)}
    return sorted(once.values(), key=lambda word: (-_letters(word), word.casefold()))[:_SHOWN]


def _is_long(word: str) -> bool:
    return _letters(word) >= _LONG


def _letters(word: str) -> int:
    return sum(character.isalpha() for character in word)


def _words(sentence: str) -> list[str]:
    """A sign such as »§« is no word; »24-timers« is one."""
    return [word.replace(_DOT, ".") for word in _WORD.findall(_quiet(sentence))]


def sentences_of(text: str) -> list[str]:
    """The sentences as they stand; what is no sentence is left out.

    >>> sentences_of("Kære Ida\\n\\nDet er efter § 5, stk. 3. Du må sige nej!")
    ['Det er efter § 5, stk. 3.', 'Du må sige nej!']
    """
    return [each for block in _blocks(text) for each in _split(block)]


def _blocks(text: str) -> Iterator[str]:
    """Lines that belong together: a paragraph broken over lines is one, a point of a list is one."""
    held: list[str] = []
    for line in [*text.splitlines(), ""]:
        if held and (not line.strip() or POINT.match(line) or _closed(held[-1])):
            yield from _unless_heading(held)
            held = []
        if line.strip():
            held.append(line)


def _closed(line: str) -> bool:
    """Whether the next line begins something new: after a full stop, and after what stands alone as a heading does."""
    return bool(re.search(r"[.!?…:]\W*$", line)) or is_heading(line)


def is_heading(line: str) -> bool:
    """Whether a line stands as a heading, a greeting or a signature does: short, and without a stop.

    >>> is_heading("Sådan kan du klage"), is_heading("Du kan klage."), is_heading("- Du kan klage")
    (True, False, False)
    """
    quiet = _quiet(line)
    if _STOP.search(quiet) or POINT.match(line):
        return False
    return len(_WORD.findall(quiet)) < _HEADING


def _unless_heading(lines: list[str]) -> Iterator[str]:
    point = POINT.match(lines[0])
    if point or not all(map(is_heading, lines)):
        yield " ".join(line.strip() for line in [lines[0][point.end() if point else 0 :], *lines[1:]])


def _split(block: str) -> list[str]:
    return [part.replace(_DOT, ".").strip() for part in _END.split(_quiet(block)) if part.strip()]


def _quiet(text: str) -> str:
    """The text with every dot that ends no sentence put out of the way; one at the very end of a block ends it."""
    text = _ABBREVIATION.sub(lambda found: found[0].replace(".", _DOT), text)
    text = _ORDINAL.sub(_DOT, _DOTTED_NUMBER.sub(_DOT, text))
    return text
