"""Verbs of killing, wounding, capturing and the like, with the number as their object or subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.mentions.counts.sight import Sight
from pipeline.mentions.counts.victims import Counted
from pipeline.rules.grammar import BE, LEAVE, TAKE
from pipeline.rules.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.records import VerbGroup

__all__ = [
    "CLAUSE_ENDS",
    "OPEN_OBJECT",
    "active_category",
    "ending_at",
    "mixed",
    "passive_category",
    "starting_at",
    "to_death",
]

OPEN_OBJECT = frozenset({"DET", "NUM", "POSS", "NAME", "NOUN", "ADJ", "PRON"})
CLAUSE_ENDS = frozenset(
    {";", ")", "while", "whereas", "when", "after", "before", "but", "although", "because", "until", "whom", "which"}
)
_TAKES = TAKE | {"held", "hold"}
# *wounding another three*, *killed a further 20*
_ADDING = frozenset({"the", "only", "all", "another", "further", "other", "a"})
_PUTS = frozenset({"put", "puts", "putting"})
_CONDEMNS = frozenset({"sentenced", "condemned", "sentencing", "condemning", "doomed", "sent", "sending"})
_DYING = frozenset({"dying", "drowning", "perishing", "succumbing", "disappearing", "starving"})
_PRISONER = frozenset({"prisoner", "prisoners", "captive", "captives", "hostage", "hostages"})
_SUFFERS = frozenset({"suffer", "suffered", "suffering", "sustained", "incurred", "cost", "costing"})
_NO_SUBJECT = frozenset({"from", "in", "since", "until", "by", "to", "before", "after", "at"})
_COSTS = frozenset({"cost", "costs", "costing"})
RAISING = frozenset(
    {
        "said",
        "believed",
        "thought",
        "reported",
        "estimated",
        "known",
        "claimed",
        "feared",
        "presumed",
        "supposed",
        "alleged",
        "understood",
        "managed",
        "forced",
        "found",
        "compelled",
        "appear",
        "seem",
    }
)
_FROM_HOME = frozenset(
    {("their", "homes"), ("their", "villages"), ("the", "country"), ("into", "exile"), ("as", "refugees")}
)
_BESIDE = 2
"""Words between who flees and the verb."""
_BECOMING = frozenset({"became", "become"})
_LIVED = frozenset({"survived", "escaped", "remained", "survive", "returned"})
FELL = frozenset({".", ",", ";", "in", "at", "during", "and", "while", "fighting", "leading", ""})
"""What stands behind *fell* where it is said of who dies."""
_REACH = 12
"""Words between a verb and the one joined to it."""
_LONGEST_VERB = 4
"""Words of a verb phrase."""


_SOME_OF_THEM = 6
"""Tokens from a comma on within which *of them* stands."""


def ending_at(sight: Sight, at: int, table: Mapping[str, str]) -> str:
    """Category of the verb, or verb phrase (*put to death*), that ends at a token."""
    words = sight.tokens.lower[max(sight.sentence.first, at - _LONGEST_VERB + 1) : at + 1]
    found = ""
    for size in range(1, len(words) + 1):
        found = table.get(" ".join(words[-size:]), found)
    return found


def starting_at(sight: Sight, at: int, table: Mapping[str, str]) -> str:
    """Category of the verb, or verb phrase (*cut down*, *beaten to death*), that begins at a token."""
    words = sight.tokens.lower[at : min(at + _LONGEST_VERB, sight.sentence.last)]
    found = ""
    for size in range(1, len(words) + 1):
        found = table.get(" ".join(words[:size]), found)
    return found


def mixed(sight: Sight, at: int, category: str) -> str:
    """*dead and wounded*, *killed, captured or missing*: losses; the given category where no other word is joined to it.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low) for m in extract("They killed or wounded 40 men.").mentions.counts]
    [('losses', 40)]
    """
    lower, rules = sight.tokens.lower, sight.rules
    while at + 1 < sight.sentence.last and lower[at] in (",", "and", "or", "/", "and/or"):
        word = lower[at + 1] if lower[at + 1] not in ("and", "or") else lower[min(at + 2, sight.sentence.last - 1)]
        other = rules.participle.get(word) or rules.passive.get(word)
        if not other or (sight.parse.tags[at + 1] == "VBD" and _opens_object(sight, at + 2)):
            # *claimed 45 lives and injured over 100*: a verb with victims of its own.
            break
        if other != category:
            return "losses"
        at += 2
    return category


def _opens_object(sight: Sight, at: int) -> bool:
    return at < sight.sentence.last and (sight.parse.tags[at] in OPEN_OBJECT or sight.parse.tags[at] == "ADV")


def active_category(sight: Sight, item: Counted) -> str:
    """*killed 20*, *killing at least 20*, *took 300 prisoner*, *lost 300 men*, *put to death 260 prisoners*.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low) for m in extract("The garrison killed 12 rebels.").mentions.counts]
    [('killed', 12)]
    """
    tags, at = sight.parse.tags, item.number.first - 1
    while at >= sight.sentence.first and (tags[at] == "ADV" or sight.word(at) in _ADDING):
        at -= 1
    if sight.word(at) in ("with", "alongside"):
        return sight.rules.passive.get(sight.word(at - 1 - (sight.word(at - 1) in ("along", "together"))), "")
    if sight.word(at) in ("and", ","):
        at = _before_object(sight, item, at)
    elif sight.parse.chunk_of[at] in sight.parse.prepositions:
        at = _before_where(sight, item, at)
    # *rounded up 335 men*: the particle stands between.
    category = ending_at(sight, at, sight.rules.active) or starting_at(sight, at, sight.rules.active)
    if not category and item.who_kind != "maybe":
        category = _costs(sight, at)
    if category and tags[at] == "NOUN" and sight.word(at) in sight.rules.active:
        # *On the anniversary of the massacre 2,000 people marched*
        category = ""
    if not category and to_death(sight, at, item.last):
        return "killed"
    if not category:
        return "captured" if sight.word(at) in _TAKES and sight.word(_behind_whole(sight, item)) in _PRISONER else ""
    group = sight.parse.group_of[at]
    if group >= 0 and any(tags[i] == "BE" for i in range(sight.parse.groups[group].first, at)):
        return ""
    if category == "losses" and (sight.word(item.last), sight.word(item.last + 1)) == ("their", "lives"):
        # *cost 180 men their lives*
        return "killed"
    if category == "losses" and item.head < 0 and sight.word(at) in _SUFFERS:
        return ""
    if category == "displaced" and item.who_kind == "combatant":
        return ""
    if category == "captured" and _by_calamity(sight, at):
        return "killed"
    # "killed and wounded 300", "killing or capturing 20"; but "shot and wounded 3".
    joined = sight.word(at - 1) in ("and", "or")
    if joined and sight.rules.active.get(sight.word(at - 2), category) != category and sight.word(at - 2) != "shot":
        return "losses"
    return category


def _before_where(sight: Sight, item: Counted, at: int) -> int:
    """*lost in that action 200 men*: the verb before where or in what so many were lost, if they are its object; else the token itself."""
    verb = sight.parse.prepositions[sight.parse.chunk_of[at]] - 1
    chunk, group = (
        sight.parse.chunk_of[item.number.core],
        sight.parse.group_of[verb] if verb >= sight.sentence.first else -1,
    )
    return verb if group >= 0 and any(c.group == group and chunk in c.objects for c in sight.clauses) else at


def _behind_whole(sight: Sight, item: Counted) -> int:
    """*took 300 men of the garrison prisoner*: the token behind a number and behind what that is a part of."""
    chunk = sight.parse.chunk_of[item.last + 1] if sight.word(item.last) == "of" and sight.word(item.last + 1) else -1
    return sight.parse.chunks[chunk].last if chunk >= 0 else item.last


def to_death(sight: Sight, verb: int, at: int) -> bool:
    """Whether the words at a token say that a verb kills: *put 700,000 to the sword*, *hacked nine officers to death*; not *condemned 300 to death*."""
    if sight.word(at) != "to" or sight.word(verb) in _CONDEMNS or sight.parse.group_of[verb] < 0:
        return False
    sword = sight.word(verb) in _PUTS and (sight.word(at + 1), sight.word(at + 2)) == ("the", "sword")
    return sword or sight.word(at + 1) == "death"


def _by_calamity(sight: Sight, at: int) -> bool:
    """*cholera carried off 4,000 soldiers*: what the verb that ends at a token has as its subject takes nobody prisoner."""
    while at > sight.sentence.first and sight.parse.chunk_of[at] < 0:
        at -= 1
    return "calamity" in noun_classes().get(sight.word(at), ())


def _before_object(sight: Sight, item: Counted, at: int) -> int:
    """*executed the mayor and 14 councillors*, *killed himself and eleven others*: from the *and* back to the verb's last token."""
    own = sight.parse.chunk_of[item.number.core]
    objects = next((c.objects for c in sight.clauses if own in c.objects), ())
    if (
        len(objects) > 2
        and item.who_kind != "thing"
        and sight.parse.tags[sight.parse.chunks[objects[0]].first] != "NUM"
    ):
        # *killed the mayor, his wife and 14 councillors*
        verb = sight.parse.chunks[objects[0]].first - 1
        if ending_at(sight, verb, sight.rules.active) in ("killed", "wounded"):
            return verb
    index = sight.parse.chunk_of[at - 1]
    if index < 0 or sight.parse.chunks[index].last != at:
        return at
    while index and sight.word(sight.parse.chunks[index].first - 1) == "of":
        # *four pieces of artillery and 300 men*
        index -= 1
    verb = sight.parse.chunks[index].first - 1
    category = "killed" if to_death(sight, verb, item.last) else ending_at(sight, verb, sight.rules.active)
    if category in ("killed", "wounded"):
        return verb if sight.word(at) == "and" else at
    # *took the village and 300 men*, *lost its colonel, 12 officers and 340 men*: of other verbs whatever is joined must be soldiers.
    # Behind another number the list goes on with what befell those: *cost the lives of 649 Argentines, 255 sailors …*.
    counted = any(verb < other.number.first < at and other.who_kind != "thing" for other in sight.counts)
    acts = item.last < sight.sentence.last and sight.parse.group_of[item.last] >= 0
    living = item.who_kind == "combatant" and not (acts or counted)
    return verb if living and (category == "losses" or (category == "captured" and sight.word(at) == "and")) else at


