"""The only reader of ``pipeline/data``: rules and vocabularies as validated, frozen values.

Each kind of rule has a module here with its model and one cached loader; this module holds what they share: reading TOML against a model
and CSV against its columns, with errors that name file, key or line, and what is allowed.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import tomli
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import RuleError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["ByFirstWord", "RuleFile", "by_first_word", "data_path", "read_csv", "read_toml"]

ByFirstWord = Mapping[str, tuple[tuple[str, ...], ...]]
"""Words and phrases, each as its words, by the first of them."""


class RuleFile(BaseModel):
    """A TOML rule file, or a table in one: unknown keys are errors, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


Model = TypeVar("Model", bound=RuleFile)


def by_first_word(phrases: tuple[str, ...]) -> ByFirstWord:
    """Words and phrases by their first word.

    >>> by_first_word(("back", "in vain", "in force"))
    {'back': (('back',),), 'in': (('in', 'vain'), ('in', 'force'))}
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {word: tuple(some) for word, some in found.items()}


def data_path(name: str) -> Traversable:
    """The file or folder ``pipeline/data/<name>``, in the source tree or an installed package.

    >>> data_path("events/territory.capture.toml").is_file()
    True
    """
    return files("pipeline") / "data" / name


def read_toml(name: str, model: type[Model]) -> Model:
    """The TOML file ``data/<name>`` as ``model``; raises `RuleError` with file, key and what is allowed.

    >>> class Words(RuleFile):
    ...     before_name: tuple[str, ...]
    >>> read_toml("sentences.toml", Words)
    Traceback (most recent call last):
    pipeline.errors.RuleError: data/sentences.toml: before_number: Extra inputs are not permitted; top-level keys are before_name
    """
    try:
        raw = tomli.loads(data_path(name).read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise RuleError(f"data/{name}: byte {error.start} is not UTF-8") from error
    except (OSError, tomli.TOMLDecodeError) as error:
        raise RuleError(f"data/{name}: {error}") from error
    try:
        # JSON mode accepts a TOML array for a tuple, strictly typed otherwise.
        return model.model_validate(raw, strict=False)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"]) or "(top level)"
        allowed = ", ".join(sorted(model.model_fields))
        raise RuleError(f"data/{name}: {key}: {first['msg']}; top-level keys are {allowed}") from error


def read_csv(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of ``data/<name>``, all cells text; raises `RuleError` where header or order is wrong or a row stands twice.

    Rows are sorted by the first column, so that a change shows as one line.

    >>> read_csv("given_names.csv", ("name",))[0]
    {'name': 'Aarne'}
    """
    with data_path(name).open(encoding="utf-8") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        if tuple(header) != columns:
            raise RuleError(f"data/{name}: line 1: columns are {header}, must be {list(columns)}")
        rows: list[dict[str, str]] = []
        for cells in reader:
            if len(cells) != len(columns):
                raise RuleError(f"data/{name}: line {reader.line_num}: {len(columns)} cells expected")
            rows.append(dict(zip(columns, cells, strict=True)))
    first = columns[0]
    for line, (row, after) in enumerate(pairwise(rows), start=3):
        if after[first] < row[first]:
            raise RuleError(
                f"data/{name}: line {line}: {after[first]!r} must stand before {row[first]!r}: rows are sorted"
            )
        if after == row:
            raise RuleError(f"data/{name}: line {line}: {row[first]!r} stands twice")
    return rows
