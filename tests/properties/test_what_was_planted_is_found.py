"""Does the engine find what the simulation knows it planted? Every fact about a rule, in time or not."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from pejl.engine import columnar
from pejl.rulebook import RULEBOOK
from pejl.simulation import Simulated, simulate

AS_OF = datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC)
LATE = {"late", "overdue"}
UNKNOWN = {"unknown"}

# What the simulation calls it: the rules that must show it, and the only statuses they may show.
PLANTED: dict[str, tuple[str, set[str]]] = {
    "vurdering_til_tiden": ("underretning.vurderes", {"met"}),
    "vurdering_for_sent": ("underretning.vurderes", LATE),
    "kvittering_til_tiden": ("underretning.kvitteres", {"met"}),
    "kvittering_for_sent": ("underretning.kvitteres", LATE),
    "genvurdering_mangler": ("underretning.genvurderes", {"open"}),
    "partshoering_til_tiden": ("lokal.partshoering_indkaldes", {"met"}),
    "partshoering_for_sent": ("lokal.partshoering_indkaldes", LATE),
    "partshoering_undtaget": ("lokal.partshoering_indkaldes", {"excused"}),
    "undersoegelse_inden_4_mdr": ("undersoegelse.afsluttes", {"met"}),
    "undersoegelse_over_4_mdr": ("undersoegelse.afsluttes", LATE),
    "behov_kendt_mangler": ("undersoegelse.afsluttes", UNKNOWN),
    "samtale_holdt": ("barnet.hoeres_foer_afgoerelse", {"met"}),
    "samtale_mangler": ("barnet.hoeres_foer_afgoerelse", LATE),
    "samtale_undladt": ("barnet.hoeres_foer_afgoerelse", {"excused"}),
    "opfoelgning_til_tiden": ("opfoelgning.foerste", {"met"}),
    "opfoelgning_for_sent": ("opfoelgning.foerste", LATE),
    "naeste_opfoelgning_til_tiden": ("opfoelgning.naeste", {"met"}),
    "naeste_opfoelgning_for_sent": ("opfoelgning.naeste", LATE),
    "naeste_senest_mangler": ("opfoelgning.naeste", UNKNOWN),
    "paragraf_mangler": ("opfoelgning.foerste", UNKNOWN),
}


@pytest.fixture(scope="module")
def simulated() -> Simulated:
    return simulate(100_000, years=3, seed=1, last_day=date(2026, 6, 30))


@pytest.fixture(scope="module")
def deadlines(simulated: Simulated) -> pl.DataFrame:
    return columnar.evaluate(simulated.events, rulebook=RULEBOOK, as_of=AS_OF)


@pytest.mark.parametrize("planted", PLANTED)
def test_what_was_planted_is_found(planted: str, simulated: Simulated, deadlines: pl.DataFrame) -> None:
    rule, statuses = PLANTED[planted]
    facts = simulated.truth.filter(pl.col("what") == planted)
    rows = deadlines.filter(pl.col("rule") == rule)
    found = facts.join(rows, left_on=["case_id", "event_id"], right_on=["case_id", "starts_event"])
    assert found.height > 0
    assert set(found["status"]) <= statuses
    # A missing paragraph stands on the decision or the effort; what is told of a rule is told of its start.
    if statuses != UNKNOWN:
        assert found.n_unique(["case_id", "event_id"]) == facts.n_unique(["case_id", "event_id"])
