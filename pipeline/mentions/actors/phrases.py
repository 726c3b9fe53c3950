"""Noun phrases around the nouns that denote actors: from the first modifier to the head, and what ``of`` adds."""

from __future__ import annotations

import re

from pipeline.mentions.actors.coordination import conjuncts, quantities
from pipeline.mentions.actors.premodifiers import Premodifiers
from pipeline.mentions.actors.spans import Span, View
from pipeline.rules.actors import Head

__all__ = ["phrase_spans"]

# *a government offensive*, *an army attack*: who undertakes it.
_ATTRIBUTIVE = frozenset({"militia", "garrison", "government", "army", "navy", "police"})
_DESIGNATION = re.compile(r"[A-Z]|\d{1,4}(?:[-/]\d{1,3})?|[IVX]{1,6}")


def phrase_spans(view: View, taken: dict[int, Span]) -> None:
    """The phrases of every head noun, the last head of a phrase first, so that each finds what stands after it done.

    >>> from pipeline import extract
    >>> [(m.value.name, m.value.kind) for m in extract("The remnants of the Persian army fled.").mentions.actors]
    [('remnants of the Persian army', 'state_force')]
    """
    heads = view.rules.heads
    for at in reversed(view.marked[0]):
        if at in taken and taken[at].rule == "phrase":
            continue
        if at in view.known and view.known[at][1].use in ("state", "organisation", "people") and _bare(view, at):
            continue
        span = _phrase(view, taken, at, heads[view.lower[at]])
        if span is None:
            continue
        for i in range(span.first, span.last):
            taken[i] = span
        conjuncts(view, taken, span)
    quantities(view, taken)


def _phrase(view: View, taken: dict[int, Span], at: int, head: Head) -> Span | None:
    if not _nominal(view, at) or (at in taken and taken[at].last > at + 1):
        return None
    sentence = view.sentence(at)
    if sentence.kind == "heading" or (view.words[at] in view.surnames and not head.plural):
        return None
    left = Premodifiers(view, at, view.lowest(at))
    if at + 1 < len(view.words) and view.tags[at + 1] == "NOUN" and not head.plural:
        # The noun names the agent of an event: only the word itself does, unless it is a name (*Continental Army attacks*).
        named = left.known is not None or (view.capital(at) and left.capital and head.group in ("force", "unit"))
        left.first = left.first if named else at
    if head.group == "materiel" and view.capital(at) and not (head.plural or left.article) and left.capital:
        # *arrived from Harpers Ferry*
        return None
    last = _right(view, taken, at, head)
    word = view.lower[at]
    attributive = word in _ATTRIBUTIVE and view.tags[at + 1 : at + 2] == ["NOUN"]
    of_actor = last > at + 1 and view.lower[at + 1] == "of"
    if word in view.rules.dependent:
        # What follows *of* may be a name that no span holds.
        inner = taken.get(last - 1) if of_actor else None
        if inner is None or inner.kind == "government":
            return None
        return Span(left.first, last, at, inner.kind, "phrase", inner.country, plural=True)
    if not (of_actor or last > at + 1 or attributive or _denotes(view, left, at, head)):
        return None
    kind = _kind(view, left, at, head)
    return Span(left.first, last, at, kind, "phrase", _country(view, left.first, last), plural=head.plural)


def _bare(view: View, at: int) -> bool:
    """Whether a known name stands without modifiers and without *of*: *the Union*, *the Senate*."""
    last = view.known[at][0]
    plain = at == 0 or view.lower[at - 1] in view.rules.articles or view.lower[at - 1] in view.rules.stops
    return plain and last == at + 1 and not (last < len(view.words) and view.lower[last] == "of")


def _nominal(view: View, at: int) -> bool:
    """Whether the word is a noun here: *forces* in *which forces them* is none."""
    tag = view.tags[at]
    if tag in ("VB", "VBZ", "VBD", "VBG", "VBN", "ADV", "ADP"):
        return False
    following = view.lower[at + 1] if at + 1 < len(view.words) else ""
    if following in ("him", "them", "it"):
        return False
    word = view.lower[at]
    if at + 1 < len(view.words) and view.tags[at + 1] == "NOUN" and not word.endswith(("s", "men")):
        # A noun before a noun is no head; it may still name the agent: "the rebel offensive".
        agent = view.rules.heads[word].group in ("role", "body") or word in _ATTRIBUTIVE
        return agent and following in view.rules.agent_events
    if (
        view.rules.heads[word].group == "role"
        and at + 1 < len(view.words)
        and view.tags[at + 1] == "NAME"
        and not word.endswith(("s", "men"))
    ):
        # "the separatist Donetsk People's Republic": an adjective.
        return False
    if view.capital(at) and at > 1 and "battle" in (view.lower[at - 2], view.lower[max(at - 3, 0)]):
        return False
    return not (view.capital(at) and following in view.rules.thing_words and view.capital(at + 1))


