"""Weighing: which runs of capitalised words are toponyms, by what the gazetteer, their form and their surroundings say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.frozen import replace
from pipeline.mentions.places.document import ACCEPT, Reading, accepted
from pipeline.mentions.places.evidence import LARGE, Evidence
from pipeline.mentions.places.neighbours import Neighbours
from pipeline.mentions.places.prominence import prominence, share_needed
from pipeline.mentions.places.runs import is_never_alone
from pipeline.mentions.places.surroundings import (
    APPOSED,
    QUOTED,
    Before,
)
from pipeline.records import Mention, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.mentions.places.runs import Run, Word

__all__ = ["Weigher"]

_FOCUS = 0.9
# What follows no name of a place right away: a noun, a number, a year (*in Unix systems*, *at Expo 2005*).
_NO_NEIGHBOUR = frozenset("NCa")
_HYPHENED = Before(local=0.5)
# *Parisian*, *Zapatistas*, *MiG-17*: an unknown name of this form is no place.
_NO_TOPONYM = re.compile(
    r"(?:[ie]an|ish|ese|is[tm]|ista|ology|ity|tion|ment|ness|ics|ware|sophy|ite|ic)s?$|\d|^[A-Z]-|'|-(?:held|led|controlled|occupied|backed|dominated|ruled|run|owned)$"
)
# *Russian-occupied Crimea*: an adjective before a name.
_COMPOUND = re.compile(r"[^-]{3,}(?:-[^-]+)*-[a-z]{3,}")
# *a Kiev-class carrier*: the place is not meant.
_MADE_OF_IT = frozenset({"class", "esque", "like", "style", "type"})
# *Forts Stevens and DeRussy*: a list follows.
_ANNOUNCING = frozenset({"camps", "forts", "mounts"})
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,2}")
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "ez", "ul", "ud"})
# "Prince William County", "Queen Charlotte Islands": the title belongs to the name.
_TITLED_KINDS = frozenset({"province", "island", "district", "water"})
_RISINGS = frozenset(
    {"uprising", "rising", "mutiny", "massacre", "offensive", "revolt", "rebellion", "riots", "pogrom", "landings"}
)
_DEEDS = frozenset({"battle", "massacre", "revolution", "rebellion", "uprising", "government", "parliament"})


class Weigher(Evidence):
    """Reads the runs of one document in order, then tells which of them are places."""

    # -------------------------------------------------------------------------------------------------- the outcome

    def places(self) -> tuple[Mention[Place], ...]:
        """The readings that are places, by what stands beside each and what the whole document says of the name."""
        Neighbours(self.tokens, self.codes, self.readings).weigh()
        self._follow_countries()
        return tuple(self._mention(reading) for reading in accepted(self.readings, self.persons))

    def _mention(self, reading: Reading) -> Mention[Place]:
        return Mention(reading.start, reading.end, Place(reading.text, reading.kind), f"place/{reading.rule}")

    def _follow_countries(self) -> None:
        """A name that few places bear is more likely meant where the text speaks of its country."""
        named = {r.country for r in self.readings if r.kind == "country"}
        named.update(self.peoples[word] for word in self.peoples.keys() & self.common)
        for reading in self.readings:
            if reading.kind == "city" and reading.country in named:
                reading.weight += _FOCUS
                reading.share *= 0.5

    # -------------------------------------------------------------------------------------------------- reading a run

    def read(self, run: Run) -> None:
        """Take in one run: find the readings in it, and the persons it names."""
        words: Sequence[Word] = run.words
        if len(words) > 1:
            parted = self._parted(run)
            if parted is not None:
                for words in parted:
                    self._read_words(words, run)
                return
        self._read_words(words, run)

    def _parted(self, run: Run) -> list[Sequence[Word]] | None:
        """The run at its first "of": whole when it is a name, its halves when they are two, less when a title or body rules it."""
        for i in range(1, len(run.words)):
            left, right = run.words[i - 1], run.words[i]
            between = self.text[left.end : right.start]
            if not between.startswith(" of"):
                continue
            whole = self.text[run.start : run.end]
            if self.gazetteer.lookup(whole) and run.words[0].text not in self.rules.context.titled:
                return None
            if left.text in self.rules.context.titled or self.rules.context.bodies.issuperset({left.lower}):
                return [run.words[:i]] if left.lower not in _DEEDS else [run.words[i:]]
            if left.lower in self.rules.types.of and not run.initial:
                return None
            return [run.words[:i], run.words[i:]]
        return None

    def _read_words(self, words: Sequence[Word], run: Run) -> None:
        rules = self.rules
        while len(words) > 1 and _COMPOUND.fullmatch(words[0].text):
            self._read_hyphened(words[0])
            words = words[1:]
        words = self._without_attributes(words)
        first, last = words[0], words[-1]
        start, end = first.start, last.end
        if len(words) == 1 and is_never_alone(first.text) and not (self._border(first) or self._mission(first)):
            if self.around.titled(start):
                self._person(words, known=True)
            return
        before = self.around.before(start)
        if before.titled:
            self._person(words, known=True)
            return
        if len(words) == 1:
            self._read_single(first, run, before)
            return
        whole = self.text[start:end]
        candidates = self.gazetteer.lookup(whole) if whole not in rules.stop.never else ()
        # *fighting in Khan Yunis*, *bombed Khan Yunis*
        town = candidates and (before.local >= 1 or candidates[0].population > LARGE)
        kept = (candidates and candidates[0].own) or town or rules.types.kind(last.lower) in _TITLED_KINDS
        if first.text in rules.persons.titles and not kept:
            self._person(words[1:], known=True)
            return
        named = first.text in rules.given_names and before.bonus < 1
        if candidates and not (named and candidates[0].population < 2_000_000):
            weight, kind = prominence(candidates)
            weight += 0.7 + self._meant(kind, before.bonus + self._after(words, before))
            self._add(start, end, weight, kind, "gazetteer", before)
            return
        if whole in rules.organisations or any(w.lower in rules.context.forces for w in words):
            return
        if last.lower in _RISINGS:
            # *the Warsaw Uprising*: where it was, if it is a place of note
            self._read_scene(start, words[-2].end, before)
            return
        if (
            last.lower in rules.context.bodies
            and last.lower not in rules.types.after
            and not self._civil(last, end, before.bonus)
        ):
            return
        if _INITIAL.fullmatch(first.text) and before.bonus < APPOSED and not self.gazetteer.lookup(first.text):
            self._person(words, known=True)
            return
        if self._read_typed(words, before):
            return
        if first.text in rules.given_names and before.bonus < APPOSED:
            self._person(words, known=True)
            return
        self._read_parts(words, run, before)

    def _read_scene(self, start: int, end: int, before: Before) -> None:
        """A name that gave its own to what happened there."""
        candidates = self.gazetteer.lookup(self.text[start:end])
        weight, kind = prominence(candidates) if candidates else (0.0, "")
        if weight >= ACCEPT and self.text[start:end] not in self.rules.stop.never:
            self._add(start, end, weight, kind, "gazetteer", before)

    def _read_single(self, word: Word, run: Run, before: Before) -> None:
        text = word.text
        # Most names are no people's, nor a body's, and have neither border nor embassy.
        if text in self.peoples or text in self.demonyms or text in self.rules.organisations:
            if border := self._border(word):
                self._add(word.start, border, 2.5 + before.bonus, "region", "people", before)
                return
            if mission := self._mission(word):
                self._add(word.start, mission, 2.5 + before.bonus, "facility", "type-word", before)
                return
        if text in self.rules.stop.never and not before.named:
            return
        candidates = self.gazetteer.lookup(text)
        foremost = candidates[0] if candidates else None
        nation = text in self.demonyms and not before.named
        # *fled to Gaul*, *to Miami*: the land, or a great town, bears the name of one of its people.
        land = before.local > 0 and not before.article and self._next_code(word) not in {"N", "J"}
        great = foremost is not None and (foremost.own or foremost.population > LARGE)
        if nation and not (foremost and ((land and great) or foremost.kind in {"country", "state"})):
            return
        bonus = before.bonus + self._after((word,), before)
        if len(text) < 3 and not text.isupper() and not (foremost and foremost.own):
            bonus -= 1.0
        if (
            before.article
            and not self.around.adjunct(word.end)
            and not (foremost and (foremost.own or foremost.population > 200_000 or self._is_river(text)))
        ):
            bonus -= 1.2
        if foremost and foremost.kind == "city" and not foremost.own and self._is_thing(word, before):
            self._person((word,), known=True)
            bonus -= 2.5
        if foremost and foremost.kind == "city" and self._acts(word, foremost, before):
            # *Tilly marched on Magdeburg*: no town of that name
            self._person((word,), known=True)
            bonus -= 2.5
        if foremost is None:
            if "-" not in text or not self._read_hyphened(word):
                self._read_unknown(word, bonus, before)
            return
        if bonus - before.bonus >= 2:
            before = replace(before, local=1.0)
        # *Nice weather*, *Drug use*: a common word that begins the sentence and goes with a noun.
        opening = run.initial and self._next_code(word) in {"N", "J"}
        common = word.lower in self.rules.common and not foremost.own and before.local < 1
        if common and (opening or not foremost.main):
            return
        weight, kind = prominence(candidates)
        weight += self._meant(kind, bonus) + self._doubt(word, foremost, weight + bonus, before)
        if text in self.rules.persons.mononyms and before.local < 1 and bonus - before.bonus < 2:
            self._person((word,), known=True)
            weight -= 1.5
        if run.initial and bonus <= 0 and len(candidates) > 2 and not foremost.own:
            weight -= 0.4
        self._add(word.start, word.end, weight, kind, "gazetteer", before)

    def _read_unknown(self, word: Word, bonus: float, before: Before) -> None:
        """A word that no gazetteer knows: a place after *in*, unless it looks like something else."""
        text = word.text
        if len(text) < 3 or text.isupper() or before.indefinite or _NO_TOPONYM.search(text):
            return
        if before.within and self._plain(word):
            bonus += 0.6
            if self._next_code(word) in _NO_NEIGHBOUR and bonus < 2.3:
                bonus -= 1.2
        else:
            bonus -= 0.2
        self._add(word.start, word.end, bonus, "unknown", "unknown", before)

    def _read_hyphened(self, word: Word) -> bool:
        """*Moscow-backed*, *Tehran-Baghdad*: the names in it."""
        parts = word.text.split("-")
        if parts[0].lower() in _ARTICLES or (parts[-1][:1].isupper() and any(map(str.islower, parts[1:-1]))):
            # *Biak-na-Bato* is one name.
            return False
        if parts[-1] in _MADE_OF_IT or parts[0] in self.demonyms or parts[-1] in self.demonyms:
            return True
        if any(part[:1].isupper() and not self.gazetteer.lookup(part) for part in parts):
            return False
        at, found = word.start, False
        for part in parts:
            if part[:1].isupper() and part not in self.rules.stop.never:
                candidates = self.gazetteer.lookup(part)
                if candidates:
                    weight, kind = prominence(candidates)
                    self._add(at, at + len(part), weight + 0.2, kind, "gazetteer", _HYPHENED)
                    found = True
            at += len(part) + 1
        return found

    def _read_typed(self, words: Sequence[Word], before: Before) -> bool:
        types, bonus = self.rules.types, before.bonus
        first, last = words[0], words[-1]
        named = first.text in self.rules.given_names and bonus < APPOSED
        if named and (
            last.lower in types.surnames or (len(words) == 2 and types.kind(last.lower) not in _TITLED_KINDS)
        ):
            return False
        if last.lower in types.after and not last.text.isupper():
            word = last.lower
        elif first.lower in types.before and first.text not in self.rules.persons.titles:
            word = first.lower
        elif heads := [w.lower for w in words[:-1] if w.lower in types.of and self.text[w.end : w.end + 4] == " of "]:
            word = heads[0]
        elif last.lower in types.civil and self._civil(last, last.end, bonus):
            word = last.lower
        else:
            return False
        bonus += QUOTED if self.around.quoted(first.start, last.end) else 0.0
        if word in _ANNOUNCING:
            before = replace(before, listed=True)
        self._add(first.start, last.end, 2.2 + bonus, types.kind(word), "type-word", before)
        return True

    def _read_parts(self, words: Sequence[Word], run: Run, before: Before) -> None:
        """A run that no one knows as a whole: a place before a role (*US President Obama*), else a name that is no place."""
        bonus = before.bonus
        for i in range(len(words) - 1, 0, -1):
            candidates = self.gazetteer.lookup(self.text[words[0].start : words[i - 1].end])
            if not candidates:
                continue
            weight, kind = prominence(candidates)
            if words[0].text in self.rules.stop.never and i == 1:
                continue
            if words[i + 1 :] and words[i].text in self.rules.given_names:
                # *the mayor of Mariupol Vadym Boychenko*
                self._person(words[i:], known=True)
                weight = max(weight, 3)
            if words[i].text in self.rules.context.roles or words[i].text in self.rules.persons.titles or weight >= 3:
                self._add(words[0].start, words[i - 1].end, weight + bonus, kind, "gazetteer", before)
                return
            break
        if " of" not in self.text[words[-2].end : words[-1].start]:
            self._person(words)
        if not run.initial and not before.indefinite:
            bonus += self._after(words, before) - 0.2
            self._add(words[0].start, words[-1].end, bonus, "unknown", "unknown", before)

    # ------------------------------------------------------------------------------------------------- small things

    def _add(self, start: int, end: int, weight: float, kind: str, rule: str, before: Before) -> None:
        text = self.text[start:end]
        candidates = self.gazetteer.lookup(text) if kind in {"city", "country"} else ()
        country = candidates[0].country if candidates and (len(candidates) < 3 or kind == "country") else None
        share = share_needed(text, kind, candidates)
        prose = self.tokens.sentence_at(start).kind == "prose"
        self.readings.append(
            Reading(
                start, end, text, weight, kind, rule, before.listed, country, before.local, share, prose, before.other
            )
        )
