"""How do arrays of things that happened become rows of a ledger, and what was planted along the way?

The pen writes events kind by kind as columns of numbers; ``writing_up`` turns them into a ledger at the end.
Nothing is written after a case's horizon (the last day, or the day the child moved away).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl

from pejl import events
from pejl.events import FIELD_BY_NAME, KINDS, FieldType, Kind
from pejl.simulation import calibration as c
from pejl.simulation.almanac import NEVER, Almanac, Flags, Ints, Local
from pejl.simulation.draws import Draws, texts

Values = pl.Series | Flags | Ints | str | bool

KIND_NUMBER: Final = {kind: number for number, kind in enumerate(KINDS)}
# The letters of the courses in a thread's name: U1 is the first notification, A1 the placement.
LETTERS: Final = "UHSCBIAK"
NO_THREAD: Final = 0
_THREADS_OF_A_LETTER: Final = 100
# What a case system dates without a clock; everything else has an hour.
WITHOUT_HOUR: Final = frozenset(
    {
        events.AFDAEKNING_BESLUTTET,
        events.AFDAEKNING_AFSLUTTET,
        events.UNDERSOEGELSE_BESLUTTET,
        events.UNDERSOEGELSESPLAN_LAVET,
        events.FORELOEBIG_VURDERING,
        events.UNDERSOEGELSE_AFSLUTTET,
        events.SAMTYKKE_GIVET,
        events.SAMTYKKE_AFVIST,
        events.SAMTYKKE_TRUKKET,
        events.BEVILLING,
        events.AFGOERELSE_TRUFFET,
        events.PLAN_LAVET,
        events.PLAN_REVIDERET,
        events.INDSATS_BEVILGET,
        events.INDSATS_IVAERKSAT,
        events.INDSATS_OPHOERT,
        events.ANBRINGELSE_IVAERKSAT,
        events.ANBRINGELSE_AENDRET,
        events.ANBRINGELSE_OPHOERT,
        events.OPFOELGNING_HOLDT,
        events.UDVALGETS_AFGOERELSE,
        events.RAADGIVER_TILDELT,
        events.RAADGIVER_FRATRAADT,
        events.SAG_AFSLUTTET,
        events.SAG_GENAABNET,
        events.SAG_FLYTTET,
    }
)


def thread(letter: str, number: Ints | int) -> Ints:
    """The threads of this letter with these numbers, as numbers."""
    first = (LETTERS.index(letter) + 1) * _THREADS_OF_A_LETTER
    return first + np.asarray(number, dtype=np.int64)


def thread_name(number: int) -> str:
    """The name of a thread in the ledger.

    >>> thread_name(int(thread("U", 2)))
    'U2'
    """
    letter, place = divmod(number, _THREADS_OF_A_LETTER)
    return f"{LETTERS[letter - 1]}{place}" if number else ""


@dataclass(frozen=True, slots=True)
class Course:
    """The rows something is written for: case and thread of each, and what was shared with other children."""

    case: Ints
    thread: Ints
    shared: Ints | None = None  # the number of the letter; 0 for none
    chosen: Flags | None = None

    def __len__(self) -> int:
        return len(self.case)

    def only(self, chosen: Flags) -> Course:
        """The same rows, of which only these are written."""
        return replace(self, chosen=chosen if self.chosen is None else self.chosen & chosen)


class Pen:
    """Writes events as columns, gives each a number, and remembers what only the inventor knows."""

    def __init__(self, *, almanac: Almanac, draws: Draws, horizon: Ints) -> None:
        self.almanac, self.draws, self.horizon = almanac, draws, horizon
        self._chunks: list[pl.DataFrame] = []
        self._planted: list[pl.DataFrame] = []
        self._next = 0

    def write(self, kind: Kind, course: Course, *, day: Ints, local: Local | None = None, **fields: Values) -> Ints:
        """Write one event for each row that happens in time; gives the events' numbers, -1 for those not written.

        Without ``local`` the hour is some hour of an office day, or none for what is only dated.
        """
        happens = day <= self.horizon[course.case]
        chosen = np.flatnonzero(happens if course.chosen is None else happens & course.chosen)
        numbers = np.full(len(course), -1, dtype=np.int64)
        numbers[chosen] = np.arange(self._next, self._next + len(chosen))
        self._next += len(chosen)
        if len(chosen):
            columns = self._own_columns(kind, course, chosen=chosen, numbers=numbers[chosen])
            hours = self._hours(kind, day[chosen], local=local and _part(local, chosen))
            typed = {f"f_{name}": _typed(name, value, chosen) for name, value in fields.items()}
            self._chunks.append(pl.DataFrame(columns | hours | typed))
        return numbers

    def plant(self, what: str, case: Ints, *, thread: Ints, number: Ints, detail: pl.Series | str = "") -> None:
        """Remember a fact about these events."""
        self._planted.append(planted(what, case, thread=thread, number=number, detail=detail))

    def written(self, *kinds: Kind) -> tuple[Ints, Ints]:
        """Case and day of every event of these kinds written so far."""
        wanted = [KIND_NUMBER[kind] for kind in kinds]
        chunks = [chunk for chunk in self._chunks if chunk["kind"][0] in wanted]
        case, day = ([chunk[name].to_numpy() for chunk in chunks] for name in ("case", "day"))
        none = [np.empty(0, dtype=np.int64)]
        return np.concatenate(case or none), np.concatenate(day or none)

    def rows(self) -> pl.DataFrame:
        """Everything written, one row an event, in the order of writing."""
        return pl.concat([pl.DataFrame(schema=ROW_SCHEMA), *self._chunks], how="diagonal", rechunk=True)

    def facts(self) -> pl.DataFrame:
        """Everything planted so far."""
        return pl.concat([pl.DataFrame(schema=FACT_SCHEMA), *self._planted])

    def _own_columns(self, kind: Kind, course: Course, *, chosen: Ints, numbers: Ints) -> dict[str, pl.Series]:
        shared = np.zeros(len(chosen), dtype=np.int64) if course.shared is None else course.shared[chosen]
        return {
            "number": pl.Series(numbers),
            "case": pl.Series(course.case[chosen]),
            "thread": pl.Series(course.thread[chosen]),
            "shared": pl.Series(shared),
            "kind": pl.Series([KIND_NUMBER[kind]], dtype=pl.Int64()).new_from_index(0, len(chosen)),
        }

    def _hours(self, kind: Kind, day: Ints, *, local: Local | None) -> dict[str, pl.Series]:
        if local is None and kind in WITHOUT_HOUR:
            return {"day": pl.Series(day)}
        read = local or Local(day, self.office_second(len(day)))
        twice, missing = self.almanac.doubtful(read)
        columns = {"day": pl.Series(read.day), "at": pl.Series(self.almanac.instant(read))}
        if twice.any() or missing.any():
            columns[f"f_{events.TID_USIKKER.name}"] = _doubts(twice, missing)
        return columns

    def office_second(self, size: int) -> Ints:
        """A second of the day in office hours."""
        hour = self.draws.place(c.HOURS[c.OFFICE], size=size)
        return hour * 3600 + self.draws.between(0, 3599, size=size)


ROW_SCHEMA: Final = {name: pl.Int64() for name in ("number", "case", "thread", "shared", "kind", "day", "at")}
FACT_SCHEMA: Final = {
    "what": pl.String(),
    "case": pl.Int64(),
    "thread": pl.Int64(),
    "number": pl.Int64(),
    "detail": pl.String(),
}
NO_NUMBER: Final = -1


def planted(what: str, case: Ints, *, thread: Ints, number: Ints, detail: pl.Series | str = "") -> pl.DataFrame:
    """Facts as rows."""
    told = pl.lit(detail) if isinstance(detail, str) else detail
    columns = {"case": case, "thread": thread, "number": number}
    frame = pl.DataFrame({name: pl.Series(values, dtype=pl.Int64()) for name, values in columns.items()})
    return frame.select(pl.lit(what).alias("what"), pl.all(), told.alias("detail"))


def as_dates(days: Ints) -> pl.Series:
    """Numbers of days as dates; what never happens is empty."""
    return (
        pl.Series(np.where(days == NEVER, 0, days)).cast(pl.Int32()).cast(pl.Date()).set(pl.Series(days == NEVER), None)
    )


def _part(local: Local, chosen: Ints) -> Local:
    return Local(local.day[chosen], local.second[chosen])


def _typed(name: str, value: Values, chosen: Ints) -> pl.Series:
    if isinstance(value, bool | str):
        return pl.Series([value]).new_from_index(0, len(chosen))
    if isinstance(value, pl.Series):
        return value.gather(chosen)
    if FIELD_BY_NAME[name].type is FieldType.DATE:
        return as_dates(value[chosen].astype(np.int64))
    return pl.Series(value[chosen])


def _doubts(twice: Flags, missing: Flags) -> pl.Series:
    words = texts(["", *events.TID_USIKKER.choices], twice + 2 * missing.astype(np.int64))
    return words.set(~pl.Series(twice | missing), None)
