"""Read a folder of catalogue files and refuse one that contradicts itself."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verification.catalogue.model import CatalogueError, Picture, Reason
from verification.catalogue.normalise import fold, match_key
from verification.catalogue.parse import parse_reason
from verification.catalogue.parse_steps import Shared, parse_pictures, parse_shared

SHARED_FILE = "shared.toml"
SAMPLES_FILE = "samples.toml"


def load_reasons(folder: Path, samples: Path) -> Mapping[str, Reason]:
    """Every reason of the folder's TOML files by code, in file and then row order.

    `samples` is the folder of the sample pictures. Raises CatalogueError, naming file and
    code, for unreadable TOML, an incomplete reason, a repeated code, a message that two rows
    claim, or a picture that isn't there.
    """
    pictures = load_samples(folder, samples)
    shared = parse_shared(_read(folder / SHARED_FILE), SHARED_FILE, pictures)
    found: dict[str, Reason] = {}
    claims: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name not in (SHARED_FILE, SAMPLES_FILE):
            _add_file(path, shared, found, claims)
    if not found:
        raise CatalogueError(f"{folder.name}: no reasons found")
    return MappingProxyType(found)


def load_samples(folder: Path, samples: Path) -> Mapping[str, Picture]:
    """The sample pictures that a folder of reasons describes, by key; CatalogueError names one
    that isn't in `samples`."""
    pictures = parse_pictures(_read(folder / SAMPLES_FILE), SAMPLES_FILE)
    for picture in pictures.values():
        if not (samples / picture.file).is_file():
            raise CatalogueError(f"{SAMPLES_FILE}: picture {picture.key}: no file {picture.file}")
    return pictures


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
