"""Whom or what a pronoun stands for in the deed of one event, where no finder resolved it: what the clause before is about."""

from __future__ import annotations

from pipeline.events.outcome import Outcome

__all__ = ["Pronouns"]

_THIRD = frozenset({"him", "her", "them", "it"})
_NOMINATIVE = frozenset({"it", "she", "they"})
_MANY = frozenset({
    "people", "police", "militia", "infantry", "cavalry", "artillery", "clergy", "peasantry", "gentry", "townspeople", "townsfolk", "crew",
    "populace",
})  # fmt: skip
"""What *them* stands for, though it has no plural ending."""
_NOBODY = ("polity", "place", "facility", "event", "abstract")
_THINGS = ("materiel", "facility", "airforce", "naval")


class Pronouns(Outcome):
    """Tells what noun phrases of the clause before a pronoun stands for."""

    def _same_objects(self, chunk: int) -> tuple[int, ...]:
        """*defeated Bayezid and took him prisoner*: whom the verb before felled."""
        scene, index = self.scene, self.candidate.clause
        clause = scene.clauses[index] if index is not None else None
        if clause is None or clause.link != "conjunct" or clause.governor is None or chunk not in clause.objects:
            return ()
        before = scene.clauses[clause.governor]
        if scene.head(chunk) not in _THIRD or before.subjects != clause.subjects or not before.objects:
            return ()
        taken = scene.chunks[before.objects[0]]
        many = scene.head(before.objects[0]).endswith(("s", "men")) or scene.head(before.objects[0]) in _MANY
        several = len(before.objects) > 1 or (many and scene.parse.codes[taken.first] != "M")
        if several != (scene.head(chunk) == "them"):
            return ()
        named = scene.parse.codes[taken.head] == "M" or scene.is_a(before.objects[0], "person", "force")
        if scene.head(chunk) in ("him", "her") and (scene.is_a(before.objects[0], *_NOBODY) or not named):
            # *banned his party and arrested him*, *renounce their loyalty and elect him*
            return ()
        pronouns = any(scene.parse.codes[scene.chunks[c].head] == "O" for c in before.objects)
        return () if pronouns else before.objects

    def _same_thing(self, chunk: int) -> int | None:
        """*The library survived the siege, but it was burned later*: the thing that the clause before is about, if only one fits."""
        scene, index = self.scene, self.candidate.clause
        if not index or scene.head(chunk) not in _NOMINATIVE or not scene.passive(index):
            return None
        clause = scene.clauses[index]
        mains = (k for k in range(index - 1, -1, -1) if scene.clauses[k].link in ("main", "conjunct"))
        hangs = clause.link in ("adverbial", "conjunct") and clause.governor is not None and clause.governor < index
        above = scene.clauses[clause.governor if hangs and clause.governor is not None else next(mains, index)]
        here, there = (scene.tokens.sentences[c.sentence] for c in (clause, above))
        near = here.index - there.index <= 1 and here.paragraph == there.paragraph
        if above is clause or not near or chunk not in clause.subjects:
            return None
        told = [c for c in (*above.subjects, *above.objects) if self._may_be(c, scene.head(chunk))]
        return told[0] if len(told) == 1 and told[0] in above.subjects else None

    def _may_be(self, chunk: int, pronoun: str) -> bool:
        """Whether a noun phrase may be a thing that is spoken of again: for *it* a body of men, too, for *she* a ship (*the Arkansas*)."""
        scene, phrase, head = self.scene, self.scene.chunks[chunk], self.scene.head(chunk)
        if (
            pronoun == "she"
            and scene.parse.codes[phrase.first : phrase.last] == "DM"
            and scene.lower[phrase.first] == "the"
        ):
            return True
        several = head.endswith(("s", "men")) and not head.endswith("ss") and scene.parse.codes[phrase.head] == "N"
        kinds = (*_THINGS, "force", "person") if pronoun == "it" else _THINGS
        return several == (pronoun == "they") and scene.is_a(chunk, *kinds)
