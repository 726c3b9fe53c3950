"""Participles told from past tenses, and conjunctions from prepositions, by the verbs of the sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.records import VerbGroup
from pipeline.rules.grammar import forms_of, grammar
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from pipeline.grammar.chunking import Item

__all__ = ["HELD", "NAMED", "PARTING", "intransitive", "seldom_passive", "settle", "speaking"]

# *rebels deployed to Aleppo were killed*: of two verbs that could be finite, with no new clause between them, the first is a participle.
_REDUCED = re.compile(r"N(V)(?=(?:A|t|[Iq][Nt])*V)")
# *An envoy sent to demand redress was beheaded*: so is that of a verb of errands before what it was for.
_ON_ERRAND = re.compile(r"N(V)(?=A*i(?:A|t|N|[Iq][Nt])*V)")
_ERRANDS = frozenset(
    {"sent", "dispatched", "despatched", "detailed", "assigned", "deployed", "tasked", "summoned", "hired", "raised", "formed", "stationed", "designed", "intended", "aimed", "meant"}
)  # fmt: skip
_FOLLOWING_VERB = re.compile(r"(?:A|t|[Iq][Nt])*(V)")
# *Under a pact signed in May he agreed to leave*: a noun that a preposition governs does nothing.
_FRONTED_NOUN = re.compile(r"[KA]*IN(V)(?=(?:A|t|[Iq][Nt])*,?N(?:A|t)*V)")
# *met him with a plan based on reforms*: of these the participle is told.
_STANDING = frozenset(
    {"based", "located", "situated", "aimed", "designed", "intended", "dated", "composed", "armed", "equipped"}
)
# *recovered the areas lost to Iraq*: a verb without object, right after the object of another, is a participle too.
_SUBJECTS = frozenset({"he", "she", "it", "they", "we"})
_TRAILING = re.compile(r"[Vgi](?:A*|(I))N(V)(?=[IA,;.)K]|$)")
# *launched an offensive designed to capture Kut*, *killed five in a raid aimed at Riga*: what a thing is for is a participle.
_MEANT_FOR = re.compile(r"N(V)(?=A*[iI])")
_CLAUSE_BEFORE = re.compile(r"(V)[^VTQRWY;:,K]*$")
# *was among five soldiers killed*
_AMONG = re.compile(r"(I)N(V)(?=[IA,;.)K]|$)")
PARTING = frozenset({"out", "back", "off", "up", "down", "away", "over"})
"""A particle between a verb and its object: *drove out the troops stationed there*, *cut down the guards*."""
# *founded a party called the Front*: so is a verb of naming with the name behind it.
_NAMING = re.compile(r"[Vgi]A*N(?:IN)?(V)(?=N)")
# *A group called Ansar Dine seized Kidal*: nobody calls that it did.
_CALLED_SO = re.compile(r"N(V)(?=N(?:I[Nt])*A*V)")
# *demanded the recall of the regiments sent to Malta*: and one behind what belongs to the object.
_TRAILING_OF = re.compile(r"[Vgi]A*N(I)N(V)(?=I)")
# *was struck by a missile fired from a jet*: the verb has its subject, and what did it has no verb of its own.
_BY_WHOM = re.compile(r"[Vp](?:A|t|[Iq][Nt])*?(I)N(V)(?=[IA,;.)]|$)")
# *supported by guns from the ships anchored in the bay, stormed the wall*: so is one within an insertion, whose verb waits behind a comma.
_INSERTED = re.compile(r",A*p(?:A|t|[Iq][Nt](?:KN)*)*[Iq]N(V)(?=(?:[Iq][Nt])+,A*V)")
# *had A, B and C executed*: what somebody has done to several.
_CARED_FOR = re.compile(r"V(?=N(?:IN(?:(?:,N)*,?KN)?|(?:,N)*,?KN)(V)(?:[IAt,;.)K]|$))")
# *With the bridge captured, the army crossed*: what goes with a deed is told by a participle.
_BESIDE = re.compile(r"(?:^|[,;(K])A*(I)A*N(?:IN)?(V)(?=[IAiK,;.)]|$)")
# *took the hill with 18 men killed*: and so is the loss that goes with it.
_AT_A_LOSS = re.compile(r"V[AtNIpK]*$")
_WITH_LOSS = re.compile(r"(?=(I)A*N(?:IN|KN)?(V)(?:[IAiK,;.)]|$))")
_SPENT = frozenset({"lost", "fired", "sunk", "shot", "slain", "struck", "taken"})
_BESIDE_TOO = re.compile(r"(?:I[Nt]|A)*,?KA*N(V)(?=[IAi,;.)]|$)")
# *300 men captured, 20 tanks destroyed*: nobody tells so of who did it.
_BEFALLEN = re.compile(r"(?<!I)(N)A*(V)(?:,?K(V))?(?=[AIKQWtp,;:.()-]|$)(?!,?KA*V)")
# *The fort was stormed and its garrison massacred*: the auxiliary holds for both; *was stormed, the garrison massacred and the walls razed*.
_SHARING_AUXILIARY = re.compile(
    r"V(?:A|t|[Iq][Nt])*I?(?:,g(?:A|t|N|[Iq][Nt])*)?,?KA*N(?:(?:,N)+,?KN)?(?:I[Nt])*A*([Vp])"
    r"(?=[IAtK,;.)]|N|$)(?!,?KA*VA*N|(?:A|t|[Iq][Nt])*V)"
)
_SHARING_IN_LIST = re.compile(
    r"V(?:A|t|[Iq][Nt])*,A*N(?:I[Nt])*A*(V)(?:A|t|[Iq][Nt])*,?(?=KA*N(?:I[Nt])*A*V(?:[IAt,;.)]|$))"
)
# *was surrounded and, after heavy fighting, stormed*
_SHARING_BEHIND_INSERTION = re.compile(r"V(?:A|t|[Iq][Nt])*K,(?:A|t|[Iq][Nt])*,(V)(?=[IAt,;:.)]|$)")
_CLAUSE_AFTER = re.compile(
    r"A*[Nt](?:A|p(?=I)|[Ii][Nt]|(?:,N)+,?KN|KN|\([^)]*\))*A*V|A*N,R.{0,12},V|A*N(?:KN)*,[gp][^,;VQTWR]*,V|A*N,N,A*V"
)
_COMMA_LIST = re.compile(r",N.*K")
_CLAUSE_FOLLOWS = re.compile(r"[^;]*,[^;]*V")
_OPENING = re.compile(r"(?:[AKt]|[IQ][Nt]?)*")
_LISTED_BEFORE = re.compile(r"V(?:A|t|[Iq][Nt])*$")
_LISTED_BEHIND = re.compile(r"(?:A|t|[Iq][Nt]?)*,?KA*[Vp]")
_AFTER_COMMA = re.compile(r",(A*)(V)")
_BOUNDARY = re.compile(r"[;:QTW]|,K(?=[NtIA]*N)")
_FRONTED = re.compile(r"(?:A|t|[Iq][Nt](?:KN)*)*")
_RELATIVE_ASIDE = re.compile(r",I?[RYW]")
_LISTED = re.compile(r"N(?:,?KN)+")
_ON_AND_ON = re.compile(r"K[At]*V")
NAMED = frozenset(
    {
        "called",
        "named",
        "dubbed",
        "nicknamed",
        "codenamed",
        "code-named",
        "termed",
        "titled",
        "entitled",
        "styled",
        "christened",
        "known",
    }
)
# *returned, reinforced with artillery, and attacked*: who is, not what somebody did.
_AIDED = frozenset({"reinforced", "armed", "equipped", "supplied", "strengthened", "provided", "loaded", "laden"})
HELD = frozenset({"prisoner", "captive", "hostage"})
_APPOINTING = frozenset({"declared", "proclaimed", "crowned", "elected", "appointed", "named", "made", "acclaimed"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_OFFICES = frozenset(
    {
        "king",
        "queen",
        "emperor",
        "empress",
        "regent",
        "ruler",
        "president",
        "governor",
        "dictator",
        "commander",
        "minister",
        "sultan",
        "caliph",
        "consul",
        "tsar",
        "shah",
        "duke",
        "leader",
        "chief",
        "pope",
    }
)
_FATES = frozenset({"sword", "death", "flight", "torch", "flames"})
_HOW_MANY = frozenset(
    {"thousands", "hundreds", "dozens", "scores", "several", "many", "some", "over", "around", "about", "nearly"}
)
_NEXT = frozenset(
    {
        "then",
        "soon",
        "later",
        "finally",
        "eventually",
        "subsequently",
        "also",
        "immediately",
        "promptly",
        "quickly",
        "thereupon",
        "again",
    }
)


def settle(
    items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str], *, doubtful: bool = True
) -> None:
    """Rewrites items, codes and groups where a verb form or a conjunction turns out to be another one.

    ``doubtful``: whether the sentence has a form that can be both past tense and participle.
    """
    kinds = "".join([item[0] for item in items])
    while (at := kinds.find("q")) >= 0:
        token = items[at][2]
        code = "Q" if _opens_clause(kinds, at + 1) else "I"
        items[at] = (code, -1, token)
        codes[token] = code
        kinds = kinds[:at] + code + kinds[at + 1 :]
    if not doubtful:
        if "p" in kinds:
            _share_auxiliary(_SHARING_AUXILIARY, kinds, items, codes, groups, lower)
        return
    if _reduce_losses(kinds, items, codes, groups, lower):
        kinds = "".join([item[0] for item in items])
    _reduce_all(kinds, items, codes, groups, lower)
    for pattern in (_SHARING_IN_LIST, _SHARING_AUXILIARY, _SHARING_BEHIND_INSERTION):
        _share_auxiliary(pattern, kinds, items, codes, groups, lower)
    for match in _AFTER_COMMA.finditer(kinds):
        at = match.start(2)
        group = groups[items[at][1]]
        # *The battle, fought in a snowstorm, ended in defeat*
        aside = lower[group.head] == "fought" or lower[group.head] not in seldom_passive()
        if codes[group.head] == "E" and aside:
            kinds = "".join(item[0] for item in items)
            sequel = not _NEXT.isdisjoint(lower[items[match.start()][2] : group.head])
            last = _listed(kinds, items, groups, lower, match.start(), at)
            if last or (not sequel and _opens_aside(kinds, items, groups, lower, match.start(), at)):
                _reduce(at, items, codes, groups)
            if last and kinds[last] == "V" and _undergone(kinds, items, groups, lower, last):
                _reduce(last, items, codes, groups)


def _listed(kinds: str, items: list[Item], groups: list[VerbGroup], lower: list[str], comma: int, at: int) -> int:
    """*was captured in May, handed over to the king and shot*: the last of a list of deeds done to somebody, where one stands at an item; else 0."""
    before = _LISTED_BEFORE.search(kinds[:comma])
    if before is None or not _undergone(kinds, items, groups, lower, at):
        return 0
    group, behind = groups[items[before.start()][1]], _LISTED_BEHIND.match(kinds, at + 1)
    return behind.end() - 1 if behind is not None and group.passive and group.finite else 0


def _undergone(kinds: str, items: list[Item], groups: list[VerbGroup], lower: list[str], at: int) -> bool:
    """Whether a verb that wants an object has none."""
    return _verb(at, items, groups, lower) in _harming() and kinds[at + 1 : at + 2] != "N"


def _share_auxiliary(
    pattern: re.Pattern[str], kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """Makes passives of the forms without object whose auxiliary stands in the clause before."""
    match = pattern.search(kinds)
    while match is not None:
        helped, index = groups[items[match.start()][1]], items[match.start(1)][1]
        group = groups[index]
        alone = group.first == group.head and codes[group.head] in "Ep"
        if (
            helped.passive
            and helped.finite
            and alone
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
        if verb in _taking() and lower[at] in HELD:
            return True
        # *Henry was deposed and Edward declared king*; not *and the senate elected Marius consul*, *declared the king an enemy*.
        office = lower[at] in _OFFICES or (lower[at] in _ARTICLES and not _OFFICES.isdisjoint(lower[at + 1 : at + 4]))
        return verb in _APPOINTING and office and kinds[behind + 1 : behind + 2] != "N"
    if verb in ("put", "cut"):
        # *its garrison put to the sword*, *his bodyguard cut down*; not *the fleet put to sea*.
        at = items[behind][2] if behind < len(items) else len(lower)
        if verb == "cut":
            return lower[at : at + 1] in (["down"], ["off"], ["to"])
        return lower[at : at + 1] == ["to"] and not _FATES.isdisjoint(lower[at + 1 : at + 3])
    return verb in _harming()


def _reduce_all(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> None:
    """Makes participles of the forms that stand where only one can."""
    for match in _REDUCED.finditer(kinds):
        second = _FOLLOWING_VERB.match(kinds, match.end())
        based = second is not None and _verb(second.start(1), items, groups, lower) in _STANDING
        # *They pushed back forces stationed there*: a pronoun has no participle behind it.
        based = based or lower[items[match.start()][2]] in _SUBJECTS
        if _verb(match.start(1), items, groups, lower) not in intransitive() and not based:
            _reduce(match.start(1), items, codes, groups)
    for match in _ON_ERRAND.finditer(kinds):
        if _verb(match.start(1), items, groups, lower) in _ERRANDS and lower[items[match.start()][2]] not in _SUBJECTS:
            _reduce(match.start(1), items, codes, groups)
    fronted = _FRONTED_NOUN.match(kinds)
    if (
        fronted
        and codes[groups[items[fronted.start(1)][1]].first - 1] == "N"
        and _verb(fronted.start(1), items, groups, lower) not in intransitive()
    ):
        _reduce(fronted.start(1), items, codes, groups)
    for match in _TRAILING.finditer(kinds):
        before = groups[items[match.start()][1]]
        opening = _OPENING.fullmatch(kinds, 0, match.start()) and _CLAUSE_FOLLOWS.match(kinds, match.end())
        if match[0][0] != "V" and "V" not in kinds[: match.start()] and not opening:
            # *plans to capture Izium hinged upon*: the sentence has no other verb yet; but *To free the men held in Lyon, the partisans …*.
            continue
        if match[1] and lower[items[match.start(1)][2]] not in PARTING:
            continue
        ordered = lower[before.head] in _ordering() and "i" not in kinds[match.end() :]
        told = lower[before.head] in speaking() and not ordered
        if not told and _verb(match.start(2), items, groups, lower) not in intransitive():
            _reduce(match.start(2), items, codes, groups)
    for match in _BY_WHOM.finditer(kinds):
        struck = groups[items[match.start()][1]]
        maker = struck.passive and struck.finite and lower[items[match.start(1)][2]] == "by"
        if maker and _verb(match.start(2), items, groups, lower) not in intransitive():
            _reduce(match.start(2), items, codes, groups)
    for match in _INSERTED.finditer(kinds):
        _reduce(match.start(1), items, codes, groups)
    for match in _CARED_FOR.finditer(kinds):
        having = groups[items[match.start()][1]]
        # *had 78 bombers and 105 tanks stationed there* tells of a state.
        counted = "C" in codes[having.last : groups[items[match.start(1)][1]].first]
        if having.last - having.first == 1 and lower[having.head] == "had" and not counted:
            _reduce(match.start(1), items, codes, groups)
    _reduce_befallen(kinds, items, codes, groups, lower)
    _reduce_behind_nouns(kinds, items, codes, groups, lower)


def _reduce_losses(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> bool:
    """Makes participles of the losses with which a deed was done; whether there were any."""
    found = False
    for match in _WITH_LOSS.finditer(kinds):
        verb = _verb(match.start(2), items, groups, lower)
        spent = verb in _SPENT or verb in _harming()
        deed = _AT_A_LOSS.search(kinds, 0, match.start()) if lower[items[match.start()][2]] == "with" else None
        if deed and spent and not _says(deed, items, groups, lower):
            _reduce(match.start(2), items, codes, groups)
            found = True
    return found


def _reduce_meant(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> None:
    """Makes participles of what says what a thing is for, behind a verb of its clause; not in *said the plan aimed to end the war*."""
    for match in _MEANT_FOR.finditer(kinds):
        before = _CLAUSE_BEFORE.search(kinds[: match.start(1)])
        if before is None or _verb(match.start(1), items, groups, lower) not in _STANDING:
            continue
        thing = codes[groups[items[match.start(1)][1]].first - 1] == "N"
        said = "report" in status_words().verbs.get(_verb(before.start(1), items, groups, lower), ())
        if thing and not said:
            _reduce(match.start(1), items, codes, groups)


def _reduce_befallen(
    kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """Makes participles of what befell the counted."""
    for match in _BEFALLEN.finditer(kinds):
        first, verb = items[match.start(1)][2], groups[items[match.start(2)][1]].first
        counted = codes[first] == "C" or lower[first] in _HOW_MANY
        # *lost 20 tanks destroyed or captured*: what became of what was lost is no event of its own.
        # *claimed 4,000 Germans killed*
        several = "N" in codes[first:verb] or (codes[first] == "C" and lower[verb - 1].endswith(("s", "men", "ese")))
        if (
            counted
            and several
            and lower[first - 1] not in _losing()
            and _verb(match.start(2), items, groups, lower) in _harming()
        ):
            for at in range(2, 4 if match[3] else 3):
                _reduce(match.start(at), items, codes, groups)


def _reduce_behind_nouns(
    kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """Makes participles of what says more of an object, or of what stands behind *with* or *among*."""
    _reduce_meant(kinds, items, codes, groups, lower)
    for match in _AMONG.finditer(kinds):
        if lower[items[match.start(1)][2]] == "among" and _verb(match.start(2), items, groups, lower) in _harming():
            _reduce(match.start(2), items, codes, groups)
    for match in _NAMING.finditer(kinds):
        if _verb(match.start(1), items, groups, lower) in NAMED and not _says(match, items, groups, lower):
            _reduce(match.start(1), items, codes, groups)
    for match in _CALLED_SO.finditer(kinds):
        if _verb(match.start(1), items, groups, lower) in NAMED:
            _reduce(match.start(1), items, codes, groups)
    for match in _TRAILING_OF.finditer(kinds):
        verb = _verb(match.start(2), items, groups, lower)
        told = match[0][0] == "V" or "V" in kinds[: match.start()]
        if (
            told
            and lower[items[match.start(1)][2]] == "of"
            and verb not in seldom_passive()
            and not _says(match, items, groups, lower)
        ):
            _reduce(match.start(2), items, codes, groups)
    for match in _BESIDE.finditer(kinds):
        verb = _verb(match.start(2), items, groups, lower)
        if lower[items[match.start(1)][2]] == "with" and verb not in seldom_passive():
            _reduce(match.start(2), items, codes, groups)
            if (too := _BESIDE_TOO.match(kinds, match.end())) and _verb(
                too.start(1), items, groups, lower
            ) not in seldom_passive():
                _reduce(too.start(1), items, codes, groups)


def _verb(at: int, items: list[Item], groups: list[VerbGroup], lower: list[str]) -> str:
    """The head of the verb group that is an item, in lower case."""
    return lower[groups[items[at][1]].head]


def _says(match: re.Match[str], items: list[Item], groups: list[VerbGroup], lower: list[str]) -> bool:
    """Whether the verb that a pattern begins with may have a clause without *that* behind it: *said the king …*."""
    return "report" in status_words().verbs.get(_verb(match.start(), items, groups, lower), ())


def _opens_clause(kinds: str, at: int) -> bool:
    """*after Grant and Lee had met*; a list with a comma only where another clause follows: not *after the battle, Grant and Lee met*."""
    match = _CLAUSE_AFTER.match(kinds, at)
    if match is None:
        return False
    return not _COMMA_LIST.search(match[0]) or _CLAUSE_FOLLOWS.match(kinds, match.end()) is not None


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
        aided = tie == "with" and _verb(at, items, groups, lower) in _AIDED
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


def _reduce(at: int, items: list[Item], codes: list[str], groups: list[VerbGroup]) -> None:
    """Make a participle of an ambiguous form that stands without auxiliary."""
    _, index, token = items[at]
    group = groups[index]
    if codes[group.head] == "E" and all(code in 'A!"' for code in codes[group.first : group.head]):
        codes[group.head] = "p"
        groups[index] = VerbGroup(group.first, group.last, group.head, True, False, group.negated)
        items[at] = ("p", index, token)


@cache
def speaking() -> frozenset[str]:
    """Forms of the verbs that report or plan what their clause says.

    >>> {"announced", "claims"} <= speaking(), "captured" in speaking()
    (True, False)
    """
    return frozenset(form for form, levels in status_words().verbs.items() if levels & {"report", "plan"})


@cache
def _harming() -> frozenset[str]:
    """What is done to the counted, by those who are not: verbs that want an object."""
    return forms_of(grammar().valency.transitive)


@cache
def _taking() -> frozenset[str]:
    return forms_of(("take", "lead", "carry", "make"))


@cache
def _losing() -> frozenset[str]:
    return forms_of(("lose", "suffer"))


@cache
def _ordering() -> frozenset[str]:
    """*ordered the captains beheaded*: verbs that have a thing done, where others tell of it."""
    return forms_of(("order", "command"))


@cache
def intransitive() -> frozenset[str]:
    """Forms of the verbs that have no passive: *arrived*, *fled*, *retreated*.

    >>> {"arrived", "fled"} <= intransitive(), "captured" in intransitive()
    (True, False)
    """
    return forms_of(grammar().valency.intransitive)


@cache
def seldom_passive() -> frozenset[str]:
    """The same, and forms of verbs that seldom have one (*landed*, *moved*): told by where they stand.

    >>> sorted(seldom_passive())[:2]
    ['abdicate', 'abdicated']
    """
    return intransitive() | forms_of(grammar().valency.mostly_intransitive)
