"""What a word is whose form is a base form and something else: an infinitive, a present or a noun, an adjective, a past tense (*attack*, *attacks*, *open*, *cut*)."""

from __future__ import annotations

from pipeline.grammar.context import context_words
from pipeline.grammar.gerunds import NOUNS, bearing, told_ahead
from pipeline.grammar.pasts import STARTS_PHRASE, like_partner
from pipeline.grammar.reduced import PARTING
from pipeline.grammar.valency import giving
from pipeline.rules.grammar import APPOINTED, HELP, PARTICLES, SIDES

__all__ = ["BASES", "LETTING", "listed"]

LETTING = frozenset({"let", "lets", "letting", "make", "makes", "made", "making", "help", "helps", "helped", "helping"})
_SEEING = frozenset({"see", "sees", "saw", "seen", "seeing", "watch", "watches", "watched", "watching"})
_UP_TO = (["up", "to"], ["down", "to"])
"""*the walls and water up to the hill*: no particle of a verb."""
_OF_TWO = frozenset({"latter", "former"})
_INTO = frozenset({"into", "onto", "towards", "toward", "through", "across"})
_OF_MEMBER = frozenset("IDPJMNCcatSA,Exp")
_LONGEST_MEMBER = 14
"""Tokens of one member of a list of participles."""
_OF_SUBJECT = frozenset("DPJMNCS")
_OF_SEEN = _OF_SUBJECT | frozenset("IxX")
_LONGEST_SUBJECT = 8
"""Tokens of a subject between *did* or *that* and its verb."""


def listed(codes: list[str], at: int) -> bool:
    """Whether *and* with one more such form closes the list, with nothing but phrases between."""
    for ahead in range(at + 2, min(at + _LONGEST_MEMBER, len(codes) - 1)):
        if codes[ahead] == "K":
            return codes[ahead + 1] in "EpX" or (codes[ahead + 1] == "A" and codes[ahead + 2 : ahead + 3] == ["E"])
        if codes[ahead] not in _OF_MEMBER:
            return False
    return False


def _to_or_modal(codes: list[str], before: int, previous: str) -> bool:
    """A base form follows: *to*, a modal, *do*, or one of them negated."""
    return previous in "UF" or (previous == "i") or (previous == "!" and before > 0 and codes[before - 1] in "UFi")


