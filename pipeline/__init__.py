"""prose-events: encyclopedic prose on conflicts → normalized event tables, every cell grounded in its source.

read_documents(path) → Document → extract() → Extraction → .tables()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.flow import Extraction, extract
    from pipeline.reading import read_documents
    from pipeline.records import Document

__all__ = ["Document", "Extraction", "extract", "read_documents"]

_HOMES = {
    "Document": "pipeline.records",
    "Extraction": "pipeline.flow",
    "extract": "pipeline.flow",
    "read_documents": "pipeline.reading",
}


def __getattr__(name: str) -> Any:
    # spaCy takes a second to import: commands that only read tables (diff, review, score) need not wait for it.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
