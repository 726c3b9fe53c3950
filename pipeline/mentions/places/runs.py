"""Runs of capitalised words: the only stretches of text where toponyms are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.frozen import dataclass
from pipeline.gazetteer import Gazetteer
from pipeline.records import Parse, Tokens
from pipeline.rules.grammar import GENITIVES
from pipeline.rules.places import PlaceRules, place_rules

__all__ = ["Run", "find_runs", "is_never_alone"]

_FOLLOWING = re.compile(r" (?:of )?[A-ZÀ-ÖØ-Þ][\w’'-]*\w")
_OWNED = re.compile(r" (?P<first>[A-ZÀ-ÖØ-Þ][\w-]+)(?: (?P<second>[A-ZÀ-ÖØ-Þ][\w-]+))?")
# *Azovstal Iron and Steel Works*: the name goes on.
_BARE = frozenset({"' ", "’ "})
_WORKS = re.compile(r"(?:[A-Z]\w+ ){1,2}(?:Works|Plant|Mills?|Docks)\b")
_SMALL = 100_000
_LANDS = frozenset({"country", "state", "province"})
# Words of a name that are looked at behind its first.
_LONGEST = 3
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ"
_MARK = "’'‘ʻʼʿʾ"
# *al-*, *el-*, *ech-*, *ul-*, *d'*, *L'*, *s-* …, behind their first letter.
_ARTICLE = """(?:
    (?<=[Aa])(?:[lnrstdzhw]|sh) | (?<=[Ee])(?:[lrnszdt]|[cs]h) | (?<=[Uu])[lrzdstm] | (?<=[Dd])e? | (?<=[Ll]) | (?<=s)
)"""
# Begins with all characters with which a word can, and tells which one it was behind it: the engine then skips what begins none.
_WORD = rf"""
    [{_CAPITAL}{_MARK}aeudls] (?<!\w.)
    (?: {_ARTICLE} [-’'‘ʻ] [{_MARK}]? [{_CAPITAL}] | (?<=[{_MARK}]) [{_CAPITAL}] | (?<=[{_CAPITAL}]) )
    (?: (?:\.[{_CAPITAL}])+ \.? | \.(?=\s[{_CAPITAL}]) | [tef]\.(?=\s[{_CAPITAL}]) | [\w{_MARK}`-]* \w | \b )
"""
_PARTICLES = (
    "of", "of the", "de", "de la", "de los", "de las", "del", "della", "di", "du", "des", "da", "do", "dos", "la", "le", "les", "el", "upon", "am",
    "an der", "ob der", "im", "in der", "sur", "sous", "en", "van", "von", "bin", "ibn", "bei", "zu", "ul", "al", "e", "i", "y", "es",
)  # fmt: skip
# What may stand between the words of one run.
_JOINS = frozenset({" ", "\N{NO-BREAK SPACE}", *(f" {particle} " for particle in _PARTICLES)})
_LONGEST_JOIN = max(map(len, _JOINS))
"""Characters of the longest of them; *and*, and what stands behind a bare possessive, have fewer."""


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of a run, without a possessive ending."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together, with nothing but spaces and particles between them."""

    start: int
    end: int
    words: tuple[Word, ...]
    initial: bool
    """Whether a word that begins the sentence was cut off before it or it begins the sentence itself."""


@lru_cache(maxsize=1 << 12)
def is_never_alone(word: str) -> bool:
    """Whether a word alone is never a place: an attribute, a type word, the name of a body, a title."""
    rules, lower = place_rules(), word.lower()
    if word in rules.stop.attributes or word in rules.organisations or word.rstrip(".") in rules.persons.titles:
        return True
    return lower in rules.types.after or lower in rules.context.bodies or lower in rules.types.civil


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_WORD, re.VERBOSE)


def find_runs(tokens: Tokens, parse: Parse, rules: PlaceRules, gazetteer: Gazetteer) -> Iterator[Run]:
    """The runs of a text, in order; words that are no names part them and belong to none.

    >>> from pipeline import extract
    >>> [m.value.name for m in extract("Queen Anne's County lies far from Rorke's Drift.").mentions.places]
    ["Queen Anne's County", "Rorke's Drift"]
    """
    text = tokens.text
    cut = _Cut(tokens, parse, rules, gazetteer)
    first = {sentence.start for sentence in tokens.sentences}
    common, unnamed = cut.common, cut.stop
    words: list[Word] = []
    end, closed = -1, True
    for found in _pattern().finditer(text):
        at, stop = found.span()
        word = found.group()
        if words and (
            closed
            or at - end > _LONGEST_JOIN
            or at in first
            or not (_joined(text, end, at) or cut.goes_with(words[-1], word, end, at))
        ):
            yield _run(words, text)
            words = []
        end = stop
        closed = word[-2:] in GENITIVES
        if closed:
            word = word[:-2]
        if (at in common or word in unnamed) and cut(word, at, stop):
            if words:
                yield _run(words, text)
                words = []
            continue
        words.append(Word(at, at + len(word), word, word.lower()))
        # *St. Peter's Square*, *Queen Anne's County*: a type word goes on after a possessive.
        if closed and len(words) > 1 and cut.begins_name(at, stop):
            # *envoys of the People's Republic of China*: what is known begins here.
            yield _run(words[:-1], text)
            words = words[-1:]
        closed = closed and not cut.goes_on(words, stop)
    if words:
        yield _run(words, text)


def _joined(text: str, end: int, start: int) -> bool:
    """Whether what stands between two words lets them be of one run."""
    between = text[end:start]
    return between in _JOINS or (between == " and " and _WORKS.match(text, start) is not None)


class _Cut:
    """Tells which of the common words and those of the stop list belong to no run."""

    def __init__(self, tokens: Tokens, parse: Parse, rules: PlaceRules, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.text = tokens.text
        self.types = rules.types.after
        self.stop = rules.stop.words
        self.articled = rules.stop.articled
        self.attributes = rules.stop.attributes
        self.common = _common_starts(tokens, parse)

    def known(self, before: Word, word: str, end: int, at: int) -> bool:
        """*Bosnia and Herzegovina*: whether two names are one country or province."""
        if self.text[end:at] != " and ":
            return False
        return any(c.kind in _LANDS for c in self.gazetteer.lookup(f"{before.text} and {word}"))

    def goes_with(self, before: Word, word: str, end: int, at: int) -> bool:
        """*Bosnia and Herzegovina*, *Burgess' Mill*: whether one name goes on behind *and*, or a bare possessive."""
        owned = self.text[end:at] in _BARE and self.text[end - 1] == "s" and word.lower() in self.types
        return owned or self.known(before, word, end, at)

    def __call__(self, word: str, at: int, end: int) -> bool:
        if at in self.common and word not in self.attributes:
            return not self.begins_name(at, end)
        if word not in self.stop:  # an attribute
            return False
        if word != "The":
            return not self.begins_name(at, end)
        following = self.text[end + 1 : end + 12].split(" ", maxsplit=1)[0]
        return following.rstrip(".,;") not in self.articled

    def goes_on(self, words: list[Word], end: int) -> bool:
        """Whether a name goes on after the possessive of its last word: *Logan's Cross Roads*, but *Russia's Black Sea coast* does not."""
        following = _OWNED.match(self.text, end)
        if following is None:
            return False
        if following["first"].lower() in self.types or self.begins_name(words[0].start, end):
            return True
        if not following["second"] or following["second"].lower() not in self.types:
            return False
        if any(c.own for c in self.gazetteer.lookup(f"{following['first']} {following['second']}")):
            return False
        known = self.gazetteer.lookup(words[-1].text)
        return not known or (not known[0].own and known[0].population < _SMALL)

    def begins_name(self, at: int, end: int) -> bool:
        """Whether a common word begins a known name: *New Zealand officials*, *People's Republic of China*."""
        for _ in range(_LONGEST):
            following = _FOLLOWING.match(self.text, end)
            if following is None:
                return False
            end = following.end()
            name = self.text[at:end]
            if self.gazetteer.lookup(name[:-2] if name[-2:] in GENITIVES else name):
                return True
        return False


def _common_starts(tokens: Tokens, parse: Parse) -> set[int]:
    """Offsets of the words that begin a sentence with a capital and are no names: *Fighting broke out*."""
    starts = set()
    for sentence in tokens.sentences:
        for i in range(sentence.first, min(sentence.first + 2, sentence.last)):
            if tokens.words[i][0].isalnum():
                if parse.codes[i] != "M" and not tokens.words[i].isupper():
                    starts.add(tokens.starts[i])
                break
    return starts


def _run(words: list[Word], text: str) -> Run:
    start = words[0].start
    before = text[max(0, start - 3) : start].rstrip(" \"'“‘(")
    return Run(start, words[-1].end, tuple(words), not before or before[-1] in ".!?\n:")
