"""The interval from the date at which a narrative stands to the one that it goes on to."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import covers, in_order
from pipeline.events.dating.fading import faded
from pipeline.frozen import replace
from pipeline.timex import Span

if TYPE_CHECKING:
    from pipeline.events.dating.dated import Dates
    from pipeline.events.dating.stand import Stand
    from pipeline.records import Tokens
    from pipeline.timex import Timex

__all__ = ["up_to_bound", "up_to_next"]

_REACH_OF_DAYS, _REACH_OF_YEARS = 45, 800
"""Days at most from a day, and from a month or year, to the next date, where what is told in between came after the one and before the other."""
_NEXT_DAY, _REACH_HERE, _REACH_OF_BOUND = 1, 60, 120
"""Days at most from the narrative's date to the end of a bound before which the next happenings are told."""
_BOUNDS, _BOUNDS_OF_DAYS = ("month", "season"), ("month", "season", "day")
"""Granularities of such bounds, and of those that a day has in its own paragraph."""


def up_to_next(stand: Stand) -> Timex | None:
    """The interval from the narrative's date to the next one, for what came in between; None where that is not near.

    Near is any date within the years of the heading at which the narrative stands.
    """
    value, following = stand.value, stand.following
    if following is None or not (value.start and following.value.end and following.value.start):
        return None
    span = Span.between(value.start, following.value.end)
    reach = _REACH_OF_DAYS if value.granularity in ("day", "time", "span") else _REACH_OF_YEARS
    days = span.last - span.first
    if not 0 < days <= reach and not (stand.is_headed and covers(value, following.value)):
        return None
    interval = replace(value, end=following.value.end, granularity="span", derivation="narrative")
    return replace(interval, anchor=stand.told.mention.start)


def up_to_bound(stand: Stand, tokens: Tokens, dates: Dates) -> Timex | None:
    """The interval from the narrative's day or month to the bound that its paragraph goes on to state (*by 16 January*, *by September*)."""
    here, value = not stand.away, stand.value
    if value.granularity not in ("day", "month") or not (here or value.granularity == "day"):
        return None
    behind = bisect_right(dates.starts, stand.told.start)
    if behind == len(dates.all):
        return None
    dated = dates.all[behind]
    bound = dated.value
    if dated.weak or bound.relation != "by" or not (value.end and bound.end):
        return None
    grains = _BOUNDS_OF_DAYS if here and value.granularity == "day" else _BOUNDS
    if bound.granularity not in grains or (not here and dated.start < stand.sentence.start):
        return None
    if tokens.sentence_at(dated.start).paragraph != stand.sentence.paragraph:
        return None
    begun = value if here else faded(value, None)
    if not begun.start or not in_order(value.end, bound.end):
        return None
    span = Span.between(begun.start, bound.end)
    if not _NEXT_DAY < span.last - span.first <= (_REACH_HERE if here else _REACH_OF_BOUND):
        return None
    return replace(begun, end=bound.end, granularity="span", derivation="narrative", anchor=stand.told.start)
