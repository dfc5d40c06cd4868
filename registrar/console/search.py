"""The search box of the top bar. Upper apps register what can be found."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

MAX_QUERY_LENGTH = 100
HITS_PER_SOURCE = 10


@dataclass(frozen=True, slots=True)
class Hit:
    title: str
    sub: str
    url: str


SearchFunction = Callable[[str, int], list[Hit]]


@dataclass(frozen=True, slots=True)
class Source:
    """`function(query, limit)` searches what the current actor may see: inside the fence."""

    key: str
    label: str | Promise
    function: SearchFunction


@dataclass(frozen=True, slots=True)
class ResultGroup:
    label: str | Promise
    hits: list[Hit]


_sources: dict[str, Source] = {}


def register_source(key: str, label: str | Promise, function: SearchFunction) -> None:
    """Add a source; ValueError if another source has its key."""
    source = Source(key=key, label=label, function=function)
    if _sources.get(key, source) != source:
        raise ValueError(f"search source key {key!r} is taken")
    _sources[key] = source


def search(query: str, *, limit: int = HITS_PER_SOURCE) -> list[ResultGroup]:
    """The hits of every source that has some, in order of registration.

    An empty query finds nothing; a query is cut at MAX_QUERY_LENGTH characters.
    """
    query = query.strip()[:MAX_QUERY_LENGTH]
    if not query:
        return []
    groups = [
        ResultGroup(source.label, source.function(query, limit)[:limit])
        for source in _sources.values()
    ]
    return [group for group in groups if group.hits]