def _infinitive(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    skip = at + 1
    while skip < len(codes) - 1 and codes[skip] in "A!":
        skip += 1
    follows = codes[skip] if skip < len(codes) else "."
    if (
        follows in "Vxjwb"
        or (follows in "HFX")
        or (follows == "L" and lower[skip] in {"found", "fell", "lay", "wound", "bear"})
    ):
        if follows in "xj" and before >= 0 and lower[before] in context_words().nominal_to:
            # *were due to attack the fort*, but *was due to attack from the air*
            due = (
                lower[before] == "due"
                and codes[before - 1] in "Bb"
                and codes[skip + 1 : skip + 2] in (["D"], ["P"], ["M"])
            )
            return "i" if due else "I"
        if lower[skip] == "war" or (lower[skip] == "rebel" and codes[skip + 1 : skip + 2] in NOUNS):
            # *fell to rebel forces*: nobody rebels something; *went to war*
            return "I"
        return "i"
    return "I"


def _base_or_noun(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    if lower[at] == "run" and previous in "BbeHh":
        # *was run to earth*: its own past participle.
        return "p"
    if _to_or_modal(codes, before, previous):
        return "V"
    if (
        before >= 0
        and lower[before] in HELP
        and (following in "DPMC" or not PARTICLES.isdisjoint(lower[at + 1 : at + 2]))
    ):
        # *helped capture Riga*, *helped fight off the corsairs*
        return "V"
    if (
        previous == "K"
        and (following in "DPMO" or lower[at + 1 : at + 2] == ["that"])
        and before > 1
        and "V" in codes[max(0, before - 8) : before]
    ):
        return "V"
    if previous in ",K" and _goes_on(codes, lower, at, before, following):
        return "V"
    if previous == "K" and _moves_on(lower, at, following) and _infinitive_before(codes, before):
        return "V"
    down = previous == "K" and not PARTING.isdisjoint(lower[at + 1 : at + 2])
    if down and codes[at + 2 : at + 3] in (["D"], ["P"], ["M"]) and _infinitive_before(codes, before):
        # *to surrender their fleet and pull down the walls*
        return "V"
    if previous == "O" and lower[before - 1] in giving() and following in "IK.,;":
        # *gave them control of the strait*
        return "N"
    if previous == "O" and lower[at + 1 : at + 2] == ["of"] and lower[before - 1] in APPOINTED:
        # *made him head of the guard*
        return "N"
    if previous in "OR" or (previous in "NM" and following in "DPO" and lower[before].endswith("s")):
        return "V"
    told = previous in "NM" and (_asked(codes, lower, at, before, following) or _behind_did(codes, lower, before))
    return "V" if told else "N"


def _behind_did(codes: list[str], lower: list[str], before: int) -> bool:
    """*Not until May did the garrison surrender*, *nor did the rebels attack*: the subject stands between."""
    first = _before_subject(codes, before)
    return codes[first] == "F" and lower[first] == "did"


def _before_subject(codes: list[str], last: int) -> int:
    """The token before the noun phrase that ends at *last*."""
    first = last
    while first > 0 and last - first < _LONGEST_SUBJECT and codes[first] in _OF_SUBJECT:
        first -= 1
    return first


def _asked(codes: list[str], lower: list[str], at: int, before: int, following: str) -> bool:
    """*demanded that the garrison surrender*, *demanding Qutuz release the envoys*: what somebody asks another to do."""
    first = _before_subject(codes, before)
    if codes[first] == "T":
        return lower[first - 1] in context_words().asking and following in "DPMOC.,I;iA" and not told_ahead(codes, at)
    told = following in "DPM" or not (_INTO | PARTING).isdisjoint(lower[at + 1 : at + 2])
    if told and codes[at - 1] != "P" and _seen(codes, lower, before):
        # *The year saw an Austrian army under Daun defeat Frederick*, *saw the Red Army advance into Poland*
        return True
    # *helped the Danes capture the fort*
    return (lower[first] in context_words().asking or lower[first] in LETTING) and following in "DPMOC"


def _seen(codes: list[str], lower: list[str], last: int) -> bool:
    """Whether the noun phrase that ends at *last*, with what prepositions join to it, is the object of *saw*."""
    first = last
    while first > 0 and last - first < _LONGEST_SUBJECT and codes[first] in _OF_SEEN:
        first -= 1
    return lower[first] in _SEEING


def _goes_on(codes: list[str], lower: list[str], at: int, before: int, following: str) -> bool:
    """*to destroy the army, secure the railways, cut off the garrison and capture airfields*: one more of a list of infinitives."""
    if lower[at] not in context_words().takes or not _infinitive_before(codes, before, ",", 24):
        return False
    return following in "DPMOJN" or not PARTICLES.isdisjoint(lower[at + 1 : at + 2])


def _third_or_plural(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    if previous == "R" and following in "LEBHU":
        # *which rebels captured in May*
        return "N"
    if previous == "R" or (previous == "O" and (following in STARTS_PHRASE or lower[before] in {"he", "she", "it"})):
        return "Z"
    singular = previous in "NM" and not lower[before].endswith("s")
    # *Ukraine claims to have shot down four planes*
    perfect = lower[at + 1 : at + 3] == ["to", "have"]
    return "Z" if singular and (following in "DPO" or perfect) else "N"


def _base_or_adjective(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    if _to_or_modal(codes, before, previous) and following != "N":
        return "V"
    return (
        _base_or_noun(codes, lower, at, before, previous, following)
        if lower[at] in context_words().takes and previous in ",K"
        else "J"
    )


def _moves_on(lower: list[str], at: int, following: str) -> bool:
    """*to abandon the raid and return*, *would take the town and push north*, *and link up with the Poles*: what somebody does next."""
    behind = lower[at + 1 : at + 2]
    if lower[at] in context_words().moves:
        return following in "Ii.,A" or not SIDES.isdisjoint(behind)
    return not PARTICLES.isdisjoint(behind) and lower[at + 1 : at + 3] not in _UP_TO


def _infinitive_before(codes: list[str], before: int, passed: str = "", reach: int = 9) -> bool:
    """*forced to abandon the raid and return*, *would cross the river and march on Rome*: *to* or a modal with a verb stands before, no finite verb since."""
    for at in range(before - 1, max(0, before - reach), -1):
        if codes[at] in ".,;LBHZ" and codes[at] not in (passed or "-") and codes[at - 1] not in "iU":
            return False
        if codes[at] == "i" or (codes[at] == "U" and codes[at + 1] != "b"):
            return True
    return False


def _same_in_all(codes: list[str], lower: list[str], at: int, before: int, previous: str, following: str) -> str:
    if _to_or_modal(codes, before, previous):
        return "V"
    if previous in "BbeHh":
        return "p"
    if lower[at] == "beat":
        # *were reinforced and beat back the attack*: its participle is *beaten*, but for old prose.
        return "L"
    if previous == "," and following in "Ii" and listed(codes, at) and like_partner(codes, before) == "p":
        # *was shipped to Rome, put on trial and executed*
        return "p"
    if previous == "." and following in "Ii,":
        # *Hit by a torpedo, the cruiser sank*, *Cut off from Riga, …*: prose gives no orders.
        return "p"
    if previous == "J" and lower[before] in _OF_TWO and codes[before - 1] == "D" and following in "DPOI":
        # *the latter set out from Oran*
        return "L"
    if previous in "NMOK," and lower[at : at + 3] == ["put", "to", "death"] and at + 3 < len(codes):
        # *had its merchants put to death*, *had the bishop seized and put to death*; but *the king put to death the envoys*, who stand behind.
        return "p" if codes[at + 3] in ".,;KIA" else "E"
    if previous in "DPJ" or (previous == "S"):
        # *an attack from the north split the town*: no noun has an article behind it.
        told = codes[at] == "X" and previous == "J" and bearing(lower[before]) and following in "DPO"
        return "E" if told else "N"
    if previous == "O" and lower[before - 1] in LETTING:
        return "V"
    if previous in ",K" and _goes_on(codes, lower, at, before, following):
        return "V"
    if previous == "K" and following in "Ii.,;" and codes[at] in "Xw":
        # *was attacked and overrun in May*; but *were encamped there and cut off the garrison*, which has an object
        parted = not PARTING.isdisjoint(lower[at + 1 : at + 2]) and codes[at + 2 : at + 3] in (["D"], ["P"])
        code = "E" if parted else like_partner(codes, before)
        return code if codes[at] == "X" or code == "p" else "V"
    return "E" if codes[at] == "X" else "V"


BASES = {
    "x": _base_or_noun,
    "y": _third_or_plural,
    "j": _base_or_adjective,
    "X": _same_in_all,
    "w": _same_in_all,
    "i": _infinitive,
}
"""What settles each ambiguous code of a base form."""
