"""The dates of happenings from which a text counts others (*two days after troops landed, on 9 May, …*)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from pipeline.frozen import replace
from pipeline.records import Mention
from pipeline.timex import Timex, shifted

__all__ = ["date_counted_from"]


def date_counted_from(
    trigger: int, dates: tuple[Mention[Timex], ...], starts: list[int]
) -> tuple[Timex | None, Mention[Timex] | None] | None:
    """The date of a happening from which another date is counted (*two days after troops landed*); None for any other trigger.

    ``starts`` are the offsets of the dates.
    """
    at = bisect_right(starts, trigger) - 1
    if at < 0 or dates[at].end <= trigger:
        return None
    mention, value = dates[at], dates[at].value
    shift = value.shift
    if shift is None or shift.base != "event":
        return None
    if shift.unit in ("hour", "minute"):
        return None
    if value.derivation == "relative":
        told = bisect_left(starts, value.anchor) if value.anchor is not None else len(dates)
        first = dates[told] if told < len(dates) else None
        return (replace(first.value, anchor=first.start), first) if first and first.value.start else (None, None)
    if value.derivation != "same_as" or shift.unit not in ("day", "week") or value.start != value.end:
        return None, None
    days = (shift.count or 0) * (7 if shift.unit == "week" else 1)
    day = shifted(value.start, "day", -days) if value.start else None
    if day is None:
        return None, None
    return replace(value, value=day, start=day, end=day, derivation="relative", anchor=mention.start), mention
