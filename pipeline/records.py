"""The frozen records that travel between the stages.

    Document → CleanText → Tokens → Mention … → Event → Findings

Offsets are half-open code-point offsets. Those of a `Document` (blocks, markers, links) index the source text; those of tokens, mentions and
events index the clean text, and `CleanText.to_source` leads them back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, get_args

from pipeline.frozen import dataclass
from pipeline.timex import Timex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

__all__ = [
    "CATEGORIES",
    "STATUSES",
    "Actor",
    "Argument",
    "Block",
    "Category",
    "Chunk",
    "Citation",
    "Clause",
    "CleanText",
    "Count",
    "Cut",
    "Document",
    "Event",
    "Findings",
    "Link",
    "Marker",
    "Mention",
    "Mentions",
    "Parse",
    "Place",
    "Reference",
    "Sentence",
    "Status",
    "Tokens",
    "Trigger",
    "VerbGroup",
]

Category = Literal["killed", "wounded", "captured", "missing", "displaced", "losses"]
"""What befell the victims that are counted."""
CATEGORIES: tuple[Category, ...] = get_args(Category)

Status = Literal["asserted", "reported", "planned", "attempted", "negated"]
"""How far the text tells an event as a fact, from the surest on: of two, the later one holds."""
STATUSES: tuple[Status, ...] = get_args(Status)


# ---------------------------------------------------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands behind a citation marker, as far as the input tells."""

    text: str
    url: str | None = None
    archive_url: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker that the reader of a format knows by its mark-up (source offsets)."""

    start: int
    end: int
    label: str
    """Without brackets: ``38``, ``note 1``, ``citation needed``."""
    kind: str
    """reference, note or inline."""
    ref_id: str | None = None
    """Key into `Document.references`."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source text whose kind the reader of a format knows."""

    start: int
    end: int
    kind: str
    """prose, heading, list, caption, infobox or table."""
    level: int = 0
    """Heading level, 1 for the title; 0 for everything else."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the source text with the title it points to; a linked place or actor helps resolution."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: its text with the markers a reader sees, and what the format tells besides."""

    doc_id: str
    text: str
    title: str = ""
    source: str = ""
    format: str = "text"
    reference_date: str | None = None
    language: str = "en"
    license: str | None = None
    markup: str = "plain"
    """How the text is to be cleaned: ``plain``, or ``markdown`` where mark-up is still in it."""
    blocks: tuple[Block, ...] = ()
    """Empty where the format has no blocks: they are then told from the lines."""
    markers: tuple[Marker, ...] = ()
    """Markers known by mark-up; further ones are found in the text where ``markers_complete`` is false."""
    markers_complete: bool = False
    references: Mapping[str, Reference] = field(default_factory=dict)
    infobox: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()


# --------------------------------------------------------------------------------------------------------- cleaning


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the source text that the clean text leaves out (source offsets), and why."""

    start: int
    end: int
    marker: Marker | None = None
    """The citation marker cut here; None for mark-up and invisible characters."""


@dataclass(frozen=True)
class CleanText:
    """The source text without markers and mark-up, and the cuts that lead every offset back.

    >>> clean = CleanText("near Aleppo.[38] The", "near Aleppo. The", (Cut(12, 16),))
    >>> clean.to_source(13, 16), clean.to_clean(17)
    ((17, 20), 13)
    """

    source: str
    text: str
    cuts: tuple[Cut, ...] = ()
    blocks: tuple[Block, ...] = ()
    """Every stretch of the clean text by kind, in order (clean offsets)."""

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Clean offset of each cut, and the numbers of source characters cut before the first, through the first and so on."""
        at, gone, total = [], [0], 0
        for cut in self.cuts:
            at.append(cut.start - total)
            total += cut.end - cut.start
            gone.append(total)
        return at, gone

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of a clean span; a cut at either edge stays outside."""
        at, gone = self._edges
        first = start + gone[bisect_right(at, start)]
        if end <= start:
            return first, first
        return first, end + gone[bisect_right(at, end - 1)]

    def to_clean(self, offset: int) -> int:
        """Clean offset of a source offset; one inside a cut goes to the cut's place."""
        at, gone = self._edges
        starts = [cut.start for cut in self.cuts] if len(self.cuts) < 64 else self._starts
        i = bisect_right(starts, offset)
        if not i:
            return offset
        return max(at[i - 1], offset - gone[i])

    @cached_property
    def _starts(self) -> list[int]:
        return [cut.start for cut in self.cuts]


# -------------------------------------------------------------------------------------------------------- sentences


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


