"""Files and rows hold personal data in the clear: they are kept sealed."""

import json

from registrar.crypto import open_sealed, seal
from registrar.crypto.configured import get_keyring

from .kinds import Values
from .models import SheetUpload


def sealed_upload(*, account_id: int, import_id: int, content: bytes) -> SheetUpload:
    """A row for the file, not saved yet, that opens for its own import only."""
    sealed = seal(get_keyring(), content, _context(import_id))
    return SheetUpload(account_id=account_id, sheet_import_id=import_id, sealed=sealed)


def opened_upload(upload: SheetUpload) -> bytes:
    """The file. Raises DecryptionError."""
    return open_sealed(get_keyring(), bytes(upload.sealed), _context(upload.sheet_import_id))


def values_as_text(values: Values) -> str:
    return json.dumps(dict(values), ensure_ascii=False)


def values_of_text(text: str | None) -> dict[str, str]:
    found: dict[str, str] = json.loads(text) if text else {}
    return found


def _context(import_id: int) -> bytes:
    return f"sheets.upload:{import_id}".encode()
