"""The years that dates leave out: a beam search for the most even course of the narrative through a text's dates.

Each date either moves the narrative's clock or is an aside (a flashback, a look ahead, a year in a name) that leaves it where it stood. Jumps
cost, backward ones more than forward ones; an aside costs less the plainer its marks are. The cheapest course over the whole text gives every
date without a year its year, from the text before it and, where that tells nothing, from the text after it.

What a text is about (its title's years, the dates of its lead) is where the narrative sets out once the lead is over, and where it comes back
from what it tells of earlier years, at the beginning of a paragraph: ending before it costs the more the farther off.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from operator import itemgetter
from typing import NamedTuple

from pipeline.frozen import dataclass
from pipeline.resolution.home import Home
from pipeline.timex import span_of, written_year

__all__ = ["Course", "Point", "find_course", "in_a_row"]

_BEAM = 8
_STRIDE = 2
"""Months that a year counts where the narrative goes by years."""
_LATER_START = 0.45
"""What it costs to begin in a year that the text states later."""
_UNMARKED = 2.2
"""What an aside costs without any mark of one."""
_JUST_BEFORE, _ALL_BUT_A_YEAR = 2, 0.4
"""Months before the date right before it to which a date rather goes back, and what it costs it to be of the next year instead."""
_GLANCE, _GLANCED = 0.9, 2
"""What it costs a year behind a finer date in its sentence to be a glance ahead, and how many years ahead at most it is none."""
_PASSED = 1.5
"""What it costs a date without a year to pass over the other year that the date right before it has stated, as an aside without marks."""
_NOWHERE = 2.0
"""What it costs to go back to a year that the text states nowhere: a text that goes back to another year says which."""
_UNSAID = 1.5
"""What it costs a date that goes on from a stated year to be of the year before."""
_PLAIN = 1.0
"""A date without a year may be an aside if that costs less than this."""
_BACKWARD = 1.3
"""Weight of a step back against a step forward, for dates without a year."""
_LONGEST = 4.0
"""What a jump forward costs at most, however far: a text may skip years."""
_STATED = 0.75
"""Weight of a jump to a date that states its year."""
_FAR_AHEAD = 1.5
"""What such a jump forward costs at most."""
_RETURN = (0.0, 1.2, 0.8)
"""What it costs to come back to the time that the text is about, by the place of the date."""
_LEFT = 1.0
"""What it costs the first date behind the lead to be reckoned from the last one of the lead, not from what the text is about."""
_WRONG_SIDE = 2.0
"""What it costs a date to lie after what the text is about in a section on what came before, or the other way round."""
_AWAY, _BEYOND = (0.0, 0.3, 0.6), (0.0, 0.0, 0.3)
"""Weights of the distance of a date from what the text is about, years before it or after it, by the place of the date."""
_LATER, _NOT_LATER = 0.2, 0.9
"""What it costs a date that counts years on to move the clock, and to leave it where it states no month."""
_AHEAD = 0.6
"""What it costs a date to be of another year that the next one states."""
_NOWHERE_BEFORE = 1.0
"""What the year before that costs in a section on what came before, which need not say so."""
_PASSED_TOLD, _FLASHBACK, _GOES_ON = 0.6, 0.5, 0.5
"""What it costs a near date to pass over a flashback, to go on from it, and the weight of the months between."""
_IN_A_ROW = 0.2
"""What it costs a date in parentheses to go on from the one right before."""
_SETTLED = 1.5
"""What it costs more to come back from a section whose time was stated."""
_OUTSIDE, _JUST_OUTSIDE = 3.0, 0.4
"""What it costs a date without a year to lie outside the years of the heading over it, and in the first weeks behind them."""
_ASTRAY, _ASTRAY_UNTITLED = 3.0, 1.5
"""What it costs at most to end before what the text is about, unless in a section on what came before; less where only its lead says when that was."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date as the course sees it."""

    year: int | None
    """The year it states (BC years negative, no year 0); None where it is left out."""
    month: int | None
    """None for a date that states no month."""
    aside: float
    """What it costs to take the date for an aside."""
    opens: bool = False
    """Whether it opens its sentence: a year that does begins a new count of months."""
    fronted: bool = False
    """Whether it stands at the head of its sentence, behind a place or not."""
    lean: int = 0
    """Where its marks lead from the clock: -2 certainly back (*since March*), -1 back (a flashback), 1 ahead (a plan), 0 nowhere."""
    leap: bool = False
    """Whether it is 29 February."""
    winter: bool = False
    """Whether it is a winter, which is named after the year in which it ends."""
    near: bool = False
    """Whether the date before stands in its sentence, or in one of the two before it in the paragraph."""
    reset: float = 1.0
    """What a jump of the clock costs here, against elsewhere: less at a heading and at the beginning of a paragraph."""
    place: int = 0
    """Where it stands: 1 the first date of a paragraph, 2 of a section, 0 elsewhere."""
    behind: bool = False
    """Whether it stands behind the lead."""
    ahead: int | None = None
    """Its year in a row, if that is the one which the next date states: it opens a paragraph, and that comes soon."""
    goes_on: bool = False
    """Whether the date right before, near it, has stated its year and month, and no mark leads back."""
    later: int | None = None
    """How many years on from the clock it says it is (*two years later*); 0 for the next month of its name (*the following spring*), below it for
    *the year before, when*, from which dates go on."""
    same: bool = False
    """Whether it says that it is of the clock's year (*in April of that year*, *that autumn*)."""
    months: int = 0
    """How many months on from the clock it says it is (*two months later*)."""
    told: bool = False
    """Whether a pluperfect tells what happened then, so that the text may go on from it."""
    glance: bool = False
    """Whether it is a year alone behind another date of its sentence (*was captured on 3 May 1863, and he died in 1889*)."""
    bracketed: bool = False
    """Whether it stands in parentheses, as the days of battles do (*at the Lech (15 April 1632) and at Alte Veste (3 September)*)."""
    settled: bool = False
    """Whether a date of its section has stated its year and month before it, as what is told there."""
    headed: tuple[int, int] | None = None
    """The first and the last year that the heading over it names; None in a heading, and under none that names a year."""
    side: int = 0
    """On which side of what the text is about its section lies: -1 what came before, 1 what came after."""


