"""A run read document by document, each with its mentions and its nested events: what every export walks over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import ContractError
from pipeline.tables.columns import MENTION_KINDS
from pipeline.tables.reading import read_events, stream_table

__all__ = ["Article", "Mention", "read_articles"]

Mention = dict[str, Any]
"""A row of a mention table."""


@dataclass(frozen=True, slots=True)
class Article:
    """One document of a run: its row, its mentions by kind in reading order, its events nested as in ``events.jsonl``."""

    document: dict[str, Any]
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    cited: dict[str, list[str]] = field(default_factory=dict)
    """Ids of the citation mentions that support each event."""

    @property
    def doc_id(self) -> str:
        """The document's id."""
        return str(self.document["doc_id"])

    @property
    def text(self) -> str:
        """The text that all offsets index."""
        return str(self.document["text"])

    def by_id(self) -> dict[str, Mention]:
        """All mentions by their ids."""
        return {row["mention_id"]: row for kind in MENTION_KINDS for row in self.mentions.get(kind, ())}


class _Grouped:
    """Rows of one table, taken document by document (or event by event) in the order of those."""

    def __init__(self, name: str, rows: Iterable[dict[str, Any]], key: str = "doc_id") -> None:
        self.name = name
        self._key = key
        self._rows = iter(rows)
        self._next = next(self._rows, None)

    def take(self, owner: str) -> list[dict[str, Any]]:
        """The rows of a document, or of an event, that come next."""
        taken = []
        while self._next is not None and self._next[self._key] == owner:
            taken.append(self._next)
            self._next = next(self._rows, None)
        return taken

    def close(self) -> None:
        """Raise `ContractError` where rows are left: they are in another order than the documents, or of none."""
        if self._next is not None:
            owner = self._next[self._key]
            raise ContractError(
                f"{self.name}: rows of {owner!r} stand in another order than the documents, or belong to none"
            )


def read_articles(folder: Path) -> Iterator[Article]:
    """The documents of a run one after the other, so that a large run needs the memory of its largest document.

    Raises `UsageError` where the folder is no run's, `ContractError` where its tables are out of order.
    """
    events = _Grouped("events.jsonl", read_events(folder))
    tables = {kind: _Grouped(f"{kind}s", stream_table(folder, f"{kind}s")) for kind in MENTION_KINDS}
    links = _Grouped("event_citations", stream_table(folder, "event_citations"), "event_id")
    for document in stream_table(folder, "documents"):
        doc_id = document["doc_id"]
        mentions = {kind: table.take(doc_id) for kind, table in tables.items()}
        told = events.take(doc_id)
        cited = {e["event_id"]: [link["mention_id"] for link in links.take(e["event_id"])] for e in told}
        yield Article(document, mentions, told, cited)
    for grouped in (events, links, *tables.values()):
        grouped.close()
