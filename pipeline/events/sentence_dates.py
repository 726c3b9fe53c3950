"""The dates that one sentence tells, and which of them bears on a trigger: by clause, by coordination, by what follows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pipeline.events.battles import ends_what_began, is_of_days, joined
from pipeline.events.dated import ASIDES, Dated, Dates, covers, in_order, is_of_birth, is_of_ground
from pipeline.events.listed import through_the_list
from pipeline.events.series import joined_behind, side_by_side
from pipeline.frozen import replace
from pipeline.rules.dates import date_vocabulary

if TYPE_CHECKING:
    from pipeline.records import Clause, Parse, Sentence, Tokens

__all__ = ["SentenceDates"]

_PREFACE = re.compile(
    r"(?:\w+ly\s|Further\s|Soon\s|Just\s)?(?:With|After|Following|Upon|Despite|Because\sof|Due\sto|Thanks\sto"
    r"|In\s(?:retaliation|response|revenge|reprisal|return|answer|reaction)\s(?:for|to)|[A-Z]?[a-z]+ed\sby)\b[^,;]*"
)
_PARTED = re.compile(r"[,;]\s|\swhile\s")
_NO_BREAK = frozenset(":;")
_WHERE = re.compile(r", where\b")
_PARTED_ON = re.compile(r",\s(?:(?:at|in|near|off)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?,?\s)?(?:on|in|by)\s(?:the\s)?$")
_OF_THE_NEXT = re.compile(
    r"(?:,\sand|\s(?:and|but),|,?\swhile|,?\sbut|,\swhereas|,\sthen)(?:\sthat\b[^,;]*|\s(?:in|on|by|at|from|during))?\s(?:the\s|early\s|late\s|mid-?)?$"
)
_AFTER_WHAT = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s(?:an?|the|its|his|their)\s[^,;.]*$")
_AS_IT_OPENS = re.compile(r"(?:When|As|Once|While)\b")
_WHEN = re.compile(r"[\s,(]*when\b", re.IGNORECASE)
_COMMA = re.compile(r"[\s,(–-]*")
_BEGINS = frozenset({"starting", "beginning", "commencing", "began", "started", "commenced"})
_OF_A_NOUN = frozenset({"infinitive", "reduced"})
_TELLING = frozenset({"when", "after", "as", "once", "until", "till"})
_LONG = frozenset({"year", "season", "decade", "century"})
_DURING = re.compile(r"\b(?:during|in|at|throughout)\sthe\s$", re.IGNORECASE)
_UPON = re.compile(r"(?:\b(?:[Aa]fter|[Ff]ollowing|[Uu]pon)\sthe|(?:\A|\n|[.!?\]]\s)(?:The|His|Her|Its|Their))\s$")
_WORD_AND_COMMA = re.compile(r"[\w-]+,\s")
_WORD = re.compile(r"[\w-]+")
_CLOSES = re.compile(r"\)[.,;]")
_IN_A_BATTLE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring)\sthe\s(?:\w+\s){0,2}(?:[Bb]attle|[Ss]iege|[Cc]ombat|[Aa]ction|[Rr]aid|[Tt]reaty|[Pp]eace)\s(?:of|at|for)\s[^,;()]{2,40}\((?:[A-Z][\w’'-]*[;,]\s)?$"
)
_OF_ITS_NAME = re.compile(
    r"[\w-]+\s(?:(?:of|at|on|against|near|for|from)\s(?:the\s)?[A-Z][\w’'-]*\s(?:(?:de|del|la|al|of|the|[A-Z][\w’'-]*)\s){0,4})?(?:in|on|during)\s(?:the\s)?"
)
"""What may stand between a noun and the date that it has of its own (*the siege of Ciudad Rodrigo in 1706*)."""
_GLOSSED = re.compile(
    r"[\w-]+\s(?:(?:of|at|on|for)\s(?:the\s)?[A-Z][\w’'-]*\s(?:(?:de|del|la|al|of|the|and|[A-Z][\w’'-]*)\s){0,4})?\("
)
"""A noun, with the place of its name, and the parentheses behind it."""
_BESIDE = 30
"""How far behind a trigger a date in a name or in parentheses may stand."""
_NEAR = 60
"""How far behind a trigger the clause that describes it may begin."""


class SentenceDates:
    """The dates of a document as the sentences tell them, asked for one trigger after another. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens, parse: Parse, dates: Dates) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = dates
        self._clause_starts = [tokens.starts[c.first] for c in parse.clauses]

    def own(self, trigger: int, sentence: Sentence, clause: tuple[int, int]) -> Dated | None:
        """The date in the clause of a trigger, which has the span ``clause``, or in one that completes or describes it."""
        if not self._dates.within(sentence.start, sentence.end):
            return self._ends_before(clause)
        own = (
            self._starting(trigger)
            or self._ends_before(clause)
            or self.nearest(trigger, *clause)
            or self._right_behind(trigger, sentence)
            or self._in_what_follows(trigger)
            or self._glossing(trigger, sentence)
        )
        if own is not None and self._is_of_preface(own, trigger, sentence):
            own = self.shared_with_next(trigger) or own
        if own is not None and trigger < own.start and self._is_noun(trigger):
            own = self._until_it_ended(own, sentence)
        if own is None:
            return None
        if trigger < own.start:
            own = through_the_list(
                self._tokens, self._parse, self._dates, own, sentence, of_noun=self._is_noun(trigger)
            )
        return self._after_it_ended(own, trigger, sentence)

    def beside(self, trigger: int, sentence: Sentence, told: str | None) -> Dated | None:
        """The date that another clause of the sentence tells before the trigger, or the next one behind it.

        ``told`` is the last day of the narrative's date, which tells a date at the end of a participle from an aside.
        """
        earlier = self._earlier_in_sentence(trigger, sentence, told)
        if earlier is not None and not self._is_of_preface(earlier, trigger, sentence):
            return earlier
        return self.shared_with_next(trigger) or earlier or self._behind_participle(trigger, told)

    def nearest(self, trigger: int, start: int, end: int) -> Dated | None:
        """The date in a stretch of text that is nearest to the trigger; one that stands in a name only where there is no other."""
        inside = self._dates.within(start, end)
        plain = [d for d in inside if self._counts(d, trigger)] if inside else inside
        own = [d for d in plain if d.weak and not d.bracketed and self._is_of_its_phrase(d, trigger)]
        if own:
            # *independence following the March 1962 agreements*, but *the 1525 siege began in October*
            plain = [d for d in plain if d is not own[-1] and covers(own[-1].value, d.value)] or own[-1:]
        if not plain:
            return None
        near = min(plain, key=lambda d: self._distance(d, trigger))
        if _is_counted(near):  # *Two days later the English met them at Crécy on 26 August 1346*
            near = next((d for d in plain if d.start > near.start and _is_stated_day(d)), near)
        # *In 1770 he beat the Tatars at Larga on 18 July*
        finer = [d for d in plain if near.value.granularity == "year" and d.end > near.end and _is_finer(d, near)]
        return min(finer, key=lambda d: self._distance(d, trigger)) if finer else near

    def shared_with_next(self, trigger: int, *, finite: bool = True) -> Dated | None:
        """The date at the end of the next clause of the same subject (*crossed the river and took the town on 9 May*).

        With ``finite`` false, only that of a participle (*were shelled and burned on 9 May*).
        """
        index = bisect_right(self._clause_starts, trigger) - 1
        if index < 0 or index + 1 >= len(self._parse.clauses):
            return None
        own, after = self._parse.clauses[index], self._parse.clauses[index + 1]
        if after.sentence != own.sentence or after.link not in ("conjunct", "participle"):
            return None
        if after.subjects and after.subjects != own.subjects:
            return None
        if after.link == "participle" and not self._tokens.lower[self._parse.groups[after.group].head].endswith("ing"):
            return None
        verbs = self._parse.groups[own.group], self._parse.groups[after.group]
        shares_auxiliary = verbs[0].passive and verbs[1].first == verbs[1].head
        if not finite and verbs[1].finite and not shares_auxiliary:
            return None
        behind = self._parse.groups[own.group].last
        object_shared = side_by_side(self._parse, behind, index + 1)
        for joined_clause in joined_behind(self._parse, index, behind):
            after = self._parse.clauses[joined_clause]
        verb = self._tokens.ends[self._parse.groups[after.group].head]
        inside = self._dates.within(verb, self._tokens.ends[after.last - 1])
        plain = [d for d in inside if not d.weak and d.value.relation not in ASIDES]
        if not object_shared:
            plain = [d for d in plain if d.value.granularity not in _LONG]
        return plain[-1] if plain else None

    def _earlier_in_sentence(self, trigger: int, sentence: Sentence, told: str | None) -> Dated | None:
        """The last date before the trigger in its sentence that is no aside."""
        own = bisect_right(self._clause_starts, trigger) - 1
        for dated in reversed(self._dates.within(sentence.start, trigger)):
            at = bisect_right(self._clause_starts, dated.start) - 1
            closed = 0 <= at < own and (
                self._is_in_relative(dated, self._described(at, own), told)
                or self._is_inserted(dated, self._parse.clauses[at])
            )
            before = self._tokens.text[sentence.start : dated.start]
            of_birth = is_of_birth(before) or (told is not None and not _is_past(dated, told) and is_of_ground(before))
            weak = dated.weak and not (dated.bracketed and self._is_of_battle(dated, sentence.start))
            if not (weak or closed or of_birth or dated.value.relation in ASIDES):
                return dated
        return None

    def looks_back(self, dated: Dated) -> bool:
        """Whether a date is that of a pluperfect (*recapturing Minorca, which it had lost in 1704*)."""
        at = bisect_right(self._clause_starts, dated.start) - 1
        if at < 0:
            return False
        group = self._parse.groups[self._parse.clauses[at].group]
        return "had" in self._tokens.lower[group.first : group.head]

    def _is_inserted(self, dated: Dated, clause: Clause) -> bool:
        """Whether a date stands in a participle between commas behind its noun (*Guy, released in 1188, laid siege to Acre*)."""
        text, group = self._tokens.text, self._parse.groups[clause.group]
        start, end = self._tokens.starts[group.first], self._tokens.ends[clause.last - 1]
        parted = text[max(0, start - 2) : start].rstrip().endswith(",")
        closed = text[end - 1] == "," or text[end : end + 1] == ","
        passive = clause.link in ("participle", "reduced") and group.passive
        return passive and parted and closed and start < dated.start

    def _described(self, at: int, own: int) -> Clause:
        """A clause, or the relative one between commas that it completes (*Members, who ruled until one was elected on 9 May, said*)."""
        clause = self._parse.clauses[at]
        above = (
            self._parse.clauses[clause.governor] if clause.governor is not None and clause.governor < own else clause
        )
        return above if clause.link in ("adverbial", "infinitive") and above.link == "relative" else clause

    def _is_in_relative(self, dated: Dated, clause: Clause, told: str | None) -> bool:
        """Whether a date stands behind the pronoun of a relative clause, unless that goes on (*A force that landed on 9 May was driven off*)."""
        if clause.link != "relative" or clause.marker is None or self._tokens.lower[clause.marker] == "when":
            return False
        marker, day = self._tokens.starts[clause.marker], dated.value.start
        if (
            self._tokens.lower[clause.marker - 1] != ","
            and told
            and day
            and not self.looks_back(dated)
            and in_order(told, day)
        ):
            return False
        return marker < dated.start and not _PARTED.search(self._tokens.text, marker, dated.start)

    def _behind_participle(self, trigger: int, told: str | None) -> Dated | None:
        """A date at the end of the participle that describes an argument (*was taken by men led by X on 9 May*), later than the narrative's.

        What an argument was doing then it did when that befell it, be it earlier (*seized a convoy sailing under escort in December*).
        """
        index = bisect_right(self._clause_starts, trigger)
        if told is None or not 0 < index < len(self._parse.clauses):
            return None
        below = self._parse.clauses[index]
        start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
        if below.governor != index - 1 or below.link != "reduced" or "," in self._tokens.text[trigger:start]:
            return None
        inside = [d for d in self._dates.within(start, end) if not d.weak and d.value.relation not in ASIDES]
        day = inside[-1].value.start if inside else None
        doing = self._tokens.lower[self._parse.groups[below.group].head].endswith("ing")
        return inside[-1] if day and (doing or in_order(told, day)) else None

    def _is_of_battle(self, dated: Dated, start: int) -> bool:
        """Whether a date in brackets is that of a battle in which the rest happened (*In the siege of Badajoz (16 March – 6 April 1812), …*)."""
        return _IN_A_BATTLE.search(self._tokens.text, start, dated.start) is not None

    def _is_of_preface(self, dated: Dated, trigger: int, sentence: Sentence) -> bool:
        """Whether a date belongs to the circumstance with which a sentence opens (*With the fall of the port on 1 April, the army attacked*)."""
        told = _PREFACE.match(self._tokens.text, sentence.start, trigger)
        return told is not None and dated.end <= told.end() < trigger

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
        return replace(dated, value=replace(dated.value, start=end, granularity="day"))

    def _counts(self, dated: Dated, trigger: int) -> bool:
        if dated.weak:
            if self._dates.is_some_part_of_day(dated):
                # *a night attack in February*: no time of the day before.
                return False
            ahead = dated.start - trigger
            if not dated.bracketed and _DURING.search(self._tokens.text, max(0, dated.start - 15), dated.start):
                return True
            if not dated.bracketed and (self._is_of_its_phrase(dated, trigger) or self._upon_happening(dated)):
                return True
            if dated.bracketed and self._is_of_battle(dated, max(0, dated.start - 70)):
                return True
            closes = dated.bracketed and _CLOSES.match(self._tokens.text, dated.end) is not None
            return 0 <= ahead <= (_NEAR if closes else _BESIDE) or (
                dated.bracketed and dated.value.granularity in ("day", "span")
            )
        text = self._tokens.text
        if dated.start < trigger:
            return not is_of_birth(text[self._tokens.sentence_at(trigger).start : dated.start])
        return ";" not in text[trigger : dated.start] and not _OF_THE_NEXT.search(text, trigger, dated.start)

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
        parted = bool(_PARTED.search(self._tokens.text, low, high))
        return (
            high
            - low
            + (80 if parted and dated.start > trigger else 0)
            + (120 if self._is_apposed(dated, trigger) else 0)
            + (200 if dated.weak and not dated.bracketed else 0)
            + (150 if self._is_of_preface(dated, trigger, self._tokens.sentence_at(trigger)) else 0)
            + (200 if dated.value.relation in ASIDES or dated.value.value == "PRESENT_REF" else 0)
        )

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
            return next((d for d in inside if not d.weak and _is_finer(d, dated)), dated)
        last = self._dates.last_of(dated)
        return replace(dated, value=replace(dated.value, start=last.start, granularity=last.granularity))

    def _right_behind(self, trigger: int, sentence: Sentence) -> Dated | None:
        """A date behind the trigger with no other verb and no comma between, wherever the clause was cut."""
        inside = self._dates.within(trigger, min(sentence.end, trigger + _NEAR))
        if not inside or inside[0].weak or re.search(r"[,;]", self._tokens.text[trigger : inside[0].start]):
            return None
        first, last = self._tokens.token_at(trigger), self._tokens.token_at(inside[0].start)
        groups = self._parse.group_of
        index = bisect_right(self._clause_starts, trigger) - 1
        own = (-1, groups[first], self._parse.clauses[index].group if index >= 0 else -1)
        return None if any(groups[at] not in own for at in range(first + 1, last)) else inside[0]

    def _glossing(self, trigger: int, sentence: Sentence) -> Dated | None:
        """The date in parentheses behind the trigger's noun or its subject (*The Treaty of Brest (3 March 1918), which ended the war, was signed*)."""
        index = bisect_right(self._clause_starts, trigger) - 1
        if self._is_noun(trigger):
            named = trigger
        elif index >= 0 and self._parse.clauses[index].subjects:
            named = self._tokens.starts[self._parse.chunks[self._parse.clauses[index].subjects[0]].head]
        else:
            return None
        inside = self._dates.within(named, sentence.end)
        dated = next((d for d in inside if d.bracketed), None)
        return dated if dated and _GLOSSED.fullmatch(self._tokens.text, named, dated.start) else None

    def _starting(self, trigger: int) -> Dated | None:
        """The date at which the happening that a noun names is said to begin (*strikes by the fleet starting on 3 March*)."""
        if not self._is_noun(trigger):
            return None
        index = bisect_right(self._clause_starts, trigger)
        if index == len(self._parse.clauses):
            return None
        below = self._parse.clauses[index]
        if index and below.sentence != self._parse.clauses[index - 1].sentence:
            return None
        verb = self._tokens.lower[self._parse.groups[below.group].head]
        start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
        if verb not in _BEGINS or start - trigger > _NEAR or _PARTED.search(self._tokens.text, trigger, start):
            return None
        return self.nearest(trigger, start, end)

    def _in_what_follows(self, trigger: int) -> Dated | None:
        """A date in the clause that describes the trigger's noun, completes its verb, or tells when (*held out until X fell on 3 March*)."""
        index = bisect_right(self._clause_starts, trigger) - 1
        if index < 0:
            return None
        noun, text = self._is_noun(trigger), self._tokens.text
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
            timely = main or self._tells_when(below, noun=noun)
            tells = at == index + 1 and timely and ";" not in text[trigger:start]
            own = self._parse.clauses[index]
            of_subject = below.link == "main" and own.link in _OF_A_NOUN and self._within_subject(own, below)
            of_subject = of_subject and (own.link == "infinitive" or not self._opens_dated(trigger))
            if (apposed or (near and (describes or completes or of_subject)) or tells) and (
                found := self.nearest(trigger, start, end)
            ):
                return found
        return self._behind_description(index) or self._over_participles(index)

    def _behind_description(self, index: int) -> Dated | None:
        """A date behind the words that describe an argument, parted from them by a comma (*left in a convoy led by cars, on 3 March*)."""
        if index + 1 >= len(self._parse.clauses):
            return None
        below = self._parse.clauses[index + 1]
        if below.link not in ("reduced", "relative") or below.sentence != self._parse.clauses[index].sentence:
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

    def _tells_when(self, clause: Clause, *, noun: bool) -> bool:
        """Whether a clause tells when what governs it happened; what a ``noun`` names, only one with *when*."""
        marker = self._tokens.lower[clause.marker] if clause.marker is not None else ""
        return clause.link in ("adverbial", "relative") and marker in (_TELLING if not noun else ("when",))

    def _over_participles(self, index: int) -> Dated | None:
        """The interval over the dated participles that spell out a clause (*began operations, besieging X in June and taking Y in August*)."""
        found = []
        for below in self._parse.clauses[index + 1 : index + 6]:
            if (
                below.governor is None
                or below.link not in ("participle", "conjunct")
                or self._parse.groups[below.group].finite
            ):
                break
            start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
            found += [d for d in self._dates.within(start, end) if not d.weak]
        if len(found) < 2 or not found[0].value.start or not found[-1].value.end:
            return None
        if not in_order(found[0].value.start, found[-1].value.end):
            return None
        value = replace(found[0].value, end=found[-1].value.end, granularity="span", derivation="range")
        return replace(found[0], value=value)

    def _is_noun(self, trigger: int) -> bool:
        token = self._tokens.token_at(trigger)
        return token < len(self._parse.chunk_of) and self._parse.chunk_of[token] >= 0


def _is_past(dated: Dated, told: str) -> bool:
    """Whether a date begins after the day told."""
    day = dated.value.start
    return day is not None and day != told and in_order(told, day)


def _is_counted(dated: Dated) -> bool:
    """Whether a date is counted from the narrative's (*two days later*)."""
    shift = dated.value.shift
    return shift is not None and shift.base == "clock" and bool(shift.count)


def _is_stated_day(dated: Dated) -> bool:
    """Whether a date states a whole day, year and all."""
    value = dated.value
    return value.granularity == "day" and value.derivation == "explicit" and value.relation == "on"


def _is_finer(dated: Dated, year: Dated) -> bool:
    """Whether a date names a day or month of a year."""
    value = dated.value
    return value.granularity in ("day", "month", "time") and value.relation not in ASIDES and covers(year.value, value)
