"""Does the engine find what was planted: every duty that was kept or broken in an invented municipality?"""

from datetime import date
from functools import cache

import polars as pl
import pytest

from pejl.dates import COPENHAGEN, end_of_day
from pejl.engine.plain import evaluate
from pejl.ledger import deadline_frame, events_of
from pejl.rulebook import RULEBOOK
from pejl.simulation import Simulated, simulate
from pejl.tables import Status, Unknown

LAST = date(2026, 6, 30)
AS_OF = end_of_day(LAST)
KEPT, BROKEN = (Status.MET,), (Status.LATE, Status.OVERDUE)
AFTER = ("plan.stoettende_indsats", "plan.anbringelse", "plan.efter_hastende_afgoerelse")
BEFORE = ("plan.foer_afgoerelse",)
# For each fact, the rules it is about and the statuses that find it.
FOUND: dict[str, tuple[tuple[str, ...], tuple[Status, ...]]] = {
    "vurdering_til_tiden": (("underretning.vurderes",), KEPT),
    "vurdering_for_sent": (("underretning.vurderes",), BROKEN),
    "kvittering_til_tiden": (("underretning.kvitteres",), KEPT),
    "kvittering_for_sent": (("underretning.kvitteres",), BROKEN),
    "partshoering_til_tiden": (("lokal.partshoering_indkaldes",), KEPT),
    "partshoering_for_sent": (("lokal.partshoering_indkaldes",), BROKEN),
    "partshoering_undtaget": (("lokal.partshoering_indkaldes",), (Status.EXCUSED,)),
    "genvurdering_mangler": (("underretning.genvurderes",), (Status.OPEN,)),
    "undersoegelse_inden_4_mdr": (("undersoegelse.afsluttes",), KEPT),
    "undersoegelse_over_4_mdr": (("undersoegelse.afsluttes",), BROKEN),
    "samtale_holdt": (("barnet.hoeres_foer_afgoerelse",), KEPT),
    "samtale_undladt": (("barnet.hoeres_foer_afgoerelse",), (Status.EXCUSED,)),
    "samtale_mangler": (("barnet.hoeres_foer_afgoerelse",), BROKEN),
    "plan_til_tiden": (AFTER, KEPT),
    # Older than the coverage: an earlier plan may lie where the source does not look.
    "plan_for_sent": (AFTER, (*BROKEN, Status.UNKNOWN)),
    "plan_foer_afgoerelse": (BEFORE, KEPT),
    "plan_efter_afgoerelse": (BEFORE, BROKEN),
    "opfoelgning_til_tiden": (("opfoelgning.foerste",), KEPT),
    "opfoelgning_for_sent": (("opfoelgning.foerste",), BROKEN),
    "naeste_opfoelgning_til_tiden": (("opfoelgning.naeste",), KEPT),
    "naeste_opfoelgning_for_sent": (("opfoelgning.naeste",), BROKEN),
    "tilsyn_holdt": (("tilsyn.to_besoeg_om_aaret",), KEPT),
    "tilsyn_mangler": (("tilsyn.to_besoeg_om_aaret",), (Status.MET, Status.OVERDUE)),
}


@cache
def town() -> Simulated:
    """Three years of 30,000 inhabitants, with half a year under serviceloven."""
    return simulate(30_000, years=3, seed=21, last_day=LAST)


@cache
def deadlines() -> pl.DataFrame:
    """What the engine makes of it, with the due day as text."""
    frame = deadline_frame(evaluate(events_of(town().events), rulebook=RULEBOOK, as_of=AS_OF), as_of=AS_OF)
    due = pl.col("due_at").dt.convert_time_zone(COPENHAGEN.key).dt.date().cast(pl.String)
    return frame.with_columns(due.alias("due"))


def told(what: str) -> pl.DataFrame:
    """A fact's rows with the deadlines that the same event starts; those of a rhythm by their due day too."""
    facts = town().truth.filter(pl.col("what") == what).with_row_index("fact")
    own = deadlines().filter(pl.col("rule").is_in(FOUND[what][0]))
    rows = facts.join(own, left_on=["case_id", "event_id"], right_on=["case_id", "starts_event"], how="left")
    return rows.filter(pl.col("due").is_null() | (pl.col("due") == pl.col("detail")))


@pytest.mark.parametrize("what", FOUND)
def test_the_engine_finds_it(what: str) -> None:
    facts, rows = town().truth.filter(pl.col("what") == what), told(what)
    assert facts.height > 0
    assert rows["fact"].n_unique() == facts.height
    assert rows.filter(~pl.col("status").is_in(FOUND[what][1])).is_empty()


def test_too_few_visits_are_found_in_each_year() -> None:
    rows = told("tilsyn_mangler").group_by("fact").agg((pl.col("status") == Status.OVERDUE).any())
    assert rows["status"].all()


@pytest.mark.parametrize(
    ("what", "rule", "reason"),
    [
        ("behov_kendt_mangler", "undersoegelse.afsluttes", Unknown.START_MISSING),
        ("naeste_senest_mangler", "opfoelgning.naeste", Unknown.NEXT_MISSING),
    ],
)
def test_the_engine_says_what_is_missing(what: str, rule: str, reason: Unknown) -> None:
    facts = town().truth.filter(pl.col("what") == what).rename({"event_id": "starts_event"})
    rows = facts.join(deadlines().filter(pl.col("rule") == rule), on=["case_id", "starts_event"])
    assert rows.height > 0
    assert set(rows["unknown_reason"]) <= {reason.value, Unknown.TRANSITION.value}


def test_a_notification_filed_as_an_enquiry_starts_nothing() -> None:
    facts = town().truth.filter(pl.col("what") == "underretning_som_henvendelse")
    assert facts.height > 0
    assert facts.join(deadlines(), left_on="event_id", right_on="starts_event").is_empty()
