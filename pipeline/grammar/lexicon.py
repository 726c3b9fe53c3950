"""The word class that a word has by itself: closed classes, verb inflections, suffixes, capitals."""

from __future__ import annotations

import re
from functools import cache

from pipeline.rules.grammar import ClosedClasses, grammar, verbs

__all__ = ["Lexicon", "lexicon"]

_CLOSED = {
    "adverb": "A", "preposition": "I", "pronoun": "O", "determiner": "D", "possessive": "P", "relative": "R", "genitive_relative": "Y",
    "that": "T", "wh_adverb": "W", "subordinator": "Q", "temporal_subordinator": "q", "infinitive": "i", "conjunction": "K", "negation": "!",
    "modal": "U", "be_finite": "B", "be": "b", "being": "e", "have": "H", "having": "h", "do": "F", "genitive": "S", "number": "C", "month": "t",
}  # fmt: skip
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "(": "(", ")": ")", "[": "(", "]": ")", "–": "-", "—": ":", "--": ":", "-": "-", "/": "-",
    "…": ".", "...": ".", '"': '"', "“": '"', "”": '"', "‘": '"', "«": '"', "»": '"', "``": '"', "''": '"', "%": "N",
}  # fmt: skip

# Analyses that one form can have, and the code of their set: x noun or verb, y the same in -s, j adjective or verb, E past or participle,
# X base, past and participle alike (*hit*, *cut*), r adjective or adverb (*right*, *early*),
# o preposition or adjective (*following*), d pronoun or adverb (*there*),
# n conjunction or adverb (*once*), k adjective or noun (*front*).
_SETS = {
    "V": "V", "Z": "Z", "L": "L", "p": "p", "G": "G", "NV": "x", "JV": "j", "JNV": "x", "NZ": "y", "Lp": "E", "LVp": "X", "LNVp": "X", "Vp": "w",
    "LV": "L", "Lx": "L", "LNV": "L", "NVp": "x", "JLVp": "X", "LZ": "L", "JLNVp": "X",
}  # fmt: skip

# What a listed noun or adjective is where the same form is a verb as well.
_NOUN_TOO = {"V": "x", "x": "x", "Z": "y", "y": "y", "j": "x"}
_ADJECTIVE_TOO = {"V": "j", "x": "j", "j": "j", "E": "E", "G": "G", "p": "p"}

# Adverbs that begin names where they have a capital within a sentence (*Long Island*, *Home Guard*).
_NAMING = frozenset(
    {
        "Long",
        "Far",
        "Home",
        "Fast",
        "Hard",
        "Right",
        "Well",
        "Still",
        "Just",
        "Today",
        "Here",
        "Early",
        "Late",
        "Overland",
    }
)
_ERAS = frozenset({"BC", "AD", "BCE", "CE", "BC.", "AD.", "B.C.", "A.D."})
_NUMBER = re.compile(r"[$€£~±+]?\d[\d,.]*(?:st|nd|rd|th|d|s|km|m|mm|k|%|\+)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1\d|20)\d\ds?$")
# *10-26 rebels*; not *1914-18*.
_SPAN = re.compile(r"(?!\d{4}-)\d[\d,]*-\d[\d,]*$")
_PREFIX = re.compile(r"(?:re|co|counter|over|out|un|mis|pre|de)-?(?=[a-z]{3})")
# Verbs with a first part: *re-started*, *counter-attacked*, *side-stepped*, *air-dropped*.
_COMPOUND = re.compile(
    r"(?:re|co|counter|over|out|under|mis|pre|de|side|air|para|off|cross|double|court|fore|inter)-(?=[a-z]{3})"
)
_ADJECTIVE = re.compile(r".{2,}(?:ous|ful|able|ible|ical|less|ish|ern|(?<!pr)iest|fic|otic|inal|onal|ural|utal)$")
# *an 800-man column*, but *a 12-pounder*.
_COUNTED = re.compile(r"\d[\d,.]*-(?!pounder|pdr)[a-z]+(?<!s)$")
_HYPHENED = re.compile(
    r".+-(?:[a-z]+(?:ed|ing|en)|held|led|built|born|made|run|wide|based|old|long|scale|level|range|style|line|term|known|fought|strong)$"
)

_MOST_WORDS = 16_000
"""Words that are remembered; a long batch starts again with the closed classes now and then."""


