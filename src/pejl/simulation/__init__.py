"""What would the ledger of an invented municipality look like, and what is true in it?

Sizes, shares and rhythms are those of Denmark (``calibration``); what is wrong in it is put there on purpose
(``dirt``), and everything put there is told (``Simulated.truth``). A seed gives the same ledger every time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from pejl.dates import FIRST_DAY, LAST_DAY, LAST_OF_MONTH, add_days, add_years
from pejl.simulation import calibration as c
from pejl.simulation import writing_up
from pejl.simulation.almanac import Almanac, day_of, number_of
from pejl.simulation.arrivals import Window
from pejl.simulation.casework import Casework
from pejl.simulation.decisions import Decisions
from pejl.simulation.dirt import Dirt
from pejl.simulation.draws import Draws
from pejl.simulation.intake import Intake
from pejl.simulation.pen import NO_THREAD, Pen, planted
from pejl.simulation.plan import Plan, Planner
from pejl.simulation.staff import Staff, Staffing, initials, write_staff
from pejl.simulation.support import Support
from pejl.simulation.truth import Truth
from pejl.simulation.writing_up import Part

__all__ = ["Simulated", "simulate", "simulate_municipalities", "simulate_parts"]

# What is planned may reach so far beyond the last day before it is cut off.
_MARGIN_DAYS = 800


@dataclass(frozen=True)
class Simulated:
    """An invented ledger, and what is true in it: one row a planted fact."""

    events: pl.DataFrame
    truth: pl.DataFrame


def simulate(inhabitants: int, *, years: int, seed: int, last_day: date) -> Simulated:
    """A municipality of so many inhabitants, over the years that end with the last day."""
    return next(simulate_parts(inhabitants, years=years, seed=seed, last_day=last_day))


def simulate_parts(inhabitants: int, *, years: int, seed: int, last_day: date, parts: int = 1) -> Iterator[Simulated]:
    """The same in parts, one at a time, each with cases of its own, so that a whole country fits in memory.

    Each part is drawn by itself, like a district with its own staff and its own dirt.
    """
    if parts < 1:
        raise ValueError(f"cannot simulate in {parts} parts; use at least one")
    return simulate_municipalities([inhabitants / parts] * parts, years=years, seed=seed, last_day=last_day)


def simulate_municipalities(sizes: Sequence[float], *, years: int, seed: int, last_day: date) -> Iterator[Simulated]:
    """One ledger for each of these numbers of inhabitants; no case or event stands in two of them."""
    if not sizes or seed < 0:
        raise ValueError(f"cannot simulate {len(sizes)} municipalities from seed {seed}; use at least one and no minus")
    windows = [_window(size, years=years, last_day=last_day) for size in sizes]
    almanac = Almanac(day_of(windows[0].stock - 1), day_of(windows[0].last + _MARGIN_DAYS))
    of = len(sizes)
    return (
        _simulate_part(Part(number, of), window=window, almanac=almanac, draws=Draws((seed, number, of)))
        for number, window in enumerate(windows)
    )


def _window(inhabitants: float, *, years: int, last_day: date) -> Window:
    if inhabitants <= 0 or years < 1:
        raise ValueError(f"cannot simulate {inhabitants:g} inhabitants over {years} years; use at least one of each")
    first_day = add_days(add_years(last_day, years=-years, if_missing_day=LAST_OF_MONTH), days=1)
    window = Window(number_of(first_day), number_of(last_day), inhabitants)
    if window.stock <= number_of(FIRST_DAY) or window.last + _MARGIN_DAYS >= number_of(LAST_DAY):
        raise ValueError(
            f"cannot simulate {years} years up to {last_day}: older cases reach back to {day_of(window.stock)} and "
            f"plans to {day_of(window.last + _MARGIN_DAYS)}; keep both within {FIRST_DAY} to {LAST_DAY}"
        )
    return window


def _simulate_part(part: Part, *, window: Window, almanac: Almanac, draws: Draws) -> Simulated:
    plan = Planner(window, almanac=almanac, draws=draws).plan()
    staff = Staffing(plan, almanac=almanac, draws=draws).hire()
    pen = Pen(almanac=almanac, draws=draws, horizon=plan.horizon)
    _write_all(pen, plan, staff)
    rows = writing_up.add_recording(pen.rows(), window=window, almanac=almanac, draws=draws)
    rows = writing_up.add_people(rows, staff=staff, draws=draws)
    dirt = Dirt(rows, cases=len(plan.cases), window=window, draws=draws)
    dirt.spread(staff, almanac=almanac)
    facts = pl.concat([dirt.clean(pen.facts()), dirt.facts(), _overloaded(plan, staff, part)])
    rows = pl.concat([dirt.rows, dirt.numbered(writing_up.coverage_row(window, almanac=almanac))], how="diagonal")
    return Simulated(writing_up.ledger(rows, part=part), writing_up.truth(facts, part=part))


def _write_all(pen: Pen, plan: Plan, staff: Staff) -> None:
    received = Intake(pen, plan).write()
    investigations = Casework(pen, plan).write()
    decided = Decisions(pen, plan).write()
    supported = Support(pen, plan, decided=decided).write()
    write_staff(pen, plan, staff)
    Truth(pen, plan).tell(received, investigations=investigations, decided=decided, supported=supported)


def _overloaded(plan: Plan, staff: Staff, part: Part) -> pl.DataFrame:
    """Whoever has far too many cases on the last day."""
    last, spells = plan.window.last, plan.spells
    is_open = (spells.begin <= last) & (last < np.minimum(spells.end, plan.moved[spells.case]))
    case = spells.case[is_open]
    adviser = staff.adviser_on(np.full(len(case), last), case=case)
    people, counts = np.unique(adviser, return_counts=True)
    too_many = counts >= c.OVERLOADED_CASES
    names = initials(people[too_many], parts=part.of, part=part.number)
    nobody = np.full(len(names), -1)
    detail = names + ": " + pl.Series(counts[too_many]).cast(pl.String()) + " sager"
    return planted(
        f"raadgiver_med_{c.OVERLOADED_CASES}_sager", nobody, thread=0 * nobody + NO_THREAD, number=nobody, detail=detail
    )
