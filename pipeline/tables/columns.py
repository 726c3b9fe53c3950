"""The output contract: every table and column, declared once.

The CSV header, the Arrow schema, the data contract and the README's table are derived from `TABLES`. A change is additive and raises
`SCHEMA_VERSION`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import CATEGORIES, STATUSES

__all__ = ["MENTION_KINDS", "MENTION_TABLES", "SCHEMA_VERSION", "TABLES", "Column", "Table"]

SCHEMA_VERSION = 1
MENTION_KINDS = ("date", "place", "actor", "count", "citation")
"""In the order in which they are written where order is free."""
MENTION_TABLES = tuple(f"{kind}s" for kind in MENTION_KINDS)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its Arrow type (string, int64 or float64), whether it may be null, and what it says."""

    name: str
    type: str
    nullable: bool
    description: str
    allowed: tuple[str, ...] = ()
    """The values it may hold; empty where it is open."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, and what a row is."""

    name: str
    description: str
    columns: tuple[Column, ...]


def _text(name: str, description: str, *allowed: str) -> Column:
    return Column(name, "string", nullable=False, description=description, allowed=allowed)


def _maybe(name: str, description: str, *allowed: str) -> Column:
    return Column(name, "string", nullable=True, description=description, allowed=allowed)


def _int(name: str, description: str) -> Column:
    return Column(name, "int64", nullable=False, description=description)


def _count(name: str, description: str) -> Column:
    return Column(name, "int64", nullable=True, description=description)


def _degrees(name: str, description: str) -> Column:
    return Column(name, "float64", nullable=True, description=description)


_GRANULARITY = ("time", "day", "week", "month", "season", "year", "decade", "century", "span")
_PRECISION = ("exact", "containing", "country", "none")

_MENTION = (
    _text("mention_id", "document, sentence, kind and position in the sentence"),
    _text("doc_id", "the document"),
    _text("sent_id", "the sentence"),
    _int("start", "first character in documents.text"),
    _int("end", "one past the last character in documents.text"),
    _text("text", "documents.text[start:end]"),
)
_RULE = _text("rule", "the rule that made the row")


def _mentions(name: str, description: str, *columns: Column) -> Table:
    return Table(name, description, (*_MENTION, *columns, _RULE))


def _link(name: str, description: str, *roles: str) -> Table:
    columns = (_text("event_id", "the event"), _text("mention_id", "the mention"))
    return Table(name, description, (*columns, _text("role", "the role it fills", *roles)) if roles else columns)


