"""Score: labels + extracted events → precision, recall and F1 of each slot.

Events are paired by their triggers: each label, in reading order, takes the free event whose trigger overlaps its own most, of equals the one that
begins nearest. A slot is then a bag of items over all labels and events: an unpaired label misses all of its items, an unpaired event adds all of
its own. FRAME is what a row of the table says besides its status.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pipeline.labels.declared import LabelledEvent
    from pipeline.labels.reading import Label

__all__ = ["FRAME", "SLOTS", "Breakdown", "Tally", "breakdown", "differences", "pair", "same_name", "score"]

FRAME = ("subtype", "date", "places", "initiator", "target", "casualties", "citations")
"""The slots that make up the FRAME."""
SLOTS = (
    "trigger",
    "type",
    "subtype",
    "status",
    "date",
    "places",
    "initiator",
    "target",
    "casualties",
    "citations",
    "FRAME",
)

_NAMED = ("places", "initiator", "target")
_ARTICLES = ("the ", "a ", "an ", "its ", "their ", "his ", "both ", "all ", "some ")

Event = dict[str, Any]
"""An event as ``events.jsonl`` holds it."""
Items = dict[str, list[Any]]


@dataclass(slots=True)
class Tally:
    """Items that are right, items that the labels hold, items that were extracted."""

    right: int = 0
    labelled: int = 0
    extracted: int = 0

    @property
    def precision(self) -> float:
        """Share of the extracted items that are right."""
        return self.right / self.extracted if self.extracted else 0.0

    @property
    def recall(self) -> float:
        """Share of the labelled items that were found."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def add(self, right: int, labelled: int, extracted: int) -> None:
        """Count some more items."""
        self.right += right
        self.labelled += labelled
        self.extracted += extracted


def score(labels: Mapping[str, Sequence[Label]], events: Iterable[Event]) -> dict[str, Tally]:
    """The tallies by slot over all labelled documents; events of other documents do not count.

    >>> from pipeline import extract
    >>> from pipeline.labels.declared import LabelledEvent
    >>> from pipeline.labels.reading import Label
    >>> from pipeline.tables.rows import rows_of
    >>> fell = LabelledEvent(trigger="Kut «fell»", type="TERRITORY.capture", date="1916-04-30")
    >>> labels = {"kut": [Label("kut", 4, 8, "fell", fell, "kut.toml:2")]}
    >>> events = rows_of(extract("Kut fell on 29 April 1916.", doc_id="kut"))[1]
    >>> tallies = score(labels, events)
    >>> tallies["subtype"].f1, tallies["date"].f1, tallies["places"].extracted
    (1.0, 0.0, 1)
    """
    tallies = {slot: Tally() for slot in SLOTS}
    for label, event in _required(labels, events):
        wanted = _wanted(label.event) if label else {}
        found = _found(event) if event else {}
        if label and event:
            found = _without_optional(label.event, wanted, found)
        for slot in SLOTS[:-1]:
            gold, got = wanted.get(slot, []), found.get(slot, [])
            counted = (_right(slot, gold, got), len(gold), len(got))
            tallies[slot].add(*counted)
            if slot in FRAME:
                tallies["FRAME"].add(*counted)
    return tallies


@dataclass(slots=True)
class Breakdown:
    """What became of the events of one type, or of one rule."""

    right: int = 0
    """Found, and every slot as labelled."""
    wrong: int = 0
    """Found, and a slot read otherwise."""
    missed: int = 0
    spurious: int = 0


