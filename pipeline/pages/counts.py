"""Numbers of victims as people write them."""

from __future__ import annotations

__all__ = ["between"]


def between(low: int | None, high: int | None) -> str:
    """What lies between two bounds, either of which may be open.

    >>> between(22_700, 22_700), between(20, 30), between(7_000, None), between(None, 50), between(None, None)
    ('22,700', '20–30', '7,000 or more', 'up to 50', 'unknown')
    """
    if low == high:
        return "unknown" if low is None else f"{low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,} or more" if high is None else f"{low:,}–{high:,}"