def _costs(sight: Sight, at: int) -> str:
    """*cost the allies 4,500 men*: who loses stands between verb and number."""
    index = sight.parse.chunk_of[at] if at >= sight.sentence.first else -1
    if index < 0 or sight.parse.chunks[index].last != at + 1:
        return ""
    return "losses" if sight.word(sight.parse.chunks[index].first - 1) in _COSTS else ""


def passive_category(sight: Sight, item: Counted) -> str:
    """*20 soldiers were killed*, *30 people died*: the next verb group of the clause, with what stands between.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low) for m in extract("Some 12 rebels were killed.").mentions.counts]
    [('killed', 12)]
    """
    parse, at, relative = sight.parse, item.last, False
    if _no_subject(sight, item):
        return ""
    while at < sight.sentence.last:
        if at == item.last and (behind := _behind_aside(sight, at)):
            at = behind
            continue
        if sight.word(at) in CLAUSE_ENDS:
            return ""
        relative = relative or parse.tags[at] == "REL"
        index = parse.group_of[at]
        if index < 0:
            at += 1
            continue
        group = parse.groups[index]
        other = next((c for c in sight.counts if c.last == group.first and c.number.first > item.last), None)
        if not group.finite and other is not None:
            # *ambushed a patrol in a raid that left five soldiers wounded*: what befell others
            return passive_category(sight, other) if _in_a_row(sight, item, other) else ""
        if (
            index == parse.group_of[item.last]
            and parse.tags[group.first] == "VBG"
            and sight.word(item.number.first - 1) == "with"
        ):
            # *with 6,000 people fleeing the town*
            return starting_at(sight, group.head, sight.rules.intransitive)
        if parse.tags[group.first] in ("VBG", "TO"):
            if _goes_along(sight, item, group):
                return starting_at(sight, group.head, sight.rules.intransitive)
            at = group.last
            continue
        if sight.word(item.number.first - 1) == "of" and _of_another(sight, item, index):
            return ""
        if sight.word(group.head) in _LIVED:
            # *12 survived and the rest drowned*
            return ""
        if (raised := _raised(sight, item, group)) is not None:
            return raised
        category = _of_group(sight, item, index)
        if not category and (relative or sight.word(group.head) == "included"):
            # The verb of a relative clause; the noun's own verb follows.
            relative, at = False, group.last
            continue
        if not category and (joined := _joined_verb(sight, group)):
            at = joined
            continue
        if category or group.finite or (group.passive and parse.tags[group.first] == "BE"):
            return category
        at = group.last
    return ""


