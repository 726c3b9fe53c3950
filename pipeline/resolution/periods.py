"""Stretches of time that a text measures from what it has told: *during this period*, *over the next two months*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.timex import Span, span_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import Mention, Tokens
    from pipeline.timex import Timex

__all__ = ["is_earlier", "month_of_stretch", "period_before"]

_ALL_ALONG = re.compile(r"\b(?:during|throughout|over)\s$", re.IGNORECASE)
_REACH = 20
"""How many dates back a paragraph is looked through."""
_GRAINS = frozenset({"day", "time", "month", "season", "year"})
_LOOKING_BACK = frozenset({"since", "before", "prior to"})


def period_before(tokens: Tokens, offset: int, before: Sequence[Mention[Timex]]) -> Span | None:
    r"""The month or year that holds all dates of the paragraph before the one that an offset opens; None where they are of several, or one only.

    ``before`` are the resolved dates before the (clean) offset. A period that is spoken of again in a new paragraph is as vague as that.

    >>> from pipeline import extract
    >>> found = extract("In May 1916 they took Kut. In July 1916 they lost it.\n\nDuring this period, they burned the bridge.")
    >>> found.mentions.dates[-1].value.start, found.mentions.dates[-1].value.end
    ('1916-01-01', '1916-12-31')
    """
    sentence = tokens.sentence_at(offset)
    if sentence.index != tokens.opening_of(sentence).index or not _ALL_ALONG.search(
        tokens.text, max(sentence.start, offset - 12), offset
    ):
        return None
    told: list[str] = []
    last = sentence.paragraph
    for mention in reversed(before[-_REACH:]):
        paragraph = tokens.sentence_at(mention.start).paragraph
        if paragraph == sentence.paragraph or (told and paragraph != last):
            break
        last = paragraph
        value, day = mention.value, mention.value.value.partition("T")[0]
        if value.granularity in _GRAINS and value.relation not in _LOOKING_BACK and span_of(day) is not None:
            told.append(day)
    if len(set(told)) < 2:
        return None
    month, year = ({_cut(day, parts) for day in told} for parts in (2, 1))
    whole = month if len(month) == 1 and all(len(day.lstrip("-").split("-")) > 1 for day in told) else year
    return span_of(next(iter(whole))) if len(whole) == 1 else None


def _cut(day: str, parts: int) -> str:
    sign = "-" if day.startswith("-") else ""
    return sign + "-".join(day.removeprefix("-").split("-")[:parts])


def is_earlier(value: Timex) -> bool:
    """Whether a date is counted back from the narrative's (*having crossed the river three nights earlier*).

    >>> from pipeline import extract
    >>> [is_earlier(m.value) for m in extract("On 1 September 1948 they came, having crossed three nights earlier.").mentions.dates]
    [False, True]
    """
    return value.shift is not None and value.shift.base == "clock" and (value.shift.count or 0) < 0


def month_of_stretch(value: Timex) -> str | None:
    """The month within which a stretch of days lies (*in the first week of September 1944*); None for others.

    >>> from pipeline import extract
    >>> [month_of_stretch(m.value) for m in extract("It fell in the first week of September 1944.").mentions.dates]
    ['1944-09']
    """
    if not (value.start and value.end) or value.start[:-3] != value.end[:-3] or value.derivation == "relative":
        return None
    return value.start[:-3]
