"""A text field whose column holds sealed bytes only."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup, Transform

from .configured import get_keyring
from .envelope import open_sealed, seal

if TYPE_CHECKING:
    _TextField = models.TextField[str | None, str | None]
else:
    _TextField = models.TextField

_MEANINGLESS = ("primary_key", "unique", "db_index", "db_default")


class EncryptedTextField(_TextField):
    """Text in Python, sealed bytes in the database (`bytea`).

    A value is bound to its place, "app_label.model.field": copied into another
    column it doesn't open. Give the old place as `context` when a model or field is
    renamed. A value that doesn't open raises DecryptionError, so it can't be
    mistaken for an empty one; None stays NULL.

    It can't be searched (only `isnull`), indexed or be unique: keep a blind index
    beside it. It is not serialized by dumpdata, which would write it in the clear.
    """

    description = "Text, encrypted at rest"

    def __init__(self, *args: Any, context: str | None = None, **kwargs: Any) -> None:
        for option in _MEANINGLESS:
            if kwargs.get(option):
                raise TypeError(f"an encrypted field can't have {option}")
        self.context = context
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Add `context`, where one is given, to what a migration writes down."""
        name, path, args, kwargs = super().deconstruct()
        if self.context is not None:
            kwargs["context"] = self.context
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        """Make the column that of a BinaryField."""
        return "BinaryField"

    @property
    def aad(self) -> bytes:
        """The place that values are bound to."""
        meta = self.model._meta
        return (self.context or f"{meta.app_label}.{meta.model_name}.{self.name}").encode()

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Seal the value on its way into a query."""
        if not prepared:
            value = self.get_prep_value(value)
        if value is None:
            return None
        sealed = seal(get_keyring(), str(value).encode(), self.aad)
        return connection.Database.Binary(sealed)  # type: ignore[attr-defined]

    def from_db_value(
        self, value: Any, expression: object, connection: BaseDatabaseWrapper
    ) -> str | None:
        """Open a value that comes from the database. Raises DecryptionError."""
        if value is None:
            return None
        return open_sealed(get_keyring(), bytes(value), self.aad).decode()

    def get_lookup(self, lookup_name: str) -> "type[Lookup[Any]] | None":
        """Offer `isnull` only: ciphertexts of equal values differ, so nothing else could match."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def get_transform(self, lookup_name: str) -> type[Transform] | None:
        """Offer none: the database can't see the text."""
        return None

    def value_to_string(self, obj: models.Model) -> str:
        """Refuse to be serialized in the clear."""
        raise TypeError("encrypted fields are not serialized")
