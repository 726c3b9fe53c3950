"""Hand-labelled events: the TOML files that people edit (or JSON lines), read with errors that name file and line.

One file a document. A label's place in the text is a stretch of the source that occurs once, its trigger between « »; so that a person never counts
characters, and an edit elsewhere in the text moves nothing.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.errors import LabelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Casualty", "Label", "LabelledEvent", "find_stretch", "read_labels"]

_DAY = r"-?\d{4}(?:-\d\d(?:-\d\d)?)?"
_DATE = re.compile(rf"(?:{_DAY}(?:/{_DAY})?)?")
_TYPE = re.compile(r"[A-Z]+\.[a-z_]+")
_BLOCK = re.compile(r"^\s*\[\[\s*events\s*\]\]")


class Casualty(BaseModel):
    """Victims of one category; ``low`` or ``high`` is left out where the text leaves it open."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    category: Literal["killed", "wounded", "captured", "missing", "displaced", "losses"]
    low: int | None = Field(None, ge=0)
    high: int | None = Field(None, ge=0)
    who: str | None = None


class LabelledEvent(BaseModel):
    """One event as a person labels it, after the annotation guidelines."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    trigger: str
    type: str
    status: Literal["asserted", "reported", "planned", "attempted", "negated"] = "asserted"
    date: str = ""
    """``2016``, ``2016-11``, ``2016-11-06``, two of them with ``/`` between, or nothing."""
    places: tuple[str, ...] = ()
    initiator: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    citations: tuple[str, ...] = ()
    opt: bool = False
    """Neither required nor punished."""
    opt_places: tuple[str, ...] = ()
    opt_actors: tuple[str, ...] = ()
    opt_citations: tuple[str, ...] = ()
    note: str = ""

    @field_validator("type")
    @classmethod
    def _typed(cls, value: str) -> str:
        if not _TYPE.fullmatch(value):
            raise ValueError("must be TYPE.subtype, as in TERRITORY.capture")
        return value

    @field_validator("date", mode="before")
    @classmethod
    def _dated(cls, value: object) -> object:
        if value is None:  # as JSON lines may say it
            return ""
        if not isinstance(value, str):
            raise ValueError('must be text: date = "2016-11-06"')  # noqa: TRY004 (pydantic reports ValueError)
        if not _DATE.fullmatch(value):
            raise ValueError("must be 2016, 2016-11, 2016-11-06, START/END or empty; BC years with a minus: -0490")
        return value


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled event with its place in the text."""

    doc_id: str
    start: int
    end: int
    trigger: str
    event: LabelledEvent
    where: str = field(compare=False)
    """``file:line`` of the label."""


def read_labels(path: Path, texts: Mapping[str, str]) -> dict[str, list[Label]]:
    """The labels by document, in reading order, of a folder of TOML files, one TOML file, or JSON lines with offsets.

    ``texts`` are the documents' source texts by id. Raises `LabelError` with file and line for a malformed label, for a stretch that is not
    in the text or more than once, and for a document without text.
    """
    if path.is_dir():
        files = sorted(path.glob("*.toml"))
    elif path.is_file():
        files = [path]
    else:
        raise LabelError(f"{path}: no such file or folder")
    if not files:
        raise LabelError(f"{path}: no *.toml in it")
    labels: dict[str, list[Label]] = {}
    for file in files:
        found = _of_json_lines(file) if file.suffix == ".jsonl" else _of_toml(file, texts)
        for doc_id, some in found:
            labels.setdefault(doc_id, []).extend(some)
    return {doc_id: sorted(labels[doc_id], key=lambda label: (label.start, label.end)) for doc_id in sorted(labels)}


def _of_toml(file: Path, texts: Mapping[str, str]) -> Iterator[tuple[str, list[Label]]]:
    try:
        content = file.read_text(encoding="utf-8")
        raw = tomllib.loads(content)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LabelError(f"{file}: {error}") from error
    unknown = sorted(raw.keys() - {"doc_id", "events"})
    if unknown:
        raise LabelError(f"{file}: unknown key {unknown[0]!r}; there are doc_id and [[events]]")
    doc_id = raw.get("doc_id")
    if not isinstance(doc_id, str):
        raise LabelError(f'{file}: doc_id = "…" is missing')
    if doc_id not in texts:
        raise LabelError(f"{file}: the document {doc_id!r} is not among those read")
    lines = [number for number, line in enumerate(content.splitlines(), start=1) if _BLOCK.match(line)]
    labels = []
    for line, fields in zip(lines, raw.get("events", []), strict=True):
        where = f"{file}:{line}"
        event = _validated(fields, where)
        start, end = find_stretch(event.trigger, texts[doc_id], where)
        labels.append(Label(doc_id, start, end, texts[doc_id][start:end], event, where))
    yield doc_id, labels


def _of_json_lines(file: Path) -> Iterator[tuple[str, list[Label]]]:
    """Labels that carry offsets: keys ``doc_id``, ``start``, ``end`` and those of `LabelledEvent`."""
    with file.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            where = f"{file}:{number}"
            try:
                fields: dict[str, Any] = json.loads(line)
                doc_id, start, end = fields.pop("doc_id"), fields.pop("start"), fields.pop("end")
            except (ValueError, KeyError, AttributeError) as error:
                raise LabelError(f"{where}: a JSON object with doc_id, start and end is needed") from error
            event = _validated(fields, where)
            yield doc_id, [Label(doc_id, start, end, event.trigger, event, where)]


def _validated(fields: Any, where: str) -> LabelledEvent:
    try:
        return LabelledEvent.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden":
            said = f"is no key; there are {', '.join(LabelledEvent.model_fields)}"
        elif first["type"] == "missing":
            said = "is missing"
        raise LabelError(f"{where}: {key}: {said}") from error


def find_stretch(stretch: str, text: str, where: str) -> tuple[int, int]:
    """The offsets of the trigger of a stretch in its text; line ends and spaces may differ.

    >>> find_stretch("rebels «seized» Minyan", "On 28 October rebels seized Minyan.", "x.toml:3")
    (21, 27)
    """
    before, opened, rest = stretch.partition("«")
    trigger, closed, after = rest.partition("»")
    if not (opened and closed and trigger.strip()) or "«" in after or "»" in after:
        raise LabelError(f"{where}: trigger: one «…» is needed, got {stretch!r}")
    pattern = re.compile(f"{_loose(before)}(?P<trigger>{_loose(trigger)}){_loose(after)}")
    found = list(pattern.finditer(text))
    if len(found) != 1:
        times = f"{len(found)} times" if found else "nowhere"
        raise LabelError(f"{where}: trigger: {stretch!r} stands {times} in the text; it must stand there once")
    return found[0].span("trigger")


def _loose(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", words))
