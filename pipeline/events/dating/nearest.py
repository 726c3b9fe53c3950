"""Which of the dates in a stretch of text is nearest to a trigger, by what stands between them rather than by characters alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import ASIDES, Dated, Dates, covers, is_of_birth
from pipeline.rules.dates import date_vocabulary

if TYPE_CHECKING:
    from pipeline.records import Parse, Sentence, Tokens

__all__ = ["OF_THE_NEXT", "PARTED", "Nearest", "is_finer"]

_PREFACE = re.compile(
    r"(?:\w+ly\s|Further\s|Soon\s|Just\s)?(?:With|After|Following|Upon|Despite|Because\sof|Due\sto|Thanks\sto"
    r"|In\s(?:retaliation|response|revenge|reprisal|return|answer|reaction)\s(?:for|to)|[A-Z]?[a-z]+ed\sby)\b[^,;]*"
)
PARTED = re.compile(r"[,;]\s|\swhile\s")
_NO_BREAK = frozenset(":;")
_WHERE = re.compile(r", where\b")
OF_THE_NEXT = re.compile(
    r"(?:,\sand|\s(?:and|but),|,?\swhile|,?\sbut|,\swhereas|,\sthen)(?:\sthat\b[^,;]*|\s(?:in|on|by|at|from|during))?\s(?:the\s|early\s|late\s|mid-?)?$"
    r"|(?:,\sand|,?\sbut)\s(?:when|after|once|before|until|as\ssoon\sas)\s[^,;]*$"
)
"""What stands between a trigger and a date of the clause behind that (*…, and on 9 May*, *…, and when the vizier died in 1169*)."""
_DURING = re.compile(r"\b(?:during|in|at|throughout)\s(?:the|an?|his|her|its|their)\s$", re.IGNORECASE)
_UPON = re.compile(r"(?:\b(?:[Aa]fter|[Ff]ollowing|[Uu]pon)\sthe|(?:\A|\n|[.!?\]]\s)(?:The|His|Her|Its|Their))\s$")
_AFTER_WHAT = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s(?:the|an?|his|her|its|their)\s[^,;]*$")
_WORD = re.compile(r"[\w-]+")
_FINER = frozenset({"month", "day", "time"})
"""Granularities finer than a season."""
_CLOSES = re.compile(r"\)[.,;]")
_IN_A_BATTLE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Aa]fter|[Ff]ollowing)\sthe\s(?:[\w-]+\s){0,2}(?:[Bb]attle|[Ss]iege|[Cc]ombat|[Aa]ction|[Rr]aid|[Tt]reaty|[Pp]eace)\s(?:of|at|for)\s[^,;()]{2,40}\((?:[A-Z][\w’'-]*[;,]\s)?$"
)
_OF_ITS_NAME = re.compile(
    r"[\w-]+\s(?:(?:of|at|on|against|near|for|from)\s(?:the\s)?[A-Z][\w’'-]*\s(?:(?:de|del|la|al|of|the|[A-Z][\w’'-]*)\s){0,4})?(?:in|on|during)\s(?:the\s)?"
)
"""What may stand between a noun and the date that it has of its own (*the siege of Ciudad Rodrigo in 1706*)."""
_UP_TO = re.compile(
    r"\b(?:(?:until|till|since|before|pending)\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){1,5}|(?:until|till|since)\s(?:[A-Z][\w’'-]*\s){1,4}(?:(?<=[’']s\s)[a-z]+\s)?)(?:on|in|of)\s(?:the\s)?$"
)
"""*appointed until an election on 28 June*, *the worst defeat until Pearl Harbor in 1941*: the date of the other happening."""
_AFTER_WHAT_THEN = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s(?:the|an?|his|her|its|their)\s(?:[\w’'-]+\s){1,5}$")
_BESIDE = 30
"""How far behind a trigger a date in a name or in parentheses may stand."""
_NEAR = 60
"""How far behind a trigger a date in a name that closes parentheses may stand."""


_FOLLOWED = re.compile(r"\b(?:followed|succeeded)\sby\b")
"""*the bankruptcy of 1876, followed by a revolt in 1881*: the first date is of what came before."""


class Nearest:
    """The nearest of some dates to the triggers of a document. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens, parse: Parse, dates: Dates) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = dates

    def to(self, trigger: int, start: int, end: int) -> Dated | None:
        """The date in a stretch of text that is nearest to the trigger; one that stands in a name only where there is no other."""
        inside = self._dates.within(start, end)
        plain = [d for d in inside if self._counts(d, trigger)] if inside else inside
        own = [d for d in plain if d.weak and not d.bracketed and self._is_of_its_phrase(d, trigger)]
        if own:
            # *independence following the March 1962 agreements*, but *the 1525 siege began in October*
            plain = [d for d in plain if d is not own[-1] and covers(own[-1].value, d.value)] or own[-1:]
        if not plain:
            return None
        near = plain[0] if len(plain) == 1 else min(plain, key=lambda d: self._distance(d, trigger))
        if near.start < trigger and _AFTER_WHAT.search(self._tokens.text, start, near.start):
            # *after the defeat at Vertières on the 18th he capitulated the next day*
            near = next(
                (d for d in plain if d.start > trigger and d.value.anchor == near.start and _is_counted(d)), near
            )
            if near.value.granularity == "season":  # *After a terrible winter he besieged Poltava in May*
                near = next((d for d in plain if d.start > trigger and d.value.granularity in _FINER), near)
        if _is_counted(near):  # *Two days later the English met them at Crécy on 26 August 1346*
            near = next((d for d in plain if d.start > near.start and _is_stated_day(d)), near)
        # *In 1770 he beat the Tatars at Larga on 18 July*
        # … *surrendered two months later, on 28 November*
        finer = [d for d in plain if d.end > near.end and self._is_coarse(near, d) and is_finer(d, near)]
        return min(finer, key=lambda d: self._distance(d, trigger)) if finer else near

    def _is_coarse(self, near: Dated, following: Dated) -> bool:
        """Whether a date is a year, or a month counted from another, right behind which a finer one says more."""
        if near.value.granularity == "year":
            return True
        counted = near.value.granularity == "month" and near.value.derivation == "relative"
        return counted and self._tokens.text[near.end : following.start] in (", on ", ", on the ")

    def is_of_battle(self, dated: Dated, start: int) -> bool:
        """Whether a date in brackets is that of a battle in which the rest happened (*In the siege of Badajoz (16 March – 6 April 1812), …*)."""
        return _IN_A_BATTLE.search(self._tokens.text, start, dated.start) is not None

    def is_of_preface(self, dated: Dated, trigger: int, sentence: Sentence) -> bool:
        """Whether a date belongs to the circumstance with which a sentence opens (*With the fall of the port on 1 April, the army attacked*)."""
        told = _PREFACE.match(self._tokens.text, sentence.start, trigger)
        return told is not None and dated.end <= told.end() < trigger

    def _counts(self, dated: Dated, trigger: int) -> bool:
        if self._dates.is_inserted(dated, trigger) or self._is_of_parenthesis(dated, trigger):
            return False
        if dated.weak:
            if self._dates.is_some_part_of_day(dated):
                # *a night attack in February*: no time of the day before.
                return False
            ahead = dated.start - trigger
            if not dated.bracketed and _DURING.search(self._tokens.text, max(0, dated.start - 15), dated.start):
                return True
            if not dated.bracketed and (self._is_of_its_phrase(dated, trigger) or self._upon_happening(dated)):
                return True
            if dated.value.granularity == "season" and dated.start > trigger and not dated.bracketed:
                return False  # *helped to stop the Spring Offensive*
            if dated.bracketed and self.is_of_battle(dated, max(0, dated.start - 70)):
                return True
            closes = dated.bracketed and _CLOSES.match(self._tokens.text, dated.end) is not None
            return 0 <= ahead <= (_NEAR if closes else _BESIDE) or (
                dated.bracketed and dated.value.granularity in ("day", "month", "span")
            )
        text = self._tokens.text
        if self.is_of_another(dated, trigger):
            return False
        if dated.start < trigger:
            return not is_of_birth(text[self._tokens.sentence_at(trigger).start : dated.start])
        return ";" not in text[trigger : dated.start] and not OF_THE_NEXT.search(text, trigger, dated.start)

    def is_of_another(self, dated: Dated, trigger: int) -> bool:
        """Whether a date is that of what bounds the trigger's time (*ruled until the election on 28 June*), or of what came before it (*failed after the bombings the day before*)."""
        text = self._tokens.text
        if dated.value.relation in ("on", "in", "of") and (
            bound := _UP_TO.search(text, max(0, dated.start - 60), dated.start)
        ):
            return trigger < bound.start()
        shift = dated.value.shift
        if shift is None or (shift.count or 0) >= 0 or dated.value.relation is not None:
            return False
        before = _AFTER_WHAT_THEN.search(text, max(0, dated.start - 60), dated.start)
        return before is not None and not before.start() < trigger < dated.start

    def _is_of_parenthesis(self, dated: Dated, trigger: int) -> bool:
        """Whether a date opens a sentence in parentheses, outside which a trigger stands (*landed there (in February, it had been occupied)*)."""
        if not dated.bracketed or dated.start < trigger or not self._tokens.text.startswith(", ", dated.end):
            return False
        closed = self._tokens.text.find(")", dated.end, self._tokens.sentence_at(dated.start).end)
        clause = self._dates.clause_at(closed)
        return clause >= 0 and self._tokens.starts[self._parse.clauses[clause].first] > dated.end

    def _is_of_its_phrase(self, dated: Dated, trigger: int) -> bool:
        """Whether a date describes the noun that is the trigger (*the 1842 defeat of the British*)."""
        chunk = self._parse.chunk_of[self._tokens.token_at(trigger)] if dated.start < trigger else -1
        return chunk >= 0 and self._parse.chunks[chunk].first <= self._tokens.token_at(dated.start)

    def _upon_happening(self, dated: Dated) -> bool:
        """Whether a clause is said to follow a happening that a year names (*was ousted after the 1729 Battle of Damghan*)."""
        text = self._tokens.text
        if not _UPON.search(text, max(0, dated.start - 15), dated.start):
            return False
        words = _WORD.findall(text[dated.end : dated.end + _NEAR].lower())[:3]
        return any(word in date_vocabulary().happenings.words for word in words)

    def _distance(self, dated: Dated, trigger: int) -> int:
        if dated.start > trigger and _OF_ITS_NAME.fullmatch(self._tokens.text, trigger, dated.start):
            return 0
        low, high = sorted((dated.start, trigger))
        parted = bool(PARTED.search(self._tokens.text, low, high))
        return (
            high
            - low
            + (80 if parted and dated.start > trigger else 0)
            + (120 if self._is_apposed(dated, trigger) else 0)
            + (120 if self.is_of_a_name(dated, trigger) else 0)
            + (120 if dated.start < trigger and _FOLLOWED.search(self._tokens.text, low, high) else 0)
            + (60 if dated.start < trigger and self._is_of_the_first(dated, trigger) else 0)
            + (200 if dated.weak and not dated.bracketed else 0)
            + (150 if self.is_of_preface(dated, trigger, self._tokens.sentence_at(trigger)) else 0)
            + (200 if dated.value.relation in ASIDES or dated.value.value == "PRESENT_REF" else 0)
        )

    def _is_of_the_first(self, dated: Dated, trigger: int) -> bool:
        """Whether a date is that of the first of two nouns, of which the trigger is the second (*a massacre in 1770 and the burning of a ship in 1772*)."""
        return self._dates.is_in_phrase(trigger) and " and " in self._tokens.text[dated.end : trigger]

    def is_of_a_name(self, dated: Dated, trigger: int) -> bool:
        """Whether a year is that of another thing than a verb tells of (*The treaty of 1667 was renounced in 1672*)."""
        of_year = dated.start < trigger and dated.value.relation == "of" and dated.value.granularity == "year"
        return of_year and not self._dates.is_in_phrase(trigger)

    def _is_apposed(self, dated: Dated, trigger: int) -> bool:
        """Whether a date closes words between commas before the trigger (*William, victor of Hastings in 1066, besieged Exeter in 1068*).

        Not where nothing but other expressions of time stands between them (*However, two weeks later on 7 May, …*).
        """
        text = self._tokens.text
        if dated.start > trigger or text[dated.end : dated.end + 1] != "," or _WHERE.match(text, dated.end):
            return False
        opened = text.rfind(", ", self._tokens.sentence_at(trigger).start, dated.start)
        if opened < 0 or not _NO_BREAK.isdisjoint(text[opened : dated.start]):
            return False
        first, last = self._tokens.token_at(opened + 2), self._tokens.token_at(dated.start)
        return any(
            self._parse.codes[at] in "NM" and not self._dates.of_time(self._tokens.starts[at])
            for at in range(first, last)
        )


def _is_counted(dated: Dated) -> bool:
    """Whether a date is counted from the narrative's (*two days later*, *after two days*)."""
    shift = dated.value.shift
    if dated.value.type == "DURATION" and dated.value.granularity != "span":
        return True
    return shift is not None and shift.base == "clock" and bool(shift.count)


def _is_stated_day(dated: Dated) -> bool:
    """Whether a date states a whole day, year and all."""
    value = dated.value
    return value.granularity == "day" and value.derivation == "explicit" and value.relation == "on"


def is_finer(dated: Dated, coarse: Dated) -> bool:
    """Whether a date names days or a month of a coarser one."""
    value = dated.value
    fine = value.granularity in ("day", "month", "time", "span")
    return fine and value.relation not in ASIDES and covers(coarse.value, value)
