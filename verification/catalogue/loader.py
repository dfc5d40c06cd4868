"""Read a folder of catalogue files and refuse one that contradicts itself."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verification.catalogue.model import CatalogueError, Reason
from verification.catalogue.normalise import fold, match_key
from verification.catalogue.parse import Shared, parse_reason, parse_shared

SHARED_FILE = "shared.toml"


def load_reasons(folder: Path) -> Mapping[str, Reason]:
    """Every reason of the folder's TOML files by code, in file and then row order.

    Raises CatalogueError, naming file and code, for unreadable TOML, an incomplete
    reason, a repeated code, or a message that two rows claim.
    """
    shared = parse_shared(_read(folder / SHARED_FILE), SHARED_FILE)
    found: dict[str, Reason] = {}
    claims: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name != SHARED_FILE:
            _add_file(path, shared, found, claims)
    if not found:
        raise CatalogueError(f"{folder.name}: no reasons found")
    return MappingProxyType(found)


def _add_file(path: Path, shared: Shared, found: dict[str, Reason], claims: dict[str, str]) -> None:
    for table in _read(path).get("reason", []):
        reason = parse_reason(table, path.name, shared)
        if reason.code in found:
            raise CatalogueError(f"{path.name}: {reason.code}: code used twice")
        found[reason.code] = reason
        _claim_messages(reason, path.name, claims)


def _claim_messages(reason: Reason, file: str, claims: dict[str, str]) -> None:
    wordings = reason.messages + reason.short_forms
    if len({fold(wording) for wording in wordings}) != len(wordings):
        raise CatalogueError(f"{file}: {reason.code}: the same message twice")
    for wording in wordings:
        key = match_key(wording)
        if not key:
            raise CatalogueError(f"{file}: {reason.code}: message says nothing: {wording}")
        owner = claims.setdefault(key, reason.code)
        if owner != reason.code:
            raise CatalogueError(f"{file}: {reason.code}: message of {owner} too: {wording}")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path.name}: unreadable: {error}") from error
