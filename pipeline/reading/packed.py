"""Packed files: gzip, bzip2, xz and Zstandard, told by their first bytes, unpacked while they are read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import zlib
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from pipeline.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DAMAGES", "ENDINGS", "beginning", "chunks", "unpacked", "without_packing"]

ENDINGS = (".gz", ".bz2", ".xz", ".zst")
DAMAGES = (EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
"""What reading a damaged archive raises."""
_CHUNK = 1 << 18
_FREE = 64 << 20
"""Bytes that any archive may unpack to."""
_RATIO = 100
"""How much larger than the archive its content may be after that; text is 3 to 10 times as large."""


def without_packing(name: str) -> str:
    """A file's name without the ending of the archive.

    >>> without_packing("dump.xml.bz2"), without_packing("kut.txt")
    ('dump.xml', 'kut.txt')
    """
    stem, ending = os.path.splitext(name)  # noqa: PTH122 (a name, which may hold what a path must not)
    return stem if ending.lower() in ENDINGS else name


def unpacked(raw: BinaryIO) -> IO[bytes]:
    """What is packed in a file, as a stream; the file itself where nothing is. Reading it may raise `DAMAGES`.

    >>> unpacked(io.BytesIO(gzip.compress(b"Kut fell."))).read(), unpacked(io.BytesIO(b"Kut held.")).read()
    (b'Kut fell.', b'Kut held.')
    """
    head = raw.read(6)
    raw.seek(0)
    if head.startswith(b"BZh"):
        return cast("IO[bytes]", bz2.BZ2File(raw))
    if head.startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if head == b"\xfd7zXZ\x00":
        return cast("IO[bytes]", lzma.LZMAFile(raw))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return io.BufferedReader(_Zstandard(raw), _CHUNK)
    return raw


def chunks(path: str, raw: BinaryIO, size: int) -> Iterator[bytes]:
    """The content of a file of so many bytes, unpacked; raises `DocumentError` where it unpacks to more than text can."""
    stream = unpacked(raw)
    total = 0
    while chunk := stream.read(_CHUNK):
        total += len(chunk)
        if total > _FREE and total > _RATIO * max(1, size):
            raise DocumentError(
                f"it unpacks to more than {_RATIO} times its size: refused as a decompression bomb",
                source=path,
                error="Bomb",
            )
        yield chunk


def beginning(head: bytes, most: int) -> bytes:
    """The beginning of what is packed in a file, of whose first bytes it is told; nothing where they are damaged.

    >>> beginning(bz2.compress(b"Kut fell."), 3)
    b'Kut'
    """
    try:
        return unpacked(io.BytesIO(head)).read1(most)  # type: ignore[attr-defined,no-any-return]
    except DAMAGES:
        return b""


class _Zstandard(io.RawIOBase):
    """Frames of Zstandard one behind the other. The library's own reader takes an archive that was cut off for a whole one."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._frame: Any = None
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._rest and self._more():
            pass
        count = min(len(into), len(self._rest))
        into[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def _more(self) -> bool:
        """Unpack some more, which may still give nothing; false at the end."""
        import zstandard

        packed = self._raw.read(_CHUNK)
        if self._frame is None or self._frame.eof:
            packed = (self._frame.unused_data if self._frame else b"") + packed
            if not packed:
                return False
            self._frame = zstandard.ZstdDecompressor().decompressobj()
        elif not packed:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        try:
            self._rest = memoryview(self._frame.decompress(packed))
        except zstandard.ZstdError as error:
            raise OSError(str(error)) from error
        return True
