"""Python's garbage collector, held back where it would only look through living records."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """No rounds of the garbage collector in the block; what it left is looked through behind it.

    A document's many small records live to its end and make no cycles: looking through them again and again costs a tenth of the time, and more
    where the caller keeps what was found. Within another such block, or where the collector is off, nothing is changed.

    >>> with uncollected():
    ...     gc.isenabled()
    False
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        gc.enable()
