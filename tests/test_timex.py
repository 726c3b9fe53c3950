"""Calendar arithmetic: days, spans of TIMEX3 values, thirds, shifts; BC years without the astronomical shift."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.timex import Span, iso_day, narrowed, ordinal, shifted, span_of, written_year


@given(st.dates())
def test_days_of_our_era_agree_with_the_standard_library(date):
    assert ordinal(date.year, date.month, date.day) == date.toordinal()
    assert iso_day(date.toordinal()) == date.isoformat()


@given(st.integers(min_value=-700_000, max_value=700_000))
def test_a_day_leads_to_its_name_and_back(day):
    assert span_of(iso_day(day)) == Span(day, day, "day")


def test_there_is_no_year_zero():
    assert iso_day(ordinal(1, 1, 1) - 1) == "-0001-12-31"
    assert span_of("0000") is None


@pytest.mark.parametrize(
    ("value", "start", "end", "granularity"),
    [
        ("2016-11-06", "2016-11-06", "2016-11-06", "day"),
        ("2016-11-06TNI", "2016-11-06", "2016-11-06", "time"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("2016-W45", "2016-11-07", "2016-11-13", "week"),
        ("1943-SU", "1943-06-01", "1943-08-31", "season"),
        ("1943-WI", "1942-12-01", "1943-02-28", "season"),
        ("2008-H2", "2008-07-01", "2008-12-31", "season"),
        ("194", "1940-01-01", "1949-12-31", "decade"),
        ("18", "1800-01-01", "1899-12-31", "century"),
        ("-0490", "-0490-01-01", "-0490-12-31", "year"),
        ("-047", "-0479-01-01", "-0470-12-31", "decade"),
        ("-03", "-0399-01-01", "-0300-12-31", "century"),
    ],
)
def test_span_of_a_value(value, start, end, granularity):
    span = span_of(value)
    assert (span.start, span.end, span.granularity) == (start, end, granularity)


@pytest.mark.parametrize(
    "value", ["P3D", "PAST_REF", "XXXX-11-06", "2016-13", "2016-02-30", "2016-00-01", "", "0000-01-01"]
)
def test_no_span(value):
    assert span_of(value) is None


@pytest.mark.parametrize(
    ("value", "mod", "start", "end"),
    [
        ("2016-10", "START", "2016-10-01", "2016-10-10"),
        ("2016-10", "MID", "2016-10-11", "2016-10-20"),
        ("2016-10", "END", "2016-10-21", "2016-10-31"),
        ("1941", "START", "1941-01-01", "1941-04-30"),
        ("1941", "MID", "1941-05-01", "1941-08-31"),
        ("1941", "END", "1941-09-01", "1941-12-31"),
        ("196", "START", "1960-01-01", "1963-12-31"),
        ("196", "MID", "1964-01-01", "1966-12-31"),
        ("196", "END", "1967-01-01", "1969-12-31"),
        ("18", "START", "1800-01-01", "1833-12-31"),
        ("18", "END", "1867-01-01", "1899-12-31"),
        ("1943-SU", "START", "1943-06-01", "1943-06-30"),
        ("1943-WI", "MID", "1943-01-01", "1943-01-31"),
        ("2016-10", "APPROX", "2016-10-01", "2016-10-31"),
        ("2016-11-06", "END", "2016-11-06", "2016-11-06"),
    ],
)
def test_thirds(value, mod, start, end):
    span = narrowed(span_of(value), mod)
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize("value", ["2016-02", "1941", "196", "18", "1943-SU", "-0490", "-0490-03"])
def test_thirds_fill_the_whole(value):
    whole = span_of(value)
    parts = [narrowed(whole, mod) for mod in ("START", "MID", "END")]
    assert [(a.last + 1) == b.first for a, b in pairwise(parts)] == [True, True]
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)


@pytest.mark.parametrize(
    ("value", "unit", "count", "result"),
    [
        ("1999-12-31", "day", 1, "2000-01-01"),
        ("1900-02-28", "day", 1, "1900-03-01"),
        ("1944-11", "day", 1, None),
        ("1915-05-23", "month", 15, "1916-08"),
        ("1940-01-31", "month", -1, "1939-12"),
        ("1944", "month", 1, None),
        ("1776-12-26", "year", -2, "1774"),
        ("-0001", "year", 1, "0001"),
        ("0002", "year", -2, "-0001"),
        ("1943-WI", "year", 0, "1943"),
        ("1965-03-08", "decade", -2, "194"),
        ("19", "year", 1, None),
        ("P3D", "day", 1, None),
    ],
)
def test_shifts(value, unit, count, result):
    assert shifted(value, unit, count) == result


def test_years_are_written_with_four_digits():
    assert [written_year(y) for y in (-490, 70, 2016)] == ["-0490", "0070", "2016"]
