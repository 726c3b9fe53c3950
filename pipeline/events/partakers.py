"""Who else takes part in an event besides those its verb names: owners, losers, holders, who is counted with them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.kinds import POWERS, RETAKEN
from pipeline.events.sites import Sites
from pipeline.rules.grammar import AIMS, BE, LEAVE, REFLEXIVES, forms_of
from pipeline.rules.nouns import states

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Clause

__all__ = ["Partakers"]

_HOLDS = frozenset({"held", "defended", "manned", "garrisoned", "protected", "guarded", "occupied", "covered"})
_STANDING = frozenset({"garrison", "defenders"})
_FALLING = frozenset({"fell", "fall", "falls", "fallen"})
_STRIKING = frozenset({"BATTLE", "REMOTE", "DESTRUCTION", "CASUALTY"})
_MADE = frozenset({"headway", "progress", "success", "successes", "gains", "inroads", "difficulty", "trouble", "luck"})
_ONES = frozenset({"one", "ones", "first", "last"})
_STANCES = frozenset({"position", "mood", "condition", "shape"})
_FOREMOST = frozenset({"first", "last"})

_DEEDS_BEHIND = frozenset("LEAO")
"""Codes of the word behind *and* that goes on with another deed: a past tense, an adverb, *anyone who*."""
_IMPERSONAL = frozenset({"it", "there"})
_TOGETHER = frozenset({"together", "along"})


@cache
def _toppling() -> frozenset[str]:
    """Forms of the verbs of what a coup does to a ruler."""
    return forms_of(("overthrow", "topple", "oust", "depose", "unseat", "remove"))


@cache
def _beating() -> frozenset[str]:
    """Forms of the verbs of what befalls those who lose a battle."""
    return forms_of(("defeat", "beat", "rout", "crush", "destroy", "annihilate", "repel", "repulse", "overwhelm"))


@cache
def _using() -> frozenset[str]:
    """Forms of the verbs of who uses a thing."""
    return forms_of(("use", "employ", "utilise", "utilize"))


class Partakers(Sites):
    """Reads off the phrases of a clause who partakes in its event."""

    def _doers(self, index: int) -> tuple[int, ...]:
        """*left Warsaw to complete the conquest*: who leaves a place, not the place; of *left Ney to hold it* it is he."""
        scene, clause = self.scene, self.scene.clauses[index]
        above = scene.clauses[clause.governor] if clause.governor is not None else clause
        if clause.subjects and clause.subjects == above.objects and scene.head(clause.subjects[0]) in REFLEXIVES:
            # *found themselves confronting an army*
            return above.subjects
        if self.candidate.rule.entry.name == "lift-siege" and scene.compelled(index):
            return above.subjects
        along = clause.link == "participle" and clause.subjects == above.subjects and not scene.passive(index)
        if along and clause.governor is not None and self._is_lost(clause.governor):
            # *Luoyang fell, cutting the army off*
            return ()
        if along and clause.governor is not None and (victors := self._victors(clause.governor)):
            return victors
        if clause.link == "reduced" and not scene.passive(index) and self._stands_for(clause.subjects, above):
            return above.subjects
        if clause.link in ("relative", "reduced") and (name := self._described_name(clause.subjects)) is not None:
            return (name,)
        if clause.link == "relative" and len(clause.subjects) == 1 and self._of_battle(clause.subjects[0]):
            return (clause.subjects[0] - 1,)
        falling = self.roles.get("subject") == "place"
        if (
            clause.link == "reduced"
            and not (falling or scene.passive(index))
            and self._only_where(clause.subjects, above.objects)
        ):
            # *moved along Mobile Bay forcing them back*, *left Kabul burning the bazaar*: whoever came past did it.
            return () if above.subjects == clause.subjects else above.subjects
        if (
            clause.link == "gerund"
            and above.link == "reduced"
            and clause.subjects == above.subjects
            and clause.governor is not None
        ):
            # *overran Jutland reaching Kolding before being pushed back*: who came there, too.
            return self._doers(clause.governor)
        if clause.link == "purpose" and self._stands(clause.subjects, above):
            # *were in a position to attack*
            return above.subjects
        if clause.link == "purpose" and clause.governor is not None and (users := self._users(clause.governor)):
            return users
        left = clause.link in AIMS and scene.lower[scene.groups[above.group].head] in LEAVE
        if not left or clause.subjects != above.objects:
            return clause.subjects
        phrases = (scene.chunks[c] for c in clause.subjects)
        return above.subjects if any(scene.places_in(p.first, p.last) for p in phrases) else clause.subjects

    def _of_battle(self, chunk: int) -> bool:
        """*the Battle of Nicopolis, which brought about the fall of Vidin*: whether a relative clause tells of a deed that bears a name."""
        scene = self.scene
        at = scene.prepositions.get(chunk)
        named = at is not None and scene.lower[at] == "of" and scene.parse.codes[scene.chunks[chunk].head] == "M"
        return named and chunk > 0 and scene.of(chunk - 1) == chunk and scene.is_a(chunk - 1, "event", "deed")

    def _victors(self, index: int) -> tuple[int, ...]:
        """*The fleet was defeated by Barbarossa, securing the sea for the Turks*: who takes what the beaten no longer holds."""
        scene = self.scene
        if self.candidate.rule.subtype not in RETAKEN or scene.lower[scene.verb(index)] not in _beating():
            return ()
        return tuple(c for at, c in scene.clauses[index].obliques if scene.passive(index) and scene.lower[at] == "by")

    def _stands_for(self, subjects: tuple[int, ...], above: Clause) -> bool:
        """*made headway overrunning pickets*, *were the ones shelling Lund*: whether what a participle seems to describe is what its subject made or was."""
        if len(subjects) != 1 or subjects[0] not in above.objects:
            return False
        head = self.scene.head(subjects[0])
        return head in _MADE or (head in _ONES and self.scene.lower[self.scene.groups[above.group].head] in BE)

    def _users(self, index: int) -> tuple[int, ...]:
        """*Siege engines were used by the Mongols to raze the walls*: who uses a thing for a deed, where a passive tells."""
        scene, clause = self.scene, self.scene.clauses[index]
        if scene.lower[scene.verb(index)] not in _using() or not scene.passive(index):
            return ()
        if any(scene.is_a(c, "force", "person") and not scene.is_a(c, "materiel") for c in clause.subjects):
            return ()
        return tuple(c for at, c in clause.obliques if scene.lower[at] == "by")

    def _stands(self, subjects: tuple[int, ...], above: Clause) -> bool:
        """*were in a position to attack*, *was in no mood to yield*, *was among the first states to sign*: whether it is said how the subject stands to a deed."""
        scene = self.scene
        at = scene.prepositions.get(subjects[0]) if len(subjects) == 1 else None
        if at is None or scene.lower[scene.groups[above.group].head] not in BE:
            return False
        if scene.lower[at] == "among":
            phrase = scene.chunks[subjects[0]]
            return not _FOREMOST.isdisjoint(scene.lower[phrase.first : phrase.last])
        return scene.lower[at] == "in" and scene.head(subjects[0]) in _STANCES

    def _overthrown(self, index: int) -> None:
        """*staged a coup, overthrowing the king*, *led a coup that overthrew the king*: whom the clause behind the coup tells of."""
        scene, behind = self.scene, self.scene.clauses[index + 1 : index + 2]
        if self.candidate.rule.subtype != "coup" or not behind or behind[0].governor != index:
            return
        told = behind[0].link in ("participle", "relative", "reduced") and not scene.passive(index + 1)
        if told and scene.lower[scene.verb(index + 1)] in _toppling():
            self._take(behind[0].objects, "target", "object")

    def _described_name(self, subjects: tuple[int, ...]) -> int | None:
        """*Salaethus, a Spartan who had slipped into the city*, *Ayyash, a chief and bomber shot in 1996*: the name that the subject describes."""
        scene, codes = self.scene, self.scene.parse.codes
        if len(subjects) != 1 or not subjects[0]:
            return None
        told = subjects[0]
        if codes[scene.chunks[told].first - 1] == "K" and scene.chunks[told - 1].last == scene.chunks[told].first - 1:
            told -= 1
        if not told or scene.lower[scene.chunks[told].first] not in ("a", "an"):
            return None
        phrase, name = scene.chunks[told], scene.chunks[told - 1]
        apposed = (
            name.last == phrase.first - 1 and codes[name.last] == "," and codes[name.first : name.last].strip("M") == ""
        )
        # *the son of Horn, a general who …*: the son, as well as Horn.
        of = scene.lower[scene.prepositions.get(told - 1, name.first)] == "of"
        return told - 1 if apposed and not of and not scene.places_in(name.first, name.last) else None

    def _only_where(self, subjects: tuple[int, ...], reached: tuple[int, ...]) -> bool:
        """*Mobile Bay*, *Kabul*: whether what a participle seems to describe is a place that does nothing itself."""
        scene = self.scene
        phrases = [scene.chunks[c] for c in subjects]
        acting = any(scene.actors_in(p.first, p.last) for p in phrases)
        # *overran large parts of Cambodia reaching Kratie*: of a land, too, that somebody came to.
        come = self.candidate.rule.type == "TERRITORY" and any(
            c == subjects[0] or scene.of(c) == subjects[0] for c in reached
        )
        moving = come and any(scene.places_in(p.first, p.last) for p in phrases)
        return len(subjects) == 1 and not acting and (moving or self.is_ground(subjects[0]))

    def _is_lost(self, index: int) -> bool:
        """*Luoyang fell*, *the town was taken*: whether a clause tells of a place that changed hands."""
        scene, subjects = self.scene, self.scene.clauses[index].subjects
        if not (scene.passive(index) or scene.lower[scene.verb(index)] in _FALLING):
            return False
        named = (c if (behind := scene.of(c)) is None else behind for c in subjects)
        return any(map(self.is_ground, named))

    def _owners(self, chunks: Iterable[int]) -> None:
        """*Russian missiles hit the depot*: whose they are, where the rule asks for it."""
        scene, role = self.scene, self.roles.get("owner", "")
        for chunk in chunks if role else ():
            phrase = scene.chunks[chunk]
            for actor in scene.actors_in(phrase.first, phrase.head):
                self._actor(actor, role)

    def _without_appositions(self, objects: tuple[int, ...]) -> tuple[int, ...]:
        """*defeated Villa, one of many*: no further object, unless *and* closes the list."""
        if len(objects) == 1 and self._says_who_before(objects[0]):
            return ()
        if len(objects) <= 1:
            return objects
        joints = [self._joint(c) for c in objects]
        closed = max((n for n, joint in enumerate(joints) if joint == "K"), default=0)
        if not closed and self._breaks_off(objects):
            closed = len(objects)
        return tuple(
            c for n, c in enumerate(objects)
            if joints[n] != "," or (n <= closed and not self._says_who(c)) or (n and self._are_things(objects[n - 1], c))
        )  # fmt: skip

    def _are_things(self, before: int, chunk: int) -> bool:
        """*destroyed tanks, armoured vehicles, …*: two kinds of things, neither of which says what the other is."""
        codes, chunks = self.scene.parse.codes, self.scene.chunks
        return all(
            codes[chunks[c].head] == "N" and codes[chunks[c].first] not in "DP" and self.scene.head(c).endswith("s") for c in (before, chunk)
        )  # fmt: skip

    def _joint(self, chunk: int) -> str:
        """The code of what joins a noun phrase to the one before: *and even the mills*."""
        codes, at = self.scene.parse.codes, self.scene.chunks[chunk].first - 1
        while codes[at] == "A" and codes[at - 1] in "AK":
            at -= 1
        return codes[at]

    def _breaks_off(self, objects: tuple[int, ...]) -> bool:
        """*burned a mill, a barn and damaged the church*: a list whose last *and* goes on with another deed, none of what a name is said to be."""
        codes, chunks = self.scene.parse.codes, self.scene.chunks
        last = chunks[objects[-1]].last
        if codes[last : last + 1] != "K" or codes[last + 1 : last + 2] not in _DEEDS_BEHIND:
            return False
        heads = "".join(codes[chunks[c].head] for c in objects)
        return "MN" not in heads

    def _says_who(self, chunk: int) -> bool:
        """*defeated Bohemond, Prince of Antioch, and Raymond*: what the one before the comma is, the list goes on behind it."""
        scene, codes = self.scene, self.scene.parse.codes
        of = scene.of(chunk)
        name = codes[scene.chunks[chunk - 1].head] == "M"
        return (
            name and of is not None and scene.is_a(chunk, "person") and codes[scene.chunks[of].last :].startswith(",K")
        )

    def _says_who_before(self, chunk: int) -> bool:
        """*reached a treaty with Olaf, king of the Danes, in May*: no object, but who the name before the comma is."""
        scene, codes, first = self.scene, self.scene.parse.codes, self.scene.chunks[chunk].first
        if codes[first - 1] != "," or codes[first] != "N" or not chunk or scene.chunks[chunk - 1].last != first - 1:
            return False
        return (
            chunk - 1 in scene.prepositions
            and codes[scene.chunks[chunk - 1].head] == "M"
            and scene.is_a(chunk, "person")
        )

    def _without_described(self, obliques: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """*was toppled by Arif, his old ally and deputy*: what describes the one before the comma is nobody else."""
        if len(obliques) <= 1:
            return obliques
        scene, codes = self.scene, self.scene.parse.codes
        kept: list[tuple[int, int]] = []
        described: tuple[int, int] | None = None
        for at, chunk in obliques:
            phrase = scene.chunks[chunk]
            before = scene.chunks[chunk - 1] if chunk else phrase
            if kept and kept[-1][0] == at and codes[phrase.head] == "N" and before.last == phrase.first - 1:
                apposed = (
                    codes[before.last] == ","
                    and kept[-1][1] == chunk - 1
                    and codes[before.head] == "M"
                    and not scene.head(chunk).endswith(("s", "men"))
                    and (codes[phrase.first] == "P" or (codes[phrase.first] == "D" and scene.is_a(chunk, "person")))
                )
                further = (
                    described == (at, chunk - 1) and codes[before.last] == "K" and codes[phrase.first] not in "DPC"
                )
                if apposed or further:
                    described = (at, chunk)
                    continue
            kept.append((at, chunk))
        return tuple(kept)

    def _asked(self, index: int) -> None:
        """*demanded that Iraq do the same*: who is to act is asked."""
        scene = self.scene
        following = index + 1
        if following < len(scene.clauses) and scene.clauses[following].governor == index:
            asked = scene.clauses[following]
            # *called for the council to resign*
            begged = any(asked.subjects == (c,) and scene.lower[at] == "for" for at, c in scene.clauses[index].obliques)
            begged = begged and scene.is_a(asked.subjects[0], "person", "force", "polity")
            if (asked.link in ("complement", "reduced") or begged) and not any(r == "target" for _, r in self.actors):
                # *requested that the inheritance be split* asks no inheritance.
                self._take(
                    (c for c in asked.subjects if not scene.passive(following) or self._can_be_asked(c)),
                    "target",
                    "site",
                )

    def _can_be_asked(self, chunk: int) -> bool:
        """Whether a noun phrase is a person, a body or a name."""
        return self.scene.parse.codes[self.scene.chunks[chunk].head] in "MO" or self.scene.is_a(
            chunk, "person", "force", "polity"
        )

    def _means(self, chunk: int) -> bool:
        """*evacuated by ship*: a bare noun says how, not who."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        bare = phrase.last - phrase.first == 1 and scene.parse.codes[phrase.head] == "N"
        plural = scene.head(chunk).endswith("s") and not scene.head(chunk).endswith(("ss", "us"))
        # *was attacked by aircraft*, but *was flown out by aircraft*
        flown = scene.head(chunk) == "aircraft" and self.candidate.rule.type in _STRIKING
        return bare and not plural and not flown and not scene.is_a(chunk, "force", "person", "polity")

    def _loser(self, chunk: int) -> bool:
        """*retook Owerri from the Nigerians*, *took Corsica from Carthage*: no place left, but who lost it."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        at = scene.tokens.starts[phrase.head]
        places = scene.places_in(phrase.first, phrase.last)
        if places:
            power = scene.head(chunk) in states()
            return any(p.start <= at < p.end and (power or p.value.kind in POWERS) for p in places)
        codes = scene.parse.codes[phrase.first : phrase.last]
        if codes == "M" or (codes == "DM" and scene.head(chunk).endswith("s")):
            # *took Sardis from Croesus*, *Palermo from the Bourbons*
            return True
        if self._robbed(chunk):
            return True
        return any(a.start <= at < a.end for a in scene.actors_in(phrase.first, phrase.last))

    def _accompanied(self, chunks: Iterable[int]) -> tuple[int, ...]:
        """Noun phrases, and those that *together with* joins to them."""
        scene, codes = self.scene, self.scene.parse.codes
        found = []
        for chunk in chunks:
            phrase = scene.chunks[chunk]
            if codes[phrase.last : phrase.last + 1] == "K" and self._is_both(chunk):
                continue
            if scene.lower[phrase.first - 1] == "as" and (before := self._besides(chunk)) is not None:
                found.append(before)
            found.append(chunk)
            for _word, other in scene.tail(chunk):
                if self._joins(scene.prepositions[other]):
                    found.append(other)
        return tuple(found)

    def _beside(self, index: int) -> tuple[int, ...]:
        """*Together with the Danes, Horn attacked Lund*: who the subject is said to act with, where the clause begins."""
        scene, clause = self.scene, self.scene.clauses[index]
        if not clause.subjects or not clause.obliques or clause.obliques[0][0] > scene.chunks[clause.subjects[0]].first:
            return ()
        at, chunk = clause.obliques[0]
        along = self._joins(at) or scene.lower[at] == "alongside"
        if not along or at - clause.first > 1 or scene.head(clause.subjects[0]) in _IMPERSONAL:
            return ()
        phrase = scene.chunks[chunk]
        head = scene.tokens.starts[phrase.head]
        acting = any(a.start <= head < a.end for a in scene.actors_in(phrase.first, phrase.last))
        return (chunk,) if acting or scene.is_a(chunk, "force", "person") else ()

    def _is_both(self, chunk: int) -> bool:
        """*his general and uncle Shaista Khan*: whether a noun phrase tells of the one whose name closes the next."""
        scene, codes = self.scene, self.scene.parse.codes
        own = scene.chunks[chunk]
        if codes[own.head] != "N" or codes[own.last : own.last + 1] != "K" or not scene.is_a(chunk, "person"):
            return False
        owned = codes[own.first] == "P" or "S" in codes[own.first : own.head]
        other = scene.chunks[chunk + 1] if chunk + 1 < len(scene.chunks) else own
        if not owned or other.first != own.last + 1 or codes[other.head] != "M" or codes[other.first] not in "NJ":
            return False
        titles = (at for at in range(other.first, other.head) if codes[at] == "N")
        return any("person" in scene.classes.get(scene.lower[at], ()) for at in titles)

    def _besides(self, chunk: int) -> int | None:
        """*The Austrians as well as the Russians withdrew*: whom the subject right before the verb is only joined to."""
        scene, first = self.scene, self.scene.chunks[chunk].first
        if scene.lower[first - 1] != "as" or scene.lower[first - 2] != "well" or chunk in scene.prepositions:
            return None
        before = chunk - 1
        if before < 0 or scene.chunks[before].last != first - 3 or scene.chunks[before].temporal:
            return None
        while before in scene.prepositions and before:
            before -= 1
        return None if before in scene.prepositions else before

    def _joins(self, preposition: int) -> bool:
        """*together with*, *along with*, *as well as*, *plus*; *The Swedes, alongside the Danes, attacked*."""
        before = self.scene.lower[preposition - 1]
        if self.scene.lower[preposition] == "plus":
            return True
        if self.scene.lower[preposition] == "alongside":
            return before == "," and preposition < self.candidate.first
        return (before in _TOGETHER and self.scene.lower[preposition] == "with") or (
            before == "well" and self.scene.lower[preposition] == "as"
        )

    def _met_beside(self, preposition: int, chunk: int, obliques: Iterable[tuple[int, int]]) -> str:
        """*fought against the Danes as well as the Poles*: the preposition of the phrase behind the verb that another is joined to, or *subject*."""
        if self.scene.lower[preposition] != "as":
            return "subject"
        before = (at for at, other in obliques if other == chunk - 1 and at >= self.candidate.last)
        return next((self.scene.lower[at] for at in before), "subject")

    def _lends_aid(self, preposition: int) -> bool:
        """*In company with Exeter she fought*, *With help from Spain they took Derry*, *fought until, with their food gone, …*: on whose side one is."""
        scene = self.scene
        fronted = preposition < self.candidate.first
        if scene.lower[preposition] == "from":
            return fronted and scene.parse.codes[preposition - 1] in "NM"
        battle = scene.lower[preposition] == "with" and self.candidate.rule.type == "BATTLE"
        return battle and (fronted or scene.lower[preposition - 1] == ",")

    def _among(self, preposition: int, chunk: int) -> bool:
        """*was killed with 290 Templars*: who else, where they are counted."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        lost = scene.lower[preposition] == "with" and scene.head(chunk).removesuffix("s") != "survivor"
        if self.candidate.rule.type not in ("CASUALTY", "VIOLENCE") or not lost:
            return False
        counted = "C" in scene.parse.codes[phrase.first : phrase.head]
        people = scene.is_a(chunk, "force", "person") or bool(scene.actors_in(phrase.first, phrase.last))
        # *some seventy colonials*: a noun that no class knows.
        people = people or (scene.head(chunk) not in scene.classes and scene.head(chunk).endswith("s"))
        return counted and people

    def _holders(self, taken: Iterable[int]) -> None:
        """*stormed the fort, which was held by 80 Saxons*, *Kiel, with a garrison of 300 men, was attacked*: who holds what is attacked is attacked."""
        scene = self.scene
        if self.candidate.rule.type != "BATTLE":
            return
        taken = tuple(taken)
        for last in (scene.chunks[chunk].last for chunk in taken):
            accompanied = scene.lower[last : last + 2] == [",", "with"] and last + 2 < len(scene.lower)
            within = scene.chunk_of[last + 2] if accompanied else -1
            if within >= 0 and scene.head(within) in _STANDING:
                self._take((within,), "target", "site")
        held = set(taken) | {b for c in taken if (b := scene.of(c)) is not None}
        begin = self.candidate.clause or 0
        while begin and scene.clauses[begin - 1].sentence == self.candidate.sentence.index:
            begin -= 1
        for index in range(begin, len(scene.clauses)):
            clause = scene.clauses[index]
            if clause.sentence != self.candidate.sentence.index:
                break
            if (
                held.isdisjoint(clause.subjects)
                or scene.lower[scene.verb(index)] not in _HOLDS
                or not scene.passive(index)
            ):
                continue
            self._take((c for at, c in clause.obliques if scene.lower[at] == "by"), "target", "site")
