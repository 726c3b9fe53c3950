"""Word classes in context: what is a noun here and a verb there, what a past tense and what a participle."""

from __future__ import annotations

import re

from pipeline.grammar.bases import BASES, listed
from pipeline.grammar.capitals import settle_capitals
from pipeline.grammar.context import context_words, time_nouns
from pipeline.grammar.entries import settle_presents
from pipeline.grammar.fixed import INSERTION, settle_dashes, settle_phrases, settle_quotes
from pipeline.grammar.gerunds import NOUNS, gerund, is_deed
from pipeline.grammar.lexicon import lexicon
from pipeline.grammar.pasts import BE, NOUNISH, STARTS_PHRASE, like_partner, past_or_participle
from pipeline.grammar.quantities import bound_numbers
from pipeline.grammar.valency import harming
from pipeline.records import Tokens
from pipeline.rules.grammar import FATES, HOW_MANY
from pipeline.rules.nouns import demonyms
from pipeline.rules.status import status_words

__all__ = ["codes_of"]

_AMBIGUOUS = re.compile(r"[xyjEGXwTicqfprodnk]")
_OWNER_OF_NOTHING = re.compile(r"P(?=A?[iIq.,;:)KQW])|(?<=H)P(?=[Ep][iIq.,;:)Ka])")
_KNOWN = frozenset(
    {
        "known",
        "described",
        "identified",
        "regarded",
        "recognised",
        "recognized",
        "referred",
        "disguised",
        "dressed",
        "posing",
    }
)
_RECURRING = frozenset(
    {
        "freed",
        "captured",
        "enslaved",
        "emancipated",
        "displaced",
        "exiled",
        "repeated",
        "renewed",
        "continued",
        "sustained",
        "concentrated",
        "combined",
    }
)
_WHERE_LEFT = frozenset({"on", "to", "at", "from", "against", "toward", "towards", "upon", "behind", "along", "into"})
# *sent a column around the Union left*; not *The troops around the city left*.
_AROUND_LEFT = frozenset({"around", "round", "across", "past", "beyond", "opposite"})
_STRIKING = frozenset("LEVG")
"""Codes of verbs whose object may be the left of an army."""
_GOES_ON = tuple([code] for code in "BHLEUIK")
_ORDINALS = frozenset({"first", "last", "second", "opening"})
_COMPARED = re.compile(r"D(?=[NJAD])")
_NOT_COMPARED = frozenset({
    "power", "water", "timber", "silver", "matter", "slaughter", "laughter", "danger", "anger", "other", "order", "paper", "labour", "after",
    "ever", "over", "under",
})  # fmt: skip
_AMOUNTS = frozenset({"many", "much", "few", "little"})
_SKIPPED = frozenset('A"_')
_INSERTED = re.compile(rf"[BHbehU]!?{INSERTION}$")
_LONGEST_INSERTED = 7
"""Tokens of an auxiliary and what is inserted behind it."""
_FINITE = frozenset("LBHZFUEXwyx")
_AUXILIARIES = 4
"""Tokens within which the verb of a relative clause follows its relative word."""
_HAVE = frozenset("Hh")
_REACH = 14
"""Tokens before a comma among which the verb of a list stands."""
_NEW_CLAUSE = frozenset("QTW")
_NO_LEVEL: frozenset[str] = frozenset()
_LORE = frozenset({"tradition", "legend", "folklore", "lore", "myth"})
_REPORTING = frozenset(
    {
        "news",
        "media",
        "intelligence",
        "police",
        "press",
        "eyewitness",
        "newspaper",
        "witness",
        "army",
        "radio",
        "agency",
    }
)
"""Whose *reports* are a noun sooner than a deed."""
_TIDINGS = frozenset({"news", "word", "tidings", "rumours", "rumors", "reports", "intelligence", "information"})
_SPEAKING = frozenset({"report", "plan", "negate"})


def codes_of(tokens: Tokens) -> list[str]:
    """One class code a token, as listed in `pipeline.grammar`; *E* where past tense and participle are left to the clause.

    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> "".join(codes_of(split(clean(Document("kut", "The rebels captured Kut.")))))
    'DNEM.'
    """
    known = lexicon()
    words = tokens.words
    codes = list(map(known.__getitem__, words))
    settle_capitals(codes, tokens)
    settle_dashes(codes, tokens)
    alone = codes.copy()
    _in_context(codes, tokens.lower, frozenset((0, *[sentence.first for sentence in tokens.sentences])))
    settle_presents(codes, alone, tokens)
    return codes


