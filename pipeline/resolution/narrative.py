"""Who is spoken of where: the subjects of a text and the mentions of its sentences, as far as it has been read."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.records import Actor, Mention, Parse, Sentence, Tokens
from pipeline.resolution.kinds import is_body, is_person, is_vessel
from pipeline.rules.actors import actor_rules

__all__ = ["Narrative"]

_LEADING = frozenset({"main", "conjunct"})


class Narrative:
    """The mentions of a text in reading order, with what the parse says of them."""

    def __init__(self, tokens: Tokens, parse: Parse, mentions: list[Mention[Actor]]) -> None:
        self.tokens = tokens
        self.parse = parse
        self.mentions = mentions
        self.begins = [mention.start for mention in mentions]
        self.subjects, self.main, aside = self._subjects()
        self.leading = self.main | aside
        self.firsts = [clause.first for clause in parse.clauses]
        self.men: set[str] = set()
        """The ids of those whom the text has called *he*."""
        self.done: list[Mention[Actor]] = []
        """Those that were read, with every pronoun replaced."""

    def _subjects(self) -> tuple[set[int], set[int], set[int]]:
        """Start offsets of tokens that head the subject of a clause: of any, of a main one, and of an adverbial one."""
        starts, chunks = self.tokens.starts, self.parse.chunks
        heads = [(clause.link, starts[chunks[c].head]) for clause in self.parse.clauses for c in clause.subjects]
        main = {head for link, head in heads if link in _LEADING}
        return {head for _, head in heads}, main, {head for link, head in heads if link == "adverbial"}

    def _is_subject(self, mention: Mention[Actor], subjects: set[int]) -> bool:
        at = self.tokens.token_at(mention.start)
        while at < len(self.tokens.starts) and self.tokens.starts[at] < mention.end:
            if self.tokens.starts[at] in subjects:
                return True
            at += 1
        return False

    def _is_subject_at(self, end: int, subjects: set[int]) -> bool:
        """Whether the noun phrase that goes on behind an offset is a subject."""
        chunk = self.parse.chunk_of[self.tokens.token_at(end - 1)]
        return chunk >= 0 and self.tokens.starts[self.parse.chunks[chunk].head] in subjects

    def _doer(self, sentence: Sentence) -> Mention[Actor] | None:
        """*The regiment's losses were heavy. It withdrew*: the body whose deed or plight the main clause is about."""
        found = self._within(sentence, sentence.end)
        owners = [m for m in found if self.tokens.text.startswith(("'s ", "’s "), m.end)]
        bodies = [m for m in owners if self._is_subject_at(m.end + 3, self.main)]
        one = len(bodies) == 1 and is_body(bodies[0]) and bodies[0].rule != "actor/country"
        return bodies[0] if one else None

    def _within(self, sentence: Sentence, before: int) -> list[Mention[Actor]]:
        """Mentions done so far in a sentence, up to an offset."""
        recent = self.done[-60:]
        starts = [m.start for m in recent]
        low, high = bisect_right(starts, sentence.start - 1), bisect_right(starts, min(sentence.end, before) - 1)
        return recent[low:high]

    def _beside(self, pronoun: Mention[Actor]) -> set[str]:
        """Who is the subject of the clause in which an object pronoun stands, or whose deed is (*the charge of the Danes forced them to retire*)."""
        at = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        if number < 0:
            return set()
        subjects = self.parse.clauses[number].subjects
        ties, chunks = self.parse.prepositions, self.parse.chunks
        owned = [s for s in subjects if self.tokens.lower[chunks[s].last : chunks[s].last + 1] == ["of"]]
        owners = [s + 1 for s in owned if ties.get(s + 1) == chunks[s].last]
        heads = {self.tokens.starts[self.parse.chunks[chunk].head] for chunk in (*subjects, *owners)}
        recent = self.done[-60:]
        return {m.value.actor_id for head in heads for m in recent if m.start <= head < m.end}

    def _first_joined(self, leading: list[Mention[Actor]]) -> Mention[Actor]:
        """The last of the subjects, or the first of those joined to it by *and*."""
        at = len(leading) - 1
        while at and self.tokens.text[leading[at - 1].end : leading[at].start].strip() in (
            "and",
            ",",
            ", and",
            "and the",
        ):
            at -= 1
        return leading[at]

    def _is_man(self, mention: Mention[Actor]) -> bool:
        """A person that no title or kinship tells to be a woman: *Queen Sofia* is no *he*."""
        words = self.tokens.text[mention.start : mention.end].lower().split()
        return is_person(mention) and actor_rules().women.isdisjoint(words)

    def _is_woman(self, mention: Mention[Actor]) -> bool:
        """A ship, or a person without a rank: *Captain Prat* is no *she*; and who was so called before."""
        if mention.rule == "actor/pronoun-feminine":
            return True
        if mention.value.actor_id in self.men:
            return False
        words = self.tokens.text[mention.start : mention.end].lower().split()
        if mention.rule == "actor/ship" or (mention.rule == "actor/phrase" and is_vessel(words)):
            return True
        return is_person(mention) and actor_rules().ranks.isdisjoint(words)