def _in_a_row(sight: Sight, item: Counted, other: Counted) -> bool:
    """*with 35 rebels, 17 soldiers and three guards being killed*: whether two counts stand in one list."""
    between = range(item.last, other.number.first)
    counted = [c for c in sight.counts if item.last <= c.number.first < other.number.first]
    inside = {at for c in counted for at in range(c.number.first, c.last)}
    return all(at in inside or sight.word(at) in (",", "and") for at in between)


def _of_another(sight: Sight, item: Counted, group: int) -> bool:
    """*routed an army of 63,000, the duke being wounded*: whether the verb has a subject of its own behind the number and a comma."""
    told = next((clause.subjects for clause in sight.clauses if clause.group == group), ())
    firsts = (sight.parse.chunks[chunk].first for chunk in told)
    return any(first > item.last and sight.word(first - 1) == "," for first in firsts)


def _goes_along(sight: Sight, item: Counted, group: VerbGroup) -> bool:
    """*was bombed, 4,000 people dying in the raid*, *was sunk, 300 of her crew drowning*: told beside, behind a comma."""
    beside = sight.word(item.number.first - 1) == "," and sight.word(group.first) == sight.word(group.head)
    dying = beside and sight.word(group.head) in _DYING
    return dying and "," not in sight.tokens.lower[item.last : group.first]


