"""The kinds of operations that run for real; a new one is a class and a line here."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput

from .base import OperationKind
from .change_registrant import ChangeRegistrant
from .edit_contacts import EditContacts
from .set_locks import SetLocks

KINDS: dict[str, OperationKind] = {
    kind.key: kind for kind in (ChangeRegistrant(), EditContacts(), SetLocks())
}


def kind_of(key: str) -> OperationKind:
    """The kind called `key`; InvalidInput when there is none."""
    try:
        return KINDS[key]
    except KeyError:
        message = _("Allowed values: %(values)s.") % {"values": ", ".join(KINDS)}
        raise InvalidInput(errors=[FieldError("operation", "invalid_choice", message)]) from None


__all__ = ["KINDS", "OperationKind", "kind_of"]
