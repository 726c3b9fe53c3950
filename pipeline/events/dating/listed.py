"""Dates of things that a verb or noun lists: *took Reval on 30 June and Narva on 8 July*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import ASIDES, in_order
from pipeline.frozen import replace

if TYPE_CHECKING:
    from pipeline.events.dating.dated import Dated, Dates
    from pipeline.records import Parse, Sentence, Tokens

__all__ = ["through_the_list"]

_AND_ANOTHER = re.compile(
    r"(?:,\sand|\sand|,(?!\sand))\s(?!(?:(?:on|in|at|by|from|until)\s)?(?:the\s)?$)"
    r"(?:(?!\b(?:but|however|yet|then|so|until|while|when|where|which|who|after|before|since|following)\b)[^;:()\n]){1,80}"
)
"""What stands between the dates of two things that a verb has for its objects, or subjects."""
_AT_ANOTHER = re.compile(r"\W*(?:and\s)?(?:(?:at|in|near|off)\s)?[A-Z]")
"""*defeats at Basing on 22 January and at Meretun two months later*: the same noun has both dates."""

_NEXT_NAME = re.compile(
    r"\)(?:,|,?\sand)\s(?:(?:at|in|near|off|by|of)\s)?(?:the\s)?(?:[A-Z][\w’'-]*\s(?:of\s|the\s)?){1,4}\((?:(?:in|on)\s)?"
)
"""What stands between the parentheses behind two names of a list."""


def through_the_list(
    tokens: Tokens, parse: Parse, dates: Dates, first: Dated, sentence: Sentence, *, of_noun: bool
) -> Dated:
    """A date behind a trigger as the interval to the last of those listed with it; ``of_noun`` is true where the trigger is a noun.

    >>> from pipeline import extract
    >>> event, = extract("He captured Reval on 30 June 1710 and Narva on 8 July.").events
    >>> event.date.start, event.date.end
    ('1710-06-30', '1710-07-08')
    """
    last = first
    if first.value.relation in ASIDES or first.value.granularity == "span":
        return first
    if first.bracketed:
        return _through_parentheses(tokens, dates, first, sentence)
    if first.weak:
        return first
    for dated in dates.within(first.end, sentence.end):
        if dated.weak or dated.value.relation in ASIDES or not _is_listed(tokens, parse, last, dated):
            break
        if not (_AT_ANOTHER.match(tokens.text, last.end) if of_noun else not dates.verb_follows(dated.end)):
            break  # *the raid of 3 May and the fall of the town on 5 May*, *took Reval on 3 May and on 5 May sailed*
        last = dated
    return _up_to(first, last)


def _through_parentheses(tokens: Tokens, dates: Dates, first: Dated, sentence: Sentence) -> Dated:
    """The interval through the parentheses behind each of several names (*recaptured Rouen (1449), Caen (1450) and Bordeaux (1451)*)."""
    last = first
    for dated in dates.within(first.end, sentence.end):
        if not (dated.bracketed and _NEXT_NAME.fullmatch(tokens.text, last.end, dated.start)):
            break
        last = dated
    return _up_to(first, last)


def _up_to(first: Dated, last: Dated) -> Dated:
    """The interval from a date to a later one, else the first alone."""
    value, end = first.value, last.value.end
    if last is first or not (value.end and last.value.start and end) or not in_order(value.end, last.value.start):
        return first
    return replace(first, value=replace(value, end=end, granularity="span", derivation="range"))


def _is_listed(tokens: Tokens, parse: Parse, first: Dated, last: Dated) -> bool:
    """Whether another thing stands between two dates, and no verb."""
    if not _AND_ANOTHER.fullmatch(tokens.text, first.end, last.start):
        return False
    between = parse.group_of[tokens.token_at(first.end) : tokens.token_at(last.start)]
    return all(group < 0 for group in between)
