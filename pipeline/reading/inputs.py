"""Inputs: what stands on the command line → `Source`: files, folders, globs, and ``-`` for standard input."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.reading.formats import AUTO, FORMATS, format_of
from pipeline.reading.packed import ENDINGS as PACKED
from pipeline.reading.recognize import recognize
from pipeline.reading.record import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["STDIN", "expand"]

STDIN = "-"
_NO_PROSE = {
    ".csv": "tables as CSV are not read",
    ".tsv": "tables as TSV are not read",
    ".json": "JSON is read with one record a line",
}


def expand(
    inputs: Iterable[str],
    without: Path | None = None,
    input_format: str | None = None,
    left: Counter[str] | None = None,
) -> list[Source]:
    """The files that the inputs mean, each once, sorted by path: the order on the command line changes nothing.

    A file named by itself is read whatever its ending; what an unknown one means is told by its first bytes, unless ``input_format`` says it. In folders only known endings count, hidden files and
    ``README`` do not, nor does what lies in the folder ``without``, or a pipe; a folder in them that may not be looked into is a file that cannot be read. How many
    files of which other endings they hold goes into ``left``. Raises
    `UsageError` for a path that does not exist, for a folder or glob without any document, and for HTML where its parser is not installed.

    >>> import tempfile
    >>> from pathlib import Path
    >>> left = Counter()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("kut.txt", "README.md", ".hidden.txt", "kut.png"):
    ...         Path(folder, name).touch()
    ...     print([(Path(source.path).name, source.format) for source in expand([folder], left=left)], dict(left))
    [('kut.txt', 'text')] {'.png': 1}
    """
    named = [name for name in FORMATS if name != "spark"]  # rows of a DataFrame, which no file holds
    if input_format is not None and input_format not in named:
        raise UsageError(f"--input-format: {input_format!r} is no format; there are {', '.join(named)}")
    found: dict[str, Source] = {}
    for given in inputs:
        try:
            for path in (
                [STDIN] if given == STDIN else map(str, _paths(given, without, Counter() if left is None else left))
            ):
                found[path] = _source(path, input_format)
        except OSError as error:  # a folder on the way to it is closed to us, a name too long
            raise UsageError(f"{error.filename or given}: {error.strerror}") from error
    if not found:
        raise UsageError("no input given: name files, folders, globs, or - for standard input")
    if any(source.format == "html" for source in found.values()) and find_spec("selectolax") is None:
        raise UsageError("HTML pages need the extra for them: pip install 'prose-events[wiki]'")
    return [found[name] for name in sorted(found)]


def _paths(given: str, without: Path | None, left: Counter[str]) -> list[Path]:
    """The files that an input other than standard input means; raises `UsageError` where there is none."""
    path = Path(given)
    if not given.strip():  # what a shell makes of a variable that is not set; a path of it would be the working folder
        raise UsageError("an input has no name: is a variable empty?")
    if path.is_dir():
        paths = _in_folder(path, without, left)
    elif path.exists():
        paths = [path]
    elif glob.has_magic(given):
        paths = sorted(q for p in map(Path, glob.glob(given, recursive=True)) for q in _files(p, without, left))  # noqa: PTH207 (absolute and relative patterns)
    else:
        raise UsageError(f"{given}: no such file or folder")
    if paths:
        return paths
    if not path.exists():
        raise UsageError(f"{given}: no file matches; known endings: {_endings()}")
    if without is not None and path.resolve() == without.resolve():
        raise UsageError(f"{given}: input and output are the same folder")
    raise UsageError(f"{given}: no document in it; known endings: {_endings()}")


def _source(path: str, input_format: str | None) -> Source:
    if path == STDIN or _is_special(path):
        return Source(path, input_format or AUTO, 0, piped=True)
    named = Path(path)
    return Source(path, input_format or format_of(named.name) or _by_content(named), _size(named))


def _is_special(path: str | Path) -> bool:
    """Whether something is a pipe, a device or a socket: opening one may wait for ever, and what was read of it is gone."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False  # reading it will tell
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _files(path: Path, without: Path | None, left: Counter[str]) -> list[Path]:
    return _in_folder(path, without, left) if path.is_dir() else [path]


def _in_folder(folder: Path, without: Path | None, left: Counter[str]) -> list[Path]:
    paths, closed = list[Path](), list[OSError]()
    barred = without.resolve() if without else None
    for at, folders, names in os.walk(folder, onerror=closed.append):
        if Path(at).resolve() == barred:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        seen = [name for name in names if not name.startswith(".") and Path(name).stem.upper() != "README"]
        left.update(Path(name).suffix.lower() for name in seen if format_of(name) is None)
        paths += [path for name in seen if format_of(name) and not _is_special(path := Path(at, name))]
    return sorted(paths + [Path(error.filename) for error in closed])


def _endings() -> str:
    known = sorted(suffix for one in FORMATS.values() for suffix in one.suffixes)
    return f"{', '.join(known)}, each also with {', '.join(PACKED)}"


def _by_content(path: Path) -> str:
    """What the first bytes of a file of no known ending tell; raises `UsageError` for records in a form that would be read as prose."""
    try:
        with path.open("rb") as file:
            told = recognize(file.read(1 << 16))
    except OSError:
        return "text"  # reading it will tell
    if told == "text" and path.suffix.lower() in _NO_PROSE:
        raise UsageError(
            f"{path}: {_NO_PROSE[path.suffix.lower()]}; give its records as JSON lines or Parquet with a column text, or read it as prose with --input-format text"
        )
    return told


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it will tell
