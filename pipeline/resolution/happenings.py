"""Happenings that a date is counted from: where the text has told and dated them before (*two days after the fall of Girona*)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.rules.grammar import verbs
from pipeline.timex import span_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import Mention, Tokens
    from pipeline.timex import Timex

__all__ = ["Happenings"]

_REACH = 60
"""How many dates back a happening is sought."""
_STEM = 5
"""Letters that make words of one stem alike (*relieving*, *relieved*)."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_EMPTY = frozenset(
    [
        "after",
        "before",
        "following",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "later",
        "days",
        "weeks",
        "months",
        "years",
        "when",
        "that",
        "this",
        "they",
        "their",
        "there",
        "which",
        "with",
        "from",
        "into",
        "been",
        "were",
        "have",
        "only",
        "just",
        "some",
        "more",
        "than",
        "about",
        "over",
        "under",
        "against",
        "began",
        "begun",
        "started",
        "ended",
        "battle",
        "war",
        "army",
        "forces",
        "troops",
        "town",
        "city",
    ]
)
_WHOLE = frozenset({"war", "confl", "hosti", "invas", "invad", "opera", "campa", "offen"})
"""Stems of the words that name what a text is about, whatever it calls it (*the first day of the war*)."""
_BEGINS = re.compile(
    r"\b(?:began|begun|begins|opened|started|starting|launched|commenced|broke\sout|erupted|invaded|landed|opening|outbreak|beginning|start)\b"
)

_LASTS = re.compile(
    r"\b(?:fought|lasted|lasting|raged|took\splace|occurred|waged|ran)\s(?:[\w-]+\s){0,3}(?:from|between)\s(?:the\s)?$"
)
"""What stands before the first of the days that something lasted; in parentheses they follow its name."""
_BEFORE = 60
"""Characters before a date in which that is sought."""


class Happenings:
    """What a document has told and dated, by the words of its sentences."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._stems: dict[int, frozenset[str]] = {}

    def dated(self, words: str, before: Sequence[Mention[Timex]], grains: tuple[str, ...]) -> Mention[Timex] | None:
        """The latest date before whose sentence tells of what ``words`` name: most of their stems, and a name if they hold one."""
        wanted = _stems_of(words)
        names = {w[:_STEM].lower() for w in _WORD.findall(words) if w[0].isupper()} & wanted
        best, most = None, 0.0
        for mention in reversed(before[-_REACH:]):
            value = mention.value
            if value.granularity not in grains or span_of(value.value.partition("T")[0]) is None:
                continue
            shared = wanted & self._stems_at(mention.start)
            likeness = len(shared) / len(wanted) if wanted else 0.0
            if likeness >= 0.5 and likeness > most and (not names or names & shared):
                best, most = mention, likeness
        return best

    def _lasts_from(self, mention: Mention[Timex]) -> bool:
        """Whether a day is the first of those that something lasted (*fought from July 1 to 3*, *the siege (1 May – 3 June 1809)*)."""
        if mention.value.range_with is None or mention.value.range_with < mention.start:
            return False
        text = self._tokens.text
        bracketed = text[mention.start - 1 : mention.start] == "("
        return bracketed or _LASTS.search(text, max(0, mention.start - _BEFORE), mention.start) is not None

    def begun(self, words: str, before: Sequence[Mention[Timex]], sentence: int) -> Mention[Timex] | None:
        """The latest day before on which something is said to have begun: what ``words`` name, or what this or the last sentence tells."""
        named = {w[:_STEM].lower() for w in _WORD.findall(words) if len(w) > 2} - {"the", "of"}
        wanted = _WHOLE if named and named <= _WHOLE else named
        for mention in reversed(before[-_REACH:]):
            at = self._tokens.sentence_at(mention.start)
            if not wanted and at.index < sentence - 1:
                return None
            if (
                mention.value.granularity not in ("day", "time")
                or span_of(mention.value.value.partition("T")[0]) is None
            ):
                continue
            told = self._lasts_from(mention) or _BEGINS.search(self._tokens.text, at.start, at.end)
            if told and (not wanted or wanted & self._stems_at(mention.start, short=True)):
                return mention
        return None

    def _stems_at(self, offset: int, *, short: bool = False) -> frozenset[str]:
        sentence = self._tokens.sentence_at(offset)
        key = sentence.index * 2 + short
        if key not in self._stems:
            text = self._tokens.text[sentence.start : sentence.end]
            self._stems[key] = (
                frozenset(w[:_STEM].lower() for w in _WORD.findall(text)) if short else frozenset(_stems_of(text))
            )
        return self._stems[key]


def _stems_of(words: str) -> set[str]:
    irregular = _irregular()
    lowered = (w.lower() for w in _WORD.findall(words) if len(w) > 3)
    return {irregular.get(w, w)[:_STEM] for w in lowered if w not in _EMPTY}


@cache
def _irregular() -> dict[str, str]:
    """The verb of each form that does not begin as its verb does (*sank* → *sink*)."""
    return {form: lemma for lemma, verb in verbs().items() for form in verb.forms if form[:_STEM] != lemma[:_STEM]}
