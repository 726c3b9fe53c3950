"""What a form in -ing is beside its neighbours: gerund or participle, noun, or adjective."""

from __future__ import annotations

from functools import cache

from pipeline.grammar.context import context_words
from pipeline.grammar.pasts import BE, LATELY
from pipeline.rules.grammar import HOW_MANY, PARTICLES, SIDES, forms_of
from pipeline.rules.nouns import demonyms, noun_classes

__all__ = ["NOUNS", "bearing", "gerund", "is_deed", "told_ahead"]

_LYING = frozenset({"surrounding", "outlying", "adjoining", "neighbouring", "neighboring"})
_BY_DOING = frozenset({"by", "after", "before", "without", "for", "besides", "while"})
_JOINED = frozenset({"EN", "pN", "JN", "Ex", "px", "Jx"})
_ASSAILING = frozenset({"attacking", "besieging", "invading", "occupying", "pursuing"})
_RETIRING = frozenset({"retreating", "advancing", "withdrawing", "fleeing", "returning", "arriving"})
_ASSAULTING = (_ASSAILING - {"occupying"}) | {"ambushing", "charging", "marauding", "raiding", "assaulting"}
_GATHERINGS = frozenset(
    {"meeting", "training", "building", "warning", "fighting", "rising", "uprising", "beginning", "crossing"}
)
_FUEL = frozenset(
    {"naphtha", "oil", "pitch", "tar", "arrows", "torches", "brands", "coals", "sulphur", "fuel", "propellant", "wreckage", "debris", "wood", "fuses", "rags"}
)  # fmt: skip
_TIMES = frozenset(
    {"day", "days", "night", "nights", "week", "weeks", "month", "months", "hour", "hours", "year", "years"}
)
_MEANS = frozenset({"for", "by", "without"})
_REGAINING = frozenset({"regaining", "recovering", "retaking", "recapturing", "reclaiming", "reconquering"})
_GOING = frozenset({"landing", "crossing"})
_AFTER = frozenset({"after", "before", "while", "since", "upon", "when"})
_WHITHER = frozenset({"into", "to", "at", "on", "in", "near", "over", "from", "through"})
# *exploded in a market killing at least 12*: no noun before how many.
_HOW_MANY = HOW_MANY | {"least", "than", "to"}
# A deed seldom stands behind these.
_THITHER = frozenset(
    {"into", "around", "across", "near", "among", "amongst", "throughout", "within", "toward", "towards"}
)
_OBJECTS = tuple([code] for code in "DPMNCJO")
NOUNS = tuple([code] for code in "NMxy")
"""What a common noun or a name can be."""


def _taken_by_gerund(codes: list[str], lower: list[str], at: int, before: int, following: str) -> str:
    """The code of what a gerund is followed by, behind an adverb, or as the adjective that it will be."""
    if following == "A" and at + 2 < len(codes) and codes[at + 2] in "CcDNLZEBHUX" and lower[at + 1] not in LATELY:
        return codes[at + 2]
    # *for breaching entrenched positions*, *and retaking lost ground*
    adjective = (
        following == "E" and codes[at + 2 : at + 3] in NOUNS and (lower[before] in _MEANS or lower[at] in _REGAINING)
    )
    return "J" if adjective else following


