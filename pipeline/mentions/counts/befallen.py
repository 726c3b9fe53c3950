"""What befell the counted: the word of killing, wounding, capturing, missing, displacing or losing that a number belongs to."""

from __future__ import annotations

from itertools import pairwise

from pipeline.mentions.counts.nominal import among, death_of, of_noun, told_first
from pipeline.mentions.counts.sight import Sight
from pipeline.mentions.counts.verbal import (
    CLAUSE_ENDS,
    OPEN_OBJECT,
    active_category,
    ending_at,
    mixed,
    passive_category,
    starting_at,
)
from pipeline.mentions.counts.victims import Counted
from pipeline.rules.nouns import noun_classes

__all__ = ["categorise"]

_WHERE = frozenset({"at", "in", "near", "off", "on", "during", "before"})
_ENDS = frozenset({".", ",", ";", "and", "(", ")", ""})
_ROUGHLY = frozenset({"perhaps", "possibly", "probably", "some", "about", "around"})
_GOES_ON = frozenset({"in", "on", "at", "after", "during", "before", "including"})
_BACK = 10
"""Tokens back from *including* to the verb whose object is the whole."""
_PARTS = frozenset({"including", "among", "amongst"})


def categorise(sight: Sight) -> list[tuple[str, str]]:
    """For each number its category and the rule that gave it; an empty category where it counts no victims.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low, m.rule) for m in extract("They lost 40 men killed and 12 captured.").mentions.counts]
    [('killed', 40, 'count/after'), ('captured', 12, 'count/noun')]
    """
    found: list[tuple[str, str]] = []
    for index, item in enumerate(sight.counts):
        category, rule = _category(sight, index, item, found)
        if category and item.head >= 0 and _deed(sight.tokens.lower[item.head]):
            category, rule = "", ""
        living = item.who_kind != "maybe" or (category in ("killed", "wounded") and _near(sight, item, rule))
        found.append((category, rule) if living else ("", ""))
    _respectively(sight, found)
    _before_dead(sight, found)
    return _without_parts(sight, found)


def _deed(noun: str) -> bool:
    """*three bombings*, *two attacks*: nobody whom something can befall."""
    classes = noun_classes().get(noun, frozenset())
    return "event" in classes and classes.isdisjoint({"person", "force"})


def _near(sight: Sight, item: Counted, rule: str) -> bool:
    """For *a* and an unknown noun, whether the verb stands next to it: *an interpreter was killed*, not *an ambush, where …*."""
    if (
        rule == "passive"
        and sight.parse.tags[item.number.first - 1] == "ADP"
        and item.number.first > sight.sentence.first
    ):
        # *a scholar fluent in 20 languages was killed*
        return False
    if rule == "of":
        # *the killing of an interpreter*; not *their bodies were thrown through the ice of a river*
        return sight.word(item.number.first - 2) in sight.rules.of
    if sight.word(item.number.core) not in ("a", "an", "another") or rule != "passive":
        return True
    return sight.parse.tags[min(item.last, len(sight.parse.tags) - 1)] in ("BE", "HAVE") or _is_subject(sight, item)


def _is_subject(sight: Sight, item: Counted) -> bool:
    """*A member of the mission, Maya Fenina, was killed*: whether the phrase is the subject of a passive, whatever stands between."""
    noun = sight.tokens.lower[item.head]
    person = "person" in noun_classes().get(noun, ())
    chunk = sight.parse.chunk_of[item.head]
    return person and any(chunk in c.subjects and sight.parse.groups[c.group].passive for c in sight.clauses)


