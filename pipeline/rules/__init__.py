"""The only reader of ``pipeline/data``: rules and vocabularies as validated, frozen values.

Each kind of rule has a module here with its model and one cached loader; this module holds what they share: reading TOML against a model
and CSV against its columns, with errors that name file, key or line, and what is allowed.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar, get_args

import tomli
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    pipeline.errors.RuleError: data/sentences.toml: before_number: no such key; there are before_name
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
        raise RuleError(f"data/{name}: {_slip(raw, model, error)}") from error


def _slip(raw: object, model: type[BaseModel], error: ValidationError) -> str:
    """The first slip in a file: its key, what is wrong with it, and which keys there are where that is the matter."""
    found = error.errors(include_url=False)
    # Who misspells a key misses it too: the misspelled one is what he wrote.
    slip = next((one for one in found if one["type"] == "extra_forbidden"), found[0])
    key = []
    for part in slip["loc"]:
        if isinstance(raw, list) and isinstance(part, int):
            raw = raw[part]
            key.append(str(raw.get("name", part) if isinstance(raw, dict) else part))
        else:
            raw = raw.get(part) if isinstance(raw, dict) else None
            key.append(str(part))
    if slip["type"] not in ("extra_forbidden", "missing"):
        return f"{'.'.join(key)}: {slip['msg']}"
    for part in slip["loc"][:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models(model.model_fields[part].annotation), model)
    said = "no such key" if slip["type"] == "extra_forbidden" else "this key is missing"
    return f"{'.'.join(key)}: {said}; there are {', '.join(sorted(model.model_fields))}"


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a field's annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


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
                raise RuleError(
                    f"data/{name}: line {reader.line_num}: {len(columns)} cells expected, not {len(cells)}: {', '.join(columns)}"
                )
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
