"""pejl explain: why does a deadline fall on that day, and why does it stand as it does?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import polars as pl

from pejl.cli.command import Command, Desk, Refused
from pejl.cli.evaluation import deadlines_in, suited_to
from pejl.cli.moments import moment
from pejl.cli.opening import ends_of_pulls, sound_ledger
from pejl.cli.progress import Progress
from pejl.engine import explain as explaining
from pejl.engine import plain
from pejl.engine.plain import Judgement
from pejl.ledger import events_of
from pejl.rulebook import RULEBOOK
from pejl.tables import Deadline, Status

_Row = tuple[object, ...]
_ORDER: Final = {key: place for place, key in enumerate(RULEBOOK.by_key)}
# What makes a row one and the same in both engines.
_IDENTITY: Final = ("case_id", "rule", "rule_version", "thread_id", "starts_event", "starts_at", "due_at", "met_event")


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="LISTE", type=Path, help="hændelseslisten (.parquet, .csv eller .xlsx)")
    parser.add_argument(
        "--as-of",
        metavar="TIDSPUNKT",
        type=moment,
        required=True,
        help="tidspunktet, fristerne skal ses fra, fx 2026-06-30T23:59; en dag alene er dagen ud",
    )
    parser.add_argument(
        "--rule",
        metavar="NØGLE",
        choices=sorted(RULEBOOK.by_key),
        help="kun denne pligt; nøglerne står i »pejl rulebook«",
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--case", metavar="SAG", help="forklar alle frister i denne sag")
    which.add_argument(
        "--late",
        metavar="ANTAL",
        type=int,
        help="forklar så mange frister, der er overskredet eller overholdt for sent, fra hver sin pligt og sag",
    )


def _run(args: Namespace, desk: Desk) -> int:
    as_of = args.as_of.at
    if args.late is not None and args.late < 1:
        raise Refused(f"--late skal være mindst 1, ikke {args.late}. Skriv, hvor mange frister du vil have forklaret.")
    if args.as_of.warning:
        desk.note(args.as_of.warning)
    progress = Progress(desk, steps=3)
    frame = sound_ledger(args.ledger, progress=progress)
    found = _of_case(frame, args) if args.case is not None else _late(frame, args, progress)
    for line in ends_of_pulls(frame, as_of=as_of, known_at=None):
        desk.say(f"{line}\n")
    for judgement in found:
        for line in _told(judgement, as_of=as_of):
            desk.say(line)
    if args.late is not None and len(found) < args.late:
        desk.say(_no_more(len(found)))
    return 0


def _told(judgement: Judgement, *, as_of: datetime) -> Iterator[str]:
    first, *steps = explaining.explain(judgement, as_of=as_of)
    yield f"Sag {judgement.deadline.case_id} – {first}"
    for step in steps:
        yield f"  • {step}"
    yield ""


def _no_more(found: int) -> str:
    if not found:
        return "Ingen frister er overskredet eller overholdt for sent på det tidspunkt."
    return "Der er ikke flere frister, der er overskredet eller overholdt for sent på det tidspunkt."


def _of_case(frame: pl.DataFrame, args: Namespace) -> list[Judgement]:
    if not args.case or args.case not in frame["case_id"]:
        raise Refused(f"Sagen »{args.case}« findes ikke i »{args.ledger.name}«. Tjek sagsnummeret.")
    judged = _judgements(frame, cases=[args.case], as_of=args.as_of.at)
    found = [each for each in judged if args.rule in (None, each.rule.key)]
    if not found:
        what = f"frister for »{args.rule}«" if args.rule else "frister"
        raise Refused(f"Sagen »{args.case}« har ingen {what} på det tidspunkt. Vælg et senere, eller tjek sagen.")
    return found


def _judgements(frame: pl.DataFrame, *, cases: Iterable[object], as_of: datetime) -> list[Judgement]:
    events = events_of(frame.filter(pl.col("case_id").is_in(["", *cases])))
    return list(plain.judgements(events, rulebook=RULEBOOK, as_of=as_of))


# --- which of the late ones -----------------------------------------------------------------------------------


def _late(frame: pl.DataFrame, args: Namespace, progress: Progress) -> list[Judgement]:
    as_of = args.as_of.at
    deadlines = deadlines_in(frame, engine=suited_to(frame), when=(as_of, None), progress=progress)
    wanted = deadlines if args.rule is None else deadlines.filter(pl.col("rule") == args.rule)
    chosen = _chosen(wanted, number=args.late)
    judged = {
        _identity(each.deadline): each for each in _judgements(frame, cases={row[0] for row in chosen}, as_of=as_of)
    }
    return [judged[row] for row in chosen]


def _identity(deadline: Deadline) -> _Row:
    return tuple(getattr(deadline, name) for name in _IDENTITY)


def _chosen(deadlines: pl.DataFrame, *, number: int) -> list[_Row]:
    """So many rows, in the order of the book, the newest first; the same ones every time."""
    late = deadlines.filter(pl.col("status").is_in([Status.LATE, Status.OVERDUE]))
    place = pl.col("rule").replace_strict(_ORDER, return_dtype=pl.Int64())
    in_order = late.sort(place, pl.col("due_at"), *_IDENTITY, descending=[False, True, *(False for _ in _IDENTITY)])
    rows = list(in_order.select(_IDENTITY).iter_rows())
    return _spread(rows, number=number)


def _spread(rows: Sequence[_Row], *, number: int) -> list[_Row]:
    """So many rows: round after round one of each duty, each from a case of its own."""
    spread: list[_Row] = []
    while rows and len(spread) < number:
        chosen = _one_round(rows)
        spread += chosen
        taken = set(chosen)
        rows = [row for row in rows if row not in taken]
    return spread[:number]


def _one_round(rows: Sequence[_Row]) -> list[_Row]:
    chosen: list[_Row] = []
    cases, rules = set[object](), set[object]()
    # Where only one duty is left, different cases are all there is to ask for.
    several = len({rule for _, rule, *_ in rows}) > 1
    for row in rows:
        case, rule, *_ = row
        if case not in cases and not (several and rule in rules):
            chosen.append(row)
            cases.add(case)
            rules.add(rule)
    return chosen


COMMAND = Command(
    name="explain", does="forklar frister trin for trin: hvorfor netop den dato", describe=_describe, run=_run
)
