"""Single victims without a number: *the commander was killed*, *Mardonius was wounded*, *he was captured*, *the governor killed himself*."""

from __future__ import annotations

from pipeline.mentions.counts.numbers import is_age
from pipeline.mentions.counts.sight import Sight
from pipeline.mentions.counts.verbal import FELL, RAISING, ending_at, starting_at, to_death
from pipeline.mentions.counts.victims import kind_of
from pipeline.records import Chunk, Clause, Count, Mention
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import BE
from pipeline.rules.nouns import noun_classes

__all__ = ["single_victims"]

_PERSONAL = frozenset({"he", "she", "him", "her"})
_REFLEXIVE = frozenset({"himself", "herself"})
_CATEGORIES = frozenset({"killed", "wounded", "captured"})
_SKIPPED = frozenset({"himself", "herself", "themselves", "both", "either", "later", "soon", "then", "also", ")"})
_AUXILIARIES = frozenset({"BE", "HAVE", "MODAL", "ADV", "DO"})
_VERBS = frozenset({"VBD", "VBG", "VBN"})
_RAZED = frozenset({"burned", "burnt", "crippled", "gassed", "poisoned"})
_PRISONER = frozenset({"prisoner", "captive"})
# *fell in love*
# What is done to many (*massacred Pomaks*).
_OF_MANY = frozenset(
    {"massacred", "massacre", "massacring", "slaughtered", "slaughter", "slaughtering", "exterminated", "exterminating"}
)
_INTO = frozenset({"love", "line", "with", "place"})
_DEFINITE = frozenset({"the", "this", "that"})
_SEVERAL = frozenset({
    "other", "latter", "former", "family", "opposition", "delegation", "citizenry", "elderly", "women", "children", "local", "national", "male", "female", "population", "minority", "staff", "dead",
    "ulema", "moderate", "radical", "conservative", "liberal",
})  # fmt: skip
_TOGETHER = frozenset({"along", "together"})
_LIMBS = frozenset({"leg", "legs", "arm", "foot", "hand", "thigh", "knee", "shoulder", "hip", "jaw"})
_LOSING = frozenset({"lost", "lose", "losing"})
_LONGEST_APPOSITION = 24
_FURTHER = 10
"""Tokens behind a participle within which *was* follows that says who was among those meant."""


def single_victims(sight: Sight) -> list[Mention[Count]]:
    """Counts of one for single persons that a verb of killing, wounding or capturing befell.

    >>> from pipeline import extract
    >>> [(m.value.who, m.value.category) for m in extract("General Warren was killed at Bunker Hill.").mentions.counts]
    [('General Warren', 'killed')]
    """
    # *was captured in May and later put to death*: one person, two counts.
    found: dict[tuple[int, str], Mention[Count]] = {}
    sentence, words = sight.sentence, sight.rules.words
    for at, word in enumerate(sight.tokens.lower[sentence.first : sentence.last], sentence.first):
        if word not in words and word not in _PRISONER:
            continue
        category, chunks = _befallen(sight, at)
        if category not in _CATEGORIES:
            continue
        for chunk in [*chunks, *_along_with(sight, at, chunks[0])] if chunks else ():
            mention = _single(sight, chunk, category)
            if mention is not None:
                found.setdefault((mention.start, category), mention)
    return list(found.values())


def _befallen(sight: Sight, at: int) -> tuple[str, list[Chunk]]:
    """What a verb at a token does, and to whom."""
    rules, tags, word = sight.rules, sight.parse.tags, sight.word(at)
    if word in _PRISONER:
        return "captured", _prisoners(sight, at)
    if word == "death" and sight.word(at - 1) == "to":
        return "killed", _beaten(sight, at - 1)
    passive = starting_at(sight, at, rules.passive)
    if passive and (_be_before(sight, at) or _shares_be(sight, at, passive)):
        return passive, _subjects(sight, at)
    if sight.word(at - 1) == "the" and sight.word(at - 2) == "among" and _be_before(sight, at - 2):
        return rules.participle.get(word, ""), _subjects(sight, at - 3)
    if sight.word(at - 2) == "among" and sight.word(at - 1) in ("the", "those") and (names := _being_behind(sight, at)):
        return rules.participle.get(word, ""), _listed(sight, names)
    if word in _LOSING and sight.word(at + 1) in ("his", "her") and sight.word(at + 2) == "life":
        return "killed", _subjects(sight, at)
    if sight.word(at + 1) in _REFLEXIVE and word in rules.active:
        return rules.active[word], _subjects(sight, at)
    if word == "fell" and sight.word(at + 1) in FELL and sight.word(at + 2) not in _INTO:
        return "killed", _subjects(sight, at)
    done = starting_at(sight, at, rules.intransitive)
    if done and tags[at] != "VBG":
        return done, _subjects(sight, at)
    if tags[at] in _VERBS or ending_at(sight, at, rules.active) != rules.active.get(word, ""):
        felled = _objects(sight, at)
        return "wounded" if felled and _in_limb(sight, felled[-1].last) else ending_at(sight, at, rules.active), felled
    return "", []


