"""How long a raw message takes to be classified, with the whole catalogue."""

from collections.abc import Iterator
from itertools import pairwise

from tests.bench.figures import Figure, timed
from tests.verification.catalogue.altered import CASES, FOREIGN
from verification.catalogue.classify import classify


def measure() -> Iterator[Figure]:
    altered = [text for text, _codes in CASES]
    joined = [f"{first}；{second}" for first, second in pairwise(altered)]
    yield timed("classify an altered message", classify, altered, target=5)
    yield timed("classify two joined", classify, joined, target=5)
    yield timed("classify an unknown message", classify, FOREIGN, target=5)
