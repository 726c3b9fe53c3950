"""Acronyms that a document defines in parentheses after an actor's name, wherever else they stand."""

from __future__ import annotations

import re

from pipeline.mentions.actors.spans import Span, View

__all__ = ["acronym_spans"]


_WITHIN = frozenset({"for", "of", "the", "and", "in"})
"""Small words within the name of a body."""
_DEFINED = re.compile(r"\([A-Z][A-Za-z-]{1,7}\)")


def acronym_spans(view: View, taken: dict[int, Span]) -> None:
    """*Syrian National Army (SNA)*: every *SNA* of the document is that army.

    >>> from pipeline import extract
    >>> found = extract("The Syrian National Army (SNA) left. The SNA came back.").mentions.actors
    >>> [(m.value.name, m.start) for m in found]
    [('Syrian National Army', 4), ('Syrian National Army', 26), ('Syrian National Army', 41)]
    >>> found = extract("The Movement for Democracy in Liberia (MODEL) took Buchanan.").mentions.actors
    >>> [m.value.name for m in found]
    ['Movement for Democracy in Liberia', 'Movement for Democracy in Liberia']
    """
    words = view.words
    defined: dict[str, Span] = {}
    for match in _DEFINED.finditer(view.tokens.text):
        at = view.tokens.token_at(match.start())
        if at + 2 < len(words) and words[at + 2] == ")" and _acronym(words[at + 1]):
            span = _spelled_out(view, taken, at, words[at + 1]) or taken.get(at - 1)
            if span is None:
                continue
            if span.rule in ("phrase", "organisation", "acronym") and _initials(view, span, words[at + 1]):
                defined.setdefault(words[at + 1], span)
    if not defined:
        return
    names = {short: span.name or " ".join(words[span.first : span.last]) for short, span in defined.items()}
    for at in [i for i in view.capitals if words[i] in defined]:
        span = defined[words[at]]
        inner = taken.get(at)
        if inner is not None and not (inner.rule == "organisation" and inner.last == at + 1 == inner.first + 1):
            continue
        taken[at] = Span(at, at + 1, at, span.kind, "acronym", span.country, names[words[at]])


def _spelled_out(view: View, taken: dict[int, Span], end: int, short: str) -> Span | None:
    """*the Movement for Democracy in Liberia (MODEL)*: the name, longer than what was taken of it, whose words the acronym spells in their order."""
    first, initials = end - 1, ""
    while first >= view.sentence(end).first and (view.capital(first) or view.lower[first] in _WITHIN):
        if view.capital(first):
            initials = view.words[first][0].upper() + initials
            span = taken.get(first)
            begun = span if span is not None and span.first == first and span.last < end else None
            if begun and begun.rule != "coordination" and len(initials) > 2 and _spells(short.upper(), initials):
                kind, rule = (begun.kind, begun.rule) if begun.rule == "phrase" else ("militia", "organisation")
                whole = Span(first, end, end - 1, kind, rule)
                taken.update((at, whole) for at in range(first, end))
                return whole
        first -= 1
    return None


def _spells(short: str, initials: str) -> bool:
    """Whether an acronym begins with the first initial and has all of them in their order."""
    letters = iter(short)
    return short[0] == initials[0] and all(initial in letters for initial in initials)


def _acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.replace("-", "").isalpha() and sum(c.isupper() for c in word) >= 2


def _initials(view: View, span: Span, short: str) -> bool:
    """Whether the acronym begins like one of the name's words (*Coalition Provisional Authority*: CPA)."""
    initials = {word[:1].upper() for word in view.words[span.first : span.last]}
    return short[0] in initials
