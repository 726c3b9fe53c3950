"""Who else a clause tells of beside its subject and objects: who goes along, who fires what strikes, who has a thing done."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.kinds import OF_ARMS
from pipeline.events.partakers import Partakers
from pipeline.rules.grammar import WAS, forms_of
from pipeline.rules.nouns import ACTING, demonyms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Actor, Argument

__all__ = ["DOERS", "Companions"]

# *by the army*, *talks were held between X and Y*
DOERS = frozenset({"by", "between"})
_WAYS = frozenset(
    {
        "access",
        "route",
        "routes",
        "retreat",
        "escape",
        "line",
        "lines",
        "supply",
        "supplies",
        "communications",
        "withdrawal",
        "path",
        "road",
    }
)
_MOVES = frozenset({"advance", "withdraw"})
_TEXTS = frozenset({
    "report", "reports", "statement", "statements", "investigation", "inquiry", "enquiry", "study", "survey", "poll", "resolution", "declaration", "communiqué",
    "communique", "bulletin", "manifesto", "proclamation", "letter", "telegram", "editorial", "article", "memorandum", "document", "review", "analysis",
    "dispatch", "release", "press-release", "broadcast", "tweet", "post", "video", "message", "note", "directive", "decree", "speech",
})  # fmt: skip
"""What tells what its author says."""
_FIRE = frozenset({
    "fire", "gunfire", "mine", "mines", "flak", "artillery", "cannon", "guns", "mortar", "mortars", "howitzers", "batteries", "shellfire", "grapeshot",
})  # fmt: skip
_FOLLOWINGS = frozenset(
    {"men", "horse", "retinue", "followers", "knights", "band", "party", "bodyguard", "escort", "archers"}
)


_DELIBERATE = frozenset({"murdered", "massacred", "assassinated", "slaughtered", "strangled", "poisoned"})
"""Participles of what nobody suffers in battle."""


_BIDDINGS = frozenset({"orders", "order", "behest", "instructions", "instigation"})
_BY_HANDS = _BIDDINGS | {"hands"}
_DONE_BY_ORDER = frozenset(
    {
        "deploy",
        "execution",
        "arrest",
        "release",
        "displace",
        "appoint",
        "massacre",
        "assassination",
        "destroy",
        "killed",
    }
)


@cache
def _fallen() -> frozenset[str]:
    """Participles of what befell men or ships: *returned with four ships damaged*."""
    return forms_of(("kill", "wound", "injure", "lose", "sink", "damage", "destroy", "drown"))


@cache
def _led() -> frozenset[str]:
    """Participles of what is done to a deed by who sees it done."""
    return forms_of(("lead", "head", "organise", "organize", "orchestrate", "mastermind", "stage", "engineer"))


class Companions(Partakers):
    """Reads off a clause who does or suffers its deed without being its subject or object."""

    def _named_among(self, index: int) -> None:
        """*Among those killed was the governor*, *among the arms seized were three tanks*: who was among those of whom a participle tells."""
        scene, clause = self.scene, self.scene.clauses[index]
        following = index + 1 if clause.governor is None else clause.governor
        if len(clause.subjects) != 1 or following >= len(scene.clauses):
            return
        at, named = scene.prepositions.get(clause.subjects[0]), scene.clauses[following]
        among = at is not None and scene.lower[at] == "among" and named.sentence == clause.sentence
        among = among and scene.verb(following) >= self.candidate.last
        if among and scene.parse.codes[scene.verb(following)] in "Bb":
            self._take(named.objects, self.roles.get("object", "none"), "object")
            self.actors = {key: one for key, one in self.actors.items() if not self._stands_in(one, clause.subjects[0])}
        elif named.subjects == clause.subjects and scene.lower[scene.verb(following)] == "included":
            # *Those killed included the mayor*
            self._take(named.objects, self.roles.get("object", "none"), "object")
            self.actors = {key: one for key, one in self.actors.items() if not self._stands_in(one, clause.subjects[0])}

    def _named_as_lost(self, index: int) -> bool:
        """*Among the dead was the governor*, *The dead included two nuns*: who they were is told; whether it is."""
        scene, clause, chunk = self.scene, self.scene.clauses[index], self.candidate.chunk
        if chunk is None:
            return False
        verb = scene.lower[scene.verb(index)]
        among = verb in WAS and scene.lower[scene.prepositions.get(chunk, 0)] in ("among", "amongst")
        told = clause.subjects if among else clause.objects
        if not among and not (verb == "included" and chunk in clause.subjects):
            return False
        named = [c for c in (*told, *(clause.objects if among else ())) if c != chunk]
        while among and named and self._goes_on(named[-1]):
            named.append(named[-1] + 1)
        self._take(named, "target", "object")
        return True

    def _goes_on(self, chunk: int) -> bool:
        """*were Captain Hardy and two lieutenants*: whether a list that stands behind its verb goes on with the next noun phrase."""
        scene, last, nxt = self.scene, self.scene.chunks[chunk].last, chunk + 1
        if nxt >= len(scene.chunks) or scene.parse.codes[last : scene.chunks[nxt].first] not in (",", "K", ",K"):
            return False
        return scene.parts.get(nxt, (None, ""))[1] != "subject"

    def _firing(self, shots: Iterable[int]) -> None:
        """*was hit by a torpedo fired by U-47*, *by torpedoes from U-454*, *by Iranian fire*: who fired what struck."""
        scene = self.scene
        for chunk in shots:
            behind = scene.chunks[chunk].last
            if not (scene.head(chunk) in _FIRE or scene.is_a(chunk, "munition")) or behind >= len(scene.clause_of):
                continue
            self._owned_by(chunk)
            index = scene.clause_of[behind]
            if index >= 0 and scene.clauses[index].link == "reduced" and scene.clauses[index].subjects == (chunk,):
                makers = [c for by, c in scene.clauses[index].obliques if scene.lower[by] in ("by", "from")]
            else:
                makers = [c for word, c in scene.tail(chunk)[:1] if word == "from"]
            self._take((c for c in makers if self._is_shooter(c)), "initiator", "site")

    def _owned_by(self, shot: int) -> None:
        """*an Iranian mine*, *French machine gun fire*: whose by its adjective what struck was, where no other is told who did it."""
        scene, phrase = self.scene, self.scene.chunks[shot]
        if any(role == "initiator" for _, role in self.actors):
            return
        for at in range(phrase.first, phrase.head):
            if scene.lower[at] in demonyms() and (owner := self.owner.make(at, at + 1)) is not None:
                self._actor(owner, "initiator")

    def _is_shooter(self, chunk: int) -> bool:
        """*torpedoes from the submarine U-454*, *arrows fired by the Scots*; not *shells from the ridge*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        return (
            scene.is_a(chunk, *ACTING)
            or bool(scene.actors_in(phrase.first, phrase.last))
            or (scene.parse.codes[phrase.head] == "M" and not scene.places_in(phrase.first, phrase.last))
        )

    def _authors(self, index: int) -> None:
        """*A BBC report said*, *a statement from the king accused*, *issued a statement saying*: whose words a text tells."""
        scene, clause = self.scene, self.scene.clauses[index]
        if any(role == "initiator" for _, role in self.actors):
            return
        for chunk in clause.subjects:
            phrase = scene.chunks[chunk]
            if scene.head(chunk) not in _TEXTS:
                continue
            first = phrase.head
            while first > phrase.first and scene.parse.codes[first - 1] == "M":
                first -= 1
            if first < phrase.head and (made := self.owner.make(first, phrase.head)) is not None:
                self._actor(made, "initiator")
            for word, other in scene.tail(chunk)[:1]:
                self._take(scene.governed_from(other) if word in ("from", "by") else (), "initiator", "site")
            above = scene.clauses[clause.governor] if clause.link == "reduced" and clause.governor is not None else None
            if above is not None and chunk in above.objects and not scene.groups[above.group].passive:
                self._take(above.subjects, "initiator", "site")

    def _with_men(self, index: int) -> None:
        """*Osorio crossed the river with about 5,000 men*: who moves with their leader."""
        rule, scene = self.candidate.rule, self.scene
        moved = rule.type == "MOVEMENT" or rule.subtype in _MOVES
        if not moved or scene.passive(index) or not any(role == "initiator" for _, role in self.actors):
            return
        if rule.roles.get("object") == "target" and scene.clauses[index].objects:
            return
        behind = [c for at, c in scene.clauses[index].obliques if self._moves_with(at)]
        for chunk in (*filter(None, map(self._along, scene.clauses[index].subjects)), *behind):
            if self._is_following(chunk):
                # *marched off with half his infantry*: whom he took with him.
                self._take((chunk,), "target" if rule.subtype == "deploy" else "initiator", "site")

    def _moves_with(self, preposition: int) -> bool:
        """*rode into Kentucky with 400 men*; not *returned home in a swap with volunteers*."""
        scene, before = self.scene, self.scene.chunk_of[preposition - 1]
        beside = before >= 0 and scene.lower[scene.chunks[before].first] in ("a", "an")
        return scene.lower[preposition] == "with" and preposition >= self.candidate.last and not beside

    def _along(self, subject: int) -> int | None:
        """*Napoleon, with 20,000 men, crossed the river*, *Osorio with 5,000 men landed*: who stands with the subject."""
        scene, last = self.scene, self.scene.chunks[subject].last
        at = last + (scene.lower[last : last + 1] == [","])
        chunk = scene.chunk_of[at + 1] if scene.lower[at : at + 1] == ["with"] and at + 1 < len(scene.lower) else -1
        return chunk if chunk >= 0 and chunk != subject else None

    def _is_following(self, chunk: int) -> bool:
        """*5,000 men*, *his retinue*, *fresh troops*; not *the men of the Danes*, whom one met, nor *18 men killed*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if not _fallen().isdisjoint(scene.lower[phrase.last : phrase.last + 1]):
            return False
        named = "M" in scene.parse.codes[phrase.first : phrase.last] or scene.lower[phrase.first] == "the"
        return not named and (scene.head(chunk) in _FOLLOWINGS or scene.is_a(chunk, "force", "naval"))

    def at_hands(self) -> None:
        """*suffered a defeat at the hands of the Danes*, *was shot on the orders of Horn*: who did it, where no other is told who did."""
        scene, index, noun = self.scene, self.candidate.clause, self.candidate.chunk
        if scene.tokens.words_of(self.candidate.sentence).isdisjoint(_BY_HANDS):
            return
        if any(role == "initiator" for _, role in self.actors):
            return
        behind = [c for _, c in scene.tail(noun)] if noun is not None and noun >= 0 else []
        told = [c for _, c in scene.clauses[index].obliques] if index is not None else []
        for chunk in (*behind, *told):
            at = scene.prepositions[chunk]
            by_hand = scene.head(chunk) == "hands" and scene.lower[at] == "at"
            if not (by_hand or self._bidding(chunk)) or at < self.candidate.first:
                continue
            of, owner = scene.of(chunk), self._ruler(chunk)
            self._take(() if of is None else scene.governed_from(of), "initiator", "site")
            if owner is not None:
                self._actor(owner, "initiator")
            elif not by_hand and (giver := self._doer(chunk)) is not None:
                # *on Stalin's orders*
                self._actor(giver, "initiator")

    def _bidding(self, chunk: int) -> bool:
        """*was sent to Egypt on the orders of Nur ad-Din*, *were shot at the behest of the junta*: whether who had it done is told."""
        scene, index = self.scene, self.candidate.clause
        if scene.head(chunk) not in _BIDDINGS or self.candidate.rule.subtype not in _DONE_BY_ORDER:
            return False
        said = scene.lower[scene.prepositions[chunk]] in {"on", "upon", "by", "at"}
        return said and index is not None and scene.passive(index)

    def _cut_from(self, objects: Iterable[int]) -> None:
        """*cut off the Russians' route of retreat*: whose way is cut."""
        scene = self.scene
        for chunk in objects:
            phrase = scene.chunks[chunk]
            if scene.head(chunk) not in _WAYS:
                continue
            if (owner := self._doer(chunk)) is not None:
                # *cut off Reed's route of retreat*
                self._actor(owner, "target")
            for actor in scene.actors_in(phrase.first, phrase.head):
                if scene.parse.codes[scene.tokens.token_span(actor.start, actor.end)[1]] == "S":
                    self._actor(actor, "target")

    def _beyond(self, index: int) -> None:
        """Who does it where no *by* says so: *a treaty between X and Y was signed*, *Henry had his wife executed*."""
        clause = self.scene.clauses[index]
        self._leading(index)
        above = self.scene.clauses[clause.governor] if clause.governor is not None else clause
        if clause.link == "reduced" or (clause.link == "conjunct" and above.link == "reduced"):
            self._took_care(index)
        if clause.link == "reduced":
            self._named_among(index)
        if self.candidate.rule.type == "AGREEMENT" and self.candidate.rule.subtype != "violate":
            self._parties_of(clause.subjects)

    def _leading(self, index: int) -> None:
        """*was overthrown in a coup led by Gaddafi*: who led the deed in which it was done, where no other is told who did it."""
        scene, clauses = self.scene, self.scene.clauses
        behind = index + 1
        if behind >= len(clauses) or clauses[behind].link != "reduced" or clauses[behind].governor != index:
            return
        deeds = {c for at, c in clauses[index].obliques if scene.lower[at] == "in" and scene.is_a(c, "event")}
        led = scene.lower[scene.verb(behind)] in _led() and not deeds.isdisjoint(clauses[behind].subjects)
        if led and not any(role == "initiator" for _, role in self.actors):
            self._take((c for at, c in clauses[behind].obliques if scene.lower[at] == "by"), "initiator", "site")

    def _parties_of(self, subjects: Iterable[int]) -> None:
        """*a treaty between X and Y was signed*, *war between X and Y broke out*, *a treaty with X was signed*: between or with whom it is."""
        made = self.candidate.rule.type == "AGREEMENT" and self.roles.get("with") == "target"
        for word, chunk in (phrase for c in subjects for phrase in self.scene.tail(c)):
            if word in DOERS:
                self._take((chunk,), "initiator", "site")
            elif word == "with" and made:
                self._take((chunk,), "target", "object")

    def _took_care(self, index: int) -> None:
        """*Henry had his wife executed*, *had A and B killed*: who has a thing done, and to whom else."""
        scene, clause = self.scene, self.scene.clauses[index]
        governor = clause.governor
        if governor is not None and clause.link == "conjunct":
            # *had him brought to London and executed*
            governor = scene.clauses[governor].governor
        if governor is None or scene.group(index).first != scene.verb(index):
            return
        above = scene.clauses[governor]
        alone = scene.group(governor).last - scene.group(governor).first == 1
        suffered = self.candidate.rule.type == "CASUALTY" and scene.lower[scene.verb(index)] not in _DELIBERATE
        if suffered and any(map(self._is_counted, clause.subjects)):
            # *The regiment had 12 men killed*: what befell it; not *had 12 men murdered*.
            return
        if alone and scene.lower[scene.verb(governor)] == "had" and set(clause.subjects) <= set(above.objects):
            self._take(above.subjects, "initiator", "site")
            self._take(above.objects, self.roles.get("object", "none"), "object")

    def _is_counted(self, chunk: int) -> bool:
        """*12 men*, *some 300 of them*."""
        phrase = self.scene.chunks[chunk]
        return "C" in self.scene.parse.codes[phrase.first : phrase.last]

    def _stands_in(self, party: Argument[Actor], chunk: int) -> bool:
        """Whether a party is what a noun phrase says."""
        start, end = self.scene.span(self.scene.chunks[chunk].first, self.scene.chunks[chunk].last)
        return start <= party.mention.start < end

    def _agents_shared(self, index: int) -> tuple[tuple[int, int], ...]:
        """*was outflanked by Gordon's division and defeated*: the agent of the passive that the verb is coordinated with."""
        scene, clause = self.scene, self.scene.clauses[index]
        partner = clause.governor
        if (behind := self._agents_behind(index)) or clause.link != "conjunct" or partner is None:
            return behind
        if not scene.passive(index) or not scene.passive(partner):
            return ()
        if scene.clauses[partner].subjects != clause.subjects or scene.group(index).first != scene.verb(index):
            return ()
        if self.candidate.rule.subtype == "recapture":
            # *was captured by the RUF and retaken a few months later*: by the others.
            return ()
        last = scene.verb(index) + 1
        told = [c for _, c in (*scene.clauses[partner].obliques, *clause.obliques)]
        told += [c for c in scene.chunk_of[last : last + 1] if c >= 0]
        if self.candidate.rule.type not in OF_ARMS and any(scene.chunks[c].temporal for c in told):
            # *was captured by hussars in May and hanged three years later*
            return ()
        return tuple((at, c) for at, c in scene.clauses[partner].obliques if scene.lower[at] == "by")

    def _agents_behind(self, index: int) -> tuple[tuple[int, int], ...]:
        """*Two ships were sunk and three damaged by aircraft*: the agent behind a passive that leaves out auxiliary and noun."""
        scene, nxt = self.scene, index + 1
        if nxt >= len(scene.clauses) or scene.clauses[nxt].link != "conjunct" or scene.clauses[nxt].governor != index:
            return ()
        clause, verb = scene.clauses[nxt], scene.verb(nxt)
        bare = len(clause.subjects) == 1 and scene.parse.codes[scene.chunks[clause.subjects[0]].head] == "C"
        if not bare or scene.group(nxt).first != verb or scene.parse.codes[verb] != "p":
            return ()
        return tuple((at, c) for at, c in clause.obliques if scene.lower[at] == "by")
