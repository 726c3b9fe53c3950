"""The frozen records that travel between the stages.

    Document → CleanText → Tokens → Mention … → Event → Findings

Offsets are half-open code-point offsets. Those of a `Document` (blocks, markers, links) index the source text; those of tokens, mentions and
events index the clean text, and `CleanText.to_source` leads them back.
"""

from __future__ import annotations

from pipeline.records.documents import Block, CleanText, Cut, Document, Link, Marker, Reference
from pipeline.records.events import STATUSES, Argument, Event, Findings, Status
from pipeline.records.grammar import Chunk, Clause, Parse, Sentence, Tokens, VerbGroup
from pipeline.records.mentions import CATEGORIES, Actor, Category, Citation, Count, Mention, Mentions, Place, Trigger

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
