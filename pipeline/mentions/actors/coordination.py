"""Coordinated actors that share a head, and quantities that belong to the phrase after *of*."""

from __future__ import annotations

import re

from pipeline.mentions.actors.spans import Span, View
from pipeline.rules.grammar import GENITIVES

__all__ = ["conjuncts", "quantities"]

_ENDING = re.compile(r"\s([’']s)\b")
_OWNERS = [[ending] for ending in GENITIVES]
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def conjuncts(view: View, taken: dict[int, Span], span: Span) -> None:
    """*Russian and Syrian Air Forces*, *the 308th and 312th Divisions*, *Field's and Hoke's men*: a conjunct that lends its head from the next.

    >>> from pipeline import extract
    >>> [m.value.name for m in extract("The 308th and 312th Divisions attacked.").mentions.actors]
    ['308th Divisions', '312th Divisions']
    """
    _one_name(view, taken, span)
    first = span.first
    while first > 1 and view.lower[first - 1] in ("and", "or", ",", "nor"):
        end = first - 1
        if view.lower[end - 1] == ",":
            end -= 1
        shared = _shared(view, span, end)
        if shared is None:
            return
        start, head_from, country = shared
        if start in taken and taken[start].rule == "phrase":
            return
        name = _ENDING.sub(r"\1", " ".join([*view.words[start:end], *view.words[head_from : span.last]]))
        other = Span(start, end, end - 1, span.kind, "coordination", country, name, plural=span.plural)
        for i in range(start, end):
            taken[i] = other
        first = start


def _one_name(view: View, taken: dict[int, Span], span: Span) -> None:
    """Takes into a body's name what *and* joins in it: *a Truth and Reconciliation Commission*; not *the Danish and Polish Army*, *Hill's and Ney's Corps*."""
    last, first = span.last - 1, span.first - 2
    if first < 1 or view.lower[first + 1] != "and" or not (view.capital(last) and view.capital(span.first)):
        return
    while (
        first > 0
        and view.capital(first)
        and view.tags[first] == "NAME"
        and first not in taken
        and first not in view.known
    ):
        first -= 1
    named = first < span.first - 2 and view.lower[first] in ("a", "the", "an") and first + 1 not in view.ends
    if named and span.first < last and span.first not in view.known and not view.lower[last].endswith("s"):
        span.first = first + 1
        for i in range(span.first, span.last):
            taken[i] = span


def _shared(view: View, span: Span, end: int) -> tuple[int, int, str | None] | None:
    """Where the earlier conjunct begins, where the head that it shares begins, and its country."""
    start = view.ends.get(end)
    if start is not None and span.first < span.head:
        known = view.known[start][1]
        if span.first in view.known and view.known[span.first][1].use not in ("people", "organisation"):
            head_from = view.known[span.first][0]
        elif view.lower[span.first] in view.rules.support:
            head_from = span.first + 1
        else:
            return None
        same = known.use == "state" and span.first in view.known and view.known[span.first][1].use == "state"
        return (start, head_from, known.country) if known.use in ("adjective", "both") or same else None
    if end > 0 and _ORDINAL.fullmatch(view.words[end - 1]) and _ORDINAL.fullmatch(view.words[span.first]):
        return end - 1, span.first + 1, None
    if end > 1 and view.lower[end - 1] in GENITIVES and view.capital(end - 2):
        # *Field's and Hoke's divisions*
        own = next((at for at in range(span.first, span.head) if view.lower[at] in GENITIVES), None)
        if own is None or not view.capital(span.first):
            return None
        start = end - 2
        while start > 0 and view.capital(start - 1) and view.tags[start - 1] == "NAME":
            start -= 1
        return start, own + 1, None
    return None


def quantities(view: View, taken: dict[int, Span]) -> None:
    """*many of the inhabitants*, *hundreds of rebels*, *two of the four divisions*, *two out of four divisions*: the quantity belongs to the phrase.

    >>> from pipeline import extract
    >>> [m.value.name for m in extract("Hundreds of rebels surrendered.").mentions.actors]
    ['Hundreds of rebels']
    """
    rules = view.rules
    for at in view.marked[3]:
        # *nine out of thirteen units*
        before, after = at - 1 - (view.lower[max(at - 1, 0)] == "out"), at + 1
        if before < 0 or before in taken or after >= len(view.words):
            continue
        word = view.lower[before]
        if not (word in rules.dependent or word in rules.quantifiers or word in rules.numbers or word[0].isdigit()):
            continue
        while after < len(view.words) and view.lower[after] in rules.articles:
            after += 1
        if after in taken and taken[after].first == (at + 1 if after == at + 1 else after):
            span = taken[after]
        elif at + 1 in taken:
            span = taken[at + 1]
        else:
            continue
        if span.rule not in ("phrase", "people", "organisation") or view.lower[span.last : span.last + 1] in _OWNERS:
            # *half of the regiment's men*: they are the quantity, not the regiment.
            continue
        first = before
        while first > 0 and (
            view.lower[first - 1] in rules.quantifiers
            or view.lower[first - 1] in rules.numbers
            or view.words[first - 1][0].isdigit()
        ):
            first -= 1
        if first > 1 and view.lower[first - 1] == "of" and view.lower[first - 2] in rules.dependent:
            # *hundreds of thousands of peasants*
            first -= 2
        span.first = first
        span.rule = "phrase"
        span.plural = True
        for i in range(first, span.last):
            taken[i] = span
