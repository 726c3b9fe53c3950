"""Who is not whom a subject pronoun stands for: those whom its own clause names, and those named in what stands before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from pipeline.records import Actor, Mention, Sentence
from pipeline.resolution.joint import Joint
from pipeline.resolution.kinds import is_person, slug

__all__ = ["Facing"]

_LONGEST = 80
"""Characters from the begin of a mention to its head at most."""
_MADE_OF = frozenset({"of", "as"})
"""*Composed of Saxons, they held the left*: what a participle says that its subject is."""
_SHARING = frozenset({"gerund", "participle"})
_LESSER = frozenset({"relative", "gerund", "participle", "infinitive", "purpose"})
"""Links of clauses that may stand in a phrase before the subject."""
_BESIDE = frozenset({"with", "together", "alongside", "along", "accompanied", "without", "unlike", "against", "besides", "assisted", "aided", "joined", "supported"})  # fmt: skip
"""Words with which a sentence opens that tells who was with its subject, or against him."""


class Facing(Joint):
    """Tells whom a subject pronoun cannot mean, and who is named before it in passing."""

    placed: list[int]
    """Where the names of places begin."""

    def _faced(self, pronoun: Mention[Actor]) -> set[str]:
        """The ids of those whom the clause of a subject pronoun names as its objects, and of those who were with its subject, or of whom he has heard."""
        number = bisect_right(self.firsts, self.tokens.token_at(pronoun.start)) - 1
        others = (
            [*self.parse.clauses[number].objects, *self._heard_of(number), *self._met_before(number)]
            if number >= 0
            else []
        )
        others += self._objects_before(number)
        heads = [self.tokens.starts[self.parse.chunks[c].head] for c in others]
        met = {m.value.actor_id for m in self._accompanying(pronoun)}
        if not heads:
            return met
        low, high = bisect_left(self.begins, min(heads) - _LONGEST), bisect_right(self.begins, max(heads))
        return met | {
            m.value.actor_id for m in self.mentions[low:high] if any(m.start <= head < m.end for head in heads)
        }

    def _heard_of(self, number: int) -> list[int]:
        """*Learning that Grandison lay near, he marched*: of whom it is heard before the clause is not who heard it."""
        clauses = self.parse.clauses
        if number < 2 or clauses[number - 1].link != "complement" or clauses[number - 1].governor != number - 2:
            return []
        fronted = clauses[number - 2]
        heard = fronted.link == "participle" and fronted.governor == number
        return list(clauses[number - 1].subjects) if heard else []

    def _met_before(self, number: int) -> list[int]:
        """*Beaten by the Austrians, they fell back*: whom the participle before a clause names is not its subject."""
        fronted = self.parse.clauses[number - 1] if number > 0 else None
        if fronted is None or fronted.link != "participle" or fronted.governor != number:
            return []
        return [*fronted.objects, *(c for at, c in fronted.obliques if self.tokens.lower[at] not in _MADE_OF)]

    def _accompanying(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*With a band that included the Bishop of Bangor, he attacked Ruthin*: those named in what a sentence opens with before the pronoun."""
        sentence = self.tokens.sentence_at(pronoun.start)
        if self.tokens.lower[sentence.first] not in _BESIDE or not self._leads(pronoun, sentence):
            return []
        return self._within(sentence, pronoun.start)

    def _objects_before(self, number: int) -> list[int]:
        """*After leaving his brother in Kabul, he took Bokhara*: whom what the subject did before its clause names."""
        clauses, found = self.parse.clauses, list[int]()
        at = number - 1
        while at >= 0 and clauses[at].sentence == clauses[number].sentence and clauses[at].link in _LESSER:
            if clauses[at].link in _SHARING and clauses[at].subjects == clauses[number].subjects:
                found += [
                    *clauses[at].objects,
                    *(c for to, c in clauses[at].obliques if self.tokens.lower[to] not in _MADE_OF),
                ]
            at -= 1
        return found

    def _leads(self, pronoun: Mention[Actor], sentence: Sentence) -> bool:
        """Whether a pronoun is the subject of the first clause of its sentence but for what stands in a phrase or participle before it."""
        token = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, token) - 1
        clauses = self.parse.clauses
        if number < 0 or clauses[number].link != "main" or not self._is_own_subject(number, token):
            return False
        since = bisect_left(self.firsts, sentence.first)
        return all(clauses[k].link in _LESSER for k in range(since, number))

    def _of_no_list(self, pronoun: Mention[Actor]) -> Mention[Actor] | None:
        """*Kalojan beat the Franks. He took Lund*: a bare name in no list and of no place, the one subject of the sentence before."""
        sentence = self.tokens.sentence_at(pronoun.start)
        before = self.tokens.sentences[sentence.index - 1] if sentence.index else sentence
        if before is sentence or before.paragraph != sentence.paragraph or not self._leads(pronoun, sentence):
            return None
        low, high = bisect_left(self.firsts, before.first), bisect_left(self.firsts, before.last)
        mains = [clause for clause in self.parse.clauses[low:high] if clause.link == "main"]
        if len(mains) != 1 or len(mains[0].subjects) != 1:
            return None
        phrase = self.parse.chunks[mains[0].subjects[0]]
        start, end = self.tokens.starts[phrase.first], self.tokens.ends[phrase.last - 1]
        name = self.tokens.text[start:end]
        bare = self.parse.codes[phrase.first : phrase.last].strip("M") == "" and not name.isupper()
        at = bisect_left(self.placed, start)
        placed = at < len(self.placed) and self.placed[at] < end
        if not bare or placed or any(map(is_person, self._within(before, before.end))):
            return None
        return Mention(start, end, Actor(name, "person", f"person/{slug(name)}"), "actor/name")

    def _is_fronted(self, pronoun: Mention[Actor], chosen: Mention[Actor], sentence: Sentence) -> bool:
        """*After the death of Prince Paul he turned back*: whether somebody is named only in a phrase before the first subject of a sentence."""
        return (
            chosen.start >= sentence.start
            and not self._is_subject(chosen, self.subjects)
            and self._leads(pronoun, sentence)
        )