_ALL = (
    Table(
        "documents",
        "one row a document",
        (
            _text("doc_id", "unique in a run"),
            _text("title", "title of the article"),
            _text("source", "path or URL it came from"),
            _text("format", "format it was read from"),
            _text("text", "the text that all offsets index"),
            _int("chars", "length of text in code points"),
            _int("sentences", "number of sentences"),
            _int("events", "number of events"),
            _maybe("reference_date", "document time, ISO 8601"),
            _text("language", "language code"),
            _text("sha256", "SHA-256 of text in UTF-8"),
            _maybe("license", "licence of the text, where known"),
        ),
    ),
    Table(
        "sentences",
        "one row a sentence, heading, list item, caption, infobox line or table row",
        (
            _text("sent_id", "document and content"),
            _text("doc_id", "the document"),
            _int("start", "first character in documents.text"),
            _int("end", "one past the last character in documents.text"),
            _text("section", "heading path, ' > ' between levels"),
            _text("kind", "what it is", "prose", "heading", "list", "caption", "infobox", "table"),
            _text("text", "documents.text[start:end]"),
        ),
    ),
    _mentions(
        "dates",
        "one row a temporal expression",
        _text("timex_type", "TIMEX3 type", "DATE", "TIME", "DURATION", "SET"),
        _maybe("timex_value", "TIMEX3 value"),
        _maybe("mod", "TIMEX3 modifier"),
        _maybe("date_start", "first day, ISO 8601; BC with a minus"),
        _maybe("date_end", "last day, included"),
        _maybe("granularity", "unit of the interval", *_GRANULARITY),
        _text("derivation", "how the value was reached"),
        _maybe("anchor_id", "the date mention it was counted from"),
    ),
    _mentions(
        "places",
        "one row a toponym",
        _text("name", "canonical name"),
        _text("kind", "country, region, city, district, landmark, facility, water, polity …"),
        _maybe("country", "ISO 3166 alpha-2; null for historic polities and seas"),
        _maybe("admin1", "name of the first-level division; null where it is not known"),
        _degrees("lat", "WGS84 latitude"),
        _degrees("lon", "WGS84 longitude"),
        _count("geonameid", "GeoNames id"),
        _text("precision", "what the coordinates are those of", *_PRECISION),
        _text("relation", "at, near, north_of, 2 km north_of, western_outskirts …"),
    ),
    _mentions(
        "actors",
        "one row a mention of an actor",
        _text("actor_id", "the same for all mentions of one actor"),
        _text("name", "canonical name; for a pronoun its antecedent's"),
        _text("kind", "state_force, rebel, militia, government, civilians, igo, ngo, person, police, unit or other"),
        _maybe("country", "ISO 3166 alpha-2"),
        _maybe("side", "side of the conflict, where the document tells"),
    ),
    _mentions(
        "counts",
        "one row a number of victims",
        _text("category", "what befell them", *CATEGORIES),
        _count("low", "lowest number"),
        _count("high", "highest number; null where open"),
        _text("bound", "how the number is bounded", "exact", "at_least", "at_most", "about", "range", "vague"),
        _maybe("who", "the victims as written"),
        _text("who_kind", "what they are", "civilian", "combatant", "mixed", "unknown"),
    ),
    _mentions(
        "citations",
        "one row a citation marker",
        _text("label", "without brackets"),
        _text("kind", "reference, note or inline", "reference", "note", "inline"),
        _maybe("target", "text of the reference, where the input holds it"),
        _maybe("url", "its address"),
    ),
    Table(
        "events",
        "one row an event, readable by itself: list cells are joined with '; '",
        (
            _text("event_id", "document, sentence and position of the trigger"),
            _text("doc_id", "the document"),
            _text("sent_id", "the sentence"),
            _text("type", "event type"),
            _text("subtype", "event subtype"),
            _text("status", "is it told as a fact", *STATUSES),
            _maybe("attribution", "who says so"),
            _text("trigger", "the words that name the event"),
            _int("trigger_start", "first character of the trigger"),
            _int("trigger_end", "one past its last character"),
            _maybe("date_start", "first day, ISO 8601; BC with a minus"),
            _maybe("date_end", "last day, included"),
            _maybe("granularity", "unit of the interval", *_GRANULARITY),
            _maybe("date_derivation", "how the date was reached"),
            _maybe("date_id", "the date mention it comes from"),
            _maybe("place", "first place, canonical name"),
            _maybe("country", "its country, ISO 3166 alpha-2"),
            _degrees("lat", "its WGS84 latitude"),
            _degrees("lon", "its WGS84 longitude"),
            _maybe("place_precision", "what the coordinates are those of", *_PRECISION),
            _maybe("initiators", "who did it"),
            _maybe("targets", "who had it done to them"),
            _count("killed_low", "killed, lowest number"),
            _count("killed_high", "killed, highest number"),
            _count("wounded_low", "wounded, lowest number"),
            _count("wounded_high", "wounded, highest number"),
            _maybe("citations", "labels of the supporting markers"),
            _text("sentence", "the sentence it stands in"),
            _RULE,
            _maybe("duplicate_of", "an earlier report of the same happening"),
        ),
    ),
    _link("event_places", "which places an event has", "site", "object", "origin", "destination"),
    _link("event_actors", "which actors an event has", "initiator", "target"),
    _link("event_counts", "which numbers of victims an event has"),
    _link("event_citations", "which markers support an event"),
    Table(
        "quarantine",
        "one row a document that could not be processed",
        (
            _text("doc_id", "the document, where known"),
            _text("source", "path, line or URL"),
            _text("stage", "where it failed"),
            _text("error", "kind of the failure"),
            _text("message", "what happened"),
        ),
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _ALL}
"""Every table of the contract by name, in the order in which they are written."""
