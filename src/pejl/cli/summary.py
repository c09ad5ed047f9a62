"""How do a ledger's deadlines stand, duty by duty? Counts, never a share without the number it is of.

Law, guidance and local goals stand in tables of their own. A share is of the deadlines that had run out by the
moment and can be judged: counting those met before they ran out, but not those still open, would flatter the
latest months. Cancelled, excused and unknown ones are in no denominator, and a duty for which the law has no
number is never late and has no share. Nor has one that the sources do not cover: they would show the ones met and
keep silent about the rest, and every share would be 100 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

import polars as pl

from pejl.cli.layout import counted, heading, number, share, table
from pejl.engine.explain import FORCE_WORDS
from pejl.rulebook import RULEBOOK
from pejl.rules import Force, Rule
from pejl.tables import Status, Unknown

_FIRST_WIDTH: Final = 34
_ORDER: Final = {key: place for place, key in enumerate(RULEBOOK.by_key)}
_WHAT_A_SHARE_IS: Final = (
    "»Til tiden« er andelen af de frister, der var udløbet på tidspunktet og kan afgøres. Den vises ikke for pligter, "
    "som kilden ikke dækker: dér kan man kun se dem, der er opfyldt."
)
_ENDED: Final = (Status.MET, Status.LATE, Status.OVERDUE)


def tally(deadlines: pl.DataFrame, *, as_of: datetime) -> pl.DataFrame:
    """So many deadlines of each sort: all that the summary needs, whatever the size of the ledger."""
    ended = (pl.col("status").is_in(_ENDED) & (pl.col("due_at") <= as_of)).fill_null(False).alias("ended")
    return deadlines.group_by("force", "rule", "rule_version", "status", "unknown_reason", ended).agg(
        pl.len().cast(pl.Int64()).alias("count")
    )


def together(tallies: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """The tally of all, from those of parts of it."""
    return pl.concat(tallies).group_by(pl.exclude("count")).agg(pl.col("count").sum())


def lines(tallied: pl.DataFrame) -> Iterator[str]:
    """The whole summary."""
    if tallied.is_empty():
        yield "Ingen af hændelserne giver frister på det tidspunkt."
        return
    for force in Force:
        yield from _section(tallied.filter(pl.col("force") == force.value), force=force)
    yield f"I alt {counted(total(tallied), 'frist', 'frister')}."
    yield _WHAT_A_SHARE_IS
    yield from _unknown(tallied)
    yield from _unconfirmed(tallied)


def total(tallied: pl.DataFrame) -> int:
    """How many deadlines there are."""
    return int(tallied["count"].sum())


def _section(tallied: pl.DataFrame, *, force: Force) -> Iterator[str]:
    if tallied.is_empty():
        return
    titles = ["", *(status.danish for status in Status), "i alt", "til tiden"]
    rows = sorted(tallied.partition_by("rule", as_dict=True).items(), key=lambda each: _ORDER[str(each[0][0])])
    body = [[_title(of_rule), *_counts(of_rule), _share(of_rule)] for _, of_rule in rows]
    yield FORCE_WORDS[force].upper()
    yield from table([*heading(titles), *body, ["I alt", *_counts(tallied), ""]], first_width=_FIRST_WIDTH)
    yield ""


def _counts(tallied: pl.DataFrame) -> list[str]:
    by_status = _by("status", tallied)
    return [number(by_status.get(status.value, 0)) for status in Status] + [number(total(tallied))]


def _by(column: str, tallied: pl.DataFrame) -> dict[str, int]:
    return dict(tallied.group_by(column).agg(pl.col("count").sum()).iter_rows())


def _share(tallied: pl.DataFrame) -> str:
    if (tallied["unknown_reason"] == Unknown.NOT_COVERED.value).any():
        return ""
    ended = tallied.filter(pl.col("ended"))
    return share(total(ended.filter(pl.col("status") == Status.MET.value)), of=total(ended))


def _title(tallied: pl.DataFrame) -> str:
    rules = list(_rules(tallied))
    mark = "" if all(rule.cites.sure.confirmed for rule in rules) else " *"
    return f"{rules[-1].title}{mark}"


def _rules(tallied: pl.DataFrame) -> Iterator[Rule]:
    """The rules and versions behind these tallied, in the order of the book."""
    found = set(tallied.select("rule", "rule_version").unique().iter_rows())
    return (rule for rule in RULEBOOK.rules if (rule.key, rule.version) in found)


def _unknown(tallied: pl.DataFrame) -> Iterator[str]:
    unknown = tallied.filter(pl.col("status") == Status.UNKNOWN.value)
    if unknown.is_empty():
        return
    yield ""
    yield f"Kan ikke afgøres ({counted(total(unknown), 'frist', 'frister')}, som ikke er med i procenterne):"
    by_reason = _by("unknown_reason", unknown)
    for reason in Unknown:
        if reason.value in by_reason:
            yield f"  {number(by_reason[reason.value]):>9}  {reason.danish}"


def _unconfirmed(tallied: pl.DataFrame) -> Iterator[str]:
    rules = [rule for rule in _rules(tallied) if not rule.cites.sure.confirmed]
    if not rules:
        return
    yield ""
    yield "* Ikke bekræftet: retskilden bag er ikke læst eller ikke fundet. Brug ikke tallet uden det forbehold."
    for rule in rules:
        all_versions = tallied.filter(pl.col("rule") == rule.key)
        resting = total(all_versions.filter(pl.col("rule_version") == rule.version))
        of = f"{number(resting)} af {counted(total(all_versions), 'frist', 'frister')}"
        source = f"{rule.cites.act.title} {rule.cites.paragraph}".strip()
        yield f"  {rule.title} ({of}): {source}. {rule.cites.note}"
