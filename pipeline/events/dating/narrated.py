"""The date at which the narrative stands, as the words around a trigger bear it out: then, some time later, onward from it, or at another time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from pipeline.events.dating.asked import Asked, Pace
from pipeline.events.dating.battles import is_of_days
from pipeline.events.dating.beside import Beside
from pipeline.events.dating.clock import Clock
from pipeline.events.dating.dated import ASIDES, LONG, Dates, whole
from pipeline.events.dating.elsewhen import at_another_time, goes_on, is_of_a_war
from pipeline.events.dating.fading import in_its_year
from pipeline.events.dating.nearest import OF_THE_NEXT
from pipeline.events.dating.spells import Spells
from pipeline.frozen import replace
from pipeline.records import Mention, Sentence, Tokens
from pipeline.timex import Timex, span_of

__all__ = ["BEFORE", "Narrated"]

_AFTERWARDS = re.compile(
    r"(?:After|Following)\s(?!which\b|that\b|this\b|these\b|it\b|dark\b|midnight\b|dawn\b|nightfall\b|an?\s|some\s|several\s|many\s|much\s|[a-z]+ty\s|two\s|three\s|four\s|five\s|six\s|seven\s|eight\s|nine\s|ten\s|\d|[a-z]+\s(?:fighting|resistance|combat)\b"
    r"|(?!(?:morning|evening|spring|bombing|shelling|fighting)\b)[a-z]+ing\b)"
)
"""*After the dissolution of the empire*; not *After taking Riga they marched on*, which they did then."""
_AFTER_IT_ALL = re.compile(
    r"(?:After|Following)\s(?:the\s)?(?:(?:end|close)\sof\s)?(?:the\s)?(?:[A-Z][\w-]*\s|[Cc]ivil\s|First\s|Second\s){0,3}"
    r"(?:[Ww]ar|[Aa]rmistice|[Pp]eace)\b(?!\s(?:council|conference|talks|party|cabinet))"
)
"""*After the war he returned to Munich*: not on the last day told of it."""
BEFORE = re.compile(r"[\s,]*before\b")
_FOR_SOME_TIME = re.compile(r"\b(?:for|took|lasted)\s[^,;.]*\b(?:weeks?|months?|years?|decades?)\b")
"""*fought on for more than a year before he was killed*: at no date that was told."""
_TEMPORAL = re.compile(
    r"[\s,]*(?:after|before|until|once|when|within|as\ssoon\sas|as|by\s(?:the\stime|now|then|th(?:is|at)\s(?:time|point)))\b",
    re.IGNORECASE,
)
_TOOK_YEARS = re.compile(
    r"(?:In|Within|Over)\s(?:just\s|only\s|about\s|some\s|less\sthan\s|under\s)?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|several|a\sfew)\syears(?=,|\s[A-Z]|\s(?:the|he|she|it|they|his|her|its|their|all)\b)"
)
"""*In 23 years they conquered the island*: at no date that was told."""
_LATER_ONES = frozenset({"subsequent", "eventual", "later", "earlier", "previous"})
_IN_A_LATER_ONE = re.compile(r"\bin\sthe\s(?:subsequent|eventual|later|earlier|previous)\s\w+")
"""*took part in the subsequent invasion, helping to recapture what it had ceded*: at no date of the narrative, nor what hangs on it."""
_SEQUEL = re.compile(r"\b(?:days|weeks?|months?|years)\b")
"""A sequel that lasts too long for a day to hold, where *soon after* may be within it."""
_ALSO = re.compile(r"\balso\b")
"""*A protocol was also signed*: with what was signed before."""
_WITHIN = re.compile(
    r"\bfor\s(?:(?:several|many|some|a\sfew)\s)?(?:weeks|months)\b|"
    r"\bwithin\s(?:(?:a\sfew\s|a\smatter\sof\s)?(?:days|weeks)|(?:[a-z]+\s|\d+\s|a\sfew\s|a\smatter\sof\s)?months?|a\sshort\s(?:time|while|period|space\sof\stime))\b",
    re.IGNORECASE,
)
_STRETCHES = frozenset({"within", "weeks", "months"})
"""One of these stands in all that `_WITHIN` matches."""
_BY_THEN = re.compile(r"\bby\s(?:then|now|th(?:is|at)\s(?:time|point))\b", re.IGNORECASE)
"""*Half of them had fled by then*: a pluperfect of the narrative's own date."""
_AFTER_A_STRETCH = re.compile(
    r"\b[Aa]fter\s(?:(?:a|an|some|about|nearly|almost|over|several)\s)?(?:(?:siege|blockade|bombardment|resistance|fight)\sof\s)?"
    r"(?:(?!the\b|that\b|this\b|last\b|next\b|each\b|every\b|final\b|first\b|second\b|third\b|fourth\b|fifth\b)[a-z\d][\w-]*?[\s-]){1,2}?(?P<unit>week|month|year)s?(?:['’]|-long\b|\sof\b|\slong\b|\s(?:siege|blockade|battle)\b|(?=[,.;]|\s(?:he|she|it|they|the|his|her|its|their|an?|[A-Z])))"
)
"""*which was captured after a two months' siege*, *took it after ten months of fighting*: long after what was told before."""
_AFTER_A_WHILE = re.compile(r"(?:Afterwards?|Later|Subsequently|Eventually|Ultimately)(?:,|\s(?!that\b|in\b|on\b))")
"""*In early 1950 he came. Afterwards he escaped*: later in 1950, if not beyond."""
_LATER = re.compile(
    r"(?<!sooner\sor\s)(?<!\ba\s)(?<!\bthe\s)(?<!\bof\s)(?<!much\s)(?<!\bhour\s)(?<!\bhours\s)(?<!minutes\s)(?<!\bday\s)(?<!\bdays\s)\blater\s(?!that\b|in\b|on\b|the\b|by\b|than\b|years\b|stages?\b|part\b|this\b|at\b)(?=\w)"
)
"""*He later became governor*: not in the year that was told, nor on its day or in its month."""
_VERB_BEFORE = 40
"""How far before a verb the one may stand whose subject it shares."""
_WHOLE = r"\b(?:battle|siege|campaign|offensive|operation|war|fighting|uprising|rebellion|revolt|conflict|blockade|invasion)\s"
_ENDED = re.compile(rf"{_WHOLE}(?:finally\s|eventually\s|thus\s)?(?:ended|concluded|culminated)\s(?:in|with|when|as)\b")
_BEGAN_WITH = re.compile(rf"{_WHOLE}(?:began|started|opened|broke\sout)\s(?:with|when|as|after)\b")
_ENDS_AND_BEGINNINGS = frozenset({
    "ended", "concluded", "culminated", "began", "started", "opened", "broke", "point", "time", "moment", "stage",
})  # fmt: skip
"""One of these stands in all that `_ENDED`, `_BEGAN_WITH` and `_AT_THIS_POINT` match."""
_SIEGE = re.compile(r"\b[Ss]iege\b")
_AT_THIS_POINT = re.compile(r"\bat\sth(?:is|at)\s(?:point|time|moment|stage)\b", re.IGNORECASE)

