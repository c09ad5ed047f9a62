"""What are the duties called, in which chapter do they stand, and on what do they rest?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.rulebook import CHAPTERS, TITLES, chapter_of
from pejl.rules import Force, NoLimit, Rule, Rulebook, Within


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One version of one rule, as a table names it."""

    key: str
    version: str
    title: str
    force: Force
    confirmed: bool
    source: str  # act and paragraph
    limited: bool  # False: the law gives no number, so nothing is ever too late


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules of a chapter, in its order."""

    title: str
    entries: tuple[Entry, ...]


def chapters(book: Rulebook) -> Iterator[Chapter]:
    """The whole book, the newest version of each rule first."""
    rules_of = defaultdict[str, list[Rule]](list)
    for key, versions in book.by_key.items():
        rules_of[chapter_of(key)] += reversed(versions)
    for name, _ in CHAPTERS:
        yield Chapter(TITLES[name], tuple(entry_of(rule) for rule in rules_of[name]))


def entry_of(rule: Rule) -> Entry:
    """A rule as a table names it."""
    return Entry(
        key=rule.key,
        version=rule.version,
        title=rule.title,
        force=rule.force,
        confirmed=rule.force is Force.LOCAL or rule.cites.sure.confirmed,
        source=f"{rule.cites.act.title} {rule.cites.paragraph}".strip(),
        limited=not (isinstance(rule.duty, Within) and isinstance(rule.duty.time, NoLimit)),
    )


def newest(book: Rulebook, key: str) -> Rule | None:
    """The rule as it reads now; None: there is no such rule."""
    versions = book.by_key.get(key, ())
    return versions[-1] if versions else None


def titles(book: Rulebook) -> dict[str, str]:
    """What each rule is called now, in the order of the book."""
    return {entry.key: entry.title for chapter in chapters(book) for entry in reversed(chapter.entries)}
