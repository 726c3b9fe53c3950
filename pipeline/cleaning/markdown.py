"""Markdown: what the mark-up says of each line, and the cuts that leave the words a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.cleaning.blocks import ends_in_full_stop
from pipeline.records import Block, Cut, Marker

__all__ = ["Markdown", "read_markdown"]

_LINE = re.compile(r"[^\n]+")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<rows>(?:(?!---[ \t]*(?:\n|\Z))[^\n]*\n){0,400}?)---[ \t]*(?:\n|\Z)")
_PAGE_DATE = re.compile(
    r"(?:pub_?date|(?:date_?)?(?:published|updated|modified|created)|publish_?date|last_?mod|date)[ \t]*:[ \t]*[\"']?20\d\d-\d\d-\d\d",
    re.IGNORECASE,
)
"""*pubDate: 2023-06-30*: when the page was written, which dates nothing that it tells of."""
_ATX = re.compile(r"\s{0,3}(?P<level>#{1,6})(?:[ \t]+|(?=[A-Z0-9]))(?P<name>[^\n]*?)(?P<close>[ \t]*#*[ \t]*)\Z")
_SETEXT = re.compile(r"\s{0,3}(?P<rule>=+|-+)[ \t]*\Z")
_RULE = re.compile(r"\s*(?:[-*_][ \t]*){3,}\Z")
_BULLET = re.compile(r"\s*(?:[*+•-]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"\s*(?:>[ \t]?)+")
_TABLE_RULE = re.compile(r"[\s|:+-]+\Z")
_FOOTNOTE = re.compile(r"\s*\[\^(?P<label>[^\]\s]{1,40})\]:[ \t]*")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_FENCE = re.compile(r"\s*(?:```|~~~)")

_URL = r"[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,2000}){0,8}"
_INLINE = re.compile(
    rf"""
      (?P<comment> <!--(?:[^-<]|-(?!->)|<(?!!--)){{0,5000}}--> )
    | (?P<image> !\[ (?P<alt>(?:\\.|\[[^\[\]\n]{{0,100}}\]|[^\[\]\\\n]){{0,500}}) (?P<source>\]\( {_URL} (?:[ \t]+"[^"\n]{{0,500}}")? \)) )
    | (?P<link> \[ (?P<label>(?:\\.|\[[^\[\]\n]{{0,100}}\]|[^\[\]\\\n]){{0,500}}) (?P<target>\]\( {_URL} (?:[ \t]+"[^"\n]{{0,500}}")? \)) )
    | (?P<foot> \[\^(?P<foot_label>[^\[\]\s]{{1,40}})\] )
    | (?P<address> <https?://[^<>\s]{{1,2000}}> )
    | (?P<tag> </?[a-zA-Z][a-zA-Z0-9]{{0,15}}(?:\s[^<>\n]{{0,500}})?/?> )
    | (?P<escape> \\[\\`*_{{}}\[\]()\#+.!|~>-] )
    | (?P<entity> (?<=&)amp; )
    | (?P<code> `+ )
    | (?P<strike> ~~(?=\S) | (?<=\S)~~ )
    | (?P<star> \*{{1,3}}(?=[^\s*]) | (?<=[^\s*])\*{{1,3}} )
    | (?P<underscore> (?<![\w\\])_{{1,3}}(?=[^\s_]) | (?<=[^\s_])_{{1,3}}(?!\w) )
    """,
    re.VERBOSE,
)
_MARKER_LABEL = re.compile(r"\\?\[\^?(?P<label>[^\[\]\\]{1,40})\\?\]\Z")


@dataclass(slots=True)
class Markdown:
    """Cuts and blocks of a Markdown text (source offsets), and the markers that are links or footnotes."""

    cuts: list[Cut] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def read_markdown(text: str) -> Markdown:
    r"""What the mark-up of a text says: blocks by kind, and everything of it that readers do not see.

    Scope: headings, lists, quotations, tables, images, links, footnotes, emphasis, front matter, HTML tags; no nested block structure.

    >>> found = read_markdown("## Siege\n\nKut **fell** [again](kut.md).\n")
    >>> [(block.kind, block.level) for block in found.blocks]
    [('heading', 2), ('prose', 0)]
    """
    out = Markdown()
    start = _front_matter(text, out)
    _blocks(text, start, out)
    out.cuts.extend(_inline_cuts(text, start))
    out.cuts.sort(key=lambda cut: (cut.start, -cut.end))
    return out


def _front_matter(text: str, out: Markdown) -> int:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return 0
    for row in _LINE.finditer(text, *match.span("rows")):
        if row[0].isspace():
            continue
        if _PAGE_DATE.match(row[0]):
            out.cuts.append(Cut(*row.span()))
            continue
        if row[0][0].isspace() and out.blocks:
            out.blocks[-1] = Block(out.blocks[-1].start, row.end(), "infobox")
        else:
            out.blocks.append(Block(row.start(), row.end(), "infobox"))
    return match.end()


def _blocks(text: str, at: int, out: Markdown) -> None:
    in_code = False
    for match in _LINE.finditer(text, at):
        start, end = match.span()
        line = match[0]
        if line.isspace():
            continue
        if _FENCE.match(line):
            in_code = not in_code
            out.cuts.append(Cut(start, end))
        elif in_code:
            out.blocks.append(Block(start, end, "table"))
        elif atx := _ATX.match(line):
            name = atx.span("name")
            out.cuts.append(Cut(start, start + name[0]))
            out.cuts.append(Cut(start + name[1], end))
            if name[0] < name[1]:
                out.blocks.append(Block(start + name[0], start + name[1], "heading", len(atx["level"])))
        elif (rule := _SETEXT.match(line)) and _underlines(text, start, out):
            out.cuts.append(Cut(start, end))
            title = out.blocks[-1]
            out.blocks[-1] = Block(title.start, title.end, "heading", 1 if rule["rule"][0] == "=" else 2)
        elif _RULE.match(line) or (_DEFINITION.match(line) and not _FOOTNOTE.match(line)):
            out.cuts.append(Cut(start, end))
        else:
            _text_line(text, start, end, line, out)


def _underlines(text: str, start: int, out: Markdown) -> bool:
    if not out.blocks or out.blocks[-1].kind != "prose":
        return False
    return text.count("\n", out.blocks[-1].end, start) == 1 and out.blocks[-1].end - out.blocks[-1].start < 120


def _text_line(text: str, start: int, end: int, line: str, out: Markdown) -> None:
    """A line of prose, of a list, a table or an image; a paragraph may go on over several lines."""
    kind = "prose"
    stripped = line.strip()
    if stripped[0] == "|" or stripped.count(" | ") > 1:
        if _TABLE_RULE.match(stripped):
            out.cuts.append(Cut(start, end))
        else:
            out.blocks.append(Block(start, end, "table"))
        return
    if foot := _FOOTNOTE.match(line):
        out.cuts.append(Cut(start, start + foot.end()))
        start, kind = start + foot.end(), "list"
    elif quote := _QUOTE.match(line):
        out.cuts.append(Cut(start, start + quote.end()))
        start += quote.end()
    elif bullet := _BULLET.match(line):
        out.cuts.append(Cut(start, start + bullet.end()))
        start, kind = start + bullet.end(), "list"
    elif stripped.startswith("![") and stripped.endswith(")"):
        kind = "caption"
    last = out.blocks[-1] if out.blocks else None
    if kind == "prose" and last and last.kind in ("prose", "list") and text.count("\n", last.end, start) == 1:
        before = text[max(last.start, last.end - 40) : last.end]
        if not ends_in_full_stop(before) and last.end - last.start >= 40:
            out.blocks[-1] = Block(last.start, end, last.kind)
            return
    if start < end:
        out.blocks.append(Block(start, end, kind))


def _inline_cuts(text: str, at: int) -> Iterator[Cut]:
    for match in _INLINE.finditer(text, at):
        start, end = match.span()
        if match["image"] is not None:
            yield Cut(start, start + 2)
            yield Cut(*match.span("source"))
        elif match["link"] is not None:
            yield from _link(match)
        elif match["foot"] is not None:
            yield Cut(start, end, Marker(start, end, match["foot_label"], "note"))
        elif match["escape"] is not None:
            yield Cut(start, start + 1)
        else:
            yield Cut(start, end)


def _link(match: re.Match[str]) -> Iterator[Cut]:
    """A link leaves its label, unless the label is a citation marker; then the whole of it is one."""
    start, end = match.span()
    label = match["label"]
    inner = _MARKER_LABEL.match(label) or (_MARKER_LABEL.match(f"[{label}]") if "cite_" in match["target"] else None)
    if inner is not None:
        kind = "reference" if inner["label"].isdigit() else "note"
        yield Cut(start, end, Marker(start, end, inner["label"], kind))
        return
    yield Cut(start, start + 1)
    # Emphasis within the label is cut as anywhere else.
    offset = match.start("label")
    yield from (Cut(c.start + offset, c.end + offset, c.marker) for c in _inline_cuts(label, 0) if c.marker is None)
    yield Cut(*match.span("target"))
