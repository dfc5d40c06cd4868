"""The log's last line of defence: what must never be readable in it, by name (pure)."""

from collections.abc import Mapping
from typing import Any

from registrar.masking import mask_email, mask_phone

_HIDDEN = "***"
_SECRET_NAMES = ("password", "secret", "token", "code_hash", "auth_code", "auth_info")
_NUMBER_NAMES = ("document_number", "id_number")


def masked(values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` with secrets hidden and personal data masked, at any depth, judged by key.

    Values that a caller has masked already (they hold a `*`) stay as they are. Floats are
    refused with TypeError: PostgreSQL may give them back in another notation, and the digest
    would not fit any more.
    """
    return {str(key): _masked(str(key), value) for key, value in values.items()}


def _masked(key: str, value: Any) -> Any:
    if isinstance(value, float):
        raise TypeError(f"{key}: floats can't be logged, use an integer or a string")
    if isinstance(value, Mapping):
        return masked(value)
    if isinstance(value, list | tuple):
        return [_masked(key, part) for part in value]
    if not isinstance(value, str) or "*" in value or not value:
        return value
    return _masked_text(key, value)


def _masked_text(key: str, value: str) -> str:
    if key.endswith(_SECRET_NAMES) or key.endswith(_NUMBER_NAMES):
        return _HIDDEN
    if key.endswith(("phone", "mobile")):
        return mask_phone(value)
    if key.endswith("email"):
        return mask_email(value)
    return value
