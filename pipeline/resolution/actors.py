"""Resolution of actors: one id and one canonical name for all mentions of an actor, antecedents of pronouns, country and side.

An id is made of what the words say, so that the same actor bears the same id in every document: ``russia``, ``russia/forces``,
``hezbollah``, ``person/georgy-zhukov``, ``rebels``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from pipeline.frozen import dataclass, replace
from pipeline.records import Actor, Document, Mention, Parse, Place, Tokens
from pipeline.resolution.antecedents import Antecedents
from pipeline.resolution.kinds import slug
from pipeline.resolution.sides import sides_of
from pipeline.rules.actors import ActorRules, Known, actor_rules
from pipeline.rules.counts import count_rules

__all__ = ["resolve_actors"]

Mentioned = Mention[Actor]

# Nouns that, with a people's name before them, all denote that state's forces.
_FORCES = frozenset(
    {"forces", "troops", "soldiers", "military", "servicemen", "fighters", "personnel", "units", "force"}
)
_RANGING = frozenset({"to", "and", "or"})
"""*200 to 300 men*: what joins the ends of a range."""
_QUANTITIES = frozenset({"last", "remaining", "additional", "estimated", "own"})
_LONGEST_BOUND = 3
"""Words that bound a number, at most (*no fewer than*)."""
_BY_NAME = frozenset({"actor/country", "actor/organisation", "actor/adjective", "actor/people"})
"""Rules of actors that are known by their name alone."""
_WEAK_RULES = frozenset({"actor/name", "actor/context"})
_JOINING = frozenset({"of", "the", "these", "those", "his", "her", "its", "their", "this", "that"})
_AMERICA = frozenset({"US", "CA", "MX"})
_OF_INDIA = re.compile(r"\b(?:India|Hindus?|Mughals?|Bengal|Sepoys?|Delhi|Calcutta|Madras|Bombay)\b")
_INDIANS = re.compile(r"\bIndian")
_OF_TRIBES = frozenset(
    {
        "warriors",
        "warrior",
        "tribes",
        "tribe",
        "chiefs",
        "chief",
        "allies",
        "nations",
        "scouts",
        "raiders",
        "villages",
        "camp",
        "bands",
        "band",
        "attackers",
        "confederacy",
    }
)
"""What Indians of America come as; a company or a regiment of Indians may be of either."""
_REGNAL = re.compile(r"[IVX]+")
_LIFE = re.compile(r"(?:,[^,.;]{1,60},|\s?\([^()]{1,120}\))?\s(?:was|is)\s(?:an?|the|one|born)\b")
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")
_WORD = re.compile(r"\w+")


def resolve_actors(
    document: Document, tokens: Tokens, parse: Parse, found: tuple[Mentioned, ...], places: tuple[Mention[Place], ...]
) -> tuple[Mentioned, ...]:
    """The actors of a document with ids, canonical names, antecedents, countries and sides; what a place mention contradicts is left out.

    Handled: aliases of known states and organisations, acronyms from their definition, last names of persons, peoples and forces of one
    state, pronouns whose antecedent is plain, repeated bare heads (*the army*). Not handled: cataphora, gendered first names.

    >>> from pipeline import extract
    >>> found = extract("The Syrian Arab Army (SAA) took Homs. It withdrew, and the SAA lost it.").mentions.actors
    >>> [(m.value.name, m.value.country) for m in found]
    [('Syrian Arab Army', 'SY'), ('Syrian Arab Army', 'SY'), ('Syrian Arab Army', 'SY'), ('Syrian Arab Army', 'SY')]
    """
    kept = _without_places(found, places)
    title = _WORD.findall(document.title.partition("(")[0])
    titled = frozenset(title)
    namer = _Namer(tokens, actor_rules(), american=_is_american(tokens.text, places), title=title)
    named = [mention if _is_pronoun(mention) else namer.named(mention) for mention in kept]
    resolved = Antecedents(tokens, parse, named, namer.topic, titled, [place.start for place in places]).resolved()
    sides = sides_of(document, tokens, resolved)
    return tuple(
        replace(m, value=replace(m.value, side=sides.get(m.value.actor_id))) if m.value.actor_id in sides else m
        for m in resolved
    )


def _is_american(text: str, places: Sequence[Mention[Place]]) -> bool:
    """Whether a text lies in America and nowhere speaks of India, so that its Indians are those of America."""
    if "Indian" not in text:
        return False
    return any(m.value.country in _AMERICA for m in places) and _OF_INDIA.search(text) is None


def _are_of_tribes(name: _Name) -> bool:
    """*the Indians*, *Indian warriors*, but no *Indian division*."""
    rest = [word.lower() for word in name.core if not word.startswith("Indian")]
    return set(rest) <= _OF_TRIBES and (bool(rest) or "Indians" in name.core)


def _is_pronoun(mention: Mentioned) -> bool:
    return mention.rule.startswith("actor/pronoun")


def _without_places(found: tuple[Mentioned, ...], places: tuple[Mention[Place], ...]) -> list[Mentioned]:
    """Names taken for persons by their position alone give way to a place that was found there; if they spoke, they are its government."""
    starts, ends = [place.start for place in places], [place.end for place in places]
    kept = []
    for mention in found:
        if mention.rule in _WEAK_RULES:
            at = bisect_right(starts, mention.end - 1) - 1
            if at >= 0 and ends[at] > mention.start:
                if mention.rule == "actor/name":
                    continue
                mention = replace(mention, value=replace(mention.value, kind="government"))  # noqa: PLW2901
        kept.append(mention)
    return kept


@dataclass(slots=True)
class _Person:
    name: str
    actor_id: str
    country: str | None


class _Namer:
    """Gives ids and canonical names in reading order, remembering persons and bare heads."""

    def __init__(self, tokens: Tokens, rules: ActorRules, *, american: bool, title: list[str]) -> None:
        self.tokens = tokens
        self.american = american
        self.rules = rules
        self.titled = frozenset(title)
        """Words of the title: of a life, they are the name of whom it is about."""
        self.surname = title[-1] if title else ""
        self.topic: str | None = None
        """The id of that person."""
        self.persons: dict[str, _Person] = {}
        """Whom a last name alone means."""
        self.kin: dict[str, list[_Person]] = {}
        """All who bear a last name."""
        self.heads: dict[str, Actor] = {}
        self.told: set[str] = set()
        """The bare heads that mean the unit that the text is about, whichever else it names: *the battalion*."""
        self.opening = next((s.start for s in tokens.sentences if s.kind == "prose"), 0)

    def named(self, mention: Mentioned) -> Mentioned:
        """The mention with id, canonical name and country."""
        value, name = mention.value, _read(mention.value.name)
        if self.american and name.known is not None and name.known.name == "India" and _are_of_tribes(name):
            name = _read(_INDIANS.sub("Native American", mention.value.name))
        if value.kind == "person" and (mention.rule != "actor/office" or self._names_holder(name.words)):
            actor = self._person(value, name.words, opens_life=self._opens_life(mention))
        elif name.known is not None and mention.rule in _BY_NAME:
            known = name.known
            actor = replace(value, name=known.name, actor_id=slug(known.name), country=known.country)
        elif mention.rule == "actor/acronym":
            actor = replace(value, actor_id=_id(name.words, name.known))
        else:
            new = self.tokens.text[max(0, mention.start - 3) : mention.start].lower().endswith((" a ", "an "))
            actor = self._phrase(value, name, new=new)
            if value.kind == "unit" and len(name.core) > 1 and self._is_theme(mention, name):
                self.told.add(name.core[-1].lower())
        return Mention(mention.start, mention.end, actor, mention.rule)

    def _is_theme(self, mention: Mentioned, name: _Name) -> bool:
        """Whether the title names a unit, or the text begins by saying what became of it: *The 3rd Battalion was raised in Perth*."""
        if self.titled and self.titled >= {*name.core}:
            return True
        opens = mention.start - self.opening <= len("The ")
        return opens and self.tokens.text.startswith((" was ", " is "), mention.end)

    def _phrase(self, value: Actor, name: _Name, *, new: bool) -> Actor:
        """A noun phrase; *the army* may be one that was named before, *an army* is ``new``."""
        core, known = name.core, name.known
        if known and known.text == name.text:
            return replace(value, name=known.name, actor_id=slug(known.name), country=known.country)
        if len(core) == 1 and not new and core[0].lower() in self.heads:
            before = self.heads[core[0].lower()]
            return replace(value, name=before.name, actor_id=before.actor_id, country=before.country)
        country = value.country or (known.country if known else None)
        named = replace(value, name=name.text or value.name, actor_id=name.actor_id, country=country)
        named_so = len(core) > 1 and core[-1][:1].isupper() and core[0].lower() not in _JOINING
        if named_so and core[-1].lower() not in self.told:
            # *its provisional President* is not whom *the president* means from then on.
            self.heads[core[-1].lower()] = named
        return named

    def _opens_life(self, mention: Mentioned) -> bool:
        """Whether a text without a title begins by saying who somebody was: *Francesco Sforza (1401–1466) was a condottiero*."""
        opens = not self.titled and mention.start - self.opening <= len("Captain ")
        return opens and _LIFE.match(self.tokens.text, mention.end) is not None

    def _person(self, value: Actor, words: Sequence[str], *, opens_life: bool) -> Actor:
        name = self._without_titles(words)
        last = name[-1] if name else words[-1]
        if len(name) > 1 and _REGNAL.fullmatch(last):
            # *Bohemond III* and *Raymond III* share no name.
            last = " ".join(name[-2:])
        elif len(name) > 2 and name[-2] == "the":
            # Nor do *Peter the Great* and *Frederick the Great*.
            last = " ".join(name)
        before = self._namesake(name, last)
        if before is None or (len(name) > 1 and len(name) > len(before.name.split())):
            full = " ".join(name) or " ".join(words)
            actor_id = before.actor_id if before else f"person/{slug(full)}"
            named = _Person(full, actor_id, value.country or (before.country if before else None))
            self.kin[last] = [named, *(person for person in self.kin.get(last, ()) if person is not before)]
            before = named
            if last == full and " " in last:
                self.persons[name[0]] = before
            if self.topic is None and (self._is_titled(name) or opens_life):
                self.topic = actor_id
                # *Samory signed a treaty*, in a life of Samory Touré
                self.persons.setdefault(name[0], before)
        if last not in self.persons or self.persons[last].actor_id != self.topic or before.actor_id == self.topic:
            self.persons[last] = before
        return replace(value, name=before.name, actor_id=before.actor_id, country=value.country or before.country)

    def _namesake(self, name: Sequence[str], last: str) -> _Person | None:
        """Who bears the name so far: *Nancy Lincoln* is not *Abraham Lincoln*; a bare *Lincoln* is whom the text is about, or who was named last."""
        if len(name) > 1:
            return next((person for person in self.kin.get(last, ()) if _same_given(name, person.name.split())), None)
        return self.persons.get(last)

    def _is_titled(self, name: Sequence[str]) -> bool:
        """Whether the title is the name, or holds all of it: *Nat Turner's Rebellion*."""
        if len(name) == 1:
            # *Torstensson was captured*, in an excerpt of his life
            return name[0] == self.surname
        return bool(self.titled) and (self.titled <= {*name} or self.titled >= {*name})

    def _names_holder(self, words: Sequence[str]) -> bool:
        """*the mayor of Mariupol Vadym Boychenko*: an office with the name of who holds it."""
        return any(word in self.rules.given_names for word in words[2:-1])

    def _without_titles(self, words: Sequence[str]) -> Sequence[str]:
        at = 0
        for i, word in enumerate(words[:-1]):
            lower = word.lower().removesuffix("-elect")
            if lower in self.rules.ranks or lower in self.rules.offices:
                at = i + 1
                if words[at] == "of" and at + 2 < len(words):
                    # *the governor of Luhansk Oblast Serhiy Haidai*
                    given = (k for k in range(at + 2, len(words) - 1) if words[k] in self.rules.given_names)
                    at = next(given, at + 2)
        return words[at:]