def _raised(sight: Sight, item: Counted, group: VerbGroup) -> str | None:
    """*are thought to have died*, *were reported killed*, *were found dead*: what befell them by a verb of saying; None behind another verb."""
    if sight.word(group.head) not in RAISING:
        return None
    tags = sight.parse.tags
    following = tags[group.last] if group.last < len(tags) else ""
    if following == "TO":
        index = sight.parse.group_of[group.last]
        return _of_group(sight, item, index) if index >= 0 else ""
    if following == "VBN":
        return _of_participle(sight, item, sight.parse.group_of[group.last])
    if group.passive and not group.negated and sight.word(group.last) in ("dead", "missing"):
        return sight.rules.participle[sight.word(group.last)]
    return None


def _no_subject(sight: Sight, item: Counted) -> bool:
    """Whether the verb behind a number is said of others."""
    before, tags = sight.word(item.number.first - 1), sight.parse.tags
    if before in LEAVE and "REL" not in tags[item.last : item.last + _REACH]:
        # *left 4,000 people without homes, and twelve died*
        return True
    if item.head < 0 and sight.word(item.number.core)[:1].isdigit() and before in _NO_SUBJECT:
        # *overrun from 548 and onward, and was captured*
        return True
    if before == "including" and sight.word(item.last) == ",":
        # *175 people died, including nine attackers, and 300 were wounded*: a part of those before.
        return True
    if (
        before == ","
        and (sight.word(item.number.core), sight.word(item.number.last)) == ("one", "of")
        and _says_who(sight, item)
    ):
        # *Baimungi, one of the last generals, was killed*: no second victim.
        return True
    if before == "by" and "REL" not in tags[item.last : item.last + _REACH]:
        # *was strafed by four fighters, and her captain was wounded*: they did it.
        return True
    # *leapt aboard at the head of a handful of men, and 141 of his crew went down with the ship*: another has the verb.
    another = (sight.word(item.last), sight.word(item.last + 1)) == (",", "and")
    return (
        tags[item.number.first - 1] == "ADP" and another and any(c.number.first == item.last + 2 for c in sight.counts)
    )


def _says_who(sight: Sight, item: Counted) -> bool:
    """Whether a phrase behind a comma says who the one before it is: a comma closes it, and their verb follows."""
    parse, comma = sight.parse, item.number.first - 1
    closed = sight.word(item.last) == "," and item.last + 1 < sight.sentence.last and parse.group_of[item.last + 1] >= 0
    return closed and comma > sight.sentence.first and parse.chunk_of[comma - 1] >= 0


