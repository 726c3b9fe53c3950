"""The home of a text: the months that its title and its lead name as the time of what it tells, and where the text sets out from it or returns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Document, Tokens

__all__ = ["Home", "lead_end", "years_in"]

_APART = 12
"""Months between two dates of a lead up to which both are of what the text is about."""
_SHORT = 24
"""Months that a home spans at most to which a text returns."""
_YEAR = re.compile(r"(?<!\d)(?P<year>1\d{3}|20\d\d)(?!\d)(?P<bc>\sBC)?")


@dataclass(frozen=True, slots=True)
class Home:
    """The first and last month of what a text is about, as months in a row."""

    first: int
    last: int

    @classmethod
    def of(cls, years: tuple[int, ...], lead: Iterable[tuple[int, int | None]]) -> Home | None:
        """The home that the years of a title and the dates of a lead name, each a year in a row and a month."""
        titled = Home(12 * min(years), 12 * max(years) + 11) if years else None
        dates = [(year, month) for year, month in lead if not titled or titled.first <= 12 * year <= titled.last]
        months = [12 * year + month - 1 for year, month in dates if month is not None]
        if not months:
            plain = {year for year, _ in dates}
            return titled or (Home(12 * min(plain), 12 * min(plain) + 11) if len(plain) == 1 else None)
        first = last = months[0]
        for month in months[1:]:
            if last <= month <= last + _APART:
                last = month
        return cls(first, last)

    @property
    def is_short(self) -> bool:
        """Whether a text may return to it: a month is of one of two years of it at most."""
        return self.last - self.first <= _SHORT


def years_in(title: str) -> tuple[int, ...]:
    """The years that a title or an ISO date states, BC years negative.

    >>> years_in("Battle of Marinka (2022–2023)"), years_in("Siege of Rhodes")
    ((2022, 2023), ())
    """
    return tuple(-int(said["year"]) if said["bc"] else int(said["year"]) for said in _YEAR.finditer(title))


def lead_end(document: Document, tokens: Tokens) -> int:
    """The offset at which the lead of a text ends: at the first heading behind prose, else behind the first paragraph; 0 where it has none."""
    first = None
    behind = len(tokens.text)
    for sentence in tokens.sentences:
        if sentence.kind == "heading":
            if first is not None:
                return sentence.start
            if tokens.text[sentence.start : sentence.end].strip() not in document.title:
                return 0
        elif sentence.kind == "prose":
            if first is None:
                first = sentence.paragraph
            elif sentence.paragraph != first:
                behind = min(behind, sentence.start)
    return behind
