"""Past tense, participle or adjective: what one form in -ed can be, told by the words around it."""

from __future__ import annotations

from pipeline.grammar.context import context_words, measures
from pipeline.grammar.reduced import PARTING
from pipeline.grammar.valency import intransitive, seldom_passive, speaking
from pipeline.rules.grammar import APPOINTED, SIDES
from pipeline.rules.nouns import demonyms, noun_classes

__all__ = ["ACTS", "BE", "LATELY", "NOUNISH", "STARTS_PHRASE", "like_partner", "past_or_participle"]

# Past forms that before a bare noun are adjectives: *the Athenians and allied ships*.
_STANDING_PAST = frozenset(
    {"allied", "united", "combined", "armed", "mounted", "wounded", "retired", "exiled", "fortified", "trained"}
)
# Particles behind which the doer may stand: *carried out by commandos*.
_PARTED = frozenset({"out", "off", "up", "upon", "over", "down", "at", "on"})
# What one goes by: *The Turks entered by the breach*.
_WAYS = frozenset({
    "gate", "gates", "breach", "ford", "fords", "boat", "boats", "ladder", "ladders", "window", "windows", "door", "doors", "tunnel", "sewer", "drain",
    "ferry", "raft", "rafts", "sea", "land", "air", "rail", "road", "night", "day", "way",
})  # fmt: skip
_GOING = frozenset(
    {
        "entered",
        "crossed",
        "escaped",
        "arrived",
        "came",
        "left",
        "landed",
        "slipped",
        "returned",
        "withdrew",
        "fled",
        "approached",
    }
)
_WHERE = frozenset({"in", "into", "from", "to", "of", "through", "across", "towards", "toward", "within", "throughout", "over", "for", "against", "outside", "near"})  # fmt: skip
_HAVE = frozenset("Hh")
_REACHING = frozenset(
    {"reached", "entered", "crossed", "joined", "rejoined", "attacked", "stormed", "invaded", "boarded"}
)
"""What some may do to a place: *only a few reached Syria*."""
_NUMBERED = frozenset({
    "front", "unit", "squadron", "company", "battery", "team", "group", "column", "platoon", "area", "sector", "zone", "u",
})  # fmt: skip
"""Bodies that a number behind them names."""
_STANDING_ALONE = frozenset(
    {"these", "those", "many", "some", "few", "most", "several", "all", "both", "another", "each", "neither"}
)
"""What is the subject by itself where no noun that it could count follows."""
_FITTED = frozenset(
    {
        "equipped",
        "armed",
        "trained",
        "organised",
        "organized",
        "supplied",
        "disciplined",
        "led",
        "prepared",
        "fortified",
        "defended",
        "mounted",
    }
)
_HOW_WELL = frozenset(
    {"better", "well", "best", "poorly", "heavily", "lightly", "badly", "ill", "worse", "superbly", "highly"}
)
_LOSSES = frozenset({"killed", "wounded"})
_FELLED_AT = frozenset(
    {"fighting", "defending", "serving", "attempting", "trying", "leading", "storming", "protecting"}
)
_MADE = frozenset({"composed", "comprised", "made"})
_ORDERING = frozenset({"order", "orders", "ordered", "ordering", "want", "wants", "wanted"})
_OF_OBJECT = frozenset("DPJMNCSOI")
_THERE_BEFORE = 3
"""Tokens before *been* among which *there* stands."""
_LONGEST_OBJECT = 8
"""Tokens between a verb and what is said of its object."""
_NOUNS = tuple([code] for code in "Nxy")
BE = frozenset("Bbe")
"""Codes of the forms of *be*."""
ACTS = tuple([code] for code in "LEZSBHU")
"""Codes with which a verb, or a genitive, goes on behind its noun."""
NOUNISH = frozenset("NMCcJxyt")
"""Codes with which a noun phrase goes on."""
STARTS_PHRASE = frozenset("DPMOCcNJ")
"""Codes with which a noun phrase begins."""
LATELY = frozenset({"newly", "freshly"})
"""Adverbs that make an adjective of a participle."""
# These do where no subject stands before them: *In 1993, democratically elected president X was overthrown*.
_HOW_CHOSEN = frozenset({"democratically", "popularly", "duly", "recently", "previously", "formerly"})