def _category(sight: Sight, index: int, item: Counted, found: list[tuple[str, str]]) -> tuple[str, str]:
    noun = sight.rules.nouns.get(sight.tokens.lower[item.head], "") if item.head >= 0 else ""
    after = _after(sight, item)
    if "captured" in (after, noun) and _of_things(sight, index, item):
        return "", ""
    if after:
        return after, "after"
    if _went_down(sight, item):
        return "killed", "after"
    if _led_away(sight, item) and index and found[index - 1][0]:
        return "captured", "after"
    own = item.head >= 0 and sight.tokens.lower[item.head] in sight.rules.participle and noun != "captured"
    # *two of the wounded died*
    part = sight.word(item.number.last) == "of" and sight.parse.tags[item.number.last + 1 : item.number.last + 2] in (
        ["DET"],
        ["POSS"],
    )
    if ((noun in ("killed", "wounded", "losses", "missing") or own) and not part) or (
        noun and sight.tokens.lower[item.head] == "captured" and not _takes(sight, item)
    ):
        return mixed(sight, item.last, noun), "noun"
    active = active_category(sight, item)
    if active == "captured" and item.head < 0 and _of_arms(sight, item):
        return "", ""
    if active:
        return (noun if active == "losses" and noun else active), "verb"
    if apposed := _apposed(sight, item):
        return apposed, "verb"
    bare = of_noun(sight, item) if item.head < 0 or death_of(sight, item) else ""
    if bare:
        return bare, "of"
    if noun == "captured" and sight.word(item.number.first - 1) in ("took", "taken", "taking"):
        # *killed 40 soldiers and took two prisoners*
        return noun, "noun"
    passive = passive_category(sight, item) or told_first(sight, item)
    if passive:
        return passive, "passive"
    if told := among(sight, item):
        return told, "of"
    listed = _listed(sight, index, item, found)
    if listed:
        return listed, "list"
    of = of_noun(sight, item) or _of_uncounted(sight, item) or _together(sight, item)
    if of:
        # *with the loss of 66,000 prisoners*
        return noun if of == "losses" and noun else of, "of"
    if noun and _taken(sight, item):
        return noun, "noun"
    return _before_another(sight, index, item), "after"


def _before_another(sight: Sight, index: int, item: Counted) -> str:
    """*had one midshipman and two seamen killed*: what a bare participle behind the second of two numbers says of both."""
    if item.head < 0 or sight.word(item.last) != "and" or index + 1 >= len(sight.counts):
        return ""
    second = sight.counts[index + 1]
    joined = second.number.first == item.last + 1 and second.head >= 0
    return _after(sight, second) if joined and item.who_kind != "thing" else ""


def _apposed(sight: Sight, item: Counted) -> str:
    """*massacred its inhabitants, perhaps 3,000 people*: the number of those that the verb has as its object."""
    comma = item.number.first - 1
    while sight.word(comma) in _ROUGHLY:
        comma -= 1
    index = sight.parse.chunk_of[comma - 1] if sight.word(comma) == "," and comma > sight.sentence.first else -1
    if (
        index < 0
        or item.head < 0
        or item.who_kind in ("thing", "maybe")
        or sight.word(item.last) not in _ENDS | _GOES_ON
    ):
        return ""
    whole = sight.parse.chunks[index]
    many = not noun_classes().get(sight.word(whole.head), frozenset()).isdisjoint(("person", "force"))
    if not many or "NUM" in sight.parse.tags[whole.first : whole.last] or whole.first == sight.sentence.first:
        return ""
    group = sight.parse.group_of[whole.first - 1]
    if group < 0 or sight.parse.groups[group].passive:
        return ""
    return ending_at(sight, whole.first - 1, sight.rules.active)


def _of_things(sight: Sight, index: int, item: Counted) -> bool:
    """*lost 64 ships, 30 of them sunk and 34 captured*, *chased four ships and captured two*: so many of the things before."""
    if item.head >= 0 and sight.tokens.lower[item.head] != "captured":
        return False
    for other in reversed(sight.counts[:index]):
        if other.head >= 0:
            between = sight.tokens.lower[other.last : item.number.first]
            if other.who_kind == "thing" and "of" in between and not {"them", "which", "these"}.isdisjoint(between):
                return True
            break
    return _of_arms(sight, item)


def _of_arms(sight: Sight, item: Counted) -> bool:
    """Whether the verb before told of ships or arms, of which a bare number was captured."""
    at = item.number.core
    chunk = sight.parse.chunk_of[at]
    own = next((i for i, c in enumerate(sight.parse.clauses) if c.first <= at < c.last), None) if chunk >= 0 else None
    told = None if own is None else sight.parse.counts_of(chunk, own)
    if told is None:
        return False
    classes = noun_classes().get(sight.tokens.lower[sight.parse.chunks[told].head], frozenset())
    return "materiel" in classes and classes.isdisjoint({"person", "force"})


def _after(sight: Sight, item: Counted) -> str:
    """*20 dead*, *15 people injured*, *300 killed and wounded*."""
    at, rules, lower = item.last, sight.rules, sight.tokens.lower
    if at < sight.sentence.last and lower[at] in ("were", "was") and item.head < 0:
        return ""
    if at < sight.sentence.last and sight.parse.tags[at] == "ADV" and lower[at].endswith("ly"):
        # *left five soldiers lightly wounded*
        at += 1
    if at >= sight.sentence.last or lower[at] not in rules.participle:
        return ""
    category = rules.participle[lower[at]]
    following = at + 1
    if (
        following < sight.sentence.last
        and sight.parse.tags[following] in OPEN_OBJECT
        and lower[at] not in ("dead", "missing", "homeless")
    ):
        group = sight.parse.group_of[at]
        if group >= 0 and sight.parse.groups[group].finite and item.head >= 0:
            return ""
    return mixed(sight, following, category)


