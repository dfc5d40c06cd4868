"""Options of calls that change something."""

from typing import TypedDict


class How(TypedDict, total=False):
    """What every call that changes something takes besides.

    `dry_run`: answer what would happen, and do nothing. `if_match`: the entity tag that was read;
    PreconditionFailed if the object has changed since. `idempotency_key`: the caller's own key,
    for repeating a call from another process; otherwise each call gets a new one.
    """

    dry_run: bool
    if_match: str
    idempotency_key: str
