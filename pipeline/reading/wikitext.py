"""Reader of wikitext: an article's source as the page that its reader sees.

Own code, not a general parser: mwparserfromhell alone takes longer than everything here together, and its time can grow with the square
of the input; here a tree is built in one pass (`pipeline.reading.wikitree`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.errors import DocumentError
from pipeline.reading.record import Record, title_of
from pipeline.reading.rendering import Rendering
from pipeline.reading.templates import Arguments, short_citation, shown_text
from pipeline.reading.wikirefs import CITATIONS, Marked, References, attributes, citation_text
from pipeline.reading.wikitree import Item, Node, parse
from pipeline.records import Document
from pipeline.rules.wikitext import WikitextRules, wikitext_rules

__all__ = ["categories_of", "is_redirect", "read_wikitext"]

_LIMIT = 5_000_000
_REDIRECT = re.compile(r"\s*#\s*redirect\b\s*:?\s*\[\[", re.IGNORECASE)
_CATEGORY = re.compile(r"\[\[\s*category\s*:\s*(?P<name>[^\]|\n]{1,255})", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOWIKI = re.compile(r"<(?:nowiki|pre)\b[^>]{0,200}>(?P<body>.*?)</(?:nowiki|pre)\s*>", re.DOTALL | re.IGNORECASE)
_EMPTY_NOWIKI = re.compile(r"<nowiki\s*/>", re.IGNORECASE)
_UNREAD = re.compile(
    r"<(?P<tag>math|chem|ce|timeline|score|imagemap|source|syntaxhighlight|hiero|graph|mapframe|maplink|templatedata|inputbox|choose|section|templatestyles|noinclude)\b"
    r"(?:[^<>]{0,500}/>|[^>]{0,500}>.*?</(?P=tag)\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_GALLERY = re.compile(r"<gallery\b[^>]{0,500}>(?P<body>.*?)</gallery\s*>", re.DOTALL | re.IGNORECASE)
_REFERENCES = re.compile(r"<references\b[^>]{0,200}?(?:/>|>(?:(?P<body>.*?)</references\s*>)?)", re.DOTALL | re.IGNORECASE)
_OWN = re.compile("[\ue000-\ue0ff]")
_SPECIAL = re.compile(r"[\[\]{}|'<>=*#:;~_]")

_EXTERNAL = re.compile(r"\[(?P<url>(?:https?:|ftps?:|mailto:|news:)?//[^\s\[\]<>\"]{1,2000}|mailto:[^\s\]]{1,200})(?:[ \t]+(?P<label>[^\[\]\n]{0,1000}))?\]")
_BREAK = re.compile(r"<br\b[^<>]{0,100}>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:blockquote|div|p|center|poem|dl|dd|dt|ul|ol|table|tr|h[1-6]|hr|figure|section|onlyinclude|includeonly)\b[^<>]{0,500}>", re.IGNORECASE)
_ITEM_TAG = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?/?>")
_QUOTES = re.compile(r"'{2,}")
_MAGIC = re.compile(r"__[A-Z]{3,30}__")
_HEADING = re.compile(r"(?P<level>={1,6})[ \t]*(?P<name>.+?)[ \t]*(?P=level)[ \t]*\Z")
_LIST = re.compile(r"[*#:;]+[ \t]*")
_SENTINEL = re.compile("\ue000([A-Z])([0-9]*)([^\ue001]*)\ue001")
_FILE = re.compile(r"\s*(?:file|image|media|datei|fichier|archivo)\s*:", re.IGNORECASE)
_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?(?:\s*=.*)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|upright(?:\s*[= ].*)?|\d*\s*x?\s*\d+\s*px|"
    r"baseline|middle|sub|super|top|text-top|bottom|text-bottom|(?:alt|link|lang|page|class|start|end|thumbtime|loop|muted)\s*=.*)?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_INTERWIKI = re.compile(r"\s*(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-x-old|roa-[a-z]+|map-bms|fiu-vro|bat-smg|nds-nl|cbk-zam)\s*:", re.ASCII)
_TRICK = re.compile(r"\s*\([^()]*\)\s*\Z|,.*\Z")
_CELL_ATTRIBUTES = re.compile(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s|\"']+)\s*)+\Z|\s*(?:nowrap|scope|align)\s*\Z")
_SIDE = re.compile(r"\A(?P<name>.*?[a-z)])\s*[1-9]?[a-d]?\Z")
_NOTE_GROUPS = {"efn": "lower-alpha", "efn-ua": "upper-alpha", "efn-lr": "lower-roman", "efn-ur": "upper-roman", "efn-lg": "lower-greek", "notetag": "note", "efn-la": "lower-alpha", "ref label": "", "sfnm": ""}
_SHORT_NOTES = frozenset(["sfn", "sfnp", "sfnref", "harvard citation no brackets footnote", "shortened footnote", "snf"])
_LISTS = frozenset(["reflist", "references", "notelist", "notelist-ua", "notelist-lr", "notelist-la", "refs", "reference list", "notes", "notefoot"])


def is_redirect(text: str) -> bool:
    """Whether a page only points to another one."""
    return _REDIRECT.match(text) is not None


def categories_of(text: str) -> list[str]:
    """The categories that a page names."""
    return [match["name"].strip().replace("_", " ") for match in _CATEGORY.finditer(text)]


def read_wikitext(record: Record) -> Document:
    """The article of a wikitext: prose with the markers readers see, its blocks by kind, references, infobox and links.

    Scope: English Wikipedia's frequent templates; others show nothing. Raises `DocumentError` for a text that is too large and for redirects.
    """
    text = record.text()
    if len(text) > _LIMIT:
        message = f"the wikitext has {len(text):,} characters; the limit is {_LIMIT:,}"
        raise DocumentError(message, source=record.source, doc_id=record.doc_id, error="TooLarge")
    if is_redirect(text):
        raise DocumentError("the page is a redirect", source=record.source, doc_id=record.doc_id, error="Redirect")
    writer = _Writer(wikitext_rules())
    writer.write(_prepared(text, writer))
    page = writer.page
    return Document(
        doc_id=record.doc_id,
        text=page.text(),
        title=record.title or title_of({}, record.doc_id),
        source=record.source,
        format=record.format,
        reference_date=record.reference_date,
        license=record.license,
        blocks=tuple(page.blocks),
        markers=tuple(page.markers),
        markers_complete=True,
        references=writer.references.table(),
        infobox=tuple(writer.infobox),
        links=tuple(page.links),
    )


def _prepared(text: str, writer: _Writer) -> str:
    """The source without comments and what shows nothing; literal text is made safe from the parser."""
    text = _OWN.sub("", text.replace("\r\n", "\n"))
    if "&lt;ref" in text and "<ref" not in text:
        # Copied out of a dump with its XML escapes.
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    if "<" in text:
        text = _COMMENT.sub("", text)
        text = _EMPTY_NOWIKI.sub("", text)
        text = _NOWIKI.sub(lambda m: _SPECIAL.sub(lambda c: f"&#{ord(c[0])};", m["body"]), text)
        text = _UNREAD.sub("", text)
        text = _GALLERY.sub(_gallery, text)
        text = _REFERENCES.sub(lambda m: writer.listed(m["body"] or ""), text)
    return "\n" + text


def _gallery(match: re.Match[str]) -> str:
    rows = (line.partition("|")[2].strip() for line in match["body"].splitlines())
    return "\n" + "".join(f"\ue000C\ue001{row.rpartition('|')[2] if row.startswith('alt=') else row}\n" for row in rows if row)


@dataclass(slots=True)
class _Writer:
    """Writes out the tree of an article.

    A node becomes a string; what is no text (markers, links, rows, captions) stands in it between private characters, until the lines are
    written and its place in the text is known.
    """

    rules: WikitextRules
    page: Rendering = field(default_factory=Rendering)
    references: References = field(default_factory=References)
    infobox: list[tuple[str, str]] = field(default_factory=list)
    _targets: list[str] = field(default_factory=list)
    _listed: list[str] = field(default_factory=list)

    def listed(self, body: str) -> str:
        """Keep the references that stand in the list of references for later."""
        self._listed.append(body)
        return ""

    def write(self, text: str) -> None:
        """Write out an article."""
        rendered = self.render(parse(text))
        for body in self._listed:
            self._define(parse(body))
        self._write_lines(self._without_tags(rendered))
        self.page.end()

    # ------------------------------------------------------------------------------------------------------ nodes

    def render(self, items: Sequence[Item]) -> str:
        """The text of some items, what is no text between private characters."""
        if len(items) == 1 and isinstance(items[0], str):
            return items[0]
        return "".join([item if isinstance(item, str) else self._node(item) for item in items])

    def _node(self, node: Node) -> str:
        if node.kind == "[[":
            return self._link(node)
        if node.kind == "{{":
            return self._template(node)
        if node.kind == "ref":
            name, group = attributes(node.attributes)
            return self._marked(name, group, node.parts[0])
        return self._table(self.render(node.parts[0]))

    def _marked(self, name: str, group: str, items: Sequence[Item]) -> str:
        text, cited = self._reference_text(items)
        return self._marker(self.references.use(name, group, text, cited))

    def _marker(self, number: int) -> str:
        return f"\ue000M{number}\ue001"

    def _reference_text(self, items: Sequence[Item]) -> tuple[str, object]:
        self.references.last_cited = None
        rendered = self.render(items) if items else ""
        cited = self.references.last_cited
        url = _EXTERNAL.search(rendered) if cited is None else None
        text = self._plain(rendered)
        if url is not None:
            from pipeline.records import Reference

            cited = Reference(text, url["url"], None, self._plain(url["label"] or "").strip('"') or None)
        return text, cited

    def _plain(self, rendered: str) -> str:
        """A rendered string as one line of words."""
        return " ".join(html.unescape(_SENTINEL.sub("", self._without_tags(rendered))).split())

    def _define(self, items: Sequence[Item]) -> None:
        for item in items:
            if isinstance(item, Node) and item.kind == "ref":
                name, group = attributes(item.attributes)
                text, cited = self._reference_text(item.parts[0])
                self.references.define_named(name, group, text, cited)

    def _link(self, node: Node) -> str:
        target = self.render(node.parts[0])
        if _FILE.match(target):
            return self._file(node)
        shown = target.startswith(":")
        name = target.lstrip(":").strip()
        if not shown and (_CATEGORY.match(f"[[{name}") or (_INTERWIKI.match(name) and len(node.parts) == 1)):
            return ""
        if len(node.parts) == 1:
            label = name
        else:
            label = self.render(node.parts[-1]) or _TRICK.sub("", name.rpartition(":")[2])
        if not name or name.startswith("#") or "\ue000" in name or "\n" in name:
            return label
        self._targets.append(html.unescape(name.partition("#")[0]).replace("_", " ").strip())
        return f"\ue000L{len(self._targets) - 1}\ue001{label}\ue000E\ue001"

    def _file(self, node: Node) -> str:
        caption = ""
        for part in node.parts[1:]:
            words = self.render(part)
            if not _FILE_OPTION.match(words):
                caption = words
        return self._caption(caption)

    def _caption(self, words: str) -> str:
        flat = " ".join(_BREAK.sub(" ", words).split())
        return f"\n\ue000C\ue001{flat}\n" if flat else ""

    # -------------------------------------------------------------------------------------------------- templates

    def _template(self, node: Node) -> str:
        head = self.render(node.parts[0]) if len(node.parts[0]) > 1 else node.parts[0][0] if node.parts[0] else ""
        if not isinstance(head, str):
            return ""
        name = " ".join(head.replace("_", " ").split()).lower().removeprefix("template:")
        if name.startswith("#tag:ref") or ":" in name:
            return self._function(name, head, node)
        if (request := self.rules.requests.get(name)) is not None:
            return self._request(request)
        if name.startswith(("infobox", "taxobox", "geobox", "automatic taxobox", "speciesbox")):
            return self._infobox(self._arguments(node))
        if name.startswith(CITATIONS):
            arguments = self._arguments(node)
            text, reference = citation_text(arguments)
            self.references.full(arguments, reference)
            return text
        if name in _NOTE_GROUPS or name in _SHORT_NOTES or name in ("refn", "r", "rp", "citation needed span", "cnspan"):
            return self._note(name, self._arguments(node))
        if name in _LISTS:
            self._listed_in_template(node)
            return ""
        return self._shown(name, self._arguments(node))

    def _shown(self, name: str, arguments: Arguments) -> str:
        text = shown_text(name, arguments, self.rules) or ""
        if name in ("quote", "blockquote", "cquote", "quotation", "bquote", "rquote", "verse translation"):
            return f"\n\n{text}\n\n"
        if name in ("quote box", "quotebox"):
            return self._caption(text)
        if not text and name in ("multiple image", "double image", "triple image", "wide image", "panorama", "css image crop", "image frame", "image label begin", "gallery"):
            captions = [arguments.first("footer"), arguments.first("caption", "caption1", "header", "description", "footer"), *(arguments[f"caption{n}"] for n in range(2, 9))]
            if name == "double image":
                captions = [arguments[5], arguments[6]]
            elif name in ("wide image", "panorama"):
                captions = [arguments.first(3, "caption")]
            return "".join(self._caption(caption) for caption in dict.fromkeys(captions) if caption)
        return text

    def _request(self, label: str) -> str:
        self.references.markers.append(Marked(label, "inline"))
        return self._marker(len(self.references.markers) - 1)

    def _function(self, name: str, head: str, node: Node) -> str:
        """Parser functions: a reference by ``#tag:ref``, a number by ``formatnum``; others show nothing."""
        function, _, value = name.partition(":")
        if function == "#tag" and value == "ref":
            arguments = self._arguments(node)
            text, cited = self._cited(lambda: arguments[1])
            return self._marker(self.references.use(arguments["name"], arguments["group"], text, cited))
        if function in ("formatnum", "lc", "uc", "ucfirst", "lcfirst"):
            return shown_text(function, Arguments([lambda: head.partition(":")[2]], {}), self.rules) or value
        return ""

    def _cited(self, render: Callable[[], str]) -> tuple[str, object]:
        self.references.last_cited = None
        text = self._plain(render())
        return text, self.references.last_cited

    def _note(self, name: str, arguments: Arguments) -> str:
        if name in _SHORT_NOTES:
            text = short_citation(arguments)
            number = self.references.use(f"FOOTNOTE{text}", "", text + ".")
            self.references.short(self.references.markers[number].ref_id or "", "".join(arguments.all))
            return self._marker(number)
        if name == "r":
            names = [arguments[n] for n in range(1, 20)]
            return "".join(self._marker(self.references.use(one, arguments["group"] or arguments["g"])) for one in names if one)
        if name == "rp":
            pages = arguments.first(1, "p", "page", "pp", "pages", "at", "loc")
            return f"\ue000P{''}{self._plain(pages)}\ue001" if pages else ""
        if name in ("citation needed span", "cnspan"):
            return arguments.first(1, "text") + self._request("citation needed")
        if name == "ref label":
            label = arguments.first(3, 2)
            self.references.markers.append(Marked(label, "note"))
            return self._marker(len(self.references.markers) - 1) if label else ""
        group = _NOTE_GROUPS.get(name, "") or arguments["group"] or ("note" if name == "notetag" else "")
        text, cited = self._cited(lambda: arguments.first(1, "text", "reference", "content"))
        return self._marker(self.references.use(arguments["name"], group, text, cited))

    def _listed_in_template(self, node: Node) -> None:
        for part in node.parts[1:]:
            if part and isinstance(part[0], str) and re.match(r"\s*refs\s*=", part[0]):
                self._define(part)
                # Notes that are templates themselves: {{efn|name=a|text}} in the list.
                for item in part:
                    if isinstance(item, Node) and item.kind == "{{":
                        self._define_note(item)

    def _define_note(self, node: Node) -> None:
        name = self.render(node.parts[0]).strip().lower()
        arguments = self._arguments(node)
        if name in _NOTE_GROUPS or name == "refn":
            text, cited = self._cited(lambda: arguments.first(1, "text"))
            self.references.define_named(arguments["name"], _NOTE_GROUPS.get(name, "") or arguments["group"], text, cited)

    def _arguments(self, node: Node) -> Arguments:
        positional: list[Callable[[], str]] = []
        named: dict[str, Callable[[], str]] = {}
        for part in node.parts[1:]:
            key, value = _named(part)
            renders = _Lazy(self, value)
            if key is None:
                positional.append(renders)
            elif key.isdecimal():
                named[key] = renders
            else:
                named[key.lower().replace("_", " ") if " " in key or "_" in key else key.lower()] = renders
                named.setdefault(key.lower(), renders)
        return Arguments(positional, named)

    def _infobox(self, arguments: Arguments) -> str:
        """The rows of an infobox, each with the label that readers see."""
        rules = self.rules.infobox
        rows = []
        for key in arguments.named:
            name = key.replace("_", " ").replace("-", " ").strip()
            side = _SIDE.match(name)
            base = side["name"] if side else name
            if "_" in key or base in rules.unread or name in rules.unread:
                continue
            value = arguments[key]
            if name in rules.captions:
                rows.append(self._caption(value))
                continue
            line = self._one_line(value)
            if not line:
                continue
            label = rules.labels.get(base.replace(" ", ""), rules.labels.get(base)) or base[:1].upper() + base[1:]
            self.infobox.append((label, self._plain(line)))
            rows.append(f"\n\ue000I\ue001{label}: {line}\n")
        return "\n" + "".join(rows)

    @staticmethod
    def _one_line(value: str) -> str:
        """A value of several lines or list items as one, parted by commas."""
        lines = (_LIST.sub("", line.strip(), count=1).strip() for line in _BREAK.sub("\n", value).split("\n"))
        return ", ".join(line for line in lines if line).replace(", (", " (")

    # ------------------------------------------------------------------------------------------------------ tables

    def _table(self, rendered: str) -> str:
        """The rows of a table, cells parted by bars."""
        first, _, body = rendered.partition("\n")
        kind = "I" if "infobox" in first else "T"
        rows: list[str] = []
        cells: list[str] = []
        for line in body.split("\n"):
            stripped = line.strip()
            if stripped.startswith("|-") or stripped.startswith("|}"):
                rows.append(_row(cells, kind))
                cells = []
            elif stripped.startswith("|+"):
                rows.append(self._caption(_cell(stripped[2:])))
            elif stripped.startswith(("|", "!")):
                separator = re.compile(r"\|\||!!") if stripped[0] == "!" else re.compile(r"\|\|")
                cells.extend(_cell(cell) for cell in separator.split(stripped[1:]))
            elif stripped and cells:
                cells[-1] += " " + _LIST.sub("", stripped, count=1)
            elif stripped.startswith("\ue000"):
                rows.append(f"\n{stripped}\n")
        rows.append(_row(cells, kind))
        return "\n" + "".join(rows) + "\n"

    # ------------------------------------------------------------------------------------------------------- lines

    def _without_tags(self, text: str) -> str:
        if "[" in text:
            text = _EXTERNAL.sub(lambda m: m["label"] or "", text)
        if "<" in text:
            text = _BREAK.sub(" ", text)
            text = _ITEM_TAG.sub("\n* ", text)
            text = _BLOCK_TAG.sub("\n\n", text)
            text = _TAG.sub("", text)
        if "''" in text:
            text = _QUOTES.sub("", text)
        return _MAGIC.sub("", text) if "__" in text else text

    def _write_lines(self, text: str) -> None:
        captions: list[str] = []
        for raw in text.split("\n"):
            line = raw.strip()
            if not line:
                self._flush(captions)
                continue
            first = line[0]
            if first == "=" and (heading := _HEADING.match(line)):
                self._flush(captions)
                self._block("heading", heading["name"], len(heading["level"]))
            elif first in "*#:;":
                self._flush(captions)
                self._block("list", _LIST.sub("", line, count=1))
            elif first == "\ue000" and line[1] in "ICT" and line[2] == "\ue001":
                if line[1] == "C":
                    captions.append(line[3:])
                else:
                    self._flush(captions)
                    self._block("infobox" if line[1] == "I" else "table", line[3:])
            elif line.startswith("----"):
                self._flush(captions)
            else:
                self.page.write(" ")
                self._words(line)
        self._flush(captions)

    def _flush(self, captions: list[str]) -> None:
        """End the paragraph; the captions of images that stand in it follow."""
        self.page.begin("prose")
        for caption in captions:
            self._block("caption", caption)
        captions.clear()

    def _block(self, kind: str, line: str, level: int = 0) -> None:
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
                marked = self.references.markers[int(number)]
                self.page.mark(marked.label, marked.kind, marked.ref_id)
            elif code == "P":
                self.page.pages(html.unescape(number + match[3]))
            elif code == "L":
                open_links.append((self.page.here(), int(number)))
            elif code == "E" and open_links:
                start, target = open_links.pop()
                self.page.link(start, self._targets[target])
        words = line[at:]
        self.page.write(html.unescape(words) if "&" in words else words)


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A part of a template, rendered when it is called."""

    writer: _Writer
    items: Sequence[Item]

    def __call__(self) -> str:
        return self.writer.render(self.items)


def _named(part: Sequence[Item]) -> tuple[str | None, Sequence[Item]]:
    """Name and value of a template's argument; None for a positional one."""
    if part and isinstance(part[0], str):
        name, equals, value = part[0].partition("=")
        if equals and "<" not in name and "\n\n" not in name.strip():
            return name.strip(), [value, *part[1:]]
    return None, part


def _cell(text: str) -> str:
    """The content of a table's cell, without its attributes."""
    before, bar, content = text.partition("|")
    return (content if bar and _CELL_ATTRIBUTES.match(before) else text).strip()


def _row(cells: list[str], kind: str) -> str:
    shown = [cell for cell in cells if cell]
    if not shown:
        return ""
    if kind == "I" and len(shown) == 2:
        return f"\n\ue000I\ue001{shown[0]}: {shown[1]}\n"
    return f"\n\ue000{kind}\ue001{' | '.join(shown)}\n"