def _of_uncounted(sight: Sight, item: Counted) -> str:
    """*killed a number of civilians, including eight nurses*: of those no number is told, some."""
    at = item.number.first - 1
    if sight.word(at) != "including" or item.head < 0 or item.who_kind in ("thing", "maybe"):
        return ""
    first = max(sight.sentence.first, at - _BACK)
    if any(first <= other.number.first < at for other in sight.counts):
        return ""
    for back in range(at - 1, first, -1):
        index = sight.parse.group_of[back]
        if index < 0:
            if sight.word(back) in CLAUSE_ENDS:
                return ""
            continue
        group = sight.parse.groups[index]
        if group.passive:
            return starting_at(sight, group.head, sight.rules.passive) if group.last >= at - 1 else ""
        return ending_at(sight, group.head, sight.rules.active)
    return ""


def _together(sight: Sight, item: Counted) -> str:
    """*both perished in the attack, together with eight jarls*, *took the transport with 260 men on board*: they shared its fate."""
    at = item.number.first - 2
    if item.head < 0 or item.who_kind in ("thing", "maybe") or sight.word(at + 1) != "with" or not sight.word(at):
        return ""
    aboard = sight.word(item.last) == "aboard" or (sight.word(item.last), sight.word(item.last + 1)) == ("on", "board")
    if not aboard and sight.word(at) not in ("along", "together"):
        return ""
    while at > sight.sentence.first and sight.parse.group_of[at] < 0 and sight.word(at) not in CLAUSE_ENDS:
        at -= 1
    group = sight.parse.groups[sight.parse.group_of[at]] if sight.parse.group_of[at] >= 0 else None
    if group is None or group.negated:
        return ""
    if group.passive:
        return starting_at(sight, group.head, sight.rules.passive)
    category = ending_at(sight, group.head, sight.rules.active) or starting_at(
        sight, group.head, sight.rules.intransitive
    )
    return category if category in ("killed", "captured") else ""


def _takes(sight: Sight, item: Counted) -> bool:
    """*a force of 20,000 captured Tartu*: the number is who did it."""
    group = sight.parse.group_of[item.head]
    following = sight.parse.tags[item.last] if item.last < sight.sentence.last else ""
    return group >= 0 and sight.parse.groups[group].finite and following in OPEN_OBJECT


def _went_down(sight: Sight, item: Counted) -> bool:
    """*sank with 570 of her crew*, *blew up, taking 300 men with her*: who went down with a ship."""
    at, last = item.number.first - 1, item.last
    # *went down with all 290 men*
    at -= sight.word(at) == "all"
    if item.who_kind == "thing":
        return False
    if sight.word(at) in ("taking", "took", "carrying"):
        down = sight.word(last) == "down"
        last += down
        along = sight.word(last) == "with" and sight.word(last + 1) in ("her", "it", "them")
        # not *left Lund, taking 300 men with them*
        return along and (down or not _LOST.isdisjoint(sight.tokens.lower[sight.sentence.first : at]))
    if sight.word(at) != "with":
        return False
    if (behind := _behind_crew(sight, last)) and (sight.word(at - 1) == "," or sight.word(behind) in _ENDS):
        # *was sunk off Palos on 6 March, with 786 of her crew*; not *was sunk in May with 40 of her crew saved*
        return not _SUNK.isdisjoint(sight.tokens.lower[sight.sentence.first : at])
    verb = at - 1
    if sight.word(verb) in _SO_SOON:
        # *sank within two minutes with 300 men*, *sank rapidly with 300 men*
        verb -= 3 if sight.word(verb - 2) in ("in", "within") else 1
    if sight.word(verb) == "down":
        return sight.word(verb - 1) in ("went", "gone", "going")
    return sight.word(verb) in ("sank", "foundered", "capsized")


def _behind_crew(sight: Sight, at: int) -> int:
    """The token behind *crew* that stands at a token or shortly behind it; 0 where none does."""
    return next((k + 1 for k in range(at - 1, at + 3) if sight.word(k) == "crew"), 0)


def _led_away(sight: Sight, item: Counted) -> bool:
    """*1,200 men were killed and 3,000 taken*: of men, behind others that were lost."""
    living = item.head < 0 or item.who_kind == "combatant"
    return living and sight.word(item.last) == "taken" and sight.word(item.last + 1) in _ENDS


