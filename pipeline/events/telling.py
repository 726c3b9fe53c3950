"""The first telling of an event noun: a circumstance, a cause or a named deed that the text has not spoken of before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.support import INDEFINITE, SupportedNoun
from pipeline.rules.grammar import ANSWERS, forms_of
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.events.scene import Candidate, Scene

__all__ = ["AFTER", "CAUSES", "FEARED", "NAMED_BY", "TIMES", "FirstTelling"]

_CIRCUMSTANCES = frozenset(
    {
        "in", "during", "after", "following", "by", "from", "with", "despite", "amid", "through", "since", "before", "to", "under",
        "of",
    }
)  # fmt: skip
FEARED = frozenset(
    {
        "threat", "threats", "danger", "risk", "fear", "fears", "prospect", "possibility", "likelihood", "spectre", "experience", "end",
        "history", "theory", "art", "science", "cost", "costs", "effects", "case", "event", "menace", "imminence", "expectation", "chance",
        "chances", "hope", "hopes", "idea", "notion", "question", "absence", "lack", "anticipation", "dread",
    }
)  # fmt: skip
# What may stand before a preposition that then tells why something was done.
_LED_UP = {
    "of": frozenset(
        {
            "because",
            "result",
            "consequence",
            "wake",
            "aftermath",
            "news",
            "word",
            "tidings",
            "heard",
            "hearing",
            "learned",
            "learnt",
            "learning",
            "informed",
            "told",
            "notified",
            "apprised",
            "advised",
            "report",
            "reports",
            "advantage",
            "account",
            "view",
            "light",
            "celebration",
            "honour",
            "honor",
            "occasion",
            "recognition",
        }
    ),
    "to": frozenset(
        {
            "response",
            "reaction",
            "reply",
            "due",
            "owing",
            "thanks",
            "react",
            "reacted",
            "reacting",
            "respond",
            "responded",
            "responding",
            "replied",
            "succumbed",
            "succumb",
        }
    ),
    "for": ANSWERS
    | frozenset(
        {
            "rewarded",
            "knighted",
            "decorated",
            "honoured",
            "honored",
            "promoted",
            "commended",
            "credited",
            "blamed",
            "punished",
            "fined",
            "court-martialled",
            "court-martialed",
            "executed",
            "shot",
            "hanged",
            "dismissed",
            "imprisoned",
            "responsible",
            "blame",
            "credit",
            "responsibility",
            "punishment",
            "reward",
            "medal",
            "compensation",
        }
    ),
}
AFTER = frozenset({"after", "following", "despite", "amid", "amidst"})
CAUSES = frozenset({"after", "following", "by", "from", "in", "with", "despite"})
_UPON = frozenset({"on", "upon"})
"""What opens a time by who came, or left (*on the arrival of the fleet*)."""
TIMES = frozenset({"before", "until", "upon", "since", "on"})
_DONE_WITH = frozenset({"BATTLE", "TERRITORY", "REMOTE", "POLITICS", "PROTEST", "VIOLENCE"})
"""Types of what a deed can be done with (*broke the deadlock with a coup*)."""
_MOVES = frozenset(
    {"TERRITORY.withdraw", "TERRITORY.advance", "MOVEMENT.arrive", "MOVEMENT.deploy", "HUMANITARIAN.displace", "DETENTION.release"}
)  # fmt: skip
_WAYS = frozenset({"from", "to", "into"})
"""What names whence or whither one moved (*following his escape from Dublin Castle*)."""
_BEHIND = frozenset({"behind", "under"})
"""What an army advances behind, or under (*advanced behind a barrage*)."""
_EVERY = frozenset({"each", "every"})
_MOMENTS = frozenset({"day", "morning", "evening", "night", "eve", "moment", "hour", "time", "date"})
"""At what a deed is dated by another (*on the day of the capture of Kut*)."""
_LISTING = frozenset("IK,")
_LONGEST_LIST = 6
_MEANING = frozenset(
    {"became", "meant", "was", "were", "had", "remained", "represented", "proved", "constituted", "formed", "lasted", "took", "involved", "included", "featured", "saw", "lacked", "cost"}
)  # fmt: skip
_SPARKING = frozenset(
    {
        "led",
        "sparked",
        "prompted",
        "triggered",
        "provoked",
        "caused",
        "precipitated",
        "ignited",
        "unleashed",
        "outraged",
        "enraged",
        "shocked",
        "inflamed",
        "set",
    }
)
_EXPOSED = frozenset(
    {"afraid", "fearful", "wary", "vulnerable", "susceptible", "apprehensive", "exposed", "prone", "liable"}
)
_SITES = frozenset({"at", "near"})
NAMED_BY = frozenset({"of", "at", "by", "on", "against", "near"})


@cache
def _fearing() -> frozenset[str]:
    """Forms of the verbs of who is afraid of what may come; what is expected is planned."""
    return forms_of(("fear", "dread", "risk"))


@cache
def _guarding() -> Mapping[str, frozenset[str]]:
    """Forms of the verbs of who makes ready for what may come, by the preposition behind them."""
    return {"against": forms_of(("guard", "protect", "defend", "secure", "brace")), "for": forms_of(("brace", "wait"))}


class FirstTelling(SupportedNoun):
    """An event noun asked whether it tells of something new."""

    def _first_telling(self, told: list[Candidate]) -> bool:
        """An indefinite noun phrase that names a circumstance, or a definite one with who or whom that names a cause told of first."""
        scene = self.scene
        preposition = scene.prepositions.get(self.chunk, self._of_list())
        word = scene.lower[preposition] if preposition is not None else ""
        argued = self._argued()
        if word == "of" and preposition is not None and scene.lower[preposition - 1] in FEARED:
            return False
        if self._included_in(word) or self._answered(word, preposition) or self._at_time_of(word, preposition):
            word = "after"
        if self._begins(preposition):
            return True
        if self.definite:
            # *rested on the arrival of the fleet*, but *restrictions on the withdrawal from Kut*
            timed = word in TIMES and not (word in _UPON and scene.parse.codes[(preposition or 0) - 1] == "N")
            told_of = word in CAUSES or (timed and (self._named() or self._done_by()))
            return (
                (told_of or self._subject_of_past())
                and (argued or self._done_by() or self._named() or self._of_place())
                and not self._known(told)
            )
        if self._bare() and self._named() and self._subject_of_past():
            return not self._known(told)
        if self._spoken_with(word, preposition) or (self._after_time(word, preposition) and not self._known(told)):
            return True
        if self.candidate.rule.entry.weak:
            plural = scene.lower[self.candidate.last - 1].endswith("s")
            several = word in AFTER and plural and not self.definite
            # *destroyed amid bombardment by the fleet*, *delayed by Union counterattacks*
            several = several or (word in AFTER and self._by_itself() and argued)
            done = word == "by" and plural and self.candidate.rule.type not in {"AGREEMENT", "HUMANITARIAN"}
            whose = self._modified() or scene.parse.codes[self.candidate.first - 1] == "M"
            several = several or (done and whose and not self.definite)
            # *Cities were paralysed by strikes and protests*
            several = several or (word == "by" and plural and self.candidate.rule.type == "PROTEST")
            # *opened a new front with landings at Anzio*
            several = several or self._means(word, plural=plural)
            # *following Confederate defeat at Sailor's Creek*
            several = several or (word in AFTER and not self.definite and self.opening not in _EVERY and self._named())
            indefinite = self.opening in INDEFINITE and (
                word in AFTER
                or (word == "of" and argued)
                or (word in {"in", "during", "by"} and self.opening in {"a", "an"} and bool(scene.tail(self.chunk)))
                or (word == "by" and self.opening in {"a", "an", "another"} and self._modified())
                or (word in _BEHIND and self.opening in {"a", "an"} and self.candidate.rule.type == "REMOTE")
                or (word == "with" and self.opening in {"a", "an"} and self.candidate.rule.type in _DONE_WITH)
                or (
                    word == "on"
                    and self.opening in {"a", "an"}
                    and self.candidate.rule.subtype in {"raid", "offensive"}
                )
            )
            # *In the ensuing siege many died*
            ensued = word in {"in", "during"} and self.ensues()
            return several or indefinite or ensued
        phrase = scene.chunks[self.chunk]
        if word == "during" and phrase.first + 1 == phrase.last and not scene.tail(self.chunk):
            # *destroyed during fighting*
            return False
        return word in _CIRCUMSTANCES or (
            argued and scene.parts.get(self.chunk, (None, ""))[1] in ("object", "oblique")
        )

    def _means(self, word: str, *, plural: bool) -> bool:
        """*with landings in Provence*, *through attacks on Riga*: several deeds by which another was done."""
        done = self.candidate.rule.type in _DONE_WITH or self.candidate.rule.type == "MOVEMENT"
        if word not in {"with", "through"} or not (plural and done) or self.definite:
            return False
        scene = self.scene
        named = [scene.chunks[chunk] for word, chunk in scene.tail(self.chunk)[:1] if word in NAMED_BY or word == "in"]
        return any("M" in scene.parse.codes[phrase.first : phrase.last] for phrase in named)

    def _awaited(self) -> bool:
        """*feared an attack on Narva*, *guarded against a landing*, *vulnerable to raids*: what has not come, and may never."""
        scene, at = self.scene, self.scene.prepositions.get(self.chunk)
        clause, part = scene.parts.get(self.chunk, (None, ""))
        verb = scene.verb(clause) if clause is not None else 0
        if part == "object" or (part == "subject" and clause is not None and scene.passive(clause)):
            return scene.lower[verb] in _fearing()
        if not at or part == "subject":
            return False
        return scene.lower[at - 1] in _EXPOSED or scene.lower[verb] in _guarding().get(scene.lower[at], ())

    def _of_list(self) -> int | None:
        """*despite the murder of two envoys and a new offensive, …*: the preposition that opens the list in which the noun phrase stands."""
        scene, at = self.scene, self.chunk
        if scene.parse.codes[scene.chunks[at].first - 1] != "K" or scene.parts.get(at, (None, ""))[1] == "subject":
            return None
        for _ in range(_LONGEST_LIST):
            at -= 1
            if at < 0:
                return None
            first, last = scene.chunks[at].first, scene.chunks[at].last
            if not _LISTING.issuperset(scene.parse.codes[last : scene.chunks[at + 1].first]):
                return None
            preposition = scene.prepositions.get(at)
            if preposition is not None and scene.lower[preposition] in AFTER:
                return preposition
            if preposition is None and scene.parse.codes[first - 1] not in "K,":
                return None
        return None

    def _answered(self, word: str, preposition: int | None) -> bool:
        """*in response to the invasion of Kuwait*, *because of a revolt*, *at the news of the fall of Acre*: what a deed answered or came of."""
        if not preposition or word not in _LED_UP:
            return False
        return self.scene.lower[preposition - 1] in _LED_UP[word]

    def _included_in(self, word: str) -> bool:
        """*many crimes, including the massacre at Agdaban*: one of a kind that a text goes on to tell of; not *82 attacks, including 69 air strikes*."""
        scene, rule, first = self.scene, self.candidate.rule, self.scene.chunks[self.chunk].first
        if word != "including" or rule.type == "REMOTE" or rule.subtype in ("clash", "found"):
            return False
        return "C" not in scene.parse.codes[first : self.candidate.first]

    def _at_time_of(self, word: str, preposition: int | None) -> bool:
        """*on the day of the capture of Kut*, *within days of the fall of Granada*: another deed is dated by this one."""
        scene = self.scene
        time = scene.chunk_of[preposition - 1] if word == "of" and preposition else -1
        before = scene.prepositions.get(time) if time >= 0 else None
        if before is None or not (self._named() or self._done_by()):
            return False
        return scene.head(time) in _MOMENTS or (scene.lower[before] == "within" and scene.chunks[time].temporal)

    def _of_place(self) -> bool:
        """*after the fortress's capture*, *with the town's fall*: what place it befell stands before the noun."""
        scene, first = self.scene, self.scene.chunks[self.chunk].first
        owner = scene.parse.codes.find("S", first, self.candidate.first) - 1
        return owner >= first and "place" in scene.classes.get(scene.lower[owner], ())

    def _bare(self) -> bool:
        """*Defeat at Gaines' Mill convinced him*, *Union victory at Rich Mountain*: a victory without an article."""
        return self.candidate.rule.subtype == "victory" and not self.definite and self.opening not in INDEFINITE

    def _by_itself(self) -> bool:
        """Whether no article, number or adjective stands before the noun."""
        return self.scene.chunks[self.chunk].first == self.candidate.first

    def _done_by(self) -> bool:
        """*following the desertion of his allies*, *with the retreat of the rearguard*: whose deed it was stands behind *of*."""
        tail = self.scene.tail(self.chunk)[:1]
        of = bool(tail) and tail[0][0] == "of" and self.candidate.rule.roles.get("of") == "initiator"
        # *after the surrender of the fortress*: of who held it
        held = self.candidate.rule.subtype == "surrender" and of and self.scene.is_a(tail[0][1], "place", "facility")
        return held or (of and self.scene.is_a(tail[0][1], "force", "person", "polity"))

    def _modified(self) -> bool:
        """*expelled by a native uprising*, *ended by a Persian victory*: an adjective or a name says whose or what kind."""
        first = self.scene.chunks[self.chunk].first + 1
        return not {"J", "M", "N"}.isdisjoint(self.scene.parse.codes[first : self.candidate.first])

    def _named(self) -> bool:
        """A name stands for who, whom or where: *the fall of Ekaterinburg*, *the defeat at Savenay*, *Hasdrubal's assassination*."""
        scene = self.scene
        moved = f"{self.candidate.rule.type}.{self.candidate.rule.subtype}" in _MOVES
        for word, chunk in scene.tail(self.chunk)[:2]:
            if (word in NAMED_BY or (moved and word in _WAYS)) and "M" in scene.parse.codes[
                scene.chunks[chunk].first : scene.chunks[chunk].last
            ]:
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
        if part != "subject" or clause is None or not self._narrated(clause):
            return False
        words = {word for word, _ in scene.tail(self.chunk)}
        if "into" in words and self._sparked(clause):
            return True
        if "of" not in words:
            # *Selim's arrival at Varna induced the tsar to retreat*, *the French defeat at Sedan ended the empire*
            outcome = self.candidate.rule.subtype == "victory"
            whose = self._owned() or self._bare() or (outcome and (self._of_name() or self._brought_about(clause)))
            if self._genitive() and self._brought_about(clause) and self.candidate.rule.subtype != "advance":
                # *Fort Henry's fall opened the river*, but *Early's advance reached the town*
                return self._named()
            # *Russia's defeat in the Crimean War*
            lost_in = outcome and "in" in words and self._genitive()
            return whose and (not words.isdisjoint(NAMED_BY) or lost_in) and self._named()
        # *On 13 July, the murder of Marat led to …*
        before = scene.parse.codes[scene.clauses[clause].first : scene.chunks[self.chunk].first]
        # *Saladin's capture of Jerusalem prompted …*
        if "by" in words:
            return True
        if self._sparked(clause) or self._brought_about(clause):
            return True
        told_by_whom = self._owned() or not {"t", "a"}.isdisjoint(before) or self._brought_about(clause)
        return told_by_whom and self._named()

    def _sparked(self, clause: int) -> bool:
        """*The killing of four men led to riots*, *The arrest of the leader sparked protests*: what others answered with their deeds."""
        scene = self.scene
        of = next((chunk for word, chunk in scene.tail(self.chunk) if word in ("of", "into")), None)
        if of is None or scene.passive(clause):
            return False
        counted = scene.parse.codes[scene.chunks[of].first] == "C"
        verb = scene.lower[scene.verb(clause)]
        return verb in _SPARKING or (counted and verb not in _MEANING)

    def _brought_about(self, clause: int) -> bool:
        """*The capture of Guipúzcoa isolated the province*: a deed did it; not *The Battle of Jinju became the origin of a feast*."""
        scene = self.scene
        rule = self.candidate.rule
        acts = scene.lower[scene.verb(clause)] not in _MEANING and rule.type != "CASUALTY" and rule.subtype != "clash"
        behind = scene.group(clause).last
        led_to = scene.lower[scene.verb(clause)] == "led" and scene.lower[behind : behind + 1] == ["to"]
        return acts and (led_to or bool(scene.clauses[clause].objects)) and not scene.passive(clause)

    def _owned(self) -> bool:
        """*Selim's arrival at Varna*, *the rebel victory at Oulart*: whose deed it is stands before the noun."""
        first = self.scene.chunks[self.chunk].first
        return self._genitive() or bool(self.scene.actors_in(first, self.candidate.first))

    def _spoken_with(self, word: str, preposition: int | None) -> bool:
        """*after talks with the mediator*, *after two years of negotiations*: a bare plural of what parties do together."""
        scene = self.scene
        if self.candidate.rule.subtype != "negotiate" or self.opening in INDEFINITE:
            return False
        if self._after_time(word, preposition):
            return True
        return word in {"after", "following"} and bool(scene.tail(self.chunk))

    def _after_time(self, word: str, preposition: int | None) -> bool:
        """*after three days of protests*: how long it lasted before what followed."""
        scene = self.scene
        time = scene.chunk_of[preposition - 1] if word == "of" and preposition else -1
        before = scene.prepositions.get(time) if time >= 0 and scene.chunks[time].temporal else None
        return before is not None and scene.lower[before] in {"after", "following"}

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


def _names(scene: Scene, candidate: Candidate) -> set[str]:
    """The names around a trigger: of its noun phrase and what hangs on it, or of its clause."""
    first, last = candidate.sentence.first, candidate.sentence.last
    if candidate.chunk is not None and candidate.chunk >= 0:
        tail = scene.tail(candidate.chunk)
        first = scene.chunks[candidate.chunk].first
        last = scene.chunks[tail[-1][1]].last if tail else scene.chunks[candidate.chunk].last
    elif candidate.clause is not None:
        first, last = scene.clauses[candidate.clause].first, scene.clauses[candidate.clause].last
    # *Murad III* and *Mehmed III* share no name.
    named = (scene.lower[at] for at in range(first, last) if scene.parse.codes[at] == "M")
    return {name for name in named if name.strip("ivxl.")}
