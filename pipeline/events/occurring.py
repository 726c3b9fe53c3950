"""Who is told beside a deed that takes place: between whom, with whom, by whom, from where it came."""

from __future__ import annotations

from pipeline.events.verbal import Verbal

__all__ = ["Occurring"]

_OF_ATTACKS = frozenset({"BATTLE", "REMOTE"})


class Occurring(Verbal):
    """Reads the parties of an event noun off the prepositions of a clause that says that it took place."""

    def _role_beside(self, index: int, at: int, chunk: int) -> str:
        """The role of what a preposition governs where a deed takes place: *broke out between the two*, *with the Turks*, *came from the hills*."""
        word, occurs = self.scene.lower[at], self.candidate.support == "occur"
        if word == "between" and (occurs or not self.scene.clauses[index].objects):
            return "initiator"
        if not occurs:
            return "none"
        if word == "from":
            return "initiator" if self._came_from(index, chunk) else "none"
        if word == "by":
            # *Localised offensives took place by Russian forces*
            return self.roles.get("by", "none") if self._done_by(index, chunk) else "none"
        met = word in {"with", "against"} and self._fought_with(at, chunk)
        return self.roles.get(word, "none") if met else "none"

    def _done_by(self, index: int, chunk: int) -> bool:
        """*took place by Russian forces*; not *after a withdrawal by Russian forces*."""
        apart = self.scene.passive(index) or self.of_another_deed(chunk, self.scene.verb(index))
        return not apart and self._is_party(chunk)

    def _came_from(self, index: int, chunk: int) -> bool:
        """*The counterattack came from Mackensen*; not *from the south*, *from the hills*."""
        came = self.scene.lower[self.scene.verb(index)] in ("came", "come") and self.candidate.rule.type in _OF_ATTACKS
        return came and self._is_party(chunk) and not self.is_ground(chunk)

    def _fought_with(self, preposition: int, chunk: int) -> bool:
        """*fighting broke out with the Turks*; not *fighting broke out, with the Turks losing 300 men*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.lower[preposition] != "with" or scene.lower[preposition - 1] != ",":
            return self._is_party(chunk)
        within = any(word.endswith("ing") for word in scene.lower[phrase.first + 1 : phrase.last])
        behind = scene.clause_of[phrase.last] if phrase.last < len(scene.clause_of) else -1
        goes_along = within or (behind >= 0 and scene.clauses[behind].subjects == (chunk,))
        return not goes_along and self._is_party(chunk)

    def _acts(self, chunk: int) -> bool:
        """Whether a noun phrase names a party, and no deed."""
        return self._is_party(chunk) and not self.scene.is_a(chunk, "event", "deed")

    def _is_part(self, chunk: int) -> bool:
        """*took part*, *played a role*; not *played no part*."""
        scene = self.scene
        return scene.head(chunk) in ("part", "role") and scene.lower[scene.chunks[chunk].first] != "no"
