"""Sentences: `CleanText` → `Tokens`: spaCy's tokenizer on a blank pipeline, sentence ends and heading paths from own rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from pipeline.records import Block, CleanText, Sentence, Tokens
from pipeline.sentences.boundaries import boundaries
from pipeline.sentences.tokenizer import columns, tokenize

__all__ = ["split"]

# Kinds of block that hold running sentences; a heading, a row, a caption is one piece.
_RUNNING = frozenset(["prose", "list", "caption"])


def split(clean: CleanText) -> Tokens:
    r"""The tokens and sentences of a clean text, each sentence with its kind and its heading path.

    >>> from pipeline.records import Block
    >>> text = "Aftermath\nThe army left. Gen. Hill stayed."
    >>> tokens = split(CleanText(text, text, (), (Block(0, 9, "heading", 2), Block(10, 42, "prose"))))
    >>> [(text[s.start : s.end], s.section) for s in tokens.sentences[1:]]
    [('The army left.', 'Aftermath'), ('Gen. Hill stayed.', 'Aftermath')]
    """
    words, lower, starts, ends = columns(tokenize(clean.text))
    sentences: list[Sentence] = []
    sections = _Sections(clean.text)
    lost = "  " in clean.text
    last = 0
    for paragraph, block in enumerate(clean.blocks):
        section = sections.enter(block)
        for start, end in _spans(clean.text, block, lost=lost):
            first = bisect_left(starts, start, last)
            last = bisect_left(starts, end, first)
            sentences.append(Sentence(len(sentences), start, end, first, last, block.kind, section, paragraph))
    return Tokens(clean, words, lower, starts, ends, tuple(sentences))


def _spans(text: str, block: Block, *, lost: bool) -> Iterator[tuple[int, int]]:
    at = block.start
    if block.kind in _RUNNING:
        for end, following in boundaries(text, block.start, block.end, lost):
            yield at, end
            at = following
    if at < block.end:
        yield at, block.end


class _Sections:
    """The path of headings above a block; the title of the article is no part of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[tuple[int, str]] = []
        self._path = ""
        self._titled = False

    def enter(self, block: Block) -> str:
        """The path of the section that holds the block; a heading stands in the section it opens."""
        if block.kind == "heading":
            level = block.level or 2
            if level == 1 and not self._titled and not self._open:
                self._titled = True
                return ""
            while self._open and self._open[-1][0] >= level:
                self._open.pop()
            self._open.append((level, " ".join(self._text[block.start : block.end].split())))
            self._path = " > ".join(name for _, name in self._open)
        return self._path
