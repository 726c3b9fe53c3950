"""What a batch is told: plain, frozen, and checked before anything is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError

__all__ = ["FORMATS", "Allowance", "Limits", "Options"]

FORMATS = ("csv", "jsonl", "parquet")
_ALLOWANCE = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%)?")


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many documents of a batch: a number, or a share of all.

    >>> Allowance.parse("1%", "--max-quarantine").of(250), Allowance.parse("3", "--max-quarantine").of(250)
    (2.5, 3.0)
    """

    number: float
    share: bool

    @classmethod
    def parse(cls, text: str, where: str, *, share: bool = False) -> Allowance:
        """``1%`` or ``20``, only the first with ``share``; raises `UsageError` for anything else, which names ``where`` it stands."""
        match = _ALLOWANCE.fullmatch(text.strip())
        if not match or (match["percent"] and float(match["number"]) > 100) or (share and not match["percent"]):
            allowed = (
                "no percentage such as 1%" if share else "neither a number of documents nor a percentage such as 1%"
            )
            raise UsageError(f"{where}: {text!r} is {allowed}")
        number = float(match["number"])
        return cls(number / 100, share=True) if match["percent"] else cls(number, share=False)

    def of(self, total: int) -> float:
        """The number it means among ``total``."""
        return self.number * total if self.share else self.number

    def __str__(self) -> str:
        return f"{self.number * 100:g}%" if self.share else f"{self.number:g}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost before it is quarantined."""

    characters: int = 5_000_000
    seconds: float = 60.0
    """Of processor time; a document that outlasts more than twice as many on the clock is ended with its worker."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to run, and how."""

    inputs: tuple[str, ...]
    out: Path
    formats: tuple[str, ...] = ("csv", "jsonl")
    workers: int = 0
    """0 for as many as there are cores, where the input is worth it."""
    fresh: bool = False
    """Forget what an earlier run left in ``out``."""
    retry: bool = False
    """Process quarantined documents again although nothing changed."""
    limit: int | None = None
    sample: Allowance | None = None
    input_format: str | None = None
    """A format of `pipeline.reading` for all inputs, whatever their names."""
    titles: tuple[str, ...] = ()
    """Only documents with such a title; ``*`` and ``?`` stand for any."""
    categories: tuple[str, ...] = ()
    """Only pages of a wiki that name such a category; ``*`` and ``?`` stand for any."""
    max_quarantine: Allowance = Allowance(0.01, share=True)
    encoding: str = "utf-8"
    limits: Limits = Limits()
    engine: str = "local"
    master: str = "local[*]"
