"""Finder of triggers: the verbs and nouns that evoke an event type, under the conditions of their rules.

A noun that names an event is found wherever it stands; whether the text reports the event there is for `pipeline.events` to judge.
"""

from __future__ import annotations

from pipeline.mentions.triggers.finder import find_triggers

__all__ = ["find_triggers"]
