"""The grammar of temporal expressions: verbose patterns made of the parts, each with the reading that gives its value."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pipeline.frozen import dataclass
from pipeline.mentions.dates import lengths, readings, relative
from pipeline.mentions.dates.parts import fill
from pipeline.timex import Timex

__all__ = ["Rule", "continuation", "rules"]

Reading = Callable[[re.Match[str]], Timex | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its reading; ``anchors`` are the kinds of words at which it is tried."""

    name: str
    anchors: frozenset[str]
    pattern: re.Pattern[str]
    read: Reading
    complement: bool = False
    """Whether the words after the match that complete it (*of the siege*, *after the battle*) belong to the expression."""
    begins: str = ""
    """The characters with which it can begin, where they are few: elsewhere it is not tried."""
    of_month: bool = False
    """Whether the name of a month stands in it: where none is near it is not tried."""


_LEAD = r"""
    (?: (?P<early>(?i:(?:the\s)?(?:very\s)?(?:early|late)(?:\sin)?\s))?
        (?P<part_weekday><<WEEKDAY_NAME>>\s)?
        (?i:(?:the|that|this|one|a)\s)? (?P<part_mod>(?i:early|late|mid)[\s‐‑-])?
        (?P<daypart><<DAYPART_NAME>>) (?:\shours)? \s (?: of \s (?:the\s)? )?
    | <<HOURS_OF>>
    | (?P<modifier><<MODIFIER>>) [-‐‑\s] (?:of\s|the\s)?
    | (?P<about><<ABOUT>>) \s? (?:the\s)? )?"""

_CALENDAR = (
    _LEAD
    + r"""
    (?: (?P<weekday><<WEEKDAY_NAME>>) ,?\s (?:the\s)? )?
    (?: (?i:the\s)? (?: (?P<day><<DAY_NUMBER>>) <<TH>>? | (?P<day_word><<ORDINAL>>) (?:\sday)? (?=\sof) )
        (?: \s{1,4} (?:of\s)? | - ) )?
    (?P<month><<MONTH_NAME>>)
    (?(day) | (?: \s (?:the\s)? (?P<day_after><<DAY_NUMBER>>) <<TH>>? (?![:/]\d) <<NO_YEAR>> )? )
    (?: \s [\[(] (?:[ON]\.?\s?S\.?,?\s)? (?: \d{1,2} \s <<MONTH_NAME>> | <<MONTH_NAME>> \s \d{1,2} ) (?:,?\s[ON]\.?\s?S\.?)? [\])] (?= ,?\s[12]\d{3}\b ) )?
    (?: (?: ,?\s{1,4} (?:of\s|in\s(?:the\syear\s(?:of\sour\sLord\s)?)?)? | - ) <<YEAR_OF_MONTH>> (?: / (?P<dual>\d{1,2}(?:\d\d)?) (?! \d | \s<<MONTH_NAME>> ) )? | ,?\s <<YEAR_PHRASE>> )?
    (?: (?: ,\s|\s ) (?P<hour>\d{1,2}) (?: :(?P<minute>\d\d) )? \s? (?P<half>[AaPp]\.[Mm]\.?|[AaPp][Mm]\b) )?"""
)

_YEAR = r"""
    (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] (?:of\s|the\s)? | (?P<about><<ABOUT>>) \s? | (?i:later|earlier)\sin\s )?
    (?: (?i:(?:the\s)?years?)\s )? <<YEAR>> (?: \s (?P<season><<SEASON_NAME>>) )?"""

# Three digits are a year only where an era stands with the other end of the range, or a preposition before them in a text of that era.
_ANCIENT_YEAR = r"""
    (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] (?:of\s|the\s)? | (?i:the\srest\sof)\s | (?P<about><<ABOUT>>) \s? )?
    (?P<named>(?i:the\syear)\s)? (?<![\d.,$£€]) (?P<ancient>[1-9]\d{1,2}|(?<=[1-9]\d\d/)\d) <<NO_YEAR>> (?= (?P<beside> (?: [-–—/] | \s(?:to|and|or|until|through)\s ) \d{1,3} \s? <<ERA>> )? )"""

_DECADE = r"""
    (?: (?i:(?:the|these|those)\s) )? (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] (?:of\s)?(?:the\s)? )?
    (?: (?P<decade>\d{1,3}) 0['’]?s | (?: ['’] (?P<short>[1-9])0s ) )
    (?: \s? (?P<era><<ERA>>) | \b )"""

