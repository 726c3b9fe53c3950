"""What a label may hold."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.records import Category, Status

__all__ = ["Casualty", "LabelledEvent", "slips"]

_DAY = r"-?\d{4}(?:-\d\d(?:-\d\d)?)?"
_DATE = re.compile(rf"(?:{_DAY}(?:/{_DAY})?)?")
_TYPE = re.compile(r"[A-Z]+\.[a-z_]+")


class Casualty(BaseModel):
    """Victims of one category; ``low`` or ``high`` is left out where the text leaves it open."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    category: Category
    low: int | None = Field(None, ge=0)
    high: int | None = Field(None, ge=0)
    who: str | None = None


class LabelledEvent(BaseModel):
    """One event as a person labels it, after the annotation guidelines."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    trigger: str
    type: str
    status: Status = "asserted"
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


def slips(error: ValidationError) -> list[str]:
    """What is wrong with a label: each slip with its key, and what is allowed.

    >>> try:
    ...     LabelledEvent.model_validate({"trigger": "Kut «fell»", "type": "TERRITORY.capture", "places": "Kut", "plcae": "Kut"})
    ... except ValidationError as error:
    ...     for slip in slips(error):
    ...         print(slip[:67])
    places: must be a list, as in ["Mosul"]
    plcae: is no key; there are trigger, type, status, date, places, in
    """
    found = []
    for slip in error.errors(include_url=False):
        declared = Casualty if slip["loc"][0] == "casualties" and len(slip["loc"]) > 1 else LabelledEvent
        said = {
            "extra_forbidden": f"is no key; there are {', '.join(declared.model_fields)}",
            "missing": "is missing",
            "tuple_type": 'must be a list, as in ["Mosul"]',
        }.get(slip["type"], slip["msg"].removeprefix("Value error, "))
        found.append(f"{'.'.join(map(str, slip['loc']))}: {said}")
    return found