def _in_limb(sight: Sight, at: int) -> bool:
    """Whether *in the shoulder* stands at a token: *shot Lenin in the shoulder*."""
    return sight.word(at) in ("in", "through") and sight.word(at + 1) == "the" and sight.word(at + 2) in _LIMBS


def _being_behind(sight: Sight, at: int) -> int:
    """The token behind *was* or *were* that follows a participle, a time and a place between or not; 0 for none."""
    parse, last = sight.parse, min(at + _FURTHER, sight.sentence.last - 1)
    for behind in range(at + 1, last):
        if sight.word(behind) in BE:
            return behind + 1
        if parse.group_of[behind] >= 0:
            break
    return 0


def _listed(sight: Sight, at: int) -> list[Chunk]:
    """The noun phrases of a list: *among those killed were Callimachus and Cynaegirus*."""
    found: list[Chunk] = []
    while at < sight.sentence.last:
        index = sight.parse.chunk_of[at]
        if index < 0:
            break
        found.append(sight.parse.chunks[index])
        at = found[-1].last
        if sight.word(at) not in (",", "and"):
            break
        at += 1 + (sight.word(at + 1) == "and")
    return found


def _along_with(sight: Sight, at: int, felled: Chunk) -> list[Chunk]:
    """*was killed, along with the journalist Elsa Ruiz*, *Lyon, along with a sergeant, was wounded*: whom the same befell, by the verb at a token."""
    group_of, last = sight.parse.group_of, sight.sentence.last
    end = next((k for k in range(at + 1, last) if group_of[k] >= 0 or sight.word(k) == ";"), last)
    aside = felled.last + (sight.word(felled.last) == ",")
    for behind in (aside, *range(at + 1, end)):
        if sight.word(behind) in _TOGETHER and sight.word(behind + 1) == "with":
            return _listed(sight, behind + 2)
    return []


def _prisoners(sight: Sight, at: int) -> list[Chunk]:
    """*was taken prisoner*, *took de Castries prisoner*."""
    if sight.word(at - 1) in ("taken", "made", "held"):
        return _subjects(sight, at - 1) if _be_before(sight, at - 1) else []
    index = sight.parse.chunk_of[at - 1]
    if index < 0:
        return []
    first = sight.parse.chunks[index].first
    while sight.word(first - 1) in actor_rules().particles:
        first -= 1
    taken = sight.word(first - 1) in ("took", "taking", "take", "takes")
    return [Chunk(first, at, at - 1)] if taken else []


def _beaten(sight: Sight, at: int) -> list[Chunk]:
    """*was speared to death*, *hacked the captain and nine officers to death*: whom the verb before *to death* befell."""
    if sight.parse.group_of[at - 1] >= 0 and _be_before(sight, at - 1):
        return _subjects(sight, at - 1) if to_death(sight, at - 1, at) else []
    found: list[Chunk] = []
    index = sight.parse.chunk_of[at - 1]
    while index >= 0 and sight.parse.chunks[index].first > sight.sentence.first:
        found.append(sight.parse.chunks[index])
        before = found[-1].first - 1
        if sight.word(before) != "and":
            return found if to_death(sight, before, at) else []
        index = sight.parse.chunk_of[before - 1]
    return []


def _be_before(sight: Sight, at: int) -> bool:
    """Whether a form of *be* makes the participle a passive."""
    before = at - 1
    while before > sight.sentence.first and sight.parse.tags[before] == "ADV":
        before -= 1
    return sight.word(before) in BE