def _in_context(codes: list[str], lower: list[str], starts: frozenset[int]) -> None:
    """Settles each ambiguous code by the codes beside it; before the first token of a sentence, in ``starts``, stands nothing."""
    last = len(codes) - 1
    bound_numbers(codes, lower)
    line = "".join(codes)
    for match in _COMPARED.finditer(line):
        _compare(codes, lower, match.start())
    line = "".join(codes)
    settle_phrases(codes, lower, line)
    for match in _OWNER_OF_NOTHING.finditer(line):
        if lower[match.start()] == "her":
            # *caused her to capsize*, *took her by surprise*, *set her ablaze*, *had her killed*: no possessive.
            codes[match.start()] = "O"
    settle_quotes(codes, lower, line)
    for match in _AMBIGUOUS.finditer(line):
        at = match.start()
        if codes[at] != match[0]:  # settled already
            continue
        before = at - 1
        while before + 1 not in starts and codes[before] in _SKIPPED:
            before -= 1
        if codes[before] == ",":
            before = _before_insertion(codes, before)
        previous = "." if before + 1 in starts else codes[before]
        following = codes[at + 1] if at < last else "."
        code = match[0]
        judge = _JUDGES[code]
        codes[at] = judge(codes, lower, at, before, previous, following)


def _before_insertion(codes: list[str], comma: int) -> int:
    """*was, however, repulsed*: the auxiliary before a word or two between commas; else the comma itself."""
    match = _INSERTED.search("".join(codes[max(0, comma + 1 - _LONGEST_INSERTED) : comma + 1]))
    return comma if match is None else comma + 1 - len(match[0])


def _compare(codes: list[str], lower: list[str], at: int) -> None:
    """*Greene's much larger army*: how much, and no amount; *no longer held the fort*: how long, and none either."""
    behind = lower[at + 1]
    if behind == "longer" and lower[at] == "no" and lower[at + 2 : at + 3] != ["than"]:
        codes[at], codes[at + 1] = "A", "A"
        return
    if lower[at] == "much" and (behind.endswith("er") or behind in {"more", "less"}) and behind not in _NOT_COMPARED:
        codes[at] = "A"
        codes[at + 1] = "J" if codes[at + 1] == "N" else codes[at + 1]


