"""Dates that the narrative completes by the calendar: a weekday near its day, a month of its year, a day of its month, a year of its century."""

from __future__ import annotations

import re

from pipeline.frozen import replace
from pipeline.records import Mention
from pipeline.resolution.anchors import Anchor, Anchors
from pipeline.timex import Shift, Timex, shifted, span_of, years_to_part

__all__ = ["Calendar", "filled", "left_open"]

Date = Mention[Timex]

_IN_WINTER = re.compile(r"-?\d{4}-(?:0[12]|WI)")


def left_open(mention: Date, why: str) -> Date:
    """A date that stays open, with the reason.

    >>> left_open(Mention(0, 3, Timex("DATE", "XXXX"), "date/year"), "unresolved_no_anchor").value.derivation
    'unresolved_no_anchor'
    """
    return replace(mention, value=replace(mention.value, derivation=why))


def filled(mention: Date, value: str, derivation: str, anchor: Anchor | None) -> Date:
    """A date with its value, how that was reached and from where.

    >>> filled(Mention(9, 12, Timex("DATE", "XXXX"), "date/year"), "1704", "relative", Anchor("1703", 3, "year")).value.anchor
    3
    """
    return replace(
        mention,
        value=replace(mention.value, value=value, derivation=derivation, anchor=anchor.start if anchor else None),
    )


class Calendar:
    """Completes dates by the last one told that is fine enough."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors

    def weekday(self, mention: Date, shift: Shift) -> Date:
        """A day of the week: the next of that name from the narrative's day on, or the last; in a story of one week, that of the week."""
        anchor = self._anchors.last(("day", "time"), span=4)
        wanted = int(mention.value.value[9])
        span = anchor and span_of(anchor.value)
        if not anchor or not span:
            return left_open(mention, "unresolved_no_anchor")
        ahead = (wanted - 1 - (span.first - 1)) % 7
        if shift.count == 1 and ahead == 0:
            ahead = 7
        if shift.count == -1:
            ahead = ahead - 7
        value = shifted(anchor.value, "day", ahead) or ""
        if (
            not shift.count
            and (before := shifted(value, "day", -7))
            and self._anchors.is_of_week_told(mention, anchor, before, value)
        ):
            value = before
        return filled(mention, value + mention.value.value[10:], "relative", anchor)

    def within_year(self, mention: Date, shift: Shift) -> Date:
        """A month, season or half of the narrative's year, or of the one beside it (*the following spring*)."""
        anchor = self._anchors.last(("day", "time", "month", "season", "year"), clock=shift.count != 0)
        if anchor is None or shift.count is None:
            return left_open(mention, "unresolved_no_anchor")
        value = mention.value.value.removeprefix("XXXX")
        count = shift.count
        if value == "-WI" and count == 0 and not _IN_WINTER.match(anchor.value):
            count = 1  # a winter is named after the year in which it ends
        if shift.unit == "season" and anchor.granularity != "year":
            count = years_to_part(anchor.value, value, count)
        elif shift.unit == "season" and count == 1 and value in ("-SU", "-FA"):
            count = 0  # *In 1529 he marched north; in the following autumn he besieged Vienna*: what was told began before that
        year = shifted(anchor.value, "year", count)
        if year is None:
            return left_open(mention, "unresolved_no_anchor")
        return filled(mention, year + value, "relative" if shift.count else "same_as", anchor)

    def within_month(self, mention: Date, count: int = 0) -> Date:
        """A day of the narrative's month (*on the 20th*), or of one so many months on (*on the 7th of the following month*)."""
        anchor = self._anchors.last(("day", "time", "month"), span=8, clock=True)
        if anchor is None:
            return left_open(mention, "unresolved_no_anchor")
        month = shifted(anchor.value, "month", count) or ""
        value = f"{month}{mention.value.value[7:]}"
        if mention.rule == "date/nth-day" and value.endswith("-31") and (whole := span_of(month)):
            value = whole.end  # *on the last day of the month*
        if span_of(value) is None:
            return left_open(mention, "unresolved_no_anchor")
        return filled(mention, value, "relative", anchor)

    def short(self, mention: Date) -> Date:
        """The century of a year or decade that gives its last digits only."""
        anchor = self._anchors.last(("day", "time", "month", "season", "year", "decade"))
        if anchor is None or anchor.value.startswith("-"):
            return left_open(mention, "unresolved_no_anchor")
        century, digits = int(anchor.value[:2]), mention.value.value[2:]
        beside = mention.value.range_with == anchor.start
        if beside and len(digits) == 2 and int(digits) < int(anchor.value[2:4]):
            century += 1
        elif not beside and len(digits) == 2 and int(digits) > int(anchor.value[2:4].ljust(2, "9")) + 10:
            century -= 1
        return filled(mention, f"{century:02d}{digits}", "range" if beside else "year_from_context", anchor)