_DECADE_WORD = r"""
    (?i:the\s) (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] (?:of\s)?(?:the\s)? )? (?P<decade_word><<DECADE_NAME>>)"""

_CENTURY = r"""
    (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] )? (?i:(?:the|that)\s)? (?: (?P<inner_modifier><<MODIFIER>>) [-‐‑\s] (?:of\s)?(?:the\s)? )?
    (?P<nth><<ORDINAL>>) [\s‐‑-] (?i:centur(?:y|ies)) (?: \s? (?P<era><<ERA>>) | \b )"""

_SEASON = r"""
    (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] (?:of\s|in\s)? | (?i:later|earlier)\sin\s )?
    (?: (?P<which><<SAME>>|<<NEXT>>|<<LAST>>) \s | (?i:the\s) )? (?: (?P<inner_modifier>(?i:early|mid|late)) [-‐‑\s] )?
    (?P<season><<SEASON_NAME>>) (?! ['’]s )
    (?: ,?\s (?:of\s)? (?P<pair>\d{1,3}) [-–—/] \d{1,3} \s? (?i:(?=B)) <<ERA>>
      | (?: ,?\s (?:of\s)? ) <<YEAR_OF_MONTH>> (?: [-–—/] (?:\d\d){1,2} (?!\d) )? | ,?\s <<YEAR_PHRASE>> )?"""

_HOLIDAY = r"""
    (?P<holiday><<HOLIDAY_NAME>>) (?: \s (?P<daypart><<DAYPART_NAME>>) )? (?: ,?\s (?:of\s)? <<YEAR_OF_MONTH>> | ,?\s <<YEAR_PHRASE>> )?"""

_HOLIDAY_SHIFTED = r"""
    (?: (?i:the\seve\sof) | (?: (?i:the\sday) | (?P<count><<NUMBER>>) \s (?P<unit>(?i:days?|weeks?)) ) \s (?P<tie>(?i:after|before)) ) \s
    (?P<holiday><<HOLIDAY_NAME>>) (?: ,?\s (?:of\s)? <<YEAR_OF_MONTH>> | ,?\s <<YEAR_PHRASE>> )?"""

_WEEKDAY = r"""
    (?: <<HOURS_OF>> )?
    (?: (?P<which><<SAME>>|<<NEXT>>|<<LAST>>) \s )? (?P<weekday><<WEEKDAY_NAME>>)
    (?: \s (?P<daypart><<DAYPART_NAME>>) )?"""

_ISO = r"(?<![\d-]) (?P<iso> [12]\d{3} - (?:0?[1-9]|1[0-2]) - (?:0?[1-9]|[12]\d|3[01]) ) (?![\d-])"

_NUMERIC = r"(?<![\d./-]) (?P<numeric> \d{1,2} (?P<mark>[./]) \d{1,2} (?P=mark) [12]\d{3} ) (?! \d | [/.]\d )"

_CLOCK = r"""
    (?<![\d:.,]) (?: (?P<hour>[01]?\d|2[0-4]) (?: [:.](?P<minute>[0-5]\d) )? \s? (?P<half>[AaPp]\.\s?[Mm]\.?|[AaPp][Mm]\b)
      | (?P<hour_24>[01]?\d|2[0-4]) :(?P<minute_24>[0-5]\d) (?: :[0-5]\d )? (?! [:\d] ) (?: \s?(?:hrs|hours)\b )?
      | (?P<military>(?:[01]\d|2[0-3])[0-5]\d) \s?(?:hrs|hours|Z)\b
      | (?P<hour_word>(?:\d{1,2}|(?i:<<NUMBER>>))) \s o['’]clock )
    """

_DAY_IN_LIST = r"""
    (?: (?i:the\s)?(?P<daypart><<DAYPART_NAME>>)\s(?:of|from|between)\s(?:the\s)? | <<HOURS_OF>> | (?i:the\s) )? (?P<day><<DAY_NUMBER>>) <<TH>>?
    (?= (?: \s?[-–—/]\s? | ,?\s (?:and|or|to|until|till|through)\s(?:on\s)? | ,\s(?=[^.;]{0,24}\sand\s) )
        (?: (?:the\s)? <<DAY_NUMBER>> <<TH>>? (?: \s?[-–—/]\s? | ,?\s(?:and|or|to)\s | ,\s ) ){0,6}
        (?:the\s)? <<DAY_NUMBER>> <<TH>>? \s (?:of\s)? (?P<month><<MONTH_NAME>>) )"""

