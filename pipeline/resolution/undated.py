"""Years that dates leave out: each date as a point, the course of the narrative through them, and what it tells of each."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.frozen import replace
from pipeline.records import Document, Mention, Sentence, Tokens
from pipeline.resolution.eras import with_eras
from pipeline.resolution.home import Home, lead_end
from pipeline.resolution.leanings import Leanings
from pipeline.resolution.years import Point, find_course, in_a_row
from pipeline.rules.dates import side_of, years_in
from pipeline.timex import Shift, Timex, written_year

__all__ = ["Undated"]

Date = Mention[Timex]

_SEASON_MONTHS = {"WI": 1, "SP": 4, "SU": 7, "FA": 10, "H1": 3, "H2": 9, "Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11}
_LISTED = re.compile(r"\s?[-–—/,]\s?|,?\s(?:and|or|to|until|through)\s(?:the\s|on\s|in\s)?")
_NAMED = re.compile(r"\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s(?:of|in)\s")
_PARAGRAPH = 0.6
_LOOK_AHEAD, _BEGINNINGS = 24, 6
"""How many dates are looked at for the year in which a text begins, and how many such years are weighed."""
_NEAR, _SOON = 2, 2
"""Sentences within which a date is near the one before, and months within which that may state the year of both."""
_A_YEAR = 12
_MONTHS_IN = {"month": 1.0, "week": 7 / 30}
_MOD_MONTHS = {"START": 2, "MID": 6, "END": 12}
_WHEN = re.compile(r",?\s(?:when\b|(?:[\w’'-]+\s){1,4}had\s)")
_FLASHBACK = 1.2
"""What it costs a date with which a sentence opens to be an aside if a pluperfect follows."""
_FRONT = 24
"""Characters within which a date stands at the head of its sentence (*At Jankau, on 6 March 1645, …*)."""
_PARTIAL = re.compile(r"(?P<sign>-?)(?P<year>\d{4}|XXXX)(?:-(?P<part>\d\d|[A-Z][A-Z0-9]))?(?P<rest>.*)")


class Undated:
    """The dates of one document as points of its course."""

    def __init__(self, document: Document, tokens: Tokens, dates: tuple[Date, ...]) -> None:
        self._document = document
        self._tokens = tokens
        self._text = tokens.text
        self._leanings = Leanings(tokens)
        self._dates = with_eras(list(dates))
        self._section = ""
        self._settled: str | None = None
        """The section in which a date has stated its year and month at the head of a sentence."""
        self._headed: dict[str, tuple[int, int] | None] = {}
        """Section → the years that its heading names."""
        self._last: Sentence | None = None
        self.lead_end = lead_end(document, tokens)

    def filled(self) -> tuple[list[Date], set[int]]:
        """The dates with the years that they left out, and the start offsets of those that are asides."""
        indices, points = [], []
        for index, mention in enumerate(self._dates):
            point = self._point(index, mention)
            if point is not None:
                indices.append(index)
                points.append(point)
        stating = [at for at, p in enumerate(points) if not (p.same or p.months)]
        for at, next_at in pairwise(stating):
            points[next_at] = _behind_stated(points[next_at], points[at])
        for at, next_at in pairwise(stating):
            points[at] = _before_stated(points[at], points[next_at])
        start, whence = self._first_years(points)
        home, named = self._home([self._dates[i] for i in indices], points)
        course = find_course(points, start, home)
        before: Date | None = None
        last: Date | None = None
        asides: set[int] = set()
        for index, point, year, way in zip(indices, points, course.years, course.ways, strict=True):
            mention = self._dates[index]
            if point.same or point.months:
                continue
            if point.later is not None:
                if way == "beside" and point.later and year and last:
                    value = replace(mention.value, value=written_year(year), derivation="relative", anchor=last.start)
                    self._dates[index] = replace(mention, value=value)
                continue
            if year is not None and (mention.value.start or mention.value.value).startswith("XXXX"):
                anchor = {"home": named, "beside": last}.get(way, before)
                mention = self._with_year(mention, year, anchor, whence)
            if way == "aside":
                mention = replace(mention, value=replace(mention.value, aside=True))
                asides.add(mention.start)
            elif way != "beside":
                before = mention
            self._dates[index] = last = mention
        return self._dates, asides

    def _first_years(self, points: list[Point]) -> tuple[tuple[int, ...], str]:
        """The years a text may begin in: that of its title or its record, else those that its first dates state."""
        for text, whence in (
            (self._document.title, "from_title"),
            (self._document.reference_date or "", "from_document"),
        ):
            said = years_in(text)
            if said:
                return said[:1], whence
        if points and points[0].year is not None:
            return (), "from_following"
        dated = [p for p in points[:_LOOK_AHEAD] if p.year is not None]
        # *a banner from the king's 1649 commission … On 28 September 1651*: a bare year within a sentence is the likeliest to be of something else.
        dated.sort(key=lambda p: p.month is None and not p.fronted)
        stated = list(dict.fromkeys(p.year for p in dated if p.year is not None))
        first = next((at for at, p in enumerate(points) if p.year is not None), 0)
        month = points[first].month if points else None
        if stated and month and any((p.month or 0) > month for p in points[:first]):
            stated.insert(1, _year_before(stated[0]))  # *arriving on 2 December. On 25 April 1915, …*
        return tuple(dict.fromkeys(stated))[:_BEGINNINGS], "from_following"

    def _home(self, dates: list[Date], points: list[Point]) -> tuple[Home | None, Date | None]:
        """When what the text is about happened, by its title and its lead, and the first date of the lead; None for a title's year."""
        titled = tuple(map(in_a_row, years_in(self._document.title)))
        lead = [
            (m, None if p.year is None else in_a_row(p.year), p.month)
            for m, p in zip(dates, points, strict=True)
            if m.start < self.lead_end and p.later is None and not (p.same or p.months)
        ]
        first = next((m for m, year, _ in lead if year is not None), None)
        return Home.of(titled, [date[1:] for date in lead]), None if titled else first

    def _place(self, sentence: Sentence) -> int:
        """Whether a date is the first of a paragraph (1) or section (2) whose heading has none."""
        last = self._last
        if last is None or last.paragraph == sentence.paragraph or last.kind == "heading":
            return 0
        return 2 if last.section != sentence.section else 1

    def _point(self, index: int, mention: Date) -> Point | None:
        value, shift = mention.value, mention.value.shift
        week = value.type == "DURATION" and value.start is not None
        if value.type not in ("DATE", "TIME") and not week:
            return None
        if shift is not None and shift.base == "clock" and shift.unit in ("year", "season") and (shift.count or 0) > 0:
            return self._counted_on(mention, shift)
        if shift is not None and (back := self._counted_back(index, mention, shift)) is not None:
            return back
        if shift is not None and shift.base == "clock" and (on := self._on_the_way(mention, shift)) is not None:
            return on
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
        year = None if parts["year"] == "XXXX" else int(parts["sign"] + parts["year"])
        month = _month_of(part, year)
        if part is None and value.mod in _MOD_MONTHS:
            month = _MOD_MONTHS[value.mod] - (self._text[mention.start] in "lL")  # late in a year is before its end
        if year is None and part is None:
            return None
        if year is None and value.granularity == "season" and self._leanings.is_generic(mention.end):
            return None
        stated = self._stated_beside(index, month) if year is None else None
        sentence = self._tokens.sentence_at(mention.start)
        heading = sentence.kind == "heading"
        if heading and year is not None and value.range_with is not None and value.range_with < mention.start:
            return None  # a section headed *2004–2005* begins in 2004
        first = sentence.opens_at(mention.start)
        bracketed = self._leanings.is_bracketed(mention.start)
        stated_here = year is not None and month is not None
        opens_section = stated_here and sentence.section != self._section and not bracketed
        near = self._is_near(sentence)
        place = self._place(sentence)
        glance = value.granularity == "year" and self._last is sentence
        settled = self._settled == sentence.section
        self._section, self._last = sentence.section, sentence
        lean = self._leanings.lean(mention, first=first)
        if stated_here and not lean and first and not heading:
            self._settled = sentence.section
        cost = self._leanings.cost_of_aside(mention, first, heading or opens_section, lean)
        flashback = first and year is not None and not heading and self._leanings.opens_flashback(mention)
        if flashback and month is not None:
            cost = min(cost, _FLASHBACK)
        reset = self._reset(sentence, heading)
        return Point(
            stated if stated is not None else year,
            month,
            cost,
            opens=first,
            fronted=mention.start - sentence.start <= _FRONT,
            lean=lean,
            leap=value.value.endswith("-02-29"),
            winter=part == "WI",
            reset=reset,
            near=near,
            place=place,
            behind=mention.start >= self.lead_end,
            glance=glance,
            bracketed=bracketed,
            side=side_of(sentence.section),
            settled=settled and year is None,
            headed=None if heading else self._years_over(sentence.section),
            told=flashback or (lean == -1 and self._leanings.has_happened(mention.start, mention.end)),
        )

    def _years_over(self, section: str) -> tuple[int, int] | None:
        """The first and last of the years that the innermost heading over a sentence names which names any."""
        if section not in self._headed:
            named = next((found for name in reversed(section.split(" > ")) if (found := years_in(name))), ())
            self._headed[section] = (min(named), max(named)) if named else None
        return self._headed[section]

    def _on_the_way(self, mention: Date, shift: Shift) -> Point | None:
        """A date that moves the clock within its year or by months (*in April of that year*, *six weeks later*); None for others."""
        months = (shift.count or 0) * _MONTHS_IN.get(shift.unit, 0)
        if months > 0:  # not *Fifteen months later it declared war on Germany as well*, a look ahead
            return Point(None, None, 0.0, months=round(months)) if 0 < round(months) < _A_YEAR else None
        part = _PARTIAL.fullmatch(mention.value.value)
        month = _month_of(part["part"], None) if part else None
        if (
            shift.count != 0
            or shift.unit not in ("year", "season")
            or month is None
            or part is None
            or part["part"] == "WI"
        ):
            return None
        return Point(None, month, 0.0, same=True)

    def _counted_on(self, mention: Date, shift: Shift) -> Point | None:
        """A date some years later than the narrative's (*two years later*, *in May of the following year*), or in its next season."""
        sentence = self._tokens.sentence_at(mention.start)
        season = mention.value.value.partition("-")[2] if shift.unit == "season" else None
        part = _PARTIAL.fullmatch(mention.value.value)
        counted = season or mention.value.granularity in ("year", None) or (part is not None and shift.unit == "year")
        month = _month_of(season or (part["part"] if part else None), None)
        if not counted or (season and month is None):
            return None
        opens = sentence.opens_at(mention.start) or self._text.startswith("; ", mention.start - 2)
        if (shift.count or 0) > 1 and not opens:
            return None  # a look ahead: *died of his wound 44 years later*
        near = self._is_near(sentence)
        self._section, self._last = sentence.section, sentence
        later = 0 if season else shift.count
        return Point(None, month, 0.0, near=near, behind=mention.start >= self.lead_end, later=later)

    def _counted_back(self, index: int, mention: Date, shift: Shift) -> Point | None:
        """The years before the narrative's of which a sentence tells a day (*had begun the year before, when he landed on 23 July*)."""
        if shift.base != "clock" or (shift.count or 0) >= 0 or mention.value.value != "XXXX":
            return None
        if not _WHEN.match(self._text, mention.end):
            return None
        sentence = self._tokens.sentence_at(mention.start)
        day = self._dates[index + 1] if index + 1 < len(self._dates) else None
        if day is None or day.start >= sentence.end or not day.value.value.startswith("XXXX-"):
            return None
        near = self._is_near(sentence)
        self._section, self._last = sentence.section, sentence
        return Point(None, None, 0.0, near=near, behind=mention.start >= self.lead_end, later=shift.count)

    def _is_near(self, sentence: Sentence) -> bool:
        """Whether the date before stands in a sentence or in one of the two before it, in its paragraph."""
        last = self._last
        return last is not None and last.paragraph == sentence.paragraph and sentence.index - last.index <= _NEAR

    def _stated_beside(self, index: int, month: int | None) -> int | None:
        """The year that the other end of a range or list states after this date (*May–August 1950*, *June and July 1942*)."""
        at = index
        while at + 1 < len(self._dates):
            here, there = self._dates[at], self._dates[at + 1]
            gap = self._text[here.end : there.start]
            named = here.value.granularity in ("season", "month") and _NAMED.fullmatch(gap) is not None
            glossed = gap == " (" or (gap == ") " and self._text[here.start - 1] == "(")
            if here.value.range_with != there.start and not (named or glossed or _LISTED.fullmatch(gap)):
                return None
            parts = _PARTIAL.fullmatch(there.value.value)
            fine = ("year",) if named or gap == ") " else ("month", "day", "season", "time")
            if not parts or there.value.granularity not in fine:
                return None
            if parts["year"] != "XXXX":
                year = int(parts["sign"] + parts["year"])
                later = _month_of(parts["part"], year)
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


def _behind_stated(point: Point, before: Point) -> Point:
    """The date with whether it goes on from a year that the date before states at the head of its sentence: *In March 1645 …, and in December …*."""
    stated = before.year is not None and before.month is not None and before.fronted
    return replace(point, goes_on=True) if stated and point.near and not point.lean and point.year is None else point


def _before_stated(point: Point, following: Point) -> Point:
    """A date that opens a paragraph, with the year that the next sentence states for a date soon after it (*in late April. On 26 April 1982*)."""
    if not point.place or point.year is not None or point.month is None:
        return point
    soon = following.month is not None and (following.month - point.month) % 12 <= _SOON
    if not (soon and following.near and following.lean == 0 and following.year is not None):
        return point
    year = in_a_row(following.year)
    return replace(point, ahead=year - 1 if following.month and point.month > following.month else year)


def _month_of(part: str | None, year: int | None) -> int | None:
    """The month of a part of a year; the winter of a stated year begins in its December."""
    if part is None:
        return None
    if part == "WI" and year is not None:
        return 12
    return int(part) if part.isdigit() else _SEASON_MONTHS.get(part)


def _year_before(year: int) -> int:
    return year - 1 if year != 1 else -1
