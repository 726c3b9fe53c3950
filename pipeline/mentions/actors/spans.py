"""What the parts of the finder share: the columns they read and the spans they write."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import compress, count
from operator import itemgetter

from pipeline.records import Parse, Sentence, Tokens
from pipeline.rules.actors import ActorRules, Known
from pipeline.rules.cleaning import cleaning_rules

__all__ = ["Span", "View"]


@dataclass(slots=True, eq=False)
class Span:
    """An actor in the making (token indices, half-open)."""

    first: int
    last: int
    head: int
    kind: str
    rule: str
    country: str | None = None
    name: str = ""
    """Where it differs from the words: a conjunct that shares its head with the next one."""
    plural: bool = False


@dataclass()
class View:
    """The columns of a text and the vocabulary of actors."""

    tokens: Tokens
    words: list[str]
    lower: list[str]
    tags: list[str]
    rules: ActorRules
    verbs: frozenset[int]
    """First tokens of verb groups, without infinitives and gerunds."""
    boundaries: frozenset[int]
    """First token of each sentence."""
    known: dict[int, tuple[int, Known]] = field(default_factory=dict)
    """Known names by their first token, with the token after them; filled by `names`."""
    ends: dict[int, int] = field(default_factory=dict)
    """First token of the known name, by the token after it."""

    # Asked tens of thousands of times a document: the look-ups themselves, without a function around them.
    sentence: Callable[[int], Sentence] = field(init=False, repr=False)
    """The sentence of a token."""
    capital: Callable[[int], bool] = field(init=False, repr=False)
    """Whether a token begins with a capital letter."""
    starts_verb: Callable[[int], bool] = field(init=False, repr=False)
    """Whether a finite verb group starts at a token (adverbs before it are part of it)."""
    capitals: list[int] = field(init=False, repr=False)
    """Tokens that begin with a capital letter."""
    inner_capitals: frozenset[str] = field(init=False, repr=False)
    """Capitalised words that stand inside some sentence."""
    surnames: frozenset[str] = field(init=False, repr=False)
    """Capitalised words right after an initial or a given name: *William F. Garrison*."""
    labels: frozenset[int] = field(init=False, repr=False)
    """Tokens that are words of an infobox's row labels: *Location Lesnaya Commanders and leaders Peter I*."""
    marked: tuple[list[int], list[int], list[int], list[int]] = field(init=False, repr=False)
    """Tokens that are head nouns, offices that stand alone, pronouns, and *of*: one pass for all."""
    _labels_in_order: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words = self.words
        capital = list(map(str.isupper, map(itemgetter(0), words)))
        self.sentence = self.tokens.sentence_of.__getitem__
        self.capital = capital.__getitem__
        self.starts_verb = self.verbs.__contains__
        self.capitals = list(compress(count(), capital))
        self.inner_capitals = frozenset([words[i] for i in self.capitals if i not in self.boundaries])
        given = self.rules.given_names
        named = [
            i
            for i in self.capitals
            if i and ((before := words[i - 1]) in given or (before[1:] == "." and before[0].isupper()))
        ]
        self.surnames = frozenset([words[i] for i in named if not self._is_force(i)])
        self.labels = self._row_labels()
        self._labels_in_order = sorted(self.labels)
        self.marked = self._marks()

    @staticmethod
    def of(tokens: Tokens, parse: Parse, rules: ActorRules) -> View:
        """The view of a text."""
        # A name before a bare participle is its subject as often as not; before an infinitive or a gerund it is none.
        verbs = frozenset([group.first for group in parse.groups if parse.tags[group.first] not in ("VBG", "TO")])
        firsts = frozenset([sentence.first for sentence in tokens.sentences])
        return View(tokens, tokens.words, tokens.lower, parse.tags, rules, verbs, firsts)

    def _is_force(self, at: int) -> bool:
        """*the Don Army*, *the Isabella Regiment*: no surname."""
        head = self.rules.heads.get(self.lower[at])
        return head is not None and head.group in ("force", "unit") and not head.weak

    def _row_labels(self) -> frozenset[int]:
        words = cleaning_rules().infobox.label_words
        boxes = [
            range(sentence.first, sentence.last) for sentence in self.tokens.sentences if sentence.kind == "infobox"
        ]
        return frozenset(i for box in boxes for i in box if self.lower[i] in words)

    def _marks(self) -> tuple[list[int], list[int], list[int], list[int]]:
        marks = self.rules.marks
        hits = [(i, marks[self.lower[i]]) for i in compress(count(), map(marks.__contains__, self.lower))]
        if self.labels:
            hits = [(i, mark) for i, mark in hits if i not in self.labels]
        heads, alone, pronouns, of = ([i for i, mark in hits if mark & bit] for bit in (1, 2, 4, 8))
        return heads, alone, pronouns, of

    def ties(self, at: int) -> bool:
        """Whether a token is the dash within a name: *the FARC–EP*."""
        return self.words[at : at + 1] == ["–"] and self.tags[at] == "NAME"

    def lowest(self, at: int) -> int:
        """Where a phrase around a token can begin: at its sentence's first token, or behind the row label before it."""
        label = bisect_left(self._labels_in_order, at)
        behind = self._labels_in_order[label - 1] + 1 if label else 0
        return max(self.sentence(at).first, behind)
