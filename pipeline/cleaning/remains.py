"""Remains of pages that run into prose: infobox rows before the first sentence, headings before a paragraph, names of image files."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.records import Block
from pipeline.rules.cleaning import HeadingRules

__all__ = ["MONTHS", "image_remains", "infobox_end", "is_box", "names_month", "split_glued"]

_IMAGE = re.compile(
    r"""
    (?: (?<![^\s]) \[\[ (?:File|Image): [^\]\n]{0,200} \]\]
      | (?<!\S) [^\s.]{0,80} \.(?:jpe?g|png|svg|gif|tiff?|webp|webm|ogv|ogg) [?)\]]{0,3} (?!\S)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s*]*")
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|svg|gif|tiff?|webp|webm|ogv|ogg)[?)\]]{0,3}(?!\w)", re.IGNORECASE)

# The words a first sentence opens with, in the middle of a line.
_OPENING = re.compile(r"(?<=[\w)\]\"”†]) (?=(?:The|A|An|On|In|During|After|Between|From|By|At)\s[\w\"“'])")
_PREDICATE = re.compile(
    r"\b(?:was|were|is|are|refers|referred|took|began|started|broke|consisted|resulted|ended|occurred|lasted|saw|became|launched|fought|[a-z]{3,}ed)\b"
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|had|have|did|does|refers|took|began|started|became|could|would|will|said|occurred|consisted|lasted|saw)\b"
)
_FULL_STOP = re.compile(r"(?<!\b[A-Z])(?<!\.[A-Z])[.!?](?=\s+[A-Z])(?<![A-Z]\.[A-Z]\.)")
_BOX_SIGN = re.compile(
    r"""
      \d[\d,.–+-]* \s (?:[a-z-]+\s)? (?:killed|dead|wounded|injured|captured|missing|casualties|soldiers|fighters|troops|men|infantry|cavalry|tanks|guns|aircraft|ships|deaths)\b
    | (?: \b\d{3,4}\b \s ){3}
    | \b(?:Date|Location|Result|Belligerents|Strength|Casualties[ ]and[ ]losses|Commanders[ ]and[ ]leaders|Territorial[ ]changes|Part[ ]of|Units[ ]involved|Coordinates|Combatants)\b
    """,
    re.VERBOSE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# Words in lower case that end a row: 192 killed, Coalition victory.
_ROW_ENDS = frozenset(
    [
        "aircraft",
        "battalions",
        "brigades",
        "captured",
        "casualties",
        "civilians",
        "dead",
        "deaths",
        "defeat",
        "disputed",
        "divisions",
        "fighters",
        "guns",
        "horsemen",
        "infantry",
        "injured",
        "killed",
        "losses",
        "men",
        "missing",
        "militants",
        "personnel",
        "planes",
        "prisoners",
        "ships",
        "soldiers",
        "stalemate",
        "surrendered",
        "tanks",
        "triremes",
        "troops",
        "unknown",
        "vehicles",
        "victory",
        "warships",
        "wounded",
    ]
)
_LONGEST_BOX = 4000

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
"""Alternatives of a pattern."""
_MONTH = re.compile(
    rf"(?:(?:Early|Mid|Late|Mid to late)[ –-])?(?:{MONTHS})(?:[ ]?[–-][ ]?(?:{MONTHS}))?(?:[ ]\d{{4}})?"
)
_OPENS_SENTENCE = (
    "A|After|Although|An|As|At|Before|Between|By|Despite|Due|During|Early|Following|For|From|He|However|In|Initially|It|Late|Later|Meanwhile|On|Over|"
    "She|Since|Some|The|Their|There|These|They|This|Throughout|To|Under|Until|When|While|With"
)


@cache
def _glued_pattern(names: frozenset[str], compounds: frozenset[str]) -> re.Pattern[str]:
    """A known heading, or the name of a month, right before the opening of a sentence."""
    known = "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))
    other = "|".join(sorted(map(re.escape, compounds)))
    return re.compile(
        rf"""
        (?P<known>{known}) [ ]{{1,2}} (?! (?:{other})\b ) (?= (?:["“'‘(]*[A-Z]|\d) (?:[\w'’.,-]*) [ ] | \*[ ])
      | (?P<month>{_MONTH.pattern}) [ ]{{1,2}} (?= (?:{_OPENS_SENTENCE}) [ ] )
        """,
        re.VERBOSE,
    )


def image_remains(text: str) -> list[tuple[int, int]]:
    """The spans of file names of images and sounds that a conversion has left in the text.

    >>> image_remains("March .jpg?) _05.jpg?) On 9 March")
    [(6, 12), (13, 22)]
    """
    if not _FILE_NAME.search(text):
        return []
    return [match.span() for match in _IMAGE.finditer(text)]


def infobox_end(text: str, start: int, end: int, title: str = "") -> int:
    """Where the infobox remains end that run into the first sentence of a paragraph; ``start`` where there are none.

    Remains hold no finite verb and no full stop, but counts of victims, rows of years or row labels; what follows opens with a determiner or
    preposition in upper case, or with the title, and has a predicate.

    >>> text = "Belligerents Rebels Army Strength 300 1,000 The Battle of Kut was fought in 1916."
    >>> text[infobox_end(text, 0, len(text)) :]
    'The Battle of Kut was fought in 1916.'
    """
    limit = min(end, start + _LONGEST_BOX)
    named = _title_pattern(title)
    openings = [match.end() for match in _OPENING.finditer(text, start, limit)]
    titled = [match.start() for match in named.finditer(text, start + 1, limit)] if named else []
    for at in sorted({*openings, *titled}):
        box = text[start:at].rstrip()
        if _FINITE.search(box) or _FULL_STOP.search(box):
            return start
        if not _ends_a_row(box) or not _PREDICATE.search(text, at, min(end, at + 400)):
            continue
        about = named is not None and named.search(text, at, at + 80) is not None
        if _BOX_SIGN.search(box + " ") or (about and box.count(" ") > 1 and "," not in box):
            return at
    return start


def is_box(line: str) -> bool:
    """Whether a line before the first sentence holds nothing but rows of the infobox.

    >>> is_box("Part of the Rook War Date 4 May 1302 Strength 400 men 30 killed")
    True
    """
    return (
        len(line) <= _LONGEST_BOX
        and not _FINITE.search(line)
        and not _FULL_STOP.search(line)
        and bool(_BOX_SIGN.search(line + " "))
    )


def _ends_a_row(box: str) -> bool:
    last = box.rsplit(" ", 1)[-1]
    return last[:1].isupper() or last[:1].isdigit() or last[-1:] in ")]†" or last in _ROW_ENDS


def _title_pattern(title: str) -> re.Pattern[str] | None:
    """The title without what stands in brackets, where it is more than one word."""
    words = _IN_BRACKETS.sub("", title).split()
    if len(words) < 2:
        return None
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def split_glued(block: Block, text: str, images: Sequence[tuple[int, int]], rules: HeadingRules) -> Iterator[Block]:
    """A block without the headings and image names that have run into it; those become headings and captions."""
    start, end = block.start, block.end
    glued = _glued_pattern(rules.glued, rules.compounds)
    while True:
        inside = bisect_left(images, (start, 0))
        image = images[inside] if inside < len(images) and images[inside][1] <= end else None
        match = glued.match(text, start, end) if block.kind != "heading" else None
        if match:
            name_end = match.end("known") if match["known"] else match.end("month")
            yield Block(start, name_end, "heading", 2 if match["known"] else 3)
            start = match.end()
        elif image is not None:
            if start < image[0] and text[start : image[0]].strip():
                lead = Block(start, start + len(text[start : image[0]].rstrip()), block.kind, block.level)
                yield _as_heading(lead, text) if start == block.start or lead.end - lead.start < 40 else lead
            last = image[1]
            while inside + 1 < len(images) and images[inside + 1][0] <= last + 1 and images[inside + 1][1] <= end:
                inside += 1
                last = images[inside][1]
            yield Block(image[0], last, "caption")
            start = last
        else:
            break
        start = _BETWEEN.match(text, start, end).end()  # type: ignore[union-attr]
    if start < end:
        yield Block(start, end, block.kind, block.level)


def _as_heading(block: Block, text: str) -> Block:
    """A short phrase that stands before an image is the heading of the section."""
    words = text[block.start : block.end]
    short = len(words) <= 80 and words[:1].isupper() and words[-1:] not in ".,;:!?" and not _FINITE.search(words)
    return Block(block.start, block.end, "heading", 3 if names_month(words) else 2) if short else block


def names_month(words: str) -> bool:
    """Whether a heading is the name of a month: the section of a chronicle, below that of a phase.

    >>> names_month("October 2016"), names_month("Early May – June"), names_month("March on Rome")
    (True, True, False)
    """
    return _MONTH.fullmatch(words) is not None
