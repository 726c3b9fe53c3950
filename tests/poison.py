"""Documents that do to a worker what real ones might: what the tests of the engine give it to process."""

from __future__ import annotations

import os
import signal
import time

from pipeline.batch.options import Limits
from pipeline.batch.work import Outcome, process
from pipeline.reading import Record

CRASH, DEAF = "CRASH", "DEAF"


def poisoned(key: bytes, record: Record, limits: Limits) -> Outcome:
    """`process`, but for the poison in a text."""
    text = str(record.payload)
    if CRASH in text:
        os._exit(137)
    if DEAF in text:  # code that no signal interrupts
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF})
        time.sleep(3600)
    return process(key, record, limits)
