"""What is done inside the process that works a ledger out on Spark, on this one machine? Told as JSON, like the rest.

``python -m bench.on_spark TASK SIZE REPEATS``, by a Python that has pejl[spark]. Starting Spark is timed apart.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bench.eight import AS_OF
from bench.sizes import SIZES

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def missing() -> str:
    """What Spark lacks here, as a sentence; empty when nothing is missing."""
    if not all(find_spec(name) for name in ("pyspark", "pyarrow")):
        return "Spark er ikke her. Lav et miljø for sig, kør »pip install '.[spark]'« i det, og brug dets Python."
    if not shutil.which("java"):
        return "Java er ikke her. Spark skal bruge Java 17 eller nyere."
    return ""


def start() -> SparkSession:
    """Spark on the cores of this machine, and on nothing beyond it."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    settings = {"spark.ui.enabled": "false", "spark.sql.session.timeZone": "UTC", "spark.driver.memory": "2g"}
    builder = SparkSession.builder.master("local[*]").appName("pejl")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def main(task: str, size: str, repeats: str) -> None:
    """Work it out, and tell."""
    if said := missing():
        sys.exit(said)
    from pejl.spark import evaluate_on_spark

    began = time.perf_counter()
    spark = start()
    started = time.perf_counter()
    folder: Path = SIZES[size].results_of(task)
    evaluate_on_spark(spark, SIZES[size].folder, as_of=AS_OF).write.mode("overwrite").parquet(str(folder))
    seconds = time.perf_counter() - started
    rows = spark.read.parquet(str(folder)).count()
    spark.stop()
    print(json.dumps({"seconds": [seconds], "cpu": [], "rows": rows, "facts": {"start": started - began}}))


if __name__ == "__main__":
    main(*sys.argv[1:])
