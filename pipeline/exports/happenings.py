"""What a conflict dataset holds one row of: a happening, put together from all the reports that a document gives of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.exports.articles import Article, Mention
from pipeline.exports.left_out import LeftOut
from pipeline.rules.exports import party_rules
from pipeline.timex import Span, iso_day

__all__ = ["Happening", "Harm", "Party", "Site", "When", "days_of", "happenings"]
_ROLES = ("site", "object", "destination", "origin")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of a happening."""

    name: str
    text: str
    kind: str
    country: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """Where it happened."""

    name: str
    text: str
    kind: str
    country: str | None
    admin1: str | None
    """Name of the first-level division."""
    lat: float | None
    lon: float | None
    precision: str
    relation: str


@dataclass(frozen=True, slots=True)
class When:
    """The days on which it happened, or within which it did."""

    start: str
    end: str
    granularity: str

    @property
    def span(self) -> Span:
        """The interval in day numbers."""
        return Span.between(self.start, self.end)

    @property
    def days(self) -> int:
        """Its length."""
        return self.span.last - self.span.first + 1

    @property
    def year(self) -> int:
        """Year of the first day; BC years are negative."""
        return int(self.start[:-6])

    @property
    def lasted(self) -> bool:
        """Is it told day by day (*from 3 to 12 November*) and not as a period in which it happened (*in November*)?

        An end that falls on the first or last day of a month may come from the month's name alone, and is not taken for a day.
        """
        if self.granularity != "span":
            return False
        return not (self.start.endswith("-01") or _opens_a_month(self.span.last + 1))


def _opens_a_month(day: int) -> bool:
    return iso_day(day).endswith("-01")


