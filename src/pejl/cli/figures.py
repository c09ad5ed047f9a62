"""pejl figures: what do the figures of a ledger say, period by period, and how is each counted?"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from typing import Final

import polars as pl

from pejl.cli.command import Command, Desk, Refused
from pejl.cli.danish import DANISH
from pejl.cli.layout import heading, number, table
from pejl.cli.moments import moment, now
from pejl.cli.opening import ends_of_pulls, size_of, sound_ledger
from pejl.cli.progress import Progress
from pejl.dates import danish_moment, local_day
from pejl.engine import plain
from pejl.events import Event, effective
from pejl.indicators import (
    INDICATORS,
    TOPICS,
    Indicator,
    Per,
    Period,
    Read,
    Unit,
    by_key,
    latest,
    measured_all,
    read_case,
    told,
)
from pejl.indicators.stabilitet import FULDTID
from pejl.ledger import events_by_case
from pejl.rulebook import RULEBOOK
from pejl.rulebook.handicap import is_disability_case
from pejl.tables import Coverage, Point, Series

# So many fit beside each other on a screen.
_SHOWN: Final = {Per.MONTH: 4, Per.QUARTER: 4, Per.HALF_YEAR: 4, Per.YEAR: 3}
_ONE_SHOWN: Final = 12
_MOST_SHOWN: Final = 120
_FIRST_WIDTH: Final = 44
_WIDTH: Final = 110
_INSIDE: Final = (
    "Tallene er til dem, der arbejder med sagerne. Små tal kan pege på et barn: vis dem ikke uden for afdelingen.",
    "»+1?« betyder, at én ikke kan afgøres; den er ikke med i tallet. »ikke opgjort« betyder, at listen ikke fortæller "
    "om det; det er ikke nul.",
)


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="LISTE", type=Path, help="hændelseslisten (.parquet, .csv eller .xlsx)")
    parser.add_argument(
        "--as-of",
        metavar="TIDSPUNKT",
        type=moment,
        required=True,
        help="tidspunktet, tallene skal ses fra, fx 2026-06-30; en dag alene er dagen ud",
    )
    parser.add_argument(
        "--known-at",
        metavar="TIDSPUNKT",
        type=moment,
        help="regn kun med det, der var registreret på dette tidspunkt",
    )
    parser.add_argument(
        "--indicator",
        metavar="NØGLE",
        action="append",
        help="kun dette tal, med dets definition, fx undersoegelser.afsluttede; kan skrives flere gange",
    )
    parser.add_argument(
        "--per",
        choices=[each.value for each in Per],
        default=Per.MONTH.value,
        help="hvor lang en periode er: month (måned), quarter (kvartal), half-year (halvår) eller year (år)",
    )
    parser.add_argument("--periods", metavar="ANTAL", type=int, help="hvor mange perioder der skal vises")
    parser.add_argument(
        "--full-time",
        metavar="TAL",
        type=_posts,
        help="de fuldtidsstillinger, som de viste børn og familier skal deles med; står ikke i listen",
    )
    parser.add_argument(
        "--disability",
        action="store_true",
        help="vis sagerne om børn med funktionsnedsættelse; uden det vises de sociale. De to lægges aldrig sammen",
    )


def _posts(text: str) -> float:
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = 0.0
    if not 0 < found < float("inf"):
        raise ArgumentTypeError(f"{DANISH}»{text}« er ikke et antal stillinger. Skriv fx 12,5.")
    return found


def _run(args: Namespace, desk: Desk) -> int:
    chosen = [_indicator(key) for key in args.indicator or ()]
    shown = _periods(args, few=not chosen)
    for each in (args.as_of, args.known_at):
        if each and each.warning:
            desk.note(each.warning)
    progress = Progress(desk, steps=3)
    frame = sound_ledger(args.ledger, progress=progress)
    known_at = args.known_at.at if args.known_at else None
    reads = _reads(frame, progress=progress, as_of=args.as_of.at, known_at=known_at)
    with progress.step("Tæller sagerne"):
        counted = measured_all(
            chosen or INDICATORS,
            (each for each in reads if is_disability_case(each.events) is args.disability),
            periods=shown,
            as_of=args.as_of.at,
            known_at=known_at or now().at,
            given={FULDTID: {each.last: args.full_time for each in shown}} if args.full_time else {},
        )
    for line in (*_top(frame, args), *(_each(chosen, counted) if chosen else _all(counted, shown)), *_INSIDE):
        desk.say(line)
    return 0


def _indicator(key: str) -> Indicator:
    try:
        return by_key(key)
    except KeyError:
        keys = ", ".join(each.key for each in INDICATORS)
        raise Refused(f"Tallet »{key}« findes ikke. Brug et af disse: {keys}.") from None


def _periods(args: Namespace, *, few: bool) -> tuple[Period, ...]:
    per = Per(args.per)
    shown = args.periods if args.periods is not None else _SHOWN[per] if few else _ONE_SHOWN
    if not 1 <= shown <= _MOST_SHOWN:
        raise Refused(f"--periods skal være fra 1 til {_MOST_SHOWN}, ikke {shown}. Skriv et andet tal.")
    return latest(per, day=local_day(args.as_of.at), number=shown)


def _reads(frame: pl.DataFrame, *, progress: Progress, as_of: datetime, known_at: datetime | None) -> Iterator[Read]:
    """Each case in turn, judged by the readable engine."""
    cases = list(events_by_case(frame))
    common: list[Event] = cases.pop(0) if cases and not cases[0][0].case_id else []
    coverage = Coverage.declared_in(effective(common, known_at=known_at))
    for events in progress.over(cases, of=len(cases)):
        duties = plain.evaluate([*common, *events], rulebook=RULEBOOK, as_of=as_of, known_at=known_at)
        yield read_case(events, duties, coverage=coverage, as_of=as_of, known_at=known_at)


# --- what is shown --------------------------------------------------------------------------------------------


def _top(frame: pl.DataFrame, args: Namespace) -> Iterator[str]:
    known = f", som det var kendt {danish_moment(args.known_at.at)}" if args.known_at else ""
    sort = "Sager om børn med funktionsnedsættelse" if args.disability else "Sociale sager"
    yield f"Nøgletal {danish_moment(args.as_of.at)}{known}. {sort}."
    yield f"{args.ledger.name}: {size_of(frame)}"
    yield from ends_of_pulls(frame, as_of=args.as_of.at, known_at=args.known_at.at if args.known_at else None)
    yield ""


def _all(counted: dict[str, Series], shown: tuple[Period, ...]) -> Iterator[str]:
    """Every figure by topic, the periods beside each other."""
    for topic, title in TOPICS.items():
        of_topic = [each for each in INDICATORS if each.topic == topic]
        rows = [["", *(each.name for each in shown)]]
        for each in of_topic:
            whole = [point for point in counted[each.key].points if not point.group]
            rows.append([f"{each.name}{'' if each.confirmed else ' *'}", *(_cell(each, point) for point in whole)])
        yield title.upper()
        yield from table(rows, first_width=_FIRST_WIDTH)
        yield ""
    yield "* Ikke bekræftet: en retskilde bag er ikke læst eller ikke fundet."


def _each(chosen: list[Indicator], counted: dict[str, Series]) -> Iterator[str]:
    """One figure at a time with its definition, the periods below each other and the groups beside."""
    for each in chosen:
        points = counted[each.key].points
        yield each.name.upper()
        for words in _definition(each):
            yield from wrap(words, _WIDTH)
        yield ""
        rows = heading(["", "i alt", *(group.label for group in each.groups)])
        for whole in (point for point in points if not point.group):
            parts = [point for point in points if point.group and point.first == whole.first]
            told_of_parts = (_part(each, part) for part in parts)
            rows.append([Period(whole.first, whole.last).name, _cell(each, whole), *told_of_parts])
        yield from table(rows, first_width=_FIRST_WIDTH)
        yield ""


def _definition(indicator: Indicator) -> tuple[str, ...]:
    return (
        indicator.question,
        f"Sådan tælles det: {indicator.how}",
        f"Det siger tallet: {indicator.means}",
        f"{indicator.rests.danish}. {indicator.unit.danish}. {indicator.better.danish}. Udgave {indicator.version}.",
    )


def _cell(indicator: Indicator, point: Point) -> str:
    return f"{told(indicator, replace(point, unknown=0))}{f' +{point.unknown}?' if point.unknown else ''}"


def _part(indicator: Indicator, point: Point) -> str:
    """A group: so many of the whole beside it, or its own median."""
    if indicator.unit is Unit.DAYS or point.counted is None:
        return told(indicator, point)
    return number(point.counted)


COMMAND = Command(
    name="figures", does="regn nøgletallene ud, og vis, hvordan hvert af dem er talt", describe=_describe, run=_run
)
