"""Cleaning: `Document` → `CleanText`: citation markers and mark-up cut, blocks told apart by kind, every offset led back.

Markers are cut before tokenizing, because a tokenizer makes ``Aleppo.[38][41`` one token and merges the sentences around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.cleaning.blocks import blocks_of_lines, told_apart
from pipeline.cleaning.markdown import read_markdown
from pipeline.cleaning.markers import find_markers
from pipeline.records import Block, CleanText, Cut, Document, Marker
from pipeline.rules.cleaning import cleaning_rules

__all__ = ["clean", "find_markers"]

# Characters without width or meaning; they would stay inside words.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
# Spaces that are not the plain one, controls, and halves of characters that no encoding can write.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]")


def clean(document: Document) -> CleanText:
    """The clean text of a document, with its cuts and its blocks.

    Scope: markers, Markdown and invisible characters are cut; odd spaces and controls become plain spaces and lone surrogates the
    replacement character, one for one, so that no offset moves. Everything else stays as it is.

    >>> text = clean(Document("aleppo", "Rebels took the hill.[38][41] The next day, they lost it.[citation needed]"))
    >>> text.text, [cut.marker.label for cut in text.cuts if cut.marker]
    ('Rebels took the hill. The next day, they lost it.', ['38', '41', 'citation needed'])
    """
    source = document.text
    cuts = [_marker_cut(marker, source) for marker in document.markers]
    blocks: Iterable[Block] = document.blocks
    if not document.markers_complete:
        cuts.extend(_marker_cut(marker, source) for marker in find_markers(source))
    if document.markup == "markdown":
        marked = read_markdown(source)
        cuts.extend(marked.cuts)
        blocks = marked.blocks
    if not source.isascii():
        cuts.extend(Cut(*match.span()) for match in _INVISIBLE.finditer(source))
    kept = _disjoint(cuts)
    text = _without(source, kept)
    clean_text = CleanText(source, text, kept)
    if blocks:
        told = _moved(blocks, clean_text)
        if document.markup == "markdown":
            told = tuple(told_apart(told, text, document.title, cleaning_rules()))
    else:
        told = blocks_of_lines(text, document.title)
    return CleanText(source, _unwrapped(text, told), kept, told)


def _marker_cut(marker: Marker, source: str) -> Cut:
    """The cut of a marker; a hair space that sets off its page number goes with it."""
    end = marker.end + 1 if source[marker.end : marker.end + 1] == "\u200a" else marker.end
    return Cut(marker.start, end, marker)


def _disjoint(cuts: list[Cut]) -> tuple[Cut, ...]:
    """The cuts in order, without those that lie in another one; where they overlap, a marker stays whole."""
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if cut.start == cut.end:
            continue
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
        elif cut.end > kept[-1].end:
            if cut.marker is not None and kept[-1].marker is None:
                kept[-1] = Cut(kept[-1].start, cut.start) if kept[-1].start < cut.start else cut
                if kept[-1] is not cut:
                    kept.append(cut)
            else:
                kept.append(Cut(kept[-1].end, cut.end))
        elif cut.marker is not None and kept[-1].marker is None:
            # A marker within mark-up, such as a linked one: mark-up, marker, mark-up.
            around = kept.pop()
            kept.extend(c for c in (Cut(around.start, cut.start), cut, Cut(cut.end, around.end)) if c.start < c.end)
    return tuple(kept)


def _without(source: str, cuts: tuple[Cut, ...]) -> str:
    pieces, at = [], 0
    for cut in cuts:
        pieces.append(source[at : cut.start])
        at = cut.end
    text = "".join([*pieces, source[at:]])
    return _ODD.sub(lambda odd: "\ufffd" if odd[0] >= "\ud800" and odd[0] <= "\udfff" else " ", text)


def _unwrapped(text: str, blocks: tuple[Block, ...]) -> str:
    """The text with the line breaks within a paragraph as spaces, one for one."""
    broken = [block for block in blocks if text.find("\n", block.start, block.end) >= 0]
    if not broken:
        return text
    pieces, at = [], 0
    for block in broken:
        pieces += [text[at : block.start], text[block.start : block.end].replace("\n", " ")]
        at = block.end
    return "".join([*pieces, text[at:]])


def _moved(blocks: Iterable[Block], clean_text: CleanText) -> tuple[Block, ...]:
    """The blocks with clean offsets, without the empty ones and without white space at their edges."""
    moved = []
    for block in blocks:
        start, end = clean_text.to_clean(block.start), clean_text.to_clean(block.end)
        words = clean_text.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if start < end:
            moved.append(Block(start, end, block.kind, block.level))
    return tuple(moved)