def breakdown(labels: Mapping[str, Sequence[Label]], events: Iterable[Event], by: str) -> dict[str, Breakdown]:
    """How many events are right, wrong, missed and spurious, by ``type`` or by the ``rule`` that found them; most events first.

    By type an event that is wrong or missed counts for the labelled type. No rule missed a label that nothing found: by rule those are
    counted under the empty name.

    >>> from pipeline import extract
    >>> from pipeline.labels.declared import LabelledEvent
    >>> from pipeline.labels.reading import Label
    >>> from pipeline.tables.rows import rows_of
    >>> fell = LabelledEvent(trigger="Kut «fell»", type="TERRITORY.capture", date="1916-04-30")
    >>> labels = {"kut": [Label("kut", 4, 8, "fell", fell, "kut.toml:2")]}
    >>> events = rows_of(extract("Kut fell on 29 April 1916.", doc_id="kut"))[1]
    >>> breakdown(labels, events, "type")
    {'TERRITORY.capture': Breakdown(right=0, wrong=1, missed=0, spurious=0)}
    """
    found: dict[str, Breakdown] = {}
    for label, event in _required(labels, events):
        if by == "rule":
            name = event["rule"] if event is not None else ""
        else:
            name = label.event.type if label is not None else f"{event['type']}.{event['subtype']}" if event else ""
        counted = found.setdefault(name, Breakdown())
        if label is None:
            counted.spurious += 1
        elif event is None:
            counted.missed += 1
        elif _differing(label, event):
            counted.wrong += 1
        else:
            counted.right += 1

    def size(counted: Breakdown) -> int:
        return counted.right + counted.wrong + counted.missed + counted.spurious

    return dict(sorted(found.items(), key=lambda item: (-size(item[1]), item[0])))


def _differing(label: Label, event: Event) -> list[str]:
    """The slots that an event reads otherwise than its label, each with both readings."""
    wanted = _wanted(label.event)
    found = _without_optional(label.event, wanted, _found(event))
    return [
        f"{slot} {_said(wanted[slot])} ≠ {_said(found[slot])}"
        for slot in ("status", *FRAME)
        if _right(slot, wanted[slot], found[slot]) != max(len(wanted[slot]), len(found[slot]))
    ]


def differences(labels: Mapping[str, Sequence[Label]], events: Iterable[Event]) -> list[tuple[str, str]]:
    """What is missed, spurious or different, one ``(kind, line)`` an event, in reading order by document.

    >>> from pipeline import extract
    >>> from pipeline.labels.declared import LabelledEvent
    >>> from pipeline.labels.reading import Label
    >>> from pipeline.tables.rows import rows_of
    >>> fell = LabelledEvent(trigger="Kut «fell»", type="TERRITORY.capture", date="1916-04-30")
    >>> labels = {"kut": [Label("kut", 4, 8, "fell", fell, "kut.toml:2")]}
    >>> events = rows_of(extract("Kut fell on 29 April 1916.", doc_id="kut"))[1]
    >>> [kind for kind, _ in differences(labels, events)]
    ['different']
    """
    lines: list[tuple[str, str]] = []
    for label, event in _required(labels, events):
        if event is None and label is not None:
            lines.append(("missed", f"{label.where} {label.event.trigger} {label.event.type}"))
        elif label is None and event is not None:
            trigger = event["trigger"]
            told = f"{event['type']}.{event['subtype']}"
            lines.append(
                ("spurious", f"{event['doc_id']}:{trigger['start']} «{trigger['text']}» {told} ({event['rule']})")
            )
        elif label is not None and event is not None:
            differing = _differing(label, event)
            if differing:
                lines.append(("different", f"{label.where} {label.event.trigger}: {'; '.join(differing)}"))
    return lines


def _said(items: list[Any]) -> str:
    return ", ".join(str(item) for item in items) or "nothing"


def _required(
    labels: Mapping[str, Sequence[Label]], events: Iterable[Event]
) -> Iterator[tuple[Label | None, Event | None]]:
    """The pairs of the labelled documents, one after the other, without what is labelled as optional."""
    found: dict[str, list[Event]] = {doc_id: [] for doc_id in sorted(labels)}
    for one in events:
        if one["doc_id"] in found:
            found[one["doc_id"]].append(one)
    for doc_id, some in found.items():
        for label, event in pair(labels[doc_id], some):
            if label is None or not label.event.opt:
                yield label, event


def pair(labels: Sequence[Label], events: Sequence[Event]) -> list[tuple[Label | None, Event | None]]:
    """Labels with their events, then the events that no label took.

    >>> from pipeline.labels.declared import LabelledEvent
    >>> from pipeline.labels.reading import Label
    >>> fell = LabelledEvent(trigger="Kut «fell»", type="TERRITORY.capture", date="1916-04-30")
    >>> labels = {"kut": [Label("kut", 4, 8, "fell", fell, "kut.toml:2")]}
    >>> [(label and label.trigger, event) for label, event in pair(labels["kut"], [])]
    [('fell', None)]
    """
    free = dict(enumerate(events))
    pairs: list[tuple[Label | None, Event | None]] = []
    for label in labels:
        best: tuple[int, int, int] | None = None
        for index, event in free.items():
            start, end = event["trigger"]["start"], event["trigger"]["end"]
            overlap = min(end, label.end) - max(start, label.start)
            if overlap > 0:
                rank = (overlap, -abs(start - label.start), -index)
                best = rank if best is None else max(best, rank)
        pairs.append((label, free.pop(-best[2]) if best else None))
    return pairs + [(None, event) for event in free.values()]