def _that(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    if following in "BHUFLZE" and previous in "NMO,)":
        return "R"
    if (following in "Nxyc" and previous in "IiK.(,qQW") or _then(lower[at + 1 : at + 2]):
        # *besieged Riga that winter*
        return "D"
    if following == "N" and previous in "VLEG" and _of_one(codes, lower, at):
        # *pursued that goal until 1814*
        return "D"
    if previous == "N" and at == before + 1 and (said := _says(codes, lower, before)):
        codes[before] = said
        return "T"
    return "R" if previous == "N" and at == before + 1 and not _of_content(codes, lower, before) else "T"


def _says(codes: list[str], lower: list[str], at: int) -> str:
    """The code of the present that stands before *that*, not of a noun: *Sources state that*, *Livy claims that*; not *army reports that*."""
    word, who = lower[at], lower[at - 1]
    if at == 0 or codes[at - 1] not in "NM":
        return ""
    if word == "holds" and who in _LORE:
        return "Z"
    if "report" not in status_words().verbs.get(word, _NO_LEVEL):
        return ""
    if not word.endswith("s"):
        return "V" if who.endswith("s") else ""
    if codes[at - 1] == "M":
        return "Z" if who not in demonyms() and not who.endswith("s") else ""
    return "Z" if codes[at - 2] == "D" and at > 1 and who not in _REPORTING and not who.endswith("s") else ""


def _of_one(codes: list[str], lower: list[str], at: int) -> bool:
    """Whether *that* and a noun in the singular are an object, and no verb of a clause follows."""
    verb = lower[at - 1]
    if lower[at + 1].endswith("s") or status_words().verbs.get(verb, _NO_LEVEL) or verb in context_words().thinking:
        return False
    for ahead in range(at + 2, min(at + 12, len(codes))):
        if codes[ahead] in ".;,":
            return True
        if codes[ahead] in _FINITE:
            return False
    return True


def _then(words: list[str]) -> bool:
    """A noun of time in the singular that is no verb: *that winter*."""
    return any(word in time_nouns() and word != "fall" and not word.endswith("s") for word in words)


def _of_content(codes: list[str], lower: list[str], noun: int) -> bool:
    """What *that* follows holds a thought: *the claim that*, *told reporters that*; not *the hill that the Turks had taken*."""
    words = status_words()
    if lower[noun] in words.nouns or lower[noun] in context_words().thoughts:
        return True
    for at in range(noun - 1, max(-1, noun - 12), -1):
        if codes[at] in ".;":
            return False
        if words.verbs.get(lower[at], _NO_LEVEL) & _SPEAKING or lower[at] in context_words().thinking:
            return True
        if lower[at] in _TIDINGS and (lower[at + 1] == "reached" or lower[at + 1 : at + 3] == ["came", "to"]):
            # *News reached the king that …*
            return True
    return False


def _year(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    behind = lower[at + 1 : at + 3]
    befell = not FATES.isdisjoint(behind[:1]) or (behind[:1] == ["were"] and behind[-1] in harming())
    if previous in "K,QN" and befell:  # *rushed into the flames, and 2000 perished*, *that winter 2000 died*
        return "C"
    if previous == "," and before > 0:
        month = codes[before - 2] if before > 1 and codes[before - 1] in "Cc" else codes[before - 1]
        if month == "t" or (following == "," and month == "N"):
            # *on January 5, 1918, …*, *in January, 1918, …*, *In the election, 1990, …*
            return "a"
    if previous in "Cc" and before > 0 and codes[before - 1] == "t":  # *on September 4 1901 the commando was …*
        return "a"
    dated = before >= 0 and lower[before] in context_words().year_before and following not in "Nxy"
    if previous == "t" or (dated and behind[:1] != ["of"]):
        # *in May 1314*, *at Easter 1314 Bruce …*; not *that winter 1200 of them*
        return "a"
    return "a" if before >= 0 and lower[before] in {"in", "since", "until", "during"} else "C"


def _on_the_left(codes: list[str], lower: list[str], last: int, following: str) -> bool:
    """Whether a preposition governs the article and the people or person whose left it is: nobody left anything.

    *On the French left, the Danes gave way*, *overran the Union left*, *linked up with Lee's left*; but *The attack on the town left 30 people dead*.
    """
    owned = codes[last] == "S"
    first = last - 1 - owned
    if (codes[last] in "MS" and following == "B") or (owned and following not in STARTS_PHRASE):
        # *The Union left was turned*
        return True
    if last < 2 or not (lower[first] == "the" or (owned and codes[last - 1] == "M")):
        return False
    if owned and lower[first] != "the":
        first += 1
    if codes[first - 1] in _STRIKING and codes[last] in "MS" and following not in STARTS_PHRASE:
        return True
    if lower[first - 1] not in _WHERE_LEFT and not (codes[last] in "MS" and lower[first - 1] in _AROUND_LEFT):
        return False
    return following not in STARTS_PHRASE or first < 2 or codes[first - 2] in ",;:."


def _past(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """*turned the Union left flank*, but *the Union left it*."""
    if lower[at] == "left" and previous in "MND" and following in NOUNISH and lower[at + 1] in context_words().sided:
        return "J"
    if lower[at] == "left" and _on_the_left(codes, lower, before, following):
        # *On the French left, the Danes gave way*
        return "N"
    if lower[at] == "got" and following in "Ep" and codes[at + 2 : at + 3][:1] not in (["D"], ["P"], ["O"], ["C"]):
        # *got captured*
        return "B"
    if lower[at] == "shot" and (previous == "D" or lower[before] in _ORDINALS):
        # *fired the first shot*
        return "N"
    if lower[at] in _RECURRING and previous in ".,(TQq" and _standing_before(codes, at):
        # *Repeated French counterattacks were unable to reach the city*
        return "J"
    if lower[at] in _RECURRING and previous == "I" and following == "G" and is_deed(lower[at + 1]):
        # *The collapse of the truce led to renewed fighting*
        return "J"
    if lower[at - 1] == "not" and at > 1 and codes[at - 2] in "NM":
        # *destroyed the supplies not burned the day before*
        return "p"
    if lower[at - 1] == "more" and at > 1 and following not in NOUNISH and _how_many(codes, lower, at - 2):
        # *were killed and many more wounded*
        codes[at - 1] = "A"
        codes[at - 2] = "O" if codes[at - 2] == "D" else codes[at - 2]
        return "E"
    if previous == "J" and lower[before] == "likely" and before > 0 and codes[before - 1] in "NMO":
        # *the rebels likely obtained control*
        codes[before] = "A"
        return "E"
    if previous == "p" and at == before + 1 and "R" in codes[max(0, before - _AUXILIARIES) : before]:
        # *the men who had been captured escaped*: the clause of *who* is over.
        return "E"
    if previous == "," and following in "Ii" and listed(codes, at) and _goes_on_passive(codes, before):
        # *was captured at Compiègne, sold to the English and burned in Rouen*
        return "p"
    return past_or_participle(codes, lower, at, before, previous, following)


def _how_many(codes: list[str], lower: list[str], at: int) -> bool:
    """*many*, *hundreds*, *20*: of whom *more* are told."""
    return codes[at] == "C" or lower[at] in HOW_MANY


def _goes_on_passive(codes: list[str], comma: int) -> bool:
    """Whether the verb before a comma is a passive; not *was taken, so Alfonso, with his guard, carried on and …*.

    Nor *the king, who had ruled for years, fled to Riga and …*: behind the comma the relative clause is over.
    """
    if like_partner(codes, comma) != "p":
        return False
    partners = [at for at in range(comma, max(-1, comma - _REACH), -1) if codes[at] == "p"]
    for partner in partners:
        helped = codes[max(0, partner - _AUXILIARIES) : partner]
        perfect = BE.isdisjoint(helped) and not _HAVE.isdisjoint(helped)
        if perfect or "R" in helped:
            return False
        if not BE.isdisjoint(helped):
            break
    return not partners or _NEW_CLAUSE.isdisjoint(codes[partners[0] : comma])


def _standing_before(codes: list[str], at: int) -> bool:
    """Whether a noun follows, with a name between or not, and a verb or a phrase behind it."""
    after = at + 1 + (codes[at + 1 : at + 2] == ["M"])
    return codes[after : after + 1] in NOUNS and codes[after + 1 : after + 2] in _GOES_ON


def _participle(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """*the frozen river*: before its noun an irregular participle is an adjective; not in *438 taken prisoner*, *four more taken prisoners*."""
    held = lower[at + 1 : at + 2] in (["prisoner"], ["prisoners"], ["captive"], ["hostage"])
    if held and (previous == "C" or lower[at] == "taken"):
        return "p"
    return "J" if previous in "DPJSC" and following in NOUNISH else "p"


def _order(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """*first*, *next*, *last*: an adverb before a verb or *to*."""
    if following in "LEVZBHUFX" and previous in "NMO)":
        return "A"
    if following in "EpX" and previous in "BbHh":
        # *was first taken in 1642*
        return "A"
    if previous in ",K" and (
        following == "L" or (following == "E" and codes[at + 2 : at + 3][:1] in (["D"], ["P"], ["M"], ["C"]))
    ):
        # *The hetman, sent to stop them, first encircled the camp*
        return "A"
    return "A" if (following in "Ii" and previous in "LEVpNM") or (following in ".;" and previous in "LEVpI") else "C"


def _right(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """*the right flank*, *the Union right*, but *right behind the fort*."""
    owned = previous == "S" or (previous == "M" and codes[before - 1] == "D")
    if lower[at] == "right" and following not in NOUNISH and owned:
        return "N"
    return "J" if following in NOUNISH or previous in "DPS" else "A"


def _adjective_or_noun(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """*the front line*, but *the Somme front*."""
    return "J" if following in NOUNISH else "N"


def _preposition_or_adjective(
    codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str
) -> str:
    """*following the battle*, but *the following day*."""
    return "J" if previous in "DPS" and at == before + 1 else "I"


def _there(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """*there was a battle*, but *the Marines there surrendered*."""
    return "O" if following in "BHUF" and previous not in "NM" else "A"


def _once(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """*once the fort had fallen*, but *once again seized*, *had once held*, *attacking at once*."""
    if lower[before : before + 1] == ["at"] and previous == "I":
        codes[before] = "A"
        return "A"
    if lower[at + 1 : at + 2] == ["more"]:
        # *once more besieged the town*
        codes[at + 1] = "A"
        return "A"
    return "A" if lower[at + 1 : at + 2] == ["again"] or following in "LEpVZ" or previous in "BHUbh" else "Q"


def _subordinator(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    if lower[at] == "so":
        if previous != "," and lower[at + 1] in _AMOUNTS:
            # *lost so many guns that they withdrew*; not *few were armed, so many fled*
            return "A"
        return "Q" if following in "ODPMNT" else "A"
    if lower[at] == "as" and before >= 0 and lower[before] in _KNOWN:
        # *known as the Autumn Rising*, *fighters known as fedayeen moved*
        return "I"
    return "I" if lower[at] in {"for", "than"} or following in "Ge" else "q"


_JUDGES = {
    **BASES,
    "E": _past, "G": gerund, "T": _that, "c": _year, "f": _order, "p": _participle, "q": _subordinator, "r": _right,
    "o": _preposition_or_adjective, "d": _there, "n": _once, "k": _adjective_or_noun,
}  # fmt: skip
