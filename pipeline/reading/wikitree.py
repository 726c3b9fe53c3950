"""Wikitext as a tree of templates, links, references and tables, in one pass whose time grows with the text and nothing else.

What is opened and never closed is text, as in MediaWiki; what is nested too deep is text too. So no input makes it slow: the reason why this
is written here and not left to a general parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Item", "Node", "parse"]

_TOKEN = re.compile(
    r"""
      \{\{ | \}\} | \[\[ | \]\] | (?:\n[:*\#]*\{) ?\| | \n\|\}(?!\}) | \|
    | <ref (?P<attributes>(?:\s[^<>]*?)?) \s* (?P<empty>/?) >
    | </ref\s*>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DEEPEST = 60


@dataclass(slots=True)
class Node:
    """A template, link, table or reference: its parts between the bars, each a list of strings and nodes."""

    kind: str
    """``{{``, ``[[``, ``{|`` or ``ref``."""
    opened: str = ""
    """How it was written, to be text again where it is never closed."""
    parts: list[list[Item]] = field(default_factory=lambda: [[]])
    attributes: str = ""


Item = str | Node


def parse(text: str) -> list[Item]:
    """The text as strings and nodes.

    >>> [part if isinstance(part, str) else part.kind for part in parse("Troops of {{flag|Syria}} [[Aleppo|there]].<ref name=a/> {{x")]
    ['Troops of ', '{{', ' ', '[[', '.', 'ref', ' ', '{{', 'x']
    """
    root: list[Item] = []
    stack: list[Node] = []
    current = root
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start > at:
            current.append(text[at:start])
        at = end
        mark = match[0]
        if mark == "|":
            if stack and stack[-1].kind in ("{{", "[["):
                stack[-1].parts.append([])
                current = stack[-1].parts[-1]
            else:
                current.append("|")
        elif mark in ("}}", "]]"):
            current = _close(stack, root, "{{" if mark == "}}" else "[[", mark)
        elif mark[0] == "\n" and mark[-1] == "}":
            current = _close(stack, root, "{|", mark)
        elif mark[0] == "<" and mark[1] == "/":
            current = _close(stack, root, "ref", "")
        elif mark[0] == "<":
            node = Node("ref", "", attributes=match["attributes"] or "")
            if match["empty"]:
                current.append(node)
            elif not any(open_.kind == "ref" for open_ in stack) and len(stack) < _DEEPEST:
                stack.append(node)
                current = node.parts[0]
        elif len(stack) >= _DEEPEST:
            current.append(mark)
        else:
            kind = "{|" if mark[0] == "\n" else mark
            stack.append(Node(kind, mark))
            current = stack[-1].parts[0]
    if at < len(text):
        current.append(text[at:])
    for node in stack:
        root.extend(_as_text(node))
    return root


def _close(stack: list[Node], root: list[Item], kind: str, mark: str) -> list[Item]:
    """Close the nearest open node of a kind; what was opened within it and not closed is text. Where to go on writing."""
    at = len(stack) - 1
    while at >= 0 and stack[at].kind != kind:
        # A link does not reach over a template, nothing reaches out of a reference but its own end.
        if kind == "[[" or stack[at].kind == "ref" or (kind == "{|" and stack[at].kind == "{{"):
            at = -1
            break
        at -= 1
    current = stack[-1].parts[-1] if stack else root
    if at < 0:
        if mark:
            current.append(mark)
        return current
    node = stack[at]
    for inner in stack[at + 1 :]:
        node.parts[-1].extend(_as_text(inner))
    del stack[at:]
    current = stack[-1].parts[-1] if stack else root
    current.append(node)
    return current


def _as_text(node: Node) -> list[Item]:
    items: list[Item] = [node.opened] if node.opened else []
    for number, part in enumerate(node.parts):
        if number:
            items.append("|")
        items.extend(part)
    return items