_SHORT_YEAR = r"(?: (?<=\d[-–—/]) (?P<short>\d\d) | (?<![\w’']) ['’] (?P<apostrophe>\d\d) ) (?! \d | s\b | [-–—/,.]\d )"

_ORDINAL_DAY = r"""
    (?: (?: (?i:(?P<early>early|late)\s(?:in|on)\s) )? (?i:the\s)? (?P<daypart><<DAYPART_NAME>>) \s of \s
      | <<HOURS_OF>> )?
    (?: (?P<weekday><<WEEKDAY_NAME>>) ,?\s )?
    (?P<modifier>(?i:the)\s)? (?P<day><<DAY_NUMBER>>) <<TH>>
    (?: \sof\s(?P<which_month>(?i:(?:that|this|the)(?:\svery)?(?:\ssame)?|the\s(?:following|next|previous|preceding)|next))\smonth\b )?
    (?= \s(?!<<COUNTED>>\b)[a-z]+\b | \s[A-Z] | \s*(?:[,.;:)]|$) | \s(?i:and|or|he|she|it|they|we|the|a|an|in|at|by|was|were|had|has|did|when|while|with|for|from|to|after|but|of\sthe\smonth)\b )"""

_SAME = r"""
    (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] (?:of\s|in\s)? | (?i:(?P<later>later|earlier)\s(?:in\s|on\s)?) )?
    (?: (?P<same><<SAME>>) | (?P<next><<NEXT>>) | (?P<last><<LAST>>) | (?P<the>(?i:the)) ) \s
    (?: (?P<inner_modifier>(?i:early|mid|late)) [-‐‑\s] )?
    (?: (?P<daypart><<DAYPART_NAME>>) | (?P<unit>(?i:day|date|week|weekend|month|year|decade|century)) \b
      | (?P<month><<MONTH_NAME>>) ) (?! ['’]s\s(?:end|close) )"""

_UNITS_END = r"(?P<unit>(?i:day|week|month|year|decade|century))['’]s \s (?P<edge>(?i:end|close|start|beginning))"

_SHIFTED = r"""
    (?: (?i:just|only|exactly|some|a\smere|barely|another)\s )? (?: (?P<bound><<BOUND>>) \s )? (?P<half>(?i:half)\s(?=an?\s))?
    (?: (?: (?P<count><<NUMBER>>) (?:\s(?:and\sa\shalf|or\s<<NUMBER>>|to\s<<NUMBER>>))?
          | (?P<vague><<VAGUE>>) | (?P<the>(?i:the)) ) [-‐‑\s] )?
    (?P<unit><<UNIT_NAME>>) \s (?: (?i:and\sa\shalf)\s )?
    (?: (?P<shift><<SHIFT>>) | (?P<following>(?i:following)) (?= \s*(?:[,.;:)]|$) | \s(?:the|his|her|their|its|an?)\b )
      | (?P<followed>(?i:(?:that|which)\sfollowed)) (?! \s(?:the|this|that|these|his|her|their|its|an?|[A-Z])\b ) )"""

_DURATION = r"""
    (?: (?P<bound><<BOUND>>) \s (?! (?i:the|this|that|these|those|his|her|its|their|next|last)\b ) )?
    (?: (?i: the|a|an|this|that|these|those|another|every|each|all|both|his|her|its|their|only|just|most\sof\sthe ) \s )?
    (?: (?P<which>(?i: very\sfirst|first|second|third|fourth|fifth|last|next|single|previous|preceding|following|past|coming|final|opening|closing|initial|subsequent|
          remaining|intervening|early|whole|entire|full|other|further|additional|same|long|ensuing|latest|latter|later|succeeding)) \s )?
    (?: (?: (?P<count><<NUMBER>>) | (?P<vague><<VAGUE>>) )
        (?: \s(?:and\s)?(?:a\s)?(?P<half>half) | \s (?:to|or) \s <<NUMBER>> | [-–]\d+ )? \s )?
    (?: (?P<which_after>(?i:previous|preceding|following|consecutive|straight|successive|full|whole|more|remaining|additional|further|other|long|
          bloody|brutal|bitter|terrible|short|hard|difficult|tense|grueling|gruelling|calendar|crucial|critical|decisive)) \s )?
    (?P<unit><<UNIT_NAME>>) (?P<and_half>[-‐‑\s]and[-‐‑\s]a[-‐‑\s]half)? (?P<long>[-‐‑\s]long\b)? (?P<old>[-‐‑\s]old\b|\sof\sage\b)?"""

