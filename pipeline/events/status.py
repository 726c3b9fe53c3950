"""The status of an event, and on whose word it stands: its own verb, the clauses above it, adverbs and nouns around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.sources import Sources
from pipeline.events.standing import Standing, conjectured, possible
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["Statuses"]

_OF_LEVEL = {"report": "reported", "plan": "planned", "attempt": "attempted", "negate": "negated"}
_OF_SUPPORT = {"attempt": "attempted", "plan": "planned", "statement": "reported", "fail": "attempted"}
_CONTRAST = frozenset({"while", "whereas", "although", "though"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_REASONS = frozenset({"as", "because", "since", "after", "when", "before", "until"})
_DEPENDENT = frozenset({"infinitive", "complement", "gerund", "purpose", "conjunct", "reduced"})


class Statuses:
    """Judges the status of each candidate of a document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = status_words()
        self.sources = Sources(scene)

    def of(self, candidate: Candidate) -> Standing:
        """The standing of one event."""
        standing = Standing()
        if candidate.chunk is not None:
            self._noun(candidate, standing)
        if candidate.clause is not None:
            if candidate.chunk is None or candidate.part in ("subject", "object") or candidate.support:
                self._verb(candidate.clause, standing)
            self._chain(candidate.clause, standing)
        self._none(candidate, standing)
        self._failing(candidate, standing)
        self._source(candidate, standing)
        return standing

    def _noun(self, candidate: Candidate, standing: Standing) -> None:
        if status := _OF_SUPPORT.get(candidate.support):
            standing.raise_to(status)
        if candidate.support == "statement" and candidate.clause is not None:
            self._says(candidate.clause, standing)
        if (
            candidate.rule.type == "CASUALTY"
            and candidate.part in ("subject", "object")
            and candidate.clause is not None
        ) and self._said(candidate.clause):
            self._says(candidate.clause, standing)
        # *prevented an attack*, *escaped capture*
        if candidate.support in ("repel", "undergo") and candidate.clause is not None:
            verb = self.scene.lower[self.scene.verb(candidate.clause)]
            if "negate" in self.words.verbs.get(verb, ()) and not verb.startswith("stop"):
                standing.raise_to("negated")
        chunk = candidate.chunk
        if chunk is None or chunk < 0:
            return
        phrase = self.scene.chunks[chunk]
        for at in range(phrase.first, candidate.first):
            word = self.scene.lower[at]
            if (level := self.words.adjectives.get(word)) and word not in self.words.predicative:
                standing.raise_to(_OF_LEVEL[level])
        before = self.scene.prepositions.get(chunk)
        if before is not None and before > 0:
            self._head_noun(before - 1, standing)
            if self.scene.lower[before] in self.words.negating_prepositions:
                standing.raise_to("negated")

    def _said(self, clause: int) -> bool:
        """Whether a clause makes numbers somebody's word."""
        verb = self.scene.lower[self.scene.verb(clause)]
        return "report" in self.words.verbs.get(verb, ()) or verb in self.words.estimating

    def _head_noun(self, at: int, standing: Standing) -> None:
        """*an attempt to take*, *plans for an assault*, *reports of a massacre*."""
        level, chunk = self.words.nouns.get(self.scene.lower[at]), self.scene.chunk_of[at]
        if (
            level is None
            or chunk < 0
            or (self.scene.lower[at] in self.words.openings and self.scene.lower[at + 1] != "to")
        ):
            return
        # *made no attempt to stop them*, *no indication that troops had crossed*; *took the opportunity to seize* is done.
        if self._says_none(chunk):
            standing.raise_to("negated")
        elif not (self.scene.lower[at] in self.words.openings and self._taken(chunk)):
            standing.raise_to(_OF_LEVEL[level])

    def _tried(self, at: int, standing: Standing) -> None:
        """*every attempt by the Turks to regain Albania*, *an unsuccessful pursuit to capture him*."""
        scene, chunk = self.scene, self.scene.chunk_of[at]
        if chunk < 0:
            return
        preposition = scene.prepositions.get(chunk)
        if preposition is not None and scene.lower[preposition] in {"by", "of", "from"}:
            self._head_noun(preposition - 1, standing)
            chunk = scene.chunk_of[preposition - 1]
        if chunk >= 0:
            phrase = scene.chunks[chunk]
            if any(self.words.adjectives.get(word) == "attempt" for word in scene.lower[phrase.first : phrase.head]):
                standing.raise_to("attempted")

    def _taken(self, chunk: int) -> bool:
        clause, part = self.scene.parts.get(chunk, (None, ""))
        return (
            part == "object" and clause is not None and self.scene.lower[self.scene.verb(clause)] in self.words.taking
        )

    def _verb(self, clause: int, standing: Standing) -> None:
        """The verb group itself: negation, modals, hedging adverbs."""
        group = self.scene.group(clause)
        if group.negated:
            standing.raise_to("negated")
        standing.thought = standing.thought or possible(self.scene, clause)
        if conjectured(self.scene, clause):
            standing.raise_to("reported")
        said = self.scene.clauses[self._head_of(clause)].link == "complement"
        if said and "would" in self.scene.lower[group.first : group.head]:
            standing.raise_to("planned")
        low = max(0, group.first - 1)
        for at in range(low, min(group.last + 1, len(self.scene.lower))):
            word = self.scene.lower[at]
            if group.first <= at < group.head and self.words.modals.get(word) == "plan":
                standing.raise_to("planned")
            # *sank almost 5,000 ships*: the adverb belongs to the number.
            if (level := self.words.adverbs.get(word)) and self.scene.parse.codes[
                min(at + 1, len(self.scene.lower) - 1)
            ] not in "CD":
                standing.raise_to(_OF_LEVEL[level])

    def _head_of(self, clause: int) -> int:
        """The clause that a conjunct is joined to, and itself otherwise."""
        for _ in range(4):
            here = self.scene.clauses[clause]
            if (
                here.link != "conjunct"
                or here.governor is None
                or here.governor >= clause
                or self.scene.own_subject(clause)
            ):
                break
            clause = here.governor
        return clause

    def _chain(self, clause: int, standing: Standing) -> None:
        """The clauses above, as far as the event is their content."""
        scene, at, steps, loose = self.scene, clause, 0, False
        while steps < 8:
            steps += 1
            here = scene.clauses[at]
            if not loose:
                self._introduced(at, standing)
            governor = here.governor
            if here.marker is not None and scene.lower[here.marker] in _CONDITIONS and here.link != "conjunct":
                standing.thought = True
            if governor is None or governor >= len(scene.clauses):
                return
            if (
                here.link == "adverbial"
                and here.marker is not None
                and (
                    scene.lower[here.marker] in _CONTRAST
                    or (scene.lower[here.marker] in _REASONS and scene.clauses[governor].link == "complement")
                )
            ):
                # *It was reported that 100 were killed, while 200 were captured.*
                loose = True
            elif here.link not in _DEPENDENT:
                return
            elif loose and here.link != "conjunct":
                if here.link == "complement":
                    self._governed(at, governor, standing)
                    return
            elif here.link == "conjunct":
                partner = scene.clauses[governor]
                own = scene.group(at).finite and here.subjects != partner.subjects
                if own and partner.link != "complement":
                    return
                if partner.link not in _DEPENDENT or governor >= at:
                    return
            elif here.link == "reduced" and scene.lower[scene.group(at).first] == "be":
                # *ordered that McClellan be replaced*
                verb = scene.lower[scene.verb(governor)]
                self._complement(governor, verb, self.words.verbs.get(verb, frozenset()), standing)
            elif here.link == "reduced":
                # *admitted 315 killed*: the number is what is said.
                if self._said(governor) and any(scene.parse.codes[scene.chunks[c].head] == "C" for c in here.subjects):
                    self._says(governor, standing)
                    return
                loose = True
            else:
                self._governed(at, governor, standing)
            if governor == at:
                return
            at = governor

    def _introduced(self, clause: int, standing: Standing) -> None:
        """Nouns and adjectives right before an infinitive, prepositions before a gerund."""
        scene, here = self.scene, self.scene.clauses[clause]
        group = scene.group(clause)
        before = (here.marker if here.marker is not None else group.first) - 1
        while before > 0 and scene.parse.codes[before] == "A":
            before -= 1
        if before < 0:
            return
        word = scene.lower[before]
        if here.link in ("infinitive", "purpose", "gerund") or here.marker is not None:
            if here.link != "adverbial":
                self._head_noun(before, standing)
                self._tried(before, standing)
            if level := self.words.adjectives.get(word):
                standing.raise_to(_OF_LEVEL[level])
            # *powerful enough to prevent*: a capacity.
            standing.thought = standing.thought or word == "enough"
        if here.link == "gerund" and here.marker is not None:
            preposition = scene.lower[here.marker]
            if preposition in self.words.negating_prepositions:
                standing.raise_to("negated")

    def _governed(self, clause: int, governor: int, standing: Standing) -> None:
        scene, here = self.scene, self.scene.clauses[clause]
        verb = scene.lower[scene.verb(governor)]
        levels = self.words.verbs.get(verb, frozenset())
        group = scene.group(governor)
        if here.link == "purpose":
            if self._unplanned(clause):
                return
            if "attempt" not in levels and ("achieve" not in levels or scene.clauses[governor].objects):
                standing.raise_to("planned")
            if scene.parse.codes[group.head] in "Bb":
                self._modal_above(governor, standing)
        elif here.link == "complement":
            self._complement(governor, verb, levels, standing)
        elif here.link == "gerund":
            self._gerund(clause, levels, standing, negated=group.negated)
            return
        elif "negate" in levels:
            standing.raise_to("negated")
        elif "attempt" in levels:
            standing.raise_to("attempted")
        elif "plan" in levels and "achieve" not in levels:
            standing.raise_to("planned")
        elif "report" in levels:
            self._says(governor, standing, dated=here.link != "infinitive")
            # *feared being cut off*
            standing.thought = standing.thought or verb.startswith("fear")
        elif here.link == "infinitive" and scene.parse.codes[scene.verb(governor)] in "BbeHhF":
            self._copular(governor, clause, standing)
        elif here.link == "infinitive" and (not levels or scene.parse.codes[scene.group(clause).first - 1] == ","):
            # *led one column, horse and foot, to assault the posts*: after a comma a purpose, whatever the verb.
            standing.raise_to("planned")
        if here.link in ("infinitive", "complement"):
            if group.negated and here.link == "infinitive":
                standing.raise_to(
                    "attempted" if verb in {"able", "was", "were", "manage", "managed", "succeed"} else "negated"
                )
            self._modal_above(governor, standing)

    def _copular(self, governor: int, clause: int, standing: Standing) -> None:
        """*was to replace*: still ahead; *had to withdraw*: done; *has to withdraw*: still ahead."""
        scene = self.scene
        verb, start = scene.verb(governor), scene.group(clause).first
        if start == verb + 1 and (scene.parse.codes[verb] == "B" or scene.lower[verb] in {"has", "have"}):
            standing.raise_to("planned")

    def _unplanned(self, clause: int) -> bool:
        """*took the opportunity to seize*, *strong enough to invade*: no purpose."""
        scene = self.scene
        before = scene.group(clause).first - 1
        if before < 0 or scene.lower[before] == "enough":
            return before >= 0
        return scene.lower[before] in self.words.openings and self._taken(scene.chunk_of[before])

    def _modal_above(self, governor: int, standing: Standing) -> None:
        group = self.scene.group(governor)
        for at in range(group.first, group.head):
            kind = self.words.modals.get(self.scene.lower[at])
            if kind == "plan":
                standing.raise_to("planned")
            elif kind == "thought" and not group.negated:
                standing.thought = True

    def _complement(self, governor: int, verb: str, levels: frozenset[str], standing: Standing) -> None:
        if verb.startswith("den") and "negate" in levels:
            standing.raise_to("negated")
            self._says(governor, standing)
        elif "report" in levels:
            self._says(governor, standing)
        elif "plan" in levels:
            standing.raise_to("planned")

    def _gerund(self, clause: int, levels: frozenset[str], standing: Standing, *, negated: bool) -> None:
        marker = self.scene.clauses[clause].marker
        preposition = self.scene.lower[marker] if marker is not None else ""
        if preposition == "from" and "negate" in levels:
            standing.raise_to("negated")
        elif preposition in {"of", "for"} and "report" in levels:
            standing.raise_to("reported")
        elif preposition in {"in", "at"} and negated:
            standing.raise_to("attempted")
        elif not preposition and "negate" in levels:
            standing.raise_to("negated")

    def _says(self, governor: int, standing: Standing, *, dated: bool = True) -> None:
        """Who says so; *claimed to have taken X on 3 May*: there the date of the claim is the event's as well."""
        standing.raise_to("reported")
        if standing.statement is None and not standing.attribution:
            standing.statement = governor if dated else None
            clause = self.scene.clauses[governor]
            if self.scene.passive(governor):
                standing.attribution = tuple(c for at, c in clause.obliques if self.scene.lower[at] == "by")
            else:
                standing.attribution = clause.subjects

    def _source(self, candidate: Candidate, standing: Standing) -> None:
        """*According to X* in its scope; direct speech, of which only what is told of others or of the past is an event."""
        if candidate.clause is not None and (chunk := self.sources.of_clause.get(candidate.clause)) is not None:
            standing.raise_to("reported")
            if chunk >= 0 and not standing.attribution:
                standing.attribution = (chunk,)
        own = self.sources.quoted.get(candidate.first)
        if own is None:
            return
        standing.raise_to("reported")
        if own and (candidate.clause is None or not self._past(candidate.clause)):
            standing.thought = True

    def _past(self, clause: int) -> bool:
        group = self.scene.group(clause)
        return self.scene.parse.codes[group.first] in "LH"

    def _failing(self, candidate: Candidate, standing: Standing) -> None:
        """*besieged Lindos, but was unsuccessful*; *attacked the walls in vain*."""
        if candidate.clause is None or candidate.chunk is not None:
            return
        scene = self.scene
        behind = max(candidate.last, scene.clauses[candidate.clause].last) + 3
        for at in range(candidate.last, min(behind, candidate.sentence.last)):
            for phrase in self.words.failures.get(scene.lower[at], ()):
                end = at + len(phrase)
                if scene.lower[at:end] == list(phrase) and scene.lower[end : end + 1] != ["to"]:
                    standing.raise_to("attempted")
                    return

    def _none(self, candidate: Candidate, standing: Standing) -> None:
        """*Neither side attacked*, *no soldier was killed*, *took no prisoners*: a noun phrase that says that there was none."""
        clause = candidate.clause
        if clause is None:
            return
        here = self.scene.clauses[clause]
        if candidate.chunk is not None and candidate.part not in ("subject", "object"):
            return
        phrases = here.subjects if candidate.part == "subject" else here.subjects + here.objects[:1]
        if any(self._says_none(chunk) for chunk in phrases):
            standing.raise_to("negated")

    def _says_none(self, chunk: int) -> bool:
        first = self.scene.chunks[chunk].first
        lower = self.scene.lower
        if lower[first] not in self.words.nones:
            return False
        return lower[first] != "no" or lower[first + 1 : first + 2] not in (
            ["longer"],
            ["fewer"],
            ["less"],
            ["more"],
            ["later"],
            ["doubt"],
        )
