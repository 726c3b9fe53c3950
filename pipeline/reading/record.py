"""`Record`: one document as it stands in its source."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from pipeline.errors import DocumentError
from pipeline.reading.packed import without_packing
from pipeline.records import Document

__all__ = ["Record", "Source", "decode", "stem_of", "title_from_id", "without_surrogates"]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive, as .docx, .odt and .epub are",
    b"\xd0\xcf\x11\xe0": "a document of an old Office",
    b"{\\rtf": "RTF",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_BOMS = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read."""

    path: str
    """Path as it will stand in ``documents.source``; ``-`` is standard input."""
    format: str
    size: int
    """Bytes; 0 for standard input."""
    piped: bool = False
    """Standard input, or a pipe such as ``<(zcat kut.gz)`` is in a shell: it can be read once."""


@dataclass(frozen=True, slots=True)
class Record:
    """One document as it stands in its source, not yet parsed: cheap to cut out, cheap to send to another process."""

    doc_id: str
    source: str
    """Path, ``path:line``, or URL."""
    format: str
    """A key of `pipeline.reading.FORMATS`."""
    payload: str | bytes
    """The text, or the bytes of the file."""
    title: str = ""
    reference_date: str | None = None
    license: str | None = None
    encoding: str = "utf-8"
    """How to read ``payload`` where it is bytes."""
    weight: int = 0
    """Bytes of the source file that it accounts for: what progress counts."""
    skip: str = ""
    """Why it is to be passed over (``redirect``, ``no article``), empty for a document."""

    def text(self) -> str:
        """The payload as text; raises `DocumentError` for bytes that are none in the encoding."""
        if isinstance(self.payload, str):
            return without_surrogates(self.payload)
        try:
            return decode(self.payload, self.encoding)
        except UnicodeDecodeError as error:
            raise DocumentError(
                f"byte {error.start} is not {error.encoding}; if the file has another encoding, name it with --encoding",
                source=self.source,
                doc_id=self.doc_id,
                error="WrongEncoding",
            ) from error
        except BinaryContentError as error:
            raise DocumentError(str(error), source=self.source, doc_id=self.doc_id, error="Binary") from error

    def document(self, text: str, title: str = "", **told: Any) -> Document:
        """The document that a reader makes of the record; ``told`` are further fields of it, which hold where the record says nothing.

        >>> Record("siege-of_kut", "kut.txt", "text", "Kut fell.").document("Kut fell.", license="CC0").title
        'siege of kut'
        """
        told |= {name: said for name in ("reference_date", "license") if (said := getattr(self, name))}
        named = self.title or title or title_from_id(self.doc_id)
        return Document(self.doc_id, text, named, self.source, self.format, **told)

    def renamed(self, doc_id: str) -> Record:
        """The same record under another id."""
        return replace(self, doc_id=doc_id)

    def weighing(self, weight: int) -> Record:
        """The same record, accounting for so many bytes of its source."""
        return replace(self, weight=weight)


class BinaryContentError(ValueError):
    """Bytes that are no text in any encoding."""


def _refuse_binary(payload: bytes) -> None:
    """Raise `BinaryContentError` for what is known not to be text, and how it may become some."""
    kind = next((said for mark, said in _BINARY.items() if payload.startswith(mark)), "")
    if payload[257:262] == b"ustar":
        kind = "a tar archive"
    if kind:
        raise BinaryContentError(f"{kind}, and no text: unpack or convert it first")


def decode(payload: bytes, encoding: str = "utf-8") -> str:
    r"""Bytes as text, line ends kept; a byte order mark decides and is dropped.

    Raises `UnicodeDecodeError`, and `BinaryContentError` for bytes with NUL in them.

    >>> decode(b"\xef\xbb\xbfKut fell."), decode("Kut fell.".encode("utf-16"))
    ('Kut fell.', 'Kut fell.')
    """
    _refuse_binary(payload)
    for mark, marked in _BOMS.items():
        if payload.startswith(mark):
            return without_surrogates(payload.decode(marked))
    if b"\x00" in payload and not encoding.lower().startswith(("utf-16", "utf-32", "utf16", "utf32")):
        raise BinaryContentError(f"binary: NUL at byte {payload.index(0)}")
    text = payload.decode(encoding).removeprefix("\ufeff")
    return without_surrogates(text)


def without_surrogates(text: str) -> str:
    r"""The text with U+FFFD for each lone surrogate and NUL, which no output format can hold; offsets stay.

    >>> without_surrogates("K\x00t fell\ud800.")
    'K�t fell�.'
    """
    return _UNSTORABLE.sub("\ufffd", text)


def stem_of(name: str) -> str:
    """A file's name without folders and endings: ``a/battle.jsonl.gz`` → ``battle``.

    >>> stem_of("corpus/battle-of-mosul-2016-17.html"), stem_of("dump.xml.bz2")
    ('battle-of-mosul-2016-17', 'dump')
    """
    path = PurePath(name)
    return PurePath(without_packing(path.name)).stem


def title_from_id(doc_id: str) -> str:
    """An id read as words, where nothing else names the document.

    >>> title_from_id("battle_of-kyiv")
    'battle of kyiv'
    """
    return doc_id.replace("_", " ").replace("-", " ")