# Before a noun and with a hyphen, the article belongs to the noun (*a two-week siege*).
_ATTRIBUTIVE = r"""
    (?: (?P<count><<NUMBER>>) - )? (?P<unit><<UNIT_NAME>>) (?P<and_half>-and-a-half)? (?P<long>[-‐‑\s]long\b)? (?P<old>-olds?\b)? (?(count) | (?(long) | (?!)))"""

_SET = r"""
    (?: (?i:(?P<every>every|each|per|any)) \s (?: (?P<other>(?i:other|single|few)) \s)? (?P<unit><<UNIT_NAME>>|<<WEEKDAY_NAME>>)
      | (?P<set>(?i:<<SETS>>)) \b )"""

_NTH = r"""
    (?: (?P<modifier><<MODIFIER>>) [-‐‑\s] )?
    (?: (?i:(?:the|its|their|his|her|this)\s(?:very\s)?) )? (?: (?P<nth><<ORDINAL>>) | (?P<edge>(?i:last|final|opening|closing)) ) \s
    (?: (?i:full|whole)\s )? (?P<unit>(?i:day|night|evening|morning|afternoon)) \b (?! \s (?:later|earlier|ago) )"""

_DAYPART = r"""
    (?: (?P<early>(?i:early|late|later|earlier))(?:\s(?:in|on))? \s )? (?: (?P<det>(?i:the|one|a|an|all)) \s (?!\w+-[a-z]) )? (?: (?P<part_mod>(?i:early|late|mid)) [-‐‑\s] )?
    (?P<daypart><<DAYPART_NAME>>) (?! \s (?:of\s(?:the\s)?\d | [A-Z]\w+\s\d ) )"""

_HALF = r"""
    (?i:the\s)(?P<half>(?i:first|second|latter|early|last|final))\s(?P<what>(?i:half|quarter|third))\s(?i:of)\s
    (?: (?P<month><<MONTH_NAME>>) (?:\s(?:of\s)?<<YEAR>>)? | (?:the\s)?(?P<season><<SEASON_NAME>>)(?:\s(?:of\s)?<<YEAR_2>>)? | <<YEAR_3>>
      | (?:the\s)? (?P<nth><<ORDINAL>>) [\s‐‑-] (?i:century) \b (?!\s?<<ERA>>)
      | (?P<the_unit>(?:the|that)\s(?:month|year|decade|century)) )"""

_DEICTIC = r"(?P<deictic>(?i:<<DEICTICS>>)) (?![\w’])"

_TIME = r"""
    (?: (?P<same>(?i:(?:the|that|this|about|around)\s(?:very\s)?same)) | (?P<this>(?i:this|that)) | (?P<the>(?i:the))
      | (?P<some>(?i:an?|its|some)\s(?i:(?:very\s|relatively\s|fairly\s)?(?:short|long|brief|considerable|extended|certain|prolonged))(?:\s(?:amount|period)\sof)?|(?i:some)) )
    \s (?: (?P<time>(?i:time)) (?! \s(?:to\s\w|limit|that\s\w|and\sagain|line|frame|table|zone|span|bomb|for\b|has\b|had\b|came\b|magazine) )
      | (?P<period>(?i:period|era|epoch)) ) \b (?: \s of \s (?i:time|day|year)\b )?"""

_PERIOD = r"""
    (?: (?i:the|a|an|this|that|its|his|their|each|every) \s (?: (?P<adjective>[A-Za-z][\w’'-]+) \s ){0,2}? | (?P<name>[A-Z][\w’'-]+) [\s‐‑-] )?
    (?P<period>(?i:periods?|era|eras)) \b"""

_DURATION_OF = r"(?i:the\sduration)\b (?=\sof\b)"

_ANNIVERSARY = (
    r"(?: (?i:the)\s )? (?: (?P<nth><<ORDINAL>>) [\s‐‑-] )? (?: (?i:year)\s )? (?i:anniversary) \b (?=\sof\b)"
)

_WET_OR_DRY = r"(?: (?i:the)\s )? (?i:dry|wet|rainy|monsoon|campaigning|growing|hot|cold|harvest) \s (?i:season) \b"

