"""Reader of Wikimedia's structured contents: JSON records with sections, infoboxes and references, or with the page's HTML or wikitext."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.errors import DocumentError
from pipeline.reading.record import Record
from pipeline.reading.rendering import Rendering, marker_kind
from pipeline.records import Document, Reference

__all__ = ["is_structured", "read_structured", "structured_record"]

_DEEPEST = 40
_RUNNING = frozenset(["paragraph", "quote", "definition", "text"])


def is_structured(fields: Mapping[str, Any]) -> bool:
    """Whether a JSON object is such a record.

    >>> is_structured({"name": "Kut", "sections": []}), is_structured({"title": "Kut", "text": "It fell."})
    (True, False)
    """
    return "text" not in fields and (
        isinstance(fields.get("sections"), list) or isinstance(fields.get("article_body"), dict)
    )


def structured_record(fields: Mapping[str, Any], source: str, weight: int) -> Record:
    """The record of such a JSON object; what it says of itself is title, address, date and licence.

    >>> structured_record({"name": "Kut", "url": "https://x.org/Kut", "date_modified": "2024-05-03T08:00:00Z"}, "kut.jsonl:1", 90).reference_date
    '2024-05-03'
    """
    title = str(fields.get("name") or "")
    terms = fields.get("license")
    first = terms[0] if isinstance(terms, list) and terms and isinstance(terms[0], dict) else {}
    return Record(
        doc_id=str(fields.get("identifier") or title or source),
        source=str(fields.get("url") or source),
        format="structured",
        payload=json.dumps(fields, ensure_ascii=False),
        title=title,
        reference_date=str(fields.get("date_modified") or "")[:10] or None,
        license=first.get("identifier") or first.get("name") or None,
        weight=weight,
    )


def read_structured(record: Record) -> Document:
    """The article of a structured record: sections with their headings, lists, infobox, references behind the markers.

    Raises `DocumentError` where there is neither a section nor the page itself.

    >>> import json
    >>> from pipeline.reading import Record
    >>> section = {"type": "section", "name": "Siege", "has_parts": [{"type": "paragraph", "value": "Kut fell."}]}
    >>> page = read_structured(Record("kut", "kut", "structured", json.dumps({"name": "Kut", "sections": [section]})))
    >>> [(block.kind, page.text[block.start : block.end]) for block in page.blocks]
    [('heading', 'Siege'), ('prose', 'Kut fell.')]
    """
    fields = json.loads(record.text())
    body = fields.get("article_body")
    if not isinstance(fields.get("sections"), list) and isinstance(body, dict):
        return _read_body(record, body)
    page = Rendering()
    infobox: list[tuple[str, str]] = []
    for box in _parts(fields, "infoboxes"):
        _write_infobox(box, page, infobox, "", 0)
    for section in _parts(fields, "sections"):
        _write_part(section, page, 1)
    page.end()
    language = fields.get("in_language")
    return record.document(
        page.text(),
        language=str(language.get("identifier") or "en") if isinstance(language, dict) else "en",
        blocks=tuple(page.blocks),
        markers=tuple(page.markers),
        markers_complete=bool(page.markers),
        references={str(one.get("identifier")): _reference(one) for one in _parts(fields, "references")},
        infobox=tuple(infobox),
        links=tuple(page.links),
    )


def _read_body(record: Record, body: Mapping[str, Any]) -> Document:
    if isinstance(html := body.get("html"), str) and html.strip():
        from pipeline.reading.html import read_html

        return read_html(replace(record, payload=html))
    if isinstance(source := body.get("wikitext"), str) and source.strip():
        from pipeline.reading.wikitext import read_wikitext

        return read_wikitext(replace(record, payload=source))
    raise DocumentError(
        "the record has neither sections nor a page", source=record.source, doc_id=record.doc_id, error="NoText"
    )


def _parts(fields: Mapping[str, Any], name: str) -> Iterator[dict[str, Any]]:
    value = fields.get(name)
    if isinstance(value, list):
        yield from (part for part in value if isinstance(part, dict))


def _write_part(part: Mapping[str, Any], page: Rendering, level: int) -> None:
    """Write out a section, paragraph, list or table; what is nested too deep is left out."""
    if level > _DEEPEST:
        return
    kind = part.get("type")
    name = part.get("name")
    if kind == "section" and isinstance(name, str) and name and not (level == 1 and name == "Abstract"):
        page.begin("heading", min(level + 1, 6))
        page.write(name)
    if isinstance(value := part.get("value"), str) and value.strip():
        page.begin(
            "prose" if kind in _RUNNING else "list" if kind == "list_item" else "table" if kind == "table" else "prose"
        )
        _write_value(value, part, page)
    for inner in _parts(part, "has_parts"):
        _write_part(inner, page, level + (kind == "section"))


def _write_value(value: str, part: Mapping[str, Any], page: Rendering) -> None:
    """Running text with its markers and links, which are told by their words, in order."""
    place, at = page.place(), 0
    for citation in _parts(part, "citations"):
        words = citation.get("text")
        label = words.strip("[] ") if isinstance(words, str) else ""
        found = value.find(f"[{label}]", at) if label else -1
        if found >= 0:
            page.write(value[at:found])
            page.mark(label, marker_kind(label), str(citation.get("identifier")))
            at = found + len(label) + 2
    page.write(value[at:])
    written = page.since(place)
    base, at = page.length - len(written), 0
    for link in _parts(part, "links"):
        words, url = link.get("text"), link.get("url")
        found = written.find(words, at) if isinstance(words, str) and words else -1
        if found >= 0 and isinstance(words, str) and isinstance(url, str) and "/wiki/" in url:
            page.link(base + found, url.rpartition("/wiki/")[2].replace("_", " "), base + found + len(words))
            at = found + len(words)


def _write_infobox(
    part: Mapping[str, Any], page: Rendering, pairs: list[tuple[str, str]], label: str, depth: int
) -> None:
    name = part.get("name")
    if isinstance(value := part.get("value"), str) and value.strip():
        shown = name if isinstance(name, str) and name else label
        page.begin("infobox")
        page.write(f"{shown}: {value}" if shown else value)
        pairs.append((shown, " ".join(value.split())))
        return
    if depth < _DEEPEST:
        for inner in _parts(part, "has_parts"):
            _write_infobox(inner, page, pairs, name if depth and isinstance(name, str) else label, depth + 1)


def _reference(fields: Mapping[str, Any]) -> Reference:
    text = fields.get("text")
    links = list(_parts(text, "links")) if isinstance(text, dict) else []
    words = text.get("value") if isinstance(text, dict) else text
    told = fields.get("metadata")
    metadata: Mapping[str, Any] = told if isinstance(told, dict) else {}
    url = metadata.get("url") or next((link.get("url") for link in links), None)
    return Reference(
        text=" ".join(str(words or metadata.get("title") or "").split()),
        url=url if isinstance(url, str) else None,
        archive_url=metadata.get("archive-url") or None,
        title=metadata.get("title") or None,
        publisher=metadata.get("publisher") or metadata.get("work") or None,
        date=metadata.get("date") or None,
    )
