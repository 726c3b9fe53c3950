"""Resolution of dates: open parts filled from the narrative, the headings, the title and the record's date.

Every date that is resolved says how (``derivation``) and from which mention (``anchor``); what nothing supports stays open, and its derivation
says why: ``unresolved_vague`` (no number), ``unresolved_event`` (counted from an event without a date), ``unresolved_no_anchor``.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.frozen import replace
from pipeline.records import Document, Mention, Parse, Tokens
from pipeline.resolution.anchors import HOUR_AND_DAY, Anchor, Anchors
from pipeline.resolution.calendars import Calendar, filled, left_open
from pipeline.resolution.counted import CountedDays
from pipeline.resolution.happenings import Happenings
from pipeline.resolution.periods import period_before
from pipeline.resolution.spans import with_span
from pipeline.resolution.undated import Undated
from pipeline.timex import Shift, Span, Timex, days_in, length_of, narrowed, shifted, span_of, stretch_ahead

__all__ = ["resolve_dates"]

Date = Mention[Timex]

_AHEAD = re.compile(r"the\s(?:next|following)\s", re.IGNORECASE)
_AHEAD_OF = {"M": ("day", "time", "month"), "Y": ("day", "time", "month", "season", "year")}
_TURN = re.compile(r"the\sturn\sof\sthe\syear", re.IGNORECASE)
_LATE_IN_YEAR = re.compile(r"-?\d{4}-(?:0[7-9]|1[012]|FA)")
"""From where on the turn of the year is that to the next."""
_OF_WHAT = re.compile(r"\s(?:of|on|in|at)\s(?:the\s)?")
_ALL_ALONG = {
    "week": re.compile(r"\b(?:over|during|throughout|for|in|within)\s$", re.IGNORECASE),
    **dict.fromkeys(("month", "decade"), re.compile(r"\b(?:over|for|within)\s$", re.IGNORECASE)),
}
"""What stands before *the next week* where that is a stretch from the narrative's date on, not the week of the calendar."""
_LENGTHS = {"week": "P1W", "month": "P1M", "decade": "P10Y"}
_BARE_AFTER = re.compile(r"(?:(?:And|But|Then),?\s)?After\s(?:only\s|just\s)?")
_GOES_ON_AFTER = re.compile(r"(?:;\s|,?\s(?:and|but)\s)after\s(?:only\s|just\s)?$")
_GOES_ON = re.compile(r",\s|\s(?:he|she|it|they|the|his|her|its|their|an?|[A-Z][\w’'-]*)\b")
"""What stands before a length of time and behind it where the narrative has gone on so far (*After two months it fell*)."""
_LETTERS = {"day": "D", "week": "W", "month": "M"}
_LESS_THAN = re.compile(r"(?:less|fewer)\sthan\b", re.IGNORECASE)
"""*less than a week later*: within the days or months from the narrative's date on."""
_KNOWN_DAYS = re.compile(r"(?:the|these|those)\s(?:[a-z]+|\d+)\sdays\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|before|following|into)\s", re.IGNORECASE)
_INTO = re.compile(r"\sinto\s")
_BESIDE = 20
"""Characters before a date in which its *overnight* stands."""
_GRAINS = {
    "day": ("day", "time"),
    "week": ("day", "time"),
    "weekend": ("day", "time"),
    "month": ("day", "time", "month"),
    "year": ("day", "time", "month", "season", "year"),
    "decade": ("day", "time", "month", "season", "year", "decade"),
    "century": ("day", "time", "month", "season", "year", "decade", "century"),
}
"""How fine a date must be for units to be counted from it."""
_JUST_TOLD = re.compile(r"(?:the|this|that|these|his|her|its|their)\s[a-z-]+(?:\s[a-z-]+)?")
_BEGUN_BEFORE = 8
"""Sentences back in which the beginning is told of that into which days are counted."""
_NEAR_DATES, _NEAR_SENTENCES = 4, 3
"""How far back a happening without a name (*the day after the attack*) is taken for what was told."""
_FAR = 28
"""Days from which on a day counted from some day of a month lies past that month."""
_APPOSED_GRAINS = ("day", "month", "season", "year")
_APPOSED = re.compile(r",\s|\s\(|\s?[-–—]\s?")


