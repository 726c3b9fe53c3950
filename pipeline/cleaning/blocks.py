"""Blocks of a plain text: what each line is, told from its shape and its neighbours.

A line is a paragraph, unless the text is hard-wrapped; a short line without a full stop before prose is a heading; rows of the infobox stand
before the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.cleaning.remains import image_remains, infobox_end, is_box, names_month, split_glued
from pipeline.frozen import dataclass, replace
from pipeline.records import Block
from pipeline.rules.cleaning import CleaningRules, cleaning_rules

__all__ = ["blocks_of_lines", "ends_in_full_stop", "told_apart"]

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[*•·▪‣◦]+|[-–—](?=\s))\s*(?=\S)")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,3}|[a-z])[.)]\s+(?=\S)")
_EQUALS = re.compile(r"\s*(?P<level>={1,6})\s*(?P<name>[^=\n](?:[^\n]*[^=\s])?)\s*(?P=level)\s*\Z")
_TERMINAL = re.compile(r"""[.!?…;:,]["'”’)\]]*\s*\Z""")
_LABELLED = re.compile(r"\s*(?P<label>[A-Z][A-Za-z./() ]{2,28}?)(?:\s*:\s+|\t+\s*|\s{2,}|\s*\Z)")
_COUNTED = re.compile(
    r"(?:^|\s)(?:[~≈]?\d[\d,.–+-]*|unknown|unclear|heavy)\s*(?:\([^)]*\)\s*)?"
    r"(?:killed|dead|wounded|injured|captured|missing|casualties|soldiers|fighters|troops|men|tanks|aircraft|ships)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank (offsets without the white space around it)."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether a blank line stands before it."""
    kind: str = ""
    level: int = 0


def blocks_of_lines(text: str, title: str = "") -> tuple[Block, ...]:
    r"""The blocks of a plain text, in order, each with its kind; white space and list bullets belong to none.

    >>> [b.kind for b in blocks_of_lines("Siege of Acre\n\nBackground\n\nThe city fell in 1187. Guy of Lusignan marched on it.")]
    ['heading', 'heading', 'prose']
    """
    rules = cleaning_rules()
    lines = [_shaped(line) for line in _lines(text)]
    lines = _joined(lines, text)
    lines = _headed(lines, title, rules)
    blocks = (Block(line.start, line.end, line.kind, line.level) for line in lines)
    return tuple(_end_matter(told_apart(blocks, text, title, rules), text, rules))


def ends_in_full_stop(text: str) -> bool:
    """Whether a line ends in a mark that closes or joins sentences; then the next line goes on no word of it.

    >>> ends_in_full_stop("The town fell."), ends_in_full_stop("The town fell to")
    (True, False)
    """
    return _TERMINAL.search(text[-20:]) is not None


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        yield _Line(start, start + len(body), body, text.count("\n", at, start) > 1)
        at = start + len(body)


def _shaped(line: _Line) -> _Line:
    """The line with the kind that its own marks tell."""
    text = line.text
    if equals := _EQUALS.match(text):
        a, b = equals.span("name")
        level = len(equals["level"])
        return _Line(line.start + a, line.start + b, equals["name"], line.gap, "heading", level)
    if text[0] == "|" or text.count("|") > 1 or text.count("\t") > 1 or text.startswith(("{|", "!")):
        return replace(line, kind="table")
    if bullet := _BULLET.match(text):
        return replace(line, start=line.start + bullet.end(), text=text[bullet.end() :], kind="list")
    return line


def _joined(lines: Sequence[_Line], text: str) -> list[_Line]:
    """Hard-wrapped lines put together again, and a line that goes on in lower case."""
    wrapped = _is_wrapped(lines)
    joined: list[_Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and not line.gap and not line.kind and last.kind in ("", "list"):
            open_ended = len(last.text) >= 40 and not ends_in_full_stop(last.text)
            if (wrapped and not _NUMBERED.match(line.text)) or (open_ended and line.text[0].islower()):
                joined[-1] = replace(last, end=line.end, text=text[last.start : line.end])
                continue
        joined.append(line)
    return joined


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether lines break at a margin: most lines with a follower come near the longest, and many of them end within a sentence."""
    longest = max((len(line.text) for line in lines), default=0)
    if not 40 <= longest <= 130:
        return False
    followed = [a for a, b in pairwise(lines) if not b.gap and not a.kind and not b.kind]
    full = [line for line in followed if len(line.text) > 0.75 * longest]
    within = [line for line in full if not ends_in_full_stop(line.text)]
    return len(followed) > 2 and len(full) > 0.75 * len(followed) and len(within) > 0.5 * len(full)


def _is_short(line: _Line) -> bool:
    """Whether a line could be a heading by itself: short, no full stop, begins like a name."""
    text = line.text
    if line.kind or len(text) > _LONGEST_HEADING or ends_in_full_stop(text):
        return False
    return (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘(") and text.count(" ") < 14


def _headed(lines: list[_Line], title: str, rules: CleaningRules) -> list[_Line]:
    """Headings, infobox rows and bare lists among the short lines."""
    out: list[_Line] = []
    i = 0
    while i < len(lines):
        if not _is_short(lines[i]):
            out.append(
                lines[i]
                if lines[i].kind
                else replace(lines[i], kind="list" if _NUMBERED.match(lines[i].text) else "prose")
            )
            i += 1
            continue
        j = i
        while j < len(lines) and _is_short(lines[j]):
            j += 1
        out.extend(_run_of_short(lines[i:j], first=i == 0, last=j == len(lines), title=title, rules=rules))
        i = j
    return out


def _run_of_short(run: list[_Line], *, first: bool, last: bool, title: str, rules: CleaningRules) -> list[_Line]:
    """Short lines that follow one another: the title and the infobox at the head, headings before prose, else a list."""
    if first and last and len(run) == 1:
        return [replace(run[0], kind="prose")]
    out = _head_of_article(run, title, rules) if first else []
    run = run[len(out) :]
    tight = sum(not line.gap for line in run[1:])
    if len(run) > 3 and 2 * tight > len(run):
        heads = {0} if run[0].gap else set()
        if run[-1].gap and not last:
            heads.add(len(run) - 1)
    else:
        heads = set(range(len(run)))
        if last and run and run[-1].text.casefold() not in rules.headings.end_matter:
            heads.discard(len(run) - 1)
    for n, line in enumerate(run):
        out.append(
            replace(line, kind="heading", level=3 if names_month(line.text) else 2)
            if n in heads
            else replace(line, kind="list")
        )
    return out


def _head_of_article(run: list[_Line], title: str, rules: CleaningRules) -> list[_Line]:
    """The title and the rows of the infobox, as far as the first lines of the text are those."""
    rows = [n for n, line in enumerate(run) if _is_box_row(line, rules)]
    out: list[_Line] = []
    if _is_title(run[0].text, title) or (rows and rows[0] > 0) or (len(run) > 1 and not run[1].gap and not rows):
        out.append(replace(run[0], kind="heading", level=1))
    if rows:
        out.extend(replace(line, kind="infobox") for line in run[len(out) : rows[-1] + 1])
    return out


def _is_title(line: str, title: str) -> bool:
    """Whether a first line says what the title says, which may come from the name of a file."""
    one, two = ({word.casefold() for word in _WORD.findall(text)} for text in (line, title))
    return bool(one & two) and 2 * len(one & two) >= max(len(one), len(two))


def _is_box_row(line: _Line, rules: CleaningRules) -> bool:
    labelled = _LABELLED.match(line.text)
    if (labelled and labelled["label"].strip().lower() in rules.infobox.labels) or _COUNTED.search(line.text):
        return True
    return _DIGIT.search(line.text) is not None and is_box(line.text)


def told_apart(blocks: Iterable[Block], text: str, title: str, rules: CleaningRules) -> Iterator[Block]:
    """The blocks, with what has run into a paragraph (infobox, headings, image remains) as blocks of their own.

    >>> from pipeline import extract
    >>> [s.kind for s in extract("Background The city fell in 1187. Guy of Lusignan marched on it.").sentences]
    ['heading', 'prose', 'prose']
    """
    images = image_remains(text)
    before_prose = True
    for block in blocks:
        start = block.start
        if block.kind in ("prose", "list") and before_prose:
            end = infobox_end(text, start, block.end, title)
            if end > start:
                yield Block(start, end - (text[end - 1] == " "), "infobox")
                start = end
            elif not ends_in_full_stop(text[start : block.end]) and is_box(text[start : block.end]):
                yield Block(start, block.end, "infobox")
                continue
            before_prose = block.kind != "prose"
        piece = Block(start, block.end, block.kind, block.level)
        if block.kind in ("prose", "list", "heading"):
            yield from split_glued(piece, text, images, rules.headings)
        else:
            yield piece


def _end_matter(blocks: Iterator[Block], text: str, rules: CleaningRules) -> Iterator[Block]:
    """The blocks, with those below *References*, *See also* and their like as lists."""
    ended = 0
    for block in blocks:
        if block.kind == "heading":
            if not ended or (block.level or 2) <= ended:
                name = text[block.start : block.end].strip().rstrip(":").lower()
                ended = (block.level or 2) if name in rules.headings.end_matter else 0
            yield block
        elif ended and block.kind == "prose":
            yield replace(block, kind="list")
        else:
            yield block