def _by_follows(codes: list[str], lower: list[str], at: int) -> bool:
    """*launched by the rebels*, *carried out by commandos*, *composed of militias*; not *moved out by night*."""
    if lower[at + 1 : at + 2] == ["by"]:
        # *a car passed by in Kiev*, *The Turks entered by the breach*
        way = lower[at] in _GOING and not _WAYS.isdisjoint(lower[at + 2 : at + 5])
        return codes[at + 1] == "I" and codes[at + 2 : at + 3] != ["I"] and not way
    if lower[at] in _MADE and lower[at + 1 : at + 2] == ["of"]:
        return True
    if lower[at] in _LOSSES and not _FELLED_AT.isdisjoint(lower[at + 1 : at + 2]):
        # *a soldier killed fighting in Ukraine*
        return True
    parted = lower[at + 1 : at + 2] and lower[at + 1] in _PARTED and lower[at] not in context_words().moves
    return bool(parted) and lower[at] not in _GOING and lower[at + 2 : at + 3] == ["by"]


def _each(codes: list[str], lower: list[str], at: int, before: int) -> bool:
    """*Two brigades, each equipped with 80 tanks, took the pass*: a word that floats before what says more of them."""
    if lower[at + 1 : at + 2] != ["with"] or before < 1 or lower[before] != "each" or codes[before - 1] != ",":
        return False
    codes[before] = "A"
    return True


def _some_of_them(codes: list[str], lower: list[str], at: int, before: int, following: str) -> bool:
    """*The crew, many of them wounded, surrendered*; not *some of them fled*, *the crew, many of them killed by the shells*."""
    if lower[before - 1 : before + 1] != ["of", "them"] or following not in ",.;)I" or lower[at] in seldom_passive():
        return False
    first = before - 2
    while first > 0 and codes[first] in "CcDNA":
        first -= 1
    return codes[first] in ",(" and first < before - 2


