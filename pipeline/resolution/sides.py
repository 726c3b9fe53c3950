"""Sides of a conflict, where the document tells them: the belligerents of an infobox, or *between A and B* in its first sentences."""

from __future__ import annotations

import itertools
import re

from pipeline.records import Actor, Document, Mention, Tokens

__all__ = ["sides_of"]

_COMBATANT = re.compile(r"(?:combatant|belligerent|side)s?[ _]?(?P<number>[1-4])", re.IGNORECASE)
_LETTERS = "ABCD"
_LEAD_SENTENCES = 4


def sides_of(document: Document, tokens: Tokens, actors: list[Mention[Actor]]) -> dict[str, str]:
    """Side (A, B …) by actor id; empty where neither infobox nor lead tells.

    >>> from pipeline import extract
    >>> found = extract("The Winter War was fought between Finland and the Soviet Union in 1939. The Finns held the line.").mentions.actors
    >>> [(m.value.name, m.value.side) for m in found]
    [('Finland', 'A'), ('Soviet Union', 'B'), ('Finland', 'A')]
    """
    roots = _from_infobox(document, actors) or _from_lead(tokens, actors)
    if not roots:
        return {}
    found: dict[str, str] = {}
    for mention in actors:
        actor_id = mention.value.actor_id
        side = roots.get(actor_id) or roots.get(actor_id.partition("/")[0])
        if side:
            found[actor_id] = side
    return found


def _from_infobox(document: Document, actors: list[Mention[Actor]]) -> dict[str, str]:
    """Every actor whose canonical name stands in the line of one belligerent only."""
    lines: dict[str, str] = {}
    for key, value in document.infobox:
        match = _COMBATANT.match(key)
        if match:
            letter = _LETTERS[int(match["number"]) - 1]
            lines[letter] = f"{lines.get(letter, '')} {value}"
    if len(lines) < 2:
        return {}
    found: dict[str, str] = {}
    for mention in actors:
        holders = [letter for letter, line in lines.items() if mention.value.name in line]
        if len(holders) == 1:
            found.setdefault(mention.value.actor_id, holders[0])
    return found


def _from_lead(tokens: Tokens, actors: list[Mention[Actor]]) -> dict[str, str]:
    """*between A and B*, with nothing but articles around the names, in the first sentences of prose."""
    lead = [s for s in tokens.sentences if s.kind == "prose"][:_LEAD_SENTENCES]
    if not lead:
        return {}
    early = [m for m in actors if m.start < lead[-1].end and m.value.actor_id and m.value.antecedent is None]
    for first, second in itertools.pairwise(early):
        before = tokens.text[max(0, first.start - 20) : first.start].split()
        between = tokens.text[first.end : second.start].split()
        if before[-1:] == ["the"]:
            before.pop()
        if before[-1:] == ["between"] and between[:1] == ["and"] and len(between) <= 3:
            a, b = (m.value.actor_id.partition("/")[0] for m in (first, second))
            if a != b:
                return {a: "A", b: "B"}
    return {}
