"""The home of a text: the months that its title and its lead name as the time of what it tells, and where the text sets out from it or returns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.frozen import dataclass
from pipeline.records import Document, Tokens

__all__ = ["Home", "lead_end"]

_APART = 12
"""Months between two dates of a lead up to which both are of what the text is about; from the first one for a date without a year."""
_A_YEAR, _SHORT = 12, 24
"""Months of a year, and those that a home spans at most to which a text returns."""
_SAYS_WHAT = re.compile(
    r"\b(?:was|were|is|are)\s(?:an?|the|one|part|two|three|fought|launched|waged|conducted|held|signed|carried|staged|mounted|initiated|undertaken)\b"
    r"|\b(?:took\splace|began|broke\sout|occurred|lasted|started|refers?\sto|was\sor\swere)\b"
)
"""What the first sentence of an article says of its subject; an excerpt goes on in the middle of things."""


@dataclass(frozen=True, slots=True)
class Home:
    """The first and last month of what a text is about, as months in a row."""

    first: int
    last: int
    titled: bool = False
    """Whether the title names its year."""

    @classmethod
    def of(cls, years: tuple[int, ...], lead: Sequence[tuple[int | None, int | None]]) -> Home | None:
        """The home that the years of a title and the dates of a lead name, each a year in a row and a month."""
        titled = Home(12 * min(years), 12 * max(years) + 11, titled=True) if years else None
        stated = [year for year, _ in lead if year is not None and (not titled or titled.holds(12 * year))]
        first = last = None
        for year, month in lead:
            if month is None or (year is not None and year not in stated):
                continue
            if year is not None:
                at = 12 * year + month - 1
            elif last is not None:  # the nearest month of that name
                at = last + (month - 1 - last + 6) % 12 - 6
            else:
                continue
            if first is None or last is None:
                first = last = at
            elif year is None:
                first, last = (
                    (min(first, at), max(last, at)) if last - _APART <= at <= first + _APART else (first, last)
                )
            elif last <= at <= last + _APART:
                last = at
        if first is not None and last is not None:
            return cls(first, last, titled=titled is not None)
        return titled or (Home(12 * stated[0], 12 * stated[0] + 11) if len(set(stated)) == 1 else None)

    def holds(self, month: int) -> bool:
        """Whether a month is one of its own."""
        return self.first <= month <= self.last

    @property
    def is_of_a_year(self) -> bool:
        """Whether it is a whole year, as a title or a lead without months names it."""
        return self.last - self.first == _A_YEAR - 1

    @property
    def is_short(self) -> bool:
        """Whether a text may return to it: a month is of one of two years of it at most."""
        return self.last - self.first <= _SHORT


def lead_end(document: Document, tokens: Tokens) -> int:
    r"""The offset at which the lead of a text ends: at the first heading behind prose, else behind the first paragraph; 0 where it has none.

    Where no heading follows, a lead begins by saying what the text is about; what begins in the middle of its story has none.

    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> document = Document("kut", "The siege began in 1915.\n\nBackground\n\nThe Turks had come.")
    >>> lead_end(document, split(clean(document)))
    26
    """
    first = None
    behind, says_what = len(tokens.text), False
    for sentence in tokens.sentences:
        if sentence.kind == "heading":
            if first is not None:
                return sentence.start
            if tokens.text[sentence.start : sentence.end].strip() not in document.title:
                return 0
        elif sentence.kind == "prose":
            if first is None:
                first = sentence.paragraph
                says_what = _SAYS_WHAT.search(tokens.text, sentence.start, sentence.end) is not None
            elif sentence.paragraph != first:
                behind = min(behind, sentence.start)
    return behind if says_what else 0
