"""Finder of counts: numbers of people killed, wounded, captured, missing, displaced or lost.

Numbers are read by `numbers`, what they count by `victims`, and what befell those by `befallen`.
"""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from pipeline.mentions.counts.befallen import categorise
from pipeline.mentions.counts.numbers import number_at
from pipeline.mentions.counts.persons import single_victims
from pipeline.mentions.counts.sight import Sight
from pipeline.mentions.counts.victims import Counted, counted
from pipeline.records import Count, Mention, Parse, Sentence, Tokens
from pipeline.rules.counts import CountRules, count_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["find_counts"]


def find_counts(tokens: Tokens, parse: Parse) -> tuple[Mention[Count], ...]:
    """The counts of victims of a text, in reading order.

    Handled: digits, words, vague quantities, ranges and bounds; the word of killing, wounding, capturing, missing, displacing or losing
    before or after the number; single victims (*a soldier was killed*, *the commander was wounded*). Not handled: materiel, the
    strength of forces, victims without a number. Offsets index the clean text: the number phrase with its noun.

    >>> from pipeline import extract
    >>> found = extract("The rebels shelled the area, leaving one civilian dead and 15 people injured.").mentions.counts
    >>> [(mention.value.category, mention.value.low, mention.value.who) for mention in found]
    [('killed', 1, 'one civilian'), ('wounded', 15, '15 people')]
    """
    rules = count_rules()
    lower, words = tokens.lower, rules.words
    found: list[Mention[Count]] = []
    sentences = _with_category(tokens, compress(count(), map(words.__contains__, lower)))
    for sentence in sentences:
        found += _in_sentence(tokens, parse, sentence, rules)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _with_category(tokens: Tokens, at: Iterable[int]) -> list[Sentence]:
    """The sentences that hold a word of some category: elsewhere no number can count victims."""
    found: list[Sentence] = []
    for token in at:
        if found and token < found[-1].last:
            continue
        sentence = tokens.sentence_of[token]
        if sentence.kind != "heading":
            found.append(sentence)
    return found


def _in_sentence(tokens: Tokens, parse: Parse, sentence: Sentence, rules: CountRules) -> list[Mention[Count]]:
    counts: list[Counted] = []
    free, known = parse.behind_date(sentence) or sentence.first, rules.number_words
    for at, word in enumerate(tokens.lower[free : sentence.last], free):
        numeral = word in known or word[0].isdigit() or ("-" in word and word.split("-")[0] in known)
        if at < free or not numeral:
            continue
        number = number_at(tokens, at, sentence.first, sentence.last, rules)
        if number is None:
            continue
        item = counted(tokens, parse, sentence, number, rules)
        if item is not None:
            counts.append(item)
        free = number.last
    sight = Sight(tokens, parse, sentence, rules, counts)
    found = [
        _mention(tokens, item, category, rule)
        for item, (category, rule) in zip(counts, categorise(sight), strict=True)
        if category and item.who_kind != "thing"
    ]
    taken = [(mention.start, mention.end) for mention in found]
    found += [m for m in single_victims(sight) if not any(a < m.end and m.start < b for a, b in taken)]
    return found


def _mention(tokens: Tokens, item: Counted, category: str, rule: str) -> Mention[Count]:
    start, end = tokens.starts[item.number.first], tokens.ends[item.last - 1]
    who = " ".join(tokens.text[tokens.starts[item.number.core] : end].split()) if item.last > item.number.last else None
    number = item.number
    # What is perhaps a person was enough to count it; the table knows no "maybe".
    kind = "unknown" if item.who_kind == "maybe" else item.who_kind
    return Mention(start, end, Count(category, number.low, number.high, number.bound, who, kind), f"count/{rule}")
