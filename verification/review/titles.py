"""Codes of the catalogue in words."""

from collections.abc import Iterable

from verification.catalogue.catalogue import reasons
from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language


def reason_titles(codes: Iterable[str], language: Language) -> tuple[str, ...]:
    """Titles of reasons; a code that left the catalogue stands for itself."""
    known = reasons()
    return tuple(known[c].title.pick(language) if c in known else c for c in codes)


def finding_titles(codes: Iterable[str], language: Language) -> tuple[str, ...]:
    """Titles of findings; an unknown code stands for itself."""
    known = FINDING_CODES
    return tuple(known[c].title.pick(language) if c in known else c for c in codes)