_REPEATED = re.compile(
    r"\b(?:(?:several|many|numerous|repeated|successive|various|countless|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens\sof|(?:twen|thir|for|fif|six)ty(?:-\w+)?)"
    r"\s(?:[\w-]+\s){0,2}(?:attempts|attacks|assaults|sorties|sallies|raids|counter-?attacks|skirmishes|clashes|engagements|bombardments|strikes|ambushes|bombings|incursions|times)"
    r"|repeatedly|(?:time\sand|again\sand|over\sand\sover)\sagain|continual?ly|continuously|constantly|regularly|frequently|on\s(?:several|many|numerous)\soccasions)\b",
    re.IGNORECASE,
)
"""*made several attempts to reopen the road*: from the day that was told on."""
_AGAIN = frozenset({
    "attempts", "attacks", "assaults", "sorties", "sallies", "raids", "counterattacks", "skirmishes", "clashes", "engagements", "bombardments", "strikes",
    "ambushes", "bombings", "incursions", "times", "repeatedly", "again", "continually", "continualy", "continuously", "constantly", "regularly",
    "frequently", "occasions",
})  # fmt: skip
"""One of these stands in all that `_REPEATED` matches."""
_OF_A_DEED = re.compile(
    r"\b(?:removal|overthrow|ouster|deposition|abdication|death|murder|assassination|execution|accession|coronation|enthronement|fall|capture|loss|conquest|siege"
    r"|[Bb]attle|[Ww]ar|[Rr]evolt|[Rr]ebellion|[Rr]ising|[Uu]prising|[Mm]utiny|[Cc]oup|[Rr]evolution|[Rr]esistance|[Cc]ampaign|[Ii]nvasion|[Ee]xpedition|[Oo]ffensive"
    r"|massacre|defeat|victory|surrender|annexation|occupation|partition|independence|arrival|landing|outbreak)s?"
    r"(?:\s(?:of|in|at|against|by|over|the|his|her|its|their|power|[A-Z][\w’'–-]*)|\sas\s(?:the\s)?[a-z]+(?:\sof\s[a-z]+)?)*\s(?:in|of|on)\s$"
)
"""*the removal of Sihanouk as head of state in*, *the Red River Rebellion of*: what stands before the date of a deed that no verb tells."""
_SENTENCES_BACK = 6
"""How many sentences back the text may go on from there."""
_CLOSED = re.compile(r"[.;)\]\"'’”\s]*$")
_UPON = re.compile(r"\b(?:after|following)\b", re.IGNORECASE)