# ------------------------------------------------------------------------------------------------------------- items


def _wanted(label: LabelledEvent) -> Items:
    start, _, end = label.date.partition("/")
    return {
        "trigger": [True],
        "type": [label.type.partition(".")[0]],
        "subtype": [label.type],
        "status": [label.status],
        "date": [(_day(start, last=False), _day(end or start, last=True))] if start else [],
        "places": list(label.places),
        "initiator": list(label.initiator),
        "target": list(label.target),
        "casualties": [(c.category, c.low, c.high) for c in label.casualties],
        "citations": list(label.citations),
    }


def _found(event: Event) -> Items:
    date = event["date"] or {}
    start, end = date.get("start"), date.get("end")
    actors = event["actors"]
    return {
        "trigger": [True],
        "type": [event["type"]],
        "subtype": [f"{event['type']}.{event['subtype']}"],
        "status": [event["status"]],
        "date": [(_day(start, last=False), _day(end, last=True))] if start and end else [],
        "places": [place["text"] for place in event["places"]],
        "initiator": [actor["text"] for actor in actors if actor["role"] == "initiator"],
        "target": [actor["text"] for actor in actors if actor["role"] == "target"],
        "casualties": [(c["category"], c["low"], c["high"]) for c in event["casualties"]],
        "citations": list(event["citations"]),
    }


def _without_optional(label: LabelledEvent, wanted: Items, found: Items) -> Items:
    """The extracted items without those that the label allows and does not ask for."""
    allowed = (
        ("places", label.opt_places, same_name),
        ("initiator", label.opt_actors, same_name),
        ("target", label.opt_actors, same_name),
        ("citations", label.opt_citations, _equal),
    )
    kept = dict(found)
    for slot, names, same in allowed:
        for name in names:
            if not any(same(name, item) for item in wanted[slot]):
                kept[slot] = [item for item in kept[slot] if not same(name, item)]
    return kept


def _right(slot: str, wanted: Sequence[Any], found: Sequence[Any]) -> int:
    """How many wanted items are among the found ones, each found one used once."""
    same: Callable[[Any, Any], bool] = same_name if slot in _NAMED else _equal
    left, right = list(found), 0
    for item in wanted:
        at = next((i for i, other in enumerate(left) if same(item, other)), None)
        if at is not None:
            del left[at]
            right += 1
    return right


def _equal(a: Hashable, b: Hashable) -> bool:
    return a == b


def same_name(wanted: str, found: str) -> bool:
    """Is it the same name, but for case, accents, article, or a longer form that holds the shorter as whole words?

    A label may name alternatives: ``ISIL|group``.

    >>> same_name("Cardboard Factory", "the Cardboard factory"), same_name("ISIL|group", "The group"), same_name("Ur", "Uruk")
    (True, True, False)
    """
    if "|" in wanted:
        return any(same_name(one, found) for one in wanted.split("|"))
    a, b = f" {_folded(wanted)} ", f" {_folded(found)} "
    # Two characters of padding: an empty name is contained in nothing.
    return a == b or (len(a) > 3 and a in b) or (len(b) > 3 and b in a)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    words = re.sub("[^a-z0-9]+", " ", plain).strip()
    return next((words.removeprefix(article) for article in _ARTICLES if words.startswith(article)), words)


def _day(date: str, *, last: bool) -> str:
    """The first or last day of a year, a month or a day."""
    era, digits = ("-", date[1:]) if date.startswith("-") else ("", date)
    year, month, day = (*digits.split("-"), "", "")[:3]
    month = month or ("12" if last else "01")
    if not day:
        # BC years have no leap rule that texts agree on; any year of the same rest by four will do.
        sample = int(year) if not era and int(year) > 0 else 2000 + int(f"{era}{year}") % 4
        day = f"{calendar.monthrange(sample, int(month))[1]:02}" if last else "01"
    return f"{era}{year}-{month}-{day}"