@dataclass(frozen=True)
class Tokens:
    """A clean text as columns of tokens, with its sentences: what every finder reads.

    Python-level access to spaCy's tokens is slow, so the columns that rules need are lists. The spaCy ``doc`` is there for its matchers.
    """

    clean: CleanText
    doc: Doc
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    sentences: tuple[Sentence, ...]

    @cached_property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Start offsets of the sentences, for bisection."""
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a clean offset (the one before it, for an offset between two)."""
        return self.sentences[(bisect_right(self.sentence_starts, offset) or 1) - 1]

    def token_at(self, offset: int) -> int:
        """Index of the token that holds a clean offset, or of the next one."""
        return bisect_right(self.ends, offset)

    def token_span(self, start: int, end: int) -> tuple[int, int]:
        """Token indices, half-open, of the tokens that a clean span touches."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


# ---------------------------------------------------------------------------------------------------------- grammar


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


@dataclass(frozen=True)
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

    @cached_property
    def chunk_of(self) -> list[int]:
        """For each token the index of its noun phrase, or -1."""
        found = [-1] * len(self.tags)
        for index, chunk in enumerate(self.chunks):
            found[chunk.first : chunk.last] = [index] * (chunk.last - chunk.first)
        return found

    @cached_property
    def group_of(self) -> list[int]:
        """For each token the index of its verb group, or -1."""
        found = [-1] * len(self.tags)
        for index, group in enumerate(self.groups):
            found[group.first : group.last] = [index] * (group.last - group.first)
        return found


# --------------------------------------------------------------------------------------------------------- mentions


@dataclass(frozen=True, slots=True)
class Place:
    """What a toponym means, with honest precision."""

    name: str
    kind: str
    """country, region, city, district, landmark, facility, water, polity …"""
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: str = "none"
    """exact, containing, country or none."""
    relation: str = "at"
    """at, near, north_of, outskirts …"""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted upon."""

    name: str
    kind: str
    """state_force, rebel, militia, government, civilians, igo, ngo, person, police, unit or other."""
    actor_id: str = ""
    country: str | None = None
    side: str | None = None
    antecedent: tuple[int, int] | None = None
    """For a pronoun or definite description: the clean span of the words it stands for."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of victims: ``low`` and ``high`` as in the guidelines, what befell them, and who they are."""

    category: str
    """One of `CATEGORIES`."""
    low: int | None
    high: int | None
    bound: str
    """exact, at_least, at_most, about, range or vague."""
    who: str | None = None
    who_kind: str = "unknown"
    """civilian, combatant, mixed or unknown."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation marker; ``offset`` of its mention is the place in the clean text where it was cut."""

    label: str
    kind: str
    target: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The event type that a word evokes, and how its arguments are to be read."""

    type: str
    subtype: str
    form: str
    """verb or noun."""


Value_co = TypeVar("Value_co", Timex, Place, Actor, Count, Citation, Trigger, covariant=True)


@dataclass(frozen=True, slots=True)
class Mention(Generic[Value_co]):
    """A span of the clean text with a value and the rule that found it.

    A citation's span is empty in the clean text, at the place where the marker was cut; ``source`` then holds its source offsets.
    """

    start: int
    end: int
    value: Value_co
    rule: str
    source: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a document, each kind in reading order."""

    dates: tuple[Mention[Timex], ...] = ()
    places: tuple[Mention[Place], ...] = ()
    actors: tuple[Mention[Actor], ...] = ()
    counts: tuple[Mention[Count], ...] = ()
    citations: tuple[Mention[Citation], ...] = ()
    triggers: tuple[Mention[Trigger], ...] = ()


# ----------------------------------------------------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class Argument(Generic[Value_co]):
    """A mention that fills a role of an event."""

    role: str
    """Places: site, object, origin, destination. Actors: initiator, target."""
    mention: Mention[Value_co]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that the text reports, with its trigger and arguments (clean offsets)."""

    sentence: int
    """Index of its sentence."""
    trigger: Mention[Trigger]
    status: str = "asserted"
    """One of `STATUSES`."""
    attribution: str | None = None
    date: Timex | None = None
    date_mention: Mention[Timex] | None = None
    places: tuple[Argument[Place], ...] = ()
    actors: tuple[Argument[Actor], ...] = ()
    counts: tuple[Mention[Count], ...] = ()
    citations: tuple[Mention[Citation], ...] = ()
    duplicate_of: int | None = None
    """Index, in the document's events, of an earlier report of the same happening."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document; `pipeline.tables` makes the rows of it."""

    document: Document
    clean: CleanText
    sentences: Sequence[Sentence]
    mentions: Mentions
    events: tuple[Event, ...]
