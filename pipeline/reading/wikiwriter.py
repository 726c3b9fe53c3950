"""What the nodes of a wikitext show: templates, links, references, infoboxes and tables as rendered strings."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.reading.templates import Arguments, short_citation, shown_text
from pipeline.reading.wikilines import EXTERNAL, caption_line, one_line, plain, row_lines, sentinel
from pipeline.reading.wikirefs import CITATIONS, Marked, References, attributes, citation_text
from pipeline.reading.wikitree import Item, Node, parse
from pipeline.records import Reference
from pipeline.rules.wikitext import WikitextRules

__all__ = ["Writer"]

_FILE = re.compile(r"\s*(?:file|image|media|datei|fichier|archivo)\s*:", re.IGNORECASE)
_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?(?:\s*=.*)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|upright(?:\s*[= ].*)?|\d*\s*x?\s*\d+\s*px|"
    r"baseline|middle|sub|super|top|text-top|bottom|text-bottom|(?:alt|link|lang|page|class|start|end|thumbtime|loop|muted)\s*=.*)?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_INTERWIKI = re.compile(
    r"\s*(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-x-old|roa-[a-z]+|map-bms|fiu-vro|bat-smg|nds-nl|cbk-zam)\s*:", re.ASCII
)
_TRICK = re.compile(r"\s*\([^()]*\)\s*\Z|,.*\Z")
_SIDE = re.compile(r"\A(?P<name>.*?[a-z)])\s*[1-9]?[a-d]?\Z")
_NOTE_GROUPS = {
    "efn": "lower-alpha",
    "efn-ua": "upper-alpha",
    "efn-lr": "lower-roman",
    "efn-ur": "upper-roman",
    "efn-lg": "lower-greek",
    "notetag": "note",
    "efn-la": "lower-alpha",
    "ref label": "",
    "sfnm": "",
}
_SHORT_NOTES = frozenset(
    ["sfn", "sfnp", "sfnref", "harvard citation no brackets footnote", "shortened footnote", "snf"]
)
_LISTS = frozenset(
    [
        "reflist",
        "references",
        "notelist",
        "notelist-ua",
        "notelist-lr",
        "notelist-la",
        "refs",
        "reference list",
        "notes",
        "notefoot",
    ]
)
_CATEGORY = re.compile(r"\s*category\s*:", re.IGNORECASE)
_LISTED = re.compile(r"\s*refs\s*=")
_INFOBOXES = ("infobox", "taxobox", "geobox", "automatic taxobox", "speciesbox")
_QUOTES = frozenset(["quote", "blockquote", "cquote", "quotation", "bquote", "rquote", "verse translation"])
_NOTES = frozenset([*_NOTE_GROUPS, *_SHORT_NOTES, "refn", "r", "rp", "citation needed span", "cnspan"])
# Templates of images, and the parameters that hold their captions.
_CAPTIONS = {
    **dict.fromkeys(
        ("multiple image", "triple image", "css image crop", "image frame", "annotated image"),
        ("header", "caption", *(f"caption{n}" for n in range(1, 9)), "description", "footer"),
    ),
    "double image": ("5", "6"),
    "wide image": ("3",),
    "panorama": ("caption",),
}
_LONGEST_NAME = 300


@dataclass(slots=True)
class Writer:
    """Writes out the tree of an article.

    A node becomes a string; what is no text (markers, links, rows, captions) stands in it between private characters, until the lines are
    written and its place in the text is known.
    """

    rules: WikitextRules
    references: References = field(default_factory=References)
    infobox: list[tuple[str, str]] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    _listed: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    """Notes with markers in them, to be shown in the next list."""

    def listed(self, body: str) -> str:
        """Keep the references that stand in the list of references for later."""
        self._listed.append(body)
        return ""

    def article(self, text: str) -> str:
        """The rendered string of an article, for `write_lines`."""
        rendered = self.render(parse(text))
        for body in self._listed:
            self._define(parse(body))
        return rendered

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
        return row_lines(self.render(node.parts[0]))

    def _marked(self, name: str, group: str, items: Sequence[Item]) -> str:
        text, cited = self._reference_text(items)
        return self._marker(self.references.use(name, group, text, cited))

    def _marker(self, number: int) -> str:
        return sentinel("M", number)

    def _reference_text(self, items: Sequence[Item]) -> tuple[str, Reference | None]:
        self.references.last_cited = None
        rendered = self.render(items) if items else ""
        cited = self.references.last_cited
        url = EXTERNAL.search(rendered) if cited is None else None
        text = plain(rendered) or self._bare_template(items)
        if url is not None:
            cited = Reference(text, url["url"], None, plain(url["label"] or "").strip('"') or None)
        return text, cited

    def _bare_template(self, items: Sequence[Item]) -> str:
        """The name and arguments of a citation template that is not known: better than an empty reference."""
        node = next((item for item in items if isinstance(item, Node) and item.kind == "{{"), None)
        return plain(", ".join(self.render(part) for part in node.parts)) if node else ""

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
        if not shown and (_CATEGORY.match(name) or (_INTERWIKI.match(name) and len(node.parts) == 1)):
            return ""
        label = name
        if len(node.parts) > 1:
            label = self.render(node.parts[-1]) or _TRICK.sub("", name.rpartition(":")[2][:_LONGEST_NAME])
        if not name or name.startswith("#") or "\ue000" in name or "\n" in name or len(name) > _LONGEST_NAME:
            return label
        self.targets.append(html.unescape(name.partition("#")[0]).replace("_", " ").strip())
        return f"{sentinel('L', len(self.targets) - 1)}{label}{sentinel('E')}"

    def _file(self, node: Node) -> str:
        caption = ""
        for part in node.parts[1:]:
            words = self.render(part)
            if not _FILE_OPTION.match(words):
                caption = words
        return caption_line(caption)

    # -------------------------------------------------------------------------------------------------- templates

    def _template(self, node: Node) -> str:
        head = self.render(node.parts[0]) if len(node.parts[0]) > 1 else node.parts[0][0] if node.parts[0] else ""
        if not isinstance(head, str):
            return ""
        name = head.strip().lower()
        if "_" in name or "\n" in name or "  " in name:
            name = " ".join(name.replace("_", " ").split())
        name = name.removeprefix("template:")
        if name.startswith("#tag:ref") or ":" in name:
            return self._function(name, head, node)
        if (request := self.rules.requests.get(name)) is not None:
            return self._request(request)
        if name.startswith(_INFOBOXES):
            return self._infobox(self._arguments(node))
        if name.startswith(CITATIONS):
            arguments = self._arguments(node)
            text, reference = citation_text(arguments)
            self.references.full(arguments, reference)
            return text
        if name in _NOTES:
            return self._note(name, self._arguments(node))
        if name in _LISTS:
            return self._list_of_references(node)
        return self._shown(name, self._arguments(node))

    def _shown(self, name: str, arguments: Arguments) -> str:
        text = shown_text(name, arguments, self.rules) or ""
        if name in _QUOTES:
            return f"\n\n{text}\n\n"
        if name in ("quote box", "quotebox"):
            return caption_line(text)
        captions = _CAPTIONS.get(name)
        if captions is None:
            # As in MediaWiki: a list opens a line of its own.
            return f"\n{text}" if text.startswith(("*", "#", ":", ";")) else text
        shown = dict.fromkeys(caption for key in captions if (caption := arguments[key]))
        return "".join(caption_line(caption) for caption in shown)

    def _request(self, label: str) -> str:
        self.references.markers.append(Marked(label, "inline"))
        return self._marker(len(self.references.markers) - 1)

    def _function(self, name: str, head: str, node: Node) -> str:
        """Parser functions: a reference by ``#tag:ref``, a number by ``formatnum``; others show nothing."""
        function, _, value = name.partition(":")
        if function == "#tag" and value == "ref":
            arguments = self._arguments(node)
            text, cited = self._cited(lambda: arguments["1"])
            return self._marker(self.references.use(arguments["name"], arguments["group"], text, cited))
        if function in ("formatnum", "lc", "uc", "ucfirst", "lcfirst"):
            return shown_text(function, Arguments({"1": lambda: head.partition(":")[2]}), self.rules) or value
        return ""

    def _cited(self, render: Callable[[], str]) -> tuple[str, Reference | None]:
        self.references.last_cited = None
        rendered = render()
        if "\ue000M" in rendered:
            self._notes.append(" ".join(rendered.split()))
        return plain(rendered), self.references.last_cited

    def _note(self, name: str, arguments: Arguments) -> str:
        if name in _SHORT_NOTES:
            text = short_citation(arguments)
            number = self.references.use(f"FOOTNOTE{text}", "", text + ".")
            self.references.short(self.references.markers[number].ref_id or "", "".join(arguments.all))
            return self._marker(number)
        if name == "r":
            names = [arguments[str(n)] for n in range(1, 20)]
            return "".join(
                self._marker(self.references.use(one, arguments["group"] or arguments["g"])) for one in names if one
            )
        if name == "rp":
            pages = arguments.first("1", "p", "page", "pp", "pages", "at", "loc")
            return sentinel("P", plain(pages)) if pages else ""
        if name in ("citation needed span", "cnspan"):
            return arguments.first("1", "text") + self._request("citation needed")
        if name == "ref label":
            label = arguments.first("3", "2")
            self.references.markers.append(Marked(label, "note"))
            return self._marker(len(self.references.markers) - 1) if label else ""
        group = _NOTE_GROUPS.get(name, "") or arguments["group"] or ("note" if name == "notetag" else "")
        text, cited = self._cited(lambda: arguments.first("1", "text", "reference", "content"))
        return self._marker(self.references.use(arguments["name"], group, text, cited))

    def _list_of_references(self, node: Node) -> str:
        """Take up the references that the list defines; notes that bear markers themselves are shown in it."""
        for part in node.parts[1:]:
            if part and isinstance(part[0], str) and _LISTED.match(part[0]):
                self._define(part)
                for item in part:
                    if isinstance(item, Node) and item.kind == "{{":
                        self._define_note(item)
        shown, self._notes = self._notes, []
        return "".join(f"\n* {note}" for note in shown) + "\n" if shown else ""

    def _define_note(self, node: Node) -> None:
        name = self.render(node.parts[0]).strip().lower()
        arguments = self._arguments(node)
        if name in _NOTE_GROUPS or name == "refn":
            text, cited = self._cited(lambda: arguments.first("1", "text"))
            self.references.define_named(
                arguments["name"], _NOTE_GROUPS.get(name, "") or arguments["group"], text, cited
            )

    def _arguments(self, node: Node) -> Arguments:
        given: dict[str, Callable[[], str]] = {}
        position = 0
        for part in node.parts[1:]:
            key, value = _named(part)
            if key is None:
                position += 1
                key = str(position)
            given[key.lower()] = _Lazy(self, value)
        return Arguments(given)

    def _infobox(self, arguments: Arguments) -> str:
        """The rows of an infobox, each with the label that readers see."""
        rules = self.rules.infobox
        rows = []
        for key in arguments.names:
            name = key.replace("_", " ").replace("-", " ").strip()
            side = _SIDE.match(name[:60])
            base = side["name"] if side else name
            if base in rules.unread or name in rules.unread or len(key) > 60:
                continue
            value = arguments[key]
            if name in rules.captions:
                rows.append(caption_line(value))
                continue
            line = one_line(value)
            if not line:
                continue
            label = rules.labels.get(base.replace(" ", ""), rules.labels.get(base)) or base[:1].upper() + base[1:]
            self.infobox.append((label, plain(line)))
            rows.append(f"\n{sentinel('I')}{label}: {line}\n")
        return "\n" + "".join(rows)


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A part of a template, rendered when it is called."""

    writer: Writer
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
