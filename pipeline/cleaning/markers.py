"""Citation markers as readers see them: ``[38]``, ``[note 1]``, ``[a]``, ``[citation needed]``, ``[38]:12``, raised digits.

What a bracket means is told by its label and its neighbours. Editorial brackets (*[sic]*, *[the rebels]*, *"[a]gricultural"*, *receive[d]*),
mathematics, chemistry, sounds and arrays are no markers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.cleaning.remains import MONTHS
from pipeline.frozen import dataclass
from pipeline.records import Marker
from pipeline.rules.cleaning import MarkerRules, cleaning_rules

__all__ = ["find_markers"]

_BRACKET = re.compile(r"\[(?P<body>[^\[\]\n]{1,60})\]")
_LABEL = re.compile(
    r"""
    \s* (?:
        (?P<number> [1-9]\d{0,3} )
      | (?P<group> [A-Za-z][A-Za-z-]{0,14} ) \s? (?P<in_group> \d{1,4} )
      | (?P<letter> [a-zA-Zα-ω]{1,2} | [ivx]{3,5} )
      | (?P<dagger> [*†‡§#] \d? )
    ) \s* \Z
    """,
    re.VERBOSE,
)
_PAGE = r"(?:pp?\.\s?)?[0-9xvi]{1,5}(?:\s?[–—-]\s?[0-9xvi]{1,5})?n?"
_PAGES = re.compile(rf":\s?(?P<pages>{_PAGE}(?:,\s?{_PAGE})*)(?![\w%])")
_AFTER_PAGES = re.compile(
    r"\s*(?:$|[\[\])\"”’.,;—–]|(?:and|or|but|which|who|while|in|on|with|to|at|by|as|of|from|after)\b)", re.MULTILINE
)
_MONTH_OR_NOUN = re.compile(rf"\s(?:[a-z]|{MONTHS})")
_HEADING_ENDS = re.compile(r"(?:\[[^\[\]\n]{1,60}\])*[ \t]*={1,6}[ \t]*$", re.MULTILINE)
_RAISED = re.compile(r"[¹²³⁴-⁹][⁰¹²³⁴-⁹]*|⁽[⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉ]+⁾")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ", "0123456789abcde")
_ROMAN = frozenset(
    [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "xvii",
        "xviii",
        "xix",
        "xx",
    ]
)
_OPENING = frozenset("“‘([{«")
_ALONE = frozenset(["", " ", "\n", "\t", "(", ",", "]"])
_OPERATORS = frozenset("=^≤≥∈×÷·±∓−")
_SIGNS = frozenset("+*")
_SPACED_SIGNS = frozenset(["+ ", "* "])
# An ending that an editor supplies in brackets: receive[d], provide[s], see[n], large[r], th[e].
_SUPPLIED = frozenset(["s", "d", "n", "r", "t", "e", "y", "m", "ed", "es", "er", "en", "ly", "al", "st"])


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket in its surroundings."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.text[self.start - 1] if self.start else "\n"

    @property
    def after(self) -> str:
        return self.text[self.end] if self.end < len(self.text) else "\n"

    @property
    def attached(self) -> bool:
        return not self.before.isspace()

    @property
    def opens_a_quotation(self) -> bool:
        if self.before not in "\"'":
            return self.before in "“‘"
        earlier = self.text[self.start - 2] if self.start > 1 else "\n"
        return earlier.isspace() or earlier in _OPENING

    @property
    def in_mathematics(self) -> bool:
        """Whether an operator stands on either side; ``300+[30]`` is none."""
        before = self.text[max(0, self.start - 2) : self.start]
        after = self.text[self.end : self.end + 2].lstrip()[:1]
        if after == "=" and self.in_heading:
            return False
        return before.rstrip()[-1:] in _OPERATORS or before in _SPACED_SIGNS or after in _OPERATORS or after in _SIGNS

    @property
    def indexes(self) -> bool:
        """Whether it counts the places of a variable: *x[i]*, *a[1]*; a single small letter is no word, a capital may be (*Vitamin C[3]*)."""
        name = self.text[max(0, self.start - 2) : self.start]
        return name[-1:].isalpha() and name[-1:].islower() and name[:-1] in _ALONE

    @property
    def in_heading(self) -> bool:
        """Whether the bracket closes a heading between signs: ``== Aftermath[1] ==``."""
        line_start = self.text.rfind("\n", 0, self.start) + 1
        return self.text[line_start : line_start + 1] == "=" and _HEADING_ENDS.match(self.text, self.end) is not None

    @property
    def line_start(self) -> bool:
        line = self.text[max(0, self.start - 80) : self.start].rstrip(" \t\u00a0")
        return not line or line[-1] == "\n"


def find_markers(text: str) -> list[Marker]:
    """The citation markers of a plain text, in reading order, with the page numbers that follow them.

    Scope: the bracketed and raised markers of encyclopedias; ``[12, 15]`` and author-date citations are not read.

    >>> [m.label for m in find_markers('They left [sic] the city.[38]:12[note 2] It "receive[d] [a] blow".[a]')]
    ['38', 'note 2', 'a']
    """
    found: list[Marker] = []
    if "[" in text:
        found.extend(_bracketed(text, cleaning_rules().markers))
    if not text.isascii():
        raised = list(_raised(text, cleaning_rules().markers.units))
        if raised:
            found = sorted([*found, *raised], key=lambda marker: marker.start)
    return found


def _bracketed(text: str, rules: MarkerRules) -> Iterator[Marker]:
    seen: set[str] = set()
    end_of_last = -1
    for match in _BRACKET.finditer(text):
        body = match["body"]
        start, end = match.span()
        label = _LABEL.match(body)
        if label is None:
            if _is_inline(body, rules):
                yield Marker(start, end, body.strip(), "inline")
                end_of_last = end
            continue
        bracket = _Bracket(text, start, end)
        if label["number"]:
            if not _is_number(bracket, label["number"], spaced=body != label["number"], follows=end_of_last == start):
                continue
            kind = "reference"
        elif label["group"]:
            if label["group"].lower() not in rules.groups or bracket.opens_a_quotation:
                continue
            kind = "note"
        elif label["dagger"]:
            if not bracket.attached or bracket.in_mathematics or bracket.before in _OPENING:
                continue
            kind = "note"
        else:
            if not _is_letter(bracket, label["letter"], seen, follows=end_of_last == start):
                continue
            seen.add(label["letter"])
            kind = "note"
        end_of_last = end = _with_pages(bracket) if kind != "inline" else end
        yield Marker(start, end, body.strip(), kind)


def _is_inline(body: str, rules: MarkerRules) -> bool:
    label = (
        " ".join(body.lower().replace("–", "-").replace("—", "-").split())
        .removesuffix("- discuss")
        .removesuffix("-discuss")
        .strip(" -")
    )
    if label in rules.inline:
        return True
    if label.endswith("?") and (
        label[:-1].rstrip() in rules.question or label[:-1].rstrip().endswith(" whom") or label == "whom?"
    ):
        return True
    words = label.rstrip("?").split()
    return (
        len(words) > 1 and len(words) <= 6 and words[-1] == "needed" and words[-2].removesuffix("(s)") in rules.needed
    )


def _is_number(bracket: _Bracket, number: str, *, spaced: bool, follows: bool) -> bool:
    before, after = bracket.before, bracket.after
    if follows or spaced:
        return True
    if bracket.opens_a_quotation or bracket.in_mathematics or bracket.indexes or before in "/\\$_":
        return False
    if before == "-" and bracket.text[bracket.start - 2 : bracket.start - 1].isalnum():
        return False
    if len(number) == 4 and (not bracket.attached or int(number) > 1399):
        return False
    if before.isalnum() and after.isalnum() and not after.isupper():
        return False
    # Within a quotation a number by itself is the editor's: "they killed [38] people".
    if not bracket.attached and after == " " and bracket.text[bracket.end + 1 : bracket.end + 2].islower():
        window = bracket.text[max(0, bracket.start - 1000) : bracket.start]
        line = window[window.rfind("\n") + 1 :]
        return line.count('"') % 2 == 0 and line.count("“") <= line.count("”")
    return True


def _is_letter(bracket: _Bracket, label: str, seen: set[str], *, follows: bool) -> bool:
    before, after = bracket.before, bracket.after
    if (
        after.isalnum()
        or after in "-'’"
        or before in "-/\\_"
        or before in _OPENING
        or bracket.opens_a_quotation
        or bracket.indexes
    ):
        return False
    if bracket.in_mathematics or (len(label) > 1 and label.lower() not in _ROMAN and not _continues(label, seen)):
        return False
    if follows:
        return True
    if bracket.attached:
        return not before.isalpha() or label.lower() not in _SUPPLIED or _continues(label, seen)
    # Apart from the text a letter is a marker only between sentences.
    follows_on = bracket.text[bracket.end : bracket.end + 2]
    opens = not follows_on.strip() or (follows_on[0].isspace() and (follows_on[1].isupper() or follows_on[1] == "["))
    return opens and (
        bracket.line_start or bracket.text[max(0, bracket.start - 8) : bracket.start].rstrip()[-1:] in ".!?;]"
    )


def _continues(label: str, seen: set[str]) -> bool:
    """Whether the label before this one in the alphabet was a marker too."""
    if len(label) == 2 and label[0] == label[1] == "a":
        return "z" in seen
    last = label[-1]
    return last not in "aA" and label[:-1] + chr(ord(last) - 1) in seen


def _with_pages(bracket: _Bracket) -> int:
    """End of the marker with its page numbers: ``[38]:12``, ``[38]: 12–14``; a colon of the prose stays out."""
    if bracket.after != ":":
        return bracket.end
    text = bracket.text
    match = _PAGES.match(text, bracket.end)
    if match is None:
        return bracket.end
    tight = match.start("pages") == bracket.end + 1
    closes_a_sentence = bracket.before in '.!?"”]'
    if tight or _AFTER_PAGES.match(text, match.end()):
        return match.end()
    if closes_a_sentence and not _MONTH_OR_NOUN.match(text, match.end()):
        return match.end()
    return bracket.end


def _raised(text: str, units: frozenset[str]) -> Iterator[Marker]:
    """Raised digits that follow a word or a full stop; exponents, units and isotopes are none."""
    for match in _RAISED.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if after.isalnum() or after in "⁻⁺⁄/" or (after in ".," and text[end + 1 : end + 2].isdecimal()):
            continue
        if before.isalpha():
            word = _LETTERS_BEFORE.search(text, max(0, start - 30), start)
            if word is None or len(word[0]) < 3 or word[0].lower() in units:
                continue
        elif before not in '.,;:!?"”’)]':
            continue
        yield Marker(
            start, end, match[0].strip("⁽⁾").translate(_DIGITS), "note" if match[0][-1] == "⁾" else "reference"
        )
