"""Base noun phrases, verb groups and what stands between them, by one regular expression over the class codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.grammar.context import context_words, time_nouns
from pipeline.grammar.fixed import INSERTION
from pipeline.grammar.valency import appointing, giving
from pipeline.records import Chunk, VerbGroup
from pipeline.rules.grammar import AT_REST, BIDDING, HELD, HELP, KIN, OFFICE_DEGREES, OFFICES, SIDES, forms_of, grammar
from pipeline.rules.nouns import demonyms, noun_classes

__all__ = ["Item", "scan"]

_OF_TIMES = frozenset({"following", "next", "same", "previous", "preceding", "last"})
_NAMING = frozenset({"times", "time", "foot"})
"""Nouns of times and measures that newspapers and regiments are called by."""
_YEAR = re.compile(r"\d{3}")
_PART_OF_YEAR = frozenset(
    {"end", "beginning", "start", "middle", "close", "spring", "summer", "autumn", "winter", "fall"}
)
_GOES_ON = tuple("LEZBHUFA")
Item = tuple[str, int, int]
"""What a clause is made of: its code, its index among chunks or groups (or -1), and its first token.

N noun phrase, t phrase of time, V finite group, g gerund or present participle, p bare participle, i infinitive; else the token's class code.
"""

# After an article the date belongs to the noun (*the 6 November attack*), otherwise it stands alone (*On 6 November Kluck sent …*).
_TIME = r"(?P<time>(?<![DPJS])[Cc]t?-[Cc]t(?:,?a)?(?![NMSJ])|(?<![DPJS])[Cc]a|(?<![DPJS])(?:[Cc]t|t)(?:[Cc](?:-[Cc])?(?![NMJ]))?(?:,?a)?|[Cc]t(?:,?a)?(?![NMSJ])|(?:(?<![DPJS])|(?<=IJ)|(?<=IDJ))a(?:-[aC])?(?![NS]))"
_AUXILIARIES = rf'(?:[UBFHbeh][A!"]*(?:{INSERTION}(?=[A!]*[VZLpGEbeDJI]))?)'
_GROUP = rf"(?P<group>(?:i[A!]*)?{_AUXILIARIES}*[A!]*[VZLpGE]|(?:i[A!]*)?{_AUXILIARIES}+)"
# A number or month after a plain noun begins a phrase of its own (*forces 6 kilometres away*), after a name it belongs to it (*Route 4*).
# *the numerically and materially superior army*: two adverbs say of one adjective how.
_MODIFIER = r'(?:(?:A(?:KA)?)?J|[aNM]S?|(?<!N)[CctS]S?|S|-(?=[MNCcJ])|"(?=[JMNC]))'
# *Field's and Hoke's divisions*: the owner of what the next phrase names.
_OWNING = r"(?:S(?=(?:,K?|K)[DPJMN]+S))?"
_HEAD = rf'(?:[NM]|(?<!N)[Cct])"?{_OWNING}'
# *a short but desperate battle*, *a heavy, concentrated barrage*, *Lee's exposed and starving army* are one phrase.
_PHRASE = (
    rf"(?P<phrase>(?:(?:[DP]+|[DP]*[NM]+S)A?[JC]*J(?:[K,]A?J|KA?G)|(?<=[LEVGZ])J,J){_MODIFIER}*{_HEAD}"
    rf'|(?:[DP]+|(?<![NMC]))(?:A?J|[Cc])*J(?=[IBHULEKRqT,.;)])|(?:A(?=A?[JC]))?(?:C(?=D[NMJC]))?(?:[DP]+[A"]?)?(?:(?<=N)C)?{_MODIFIER}*{_HEAD}'
    r"|(?:[DP]+|(?<![NMC]))J(?=[IBHULEKR,.;)])|O|D(?=[IBHULEFKRZ,.;]))"
)
# What begins nothing longer comes first, and each alternative is tried only where it can begin: most of the scan's time is saved.
_ITEM = re.compile(
    rf"(?P<link>[IqQK,.;:()RTWY])|(?=[Cta]){_TIME}|(?=[iUBFHbehA!VZLpGE]){_GROUP}|(?=[DPAJNMCctaOS\"-]){_PHRASE}|(?P<other>.)",
    re.DOTALL,
)

_INSERTED = 'A!",INJatC'
"""Codes of what stands between an auxiliary and its verb."""
_WITH_ARTICLE = frozenset({"D", "DC"})
_NAMELESS = frozenset({"NM", "NC", "JC", "CD", "CM", "DJ"})
"""Codes with which a phrase begins that ends before a name (*In response William*, *In 673 the Danes*, *In the north Blücher*)."""
_DAYS = frozenset(f"{day}{suffix}" for day in range(1, 32) for suffix in ("st", "nd", "rd", "th"))
_ATTENDING = frozenset({"with", "without"})
_COSTING = frozenset({"cost", "costs", "costing"})
_ZONES = frozenset(
    {"utc", "gmt", "eet", "eest", "cet", "cest", "est", "edt", "pst", "msk", "bst", "ist", "local", "hours"}
)
_SURNAMES = frozenset({"king", "pope", "duke"})
_HELD_REACH = 16
"""Tokens from the verb to the last of those whom it makes prisoners, at most."""
_HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "hrs"})
_ON_DAYS = frozenset({"on", "until", "till"})
_IN_YEARS = frozenset({"in", "since", "by", "until"})


_PARTS_OF_DAY = frozenset({"evening", "morning", "afternoon"})
# A noun of time that makes no compound with what follows it.
_PERIODS = frozenset({"year", "month", "week", "decade", "century", "years", "months", "weeks", "decades"})
# A preposition begins the sentence, and a verb follows its noun phrase at once, or the last of two.
# *In 792 Hisham, after some delay, marched*: an insertion may part the subject from its verb.
_VERB_FOLLOWS = r"(?:,(?:A|[Iq]I?[Nt]|t)+,|,[RWY][^,;:]+,)?A*V"
_FRONTED = re.compile(rf"[KAQ]*(?:It)?I{{1,2}}(?:NI)*(N){_VERB_FOLLOWS}")
# *In Cairo police and students clashed*, *In Cairo and Suez students marched*
_FRONTED_PAIRS = (re.compile(r"[KA]*(?:It)?IN(?:K|,K)(N)A*V"), re.compile(r"[KA]*(?:It)?I(N)KNA*V"))
# *During the war Peter I of Russia had …*
_FRONTED_OF = re.compile(r"[KA]*I(N)INA*V")
_ANEW = re.compile(r"[,;]KI")
"""A clause that begins with a preposition."""


def scan(
    codes: str, lower: list[str], first: int, last: int, chunks: list[Chunk], groups: list[VerbGroup]
) -> tuple[list[Item], str]:
    """The items of one sentence, in order, and their codes in one string; its noun phrases and verb groups are appended to ``chunks`` and ``groups``.

    >>> from pipeline.grammar import parse
    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> tokens = split(clean(Document("kut", "The Turkish army took the town.")))
    >>> [tokens.words[chunk.first : chunk.last] for chunk in parse(tokens).chunks]
    [['The', 'Turkish', 'army'], ['the', 'town']]
    """
    items: list[Item] = []
    for match in _ITEM.finditer(codes, first, last):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "link":
            items.append((codes[start], -1, start))
        elif kind == "phrase" or kind == "time":  # noqa: PLR1714 (this is asked of every word)
            items.append(_phrase(codes, lower, start, end, items, chunks, is_time=kind == "time"))
        elif kind == "group":
            code, head, passive, finite, negated = _group(match[0])
            if match[0] == "V" and start and lower[start - 1] in HELP:
                # *helped evacuate the town*
                code, finite = "i", False
            if code == "i" and codes[start - 1] == "!" and start:
                # *vowed not to yield*
                negated = lower[start - 2] not in {"if", "or"}
            items.append((code, len(groups), start))
            groups.append(VerbGroup(start, end, start + head, passive, finite, negated))
        elif codes[start] not in '_"':
            items.append((codes[start], -1, start))
    kinds = "".join([item[0] for item in items])
    if _part_from_subject(items, kinds, chunks, codes, lower):
        kinds = "".join([item[0] for item in items])
    return items, kinds


def _phrase(
    codes: str, lower: list[str], start: int, end: int, items: list[Item], chunks: list[Chunk], *, is_time: bool
) -> Item:
    """The item of a noun phrase or a time, which is appended to ``chunks``; what it begins with may be an item of its own before it."""
    head = end - 1
    while head > start and codes[head] in '"S':
        head -= 1
    noun = lower[head]
    # Most nouns are no time, and are spared the call.
    timely = noun in _timely() or codes[head] in "tC" or ":" in noun
    temporal = is_time or (timely and _is_temporal(codes, lower, start, head, end))
    if is_time and codes[end - 2 : end] == "tC" and lower[end - 1].isalpha():
        # *in December two of his divisions were encircled*: no day of the month.
        start = head = _cut(items, chunks, start, end - 1, temporal=True)
        temporal = False
    elif temporal:
        cut = 0 if is_time else _number_behind_name(codes, start, head) or _time_given(codes, lower, start, head)
        if cut:
            # *gave Lee time to retreat*, *pushed the Russians 120 kilometres back*, *captured Seoul three days later*: two phrases.
            start = _cut(items, chunks, start, cut, temporal=False)
    elif end - start > 1 and _may_be_two(codes[start:end]):
        if cut := _end_of_time(codes, lower, start, head, end, time_nouns()):
            start = _cut(items, chunks, start, cut, temporal=True)
        elif cut := _end_of_first(codes, lower, start, head, end):
            start = _cut(items, chunks, start, cut, temporal=False)
    if (
        codes[start - 1] == "I"
        and codes[start : start + 2] in _NAMELESS
        and (cut := _before_actor(codes, lower, start, end))
    ):
        # *In response William marched on Rochester*, *In the north Blücher drove him back*: two phrases.
        start = _cut(items, chunks, start, cut, temporal=lower[cut - 1] in time_nouns() or codes[cut - 1] == "C")
    chunks.append(Chunk(start, end, head, temporal))
    return "t" if temporal else "N", len(chunks) - 1, start


def _is_temporal(codes: str, lower: list[str], start: int, head: int, end: int) -> bool:
    """Whether a noun phrase is a time or a measure by its noun (*the next day*, *12 miles*, *at 05:15*, *on the 3rd*)."""
    noun, code = lower[head], codes[head]
    if code == "M" and noun in _NAMING:
        # *The New York Times reported that …*, *The 3rd Foot attacked*
        return False
    if noun in _timely() and (
        (noun in _measures() and _is_measure(codes, lower, start, end, head))
        or (noun in time_nouns() and not _of_forts(codes, lower, end, noun))
    ):
        return True
    if code == "t" and head > start and lower[head - 1] in _OF_TIMES:
        return True
    if ":" in noun and _is_clock(noun):
        return True
    return code in "tC" and codes[start:head] in _WITH_ARTICLE and _is_day(codes, lower, start, head)


@lru_cache(maxsize=4096)
def _may_be_two(codes: str) -> bool:
    """Whether a noun phrase of some codes may be a time or a name and what follows it at once; most are *the army*, *the red army*."""
    head = len(codes.rstrip('"S')) - 1
    timed = codes[0] in "aJNC" or "NM" in codes or codes.startswith("DC")
    return timed or head < 1 or "M" in codes[:head] or codes[head - 1 : head + 1] == "NN"


def _cut(items: list[Item], chunks: list[Chunk], start: int, end: int, *, temporal: bool) -> int:
    """The token at which a noun phrase ends that another follows at once; the first of the two is appended."""
    items.append(("t" if temporal else "N", len(chunks), start))
    chunks.append(Chunk(start, end, end - 1, temporal))
    return end


def _end_of_time(codes: str, lower: list[str], start: int, head: int, end: int, times: frozenset[str]) -> int:
    """Where a time ends that a noun phrase follows at once, or 0."""
    first = codes[start]
    if (first in "aJ" or codes.find("NM", start, end) >= 0) and (cut := _time_within(codes, lower, start, head, times)):
        # *Over the next four days Argentine pilots …*
        return cut
    if first == "D":
        # *On the 14th mortar rounds landed*
        return start + 2 if codes[start + 1] == "C" and _is_day_before(codes, lower, start, head) else 0
    # *By 5:30 pm troops had left*
    return _clock_before(lower, start, head) if head > start and first in "NC" else 0


def _end_of_first(codes: str, lower: list[str], start: int, head: int, end: int) -> int:
    """Where the first of two objects ends, or 0."""
    if lower[start - 1] in _COSTING and "M" in codes[start:head]:
        # *cost the French 6,000 killed*
        return _number_behind_name(codes, start, end)
    if codes[start] == "M" and start < head and lower[start - 1] in appointing():
        office = _office_behind_name(lower, start, end)
        if office and set(codes[start:office]) == {"M"}:
            return office
    if lower[head] in BIDDING and lower[start - 1] in giving() and set(codes[start:head]) == {"M"}:
        # *gave Ewell orders to attack*, but *gave British orders*
        return head if lower[head - 1] not in demonyms() else 0
    if codes.startswith("NN", head - 1) and start < head - 1 and lower[start - 1] in appointing():
        # *made his brother duke*, *crowned his eldest son king*; not *appointed a deputy governor*
        return head if lower[head - 1] in KIN and "person" in noun_classes().get(lower[head], ()) else 0
    if codes[head] != "N" or not (codes[head - 1] == "M" or (codes[head - 1] == "N" and lower[head] in HELD)):
        return 0
    if lower[head] in HELD and start < head and codes[start - 1] in "K,IA" and _held_before(codes, lower, start):
        # *took a priest and several churchgoers hostage*, *held more than 100 people hostage*, *took the garrison of Ulm prisoner*
        return head
    # *appointed Grant commander*
    return head if (start < head - 1 or codes[start] in "MN") and _names_to_office(lower, start, head) else 0


def _part_from_subject(items: list[Item], kinds: str, chunks: list[Chunk], codes: str, lower: list[str]) -> bool:
    """*Under that treaty Romania was obliged*, *…, and on the way Captain Hale was killed*: whether a phrase that a preposition begins and a verb follows at once held the subject too."""
    found = False
    opened = [match.start() + 1 for match in _ANEW.finditer(kinds)] if "KI" in kinds else []
    if kinds[:1] in ("K", "A", "I") or kinds[:2] == "QI":
        opened.insert(0, 0)
    for start in reversed(opened):
        for pattern in (_FRONTED, _FRONTED_OF, *_FRONTED_PAIRS):
            if (match := pattern.match(kinds, start)) and _parted(items, chunks, codes, lower, match.start(1)):
                found = True
                break
    return found


def _parted(items: list[Item], chunks: list[Chunk], codes: str, lower: list[str], place: int) -> bool:
    """Whether the phrase of an item was two, and is now."""
    index = items[place][1]
    phrase = chunks[index]
    anew = (at for at in range(phrase.first + 1, phrase.head + 1) if _begins_anew(codes, lower, phrase.first, at))
    cut = next(anew, 0)
    if not cut:
        return False
    temporal = codes[cut - 1] in "ta" or lower[cut - 1] in _PERIODS
    chunks[index : index + 1] = [Chunk(phrase.first, cut, cut - 1, temporal), Chunk(cut, phrase.last, phrase.head)]
    for at in range(place + 1, len(items)):
        kind, later, token = items[at]
        if kind in "Nt":
            items[at] = (kind, later + 1, token)
    items[place : place + 1] = [("t" if temporal else "N", index, phrase.first), ("N", index + 1, cut)]
    return True


def _begins_anew(codes: str, lower: list[str], first: int, at: int) -> bool:
    """A name right behind a common noun or date; an adjective or number behind one that has its article; a noun behind *year* or a name, thousands behind a name."""
    if lower[at - 1] in _PERIODS | _PARTS_OF_DAY and codes[at] == "N" and codes[first] in "DP":
        # *In the following year hostilities were renewed*, *In the early evening officers stormed the hostel*
        return True
    if codes[at - 1 : at + 1] == "MC":
        # *At Cannae 50,000 Romans perished*
        return "," in lower[at]
    if codes[at - 1 : at + 1] == "MM" and codes[first] == "D" and lower[at - 1].endswith("s"):
        # *In the war against the Danes Nelson took Copenhagen*
        return lower[at - 1] in demonyms()
    if at == first + 1 and codes.startswith("MMSN", first) and lower[first - 1] in AT_REST:
        # *At Cannae Hannibal's army was victorious*
        return "force" in noun_classes().get(lower[first + 3], ())
    if codes[at - 1] == codes[first] == "M" and lower[first - 1] not in _ATTENDING:
        # *In Baghdad gunmen killed six men*, *In Alsace French troops crossed the Rhine*; but *With French troops gone, …*
        return codes[at] == "N" or (lower[at] in demonyms() and lower[at - 1] not in SIDES)
    return codes[at - 1] in "Nta" and (codes[at] == "M" or (codes[at] in "JC" and codes[first] in "DP"))


def _of_forts(codes: str, lower: list[str], end: int, noun: str) -> bool:
    """*the fall of the forts*, but *the fall of 1864*."""
    return noun == "fall" and lower[end : end + 1] == ["of"] and codes[end + 1 : end + 2] not in {"a", "c", "C", "t"}


def _before_actor(codes: str, lower: list[str], start: int, end: int) -> int:
    """Where *response*, *the north* or *the left* ends before a name that is a phrase of its own; 0 where none is."""
    if codes.startswith(("NM", "NC", "JC"), start) and lower[start] in context_words().bare:
        # *in total 961 men were taken*
        return start + 1
    dated = lower[start - 1] == "in" or (lower[start - 1] == "of" and lower[start - 2] in _PART_OF_YEAR)
    if codes.startswith("CD", start) and dated and _YEAR.fullmatch(lower[start]):
        # *In 673 the Danes burned Riga*
        return start + 1
    if codes.startswith("CM", start) and dated and _YEAR.fullmatch(lower[start]):
        # *In 416 Athens besieged Melos*, *at the end of 870 Halfdan seized Reading*
        return start + 1 if codes[end : end + 1] in _GOES_ON or codes.startswith(("K", ","), end) else 0
    if not (codes.startswith("DJM", start) and lower[start + 1] in SIDES):
        return 0
    # *To the south British forces under Allenby took the wells*, *In the west German and Italian troops …*; not *in the south German states of*.
    head = end + 2 if codes.startswith("KMN", end) else end - 1
    forces = codes[end : end + 1] in ("I", "K") and "force" in noun_classes().get(lower[head], ())
    return start + 2 if forces or codes[end : end + 1] in _GOES_ON else 0


def _is_clock(word: str) -> bool:
    """*05:15*, *17:30*: a time of day."""
    hour, colon, minute = word.partition(":")
    return bool(colon) and hour.isdigit() and minute.isdigit()


def _is_day(codes: str, lower: list[str], start: int, head: int) -> bool:
    """*fell on the 3rd*, *on the 29 August*: a day that the month before or behind completes."""
    if codes[head] == "t":
        return head - start > 1
    return codes[head] == "C" and lower[head] in _DAYS and start > 0 and lower[start - 1] in _ON_DAYS


def _names_to_office(lower: list[str], start: int, head: int) -> bool:
    """Whether the verb before gives the office that the noun behind a name says, to one person: not *appointed Danish officers*."""
    if lower[head] in HELD:
        # *took Bayezid prisoner*
        return lower[start - 1] in _holding()
    return lower[start - 1] in appointing() and not lower[head].endswith("s") and lower[head - 1] not in demonyms()


def _office_behind_name(lower: list[str], start: int, end: int) -> int:
    """*made Badoglio Viceroy of Ethiopia*, *appointed Ben Gurion Prime Minister*: where the office begins that a name is given, or 0."""
    at = next((k for k in range(start + 1, end) if lower[k] in OFFICES), 0)
    if not at or (lower[at] in _SURNAMES and lower[at + 1 : at + 2] != ["of"]) or lower[at - 1] in demonyms():
        # *named Stephen King*, *was elected U.S. president*
        return 0
    while at - 1 > start and lower[at - 1] in OFFICE_DEGREES:
        at -= 1
    return at


def _held_before(codes: str, lower: list[str], start: int) -> bool:
    """Whether the last verb before a token is one of those that make a prisoner of somebody."""
    at = start - 1
    while at > max(start - _HELD_REACH, 0) and codes[at] in "DPAJCMNSKI,aO":
        at -= 1
    return lower[at] in _holding()


@cache
def _holding() -> frozenset[str]:
    return forms_of(("take", "make", "hold", "lead", "carry"))


def _clock_before(lower: list[str], start: int, head: int) -> int:
    """Token after a time of day that a noun follows in the same phrase, or 0."""
    if lower[start + 1] in _HALVES:
        return start + 2 if head > start + 1 else 0
    if lower[start + 1] in _ZONES:
        return 0
    return start + 1 if ":" in lower[start] and _is_clock(lower[start]) else 0


def _number_behind_name(codes: str, start: int, head: int) -> int:
    """Token of a number that stands right behind a name or noun, or 0."""
    return next((at for at in range(start + 1, head) if codes[at] == "C" and codes[at - 1] in "MN"), 0)


def _time_given(codes: str, lower: list[str], start: int, head: int) -> int:
    """Where the name ends of whom the verb before gives time, or 0."""
    named = codes[head - 1] == "M" or codes[start:head] == "DN"
    return head if lower[head] == "time" and named and lower[start - 1] in (giving() | _allowing()) else 0


@cache
def _allowing() -> frozenset[str]:
    return forms_of(("allow", "buy"))


def _is_measure(codes: str, lower: list[str], start: int, end: int, head: int) -> bool:
    """Whether a noun of measure is one: *advanced 12 miles*, *some 40 km*: how far, not what; but *six miles of track*."""
    return "C" in codes[start:head] and "square" not in lower[start:head] and lower[end : end + 1] != ["of"]


def _is_day_before(codes: str, lower: list[str], start: int, head: int) -> bool:
    """Whether *on the 14th* is a day before several without article or a name, not the number of what follows (*on the 14th floor*)."""
    if lower[start - 1] != "on" or lower[start + 1] not in _DAYS or head <= start + 1:
        return False
    if codes[start + 2] == "M":
        # *On the 15th Kleist took Riga*; not *fell on the 15th Alabama*, *On the 15th Division fell …*.
        opens = start == 1 or codes[start - 2] in "._"
        return opens and codes[head] == "M" and lower[head] not in noun_classes()
    return codes[start + 2] in "NJ" and codes[head] == "N" and lower[head].endswith("s")


def _time_within(codes: str, lower: list[str], start: int, head: int, times: frozenset[str]) -> int:
    """Token after a noun of time, or a month without article, that a name follows inside a noun phrase; 0 where there is none."""
    if (
        codes[start] == "a"
        and lower[start - 1] in _IN_YEARS
        and (lower[head].endswith("s") or codes[head + 1 : head + 2] in ("L", "E", "B", "H"))
    ):
        # *In 1948 forces of the Haganah captured Haifa*, *in 1848 violence erupted in Milan*
        return start + 1
    for at in range(start + 1, head):
        if codes[at + 1] == "M" and lower[at] in times and codes[at] == "N" and head - start > 2:
            return at + 1
        if codes[at] in "ta" and codes[at + 1] in "MN" and codes[start] == "J":
            # *in late April Soviet forces stormed the city*
            return at + 1
    return 0


@cache
def _measures() -> frozenset[str]:
    return frozenset(grammar().time.measure)


@cache
def _timely() -> frozenset[str]:
    """Nouns of time and of measure."""
    return time_nouns() | _measures()


@lru_cache(maxsize=4096)
def _group(codes: str) -> tuple[str, int, bool, bool, bool]:
    """Item code, place of the main verb, voice, finiteness and negation of a verb group; a few hundred kinds make up all of them."""
    words = codes.rstrip(_INSERTED) or codes[:1]
    main, before = words[-1], [code for code in words[:-1] if code not in _INSERTED]
    passive = main == "p" and (not before or before[-1] in "Bbe")
    start = codes.lstrip("A!")[:1]
    finite = start in "UBFHLZVE"
    code = "V" if finite else start if start in "ip" else "g"
    return code, len(words) - 1, passive, finite, "!" in codes
