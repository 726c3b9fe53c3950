"""Types of deeds, and kinds of places, that several modules ask for."""

from __future__ import annotations

__all__ = ["OF_ARMS", "OF_PLACES", "POWERS", "RETAKEN", "VIOLENT"]

OF_PLACES = frozenset({"BATTLE", "TERRITORY", "REMOTE", "MOVEMENT"})
"""Deeds at a place, or of one."""
VIOLENT = frozenset({"BATTLE", "REMOTE", "DESTRUCTION", "VIOLENCE", "PROTEST"})
"""Deeds that strike somebody or something, and cost lives."""
OF_ARMS = frozenset({"BATTLE", "TERRITORY", "REMOTE", "DESTRUCTION"})
"""What forces do to one another, and to land and works."""
RETAKEN = frozenset({"capture", "recapture"})
"""Subtypes by which places and things change hands."""
POWERS = frozenset({"country", "polity"})
"""Kinds of places that act."""
