"""A clean text as tokens, sentences, noun phrases, verb groups and clauses (clean offsets, and indices of tokens)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field

from pipeline.frozen import dataclass
from pipeline.records.documents import CleanText

__all__ = ["Chunk", "Clause", "Parse", "Sentence", "Tokens", "VerbGroup"]

_WORD = re.compile(r"\w+")
_BEHIND = 6
"""Tokens behind a sentence that may be read with it."""
_OPENING = 12
"""Characters into a sentence at most at which what opens it begins."""
_LONGEST_PARAGRAPH = 10_000
"""Characters back through which a paragraph is looked at."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, list item or infobox line (clean offsets; ``first`` and ``last`` index tokens, half-open)."""

    index: int
    start: int
    end: int
    first: int
    last: int
    kind: str
    section: str
    """Heading path, `` > `` between levels."""
    paragraph: int
    """Number of the block it stands in: a new paragraph, a new number."""

    def opens_at(self, offset: int) -> bool:
        """Whether what begins at a clean offset opens the sentence, a few words at most before it (*Early on 3 May*)."""
        return offset - self.start <= _OPENING


@dataclass()
class Tokens:
    """A clean text as columns of tokens, with its sentences: what every finder reads.

    Python-level access to spaCy's tokens is slow, so the columns that rules need are lists.
    """

    clean: CleanText
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    sentences: tuple[Sentence, ...]

    text: str = field(init=False, repr=False)
    """The clean text."""
    vocabulary: frozenset[str] = field(init=False, repr=False)
    """Every word form of the text as it is written."""
    sentence_starts: list[int] = field(init=False, repr=False)
    """Start offsets of the sentences, for bisection."""
    sentence_of: list[Sentence] = field(init=False, repr=False)
    """For each token its sentence; the one before it, for a token between two."""
    _words_of: dict[int, frozenset[str]] = field(init=False, repr=False)
    _joined: dict[str, list[str]] = field(init=False, repr=False)
    """The words in lower case that are no bare letters and digits → those that a hyphen or the like joins in them."""

    def __post_init__(self) -> None:
        self.text = self.clean.text
        self.vocabulary = frozenset(self.words)
        self.sentence_starts = [s.start for s in self.sentences]
        self.sentence_of = []
        self._words_of = {}
        self._joined = {(lower := word.lower()): _WORD.findall(lower) for word in self.vocabulary if not word.isalnum()}
        ends = [*[s.first for s in self.sentences[1:]], len(self.words)]
        for sentence, end in zip(self.sentences, ends, strict=False):
            self.sentence_of += [sentence] * (end - len(self.sentence_of))

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a clean offset (the one before it, for an offset between two)."""
        return self.sentences[(bisect_right(self.sentence_starts, offset) or 1) - 1]

    def words_of(self, sentence: Sentence) -> frozenset[str]:
        """The words of a sentence in lower case, and those that a hyphen joins: what tells that a pattern finds nothing in it.

        A few of the next sentence are among them, which may be read with the last ones of one without a full stop.
        """
        found = self._words_of.get(sentence.index)
        if found is None:
            words = set(self.lower[sentence.first : sentence.last + _BEHIND])
            for joined in words & self._joined.keys():
                words.update(self._joined[joined])
            found = self._words_of[sentence.index] = frozenset(words)
        return found

    def opening_of(self, sentence: Sentence) -> Sentence:
        """The first sentence of a sentence's paragraph."""
        return self.sentences[bisect_left(self.sentences, sentence.paragraph, key=lambda s: s.paragraph)]

    def paragraph_start(self, sentence: Sentence) -> int:
        """Where a sentence's paragraph begins, as far as it is looked back through: one of many pages is a text without breaks."""
        return max(self.opening_of(sentence).start, sentence.start - _LONGEST_PARAGRAPH)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds a clean offset, or of the next one."""
        return bisect_right(self.ends, offset)

    def token_span(self, start: int, end: int) -> tuple[int, int]:
        """Token indices, half-open, of the tokens that a clean span touches."""
        first = bisect_right(self.ends, start)
        if first < len(self.ends) and self.starts[first] < end <= self.ends[first]:
            return first, first + 1  # most spans are of one word
        return first, bisect_left(self.starts, end)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A base noun phrase: from its determiner to its head, without post-modifiers (token indices, half-open)."""

    first: int
    last: int
    head: int
    """Index of the head noun."""
    temporal: bool = False
    """A phrase of time (*6 November 2016*, *the next day*): no subject, no object."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries, adverbs and main verb that belong together (token indices, half-open)."""

    first: int
    last: int
    head: int
    """Index of the main verb."""
    passive: bool = False
    finite: bool = True
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group with what belongs to it; noun phrases, groups and clauses are indices into the `Parse`."""

    group: int
    sentence: int
    first: int
    """First token of its stretch of the sentence; the stretches of a sentence's clauses follow one another without gaps."""
    last: int
    link: str = "main"
    """main, conjunct, complement, adverbial, relative, participle (after a comma), reduced (after its noun), gerund (after a preposition),
    infinitive (governed by a verb or noun) or purpose."""
    governor: int | None = None
    """The clause that it depends on."""
    marker: int | None = None
    """Token of the word that introduces it (*that*, *who*, *after*, *by*)."""
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    """What stands in object position; for a passive the ``subjects`` are what is acted upon."""
    obliques: tuple[tuple[int, int], ...] = ()
    """Prepositional phrases: (token of the preposition, noun phrase), those before the subject included."""
    particle: int | None = None
    """Token of an adverbial particle (*pushed the rebels back*)."""


