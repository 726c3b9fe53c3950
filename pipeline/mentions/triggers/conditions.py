"""Conditions of trigger rules, checked against the noun phrases and words around a candidate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.mentions.triggers.features import Features
from pipeline.mentions.triggers.pronouns import Pronouns
from pipeline.rules.events import TriggerRule
from pipeline.rules.grammar import AIMS, PARTICLES, WAS
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import Chunk, Clause, Parse, Tokens
    from pipeline.rules import ByFirstWord

__all__ = ["Around"]

_ROUGHLY = frozenset({"between", "about", "around", "over"})
# What these govern was done.
_ACHIEVES = frozenset(
    {
        "managed",
        "continued",
        "proceeded",
        "went",
        "began",
        "started",
        "compelled",
        "forced",
        "obliged",
        "helped",
        "came",
    }
)
# What stands between two verbs that share an object; the particle of the first may.
_JOINTS = frozenset({"K", ",", ",K", "IK", "AK", "KA", ",KA"})
_WAYS = frozenset({"land", "sea", "air", "water", "night", "day", "road", "rail", "storm", "surprise", "force"})
_WHITHER = frozenset({"to", "into"})
# *hit the depot using rockets*, *was carried out using rockets*: with them.
_USING = (["using"], ["employing"])
_HUNG = frozenset({"by", "from"})
_BY_MEANS = frozenset({"with", "by", "from", "as", "to", "into"})
_THERE = frozenset({"in", "at", "on", "near", "outside"})
_RIGHTS = frozenset({"right", "obligation", "need", "desire", "wish", "willingness", "interest"})
# The last words of phrases whose object stands behind them: *gained control of the committee*.
_JOINING = frozenset({"of", "over", "in", "into", "from", "against", "to", "on", "upon", "at"})
_THEREUPON = frozenset({"prior", "due", "subsequent"})
"""Adjectives that with *to* say when or why."""
"""Links of clauses that may tell what was only tried."""
_SENTENCE = attrgetter("sentence")


class Around(Features):
    """The surroundings of the triggers of one text."""

    def __init__(self, tokens: Tokens, parse: Parse) -> None:
        super().__init__(tokens, parse)
        self.sentence_of = tokens.sentence_of
        # Features of their own: through these here, all records of a text would hold each other, and wait for the garbage collector.
        self.pronouns = Pronouns(tokens, parse, Features(tokens, parse, self.known).features)
        self._known_objects: dict[int, tuple[int, ...]] = {}
        self._known_told: dict[int, frozenset[str]] = {}

    def _quantity(self, clause: Clause, head: int) -> tuple[int, ...]:
        """*lost between 5,700 and 8,000 men*, *lost about a quarter of its men*: the object stands behind a preposition."""
        if not clause.obliques or head + 1 >= len(self.lower) or self.lower[head + 1] not in _ROUGHLY:
            return ()
        found = tuple(
            c
            for at, c in clause.obliques
            if at == head + 1 and ("C" in self._codes(c) or "@partitive" in self.features(c))
        )
        return found[::-1]

    def _shared(self, clause: Clause, index: int) -> tuple[int, ...]:
        """*seized and occupied the port*, *cut off and surrounded the town*: the object of the coordinated verb that follows at once."""
        clauses, groups = self.parse.clauses, self.parse.groups
        if index + 1 >= len(clauses):
            return ()
        follower, own = clauses[index + 1], groups[clause.group]
        other = groups[follower.group]
        between = slice(own.last, other.first)
        joined = self.codes[between].strip('"') in _JOINTS and "but" not in self.lower[between]
        hung = follower.link == "participle" and self.codes[own.head] != "G"
        # *Recovering, leaving Comyn behind him, …*: what closes no list
        hung = hung or (self.codes[between] == "," and not self._lists_on(index + 1))
        if not joined or hung or other.passive or follower.subjects != clause.subjects:
            # *attacked, capturing nine guns*: what they attacked is not told.
            return ()
        # *intercepted and drove off the fleet*: behind the particle.
        goes_on = follower.link == "conjunct"
        parted = tuple(c for at, c in follower.obliques if goes_on and at == other.last and self.lower[at] in PARTICLES)
        return follower.objects or parted or self._shared(follower, index + 1)

    def _lists_on(self, index: int) -> bool:
        """*besieging, taking and burning the town*: whether a clause of a list of participles goes on to another."""
        clauses, groups = self.parse.clauses, self.parse.groups
        if clauses[index].link != "participle":
            return True
        behind = groups[clauses[index].group].last
        return index + 1 < len(clauses) and self.codes[behind : groups[clauses[index + 1].group].first] in _JOINTS

    def verb_fits(self, rule: TriggerRule, index: int, head: int, end: int, passive: bool) -> bool:
        """Whether a clause meets the conditions of a verb rule of its voice; ``end`` is the token after the trigger's phrase."""
        if not passive and rule.object and not rule.phrase:
            # Half of all rules fail for their object, which is the same for every one of them without a phrase.
            told = self._told_of_objects(index, head)
            if told and told.isdisjoint(rule.object):
                return False
        clause = self.parse.clauses[index]
        if rule.finite and not self.parse.groups[clause.group].finite and not self._achieved(clause):
            return False
        if (rule.following or rule.not_following) and not self._next_fits(rule, clause, end):
            return False
        if rule.not_behind and clause.objects and self._is_behind(self._behind_object(clause), rule.not_behind):
            return False
        if rule.without and not rule.without.isdisjoint(self.lower[clause.first : clause.last]):
            return False
        if rule.preceding and self.lower[head - 1] not in rule.preceding:
            return False
        if rule.not_preceding and self.lower[head - 1] in rule.not_preceding:
            return False
        if rule.means and not self._by_means(rule.means, clause):
            return False
        if passive:
            patients = self._patients(rule, clause, head)
            if rule.entry.voice == "passive":
                return self._fits(rule.subject, rule.not_subject, patients)
            if not patients and not _wide(rule, rule.entry.object):
                return False
            return self._fits(rule.object, rule.not_object, patients, lenient=True) and self._fits(
                rule.subject, rule.not_subject, self._agents(clause), lenient=_wide(rule, rule.entry.subject)
            )
        if (rule.object or rule.not_object) and not self._fits(
            rule.object, rule.not_object, self._objects(rule, index, head, end)
        ):
            return False
        if not (rule.subject or rule.not_subject):
            return True
        if "@several" in rule.subject and len(clause.subjects) < 2:
            return False
        doers = () if clause.link in AIMS and self._attempted(clause) else clause.subjects
        return self._fits(rule.subject, rule.not_subject, doers, lenient=rule.entry.priority <= 0)

    def _patients(self, rule: TriggerRule, clause: Clause, head: int) -> tuple[int, ...]:
        """*The rebels were given arms*: what is given is the object, to whom is the subject."""
        given = clause.objects and rule.gives(self.lower[head])
        return clause.objects if given else clause.subjects

    def _agents(self, clause: Clause) -> tuple[int, ...]:
        """*blockaded by the fleet*, but *blockaded by land and sea*: who does it, not the way it is done."""
        told = [c for at, c in clause.obliques if self.lower[at] == "by"]
        return tuple([c for c in told if self.lower[self.chunks[c].first] not in _WAYS]) if told else ()

    def _objects(self, rule: TriggerRule, index: int, head: int, end: int) -> tuple[int, ...]:
        """What an active verb does it to, as its rule has it: its objects, or what hangs on the phrase or stands behind it."""
        clause, phrase = self.parse.clauses[index], rule.phrase
        objects = self._direct(index, head)
        if not objects and rule.object and "@none" not in rule.object:
            objects = self._shared(clause, index)
        if not phrase:
            return objects
        # *took control*: the object is no more than a word of the phrase.
        alone = "@none" in rule.object and (not objects or self.lower[self.chunks[objects[0]].head] in phrase)
        inside = bool(objects) and self.chunks[objects[0]].first < end
        if not objects or (inside and (alone or phrase[-1] in _JOINING)):
            # *gained control of the committee*: the object hangs on the phrase; *came to his aid*: it is no more than a word of it.
            joining = phrase[-1] in _JOINING or not alone
            objects = tuple(c for at, c in clause.obliques if at < end and at > head) if joining else ()
            # *shot down two planes*, *blew up nearly all the bridges*
            at = end
            while at < len(self.codes) and self.codes[at] in "AC":
                at += 1
            behind = self.chunk_of[at] if at < len(self.chunk_of) else -1
            if behind >= 0 and self.chunks[behind].first in (at, end, end - 1) and not self.chunks[behind].temporal:
                # *put to death 260 prisoners*, *handed over 14 jets* (not more than 14); but *laid down its arms four days later*.
                objects = (behind,)
        return objects

    def _direct(self, index: int, head: int) -> tuple[int, ...]:
        """The objects of a clause, without a direction; asked once for all rules of its verb."""
        if (known := self._known_objects.get(index)) is not None:
            return known
        clause = self.parse.clauses[index]
        objects = clause.objects or self._quantity(clause, head)
        if objects and "@direction" in self.features(objects[0]) and self._codes(objects[0])[0] not in "DPM":
            # *marched southeast*; *marched southeast, their movements screened by horsemen*
            behind = self.chunks[objects[0]].last
            objects = () if self.lower[behind : behind + 1] == [","] else objects[1:]
        self._known_objects[index] = objects
        return objects

    def _told_of_objects(self, index: int, head: int) -> frozenset[str]:
        """What conditions can name of any of these objects, or of what a pronoun among them stands for; nothing without objects."""
        told = self._known_told.get(index)
        if told is None:
            told = frozenset()
            for chunk in self._direct(index, head):
                told = told | self.features(chunk) | self.pronouns.features(chunk)
            self._known_told[index] = told
        return told

    def _achieved(self, clause: Clause) -> bool:
        """*managed to hold the pass*, *was able to hold it*, *after holding it*: told as done, though by no finite verb."""
        if clause.link == "gerund":
            return clause.marker is not None and self.lower[clause.marker] == "after"
        if clause.link != "infinitive" or clause.governor is None:
            return False
        above = self.parse.groups[self.parse.clauses[clause.governor].group].head
        before = self.parse.groups[clause.group].first - 1
        return self.lower[above] in _ACHIEVES or self.lower[before] == "able"

    def turned_fits(self, rule: TriggerRule, clause: Clause, head: int, end: int) -> bool:
        """Whether a phrase whose noun is the subject of its passive meets its conditions: *fire was opened on the convoy*."""
        noun = clause.subjects[0]
        if self.lower[self.chunks[noun].last] == "of":
            # *control of the town was taken*
            patients = tuple(range(noun + 1, len(self.chunks))[:1])
        else:
            patients = tuple(c for at, c in clause.obliques if head < at < end)
        agents = self._agents(clause)
        if not rule.without.isdisjoint(self.lower[clause.first : clause.last]):
            return False
        return self._fits(rule.object, rule.not_object, patients, lenient=True) and self._fits(
            rule.subject, rule.not_subject, agents, lenient=True
        )

    def _attempted(self, clause: Clause) -> bool:
        """*repelled Russian attempts to cross*, *efforts to advance were frustrated*: of an infinitive, not what is tried or planned acts, but whose it is."""
        if len(clause.subjects) != 1:
            return False
        phrase = self.chunks[clause.subjects[0]]
        noun = self.lower[phrase.head]
        begun = phrase.head == self.parse.groups[clause.group].first - 1 or self._is_what_was_meant(clause)
        if begun and noun in status_words().nouns and noun not in _RIGHTS:
            return True
        deed = clause.link == "purpose" and "@deed" in self.features(clause.subjects[0])
        return deed and not self.peoples.isdisjoint(self.lower[phrase.first : phrase.head])

    def _is_what_was_meant(self, clause: Clause) -> bool:
        """*The plan was to cross the Rhine*: the infinitive says what the subject of *was* is."""
        if clause.link != "infinitive" or clause.governor is None:
            return False
        above = self.parse.clauses[clause.governor]
        return above.subjects == clause.subjects and self.lower[self.parse.groups[above.group].head] in WAS

    def _by_means(self, wanted: frozenset[str], clause: Clause) -> bool:
        if "@there" in wanted and self._at_named_place(clause):
            return True
        for at, chunk in clause.obliques:
            if self.lower[at] in _BY_MEANS and not self._told_itself(at, chunk, wanted):
                first, end = self.chunks[chunk].first, self.chunks[chunk].last
                if self.lower[end : end + 1] == ["of"] and chunk + 1 < len(self.chunks):
                    # *an act of terrorism*
                    end = self.chunks[chunk + 1].last
                maker = self.features(chunk) if self.lower[at] == "by" and "@name" in wanted else ()
                named = "@name" in maker and "@force" not in maker
                named = named or ("@whither" in wanted and self.lower[at] in _WHITHER and self._is_named_place(chunk))
                if named or not wanted.isdisjoint(self.lower[first:end]):
                    return True
        end = clause.last + (self.lower[clause.last : clause.last + 1] == ["out"])
        if self.lower[end : end + 1] in _USING and not wanted.isdisjoint(self._phrase_at(end + 1)):
            return self.lower[end - 1] != "."
        return bool(clause.objects) and not wanted.isdisjoint(self._called(clause.objects[-1]))

    def _told_itself(self, at: int, chunk: int, wanted: frozenset[str]) -> bool:
        """*was hit by a missile strike*, *depots as well as artillery*: a deed that is told by its noun, or no means at all."""
        if self.lower[at] == "by":
            return "@event" in self.features(chunk) and self.lower[self.chunks[chunk].head] not in wanted
        return self.lower[at - 1 : at + 1] == ["well", "as"]

    def _at_named_place(self, clause: Clause) -> bool:
        """*left 200 men in Riga*, not *in despair*."""
        return any(self.lower[at] in _THERE and self._is_named_place(chunk) for at, chunk in clause.obliques)

    def _is_named_place(self, chunk: int) -> bool:
        """*was sent to Warsaw*, not *to King John*, *to the Senate*."""
        names = self.features(chunk)
        return "@name" in names and names.isdisjoint({"@person", "@force", "@time"}) and "D" not in self._codes(chunk)

    def _called(self, chunk: int) -> list[str]:
        """*called the raid a crime*, *branded it "murder"*, *termed it an act of war*: the words of the noun phrase right behind an object."""
        end = self.chunks[chunk].last
        end += self.lower[self.chunks[chunk].head] == "act" and self.lower[end : end + 1] == ["of"]
        end += self.codes[end : end + 1] == '"'
        behind = self.chunk_of[end] if end < len(self.chunk_of) else -1
        if behind < 0 or behind == chunk:
            return []
        last = self.chunks[behind].last
        if self.lower[last - 1 : last + 1] == ["act", "of"] and last + 1 < len(self.chunk_of):
            # *called the raid an act of piracy*
            last = max(last, self.chunks[self.chunk_of[last + 1]].last)
        return self.lower[end:last]

    def _fits(
        self, wanted: frozenset[str], barred: frozenset[str], chunks: tuple[int, ...], *, lenient: bool = False
    ) -> bool:
        if not wanted and not barred:
            return True
        if not chunks:
            return not wanted or lenient or "@none" in wanted
        if len(wanted) == 1 and "@none" in wanted:
            return False
        first = self.features(chunks[0])
        if barred and not first.isdisjoint(barred):
            return False
        if "@naval" in barred and "@naval" in self.pronouns.features(chunks[0]):
            # *she was captured*: a ship.
            return False
        if "@materiel" in barred and "@number" in first and "@materiel" in self.pronouns.counted(chunks[0]):
            # *chased four ships and captured two*
            return False
        if not wanted or not first.isdisjoint(wanted):
            return True
        if not self.pronouns.features(chunks[0]).isdisjoint(wanted):
            return True
        return len(chunks) > 1 and any(
            not self.features(c).isdisjoint(wanted) or not self.pronouns.features(c).isdisjoint(wanted)
            for c in chunks[1:]
        )

    def _next_fits(self, rule: TriggerRule, clause: Clause, end: int) -> bool:
        wanted, barred = rule.following, rule.not_following
        if barred:
            # *was engaged briefly in surveys*
            if self._reads_any(end, barred) and not self._time_follows(end):
                return False
            past = end + 1
            if self.codes[end:past] == "A" and self._reads_any(past, barred) and not self._time_follows(past):
                return False
        if not wanted or self._reads_any(end, wanted):
            return True
        for at, chunk in clause.obliques:
            # *was chosen by the council to command the army*
            if self.lower[at] in wanted and self._reads_any(at, wanted):
                return True
            if at == end and self.lower[at] == "by" and self._reads_any(self.chunks[chunk].last, wanted):
                return True
        # *pushed the militants away*, *sent Metellus to Numidia*, *to continue the war*, *agreed to reduce the ransom* (``@infinitive``)
        behind = self._behind_object(clause) if clause.objects else end
        # *named Mitre, president of Argentina, as commander*
        behind += self.lower[behind : behind + 2] == [",", "as"]
        if (behind != end and self._reads_any(behind, wanted)) or (
            "@infinitive" in wanted
            and self.codes[behind : behind + 1] == "i"
            and (behind != end or not self.parse.groups[clause.group].passive)
        ):
            return True
        # *was named supreme Allied commander*, *chose him as their interim president*: the word is the head of the phrase that follows.
        return self._heads_any(end, wanted) or (behind != end and self._heads_any(behind, wanted))

    def _is_behind(self, at: int, barred: ByFirstWord) -> bool:
        """Whether some words stand behind an object, or for ``@participle`` what was made of it (*leaving Bruce opposed by his son*), for ``@lasting`` how long."""
        if "@lasting" in barred and self._lasts(at):
            return True
        made_so = self.codes[at : at + 1] in ("p", "J") and self.lower[at] not in _THEREUPON
        return ("@participle" in barred and made_so) or self._reads_any(at, barred)

    def _lasts(self, at: int) -> bool:
        """*It took Napoleon three weeks to return*: whether a length of time with an infinitive stands at a token."""
        index = self.chunk_of[at] if at < len(self.chunk_of) else -1
        if index < 0 or not self.chunks[index].temporal:
            return False
        last = self.chunks[index].last
        return self.lower[last : last + 1] == ["to"]

    def _heads_any(self, at: int, wanted: ByFirstWord) -> bool:
        """Whether one of some words is the head of the noun phrase that begins at a token, or behind *as* there."""
        at += self.lower[at : at + 1] == ["as"]
        index = self.chunk_of[at] if at < len(self.chunk_of) else -1
        if index < 0 or self.chunks[index].first != at:
            return False
        head = self.lower[self.chunks[index].head]
        return (head,) in wanted.get(head, ())

    def _behind_object(self, clause: Clause) -> int:
        """The token behind the last object, and behind what it is part of (*led hundreds of men out*)."""
        last = self.chunks[clause.objects[-1]].last
        if self.lower[last : last + 1] == ["of"] and last + 1 < len(self.chunk_of) and self.chunk_of[last + 1] >= 0:
            return self.chunks[self.chunk_of[last + 1]].last
        return last

    def _time_follows(self, at: int) -> bool:
        """*fell on 18 September*: the preposition belongs to a phrase of time."""
        nxt = at + 1
        return self.codes[at] in "Iq" and any(chunk.first == nxt and chunk.temporal for chunk in self._chunks_at(nxt))

    def _chunks_at(self, token: int) -> tuple[Chunk, ...]:
        index = self.chunk_of[token] if token < len(self.chunk_of) else -1
        return (self.chunks[index],) if index >= 0 else ()

    def _reads_any(self, at: int, phrases: ByFirstWord) -> bool:
        """Whether one of some words or phrases stands at a token."""
        if not phrases or at >= len(self.lower):
            return False
        if self.codes[at] == "C" and "@number" in phrases:
            return True
        begun = phrases.get(self.lower[at])
        if not begun:
            return False
        if self.codes[at : at + 2] == "MM" and "direction" in self.classes.get(self.lower[at], ()):
            # *forced North Vietnam to yield*: a name says no direction; but *was proclaimed King Henry IV*
            return False
        for words in begun:
            if len(words) > 1:
                last = at + len(words) - 1
                numbered = words[-1] == "@number" and self.codes[last : last + 1] in ("C", "a")
                if tuple(self.lower[at : last + 1]) == words or (numbered and tuple(self.lower[at:last]) == words[:-1]):
                    return True
            elif words != ("to",) or self.codes[at] != "i":
                # *forced to retreat*: this *to* is no preposition.
                return True
        return False

    def noun_fits(self, rule: TriggerRule, at: int, chunk: int) -> bool:
        """Whether the words around an event noun meet its rule's conditions."""
        if rule.preceding or rule.not_preceding:
            before = self.lower[self.chunks[chunk].first : at] if chunk >= 0 else self.lower[max(0, at - 1) : at]
            words, phrases = _parted(rule.not_preceding)
            if not words.isdisjoint(before) or (phrases and any(phrase in " ".join(before) for phrase in phrases)):
                return False
            counted = "@number" in rule.preceding and chunk >= 0 and "C" in self.codes[self.chunks[chunk].first : at]
            if rule.preceding and not counted and not any(word in before for word in rule.preceding):
                return False
        if (rule.of or rule.not_of) and not self._of_fits(rule, chunk):
            return False
        if rule.without:
            sentence = self.sentence_of[at]
            if not rule.without.isdisjoint(self.lower[sentence.first : sentence.last]):
                return False
        if rule.doer and rule.doer.isdisjoint(self._doers(at, chunk)):
            return False
        behind = at + 1 + len(rule.phrase)
        if rule.means and not (self._means_behind(rule.means, behind) or self._told_with(rule.means, chunk)):
            return False
        return self._words_after(rule, at + 1 + len(rule.phrase))

    def _means_behind(self, means: frozenset[str], token: int) -> bool:
        """*an attempt on the king's life*, *his entry into Lund*: whether the noun phrase at a token has the means, or names a place."""
        index = self.chunk_of[token] if token < len(self.chunk_of) else -1
        named = "@there" in means and index >= 0 and self._is_named_place(index)
        return named or not means.isdisjoint(self._phrase_at(token))

    def _told_with(self, means: frozenset[str], chunk: int) -> bool:
        """*The attack was carried out with a missile*, *a strike near Kut by a missile*: whether the verb of a noun, or a phrase behind it, has the means."""
        sentence = self.sentence_of[self.chunks[chunk].first]
        if chunk < 0 or means.isdisjoint(self.lower[sentence.first : sentence.last]):
            return False
        return self._hung_with(means, chunk) or any(
            self._tells(c, chunk) and self._by_means(means, c) for c in self._clauses_of(chunk)
        )

    def _hung_with(self, means: frozenset[str], chunk: int) -> bool:
        """Whether one of the phrases in a row behind a noun phrase has the means."""
        behind = chunk + 1
        while behind < len(self.chunks) and self.parse.prepositions.get(behind) == (
            joint := self.chunks[behind - 1].last
        ):
            phrase, behind = self.chunks[behind], behind + 1
            if self.lower[joint] in _HUNG and not means.isdisjoint(self.lower[phrase.first : phrase.last]):
                return True
        return False

    def _tells(self, clause: Clause, chunk: int) -> bool:
        """Whether a clause says that what a noun phrase names took place."""
        if self.parse.groups[clause.group].passive:
            return chunk in clause.subjects
        return chunk in clause.objects or any(c == chunk and self.lower[at] == "under" for at, c in clause.obliques)

    def _clauses_of(self, chunk: int) -> Sequence[Clause]:
        """The clauses of the sentence in which a noun phrase stands."""
        clauses = self.parse.clauses
        sentence = self.sentence_of[self.chunks[chunk].first].index if chunk >= 0 else -1
        return clauses[bisect_left(clauses, sentence, key=_SENTENCE) : bisect_right(clauses, sentence, key=_SENTENCE)]

    def _doers(self, at: int, chunk: int) -> set[str]:
        """What conditions can name of those who do what a noun says: *RAF raids*, *raids by the RAF*, *The RAF carried out raids*."""
        if chunk < 0:
            return set()
        before = self.lower[self.chunks[chunk].first : at]
        found = {"@" + name for word in before for name in self.classes.get(word, ())}
        if "air" in before and "force" in before:
            found.add("@airforce")
        told = list(self._performers(chunk))
        if self.lower[self.chunks[chunk].last : self.chunks[chunk].last + 1] == ["by"] and chunk + 1 < len(self.chunks):
            told.append(chunk + 1)
        return found.union(*map(self.features, told))

    def _performers(self, deed: int) -> tuple[int, ...]:
        """Those who do what a noun phrase says, where it is what a verb of its sentence is about: *The RAF flew a series of raids*."""
        found: tuple[int, ...] = ()
        for clause in self._clauses_of(deed):
            group = self.parse.groups[clause.group]
            # *carried out raids*
            done = clause.objects or tuple(c for at, c in clause.obliques if at == group.last)
            for chunk in clause.subjects if group.passive else done:
                last = self.chunks[chunk].last
                if chunk + (self.lower[last : last + 1] == ["of"]) == deed:
                    found = self._agents(clause) if group.passive else clause.subjects
        return found

    def _phrase_at(self, token: int) -> list[str]:
        """The words of the noun phrase in which a token stands."""
        return [word for chunk in self._chunks_at(token) for word in self.lower[chunk.first : chunk.last]]

    def _of_fits(self, rule: TriggerRule, chunk: int) -> bool:
        """*the evacuation of the Sinai*, not *of the wounded*; *the execution of the king*, not *of the plan*."""
        last, nxt = self.chunks[chunk].last, chunk + 1
        if chunk >= 0 and self.codes[last : last + 1] == "K" and nxt < len(self.chunks) - 1:
            # *the capture and execution of the king*
            alone = self.chunks[nxt].first == last + 1 and self.chunks[nxt].last == last + 2
            last, nxt = (last + 2, nxt + 1) if alone and self.lower[last + 2 : last + 3] == ["of"] else (last, nxt)
        if chunk < 0 or nxt >= len(self.chunks) or self.lower[last] != "of" or self.chunks[nxt].first != last + 1:
            return not rule.of
        behind = self.features(nxt)
        return behind.isdisjoint(rule.not_of) and (not rule.of or not behind.isdisjoint(rule.of))

    def _words_after(self, rule: TriggerRule, end: int) -> bool:
        if self._reads_any(end, rule.not_following):
            return False
        return not rule.following or self._reads_any(end, rule.following)


def _wide(rule: TriggerRule, wanted: tuple[str, ...]) -> bool:
    """Whether a rule may guess an unnamed patient or agent: *held by Ukraine* says of no hostage, *was paralysed* of no riot."""
    return rule.entry.priority <= 0 and (not wanted or any(word[0] == "@" and word != "@none" for word in wanted))


@cache
def _parted(texts: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Of some words and phrases: all of them, and the phrases."""
    return frozenset(texts), tuple(text for text in texts if " " in text)