def _behind_aside(sight: Sight, at: int) -> int:
    """*2,500 men (out of 10,000) died*, *264 men, 53 of them wounded, were taken away*: the token behind what is said of some of those counted; 0 for none."""
    following = sight.tokens.lower[at : at + _SOME_OF_THEM]
    closing = ")" if following[:1] == ["("] else ","
    some = closing == ")" or (
        following[:1] == [","] and "them" in following[2:] and following[following.index("them") - 1] == "of"
    )
    if not some:
        return 0
    at += 1
    while at < sight.sentence.last and sight.word(at) != closing:
        at += 1
    return at + 1


def _joined_verb(sight: Sight, group: VerbGroup) -> int:
    """Where the verb begins that shares the subject of a group: *were surrounded and killed*, *surrendered and were later shot*; 0 for none."""
    tags, at = sight.parse.tags, group.last
    end = min(at + _REACH, sight.sentence.last)
    while at < end and sight.parse.group_of[at] < 0 and sight.word(at) not in CLAUSE_ENDS:
        at += 1
    if at >= end or sight.parse.group_of[at] < 0:
        return 0
    before = at - 1
    while before > group.last and tags[before] == "ADV":
        before -= 1
    shares = tags[at] == "BE" or (group.passive and tags[at] == "VBN")
    return at if shares and sight.word(before) in ("and", ",", "or") and before >= group.last else 0


def _of_group(sight: Sight, item: Counted, index: int) -> str:
    group = sight.parse.groups[index]
    head, following = sight.word(group.head), sight.word(group.last)
    if group.negated or sight.word(group.head - 1) in ("almost", "nearly"):
        return ""
    if group.passive or sight.parse.tags[group.head] == "VBN":
        category = _of_participle(sight, item, index)
        if category:
            return category
    if head in _BECOMING and following == "casualties":
        return "losses"
    if head in BE and following == "among":
        # *two generals and 40 officers were among those killed*
        return sight.rules.participle.get(sight.word(group.last + 2), "")
    if head in BE:
        return starting_at(sight, group.last, sight.rules.passive) or sight.rules.participle.get(following, "")
    if head == "missing" or (head in ("went", "go", "gone") and following == "missing"):
        return "missing"
    if head == "left" and group.passive and following in ("dead", "homeless", "wounded", "missing"):
        return sight.rules.participle[following]
    if head in ("lost", "lose", "losing") and "lives" in (following, sight.word(group.last + 1)):
        return "killed"
    if head == "fell":
        return "killed" if following in FELL and item.who_kind in ("combatant", "unknown") else ""
    category = starting_at(sight, group.head, sight.rules.intransitive)
    # *280,000 Palestinians fled*, *50 people managed to flee*
    near = item.who_kind == "unknown" and group.head - item.last <= _BESIDE
    gone = near or following == "abroad" or (following, sight.word(group.last + 1)) in _FROM_HOME
    return "" if category == "displaced" and item.who_kind != "civilian" and not gone else category


def _of_participle(sight: Sight, item: Counted, index: int) -> str:
    group = sight.parse.groups[index]
    head, following = sight.word(group.head), sight.word(group.last)
    noun = sight.rules.nouns.get(sight.word(item.head), "") if item.head >= 0 else ""
    if head in ("taken", "made", "captured", "brought") and (noun == "captured" or following in _PRISONER):
        return "captured"
    category = starting_at(sight, group.head, sight.rules.passive)
    if not category and to_death(sight, group.head, group.last):
        category = "killed"
    if category == "displaced" and item.who_kind == "combatant":
        return ""
    be = any(sight.parse.tags[at] == "BE" for at in range(group.first, group.head))
    if not be and category and group.last < sight.sentence.last and sight.parse.tags[group.last] in OPEN_OBJECT:
        return ""
    both = mixed(sight, group.last, category) if category else ""
    # *two pilots were captured and executed*: first the one, then the other.
    ended = category == "captured" and both == "losses" and sight.word(group.last) == "and"
    return "killed" if ended and sight.rules.passive.get(sight.word(group.last + 1)) == "killed" else both
