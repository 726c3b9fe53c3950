"""The dates that the clauses below that of a trigger tell: they complete its verb, describe its noun, or say when it happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import ASIDES, in_order
from pipeline.events.dating.nearest import PARTED
from pipeline.frozen import replace

if TYPE_CHECKING:
    from pipeline.events.dating.dated import Dated, Dates
    from pipeline.events.dating.nearest import Nearest
    from pipeline.records import Clause, Parse, Tokens

__all__ = ["Below"]

_PARTED_ON = re.compile(r",\s(?:(?:at|in|near|off)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?,?\s)?(?:on|in|by)\s(?:the\s)?$")
_AS_IT_OPENS = re.compile(r"(?:When|As|Once|While|By\sthe\stime)\b")
_STARTING = re.compile(
    r"(?:starting|beginning|commencing)\s(?:(?:in|on|from|around|about|early|late)\s)*(?:the\s)?(?:mid-)?[A-Z\d]"
)
"""What a comma parts from the noun whose date it tells (*a bombing campaign, starting in February*)."""
_BEGINS = frozenset({"starting", "beginning", "commencing", "began", "started", "commenced"})
_SEQUELS = frozenset({"followed", "preceded", "accompanied", "succeeded"})
"""*an assault on Antonov, followed by a landing at Vasylkiv, on 26 February*: of the other deed."""
_DESCRIBING = frozenset({"reduced", "relative"})
_OF_A_NOUN = frozenset({"infinitive", "reduced"})
_TELLING = frozenset({"when", "after", "as", "once", "until", "till"})
_WHEN = frozenset({"when"})
_WORD_AND_COMMA = re.compile(r"[\w-]+(?:\s(?:of|at|for|on)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})?,\s")
"""A noun with its name before the clause that tells when it was (*the Battle of Tannenberg, which was fought between 26 and 30 August*)."""
_NEAR = 60
"""How far behind a trigger the clause that describes it may begin."""


class Below:
    """The dates of the clauses below those of the triggers of a document. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens, parse: Parse, dates: Dates, nearest: Nearest) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = dates
        self._nearest = nearest

    def starting(self, trigger: int) -> Dated | None:
        """The date at which the happening that a noun names is said to begin (*strikes by the fleet starting on 3 March*)."""
        index = self._dates.clause_at(trigger) + 1
        if index == len(self._parse.clauses):
            return None
        below = self._parse.clauses[index]
        if index and below.sentence != self._parse.clauses[index - 1].sentence:
            return None
        verb = self._tokens.lower[self._parse.groups[below.group].head]
        start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
        if verb not in _BEGINS or start - trigger > _NEAR:
            return None
        between = self._tokens.text[trigger:start]
        if _STARTING.match(self._tokens.text, start):
            between = between.removesuffix(", ")
        if PARTED.search(between):
            return None
        return self._nearest.to(trigger, start, end)

    def in_what_follows(self, trigger: int) -> Dated | None:
        """A date in the clause that describes the trigger's noun, completes its verb, or tells when (*held out until X fell on 3 March*)."""
        index = self._dates.clause_at(trigger)
        if index < 0:
            return None
        noun, text = self._dates.is_in_phrase(trigger), self._tokens.text
        for at in range(index + 1, min(index + 3, len(self._parse.clauses))):
            below = self._parse.clauses[at]
            if below.sentence != self._parse.clauses[index].sentence:
                break
            start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
            describes = noun and below.link in ("reduced", "relative")
            completes = below.governor == index and below.link in ("gerund", "infinitive")
            verb = self._tokens.ends[self._parse.groups[self._parse.clauses[index].group].last - 1]
            since = max(trigger, verb) if completes else trigger  # *Under attack, they began to retreat in March*
            near = start - since <= _NEAR and "," not in text[since:start]
            launched = below.link == "relative" and self._parse.groups[below.group].passive
            apposed = noun and launched and _WORD_AND_COMMA.fullmatch(text, trigger, start) is not None
            main = below.link == "main" and _AS_IT_OPENS.match(
                text, self._tokens.starts[self._parse.clauses[index].first]
            )
            timely = main or self._tells_when(below, _markers(noun=noun, told=trigger < verb <= start))
            tells = at == index + 1 and timely and ";" not in text[trigger:start]
            own = self._parse.clauses[index]
            of_subject = below.link == "main" and own.link in _OF_A_NOUN and self._within_subject(own, below)
            of_subject = of_subject and (own.link == "infinitive" or not self._opens_dated(trigger))
            if (apposed or (near and (describes or completes or of_subject)) or tells) and (
                found := self._nearest.to(trigger, start, end)
            ):
                return found
        return self._behind_description(index) or self._over_participles(index)

    def _behind_description(self, index: int) -> Dated | None:
        """A date behind the words that describe an argument, parted from them by a comma (*left in a convoy led by cars, on 3 March*)."""
        if index + 1 >= len(self._parse.clauses):
            return None
        below = self._parse.clauses[index + 1]
        verb = self._parse.groups[below.group]
        described = below.link == "participle" and verb.passive and self._tokens.lower[verb.head] not in _SEQUELS
        if not (described or below.link in _DESCRIBING) or below.sentence != self._parse.clauses[index].sentence:
            return None
        start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
        return next(
            (d for d in self._dates.within(start, end) if _PARTED_ON.search(self._tokens.text, start, d.start)), None
        )

    def _opens_dated(self, trigger: int) -> bool:
        """Whether a sentence tells a date before a trigger."""
        return bool(self._dates.within(self._tokens.sentence_at(trigger).start, trigger))

    def _within_subject(self, own: Clause, below: Clause) -> bool:
        """*An attempt by the Danes to take it failed on 9 May*: the infinitive is part of what the next verb has for its subject."""
        verb = self._parse.groups[own.group].first
        return own.subjects == below.subjects or any(self._parse.chunks[c].head < verb for c in below.subjects[:1])

    def _tells_when(self, clause: Clause, markers: frozenset[str]) -> bool:
        """Whether a clause tells, with one of some words, when what governs it happened."""
        marker = self._tokens.lower[clause.marker] if clause.marker is not None else ""
        return clause.link in ("adverbial", "relative") and marker in markers

    def _over_participles(self, index: int) -> Dated | None:
        """The interval over the dated participles that spell out a clause (*began operations, besieging X in June and taking Y in August*)."""
        found = []
        for below in self._parse.clauses[index + 1 : index + 6]:
            if (
                below.governor is None
                or below.sentence != self._parse.clauses[index].sentence
                or below.link not in ("participle", "conjunct")
                or self._parse.groups[below.group].finite
            ):
                break
            start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
            found += [d for d in self._dates.within(start, end) if not (d.weak or d.value.relation in ASIDES)]
        if len(found) < 2 or not found[0].value.start or not found[-1].value.end:
            return None
        if not in_order(found[0].value.start, found[-1].value.end):
            return None
        value = replace(found[0].value, end=found[-1].value.end, granularity="span", derivation="range")
        return replace(found[0], value=value)


def _markers(*, noun: bool, told: bool) -> frozenset[str]:
    """The words with which a clause dates a verb; what a ``noun`` names, one with *when* alone unless a verb before it has ``told`` of that.

    *Fighting resumed after they sank two boats in April*, but *the fighting lasted until it fell on 9 May*.
    """
    if not noun:
        return _TELLING
    return _TELLING - {"until", "till"} if told else _WHEN
