"""Settings: flag > environment (``PROSE_EVENTS_*``) > ``prose-events.toml`` > default, and where each value comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILE", "PREFIX", "Resolved", "Settings", "resolve"]

FILE = "prose-events.toml"
PREFIX = "PROSE_EVENTS_"
_MOST_WORKERS = 1024
"""Each is a process that is started at once: a slip of the hand must not take the machine down."""


class Settings(BaseModel):
    """Everything that can be set, with its default; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: tuple[Literal["csv", "jsonl", "parquet"], ...] = Field(
        ("csv", "jsonl"), description="what to write", min_length=1
    )
    workers: Literal["auto"] | int = Field("auto", description="processes; auto: one for each core where it pays")
    max_quarantine: str = Field(
        "1%", description="documents that may fail: a number, or a percentage", coerce_numbers_to_str=True
    )
    max_characters: int = Field(5_000_000, gt=0, description="a longer document is quarantined")
    timeout: float = Field(60.0, gt=0, le=86_400, description="seconds of processor time that one document may take")
    encoding: str = Field("utf-8", description="of text files without a byte order mark")
    cache: str = Field("", description="folder of the compiled gazetteer; empty: the user's cache folder")
    engine: Literal["local", "spark"] = Field("local", description="who runs the shards")
    master: str = Field("local[*]", description="Spark's master, for the engine spark")

    @field_validator("format", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        if isinstance(value, str):
            value = [part.strip() for part in value.split(",")]
        if not isinstance(value, list | tuple):
            raise ValueError("must be a list of csv, jsonl and parquet")  # noqa: TRY004 (a type error would pass by Pydantic)
        return tuple(dict.fromkeys(value))

    @field_validator("workers", mode="before")
    @classmethod
    def _some_workers(cls, value: object) -> str | int:
        if value == "auto":
            return "auto"
        number = int(str(value)) if re.fullmatch(r"\d{1,4}", str(value)) else 0
        if not 1 <= number <= _MOST_WORKERS:
            raise ValueError(f"must be a number from 1 to {_MOST_WORKERS}, or auto")
        return number

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str) -> str:
        try:
            "".encode(value)
        except LookupError as error:
            raise ValueError("is no encoding that Python knows") from error
        return value


@dataclass(frozen=True, slots=True)
class Resolved:
    """The settings in force, and for each where it was set: a flag, a variable, the file, or ``default``."""

    settings: Settings
    origin: dict[str, str]


def resolve(
    flags: Mapping[str, Any], environ: Mapping[str, str], folder: Path, *, file: Path | None = None
) -> Resolved:
    """The settings in force. ``flags`` that are None were not given; ``file`` replaces the one in ``folder``.

    Raises `UsageError` for an unknown key or a value that is not allowed, naming where it stands.

    >>> resolve({"workers": 2}, {"PROSE_EVENTS_TIMEOUT": "5"}, Path("/nowhere")).origin["timeout"]
    'PROSE_EVENTS_TIMEOUT'
    """
    values: dict[str, Any] = {}
    origin = dict.fromkeys(Settings.model_fields, "default")
    path = file or folder / FILE
    for name, value in _of_file(path, required=file is not None).items():
        values[name], origin[name] = value, str(path)
    for variable in sorted(environ):
        if variable.startswith(PREFIX):
            name = variable.removeprefix(PREFIX).lower()
            values[name], origin[name] = environ[variable], variable
    for name, value in flags.items():
        if value is not None:
            values[name], origin[name] = value, f"--{name.replace('_', '-')}"
    unknown = sorted(values.keys() - Settings.model_fields.keys())
    if unknown:
        known = ", ".join(sorted(Settings.model_fields))
        raise UsageError(f"{origin[unknown[0]]}: there is no setting {unknown[0]!r}; there are {known}")
    try:
        return Resolved(Settings.model_validate(values), origin)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        said = first["msg"].removeprefix("Value error, ")
        raise UsageError(f"{origin[name]}: {name} = {values.get(name)!r}: {said}") from error


def _of_file(path: Path, *, required: bool) -> dict[str, Any]:
    if not path.is_file():
        if required:
            raise UsageError(f"{path}: no such file")
        return {}
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: byte {error.start} is not UTF-8") from error
    except tomli.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
