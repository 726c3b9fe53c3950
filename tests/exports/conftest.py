"""Runs told by hand: a text, the words in it that mean something, and the events they make, written as a run writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.records import (
    Actor,
    Argument,
    Citation,
    CleanText,
    Count,
    Document,
    Event,
    Findings,
    Mention,
    Mentions,
    Place,
    Sentence,
    Trigger,
)
from pipeline.tables.columns import TABLES
from pipeline.tables.rows import rows_of
from pipeline.tables.text import csv_fragment, csv_header, json_lines
from pipeline.timex import Timex, span_of


class Told:
    """One article: mentions are given by their words, in the order in which they stand."""

    def __init__(self, doc_id: str, text: str, title: str = "A battle", licence: str | None = None) -> None:
        self.document = Document(doc_id=doc_id, text=text, title=title, source=f"{doc_id}.txt", license=licence)
        self.mentions: dict[str, list] = {kind: [] for kind in ("dates", "places", "actors", "counts", "citations")}
        self.events: list[Event] = []
        self.sentences = []
        at = 0
        for number, line in enumerate(text.split("\n")):
            self.sentences.append(Sentence(number, at, at + len(line), 0, 0, "prose", "", number))
            at += len(line) + 1

    def _mention(self, kind: str, words: str, value, nth: int) -> Mention:
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        made = Mention(start, start + len(words), value, f"{kind}/by-hand", (start, start + len(words)))
        self.mentions[kind].append(made)
        self.mentions[kind].sort(key=lambda mention: mention.start)
        return made

    def date(self, words: str, value: str, nth: int = 0) -> Mention:
        first, _, last = value.partition("/")
        span, end = span_of(first), span_of(last or first)
        granularity = "span" if last else span.granularity
        timex = Timex("DATE", value, None, span.start, end.end, granularity, "explicit")
        return self._mention("dates", words, timex, nth)

    def place(self, words: str, kind: str = "city", nth: int = 0, **fields) -> Mention:
        given = {"country": "IQ", "lat": 32.5, "lon": 45.82, "precision": "exact", **fields}
        return self._mention("places", words, Place(name=given.pop("name", words), kind=kind, **given), nth)

    def actor(self, words: str, kind: str, nth: int = 0, **fields) -> Mention:
        name = fields.pop("name", words)
        return self._mention("actors", words, Actor(name, kind, actor_id=name.casefold(), **fields), nth)

    def killed(self, words: str, low: int | None, high: int | None, bound: str = "exact", **fields) -> Mention:
        category, nth = fields.pop("category", "killed"), fields.pop("nth", 0)
        return self._mention("counts", words, Count(category, low, high, bound, **fields), nth)

    def cites(self, label: str, target: str | None = None, nth: int = 0) -> Mention:
        return self._mention("citations", f"[{label}]", Citation(label, "reference", target), nth)

    def event(
        self, words: str, kind: str, *, date=None, by=(), to=(), at=(), killed=(), cites=(), nth=0, **fields
    ) -> int:
        """An event; ``at`` holds places, or pairs of role and place."""
        type_, _, subtype = kind.partition(".")
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        trigger = Mention(start, start + len(words), Trigger(type_, subtype, "verb"), f"trigger/{kind.lower()}/by-hand")
        sentence = next(s.index for s in self.sentences if s.start <= start < s.end)
        given = [place if isinstance(place, tuple) else ("site", place) for place in at]
        actors = [("initiator", actor) for actor in by] + [("target", actor) for actor in to]
        self.events.append(
            Event(
                sentence,
                trigger,
                date=date.value if isinstance(date, Mention) else date,
                date_mention=date if isinstance(date, Mention) else None,
                places=tuple(Argument(role, place) for role, place in given),
                actors=tuple(Argument(role, actor) for role, actor in actors),
                counts=tuple(killed),
                citations=tuple(cites),
                **fields,
            )
        )
        return len(self.events) - 1

    def findings(self) -> Findings:
        text = self.document.text
        mentions = Mentions(**{kind: tuple(found) for kind, found in self.mentions.items()})
        return Findings(self.document, CleanText(text, text), self.sentences, mentions, tuple(self.events))


def write_run(folder: Path, *told: Told | Findings) -> Path:
    """The articles as a folder that `prose-events run` could have written."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [rows_of(one if isinstance(one, Findings) else one.findings()) for one in told]
    for name in TABLES:
        lines = "".join(csv_fragment(rows.get(name, ())) for rows, _ in made)
        (folder / f"{name}.csv").write_text(csv_header(name) + lines, encoding="utf-8", newline="")
    nested = "".join(json_lines(events) for _, events in made)
    (folder / "events.jsonl").write_text(nested, encoding="utf-8", newline="")
    return folder


KUT = (
    "On 𝟐𝟗 April 1916 🇮🇶 Ottoman troops captured Ku\u0304t, killing dozens of British soldiers and six civilians.[1][2]\n"
    "The British garrison surrendered on the same day.[2]\n"
    "A relief force had failed to break the siege in April."
)


@pytest.fixture
def told():
    """Begin an article: ``told("kut", text)``."""
    return Told


@pytest.fixture
def run(tmp_path):
    """Write articles as a run: ``run(article, …)`` gives its folder."""

    def write(*articles: Told | Findings) -> Path:
        return write_run(tmp_path / "run", *articles)

    return write


@pytest.fixture
def kut() -> Told:
    """A text with mathematical digits, a flag of two code points, a combining macron, and an event told twice."""
    told = Told("siege/of kut", KUT, "Siege of Kut")
    day = told.date("𝟐𝟗 April 1916", "1916-04-29")
    month = told.date("April", "1916-04", nth=1)
    town = told.place("Ku\u0304t", name="Al Kut", admin1="Wasit")
    turks = told.actor("Ottoman troops", "state_force", country="TR")
    british = told.actor("British soldiers", "state_force", country="GB")
    garrison = told.actor("British garrison", "state_force", country="GB")
    force = told.actor("relief force", "unit", country="GB")
    dozens = told.killed("dozens", 24, None, "vague", who="British soldiers", who_kind="combatant")
    six = told.killed("six", 6, 6, who="civilians", who_kind="civilian")
    first, second = told.cites("1", "Barker 1967, p. 12"), told.cites("2")
    again = told.cites("2", nth=1)
    seized = told.event(
        "captured",
        "TERRITORY.capture",
        date=day,
        by=[turks],
        to=[british],
        at=[("object", town)],
        killed=[dozens, six],
        cites=[first, second],
    )
    told.event(
        "surrendered",
        "AGREEMENT.surrender",
        date=day.value,
        by=[garrison],
        at=[town],
        cites=[again],
        duplicate_of=seized,
    )
    told.event("break", "TERRITORY.relieve", date=month, by=[force], status="attempted")
    return told
