"""The Spark engine: shards as rows of a DataFrame, processed by the executors."""

from __future__ import annotations

import os
import pickle
import shutil
import sys
import warnings
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from pipeline.batch.work import process_task
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from pipeline.batch.options import Limits
    from pipeline.batch.work import Outcome, Task

__all__ = ["SparkEngine", "session"]

_TASKS = 256
"""Shards of one Spark job: about 30 million characters, which the driver holds at a time."""


class SparkEngine:
    """Runs shards as Spark jobs. A document's fault is its own; a dead executor is Spark's to replace."""

    def __init__(self, master: str, limits: Limits) -> None:
        self.master = master
        self.limits = limits

    def run(self, tasks: Iterator[Task]) -> Iterator[list[Outcome]]:
        """The outcomes, shard by shard."""
        with session(self.master) as spark:
            limits = self.limits

            def work(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
                import pandas as pd

                for frame in frames:
                    done = [pickle.dumps(process_task(pickle.loads(task), limits)) for task in frame["task"]]  # noqa: S301
                    yield pd.DataFrame({"outcomes": done})

            while some := [(bytearray(pickle.dumps(task)),) for task in islice(tasks, _TASKS)]:
                width = max(1, min(len(some), spark.sparkContext.defaultParallelism * 4))
                frame = spark.createDataFrame(some, "task binary").repartition(width)
                for row in frame.mapInPandas(work, "outcomes binary").toLocalIterator():
                    yield pickle.loads(row["outcomes"])  # noqa: S301 (written above, by our own code)


@contextmanager
def session(master: str) -> Iterator[Any]:
    """A Spark session that is stopped at the end; raises `UsageError` where pyspark or Java is missing, or no session can be had of ``master``.

    On a local master the workers run this very Python: by themselves they would take the system's ``python3``.
    """
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")  # of pandas 3, which works
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("the engine spark needs the extra: pip install 'prose-events[spark]'") from error
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise UsageError("the engine spark needs Java 17 or later: no java on the PATH, and no JAVA_HOME")
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    asked = (
        SparkSession.builder.master(master)
        .appName("prose-events")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
    )
    try:
        spark = asked.getOrCreate()
    except Exception as error:  # Java's own words stand on standard error by then
        raise UsageError(
            f"Spark does not start with the master {master!r}: {str(error).partition(chr(10))[0]}"
        ) from error
    try:
        yield spark
    finally:
        spark.stop()
