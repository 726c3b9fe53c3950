"""Reading: files, records and dumps → `Document`, one reader a format, streaming.

It goes in two steps, so that the dear one runs in the workers of a batch, under its time limit:

    split   a file → `Record` …      cheap: cuts the file into documents as they stand (lines, rows, pages, the file itself)
    read    a `Record` → `Document`  parses the mark-up of one document; raises `DocumentError`, which quarantines that document alone

`FORMATS` says which functions do it for which format. A format is one module here, and one entry in `pipeline.reading.formats`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.errors import DocumentError
from pipeline.reading.formats import FORMATS, format_of, read_record, split_source
from pipeline.reading.inputs import expand
from pipeline.reading.record import Record, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.records import Document

__all__ = [
    "FORMATS",
    "Record",
    "Source",
    "expand",
    "format_of",
    "read_documents",
    "read_record",
    "split_source",
]


def read_documents(path: Path | str, encoding: str = "utf-8") -> Iterator[Document | DocumentError]:
    """The documents of a file, a folder or a glob, in the order of their paths; for each that cannot be read, the error.

    Raises `UsageError` where nothing is found.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "siege-of-kut.txt").write_text("Kut fell on 29 April 1916.")
    ...     print([document.title for document in read_documents(folder)])
    ['siege of kut']
    """
    for source in expand([str(path)]):
        for record in split_source(source, encoding):
            if isinstance(record, DocumentError):
                yield record
                continue
            if record.skip:
                continue
            try:
                yield read_record(record)
            except DocumentError as error:
                yield error
