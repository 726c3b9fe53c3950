"""Numbers in words and digits: what they say at least and at most, by the guidelines' reading of vague quantities and bounds."""

from __future__ import annotations

import re

from text_to_num import text2num

from pipeline.frozen import dataclass, replace
from pipeline.records import Tokens
from pipeline.rules.counts import CountRules
from pipeline.rules.grammar import DETERMINERS
from pipeline.rules.status import status_words

__all__ = ["Number", "is_age", "number_at"]

_DIGITS = re.compile(r"(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?P<plus>\+)?")
_HYPHENED = re.compile(r"(?P<low>\d{1,3}(?:,\d{3})+|\d+)-(?P<high>\d{1,3}(?:,\d{3})+|\d+)(?P<plus>\+)?")
_DASHES = frozenset({"–", "—", "-", "to", "or"})
_LONGEST_BOUND = 4
_LOST = frozenset({"lost", "lose", "losing"})
_BEING = (["was"], ["were"], ["are"], ["been"])
_VERBS = frozenset({"were", "are", "was", "had", "have", "died", "fell", "perished", "being"})
_YEAR_OLD = (["year-old"], ["years-old"], ["month-old"], ["months-old"])
_OF_AGE = (["year"], ["years"], ["month"], ["months"])
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase (token indices, half-open; ``core`` is its first token without the words that bound it)."""

    first: int
    core: int
    last: int
    low: int | None
    high: int | None
    bound: str


def number_at(tokens: Tokens, at: int, lowest: int, highest: int, rules: CountRules) -> Number | None:
    """The number that begins at a token, with ranges, multipliers and the words around it that bound it; None where none does.

    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> from pipeline.rules.counts import count_rules
    >>> tokens = split(clean(Document("kut", "Between 20 and 30 men fell.")))
    >>> number = number_at(tokens, 1, 0, len(tokens.words), count_rules())
    >>> number.low, number.high, number.bound
    (20, 30, 'range')
    """
    found = _simple(tokens.lower, at, highest, rules)
    if found is None or (found.high == 0 and at > lowest and tokens.words[at] == "Zero"):
        # *two Zero fighters*: the aircraft
        return None
    found = _range(tokens.lower, found, lowest, highest, rules)
    return _bounded(tokens.lower, found, lowest, highest, rules)


def is_age(lower: list[str], at: int) -> bool:
    """*a 10 year-old child*, *a 35 year old officer*: a number that says how old somebody was."""
    following = lower[at + 1 : at + 2]
    return following in _YEAR_OLD or (following in _OF_AGE and lower[at + 2 : at + 3] == ["old"])


def _simple(lower: list[str], at: int, highest: int, rules: CountRules) -> Number | None:
    word = lower[at]
    if is_age(lower, at):
        return None
    if word[0].isdigit():
        return _digits(lower, at, highest, rules)
    numbers = rules.numbers
    if word == "both":
        joined = "and" in lower[at + 2 : min(at + 6, highest)] and lower[at + 1] not in rules.people
        joined = joined and lower[at + 1] not in _VERBS
        joined = joined or (
            lower[at + 2 : at + 3] == ["and"] and {lower[at + 1], lower[at + 3]} <= rules.participle.keys()
        )
        if lower[at - 1 : at] in _BEING or (at + 1 < highest and (lower[at + 1] in DETERMINERS or joined)):
            # *were both killed*, *both the governor and the commander*, *both Brasidas and Cleon*, *both wounded and dead*
            return None
        if lower[at - 1] in _LOST and lower[at + 1 : at + 2] in (["to"], ["again"], ["."], [","]):
            # *took Samarkand and Bukhara but lost both to the Uzbeks*
            return None
        return Number(at, at, at + 1, 2, 2, "exact")
    if word in ("no", "none", "nobody"):
        if word == "no" and not (at + 1 < highest and lower[at + 1] == "one"):
            return None
        return Number(at, at, at + (2 if word == "no" else 1), 0, 0, "exact")
    if word in numbers.vague:
        return _vague(lower, at, highest, rules)
    if word in ("a", "an", "another"):
        return _article(lower, at, highest, rules)
    if word == "few" or (word in numbers.plain and word != "half"):
        return _multiplied(lower, at, at + 1, numbers.plain[word], highest, rules, vague=word in ("few", "handful"))
    if word == "half" and at + 2 < highest and lower[at + 1] in ("a", "an") and lower[at + 2] in numbers.multipliers:
        value = numbers.multipliers[lower[at + 2]] // 2
        return Number(at, at, at + 3, value, value, "exact")
    return _words(lower, at, highest, rules)


def _digits(lower: list[str], at: int, highest: int, rules: CountRules) -> Number | None:
    match = _HYPHENED.fullmatch(lower[at])
    if match:
        low, high = int(match["low"].replace(",", "")), int(match["high"].replace(",", ""))
        if low >= high:
            return None
        return Number(at, at, at + 1, low, None if match["plus"] else high, "at_least" if match["plus"] else "range")
    match = _DIGITS.fullmatch(lower[at])
    if not match or "/" in lower[at - 1 : at] + lower[at + 1 : at + 2]:
        # *2/3 of the garrison*
        return None
    value, last = float(match["value"].replace(",", "")), at + 1
    if last < highest and lower[last] == "000" and value < 1000:
        value, last = value * 1000, last + 1
    if last < highest and lower[last] in rules.numbers.multipliers:
        value, last = value * rules.numbers.multipliers[lower[last]], last + 1
    elif not value.is_integer():
        return None
    plus = bool(match["plus"])
    if last < highest and lower[last] == "+":
        plus, last = True, last + 1
    whole = round(value)
    return Number(at, at, last, whole, None if plus else whole, "at_least" if plus else "exact")


def _vague(lower: list[str], at: int, highest: int, rules: CountRules) -> Number | None:
    """*dozens*, *several hundred*, *tens of thousands*."""
    numbers = rules.numbers
    value, last = numbers.vague[lower[at]], at + 1
    if lower[at] == "several":
        return _multiplied(lower, at, last, value, highest, rules, vague=True)
    if last + 1 < highest and lower[last] == "of" and lower[last + 1] in numbers.vague and lower[last + 1] != "several":
        value = value * numbers.vague[lower[last + 1]] // 2
        last += 2
    return Number(at, at, last, value, None, "vague")


def _article(lower: list[str], at: int, highest: int, rules: CountRules) -> Number | None:
    """*a dozen*, *a hundred*, *a few thousand*, *a couple of dozen*; and *a soldier*, where the noun decides later."""
    if at + 1 >= highest:
        return None
    word = lower[at + 1]
    if word in rules.abstract or (at and lower[at - 1] in status_words().hardly):
        # *hardly a man*; *a total of 29 men*: the number follows.
        return None
    if word in rules.numbers.multipliers:
        value = rules.numbers.multipliers[word]
        last = at + 2
        if last + 2 < highest and lower[last : last + 3] == ["and", "a", "half"]:
            value, last = value + value // 2, last + 3
        return Number(at, at, last, value, value, "exact")
    if word in rules.numbers.plain and word != "half":
        last = at + 2
        if last + 1 < highest and lower[last] == "of" and lower[last + 1] in rules.numbers.multipliers:
            last += 1
        return _multiplied(lower, at, last, rules.numbers.plain[word], highest, rules, vague=word in ("few", "handful"))
    if word in _ORDINALS and lower[at + 2 : at + 3] and lower[at + 2] not in rules.people:
        # *a fourth town*
        return None
    counted = lower[at] == "another" and word.partition("-")[0] in rules.numbers.units
    if counted or word == "further" or (lower[at], word) in rules.before:
        # *a further 20*, *another three*, *an estimated 30,000 people*: the number follows.
        return None
    if behind := _behind_age(lower, at + 1, highest):
        return Number(at, at, behind, 1, 1, "exact")
    single = word in rules.people and not word.endswith("s")
    if single or (lower[at] == "another" and word in rules.participle):
        return Number(at, at, at + 1, 1, 1, "exact")
    # "a Polish interpreter": whether that is a person is decided by the noun and by what befell it.
    return (
        Number(at, at, at + 1, 1, 1, "exact")
        if (word[0].isalpha() or word.endswith("-old")) and not word.endswith("ly")
        else None
    )


def _behind_age(lower: list[str], at: int, highest: int) -> int:
    """*a 10 year-old child*, *a 63 year old man*: the token behind an age that begins at a token; 0 where none does."""
    if not lower[at].isdigit() or at + 2 >= highest:
        return 0
    if lower[at + 1].endswith("-old"):
        return at + 2
    return at + 3 if lower[at + 1] in ("year", "years", "month") and lower[at + 2] == "old" else 0


def _multiplied(
    lower: list[str], at: int, last: int, value: int, highest: int, rules: CountRules, *, vague: bool
) -> Number:
    if last < highest and lower[last] in rules.numbers.multipliers:
        value, last = value * rules.numbers.multipliers[lower[last]], last + 1
    return Number(at, at, last, value, None if vague else value, "vague" if vague else "exact")


def _words(lower: list[str], at: int, highest: int, rules: CountRules) -> Number | None:
    """Cardinal words: *twenty-five*, *two hundred and fifty*, *two and a half thousand*, *two dozen*."""
    units, multipliers = rules.numbers.units, rules.numbers.multipliers
    if lower[at].split("-")[0] not in units:
        return None
    last, half = at, False
    while last < highest:
        word = lower[last]
        if word == "zero" and last > at:
            # *two Zero fighters*
            break
        if all(part in units or part in multipliers for part in word.split("-")) and word != "score":
            last += 1
        elif word == "and" and lower[last + 1 : last + 3] == ["a", "half"] and not half:
            half, last = True, last + 3
        elif (
            word == "and"
            and last + 1 < highest
            and lower[last - 1] in ("hundred", "thousand", "million")
            and lower[last + 1].split("-")[0] in units
        ):
            last += 1
        else:
            break
    if last == at:
        return None
    value = _value(lower[at:last], rules, half=half)
    return None if value is None else Number(at, at, last, value, value, "exact")


def _value(words: list[str], rules: CountRules, *, half: bool) -> int | None:
    units, multipliers = rules.numbers.units, rules.numbers.multipliers
    if len(words) == 1 and words[0] in units:
        return units[words[0]]
    if half or words[-1] in ("dozen", "score"):
        first = units.get(words[0])
        multiplier = multipliers.get(words[-1], 1)
        return None if first is None else first * multiplier + (multiplier // 2 if half else 0)
    try:
        return int(text2num(" ".join(words).replace("fourty", "forty"), "en"))
    except ValueError:
        return None


_RANGING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying"})


def _range(lower: list[str], found: Number, lowest: int, highest: int, rules: CountRules) -> Number:
    """*200–300*, *20 to 30*, *between 20 and 30*, *20 or 30*."""
    at = found.last
    if at + 1 >= highest or found.low is None or found.bound in ("vague", "at_least"):
        return found
    between = found.first > lowest and lower[found.first - 1] == "between"
    if not (lower[at] in _DASHES or (between and lower[at] == "and")):
        return found
    size = 1 if (lower[at + 1],) in rules.before else 2
    above = tuple(lower[at + 1 : at + 1 + size])
    ranging = found.first > lowest + 1 and lower[found.first - 1] == "from" and lower[found.first - 2] in _RANGING
    if (
        (between or (ranging and lower[at] == "to"))
        and rules.before.get(above) == "at_least"
        and (more := _simple(lower, at + 1 + size, highest, rules))
    ):
        # *between 35 and more than 40*, *range from 35 to more than 40*
        return Number(found.first, found.core, more.last, found.low, None, "at_least")
    other = _simple(lower, at + 1, highest, rules)
    if other is None or other.low is None:
        return found
    low = found.low
    # "two to three thousand": the multiplier holds for both.
    if (
        other.low >= 1000
        and low < 100
        and lower[other.last - 1] in ("thousand", "million")
        and lower[found.last - 1] not in ("thousand", "million")
    ):
        low *= rules.numbers.multipliers[lower[other.last - 1]]
    if other.low <= low:
        return found
    return Number(found.first, found.core, other.last, low, other.high, "at_least" if other.high is None else "range")


def _bounded(lower: list[str], found: Number, lowest: int, highest: int, rules: CountRules) -> Number:
    first, bound = found.first, ""
    if found.bound == "range" and first > lowest and lower[first - 1] in ("between", "from"):
        first -= 1
    for size in range(_LONGEST_BOUND, 0, -1):
        if first - size >= lowest and tuple(lower[first - size : first]) in rules.before:
            bound = rules.before[tuple(lower[first - size : first])]
            first -= size
            break
    # "an estimated 400", "reportedly over 300": a second word before the first bound.
    if bound and first - 1 >= lowest and (lower[first - 1],) in rules.before:
        bound = bound if bound != "about" else rules.before[lower[first - 1],]
        first -= 1
    if lower[max(lowest, first - 3) : first] == ["a", "total", "of"]:
        # *lost a total of 1,300 men*
        first -= 3
    last = found.last
    for size in (2, 1):
        if last + size <= highest and tuple(lower[last : last + size]) in rules.after:
            bound = bound or rules.after[tuple(lower[last : last + size])]
            last += size
            break
    found = replace(found, first=first, last=last)
    if not bound or found.low == 0:
        return found
    if bound == "at_least":
        return replace(found, high=None, bound="at_least")
    if bound == "at_most":
        return replace(found, low=None, high=found.high if found.high is not None else found.low, bound="at_most")
    return found if found.bound != "exact" else replace(found, bound="about")