def past_or_participle(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """The code of a form in -ed or the like: past tense (*E*, *L*), participle (*p*), adjective (*J*) or noun (*N*).

    >>> from pipeline.grammar import parse
    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> tokens = split(clean(Document("kut", "The town was taken. The rebels taken there escaped. They attacked.")))
    >>> [(tokens.words[group.head], group.passive, group.finite) for group in parse(tokens).groups]
    [('taken', True, True), ('taken', True, False), ('escaped', False, True), ('attacked', False, True)]
    """
    if _helped(codes, lower, at, before, previous, following) or _each(codes, lower, at, before):
        return "p"
    if previous == "D" and _counted(codes, lower, before) and lower[at] in seldom_passive() and following not in "NxyJ":
        codes[before] = "N"
        return "E"
    if previous == "!" and before > 0 and codes[before - 1] in "BbeHh":
        return "p"
    if (
        _alone_before_name(codes, lower, at, before, previous)
        or _on_a_side(codes, lower, at, before, previous)
        or (
            previous in "DJ"
            and _alone(codes, lower, before, previous)
            and not _two_before_a_noun(codes, at)
            and not (lower[at] == "failed" and following in "Nxy")
            and (
                following not in NOUNISH
                or following in "Cc"
                or lower[at] in intransitive()
                or lower[at - 1] in context_words().sequel
                # *only a few reached Syria*, *This prompted Lee to withdraw*
                or (
                    following == "M"
                    and (lower[at] in _REACHING or lower[before] == "this")
                    and lower[at + 1] not in demonyms()
                )
            )
        )
    ):
        codes[before] = "O" if previous == "D" else "N"
        return "E"
    if previous in "Cc" and following not in NOUNISH and following not in "DPOB":
        return "E" if lower[at] in seldom_passive() else "p"
    if previous in "DPSJ" or (previous in "Cc" and following in NOUNISH):
        return _within_phrase(codes, lower, at, before, previous, following)
    if previous in "GLVZEp" and following in "MNxyJ":
        return "J"
    if following in NOUNISH and _standing(codes, lower, at, before, previous):
        return "J"
    described = following == "J" and "".join(codes[at + 1 : at + 3]) in ("JN", "Jx", "Jy", "JM")
    if (following in "NxyM" or described) and previous == "I" and lower[before] not in {"when", "while"}:
        # *in occupied France*; but *by 1812 annexed Finland* would lack its subject.
        # *by enslaved Africans*, *among captured Germans*
        people = lower[at + 1].endswith("s") and lower[at + 1] in demonyms()
        return "J" if following != "M" or lower[before] in _WHERE or people or _of_a_people(codes, lower, at) else "p"
    if previous in "NMO)R" and (told := _behind_noun(codes, lower, at, following)):
        return told
    if _lost(lower, at, before, previous, following):
        return "N"
    if following in "NxyM" and _before_its_noun(codes, lower, at, previous, following):
        return "J"
    if previous == "K" or (previous == "," and following in ",K"):
        return _joined(codes, lower, at, before, previous, following)
    if previous == "." and following in "NxyJM":
        return _opening(codes, lower, at, following)
    if previous in ".(" or (previous in ",;" and _by_follows(codes, lower, at)):
        return "E" if previous == "," and lower[at] in intransitive() else "p"
    return "p" if previous in "qQW" and following not in STARTS_PHRASE else "E"


def _behind_noun(codes: list[str], lower: list[str], at: int, following: str) -> str:
    """*which the British claimed had been abandoned*, *the raid launched by the rebels*: the code by what stands behind; empty where nothing tells."""
    if following == "H" and lower[at] in speaking():
        return "L"
    if not _by_follows(codes, lower, at):
        return ""
    return "E" if lower[at] in intransitive() else "p"


def _lost(lower: list[str], at: int, before: int, previous: str, following: str) -> bool:
    """*the dead and wounded*, *lost 4,000 in killed and wounded*: those whom it befell."""
    if previous == "I":
        return lower[before] == "in" and lower[at] in _LOSSES and following in "K,"
    among = previous == "K" and lower[before - 1] in {"dead", "killed", "prisoners", "sick", "dying"}
    return among and lower[at] in context_words().victims and following not in "ADPMOCc"


def _ordered(codes: list[str], lower: list[str], verb: int, last: int) -> bool:
    """*ordered the mayor of Riga executed*, *wanted him removed*: whether somebody wants it done to the noun phrase that ends at *last*."""
    at = last if lower[verb] not in seldom_passive() else 0
    while at > 0 and last - at < _LONGEST_OBJECT and codes[at] in _OF_OBJECT:
        at -= 1
    return lower[at] in _ORDERING and codes[at - 1] not in "DP" and codes[at + 1] != "I"


def _joined(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """The code of a form behind *and*, or in a list."""
    # *was besieged, captured and burned*; *was beaten and retreated*
    if lower[at] in seldom_passive() or _acts_on(codes, lower, at, following):
        return "E"
    if following == "T" and lower[at] in speaking() and lower[at] not in _TOLD:
        # *denied that its bases had been hit and said that …*
        return "E"
    # *a host from Pisa and led by Daimbert sailed*
    return "p" if previous == "K" and lower[at + 1 : at + 2] == ["by"] else like_partner(codes, before)


def _opening(codes: list[str], lower: list[str], at: int, following: str) -> str:
    """The code of a form that opens its sentence before a noun: *Appointed chief of staff, he …*, but *Elected officials fled*."""
    if following == "N" and lower[at] in APPOINTED and not lower[at + 1].endswith("s"):
        return "p" if "person" in noun_classes().get(lower[at + 1], frozenset()) else "J"
    return "J" if following != "M" or _of_a_people(codes, lower, at) else "p"


def _helped(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> bool:
    """*was attacked*, *had fled*, *was taken prisoner*, *finding themselves outnumbered*, *ordered the mayor executed*."""
    if previous in "NMO" and following not in STARTS_PHRASE and _ordered(codes, lower, at, before):
        return True
    if previous == "O" and lower[before].endswith(("selves", "self")) and following not in STARTS_PHRASE:
        return True
    if previous == "O" and _some_of_them(codes, lower, at, before, following):
        return True
    if following in "Nxy" and _there_is(lower, before, previous):
        return False
    # *was found murdered*, but *had arrested elected leaders*
    return previous in BE or previous in _HAVE or (previous == "p" and at == before + 1 and following not in "NMxy")


def _within_phrase(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    """The code behind an article, an adjective or a number."""
    numbered = codes[before - 1 : before] == ["M"] or (lower[before - 1] in _NUMBERED and following in STARTS_PHRASE)
    if previous in "Cc" and numbered:
        # *Task Force 20 killed his sons*, *members of Front 63 killed two guards*
        codes[before - 1] = "M"
        return "E"
    if previous in "Cc" and following == "M" and lower[before - 1] == "of" and lower[at + 1] not in demonyms():
        # *a force of 20,000 captured Tartu*
        return "E"
    if previous in "Cc" and lower[at] == "laid" and lower[at + 1] in {"siege", "waste"}:
        # *an army of 90,000 laid siege to Belgrade*
        return "E"
    # *Attila's continued westward advance*
    owned = previous == "S" and codes[at + 2 : at + 3] in _NOUNS
    owned = owned and (codes[at + 1] == "J" or lower[at + 1].endswith("ward"))
    adjective = (
        owned or following in NOUNISH or following in "K,A" or _two_before_a_noun(codes, at) or _deed(lower, at + 1)
    )
    return "J" if adjective else "N" if previous in "DP" else "E"


def _deed(lower: list[str], at: int) -> bool:
    """*a failed rising*, *the planned landing*: a noun, though it looks like a participle."""
    return at < len(lower) and (lower[at] in context_words().deeds or lower[at] in {"rising", "storming"})


def _two_before_a_noun(codes: list[str], at: int) -> bool:
    """*several determined dismounted assaults*: an adjective beside another."""
    return codes[at + 1 : at + 3] in (["E", "N"], ["E", "y"])


def _of_a_people(codes: list[str], lower: list[str], at: int) -> bool:
    """*against repeated Soviet attempts*, *aside isolated ARVN units*, but *in occupied Poland*: an adjective before the one of a people and its noun."""
    if codes[at + 2 : at + 3] not in _NOUNS:
        return False
    return lower[at + 1] in demonyms() or "force" in noun_classes().get(lower[at + 2], ())


def _of_a_nation(codes: list[str], lower: list[str], at: int, before: int) -> bool:
    """*the Russian fortified camp was stormed*: an adjective between that of a nation and the noun, where the verb is still to come."""
    noun = codes[before - 1 : before] == ["D"] and codes[at + 1 : at + 2] in _NOUNS and lower[before] in demonyms()
    return noun and not lower[before].endswith("s") and codes[at + 2 : at + 3] in (["L"], ["B"], ["H"], ["U"], ["S"])


def _before_its_noun(codes: list[str], lower: list[str], at: int, previous: str, following: str) -> bool:
    """*and combined forces*, *his tired and wounded men*; *while others fled, isolated units fought on*."""
    if following == "M":
        return previous == "," and _before_troops(codes, lower, at)
    if previous == "K":
        return lower[at] in _STANDING_PAST or (codes[at - 2] == "J" and codes[at - 3] in "DPS")
    if previous == "," and codes[at - 2] == "J" and codes[at - 3] in "DPS":
        # *a heavy, concentrated barrage*
        return True
    return previous in ",Q" and codes[at + 2 : at + 3] in ACTS


def _before_troops(codes: list[str], lower: list[str], at: int) -> bool:
    """*In the confusion, routed ARVN soldiers fired on civilians*: men whose own verb follows."""
    acts = codes[at + 2 : at + 3] in _NOUNS and codes[at + 3 : at + 4] in ACTS
    # *The spokesman, Horn, claimed Russian troops fired at Lund*
    return acts and lower[at] not in speaking() and "force" in noun_classes().get(lower[at + 2], ())


def _acts_on(codes: list[str], lower: list[str], at: int, following: str) -> bool:
    """*was beaten, but seized a gun* or *but cut down the guards*; *was acclaimed and declared war*: what it does it to stands behind."""
    if following in "NJ" and lower[at] == "declared":
        return "war" in lower[at + 1 : at + 3]
    parted = not PARTING.isdisjoint(lower[at + 1 : at + 2]) and codes[at + 2 : at + 3] in (["D"], ["P"])
    # *was beaten and suffered heavy losses*, but *was beaten and captured last week*
    described = (
        following == "J" and codes[at + 2 : at + 3] in (["N"], ["x"], ["y"]) and lower[at + 2].endswith(("s", "men"))
    )
    return (following in "DPCM" or parted or described) and _takes_object(lower, at)


def _takes_object(lower: list[str], at: int) -> bool:
    """*was not pleased, and sent an army*: no passive has an object, save of these verbs or where it is a time or a distance."""
    return lower[at] not in context_words().doubly and measures().isdisjoint(lower[at + 1 : at + 5])


def _standing(codes: list[str], lower: list[str], at: int, before: int, previous: str) -> bool:
    """Whether a form stands before its noun for sure: *the newly elected king*, *Russian armed forces*, *the Russian fortified camp was taken*."""
    nation = previous == "M" and _of_a_nation(codes, lower, at, before)
    if lower[at] in _FITTED and lower[at - 1] in _HOW_WELL and codes[at - 2] in "KDJ":
        # *a larger and better equipped Danish force*
        codes[at - 1] = "A"
        return True
    return nation or _of_late(lower, at, previous) or _in_arms(lower, at, before) or _there_is(lower, before, previous)


def _there_is(lower: list[str], before: int, previous: str) -> bool:
    """*there had been isolated disturbances*, *there were burnt cars*."""
    return previous in ("B", "b") and "there" in lower[max(0, before - _THERE_BEFORE) : before]


def _of_late(lower: list[str], at: int, previous: str) -> bool:
    """*the newly elected king*; *In 1993, democratically elected president X was overthrown*."""
    return lower[at - 1] in LATELY or (previous in ".,I" and lower[at - 1] in _HOW_CHOSEN)


_TOLD = frozenset(
    {"told", "informed", "warned", "assured", "notified", "advised", "reminded", "persuaded", "convinced", "ordered"}
)
"""Of the verbs of saying, those that may be said of who hears it."""
_SEVERAL = frozenset(
    {
        "different",
        "various",
        "several",
        "many",
        "other",
        "rival",
        "warring",
        "local",
        "separate",
        "numerous",
        "such",
        "certain",
    }
)


def _in_arms(lower: list[str], at: int, before: int) -> bool:
    """*regular Russian armed forces*, *Chechen armed groups*; but *Russia armed the rebels*."""
    bands = before >= 0 and (lower[before] in demonyms() or lower[before] in _SEVERAL)
    return lower[at] == "armed" and (lower[at + 1] == "forces" or bands)


def _alone(codes: list[str], lower: list[str], at: int, code: str) -> bool:
    """Whether a determiner or an adjective with its article is the subject by itself: *this led to*, *the latter attempted*."""
    return lower[at] in context_words().alone and (code == "D" or (at > 0 and codes[at - 1] == "D"))


def _alone_before_name(codes: list[str], lower: list[str], at: int, before: int, previous: str) -> bool:
    """*the latter captured Riga*, *both attacked Riga*, *the two besieged Riga*; but *some captured Danish guns*, *the former occupied Poland*."""
    behind = codes[at + 2 : at + 3]
    if previous not in "DJCc" or codes[at + 1 : at + 2] != ["M"] or behind == ["J"] or behind in _NOUNS:
        return False
    if lower[at + 1] in demonyms() or lower[at + 1].endswith("s"):
        return False
    if previous in "Cc":
        return before > 0 and codes[before - 1] == "D"
    return lower[before] == "latter" if previous == "J" else lower[before] in _STANDING_ALONE


def _on_a_side(codes: list[str], lower: list[str], at: int, before: int, previous: str) -> bool:
    """*The Poles in the north captured Riga*: a side of the land ends its phrase, and whoever stood there acts."""
    side = previous == "J" and lower[before] in SIDES and before > 1 and codes[before - 1] == "D"
    return side and codes[before - 2] == "I" and codes[before - 3] in "NM" and not _by_follows(codes, lower, at)


def _counted(codes: list[str], lower: list[str], at: int) -> bool:
    """*twelve were killed, and eight more died*, *many more died*: so many more of them."""
    return lower[at] == "more" and at > 0 and (codes[at - 1] in "Cc" or lower[at - 1] in {"many", "several"})


def like_partner(codes: list[str], before: int) -> str:
    """After *and*, the form of the last verb: *was attacked and captured*, *attacked and captured*.

    >>> from pipeline.grammar import parse
    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> tokens = split(clean(Document("kut", "The town was attacked and captured. They attacked and captured it.")))
    >>> [group.passive for group in parse(tokens).groups]
    [True, True, False, False]
    """
    for at in range(before - 1, max(-1, before - 14), -1):
        if codes[at] == "p":
            # *Surrounded and cut off, the division surrendered*
            helped = not at or codes[at - 1] in "._" or any(codes[k] in "BbeHh" for k in range(max(0, at - 4), at))
            if not helped and codes[at - 1] in ",K" and at > 2:
                continue
            return "p" if helped else "E"
        if codes[at] in "LEZ.;":
            return "E"
    return "E"
