"""The lines of a rendered wikitext: headings, list items, rows, captions and paragraphs, written out with their markers and links.

What is no text stands in the lines between private characters (`sentinel`), because its place is known only when they are written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from pipeline.reading.rendering import Rendering
from pipeline.reading.wikirefs import Marked

__all__ = [
    "EXTERNAL",
    "LIST",
    "caption_line",
    "one_line",
    "plain",
    "row_lines",
    "sentinel",
    "without_tags",
    "write_lines",
]

EXTERNAL = re.compile(
    r"\[(?P<url>(?:https?:|ftps?:|mailto:|news:)?//[^\s\[\]<>\"]{1,2000}|mailto:[^\s\]]{1,200})(?:[ \t]+(?P<label>[^\[\]\n]{0,1000}))?\]"
)
_BREAK = re.compile(r"<br\b[^<>]{0,100}>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:blockquote|div|p|center|poem|dl|dd|dt|ul|ol|table|tr|h[1-6]|hr|figure|section|onlyinclude|includeonly)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
# 10<sup>6</sup> is not 106.
_POWER = re.compile(r"(?<=\d)<sup(?:\s[^<>]{0,100})?>(?=[−–-]?\d{1,3}</sup>)", re.IGNORECASE)
_ITEM_TAG = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?/?>")
_EMPHASIS = re.compile(r"'{2,}")
_MAGIC = re.compile(r"__[A-Z]{3,30}__")
_HEADING = re.compile(r"(?P<level>={1,6})[ \t]*(?P<name>.+?)[ \t]*(?P=level)[ \t]*\Z")
LIST = re.compile(r"\A[*#:;]+[ \t]*")
_SENTINEL = re.compile("\ue000([A-Z])([0-9]*)([^\ue001]*)\ue001")
_CELL = r"[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s|\"']+)"
_CELL_ATTRIBUTES = re.compile(rf"\s*(?:{_CELL}(?:\s+{_CELL})*|nowrap|scope|align)\s*\Z")
_LONGEST_HEADING = 500


def sentinel(code: str, number: int | str = "") -> str:
    """What stands in a rendered string for something that is no text: M marker, P pages, L and E link, I, T and C kinds of line.

    >>> plain("took Aleppo" + sentinel("M", 3) + " &amp; left")
    'took Aleppo & left'
    """
    return f"\ue000{code}{number}\ue001"


def without_tags(text: str) -> str:
    """A rendered string without emphasis, tags and the brackets of external links.

    >>> without_tags("The '''garrison''' of [http://x.org Kut]<br />fell")
    'The garrison of Kut fell'
    """
    if "[" in text:
        text = EXTERNAL.sub(lambda m: m["label"] or "", text)
    if "<" in text:
        text = _BREAK.sub(" ", text)
        text = _POWER.sub("^", text)
        text = _ITEM_TAG.sub("\n* ", text)
        text = _BLOCK_TAG.sub("\n\n", text)
        text = _TAG.sub("", text)
    if "'''" in text:
        text = "\n".join([_without_emphasis(line) if "'''" in line else line for line in text.split("\n")])
    if "''" in text:
        text = _EMPHASIS.sub("", text)
    return _MAGIC.sub("", text) if "__" in text else text


def _without_emphasis(line: str) -> str:
    """A line without its marks of emphasis; as in MediaWiki, what is too much in a run of apostrophes is text, and one of a lone bold mark too."""
    marks = [match.span() for match in _EMPHASIS.finditer(line)]
    lengths = [end - start for start, end in marks]
    kept = [1 if length == 4 else max(0, length - 5) for length in lengths]
    lone = [number for number, length in enumerate(lengths) if length in (3, 4)]
    both = sum(length >= 5 for length in lengths)
    if lone and (len(lone) + both) % 2 and (lengths.count(2) + both) % 2:
        # ''Iliad'''s: the emphasis ends, and an apostrophe stays.
        kept[min(lone, key=lambda number: _after_what(line, marks[number][0]))] += 1
    pieces: list[str] = []
    at = 0
    for (start, end), apostrophes in zip(marks, kept, strict=True):
        pieces += (line[at:start], "&#39;" * apostrophes)
        at = end
    return "".join(pieces) + line[at:]


def _after_what(text: str, at: int) -> int:
    """How likely a bold mark is an apostrophe: best after a single letter, then after a word, then after a space."""
    if not at or text[at - 1].isspace():
        return 2
    return 0 if at > 1 and text[at - 2].isspace() else 1


def plain(rendered: str) -> str:
    """A rendered string as one line of words.

    >>> plain("The '''garrison''' of <small>Kut</small>")
    'The garrison of Kut'
    """
    words = without_tags(rendered)
    if "\ue000" in words:
        words = _SENTINEL.sub("", words)
    return " ".join((html.unescape(words) if "&" in words else words).split())


def one_line(value: str) -> str:
    r"""A value of several lines or list items as one line, parted by commas.

    >>> one_line("* Ottoman Empire\n* Germany")
    'Ottoman Empire, Germany'
    """
    lines = (LIST.sub("", line.strip()).strip() for line in _BREAK.sub("\n", value).split("\n"))
    return ", ".join(line for line in lines if line).replace(", (", " (")


def caption_line(words: str) -> str:
    """The line of an image's caption."""
    flat = " ".join(_BREAK.sub(" ", words).split())
    return f"\n{sentinel('C')}{flat}\n" if flat else ""


