"""Reader of MediaWiki XML dumps, plain or compressed: one record a page, streaming.

On expat itself, so that what a hostile file can do is in hand: document types and entities are refused, and so is an archive that
unpacks to far more than text can. mwxml, which the tests compare with, reads the same pages; but it ends at the first page with an upload or
any element it does not know, holds a page whole before its size can be told, keeps some 80 bytes of each page that is done, and takes
100 µs for a short page where this takes 25.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from xml.parsers import expat

from pipeline.errors import DocumentError
from pipeline.reading.packed import DAMAGES, chunks
from pipeline.reading.record import Record, without_surrogates

__all__ = ["split_dump"]

_LONGEST_PAGE = 20_000_000


def split_dump(path: str, encoding: str) -> Iterator[Record | DocumentError]:
    """The pages of a dump, in its order; redirects and pages outside the article space are marked to be skipped.

    ``doc_id`` is the page id, the source its address with the revision, the reference date the day of the revision. Of several revisions
    the last one counts. A damaged dump gives the pages before the damage, then a `DocumentError`.

    >>> import tempfile
    >>> from pathlib import Path
    >>> page = "<mediawiki><page><title>Kut</title><ns>0</ns><id>7</id><revision><id>9</id><text>Kut fell.</text></revision></page></mediawiki>"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "wiki.xml").write_text(page)
    ...     print([(one.doc_id, one.title, one.text()) for one in split_dump(f"{folder}/wiki.xml", "utf-8")])
    [('7', 'Kut', 'Kut fell.')]
    """
    pages = _Pages(path)
    with Path(path).open("rb") as raw:
        before = 0
        try:
            for chunk in chunks(path, raw, Path(path).stat().st_size):
                pages.feed(chunk)
                at = raw.tell()
                weight, before = at - before, at
                for number, record in enumerate(pages.taken()):
                    # What was read is put to the account of the first page that it completes.
                    yield _weighted(record, weight if number == 0 else 0)
            pages.close()
            yield from pages.taken()
        except expat.ExpatError as error:
            yield from pages.taken()
            yield DocumentError(f"no well-formed XML: {error}", source=path, error="Malformed")
        except DocumentError as error:
            yield from pages.taken()
            yield error
        except DAMAGES as error:
            yield from pages.taken()
            yield DocumentError(f"the archive is damaged: {error}", source=path, error="Malformed")


def _weighted(record: Record | DocumentError, weight: int) -> Record | DocumentError:
    return record.weighing(weight) if isinstance(record, Record) and weight else record


@dataclass(slots=True)
class _Page:
    """A page in the making."""

    title: str = ""
    namespace: str = "0"
    page_id: str = ""
    redirect: bool = False
    revision: str = ""
    timestamp: str = ""
    model: str = ""
    text: str = ""


@dataclass(slots=True)
class _Pages:
    """Builds records from the events of the XML parser."""

    path: str
    base: str = ""
    license: str | None = None
    _parser: expat.XMLParserType = field(init=False)
    _page: _Page | None = None
    _within: list[str] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _length: int = 0
    _done: list[Record | DocumentError] = field(default_factory=list)

    def __post_init__(self) -> None:
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        """Parse some more."""
        self._parser.Parse(chunk, False)

    def close(self) -> None:
        """Parse to the end; raises where the document is not complete."""
        self._parser.Parse(b"", True)

    def taken(self) -> list[Record | DocumentError]:
        """The records completed since the last call."""
        done, self._done = self._done, []
        return done

    def _refuse(self, *_: object) -> None:
        raise DocumentError("a document type or entity declaration: refused", source=self.path, error="Bomb")

    def _start(self, name: str, _: dict[str, str]) -> None:
        if len(self._within) > 64:
            raise DocumentError("elements are nested too deep for a dump", source=self.path, error="Malformed")
        if not self._within and name != "mediawiki":
            raise DocumentError(f"no MediaWiki export: the root element is {name}", source=self.path, error="Malformed")
        self._within.append(name)
        self._words.clear()
        self._length = 0
        if name == "page":
            self._page = _Page()
        elif name == "redirect" and self._page is not None:
            self._page.redirect = True

    def _characters(self, words: str) -> None:
        self._length += len(words)
        if self._length <= _LONGEST_PAGE:
            self._words.append(words)

    def _end(self, name: str) -> None:
        self._within.pop()
        parent = self._within[-1] if self._within else ""
        page = self._page
        if page is None:
            if name == "base":
                self.base = "".join(self._words).strip().rpartition("/")[0]
        elif name == "page":
            self._done.append(self._record(page))
            self._page = None
        elif name == "text":
            page.text = "".join(self._words)
            if self._length > _LONGEST_PAGE:
                page.text = ""
                page.model = "too large"
        elif name == "title":
            page.title = "".join(self._words).strip()
        elif name == "ns":
            page.namespace = "".join(self._words).strip()
        elif name == "id" and parent == "page":
            page.page_id = "".join(self._words).strip()
        elif name == "id" and parent == "revision":
            page.revision = "".join(self._words).strip()
        elif name == "timestamp":
            page.timestamp = "".join(self._words).strip()
        elif name == "model":
            page.model = "".join(self._words).strip()
        self._words.clear()

    def _record(self, page: _Page) -> Record | DocumentError:
        title = without_surrogates(page.title)
        address = f"{self.base}/{quote(title.replace(' ', '_'), safe='/:()')}" if self.base else f"{self.path}#{title}"
        source = f"{address}?oldid={page.revision}" if self.base and page.revision else address
        doc_id = page.page_id or title
        if page.model == "too large":
            return DocumentError(
                f"the page has more than {_LONGEST_PAGE:,} characters", source=source, doc_id=doc_id, error="TooLarge"
            )
        skip = ""
        if page.namespace not in ("0", ""):
            skip = "no article"
        elif page.redirect or page.text[:200].lstrip().lower().startswith("#redirect"):
            skip = "redirect"
        elif page.model not in ("", "wikitext"):
            skip = "no wikitext"
        return Record(
            doc_id=doc_id,
            source=source,
            format="dump",
            payload="" if skip else page.text,
            title=title,
            reference_date=page.timestamp[:10] or None,
            license="CC BY-SA 4.0" if ".wikipedia.org/" in f"{self.base}/" else None,
            skip=skip,
        )