def _shares_be(sight: Sight, at: int, category: str) -> bool:
    """*The city was stormed and the governor killed*, *was seized and later murdered*: the auxiliary stands in the clause before."""
    index = sight.parse.group_of[at]
    if index < 0 or not (sight.parse.groups[index].passive and sight.parse.groups[index].finite):
        return False
    # Behind *and* of towns, too: *was taken and burned*.
    joined = category in ("killed", "captured") and any(
        c.group == index and c.link == "conjunct" for c in sight.clauses
    )
    return joined or sight.parse.chunk_of[at - 1] >= 0


def _subjects(sight: Sight, at: int) -> list[Chunk]:
    """The subject of the verb at a token, with the singular noun phrases joined to it."""
    tags, first = sight.parse.tags, sight.sentence.first
    clause = next((c for c in sight.clauses if c.first <= at < c.last and _holds(sight, c.group, at)), None)
    if clause is not None and clause.subjects and (clause.link == "conjunct" or _parted(sight, clause, at)):
        return [sight.parse.chunks[index] for index in clause.subjects]
    at -= 1
    while at > first and (tags[at] in _AUXILIARIES or sight.word(at) in _SKIPPED or _raises(sight, at)):
        at -= 1
    if tags[at] == "NEG":
        return []
    if tags[at] == "REL":
        at -= 1 + (sight.word(at - 1) == ",")
        index = sight.parse.chunk_of[at] if at >= first else -1
        return [sight.parse.chunks[index]] if index >= 0 else []
    if sight.word(at) == ",":
        if clause is not None and (name := _explained(sight, clause)) is not None:
            return [name]
        at = _before_apposition(sight, at - 1)
    chunk = _governing(sight, sight.parse.chunk_of[at]) if at >= first else None
    if chunk is None:
        return []
    found = [chunk]
    if tags[chunk.first] == "NAME" and tags[chunk.head] == "NOUN" and sight.word(chunk.head).endswith("s"):
        # *Lango and Acholi soldiers were massacred*: both names are of soldiers.
        return found
    while sight.word(found[-1].first - 1) == "and" or _lists(sight, found):
        index = sight.parse.chunk_of[found[-1].first - 2]
        if index < 0:
            break
        found.append(sight.parse.chunks[index])
    return found


def _parted(sight: Sight, clause: Clause, at: int) -> bool:
    """*A monitor accompanying a team was injured*: whether a participle says more of the subject before its verb."""
    first = sight.parse.chunks[clause.subjects[-1]].last
    return clause.link in ("main", "complement") and any(
        c.link == "reduced" and c.subjects == clause.subjects and first < c.last <= at for c in sight.clauses
    )


def _lists(sight: Sight, found: list[Chunk]) -> bool:
    """*Colonel Durnford, Lieutenant Coghill and five men*: a list goes on before its *and*; *Durnford, a colonel, and five men* is one person."""
    first = found[-1].first
    closed = len(found) > 1 and sight.word(first - 1) == "," and sight.word(found[-1].last) != ","
    return closed and sight.parse.tags[first] != "DET"


def _raises(sight: Sight, at: int) -> bool:
    """*is believed to have shot himself*: the subject stands before what is believed."""
    return sight.parse.tags[at] == "TO" or (sight.parse.tags[at + 1] == "TO" and sight.word(at) in RAISING)


def _holds(sight: Sight, group: int, at: int) -> bool:
    return sight.parse.groups[group].first <= at <= sight.parse.groups[group].last


def _before_apposition(sight: Sight, at: int) -> int:
    """From the end of an apposition back to its noun: *its commander, Xianghou, was killed*."""
    start = at
    while start > sight.sentence.first and sight.word(start) != "," and at - start < _LONGEST_APPOSITION:
        start -= 1
    return start - 1 if sight.word(start) == "," and start > sight.sentence.first else at


def _explained(sight: Sight, clause: Clause) -> Chunk | None:
    """*Grotius, a jurist, diplomat and poet of the school of Leiden, was killed*: the name that is the subject of a clause, and has a comma behind."""
    name = sight.parse.chunks[clause.subjects[0]] if len(clause.subjects) == 1 else None
    named = name is not None and all(tag == "NAME" for tag in sight.parse.tags[name.first : name.last])
    return name if name is not None and named and sight.word(name.last) == "," else None


