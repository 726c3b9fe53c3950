"""Participles told from past tenses, and conjunctions from prepositions, by the verbs of the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.grammar.reduced import CLAUSE_FOLLOWS, NAMED, reduce, reduce_all, reduce_losses, verb_of
from pipeline.grammar.valency import harming, seldom_passive, taking
from pipeline.records import VerbGroup
from pipeline.rules.grammar import APPOINTED, DETERMINERS, HELD, OFFICES, THEN
from pipeline.rules.nouns import DOERS, noun_classes

if TYPE_CHECKING:
    from pipeline.grammar.chunking import Item

__all__ = ["settle"]

# *The fort was stormed and its garrison massacred*: the auxiliary holds for both; *was stormed, the garrison massacred and the walls razed*.
_SHARING_AUXILIARY = re.compile(
    r"V(?:A|t|[Iq][Nt])*I?(?:,g(?:A|t|N|[Iq][Nt])*)?,?KA*N(?:(?:,N)*,?KN)?(?:I[Nt](?:KN)?)*A*([Vp])"
    r"(?=[IAtK,;.)]|N|$)(?!,?KA*VA*N|(?:A|t|[Iq][Nt])*V)"
)
_SHARING_IN_LIST = re.compile(
    r"V(?:A|t|[Iq][Nt])*,A*N(?:I[Nt])*A*(V)(?:A|t|[Iq][Nt])*,?(?=KA*N(?:I[Nt])*A*V(?:[IAt,;.)]|$))"
)
# *was arrested and two days later shot*, *was tried and in May 1649 executed*
_SHARING_AFTER_TIME = re.compile(
    r"V(?:A|t|[Iq][Nt])*,?KA*(?:t|I[Nt])(?:A|t|[Iq][Nt])*([Vp])(?=[IAtK,;.)]|N|$)(?!,?KA*VA*N|(?:A|t|[Iq][Nt])*V)"
)
# *was surrounded and, after heavy fighting, stormed*
_SHARING_BEHIND_INSERTION = re.compile(r"V(?:A|t|[Iq][Nt])*K,(?:A|t|[Iq][Nt])*,(V)(?=[IAt,;:.)]|$)")
_SHARING = (_SHARING_IN_LIST, _SHARING_AUXILIARY, _SHARING_AFTER_TIME, _SHARING_BEHIND_INSERTION)
# *was, after a trial, executed*: the auxiliary stands before an insertion.
_PARTED_AUXILIARY = re.compile(r"V,(?:A|t|[Iq][Nt](?:[IK]+[Nt])*)+,(V)(?=[IAt,;:.)]|$)")
# *was in May 1649 executed*
_PARTED_BY_TIME = re.compile(r"VA*I?t(?:A|I?t)*(V)(?=[IAtK,;:.)]|$)")
# *was first tried, then executed*
_SHARING_LATER = re.compile(r"V(?:A|t|[Iq][Nt])*,A*(V)(?=[IAt,;:.)]|$)")
# *Having routed the Gauls, and taken Sena*
_HAVING = re.compile(r"([gp])(?:A|t|N|[Iq][Nt])+,?KA*([pV])(?=N)")
_CLAUSE_AFTER = re.compile(
    r"A*[Nt](?:A|p(?=I)|[Ii][Nt]|(?:,N)+,?KN|KN|\([^)]*\))*A*V|A*N,R.{0,12},V|A*N(?:KN)*,[gp][^,;VQTWR]*,V|A*N,N(?:I[Nt])*,A*V"
    r"|A*N(?:I[Nt])*,I[Nt](?:I[Nt])*,A*V"
)
_LAST_VERB = re.compile(r"[ANtI(]*V[^VRTWQq;:]*(?:KA*V[^VRTWQq;:]*|,I?R[^,]*|[;:.].*)?$")
_COMMA_LIST = re.compile(r",N.*K")
_LISTED_BEFORE = re.compile(r"V(?:A|t|[Iq][Nt])*$")
_LISTED_BEHIND = re.compile(r"(?:A|t|[Iq][Nt]?)*,?KA*[Vp]")
_AFTER_COMMA = re.compile(r",(A*)(V)")
_LATER_ASIDE = re.compile(r"(?:A|t|N|[Iq][Nt](?:KN)*)*,A*V")
_CLOSED = re.compile(r"[.;]|$|,K(?=[NtIA]*N)")
_BOUNDARY = re.compile(r"[;:QTW]|,K(?=[NtIA]*N)")
_FRONTED = re.compile(r"(?:A|t|[Iq][Nt](?:KN)*)*")
_RELATIVE_ASIDE = re.compile(r",I?[RYW]")
_LISTED = re.compile(r"N(?:,?KN)+")
_ON_AND_ON = re.compile(r"K[At]*V")
# *returned, reinforced with artillery, and attacked*: who is, not what somebody did.
_AIDED = frozenset({"reinforced", "armed", "equipped", "supplied", "strengthened", "provided", "loaded", "laden"})
_VERDICTS = (["found", "guilty"], ["judged", "guilty"], ["declared", "guilty"], ["pronounced", "guilty"])
_FATES = frozenset({"sword", "death", "flight", "torch", "flames"})


def settle(
    items: list[Item],
    kinds: str,
    codes: list[str],
    groups: list[VerbGroup],
    lower: list[str],
    *,
    doubtful: bool = True,
) -> None:
    """Rewrites items, codes and groups where a verb form or a conjunction turns out to be another one.

    ``kinds``: the codes of the items; ``doubtful``: whether the sentence has a form that can be both past tense and participle.
    """
    while (at := kinds.find("q")) >= 0:
        token = items[at][2]
        code = "Q" if _opens_clause(kinds, at + 1) and not _goes_on(kinds, at, items, codes, lower) else "I"
        items[at] = (code, -1, token)
        codes[token] = code
        kinds = kinds[:at] + code + kinds[at + 1 :]
    if not doubtful:
        if "p" in kinds and "K" in kinds:
            _share_auxiliary(_SHARING_AUXILIARY, kinds, items, codes, groups, lower)
        return
    if reduce_losses(kinds, items, codes, groups, lower):
        kinds = "".join([item[0] for item in items])
    reduce_all(kinds, items, codes, groups, lower)
    if "K" in kinds:
        _share_having(kinds, items, codes, groups)
        for pattern in _SHARING:
            _share_auxiliary(pattern, kinds, items, codes, groups, lower)
    if ",V" in kinds:
        _part_auxiliary(_PARTED_AUXILIARY, kinds, items, codes, groups, lower)
        _share_later(kinds, items, codes, groups, lower)
    if "tV" in kinds:
        _part_auxiliary(_PARTED_BY_TIME, kinds, items, codes, groups, lower)
    for match in _AFTER_COMMA.finditer(kinds):
        at = match.start(2)
        group = groups[items[at][1]]
        # *The battle, fought in a snowstorm, ended in defeat*
        aside = lower[group.head] == "fought" or lower[group.head] not in seldom_passive()
        if codes[group.head] == "E" and aside:
            kinds = "".join(item[0] for item in items)
            sequel = not THEN.isdisjoint(lower[items[match.start()][2] : group.head])
            sequel = sequel and not _closed_aside(kinds, items, groups, lower, match.start(), at)
            last = _listed(kinds, items, groups, lower, match.start(), at)
            told_how = group.first < group.head and codes[group.first] == "A"
            if told_how and not sequel and lower[group.head] in harming() and _left_so(kinds, at):
                # *The army withdrew, decisively defeated*
                reduce(at, items, codes, groups)
            elif last or (not sequel and _opens_aside(kinds, items, groups, lower, match.start(), at)):
                reduce(at, items, codes, groups)
            if last and kinds[last] == "V" and _undergone(kinds, items, groups, lower, last):
                reduce(last, items, codes, groups)


def _part_auxiliary(
    pattern: re.Pattern[str], kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """*was, on the orders of the duke, executed*: makes a passive of what an insertion or a time parts from its auxiliary."""
    for match in pattern.finditer(kinds):
        being, index = groups[items[match.start()][1]], items[match.start(1)][1]
        if codes[being.head] == "B" and _is_alone(groups[index], codes) and lower[groups[index].head] in harming():
            _make_passive(index, codes, groups, negated=being.negated)


def _share_later(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> None:
    """*was first tried, then executed*: the auxiliary holds for what came later, too."""
    for match in _SHARING_LATER.finditer(kinds):
        helped, index = groups[items[match.start()][1]], items[match.start(1)][1]
        group = groups[index]
        later = not THEN.isdisjoint(lower[group.first : group.head]) and lower[group.head] in harming()
        if later and helped.passive and helped.finite and _is_alone(group, codes):
            _make_passive(index, codes, groups, negated=helped.negated)


def _is_alone(group: VerbGroup, codes: list[str]) -> bool:
    """Whether a form that can be a participle has no auxiliary of its own."""
    return codes[group.head] in "Ep" and all(code in 'A!"' for code in codes[group.first : group.head])


def _make_passive(index: int, codes: list[str], groups: list[VerbGroup], *, negated: bool) -> None:
    """Makes of a form that stands without auxiliary the passive that it is."""
    group = groups[index]
    codes[group.head] = "p"
    groups[index] = VerbGroup(group.first, group.last, group.head, passive=True, finite=True, negated=negated)


def _closed_aside(
    kinds: str, items: list[Item], groups: list[VerbGroup], lower: list[str], comma: int, at: int
) -> bool:
    """*Horn, later captured at Lund, escaped*: what a second comma closes right before the verb of the subject that waits."""
    if "V" in kinds[:comma] or kinds[comma - 1 : comma] != "N" or _LATER_ASIDE.match(kinds, at + 1) is None:
        return False
    verb = verb_of(at, items, groups, lower)
    return kinds[at + 1 : at + 2] != "N" or verb in APPOINTED or verb in NAMED


def _listed(kinds: str, items: list[Item], groups: list[VerbGroup], lower: list[str], comma: int, at: int) -> int:
    """*was captured in May, handed over to the king and shot*: the last of a list of deeds done to somebody, where one stands at an item; else 0."""
    before, verb = _LISTED_BEFORE.search(kinds[:comma]), groups[items[at][1]].head
    # *was tried, found guilty and hanged*
    judged = lower[verb : verb + 2] in _VERDICTS
    if before is None or not (judged or _undergone(kinds, items, groups, lower, at)):
        return 0
    group, behind = groups[items[before.start()][1]], _LISTED_BEHIND.match(kinds, at + 1 + judged)
    return behind.end() - 1 if behind is not None and group.passive and group.finite else 0


def _undergone(kinds: str, items: list[Item], groups: list[VerbGroup], lower: list[str], at: int) -> bool:
    """Whether a verb that wants an object has none."""
    return verb_of(at, items, groups, lower) in harming() and kinds[at + 1 : at + 2] != "N"


def _share_having(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup]) -> None:
    """*Having routed the Gauls and taken Sena, he …*: what the one that has an object behind *and* says, its subject has done, too."""
    for match in _HAVING.finditer(kinds):
        index = items[match.start(2)][1]
        group = groups[index]
        having = groups[items[match.start(1)][1]]
        if codes[having.first] != "h" or having.passive or group.first != group.head:
            continue
        if match[2] == "V" and "V" not in kinds[: match.start()] and CLAUSE_FOLLOWS.match(kinds, match.end()):
            reduce(match.start(2), items, codes, groups)
        if codes[group.head] == "p":
            groups[index] = VerbGroup(
                group.first, group.last, group.head, passive=False, finite=False, negated=group.negated
            )


def _share_auxiliary(
    pattern: re.Pattern[str], kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """Makes passives of the forms without object whose auxiliary stands in the clause before."""
    match = pattern.search(kinds)
    while match is not None:
        helped, index = groups[items[match.start()][1]], items[match.start(1)][1]
        group = groups[index]
        if (
            helped.passive
            and helped.finite
            and _is_alone(group, codes)
            and _befalls(kinds, match.end(1), items, lower, lower[group.head])
        ):
            codes[group.head] = "p"
            groups[index] = VerbGroup(
                group.first, group.last, group.head, passive=True, finite=True, negated=helped.negated
            )
            items[match.start(1)] = ("V", *items[match.start(1)][1:])
        match = pattern.search(kinds, match.start() + 1)


def _befalls(kinds: str, behind: int, items: list[Item], lower: list[str], verb: str) -> bool:
    """Whether a form without auxiliary tells what was done to its subject: *the garrison massacred*, *her crew taken prisoner*."""
    if kinds[behind : behind + 1] == "N":
        at = items[behind][2]
        if verb in taking() and lower[at] in HELD:
            return True
        # *Henry was deposed and Edward declared king*; not *and the senate elected Marius consul*, *declared the king an enemy*.
        office = lower[at] in OFFICES or (lower[at] in DETERMINERS and not OFFICES.isdisjoint(lower[at + 1 : at + 4]))
        return verb in APPOINTED and office and kinds[behind + 1 : behind + 2] != "N"
    if verb in ("put", "cut"):
        # *its garrison put to the sword*, *his bodyguard cut down*; not *the fleet put to sea*.
        at = items[behind][2] if behind < len(items) else len(lower)
        if verb == "cut":
            return lower[at : at + 1] in (["down"], ["off"], ["to"])
        return lower[at : at + 1] == ["to"] and not _FATES.isdisjoint(lower[at + 1 : at + 3])
    return verb in harming()


def _left_so(kinds: str, at: int) -> bool:
    """*withdrew to Lund, badly beaten, and the Danes stayed*: a form that closes what stands behind a verb, with nothing behind itself."""
    return "V" in kinds[:at].rpartition(";")[2] and _CLOSED.match(kinds, at + 1) is not None


def _opens_clause(kinds: str, at: int) -> bool:
    """*after Grant and Lee had met*; a list with a comma only where another clause follows: not *after the battle, Grant and Lee met*."""
    match = _CLAUSE_AFTER.match(kinds, at)
    if match is None:
        return False
    return not _COMMA_LIST.search(match[0]) or CLAUSE_FOLLOWS.match(kinds, match.end()) is not None


def _goes_on(kinds: str, at: int, items: list[Item], codes: list[str], lower: list[str]) -> bool:
    """*led the attack and after a short fight took the bridge*: no subject but what stands before *and* is left for the verb.

    Who has a name, or is a person or a force, does what stands behind: *… and after the king died*.
    """
    if kinds[at - 1 : at] != "K" or "V" not in kinds[:at] or not _LAST_VERB.match(kinds, at + 1):
        return False
    head = items[at + 2][2] - 1 if at + 2 < len(items) else len(lower) - 1
    if kinds[at + 1] != "N":
        return True
    return codes[head] != "M" and noun_classes().get(lower[head], frozenset()).isdisjoint(DOERS)


def _opens_aside(kinds: str, items: list[Item], groups: list[VerbGroup], lower: list[str], comma: int, at: int) -> bool:
    """*The fleet, commanded by Datis, sailed*; *attacked the town, supported by tanks*: no comma parts a verb from its subject."""
    begin = 0
    for boundary in _BOUNDARY.finditer(kinds, 0, comma):
        begin = boundary.end()
    before = kinds[begin:comma]
    aside = _RELATIVE_ASIDE.search(before)
    if aside and "V" not in before[: aside.start()] and _subject_waits(before[: aside.start()]):
        return False
    if "V" not in before:
        return _subject_waits(before) and "V" in kinds[at + 1 :].partition(";")[0]
    if kinds[at + 1 : at + 2] == "I":
        tie = lower[items[at + 1][2]]
        aided = tie == "with" and verb_of(at, items, groups, lower) in _AIDED
        return tie == "by" or aided or not _ON_AND_ON.search(kinds, at + 1)
    return False


def _subject_waits(before: str) -> bool:
    """Whether the comma comes right after the subject, not after an insertion that another comma opened."""
    parts = before.split(",")
    for number, part in enumerate(parts):
        if part[_FRONTED.match(part).end() :].startswith("N"):  # type: ignore[union-attr]
            rest = parts[number + 1 :]
            return not rest or (
                len(part) == 1 and all(_LISTED.fullmatch(p) or p == "N" for p in rest) and "K" in rest[-1]
            )
    return False
