"""The order of the stages, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import cleaning, events, grammar, resolution, sentences, tables
from pipeline.collector import uncollected
from pipeline.frozen import dataclass
from pipeline.mentions.actors import find_actors
from pipeline.mentions.citations import find_citations
from pipeline.mentions.counts import find_counts
from pipeline.mentions.dates import find_dates
from pipeline.mentions.places import find_places
from pipeline.mentions.triggers import find_triggers
from pipeline.reading.record import without_surrogates
from pipeline.records import Document, Findings, Mentions, Parse, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from pipeline.events import Gap

__all__ = ["Extraction", "extract", "unresolved"]


@dataclass(frozen=True, slots=True)
class Extraction(Findings):
    """Everything found in one document: sentences, mentions, events, and their tables."""

    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables of the output contract, by name, as pandas DataFrames (offsets in source text)."""
        return tables.to_frames([self])


def extract(
    document: Document | str,
    *,
    doc_id: str = "text",
    title: str = "",
    date: str | None = None,
    watch: Callable[[str], None] | None = None,
) -> Extraction:
    """All mentions and events of a document or of a plain text.

    Scope: English encyclopedic prose. A text's content never raises; what no rule understands gives no mention, and what no table can hold (NUL, lone
    surrogates) becomes U+FFFD.
    ``date`` is the document's time (ISO 8601), the last resort for dates without a year. ``watch`` is told the name of each stage as it begins.

    >>> extract("On 6 November 2016 the rebels captured Aleppo.[1]").mentions.citations[0].value.label
    '1'
    """
    if isinstance(document, str):
        document = Document(doc_id=doc_id, text=without_surrogates(document), title=title, reference_date=date)
    with uncollected():
        return _through(document, watch or _unwatched)[0]


def unresolved(document: Document | str) -> list[Gap]:
    """What the rules leave unexplained in a document or in a plain text, in reading order.

    >>> [gap.key for gap in unresolved("The Danes attacked Kiel and tarried there.")]
    ['tarry']
    """
    if isinstance(document, str):
        document = Document(doc_id="text", text=document)
    with uncollected():
        found, tokens, parse = _through(document, _unwatched)
        return events.gaps_of(found, tokens, parse)


def _through(document: Document, begin: Callable[[str], None]) -> tuple[Extraction, Tokens, Parse]:
    """A document through all stages, with the tokens and the parse that lie under its mentions."""
    begin("cleaning")
    clean = cleaning.clean(document)
    begin("sentences")
    tokens = sentences.split(clean)
    begin("grammar")
    parse = grammar.parse(tokens)
    begin("mentions")
    found = _find(document, tokens, parse)
    begin("resolution")
    mentions = resolution.resolve(document, tokens, parse, found)
    begin("events")
    composed, mentions = events.compose(document, tokens, parse, mentions)
    return Extraction(document, clean, tokens.sentences, mentions, composed), tokens, parse


def _unwatched(stage: str) -> None:
    """Nobody asked."""


def _find(document: Document, tokens: Tokens, parse: Parse) -> Mentions:
    return Mentions(
        dates=find_dates(tokens, parse),
        places=find_places(tokens, parse),
        actors=find_actors(tokens, parse),
        counts=find_counts(tokens, parse),
        citations=find_citations(tokens.clean, document.references),
        triggers=find_triggers(tokens, parse),
    )
