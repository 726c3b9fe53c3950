"""Stretches: a trigger's place in its text, told by the words around it instead of offsets."""

from __future__ import annotations

import re

from pipeline.errors import LabelError

__all__ = ["find_stretch", "stretch_around"]


def find_stretch(stretch: str, text: str, where: str) -> tuple[int, int]:
    """The offsets of the trigger of a stretch in its text; line ends and spaces may differ.

    >>> find_stretch("rebels «seized» Minyan", "On 28 October rebels seized Minyan.", "x.toml:3")
    (21, 27)
    """
    before, opened, rest = stretch.partition("«")
    trigger, closed, after = rest.partition("»")
    if not (opened and closed and trigger.strip()) or "«" in after or "»" in after:
        raise LabelError(f"{where}: trigger: one «…» is needed, got {stretch!r}")
    pattern = re.compile(f"{_loose(before)}(?P<trigger>{_loose(trigger)}){_loose(after)}")
    found = list(pattern.finditer(text))
    if len(found) != 1:
        times = f"{len(found)} times" if found else "nowhere"
        raise LabelError(f"{where}: trigger: {stretch!r} stands {times} in the text; it must stand there once")
    return found[0].span("trigger")


def stretch_around(text: str, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` marked, with as few words around them as make the stretch occur once in its text.

    >>> stretch_around("They seized the fort and then seized the town.", 30, 36)
    'fort and then «seized» the town.'
    """
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before = list(re.finditer(r"\S+\s*", text[line:start]))
    after = list(re.finditer(r"\s*\S+", text[end : stop if stop >= 0 else len(text)]))
    for words in range(3, max(len(before), len(after)) + 4):
        low = line + before[-words].start() if words <= len(before) else line
        high = end + after[words - 2].end() if words - 1 <= len(after) else (stop if stop >= 0 else len(text))
        stretch = " ".join(f"{text[low:start]}«{text[start:end]}»{text[end:high]}".split())
        try:
            if find_stretch(stretch, text, "") == (start, end):
                return stretch
        except LabelError:
            continue
    raise LabelError(
        f"the words {text[start:end]!r} at {start} stand in a line that the text repeats; no stretch names them"
    )


def _loose(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", words))