@dataclass(frozen=True, slots=True)
class Course:
    """The year of every point, and how it came by it."""

    years: tuple[int | None, ...]
    ways: tuple[str, ...]
    """``moved`` for one that moved the clock from where it stood, ``home`` for one that set it by what the text is about, ``beside`` for one that
    goes on from a flashback, ``aside`` for others."""


class _State(NamedTuple):
    """Its years are numbers in a row, without the gap between 1 BC and AD 1."""

    cost: float
    year: int | None
    month: int | None
    path: tuple[object, int | None, str] | None
    """Linked list of choices: (earlier choices, year given, the way to it)."""
    stands: bool = True
    """False before a date has moved the clock: the title's year holds no date back."""
    passed: float = 0.0
    """What it costs a near date without a year that an aside has stated another one."""
    left: bool = False
    """Whether a date behind the lead has moved the clock."""
    beside: tuple[int, int | None, float] | None = None
    """The year and month of an aside right before, and what it costs a near date to go on from it."""
    bracketed: bool = False
    """Whether that aside stands in parentheses, from which only another such date goes on."""


def in_a_row(year: int) -> int:
    """Years in a row, without the gap between 1 BC and AD 1: what the search reckons in.

    >>> in_a_row(-490) - in_a_row(-491), in_a_row(1) - in_a_row(-1)
    (1, 1)
    """
    return year + 1 if year < 0 else year


def _written(number: int) -> int:
    return number if number > 0 else number - 1


