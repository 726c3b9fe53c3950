"""Actors that bear a designation instead of a head noun: numbered regiments (*the 20th Maine*) and equipment (*two Su-25s*)."""

from __future__ import annotations

import re

from pipeline.mentions.actors.spans import Span, View

__all__ = ["designation_spans"]

_EQUIPMENT = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,2}(?P<many>s)?")
# That no word goes on before it is asked after the first digit: the engine finds digits faster than places without a word.
_REGIMENT = re.compile(r"\d(?<!\w.)\d{0,2}(?:st|nd|rd|th|d) (?=[A-Z][a-z]+)")
_NO_REGIMENT = frozenset(
    {"century", "congress", "amendment", "parallel", "meridian", "dynasty", "street", "avenue", "anniversary", "party"}
)


def designation_spans(view: View, taken: dict[int, Span]) -> None:
    """Spans for designations that stand alone; those inside a phrase belong to it.

    >>> from pipeline import extract
    >>> [(m.value.name, m.value.kind) for m in extract("The 20th Maine held the hill.").mentions.actors]
    [('20th Maine', 'unit')]
    """
    tokens = view.tokens
    for first in view.capitals:
        word = view.words[first]
        match = _EQUIPMENT.fullmatch(word) if "-" in word and first not in taken else None
        if match is None:
            continue
        counted = first > 0 and (view.tags[first - 1] == "NUM" or view.lower[first - 1] in view.rules.quantifiers)
        if counted or match["many"]:
            _put(taken, Span(first - counted, first + 1, first, "other", "equipment", plural=True))
    for match in _REGIMENT.finditer(tokens.text):
        first = tokens.token_at(match.start())
        last = first + 1
        while last < len(view.words) and view.capital(last) and view.tags[last] == "NAME" and last < first + 3:
            last += 1
        if any(at in taken for at in range(first, last)) or last == first + 1 or view.lower[last - 1] in _NO_REGIMENT:
            continue
        if view.words[first + 1] in view.rules.not_persons or view.lower[first + 1] in view.rules.thing_words:
            continue
        _put(taken, Span(first, last, last - 1, "unit", "regiment", plural=True))


def _put(taken: dict[int, Span], span: Span) -> None:
    for at in range(span.first, span.last):
        taken[at] = span
