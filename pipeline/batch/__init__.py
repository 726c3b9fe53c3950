"""Batches: many documents → the tables of a folder; resumable, deterministic, and never ended by one document.

    expand → split → store (what is known already?) → shards → engine → store → publish

A document is processed by `pipeline.batch.work.process`, a pure function that never raises, by whatever engine. Its rows go, encoded, into the
store of the output folder, keyed by the document's content and the pipeline's fingerprint. When all are in, the tables are published from
the store in the order of the documents' ids: so neither the number of workers nor the order of arrival can be seen in them.
"""

from __future__ import annotations

from pipeline.batch.intake import Progress
from pipeline.batch.options import Allowance, Options
from pipeline.batch.runner import Summary, run_batch

__all__ = ["Allowance", "Options", "Progress", "Summary", "run_batch"]