def row_lines(rendered: str) -> str:
    """The lines of a table, one a row, cells parted by bars; two cells of an infobox are label and value."""
    first, _, body = rendered.partition("\n")
    kind = "I" if "infobox" in first else "T"
    rows: list[str] = []
    cells: list[str] = []
    for line in body.split("\n"):
        stripped = line.strip()
        if stripped.startswith(("|-", "|}")):
            rows.append(_row(cells, kind))
            cells = []
        elif stripped.startswith("|+"):
            rows.append(caption_line(_cell(stripped[2:])))
        elif stripped.startswith(("|", "!")):
            row = stripped.replace("!!", "||") if stripped[0] == "!" else stripped
            cells.extend(_cell(cell) for cell in row[1:].split("||"))
        elif stripped.startswith("\ue000") and stripped[1] in "ICT":
            rows.append(f"\n{stripped}\n")
        elif stripped and cells:
            cells[-1] += " " + LIST.sub("", stripped)
    rows.append(_row(cells, kind))
    return "\n" + "".join(rows) + "\n"


def _cell(text: str) -> str:
    """The content of a table's cell, without its attributes."""
    before, bar, content = text.partition("|")
    return (content if bar and len(before) < 300 and _CELL_ATTRIBUTES.match(before) else text).strip()


def _row(cells: list[str], kind: str) -> str:
    shown = [cell for cell in cells if cell]
    if not shown:
        return ""
    parting = ": " if kind == "I" and len(shown) == 2 else " | "
    return f"\n{sentinel(kind)}{parting.join(shown)}\n"


def write_lines(text: str, page: Rendering, markers: Sequence[Marked], targets: Sequence[str]) -> None:
    """Write out the lines of a rendered article."""
    _Lines(page, markers, targets).write(text)


class _Lines:
    def __init__(self, page: Rendering, markers: Sequence[Marked], targets: Sequence[str]) -> None:
        self.page = page
        self.markers = markers
        self.targets = targets
        self.captions: list[str] = []
        """Captions of images that stand in the open paragraph; they follow it."""

    def write(self, text: str) -> None:
        for raw in text.split("\n"):
            line = raw.strip()
            if not line or line.startswith("----"):
                self._flush()
            elif line[0] == "=" and len(line) < _LONGEST_HEADING and (heading := _HEADING.match(line)):
                self._block("heading", heading["name"], len(heading["level"]))
            elif line[0] in "*#:;":
                self._block("list", LIST.sub("", line))
            elif line[0] == "\ue000" and line[1] in "ICT" and line[2] == "\ue001":
                if line[1] == "C":
                    self.captions.append(line[3:])
                else:
                    self._block("infobox" if line[1] == "I" else "table", line[3:])
            else:
                self.page.write(" ")
                self._words(line)
        self._flush()
        self.page.end()

    def _flush(self) -> None:
        """End the paragraph."""
        self.page.begin("prose")
        for caption in self.captions:
            self.page.begin("caption")
            self._words(caption)
        self.captions.clear()
        self.page.begin("prose")

    def _block(self, kind: str, line: str, level: int = 0) -> None:
        self._flush()
        self.page.begin(kind, level)
        self._words(line)
        self.page.begin("prose")

    def _words(self, line: str) -> None:
        if "\ue000" not in line:
            self.page.write(html.unescape(line) if "&" in line else line)
            return
        at = 0
        open_links: list[tuple[int, int]] = []
        for match in _SENTINEL.finditer(line):
            words = line[at : match.start()]
            self.page.write(html.unescape(words) if "&" in words else words)
            at = match.end()
            code, number = match[1], match[2]
            if code == "M":
                marked = self.markers[int(number)]
                self.page.mark(marked.label, marked.kind, marked.ref_id)
            elif code == "P":
                self.page.pages(html.unescape(number + match[3]))
            elif code == "L":
                open_links.append((self.page.here(), int(number)))
            elif code == "E" and open_links:
                start, target = open_links.pop()
                self.page.link(start, self.targets[target])
        words = line[at:]
        self.page.write(html.unescape(words) if "&" in words else words)
