"""The place that a definite description stands for: *the city*, *the island*, *its outskirts*."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Any

from pipeline.events.kinds import OF_PLACES
from pipeline.events.phrases import DIRECTIONS
from pipeline.rules.grammar import AT_REST, GOALS
from pipeline.rules.nouns import demonyms
from pipeline.rules.places import place_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Argument, Mention, Sentence

__all__ = ["Antecedents"]

_SETTLEMENTS = frozenset({"city", "town", "village", "settlement", "suburb", "district", "neighborhood", "neighbourhood", "capital", "port", "airport", "fort", "fortress", "castle", "citadel", "island", "hill", "base", "area", "outskirts", "suburbs", "center", "centre", "edge", "walls", "gates", "part", "half", "bank", "banks", "place"})  # fmt: skip
_TOWNS = frozenset({"city", "town", "village", "settlement", "capital"})
_CHIEF = frozenset({"city", "capital"})
"""What the place of a title is called sooner than another."""
_LANDS = frozenset(
    {"country", "kingdom", "republic", "province", "region", "peninsula", "island", "territory", "colony", "state"}
)
_PARTS_OF_LANDS = frozenset({"region", "province", "peninsula"})
_PARTS = frozenset(
    {"outskirts", "suburbs", "center", "centre", "edge", "walls", "gates", "part", "half", "bank", "banks"}
)
_PARTS_OF_TOWNS = frozenset({"outskirts", "suburbs", "center", "centre", "walls", "gates"})
_NAMEABLE = (
    _TOWNS | _LANDS | {"district", "area", "region", "suburb", "neighborhood", "neighbourhood", "port", "country"}
)
_WATERS = frozenset({"river", "lake", "strait", "bay", "canal", "creek"})
_NAMED_BY_KIND = frozenset({"island", "fort", "fortress", "castle", "citadel", "hill", "airport", "base", "peninsula", "bridge", "monastery", "mosque", "cathedral", "palace", "dam", "pass", "ridge", "plant", "factory", "prison", "camp", "barracks", "redoubt",
    "valley", "forest", "gorge", "plateau", "mountain", "station", "stadium", "embassy", "hospital", "church", "farm", "mill", "tower", "plantation", "ferry",
    "crossroads", "junction", "hotel", "school", "university", "temple", "cemetery", "heights", "reservoir", "refinery", "terminal", "airfield", "depot",
    "arsenal", "peak", "knoll", "mine", "gap", "ford", "landing", "canyon", "swamp", "marsh", "reef", "atoll",
})  # fmt: skip
_WALLED = frozenset({"fort", "fortress", "castle", "citadel", "monastery", "redoubt", "tower"})
_AT = AT_REST | GOALS | {"of", "from"}
_DEFINITE = frozenset({"the", "its", "this", "that"})
_QUARTERS = frozenset({"district", "quarter", "suburb", "neighbourhood", "neighborhood"})
_NEAR = 1200
"""Characters back that a siege may be spoken of."""
_SIGHTS = frozenset({"facility", "landmark", "relief"})
_COMPARED = frozenset({"than", "as", "like", "unlike"})
_FAR = 3000
"""Characters back that a river, a bridge or an island may be spoken of."""
_ROADS = frozenset({"road", "roads", "highway", "railway", "railroad", "motorway", "route", "line"})
_WAYS = frozenset({"over", "across", "through", "past", "via"})
_WHITHER = frozenset({"to", "toward", "towards", "for"})
_ON = frozenset({"", "on", "in"})
_LISTED = frozenset({"the", "these", "those", "both", "all"})
_LINKS = frozenset({", ", " and ", ", and "})
_WIDE = frozenset({"country", "state", "province", "region", "polity", "continent", "sea", "water", "river"})


class Antecedents:
    """Asked for a noun phrase that names no place itself."""

    def __init__(self, scene: Scene, title: str) -> None:
        self.scene = scene
        self.starts = scene.place_starts
        self.title = self._of_title(title)
        self.home = self._of_title(title, lands=True)
        """The first mention of the country that the title names."""
        self.times = Counter(place.value.name for place in scene.mentions.places)
        """How often the document names each place."""
        text = scene.tokens.text
        self.first = {text[place.start : place.end].lower(): place for place in reversed(scene.mentions.places)}
        """The first mention of each place, by its words in small letters."""
        self._last: tuple[Candidate, Mention[Any]] | None = None
        self._sieges: list[Mention[Any]] = []
        """The places that the text has told to be besieged, as they were told."""

    def _of_title(self, title: str, *, lands: bool = False) -> Mention[Any] | None:
        """The first mention of the place that the title names, or of the country."""
        for place in self.scene.mentions.places if title else ():
            fits = place.value.kind == "country" if lands else place.value.kind not in _WIDE
            if fits and self.scene.tokens.text[place.start : place.end] in title:
                return place
        return None

    def remember(self, candidate: Candidate, places: Sequence[Argument[Any]]) -> None:
        """Notes the place that an event was about: what was taken, attacked or reached."""
        index = candidate.clause
        if candidate.rule.subtype == "besiege":
            words = self.scene.lower[candidate.first : candidate.last]
            sieged = [a.mention for a in places if a.role == "object"]
            if sieged and any("sieg" in word or "blockad" in word for word in words):
                self._sieges.append(sieged[0])
        if not places or candidate.rule.type not in OF_PLACES or index is None:
            return
        if candidate.chunk is not None:
            aims = [a.mention for a in places if a.role in ("object", "destination")]
            self._last = (candidate, aims[-1]) if aims else self._last
            return
        clause = self.scene.clauses[index]
        # *Richmond fell*
        fell = self.scene.passive(index) or candidate.rule.roles.get("subject") == "place"
        about = {*clause.objects, *(clause.subjects if fell else ())}
        # *laid siege to Akhulgo*
        about.update(chunk for at, chunk in clause.obliques if candidate.first < at < candidate.last)
        for argument in places:
            mention = argument.mention
            chunk = self.scene.chunk_of[self.scene.tokens.token_at(mention.start)]
            # *retreated from Riga*, *were driven from it*, but not *marched from Rouen to take it back*
            left = argument.role == "origin" and (fell or candidate.rule.subtype == "withdraw")
            if argument.role == "origin" and not left:
                continue
            # What *the city* stood for is noted as well, though its name stands elsewhere.
            described = mention.start < candidate.sentence.start and argument.role == "object"
            # *landed on the island*: where somebody came to.
            came = argument.role == "destination" or candidate.rule.subtype == "arrive"
            if described or came or left or not about.isdisjoint(self._holding(chunk)):
                self._last = (candidate, mention)
                return

    def besieged(self, token: int) -> Mention[Any] | None:
        """*broke the siege*, *The siege was lifted*: the place besieged last before a token, or whose siege the text named."""
        scene, start = self.scene, self.scene.tokens.starts[token]
        told = [place for place in self._sieges if start - _NEAR <= place.start < start]
        at = bisect_left(self.starts, start) - 1
        since = told[-1].start if told else max(0, start - _NEAR)
        while at >= 0 and self.starts[at] > since:
            first = scene.tokens.token_at(scene.mentions.places[at].start)
            # *three times longer than the siege of Leningrad*: another one.
            compared = not _COMPARED.isdisjoint(scene.lower[max(0, first - 4) : first])
            if scene.lower[max(0, first - 2) : first] in (["siege", "of"], ["blockade", "of"]) and not compared:
                return scene.mentions.places[at]
            at -= 1
        return told[-1] if told else None

    def _holding(self, chunk: int) -> tuple[int, ...]:
        """A noun phrase and those that *of* joins it to: *most of the town of Jolo*."""
        at = self.scene.prepositions.get(chunk)
        # *marched his army over the Pyrenees and besieged it*: a way is nothing that was reached.
        found = [chunk] if at is not None and self.scene.lower[at] in _WAYS else [chunk, chunk - 1]
        while found[-1] > 0 and self.scene.of(found[-1] - 1) == found[-1]:
            found.append(found[-1] - 1)
        return tuple(found)

    def pointed(self, token: int, *, beside: bool) -> Mention[Any] | None:
        """The last place named before a token, in its sentence or the one before; ``beside``: right before it, as *Homs, where*."""
        scene = self.scene
        index = bisect_left(self.starts, scene.tokens.starts[token]) - 1
        here = scene.tokens.sentence_of[token]
        while index >= 0:
            place = scene.mentions.places[index]
            there = scene.tokens.sentence_at(place.start)
            if here.index - there.index > 1 or here.paragraph != there.paragraph:
                return None
            first, last = scene.tokens.token_span(place.start, place.end)
            # *Governor of Salta, where they surrendered*
            adjoining = beside and token - last <= 1
            if (beside and self._holds_another(first)) or (self._office(first) and not adjoining):
                index -= 1
                continue
            if beside:
                near = token - last <= 1 or self._aside(last, token) or self._dated(place.end, token)
                return place if near else None
            if self._elsewhere(last, token):
                return None
            preposition = scene.prepositions.get(scene.chunk_of[first])
            if preposition is None or scene.lower[preposition] in _AT:
                return place
            index -= 1
        return None

    def _elsewhere(self, first: int, last: int) -> bool:
        """*blocked the streets around the station; many were shot there*: a place without a name stands between."""
        scene = self.scene
        at = next((c for k in range(last - 1, first, -1) if (c := scene.chunk_of[k]) >= 0), -1)
        if at >= 0 and scene.chunks[at].last == last:
            # *laid siege to the works there*
            at -= 1
        while at >= 0 and scene.chunks[at].first >= first:
            if scene.lower[scene.prepositions.get(at, 0)] in _AT and scene.is_a(at, "place", "facility"):
                return True
            at -= 1
        return False

    def _holds_another(self, first: int) -> bool:
        """*the capital of Togo*: a place that only says of which one."""
        chunk = self.scene.chunk_of[first]
        return chunk > 0 and self.scene.of(chunk - 1) == chunk and self.scene.head(chunk - 1) in _NAMEABLE

    def _office(self, first: int) -> bool:
        """*Anqing fell, the governor of Anhui being killed there*: where somebody holds an office."""
        chunk = self.scene.chunk_of[first]
        return chunk > 0 and self.scene.of(chunk - 1) == chunk and self.scene.is_a(chunk - 1, "person")

    def _aside(self, last: int, token: int) -> bool:
        """*Baturyn, his capital, where*: an apposition stands between."""
        scene = self.scene
        chunk = scene.chunk_of[last + 1] if last + 1 < token else -1
        if chunk < 0 or scene.lower[last] != "," or scene.lower[token - 1] != ",":
            return False
        end = scene.chunks[chunk].last
        if (behind := scene.of(chunk)) is not None:
            # *Lomé, the capital of Togo, where*
            end = scene.chunks[behind].last
        return scene.chunks[chunk].first == last + 1 and end == token - 1 and scene.head(chunk) in _NAMEABLE

    def _dated(self, end: int, token: int) -> bool:
        """*Simancas in 939, where*: nothing but a date stands between."""
        tokens, dates = self.scene.tokens, self.scene.mentions.dates
        at = bisect_left(dates, tokens.starts[token], key=lambda date: date.start) - 1
        if at < 0 or dates[at].start < end:
            return False
        return tokens.text[dates[at].end : tokens.starts[token]] == ", " and (
            tokens.text[end : dates[at].start].strip(" ,") in _ON
        )

    def held_by(self, place: Mention[Any]) -> list[Mention[Any]]:
        """The places before a containing one that a comma joins to it: *Salem* before *Indiana*."""
        places = self.scene.mentions.places
        found: list[Mention[Any]] = []
        index = bisect_left(self.starts, place.start) - 1
        while index >= 0 and self.scene.tokens.text[places[index].end : place.start] == ", ":
            place = places[index]
            found.insert(0, place)
            index -= 1
        return found

    def _it(self, chunk: int) -> Mention[Any] | None:
        """*they retook it*: the place that the last event, in this sentence or the one before, was about."""
        return self._governing(chunk) or self._spoken_of(chunk) or self.last_told(chunk)

    def last_told(self, chunk: int) -> Mention[Any] | None:
        """The place that the last event before a noun phrase, in its sentence or the one before, was about."""
        if self._last is None:
            return None
        candidate, place = self._last
        here = self.scene.tokens.sentence_of[self.scene.chunks[chunk].first]
        near = here.index - candidate.sentence.index <= 1 and here.paragraph == candidate.sentence.paragraph
        return place if near else None

    def _unlisted(self, here: Sentence) -> Mention[Any] | None:
        """*entered Kalvorin. The town was burned*: the place, in no gazetteer, that the last event of the paragraph was about."""
        if self._last is None or self._last[0].sentence.paragraph != here.paragraph:
            return None
        place = self._last[1]
        return place if place.rule == "place/argument" and place.value.kind == "landmark" else None

    def _governing(self, chunk: int) -> Mention[Any] | None:
        """*Kafr Nabudah changed hands twice before it was secured*, *before they took it*: the settlement that the clause above is about."""
        scene = self.scene
        index, part = scene.parts.get(chunk, (None, ""))
        links = ("adverbial", "relative") if part == "subject" else ("adverbial",)
        if index is None or part not in ("subject", "object") or scene.clauses[index].link not in links:
            return None
        above = scene.clauses[index].governor
        return self._subject(above) if above is not None and above < index else None

    def _spoken_of(self, chunk: int) -> Mention[Any] | None:
        """*Magdeburg was held by Falkenberg; in May it was stormed*: the settlement that the main clause before, told since the last event, is about."""
        scene = self.scene
        index, part = scene.parts.get(chunk, (None, ""))
        if not index or part not in ("subject", "object") or scene.clauses[index].link not in ("main", "conjunct"):
            return None
        before = next((k for k in range(index - 1, -1, -1) if scene.clauses[k].link in ("main", "conjunct")), index)
        here, there = (scene.tokens.sentences[scene.clauses[k].sentence] for k in (index, before))
        near = here.index - there.index <= 1 and here.paragraph == there.paragraph
        since = self._last is None or self._last[0].first < scene.clauses[before].first
        if before == index or not (near and since):
            return None
        clause = scene.clauses[before]
        # *The Poles held Riga. It was taken*, but not *The 5th Division held Riga. It was destroyed*
        several = any(scene.head(c).endswith("s") or scene.head(c) == "they" for c in clause.subjects)
        return self._subject(before) or (self._settlement(clause.objects) if several else None)

    def _subject(self, index: int) -> Mention[Any] | None:
        """The settlement that is the subject of a clause."""
        return self._settlement(self.scene.clauses[index].subjects)

    def _settlement(self, chunks: Iterable[int]) -> Mention[Any] | None:
        """The settlement that one of the noun phrases names."""
        scene = self.scene
        for subject in chunks:
            phrase = scene.chunks[subject]
            named = scene.of(subject) if scene.head(subject) in _NAMEABLE else None
            # *The town of Drogheda was held by Royalists when it was besieged*
            last = scene.chunks[subject if named is None else named].last
            for place in scene.places_in(phrase.first, last):
                if place.end == scene.tokens.ends[last - 1] and place.value.kind not in _WIDE:
                    return place
        return None

    def describes(self, chunk: int) -> bool:
        """Whether the noun phrase stands for a named place, or might: *the fort*, *villages*; *the walls* are only a part of one."""
        head = self.scene.head(chunk)
        if head in _NAMEABLE or head.removesuffix("s") in _NAMEABLE:
            return True
        return head not in _PARTS and self.of(chunk) is not None

    def of(self, chunk: int) -> Mention[Any] | None:
        """The place mention that the noun phrase stands for, or None where it is not plain.

        It is the last settlement named before in the paragraph, else the place of the title.
        """
        scene = self.scene
        phrase = scene.chunks[chunk]
        head = self._meant(chunk)
        if head == "it":
            return self._it(chunk)
        if (called := self._named_behind(chunk)) is not None:
            return called
        behind = scene.of(chunk)
        if behind is not None and head not in _NAMEABLE and scene.is_a(chunk, "partitive"):
            # *most of the town*
            return self.of(behind)
        if scene.lower[phrase.first] not in _DEFINITE or not (
            head in _SETTLEMENTS or head in _LANDS or head in _WATERS or head in _NAMED_BY_KIND
        ):
            return None
        named = [k for k in range(phrase.first, phrase.head) if scene.parse.codes[k] == "M"]
        people = (
            head in _LANDS
            and scene.tokens.words[phrase.head].islower()
            and all(scene.lower[k] in demonyms() for k in named)
        )
        if named and head == scene.head(chunk) and not people:
            # *the Union centre* is no part of a town; *the German colony* is that land.
            return None
        if scene.places_in(phrase.first, phrase.last if behind is None else scene.chunks[behind].last):
            return None
        if (there := scene.after(chunk, "at", "in", "near", "outside")) is not None and self._named(there):
            # *its base at Metele*
            return None
        if behind is not None and head not in {"city", "town", "village", "island", "capital"}:
            return self.of(behind)
        start = scene.tokens.starts[phrase.first]
        here = scene.tokens.sentence_at(start)
        last = bisect_left(self.starts, start) - 1
        if scene.lower[phrase.first] == "its" and head in _NAMED_BY_KIND:
            head = "town"
        if head == "country" and (home := self._at_home(last, here)) is not None:
            return home
        near = self._namesake(last, head, here.start) or (self._unlisted(here) if head in _QUARTERS else None)
        near = near or self._last_before(last, head, here.start) or self._called(chunk, head)
        if near is None and head in _TOWNS and (head not in _CHIEF or self.title is None):
            near = self._unlisted(here)
        if near is None and head in _WALLED and (last_told := self.last_told(chunk)) is not None:
            # *The Alcázar was besieged. The fortress was relieved*
            near = last_told if last_told.value.kind in _SIGHTS else None
        if near is None and self.title is not None and head != "village" and self._of_kind(self.title, head):
            near = self.title
        if near is None and head == "capital":
            return self._foremost(last, scene.tokens.paragraph_start(here))
        near = near or self._last_before(last, head, scene.tokens.paragraph_start(here))
        if near is None and (head in _WATERS or head in _NAMED_BY_KIND):
            # There are few of a kind: *the river* is still that of the paragraph before.
            near = self._last_before(last, head, start - _FAR)
        return near

    def _at_home(self, last: int, here: Sentence) -> Mention[Any] | None:
        """*The country was divided*, in a history of Haiti: that country, unless the sentence or the one before names only another."""
        if self.home is None:
            return None
        before = self.scene.tokens.sentences[here.index - 1] if here.index else here
        since = before.start if before.paragraph == here.paragraph else here.start
        named: set[str] = set()
        while last >= 0 and self.starts[last] >= since:
            place = self.scene.mentions.places[last]
            named |= {place.value.name} if place.value.kind in ("country", "polity") else set()
            last -= 1
        return self.home if not named or self.home.value.name in named else None

    def _named_behind(self, chunk: int) -> Mention[Any] | None:
        """*The capital, Beijing, was sacked*: what a settlement is called right behind a comma."""
        scene, last, name = self.scene, self.scene.chunks[chunk].last, chunk + 1
        if scene.head(chunk) not in _SETTLEMENTS or name >= len(scene.chunks) or scene.lower[last] != ",":
            return None
        if scene.parse.codes[scene.chunks[chunk].head] != "N":
            return None
        phrase = scene.chunks[name]
        bare = phrase.first == last + 1 and not scene.parse.codes[phrase.first : phrase.last].strip("M")
        if not bare or scene.lower[phrase.last : phrase.last + 1] not in ([","], ["."]):
            return None
        places = scene.places_in(phrase.first, phrase.last)
        return places[0] if places and places[0].value.kind not in _WIDE else None

    def _named(self, chunk: int) -> bool:
        return self.scene.parse.codes[self.scene.chunks[chunk].head] == "M"

    def several(self, chunk: int) -> list[Mention[Any]]:
        """*the two cities*, *these islands*: the places last named in a list, in the sentence or the one before."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        head = scene.head(chunk)
        kind = "city" if head == "cities" else head.removesuffix("s")
        if (
            kind == head
            or scene.lower[phrase.first] not in _LISTED
            or (kind not in _TOWNS and kind not in _LANDS)
            or scene.of(chunk) is not None
        ):
            return []
        places, here = scene.mentions.places, scene.tokens.sentence_of[phrase.first]
        last = bisect_left(self.starts, here.start) - 1
        for end in (bisect_left(self.starts, scene.tokens.starts[phrase.first]) - 1, last):
            first = end
            while first > 0 and scene.tokens.text[places[first - 1].end : places[first].start] in _LINKS:
                first -= 1
            found = [p for p in places[first : end + 1] if self._fits(p, kind)]
            near = found and here.index - scene.tokens.sentence_at(found[0].start).index <= 1
            if near and len(found) > 1:
                return found
        return []

    def _meant(self, chunk: int) -> str:
        """The head noun, or the noun that owns it: *the city's airfields*."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        owned = scene.parse.codes.find("S", phrase.first + 1, phrase.head + 1)
        return scene.lower[owned - 1] if owned > 0 and scene.lower[owned - 1] in _TOWNS else scene.head(chunk)

    def _last_before(self, index: int, head: str, since: int) -> Mention[Any] | None:
        """The last fitting place mention at or before ``index`` that begins at an offset or behind it."""
        places = self.scene.mentions.places
        while index >= 0 and self.starts[index] >= since:
            place = places[index]
            if self._fits(place, head) and not (
                self._led_to(place) or self._surname(place) or self._locates(index, head)
            ):
                return place
            index -= 1
        return None

    def _locates(self, index: int, head: str) -> bool:
        """*Al-Bab lies north of Aleppo*: a place that only tells where the one before it in its sentence is."""
        place = self.scene.mentions.places[index]
        first = self.scene.tokens.token_at(place.start)
        lower = self.scene.lower
        beside = lower[first - 1] == "near" or (lower[first - 1] == "of" and lower[first - 2] in DIRECTIONS)
        if not beside:
            return False
        begin = bisect_left(self.starts, self.scene.tokens.sentence_at(place.start).start)
        return any(self._fits(before, head) for before in self.scene.mentions.places[begin:index])

    def _namesake(self, index: int, head: str, since: int) -> Mention[Any] | None:
        """*Kenilworth Castle … came to Kenilworth and camped around the castle*: the one that bears the name of the town."""
        places, text = self.scene.mentions.places, self.scene.tokens.text
        while head in _NAMED_BY_KIND and index >= 0 and self.starts[index] >= since:
            found = self.first.get(f"{text[places[index].start : places[index].end]} {head}".lower())
            if found is not None and found.start < places[index].start:
                return found
            index -= 1
        return None

    def _led_to(self, place: Mention[Any]) -> bool:
        """*cut the road to Vienna*: where nobody has come yet."""
        first = self.scene.tokens.token_at(place.start)
        return first > 1 and self.scene.lower[first - 1] in _WHITHER and self.scene.lower[first - 2] in _ROADS

    def _surname(self, place: Mention[Any]) -> bool:
        """*Raymond III of Tripoli*: what tells a person from others of the name."""
        scene = self.scene
        first = scene.tokens.token_at(place.start)
        if first < 2 or scene.lower[first - 1] != "of":
            return False
        at = bisect_left(scene.actor_starts, place.start) - 1
        actor = scene.mentions.actors[at] if at >= 0 else None
        return actor is not None and actor.end == scene.tokens.ends[first - 2] and actor.value.kind == "person"

    def _called(self, chunk: int, head: str) -> Mention[Any] | None:
        """*approached the city of Amida. They took the city*: the place that the last event was about, where the text calls it so."""
        place = self._it(chunk)
        return place if place is not None and self._is_called(place, head) else None

    def _is_called(self, place: Mention[Any], head: str) -> bool:
        """*the town of Jolo*, *the Fortress of Antonia*: whether the noun stands with the name."""
        first = self.scene.tokens.token_at(place.start)
        return self.scene.lower[max(first - 2, 0) : first] == [head, "of"]

    def _foremost(self, index: int, since: int) -> Mention[Any] | None:
        """Of the settlements named before in the paragraph the one that the document names most often: that is its capital sooner than another."""
        best: Mention[Any] | None = None
        places = self.scene.mentions.places
        while index >= 0 and self.starts[index] >= since:
            place = places[index]
            often = best is None or self.times[place.value.name] > self.times[best.value.name]
            if often and self._fits(place, "capital") and not self._led_to(place):
                best = place
            index -= 1
        return best

    def _of_kind(self, place: Mention[Any], head: str) -> bool:
        """Whether a title's place is what the noun says: a town, part of one, or what its own name says (*Snake Island*)."""
        if head in _TOWNS or head in _PARTS or head == place.value.kind:
            return True
        return head in place.value.name.lower().split() or _is_island(place, head)

    def _fits(self, place: Mention[Any], head: str) -> bool:
        kind = place.value.kind
        if (head in _TOWNS or head in _WALLED) and self._is_called(place, head):
            return True
        if head in _WATERS:
            return kind in ("sea", "water", "river") or head in place.value.name.lower().split()
        if head in _NAMED_BY_KIND:
            return kind == head or head in place.value.name.lower().split() or _is_island(place, head)
        if head in _PARTS_OF_LANDS:
            return kind in ("province", "region", "state")
        if head in _LANDS and head not in _SETTLEMENTS:
            return kind in _WIDE and kind not in ("sea", "water", "river")
        if head in _TOWNS or head in _PARTS_OF_TOWNS:
            # *marched to Kalvorin. The town surrendered*: what is in no gazetteer may be a town.
            if kind in _SIGHTS and not _WATERS.isdisjoint(place.value.name.lower().split()):
                # *lay south of the River Ebro. He besieged the city*
                return False
            return kind not in _WIDE and (kind not in _SIGHTS or place.rule.startswith("place/unknown"))
        return kind not in _WIDE


def _is_island(place: Mention[Any], head: str) -> bool:
    """*landed in Sicily … took the island*: whether a country or province is what the noun says."""
    return head == "island" and place.value.name in place_rules().types.islands