class Narrated:
    """The dates that the events of a document have from the narrative. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens, dates: Dates, clock: Clock, beside: Beside, spells: Spells) -> None:
        self._tokens = tokens
        self._dates = dates
        self._clock = clock
        self._beside = beside
        self._spells = spells
        unknown = [m for m in dates.mentions if m.value.derivation == "unresolved_event" and m.value.type == "DATE"]
        self._open = [m.start for m in unknown if not _is_counted(m.value)]
        self._some_day = [m.start for m in unknown if _is_counted(m.value)]

    def of(self, asked: Asked) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date at which the narrative stands, as the words of the sentence bear it out."""
        sentence, clause, text = asked.sentence, asked.clause, self._tokens.text
        words = self._tokens.words_of(sentence)
        if self._is_of_no_date(asked, words):
            return None, None
        left = self._clock.comes_to_a_day(asked.trigger, sentence)
        after = goes_on(text, words, sentence, clause)
        onwards = after is not None or left
        if ("after" in words or "following" in words) and self._opens_afterwards(sentence):
            # *After the dissolution of the empire, …*: later than a date that was told no finer than by the month, and who knows when.
            if not self._clock.is_headed(sentence):
                return self._clock.in_this_year(sentence)
            onwards = True
        sequel = _SEQUEL.search(after) if after else None
        past = sequel is not None and self._clock.stands_within(sentence, sequel[0])
        onward = self._clock.onward(sentence) if onwards and (past or not sequel) else None
        later = self._unit_later(asked)
        if later in LONG:
            return None, None
        pace = self._pace(asked)
        counted = bool(self._some_day) and _holds_any(self._some_day, *clause)
        some_day = later is not None or past or left or pace == "weeks" or counted
        some_day = some_day or (not words.isdisjoint(_STRETCHES) and self._is_within(asked))
        on = "later" in words and self._is_later(asked)
        some_day = some_day or (on and self._clock.is_far(sentence))
        if not words.isdisjoint(_AGAIN) and self._is_repeated(asked):
            some_day, onward = True, onward or self._clock.onward(sentence)
        date, dated = onward or self._clock.told(
            sentence, within=some_day, pace=pace, of_battle=asked.loss or asked.fights
        )
        if counted and dated is not None and dated.value.granularity == "month" and not later:
            date = dated.value  # *reached it in March. On the third day …*
        if date is None:
            return self._first_behind(asked)
        if later in ("week", "month"):
            return in_its_year(date), dated
        if on and date.granularity in LONG and dated is not None and dated.value.granularity in LONG:
            return None, None
        if on and date.granularity == "month" and not (onward or some_day):
            return in_its_year(date), dated
        if _is_third(date) and _AFTER_A_WHILE.match(text, sentence.start):
            return whole(date), dated
        ends = asked.ends and asked.is_done and onward is None
        if ends or not words.isdisjoint(_ENDS_AND_BEGINNINGS):
            date = self._its_end(date, dated, asked, ends=ends)
        return date, dated

    def _opens_afterwards(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with what came before it: after the end of a war, or after anything where the date told is a stretch of weeks."""
        text = self._tokens.text
        if self._clock.is_of_weeks_at(sentence) and _AFTERWARDS.match(text, sentence.start):
            return True
        return _AFTER_IT_ALL.match(text, sentence.start) is not None

    def takes_in(self, sentence: Sentence, clause: tuple[int, int]) -> bool:
        """Whether the words around a pluperfect put it at the narrative's date all the same (*Within days it had crossed the frontier*)."""
        text = self._tokens.text
        if any(_TEMPORAL.match(text, at) for at in (clause[0], sentence.start)):
            return True
        return _BY_THEN.search(text, *clause) is not None

    def steps_back(self, trigger: int, sentence: Sentence, clause: tuple[int, int]) -> bool:
        """Whether the words around a trigger put it at another time than the narrative's without saying when."""
        if at_another_time(self._tokens.text, self._tokens.words_of(sentence), trigger, clause):
            return True
        if not self._open:
            return False
        first = bisect_left(self._open, clause[0])
        counted = self._open[first : bisect_right(self._open, clause[1])]
        # *regained the city, fifteen years after its capture*: on top of when they did.
        return any(at < trigger or self._tokens.text[at - 2 : at] != ", " for at in counted)

    def _pace(self, asked: Asked) -> Pace:
        """How soon a deed follows what is told: as such deeds do where the next date is far, else within the day; at once what *also* was done."""
        if not asked.is_done:
            return "hours"
        if asked.pace == "minutes":
            return "minutes"
        if "also" in self._tokens.words_of(asked.sentence) and _ALSO.search(self._tokens.text, *asked.clause):
            return "minutes"
        return asked.pace if self._clock.is_far(asked.sentence, last=asked.pace == "weeks") else "hours"

    def _is_of_no_date(self, asked: Asked, words: frozenset[str]) -> bool:
        """Whether a sentence, of these words, tells of a whole war, or of what came some time before the narrative's date or at a later one, without saying when."""
        sentence, clause, text = asked.sentence, asked.clause, self._tokens.text
        if (
            "before" in words
            and BEFORE.match(text, clause[0])
            and _FOR_SOME_TIME.search(text, sentence.start, clause[0])
        ):
            return True
        if "years" in words and _TOOK_YEARS.match(text, sentence.start):
            return True
        if is_of_a_war(text, words, sentence):
            return True
        return not words.isdisjoint(_LATER_ONES) and any(
            _IN_A_LATER_ONE.search(text, *above) for above in asked.governing
        )

    def _is_within(self, asked: Asked) -> bool:
        """Whether a clause says no more than within which days, weeks or months of the narrative's date something was done."""
        sentence, text = asked.sentence, self._tokens.text
        within = _WITHIN.search(text, *asked.clause) or _WITHIN.match(text, sentence.start)
        # not *the fall of the fort and, within months, the partition of the country*
        return within is not None and " and" not in text[asked.trigger : within.start()]

    def _is_later(self, asked: Asked) -> bool:
        """Whether a clause tells what came later, or goes on without a subject of its own from one that does (*was later captured and hanged*)."""
        text, (low, high) = self._tokens.text, asked.clause
        if text[low : asked.trigger].strip(" ,") in ("", "and"):
            low = max(asked.sentence.start, low - _VERB_BEFORE)
        return _LATER.search(text, low, high) is not None

    def _is_repeated(self, asked: Asked) -> bool:
        """Whether a clause tells what was done again and again, which the day that the narrative stands at only begins."""
        text, (low, high) = self._tokens.text, asked.clause
        if not asked.is_done:
            return False
        if asked.governing and text.startswith("to ", low):
            low = min(low, asked.governing[0][0])  # *tried several times to storm the gate*
        often = _REPEATED.search(text, low, high)
        if often is None or _UPON.search(text, low, often.start()):
            return False
        if often.end() < asked.trigger and _UPON.search(text, often.end(), asked.trigger):
            return False
        return self._clock.takes_days(asked.sentence)

    def _unit_later(self, asked: Asked) -> str | None:
        """The unit of which a clause counts some later than the narrative's date (*a few months later*); None where it does not."""
        sentence, clause, text = asked.sentence, asked.clause, self._tokens.text
        shift = self._dates.shift_within(*clause) or self._dates.shift_within(sentence.start, sentence.start + 1)
        if shift:
            return shift.unit
        if "after" not in self._tokens.words_of(sentence):
            return None
        endured = _AFTER_A_STRETCH.search(text, *clause) or _AFTER_A_STRETCH.match(text, sentence.start)
        if endured is None or endured.start() <= asked.trigger < endured.end():
            return None
        counted = self._spells.moves_on(self._clock.told(sentence)[1], asked)
        return None if counted else endured["unit"]

    def _first_behind(self, asked: Asked) -> tuple[Timex | None, Mention[Timex] | None]:
        """The first date behind a trigger in its sentence, where nothing has been told yet."""
        behind = (d for d in self._dates.within(asked.trigger, asked.sentence.end) if not d.weak)
        first = next((d for d in behind if d.value.relation not in ASIDES and not self._beside.looks_back(d)), None)
        if first is None:
            return self._told_just_before(asked)
        # *was besieged for ten weeks; the garrison yielded on 29 June 1756*
        # … *resumed the war, and on 29 August 1526 he defeated Louis*
        text = self._tokens.text
        parted = ";" in text[asked.trigger : first.start] or OF_THE_NEXT.search(text, asked.trigger, first.start)
        return (in_its_year(first.value) if parted else first.value), first.mention

    def _told_just_before(self, asked: Asked) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date of the deed that the last dated sentence of the paragraph ends with (*after the removal of the king in 1970.*), where nothing else is told."""
        here = asked.sentence.index
        for index in range(here - 1, max(here - _SENTENCES_BACK, 0) - 1, -1):
            told = self._tokens.sentences[index]
            if told.paragraph != asked.sentence.paragraph or not asked.is_done:
                break
            inside = self._dates.within(told.start, told.end)
            if not inside:
                continue
            last, text = inside[-1], self._tokens.text
            closes = _CLOSED.match(text, last.end, told.end) and _OF_A_DEED.search(text, told.start, last.start)
            if not closes or last.value.relation in ASIDES or not (last.value.start and last.value.end):
                break
            return replace(last.value, derivation="narrative", anchor=last.start), last.mention
        return None, None

    def _its_end(self, date: Timex, dated: Mention[Timex] | None, asked: Asked, *, ends: bool) -> Timex:
        """An interval, or its first or last day where the words say that something began or ended then (*the siege ended in a victory*)."""
        text, low = self._tokens.text, asked.sentence.start
        if ends and dated is not None and date.granularity == "span" and self._is_of_siege(dated):
            span = span_of((date.end or "")[: None if is_of_days(date) else -6])
            return replace(date, start=span.start, granularity=span.granularity) if span else date
        if is_of_days(date) and (_ENDED.search(text, low, asked.trigger) or _AT_THIS_POINT.search(text, *asked.clause)):
            return replace(date, start=date.end)
        if dated is not None and dated.value.end != date.end and _BEGAN_WITH.search(text, low, asked.trigger):
            return replace(dated.value, derivation=date.derivation, anchor=date.anchor)
        return date

    def _is_of_siege(self, dated: Mention[Timex]) -> bool:
        """Whether the sentence of an interval tells of a siege, which ends with a capture or surrender."""
        told = self._tokens.sentence_at(dated.start)
        return _SIEGE.search(self._tokens.text, told.start, told.end) is not None


def _is_third(value: Timex) -> bool:
    """Whether an interval is the first, second or last part of a month or year (*in early 1950*)."""
    return value.mod in ("START", "MID", "END")


def _is_counted(value: Timex) -> bool:
    """Whether an expression counts the days of something (*on the seventh day*)."""
    return value.shift is not None and value.shift.base == "day_one"


def _holds_any(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of some offsets, in order, lies in a stretch of text."""
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] <= end
