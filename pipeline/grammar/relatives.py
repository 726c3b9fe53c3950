"""What a relative word stands for: the noun phrase before it, past places, loads and guises, or the name that it describes."""

from __future__ import annotations

from functools import cache

from pipeline.grammar.drafts import PLURAL, Draft, Line
from pipeline.grammar.valency import harming
from pipeline.rules.grammar import AT_REST, GOALS, SIDES, forms_of
from pipeline.rules.nouns import ACTING, PERSONS, noun_classes

__all__ = ["Relatives"]

_NO_CLASSES: frozenset[str] = frozenset()
_WHO = frozenset({"who", "whom"})
_WHOSE = _WHO | {"whose"}
_SINGULAR = frozenset({"was", "is"})
_THINGS = frozenset({"that", "which"})
_PEOPLE = frozenset({"person", "force"})
_WHEREABOUTS = AT_REST | GOALS | {"from", "across", "over", "through"}
_PLACES = 7
"""Items back through which places are passed by."""
_BORNE = frozenset({"materiel", "munition"})
_CARRYING = frozenset({"with", "on", "in", "aboard"})
_ASKED_FOR = frozenset({"for", "in", "with", "without"})
_OF_MANY = frozenset({"polity", "partitive", "container"})
_LOAD = 9
"""Items back through which what somebody bears is passed by."""
_WARS = frozenset({"war", "wars", "revolution"})
_LED = frozenset({"led", "commanded", "headed"})
_STANDING_IN = frozenset({"in", "at", "near", "around", "outside", "from", "off"})
_STRUCK = frozenset({"on", "at", "against"})
_OF_DEEDS = frozenset({
    "failed", "began", "started", "commenced", "lasted", "raged", "succeeded", "culminated", "repulsed", "repelled", "rebuffed", "beaten",
})  # fmt: skip

_RELATED = frozenset({
    "ally", "friend", "supporter", "rival", "enemy", "opponent", "son", "daughter", "brother", "sister", "nephew", "niece", "wife", "widow", "uncle",
    "cousin", "vassal", "follower", "protégé", "disciple", "half-brother", "son-in-law", "brother-in-law", "grandson", "favourite", "favorite", "critic",
})  # fmt: skip
_WHO_DOES = frozenset({"they", "he", "she", "it", "we", "i"})


@cache
def _held() -> frozenset[str]:
    """Forms of verbs that want an object besides those of harm, where nothing stands behind them: *the men they held*."""
    return forms_of((
        "take", "hold", "keep", "lose", "win", "build", "find", "steal", "gain", "acquire", "obtain", "receive", "inherit", "claim", "rule", "purchase",
        "colonise", "colonize", "invade", "regain", "recover", "reclaim", "cede", "own", "control", "govern", "lead", "command", "secure",
    ))  # fmt: skip


