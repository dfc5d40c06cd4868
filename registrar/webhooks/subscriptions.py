"""Which events an endpoint has chosen (pure): types, `verification.*`, or `*`."""

from collections.abc import Collection, Iterable

from registrar.events.patterns import ALL_OF, EVERYTHING, means


def is_chosen(event_type: str, patterns: Iterable[str]) -> bool:
    """Whether one of `patterns` means events of this type."""
    return any(means(pattern, event_type) for pattern in patterns)


def unknown_patterns(patterns: Iterable[str], known: Collection[str]) -> list[str]:
    """Those that mean none of the `known` types, in the order given."""
    return [p for p in patterns if not any(means(p, event_type) for event_type in known)]


def tidied(patterns: Iterable[str]) -> list[str]:
    """Without repetitions, and without what a broader one says already; sorted."""
    given = set(patterns)
    if EVERYTHING in given:
        return [EVERYTHING]
    broad = {pattern for pattern in given if pattern.endswith(ALL_OF)}
    rest = {p for p in given - broad if not any(means(wide, p) for wide in broad)}
    return sorted(broad | rest)
