"""Resolution of dates: open parts filled from the narrative, the headings, the title and the record's date.

Every date that is resolved says how (``derivation``) and from which mention (``anchor``); what nothing supports stays open, and its derivation
says why: ``unresolved_vague`` (no number), ``unresolved_event`` (counted from an event without a date), ``unresolved_no_anchor``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.records import Document, Mention, Parse, Sentence, Tokens
from pipeline.resolution.years import Point, find_course
from pipeline.rules.dates import date_vocabulary
from pipeline.timex import UNITS, Shift, Span, Timex, narrowed, shifted, span_of, written_year

__all__ = ["resolve_dates"]

Date = Mention[Timex]

_SEASON_MONTHS = {"WI": 1, "SP": 4, "SU": 7, "FA": 10, "H1": 3, "H2": 9, "Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11}
_LISTED = re.compile(r"\s?[-–—/,]\s?|,?\s(?:and|or|to|until|through)\s(?:the\s|on\s|in\s)?")
_NAMED = re.compile(r"\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s(?:of|in)\s")
_ENDS_PHRASE = re.compile(
    r"\s?[,.;:)]|\s(?:of|and|or|in|at|by|to|the|a|an|when|with|as|but|for|on|was|were|after|before|until|[A-Z])|$"
)
_COMMON_NOUN = re.compile(r"\s(?P<noun>[a-z][\w-]+)")
_APPOSED = re.compile(r",\s|\s\(|\s?[-–—]\s?")
_TIME_AND_DAY = re.compile(r"(?:,?\s\w+\stime)?,?\s(?:on\s|of\s)?(?:the\s)?")
_PARAGRAPH = 0.6
_LOOK_AHEAD, _BEGINNINGS = 24, 6
"""How many dates are looked at for the year in which a text begins, and how many such years are weighed."""
_FIRST, _INNER, _FIRST_YEAR, _INNER_YEAR = 4.0, 2.2, 3.0, 1.8
_MARKED = 0.9
_MOD_MONTHS = {"START": 2, "MID": 6, "END": 11}
_PARTIAL = re.compile(r"(?P<sign>-?)(?P<year>\d{4}|XXXX)(?:-(?P<part>\d\d|[A-Z][A-Z0-9]))?(?P<rest>.*)")


def resolve_dates(document: Document, tokens: Tokens, parse: Parse, dates: tuple[Date, ...]) -> tuple[Date, ...]:
    """The dates of a document, resolved in reading order, with first and last day where they are known."""
    return _Narrative(document, tokens, dates).resolved()


@dataclass(slots=True)
class _Anchor:
    """A resolved date that later ones may be counted from."""

    value: str
    start: int
    granularity: str


class _Narrative:
    """The reference time as it runs through one document."""

    def __init__(self, document: Document, tokens: Tokens, dates: tuple[Date, ...]) -> None:
        self._document = document
        self._tokens = tokens
        self._text = tokens.text
        self._dates = _with_eras(list(dates))
        self._sentence_ends = [s.end for s in tokens.sentences]
        self._out: list[Date] = []
        self._asides: set[int] = set()
        self._sentence_start = 0

    def resolved(self) -> tuple[Date, ...]:
        """All mentions with their final values."""
        self._fill_years()
        for index, mention in enumerate(self._dates):
            self._out.append(self._resolve(index, mention))
        return tuple(_with_span(m) for m in self._out)

    # ------------------------------------------------------------------------------------------------------- years

    def _fill_years(self) -> None:
        """Years of dates that leave theirs out, by the course of the narrative."""
        indices, points = [], []
        for index, mention in enumerate(self._dates):
            point = self._point(index, mention)
            if point is not None:
                indices.append(index)
                points.append(point)
        start, whence = self._first_years(points)
        course = find_course(points, start)
        before: Date | None = None
        for index, year, moved in zip(indices, course.years, course.moved, strict=True):
            mention = self._dates[index]
            if year is not None and (mention.value.start or mention.value.value).startswith("XXXX"):
                mention = self._with_year(mention, year, before, whence)
                self._dates[index] = mention
            if moved:
                before = mention
            else:
                self._dates[index] = replace(mention, value=replace(mention.value, aside=True))
                self._asides.add(mention.start)

    def _first_years(self, points: list[Point]) -> tuple[tuple[int, ...], str]:
        """The years a text may begin in: that of its title or its record, else those that its first dates state."""
        for text, whence in (
            (self._document.title, "from_title"),
            (self._document.reference_date or "", "from_document"),
        ):
            said = re.search(r"(?<!\d)(?P<year>1\d{3}|20\d\d)(?!\d)(?P<bc>\sBC)?", text)
            if said:
                return (-int(said["year"]) if said["bc"] else int(said["year"]),), whence
        stated = dict.fromkeys(p.year for p in points[:_LOOK_AHEAD] if p.year is not None)
        return tuple(stated)[:_BEGINNINGS], "from_following"

    def _point(self, index: int, mention: Date) -> Point | None:
        value, shift = mention.value, mention.value.shift
        week = value.type == "DURATION" and value.start is not None
        if value.type not in ("DATE", "TIME") and not week:
            return None
        if shift is not None and not (
            shift.base in ("clock", "next") and shift.unit == "year" and shift.count in (None, 0)
        ):
            return None
        if shift is not None and shift.base == "clock" and shift.count == 0:
            return None
        parts = _PARTIAL.fullmatch(value.start or value.value)
        if not parts or value.granularity in ("decade", "century"):
            return None
        part = parts["part"]
        month = None if part is None or part == "XX" else int(part) if part.isdigit() else _SEASON_MONTHS.get(part)
        year = None if parts["year"] == "XXXX" else int(parts["sign"] + parts["year"])
        if part is None and value.mod in _MOD_MONTHS:
            month = _MOD_MONTHS[value.mod]
        if year is None and part is None:
            return None
        if year is None and value.granularity == "season" and self._is_generic(mention.end):
            return None
        stated = self._stated_beside(index, month) if year is None else None
        sentence = self._tokens.sentence_at(mention.start)
        heading = sentence.kind == "heading"
        first = mention.start - sentence.start <= 12
        cost, reset = self._aside(mention, first, heading), self._reset(sentence, heading)
        return Point(
            stated if stated is not None else year,
            month,
            cost,
            opens=first,
            past=value.relation == "since",
            leap=value.value.endswith("-02-29"),
            reset=reset,
        )

    def _is_generic(self, end: int) -> bool:
        """Whether a season describes what comes with every one (*winter quarters*), not a happening of one year (*spring offensive*)."""
        noun = _COMMON_NOUN.match(self._text, end)
        return (
            noun is not None
            and noun["noun"] not in date_vocabulary().happenings.words
            and not _ENDS_PHRASE.match(self._text, end)
        )

    def _stated_beside(self, index: int, month: int | None) -> int | None:
        """The year that the other end of a range or list states after this date (*May–August 1950*, *June and July 1942*)."""
        at = index
        while at + 1 < len(self._dates):
            here, there = self._dates[at], self._dates[at + 1]
            gap = self._text[here.end : there.start]
            named = here.value.granularity in ("season", "month") and _NAMED.fullmatch(gap) is not None
            if here.value.range_with != there.start and not named and not _LISTED.fullmatch(gap):
                return None
            parts = _PARTIAL.fullmatch(there.value.value)
            fine = ("year",) if named else ("month", "day", "season", "time")
            if not parts or there.value.granularity not in fine:
                return None
            if parts["year"] != "XXXX":
                year, part = int(parts["sign"] + parts["year"]), parts["part"] or ""
                later = int(part) if part.isdigit() else _SEASON_MONTHS.get(part)
                wraps = month is not None and later is not None and month > later
                return _year_before(year) if wraps else year
            at += 1
        return None

    def _reset(self, sentence: Sentence, heading: bool) -> float:
        """What a jump of the clock costs in a sentence: little in a heading, less than elsewhere where a paragraph begins."""
        if heading:
            return 0.4
        before = self._tokens.sentences[sentence.index - 1] if sentence.index else None
        return _PARAGRAPH if before is None or before.paragraph != sentence.paragraph else 1.0

    def _aside(self, mention: Date, first: bool, heading: bool) -> float:
        """What it costs to take a date for an aside: less, the plainer its marks are."""
        text, start, end = self._text, mention.start, mention.end
        if heading:
            return 3.0
        cost = _FIRST if first else _INNER
        value = mention.value
        if value.granularity == "year" and value.shift is None:
            cost = _FIRST_YEAR if first else _INNER_YEAR
            if re.match(
                r"\s(?!and\b|or\b|to\b|in\b|at\b|by\b|when\b|the\b|a\b|after\b|with\b|as\b|but\b|for\b|on\b|was\b|were\b)[\w-]+",
                text[end : end + 20],
            ):
                cost = min(cost, 0.7)
        if (
            value.granularity == "season"
            and value.shift
            and value.shift.base == "clock"
            and not _ENDS_PHRASE.match(text, end)
        ):
            cost = 0.5
        if value.relation in ("since", "as of") or (
            value.relation in ("of", "until", "before") and value.granularity == "year"
        ):
            cost = min(cost, 0.8)
        if text[max(0, start - 1) : start] == "(" or (
            text.rfind("(", max(0, start - 60), start) > text.rfind(")", max(0, start - 60), start)
        ):
            cost = min(cost, _MARKED)
        sentence = self._tokens.sentence_at(start)
        if re.search(
            r"\bhad\s(?:\w+ly\s|already\s|once\s|not\s|also\s)?\w+(?:ed|en|n|t)\b",
            text[max(sentence.start, start - 90) : min(sentence.end, end + 60)],
        ) and not (first or value.relation == "by"):
            cost = min(cost, _MARKED)
        if value.range_with is not None and value.range_with < start:
            cost = min(cost, 0.6)
        return cost

    def _with_year(self, mention: Date, year: int, before: Date | None, whence: str) -> Date:
        value = mention.value
        if value.start and value.end:  # the week of a month
            start, end = (written_year(year) + day.removeprefix("XXXX") for day in (value.start, value.end))
            value = replace(value, start=start, end=end, derivation="year_from_context")
            return replace(mention, value=replace(value, anchor=before.start if before else None))
        filled = written_year(year) + value.value.removeprefix("XXXX")
        if before is None:
            derivation, anchor = whence, None
        else:
            heading = self._tokens.sentence_at(before.start).kind == "heading"
            derivation, anchor = ("from_heading" if heading else "year_from_context"), before.start
        beside = value.range_with
        if value.shift and value.shift.base == "next":
            derivation, anchor = "range", beside
        return replace(mention, value=replace(value, value=filled, derivation=derivation, anchor=anchor))

    # ---------------------------------------------------------------------------------------------------- relative

    def _resolve(self, index: int, mention: Date) -> Date:
        value, shift = mention.value, mention.value.shift
        self._sentence_start = self._tokens.sentence_at(mention.start).start
        if shift is None or ("X" not in value.value and not value.value.endswith("_REF")):
            return mention
        if value.value.startswith("XXXX-") and shift.unit == "year" and shift.count is None:
            return self._open(mention, "unresolved_no_anchor")
        return self._shifted(index, mention, shift)

    def _open(self, mention: Date, why: str) -> Date:
        return replace(mention, value=replace(mention.value, derivation=why))

    def _anchor(self, grains: tuple[str, ...], *, span: int = 40, clock: bool = False) -> _Anchor | None:
        """The last date before that is as fine as asked; with ``clock``, asides of earlier sentences are passed over."""
        for m in reversed(self._out[-span:]):
            if m.start in self._asides and m.start < self._sentence_start and clock:
                continue
            plain = m.value.value.partition("T")[0]
            if m.value.type in ("DATE", "TIME") and m.value.granularity in grains and span_of(plain):
                return _Anchor(plain, m.start, "day" if m.value.granularity == "time" else m.value.granularity)
        return None

    def _filled(self, mention: Date, value: str, derivation: str, anchor: _Anchor | None) -> Date:
        return replace(
            mention,
            value=replace(mention.value, value=value, derivation=derivation, anchor=anchor.start if anchor else None),
        )

    def _shifted(self, index: int, mention: Date, shift: Shift) -> Date:
        if shift.base == "day_one":
            return self._counted(mention)
        if shift.unit == "part":
            return self._part(index, mention, shift)
        if shift.base == "event":
            beside = self._same_as_beside(mention)
            if beside or not self._event_is_near(shift):
                return beside or self._open(mention, "unresolved_event")
        if shift.unit == "weekday":
            return self._weekday(mention, shift)
        if shift.unit == "season" or (shift.unit == "year" and mention.value.value != "XXXX"):
            return self._within_year(mention, shift)
        if shift.unit == "month" and mention.value.value.startswith("XXXX-XX-"):
            return self._within_month(mention)
        if shift.base == "previous" or re.fullmatch(r"XX\d+", mention.value.value):
            return self._short(mention)
        if shift.count is None:
            return self._open(mention, "unresolved_vague")
        if shift.unit in ("span", "hour", "minute", "second"):
            return self._same_time(mention, shift)
        return self._counted_units(mention, shift)

    def _event_is_near(self, shift: Shift) -> bool:
        """Whether the event that a date is counted from is plausibly the one told just before: a date stands close before."""
        if shift.count in (None, 0) or shift.unit not in ("day", "week", "month", "year"):
            return False
        last = next(
            (m for m in reversed(self._out) if m.value.type in ("DATE", "TIME") and span_of(m.value.value)), None
        )
        near = (
            last is not None
            and self._tokens.sentence_at(last.start).index >= self._tokens.sentence_at(self._sentence_start).index - 3
        )
        return (
            near
            and last is not None
            and last.value.granularity in (("day", "time") if shift.unit in ("day", "week") else UNITS)
        )

    def _counted_units(self, mention: Date, shift: Shift) -> Date:
        """So many units before or after the last date that is fine enough, or the unit that holds it."""
        unit, count = shift.unit, shift.count or 0
        grains = {
            "day": ("day", "time"),
            "week": ("day", "time"),
            "weekend": ("day", "time"),
            "month": ("day", "time", "month"),
            "year": ("day", "time", "month", "season", "year"),
            "decade": ("day", "time", "month", "season", "year", "decade"),
            "century": ("day", "time", "month", "season", "year", "decade", "century"),
        }.get(unit)
        anchor = self._anchor(grains, clock=unit in ("year", "decade", "century")) if grains else None
        month = self._anchor(("day", "time", "month"), span=6, clock=True) if unit == "day" else None
        if month and month.granularity == "month":
            return self._some_day(mention, month)
        if anchor is None:
            return self._open(mention, "unresolved_no_anchor")
        if unit == "decade" and abs(count) == 1 and mention.rule == "date/shifted":
            unit, count = "year", 10 * count
        value = shifted(anchor.value, "day" if unit == "weekend" else unit, count)
        if value is None:
            return self._open(mention, "unresolved_no_anchor")
        return self._filled(mention, value, "same_as" if count == 0 else "relative", anchor)

    def _some_day(self, mention: Date, month: _Anchor) -> Date:
        """A day counted from one that the text does not name: somewhere in the month at which the narrative stands."""
        span = span_of(month.value)
        if span is None:
            return self._open(mention, "unresolved_no_anchor")
        value = replace(mention.value, value=f"{month.value}-XX", start=span.start, end=span.end)
        return replace(mention, value=replace(value, granularity="month", derivation="relative", anchor=month.start))

    def _same_time(self, mention: Date, shift: Shift) -> Date:
        anchor = self._anchor(("day", "time", "month", "season", "year"), span=3)
        if anchor is None or shift.unit != "span":
            return self._open(mention, "unresolved_vague")
        span = span_of(anchor.value)
        value = replace(mention.value, derivation="same_as", anchor=anchor.start)
        if span:
            value = replace(value, start=span.start, end=span.end, granularity=anchor.granularity)
        return replace(mention, value=value)

    def _part(self, index: int, mention: Date, shift: Shift) -> Date:
        """A part of the narrative's day, or of the day that stands beside it (*at 11 a.m. on 11 November*)."""
        if shift.count is None:
            return self._open(mention, "unresolved_vague")
        code = "T" + mention.value.value.partition("T")[2]
        beside = self._dates[index + 1] if index + 1 < len(self._dates) else None
        if beside and shift.count == 0 and beside.value.granularity == "day" and "X" not in beside.value.value:
            day_beside = _Anchor(beside.value.value, beside.start, "day")
            if _TIME_AND_DAY.fullmatch(self._text[mention.end : beside.start]):
                return self._filled(mention, beside.value.value + code, "same_as", day_beside)
        anchor = self._anchor(("day", "time"), span=6)
        day = anchor and shifted(anchor.value, "day", shift.count)
        if not anchor or not day:
            return self._open(mention, "unresolved_no_anchor")
        return self._filled(mention, day + code, "relative" if shift.count else "same_as", anchor)

    def _counted(self, mention: Date) -> Date:
        """A counted day (*the fourth day of the battle*): the date it stands beside; what it counts from is not known."""
        return self._same_as_beside(mention) or self._open(mention, "unresolved_event")

    def _same_as_beside(self, mention: Date) -> Date | None:
        """The day that stands right before and means the same (*on 23 February, one day before the invasion*)."""
        before = self._out[-1] if self._out else None
        if before is None or before.value.granularity != "day" or span_of(before.value.value) is None:
            return None
        if not _APPOSED.fullmatch(self._text[before.end : mention.start]):
            return None
        return self._filled(mention, before.value.value, "same_as", _Anchor(before.value.value, before.start, "day"))

    def _weekday(self, mention: Date, shift: Shift) -> Date:
        anchor = self._anchor(("day", "time"), span=4)
        wanted = int(mention.value.value[9])
        span = anchor and span_of(anchor.value)
        if not anchor or not span:
            return self._open(mention, "unresolved_no_anchor")
        ahead = (wanted - 1 - (span.first - 1)) % 7
        if shift.count == 1 and ahead == 0:
            ahead = 7
        if shift.count == -1:
            ahead = ahead - 7
        value = shifted(anchor.value, "day", ahead)
        return self._filled(mention, (value or "") + mention.value.value[10:], "relative", anchor)

    def _within_year(self, mention: Date, shift: Shift) -> Date:
        """A month, season or half of the narrative's year, or of the one beside it (*the following spring*)."""
        anchor = self._anchor(("day", "time", "month", "season", "year"), clock=True)
        if anchor is None or shift.count is None:
            return self._open(mention, "unresolved_no_anchor")
        value = mention.value.value.removeprefix("XXXX")
        count = shift.count
        if value == "-WI" and count == 0 and re.fullmatch(r"-?\d{4}-(?:09|1[012]).*", anchor.value):
            count = 1  # a winter is named after the year in which it ends
        if shift.unit == "season" and anchor.granularity != "year":
            count = self._season_shift(anchor.value, value, count)
        year = shifted(anchor.value, "year", count)
        if year is None:
            return self._open(mention, "unresolved_no_anchor")
        return self._filled(mention, year + value, "relative" if shift.count else "same_as", anchor)

    def _season_shift(self, anchor: str, value: str, count: int) -> int:
        """How many years on the next or last month or season of that name lies."""
        here, there = span_of(anchor), span_of(f"{anchor[: 5 if anchor[0] == '-' else 4]}{value}")
        if here is None or there is None:
            return count
        if count > 0:
            return 0 if there.first > here.last else 1
        if count < 0:
            return 0 if there.last < here.first else -1
        return 0

    def _within_month(self, mention: Date) -> Date:
        anchor = self._anchor(("day", "time", "month"), span=8)
        if anchor is None:
            return self._open(mention, "unresolved_no_anchor")
        value = f"{anchor.value[: 8 if anchor.value[0] == '-' else 7]}{mention.value.value[7:]}"
        if span_of(value) is None:
            return self._open(mention, "unresolved_no_anchor")
        return self._filled(mention, value, "relative", anchor)

    def _short(self, mention: Date) -> Date:
        """The century of a year or decade that gives its last digits only."""
        anchor = self._anchor(("day", "time", "month", "season", "year", "decade"))
        if anchor is None or anchor.value.startswith("-"):
            return self._open(mention, "unresolved_no_anchor")
        century, digits = int(anchor.value[:2]), mention.value.value[2:]
        beside = mention.value.range_with == anchor.start
        if beside and len(digits) == 2 and int(digits) < int(anchor.value[2:4]):
            century += 1
        elif len(digits) == 2 and int(digits) > int(anchor.value[2:4].ljust(2, "9")) + 10:
            century -= 1
        return self._filled(mention, f"{century:02d}{digits}", "range" if beside else "year_from_context", anchor)


