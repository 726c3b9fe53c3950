"""What the words beside a name say: prepositions, type words, titles, verbs of saying."""

from __future__ import annotations

import re

from pipeline.frozen import dataclass
from pipeline.rules.places import PlaceRules

__all__ = ["APPOSED", "ELSEWHERE", "NEVER", "PERSONAL", "SPEAKS", "TAKEN", "Before", "Surroundings"]

APPOSED = 2.5
"""What *the town of* before a name says for a place."""
ELSEWHERE = -2.5
"""What *at Nancy* right after a name says against a place."""
SPEAKS = -1.2
"""What a verb of saying after a name says against a place."""

PERSONAL = -2.0
"""What *'s wife* or *, son of* after a name says against a place."""
NUMBERED = -1.8
"""What a small number after a name says against a place: *Apollo 11*."""
DATED = -1.0
"""What a year in brackets after a name says against a place: *Suez (1938)*."""
QUOTED = -2.0
"""What quotation marks on both sides of a name say against a place."""
TAKEN = -8.0
"""What *virus* after a name says against a place, unless it is a country."""
NEVER = -20.0
"""What *$* or a slash right after a name says against a place."""

_LINKS = frozenset({"of", "called", "named"})
_COPULA = re.compile(r" (?:is|was) an? (?P<what>[^.;]{0,60})")
_BEFELL = re.compile(r" (?:(?:was|is|had been|has been|being) (?:\w+ly )?)(?P<what>[\w-]+(?: \w+)?)")
_BEING = frozenset({"was", "is", "had", "has", "being"})
_NEXT = re.compile(r" (?P<word>[a-z][\w-]+)")
_NUMBER = re.compile(r" (?:\d{1,2}|[IVX]{2,4})\b(?! [A-Z])(?![.,:]\d|[°%])")
_YEAR = re.compile(r" \((?:1[5-9]|20)\d\d\)")
_BORDER = re.compile(
    r" (?:airspace|borders?|coast|coasts|coastline|frontier|ports)\b(?! (?:guards?|crossing|town|control|forces|troops|police|policemen|posts?|patrols?|regiments?|corps|tribes?|officials?)\b)"
)
_GROUND = re.compile(
    r" (?:territor(?:y|ies)|soil|waters|peninsula|mainland|heartland)\b(?! (?:dispute|loss|control|gain|claim)s?\b)"
)
_MISSION = re.compile(
    r" (?:embassy|consulate|legation)\b(?! (?:staff|officials?|guards?|workers?|employees?|personnel)\b)"
)
_DOMAINS = frozenset({".com", ".org", ".net", ".edu", ".gov"})
_QUOTES = frozenset('"“”‘«»')


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name."""

    bonus: float = 0.0
    titled: bool = False
    article: bool = False
    indefinite: bool = False
    """Whether *a* or *an* stands there: no name of a place follows."""
    listed: bool = False
    """Whether a type word in the plural announces a list: *the villages of X, Y and Z*."""
    named: bool = False
    """Whether a settlement's type word stands there: *the city of Van*."""
    within: bool = False
    """Whether the preposition is one that few names of other things follow."""
    other: bool = False
    """Whether it is said to be something else: *the cruiser Moskva*."""
    local: float = 0.0
    """How much the words before it use the name as a place, whatever the name: 1 after *in*, less after *to* or *of*."""


_NOTHING = Before()
_ARTICLE = Before(article=True)
_INDEFINITE = Before(indefinite=True)
# *a man called Jordan*, but *they called Ukraine's denial absurd*.
_CALLED = frozenset({"called", "named"})
_CALLED_SO = Before(-1.5)
_OTHER = Before(-4.0, other=True)
_CHIEF = frozenset({"capital", "port", "seaport", "fortress"})
_APPOSITION = re.compile(
    r", (?:the|an?) (?:[\w-]+ ){0,3}?(?P<noun>[a-z]+)(?=[,.;)]| (?:in|of|on|near|that|which|where|at|with|and)\b)"
)
# *the Saratov was sunk*: a town takes no article.
_THING = re.compile(
    r"[.;)]|'s |’s | (?:was|were|is|had|has|sank|sailed|in|on|at|to|as|with|which|that|struck|fired|and (?:the|her|its)|from|under|into)\b"
)