_REST = r"(?: (?i:most\sof\s) )? (?i:the\s(?:rest|remainder)\sof\s) (?: (?P<the_unit>(?i:the|that)\s(?i:day|week|month|year|decade)) | <<YEAR>> )"


_BEGINS = {
    "iso": "12",
    "numeric": "0123456789",
    "short-year": "0123456789'’",
    "half": "tT",
    "rest": "tTmM",
    "ordinal-day": "tTmMaAeEnNdDsSlLFW0123456789",
}


_OF_MONTH = frozenset({"calendar", "day-in-list"})


def _anchors(kinds: str) -> frozenset[str]:
    return frozenset(kinds.split())


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the grammar; where two match equally far, the earlier one is taken.

    >>> [rule.name for rule in rules()][:4]
    ['calendar', 'iso', 'numeric', 'day-in-list']
    """
    return tuple(
        Rule(name, _anchors(kinds), fill(pattern), read, complement, _BEGINS.get(name, ""), name in _OF_MONTH)
        for name, kinds, pattern, read, complement in (
            ("calendar", "month number part weekday unit", _CALENDAR, readings.read_calendar, False),
            ("iso", "number", _ISO, readings.read_iso, False),
            ("numeric", "number", _NUMERIC, readings.read_numeric, False),
            ("day-in-list", "number part unit", _DAY_IN_LIST, readings.read_day_in_list, False),
            ("year", "number unit", _YEAR, readings.read_year_alone, False),
            ("short-year", "number", _SHORT_YEAR, readings.read_short_year, False),
            ("decade", "number decade", _DECADE, readings.read_decade, False),
            ("decade-word", "decade", _DECADE_WORD, readings.read_decade, False),
            ("century", "number unit", _CENTURY, readings.read_century, False),
            ("season", "season", _SEASON, readings.read_season, False),
            ("holiday", "holiday month", _HOLIDAY, readings.read_holiday, False),
            ("holiday-shifted", "holiday unit", _HOLIDAY_SHIFTED, readings.read_holiday_shifted, False),
            ("weekday", "weekday unit", _WEEKDAY, readings.read_weekday, False),
            ("clock", "number part", _CLOCK, readings.read_clock, False),
            ("part-of-day", "part", _DAYPART, relative.read_daypart, True),
            ("same-or-next", "unit part month", _SAME, relative.read_same, False),
            ("end-of-unit", "unit", _UNITS_END, relative.read_units_end, False),
            ("shifted", "unit", _SHIFTED, relative.read_shifted, True),
            ("nth-day", "unit part", _NTH, relative.read_nth, True),
            ("half", "unit month season number", _HALF, relative.read_half, False),
            ("rest", "unit number", _REST, relative.read_rest, False),
            ("set", "unit set", _SET, lengths.read_set, False),
            ("attributive", "unit", _ATTRIBUTIVE, lengths.read_attributive, False),
            ("duration", "unit", _DURATION, lengths.read_duration, True),
            ("deictic", "deictic time", _DEICTIC, lengths.read_deictic, False),
            ("time", "time", _TIME, lengths.read_time, True),
            ("period", "time unit", _PERIOD, lengths.read_period, True),
            ("whole-duration", "time", _DURATION_OF, lengths.read_period, True),
            ("anniversary", "time", _ANNIVERSARY, lengths.read_anniversary, True),
            ("weather-season", "time", _WET_OR_DRY, lengths.read_period, False),
            ("ancient-year", "number", _ANCIENT_YEAR, lengths.read_ancient_year, False),
            ("ordinal-day", "number part weekday unit", _ORDINAL_DAY, readings.read_ordinal_day, False),
        )
    )


@cache
def continuation() -> re.Pattern[str]:
    """What may follow a month with a day: further days of the same month (*April 6–7*, *May 4 and 5, 1863*)."""
    return fill(
        r"""(?P<link> \s?[-–—/]\s? | ,?\s(?:and|or|to|until|through)\s(?:the\s)?
            | ,\s(?:the\s)? (?= \d{1,2}<<TH>>? (?: ,\s | ,?\s(?:and|or)\s(?:the\s)?\d | [-–—]\d | [.;)] | $ ) ) )
        (?P<day><<DAY_NUMBER>>) (?P<suffix><<TH>>)? <<NO_YEAR>> (?![-–:/]\d) (?! \s (?:of\s)? <<MONTH_NAME>> )
        (?: (?:,?\s) <<YEAR>> )?"""
    )