def resolve_dates(document: Document, tokens: Tokens, parse: Parse, dates: tuple[Date, ...]) -> tuple[Date, ...]:
    """The dates of a document, resolved in reading order, with first and last day where they are known.

    >>> from pipeline import extract
    >>> [(m.value.value, m.value.start, m.value.end) for m in extract("On 3 May 1809 they met. Two weeks later, in June and again in 1811 they fought.").mentions.dates]
    [('1809-05-03', '1809-05-03', '1809-05-03'), ('1809-05-17', '1809-05-17', '1809-05-17'), ('1809-06', '1809-06-01', '1809-06-30'), ('1811', '1811-01-01', '1811-12-31')]
    """
    return _Narrative(document, tokens, parse, dates).resolved()


class _Narrative:
    """The reference time as it runs through one document."""

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: tuple[Date, ...]) -> None:
        self._tokens = tokens
        self._text = tokens.text
        undated = Undated(document, tokens, dates)
        self._dates, asides = undated.filled()
        self._anchors = Anchors(tokens, parse, asides, undated.lead_end)
        self._calendar = Calendar(self._anchors)
        self._happenings = Happenings(tokens)
        self._counted_days = CountedDays(tokens, self._happenings)

    def resolved(self) -> tuple[Date, ...]:
        """All mentions with their final values."""
        for index, mention in enumerate(self._dates):
            self._anchors.told.append(self._resolve(index, mention))
        text = self._text
        return tuple(
            with_span(m, text[m.start : m.end], text[max(0, m.start - _BESIDE) : m.start]) for m in self._anchors.told
        )

    # ---------------------------------------------------------------------------------------------------- relative

    def _resolve(self, index: int, mention: Date) -> Date:
        value, shift = mention.value, mention.value.shift
        self._anchors.sentence_start = self._tokens.sentence_at(mention.start).start
        if value.type == "DURATION" and not value.start:
            return self._gone_on(mention) or self._days_ahead(mention)
        if shift is None or ("X" not in value.value and not value.value.endswith("_REF")):
            return mention
        if value.value.startswith("XXXX-") and shift.unit == "year" and shift.count is None:
            return left_open(mention, "unresolved_no_anchor")
        return self._shifted(index, mention, shift)

    def _shifted(self, index: int, mention: Date, shift: Shift) -> Date:
        if shift.base == "day_one":
            return self._counted(index, mention)
        if shift.unit == "part":
            return self._part(index, mention, shift)
        if shift.base == "event":
            return self._after_dated(index, mention, shift) or self._after_event(mention, shift)
        if shift.unit == "weekday":
            return self._calendar.weekday(mention, shift)
        if shift.unit == "season" or (shift.unit == "year" and mention.value.value != "XXXX"):
            return self._calendar.within_year(mention, shift)
        if shift.unit == "month" and mention.value.value.startswith("XXXX-XX-"):
            return self._calendar.within_month(mention, shift.count or 0)
        if shift.base == "previous" or re.fullmatch(r"XX\d+", mention.value.value):
            return self._calendar.short(mention)
        if shift.count is None:
            return left_open(mention, "unresolved_vague")
        if shift.unit in ("span", "hour", "minute", "second"):
            return self._same_time(mention, shift)
        return self._counted_units(mention, shift)

    def _after_dated(self, index: int, mention: Date, shift: Shift) -> Date | None:
        """A date counted from a happening whose own date stands behind it (*a week after the landings of 6 June 1944*)."""
        behind = self._dates[index + 1] if index + 1 < len(self._dates) else None
        if behind is None or span_of(behind.value.value) is None:
            return None
        if not _OF_WHAT.fullmatch(self._text[mention.end : behind.start]):
            return None
        unit, count = shift.unit, shift.count
        if unit in ("hour", "minute"):
            unit, count = "day", 0
        grains = _GRAINS.get(unit)
        if count is None or grains is None:
            return None
        if behind.value.granularity not in grains:  # *two weeks after he had been wounded in April 1632*
            return left_open(mention, "unresolved_event")
        anchor = Anchor(behind.value.value, behind.start, behind.value.granularity or "")
        value = shifted(anchor.value, unit, count)
        return filled(mention, value, "relative", anchor) if value else None

    def _after_event(self, mention: Date, shift: Shift) -> Date:
        """A date counted from a happening that its words name: from where the text has dated it."""
        beside = self._same_as_beside(mention)
        grains = _GRAINS.get(shift.unit)
        if beside or shift.count in (None, 0) or grains is None:
            return beside or left_open(mention, "unresolved_event")
        said = self._text[mention.start : mention.end]
        words = _AFTER.split(said, maxsplit=1)[-1]
        if _INTO.search(said):  # *three days into the siege*
            told = self._begun(mention, words.rpartition(" ")[2])
        else:
            told = self._happenings.dated(words, self._anchors.told, grains)
        if told is None and shift.unit not in ("year", "decade") and _JUST_TOLD.fullmatch(words):
            sentence = self._tokens.sentence_at(mention.start).index
            last = next((m for m in reversed(self._anchors.told[-_NEAR_DATES:]) if m.value.granularity in grains), None)
            told = last if last and self._tokens.sentence_at(last.start).index >= sentence - _NEAR_SENTENCES else None
        if told is None:
            return left_open(mention, "unresolved_event")
        anchor = Anchor(told.value.value.partition("T")[0], told.start, told.value.granularity or "")
        value = shifted(anchor.value, shift.unit, shift.count or 0)
        return filled(mention, value, "relative", anchor) if value else left_open(mention, "unresolved_event")

    def _begun(self, mention: Date, noun: str) -> Date | None:
        """The day on which what a noun names began, where that was told not long before."""
        sentence = self._tokens.sentence_at(mention.start).index
        told = self._happenings.begun(noun, self._anchors.told, sentence)
        near = told is not None and self._tokens.sentence_at(told.start).index >= sentence - _BEGUN_BEFORE
        return told if near else None

    def _counted_units(self, mention: Date, shift: Shift) -> Date:
        """So many units before or after the last date that is fine enough, or the unit that holds it."""
        unit, count = shift.unit, shift.count or 0
        beside = self._same_as_beside(mention) if self._text[mention.end : mention.end + 1] == "," else None
        if beside:  # *In March, two months later, the town was attacked*
            return beside
        grains = _GRAINS.get(unit)
        anchor = self._anchors.last(grains, clock=count != 0) if grains else None
        month = self._anchors.last(("day", "time", "month"), span=6, clock=True) if unit in ("day", "week") else None
        if month and month.granularity == "month" and not (anchor and self._anchors.is_in_passing(month, anchor)):
            return self._some_day(mention, month, days=count * (7 if unit == "week" else 1))
        if anchor and month and (left := self._anchors.left_for(anchor)):
            return self._some_day(mention, left)
        if anchor and unit == "month" and count > 0 and (left := self._anchors.left_for(anchor)):
            return self._some_day(mention, left)
        if anchor is None:
            return left_open(mention, "unresolved_no_anchor")
        if unit == "day" and self._anchors.follows_its_hour(mention, shift):
            count = 0
        if unit == "day" and count == 1:
            anchor = self._anchors.night_begun(anchor)
        stretch = _ALL_ALONG.get(unit) if count == 1 else None
        if stretch and stretch.search(self._text, max(0, mention.start - 12), mention.start):
            return self._ahead(mention, anchor, _LENGTHS[unit]) or mention
        if _TURN.match(self._text, mention.start) and _LATE_IN_YEAR.match(anchor.value):
            count = 1
        if unit == "decade" and abs(count) == 1 and mention.rule == "date/shifted":
            unit, count = "year", 10 * count
        counted_from = self._begun_in(anchor) if unit == "year" and anchor.value.endswith("WI") else anchor.value
        value = shifted(counted_from, "day" if unit == "weekend" else unit, count)
        if value is None:
            return left_open(mention, "unresolved_no_anchor")
        date = filled(mention, value, "same_as" if count == 0 else "relative", anchor)
        within = count > 0 and unit in _LETTERS and _LESS_THAN.match(self._text, mention.start)
        return (self._ahead(date, anchor, f"P{count}{_LETTERS[unit]}") or date) if within else date

    def _begun_in(self, winter: Anchor) -> str:
        """The year in which a winter began that has its own from the narrative (*They wintered at Lund. The next year …*); else the winter itself."""
        at = bisect_left(self._anchors.told, winter.start, key=lambda m: m.start)
        if self._anchors.told[at].value.derivation != "year_from_context":
            return winter.value
        return shifted(winter.value.removesuffix("-WI"), "year", -1) or winter.value

    def _some_day(self, mention: Date, told: Anchor, days: int = 0) -> Date:
        """A day counted from one that the text does not name: in the month or year at which the narrative stands, or weeks after that."""
        at = bisect_left(self._anchors.told, told.start, key=lambda m: m.start)
        span = with_span(self._anchors.told[at], self._text[told.start : self._anchors.told[at].end]).value
        if span.start is None:
            return left_open(mention, "unresolved_no_anchor")
        written = f"{told.value}-XX" if told.granularity == "month" else f"{told.value}-XX-XX"
        value = replace(mention.value, value=written, start=span.start, end=span.end, granularity=told.granularity)
        # *In early March they attacked. A week later, …*: so much later than a part of a month as well.
        if span.start and span.end and (days >= _FAR or (days > 1 and span.mod in ("START", "MID", "END"))):
            ends = shifted(span.start, "day", days), shifted(span.end, "day", days)
            value = replace(value, start=ends[0], end=ends[1], granularity="span")
        return replace(mention, value=replace(value, derivation="relative", anchor=told.start))

    def _gone_on(self, mention: Date) -> Date | None:
        """A length of time after which a sentence goes on (*After two months it fell*), with the date so long after the narrative's."""
        value, length = mention.value, length_of(mention.value.value)
        if (
            length is None
            or value.mod
            or value.relation != "after"
            or " of " in self._text[mention.start : mention.end]
        ):
            return None  # *After two years of war*, which began some time ago
        begun = self._anchors.sentence_start
        opens = _BARE_AFTER.fullmatch(self._text, begun, mention.start) is not None
        behind = _GOES_ON.match(self._text, mention.end)
        if behind is None or not (
            opens or (behind[0] != ", " and _GOES_ON_AFTER.search(self._text, begun, mention.start))
        ):
            return None
        shift = Shift("clock", *length)
        counted = self._counted_units(replace(mention, value=replace(value, type="DATE")), shift)
        if counted.value.derivation != "relative":
            return None
        date = with_span(counted, "").value
        # It bounds nothing: it is when what the sentence tells was done.
        dated = replace(value, start=date.start, end=date.end, granularity=date.granularity, relation=None)
        return replace(mention, value=replace(dated, derivation="relative", anchor=date.anchor))

    def _days_ahead(self, mention: Date) -> Date:
        """The interval that *the next four days* cover, from the narrative's day on, or *the two days*, up to it."""
        if not _AHEAD.match(self._text, mention.start):
            days = days_in(mention.value.value)
            return self._days_told(mention, days) if days else mention
        anchor = self._anchors.last(_AHEAD_OF.get(mention.value.value[-1], ("day", "time")), span=4)
        return (anchor and self._ahead(mention, anchor, mention.value.value)) or mention

    def _ahead(self, mention: Date, anchor: Anchor, length: str) -> Date | None:
        """The interval of some length from a date on (*over the following week*)."""
        ahead = stretch_ahead(anchor.value, length)
        if ahead is None:
            return None
        first, last = ahead
        value = replace(mention.value, start=first, end=last, granularity="span", anchor=anchor.start)
        return replace(mention, value=replace(value, derivation="relative"))

    def _days_told(self, mention: Date, days: int) -> Date:
        """The days that were told one after the other, where so many are spoken of as known (*over the two days*)."""
        if not _KNOWN_DAYS.match(self._text, mention.start):
            return mention
        first = self._counted_days.first_of_row(mention, days, self._anchors.told)
        last = self._anchors.last(("day", "time"), span=2)
        if first is None or last is None or shifted(first.day, "day", days - 1) != last.value:
            return mention
        value = replace(mention.value, start=first.day, end=last.value, granularity="span", anchor=first.start)
        return replace(mention, value=replace(value, derivation="relative"))

    def _same_time(self, mention: Date, shift: Shift) -> Date:
        anchor = self._anchors.last(("day", "time", "month", "season", "year"), span=3)
        if anchor is None or shift.unit != "span":
            return left_open(mention, "unresolved_vague")
        span = self._span_told(anchor)
        value = replace(mention.value, derivation="same_as", anchor=anchor.start)
        period = period_before(self._tokens, mention.start, self._anchors.told)
        if period:
            value = replace(value, start=period.start, end=period.end, granularity=period.granularity)
        elif span:
            value = replace(value, start=span.start, end=span.end, granularity=anchor.granularity)
        return replace(mention, value=value)

    def _span_told(self, anchor: Anchor) -> Span | None:
        """The days of a date from which another is counted, fewer where words narrow it (*in early November*)."""
        at = bisect_left(self._anchors.told, anchor.start, key=lambda m: m.start)
        span = span_of(anchor.value)
        return narrowed(span, self._anchors.told[at].value.mod) if span else None

    def _part(self, index: int, mention: Date, shift: Shift) -> Date:
        """A part of the narrative's day, or of the day that stands beside it (*at 11 a.m. on 11 November*)."""
        code = "T" + mention.value.value.partition("T")[2]
        beside = self._day_of_hour(index, mention)
        if beside and beside.value.value.startswith("XXXX-XX-"):
            # *at 3:15 pm on the 28th*
            beside = self._calendar.within_month(beside)
        if beside and not shift.count and beside.value.granularity in ("day", "time") and "X" not in beside.value.value:
            own = beside.value.value.partition("T")[0]
            return filled(mention, own + code, "same_as", Anchor(own, beside.start, "day"))
        ahead = beside.value.shift if beside else None
        if (
            ahead is not None
            and ahead.base == "clock"
            and ahead.unit in ("day", "part")
            and ahead.count
            and not shift.count
        ):
            shift = ahead  # *at 11 a.m. the next morning*
        elif self._anchors.follows_its_hour(mention, shift):
            shift = replace(shift, count=0)
        if shift.count is None and not self._anchors.is_a_point(mention):
            return left_open(mention, "unresolved_vague")
        anchor = self._anchors.anew(mention, self._anchors.last(("day", "time"), span=6))
        count = self._anchors.day_of_part(mention, shift.count or 0)
        if anchor and (count == 1 or (count == 0 and self._anchors.is_late(code))):
            anchor = self._anchors.night_begun(anchor)
        day = anchor and shifted(anchor.value, "day", count)
        # *In 1886 he returned. By 10:20 a.m. they had arrived*: an hour by the clock goes back to the day
        left = anchor and code[1:2].isalpha() and self._anchors.left_for(anchor)
        if not anchor or not day or left:
            return left_open(mention, "unresolved_no_anchor")
        return filled(mention, day + code, "relative" if count else "same_as", anchor)

    def _day_of_hour(self, index: int, mention: Date) -> Date | None:
        """The date that stands behind an hour and tells its day: *at 7 o'clock on 2 May*, *in the evening on 2 May*, *in the morning of 2 May*."""
        hour = mention
        for behind in self._dates[index + 1 : index + 3]:
            gap = self._text[hour.end : behind.start]
            if HOUR_AND_DAY.fullmatch(gap):
                return behind
            if gap != " in " or behind.value.granularity != "time":
                return None
            if "X" not in behind.value.value:
                return behind
            hour = behind
        return None

    def _counted(self, index: int, mention: Date) -> Date:
        """A counted day (*the fourth day of the battle*): the date it stands beside, else counted from the day on which that began."""
        beside, shift = self._same_as_beside(mention) or self._same_as_behind(index, mention), mention.value.shift
        if beside or shift is None:
            return beside or left_open(mention, "unresolved_event")
        told = self._counted_days.day_of(mention, self._anchors.told)
        if told is None:
            return left_open(mention, "unresolved_event")
        code = mention.value.value[len("XXXX-XX-XX") :]
        return filled(mention, told.day + code, "relative", Anchor(told.day, told.start, "day"))

    def _same_as_behind(self, index: int, mention: Date) -> Date | None:
        """The day that stands right behind and means the same (*on the first day of the invasion, 24 February*)."""
        behind = self._dates[index + 1] if index + 1 < len(self._dates) else None
        if behind is None or behind.value.granularity != "day" or span_of(behind.value.value) is None:
            return None
        if not _APPOSED.fullmatch(self._text[mention.end : behind.start]):
            return None
        return filled(mention, behind.value.value, "same_as", Anchor(behind.value.value, behind.start, "day"))

    def _same_as_beside(self, mention: Date) -> Date | None:
        """The date that stands right before and means the same (*on 23 February, one day before the invasion*)."""
        before = self._anchors.told[-1] if self._anchors.told else None
        grain = before.value.granularity if before else None
        if before is None or grain not in _APPOSED_GRAINS or span_of(before.value.value) is None:
            return None
        gap = self._text[before.end : mention.start]
        another = gap == " and " and before.value.derivation == "same_as" and mention.value.shift != before.value.shift
        if not (another or _APPOSED.fullmatch(gap)):
            return None
        return filled(mention, before.value.value, "same_as", Anchor(before.value.value, before.start, grain))
