"""Noun phrases around the nouns that denote actors: from the first modifier to the head, and what ``of`` adds."""

from __future__ import annotations

import re

from pipeline.mentions.actors.spans import Span, View
from pipeline.rules.actors import Head, Known

__all__ = ["phrase_spans"]

_GENITIVES = frozenset({"'s", "’s"})
_NUMERAL = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?|[IVXL]+")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_DESIGNATION = re.compile(r"[A-Z]|\d{1,4}|[IVX]{1,6}")
_MODIFIER_TAGS = frozenset({"ADJ", "NOUN", "NAME", "NUM"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_FORE = frozenset({"DET", "POSS", "ADJ", "NUM", "GEN"})


def phrase_spans(view: View, taken: dict[int, Span]) -> None:
    """The phrases of every head noun, the last head of a phrase first, so that each finds what stands after it done."""
    heads = view.rules.heads
    for at in [i for i, word in enumerate(view.lower) if word in heads][::-1]:
        if at in taken and taken[at].rule == "phrase":
            continue
        if at in view.known and view.known[at][1].use in ("state", "organisation") and _bare(view, at):
            continue
        span = _phrase(view, taken, at, heads[view.lower[at]])
        if span is None:
            continue
        for i in range(span.first, span.last):
            taken[i] = span
        _conjuncts(view, taken, span)
    _quantities(view, taken)


def _phrase(view: View, taken: dict[int, Span], at: int, head: Head) -> Span | None:
    if not _nominal(view, at) or (at in taken and taken[at].last > at + 1):
        return None
    sentence = view.sentence(at)
    if sentence.kind == "heading":
        return None
    left = _Left(view, at, sentence.first)
    last = _right(view, taken, at, head)
    word = view.lower[at]
    of_actor = last > at + 1 and view.lower[at + 1] == "of"
    if word in view.rules.dependent:
        if of_actor and taken[last - 1].kind == "government":
            return None
        inner = taken[last - 1] if of_actor else None
        return Span(left.first, last, at, inner.kind, "phrase", inner.country, plural=True) if inner else None
    if not (of_actor or last > at + 1 or _denotes(view, left, at, head)):
        return None
    kind = _kind(view, left, at, last, head)
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
        agent = view.rules.heads[word].group in ("role", "body") or word in ("militia", "garrison")
        return agent and following in view.rules.agent_events
    if view.capital(at) and at > 1 and "battle" in (view.lower[at - 2], view.lower[max(at - 3, 0)]):
        return False
    return not (view.capital(at) and following in view.rules.thing_words and view.capital(at + 1))


class _Left:
    """The modifiers before a head: where they begin and what they say."""

    def __init__(self, view: View, head: int, lowest: int) -> None:
        self.view, self.head, self.first, self.lowest = view, head, head, lowest
        self.support = self.number = self.capital = False
        self.article = ""
        self.known: Known | None = None
        at = head - 1
        while at >= lowest:
            at = self._take(at)

    def _take(self, at: int) -> int:
        """Takes the word at ``at`` into the phrase and gives the next position, or -1 where the phrase begins."""
        view, rules = self.view, self.view.rules
        word, tag = view.lower[at], view.tags[at]
        if word in rules.possessive:
            self.first, self.article = at, word
            return -1
        if word in rules.articles:
            self.article = word
            return -1
        if word in ("and", "or", "&") and self._joined(at):
            return at - 1
        if word in rules.quantifiers and tag != "ADV":
            self.first, self.number = at, True
            return at - 1
        if at + 1 in view.ends and view.ends[at + 1] >= self.lowest:
            return self._known(at)
        if word in rules.stops:
            return -1
        if word in _GENITIVES or (word in ("'", "’") and view.lower[at - 1].endswith("s")):
            return self._possessor(at)
        if word in rules.numbers or _NUMERAL.fullmatch(view.words[at]):
            return self._numeral(at)
        return self._plain(at, word, tag)

    def _joined(self, at: int) -> bool:
        """*US air and ground forces*: two modifiers of the same kind."""
        view = self.view
        before, after = view.lower[at - 1], view.lower[at + 1]
        support, heads = view.rules.support, view.rules.heads
        return at - 1 >= self.lowest and before in support and after in support and before not in heads

    def _possessor(self, at: int) -> int:
        view = self.view
        start = at
        while start > self.lowest and (
            view.capital(start - 1) or view.lower[start - 1] in view.rules.particles - view.rules.articles - {"of"}
        ):
            start -= 1
        while start < at and not view.capital(start):
            start += 1
        if start == at or view.words[start] in view.rules.not_persons:
            self.article = "the"
            return -1
        self.first, self.support = start, True
        if start in view.known:
            self.known = view.known[start][1]
        return -1

    def _numeral(self, at: int) -> int:
        view = self.view
        if _YEAR.fullmatch(view.words[at]) and (
            at == self.lowest or view.tags[at - 1] in ("ADP", "MONTH", "PUNCT", "YEAR")
        ):
            return -1
        if view.tags[at] in ("YEAR", "MONTH"):
            return -1
        self.first, self.number = at, True
        if view.words[at][-1:].isalpha() and view.words[at][:1].isdigit():
            self.support = True
        return at - 1

    def _known(self, at: int) -> int:
        start = self.view.ends[at + 1]
        known = self.view.known[start][1]
        if known.use == "people":
            return -1
        if known.use == "state" and self.known is not None and self.known.use != "organisation":
            return -1
        self.first, self.support, self.capital = start, True, True
        self.known = self.known or known
        return start - 1

    def _plain(self, at: int, word: str, tag: str) -> int:
        view, rules = self.view, self.view.rules
        original = view.words[at]
        if not original[0].isalnum():
            if original in ("-", "–") and at > self.lowest and view.capital(at - 1):
                return at - 1
            return -1
        if original[0].isupper() and (
            at > self.lowest
            or word in rules.support
            or word in rules.inner
            or original in rules.titles
            or tag == "NAME"
        ):
            if original in rules.not_persons or word in rules.things:
                return -1
            if (
                self.capital
                and self.known is not None
                and self.known.use != "organisation"
                and original not in rules.titles
                and word not in rules.heads
            ):
                return -1
            self.first, self.support, self.capital = at, True, True
            return at - 1
        return self._lower(at, word, tag)

    def _lower(self, at: int, word: str, tag: str) -> int:
        view, rules = self.view, self.view.rules
        before = view.tags[at - 1] if at > self.lowest else ""
        if tag in _PARTICIPLES and not (before in _FORE or word in rules.inner or word in rules.support):
            return -1
        adverb = tag == "ADV" and self.first < self.head and view.tags[self.first] in ("ADJ", "VBN", "NUM")
        if tag not in _MODIFIER_TAGS and tag not in _PARTICIPLES and not adverb:
            return -1
        if self.capital and tag == "NOUN" and word not in rules.inner:
            return -1
        self.first = at
        if word in rules.support or "-" in word:
            self.support = True
        if word in rules.heads and not rules.heads[word].weak:
            self.support = True
        return at - 1


def _right(view: View, taken: dict[int, Span], at: int, head: Head) -> int:
    """The token after the phrase: a designation (*Task Force Tripoli*), a name in apposition (*the group Hamas*), *of* and an actor."""
    after, words = at + 1, view.words
    if after >= len(words):
        return after
    if words[after] == "of":
        return _after_of(view, taken, at, head)
    if view.capital(at) and head.group in ("unit", "force") and view.capital(after) and after not in taken:
        named = head.group == "unit" or view.lower[at] in ("group", "force")
        if _DESIGNATION.fullmatch(words[after]) or (named and after not in view.known):
            return after + 1
    if head.group == "body" and not head.plural and not view.capital(at) and after in view.known:
        last, known = view.known[after]
        if known.use == "organisation":
            return last
    return after


def _after_of(view: View, taken: dict[int, Span], at: int, head: Head) -> int:
    after, word = at + 2, view.lower[at]
    while after < len(view.words) and (
        view.lower[after] in view.rules.articles or view.lower[after] in view.rules.possessive
    ):
        after += 1
    if after >= len(view.words):
        return at + 1
    if word in view.rules.group_heads and after in taken and view.lower[after - 1] != "of":
        return taken[after].last
    if word in view.rules.group_heads and after in taken:
        return taken[after].last
    if view.capital(at) or head.group == "body":
        return _proper_of(view, at, after)
    return at + 1


def _proper_of(view: View, at: int, after: int) -> int:
    """*Army of Northern Virginia*, *Ministry of Foreign Affairs and Trade*, *government of Iraq*."""
    if after in view.known and view.known[after][1].use != "adjective":
        return view.known[after][0]
    if not view.capital(at):
        return at + 1
    last = after
    while last < len(view.words) and (
        view.capital(last)
        or (
            view.lower[last] in ("and", "the", "al")
            and last + 1 < len(view.words)
            and view.capital(last + 1)
            and last > after
        )
    ):
        if view.words[last] in view.rules.not_persons:
            break
        last += 1
    return last if last > after else at + 1


def _denotes(view: View, left: _Left, at: int, head: Head) -> bool:
    if not head.weak:
        return not (head.group == "body" and left.article in ("a", "an") and not left.support and not view.capital(at))
    if left.support or (view.capital(at) and left.capital):
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


def _kind(view: View, left: _Left, at: int, last: int, head: Head) -> str:
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


def _conjuncts(view: View, taken: dict[int, Span], span: Span) -> None:
    """*Russian and Syrian Air Forces*, *the 308th and 312th Divisions*: a conjunct that lends its head from the next one."""
    first = span.first
    while first > 1 and view.lower[first - 1] in ("and", "or", ",", "nor"):
        end = first - 1
        if view.lower[end - 1] == ",":
            end -= 1
        start = view.ends.get(end)
        if start is not None and view.known[start][1].use in ("adjective", "both") and span.first in view.known:
            known, head_from = view.known[start][1], view.known[span.first][0]
            country = known.country
        elif (
            end > 0
            and re.fullmatch(r"\d+(?:st|nd|rd|th)", view.words[end - 1])
            and re.fullmatch(r"\d+(?:st|nd|rd|th)", view.words[span.first])
        ):
            start, head_from, country = end - 1, span.first + 1, None
        else:
            return
        if start in taken and taken[start].rule == "phrase":
            return
        name = " ".join([*view.words[start:end], *view.words[head_from : span.last]])
        other = Span(start, end, end - 1, span.kind, "coordination", country, name, plural=span.plural)
        for i in range(start, end):
            taken[i] = other
        first = start


def _quantities(view: View, taken: dict[int, Span]) -> None:
    """*many of the inhabitants*, *hundreds of rebels*, *two of the four divisions*: the quantity belongs to the phrase."""
    rules = view.rules
    for at in [i for i, word in enumerate(view.lower) if word == "of"]:
        before, after = at - 1, at + 1
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
        if span.rule not in ("phrase", "people", "organisation"):
            continue
        first = before
        while first > 0 and (
            view.lower[first - 1] in rules.quantifiers
            or view.lower[first - 1] in rules.numbers
            or view.words[first - 1][0].isdigit()
        ):
            first -= 1
        span.first = first
        span.rule = "phrase"
        span.plural = True
        for i in range(first, span.last):
            taken[i] = span