@dataclass()
class Parse:
    """The sparse parse of a text: a word class for each token, base noun phrases, verb groups and clauses, each in reading order."""

    tags: list[str]
    """Word class of each token, as in `pipeline.grammar`."""
    chunks: tuple[Chunk, ...] = ()
    groups: tuple[VerbGroup, ...] = ()
    clauses: tuple[Clause, ...] = ()
    codes: str = ""
    """The same classes with one character a token, for regular expressions."""
    prepositions: Mapping[int, int] = field(default_factory=dict)
    """Noun phrase → token of the preposition that governs it."""
    entries: Mapping[int, int] = field(default_factory=dict)
    """First token of each sentence that opens with its date → the token behind the date and what sets it off."""

    chunk_of: list[int] = field(init=False, repr=False)
    """For each token the index of its noun phrase, or -1."""
    group_of: list[int] = field(init=False, repr=False)
    """For each token the index of its verb group, or -1."""

    def __post_init__(self) -> None:
        self.chunk_of = _index_of(self.chunks, len(self.tags))
        self.group_of = _index_of(self.groups, len(self.tags))

    def behind_date(self, sentence: Sentence) -> int | None:
        """The token behind a date that a dash or colon sets off at the beginning of a sentence (*5 June – Pretoria falls*)."""
        start = self.entries.get(sentence.first, 0)
        return start if start and self.codes[start - 1] in ":-" else None

    def counts_of(self, chunk: int, clause: int) -> int | None:
        """The noun phrase of which a bare number, object or subject of a clause, takes some: *chased four ships and captured two*; None without one."""
        phrase = self.chunks[chunk]
        if self.codes[phrase.first : phrase.last] != "C" or phrase.temporal:
            return None
        for back in range(clause - 1, -1, -1):
            before = self.clauses[back]
            if before.sentence != self.clauses[clause].sentence:
                return None
            told = before.objects or (before.subjects if self.groups[before.group].passive else ())
            # *sinking three and capturing two*: of whom the verb before the other number told.
            told = tuple(c for c in told if self.codes[self.chunks[c].head] != "C")
            if told:
                return told[-1] if told[-1] < chunk else None
        return None


def _index_of(stretches: Sequence[Chunk | VerbGroup], tokens: int) -> list[int]:
    """For each token the index of the stretch that holds it, or -1."""
    found = [-1] * tokens
    for index, stretch in enumerate(stretches):
        first, last = stretch.first, stretch.last
        if last - first == 1:  # most are
            found[first] = index
        else:
            found[first:last] = [index] * (last - first)
    return found
