"""The kinds of operations that run for real; a new one is a class and a line here."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput

from .base import GatedKind, OperationKind
from .change_registrant import ChangeRegistrant
from .edit_contacts import EditContacts
from .register import Register
from .set_locks import SetLocks

# What may be asked for on a domain that is there, by `POST /operations`.
GATED_KINDS: dict[str, GatedKind] = {
    kind.key: kind for kind in (ChangeRegistrant(), EditContacts(), SetLocks())
}
REGISTER = Register()
KINDS: dict[str, OperationKind] = {REGISTER.key: REGISTER, **GATED_KINDS}


def kind_of(key: str) -> GatedKind:
    """The kind called `key`; InvalidInput when there is none that a domain takes."""
    try:
        return GATED_KINDS[key]
    except KeyError:
        message = _("Allowed values: %(values)s.") % {"values": ", ".join(GATED_KINDS)}
        raise InvalidInput(errors=[FieldError("operation", "invalid_choice", message)]) from None


__all__ = ["GATED_KINDS", "KINDS", "REGISTER", "GatedKind", "OperationKind", "kind_of"]
