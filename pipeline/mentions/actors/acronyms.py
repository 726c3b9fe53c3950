"""Acronyms that a document defines in parentheses after an actor's name, wherever else they stand."""

from __future__ import annotations

import re

from pipeline.mentions.actors.spans import Span, View

__all__ = ["acronym_spans"]


_DEFINED = re.compile(r"\([A-Z][A-Za-z-]{1,7}\)")


def acronym_spans(view: View, taken: dict[int, Span]) -> None:
    """*Syrian National Army (SNA)*: every *SNA* of the document is that army.

    >>> from pipeline import extract
    >>> found = extract("The Syrian National Army (SNA) left. The SNA came back.").mentions.actors
    >>> [(m.value.name, m.start) for m in found]
    [('Syrian National Army', 4), ('Syrian National Army', 26), ('Syrian National Army', 41)]
    """
    words = view.words
    defined: dict[str, Span] = {}
    for match in _DEFINED.finditer(view.tokens.text):
        at = view.tokens.token_at(match.start())
        if at + 2 < len(words) and words[at + 2] == ")" and at - 1 in taken and _acronym(words[at + 1]):
            span = taken[at - 1]
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


def _acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.replace("-", "").isalpha() and sum(c.isupper() for c in word) >= 2


def _initials(view: View, span: Span, short: str) -> bool:
    """Whether the acronym begins like one of the name's words (*Coalition Provisional Authority*: CPA)."""
    initials = {word[:1].upper() for word in view.words[span.first : span.last]}
    return short[0] in initials
