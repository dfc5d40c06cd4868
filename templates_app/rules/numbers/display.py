"""Showing a document number without giving it away."""

_HEAD, _TAIL = 3, 4
MASKED_LENGTH = 32


def mask_number(number: str) -> str:
    """The number with its middle starred: `110***********002X`.

    At most the first 3 and the last 4 characters show, fewer of short numbers,
    none of 3 characters or less; never more than about two fifths of it. At most
    32 characters come back: longer numbers get fewer stars.
    """
    head = min(_HEAD, len(number) // 6)
    tail = min(_TAIL, len(number) // 4)
    hidden = min(len(number), MASKED_LENGTH) - head - tail
    return number[:head] + "*" * hidden + number[len(number) - tail :]