class Surroundings:
    """The neighbourhoods of the names of one text."""

    def __init__(self, text: str, rules: PlaceRules) -> None:
        self.text = text
        self.context = rules.context
        self.types = rules.types
        self.persons = rules.persons
        self.titles = rules.persons.titles

    def before(self, start: int) -> Before:
        """What the words before ``start`` say of a name that begins there."""
        piece = self.text[max(0, start - 40) : start]
        if not piece.endswith((" ", "-")):
            return _NOTHING
        stop = max(piece.rfind(", "), piece.rfind("; "), piece.rfind("\n"), piece.rfind(") "))
        words = piece[stop + 1 :].split()
        if not words:
            return _NOTHING
        last = words[-1].lstrip("(\"“'‘")
        if last in _CALLED:
            return _CALLED_SO
        context = self.context
        if last in context.other:
            return _OTHER
        if last.rstrip(".") in self.titles:
            return Before(titled=True)
        if last[-1:] == ":":
            announced = not context.plural.isdisjoint(self.text[max(0, start - 90) : start].split())
            return Before(2.0, listed=True) if announced else _NOTHING
        if last[-1:] in ".!?":
            return _NOTHING
        if last in {"a", "an", "A", "An"}:
            return _INDEFINITE
        article = last in {"the", "The"}
        while words and words[-1].lower() in context.fill:
            words.pop()
        if words:
            return self._words_before(words, article=article)
        return _ARTICLE if article else _NOTHING

    def titled(self, start: int) -> bool:
        """Whether a title stands right before ``start``."""
        words = self.text[max(0, start - 40) : start].rsplit(None, 1)
        return (
            self.text[start - 1 : start] in {" ", "-"}
            and bool(words)
            and words[-1].lstrip("(\"“'‘").rstrip(".") in self.titles
        )

    def _words_before(self, words: list[str], *, article: bool) -> Before:
        context = self.context
        last = words[-1].lower().lstrip("(\"“'‘")
        if last == "to" and len(words) > 1 and words[-2].lower() == "according":
            return Before(-0.6, article=article)
        if last in _LINKS and len(words) > 1:
            noun = words[-2].lower()
            if noun in context.apposed:
                return Before(
                    APPOSED, article=article, listed=noun in context.plural, named=noun in context.copula, local=1.0
                )
            return Before(0.9 if noun in context.belonging else 0.0, article=article, local=0.2)
        if last == "of":
            return Before(0.9, article=article, local=0.2)
        if last in {"on", "against", "at", "to", "towards"} and len(words) > 1 and words[-2].lower() in context.deeds:
            return Before(2.2, article=article, local=1.0)
        if last in context.strong:
            return Before(2.3, article=article, local=1.0)
        if last in context.locative:
            local = 0.3 if last in context.loose else 1.0
            return Before(1.5, article=article, within=last in context.within, local=local)
        if last in context.verbs:
            return Before(1.5, article=article, local=0.6)
        if last in context.apposed:
            return Before(1.2, article=article, listed=last in context.plural, local=1.0)
        return _ARTICLE if article else _NOTHING

    def after(self, end: int) -> float:
        """What stands after ``end`` says of a name that ends there."""
        piece = self.text[end : end + 40]
        mark, context = piece[:1], self.context
        # *Black Creek/Gadsden*, but not *A/Victoria/361*
        if mark == "$" or (mark == "/" and not piece[1:2].isupper()) or piece[:4] in _DOMAINS:
            return NEVER
        if mark in {"'", "’"}:
            return self._possessed(piece)
        if mark == ",":
            if (what := _APPOSITION.match(self.text, end)) and what["noun"] in context.copula | _CHIEF:
                # *Lund, the only city that resisted, was burned*
                return 2.2
            return PERSONAL if self._apposed(piece[2:]) else SPEAKS if piece.startswith(", who ") else 0.0
        if mark != " ":
            return 0.0
        if piece[1:2] == "(":
            return DATED if _YEAR.match(piece) else 0.0
        words = piece[1:].split(" ", 2)
        word = words[0].rstrip(".,;:)")
        if word in self.types.qualifiers and len(words) > 1:
            word = words[1].rstrip(".,;:)")
        if word in self.types.outside:
            return 2.2
        if word in self.persons.verbs:
            return SPEAKS
        if word in context.taken:
            return TAKEN
        return self._told_of(word, end) or (NUMBERED if _NUMBER.match(piece) else 0.0)

    def _told_of(self, word: str, end: int) -> float:
        """What is said of who or what is named: *was killed*, *is a town*, *at Nancy*."""
        if word == "at" and self.text[end + 4 : end + 5].isupper():
            return ELSEWHERE
        if word in _BEING and (befell := _BEFELL.match(self.text, end)):
            what = befell["what"]
            if what in self.persons.befallen or what.split(" ")[0] in self.persons.befallen:
                return PERSONAL
        if word in {"is", "was"}:
            copula = _COPULA.match(self.text, end)
            if copula:
                what = copula["what"].lower().replace(",", " ").split()
                if not self.context.copula.isdisjoint(what):
                    return 2.2
                if not self.persons.kin.isdisjoint(what[:5]):
                    return PERSONAL
        return 0.0

    def _possessed(self, piece: str) -> float:
        """What a possessive says: *Euclid's algorithm*, *Ajax' brother*."""
        words = piece[1:].split(" ", 2)
        if words[0] not in {"s", ""} or len(words) < 2:
            return 0.0
        return PERSONAL if words[1].rstrip(".,;:)") in self.persons.possessed else 0.3

    def _apposed(self, piece: str) -> bool:
        """Whether an apposition tells who somebody is: *, the son of*."""
        words = piece.split(" ", 2)
        word = words[1] if len(words) > 1 and words[0] in {"the", "a", "an", "his", "her", "whose"} else words[0]
        return word.rstrip(".,;") in self.persons.kin

    def partnered(self, start: int, end: int) -> bool:
        """Whether the name is one of a firm's: *Nicholson & Watson*."""
        return self.text[end : end + 3] == " & " or self.text[start - 3 : start] == " & "

    def border(self, end: int) -> int | None:
        """The end of what is named by a people and is a place: *the Soviet border*, *French ports*; None where nothing is."""
        found = _BORDER.match(self.text, end)
        return found.end() if found else self.ground(end)

    def ground(self, end: int) -> int | None:
        """The end of *Ugandan territory*, *LTTE territory*: what is held by a people or a body; None where nothing is."""
        found = _GROUND.match(self.text, end)
        return found.end() if found else None

    def mission(self, end: int) -> int | None:
        """The end of *the French embassy*; None where no such word follows."""
        found = _MISSION.match(self.text, end)
        return found.end() if found else None

    def thing(self, end: int) -> bool:
        """Whether a name with the article stands for itself: *the Saratov sank*, not *the Saratov garrison*."""
        return _THING.match(self.text, end) is not None

    def quoted(self, start: int, end: int) -> bool:
        """Whether the name alone stands between quotation marks: a title, or a word spoken of."""
        return self.text[start - 1 : start] in _QUOTES and self.text[end : end + 2].lstrip(",.")[:1] in _QUOTES

    def adjunct(self, end: int) -> bool:
        """Whether a noun follows that the name goes with: *the Aleppo offensive*."""
        following = _NEXT.match(self.text, end)
        return following is not None and following["word"] not in self.context.function
