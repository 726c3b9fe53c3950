"""The date that is a trigger's own: in its clause, in one that completes or describes it, or in parentheses behind its noun."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.events.dating.battles import ends_what_began, is_of_days, joined
from pipeline.events.dating.below import Below
from pipeline.events.dating.dated import ASIDES, Dated, Dates, covers
from pipeline.events.dating.listed import through_the_list
from pipeline.events.dating.nearest import is_finer
from pipeline.frozen import replace

if TYPE_CHECKING:
    from pipeline.events.dating.beside import Beside
    from pipeline.events.dating.nearest import Nearest
    from pipeline.records import Parse, Sentence, Tokens

__all__ = ["Own"]

_AFTER_WHAT = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s(?:an?|the|its|his|their)\s[^,;.]*$")
_WHEN = re.compile(r"[\s,(]*when\b", re.IGNORECASE)
_COMMA = re.compile(r"[\s,(–-]*")
_GLOSSED = re.compile(
    r"[\w-]+\s(?:(?:of|over|by)\s(?:the\s|an?\s|his\s|their\s)?(?:[A-Z][\w’'-]*\s){1,3}(?:[a-z]+\s)?(?=(?:at|in|on|near|off)\s))?"
    r"(?:(?:of|at|in|on|for|near|off|over)\s(?:the\s)?[A-Z][\w’'-]*\s(?:(?:de|del|la|al|of|the|and|[A-Z][\w’'-]*)\s){0,4})?\("
)
"""A noun, with whose it is and the place of its name, and the parentheses behind it (*the defeat of the Turks at Lepanto (1571)*)."""
_DATED_BEHIND = re.compile(
    r"[\w-]+(?:\s(?:of|at|for|on|near)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:de|del|la|al|of|the|and|[A-Z][\w’'-]*)){0,4})?,\s"
    r"(?:begun|started|opened|launched|fought|signed|concluded|agreed|ratified|held|waged|undertaken)\s(?:(?:at|near|by)\s[A-Z][\w’'-]*\s){0,2}"
    r"(?:(?:in|on|during|from|between)\s)?(?:the\s)?"
)
"""What stands between a noun and the date that a participle behind it tells (*the Treaty of Lübeck, signed in May of the next year*)."""
_OPENED = re.compile(r"(?:,|\s[–—-]|—)\s?$")
_PARTED = re.compile(r"[,;–—]")
_CLOSED = re.compile(r",|\s[–—-]\s|—")
_IS_ONE_OF_THEM = re.compile(r",\s(?:most\snotably|notably|especially|particularly|in\sparticular|above\sall)\s")
"""*Clashes occurred throughout the country, most notably heavy fighting in May*: the date of one of them."""
_FAR = 100
"""How far behind a noun the date of its participle may stand."""
_NEAR = 60
"""How far behind a trigger a date may stand wherever its clause was cut."""


class Own:
    """The own dates of the triggers of a document. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens, parse: Parse, dates: Dates, nearest: Nearest, beside: Beside) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = dates
        self._nearest = nearest
        self._beside = beside
        self._below = Below(tokens, parse, dates, nearest)

    def of(self, trigger: int, sentence: Sentence, clause: tuple[int, int]) -> Dated | None:
        """The date in the clause of a trigger, which has the span ``clause``, or in one that completes or describes it."""
        when = "when" in self._tokens.words_of(sentence)
        if not self._dates.within(sentence.start, sentence.end):
            return self._ends_before(clause) if when else None
        noun = self._dates.is_in_phrase(trigger)
        own = (
            (self._below.starting(trigger) if noun else None)
            or (self._ends_before(clause) if when else None)
            or self._inserted(trigger, clause)
            or (self._spelled_out(trigger, sentence) if noun else None)
            or self._within(trigger, clause)
            or self._right_behind(trigger, sentence)
            or self._below.in_what_follows(trigger)
            or self._glossing(trigger, sentence)
        )
        if own is not None and self._nearest.is_of_preface(own, trigger, sentence):
            own = self._beside.shared_with_next(trigger) or own
        if own is not None and noun and trigger < own.start:
            own = self._until_it_ended(own, sentence)
        if own is None or self.is_of_one(trigger, own.start):
            return None
        if trigger < own.start and not (own.bracketed and self._is_one(trigger)):
            own = through_the_list(self._tokens, self._parse, self._dates, own, sentence, of_noun=noun)
        return self._after_it_ended(own, trigger, sentence)

    def is_of_one(self, trigger: int, dated: int) -> bool:
        """Whether a date at an offset behind a trigger is that of the most notable of what the trigger tells of (*most notably fighting in May*)."""
        return _IS_ONE_OF_THEM.search(self._tokens.text, trigger, dated) is not None

    def _is_one(self, trigger: int) -> bool:
        """Whether a noun tells of one happening, whose own the parentheses behind its name are (*the Battle of Lützen (2 May 1813)*)."""
        return self._dates.is_in_phrase(trigger) and not self._tokens.lower[self._tokens.token_at(trigger)].endswith(
            "s"
        )

    def _within(self, trigger: int, clause: tuple[int, int]) -> Dated | None:
        """The date in the clause of a trigger; not the year of a treaty where a clause behind tells when (*The truce of 1609 was broken when … in 1621*)."""
        near = self._nearest.to(trigger, *clause)
        named = near is not None and self._nearest.is_of_a_name(near, trigger)
        return (self._below.in_what_follows(trigger) or near) if named else near

    def _inserted(self, trigger: int, clause: tuple[int, int]) -> Dated | None:
        """The date behind a participle that stands between commas or dashes (*On 4 July Pemberton, appointed in 1862, yielded*)."""
        group = self._parse.group_of[self._tokens.token_at(trigger)]
        if group < 0 or self._parse.groups[group].finite or not self._parse.groups[group].passive:
            return None
        text, behind = self._tokens.text, self._dates.within(trigger, clause[1])
        if not behind or behind[0].weak or not _OPENED.search(text, max(0, trigger - 3), trigger):
            return None
        parted = _PARTED.search(text, trigger, behind[0].start)
        return None if parted or not _CLOSED.match(text, behind[0].end) else behind[0]

    def _spelled_out(self, trigger: int, sentence: Sentence) -> Dated | None:
        """The date that a participle right behind a noun tells (*the siege of Girona, begun on 3 May, was abandoned in June*)."""
        behind = next(iter(self._dates.within(trigger, sentence.end)), None)
        if behind is None or behind.weak or behind.start - trigger > _FAR:
            return None
        return behind if _DATED_BEHIND.fullmatch(self._tokens.text, trigger, behind.start) else None

    def _ends_before(self, clause: tuple[int, int]) -> Dated | None:
        """The date right before a clause with *when*, of a range the last (*lasted from 6 April to 29 May, when the city fell*)."""
        text = self._tokens.text
        if not _WHEN.match(text, clause[0]):
            return None
        inside = self._dates.within(*clause)
        if any(is_of_days(d.value) and not d.weak and d.value.relation not in ASIDES for d in inside):
            return None  # *came that winter, when they besieged it from 18 November to 27 December*
        at = bisect_left(self._dates.starts, clause[0]) - 1
        dated = self._dates.all[at] if at >= 0 else None
        if dated is None or dated.weak or not _COMMA.fullmatch(text, dated.end, clause[0]):
            return None
        told = self._dates.within(self._tokens.sentence_at(clause[0]).start, dated.start)
        if dated.value.relation == "of" and told and covers(dated.value, told[-1].value):
            return told[-1]  # *from 15 to 30 June 1673 in the war of 1672 to 1678, when …*
        if dated.value.granularity != "span" or dated.value.end is None or dated.value.relation != "from":
            # *began in 1857, when the sepoys mutinied on 10 May*
            inside = self._dates.within(*clause) if dated.value.granularity == "year" else []
            return next((d for d in inside if not d.weak and is_finer(d, dated)), dated)
        last = self._dates.last_of(dated)
        return replace(dated, value=replace(dated.value, start=last.start, granularity=last.granularity))

    def _right_behind(self, trigger: int, sentence: Sentence) -> Dated | None:
        """A date behind the trigger with no other verb and no comma between, wherever the clause was cut."""
        inside = self._dates.within(trigger, min(sentence.end, trigger + _NEAR))
        if not inside or inside[0].weak or self._nearest.is_of_another(inside[0], trigger):
            return None
        between = self._tokens.text[trigger : inside[0].start]
        if "," in between or ";" in between:
            return None
        first, last = self._tokens.token_at(trigger), self._tokens.token_at(inside[0].start)
        groups = self._parse.group_of
        index = self._dates.clause_at(trigger)
        own = (-1, groups[first], self._parse.clauses[index].group if index >= 0 else -1)
        return None if any(groups[at] not in own for at in range(first + 1, last)) else inside[0]

    def _glossing(self, trigger: int, sentence: Sentence) -> Dated | None:
        """The date in parentheses behind the trigger's noun or its subject (*The Treaty of Brest (3 March 1918), which ended the war, was signed*)."""
        index = self._dates.clause_at(trigger)
        if self._dates.is_in_phrase(trigger):
            named = trigger
        elif index >= 0 and self._parse.clauses[index].subjects:
            named = self._tokens.starts[self._parse.chunks[self._parse.clauses[index].subjects[0]].head]
        else:
            return None
        inside = self._dates.within(named, sentence.end)
        dated = next((d for d in inside if d.bracketed), None)
        return dated if dated and _GLOSSED.fullmatch(self._tokens.text, named, dated.start) else None

    def _until_it_ended(self, dated: Dated, sentence: Sentence) -> Dated:
        """A date together with the one that its sentence says the happening lasted until (*began on 4 May and lasted until 9 June*)."""
        behind = self._dates.within(dated.end, sentence.end)
        if not behind or not ends_what_began(self._tokens.text, dated, behind[0]):
            return dated
        return joined(dated, behind[0])

    def _after_it_ended(self, dated: Dated, trigger: int, sentence: Sentence) -> Dated:
        """The last day of an interval after which something happened (*fell after a siege that lasted from 5 May to 12 June*)."""
        end = dated.value.end
        if dated.value.granularity != "span" or end is None or dated.value.relation not in ("from", "between", "of"):
            return dated
        after = _AFTER_WHAT.search(self._tokens.text, sentence.start, dated.start)
        if after is None or after.start() < trigger < dated.end:
            return dated
        last = self._dates.last_of(dated)  # *following the war of 1840–1842*: in 1842
        return replace(dated, value=replace(dated.value, start=last.start, granularity=last.granularity))