def _governing(sight: Sight, index: int) -> Chunk | None:
    """The noun phrase that the prepositional phrases before the verb belong to: *the commander of the 6th Tank Regiment*."""
    chunk_of, prepositions, first = sight.parse.chunk_of, sight.parse.prepositions, sight.sentence.first
    while index >= 0 and index in prepositions:
        chunk, at = sight.parse.chunks[index], prepositions[index] - 1
        # A subject after a phrase of time without a comma: "on 28 June Charles was wounded".
        if any(sight.parse.tags[i] in ("MONTH", "YEAR") for i in range(chunk.first, chunk.head)):
            return chunk
        index = chunk_of[at] if at >= first else -1
        if index < 0:
            return chunk if sight.parse.tags[chunk.head] == "NAME" else None
    return sight.parse.chunks[index] if index >= 0 else None


def _objects(sight: Sight, at: int) -> list[Chunk]:
    group = sight.parse.group_of[at]
    be = group >= 0 and any(sight.parse.tags[i] == "BE" for i in range(sight.parse.groups[group].first, at))
    index = sight.parse.chunk_of[at + 1] if at + 1 < sight.sentence.last else -1
    if be or index < 0 or sight.parse.chunks[index].first != at + 1:
        return []
    found = [sight.parse.chunks[index]]
    joined = found[0].last + 1
    named = sight.parse.tags[found[0].head] == "NAME"
    while (
        sight.word(joined - 1) == "and"
        and joined < sight.sentence.last
        and (sight.parse.tags[joined] in ("POSS", "DET") or (named and sight.parse.tags[joined] in ("NAME", "NOUN")))
    ):
        # *killing two children and their mother*, *killing General Ali and Colonel Hassan*
        index = sight.parse.chunk_of[joined]
        if index < 0 or (chunk := sight.parse.chunks[index]).first != joined or _acts(sight, chunk):
            break
        found.append(chunk)
        joined = chunk.last + 1
    # *killed the mayor, his wife and 14 councillors*
    listed = next((c.objects for c in sight.clauses if index in c.objects and len(c.objects) > 2), ())
    if sight.parse.tags[found[0].first] == "NUM":
        # *killed two generals, Horn and Ney*: who they were.
        return found
    more = [sight.parse.chunks[i] for i in listed if sight.parse.chunks[i] not in found]
    return [*found, *(chunk for chunk in more if sight.parse.tags[chunk.first] in ("POSS", "DET", "NAME"))]


def _acts(sight: Sight, chunk: Chunk) -> bool:
    """Whether a noun phrase is the subject of the verb behind it."""
    at = chunk.last
    while at < sight.sentence.last and sight.parse.tags[at] in ("ADP", "ADV", "DET", "NAME", "NOUN", "ADJ", "POSS"):
        at += 1
    return at < sight.sentence.last and sight.parse.group_of[at] >= 0


