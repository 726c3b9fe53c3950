"""Known names: states where they act, peoples, organisations, and adjectives that name the agent of an event noun."""

from __future__ import annotations

from itertools import compress, count

from pipeline.mentions.actors.spans import Span, View
from pipeline.rules.actors import Known
from pipeline.rules.grammar import GENITIVES

__all__ = ["name_spans"]

_OWNING = GENITIVES | {"'", "’"}
_LIES = frozenset({"lies", "lay"})
"""Verbs that say where a state is."""
_PLACE_VERB_TO = frozenset(
    [
        "ceded",
        "surrendered",
        "transferred",
        "loyal",
        "submitted",
        "sold",
        "returned",
        "belonged",
        "granted",
        "delivered",
        "capitulated",
        "lost",
        "allied",
    ]
)


def name_spans(view: View, taken: dict[int, Span]) -> None:
    """Known names are noted in ``view.known``; those that stand for themselves become spans of ``taken``.

    >>> from pipeline import extract
    >>> [(m.value.name, m.value.kind) for m in extract("Hezbollah attacked; the United Nations condemned it.").mentions.actors]
    [('Hezbollah', 'militia'), ('United Nations', 'igo')]
    """
    _note(view)
    for first in sorted(view.known, reverse=True):
        last, known = view.known[first]
        if last < len(view.words) and last in taken and taken[last].rule == "phrase":
            continue
        span = _span(view, taken, first, last, known)
        if span:
            for at in range(first, last):
                taken[at] = span


def _note(view: View) -> None:
    """Longest known names, from left to right."""
    table, words, tokens = view.rules.known, view.words, view.tokens
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    after = -1
    for at in compress(count(), map(table.__contains__, words)):
        if at < after:
            continue
        start = starts[at]
        for known in table[words[at]]:
            stop = start + len(known.text)
            if not text.startswith(known.text, start) and (
                "'" not in known.text or text[start:stop].replace("’", "'") != known.text
            ):
                continue
            last = at + 1
            while last < len(words) and ends[last - 1] < stop:
                last += 1
            if ends[last - 1] != stop:
                continue
            view.known[at] = (last, known)
            view.ends[last] = at
            after = last
            break


_SAID_ALIKE = frozenset({"Union", "Qing", "Ming", "Joseon", "Goryeo", "Silla", "Champa", "Majapahit", "Asante"})
"""States whose name is their adjective as well."""


def _span(view: View, taken: dict[int, Span], first: int, last: int, known: Known) -> Span | None:
    if known.use == "organisation":
        if _part_of_name(view, last):
            return None
        owner = view.ends.get(first) if known.kind == "government" and known.country is None else None
        country = view.known[owner][1].country if owner is not None else known.country
        start = first if owner is None else owner
        if view.ties(last):
            # *the FARC–EP*
            last += 2
        return Span(start, last, last - 1, known.kind, "organisation", country, plural=known.text.endswith("s"))
    if known.use == "state":
        if _acts(view, taken, first, last):
            return Span(first, last, last - 1, known.kind, "country", known.country)
        # *a Union attack*, *the Qing surrender*; not *European Union sanctions*, *Union Square*.
        named = first > 0 and view.capital(first - 1) and view.lower[first - 1] not in view.rules.articles
        alone = known.text in _SAID_ALIKE and not named and not _part_of_name(view, last)
        if alone and _agent(view, last):
            return Span(first, last, last - 1, known.kind, "adjective", known.country)
        return None
    if known.use == "people" or (known.use == "both" and _stands_alone(view, first, last)):
        return Span(first, last, last - 1, known.kind, "people", known.country, plural=True)
    if _agent(view, last):
        return Span(first, last, last - 1, known.kind, "adjective", known.country)
    return None


def _part_of_name(view: View, last: int) -> bool:
    """Whether the name goes on: *Union Square*, *Congress Street*, *the Wagner opera*."""
    return last < len(view.words) and view.capital(last) and view.lower[last] in view.rules.thing_words


def _stands_alone(view: View, first: int, last: int) -> bool:
    """*the French attacked*, *by the British*: an adjective with an article and no noun after it."""
    fore = first - 1
    while fore >= 0 and view.tags[fore] == "ADJ":
        fore -= 1
    if fore < 0 or view.lower[fore] not in ("the", "both", "other", "many", "most", "some", "all", "and"):
        before = view.tags[first - 1] if first else ""
        if not (view.starts_verb(last) and before not in ("ADP", "DET", "NOUN")):
            return False
    if last >= len(view.words):
        return True
    word, tag = view.lower[last], view.tags[last]
    if view.starts_verb(last) and word not in view.rules.heads:
        return True
    if tag in ("VBN", "VBG") and view.lower[fore] == "the":
        # "the Japanese planning to invade", but "the Japanese planning staff".
        return last + 1 < len(view.tags) and view.tags[last + 1] not in ("NOUN", "NAME", "ADJ")
    return tag not in ("ADJ", "NOUN", "NAME", "NUM", "VBN", "VBG") and word not in view.rules.heads


def _acts(view: View, taken: dict[int, Span], first: int, last: int) -> bool:
    """Whether a state's position makes it a party: before a finite verb, after *by*, *against*, *between*, in a coordination of parties."""
    if _part_of_name(view, last):
        return False
    before = first - 1
    while before >= 0 and view.lower[before] == "the":
        before -= 1
    word = view.lower[before] if before >= view.sentence(first).first else ""
    following = view.lower[last] if last < len(view.words) else ""
    if following in _OWNING:
        return word not in view.rules.place_prepositions and _agent(view, last + 1)
    if word in view.rules.actor_prepositions and word not in ("and", "or"):
        return True
    if before >= 0 and view.tags[before] in ("VBD", "VB", "VBZ", "VBG") and word not in view.rules.place_prepositions:
        return True
    if (
        word == "on"
        and before > 0
        and view.lower[before - 1] in ("war", "sanctions", "imposed", "attack", "attacks", "assault")
    ):
        return True
    if word == "to" and before > 0 and view.lower[before - 1] in _PLACE_VERB_TO:
        return True
    if word in view.rules.place_prepositions:
        return False
    if view.starts_verb(last):
        return following not in _LIES
    return _coordinated(view, taken, last, before, word)


def _coordinated(view: View, taken: dict[int, Span], last: int, before: int, word: str) -> bool:
    at = last
    while at < len(view.words) and view.lower[at] in (",", "and", "or", "the", "as", "well", "both"):
        at += 1
    if at > last and at in taken and taken[at].rule in ("country", "people", "organisation"):
        return True
    if word in ("and", "or", ",") and before > 0:
        start = view.ends.get(before if view.lower[before - 1] != "," else before - 1)
        if start is not None and view.known[start][1].use in ("state", "organisation"):
            return _acts(view, taken, start, view.known[start][0])
    return False


def _agent(view: View, at: int) -> bool:
    """Whether an event noun follows, after at most three modifiers: *Russian air and artillery strikes*."""
    for i in range(at, min(at + 4, len(view.words))):
        word = view.lower[i]
        if word in view.rules.agent_events:
            return True
        if view.tags[i] not in ("ADJ", "NOUN", "NAME", "VBN", "VBG", "NUM") and word not in ("and", "-", "–"):
            return False
    return False
