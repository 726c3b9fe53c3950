"""Sentences: `CleanText` → `Tokens`: spaCy's tokenizer on a blank pipeline, sentence starts from own rules."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from pipeline.records import CleanText, Sentence, Tokens

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["split"]

_BOUNDARY = re.compile(r"""(?<=[.!?])["'”’)]*\s+(?=["'“‘(]*[A-Z0-9])""")


@cache
def _nlp() -> Language:
    nlp = spacy.blank("en")
    assert isinstance(nlp.tokenizer, Tokenizer)
    # Hyphenated words stay whole (counter-attack, al-Bab, rebel-held); dashes and slashes part words and ranges (24–26, Iraq/Syria).
    nlp.tokenizer.infix_finditer = compile_infix_regex([r"[–—/…]+", r"(?<=[a-z\d])[.,;:](?=[A-Z(])", r"--+"]).finditer
    return nlp


def split(clean: CleanText) -> Tokens:
    """The tokens and sentences of a clean text."""
    doc = _nlp().make_doc(clean.text)
    words = [token.text for token in doc]
    starts = [token.idx for token in doc]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    spans = []
    for paragraph, block in enumerate(clean.blocks):
        at = block.start
        for match in _BOUNDARY.finditer(clean.text, block.start, block.end):
            spans.append((at, match.start(), block.kind, paragraph))
            at = match.end()
        spans.append((at, block.end, block.kind, paragraph))
    sentences, first = [], 0
    for index, (start, end, kind, paragraph) in enumerate(spans):
        while first < len(starts) and starts[first] < start:
            first += 1
        last = first
        while last < len(starts) and starts[last] < end:
            last += 1
        sentences.append(Sentence(index, start, end, first, last, kind, "", paragraph))
        first = last
    return Tokens(clean, doc, words, [w.lower() for w in words], starts, ends, tuple(sentences))
