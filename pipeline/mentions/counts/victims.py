"""What a number counts: the noun after it, and whether that is people."""

from __future__ import annotations

from pipeline.frozen import dataclass
from pipeline.mentions.counts.fractions import PARTS, part_of
from pipeline.mentions.counts.numbers import Number
from pipeline.records import Parse, Sentence, Tokens
from pipeline.rules.actors import actor_rules
from pipeline.rules.counts import CountRules
from pipeline.rules.grammar import BE, GENITIVES, HELD
from pipeline.rules.nouns import demonyms, noun_classes

__all__ = ["Counted", "counted", "kind_of"]

_INSIDE = frozenset({"ADJ", "NOUN", "NAME", "GEN", "VBN", "VBG"})
_UNITS = frozenset(
    {
        "%",
        "percent",
        "per",
        "km",
        "kg",
        "m",
        "°",
        "$",
        "€",
        "£",
        "am",
        "pm",
        "bc",
        "ad",
        "bce",
        "ce",
        "mm",
        "cm",
        "times",
    }
)
_EACH = frozenset({"a", "per", "each", "every"})
_SENDING = frozenset(
    {"sent", "sends", "sending", "detached", "detaching", "dispatched", "despatched", "dispatching", "despatching"}
)
_ANOTHER_NUMBER = frozenset({
    ",", "about", "some", "around", "approximately", "nearly", "almost", "over", "more", "at", "an", "up", "as", "hundreds", "thousands", "tens", "dozens",
    "roughly", "several", "many", "only", "fewer", "less", "perhaps", "possibly", "between",
})  # fmt: skip
"""What begins another count, or parts a number from one."""
_SPELLS = frozenset({"day", "week", "month", "year", "hour"})
_NEAR_RATE = 6
"""Words between a number and the time that it is told for."""
_PARTITIVES = frozenset({"them", "whom", "these", "those", "which"})
_BY_ONE = frozenset({"guard", "commando", "para"})
"""Nouns of units that name one of their men as well."""
_HOUSEHOLDS = frozenset({"family", "household", "clan", "tribe"})
_KINDREDS = frozenset({"families", "households", "clans", "tribes"})
_MONEY = frozenset(
    {"$", "€", "£", "us$", "no.", "no", "nos.", "#", "route", "article", "resolution", "chapter", "age", "aged"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its noun (token indices)."""

    number: Number
    head: int
    """The counted noun, or -1 where the number stands alone."""
    last: int
    """Token after number and noun."""
    who_kind: str
    """As in the output contract; ``thing`` for what is no victim but may stand in a list of victims."""


_MADE = frozenset({"taken", "made", "held"})
_HELD = (["prisoner"], ["captive"], ["hostage"])


def counted(tokens: Tokens, parse: Parse, sentence: Sentence, number: Number, rules: CountRules) -> Counted | None:
    """What a number counts; None where it counts time or an unknown thing, or is a date or a label.

    >>> from pipeline import extract
    >>> [(m.value.who, m.value.low) for m in extract("Some 40 sailors, aged 20 to 30, were killed in 12 hours.").mentions.counts]
    [('40 sailors', 40)]
    """
    lower, tags = tokens.lower, parse.tags
    if (part := part_of(lower, tags, sentence, number, rules)) is not None:
        number = part
    elif _no_quantity(lower, tags, sentence, number, rules):
        return None
    # *lost 45 out of its 93 tanks*
    at = number.last + (lower[number.last : number.last + 2] == ["out", "of"])
    if at < sentence.last and lower[at] == "of" and at + 1 < sentence.last:
        at += 1
        if lower[at] in _PARTITIVES and not _of_named(lower, tags, at, sentence.last, rules):
            # "1,701 of them killed": the noun stands elsewhere.
            said = _said_to_be(lower, tags, at, sentence.last, rules)
            return None if said else Counted(number, -1, at + 1, "unknown")
        at = _past_base(tags, at, sentence.last)
    found = _head_behind(tokens, parse, sentence, number, at, rules)
    if isinstance(found, Counted):
        return found
    head = found
    if head < 0:
        # *a death toll*
        article = lower[number.core] in ("a", "an") and number.last == number.core + 1
        return None if article else Counted(number, -1, number.last, "unknown")
    head = _last_joined(lower, head, sentence.last, rules)
    if not _people(lower[head], tags[head], tokens.words[head], number, rules):
        return _of_others(tokens, tags, number, head, rules)
    of = lower[head + 1 : head + 2] == ["of"] and head + 1 < sentence.last
    if lower[head] in ("bodies", "body") and (of or lower[number.first - 1] in _SENDING):
        # "two bodies of Libyans" are alive, and so is *sent a body to seize the town*.
        return None
    if _no_single(lower, number, head, rules):
        return None
    return Counted(number, head, head + 1, kind_of(tokens, number.last, head, rules))


def _head_behind(
    tokens: Tokens, parse: Parse, sentence: Sentence, number: Number, at: int, rules: CountRules
) -> int | Counted:
    """The noun behind a number, from a token on, or -1; riders and things, where the noun alone says so, as what they are."""
    lower, tags, head = tokens.lower, parse.tags, -1
    while at < sentence.last:
        word, tag = lower[at], tags[at]
        if (
            word in rules.participle
            and word not in rules.people
            and not _before_noun(tokens, parse, sentence, at, rules)
        ):
            if head < 0 and word in rules.nouns:
                head = at
            break
        # *had 40 men prisoners*, but *230 Muslim prisoners*
        described = (
            rules.nouns.get(word) == "captured" and word.endswith("s") and not lower[head].endswith(("s", "men"))
        )
        if word in rules.participle and head >= 0 and lower[head] in rules.people and not described:
            break
        if word == "horse" and number.low != 1 and tags[min(at + 1, sentence.last - 1)] not in ("NOUN", "NAME"):
            # *300 horse and 2,000 foot*: riders
            return Counted(number, at, at + 1, "combatant")
        if word in rules.things and not (at + 1 < sentence.last and lower[at + 1] in rules.people):
            return Counted(number, at, at + 1, "thing")
        if word in HELD and head >= 0:
            # *took eleven athletes hostage*
            break
        if word in rules.people or tag in ("NOUN", "NAME"):
            head = at
        elif _joins_peoples(lower, tags, at, sentence.last):
            head = -1
        elif (tag not in _INSIDE and word not in ("more", "other", "'", "’")) or (
            tag in ("VBN", "VBG") and (head >= 0 or not _before_noun(tokens, parse, sentence, at, rules))
        ):
            break
        at += 1
    return head


def _joins_peoples(lower: list[str], tags: list[str], at: int, last: int) -> bool:
    """*77 American and Australian sailors*: whether a word joins those of two peoples, of whom the noun behind tells."""
    if lower[at] not in ("and", "or", ",") or at + 2 >= last or not {lower[at - 1], lower[at + 1]} <= demonyms():
        return False
    behind = tags[at + 2] in ("NOUN", "NAME") or lower[at + 2] in ("and", "or", ",")
    return behind and not lower[at - 1].endswith("s") and not lower[at + 1].endswith("s")


def _no_single(lower: list[str], number: Number, head: int, rules: CountRules) -> bool:
    """*a wounded*; *a force was beaten*, while of *one of the guards died* it is one man."""
    if lower[number.core] in ("a", "an") and number.last == number.core + 1 and lower[head] in rules.participle:
        return True
    single = number.low == number.high == 1 and lower[number.last] != "of"
    return single and _collective(lower[head])


def _last_joined(lower: list[str], head: int, last: int, rules: CountRules) -> int:
    """*200 officers and men wounded*, *40 men and women were killed*: the second noun, where one number is of both."""
    behind = head + 3
    if behind >= last or lower[head + 1] != "and" or not {lower[head], lower[head + 2]} <= rules.people:
        return head
    become = lower[behind] in BE and behind + 1 < last and lower[behind + 1] in rules.passive
    befell = become or lower[behind] in rules.participle
    return head + 2 if befell else head


def _of_others(tokens: Tokens, tags: list[str], number: Number, head: int, rules: CountRules) -> Counted | None:
    """What is counted where the noun is none of people: those of a people (*20,000 Ottoman and 3,600 Venetian lives*), or perhaps people."""
    joined = tokens.lower[head + 1 : head + 2] in (["and"], [","]) and tags[head + 2 : head + 3] == ["NUM"]
    if joined and tokens.lower[head] in demonyms():
        return Counted(number, head, head + 1, "unknown")
    return Counted(number, head, head + 1, "maybe") if _may_live(tokens, tags, number, head, rules) else None


def _said_to_be(lower: list[str], tags: list[str], at: int, last: int, rules: CountRules) -> bool:
    """Whether it is told who they were, not what befell them: *nine of them children*; or of whom it was told: *one of those killed*."""
    if at + 1 >= last or lower[at] not in ("them", "whom", "those"):
        return False
    if lower[at] == "those":
        return lower[at + 1] in rules.participle
    return tags[at + 1] in ("NOUN", "ADJ", "NAME") and lower[at + 1] not in rules.words


def _of_named(lower: list[str], tags: list[str], at: int, last: int, rules: CountRules) -> bool:
    """*one of those charges*, *two of these men*: a noun stands with it."""
    near = lower[at] in ("those", "these") and at + 1 < last
    return near and tags[at + 1] in ("NOUN", "ADJ") and lower[at + 1] not in rules.words


def _past_base(tags: list[str], at: int, last: int) -> int:
    """Past the article, and past the number of those that some are taken of: *11 of the 15 hostages*, *11 out of 15 hostages*."""
    while at < last and tags[at] in ("DET", "POSS"):
        at += 1
    while at < last and tags[at] == "NUM":
        at += 1
    return at


def _may_live(tokens: Tokens, tags: list[str], number: Number, head: int, rules: CountRules) -> bool:
    """Whether an unknown noun, or the name of a people behind the number (*10,000 Nama*), may be who is killed or wounded."""
    word = tokens.lower[head]
    if tags[head] == "NAME":
        return (number.low or number.high) != 1 and tags[head - 1] == "NUM"
    if "animal" in noun_classes().get(word, ()):
        return False
    several = tags[head] == "NOUN" and (word.endswith(("s", "men", "folk")) or number.low == 1)
    return several and word not in rules.abstract and not _collective(word)


def _no_quantity(lower: list[str], tags: list[str], sentence: Sentence, number: Number, rules: CountRules) -> bool:
    after = lower[number.last] if number.last < sentence.last else ""
    before = lower[number.first - 1] if number.first > sentence.first else ""
    if after in PARTS and lower[number.last + 1 : number.last + 2] == ["of"]:
        # *One third of the defenders died*
        return True
    if (
        _age(lower, number)
        or after in _UNITS
        or before in _MONEY
        or tags[number.core] == "MONTH"
        or (after and tags[number.last] == "MONTH")
    ):
        return True
    if after == "more" and lower[number.last + 1 : number.last + 2] == ["than"]:
        # *In 1985 more than 300 people were killed*
        return True
    if before == "but" and number.first - 2 >= sentence.first and lower[number.first - 2] == "all":
        # *All but 50 of the 600 defenders were killed*
        return True
    if before and tags[number.first - 1] == "MONTH" and number.first == number.core and after not in rules.people:
        return True
    days = lower[number.last : number.last + 1] in (["and"], ["to"], ["-"]) and tags[number.last + 1 : number.last + 3]
    if days and days[0] == "NUM" and days[-1] == "MONTH":
        # *over 19 and 20 May*
        return True
    if before in ("of", "out") and _base(lower, tags, sentence, number.first - 1):
        return True
    second = number.first - 2
    if before in ("the", "their", "its", "his", "her", "some") and second >= sentence.first and lower[second] == "of":
        # *Of the 600 men who charged, 118 were killed*
        return _base(lower, tags, sentence, second)
    if before in GENITIVES and _of_whose(lower, tags, sentence, second):
        return True
    if before == "of" and after in _KINDREDS and lower[second] in rules.people:
        # *24 members of two families were killed*
        return True
    if before == "of" and _whole(lower, tags, sentence, second, rules):
        return True
    if before == "," and after not in ("dozen", "hundred", "thousand") and lower[number.core] in ("a", "an"):
        # An apposition: "Murakhovskyi, a commander of the battalion, was killed".
        return tags[max(number.first - 2, sentence.first)] == "NAME"
    if before and number.first == number.core and _label(before, tags[number.first - 1]):
        return True
    if _rate(lower, number.last, sentence.last) or _span_of_years(lower, number, after):
        return True
    year = tags[number.core] == "YEAR" and number.last == number.core + 1
    opening = before == "in" and number.first - 1 == sentence.first
    if year and before and number.first == number.core and (opening or tags[number.first - 1] == "MONTH"):
        # *On 5 May 1916 prisoners were shot*
        return True
    return year and after not in rules.people and after not in rules.participle


def _span_of_years(lower: list[str], number: Number, after: str) -> bool:
    """*Between 1991 and 2001, about 50,000 people were killed*: from when to when; not *between 1500 and 2000 men*."""
    years = [word for word in lower[number.first : number.last] if len(word) == 4 and word.isdigit() and word < "2100"]
    return len(years) == 2 and years[0] < years[1] and (after in _ANOTHER_NUMBER or after[:1].isdigit())


def _age(lower: list[str], number: Number) -> bool:
    """*10 year-old children*, *63 years old*."""
    behind = lower[number.last : number.last + 2]
    return lower[number.core].isdigit() and bool(behind) and (behind[0].endswith("-old") or behind[1:] == ["old"])


def _rate(lower: list[str], at: int, last: int) -> bool:
    """*up to 100 people being buried a day*: what happens time and again, not once."""
    end = min(at + _NEAR_RATE, last - 2)
    while at < end and lower[at].isalpha():
        if lower[at] == "for" and lower[at + 1] in ("every", "each"):
            # *five soldiers killed for every one of theirs*
            return True
        each = lower[at] in _EACH and lower[at + 1] in _SPELLS
        if each and (lower[at] != "a" or not lower[at + 2][0].isalpha()):
            return True
        at += 1
    return False


def _base(lower: list[str], tags: list[str], sentence: Sentence, at: int) -> bool:
    """*Of the 900 defenders*, *out of 33 crew members*, *11 of the 15 hostages*: the number that a part is taken of."""
    if at == sentence.first or lower[at - 1] in (",", ";", "that", "and", "out"):
        return True
    return tags[at - 1] in ("NUM", "YEAR") or lower[at - 1] in ("most", "many", "all", "half", "some", "several")


def _of_whose(lower: list[str], tags: list[str], sentence: Sentence, at: int) -> bool:
    """*Of the regiment's 600 men, 118 were killed*: the number that a part is taken of; of *all of the fort's 600 men* it is theirs."""
    while at > sentence.first and tags[at] in ("DET", "POSS", "ADJ", "NAME", "NOUN"):
        at -= 1
    return lower[at] == "of" and lower[at - 1] != "all" and _base(lower, tags, sentence, at)


def _whole(lower: list[str], tags: list[str], sentence: Sentence, at: int, rules: CountRules) -> bool:
    """*from their force of 4,000*, *out of an army of 30,000*: a strength, not a loss."""
    if at <= sentence.first or lower[at] not in rules.wholes:
        return False
    at -= 1
    while at > sentence.first and tags[at] in ("DET", "POSS", "ADJ", "NAME", "NOUN", "GEN", "VBN"):
        at -= 1
    # *half of the city's population of 300,000*; of those slaughtered the whole is told.
    return lower[at] == "from" or (lower[at] == "of" and lower[at - 1] not in rules.of)


def _label(before: str, tag: str) -> bool:
    """Whether the word before makes the number part of a name: *Task Force 20*, *Resolution 678*."""
    return tag == "NAME" and (before in actor_rules().heads or before in actor_rules().thing_words)


def _before_noun(tokens: Tokens, parse: Parse, sentence: Sentence, at: int, rules: CountRules) -> bool:
    """Whether a participle modifies a noun that follows: *20 wounded soldiers*; not *438 taken prisoner*."""
    nxt = at + 1
    if tokens.lower[at] in _MADE and tokens.lower[nxt : nxt + 1] in _HELD:
        return False
    if nxt < sentence.last and parse.tags[nxt] == "NAME":
        if tokens.words[nxt].endswith("s") and tokens.lower[at] != "dead":
            return True
        nxt += 1
    return (
        nxt < sentence.last
        and tokens.lower[nxt] in rules.people
        and parse.tags[nxt] in ("NOUN", "NAME", "ADJ")
        and tokens.lower[at] != "dead"
    )


def _collective(word: str) -> bool:
    """Whether a noun is a unit, a body, a household or a ship: one of them is no single victim."""
    head = actor_rules().heads.get(word)
    if word in _BY_ONE:
        return False
    return word in _HOUSEHOLDS or (head is not None and head.group in ("unit", "body", "force", "materiel"))


def _people(word: str, tag: str, original: str, number: Number, rules: CountRules) -> bool:
    if word in rules.people or word in rules.nouns:
        return True
    # Capitalised plurals are peoples: 300 Spartans; "one Malaysian".
    if tag == "NAME" and number.low == number.high == 1 and original in actor_rules().known:
        return True
    return tag == "NAME" and original[:1].isupper() and (word.endswith(("s", "men", "ese", "ish", "nch")))


def kind_of(tokens: Tokens, first: int, head: int, rules: CountRules) -> str:
    """civilian, combatant, or unknown, by the counted noun and its modifiers.

    >>> from pipeline import extract
    >>> [(m.value.who, m.value.who_kind) for m in extract("Two nurses and 12 rebels were killed.").mentions.counts]
    [('Two nurses', 'civilian'), ('12 rebels', 'combatant')]
    """
    word = tokens.lower[head]
    if word in rules.combatant:
        return "combatant"
    if word in rules.civilian:
        return "civilian"
    for at in range(first, head):
        if tokens.lower[at] in ("civilian", "unarmed", "innocent"):
            return "civilian"
        if tokens.lower[at] in ("enemy", "rebel", "military", "army"):
            return "combatant"
    return "unknown"
