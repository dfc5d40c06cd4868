from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Sentences are looked at as they are written; the suite's own language is Chinese."""
    with translation.override("en"):
        yield