def _listed(sight: Sight, index: int, item: Counted, found: list[tuple[str, str]]) -> str:
    """*killing 20 soldiers and two civilians*, *9,200 combatants were killed along with 7,299 civilians*."""
    lower = sight.tokens.lower
    if not index or not found[index - 1][0]:
        return ""
    previous, (category, rule) = sight.counts[index - 1], found[index - 1]
    own = sight.parse.group_of[item.last] if item.last < sight.sentence.last else -1
    if own >= 0 and sight.parse.groups[own].finite and sight.parse.tags[item.last] == "BE":
        # *158 died and 61 men were rescued*
        return ""
    between = range(previous.last, item.number.first)
    if rule in ("passive", "after", "noun") and any(lower[at] == ":" for at in between):
        return category if all(lower[at] == ":" or sight.parse.group_of[at] >= 0 for at in between) else ""
    aside = _past_aside(sight, between)
    if rule in ("verb", "list", "of") and all(_joins(sight, at) or lower[at] in _PARTS for at in aside):
        return category if item.head >= 0 or rule == "of" else ""
    if rule == "passive" and previous.who_kind == "thing":
        # *Hundreds of houses were burned and 2,000 people lost their homes*
        return ""
    if previous.who_kind == "thing" and item.head < 0:
        # *lost twelve aircraft, the Luftwaffe nine*
        return ""
    if rule in ("passive", "verb", "noun", "after", "list") and _gapped(sight, item, between):
        return category
    own = sight.parse.group_of[previous.last] if rule == "passive" else -1
    if rule in ("passive", "verb") and all(
        _joins(sight, at)
        or 0 <= own == sight.parse.group_of[at]
        or lower[at] in _PARTS
        or lower[at] in sight.rules.participle
        for at in between
    ):
        return category if item.head >= 0 and between else ""
    return ""


def _past_aside(sight: Sight, between: range) -> range:
    """*killed 62 men, including Victorio, and 16 women*: what stands between two numbers, without who was among the first."""
    at = between.start
    if sight.word(at) != "," or sight.word(at + 1) not in _PARTS:
        return between
    end = next((k for k in range(at + 2, between.stop) if sight.word(k) == ","), between.stop)
    named = all(sight.parse.tags[k] in ("NAME", "DET", "POSS", "NOUN", "ADJ") for k in range(at + 2, end))
    return range(end, between.stop) if named else between


def _joins(sight: Sight, at: int) -> bool:
    """A word between the numbers of one list; *four soldiers at a checkpoint* is none."""
    word = sight.word(at)
    return word in sight.rules.joining and (word != "at" or sight.word(at + 1) == "least")


def _gapped(sight: Sight, item: Counted, between: range) -> bool:
    """*the French lost 2,000 men, the Austrians 5,000*: other losers, the same verb."""
    at, end = _past_place(sight, between), between.stop
    while at < end and sight.word(at) in (",", "and"):
        at += 1
    if end > at and sight.word(end - 1) == "and" and _elsewhere(sight, item, at):
        # *killed 12 men in Kano and 20 women in Jos*, but *and 20 women in Jos fled*
        return item.head < 0 or not any(sight.parse.chunk_of[item.head] in c.subjects for c in sight.clauses)
    if item.head < 0 and _enemys(sight, between):
        return True
    while at < end and (sight.word(at) in ("sick", ",", "and") or sight.word(at) in sight.rules.participle):
        at += 1
    if item.head >= 0 or not between.start < at < end or sight.word(item.last) not in _ENDS:
        return False
    index = sight.parse.chunk_of[at]
    losers = index >= 0 and sight.parse.chunks[index].first == at and sight.parse.chunks[index].last >= end
    return losers and all(sight.parse.tags[i] in ("DET", "NAME", "NOUN", "ADJ") for i in range(at, end))


def _past_place(sight: Sight, between: range) -> int:
    """Where a phrase of the place or the fight ends that stands before the other losers: *lost 300 men at Kiel, the Swedes 500*."""
    first = between.start + 1
    index = sight.parse.chunk_of[first] if first < between.stop and sight.word(first - 1) in _WHERE else -1
    if index < 0 or sight.parse.chunks[index].first != first:
        return between.start
    last = sight.parse.chunks[index].last
    return last if last < between.stop and sight.word(last) == "," else between.start


def _enemys(sight: Sight, between: range) -> bool:
    """*lost 13,000 men to the Austrians' 8,000*."""
    tags, end = sight.parse.tags, between.stop
    genitive = end - 1 > between.start and tags[end - 1] in ("GEN", "POSS")
    return genitive and sight.word(between.start) in ("to", "against")


