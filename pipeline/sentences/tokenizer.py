"""spaCy's tokenizer on a blank pipeline, with the few affixes that prose needs.

A hyphenated word stays whole (*counter-attack*, *al-Bab*, *24-hour*), dashes and slashes part words and ranges (*24–26*, *Iraq/Syria*), the
possessive and the negation are tokens of their own, an abbreviation keeps its full stop.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from pipeline.rules.cleaning import cleaning_rules
from pipeline.rules.sentences import sentence_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.strings import StringStore
    from spacy.tokens import Doc

__all__ = ["columns", "tokenize"]

_PREFIX = re.compile(r"""["“”„‟«»'‘’`´(\[{<£$€¥#…~≈±–—−*•=|]|\.\.+|US\$(?=\d)""")
_SUFFIX = re.compile(
    r"""
    (?: ['’][sS] | n['’]t | ['’](?:ll|re|ve|d|m)
      | ["“”„«»'’`´)\]}>,;:!?…%‰–—−*|]
      | \.\.+
      | (?<=\d)\+
      | (?<=[^\W_A-Z])\. | (?<=[A-Z][A-Z])\. | (?<=[%²³+)\]"'’”°])\.
    ) \Z
    """,
    re.VERBOSE,
)
_INFIX = re.compile(
    r"""
      [–—−/…()\[\]{}"“”«»;|]+ | --+ | \.\.+
    | (?<=[a-zà-ÿ\d)\]"”])[.,:!?](?=[A-Z(“"])
    | (?<=[a-zà-ÿ]),(?=[a-z])
    """,
    re.VERBOSE,
)
_LONGEST_WORD = 400
# Lower-case words that are abbreviations by their look alone; others, as "no.", are rather the last word of a sentence.
_LOWER = frozenset(["approx", "c", "ca", "cf", "pp", "vol", "vs", "viz"])


_MOST_WORDS = 16_000
"""Words of the vocabulary: a thousand of them, with what is remembered of each, take a megabyte. To learn the usual ones anew takes a tenth of a second."""


_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")


@cache
def _abbreviations() -> frozenset[str]:
    """Those that a look-up tells, with their full stop."""
    rules = sentence_rules()
    listed = rules.before_name | rules.before_number | rules.within_name | rules.after_number
    return frozenset(f"{word}." for word in listed if word[0].isupper() or "." in word or word in _LOWER)


def _prefix(text: str) -> re.Match[str] | None:
    # spaCy strips affixes one by one, each time copying the rest: a chunk longer than any word is left whole.
    return _PREFIX.match(text) if len(text) <= _LONGEST_WORD else None


def _suffix(text: str) -> re.Match[str] | None:
    if text[-1:].isalnum() and "'" not in text and "’" not in text:
        return None  # most words by far, and searching them is a third of the tokenizer's time
    return _SUFFIX.search(text) if len(text) <= _LONGEST_WORD else None


@cache
def _labels() -> re.Pattern[str]:
    """The end of a row label of an infobox to which its value is glued, as pages lose the cells of their tables (*Date21–24 September 2013*)."""
    last_words = {
        (label.capitalize() if " " not in label else label).split()[-1] for label in cleaning_rules().infobox.labels
    }
    return re.compile(
        "|".join(rf"(?<=\A{re.escape(word)})(?=[\dA-Z~≈])" for word in sorted(last_words) if word.isalpha())
    )


def _infixes(text: str) -> Iterable[re.Match[str]]:
    if text.isalnum():
        return () if text.isalpha() and text[1:].islower() else _labels().finditer(text)
    return (*_labels().finditer(text), *_INFIX.finditer(text))


def _whole(text: str) -> bool:
    return text.endswith(".") and (text in _abbreviations() or _INITIALS.fullmatch(text) is not None)


def _import_spacy() -> None:
    """Import spaCy without its command line, which brings an HTTP client and a project manager along: a quarter of its start-up time."""
    if "spacy" not in sys.modules:
        stub = ModuleType("spacy.cli.info")
        stub.info = None  # type: ignore[attr-defined]
        sys.modules["spacy.cli"], sys.modules["spacy.cli.info"] = ModuleType("spacy.cli"), stub
        try:
            import_module("spacy")
        finally:  # whoever wants the command line later gets the true one
            del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


@cache
def _tokenizer():  # type: ignore[no-untyped-def] # noqa: ANN202
    """The tokenizer of a blank pipeline that is given its vocabulary and tokenizer: ``spacy.blank`` makes English ones first.

    No rule here asks a word for its shape, norm or stop-word flag; a vocabulary that works none out learns new words in a third of the time.
    """
    _import_spacy()
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    def create_tokenizer(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules={},
            prefix_search=_prefix,
            suffix_search=_suffix,
            infix_finditer=_infixes,
            token_match=_whole,
            # More than the usual ten thousand, with which every long text took its rarer words apart each time anew.
            max_cache_size=_MOST_WORDS,
        )

    return Language(Vocab(), create_tokenizer=create_tokenizer).tokenizer


def tokenize(text: str) -> Doc:
    """The spaCy document of a text; it holds every character of it.

    >>> [token.text for token in tokenize("Gen. Sir J. Hill's 24-hour counter-attack of 24–26 May cost 200–300+ men.")][:11]
    ['Gen.', 'Sir', 'J.', 'Hill', "'s", '24-hour', 'counter-attack', 'of', '24', '–', '26']
    """
    tokenizer = _tokenizer()
    if len(tokenizer.vocab) > _MOST_WORDS:
        # spaCy keeps every word it ever met; a long batch starts again with an empty vocabulary now and then.
        _tokenizer.cache_clear()
        _forms.cache_clear()
        tokenizer = _tokenizer()
    doc: Doc = tokenizer(text)
    return doc


class _Forms(dict[int, tuple[str, str]]):
    """spaCy's number of a word → the word as written and in lower case; one string for all places where a word stands."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, number: int) -> tuple[str, str]:
        word: str = self._strings[number]
        forms = self[number] = word, word.lower()
        return forms


@cache
def _forms() -> _Forms:
    """The words of the vocabulary."""
    return _Forms(_tokenizer().vocab.strings)


def columns(doc: Doc) -> tuple[list[str], list[str], list[int], list[int]]:
    """Words, lower-case words, start and end offsets of the tokens; far faster than asking each token."""
    if not len(doc):
        return [], [], [], []
    table = doc.to_array(["ORTH", "LENGTH", "SPACY"])
    numbers = table[:, 0].tolist()
    length, space = table[:, 1:].astype("int64").T
    after = (length + space).cumsum()
    ends, starts = (after - space).tolist(), (after - space - length).tolist()
    forms = list(map(_forms().__getitem__, numbers))
    return [word for word, _ in forms], [lower for _, lower in forms], starts, ends