def _same_given(name: Sequence[str], known: Sequence[str]) -> bool:
    """*J. Johnston*, *Joseph Johnston* and *Joseph E. Johnston*; nothing speaks against a bare last name."""
    if len(known) == 1:
        return True
    first, other = name[0].rstrip("."), known[0].rstrip(".")
    return first.startswith(other) or other.startswith(first) or not {*name[:-1]}.isdisjoint(known[:-1])


@dataclass(frozen=True, slots=True)
class _Name:
    """What the words of a name say, whatever document it stands in."""

    words: tuple[str, ...]
    """Without a possessive ending."""
    known: Known | None
    """The first known name in the words."""
    core: tuple[str, ...]
    """The words without numbers and quantities."""
    text: str
    """Of the core."""
    actor_id: str


@lru_cache(maxsize=1 << 12)
def _read(name: str) -> _Name:
    words = tuple(_POSSESSIVE.sub("", name).split())
    known = _known(words)
    core = _without_partitive(_uncounted(words))
    return _Name(words, known, core, " ".join(core), _id(core, known))


def _uncounted(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without numbers and what bounds them (*nearly 200 guns*, *at least 40 men*); a number that names a unit stays (*men of 45 Commando*)."""
    core: list[str] = []
    bounded = 0
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        bounded = bounded if at < bounded else _behind_bound(words, at)
        if at < bounded or (
            word in _RANGING and at and following and _is_quantity(words[at - 1]) and _is_quantity(following)
        ):
            continue
        if _is_quantity(word):
            named = following[:1].isupper() and not following.endswith("s") and at + 2 == len(words)
            if not (core and words[at - 1] == "of" and word.isdigit() and named):
                continue
        core.append(word)
    return tuple(core)


def _behind_bound(words: tuple[str, ...], at: int) -> int:
    """The position of the number behind a word or phrase that bounds it, or 0 where none begins."""
    for last in range(at + 1, min(at + _LONGEST_BOUND, len(words) - 1) + 1):
        if tuple(map(str.lower, words[at:last])) in count_rules().before and _is_quantity(words[last]):
            return last
    return 0


def _without_partitive(words: tuple[str, ...]) -> tuple[str, ...]:
    """*of the warriors*, *out of the warriors*, behind a number that was cut off, without what joined them."""
    at = int(words[:1] == ("out",))
    if words[at : at + 1] in (("of",), ("Of",)):
        return words[next((i for i, word in enumerate(words[at:], at) if word.lower() not in _JOINING), 0) :]
    return words


def _known(words: Sequence[str]) -> Known | None:
    table = actor_rules().known
    if table.keys().isdisjoint(words):
        return None
    text = " ".join(words).replace("’", "'")
    for at, word in enumerate(words):
        for known in table.get(word, ()):
            start = len(" ".join(words[:at])) + (at > 0)
            end = start + len(known.text)
            if text[start:end] == known.text and (end == len(text) or not text[end].isalnum()):
                return known
    return None


def _is_quantity(word: str) -> bool:
    lower, rules = word.lower(), actor_rules()
    if lower[0].isdigit() and not lower[-1].isalpha():
        return True
    return lower in rules.numbers or lower in rules.quantifiers or lower in _QUANTITIES


def _id(words: Sequence[str], known: Known | None) -> str:
    if known is None:
        return slug(" ".join(words))
    owner, said = slug(known.name), known.text.split()
    at = next((i for i, word in enumerate(words) if word.startswith(said[0])), 0)
    rest = [*words[:at], *words[at + len(said) :]]
    if not rest:
        return owner
    if rest[-1].lower() in _FORCES and len(rest) == 1:
        return f"{owner}/forces"
    return f"{owner}/{slug(' '.join(rest))}"
