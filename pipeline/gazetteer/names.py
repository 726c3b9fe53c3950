"""Keys of names: how a toponym is written does not matter, which one it is does."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "is_latin_name", "name_key"]

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
        "ħ": "h",
        "ŋ": "n",
        "-": " ",
        "‐": " ",
        "‑": " ",
        "–": " ",
        "/": " ",
        ",": " ",
        "'": None,
        "’": None,
        "‘": None,
        "`": None,
        "´": None,
        "ʻ": None,
        "ʼ": None,
        "ʾ": None,
        "ʿ": None,
        "ʹ": None,
        ".": None,
        "&": " and ",
    }
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "mts": "mountains", "ft": "fort"}
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,5}$")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘`ʻʼʾʿ. -]{3,}")
_CAPITAL = re.compile(r"(?:[A-Z][a-z]?[-'’ ])?(?:(?:[a-z]{1,3}|'s)[-'’‘ ])?['’‘`ʻʼʾʿ]?[^\W\d_a-zß-ÿ]")


@lru_cache(maxsize=1 << 12)
def fold(name: str) -> str:
    """The name in small letters, without accents, apostrophes, hyphens and points; *St.*, *Mt.*, *Ft.* written out.

    >>> fold("Deir ez-Zor"), fold("Ḩalab"), fold("St. Louis"), fold("Qal‘at al-Maḑīq")
    ('deir ez zor', 'halab', 'saint louis', 'qalat al madiq')
    """
    small = name.lower()
    if not small.isascii():
        small = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    words = small.translate(_LETTERS).split()
    if len(words) > 1:
        words = [_SHORT.get(word, word) for word in words]
    return " ".join(words)


def name_key(name: str) -> str:
    """The key under which a name is stored and looked up: folded, but an acronym keeps to itself.

    So *US* never finds a town called Us, and *WHO* finds nothing.

    >>> name_key("U.S."), name_key("Aleppo")
    ('=US', 'aleppo')
    """
    if len(name) <= 10 and _ACRONYM.match(name):
        return "=" + name.replace(".", "")
    return fold(name)


def is_latin_name(name: str) -> bool:
    """Whether an alternate name can stand in English prose: Latin letters, a capital, no code.

    >>> [n for n in ("Halab", "a lei po", "ALP", "Алеп", "al-Bab") if is_latin_name(n)]
    ['Halab', 'al-Bab']
    """
    return bool(_LATIN.fullmatch(name) and _CAPITAL.match(name)) and not name.isupper()
