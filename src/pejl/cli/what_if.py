"""What would have been late by other numbers? A file with changes, and the two rulebooks' answers side by side.

It is a thought experiment and says so; no file of deadlines is written from it, which somebody could take for law.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import Final

import polars as pl

from pejl.cli.layout import number, share, table
from pejl.engine.explain import FORCE_WORDS
from pejl.importers.section import Section, parsed
from pejl.rulebook import RULEBOOK
from pejl.rules import Force, Rule, Rulebook
from pejl.tables import Status, Unknown
from pejl.what_if import UNITS, Change, Comparison, Impossible, Number, compared, number_of, with_changes
from pejl.wording import one_of

TITLE: Final = "TANKEEKSPERIMENT, IKKE LOV"
_FEW: Final = 10  # from here on a percentage says something
_WIDTH: Final = 110
_FIRST_WIDTH: Final = 34
_ALWAYS_SHOWN: Final = (Status.MET, Status.LATE, Status.OVERDUE)
_HOW: Final = "Skriv hver ændring under sin egen linje [[aendring]]"


# --- the file -------------------------------------------------------------------------------------------------


def read_changes(path: Path) -> Rulebook:
    """The rulebook of today with the changes of the file; refuses what it cannot follow to the letter."""
    section = Section(parsed(path, called="Filen"), place=f"Filen »{path.name}«")
    if not section.has("aendring"):
        section.finish()
        raise section.refusal(f"Der er ingen ændringer. {_HOW}.")
    if not isinstance(section["aendring"], list) or not section["aendring"]:
        raise section.refusal(f"»aendring« skal være en liste. {_HOW}, med to kantede parenteser.")
    book = RULEBOOK
    changes = list[Change]()
    for each in section.tables("aendring"):
        changes.append(_change(each))
        try:
            book = with_changes(RULEBOOK, changes)
        except Impossible as impossible:
            raise each.refusal(str(impossible)) from impossible
    section.finish()
    return book


def _change(section: Section) -> Change:
    rule = section.text("regel")
    version = section.text_or("version", "")
    units = [unit for unit in UNITS if section.has(unit)]
    section.finish()
    if len(units) != 1:
        wrong = "Der mangler et tal" if not units else f"Der står både {' og '.join(units)}"
        raise section.refusal(f"{wrong}. Skriv netop ét af {one_of(f'»{unit}«' for unit in UNITS)}.")
    value = section[units[0]]
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise section.wrong(units[0], "et helt tal fra 1 og op, uden anførselstegn")
    return Change(rule=rule, version=version, number=Number(value, units[0]))


def pairs(book: Rulebook) -> list[tuple[Rule, Rule]]:
    """Each changed rule as it is, and as it is thought."""
    return [(old, new) for old, new in zip(RULEBOOK.rules, book.rules, strict=True) if old != new]


# --- the answer -----------------------------------------------------------------------------------------------


def lines(
    changed: list[tuple[Rule, Rule]], before: pl.DataFrame, after: pl.DataFrame, *, as_of: datetime
) -> Iterator[str]:
    """The two answers side by side, rule by rule; law, guidance and local goals apart."""
    counts = compared(before, after)
    for force in Force:
        of_force = [pair for pair in changed if pair[0].force is force]
        if of_force:
            yield FORCE_WORDS[force].upper()
        for old, new in of_force:
            found = counts.get((old.key, old.version), Comparison())
            ended = [_of(each, old).filter(pl.col("due_at") <= as_of) for each in (before, after)]
            covered = _of(before, old).filter(pl.col("unknown_reason") == Unknown.NOT_COVERED.value).is_empty()
            yield from _rule_lines(old, new, found, shares=[_share(each) for each in ended] if covered else None)
    yield (
        "»Til tiden« er andelen af de frister, der var udløbet på tidspunktet og kan afgøres. Den vises ikke for "
        "pligter, som kilden ikke dækker."
    )
    yield f"{TITLE}: reglerne er de samme som før, og intet er gemt."


def _of(deadlines: pl.DataFrame, rule: Rule) -> pl.DataFrame:
    return deadlines.filter((pl.col("rule") == rule.key) & (pl.col("rule_version") == rule.version))


def _share(ended: pl.DataFrame) -> str:
    counts = dict(ended["status"].value_counts().iter_rows())
    judged = sum(counts.get(each.value, 0) for each in _ALWAYS_SHOWN)
    met = counts.get(Status.MET.value, 0)
    if not judged:
        return "ingen"
    return f"{met} af {judged}" if judged < _FEW else share(met, of=judged)


def _rule_lines(old: Rule, new: Rule, found: Comparison, *, shares: list[str] | None) -> Iterator[str]:
    one, other = str(number_of(old)), str(number_of(new))
    yield f"{old.title} ({old.key}, udgaven {old.version}): {one} → {other}"
    if old.force is not Force.LOCAL and not old.cites.sure.confirmed:
        yield fill(f"Ikke bekræftet: {old.cites.note}", _WIDTH, initial_indent="  ", subsequent_indent="  ")
    if not found.cases:
        yield from ("  Ingen sag har haft pligten på det tidspunkt.", "")
        return
    shown = [each for each in Status if each in _ALWAYS_SHOWN or found.before[each] or found.after[each]]
    body = [_row(each.danish, found.before[each], found.after[each]) for each in shown]
    body.append(_row("i alt", found.before.total(), found.after.total()))
    if shares:
        body.append(["til tiden", *shares, ""])
    yield from (f"  {line}" for line in table([["", one, other, "forskel"], *body], first_width=_FIRST_WIDTH))
    yield f"  Sager, der ville skifte: {_part(len(found.changed), of=found.cases)}"
    yield ""


def _row(words: str, was: int, became: int) -> list[str]:
    difference = became - was
    sign = "+" if difference > 0 else "−"
    return [words, number(was), number(became), f"{sign}{number(abs(difference))}" if difference else "0"]


def _part(part: int, *, of: int) -> str:
    """Few are told as they are.

    >>> _part(3, of=7), _part(3, of=12)
    ('3 af 7', '3 af 12 (25 %)')
    """
    words = f"{number(part)} af {number(of)}"
    return words if of < _FEW else f"{words} ({share(part, of=of).partition(' af ')[0]})"
