"""Verbs by what they take: an object, none, a clause of what is said."""

from __future__ import annotations

from functools import cache

from pipeline.rules.grammar import forms_of, grammar
from pipeline.rules.status import status_words

__all__ = [
    "appointing",
    "giving",
    "harming",
    "intransitive",
    "losing",
    "ordering",
    "seldom_passive",
    "speaking",
    "taking",
]


@cache
def speaking() -> frozenset[str]:
    """Forms of the verbs that report or plan what their clause says.

    >>> {"announced", "claims"} <= speaking(), "captured" in speaking()
    (True, False)
    """
    return frozenset(form for form, levels in status_words().verbs.items() if levels & {"report", "plan"})


@cache
def appointing() -> frozenset[str]:
    """Forms of the verbs that give somebody an office: *appointed*, *made*."""
    return forms_of(
        (
            "appoint",
            "name",
            "make",
            "elect",
            "crown",
            "proclaim",
            "declare",
            "create",
            "nominate",
            "designate",
            "acclaim",
        )
    )


@cache
def giving() -> frozenset[str]:
    """Forms of the verbs that say to whom, and then what: *ceded to France its share*.

    >>> "ceded" in giving(), "moved" in giving()
    (True, False)
    """
    return forms_of(
        (
            "cede", "give", "grant", "surrender", "yield", "restore", "return", "transfer", "sell", "leave", "lend", "offer", "send", "deliver",
            "entrust", "concede", "assign", "award", "present", "promise", "relinquish", "bequeath", "bring", "provide",
        )
    )  # fmt: skip


@cache
def harming() -> frozenset[str]:
    """Forms of the verbs that want an object: what is done to the counted, by those who are not.

    >>> "killed" in harming(), "fled" in harming()
    (True, False)
    """
    return forms_of(grammar().valency.transitive)


@cache
def taking() -> frozenset[str]:
    """Forms of the verbs that make a prisoner of somebody: *led captive*.

    >>> "taken" in taking()
    True
    """
    return forms_of(("take", "lead", "carry", "make"))


@cache
def losing() -> frozenset[str]:
    """Forms of the verbs whose object is a loss.

    >>> "suffered" in losing()
    True
    """
    return forms_of(("lose", "suffer"))


@cache
def ordering() -> frozenset[str]:
    """Forms of the verbs that have a thing done, where others tell of it: *ordered the captains beheaded*.

    >>> "ordered" in ordering()
    True
    """
    return forms_of(("order", "command"))


@cache
def intransitive() -> frozenset[str]:
    """Forms of the verbs that have no passive: *arrived*, *fled*, *retreated*.

    >>> {"arrived", "fled"} <= intransitive(), "captured" in intransitive()
    (True, False)
    """
    return forms_of(grammar().valency.intransitive)


@cache
def seldom_passive() -> frozenset[str]:
    """The same, and forms of verbs that seldom have one (*landed*, *moved*): told by where they stand.

    >>> sorted(seldom_passive())[:2]
    ['abdicate', 'abdicated']
    """
    return intransitive() | forms_of(grammar().valency.mostly_intransitive)
