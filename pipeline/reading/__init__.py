"""Reading: files, records and dumps → `Document`, one reader a format, streaming.

A reader yields a `Document` or a `DocumentError` for each document, so that one bad document never ends a batch.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import DocumentError
from pipeline.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_documents"]


def read_documents(path: Path) -> Iterator[Document | DocumentError]:
    """The documents of one file, in its order."""
    if path.suffix == ".jsonl":
        yield from _read_jsonl(path)
    else:
        text = path.read_text(encoding="utf-8")
        yield Document(
            doc_id=path.stem,
            text=text,
            title=path.stem.replace("_", " ").replace("-", " "),
            source=str(path),
            markup="markdown" if path.suffix == ".md" else "plain",
        )


def _read_jsonl(path: Path) -> Iterator[Document | DocumentError]:
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            record = json.loads(line)
            if not isinstance(record.get("text"), str):
                yield DocumentError("the record has no text", source=f"{path}:{number}")
                continue
            doc_id = str(record.get("doc_id") or record.get("id") or hashlib.sha256(line.encode()).hexdigest()[:12])
            yield Document(
                doc_id=doc_id,
                text=record["text"],
                title=record.get("title") or doc_id,
                source=record.get("url") or f"{path}:{number}",
                format="jsonl",
                reference_date=record.get("date"),
            )