def _elsewhere(sight: Sight, item: Counted, start: int) -> bool:
    """*eight were killed on the one ship and three on the other*: the same preposition follows both numbers."""
    word = sight.word(item.last)
    return (
        sight.parse.tags[item.last : item.last + 1] == ["ADP"] and word in sight.tokens.lower[start : item.number.first]
    )


def _taken(sight: Sight, item: Counted) -> bool:
    """*took 300 prisoners*, *with 300 prisoners*: prisoners are captured where the clause takes them."""
    lower, at = sight.tokens.lower, item.number.first - 1
    before = lower[at] if at >= sight.sentence.first else ""
    joined = before in (",", "and") and sight.word(item.last) in ("were", "was")
    # *took Badajoz, and 1,800 prisoners were released*: what befell them then.
    return before in _TAKING and not joined


_TAKING = frozenset({
    "took", "taking", "take", "taken", "captured", "capturing", "including", "and", ",", "with", "yielded", "yielding", "secured", "securing", "made",
    "abducted", "seized", "seizing", "produced", "left", "netted", "netting", "bagged", "bagging", "claiming",
})  # fmt: skip
_SUNK = frozenset({"sank", "sunk", "capsized", "foundered"})
_LOST = _SUNK | {
    "up", "exploded", "exploding", "down", "crashed", "collapsed", "sink", "sinking", "torpedoed", "himself", "herself", "themselves",
}  # fmt: skip
_SO_SOON = frozenset({"minutes", "seconds", "hours", "quickly", "rapidly", "immediately", "instantly"})


def _respectively(sight: Sight, found: list[tuple[str, str]]) -> None:
    """*20 and 30 men were killed and wounded respectively*: the first number goes with the first word."""
    lower, rules, sentence = sight.tokens.lower, sight.rules, sight.sentence
    if "respectively" not in lower[sentence.first : sentence.last]:
        return
    end = lower.index("respectively", sentence.first, sentence.last)
    words = [rules.passive.get(lower[at]) or rules.participle.get(lower[at]) for at in range(sentence.first, end)]
    categories = [word for word in words if word]
    items = [i for i, item in enumerate(sight.counts) if item.last <= end]
    if len(categories) == len(items) > 1 and len(set(categories)) > 1:
        for i, category in zip(items, categories, strict=True):
            found[i] = (category, "respectively")
        return
    for i, j in pairwise(items):
        # *suffered 300 and 500 casualties respectively*: of each its number.
        bare = sight.counts[i].head < 0 and sight.counts[j].head >= 0
        if bare and not found[i][0] and lower[sight.counts[i].last : sight.counts[j].number.first] == ["and"]:
            found[i] = (found[j][0], "respectively")


def _before_dead(sight: Sight, found: list[tuple[str, str]]) -> None:
    """*leaving three policemen and two civilians dead*: the word behind the last number is said of the one before, too."""
    for i in range(len(sight.counts) - 1, 0, -1):
        item, other, (category, rule) = sight.counts[i - 1], sight.counts[i], found[i]
        between = range(item.last, other.number.first)
        joined = len(between) > 0 and all(_joins(sight, at) for at in between)
        if not (joined and other.head >= 0 and item.head >= 0 and item.who_kind != "maybe"):
            continue
        noun, own = sight.tokens.lower[other.head], sight.tokens.lower[item.head]
        # *the loss of 3 British and 25 Argentine lives*
        shared = category and noun in sight.rules.nouns and own not in sight.rules.nouns
        lost = found[i - 1] == ("losses", "verb") and len(between) == 1
        if shared or (rule == "after" and (not found[i - 1][0] or lost)):
            # *lost five officers and 120 other ranks killed*
            found[i - 1] = (category, rule)


def _without_parts(sight: Sight, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """*50 killed, including 12 children*: the part is in the total and gives no further count of the same category."""
    kept, lower, part = list(found), sight.tokens.lower, False
    for i, item in enumerate(sight.counts):
        at = item.number.first - 1
        if at < sight.sentence.first or not found[i][0]:
            continue
        # *including 28 Britons, 41 Arabs and 17 Jews*
        listed = part and found[i][1] == "list" and sight.counts[i - 1].number.last <= at
        if lower[at] == "including" and found[i][1] == "passive" and i and found[i - 1][0] not in ("", found[i][0]):
            # *40 were killed, including a girl, and 16 were wounded*: of those killed, whatever befell the others
            kept[i] = ("", "")
            continue
        part = lower[at] in _PARTS or (lower[at] == "them" and lower[at - 1] == "among") or listed
        if part and any(found[j][0] == found[i][0] for j in range(i)):
            kept[i] = ("", "")
    return kept