def _single(sight: Sight, chunk: Chunk, category: str) -> Mention[Count] | None:
    """The count of a noun phrase that is one person."""
    tokens, tags, actors = sight.tokens, sight.parse.tags, actor_rules()
    first = chunk.first
    if sight.word(first - 1) in ("named", "called") and any(i.last == first - 1 for i in sight.counts):
        # *a 29-year-old man named Kim, who was clubbed to death*: counted as the man
        return None
    for at in range(chunk.first, chunk.head):
        if tags[at] in ("MONTH", "YEAR") or tokens.lower[at] in actors.articles or tokens.lower[at] == "both":
            first = at + 1
    if any(tags[at] == "NUM" and not is_age(tokens.lower, at) for at in range(first, chunk.head)):
        return None
    while first < chunk.head and tags[first] == "NOUN" and not _titles(tokens.lower[first]):
        # A phrase of manner or time that the parse joined to the name: "on the way Sergeant Pilla".
        if tags[first + 1] != "NAME":
            break
        first += 1
    word, tag, bare = tokens.lower[chunk.head], tags[chunk.head], False
    titled = any(_titles(tokens.lower[at]) for at in range(first, chunk.head))
    if tag == "PRON":
        single = word in _PERSONAL
    elif word in actors.alone or word in actors.ranks:
        single = not word.endswith("s")
    elif sight.word(chunk.first) in ("a", "an") and (name := _apposed_name(sight, chunk)) is not None:
        return _single(sight, name, category)
    elif tag == "NAME":
        given = any(tokens.words[at] in actors.given_names for at in range(first, chunk.last))
        razed = not _RAZED.isdisjoint(tokens.lower[chunk.last : chunk.last + 3])
        # *Kandanos was burned*, *Bismarck was crippled*: of a bare name, a town's or a ship's.
        single = titled or given or (not razed and _unknown(sight, chunk, first))
    else:
        single = _definite_person(sight, chunk) or (bare := _bare(sight, chunk))
    if not single:
        return None
    start, end = tokens.starts[first], tokens.ends[chunk.head]
    who = " ".join(tokens.text[start:end].split())
    kind = "combatant" if titled else kind_of(tokens, first, chunk.head, sight.rules)
    # A bare name that fell or was captured is a town's as often as a person's: resolution decides.
    sure = (
        tag != "NAME" or titled or (category != "captured" and "fell" not in tokens.lower[chunk.last : chunk.last + 2])
    )
    rule = "count/bare" if bare else "count/person" if sure else "count/name"
    return Mention(start, end, Count(category, 1, 1, "exact", who, kind), rule)


def _bare(sight: Sight, chunk: Chunk) -> bool:
    """*Hill was wounded*: a common word without an article that opens its sentence, and may be a name; who bears it is told elsewhere."""
    alone = chunk.first == sight.sentence.first and chunk.last == chunk.first + 1
    return alone and sight.parse.tags[chunk.first] == "NOUN"


def _apposed_name(sight: Sight, chunk: Chunk) -> Chunk | None:
    """*A page, Augustus Leubelfing, was killed*: the name that stands between commas behind a noun."""
    index = sight.parse.chunk_of[chunk.last + 1] if sight.word(chunk.last) == "," and sight.word(chunk.last + 1) else -1
    if index < 0 or sight.parse.tags[chunk.head] != "NOUN":
        return None
    name = sight.parse.chunks[index]
    named = all(tag == "NAME" for tag in sight.parse.tags[name.first : name.last])
    return name if named and name.first == chunk.last + 1 and sight.word(name.last) == "," else None


def _titles(word: str) -> bool:
    """*General Warren*, *his rival Raisuni*: a noun of one person before a name."""
    return word in actor_rules().titles_of_persons or (
        "person" in noun_classes().get(word, ()) and not word.endswith(("s", "men"))
    )


def _definite_person(sight: Sight, chunk: Chunk) -> bool:
    """*the king's brother*, *its pilot*: one person, by a definite noun in the singular."""
    word, head = sight.word(chunk.head), chunk.head
    if (
        "person" not in noun_classes().get(word, ())
        or word in _SEVERAL
        or word.endswith(("s", "men", "people", "folk"))
    ):
        return False
    tags = sight.parse.tags
    if chunk.first == head and sight.word(head - 1) == "and" and (before := sight.parse.chunk_of[head - 2]) >= 0:
        # *His father and uncle were beheaded*
        return _definite_person(sight, sight.parse.chunks[before])
    return sight.word(chunk.first) in _DEFINITE or tags[chunk.first] == "POSS" or "GEN" in tags[chunk.first : head]


def _unknown(sight: Sight, chunk: Chunk, first: int) -> bool:
    """Whether a name is none of a state, a people, an organisation or several: it may be one person's."""
    rules, tokens = actor_rules(), sight.tokens
    last = tokens.words[chunk.head]
    # *the Lincoln Battalion* makes no battalion of Lincoln.
    if any(name.text == last for name in rules.known.get(last, ())) and last not in rules.given_names:
        return False
    if tokens.lower[chunk.first] in rules.articles or tokens.lower[chunk.head] in rules.heads:
        return False
    if chunk.last - first == 1 and last.endswith("s") and sight.word(first - 1) in _OF_MANY:
        # *massacred Chiriguanos*: a people that no list holds.
        return False
    return not any(tokens.lower[at] in rules.thing_words for at in range(first, chunk.last))
