"""Who is meant by a noun phrase: the name in apposition, the bearer of a title, whose rule it is, those that were counted before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.kinds import POWERS
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import forms_of
from pipeline.rules.nouns import demonyms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.events.makers import Makers
    from pipeline.events.scene import Candidate
    from pipeline.records import Actor, Mention

__all__ = ["Bearers"]

_OFFICE_OF = ("of",)
_OFFICE_IN = ("of", "to", "for", "in")
# *one, Albinus, was defeated*
_ONE = frozenset({"one", "another"})
_RULE = frozenset(
    {
        "rule",
        "control",
        "sovereignty",
        "authority",
        "hands",
        "possession",
        "dominion",
        "administration",
        "suzerainty",
        "domination",
        "sway",
        "hegemony",
        "yoke",
        "overlordship",
    }
)


@cache
def _making() -> frozenset[str]:
    """Forms of the verbs of who makes an attempt, a decision, a plan."""
    return forms_of((
        "make", "lead", "launch", "undertake", "mount", "take", "devise", "conceive", "draft", "organise", "organize", "begin",
    ))  # fmt: skip


class Bearers:
    """Tells who bears the names, titles and numbers of noun phrases around one event."""

    def __init__(self, owner: Makers, candidate: Candidate) -> None:
        self.owner = owner
        self.scene = owner.scene
        self.candidate = candidate
        self.roles = candidate.rule.roles

    def _named(self, chunk: int) -> int:
        """*the commander-in-chief, Joseph Joffre, …*: the name that stands in apposition, else the noun phrase itself."""
        scene, codes = self.scene, self.scene.parse.codes
        if scene.after(chunk) is None and codes[scene.chunks[chunk].last : scene.chunks[chunk].last + 1] != ",":
            return chunk  # most stand by themselves
        inner, office = chunk, scene.is_a(chunk, "person")
        while (behind := scene.after(inner, *(_OFFICE_IN if office else _OFFICE_OF))) is not None:
            # *deputy ambassador to the UN, Joseph Malok*
            inner = behind
        name = inner + 1
        described = office or codes[scene.chunks[chunk].head] == "N" or scene.head(chunk) in _ONE
        if name >= len(scene.chunks) or not described:
            return chunk
        comma, last = scene.chunks[name].first - 1, scene.chunks[name].last
        if comma != scene.chunks[name - 1].last or codes[comma] != "," or codes[scene.chunks[name].head] != "M":
            return chunk
        titled = office or scene.is_a(name, "person")
        if titled and (of := scene.of(name)) is not None:
            # *his successor, Peter III of Russia, …*, *one of his supporters, the Earl of Warwick, …*
            last = scene.chunks[of].last
        if codes[scene.chunks[chunk].head] == "M" and codes[comma + 1] == "D":
            # *John Pope, a Republican, …*
            return chunk
        listed = codes[last + 1 : last + 2] == "K" and codes[last + 2 : last + 3] not in list("LEZBHU")
        closed = last >= len(codes) or codes[last] in ".;:)" or (codes[last] == "," and not listed)
        persons = [a for a in scene.actors_in(comma, last) if a.value.kind == "person"]
        if scene.is_a(chunk, "place"):
            # *a third town, Sam Ouandja*
            return chunk
        spoken_of = (
            office
            or scene.head(chunk) in _ONE
            or any(a.value.kind == "person" for a in scene.actors_in(scene.chunks[chunk].first, comma))
        )
        placed = scene.places_in(comma, scene.chunks[name].last)
        return name if closed and (persons or spoken_of) and not placed else chunk

    def _one_by_one(self, chunk: int) -> tuple[int, ...]:
        """*Three towns, Lund, Riga and Kiel, fell*: the names that a counted noun announces, which *and* closes."""
        codes, chunks = self.scene.parse.codes, self.scene.chunks
        opening = codes[chunks[chunk].last : chunks[chunk].last + 1]
        # *the islands – Attu, Agattu and Kiska – were taken*
        counted = self.scene.is_a(chunk, "place") if opening == "(" else codes[chunks[chunk].first] == "C"
        if not counted or opening not in (",", "(") or not self.scene.head(chunk).endswith(("s", "men")):
            return ()
        last = chunk
        while last + 1 < len(chunks):
            joint = codes[chunks[last].last : chunks[last + 1].first]
            joint = "," if last == chunk else joint
            if joint not in (",", "K", ",K") or codes[chunks[last + 1].first : chunks[last + 1].last].strip("M"):
                break
            last += 1
            if "K" in joint:
                closed = codes[chunks[last].last : chunks[last].last + 1] in (",", ".", ";", ")", "")
                return tuple(range(chunk + 1, last + 1)) if closed and last > chunk + 1 else ()
        return ()

    def _counted_of(self, chunk: int) -> int:
        """*300 prisoners, most of whom were shot*: the noun phrase before, else the phrase itself; a number stands for some of them."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.parse.codes[phrase.head] == "C" and (things := self._things_of(chunk)) is not None:
            return things
        counting = scene.parse.codes[phrase.head] == "D" or scene.head(chunk) in ("first", "last", "rest", "majority")
        if not counting or scene.lower[phrase.last : phrase.last + 2] != ["of", "whom"]:
            return chunk
        before = chunk - 1
        while before > 0 and scene.prepositions.get(before) == scene.chunks[before - 1].last:
            before -= 1
        here = scene.tokens.sentence_of[phrase.first].first
        return before if before >= 0 and scene.chunks[before].first >= here else chunk

    def _things_of(self, chunk: int) -> int | None:
        """*chased four ships and captured two*: the ships or arms of which a bare number is taken."""
        scene, index, of = self.scene, self.candidate.clause, self.scene.of(chunk)
        # *sank six of the Danish boats*: those.
        named = of is not None and scene.parse.codes[scene.chunks[of].head] not in "OD"
        told = None if index is None or named else scene.parse.counts_of(chunk, index)
        things = told is not None and scene.is_a(told, "materiel") and not scene.is_a(told, "force", "person")
        return told if things else None

    def _ruler(self, chunk: int) -> Mention[Actor] | None:
        """*returned Finland to Swedish rule*: whose rule it is."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        ruled = scene.head(chunk) in _RULE and scene.parse.codes[phrase.first : phrase.last] == "MN"
        return self.owner.make(phrase.first, phrase.head) if ruled and scene.lower[phrase.first] in demonyms() else None

    def _titles(self, chunk: int) -> bool:
        """*politician and secretary general of the Green Party Ali Reza*: two titles without article are nobody but whose name follows."""
        scene, codes = self.scene, self.scene.parse.codes
        phrase = scene.chunks[chunk]
        if codes[phrase.first - 1] != "K" and codes[phrase.last : phrase.last + 1] != "K":
            return False
        second = chunk if codes[phrase.first - 1] == "K" else chunk + 1
        if second >= len(scene.chunks) or not (self._is_title(second - 1) and self._is_title(second)):
            return False
        behind = scene.of(second)
        joined = codes[scene.chunks[second - 1].last : scene.chunks[second].first] == "K"
        return joined and behind is not None and codes[scene.chunks[behind].head] == "M"

    def _is_title(self, chunk: int) -> bool:
        """*chairman*, *Serbian lawyer*: one person without article."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        codes = scene.parse.codes[phrase.first : phrase.last]
        return codes in ("N", "MN", "NN", "JN") and scene.is_a(chunk, "person") and not scene.head(chunk).endswith("s")

    def _byname(self, chunk: int) -> bool:
        """*Prince Eugene of Savoy*: part of a person's name."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        named = scene.parse.codes[phrase.head] == "M" and not scene.is_a(chunk, "place", "facility", "polity")
        agent = scene.lower[scene.prepositions.get(chunk, 0)] == "by" and scene.lower[phrase.head] not in scene.classes
        if named and agent and phrase.last - phrase.first == 1 and not scene.places_in(phrase.first, phrase.last):
            # *was relieved by Mithridates of Pergamum*
            return True
        if named and phrase.last - phrase.first == 1 and scene.tokens.words[phrase.head] in actor_rules().given_names:
            # *Baldwin of Flanders*
            return True
        return named and any(a.value.kind == "person" for a in scene.actors_in(phrase.first, phrase.last))

    def is_munition(self, mention: Mention[Actor]) -> bool:
        """*was struck by a rocket*: a thing that is fired does nothing itself, unless it is said whose it was or is a ship (*HMS Arrow*)."""
        words = mention.value.name.lower().split()
        if "munition" not in self.scene.classes.get(words[-1], ()) or "naval" in self.scene.classes.get(words[0], ()):
            return False
        return not any(w in demonyms() or w.endswith(("'s", "’s")) for w in words)

    def _makers(self, chunk: int) -> Iterable[int]:
        """*The decision to invade was made by the king*: by whom what an infinitive hangs on is said to be made behind it."""
        scene, index = self.scene, self.candidate.clause
        behind = scene.clauses[index + 1 : index + 2] if index is not None else ()
        if index is None or scene.clauses[index].link != "infinitive" or not behind or chunk not in behind[0].subjects:
            return ()
        made = scene.passive(index + 1) and scene.lower[scene.verb(index + 1)] in _making()
        return tuple(c for at, c in behind[0].obliques if made and scene.lower[at] == "by")

    def _doer(self, chunk: int) -> Mention[Actor] | None:
        """*Edward's attempt to relieve Stirling*, *a PRC attempt*: whose deed it is, where no finder knows the name."""
        scene, phrase, codes = self.scene, self.scene.chunks[chunk], self.scene.parse.codes
        at = next((k for k in range(phrase.first + 1, phrase.head) if codes[k] == "S"), None)
        if at is None and codes[phrase.head - 1] == "M":
            at = phrase.head
            powers = scene.places_in(at - 1, at)
            if not (powers and powers[0].value.kind in POWERS and scene.tokens.words[at - 1].isupper()):
                return None
            return self.owner.make(at - 1, at)
        if at is None or codes[at - 1] != "M":
            return None
        return self.owner.make(phrase.first, at)
