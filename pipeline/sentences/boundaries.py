"""Where sentences end: after ``.``, ``!``, ``?``, unless what stands before and after says that the sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.rules.sentences import SentenceRules, sentence_rules

__all__ = ["boundaries"]

# Begins with the characters themselves: a search then skips to the next one, and asks only there whether another stands before it.
_CANDIDATE = re.compile(
    r"""
    (?P<stop> [.!?…] (?<![.!?…][.!?…]) [.!?…]{0,11} (?:[ ]\.(?=[ ]\.|[ ]|\Z)){0,3} )
    (?P<close> ["'”’)\]»]{0,6} )
    (?P<gap> \s* )
    (?= ["'“‘(\[«„£$€#•]{0,6} [ ]? (?P<next> [^\W_]{1,40} ) (?P<hyphen> -[A-Z] | ['’][A-Z])? )
    """,
    re.VERBOSE,
)
_LOST_STOP = re.compile(r"(?<=[a-z\d)\"”]) {2,}(?=(?P<next>[A-Z][a-z]*)\b)")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\Z")
# What bears a Roman number: "World War I. Germany …" and "Xerxes I. Xerxes …" end a sentence, "Francisco I. Madero" does not.
_NUMBERED = frozenset(["War", "Corps", "Phase", "Part", "Army", "Battalion", "Type", "Tiger", "Panzer"])
_ENUMERATES = re.compile(r"(?:[;:,]|[;,] (?:and|or)|Phase|Part|Stage|Step|Act) \Z")
_LONGEST = 5000


def boundaries(text: str, start: int, end: int, lost: bool) -> Iterator[tuple[int, int]]:
    """End of each sentence of a paragraph but the last, with the start of the next one.

    ``lost``: whether the text has double spaces, which stand where a full stop went with its marker.

    >>> text = "Lt. Col. J. F. C. Fuller met the U.S. Army on 9 Nov. 1917 in St. Omer.The next day it rained. 50 tanks left."
    >>> [text[a:b] for a, b in zip([0, *(n for _, n in boundaries(text, 0, len(text), False))], [*(e for e, _ in boundaries(text, 0, len(text), False)), None])]
    ['Lt. Col. J. F. C. Fuller met the U.S. Army on 9 Nov. 1917 in St. Omer.', 'The next day it rained.', '50 tanks left.']
    """
    rules = sentence_rules()
    at = start
    for stop, following in _stops(text, start, end, rules, lost=lost):
        if stop <= at:
            continue
        # An enumerator by itself opens its sentence: 1. The king fled.
        if (
            stop - at <= 4
            and text[at : stop - 1].isalnum()
            and text[at : stop - 1] not in ("No", "Yes", "Why", "How", "Who")
        ):
            continue
        yield from _capped(text, at, stop)
        yield stop, following
        at = following
    yield from _capped(text, at, end)


def _stops(text: str, start: int, end: int, rules: SentenceRules, *, lost: bool) -> Iterator[tuple[int, int]]:
    found = [(m.end("close"), m.end()) for m in _CANDIDATE.finditer(text, start, end) if _ends_sentence(m, text, rules)]
    if lost:
        more = [m.span() for m in _LOST_STOP.finditer(text, start, end) if m["next"] in rules.starters]
        if more:
            found = sorted([*found, *more])
    return iter(found)


def _ends_sentence(match: re.Match[str], text: str, rules: SentenceRules) -> bool:
    following = match["next"]
    first = following[0]
    if first.islower() and not (match["hyphen"] and match["gap"] and len(following) <= 4):
        return False
    stop = match.start()
    before = _word_before(text, stop).lstrip("([{\"“‘'«–—")
    if not match["gap"]:
        return _is_glued(match, before, following, rules)
    if match["stop"] != ".":
        # An editor's ellipsis goes on: "[...] I do no more".
        return text[stop - 1 : stop] != "["
    if before.isdecimal() and len(before) < 3 and _ENUMERATES.search(text, max(0, stop - 12), stop - len(before)):
        return False
    return _full_stop_ends(before, following, text, stop, rules)


def _word_before(text: str, end: int) -> str:
    words = text[max(0, end - 24) : end].rsplit(None, 1)
    return words[-1] if words else ""


def _full_stop_ends(before: str, following: str, text: str, stop: int, rules: SentenceRules) -> bool:
    if len(before) == 1 and before.isupper():
        if following in rules.starters or before not in "IVX":
            return following in rules.starters
        bearer = _word_before(text, stop - 1)
        return bearer in _NUMBERED or bearer == following
    if before in rules.before_name:
        return False
    if before in rules.before_number:
        return not following[0].isdigit()
    if before in rules.after_number:
        return following not in rules.after_time
    if before in rules.within_name or _DOTTED.match(before):
        return following in rules.starters
    hyphenated = before.rpartition("-")[2]
    return hyphenated == before or hyphenated not in rules.before_name


def _is_glued(match: re.Match[str], before: str, following: str, rules: SentenceRules) -> bool:
    """Whether a full stop without a space after it ends a sentence: ``Aleppo.The``, not ``www.Example.org`` or ``St.Petersburg``."""
    if not (following[0].isupper() and (following[1:].islower() or following in rules.starters)):
        return False
    if (
        match["stop"] not in (".", "!", "?")
        or not before
        or "." in before
        or "/" in before
        or "@" in before
        or before == "www"
    ):
        return False
    if before in rules.before_name or before in rules.before_number or before in rules.within_name:
        return False
    if before[-1].islower() and len(before) > 1:
        return True
    return (before[-1].isdigit() or before[-1] in ')]"”%' or len(before) > 1) and following in rules.starters


def _capped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts of a stretch that is too long to be one sentence, at white space."""
    while end - start > _LONGEST:
        cut = max(text.rfind("; ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
        if cut <= start:
            cut = text.rfind(" ", start, start + _LONGEST)
        cut = start + _LONGEST if cut <= start else cut + 1
        yield cut, cut
        start = cut
