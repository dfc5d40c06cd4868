"""Find reasons by words, in either language."""

from collections.abc import Iterator

from verification.catalogue.catalogue import reasons
from verification.catalogue.model import Reason, Text
from verification.catalogue.normalise import fold


def search_reasons(query: str) -> tuple[str, ...]:
    """Codes of the reasons that hold every word of `query`, in catalogue order.

    Those that hold the words in code, title or message come before those that only mention
    them. Width, case, traditional characters and punctuation don't matter; a query without
    any letter or digit finds nothing.
    """
    words = _words(query)
    if not words:
        return ()
    named = [r.code for r in reasons().values() if _holds(_names(r), words)]
    told = [r.code for r in reasons().values() if _holds(_all_texts(r), words)]
    return tuple(dict.fromkeys(named + told))


def is_named(reason: Reason, query: str) -> bool:
    """Whether code, title or message hold every word of `query`; yes for no words at all."""
    return _holds(_names(reason), _words(query))


def _words(query: str) -> list[str]:
    return [word for word in map(fold, query.split()) if word]


def _holds(texts: Iterator[str], words: list[str]) -> bool:
    # A mark between the texts, so that no word is found across two of them.
    haystack = "|".join(fold(text) for text in texts)
    return all(word in haystack for word in words)


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