def _jump(state: _State, year: int, month: int | None, *, stated: bool, reset: float) -> float:
    """What it costs the clock to go from where it stands to a year and month."""
    if state.year is None or (stated and not state.stands):
        return 0.0
    years = year - state.year
    if years == 0 and (month is None or state.month is None):
        return 0.0
    # Where a month is open, the nearest one of its year counts.
    here = state.month or (12 if years > 0 else 1)
    there = month or (1 if years > 0 else 12)
    months = 12 * years + there - here
    if month is None and state.month is None:  # a narrative in years strides more widely
        months = _STRIDE * years
    if months == 0:
        return 0.0
    cost = min(log2(1 + months / 3), _LONGEST) if months > 0 else _BACKWARD * log2(1 - months / 2)
    if not stated:
        return cost * reset
    return cost * reset * _STATED if months < 0 else min(cost * reset * _STATED, _FAR_AHEAD)


_WINTER_ENDS = 2
"""The last month of a winter."""


def _candidates(state: _State, point: Point) -> tuple[int, ...]:
    year, month, lean = state.year, point.month, point.lean
    if year is None:
        return ()
    if point.winter and lean >= -1:
        # that of the months told, or the next
        return (year,) if state.month is not None and state.month <= _WINTER_ENDS else (year + 1,)
    if month is None or state.month is None:
        return (year,)
    if lean < -1:
        return (year if month <= state.month else year - 1,)
    if lean > 0:
        return (year if month >= state.month else year + 1,)
    return (year, year + 1 if month < state.month else year - 1)


def find_course(points: list[Point], starts: tuple[int, ...], home: Home | None = None) -> Course:
    """The cheapest course through the points; ``starts`` are the years in which the text may begin, the likeliest first, ``home`` what it is about.

    >>> find_course([Point(1940, 11, 2.0), Point(None, 1, 2.0), Point(1999, None, 0.2), Point(None, 3, 2.0)], ()).years
    (1940, 1941, 1999, 1941)
    """
    beam = [
        _State(_LATER_START * rank, in_a_row(year), None, None, stands=False) for rank, year in enumerate(starts)
    ] or [_State(0.0, None, None, None)]
    stated = [None if point.year is None else in_a_row(point.year) for point in points]
    told = {*map(in_a_row, starts), *stated}
    for point, year in zip(points, stated, strict=True):
        following: dict[tuple[object, ...], _State] = {}
        for state in beam:
            if point.same or point.months:
                choices = [_advanced(state, point)]
            elif point.later is not None:
                choices = _later(state, point, point.later)
            else:
                choices = _choices(state, point, told, home) if year is None else _stated(state, point, year)
            for choice in choices:
                key = choice.year, choice.month, choice.left, choice.beside
                if key not in following or choice.cost < following[key].cost:
                    following[key] = choice
        beam = sorted(following.values(), key=itemgetter(0))[:_BEAM]
    years: list[int | None] = []
    ways: list[str] = []
    ends_before = points and points[-1].side < 0
    path: object = min(beam, key=lambda state: state.cost + (0.0 if ends_before else _astray(state, home))).path
    while isinstance(path, tuple):
        path, year, way = path
        years.append(None if year is None else _written(year))
        ways.append(way)
    years.reverse()
    ways.reverse()
    return Course(tuple(years), tuple(ways))


def _stated(state: _State, point: Point, year: int) -> list[_State]:
    """A date that states its year: it moves the clock, or is an aside."""
    jump = _jump(state, year, point.month, stated=True, reset=point.reset)
    month = state.month if point.month is None and year == state.year and not point.opens else point.month
    if point.lean < -1 and state.stands:
        jump += _UNMARKED
    main = _State(state.cost + jump, year, month, (state.path, year, "moved"), left=point.behind)
    if state.year is None or (state.year == year and not state.stands):
        return [main]
    against = point.lean * (year - state.year) < 0
    marks = _UNMARKED if against else point.aside
    told = point.told
    if point.glance and point.lean < 0 and state.path and state.path[2] == "aside":
        marks, told = _GLANCE / 2, False
    elif point.glance and state.month and year > state.year + _GLANCED:
        marks = min(marks, _GLANCE)
    bracketed = point.bracketed and point.month is not None and not told
    passed = _PASSED if marks >= _PLAIN else _PASSED_TOLD if told else 0.0
    path = (state.path, year, "aside")
    beside = (year, point.month, _IN_A_ROW if bracketed else _FLASHBACK) if told or bracketed else None
    aside = _State(
        state.cost + marks, state.year, state.month, path, state.stands, passed, state.left, beside, bracketed
    )
    return [main, aside]


