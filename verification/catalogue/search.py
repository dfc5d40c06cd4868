"""Find reasons by words, in either language."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from verification.catalogue.catalogue import reasons
from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Reason, Text
from verification.catalogue.normalise import fold


class Fit(StrEnum):
    """What a reason was found by. CAUSED: only with the titles of its possible causes."""

    NAMED = "named"
    CAUSED = "caused"


def search_reasons(query: str) -> tuple[str, ...]:
    """Codes of the reasons that hold every word of `query`, in catalogue order.

    Those that hold the words in code, title or message come before those that only mention
    them. Width, case, traditional characters and punctuation don't matter; a query without
    any letter or digit finds nothing.
    """
    words = _words(query)
    if not words:
        return ()
    named = [code for code in reasons() if _holds(_named(code), words)]
    told = [code for code in reasons() if _holds(_told(code), words)]
    return tuple(dict.fromkeys(named + told))


def fit_of(reason: Reason, query: str) -> Fit | None:
    """Whether code, title or message hold every word of `query`, or do so together with the
    titles of its causes; None for neither. No words at all fit every reason."""
    words = _words(query)
    if _holds(_named(reason.code), words):
        return Fit.NAMED
    return Fit.CAUSED if _holds(_caused(reason.code), words) else None


def folded_names(code: str) -> tuple[str, str]:
    """What a reason is looked for by, folded, with "|" between the texts: its names, and those
    with the titles of its causes."""
    return _named(code), _caused(code)


def _words(query: str) -> list[str]:
    return [word for word in map(fold, query.split()) if word]


def _holds(haystack: str, words: list[str]) -> bool:
    return all(word in haystack for word in words)


@cache
def _named(code: str) -> str:
    return _folded(_names(reasons()[code]))


@cache
def _caused(code: str) -> str:
    reason = reasons()[code]
    causes = (text for cause in reason.causes for text in _both(FINDING_CODES[cause].title))
    return "|".join((_named(code), _folded(causes)))


@cache
def _told(code: str) -> str:
    return _folded(_all_texts(reasons()[code]))


def _folded(texts: Iterator[str]) -> str:
    # A mark between the texts, so that no word is found across two of them.
    return "|".join(fold(text) for text in texts)


def _names(reason: Reason) -> Iterator[str]:
    yield reason.code
    yield from _both(reason.title)
    yield from reason.messages
    yield from reason.short_forms


def _all_texts(reason: Reason) -> Iterator[str]:
    yield from _names(reason)
    yield from _both(reason.summary)
    for step in reason.guidance:
        yield from _both(step.text)


def _both(text: Text) -> tuple[str, str]:
    return text.zh, text.en