def gerund(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """The code of a form in -ing: gerund or participle (*G*), noun (*N*) or adjective (*J*).

    >>> from pipeline.grammar import parse
    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> found = parse(split(clean(Document("kut", "They beat off advancing Turkish columns. Advancing west, they met them."))))
    >>> found.tags[3], found.tags[7]
    ('ADJ', 'VBG')
    """
    following = _taken_by_gerund(codes, lower, at, before, following)
    if previous in ".,qQWatA" and following in "LZBHUEX" and is_deed(lower[at]):
        # *Fighting quickly spread*; *the next day, shelling resumed*; *in May 1996 fighting broke out*
        return "N"
    if _attributed(codes, lower, at, before, previous, following):
        return "J"
    both = (
        following == "K" and previous == "I" and codes[at + 2 : at + 3] == ["G"] and codes[at + 3 : at + 4] in _OBJECTS
    )
    if both or lower[at] == "consisting":
        # *succeeded in seizing and holding the bridge*; *an army in Toledo consisting of knights*
        return "G"
    if lower[at] == "burning" and not _FUEL.isdisjoint(lower[at + 1 : at + 2]):
        # *pelted with stones and burning naphtha*
        return "J"
    if lower[at] == "training" and following in "KI,.":
        # *provided training and arms*
        return "N"
    # *was hit by two torpedoes before sinking off Lund*
    afterwards = lower[before] == "before" and previous == "I" and following in ".,I" and lower[at] in _GONE_BY
    if (
        afterwards
        or _opening(codes, lower, at, before, previous, following)
        or _on_the_way(codes, lower, at, before, previous, following)
    ):
        return "G"
    if previous in "DPSJ":
        # *Lee's retreating and exposed army*
        joined = following == "K" and "".join(codes[at + 2 : at + 4]) in _JOINED
        return "J" if joined or (following in "NMxyJ" and previous in "DP") else "N"
    if previous == "M" and (code := _behind_name(codes, lower, at, before, following)):
        return code
    if lower[at] == "fighting" and _fight(codes, lower, at, before, previous, following):
        return "N"
    if previous == "N" and not lower[before].endswith("s"):
        many = codes[at + 1 : at + 2] == ["C"] or not _HOW_MANY.isdisjoint(lower[at + 1 : at + 3])
        deed = lower[at] in context_words().deeds and following not in "DPOM" and not many
        return "N" if following in "LZBHU" or deed else "G"
    if previous == "C" and following in "IiK,.BLHUE":
        return "N"
    if following in "BHUF" or (previous == "." and following in "LZ") or (following == "I" and lower[at + 1] == "of"):
        return "N"
    if previous == "I" and lower[at] in context_words().deeds and following not in "DPMNJOC":
        return "N"
    if previous == "I" and following in ".,KEL" and lower[before] not in {"after", "while"}:
        return "N"
    joined = previous == "K" and following == "I" and _joined(codes, lower, at, before)
    if joined or (previous in ".KqIQ" and (following == "E" or previous + following == ".K")):
        return "N"
    return "G"


_GONE_BY = frozenset(
    {
        "sinking", "capsizing", "exploding", "landing", "crossing", "withdrawing", "retreating", "retiring", "surrendering", "capitulating",
        "fleeing", "escaping", "departing", "leaving", "dying", "collapsing", "disbanding", "dispersing", "attacking", "advancing", "arriving", "returning", "disembarking", "embarking",
    }
)  # fmt: skip
"""What somebody did after what is told, where no object follows *before*."""
_UPON = frozenset({"upon", "on", "after", "in", "by"})
_GAINED = frozenset(
    {
        "control",
        "sovereignty",
        "independence",
        "possession",
        "power",
        "command",
        "part",
        "advantage",
        "refuge",
        "ground",
        "office",
    }
)
_YIELDING = frozenset({"lost", "fell", "fallen", "surrendered", "succumbed", "yielded", "abandoned"})
_COUNTED = frozenset({"force", "person", "naval", "materiel", "airforce"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh"})
_BY_NUMBER = frozenset(
    {"killing", "wounding", "injuring", "including", "numbering", "carrying", "guarding", "escorting"}
)
"""What a number, or the deed that it belongs to, can do itself (*left 300 guarding prisoners*)."""
_NOT_OF_DEEDS = frozenset({"near", "outside", "inside", "behind", "beside", "along", "among", "amongst", "beneath"})
"""Prepositions that never say of a deed where it is."""
_APT = frozenset(
    {
        "good",
        "bad",
        "adept",
        "skilled",
        "skilful",
        "skillful",
        "better",
        "best",
        "expert",
        "efforts",
        "effort",
        "successful",
        "directed",
    }
)


@cache
def _setting_about() -> frozenset[str]:
    """Forms of the verbs that a gerund follows: *began attacking Swedish troops*."""
    return forms_of(
        ("begin", "start", "stop", "continue", "keep", "cease", "resume", "avoid", "finish", "commence", "risk", "end")
    )


def _on_the_way(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> bool:
    """*marched south burning villages*, *after crossing into Chad*: a deed, whatever its form may be elsewhere."""
    if previous == "J":
        return lower[before] in SIDES and codes[before - 1] in "LVGZE" and following in "DPMNxyC"
    first = lower[before] in _UPON and (before == 0 or codes[before - 1] == ".")
    # *On landing at Kinsale, he …*
    going = previous == "I" and lower[at] in _GOING and (lower[before] in _AFTER or first)
    return going and not _WHITHER.isdisjoint(lower[at + 1 : at + 2])


def _opening(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> bool:
    """*Upon landing, Hazen secured the bridgehead*, *In retreating, they lost 300 men*: what whoever is named next did first."""
    led = previous == "I" and following == "," and lower[at] in _GONE_BY and lower[before] in _UPON
    return (
        led
        and (before == 0 or codes[before - 1] in ".,;K")
        and codes[at + 2 : at + 3] in (["D"], ["M"], ["O"], ["P"], ["N"])
    )


def _escorting(codes: list[str], lower: list[str], at: int, previous: str, following: str) -> bool:
    """*tanks and escorting infantrymen were destroyed*: what stands before the second of two subjects."""
    noun = previous == "K" and following in "Nxy" and lower[at + 1].endswith(("s", "men"))
    return noun and codes[at + 2 : at + 3] in (["B"], ["H"])


def _attributed(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> bool:
    """Whether a form in -ing says no more of the noun behind it than how it is."""
    if lower[at] in _LYING and previous == "I" and lower[before] not in _BY_DOING and following in "NJM":
        # *in addition to surrounding territories*; but *by surrounding towns*
        return True
    counted = previous == "C" and at == before + 1 and following in "Nxy"
    if counted and lower[before] in _ORDINALS and before > 0 and codes[before - 1] in "DP":
        # *their first crushing defeat*
        return True
    return (
        _standing(codes, lower, at, before, previous, following)
        or _escorting(codes, lower, at, previous, following)
        or (counted and _of_those_counted(lower, at))
    )


def _of_those_counted(lower: list[str], at: int) -> bool:
    """*three protesting students*, *seven blockading ships*: what those who are counted were doing; not *killed 20 wounding dozens*."""
    if lower[at] in _BY_NUMBER or not lower[at + 1].endswith(("s", "men")):
        return False
    return not _COUNTED.isdisjoint(noun_classes().get(lower[at + 1], ()))


def _at_place(lower: list[str], preposition: int) -> bool:
    """*bombings at polling stations*, *near advancing troops*: where something is; not *aimed at capturing guns*, *good at killing men*."""
    if lower[preposition] in _NOT_OF_DEEDS:
        return True
    return (
        lower[preposition] == "at"
        and lower[preposition - 1] not in _APT
        and not lower[preposition - 1].startswith(("aim", "attempt"))
    )


def _standing(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> bool:
    """*capturing surrounding islands*, *infantry fighting vehicles*, *raiding parties*: no more than an adjective."""
    words = context_words()
    if following in "Nxy" and previous == "I" and at == before + 1 and _at_place(lower, before):
        return True
    if (
        lower[at] in words.errands
        and following in "Nxy"
        and previous not in BE
        and lower[at + 1] in words.errand_runners
    ):
        return True
    if lower[at] == "overwhelming" and following in "NxyJE" and previous in "DPSJIKLVE":
        # *faced with overwhelming armed opposition*
        return True
    if lower[at] in words.standing and following in "NxyJ" and previous in "DPSJKC.,LVEG":
        if lower[at] in _ASSAILING and lower[before] in _setting_about():
            # *began attacking civilians*
            return False
        # *Advancing west, they …*; *entered the town, attacking government troops*
        return not bearing(lower[at + 1]) and not (previous == "," and lower[at] in _ASSAILING)
    if lower[at] in words.standing and following in "NxyJ" and previous == "I" and lower[before] in _THITHER:
        # *moved into surrounding villages*
        return True
    if lower[at] in words.standing and following in "NxyJ" and lower[before] == "to" and lower[before - 1] in _YIELDING:
        # *was lost to invading tribes*
        return True
    by = previous == "I" and lower[before] == "by" and lower[at] in _RETIRING
    if by and following in "NxyM":
        # *was cut off by retreating Federal columns*; *by retreating west*
        return lower[at + 1] in demonyms() or not (following == "M" or bearing(lower[at + 1]))
    if previous == "I" and lower[before] == "by" and lower[at] in _ASSAULTING and _befell(codes, before):
        # *was repulsed by charging cavalry*
        return "force" in noun_classes().get(lower[_end_of_noun(codes, at + 1)], ())
    if lower[at] in words.standing and following == "M" and codes[at + 2 : at + 3] in NOUNS and previous in "LVEGI":
        # *beat off advancing Swedish columns*; *began attacking Swedish columns*
        verb = before - 1 if previous == "I" and lower[before] in PARTICLES else before
        return codes[verb] in "LVEGp" and lower[verb] not in _setting_about() and lower[at + 1] in demonyms()
    if lower[at] == "driving" and lower[at + 1 : at + 2] == ["force"]:
        # *the president and driving force behind the revolt*
        return True
    return lower[at] == "fighting" and previous not in BE and not words.fought_with.isdisjoint(lower[at + 1 : at + 2])


def _befell(codes: list[str], at: int) -> bool:
    """Whether the last verb before a token is a passive."""
    while at > 0 and codes[at] not in "LEZVGp.;:":
        at -= 1
    return codes[at] == "p" or (codes[at] == "E" and codes[at - 1] in "Bbe")


def _end_of_noun(codes: list[str], at: int) -> int:
    """The head of the noun phrase that goes on at a token."""
    while codes[at] in "MJNxy" and codes[at + 1 : at + 2] and codes[at + 1] in "MNxy":
        at += 1
    return at


def is_deed(word: str) -> bool:
    """Whether a gerund names fighting of some kind.

    >>> is_deed("shelling"), is_deed("saying")
    (True, False)
    """
    return word == "fighting" or word in context_words().deeds


def _joined(codes: list[str], lower: list[str], at: int, before: int) -> bool:
    """*Clashes and shelling on 26 February killed 20 civilians*: whether a deed is the second of two subjects."""
    return codes[before - 1] == "N" and is_deed(lower[at]) and told_ahead(codes, at)


_BY_DEEDS = frozenset(
    {"by", "in", "from", "under", "amid", "during", "despite", "after", "following", "to", "of", "through"}
)
"""What stands before the deeds of a people (*by Russian shelling in Vuhledar*)."""


def _behind_name(codes: list[str], lower: list[str], at: int, before: int, following: str) -> str:
    """The code of a gerund right behind a name, or an empty text where the name says nothing of it."""
    deed = is_deed(lower[at])
    first = before
    while first > 0 and codes[first - 1] == "J":
        first -= 1
    if following in "Nxy" and first > 0 and codes[first - 1] in "DP":
        # *the Union blockading squadron*, *a large Danish striking force*, but *the Danes gaining control of the strait*
        return "G" if lower[at + 1] in _GAINED else "J"
    if deed and "facility" in noun_classes().get(lower[before], ()):
        # *the al-Nuri Mosque bombing in Mosul*
        return "N" if following in "IK,.LZBHU" else "G"
    if following == "i" and not deed and lower[at] not in _GATHERINGS:
        # *with the Spanish retreating to Lares*, *beat the Duke of Parma attempting to take Lille*
        return "G"
    if deed and following == "I" and "-" in lower[before] and codes[first - 1] in "DP":
        # *the death toll in the Serb-Croat fighting in the town*: between whom it was.
        return "N"
    if deed and following == "I" and lower[before] in demonyms() and (before == first == 0 or codes[first - 1] in "I."):
        # *died in Russian shelling in Lund*; *with the Danes fighting in Lund*
        return "G" if lower[before].endswith("s") else "N"
    if following == "I" and deed and lower[before - 1] in _BY_DEEDS and before > 0 and not lower[before].endswith("s"):
        # *were killed by Russian shelling in Vuhledar*
        return "N"
    if following in "IiK,.":
        # *a suicide bombing at a Houthi gathering in Sanaa*
        single = before > 0 and lower[before - 1] in {"a", "an"}
        return "N" if following != "I" or single or lower[at + 1] in {"of", "by"} else "G"
    # *Russian shelling killed a boy*
    return "N" if deed and following in "LZBHUEX" else ""


def _fight(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> bool:
    """Whether *fighting* is a noun: *amid fighting*, *the street fighting and the heat*; not *the army fighting in the street*."""
    bare = following not in "DPMNJO"
    if lower[at - 2 : at - 1] == ["there"] and lower[at + 1 : at + 2] == ["between"]:
        # *There was fighting between rebels and the army*
        return True
    if lower[before] == "of" and lower[before - 1] in _TIMES:
        # *After a day and a night of fighting the garrison gave up*
        return True
    if previous == "N":
        return codes[before - 1] in "DJP" and bare and "force" not in noun_classes().get(lower[before], ())
    return (
        lower[before] in context_words().amid and bare
        if previous in "ILVE"
        else previous in ".,T" and told_ahead(codes, at)
    )


def told_ahead(codes: list[str], at: int) -> bool:
    """*Fighting in the old town cost them dearly*: a verb comes before any comma."""
    for code in codes[at + 1 : at + 16]:
        if code in ",.;:RTWQ":
            return False
        if code in "LZBHUFE":
            return True
    return False


def bearing(word: str) -> bool:
    """Whether a word says where to: *south*, *inland*."""
    return "direction" in noun_classes().get(word, ())