def _advanced(state: _State, point: Point) -> _State:
    """A date counted in months from the clock, or in its year: it moves the clock on, unless from a flashback."""
    path = (state.path, state.year, "moved")
    if state.year is None or state.beside:
        return state._replace(path=path)
    if point.same:
        cost = _jump(state, state.year, point.month, stated=False, reset=point.reset)
        return state._replace(cost=state.cost + cost, month=point.month, path=path)
    if state.month is None:
        return state._replace(path=path)
    year, month = divmod(12 * state.year + state.month - 1 + point.months, 12)
    return state._replace(year=year, month=month + 1, path=(state.path, year, "moved"))


def _later(state: _State, point: Point, later: int) -> list[_State]:
    """A date that counts years on: from the clock, or from the flashback before it."""
    if state.year is None:
        return [state._replace(path=(state.path, None, "aside"))]
    if later < 0:
        return [state._replace(path=(state.path, state.year + later, "aside"), beside=(state.year + later, None, 0.0))]

    def counted(year: int, month: int | None) -> int:
        return year + (later or int(month is None or point.month is None or point.month <= month))

    year = counted(state.year, state.month)
    cost = state.cost + (state.passed if point.near else 0.0)
    path = (state.path, year, "moved")
    found = [_State(cost + _LATER, year, point.month, path, left=state.left or point.behind)]
    passed_over = _UNMARKED if later and point.month else _NOT_LATER
    found.append(state._replace(cost=cost + passed_over, path=(state.path, year, "aside")))
    if point.near and state.beside and not state.bracketed:
        since, month, cost = state.beside
        year = counted(since, month)
        path = (state.path, year, "beside")
        found.append(state._replace(cost=state.cost + cost + _LATER, path=path, beside=(year, point.month, 0.0)))
    return found


def _choices(state: _State, point: Point, told: set[int | None], home: Home | None) -> list[_State]:
    """A date that leaves its year out: the years that it may be of."""
    found = []
    passed = state.passed if point.near else 0.0
    if state.bracketed and point.near and point.bracketed:
        passed += _PASSED
    leaves = home is not None and point.behind and not state.left
    for year in _candidates(state, point):
        if point.leap and not _has_leap_day(year):
            continue
        jump = _jump(state, year, point.month, stated=False, reset=point.reset) + (_LEFT if leaves else 0.0)
        jump += _outside(point, year)
        if state.year is not None and year < state.year:
            jump += _NOWHERE if year not in told else _UNSAID if point.goes_on else 0.0
        if (
            point.near
            and state.year is not None
            and year > state.year
            and point.month
            and state.month
            and state.month - point.month <= _JUST_BEFORE
        ):
            jump += _ALL_BUT_A_YEAR
        if home and state.left and (home.titled or not point.settled):
            jump += _away(point, year, home)
        cost = state.cost + passed + jump
        # *They wintered at Lund. The next year …*: from the year in which the winter began.
        stands, month = (year - 1, 12) if point.winter else (year, point.month)
        found.append(_State(cost, stands, month, (state.path, year, "moved"), left=point.behind))
        if point.aside < _PLAIN:
            cost = state.cost + passed + min(point.aside, jump) + jump / 4
            path = (state.path, year, "aside")
            found.append(_State(cost, state.year, state.month, path, state.stands, left=state.left))
    if point.ahead and state.year is not None and abs(point.ahead - state.year) > 1:
        path = (state.path, point.ahead, "moved")
        found.append(_State(state.cost + passed + _AHEAD, point.ahead, point.month, path, left=point.behind))
    if point.near and state.beside and point.month and (point.bracketed or not state.bracketed):
        found.append(_going_on(state, state.beside, point.month))
    if home and (leaves or (point.place and home.is_short and _before(state, home) > 0)):
        settled = point.settled and not home.titled
        ways = 0.0 if leaves else _RETURN[point.place] + (_SETTLED if settled else 0.0)
        found.extend(_homeward(state, point, told, home, ways))
    return found or [_State(state.cost, None, None, (state.path, None, "aside"))]


