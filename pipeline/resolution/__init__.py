"""Resolution: mentions in reading order → resolved mentions. Carries the reference time, the last place, the known actors.

It states how each value was reached, and leaves open what nothing supports.
"""

from __future__ import annotations

from pipeline.frozen import replace
from pipeline.records import Document, Mentions, Parse, Tokens
from pipeline.resolution.actors import resolve_actors
from pipeline.resolution.counts import resolve_counts
from pipeline.resolution.dates import resolve_dates
from pipeline.resolution.places import resolve_places

__all__ = ["resolve"]


def resolve(document: Document, tokens: Tokens, parse: Parse, found: Mentions) -> Mentions:
    """The mentions of a document, resolved in reading order.

    >>> from pipeline import extract
    >>> found = extract("On 3 May 2016 the rebels took Kut. The next day they left it.").mentions
    >>> found.dates[1].value.start, [actor.value.name for actor in found.actors]
    ('2016-05-04', ['rebels', 'rebels'])
    """
    places = resolve_places(document, tokens, found.places)
    actors = resolve_actors(document, tokens, parse, found.actors, places)
    return replace(
        found,
        dates=resolve_dates(document, tokens, parse, found.dates),
        places=places,
        actors=actors,
        counts=resolve_counts(found.counts, actors, places),
    )
