"""How do the pen's numbers become a ledger: names for cases, threads and people, ids, and when it was recorded?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from pejl import events
from pejl.ledger import EVENT_SCHEMA
from pejl.simulation import calibration as c
from pejl.simulation.almanac import DAY_SECONDS, Almanac, Ints, day_of
from pejl.simulation.arrivals import Window
from pejl.simulation.draws import Draws
from pejl.simulation.pen import KIND_NUMBER, NO_NUMBER, thread_name
from pejl.simulation.staff import ROLE_OF, Role, Staff, initials

SOURCE: Final = "simulation"
NOBODY: Final = -1
_HOUR: Final = 3_600
_NOON: Final = 12 * _HOUR
_MICROSECONDS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of how many; the numbers of cases and events of different parts never meet."""

    number: int = 0
    of: int = 1

    def numbered(self, own: Ints) -> Ints:
        """Numbers within the part as numbers among all parts."""
        return own * self.of + self.number


def add_recording(rows: pl.DataFrame, *, window: Window, almanac: Almanac, draws: Draws) -> pl.DataFrame:
    """When each event was written down: mostly the same day, sometimes weeks after, never after the last day."""
    size = rows.height
    shares, low, high = (np.array(each) for each in zip(*c.RECORDED_AFTER, strict=True))
    how = draws.place(shares.tolist(), size=size)
    hours = low[how] + (high - low)[how] * draws.unit(size)
    happened = rows["at"].fill_null(rows["day"] * DAY_SECONDS + _NOON).to_numpy()
    recorded = happened + (hours * _HOUR).astype(np.int64)
    return rows.with_columns(pl.Series("recorded", np.minimum(recorded, almanac.end_of_day(window.last))))


def add_people(rows: pl.DataFrame, *, staff: Staff, draws: Draws) -> pl.DataFrame:
    """Who did it, and who wrote it down, as numbers."""
    role = ROLE_OF[rows["kind"].to_numpy()]
    done = np.full(rows.height, NOBODY, dtype=np.int64)
    advisers = np.flatnonzero(role == Role.ADVISER)
    day, case = (rows[name].to_numpy()[advisers] for name in ("day", "case"))
    leaves = rows["kind"].to_numpy()[advisers] == KIND_NUMBER[events.RAADGIVER_FRATRAADT]
    done[advisers] = staff.adviser_on(day - leaves, case=case)
    for each, (first, count) in staff.first_of_role.items():
        others = np.flatnonzero(role == each)
        done[others] = first + draws.between(0, count - 1, size=len(others))
    first, count = staff.first_of_role[Role.INTAKE]
    intake = first + draws.between(0, count - 1, size=rows.height)
    return rows.with_columns(pl.Series("done", done), pl.Series("recorder", np.where(done == NOBODY, intake, done)))


def coverage_row(window: Window, *, almanac: Almanac) -> pl.DataFrame:
    """The declaration that this source delivers all kinds of events from the first day."""
    return pl.DataFrame(
        {
            "case": [NOBODY],
            "thread": [0],
            "shared": [0],
            "kind": [KIND_NUMBER[events.KILDE_DAEKKER]],
            "day": [window.first],
            "recorded": [almanac.end_of_day(window.first - 1) + 1],
            "done": [NOBODY],
            "recorder": [NOBODY],
            "f_trukket": [day_of(window.last)],
        }
    )


def ledger(rows: pl.DataFrame, *, part: Part) -> pl.DataFrame:
    """The rows as a ledger, in the order of case and time."""
    ordered = rows.sort("case", "day", "at", "number")
    people = initials(np.arange(NOBODY, int(ordered["recorder"].max() or 0) + 1), parts=part.of, part=part.number)  # type: ignore[arg-type]  # numbers are whole
    named = ordered.select(
        event_ids(ordered["number"], part).alias("event_id"),
        case_ids(ordered["case"], part).alias("case_id"),
        thread_ids(ordered["thread"]).alias("thread_id"),
        _shared_ids(ordered["shared"], part).alias("shared_id"),
        pl.Series([kind.key for kind in events.KINDS]).gather(ordered["kind"]).alias("kind"),
        pl.col("day").cast(pl.Int32()).cast(pl.Date()),
        _instant("at"),
        _instant("recorded").alias("recorded_at"),
        pl.lit(SOURCE).alias("source"),
        people.gather(ordered["done"] + 1).alias("done_by"),
        people.gather(ordered["recorder"] + 1).alias("recorded_by"),
        event_ids(ordered["replaces"], part).alias("f_replaces"),
        pl.col("^f_.*$"),
    )
    missing = [
        pl.lit(None, dtype=dtype).alias(name) for name, dtype in EVENT_SCHEMA.items() if name not in named.columns
    ]
    return named.with_columns(missing).select(EVENT_SCHEMA.names()).cast(EVENT_SCHEMA)


def truth(facts: pl.DataFrame, *, part: Part) -> pl.DataFrame:
    """The facts with the names they have in the ledger."""
    number = facts["number"].set(facts["number"] == NO_NUMBER, None)
    return facts.select(
        "what",
        case_ids(facts["case"], part).alias("case_id"),
        thread_ids(facts["thread"]).alias("thread_id"),
        event_ids(number, part).fill_null("").alias("event_id"),
        "detail",
    )


def case_ids(case: pl.Series, part: Part) -> pl.Series:
    """Names like SIM-000123; empty for what belongs to no case."""
    numbers = pl.Series(part.numbered(np.arange(_after(case))) + 1)
    names = "SIM-" + numbers.cast(pl.String()).str.zfill(6)
    return pl.concat([pl.Series([""]), names]).gather(case + 1)


def thread_ids(thread: pl.Series) -> pl.Series:
    """Names like U1 for the first notification; empty for the case as a whole."""
    known = thread.unique().sort()
    names = pl.Series([thread_name(number) for number in known.to_list()], dtype=pl.String())
    return names.gather(known.search_sorted(thread)) if len(thread) else names


def _shared_ids(shared: pl.Series, part: Part) -> pl.Series:
    numbers = pl.Series(part.numbered(shared.to_numpy() - 1) + 1)
    return ("DELT-" + numbers.cast(pl.String()).str.zfill(6)).set(shared == 0, "")


_HEX: Final = pl.Series([f"{number:04x}" for number in range(1 << 16)])
_ODD: Final = (0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93)


def event_ids(numbers: pl.Series, part: Part) -> pl.Series:
    """Sixteen digits that look random and are never the same for two numbers; nothing for nothing."""
    # Multiplying by an odd number and folding the upper half down are both reversible, so nothing collides.
    mixed = part.numbered(numbers.fill_null(0).to_numpy()).astype(np.uint64) + np.uint64(1)
    for odd in _ODD:
        mixed = mixed * np.uint64(odd)
        mixed ^= mixed >> np.uint64(32)
    digits = [
        _HEX.gather(((mixed >> np.uint64(shift)) & np.uint64(0xFFFF)).astype(np.uint32)).alias(str(shift))
        for shift in (48, 32, 16, 0)
    ]
    words = pl.DataFrame(digits).select(pl.concat_str(pl.all())).to_series()
    return words.set(numbers.is_null(), None)


def _instant(name: str) -> pl.Expr:
    return (pl.col(name) * _MICROSECONDS).cast(pl.Datetime("us")).dt.replace_time_zone("UTC").alias(name)


def _after(numbers: pl.Series) -> int:
    """The number after the largest."""
    return int(numbers.to_numpy().max(initial=NOBODY)) + 1
