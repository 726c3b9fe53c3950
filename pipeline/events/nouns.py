"""One event noun: whether a support verb, a date of its own, or its arguments at the first telling make it report an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.support import DEMONSTRATIVE, SupportedNoun
from pipeline.frozen import replace
from pipeline.rules.events import support_verbs
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.events.scene import Candidate, Scene

__all__ = ["INDEFINITE", "EventNoun"]

_PHASES = frozenset(
    {"leader", "leaders", "suppression", "aftermath", "wake", "outbreak", "hero", "veteran", "result", "start"}
)
"""What a deed can be told of by: *the leader of the August 1792 uprising*."""
_YEAR = 4
"""Digits of a year."""
# Kinds that tell of a happening known already where the noun phrase is a bare definite one.
_KNOWN_OF = ("act", "fail", "repel", "attempt", "witness")
_ROUNDS = ("fail", "repel")
_TAKES_PLACE = ("occur", "perform")
_CIRCUMSTANCES = frozenset(
    {
        "in", "during", "after", "following", "by", "from", "with", "despite", "amid", "through", "since", "before", "to", "under",
        "of",
    }
)  # fmt: skip
_MANNERS = frozenset(
    {
        "battle", "combat", "action", "surrender", "siege", "war", "force", "assault", "storm", "battles", "revolt", "rebellion",
        "retreat", "conflict",
    }
)  # fmt: skip
_FEARED = frozenset(
    {
        "threat", "threats", "danger", "risk", "fear", "fears", "prospect", "possibility", "likelihood", "spectre", "experience", "end",
        "history", "theory", "art", "science", "cost", "costs", "effects", "case", "event",
    }
)  # fmt: skip
_ALIAS = 6
"""Words within which a name follows *known as*."""
_MANY = frozenset({"dozens", "scores", "hundreds", "thousands"})
_PAPERS = frozenset({"treaty", "treaties", "act", "articles", "pact"})
_BASES = frozenset({"base", "bases", "platform", "springboard", "refuge"})
_GUARDING = frozenset(
    {
        "protect",
        "protected",
        "protecting",
        "shield",
        "shielded",
        "shielding",
        "shelter",
        "sheltered",
        "guard",
        "guarded",
        "guarding",
        "safe",
    }
)
_SIGNING = frozenset({"signing", "ratification", "conclusion", "terms", "provisions", "clauses", "violation", "breach"})
_CALLED = frozenset({"known", "called", "named", "termed", "dubbed"})
_ENDED = frozenset({"ended", "ceased", "stopped", "subsided", "abated", "intensified"})
"""What befalls a happening that was told of."""
_CAUSES = frozenset({"after", "following", "by", "from", "in", "with", "despite"})
_TIMES = frozenset({"before", "until", "upon", "since", "on"})
_MEANING = frozenset(
    {"became", "meant", "was", "were", "had", "remained", "represented", "proved", "constituted", "formed", "lasted", "took", "involved", "included", "featured", "saw", "lacked", "cost"}
)  # fmt: skip
_SITES = frozenset({"at", "near"})
_NAMED_BY = frozenset({"of", "at", "by", "on", "against", "near"})


INDEFINITE = frozenset(
    {"a", "an", "another", "several", "two", "three", "many", "numerous", "some", "repeated", "further"}
)


class EventNoun(SupportedNoun):
    """Judges one event noun."""

    def judge(self, told: Mapping[tuple[str, str], list[Candidate]]) -> Candidate | None:
        """The candidate with its support, or None where the noun only names or points back."""
        candidate = self.candidate
        if self.chunk < 0 or self.opening in DEMONSTRATIVE:
            return None
        if self._adverbial() or self.only_named():
            return None
        alike = told.get((candidate.rule.type, candidate.rule.subtype), [])
        support, clause, part = self._support()
        if candidate.rule.type == "CASUALTY" and (self._counted() or self._amounts()):
            return candidate
        if self._is_name():
            if support in _TAKES_PLACE:
                return replace(candidate, support=support, clause=clause, part=part)
            return candidate if self._own_date() else None
        known_of = support in _KNOWN_OF or (support == "plan" and self._long_planned(clause, part))
        # *The next day saw the arrival of the Prussians*
        seen = support == "witness" and self.scene.after(self.chunk, "of") is not None
        pointing = known_of and self.definite and not (seen or self._argued())
        one_of_a_row = support in _ROUNDS and part == "subject" and self._one_of_several()
        if support and (one_of_a_row or not pointing):
            return replace(candidate, support=support, clause=clause, part=part)
        if candidate.rule.entry.only_supported:
            return None
        if self._own_date() or (self._dated_before() and not self._known(alike)):
            return candidate
        if self.opening == "no" or self._predicate(clause, part) or not self._first_telling(alike):
            return None
        return candidate

    def only_named(self) -> bool:
        """*also known as the Battle of X*, *The siege was a battle fought in 1593*, *The battle is considered decisive*, *The fighting ended*."""
        scene, first = self.scene, self.scene.chunks[self.chunk].first
        before = scene.lower[max(0, first - _ALIAS) : first]
        if before[-1:] in (["as"], ["or"]) and any(word in _CALLED for word in before):
            return True
        if self._guarded(first) or (before[-1:] == ["see"] and scene.parse.codes[first - 2] == "("):
            return True
        clause, part = scene.parts.get(self.chunk, (None, ""))
        if scene.parse.codes[first - 1] == "B" and self.opening in {"a", "an"}:
            other = scene.clause_of[first - 1]
            return other >= 0 and any(scene.is_a(c, "event") for c in scene.clauses[other].subjects)
        if part != "subject" or clause is None or not self.definite or scene.clauses[clause].link == "reduced":
            return False
        group = scene.group(clause)
        present = scene.lower[group.first] in {"is", "are"} and scene.passive(clause)
        # *The revolution was the first of its kind*
        said = (
            scene.parse.codes[group.head] == "B"
            and group.last - group.first == 1
            and bool(scene.clauses[clause].objects)
        )
        broken = scene.lower[group.head : group.last + 1] == ["broke", "down"]
        ended = scene.lower[group.head] in _ENDED and not scene.clauses[clause].objects
        return present or said or broken or ended

    def _guarded(self, first: int) -> bool:
        """*protected them from sorties*, *a base for raids*, *took charge of the militia*, *the signing of the treaty*: no deed of its own."""
        scene, preposition = self.scene, self.scene.prepositions.get(self.chunk)
        if scene.lower[self.candidate.first] == "charge" and first == self.candidate.first:
            return True
        if preposition is None:
            return False
        word = scene.lower[preposition]
        if word == "for":
            return scene.lower[preposition - 1] in _BASES
        if word == "of" and self.candidate.rule.type == "AGREEMENT" and scene.lower[preposition - 1] in _SIGNING:
            return True
        if word == "of" and scene.lower[preposition - 1] in _PAPERS:
            # *signed the Treaty of Alliance*: told of by the treaty.
            return scene.tokens.words[self.candidate.first][0].isupper()
        clause = scene.parts.get(self.chunk, (None, ""))[0]
        return word == "from" and clause is not None and scene.lower[scene.verb(clause)] in _GUARDING

    def _long_planned(self, clause: int | None, part: str) -> bool:
        """*The attack had been planned for months*: what came before a deed that the text has told of."""
        return part == "subject" and clause is not None and self.scene.lower[self.scene.group(clause).first] == "had"

    def _known(self, told: list[Candidate]) -> bool:
        """Whether a happening of the kind was told with one of the names that this noun phrase has."""
        names = _names(self.scene, self.candidate)
        if self.candidate.rule.subtype == "victory" and (where := self._where()):
            # *the British victory at Rafa*, after *the British victory at Romani*
            names = where
        return any(not names or names & _names(self.scene, other) for other in told[-12:])

    def _where(self) -> set[str]:
        """The names behind *at* or *near*, right behind the noun phrase or behind the battle there."""
        scene = self.scene
        found: set[str] = set()
        for word, chunk in scene.tail(self.chunk)[:2]:
            if word in _SITES or found:
                phrase = scene.chunks[chunk]
                found |= {scene.lower[at] for at in range(phrase.first, phrase.last) if scene.parse.codes[at] == "M"}
        return found - {"battle"}

    def _counted(self) -> bool:
        """*1,654 dead*, *2,100 casualties*, *dozens of dead*."""
        phrase = self.scene.chunks[self.chunk]
        if self.chunk and self.scene.after(self.chunk - 1, "of") == self.chunk and self._left_behind(self.chunk - 1):
            return True
        return not self.definite and "C" in self.scene.parse.codes[phrase.first : phrase.head]

    def _left_behind(self, number: int) -> bool:
        """*left dozens of dead*, *leaving behind hundreds*: what a clause tells of; not *at a cost of dozens*."""
        before = self.scene.prepositions.get(number)
        told = before is None or self.scene.lower[before] == "behind"
        return self.scene.head(number) in _MANY and told

    def _adverbial(self) -> bool:
        """*died in battle*, *in combat*: a bare singular that only says how."""
        phrase, at = self.scene.chunks[self.chunk], self.candidate.first
        preposition = self.scene.prepositions.get(self.chunk)
        bare = phrase.first == at and phrase.last == self.candidate.last
        return (
            bare
            and preposition is not None
            and self.scene.lower[at] in _MANNERS
            and self.scene.lower[preposition] in {"in", "into", "for", "of", "by", "to"}
        )

    def _amounts(self) -> bool:
        """*casualties amounted to 300*, *losses are put at 6,000 dead*, *put Iraqi losses at 774*: how many they were is said."""
        scene = self.scene
        clause, part = scene.parts.get(self.chunk, (None, ""))
        if clause is None or part not in ("subject", "object"):
            return False
        head = scene.verb(clause)
        if not any(kind == "amount" for kind, _ in support_verbs().get(scene.lower[head], ())):
            return False
        behind = scene.chunks[self.chunk].last if part == "object" else head + 1
        # *casualties were heavy*: no number, and no event.
        return any(code in "Cc" for code in scene.parse.codes[behind : behind + 9].split(";")[0].split(".")[0])

    def _is_name(self) -> bool:
        """*the Revolution*, *the First Rebellion*: a name of history; *Operation X* and *the Battle of X* can take place."""
        words, at = self.scene.tokens.words, self.candidate.first
        if (
            self.candidate.rule.entry.name not in {"revolt", "offensive", "civil-war", "independence"}
            or at == self.candidate.sentence.first
        ):
            return False
        return words[at][0].isupper()

    def _predicate(self, clause: int | None, part: str) -> bool:
        """*was no coup but a popular revolution*: what something was."""
        if clause is None or part != "object":
            return False
        group = self.scene.group(clause)
        return self.scene.parse.codes[group.head] in "Bb" and not self.scene.passive(clause)

    def _own_date(self) -> bool:
        """A phrase of time hangs on the noun: *the fall of Baghdad on 9 April*; not where a verb may own it."""
        scene = self.scene
        if self._bracketed():
            return True
        clause, part = scene.parts.get(self.chunk, (None, ""))
        if part == "subject" or (
            part == "object" and clause is not None and scene.parse.codes[scene.verb(clause)] not in "BHb"
        ):
            return False
        preposition = scene.prepositions.get(self.chunk)
        if preposition and scene.lower[preposition] == "of" and scene.lower[preposition - 1] in _FEARED:
            # *by the end of hostilities in 1994*
            return False
        tail = scene.tail(self.chunk)
        return any(scene.chunks[at].temporal and word in {"on", "in"} and self._precise(at) for word, at in tail)

    def _dated_before(self) -> bool:
        """*after the 1862 midterm elections*, *following the 15 May demonstration*: the date stands in the noun phrase itself."""
        scene, phrase, codes = self.scene, self.scene.chunks[self.chunk], self.scene.parse.codes
        preposition = scene.prepositions.get(self.chunk)
        word = scene.lower[preposition] if preposition is not None else ""
        if word == "of" and preposition and scene.lower[preposition - 1] not in _PHASES:
            return False
        if word not in _CAUSES | _TIMES | {"during", "of"}:
            return False
        if any(_year(scene.lower[at]) or codes[at] == "t" for at in range(phrase.first, self.candidate.first)):
            return True
        # *following the rising of 1715*
        tail = scene.tail(self.chunk)[:1]
        return word in _CAUSES and any(
            of == "of" and scene.chunks[at].temporal and self._precise(at) for of, at in tail
        )

    def _bracketed(self) -> bool:
        """*the Battle of Grunwald (15 July 1410)*: nothing but a date in parentheses right behind the phrase."""
        scene, codes = self.scene, self.scene.parse.codes
        clause, part = scene.parts.get(self.chunk, (None, ""))
        if self.candidate.clause is None or self.candidate.rule.type not in {"BATTLE", "TERRITORY"}:
            return False
        if part == "subject" and clause is not None and codes[scene.verb(clause)] == "B":
            # *The Battle of Isandlwana (22 January 1879) was the first …*
            return False
        tail = scene.tail(self.chunk)
        at = scene.chunks[tail[0][1] if tail and tail[0][0] in _NAMED_BY else self.chunk].last
        if codes[at : at + 1] != "(":
            return False
        last = codes.find(")", at)
        inside = scene.within(scene.mentions.dates, scene.date_starts, at + 1, last)
        return bool(inside) and not codes[at + 1 : last].strip("tacC,-")

    def _precise(self, chunk: int) -> bool:
        phrase = self.scene.chunks[chunk]
        return any(self.scene.parse.codes[at] in "ta" for at in range(phrase.first, phrase.last))

    def _first_telling(self, told: list[Candidate]) -> bool:
        """An indefinite noun phrase that names a circumstance, or a definite one with who or whom that names a cause told of first."""
        scene = self.scene
        preposition = scene.prepositions.get(self.chunk)
        word = scene.lower[preposition] if preposition is not None else ""
        argued = self._argued()
        if word == "of" and preposition is not None and scene.lower[preposition - 1] in _FEARED:
            return False
        if self._begins(preposition):
            return True
        if self.definite:
            told_of = word in _CAUSES or (word in _TIMES and self._named()) or self._answered(preposition)
            return (told_of or self._subject_of_past()) and (argued or self._named()) and not self._known(told)
        if self._spoken_with(word, preposition):
            return True
        if self.candidate.rule.entry.weak:
            return self.opening in INDEFINITE and (
                word in {"after", "following", "despite"}
                or (word == "of" and argued)
                or (word in {"in", "during", "by"} and self.opening in {"a", "an"} and bool(scene.tail(self.chunk)))
            )
        phrase = scene.chunks[self.chunk]
        if word == "during" and phrase.first + 1 == phrase.last and not scene.tail(self.chunk):
            # *destroyed during fighting*
            return False
        return word in _CIRCUMSTANCES or (
            argued and scene.parts.get(self.chunk, (None, ""))[1] in ("object", "oblique")
        )

    def _answered(self, preposition: int | None) -> bool:
        """*in response to the invasion of Kuwait*: what a deed answered."""
        if preposition is None or self.scene.lower[preposition] != "to":
            return False
        return self.scene.lower[preposition - 1] in {"response", "reaction", "reply", "due", "owing", "thanks"}

    def _named(self) -> bool:
        """A name stands for who, whom or where: *the fall of Ekaterinburg*, *the defeat at Savenay*, *Hasdrubal's assassination*."""
        scene = self.scene
        for word, chunk in scene.tail(self.chunk)[:2]:
            if word in _NAMED_BY and "M" in scene.parse.codes[scene.chunks[chunk].first : scene.chunks[chunk].last]:
                return True
        phrase = scene.chunks[self.chunk]
        codes = scene.parse.codes[phrase.first : self.candidate.first]
        return "S" in codes and "M" in codes

    def _of_name(self) -> bool:
        """*the Allied victory*, *the EEF victory*: whose it was stands right before it."""
        return self.scene.parse.codes[self.candidate.first - 1] == "M"

    def _subject_of_past(self) -> bool:
        """*The assassination of Marat by Corday resulted in …*: the subject of a past tense, with two parties or more behind it."""
        scene = self.scene
        clause, part = scene.parts.get(self.chunk, (None, ""))
        words = {word for word, _ in scene.tail(self.chunk)}
        if part != "subject" or clause is None or not self._narrated(clause):
            return False
        if "of" not in words:
            # *Selim's arrival at Varna induced the tsar to retreat*, *the French defeat at Sedan ended the empire*
            whose = self._genitive() or (self.candidate.rule.subtype == "victory" and self._of_name())
            return whose and not words.isdisjoint(_NAMED_BY) and self._named()
        # *On 13 July, the murder of Marat led to …*
        before = scene.parse.codes[scene.clauses[clause].first : scene.chunks[self.chunk].first]
        # *Saladin's capture of Jerusalem prompted …*
        if "by" in words:
            return True
        told_by_whom = self._genitive()
        told_by_whom = told_by_whom or not {"t", "a"}.isdisjoint(before) or self._brought_about(clause)
        return told_by_whom and self._named()

    def _brought_about(self, clause: int) -> bool:
        """*The capture of Guipúzcoa isolated the province*: a deed did it; not *The Battle of Jinju became the origin of a feast*."""
        scene = self.scene
        rule = self.candidate.rule
        acts = scene.lower[scene.verb(clause)] not in _MEANING and rule.type != "CASUALTY" and rule.subtype != "clash"
        return acts and bool(scene.clauses[clause].objects) and not scene.passive(clause)

    def _spoken_with(self, word: str, preposition: int | None) -> bool:
        """*after talks with the mediator*, *after two years of negotiations*: a bare plural of what parties do together."""
        scene = self.scene
        if self.candidate.rule.subtype != "negotiate" or self.opening in INDEFINITE:
            return False
        lasting = False
        if word == "of" and preposition:
            time = scene.chunk_of[preposition - 1]
            lasting = time >= 0 and scene.chunks[time].temporal
            before = scene.prepositions.get(time) if lasting else None
            word = scene.lower[before] if before is not None else ""
        return word in {"after", "following"} and (lasting or bool(scene.tail(self.chunk)))

    def _begins(self, preposition: int | None) -> bool:
        """*following the start of an offensive*, *preparations for the invasion of Greece*."""
        if preposition is None or preposition == 0:
            return False
        noun = self.scene.lower[preposition - 1]
        if noun in {"start", "beginning", "launch", "outbreak", "onset", "commencement", "resumption"}:
            return True
        words = status_words()
        ahead = words.nouns.get(noun) in ("plan", "attempt") and noun not in words.openings
        return ahead and (self._argued() or self.opening in {"a", "an", "another"})


def _year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit() and word[0] in "12"


def _names(scene: Scene, candidate: Candidate) -> set[str]:
    """The names around a trigger: of its noun phrase and what hangs on it, or of its clause."""
    first, last = candidate.sentence.first, candidate.sentence.last
    if candidate.chunk is not None and candidate.chunk >= 0:
        tail = scene.tail(candidate.chunk)
        first = scene.chunks[candidate.chunk].first
        last = scene.chunks[tail[-1][1]].last if tail else scene.chunks[candidate.chunk].last
    elif candidate.clause is not None:
        first, last = scene.clauses[candidate.clause].first, scene.clauses[candidate.clause].last
    return {scene.lower[at] for at in range(first, last) if scene.parse.codes[at] == "M"}
