"""The modifiers before a head noun: how far they reach, and what they say of the actor."""

from __future__ import annotations

import re

from pipeline.mentions.actors.spans import View
from pipeline.rules.actors import Known
from pipeline.rules.grammar import GENITIVES

__all__ = ["Premodifiers"]

_NUMERAL = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?|[IVXL]+")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_MODIFIER_TAGS = frozenset({"ADJ", "NOUN", "NAME", "NUM"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_FORE = frozenset({"DET", "POSS", "ADJ", "NUM", "GEN"})

_JOINTS = frozenset({"and", "or", "&", "to"})
_BOUNDING = frozenset({"least", "most"})


class Premodifiers:
    """The modifiers before a head: where they begin and what they say."""

    def __init__(self, view: View, head: int, lowest: int) -> None:
        self.view, self.head, self.first, self.lowest = view, head, head, lowest
        self.support = self.number = self.capital = self.supported_below = False
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
        if word in _BOUNDING and view.lower[at - 1] == "at":
            # *at least 200 men*
            return -1
        if word in _JOINTS and self._joined(at):
            return at - 1
        if word in rules.quantifiers and tag != "ADV":
            self.first, self.number = at, True
            return at - 1
        if at + 1 in view.ends and view.ends[at + 1] >= self.lowest:
            return self._known(at)
        if word in rules.stops and not (at == self.head - 1 and view.words[at] == "I"):
            return -1
        if word in GENITIVES or (word in ("'", "’") and view.lower[at - 1].endswith("s")):
            return self._possessor(at)
        if word in rules.numbers or _NUMERAL.fullmatch(view.words[at]):
            return self._numeral(at)
        return self._plain(at, word, tag)

    def _joined(self, at: int) -> bool:
        """*US air and ground forces*: two modifiers of the same kind; *200 to 300 men*, *between 200 and 300*: the ends of a range."""
        view = self.view
        if view.tags[at] == "PUNCT":
            return at > self.lowest
        if view.lower[at] == "to":
            return False
        before, after = view.lower[at - 1], view.lower[at + 1]
        support, heads = view.rules.support, view.rules.heads
        return at - 1 >= self.lowest and before in support and after in support and before not in heads

    def _possessor(self, at: int) -> int:
        view = self.view
        start = at
        while start > self.lowest and (
            # *Khalid ibn al-Walid's army*: a name without a capital at its beginning.
            view.tags[start - 1] == "NAME"
            or (view.capital(start - 1) and view.tags[start - 1] in ("NOUN", "ADJ", "NUM"))
            or (view.lower[start - 1] in view.rules.particles and view.lower[start - 1] not in ("of", "the"))
        ):
            start -= 1
        while start < at and not (view.capital(start) or view.tags[start] == "NAME"):
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
        if "," in view.words[at] and at > self.lowest and view.tags[at - 1] == "NAME":
            # *cost Wellington 3,000 men*
            return -1
        return at - 1

    def _ranges(self, at: int) -> bool:
        """*200–300 civilians*: whether a dash stands between two numbers of the phrase."""
        view = self.view
        return self.first == at + 1 and all(_NUMERAL.fullmatch(view.words[i]) for i in (at - 1, at + 1))

    def _known(self, at: int) -> int:
        start = self.view.ends[at + 1]
        known = self.view.known[start][1]
        if known.use == "people" and not self.view.capital(self.head):
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
            if tag == "NAME" and original in "()":
                # *the 36th (Ulster) Division*, *the Soviet 44th (Ukrainian) Division*: whoever stands before is told of anew.
                self.known = None
                return at - 1
            # *Anglo–Portuguese*, *200–300 civilians*
            joins = original in ("-", "–") and at > self.lowest
            return at - 1 if joins and (view.capital(at - 1) or self._ranges(at)) else -1
        if original[0].isupper() and (
            at > self.lowest
            or word in rules.support
            or word in rules.inner
            or original in rules.titles
            or tag == "NAME"
        ):
            # *the Heavy Brigade*, *the Western Desert Force*
            named = view.capital(self.head) and at > self.lowest
            inner = named and at == self.head - 1 and view.capital(at - 1)
            thing = word in rules.things and word not in ("state", "states") and not inner
            if (original in rules.not_persons and not (named and word in rules.support)) or thing:
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
        if len(word) == 1 or (tag in _PARTICIPLES and not before):
            return -1
        if tag in _PARTICIPLES and not (before in _FORE or word in rules.inner or word in rules.support):
            return -1
        adverb = tag == "ADV" and self.first < self.head and view.tags[self.first] in ("ADJ", "VBN", "NUM")
        if tag not in _MODIFIER_TAGS and tag not in _PARTICIPLES and not adverb:
            return -1
        if self.capital and tag == "NOUN" and word not in rules.inner:
            return -1
        self.first = at
        if word in rules.support or "-" in word:
            self.support = self.supported_below = True
        if word in rules.heads and not rules.heads[word].weak:
            self.support = True
        return at - 1
