"""References of a wikitext: which marker a reader sees for each, numbered by first use, and what stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.reading.templates import Arguments
from pipeline.records import Reference

__all__ = ["CITATIONS", "Marked", "References", "citation_text"]

CITATIONS = ("cite ", "citation", "vcite ", "cite-", "vancite ", "harvc")
_ATTRIBUTE = re.compile(
    r"""(?P<key>name|group|follow|extends)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_LAST_KEYS = ("last", "surname", "author-last", "author", "editor-last", "editor")
_FIRST_KEYS = ("first", "given", "author-first", "editor-first")
_LAST_NAMES, _FIRST_NAMES = (
    tuple(
        tuple(f"{key}{suffix}" for suffix in suffixes for key in keys)
        for suffixes in (("", "1"), ("2",), ("3",), ("4",))
    )
    for keys in (_LAST_KEYS, _FIRST_KEYS)
)
_YEAR = re.compile(r"\b\d{4}[a-z]?\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """A marker as it will stand in the text."""

    label: str
    kind: str
    ref_id: str | None = None


@dataclass(slots=True)
class References:
    """The references of one article, in the making."""

    markers: list[Marked] = field(default_factory=list)
    _labels: dict[tuple[str, str], str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _behind: dict[str, Reference] = field(default_factory=dict)
    _full: dict[str, Reference] = field(default_factory=dict)
    """Full citations of the bibliography by author names and year."""
    _short: dict[str, str] = field(default_factory=dict)
    """Short citations: identity of the reference → names and year."""
    has_short: bool = False
    """Whether the article has short citations, which full ones complete."""
    last_cited: Reference | None = None
    """What the citation template rendered last has told."""

    def use(self, name: str, group: str, text: str = "", cited: Reference | None = None) -> int:
        """A use of a reference, with its text where it stands here; the number of its marker among `markers`."""
        unnamed = not name
        key = (group, name or f":{len(self._labels)}")
        if key not in self._labels:
            self._counts[group] = count = self._counts.get(group, 0) + 1
            self._labels[key] = _label(group, count)
        ref_id = _identity(*key, self._labels[key], unnamed=unnamed)
        if text:
            self.define(ref_id, text, cited)
        label = self._labels[key]
        self.markers.append(Marked(label, "reference" if not group else "note", ref_id))
        return len(self.markers) - 1

    def define_named(self, name: str, group: str, text: str, cited: Reference | None) -> None:
        """The text of a reference that stands in the list of references."""
        if name and text:
            self.define(_identity(group, name, "", unnamed=False), text, cited)

    def define(self, ref_id: str, text: str, cited: Reference | None) -> None:
        """The text behind a reference; the first one counts."""
        if ref_id not in self._behind:
            self._behind[ref_id] = replace(cited, text=text) if cited else Reference(text=text)

    def short(self, ref_id: str, names_and_year: str) -> None:
        """A short citation, to be completed by the full one."""
        self._short[ref_id] = names_and_year

    def full(self, arguments: Arguments, reference: Reference) -> None:
        """A full citation, by its author names and year."""
        self.last_cited = reference
        if not self.has_short:
            return
        names = "".join(arguments.first(*keys) for keys in _LAST_NAMES)
        year = _YEAR.search(arguments.first("year", "date"))
        if names and year:
            self._full.setdefault(names + year[0], reference)

    def table(self) -> dict[str, Reference]:
        """The references by identity; a short citation has the address and title of the full one."""
        out = dict(self._behind)
        for ref_id, key in self._short.items():
            behind, full = out.get(ref_id), self._full.get(key)
            if behind is not None and full is not None:
                out[ref_id] = replace(full, text=f"{behind.text.rstrip('.')}. {full.text}")
        return out


def attributes(written: str) -> tuple[str, str]:
    """Name and group of a ``<ref>``.

    >>> attributes('name="Smith 1916" group=note'), attributes("")
    (('Smith 1916', 'note'), ('', ''))
    """
    found = {
        m["key"].lower(): (m["double"] or m["single"] or m["bare"] or "").strip() for m in _ATTRIBUTE.finditer(written)
    }
    return found.get("name", "") or found.get("follow", ""), found.get("group", "")


def _identity(group: str, name: str, label: str, *, unnamed: bool) -> str:
    return f"cite_note-{group}{label}" if unnamed else f"cite_note-{group + ':' if group else ''}{name}"


def _label(group: str, count: int) -> str:
    if not group:
        return str(count)
    if group in ("lower-alpha", "upper-alpha"):
        letters = ""
        while count:
            count, digit = divmod(count - 1, 26)
            letters = chr(ord("a") + digit) + letters
        return letters.upper() if group == "upper-alpha" else letters
    if group in ("lower-roman", "upper-roman"):
        text = ""
        for numeral, value in _ROMAN:
            text += numeral * (count // value)
            count %= value
        return text.upper() if group == "upper-roman" else text
    if group == "lower-greek":
        return _GREEK[(count - 1) % len(_GREEK)]
    return str(count) if group == "decimal" else f"{group} {count}"


def citation_text(arguments: Arguments) -> tuple[str, Reference]:
    """A citation template as readers see it, and its parts.

    >>> text, parts = citation_text(Arguments({"last": lambda: "Beevor", "first": lambda: "Antony", "year": lambda: "2006", "title": lambda: "Spain"}))
    >>> text, parts.title, parts.date
    ('Beevor, Antony (2006). "Spain".', 'Spain', '2006')
    """
    names = []
    for last_keys, first_keys in zip(_LAST_NAMES[:3], _FIRST_NAMES, strict=False):
        last = arguments.first(*last_keys)
        if not last:
            break
        given = arguments.first(*first_keys)
        names.append(f"{last}, {given}" if given else last)
    date = arguments.first("date", "year", "publication-date")
    title = arguments.first("title", "chapter", "contribution", "script-title", "trans-title")
    chapter = arguments["chapter"] if arguments["title"] else ""
    work = arguments.first(
        "work", "newspaper", "journal", "magazine", "website", "encyclopedia", "periodical", "series"
    )
    publisher = arguments.first("publisher", "agency", "institution")
    page, pages = arguments.first("page", "p"), arguments.first("pages", "pp")
    where = f"p. {page}" if page else f"pp. {pages}" if pages else arguments["at"]
    head = "; ".join(names) or arguments.first("authors", "vauthors", "people")
    head = f"{head} ({date})" if head and date else head or ("" if title else date)
    pieces = [head, f'"{chapter}"' if chapter else "", f'"{title}"' if title else "", work, publisher, where]
    if not names and date and title:
        pieces.append(date)
    text = ". ".join(piece.rstrip(".") for piece in pieces if piece)
    url = arguments.first("url", "chapter-url", "contribution-url")
    archive = arguments.first("archive-url", "archiveurl")
    text = f"{text}." if text else url
    return text, Reference(text, url or None, archive or None, title or None, publisher or work or None, date or None)
