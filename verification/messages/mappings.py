"""The mappings of staff, as readers need them: few, asked for often, seldom changed."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from registrar.tenancy.context import for_the_registrar
from verification.catalogue.classify import Classification, classify

from .models import UnknownMessage
from .states import MessageState
from .understanding import is_finished, with_mapping

# Within so many seconds every process knows a new mapping.
FRESH_FOR = 5.0


@dataclass(frozen=True, slots=True)
class _Read:
    codes: Mapping[str, tuple[str, ...]]
    at: float


_last: list[_Read] = []


def mapped_codes() -> Mapping[str, tuple[str, ...]]:
    """Codes by key of every mapped message; at most FRESH_FOR old. Inside the fence only."""
    now = time.monotonic()
    if _last and now - _last[0].at < FRESH_FOR:
        return _last[0].codes
    with for_the_registrar():
        rows = UnknownMessage.objects.filter(state=MessageState.MAPPED)
        codes = {key: tuple(found) for key, found in rows.values_list("key", "codes")}
    _last[:] = [_Read(codes, now)]
    return codes


def forget() -> None:
    """Read anew next time."""
    _last.clear()


def classify_known(message: str) -> Classification:
    """What one message means; the database is asked only where the catalogue can't tell."""
    return classify_all([message])[0]


def classify_all(messages: Sequence[str]) -> list[Classification]:
    """What each message means; one query at most."""
    found = [classify(text) for text in messages]
    if all(map(is_finished, found)):
        return found
    mapped = mapped_codes()
    return [
        with_mapping(text, shipped, mapped) for text, shipped in zip(messages, found, strict=True)
    ]
