"""The references of a page: what stands behind its markers, from the list at its end and the full citations that short ones point to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote

from pipeline.reading.htmlwalk import words_of
from pipeline.records import Reference

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["references_of"]

_ARCHIVES = re.compile(
    r"//(?:web\.archive\.org|archive\.(?:today|is|ph|md|org)|www\.webcitation\.org|webcitation\.org)", re.IGNORECASE
)


def references_of(tree: Any) -> dict[str, Reference]:
    """What the list of references holds, by the identity that markers point to.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> tree = LexborHTMLParser("<ol class='references'><li id='cite_note-1'><span class='reference-text'>Moberly (1924)</span></li></ol>")
    >>> {key: reference.text for key, reference in references_of(tree).items()}
    {'cite_note-1': 'Moberly (1924)'}
    """
    full = {node.attributes.get("id") or "": node for node in tree.css("cite[id], .citation[id]")}
    found: dict[str, Reference] = {}
    for item in tree.css("ol.references > li[id], .mw-references-wrap li[id], li[id^=cite_note]"):
        name = item.attributes.get("id") or ""
        if name and name not in found:
            found[name] = _reference(item, full)
    return found


def _reference(item: LexborNode, full: dict[str, LexborNode]) -> Reference:
    body = item.css_first(".reference-text, .mw-reference-text") or item
    text = words_of(body)
    cited = body
    # A short citation (Smith 2010, p. 12) points to the full one in the bibliography.
    short = body.css_first('a[href*="#CITEREF"]')
    if short is not None:
        cited = full.get(unquote((short.attributes.get("href") or "").rpartition("#")[2]), body)
    urls = [a.attributes.get("href") or "" for a in cited.css('a.external, a[rel~="mw:ExtLink"], a[href^="http"]')]
    archived = next((url for url in urls if _ARCHIVES.search(url)), None)
    url = next((url for url in urls if not _ARCHIVES.search(url)), None)
    fields = _coins(cited)
    title = fields.get("rft.atitle") or fields.get("rft.btitle") or fields.get("rft.title") or _linked_title(cited)
    return Reference(
        text=text,
        url=f"https:{url}" if url and url.startswith("//") else url,
        archive_url=archived,
        title=title,
        publisher=fields.get("rft.pub") or fields.get("rft.jtitle"),
        date=fields.get("rft.date"),
    )


def _coins(node: LexborNode) -> dict[str, str]:
    """The fields of the machine-readable citation that templates leave behind."""
    span = node.css_first("span.Z3988") or (node.parent.css_first("span.Z3988") if node.parent is not None else None)
    if span is None:
        return {}
    return {key: values[0] for key, values in parse_qs(span.attributes.get("title") or "").items()}


def _linked_title(node: LexborNode) -> str | None:
    link = node.css_first("a.external, a[rel~='mw:ExtLink']")
    words = words_of(link).strip('"“” ') if link is not None else ""
    return words or None