class Relatives(Line):
    """Finds the antecedents of relative words."""

    def antecedents(self, k: int, at: int | None = None) -> list[int]:
        """Items of the noun phrases that a relative word stands for; *A and B, both of whom …* or *who were …* give both.

        ``at`` is the verb of the relative clause, where the word is its subject.
        """
        relative = self.word(k)
        if relative == "what":
            return []
        k -= 1
        while k >= 0 and self.kinds[k] in ',AI)("':
            k = self.opening.get(k, k) - 1
        if k < 0 or self.kinds[k] != "N":
            return []
        if self.word_of_head(k) in SIDES and self.kinds[k - 2 : k] == "NI" and self.word(k - 1) == "in":
            # *launched an offensive in the east, which retook Riga*
            k -= 2
        counts = k and self.kinds[k + 1 : k + 2] == "I" and self.kinds[k - 1] == ","
        if counts and self.lower[self.chunks[self.items[k][1]].head] in ("both", "all"):
            # What stands before *of whom* counts those that the phrase before the comma names.
            whole = self.antecedents(k)
            if relative == "which" and at is not None and self._befalls_no_place(at):
                # *made several assaults on the town, all of which were repelled*
                whole = [self._happening(one) for one in whole]
            listed = self._listed_before(k - 2)
            both = self.word_of_head(k) == "both"
            return [*(listed[-1:] if both else listed), *whole] if whole else [k]
        one = relative == "who" and at is not None and (self._of_one(k, at) or self._related(k))
        of = (
            k
            if one or (relative == "which" and self._of_persons(k))
            else self.whole(self._led(k) if relative in _THINGS else self._peopled(k, relative), relative)
        )
        if relative == "that" or (relative == "which" and at is not None and self._befalls_no_place(at)):
            of = self._happening(of)
        found = self._apposed(of)
        verb = self.word(at) if at is not None else ""
        if verb in PLURAL and not self.word_of_head(found).endswith("s") and self.kinds[found - 2 : found] == "NK":
            return [found - 2, found]
        return [found]

    def _listed_before(self, k: int) -> list[int]:
        """What a list names before its last: *Horn, Banér, and Tott, all of whom …*."""
        found: list[int] = []
        at = k - 2 - (self.kinds[max(k - 2, 0) : k] == ",K") if self.kinds[k - 1 : k] == "K" else -1
        while at >= 0 and self.kinds[at] == "N":
            found.insert(0, at)
            at = at - 2 if self.kinds[at - 1 : at] == "," else -1
        return found

    def wants_object(self, draft: Draft, previous: Draft, start: int) -> bool:
        """*freed the men they held*: a pronoun right behind what its verb, which wants an object and has none, was done to."""
        group = self.groups[draft.group]
        told = previous.kind == "V" and previous.link in ("main", "conjunct", "complement") and previous.at < start - 1
        if not told or self.kinds[start - 1] != "N" or self.word(start) not in _WHO_DOES or group.passive:
            return False
        wanting = self.lower[group.head] in harming() or self.lower[group.head] in _held()
        behind = self.kinds[self.skip_adverbs(draft.at + 1) :]
        # *the day they held out*: a particle
        alone = behind[:1] not in ("N", "g", "i", "p", "T") and (behind[:1] != "I" or behind[1:2] in ("N", "t"))
        return wanting and alone

    def _befalls_no_place(self, at: int) -> bool:
        """*an assault on the ridge, which killed 40*, *which was repulsed*: whether a verb tells of a deed, not of where it was done."""
        verb = self.lower[self.groups[self.items[at][1]].head] if self.kinds[at] == "V" else ""
        return self.word(at) in harming() or verb in _OF_DEEDS

    def _of_one(self, k: int, at: int) -> bool:
        """*the army of Kitbuqa, who was captured*: one man, whose army it was; not *the army of Lund, who were beaten*."""
        body = self.kinds[k - 2 : k + 2] == "NIN," and k in self.governed and self.lower[self.governed[k]] == "of"
        named = self.codes[self.chunks[self.items[k][1]].first] == "M"
        one = self.word(at) in _SINGULAR and not self.word_of_head(k - 2).endswith(("s", "men"))
        return body and named and one and "force" in noun_classes().get(self.word_of_head(k - 2), _NO_CLASSES)

    def _related(self, k: int) -> bool:
        """*He was a close ally of Margai, who appointed him*: the one to whom a clause says that somebody stands so."""
        said = self.kinds[k - 3 : k + 2] == "VNIN," and self.lower[self.governed.get(k, 0)] == "of"
        named = self.codes[self.chunks[self.items[k][1]].first] == "M"
        return said and named and self.word_of_head(k - 2) in _RELATED

    def _of_persons(self, k: int) -> bool:
        """*gathered the survivors at Monte Arruit, which …*: what stands before the place is no *which*."""
        if k not in self.governed or self.kinds[k - 2 : k] != "NI" or self.lower[self.governed[k]] == "of":
            return False
        before = noun_classes().get(self.word_of_head(k - 2), _NO_CLASSES)
        return "person" in before and "force" not in before

    def _apposed(self, k: int) -> int:
        """*under Okello, an officer who had fled*: of the name and what stands in apposition to it, the name."""
        if self.kinds[max(k - 2, 0) : k] != "N," or k in self.governed or self._part_of_body(k - 2):
            return k
        name, phrase = self.chunks[self.items[k - 2][1]], self.chunks[self.items[k][1]]
        if self.kinds[:1] in set("QWpg") and "," not in self.kinds[: k - 1]:
            return k  # *When they reached Lund, the archbishop, who …*: the comma closes the clause that opens the sentence
        described = self.codes[phrase.first] == "D" and self.codes[phrase.head] == "N" and self.codes[name.head] == "M"
        return k - 2 if described and "person" in noun_classes().get(self.lower[phrase.head], ()) else k

    def _part_of_body(self, k: int) -> bool:
        """*the army of Lund, a general who*: of whose body a name tells; not *the memory of Lund*."""
        if k not in self.governed or self.lower[self.governed[k]] != "of" or self.kinds[k - 2 : k] != "NI":
            return False
        return not ACTING.isdisjoint(noun_classes().get(self.word_of_head(k - 2), _NO_CLASSES))

    def _peopled(self, k: int, relative: str) -> int:
        """*the garrison at Kars, who*, *sent troops across the border, who*: whoever stands before the place."""
        if relative not in _WHO or self._described(k):
            return k
        k = self._bearer(k)
        for back in range(self._settled(k), max(0, k - _PLACES), -2):
            of_people = _PEOPLE & noun_classes().get(self.word_of_head(back), _NO_CLASSES)
            if of_people:
                return back
            named = self.codes[self.chunks[self.items[back][1]].head] == "M"
            located = back in self.governed and self.lower[self.governed[back]] in _WHEREABOUTS
            placed = named or "place" in noun_classes().get(self.word_of_head(back), _NO_CLASSES)
            if not (located and placed and self.kinds[back - 2 : back] == "NI"):
                break
        return k

    def _described(self, k: int) -> bool:
        """*entrusted the army to his brother Theodore, who was beaten*: a person with a name."""
        phrase = self.chunks[self.items[k][1]]
        named = self.codes[phrase.head] == "M" and self.codes[phrase.first] in "DP"
        return named and "person" in noun_classes().get(self.lower[phrase.first + 1], _NO_CLASSES)

    def _bearer(self, k: int) -> int:
        """*a hundred Boers with two guns, who*, *disguised as a nurse, who*: nobody that stands before the word, but who bears it or looks so."""
        if k in self.governed and self.lower[self.governed[k]] == "as" and self.kinds[k - 4 : k] in ("N,pI", "N,VI"):
            return k - 4
        for back in range(k, max(-1, k - _LOAD), -1):
            if self.kinds[back] == "N":
                named = noun_classes().get(self.word_of_head(back), _NO_CLASSES)
                if back < k and _PEOPLE & named:
                    return back
                if not self._lifeless(back, named):
                    break
            elif self.kinds[back] not in "IKp,A" and self.kinds[back : back + 2] != "VI":
                break
        return k

    def _lifeless(self, k: int, named: frozenset[str]) -> bool:
        """*with a knife*, *for help*, *guns*: whether a noun phrase can be nobody."""
        phrase = self.chunks[self.items[k][1]]
        if self.codes[phrase.head] != "N" or _PEOPLE & named:
            return False
        if named or k not in self.governed:
            return bool(_BORNE & named) or (k in self.governed and _OF_MANY.isdisjoint(named))
        bare = phrase.last - phrase.first == 1 and not self.lower[phrase.head].endswith("s")
        carried = self.lower[self.governed[k]] in _CARRYING and self.codes[phrase.first] == "D"
        return carried or (bare and self.lower[self.governed[k]] in _ASKED_FOR)

    def _happening(self, k: int) -> int:
        """*a bombing of the embassy in Beirut, Lebanon, that killed 32*: no place kills; else the noun phrase itself."""
        place = self._settled(k)
        if k in self.governed and self.lower[self.governed[k]] == "between":
            # *a war between Ethiopia and Eritrea that killed 70,000*
            first = min(item for item, token in self.governed.items() if token == self.governed[k])
            fought = self.kinds[first - 2 : first] == "NI" and first > 1
            event = fought and "event" in noun_classes().get(self.word_of_head(first - 2), _NO_CLASSES)
            return first - 2 if event else k
        named = self.codes[self.chunks[self.items[place][1]].head] == "M"
        built = not {"place", "facility"}.isdisjoint(noun_classes().get(self.word_of_head(place), _NO_CLASSES))
        joint = self.lower[self.governed[place]] if place in self.governed else ""
        if not (joint in _STANDING_IN and named) and not (joint in _STRUCK and (named or built)):
            return k
        for back in range(place - 2, max(-1, place - _PLACES), -2):
            if self.kinds[back : back + 2] == "tI":
                # *an attack on 13 December off Mindoro which killed 310*
                continue
            if self.kinds[back : back + 2] != "NI":
                break
            if "event" in noun_classes().get(self.word_of_head(back), _NO_CLASSES):
                return back
        return k

    def _settled(self, k: int) -> int:
        """*a captain from Leeds, England who*: of a place and the country it is in, the place; else the noun phrase itself."""
        named = all(self.codes[self.chunks[self.items[i][1]].first] == "M" for i in (k - 2, k) if self.kinds[i] == "N")
        placed = k - 2 in self.governed and self.lower[self.governed[k - 2]] in _STANDING_IN
        return k - 2 if placed and named and self.kinds[k - 2 : k] == "N," else k

    def _led(self, k: int) -> int:
        """*a fleet under Datis, which*, *an army led by Datis that*: what he led."""
        word = self.lower[self.governed[k]] if k in self.governed else ""
        if word == "under" and self.kinds[k - 2 : k] == "NI":
            return k - 2
        if word == "by" and self.kinds[k - 3 : k] in ("NpI", "NVI") and self.word(k - 2) in _LED:
            body = "force" in noun_classes().get(self.word_of_head(k - 3), ())
            return k - 3 if body else k
        return k

    def whole(self, k: int, relative: str = "") -> int:
        """*a division of the corps that …*, *the forces in Kut who …*: of a body and what it is part of or where it is, the body; else the noun phrase itself."""
        if k not in self.governed or k < 2 or self.kinds[k - 2 : k] != "NI":
            return k
        named = self.codes[self.chunks[self.items[k][1]].head] == "M"
        war = self.codes[self.chunks[self.items[k - 2][1]].head] == "M" and self.word_of_head(k - 2) in _WARS
        if war and relative in _THINGS and self.lower[self.governed[k]] == "of":
            # *the War of the Spanish Succession, which broke out*
            return k - 2
        if self.lower[self.governed[k]] == "of" or (named and self.lower[self.governed[k]] in _STANDING_IN):
            head = self.lower[self.chunks[self.items[k - 2][1]].head]
            classes = noun_classes().get(head, _NO_CLASSES)
            person = self.codes[self.chunks[self.items[k - 2][1]].head] == "M" and "force" not in classes
            if named and relative in _WHOSE and person:
                # *Stephen of Blois, who had fled*; not *the commander of the Army of the Potomac, who*
                return k - 2
            of_one = "person" in classes and classes <= PERSONS and not head.endswith("s")
            if relative in _THINGS and of_one and not named:
                # *the commander of the units that invaded Chaco*
                return k
            if not classes.isdisjoint(ACTING):
                return self.whole(k - 2, relative)
        return k
