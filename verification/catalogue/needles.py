"""The wordings to look for in a message, in canonical words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from verification.catalogue.canonical import canonical_text
from verification.catalogue.catalogue import reasons
from verification.catalogue.guards import Key, keys_in
from verification.catalogue.model import Reason
from verification.catalogue.normalise import clauses, match_key
from verification.catalogue.paraphrases import PARAPHRASES

# A shorter wording is too common to trust inside a sentence ("上传中").
MIN_LOOSE_LENGTH = 8

EXACT = 1.0
CONTAINED = 0.9
REORDERED = 0.8
SHORT_FORM = 0.8
PARAPHRASE = 0.8

# More clauses come in too many orders.
_MAX_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """One canonical wording of a reason.

    `bounded`: inside a text it counts only where clause edges stand on both sides. `shown` is
    the wording as authorities write it.
    """

    text: str
    code: str
    confidence: float
    bounded: bool
    keys: tuple[Key, ...]
    shown: str


@cache
def wordings() -> tuple[Wording, ...]:
    """Every wording once; of equal texts the surer one counts."""
    found: dict[str, Wording] = {}
    for reason in reasons().values():
        for text, confidence, shown in _texts_of(reason):
            known = found.get(text)
            if text and (known is None or known.confidence < confidence):
                bounded = confidence < CONTAINED or len(text) < MIN_LOOSE_LENGTH
                found[text] = Wording(text, reason.code, confidence, bounded, keys_in(text), shown)
    return tuple(found.values())


@cache
def wording_texts() -> tuple[str, ...]:
    """The texts of `wordings()`, in its order."""
    return tuple(wording.text for wording in wordings())


@cache
def exact_codes() -> dict[str, tuple[str, float]]:
    """Code and confidence by match key, for a text that is one message and no more."""
    codes: dict[str, tuple[str, float]] = {}
    for reason in reasons().values():
        codes |= {match_key(wording): (reason.code, SHORT_FORM) for wording in reason.short_forms}
        codes |= {match_key(wording): (reason.code, EXACT) for wording in reason.messages}
    return codes


def _texts_of(reason: Reason) -> Iterator[tuple[str, float, str]]:
    for message in reason.messages:
        yield canonical_text(message), CONTAINED, message
        yield canonical_text(match_key(message)), CONTAINED, message
        parts = clauses(message)
        if 1 < len(parts) <= _MAX_CLAUSES:
            for order in permutations(parts):
                yield canonical_text("，".join(order)), REORDERED, message
    for form in reason.short_forms:
        yield canonical_text(form), SHORT_FORM, form
    for phrase in PARAPHRASES.get(reason.code, ()):
        yield canonical_text(phrase), PARAPHRASE, phrase
