"""The first and last day of a resolved date."""

from __future__ import annotations

import re

from pipeline.frozen import replace
from pipeline.records import Mention
from pipeline.timex import Span, Timex, narrowed, shifted, span_of

__all__ = ["with_span"]

_OVERNIGHT = re.compile(r"\b[Oo]vernight\s(?:on\s)?(?:the\s)?$")


def with_span(mention: Mention[Timex], said: str, before: str = "") -> Mention[Timex]:
    """A resolved date with its first and last day and its granularity; ``said`` are its words, ``before`` those that stand before them.

    A night (*overnight*, *that night*) ends on the next day, the winter of a stated year begins in it, and a modifier (*late*) narrows the span.
    A date whose days are set already stays as it is; one that is still open gets none.

    >>> winter = Timex("DATE", "1941-WI", derivation="explicit")
    >>> value = with_span(Mention(0, 18, winter, "date/season"), "the winter of 1941").value
    >>> value.start, value.end, value.granularity
    ('1941-12-01', '1942-02-28', 'season')
    """
    value = mention.value
    if value.start and value.start.startswith("X"):
        return replace(mention, value=replace(value, start=None, end=None, granularity=None))
    if value.type not in ("DATE", "TIME") or value.start:
        return mention
    span = span_of(value.value)
    if span is None and "T" in value.value:
        span = span_of(value.value.partition("T")[0])
        span = span and Span(span.first, span.last, "time")
    if span is None:
        return mention
    if value.value.endswith("TNI") and value.range_with is None and not said.lower().endswith("midnight"):
        span = Span(span.first, span.last + 1, "time")  # a night ends on the next day
    elif span.granularity == "day" and value.range_with is None and _OVERNIGHT.search(before):
        span = Span(span.first, span.last + 1, "time")
    if value.value.endswith("-WI") and value.derivation == "explicit":  # the winter of a stated year begins in it
        span = span_of(f"{shifted(value.value, 'year', 1)}-WI") or span
    if value.mod:
        span = narrowed(span, value.mod)
    return replace(
        mention, value=replace(value, start=span.start, end=span.end, granularity=value.granularity or span.granularity)
    )
