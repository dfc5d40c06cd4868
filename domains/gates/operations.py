"""What can be done to a domain."""

from enum import StrEnum


class Operation(StrEnum):
    """An operation that the gate answers for; the values are stable API words."""

    EDIT_CONTACTS = "edit_contacts"
    CHANGE_REGISTRANT = "change_registrant"
    SUBMIT_VERIFICATION = "submit_verification"
    EDIT_MATERIALS = "edit_materials"
    PUSH = "push"
    TRANSFER_IN = "transfer_in"
    TRANSFER_OUT = "transfer_out"
    CHANGE_NAMESERVERS = "change_nameservers"
    RENEW = "renew"
    SET_LOCKS = "set_locks"
    DELETE = "delete"


EVERYTHING: frozenset[Operation] = frozenset(Operation)


def everything_but(*spared: Operation) -> frozenset[Operation]:
    """All operations without `spared`."""
    return EVERYTHING - frozenset(spared)
