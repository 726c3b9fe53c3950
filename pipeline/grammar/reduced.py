"""Participles told from past tenses where only one can stand: what says more of a noun before the verb, or behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.grammar.valency import harming, intransitive, losing, ordering, seldom_passive, speaking
from pipeline.records import VerbGroup
from pipeline.rules.grammar import APPOINTED, HOW_MANY, MEANT, OFFICES
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from pipeline.grammar.chunking import Item

__all__ = ["CLAUSE_FOLLOWS", "NAMED", "PARTING", "reduce", "reduce_all", "reduce_losses", "verb_of"]

# *rebels deployed to Aleppo were killed*: of two verbs that could be finite, with no new clause between them, the first is a participle.
_REDUCED = re.compile(r"N(V)(?=(?:A|t|[Iq][Nt])*V)")
# *An envoy sent to demand redress was beheaded*: so is that of a verb of errands before what it was for.
_ON_ERRAND = re.compile(r"N(V)(?=A*i(?:A|t|N|[Iq][Nt])*V)")
_ERRANDS = MEANT | frozenset(
    {"sent", "dispatched", "despatched", "detailed", "assigned", "deployed", "tasked", "summoned", "hired", "raised", "formed", "stationed"}
)  # fmt: skip
# *Villages suspected of hiding rebels were burned*: nor does anybody suspect of a deed without an object.
_ON_SUSPICION = re.compile(r"N(V)(?=Ig(?:A|t|N|[Iq][Nt])*V)")
_SUSPECTING = frozenset({"suspected", "accused", "convicted", "charged", "tasked", "entrusted"})
_FOLLOWING_VERB = re.compile(r"(?:A|t|[Iq][Nt])*(V)")
# *Under a pact signed in May he agreed to leave*: a noun that a preposition governs does nothing.
_FRONTED_NOUN = re.compile(r"(?:[KA],?)*IN(V)(?=(?:A|t|[Iq][Nt](?:,?KN)*)*,?(?:N,)?N(?:A|t)*V)")
# *met him with a plan based on reforms*: of these the participle is told.
_STANDING = MEANT | frozenset({"based", "located", "situated", "dated", "composed", "armed", "equipped"})
# *recovered the areas lost to Iraq*: a verb without object, right after the object of another, is a participle too.
_SUBJECTS = frozenset({"he", "she", "it", "they", "we"})
_TRAILING = re.compile(r"[Vgi](?:A*|(I))N(V)(?=[IA,;.)Kt]|$)")
# *launched an offensive designed to capture Kut*, *killed five in a raid aimed at Riga*: what a thing is for is a participle.
_MEANT_FOR = re.compile(r"N(V)(?=A*[iI])")
_CLAUSE_BEFORE = re.compile(r"(V)[^VTQRWY;:,K]*$")
# *was among five soldiers killed*
_AMONG = re.compile(r"(I)N(V)(?=[IA,;.)K]|$)")
PARTING = frozenset({"out", "back", "off", "up", "down", "away", "over"})
"""A particle between a verb and its object: *drove out the troops stationed there*, *cut down the guards*."""
# *Refugees who opposed …*
_SAID_OF = re.compile(r"N,?R[At]*$")
# *founded a party called the Front*: so is a verb of naming with the name behind it.
_NAMING = re.compile(r"[Vgi]A*N(?:I[Nt])*A*(V)(?=N)")
# *A group called Ansar Dine seized Kidal*: nobody calls that it did.
_CALLED_SO = re.compile(r"N(V)(?=N(?:I[Nt])*A*V)")
# *demanded the recall of the regiments sent to Malta*: and one behind what belongs to the object.
_TRAILING_OF = re.compile(r"[Vgi]A*N(?:I[Nt])*(I)NA*(V)(?=I)")
_ASSEMBLED = frozenset({"gathered", "assembled", "massed", "encamped"})
"""What men do that may stand behind them as a participle all the same: *massacred nobles gathered at the plaza*."""
# *was struck by a missile fired from a jet*: the verb has its subject, and what did it has no verb of its own.
_BY_WHOM = re.compile(r"[Vp](?:A|t|[Iq][Nt])*?(I)N(V)(?=[IA,;.)]|$)")
# *supported by guns from the ships anchored in the bay, stormed the wall*: so is one within an insertion, whose verb waits behind a comma.
_INSERTED = re.compile(r",A*p(?:A|t|[Iq][Nt](?:KN)*)*[Iq]N(V)(?=(?:[Iq][Nt])+,A*V)")
# *had A, B and C executed*: what somebody has done to several.
_CARED_FOR = re.compile(r"V(?=N(?:IN(?:(?:,N)*,?KN)?|(?:,N)*,?KN)(V)(?:[IAtWQ,;.)K]|$))")
# *had his son crowned king*: what somebody is made.
_MADE_FOR = re.compile(r"V(?=N(?:IN)?(V)(N))")
# *had him brought to London and executed*
_CARED_FOR_TOO = re.compile(r"VN([pV])(?:A|t|I|I[Nt])*,?KA*(V)(?=[IAtWQ,;.)K]|$)")
# *With the bridge captured, the army crossed*: what goes with a deed is told by a participle.
_BESIDE = re.compile(r"(?:^|[,;(K])A*(I)A*N(?:IN)?(V)(?=[IAiK,;.)]|$)")
# *took the hill with 18 men killed*: and so is the loss that goes with it.
_AT_A_LOSS = re.compile(r"V[AtNIpK]*$")
_WITH_LOSS = re.compile(r"(?=(I)A*N(?:IN|KN)?(V)(?:[IAiK,;.)]|$))")
_SPENT = frozenset({"lost", "fired", "sunk", "shot", "slain", "struck", "taken"})
_BESIDE_TOO = re.compile(r"(?:I[Nt]|A)*,?KA*N(V)(?=[IAi,;.)]|$)")
# *300 men captured, 20 tanks destroyed*: nobody tells so of who did it.
_BEFALLEN = re.compile(r"(?<!I)(N)A*(V)(?:,?K(V))?(?=[AIKQWtp,;:.()-]|$)(?!,?KA*V)")
# *The garrison, its supplies exhausted, surrendered*: what is so of something of the subject's, which waits for its verb.
_OF_ITS_OWN = re.compile(r"N,(N)(V)(?:A|t|IN|I)*,A*V")
# *Three armies smashed into the Ardennes*: where they went, nobody did to them.
_RUSHING = frozenset({"smashed", "stormed"})
_INWARD = frozenset({"into", "through", "across", "ashore", "past"})
CLAUSE_FOLLOWS = re.compile(r"[^;]*,[^;]*V")
_OPENING = re.compile(r"(?:[AKt]|[IQ][Nt]?)*")
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


def reduce_all(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> None:
    """Makes participles of the forms that stand where only one can."""
    several = kinds.count("V") > 1
    for match in _REDUCED.finditer(kinds) if several else ():
        second = _FOLLOWING_VERB.match(kinds, match.end())
        based = second is not None and verb_of(second.start(1), items, groups, lower) in _STANDING
        # *They pushed back forces stationed there*: a pronoun has no participle behind it.
        based = based or lower[items[match.start()][2]] in _SUBJECTS or _of_relative(kinds, match)
        if verb_of(match.start(1), items, groups, lower) not in intransitive() and not based:
            reduce(match.start(1), items, codes, groups)
    for match in _ON_ERRAND.finditer(kinds) if several and "i" in kinds else ():
        if (
            verb_of(match.start(1), items, groups, lower) in _ERRANDS
            and lower[items[match.start()][2]] not in _SUBJECTS
        ):
            reduce(match.start(1), items, codes, groups)
    fronted = _FRONTED_NOUN.match(kinds)
    if (
        fronted
        and codes[groups[items[fronted.start(1)][1]].first - 1] == "N"
        and verb_of(fronted.start(1), items, groups, lower) not in intransitive()
    ):
        reduce(fronted.start(1), items, codes, groups)
    for match in _TRAILING.finditer(kinds):
        before = groups[items[match.start()][1]]
        opening = _OPENING.fullmatch(kinds, 0, match.start()) and CLAUSE_FOLLOWS.match(kinds, match.end())
        told = any(code == "V" and groups[items[k][1]].finite for k, code in enumerate(kinds[: match.start()]))
        if match[0][0] != "V" and not told and not opening:
            # *plans to capture Izium hinged upon*, *troops sent to restore order fired on*: the sentence has no other verb yet; but *To free the men held in Lyon, the partisans …*.
            continue
        if match[1] and lower[items[match.start(1)][2]] not in PARTING:
            continue
        if _SAID_OF.search(kinds, 0, match.start()) and "V" not in kinds[: match.start()] + kinds[match.end() :]:
            # *Refugees who opposed the talks fought with others*: what they did.
            continue
        ordered = lower[before.head] in ordering() and "i" not in kinds[match.end() :]
        told = lower[before.head] in speaking() and not ordered
        verb = verb_of(match.start(2), items, groups, lower)
        if not told and (verb not in intransitive() or verb in _ASSEMBLED):
            reduce(match.start(2), items, codes, groups)
    for match in _BY_WHOM.finditer(kinds) if "INV" in kinds else ():
        struck = groups[items[match.start()][1]]
        maker = struck.passive and struck.finite and lower[items[match.start(1)][2]] == "by"
        if maker and verb_of(match.start(2), items, groups, lower) not in intransitive():
            reduce(match.start(2), items, codes, groups)
    for match in _INSERTED.finditer(kinds) if several and "p" in kinds else ():
        reduce(match.start(1), items, codes, groups)
    if several:
        _reduce_owned(kinds, items, codes, groups, lower)
    _reduce_befallen(kinds, items, codes, groups, lower)
    _reduce_suspected(kinds, items, codes, groups, lower)
    _reduce_behind_nouns(kinds, items, codes, groups, lower)


def _reduce_suspected(
    kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """Makes participles of what somebody is suspected of or charged with: *men suspected of helping the rebels were shot*."""
    for match in _ON_SUSPICION.finditer(kinds):
        if verb_of(match.start(1), items, groups, lower) in _SUSPECTING:
            reduce(match.start(1), items, codes, groups)


def _of_relative(kinds: str, match: re.Match[str]) -> bool:
    """*the bridge by which the army crossed was burned*, *the town where he camped was burned*: the first verb is that of the relative clause."""
    before = kinds[max(match.start() - 2, 0) : match.start()]
    return before in ("IR", "NR") or (before == "NW" and kinds[match.end() : match.end() + 1] == "V")


def _reduce_owned(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> None:
    """Makes participles of what befell what somebody has."""
    for match in _CARED_FOR.finditer(kinds):
        having = groups[items[match.start()][1]]
        # *had 78 bombers and 105 tanks stationed there* tells of a state; not *had 2,000 of the garrison executed*.
        counted = "C" in codes[having.last : groups[items[match.start(1)][1]].first]
        counted = counted and verb_of(match.start(1), items, groups, lower) not in harming()
        if having.last - having.first == 1 and lower[having.head] == "had" and not counted:
            reduce(match.start(1), items, codes, groups)
    for match in _MADE_FOR.finditer(kinds):
        having, office = groups[items[match.start()][1]], items[match.start(2)][2]
        bare = having.last - having.first == 1 and lower[having.head] == "had"
        if bare and lower[office] in OFFICES and verb_of(match.start(1), items, groups, lower) in APPOINTED:
            reduce(match.start(1), items, codes, groups)
    for match in _CARED_FOR_TOO.finditer(kinds):
        having, caused = groups[items[match.start()][1]], groups[items[match.start(1)][1]]
        bare = having.last - having.first == 1 and lower[having.head] == "had"
        if bare and codes[caused.head] == "p" and verb_of(match.start(2), items, groups, lower) in harming():
            reduce(match.start(2), items, codes, groups)
    for match in _OF_ITS_OWN.finditer(kinds):
        owned = codes[items[match.start(1)][2]] == "P"
        if owned and verb_of(match.start(2), items, groups, lower) not in intransitive():
            reduce(match.start(2), items, codes, groups)


def reduce_losses(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> bool:
    """Makes participles of the losses with which a deed was done; whether there were any."""
    found = False
    for match in _WITH_LOSS.finditer(kinds):
        verb = verb_of(match.start(2), items, groups, lower)
        spent = verb in _SPENT or verb in harming()
        deed = _AT_A_LOSS.search(kinds, 0, match.start()) if lower[items[match.start()][2]] == "with" else None
        if deed and spent and not _says(deed, items, groups, lower):
            reduce(match.start(2), items, codes, groups)
            found = True
    return found


def _reduce_meant(kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> None:
    """Makes participles of what says what a thing is for, behind a verb of its clause; not in *said the plan aimed to end the war*."""
    for match in _MEANT_FOR.finditer(kinds):
        if verb_of(match.start(1), items, groups, lower) not in MEANT:
            continue
        before = _CLAUSE_BEFORE.search(kinds, 0, match.start(1))
        if before is None:
            continue
        thing = codes[groups[items[match.start(1)][1]].first - 1] == "N"
        if thing and not _says(before, items, groups, lower):
            reduce(match.start(1), items, codes, groups)


def _reduce_befallen(
    kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """Makes participles of what befell the counted."""
    for match in _BEFALLEN.finditer(kinds):
        first, verb = items[match.start(1)][2], groups[items[match.start(2)][1]].first
        if lower[verb] in _RUSHING and not _INWARD.isdisjoint(lower[verb + 1 : verb + 2]):
            continue
        counted = codes[first] == "C" or lower[first] in HOW_MANY
        # *lost 20 tanks destroyed or captured*: what became of what was lost is no event of its own.
        # *claimed 4,000 Germans killed*
        several = "N" in codes[first:verb] or (codes[first] == "C" and lower[verb - 1].endswith(("s", "men", "ese")))
        if (
            counted
            and several
            and lower[first - 1] not in losing()
            and verb_of(match.start(2), items, groups, lower) in harming()
        ):
            for at in range(2, 4 if match[3] else 3):
                reduce(match.start(at), items, codes, groups)


def _reduce_behind_nouns(
    kinds: str, items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]
) -> None:
    """Makes participles of what says more of an object, or of what stands behind *with* or *among*."""
    _reduce_meant(kinds, items, codes, groups, lower)
    for match in _AMONG.finditer(kinds) if "INV" in kinds else ():
        if lower[items[match.start(1)][2]] == "among" and verb_of(match.start(2), items, groups, lower) in harming():
            reduce(match.start(2), items, codes, groups)
    for match in _NAMING.finditer(kinds):
        if verb_of(match.start(1), items, groups, lower) in NAMED and not _says(match, items, groups, lower):
            reduce(match.start(1), items, codes, groups)
    for match in _CALLED_SO.finditer(kinds) if "NVN" in kinds else ():
        if verb_of(match.start(1), items, groups, lower) in NAMED:
            reduce(match.start(1), items, codes, groups)
    for match in _TRAILING_OF.finditer(kinds) if "VI" in kinds else ():
        verb = verb_of(match.start(2), items, groups, lower)
        told = match[0][0] == "V" or "V" in kinds[: match.start()]
        # *a force called the Don Army under General Mamontov attacked into Ukraine*
        told = told and verb_of(match.start(), items, groups, lower) not in NAMED
        if told and (verb not in seldom_passive() or verb in _ASSEMBLED) and not _says(match, items, groups, lower):
            reduce(match.start(2), items, codes, groups)
    for match in _BESIDE.finditer(kinds):
        verb = verb_of(match.start(2), items, groups, lower)
        if lower[items[match.start(1)][2]] == "with" and verb not in seldom_passive():
            reduce(match.start(2), items, codes, groups)
            if (too := _BESIDE_TOO.match(kinds, match.end())) and verb_of(
                too.start(1), items, groups, lower
            ) not in seldom_passive():
                reduce(too.start(1), items, codes, groups)


def verb_of(at: int, items: list[Item], groups: list[VerbGroup], lower: list[str]) -> str:
    """The head of the verb group that is an item, in lower case."""
    return lower[groups[items[at][1]].head]


def _says(match: re.Match[str], items: list[Item], groups: list[VerbGroup], lower: list[str]) -> bool:
    """Whether the verb that a pattern begins with may have a clause without *that* behind it: *said the king …*."""
    return "report" in status_words().verbs.get(verb_of(match.start(), items, groups, lower), ())


def reduce(at: int, items: list[Item], codes: list[str], groups: list[VerbGroup]) -> None:
    """Make a participle of an ambiguous form that stands without auxiliary."""
    _, index, token = items[at]
    group = groups[index]
    if codes[group.head] == "E" and all(code in 'A!"' for code in codes[group.first : group.head]):
        codes[group.head] = "p"
        groups[index] = VerbGroup(group.first, group.last, group.head, True, False, group.negated)
        items[at] = ("p", index, token)
