"""A storage that seals what another one keeps."""

from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages
from django.utils.deconstruct import deconstructible

from .configured import get_keyring
from .envelope import PREFIX_BYTES, open_sealed, plaintext_size, seal

_ATTEMPTS = 5


@deconstructible(path="registrar.crypto.storage.EncryptedStorage")
class EncryptedStorage(Storage):
    """Seals files on save and opens them on read, bound to the name they are stored under.

    Wraps the storage called `alias` in STORAGES, which sees ciphertext only. A file is
    held in memory as a whole, so this is for documents of a few megabytes. There is no
    address and no path to hand out: files leave through views that check and log.
    """

    def __init__(self, alias: str = "materials_raw") -> None:
        self._alias = alias

    @property
    def raw(self) -> Storage:
        """The wrapped storage."""
        return storages[self._alias]

    def _save(self, name: str, content: "File[Any]") -> str:
        content.seek(0)
        plaintext = content.read()
        for _ in range(_ATTEMPTS):
            sealed = seal(get_keyring(), plaintext, _context(name))
            stored = self.raw.save(name, ContentFile(sealed))
            if stored == name:
                return stored
            # Someone else took the name between asking and saving: the file is bound
            # to a name that isn't its own, so it is written anew under a free one.
            self.raw.delete(stored)
            name = self.get_available_name(name)
        raise OSError("no free name was found for a sealed file")

    def _open(self, name: str, mode: str = "rb") -> "File[Any]":
        if mode != "rb":
            raise ValueError("sealed files are opened for reading bytes only")
        with self.raw.open(name, "rb") as file:
            sealed = file.read()
        return ContentFile(open_sealed(get_keyring(), sealed, _context(name)), name=name)

    def size(self, name: str) -> int:
        """Return the size of the content in bytes, from the sealed file's own size."""
        with self.raw.open(name, "rb") as file:
            prefix = file.read(PREFIX_BYTES)
        return plaintext_size(prefix, self.raw.size(name))

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Ask the wrapped storage for a free name."""
        return self.raw.get_available_name(name, max_length)

    def exists(self, name: str) -> bool:
        """Whether a file of this name is stored."""
        return self.raw.exists(name)

    def delete(self, name: str) -> None:
        """Delete the file; nothing happens when there is none."""
        self.raw.delete(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """Return (folders, files) under `path`."""
        return self.raw.listdir(path)

    def get_modified_time(self, name: str) -> datetime:
        """Return when the sealed file was last written."""
        return self.raw.get_modified_time(name)

    def get_created_time(self, name: str) -> datetime:
        """Return when the sealed file was made."""
        return self.raw.get_created_time(name)


def _context(name: str) -> bytes:
    # Backends take both slashes; the context must not depend on which one was used.
    return f"file:{name.replace(chr(92), '/')}".encode()
