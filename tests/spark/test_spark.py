"""Does Spark give the very same deadlines as the engine alone? On a tenth of the invented country.

Not part of ``./check``: it asks for Java and for packages nobody else needs. ``python -m pytest tests/spark``, by a
Python that has pejl[spark] and pytest, runs it; ``bench/run`` makes the ledger it runs on.
"""

from pathlib import Path

import polars as pl
import pytest

from bench.agreement import differences, written_in
from bench.eight import AS_OF
from bench.on_spark import missing, start
from bench.sizes import SAMPLE, TENTH
from pejl.engine.parts import Asked, evaluate
from pejl.rulebook import RULEBOOK

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "Spark er her")


@pytest.mark.filterwarnings("ignore")  # Spark and Java have warnings of their own
@pytest.mark.parametrize("size", [SAMPLE, TENTH], ids=lambda size: size.name)
def test_spark_agrees_row_for_row(size, tmp_path: Path) -> None:
    if not size.parts_made:
        pytest.skip(f"Hændelseslisten »{size.name}« er ikke lavet. Kør »bench/run --spark« først.")
    from pejl.spark import evaluate_on_spark

    (tmp_path / "alene").mkdir()
    for part in size.parts_made:
        found = evaluate(pl.read_parquet(part, glob=False), Asked(RULEBOOK, AS_OF))
        found.write_parquet(tmp_path / "alene" / part.name)
    on_spark = evaluate_on_spark(start(), size.folder, as_of=AS_OF)
    on_spark.write.parquet(str(tmp_path / "spark"))
    assert differences(written_in(tmp_path / "alene"), written_in(tmp_path / "spark")) == []