def _year_before(year: int) -> int:
    return year - 1 if year != 1 else -1


def _with_eras(dates: list[Date]) -> list[Date]:
    """Years without an era take that of the date beside them or of the last one that states it."""
    era, out = "", []
    for index, mention in enumerate(dates):
        value = mention.value
        if value.shift and value.shift.unit == "era":
            beside = dates[index + 1].value.value if value.shift.base == "next" and index + 1 < len(dates) else era
            sign = "-" if beside.startswith("-") else ""
            filled = sign + value.value
            derivation = "year_from_context" if sign else "explicit"
            out.append(replace(mention, value=replace(value, value=filled, shift=None, derivation=derivation)))
            continue
        if value.type == "DATE" and "X" not in value.value and value.value[:1] in "-0123456789":
            era = "-" if value.value.startswith("-") else "+"
        out.append(mention)
    return out


def _with_span(mention: Date) -> Date:
    value = mention.value
    if value.start and value.start.startswith("X"):
        return replace(mention, value=replace(value, start=None, end=None, granularity=None))
    if value.type not in ("DATE", "TIME") or value.start:
        return mention
    span = span_of(value.value)
    if span is None and "T" in value.value:
        span = span_of(value.value.partition("T")[0])
        span = span and Span(span.first, span.last, "time")
    if span is None:
        return mention
    if value.mod:
        span = narrowed(span, value.mod)
    return replace(
        mention, value=replace(value, start=span.start, end=span.end, granularity=value.granularity or span.granularity)
    )