class Lexicon(dict[str, str]):
    """Word → class code, for words as written; a miss is judged once and kept.

    >>> found = lexicon()
    >>> found["captured"], found["attacks"], found["Aleppo"], found["swiftly"], found["1,200"]
    ('E', 'y', 'M', 'A', 'C')
    """

    def __init__(self) -> None:
        rules = grammar()
        self.open = _verb_codes()
        self.open |= {word: _NOUN_TOO.get(self.open.get(word, ""), "N") for word in rules.open.noun}
        self.open |= {word: _ADJECTIVE_TOO.get(self.open.get(word, ""), "J") for word in rules.open.adjective}
        self.closed = dict(_PUNCTUATION)
        for name in ClosedClasses.model_fields:
            for word in getattr(rules.closed, name):
                self.closed.setdefault(word, _CLOSED[name])
        self.closed.update(dict.fromkeys(("first", "next", "last"), "f"))
        self.closed |= {
            "right": "r",
            "early": "r",
            "late": "r",
            "nearby": "r",
            "following": "o",
            "opposite": "o",
            "past": "o",
            "outside": "o",
            "inside": "o",
            "forward": "o",
            "northward": "o",
            "southward": "o",
            "eastward": "o",
            "westward": "o",
            "there": "d",
            "once": "n",
            "front": "k",
            "rear": "k",
        }
        self.months = frozenset(rules.closed.month)
        for word in self.months:
            self.closed.pop(word, None)
        super().__init__(self.closed)
        # A month has its capital: "may" is a verb.
        self.update((word, _CLOSED["modal"]) for word in rules.closed.modal if word in self.months)
        self._closed = dict(self)

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
            self.update(self._closed)
        code = self[word] = self._judge(word)
        return code

    def initial(self, word: str) -> str:
        """The code of a capitalised word at the start of a sentence, where the capital says nothing."""
        lower = word.lower()
        if lower in self.months:
            return "t"
        if code := self.closed.get(lower) or self.open.get(lower):
            # *US forces landed*
            return "M" if code in "OR" and len(word) > 1 and word.isupper() else code
        return "A" if lower.endswith("ly") and len(lower) > 5 else self[word]

    def _judge(self, word: str) -> str:
        if word.isspace():
            return "_"
        lower = word.lower()
        if lower.rpartition("-")[2] in self.months and word != lower:
            return "t"
        if "-" in lower and _YEAR.match(lower.rpartition("-")[2]) and lower[0].isalpha() and len(lower) < 12:
            return "a" if lower.startswith(("mid", "early", "late")) else "M"
        if word in _ERAS:
            return "a"
        if lower in self.closed:
            code = self.closed[lower]
            # US, WHO, IT, and the Roman numeral one are names.
            named = (len(word) > 1 and word.isupper() and code not in "SC!") or (code in "ArI" and word in _NAMING)
            return "M" if named or lower == "i" else code
        if _NUMBER.match(word):
            return "c" if _YEAR.match(word) else "C"
        if "-" in word and _SPAN.match(word):
            return "C"
        if word != lower:
            return "M"
        return self._lower(word)

    def _lower(self, word: str) -> str:
        if code := self.open.get(word):
            return code
        if "-" in word:
            if (verb := _COMPOUND.match(word)) and (code := self.open.get(word[verb.end() :])) and code in "EGVZLpxy":
                return code
            if _HYPHENED.match(word) or _COUNTED.match(word):
                return "J"
            return self.open.get(word.rpartition("-")[2], "N")
        if word.startswith("un") and self.open.get(word[2:]) in ({"E", "p"} if word.endswith("ed") else {"p"}):
            # *undamaged*, *unopposed*, *unknown*: nothing that was done.
            return "J"
        if (prefix := _PREFIX.match(word)) and (code := self.open.get(word[prefix.end() :])) and code in "EGVZLp":
            return "y" if code == "Z" else code  # *retakes*, but *outlets* and *outcomes*
        if word.endswith("ly") and len(word) > 4:
            return "A"
        if word.endswith("ing") and len(word) > 5 and _vowel(word[:-3]):
            return "G"
        if word.endswith("ed") and len(word) > 4 and _vowel(word[:-2]):
            return "E"
        if not word[0].isalnum():
            return "*"
        return "J" if _ADJECTIVE.match(word) else "N"


def _vowel(stem: str) -> bool:
    return any(letter in "aeiouy" for letter in stem)


def _verb_codes() -> dict[str, str]:
    """Every inflected form → the code of the set of its analyses."""
    analyses: dict[str, set[str]] = {}
    for verb in verbs().values():
        base = "N" * verb.noun + "J" * verb.adjective
        for forms, code in (
            ((verb.lemma,), "V" + base), ((verb.third,), "Z" + "N" * verb.noun), (verb.past, "L"), (verb.participle, "p"), (verb.gerund, "G"),
        ):  # fmt: skip
            for form in forms:
                analyses.setdefault(form, set()).update(code)
    return {form: _SETS.get("".join(sorted(codes)), _fallback(codes)) for form, codes in analyses.items()}


def _fallback(codes: set[str]) -> str:
    for code, name in (("L", "L"), ("G", "G"), ("N", "x"), ("Z", "y"), ("p", "p")):
        if code in codes:
            return name
    return "V"


@cache
def lexicon() -> Lexicon:
    """The lexicon, built once."""
    return Lexicon()