def _right(view: View, taken: dict[int, Span], at: int, head: Head) -> int:
    """The token after the phrase: a designation (*Task Force Tripoli*), a name in apposition (*the group Hamas*), *of* and an actor."""
    after, words = at + 1, view.words
    if after >= len(words):
        return after
    if words[after] == "of":
        return _after_of(view, taken, at, head)
    if words[after] == "for" and view.capital(at):
        return _after_for(view, at)
    grouped = view.lower[at] == "group" and at > 0 and view.lower[at - 1] in ("army", "task", "battle")
    body = view.capital(at) and (head.group in ("unit", "force") or grouped)
    if body and _DESIGNATION.fullmatch(words[after]) and after not in taken:
        return after + 1
    if body and view.capital(after) and after not in taken:
        named = head.group == "unit" or view.lower[at] in ("group", "force")
        if _DESIGNATION.fullmatch(words[after]) or (named and after not in view.known):
            return after + 1
    if head.group == "materiel" and not head.plural and view.capital(after) and after not in view.known:
        last = after
        while (
            last < len(words) and view.capital(last) and last < after + 3 and words[last] not in view.rules.not_persons
        ):
            last += 1
        return last
    if head.group == "body" and not head.plural and not view.capital(at) and after in view.known:
        last, known = view.known[after]
        if known.use == "organisation":
            return last
    return after


def _after_of(view: View, taken: dict[int, Span], at: int, head: Head) -> int:
    after, word = at + 2, view.lower[at]
    while after < len(view.words) and (
        view.lower[after] in view.rules.articles
        or view.lower[after] in view.rules.possessive
        # *a force of about 400 men*
        or view.tags[after] == "ADV"
    ):
        after += 1
    if after >= len(view.words):
        return at + 1
    if word in view.rules.group_heads and after in taken:
        return taken[after].last
    if view.capital(at) or head.group == "body":
        return _proper_of(view, at, after)
    return at + 1


def _after_for(view: View, at: int) -> int:
    """*Movement for the Liberation of Congo*, *Council for Peace and Unity*: behind what a body says it is for, or right behind its noun."""
    first = at + 2 + (view.lower[at + 2 : at + 3] == ["the"])
    last = _capitalised(view, first)
    if view.rules.aims.isdisjoint(view.lower[first:last]):
        return at + 1
    if view.lower[last : last + 1] == ["of"]:
        behind = last + 1 + (view.lower[last + 1 : last + 2] == ["the"])
        last = _capitalised(view, behind) if behind < len(view.words) and view.capital(behind) else last
    return last


def _proper_of(view: View, at: int, after: int) -> int:
    """*Army of Northern Virginia*, *Ministry of Foreign Affairs and Trade*, *government of Iraq*."""
    if after in view.known and view.known[after][1].use != "adjective":
        return view.known[after][0]
    if not view.capital(at):
        return at + 1
    last = _capitalised(view, after)
    return last if last > after else at + 1


def _capitalised(view: View, first: int) -> int:
    """The token behind a run of capitalised words, *and* and the particles of names inside it included."""
    last = first
    while last < len(view.words) and (
        view.capital(last)
        or (
            # *Alexander von Kluck*
            (
                view.lower[last] == "and"
                or (view.lower[last] in view.rules.particles and view.lower[last] not in ("of", "no"))
            )
            and last + 1 < len(view.words)
            and view.capital(last + 1)
            and last > first
        )
    ):
        if view.words[last] in view.rules.not_persons:
            break
        last += 1
    return last


def _denotes(view: View, left: Premodifiers, at: int, head: Head) -> bool:
    if not head.weak:
        return not (head.group == "body" and left.article in ("a", "an") and not left.support and not view.capital(at))
    if view.lower[at] in view.rules.capital_only and not view.capital(at) and not left.supported_below:
        return False
    if left.support or (view.capital(at) and left.capital):
        return True
    if head.group == "role" and view.capital(at) and at not in view.boundaries:
        return True
    if head.group in ("force", "unit") and view.starts_verb(at + 1) and (view.capital(at) or head.group == "force"):
        return True
    if left.number and head.group in ("role", "unit", "force", "materiel"):
        return True
    if not head.definite or (at + 1 < len(view.words) and view.lower[at + 1] in ("of", "to", "against")):
        return False
    possessed = left.article in ("its", "their", "his", "her") and head.group != "body"
    return possessed or left.article in ("the", "these", "those", "this", "that")


_KIND_WORDS = {
    "rebel": "rebel", "insurgent": "rebel", "guerrilla": "rebel", "guerilla": "rebel", "partisan": "rebel", "separatist": "rebel", "opposition": "rebel",
    "jihadist": "rebel", "islamist": "rebel", "militant": "rebel", "terrorist": "rebel", "resistance": "rebel", "revolutionary": "rebel", "militia": "militia", "police": "police",
    "civilian": "civilians", "secessionist": "rebel", "paramilitary": "militia", "government": "state_force", "army": "state_force",
}  # fmt: skip


def _kind(view: View, left: Premodifiers, at: int, head: Head) -> str:
    """The head's kind, unless a modifier says better: *rebel troops*, *militia units*, *government forces*."""
    if left.known is not None and left.known.use == "organisation" and head.group in ("force", "role", "unit"):
        return left.known.kind if left.known.kind not in ("government", "igo") else head.kind
    if head.group in ("force", "role", "unit", "materiel") and head.kind in ("state_force", "unit", "other"):
        for i in range(left.first, at):
            word = view.lower[i]
            for stem in (word, word.rpartition("-")[0], word.partition("-")[2]):
                if stem in _KIND_WORDS and head.group != "materiel":
                    return _KIND_WORDS[stem]
    if head.group == "body" and head.kind == "rebel" and (left.known or view.capital(at)):
        return (
            "other"
            if view.lower[at] in ("coalition", "alliance", "league", "union", "order", "society", "front", "party")
            else head.kind
        )
    return head.kind


def _country(view: View, first: int, last: int) -> str | None:
    for i in range(first, last):
        if i in view.known and view.known[i][1].country:
            return view.known[i][1].country
    return None
