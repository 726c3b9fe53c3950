"""Places that a clause names: right of its verb and before its subject, without owners, parties and what belongs to another deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.filling import Filling
from pipeline.events.kinds import POWERS
from pipeline.events.phrases import BACKING, DIRECTIONS
from pipeline.events.series import joined_behind
from pipeline.rules.grammar import AT_REST

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["OF_WAYS", "PLACE_ROLES", "STANDING", "Names"]

PLACE_ROLES = {
    "from": "origin", "to": "destination", "into": "destination", "towards": "destination", "toward": "destination", "onto": "destination",
}  # fmt: skip
OF_WAYS = frozenset({"MOVEMENT", "TERRITORY", "HUMANITARIAN"})
STANDING = frozenset({"garrison", "defender", "besieger", "battery", "batterie"})
"""Forces, in the singular or without their *s*, that *of* joins to where they stand; other forces belong to whom it names."""
_BESIDE = frozenset({"across", "through", "below", "above", "opposite", "beyond", "off", "inside", "beneath"})
_WHERE = _BESIDE | frozenset(
    {"in", "at", "along", "near", "into", "to", "towards", "toward", "from", "outside", "around", "on", "of"}
)
# Behind the verb: *as the Vermont Republic*, *with Romania gaining most*, *under the Vichy regime*.
_OF_OTHERS = frozenset({
    "as", "with", "under", "like", "unlike", "than", "despite", "except", "after", "before", "since", "following",
})  # fmt: skip
# *lost after the Battle of X*
_LATER = frozenset({"after", "before", "since", "following"})
_OUTWORKS = frozenset({"wall", "walls", "gate", "gates", "ramparts", "fortifications"})
_PARTIES = frozenset({"against", "between", "by", "to"})
# Before the subject: not *by the fall of X*, *unlike X*; nor *of*, but for *south of X*.
_NOT_FRONTED = frozenset({
    "despite", "unlike", "like", "of", "by", "without", "with", "for", "as", "against", "except", "besides", "since", "until", "after",
    "before", "following",
})  # fmt: skip
_WHENCE = frozenset({"from", "to"})
_WAYS = frozenset({"way", "journey", "voyage", "march", "retreat", "flight", "route", "trip", "escape"})
# *in the aftermath of the victory at X*
_LEFT_BY = frozenset({"aftermath", "wake"})
_INDEFINITE = frozenset({"a", "an"})
# Prepositions that set another deed apart; *in the Battle of X*, *during clashes near Y* are where the event itself happened.
_APART = frozenset({
    "for", "after", "before", "following", "with", "despite", "until", "since", "to", "against", "under", "like", "than",
})  # fmt: skip
_FOR_A_DEED = frozenset({"mobilise", "found", "appoint", "negotiate", "treaty", "announce", "resign"})
_OF_CUSTODY = frozenset({"DETENTION", "CASUALTY"})
_OF_PARTIES = frozenset({"AGREEMENT", "POLITICS", "STATEMENT"})
_COUNTED = 2
"""Words between a verb and the next: *and twelve*."""
_WORD_FROM = BACKING | {
    "order", "orders", "instruction", "instructions", "command", "commands", "message", "telegram", "letter", "letters", "news", "pressure",
    "request", "requests", "call", "calls",
}  # fmt: skip
_PAPERS = frozenset({
    "treaty", "truce", "peace", "convention", "accord", "edict", "protocol", "armistice", "congress", "declaration", "act",
})  # fmt: skip
# *the bloodiest day in Greek history*
_TOLD_OF = frozenset({"history", "politics", "memory", "literature", "culture", "mythology", "folklore", "law"})


_TREATIES = frozenset(
    {"treaty", "peace", "convention", "pact", "armistice", "accord", "agreement", "protocol", "capitulation"}
)
_OF_ONE = frozenset({"of", "to"})


class Names(Filling):
    """Collects the places of one event that a stretch of its sentence names."""

    def _named_places(self, index: int) -> None:
        """Every place of the clause's stretch right of the verb, and of the phrases before its subject."""
        scene, clause = self.scene, self.scene.clauses[index]
        self.places_right(scene.verb(index) + 1, clause.last)
        self._fronted(self._before_subject(index), clause.first)
        if self.places or self.candidate.rule.type in _OF_PARTIES or self.candidate.rule.subtype == "withdraw":
            # *withdrew and marched on Romney*
            return
        for after in tuple(joined_behind(scene.parse, index, self.candidate.last)) or self._next_counted(index):
            if self.places:
                break
            # *made peace and returned Kolberg*
            self.places_right(scene.verb(after) + 1, scene.clauses[after].last)
            # *were arrested and flown to Moscow*: where they went is the second deed's.
            aims = ("destination", "origin") if self.candidate.rule.type not in OF_WAYS else ()
            self.places = {key: place for key, place in self.places.items() if place.role not in aims}

    def _next_counted(self, index: int) -> tuple[int, ...]:
        """*one was killed and twelve were wounded in Avdiivka*: the clause of another number of victims."""
        scene, after = self.scene, index + 1
        if after >= len(scene.clauses) or scene.passive(after) != scene.passive(index):
            return ()
        joined = scene.clauses[after].link == "conjunct" and scene.clauses[after].governor == index
        return (after,) if joined and scene.group(after).first - self.candidate.last <= _COUNTED else ()

    def _before_subject(self, index: int) -> tuple[tuple[int, int], ...]:
        """The prepositional phrases of a clause that stand before its subject."""
        scene, clause = self.scene, self.scene.clauses[index]
        if not clause.obliques:
            return ()
        subjects = [first for c in clause.subjects if (first := scene.chunks[c].first) >= clause.first]
        limit = min(subjects) if subjects else scene.verb(index)
        return tuple((at, chunk) for at, chunk in clause.obliques if at < limit)

    def _fronted(self, phrases: tuple[tuple[int, int], ...], first: int) -> None:
        """*In the hills of X*, *at the Battle of X near Y*, *south of X*: the places before the subject, not those of other deeds and of parties."""
        scene = self.scene
        root, told, way, before, joint = False, False, False, -1, -1
        for at, chunk in phrases:
            word = scene.lower[at]
            way = self._on_the_way(at) or (way and scene.chunks[before].last == at)
            if before < 0 or scene.chunks[before].last != at:
                if at != joint:
                    told = word not in _NOT_FRONTED or (word == "of" and scene.lower[at - 1] in DIRECTIONS)
                    # *in the last month of the war in X*
                    time = at > 0 and (over := scene.chunk_of[at - 1]) >= 0 and scene.chunks[over].temporal
                    root = told or (word == "of" and time)
            elif word == "of":
                told = root and scene.is_a(before, "place", "facility", "event", "deed", "partitive")
            else:
                root = told = root and word not in _NOT_FRONTED
            root = root and scene.head(chunk) not in _LEFT_BY and scene.head(chunk) not in _WORD_FROM
            before, joint = chunk, at
            if not told or self.of_another_deed(chunk, first - 1) or way:
                continue
            for place in scene.places_in(scene.chunks[chunk].first, scene.chunks[chunk].last):
                if not self._possessor(place):
                    self._place(place, PLACE_ROLES.get(word, "site"))

    def _whither(self, preposition: int, *, inside: bool) -> str:
        """The place role of what a preposition governs; of *were forced out of the battery* it is where they were, nothing that was taken."""
        scene, index = self.scene, self.candidate.clause
        word = scene.lower[preposition]
        left = word == "from" or scene.lower[preposition - 1 : preposition + 1] == ["out", "of"]
        if inside and left and index is not None and scene.passive(index):
            return PLACE_ROLES["from"]
        return "object" if inside else PLACE_ROLES.get(word, "site")

    def _on_the_way(self, preposition: int) -> bool:
        """*On his way back from Canossa, Henry was attacked*: whence or whither somebody was under way is not where it happened."""
        lower = self.scene.lower
        if lower[preposition] not in _WHENCE or self.candidate.rule.type in OF_WAYS:
            return False
        at = preposition - 1
        while at > 0 and self.scene.parse.codes[at] in "AI":
            at -= 1
        return lower[at] in _WAYS or (lower[at] == "return" and lower[preposition] == "from")

    def places_right(self, first: int, last: int) -> None:
        """The places named in a stretch of tokens, but for owners, parties, asides in parentheses and what another deed's noun governs."""
        scene = self.scene
        if not (places := scene.places_in(first, last)):
            return
        codes = scene.parse.codes
        # *in Italy, where he beat the legions; Hispania, where …*: what stands behind a semicolon is another's.
        parted = codes.find(";", first, last)
        while parted >= 0 and codes[parted + 1 : parted + 2] not in list("MDKPN"):
            parted = codes.find(";", parted + 1, last)
        for place in places if parted < 0 else scene.places_in(first, parted):
            token = scene.tokens.token_at(place.start)
            chunk = scene.chunk_of[token]
            preposition = scene.prepositions.get(chunk)
            word = scene.lower[preposition] if preposition is not None else ""
            other = (
                word in _OF_OTHERS and scene.lower[(preposition or 0) - 1] != "well" and not self._so_far(preposition)
            )
            # *halted the Paraguayans before Villamontes*
            other = other and not (word == "before" and token == (preposition or 0) + 1)
            if (not word and self._acts_behind(chunk)) or self._describes(chunk, token) or self._left_out(token):
                continue
            parties = word in _PARTIES and self.roles.get(word, "place") != "place"
            if other or (parties and not self._fought_between(word, chunk)):
                continue
            between = codes[first:token]
            owner = self._owner(chunk) if word == "of" else -1
            if owner >= 0 and (self._office(owner) or self._body(owner) or self._byname(owner) or self._paper(owner)):
                continue
            if preposition is not None and word in _OF_ONE and self._describes_one(preposition):
                continue
            if preposition is not None and word in AT_REST and self._stationed(preposition):
                continue
            if owner >= 0 and scene.head(owner) in _TREATIES and self.candidate.rule.type != "AGREEMENT":
                # *was ceded by the treaty of Utrecht*
                continue
            if word == "for" and scene.lower[(preposition or 0) - 1] == "exchange":
                continue
            if scene.lower[scene.chunks[chunk].head] in _TOLD_OF or self._given_to(chunk, first):
                continue
            if word == "from" and self._hails(chunk, preposition or 0):
                continue
            power = place.value.kind in POWERS
            if (
                power
                and word in ("", "between", "with")
                and (word == "between" or self.candidate.rule.type == "AGREEMENT")
            ):
                # *asked Italy for an armistice*, *halted by a protocol between Spain and Italy*
                continue
            if power and word == "for" and self.candidate.rule.type not in OF_WAYS:
                # *a victory for Russia*
                continue
            if (
                self._possessor(place)
                or self._situates(place)
                or between.count("(") > between.count(")")
                or self.of_another_deed(chunk, first)
            ):
                continue
            self._place(place, "object" if not word or word == "of" else PLACE_ROLES.get(word, "site"))

    def _describes_one(self, preposition: int) -> bool:
        """*allied with René, pretender to the throne of Naples*: whether a preposition hangs on what says who one is."""
        scene, chunk = self.scene, self.scene.chunk_of[preposition - 1]
        while chunk >= 0 and chunk in scene.prepositions:
            chunk = scene.chunk_of[scene.prepositions[chunk] - 1]
        if chunk < 0 or chunk in scene.parts or scene.chunks[chunk].first <= self.candidate.first:
            return False
        one = scene.is_a(chunk, "person") and not scene.head(chunk).endswith(("s", "men"))
        return one and scene.parse.codes[scene.chunks[chunk].first - 1] == ","

    def _stationed(self, preposition: int) -> bool:
        """*was taken by Hamilton, the commander at Detroit*: where one is who is described, not where it happened."""
        scene, chunk = self.scene, self.scene.chunk_of[preposition - 1]
        if chunk < 0 or chunk in scene.parts or chunk in scene.prepositions or not scene.is_a(chunk, "person"):
            return False
        first = scene.chunks[chunk].first
        named = first > max(self.candidate.first, 1) and scene.parse.codes[first - 2 : first] == "M,"
        return named and not scene.head(chunk).endswith(("s", "men"))

    def _describes(self, chunk: int, token: int) -> bool:
        """*Mopti, a Mali garrison town*, *Shaw, a member of a Boston family*: a name in a phrase that says what the one before the comma is."""
        scene, codes = self.scene, self.scene.parse.codes
        if chunk < 0 or token >= scene.chunks[chunk].head or scene.lower[scene.chunks[chunk].first] not in _INDEFINITE:
            return False
        while (at := scene.prepositions.get(chunk)) is not None and scene.lower[at] == "of" and codes[at - 1] != ",":
            if scene.chunk_of[at - 1] != chunk - 1:
                return False
            chunk -= 1
        first = scene.chunks[chunk].first
        return codes[first - 1] == "," and codes[first] == "D" and first > 1 and codes[first - 2] == "M"

    def unknown_places(self, obliques: Iterable[tuple[int, int]], start: int) -> None:
        """Names after *in, at, near …* behind the verb that no finder knows."""
        scene = self.scene
        for at, chunk in obliques:
            phrase = scene.chunks[chunk]
            if (
                at < start
                or not (scene.lower[at] in _WHERE or self._so_far(at))
                # *south of Lund*; but *marched south along the Weldon Railroad*
                or (
                    scene.parse.codes[at - 1] == "J"
                    and (scene.lower[at] == "of" or scene.lower[at - 1] not in DIRECTIONS)
                )
                or (scene.lower[at] == "of" and scene.parse.codes[at - 1] == "M" and scene.is_a(chunk - 1, "place"))
                or (
                    scene.lower[at] == "of"
                    and (
                        scene.is_a(chunk - 1, "person")
                        or self._body(self._owner(chunk))
                        or self._byname(chunk - 1)
                        or self._paper(chunk - 1)
                    )
                )
                or scene.places_in(phrase.first, phrase.last)
                or self.of_another_deed(chunk, start)
            ):
                continue
            fled = self.candidate.rule.subtype == "displace" and scene.lower[at] == "to"
            if not scene.actors_in(phrase.first, phrase.last) and self._local_name(chunk, fled=fled):
                made = self.owner.make_place(chunk)
                if made is not None:
                    self._place(made, "site")

    def _hails(self, chunk: int, preposition: int) -> bool:
        """*joined mercenaries from Rhodesia*: where they are from, not where it happened; of *withdrew its troops from Kuwait* it is."""
        while chunk > 1 and self.scene.prepositions.get(chunk - 1) == preposition:
            # *from South Africa and Rhodesia*
            chunk -= 1
        before, at = self.scene.chunks[chunk - 1], self.scene.prepositions.get(chunk - 1)
        if before.last == preposition and self.scene.head(chunk - 1) in _WORD_FROM:
            # *was arrested on orders from Madrid*
            return True
        rule = self.candidate.rule
        # *kidnapped girls from Chibok*
        taken = rule.subtype == "abduction" and self.is_ground(chunk)
        moved = rule.type in OF_WAYS | _OF_CUSTODY or taken or rule.subtype == "repel"
        word = self.scene.lower[at] if at is not None else ""
        # *arrived with reinforcements from Japan*
        stays = moved and word != "with"
        return (
            before.last == preposition and self.scene.is_a(chunk - 1, "force", "person") and not (stays or word == "by")
        )

    def _acts_behind(self, chunk: int) -> bool:
        """*With Kiswa taken and Qatana bypassed, …*, *…; Ankara, which sent troops, …*: what the next clause is about."""
        scene = self.scene
        index, part = scene.parts.get(chunk, (None, ""))
        other = part == "subject" and index is not None and index != self.candidate.clause
        return (
            other
            and index is not None
            and (
                scene.clauses[index].link == "conjunct"
                or scene.group(index).first == scene.chunks[chunk].last
                or scene.lower[scene.chunks[chunk].first - 1] == ";"
            )
        )

    def _fought_between(self, word: str, chunk: int) -> bool:
        """*The division fought between Ypres and Menin*: where, not who."""
        return word == "between" and self.candidate.rule.subtype == "clash" and self.is_ground(chunk)

    def is_ground(self, chunk: int) -> bool:
        """A place that is no power."""
        scene = self.scene
        at = scene.tokens.starts[scene.chunks[chunk].head]
        places = scene.places_in(scene.chunks[chunk].first, scene.chunks[chunk].last)
        return any(p.start <= at < p.end and p.value.kind not in POWERS for p in places)

    def _given_to(self, chunk: int, first: int) -> bool:
        """*sent Johnston a brigade*: who gets what is sent."""
        scene = self.scene
        if scene.chunks[chunk].first != first or chunk + 1 >= len(scene.chunks):
            return False
        gift = scene.chunks[chunk + 1]
        return gift.first == scene.chunks[chunk].last and scene.parse.codes[gift.first] in "DC" and not gift.temporal

    def _owner(self, chunk: int) -> int:
        """*the brigades of Munford and Robertson*: the noun phrase that a preposition hangs on, for each that it governs; -1 without one."""
        at = self.scene.prepositions.get(chunk, -1)
        while self.scene.prepositions.get(chunk - 1) == at:
            chunk -= 1
        return chunk - 1 if chunk > 0 and self.scene.chunks[chunk - 1].last == at else -1

    def _body(self, chunk: int) -> bool:
        """*the army of Kiev*: whose it is; a garrison is where it stands, and *the side of the Sava* no body."""
        if chunk < 0 or not self.scene.is_a(chunk, "force") or self.scene.is_a(chunk, "place"):
            return False
        return self.scene.head(chunk).removesuffix("s") not in STANDING

    def _paper(self, chunk: int) -> bool:
        """*was ceded by the Treaty of Westphalia*: what a paper is called after; where it was signed is told of the signing."""
        paper = self.scene.head(chunk).removesuffix("s") in _PAPERS
        return paper and chunk in self.scene.prepositions and self.candidate.rule.type != "AGREEMENT"

    def _office(self, chunk: int) -> bool:
        """*the governor of Hubei*: where he holds office, not where it happened."""
        scene = self.scene
        if not scene.is_a(chunk, "person") or scene.is_a(chunk, "partitive", "container"):
            return False
        return scene.of(chunk) is not None

    def _so_far(self, preposition: int | None) -> bool:
        """*raided as far south as Corinth*, *pursued them as far as Adua*: how far a deed went."""
        return (
            preposition is not None
            and self.scene.lower[preposition] == "as"
            and "far" in self.scene.lower[preposition - 2 : preposition]
        )

    def of_another_deed(self, chunk: int, first: int) -> bool:
        """*in preparation for a campaign between Izium and Dnipro*: the place belongs to the campaign."""
        scene = self.scene
        at = chunk
        while at > 0 and at in scene.prepositions and scene.chunks[at].first > first:
            if self.because(scene.prepositions[at]):
                return True
            at -= 1
            if scene.chunks[at].first < first:
                return False
            word = scene.lower[scene.prepositions.get(at, scene.chunks[at].first)]
            if word == "before" and scene.head(at) in _OUTWORKS:
                # *were defeated before the walls of Vienna*
                continue
            if (word in _LATER and scene.parse.codes[scene.chunks[at].head] != "O") or (
                word == "as" and scene.head(at) == "part"
            ):
                return True
            apart = scene.head(at) == "exception" or scene.head(at) in BACKING
            if word == "with" and (apart or scene.is_a(at, "event", "deed")):
                # *formed a movement in Sudan, with the backing of Libya*
                return at != self.candidate.chunk
            if word == "for" and scene.is_a(at, "event") and self.candidate.rule.subtype in _FOR_A_DEED:
                # *assembled an army for the reconquest of Jerusalem*
                return True
            if at in self.owner.told and at != self.candidate.chunk:
                # *took part in the battle of Lund and the siege of Kiel*
                later = (
                    self.candidate.chunk is not None
                    and at < self.candidate.chunk
                    and self.next_deed(self.candidate.chunk)
                )
                return word in _APART or self.next_deed(at) or later
        return False
