"""prose-events: encyclopedic prose on conflicts → normalized event tables, every cell grounded in its source.

read_documents(path) → Document → extract() → Extraction → .tables()
"""

from __future__ import annotations

from pipeline.flow import Extraction, extract
from pipeline.reading import read_documents
from pipeline.records import Document

__all__ = ["Document", "Extraction", "extract", "read_documents"]
