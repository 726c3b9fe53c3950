"""What kind of actor a mention names, as far as pronouns go (one person, a group, a body, a party that acts), and how ids spell names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.records import Actor, Mention
from pipeline.rules.nouns import noun_classes

__all__ = [
    "ACTING_KINDS",
    "acts",
    "is_body",
    "is_group",
    "is_person",
    "is_plural",
    "is_pronoun_of_person",
    "is_vessel",
    "slug",
]

_WORD = re.compile(r"\w+")
_PLURAL_KINDS = frozenset({"state_force", "rebel", "militia", "civilians", "police", "unit"})
_SINGULAR = ("ss", "corps")
"""Ends of nouns of one body: *Congress*, *II Corps*."""
ACTING_KINDS = frozenset({"state_force", "rebel", "militia", "government", "police", "unit", "igo", "ngo"})


def is_pronoun_of_person(mention: Mention[Actor]) -> bool:
    """*he*, *her*."""
    return mention.rule in ("actor/pronoun-masculine", "actor/pronoun-feminine")


def is_vessel(words: list[str]) -> bool:
    """*the cruiser Exeter*, *the ship*; no *ships* nor *fleet*."""
    classes = noun_classes()
    return any({"naval", "materiel"} <= classes.get(word, frozenset()) and not word.endswith("s") for word in words)


def is_person(mention: Mention[Actor]) -> bool:
    """One person: *the officers* are no *he*."""
    return mention.value.kind == "person" and not (mention.rule == "actor/office" and mention.value.name.endswith("s"))


def acts(mention: Mention[Actor]) -> bool:
    """Who may be one of several that act: a person, a body or a state."""
    return is_person(mention) or is_group(mention) or mention.rule == "actor/country"


def is_group(mention: Mention[Actor]) -> bool:
    """Men of one kind, or things that act like them: *the rebels*, *the guns*."""
    materiel = mention.value.kind == "other" and mention.rule in ("actor/phrase", "actor/equipment", "actor/plural")
    # *the Allies*; *the consuls*, *German commanders*
    allied = mention.rule in ("actor/organisation", "actor/office") and mention.value.name.endswith("s")
    return (materiel or allied or mention.value.kind in _PLURAL_KINDS) and mention.rule not in (
        "actor/adjective",
        "actor/country",
    )


def is_plural(name: str) -> bool:
    """Whether a noun phrase ends in a noun of several: *the guards*; not *Congress*, *II Corps*."""
    return name.endswith(("s", "men", "people")) and not name.lower().endswith(_SINGULAR)


def is_body(mention: Mention[Actor]) -> bool:
    """What *its* may stand for: a state or one body."""
    if mention.rule == "actor/country":
        return True
    # *a fleet of 600 triremes* is one.
    name = mention.value.name.partition(" of ")[0]
    plural = mention.rule in ("actor/phrase", "actor/people") and is_plural(name)
    return mention.value.kind in ACTING_KINDS and not plural and mention.rule != "actor/adjective"


@lru_cache(maxsize=1 << 12)
def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; letters that have no ASCII form stay.

    >>> slug("Việt Minh forces")
    'viet-minh-forces'
    """
    if not text.isascii():
        text = "".join([c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)])
    return "-".join(_WORD.findall(text.lower())) or "unknown"
