"""Ids that leave the system: TypeIDs such as `tpl_01k…` (a UUIDv7 in base 32 with a prefix)."""

import uuid
from typing import Any, cast

from typeid import TypeID


def new_uuid() -> uuid.UUID:
    """A time-ordered UUIDv7."""
    return uuid.UUID(str(TypeID().uuid))


def encode(prefix: str, value: uuid.UUID) -> str:
    # The library's hints know only its own UUID class; any with `bytes` will do.
    return str(TypeID.from_uuid(cast(Any, value), prefix))


def decode(prefix: str, text: str) -> uuid.UUID | None:
    """The UUID in `text`, or None when it is not an id of this kind (never raises)."""
    try:
        parsed = TypeID.from_string(text)
    except Exception:
        return None
    if parsed.prefix != prefix or str(parsed) != text:
        return None
    return uuid.UUID(str(parsed.uuid))
