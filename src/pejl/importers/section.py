"""What does one table of a TOML file say? Each key is asked for by its type; what nobody asked for is refused.

TOML has no æ, ø and å in keys without quotation marks. So the keys are written ae, oe and aa here, and a file
may spell them either way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from pejl.dates import local_day
from pejl.importers.refusal import ImportRefused, nearest

MAX_TOML_BYTES: Final = 1024**2
_SPELLED: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def parsed(path: Path, *, called: str) -> dict[str, object]:
    """What a TOML file says; ``called`` is what kind of file it is, for the refusal of one that cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_TOML_BYTES + 1)
    except OSError as error:
        raise ImportRefused(f"{called} »{path}« findes ikke eller kan ikke åbnes. Tjek navnet og mappen.") from error
    if len(content) > MAX_TOML_BYTES:
        raise ImportRefused(f"{called} »{path.name}« fylder over 1 MB. Vælg den rigtige fil.")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ImportRefused(f"{called} »{path.name}« er ikke tekst i UTF-8. Gem den igen som UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise ImportRefused(
            f"{called} »{path.name}« er ikke gyldig TOML: {error}. Husk anførselstegn om tekster, "
            "og om nøgler med æ, ø, å eller mellemrum."
        ) from error


class Section:
    """A table and its place in the file, for sentences such as »Mappingen x.toml, lister.a: …«."""

    def __init__(self, table: Mapping[str, object], *, place: str) -> None:
        self.place = place
        self._table = {key.translate(_SPELLED): value for key, value in table.items()}
        self._asked: list[str] = []
        if len(self._table) < len(table):
            raise self.refusal("En nøgle står to gange, med og uden æ, ø og å. Fjern den ene.")

    def refusal(self, sentence: str) -> ImportRefused:
        """The refusal of something in this table."""
        return ImportRefused(f"{self.place}: {sentence}")

    def wrong(self, key: str, should: str) -> ImportRefused:
        """The refusal of one key's value."""
        return self.refusal(f"»{key}« skal være {should}. Ret værdien.")

    def has(self, key: str) -> bool:
        """Whether the key stands there; asking makes it known."""
        self._asked.append(key)
        return key in self._table

    def __getitem__(self, key: str) -> object:
        if not self.has(key):
            raise self.refusal(f"»{key}« mangler. Tilføj nøglen.")
        return self._table[key]

    def text(self, key: str) -> str:
        """A text with something in it; blanks in a row count as one, as in the headings of a list."""
        return self._words(self[key], key)

    def text_or(self, key: str, otherwise: str) -> str:
        """A text, or this when the key is not there."""
        return self.text(key) if self.has(key) else otherwise

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none when the key is not there."""
        if not self.has(key):
            return ()
        return tuple(self._words(each, key) for each in self._list(key))

    def _words(self, value: object, key: str) -> str:
        words = " ".join(value.split()) if isinstance(value, str) else ""
        if not words or not words.isprintable():
            raise self.wrong(key, "en tekst i anførselstegn")
        return words

    def _list(self, key: str) -> list[object]:
        value = self[key]
        if not isinstance(value, list):
            raise self.wrong(key, "en liste i kantede parenteser")
        return value

    def flag_or(self, key: str, otherwise: bool) -> bool:
        """True or false, or this when the key is not there."""
        if not self.has(key):
            return otherwise
        value = self[key]
        if not isinstance(value, bool):
            raise self.wrong(key, "true eller false uden anførselstegn")
        return value

    def number_or(self, key: str, otherwise: int) -> int:
        """A whole number from 1 up, or this when the key is not there."""
        if not self.has(key):
            return otherwise
        value = self[key]
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self.wrong(key, "et helt tal fra 1 og op")
        return value

    def day(self, key: str) -> date:
        """A day, or the Danish day of a moment; both as TOML writes them, without quotation marks."""
        value = self[key]
        if isinstance(value, datetime):
            return value.date() if value.tzinfo is None else local_day(value)
        if not isinstance(value, date):
            raise self.wrong(key, "en dato som 2026-06-30 uden anførselstegn")
        return value

    def table(self, key: str) -> Section:
        """The table under a key."""
        return self._below(self[key], key)

    def tables(self, key: str) -> Iterator[Section]:
        """The tables in a list; none when the key is not there."""
        if self.has(key):
            for number, each in enumerate(self._list(key), 1):
                yield self._below(each, f"{key} nr. {number}")

    def named_tables(self, key: str) -> Iterator[tuple[str, Section]]:
        """The tables under the names in a table."""
        below = self.table(key)
        for name in below._table:
            yield name, below.table(name)

    def entries(self, key: str) -> Mapping[str, object]:
        """What stands under a key as it is: a table whose keys are the municipality's own words."""
        value = self[key]
        if not isinstance(value, dict) or not value:
            raise self.wrong(key, "en tabel med mindst én linje")
        return value

    def _below(self, value: object, name: str) -> Section:
        if not isinstance(value, dict):
            raise self.wrong(name, "en tabel med nøgler")
        return Section(value, place=f"{self.place}, {name}")

    def finish(self) -> None:
        """Refuse the first key that nobody asked for."""
        for key in self._table:
            if key not in self._asked:
                raise self.refusal(f"Nøglen »{key}« kendes ikke her. {nearest(key, self._asked)}")
