"""The wordings to look for in a message, longest first."""

from dataclasses import dataclass
from functools import cache

from verification.catalogue.catalogue import reasons
from verification.catalogue.model import Reason
from verification.catalogue.normalise import clauses, fold, match_key

# A shorter wording is too common to trust inside a sentence ("上传中").
MIN_LOOSE_LENGTH = 8

EXACT = 1.0
CONTAINED = 0.9
REORDERED = 0.8
SHORT_FORM = 0.8


@dataclass(frozen=True, slots=True)
class Needle:
    """One folded wording of a reason.

    `bounded`: counts only where clause edges stand on both sides. `clauses` are
    its parts, two or more, if they may come in another order; else empty.
    """

    text: str
    code: str
    confidence: float
    bounded: bool
    clauses: tuple[str, ...]


@cache
def needles() -> tuple[Needle, ...]:
    """Every wording, longest first, so that a longer message wins over its part."""
    found: dict[str, Needle] = {}
    for reason in reasons().values():
        for needle in _needles_of(reason):
            found.setdefault(needle.text, needle)
    return tuple(sorted(found.values(), key=lambda needle: len(needle.text), reverse=True))


@cache
def exact_codes() -> dict[str, tuple[str, float]]:
    """Code and confidence by match key, for a text that is one message and no more."""
    codes: dict[str, tuple[str, float]] = {}
    for reason in reasons().values():
        codes |= {match_key(wording): (reason.code, SHORT_FORM) for wording in reason.short_forms}
        codes |= {match_key(wording): (reason.code, EXACT) for wording in reason.messages}
    return codes


def _needles_of(reason: Reason) -> list[Needle]:
    result = []
    for message in reason.messages:
        parts = clauses(message)
        order_free = parts if len(parts) > 1 else ()
        for text, own_parts in ((fold(message), order_free), (match_key(message), ())):
            bounded = len(text) < MIN_LOOSE_LENGTH
            result.append(Needle(text, reason.code, CONTAINED, bounded, own_parts))
    result += [
        Needle(fold(wording), reason.code, SHORT_FORM, bounded=True, clauses=())
        for wording in reason.short_forms
    ]
    return result