@dataclass(frozen=True, slots=True)
class Harm:
    """A number of victims as the text gives it."""

    category: str
    low: int | None
    high: int | None
    bound: str
    text: str
    who: str
    who_kind: str
    party: Party | None = None
    """Who they are, where the words for them name an actor: *four **American contractors***."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening: what its first report says, completed by the later ones."""

    event_id: str
    doc_id: str
    title: str
    type: str
    attribution: str | None
    trigger: str
    sentence: str
    when: When | None
    site: Site | None
    initiators: tuple[Party, ...]
    targets: tuple[Party, ...]
    harm: tuple[Harm, ...]
    sources: tuple[str, ...]
    """References behind the citation markers; the markers themselves where the input does not hold these."""
    symmetric: bool

    @property
    def killed(self) -> tuple[Harm, ...]:
        """The dead among the victims."""
        return tuple(harm for harm in self.harm if harm.category == "killed")

    def parties(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """The two sides: initiators and targets, or, where they are told alike, the first of them and those on another side."""
        if self.targets or not self.symmetric or len(self.initiators) < 2:
            return self.initiators, self.targets
        first = self.initiators[0]
        if first.side and any(party.side not in (None, first.side) for party in self.initiators):
            with_it = tuple(party for party in self.initiators if party.side == first.side)
        else:
            with_it = self.initiators[:1]
        return with_it, tuple(party for party in self.initiators if party not in with_it)


def happenings(article: Article) -> tuple[list[Happening], list[LeftOut]]:
    """The happenings of a document in the order in which it first reports them, and the events that are none."""
    told: dict[str, list[dict[str, Any]]] = {}
    earlier = {event["event_id"]: event["duplicate_of"] for event in article.events}
    left_out = []
    for event in article.events:
        if event["status"] not in party_rules().happened:
            reason = f"not told to have happened: {event['status']}"
            left_out.append(LeftOut(event["event_id"], article.doc_id, "", event["trigger"]["text"], reason))
            continue
        told.setdefault(_first_report(event["event_id"], earlier), []).append(event)
    rows = article.by_id()
    actors = article.mentions.get("actor", [])
    found = []
    for reports in told.values():
        found.append(_happening(article, reports, rows, actors))
        for later in reports[1:]:
            reason = f"reports the same happening as {reports[0]['event_id']}, which it completes"
            left_out.append(LeftOut(later["event_id"], article.doc_id, "", later["trigger"]["text"], reason))
    return found, left_out


def _first_report(event_id: str, earlier: dict[str, str | None]) -> str:
    seen = {event_id}
    while (before := earlier.get(event_id)) and before not in seen:
        seen.add(before)
        event_id = before
    return event_id


def _happening(
    article: Article, reports: list[dict[str, Any]], rows: dict[str, Mention], named: Sequence[Mention]
) -> Happening:
    first = reports[0]
    kind = f"{first['type']}.{first['subtype']}"
    actors = {role: _parties(reports, role, rows) for role in ("initiator", "target")}
    return Happening(
        event_id=first["event_id"],
        doc_id=article.doc_id,
        title=article.document["title"],
        type=kind,
        attribution=next((r["attribution"] for r in reports if r["attribution"]), None),
        trigger=first["trigger"]["text"],
        sentence=" ".join(first["sentence"]["text"].split()),
        when=next((when for when in map(_when, reports) if when), None),
        site=next((site for site in (_site(report, rows) for report in reports) if site), None),
        initiators=actors["initiator"],
        targets=actors["target"],
        harm=_harm(reports, rows, named),
        sources=_sources(article, reports),
        symmetric=kind in party_rules().symmetric,
    )


def _when(event: dict[str, Any]) -> When | None:
    date = event["date"]
    if not date or not date["start"] or not date["end"]:
        return None
    return When(date["start"], date["end"], date["granularity"] or "span")


def _site(event: dict[str, Any], rows: dict[str, Mention]) -> Site | None:
    """The place that locates the event best: one with coordinates before one without, then by its role."""
    places = event["places"]
    if not places:
        return None

    def rank(place: dict[str, Any]) -> tuple[bool, bool, int]:
        role = place["role"]
        return (
            place["lat"] is None,
            place["precision"] in ("country", "none"),
            _ROLES.index(role) if role in _ROLES else len(_ROLES),
        )

    place = min(places, key=rank)
    row = rows.get(place["mention_id"], {})
    return Site(
        name=place["name"],
        text=place["text"],
        kind=row.get("kind") or "",
        country=place["country"],
        admin1=row.get("admin1"),
        lat=place["lat"],
        lon=place["lon"],
        precision=place["precision"],
        relation=row.get("relation") or "at",
    )


def _parties(reports: list[dict[str, Any]], role: str, rows: dict[str, Mention]) -> tuple[Party, ...]:
    """The actors of a role in the first report that names any, each once."""
    for event in reports:
        found: dict[str, Party] = {}
        for actor in event["actors"]:
            if actor["role"] == role:
                row = rows.get(actor["mention_id"], {})
                name = actor["name"] or actor["text"]
                party = Party(name, actor["text"], row.get("kind") or "other", row.get("country"), row.get("side"))
                found.setdefault(actor["actor_id"] or name, party)
        if found:
            return tuple(found.values())
    return ()


def _harm(reports: list[dict[str, Any]], rows: dict[str, Mention], named: Sequence[Mention]) -> tuple[Harm, ...]:
    """The victims of each category by the report that gives the lowest number of them."""
    chosen: dict[str, tuple[int, list[Harm]]] = {}
    for event in reports:
        by_category: dict[str, list[Harm]] = {}
        for count in event["casualties"]:
            row = rows.get(count["mention_id"], {})
            harm = Harm(
                count["category"],
                count["low"],
                count["high"],
                row.get("bound") or "exact",
                count["text"],
                count["who"] or "",
                row.get("who_kind") or "unknown",
                _named_in(row, named),
            )
            by_category.setdefault(harm.category, []).append(harm)
        for category, some in by_category.items():
            total = sum(harm.low or 0 for harm in some)
            if category not in chosen or total < chosen[category][0]:
                chosen[category] = (total, some)
    return tuple(harm for _, some in chosen.values() for harm in some)


def _named_in(count: Mention, actors: Sequence[Mention]) -> Party | None:
    """The actor whose mention begins within the words for the victims."""
    if not count:
        return None
    at = bisect_left(actors, count["start"], key=_start)
    if at == len(actors) or actors[at]["start"] >= count["end"]:
        return None
    row = actors[at]
    return Party(row["name"] or row["text"], row["text"], row["kind"] or "other", row["country"], row["side"])


def _start(row: Mention) -> int:
    return int(row["start"])


def _sources(article: Article, reports: list[dict[str, Any]]) -> tuple[str, ...]:
    targets = {row["label"]: row["target"] or row["url"] for row in article.mentions.get("citation", ())}
    labels = dict.fromkeys(str(label) for event in reports for label in event["citations"])
    title = article.document["title"]
    return tuple(targets.get(label) or f"{title} [{label}]" for label in labels)


def days_of(when: When) -> list[str]:
    """Every day of an interval, ISO 8601.

    >>> days_of(When("-0001-12-31", "0001-01-01", "span"))
    ['-0001-12-31', '0001-01-01']
    """
    span = when.span
    return [iso_day(day) for day in range(span.first, span.last + 1)]
