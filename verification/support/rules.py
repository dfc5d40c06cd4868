"""Limits of a support request, and how its texts are taken (pure)."""

import datetime as dt
import unicodedata

MAX_TEXT = 4000
MAX_SUBJECT = 120
# A message of an authority or registry, pasted as it was received.
MAX_MESSAGE = 2000
# At once, per account: more than anybody follows, far less than a script run wild writes.
MAX_OPEN = 20
MAX_MESSAGES = 200
REOPEN_WITHIN = dt.timedelta(days=30)
# The same text by the same person again, this soon, is the form sent twice.
SENT_TWICE_WITHIN = dt.timedelta(minutes=10)
_KEPT_CONTROLS = frozenset("\n\t")


def tidy(text: str) -> str:
    """The text with plain line ends, without control characters and outer white space."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(filter(_is_kept, lines)).strip()


def _is_kept(character: str) -> bool:
    return character in _KEPT_CONTROLS or unicodedata.category(character) != "Cc"


def subject_from(text: str) -> str:
    """The first line of a tidied text, shortened to a subject's length."""
    first = text.partition("\n")[0].strip()
    return first if len(first) <= MAX_SUBJECT else f"{first[: MAX_SUBJECT - 1]}…"


def reopen_until(closed_at: dt.datetime) -> dt.datetime:
    """The last moment at which a closed request can be opened again."""
    return closed_at + REOPEN_WITHIN
