"""What is wrong in the ledger on purpose, as it is in real ones, and where was it put?

Each kind of dirt that changes what can be found goes to cases of its own, and no duty's truth is stated for
those. Corrections and late recording leave the end result as it was, and so may touch any case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import polars as pl

from pejl import events
from pejl.events import COMMON_FIELDS, Kind
from pejl.simulation import calibration as c
from pejl.simulation import phrases
from pejl.simulation.almanac import DAY_SECONDS, Almanac, Ints, day_of
from pejl.simulation.arrivals import Window
from pejl.simulation.draws import Draws
from pejl.simulation.pen import FACT_SCHEMA, KIND_NUMBER, NO_THREAD, as_dates, planted
from pejl.simulation.staff import ROLE_OF, Role, Staff

# What is easily written down twice, on the day it was done and on the day it was filed.
_TWICE = (
    events.INDLEDENDE_VURDERING,
    events.KVITTERING_SENDT,
    events.SAMTALE_MED_BARNET,
    events.PLAN_LAVET,
    events.OPFOELGNING_HOLDT,
    events.TILSYNSBESOEG,
    events.UNDERSOEGELSE_AFSLUTTET,
)
_UNCERTAIN: Final = f"f_{events.TID_USIKKER.name}"
_DAYS_OF_WRONG_DATE: Final = 9
_CORRECTED_WITHIN_DAYS: Final = 60
_USUAL_DELAY_DAYS: Final = 16  # all that is not late is written down sooner than this
# Two corrections after each other, and the delays before them, have room before the last day.
_CORRECTIONS_END: Final = 2 * (_CORRECTED_WITHIN_DAYS + _USUAL_DELAY_DAYS)


class Dirt:
    """Dirties rows: columns as the pen wrote them, with who and when of the recording."""

    def __init__(self, rows: pl.DataFrame, *, cases: int, window: Window, draws: Draws) -> None:
        self.rows = _with_all_columns(rows)
        self._window, self._draws = window, draws
        self._next = int(rows["number"].to_numpy().max(initial=-1)) + 1
        self._touched = np.zeros(cases, dtype=bool)
        self._planted: list[pl.DataFrame] = []

    def spread(self, staff: Staff, *, almanac: Almanac) -> None:
        """Dirty the rows, first what changes the end result, then what does not."""
        self._uncertain_hours()
        self._lose_a_month(staff)
        self._file_as_enquiry()
        self._leave_out_thread()
        for kind, (column, what, share) in _BLANKS.items():
            self._blank(column, what, kind, share=share)
        self._register_twice()
        self._correct(almanac)
        self._withdraw(almanac)
        self._correct_a_correction(almanac)
        self._record_late()

    def facts(self) -> pl.DataFrame:
        """What was planted, and where."""
        return pl.concat([pl.DataFrame(schema=FACT_SCHEMA), *self._planted])

    def clean(self, facts: pl.DataFrame) -> pl.DataFrame:
        """The facts of cases where no dirt changes what can be found."""
        return facts.filter(~pl.Series(self._touched[facts["case"].to_numpy()]))

    def numbered(self, rows: pl.DataFrame) -> pl.DataFrame:
        """These rows with numbers of their own."""
        first, self._next = self._next, self._next + rows.height
        return rows.with_columns(pl.Series("number", np.arange(first, self._next)))

    # --- choosing -------------------------------------------------------------------------------------------

    def _candidates(self, kinds: Sequence[Kind] | None = None, *, until: int = 0) -> Ints:
        """The rows of these kinds (or an adviser's) in the window, up to so many days before its end."""
        kind, day = self._column("kind"), self._column("day")
        chosen = ROLE_OF[kind] == Role.ADVISER if kinds is None else np.isin(kind, _numbers(kinds))
        chosen &= (day >= self._window.first) & (day <= self._window.last - until)
        return np.flatnonzero(chosen)

    def _choose(self, candidates: Ints, *, share: float) -> Ints:
        """Some rows of cases without dirt so far, one a case; those cases have it now."""
        case = self._column("case")
        free = candidates[~self._touched[case[candidates]]]
        chosen = self._draws.some(free, share=share)
        chosen = chosen[np.unique(case[chosen], return_index=True)[1]]
        self._touched[case[chosen]] = True
        return chosen

    def _column(self, name: str) -> Ints:
        return self.rows[name].to_numpy()

    def _flags(self, chosen: Ints) -> pl.Series:
        flags = np.zeros(self.rows.height, dtype=bool)
        flags[chosen] = True
        return pl.Series(flags)

    def _plant(self, what: str, rows: pl.DataFrame, detail: pl.Series | str = "") -> None:
        case, thread, number = (rows[name].to_numpy() for name in ("case", "thread", "number"))
        self._planted.append(planted(what, case, thread=thread, number=number, detail=detail))

    # --- what is missing ------------------------------------------------------------------------------------

    def _blank(self, column: str, what: str, kind: Kind, *, share: float) -> None:
        chosen = self._choose(self._candidates([kind]), share=share)
        self._plant(what, self.rows[chosen], kind.key)
        self._null([column], chosen)

    def _null(self, columns: Sequence[str], chosen: Ints) -> None:
        flags = self._flags(chosen)
        self.rows = self.rows.with_columns(
            pl.when(~flags).then(pl.col(name)).alias(name) for name in columns if name in self.rows.columns
        )

    def _uncertain_hours(self) -> None:
        """Hours that came twice or not at all were written as the wall clock showed them."""
        doubtful = self.rows.filter(pl.col(_UNCERTAIN).is_not_null())
        self._touched[doubtful["case"].to_numpy()] = True
        self._plant("klokkeslaet_usikkert", doubtful, doubtful[_UNCERTAIN])

    def _lose_a_month(self, staff: Staff) -> None:
        """One team wrote nothing down for a month."""
        begin, after = self._some_month()
        team = int(self._draws.between(0, (staff.desks - 1) // c.ADVISERS_OF_A_TEAM, size=1)[0])
        day, case = self._column("day"), self._column("case")
        lost = (day >= begin) & (day < after) & (ROLE_OF[self._column("kind")] == Role.ADVISER)
        lost[lost] &= staff.team_on(day[lost], case=case[lost]) == team
        first = np.flatnonzero(lost)
        first = first[np.unique(case[first], return_index=True)[1]]
        self._touched[case[first]] = True
        self._plant(
            "maaned_uden_tal",
            self.rows[first].with_columns(number=pl.lit(-1), thread=NO_THREAD),
            f"hold {team + 1}, {day_of(begin):%Y-%m}",
        )
        self.rows = self.rows.filter(~pl.Series(lost))

    def _some_month(self) -> tuple[int, int]:
        """The first day of a month that lies in the window, and the day after its last."""
        day = self._draws.between(self._window.first + 31, self._window.last - 31, size=1)
        month = day.astype("datetime64[D]").astype("datetime64[M]")
        begin, after = (int((month + n).astype("datetime64[D]").astype(np.int64)[0]) for n in (0, 1))
        return begin, after

    def _leave_out_thread(self) -> None:
        """An effort that was registered on the case, not in a course of its own."""
        chosen = self._choose(self._candidates([events.INDSATS_IVAERKSAT]), share=c.WITHOUT_THREAD)
        self._plant("indsats_uden_traad", self.rows[chosen])
        course = self.rows[chosen].select("case", "thread").with_columns(pl.lit(True).alias("left_out"))
        self.rows = (
            self.rows.join(course, on=["case", "thread"], how="left", maintain_order="left")
            .with_columns(pl.when(pl.col("left_out").is_null()).then("thread").otherwise(NO_THREAD).alias("thread"))
            .drop("left_out")
        )

    # --- what is wrong --------------------------------------------------------------------------------------

    def _file_as_enquiry(self) -> None:
        chosen = self._choose(self._candidates([events.UNDERRETNING_MODTAGET]), share=c.FILED_AS_ENQUIRY)
        self._plant("underretning_som_henvendelse", self.rows[chosen])
        flags, enquiry = self._flags(chosen), events.HENVENDELSE_MODTAGET
        kind = pl.when(flags).then(KIND_NUMBER[enquiry]).otherwise("kind")
        self.rows = self.rows.with_columns(kind.cast(pl.Int64()).alias("kind"))
        kept = {each.name for each in (*COMMON_FIELDS, *enquiry.fields)}
        strangers = [each.name for each in events.UNDERRETNING_MODTAGET.fields if each.name not in kept]
        self._null([f"f_{name}" for name in strangers], chosen)

    def _register_twice(self) -> None:
        until = _DAYS_OF_WRONG_DATE + 1
        chosen = self._choose(self._candidates(_TWICE, until=until), share=c.REGISTERED_TWICE)
        again = self._on_another_day(chosen)
        original = as_dates(self._column("day")[chosen]).cast(pl.String())
        self._plant("dobbelt_registrering", again, "også " + original)
        self._add(again)

    def _on_another_day(self, chosen: Ints, *, earlier: bool = False) -> pl.DataFrame:
        """Copies of these rows some days later or earlier, with numbers of their own."""
        days = pl.Series(self._draws.between(1, _DAYS_OF_WRONG_DATE, size=len(chosen))) * (-1 if earlier else 1)
        moved = {"day": 1, "at": DAY_SECONDS, "recorded": 0 if earlier else DAY_SECONDS}
        return self.numbered(self.rows[chosen].with_columns(pl.col(name) + days * unit for name, unit in moved.items()))

    def _add(self, *rows: pl.DataFrame) -> None:
        self.rows = pl.concat([self.rows, *rows], how="diagonal")

    # --- corrections and late recording ---------------------------------------------------------------------

    def _correct(self, almanac: Almanac) -> None:
        """The wrong day was written; then it was struck, and the right day written."""
        chosen = self._any_case(share=c.CORRECTED)
        wrong = self._on_another_day(chosen, earlier=True)
        corrections = self._strike(wrong, almanac)
        self._plant("rettelse_med_ny_haendelse", corrections)
        recorded = self._column("recorded").copy()
        recorded[chosen] = corrections["recorded"].to_numpy()
        self.rows = self.rows.with_columns(pl.Series("recorded", recorded))
        self._add(wrong, corrections)

    def _withdraw(self, almanac: Almanac) -> None:
        """Something was written that never happened here; then it was struck."""
        wrong = self._on_another_day(self._any_case(share=c.WITHDRAWN))
        corrections = self._strike(wrong, almanac)
        self._plant("rettelse_uden_ny_haendelse", corrections)
        self._add(wrong, corrections)

    def _correct_a_correction(self, almanac: Almanac) -> None:
        """The right event was struck by mistake; then the striking was struck, and the event counts again."""
        right = self.rows[self._any_case(share=c.CORRECTION_CORRECTED)]
        mistake = self._strike(right, almanac)
        regret = self._strike(mistake, almanac)
        self._plant("rettelse_rettet", regret)
        self._add(mistake, regret)

    def _any_case(self, *, share: float, until: int = _CORRECTIONS_END) -> Ints:
        """Some rows that have nothing to do with a correction so far; now they have."""
        candidates = self._candidates(until=until)
        candidates = candidates[~self.rows["settled"].to_numpy()[candidates]]
        chosen = self._draws.some(candidates, share=share)
        self.rows = self.rows.with_columns(pl.col("settled") | self._flags(chosen))
        return chosen

    def _strike(self, struck: pl.DataFrame, almanac: Almanac) -> pl.DataFrame:
        """Corrections of these rows, some time after they were recorded."""
        days = self._draws.between(1, _CORRECTED_WITHIN_DAYS, size=struck.height)
        at = struck["recorded"].to_numpy() + days * DAY_SECONDS
        reasons = self._draws.text(phrases.WHY_CORRECTED, size=struck.height)
        own = struck.select("case", "thread", "shared", "done", "recorder").with_columns(
            pl.lit(KIND_NUMBER[events.RETTELSE]).cast(pl.Int64()).alias("kind"),
            pl.Series("day", almanac.local(at).day),
            pl.Series("at", at),
            pl.Series("recorded", at),
            struck["number"].alias("replaces"),
            pl.lit(True).alias("settled"),
            reasons.alias("f_reason"),
        )
        return self.numbered(own)

    def _record_late(self) -> None:
        chosen = self._any_case(share=c.RECORDED_LATE, until=c.LATE_DAYS[0] + _USUAL_DELAY_DAYS)
        room = self._window.last - self._column("day")[chosen] - _USUAL_DELAY_DAYS
        days = self._draws.between(c.LATE_DAYS[0], np.minimum(room, c.LATE_DAYS[1]), size=len(chosen))
        recorded = self._column("recorded").copy()
        recorded[chosen] += days * DAY_SECONDS
        self._plant("sen_registrering", self.rows[chosen], pl.Series(days).cast(pl.String()) + " dage")
        self.rows = self.rows.with_columns(pl.Series("recorded", recorded))


def _numbers(kinds: Sequence[Kind]) -> list[int]:
    return [KIND_NUMBER[kind] for kind in kinds]


def _with_all_columns(rows: pl.DataFrame) -> pl.DataFrame:
    """The columns the dirt is about, also where nothing was written in them."""
    wanted = {"replaces": pl.Int64(), _UNCERTAIN: pl.String()}
    return rows.with_columns(
        pl.lit(False).alias("settled"),
        *(pl.lit(None, dtype=dtype).alias(name) for name, dtype in wanted.items() if name not in rows.columns),
    )


_BLANKS: Final[Mapping[Kind, tuple[str, str, float]]] = {
    events.UNDERRETNING_MODTAGET: ("at", "klokkeslaet_mangler", c.HOUR_MISSING),
    events.VURDERING_24_TIMER: ("at", "klokkeslaet_mangler", c.HOUR_MISSING),
    events.AFGOERELSE_TRUFFET: ("f_paragraf", "paragraf_mangler", c.PARAGRAPH_MISSING),
    events.INDSATS_IVAERKSAT: ("f_paragraf", "paragraf_mangler", c.PARAGRAPH_MISSING),
    events.ANBRINGELSE_IVAERKSAT: ("f_paragraf", "paragraf_mangler", c.PARAGRAPH_MISSING),
    events.UNDERSOEGELSE_BESLUTTET: ("f_behov_kendt", "behov_kendt_mangler", c.NEED_MISSING),
    events.OPFOELGNING_HOLDT: ("f_naeste_senest", "naeste_senest_mangler", c.NEXT_MISSING),
    events.TILSYNSBESOEG: ("f_talt_med_barnet", "talt_med_barnet_mangler", c.TALK_MISSING),
}
