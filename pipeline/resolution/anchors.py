"""The resolved dates from which later ones are counted: the last that is fine enough, the day that is told by the hour."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from pipeline.frozen import dataclass
from pipeline.records import Mention, Parse, Tokens
from pipeline.resolution.periods import is_earlier, month_of_stretch
from pipeline.rules.dates import is_of_the_deed
from pipeline.rules.grammar import AIMS
from pipeline.timex import Shift, Span, Timex, span_of

__all__ = ["HOUR_AND_DAY", "Anchor", "Anchors"]

Date = Mention[Timex]

_FOLLOWING_NIGHT = re.compile(r"the\sfollowing\snight", re.IGNORECASE)
_AT = frozenset(
    {"at", "by", "before", "around", "about", "until", "till", "after", "toward", "towards", "from", "since"}
)
_CUT = {"month": 3, "year": 6}
"""Characters of an ISO day that a month and a year leave out."""
HOUR_AND_DAY = re.compile(r"(?:,?\s\w+\stime)?,?\s(?:on\s|of\s)?(?:the\s)?")
"""What stands between an hour and its day."""
_HOURS = frozenset({"date/clock", "date/part-of-day"})
_NEAR_SENTENCES = 3
"""Sentences within which the last date is near."""
_PLANNED = re.compile(r"\b(?:planned|scheduled|slated|timed|due|arranged|fixed)\s(?:to\s\w+\s)?(?:for|on|at)\s[^,;:]*$")
_PLAN = 40
"""*was planned for*, and how many characters before a date it may stand."""
_WEEK_TOLD, _WEEK, _FORTNIGHT = 40, 7, 14
"""Among how many dates the days of the week are sought that a text tells, and within how many days of the one it names without a date."""


@dataclass(slots=True)
class Anchor:
    """A resolved date that later ones may be counted from."""

    value: str
    start: int
    granularity: str


_LATE = re.compile(r"T(?:NI|EV|1[89]:|2\d:)")
_EARLY = re.compile(r"T(?:MO|DA|0[0-6]:)")
"""The end of one day, and the beginning of the next (*landed at 20:30; by 01:00 they held the hill*)."""
_SMALL_HOURS = re.compile(r"T0[0-4]:")
_MIDNIGHT = "T00:00"
_BY_DAY = re.compile(r"T(?:MO|DA|0\d:|1[0-7]:)")
"""The hours of a day that a night is not counted to."""


class Anchors:
    """The resolved dates of a document, as far as it has been read."""

    def __init__(self, tokens: Tokens, parse: Parse, asides: set[int], lead_end: int) -> None:
        self._tokens = tokens
        self._parse = parse
        self._text = tokens.text
        self._asides = asides
        self._lead_end = lead_end
        self.told: list[Date] = []
        """The dates, in reading order."""
        self.sentence_start = 0
        """Where the sentence begins that is being read."""

    def last(self, grains: tuple[str, ...], *, span: int = 40, clock: bool = False) -> Anchor | None:
        """The last date before that is as fine as asked; asides of earlier sentences are passed over: *since* and *earlier* ones, with ``clock`` all."""
        for m in reversed(self.told[-span:]):
            earlier = m.start < self.sentence_start
            if earlier and ((clock and m.start in self._asides) or m.value.relation == "since" or is_earlier(m.value)):
                continue
            if earlier and self._is_bound_ahead(m):
                continue
            plain = m.value.value.partition("T")[0]
            if m.value.type in ("DATE", "TIME") and m.value.granularity in grains and span_of(plain):
                return Anchor(plain, m.start, "day" if m.value.granularity == "time" else m.value.granularity)
            if m.value.type == "DURATION" and m.value.granularity in grains and m.value.start:
                return Anchor(_cut(m.value.start, m.value.granularity), m.start, m.value.granularity)
            if m.value.type == "DURATION" and "month" in grains and (month := month_of_stretch(m.value)):
                return Anchor(month, m.start, "month")
        return None

    def night_begun(self, anchor: Anchor) -> Anchor:
        """The day on which the night of two days began, from which the next day is counted (*on the night of 23/24 January*)."""
        at = bisect_left(self.told, anchor.start, key=lambda m: m.start)
        first = self.told[at - 1] if at else None
        if first is None or first.value.range_with != anchor.start or not first.value.value.endswith("TNI"):
            return anchor
        return Anchor(first.value.value.partition("T")[0], first.start, "day")

    def is_in_passing(self, month: Anchor, day: Anchor) -> bool:
        """Whether a month only says more of what a sentence with a day tells (*On 3 May it reached Vigo, which Drake had sacked in June*).

        Or since when something had been so before what that sentence tells (*Magdeburg, besieged since November, fell five weeks later*).
        """
        told = self.told[bisect_left(self.told, month.start, key=lambda m: m.start)]
        sentence = self._tokens.sentence_at(month.start)
        if not (sentence.start <= day.start < month.start or told.value.relation == "since"):
            return False
        clauses, at = self._parse.clauses, self._clause_at(month.start)
        while at is not None and clauses[at].link == "infinitive":  # *which was to be ceded in June*
            at = clauses[at].governor
        return at is not None and clauses[at].link in ("relative", "reduced", "participle")

    def _is_bound_ahead(self, mention: Date) -> bool:
        """Whether a day is only that of what the day of its sentence saw agreed or ordered (*On 10 January they agreed to withdraw by 25 February*).

        Or that for which something was planned (*The assault was planned for 2 a.m. on the 21st*).
        Or counts ahead to what was ordered, or how long it lasted (*ordered an attack for the next morning*, *held out until the next morning*).
        """
        value, start = mention.value, self._tokens.sentence_at(mention.start).start
        before = max(start, mention.start - _PLAN)
        if value.granularity in ("day", "time") and _PLANNED.search(self._text[before : mention.start]):
            return True
        if value.relation in ("for", "until") and value.shift is not None and value.shift.base == "clock":
            return (value.shift.count or 0) > 0
        if value.relation != "by" or value.granularity != "day":
            return False
        first = self.told[bisect_left(self.told, start, key=lambda m: m.start)]
        clause = self._clause_at(mention.start)
        infinitive = clause is not None and self._parse.clauses[clause].link in AIMS
        return infinitive and first.start < mention.start and first.value.granularity == "day"

    def _clause_at(self, offset: int) -> int | None:
        """The clause in which an offset lies."""
        at = bisect_right(self._parse.clauses, self._tokens.token_at(offset), key=lambda c: c.first) - 1
        return at if at >= 0 else None

    def is_of_week_told(self, mention: Date, anchor: Anchor, before: str, following: str) -> bool:
        """Whether a paragraph that goes back names a day of the one week whose days the text has stated (*On Friday in Galway …*), not one past them.

        A text that goes on past the week it tells says which day of that name it means.
        """
        if self._tokens.sentence_at(anchor.start).paragraph == self._tokens.sentence_at(mention.start).paragraph:
            return False
        upto = Span.between(before, following).last
        stated = [
            span.last
            for m in self.told[-_WEEK_TOLD:]
            if m.value.granularity in ("day", "time") and m.value.derivation != "relative"
            if (span := span_of(m.value.value.partition("T")[0])) and abs(upto - span.last) <= _FORTNIGHT
        ]
        if len(set(stated)) < 2 or max(stated) - min(stated) > _WEEK:
            return False
        return min(stated) <= upto - _WEEK and max(stated) < upto

    def left_for(self, day: Anchor) -> Anchor | None:
        """The year to which the narrative has gone on from a day (*On 3 May 1917 … In 1918, … Two days later*), or later in which."""
        year = self.last(("day", "time", "month", "season", "year"), span=6, clock=True)
        if year is None or year.granularity != "year" or year.start <= day.start:
            return None
        later = self._text.startswith(("Later", "later"), year.start)  # *Later in the year, … The next day*
        return None if day.value.startswith(f"{year.value}-") and not later else year

    def anew(self, mention: Date, anchor: Anchor | None) -> Anchor | None:
        """The day from which an hour is told: a later paragraph begins with the first of the days that the last date spans (*on 3 and 4 October*)."""
        if anchor is None:
            return None
        told, here = self._tokens.sentence_at(anchor.start), self._tokens.sentence_at(mention.start)
        if told.paragraph == here.paragraph:
            return anchor
        if told.section != here.section and is_of_the_deed(here.section):
            return self._first_of_lead() or anchor
        at = bisect_left(self.told, anchor.start, key=lambda m: m.start)
        first = self.told[at - 1] if at else None
        if first is None or first.value.granularity != "day":
            return anchor
        if first.value.derivation != "range" and first.start != self.told[at].value.range_with:
            return anchor
        return Anchor(first.value.value, first.start, "day")

    def _first_of_lead(self) -> Anchor | None:
        """The first day that the lead names: that of the battle which a section with its name begins to tell."""
        lead = (m for m in self.told if m.start < self._lead_end and m.value.granularity == "day")
        day = next((m for m in lead if span_of(m.value.value)), None)
        return Anchor(day.value.value, day.start, "day") if day else None

    def day_of_part(self, mention: Date, count: int) -> int:
        """How many days a part of day lies from the one told last: the morning or small hours after a night are those of the next day."""
        last = self._hour_told()
        by_night = last.endswith(("TNI", "TEV"))
        if count == 0 and by_night and self._is_past_midnight(mention):
            return 1
        if count == 1 and not last.endswith("TNI") and _FOLLOWING_NIGHT.match(self._text, mention.start):
            return 0  # the night that follows a day begins on it
        if (
            count == 1
            and _SMALL_HOURS.search(last)
            and mention.value.value.endswith(("TMO", "TDA"))
            and self._is_near(mention)
        ):
            return int(self.told[-1].value.derivation == "explicit")  # *That night … By 02:20 … the next morning*
        next_hours = _BY_DAY if last.endswith("TNI") and self._goes_by() else _EARLY
        if count == 0 and _LATE.search(last) and next_hours.search(mention.value.value) and self._is_near(mention):
            # *a curfew from 6 p.m. to 6 a.m.* is one of every day
            of_parts = by_night and mention.value.value.endswith(("TMO", "TDA"))
            return int(of_parts or self.told[-1].start < self.sentence_start)
        return count

    def _goes_by(self) -> bool:
        """Whether an earlier sentence opened with the date told last, from which it went on (*During the night they came up. By 3 p.m. he withdrew*)."""
        last = self.told[-1].start
        return last < self.sentence_start and self._tokens.sentence_at(last).opens_at(last)

    def _is_past_midnight(self, mention: Date) -> bool:
        """Whether a midnight that is past ends the evening that was told (*On the evening of 3 May … shortly after midnight*)."""
        return self._begins_a_day(mention) and self._is_near(mention)

    def _begins_a_day(self, hour: Date) -> bool:
        """Whether an hour is right behind a midnight (*just after midnight on 21 August*)."""
        return self._said(hour) == "midnight" and hour.value.relation == "after"

    def _said(self, mention: Date) -> str:
        return self._text[mention.start : mention.end].lower()

    def is_late(self, code: str) -> bool:
        """Whether a part of day ends it: in a night of two days, it is of the first (*on the night of 6/7 May … At 23:00*)."""
        return _LATE.match(code) is not None

    def _hour_told(self) -> str:
        """The value of the last date, or of the hour right before it that it is the day of (*at 20:30 on 8 February*)."""
        if not self.told:
            return ""
        last = self.told[-1]
        if last.value.granularity == "day" and len(self.told) > 1:
            hour = self.told[-2]
            if hour.value.granularity == "time" and HOUR_AND_DAY.fullmatch(self._text, hour.end, last.start):
                return _MIDNIGHT if self._begins_a_day(hour) else hour.value.value
        return last.value.value

    def follows_its_hour(self, mention: Date, shift: Shift) -> bool:
        """Whether a day stands behind an hour that has been counted by it (*at 11 a.m. the next morning*, *at noon the next day*)."""
        last = self.told[-1] if self.told else None
        if last is None or not shift.count or last.rule not in _HOURS or last.value.derivation != "relative":
            return False
        return HOUR_AND_DAY.fullmatch(self._text, last.end, mention.start) is not None

    def _is_near(self, mention: Date) -> bool:
        """Whether the last date stands in the same paragraph, a few sentences before."""
        sentence, last = self._tokens.sentence_at(mention.start), self._tokens.sentence_at(self.told[-1].start)
        return last.paragraph == sentence.paragraph and sentence.index - last.index <= _NEAR_SENTENCES

    def is_a_point(self, mention: Date) -> bool:
        """Whether a bare part of day is a point of the day that is told (*by midnight*), not what comes with every one (*at night*)."""
        word = self._said(mention)
        if word in ("night", "night-time", "nighttime", "daytime") or mention.value.relation not in _AT:
            return False
        sentence = self._tokens.sentence_at(mention.start)
        last = self._tokens.sentence_at(self.told[-1].start) if self.told else None
        if last is None:
            return False
        return last.paragraph == sentence.paragraph or (last.kind == "heading" and last.section == sentence.section)


def _cut(day: str, granularity: str) -> str:
    """The day, month or year that begins on a day."""
    return day[: -_CUT.get(granularity, 0) or None]