def _outside(point: Point, year: int) -> float:
    """What it costs a date to lie outside the years of the heading over it."""
    if point.headed is None:
        return 0.0
    first, last = map(in_a_row, point.headed)
    if first <= year <= last:
        return 0.0
    return _JUST_OUTSIDE if year == last + 1 and point.month in (1, 2) else _OUTSIDE


def _away(point: Point, year: int, home: Home) -> float:
    """What it costs a date to open a paragraph or section far from what the text is about, unless that is on what came before."""
    if not point.place or point.side < 0:
        return 0.0
    there = 12 * year + (point.month or 1) - 1
    before, after = max(home.first - 12 - there, 0), max(there - home.last, 0) if home.is_short else 0
    return min(_ASTRAY, _AWAY[point.place] * log2(1 + before / 12) + _BEYOND[point.place] * log2(1 + after / 3))


def _going_on(state: _State, beside: tuple[int, int | None, float], month: int) -> _State:
    """A date that goes on from the flashback before it; the clock stays where it stood."""
    year, since, cost = beside
    months = (month - since) % 12 if since else 0
    if since and month < since:
        year += 1
    return state._replace(
        cost=state.cost + cost + _GOES_ON * log2(1 + months / 3),
        path=(state.path, year, "beside"),
        beside=(year, month, 0.0),
    )


def _has_leap_day(year: int) -> bool:
    return span_of(f"{written_year(_written(year))}-02-29") is not None


def _homeward(state: _State, point: Point, told: set[int | None], home: Home, ways: float) -> Iterator[_State]:
    """A date without a year by its distance from what the text is about: in the years of that, the one before and the one after."""
    if point.month is None:
        return
    last = home.last if home.is_short else home.first
    cost = state.cost + ways + (state.passed if point.near else 0.0)
    for there in range(12 * ((home.first - point.month + 1) // 12) + point.month - 1, last + 12, 12):
        year = there // 12
        if point.leap and not _has_leap_day(year):
            continue
        away = point.reset * (log2(1 + max(home.first - there, 0) / 3) + _BACKWARD * log2(1 + max(there - last, 0) / 3))
        # within a year that only the title names may lie what came before or after as well
        begun, over = (home.last, home.first) if home.is_of_a_year else (home.first, last)
        if (point.side < 0 and there > begun) or (point.side > 0 and there < over):
            away += _WRONG_SIDE
        if year < home.first // 12 and year not in told and not (state.beside and state.beside[0] == year):
            away += _NOWHERE_BEFORE if point.side < 0 else _NOWHERE
        away += _outside(point, year)
        yield _State(cost + away, year, point.month, (state.path, year, "home"), left=point.behind)


def _before(state: _State, home: Home) -> int:
    """How many months a clock stands before what the text is about."""
    return 0 if state.year is None else home.first - (12 * state.year + (state.month or 12) - 1)


def _astray(state: _State, home: Home | None) -> float:
    """What it costs a text to end before what it is about, behind its lead."""
    months = _before(state, home) if home and state.left else 0
    return min(_ASTRAY if home and home.titled else _ASTRAY_UNTITLED, log2(months / 3)) if months > 3 else 0.0
