"""The sealed files of pictures, by their storage name; outside of any transaction."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

log = structlog.get_logger(__name__)


def material_storage() -> Storage:
    return storages["materials"]


def read_material(storage_name: str) -> bytes:
    """The opened bytes of a stored picture, for what is sent on. Not logged; OSError if lost."""
    with material_storage().open(storage_name, "rb") as file:
        return bytes(file.read())


def save_material(content: bytes) -> str:
    """Keep the bytes sealed under a name that tells nothing; returns the name."""
    return material_storage().save(new_storage_name(), ContentFile(content))


def new_storage_name() -> str:
    """A name that no file has."""
    token = secrets.token_hex(24)
    return f"{token[:2]}/{token}"


@contextmanager
def row_for_file(actor: Actor, name: str) -> Iterator[None]:
    """The transaction that writes the row which names a file: the file goes if it rolls back.

    It stays where that isn't sure, since the commit may have succeeded although something went
    wrong with it, or right after it.
    """
    written = False
    try:
        with acting_as(actor):
            yield
            written = True
    except BaseException as error:
        if written:
            log.warning("material_file_left_behind", name=name, error=type(error).__name__)
        else:
            discard_material(name)
        raise


def discard_material(name: str) -> None:
    """Remove a file that no row came to stand for; failing to is logged, not raised."""
    # The first error is the one to report; a file without a row is unreadable rubbish at worst.
    try:
        material_storage().delete(name)
    except Exception as error:
        log.warning("material_file_left_behind", name=name, error=type(error).__name__)
