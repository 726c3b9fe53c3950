"""What befell the counted: the word of killing, wounding, capturing, missing, displacing or losing that a number belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.mentions.counts.victims import Counted
from pipeline.records import Parse, Sentence, Tokens
from pipeline.rules.counts import CountRules

__all__ = ["Sight", "categorise"]

_LIST = frozenset(
    {
        ",",
        "and",
        "or",
        "as",
        "well",
        "plus",
        "along",
        "with",
        "another",
        "a",
        "the",
        "further",
        "at",
        "least",
        "also",
        "both",
        "&",
    }
)
_COPULAS = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "at",
        "of",
        "to",
        ":",
        "numbered",
        "number",
        "totaled",
        "totalled",
        "totalling",
        "totaling",
        "reached",
        "amounted",
        "exceeded",
        "estimated",
        "including",
        "around",
        "rose",
        "stood",
        "as",
        "being",
        "put",
    ]
)
_CLAUSE_ENDS = frozenset(
    {";", ")", "while", "whereas", "when", "after", "before", "but", "although", "because", "until"}
)
_OPEN_OBJECT = frozenset({"DET", "NUM", "POSS", "NAME", "NOUN", "ADJ", "PRON"})
_PARTS = frozenset({"including", "among", "amongst"})


@dataclass(frozen=True)
class Sight:
    """A sentence and the numbers of people in it."""

    tokens: Tokens
    parse: Parse
    sentence: Sentence
    rules: CountRules
    counts: list[Counted]


def categorise(sight: Sight) -> list[tuple[str, str]]:
    """For each number its category and the rule that gave it; an empty category where it counts no victims."""
    found: list[tuple[str, str]] = []
    for index, item in enumerate(sight.counts):
        found.append(_category(sight, index, item, found))
    _respectively(sight, found)
    return _without_parts(sight, found)


def _category(sight: Sight, index: int, item: Counted, found: list[tuple[str, str]]) -> tuple[str, str]:
    noun = sight.rules.nouns.get(sight.tokens.lower[item.head], "") if item.head >= 0 else ""
    after = _after(sight, item)
    if after:
        return after, "after"
    own = item.head >= 0 and sight.tokens.lower[item.head] in sight.rules.participle and noun != "captured"
    if (
        noun in ("killed", "wounded", "losses", "missing")
        or own
        or (noun and sight.tokens.lower[item.head] == "captured")
    ):
        return _mixed(sight, item.last, noun), "noun"
    active = _active(sight, item)
    if active:
        return (noun if active == "losses" and noun else active), "verb"
    passive = _passive(sight, item)
    if passive:
        return passive, "passive"
    listed = _listed(sight, index, item, found)
    if listed:
        return listed, "list"
    of = _of_noun(sight, item)
    if of:
        return of, "of"
    if noun and _taken(sight, item):
        return noun, "noun"
    return "", ""


def _mixed(sight: Sight, at: int, category: str) -> str:
    """*dead and wounded*, *killed, captured or missing*: losses; the given category where no other word is joined to it."""
    lower, rules = sight.tokens.lower, sight.rules
    while at + 1 < sight.sentence.last and lower[at] in (",", "and", "or", "/", "and/or"):
        word = lower[at + 1] if lower[at + 1] not in ("and", "or") else lower[min(at + 2, sight.sentence.last - 1)]
        other = rules.participle.get(word) or rules.passive.get(word)
        if not other:
            break
        if other != category:
            return "losses"
        at += 2
    return category


def _after(sight: Sight, item: Counted) -> str:
    """*20 dead*, *15 people injured*, *300 killed and wounded*."""
    at, rules, lower = item.last, sight.rules, sight.tokens.lower
    if at < sight.sentence.last and lower[at] in ("were", "was") and item.head < 0:
        return ""
    if at >= sight.sentence.last or lower[at] not in rules.participle:
        return ""
    category = rules.participle[lower[at]]
    following = at + 1
    if (
        following < sight.sentence.last
        and sight.parse.tags[following] in _OPEN_OBJECT
        and lower[at] not in ("dead", "missing", "homeless")
    ):
        group = sight.parse.group_of[at]
        if group >= 0 and sight.parse.groups[group].finite and item.head >= 0:
            return ""
    return _mixed(sight, following, category)


def _active(sight: Sight, item: Counted) -> str:
    """*killed 20*, *killing at least 20*, *took 300 prisoner*, *lost 300 men*."""
    lower, rules, at = sight.tokens.lower, sight.rules, item.number.first - 1
    while at >= sight.sentence.first and (sight.parse.tags[at] == "ADV" or lower[at] in ("the", "only", "all")):
        at -= 1
    if at < sight.sentence.first:
        return ""
    category = rules.active.get(lower[at], "")
    if not category:
        if (
            lower[at] in ("took", "take", "taking", "taken")
            and item.last < sight.sentence.last
            and lower[item.last] in ("prisoner", "captive", "hostage", "prisoners")
        ):
            return "captured"
        return ""
    group = sight.parse.group_of[at]
    if group >= 0 and sight.parse.groups[group].passive:
        return ""
    if (
        category == "losses"
        and item.head < 0
        and lower[at] in ("suffer", "suffered", "suffering", "sustained", "incurred")
    ):
        return ""
    if category == "displaced" and item.who_kind == "combatant":
        return ""
    # "killed and wounded 300", "killing or capturing 20".
    if (
        at - 2 >= sight.sentence.first
        and lower[at - 1] in ("and", "or")
        and rules.active.get(lower[at - 2], category) != category
    ):
        return "losses"
    return category


def _passive(sight: Sight, item: Counted) -> str:
    """*20 soldiers were killed*, *30 people died*: the next verb group of the clause, with what stands between."""
    lower, parse = sight.tokens.lower, sight.parse
    at = item.last
    while at < sight.sentence.last:
        if lower[at] in _CLAUSE_ENDS:
            return ""
        group = parse.group_of[at]
        if group >= 0 and not (
            at == parse.groups[group].first and not parse.groups[group].finite and parse.tags[at] in ("VBG", "TO")
        ):
            return _of_group(sight, item, group)
        at += 1
    return ""


def _of_group(sight: Sight, item: Counted, index: int) -> str:
    group, lower, rules = sight.parse.groups[index], sight.tokens.lower, sight.rules
    head = lower[group.head]
    if group.negated:
        return ""
    if group.passive or sight.parse.tags[group.head] == "VBN":
        category = rules.passive.get(head, "")
        nxt = group.last
        if (
            head in ("taken", "made", "captured", "brought")
            and item.head >= 0
            and rules.nouns.get(lower[item.head]) == "captured"
        ):
            return "captured"
        if head == "taken" and nxt < sight.sentence.last and lower[nxt] in ("prisoner", "captive", "prisoners"):
            return "captured"
        if category == "displaced" and item.who_kind == "combatant":
            return ""
        if not group.passive and category and nxt < sight.sentence.last and sight.parse.tags[nxt] in _OPEN_OBJECT:
            return ""
        return _mixed(sight, nxt, category) if category else ""
    category = "missing" if head == "missing" else rules.intransitive.get(head, "")
    if category == "displaced" and item.who_kind != "civilian":
        return ""
    if (
        not category
        and head in ("went", "go", "gone")
        and group.last < sight.sentence.last
        and lower[group.last] == "missing"
    ):
        return "missing"
    if not category and head in ("were", "was", "are", "been", "be") and group.last < sight.sentence.last:
        word = lower[group.last]
        category = rules.participle.get(word, "") or rules.passive.get(word, "")
    if not category and head in ("lost", "lose", "losing") and "lives" in lower[group.last : group.last + 2]:
        return "killed"
    return category


def _listed(sight: Sight, index: int, item: Counted, found: list[tuple[str, str]]) -> str:
    """*killing 20 soldiers and two civilians*, *9,200 combatants were killed along with 7,299 civilians*."""
    lower = sight.tokens.lower
    if not index or not found[index - 1][0]:
        return ""
    previous, (category, rule) = sight.counts[index - 1], found[index - 1]
    between = range(previous.last, item.number.first)
    if rule in ("verb", "list", "of") and all(lower[at] in _LIST or lower[at] in _PARTS for at in between):
        return category if item.head >= 0 or rule == "of" else ""
    if rule in ("passive", "verb") and all(
        lower[at] in _LIST
        or sight.parse.group_of[at] >= 0
        or lower[at] in _PARTS
        or lower[at] in sight.rules.participle
        for at in between
    ):
        return category if item.head >= 0 and between else ""
    return ""


def _of_noun(sight: Sight, item: Counted) -> str:
    """*the deaths of 12 civilians*, *losses of 300 men*, *casualties numbered 300*, *a death toll of 50*."""
    lower, rules = sight.tokens.lower, sight.rules
    at, seen = item.number.first - 1, 0
    if at >= sight.sentence.first and lower[at] in rules.of and lower[at] in rules.nouns:
        return rules.of[lower[at]]
    if at < sight.sentence.first or lower[at] not in _COPULAS:
        return ""
    linked = False
    while at >= sight.sentence.first and seen < 8:
        word = lower[at]
        if word in rules.of and (linked or word in rules.nouns):
            return rules.of[word]
        if word in _CLAUSE_ENDS or word == ",":
            return ""
        linked = linked or word in _COPULAS
        at -= 1
        seen += 1
    return ""


def _taken(sight: Sight, item: Counted) -> bool:
    """*took 300 prisoners*, *with 300 prisoners*: prisoners are captured where the clause takes them."""
    lower, at = sight.tokens.lower, item.number.first - 1
    before = lower[at] if at >= sight.sentence.first else ""
    return before in (
        "took",
        "taking",
        "take",
        "taken",
        "captured",
        "capturing",
        "and",
        ",",
        "with",
        "yielded",
        "secured",
        "made",
        "abducted",
        "seized",
        "produced",
        "left",
    )


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


def _without_parts(sight: Sight, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """*50 killed, including 12 children*: the part is in the total and gives no further count of the same category."""
    kept, lower = list(found), sight.tokens.lower
    for i, item in enumerate(sight.counts):
        at = item.number.first - 1
        if at < sight.sentence.first or not found[i][0]:
            continue
        part = lower[at] in _PARTS or (lower[at] == "them" and lower[at - 1] == "among")
        if part and any(found[j][0] == found[i][0] for j in range(i)):
            kept[i] = ("", "")
    return kept
