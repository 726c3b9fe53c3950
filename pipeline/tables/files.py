"""Files that are whole or not there: written beside their place, synced, renamed, and the folder synced."""

from __future__ import annotations

import errno
import json
import os
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["atomic", "output_folder", "sweep", "sync_folder", "write_json"]

_SUFFIX = ".partial"
_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """A binary stream whose content takes the place of ``path`` when the block ends well, and leaves no trace when it does not.

    Raises `UsageError` where no such file can be made.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with atomic(Path(folder, "kut.txt")) as stream:
    ...         _ = stream.write(b"Kut fell.")
    ...         before = list(Path(folder).glob("kut.txt"))
    ...     print(before, Path(folder, "kut.txt").read_text())
    [] Kut fell.
    """
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}")
    if path.is_dir():
        raise UsageError(f"{path}: is a folder, and a file is to be written")
    partial = path.with_name(f".{path.name}{_SUFFIX}")
    try:
        with _opened(partial, path) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException as error:
        if isinstance(error, OSError) and error.errno in _FULL:
            error.filename = error.filename or str(path)
        with suppress(OSError):
            partial.unlink()
        raise
    sync_folder(path.parent)


def _opened(partial: Path, path: Path) -> IO[bytes]:
    try:
        return partial.open("wb", buffering=1 << 20)
    except OSError as error:
        if error.errno in _FULL:
            raise  # a full disk is nobody's mistake
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def output_folder(path: Path) -> None:
    """Make a folder to write in, if it is not there yet; raises `UsageError` where it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}: the output folder must be one that can be written") from error


def sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut (a rename is durable only then)."""
    if os.name == "nt":
        return  # folders cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what a killed run left half written."""
    for partial in sorted(folder.rglob(f".*{_SUFFIX}")):
        partial.unlink(missing_ok=True)


def write_json(path: Path, value: dict[str, Any]) -> None:
    """A JSON file for people: indented, keys in the order given.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_json(Path(folder, "run.json"), {"documents": 17})
    ...     print(Path(folder, "run.json").read_text().strip())
    {
      "documents": 17
    }
    """
    with atomic(path) as stream:
        stream.write(json.dumps(value, indent=2, ensure_ascii=False).encode() + b"\n")
