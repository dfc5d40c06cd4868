from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from domains.gates import Operation as GateOperation
from domains.lock_texts import LOCK_LABELS
from domains.models import Domain, Operation
from domains.registries.port import RegistryRequest
from registrar.errors import FieldError, InvalidInput

from .base import Fact, GatedKind, Payload

# RFC 5731, section 2.3: the statuses that a client sets and takes away itself.
LOCKS: dict[str, str] = {
    "transfer": "clientTransferProhibited",
    "update": "clientUpdateProhibited",
    "delete": "clientDeleteProhibited",
}

_LOCK_ON = pgettext_lazy("lock", "Put on")
_LOCK_OFF = pgettext_lazy("lock", "Taken away")


def locks_of(domain: Domain) -> dict[str, bool]:
    """Which of the account's own locks are on."""
    return {name: status in domain.epp_statuses for name, status in LOCKS.items()}


def lock_changes(domain: Domain, wanted: Mapping[str, bool]) -> dict[str, bool]:
    """Those of `wanted` that are not so already."""
    present = locks_of(domain)
    return {name: on for name, on in wanted.items() if present[name] != on}


def takes_locks_away(locks: Mapping[str, bool]) -> bool:
    return not all(locks.values())


class SetLocks(GatedKind):
    """The account's own locks, on or off. Always possible while the update lock is on, so that
    it can be taken away again."""

    key = "set_locks"
    label = _("Lock change")
    gate = GateOperation.SET_LOCKS
    icon = "lock"
    parameters = frozenset({"locks"})

    def clean(self, domain: Domain, payload: Payload) -> dict[str, Any]:
        """`locks`: {"transfer" | "update" | "delete": bool}; those not named stay.

        Only changes are kept: adding a lock, which needs no code, must never take one away
        that the registry has and we have not heard of.
        """
        self.only_known(payload)
        given = payload.get("locks")
        if not isinstance(given, dict) or not given:
            message = _("Name at least one lock.")
            raise InvalidInput(errors=[FieldError("locks", "required", message)])
        wrong = [
            FieldError(f"locks.{name}", "unknown_field", _("There is no such lock."))
            for name in sorted(map(str, set(given) - set(LOCKS)))
        ]
        wrong += [
            FieldError(f"locks.{name}", "invalid", _("true or false is expected."))
            for name, value in given.items()
            if name in LOCKS and not isinstance(value, bool)
        ]
        if wrong:
            raise InvalidInput(errors=wrong)
        changes = lock_changes(domain, given)
        if not changes:
            message = _("The locks are set like this already.")
            raise InvalidInput(errors=[FieldError("locks", "unchanged", message)])
        return {"locks": changes}

    def is_sensitive(self, payload: Payload) -> bool:
        """Taking a lock away opens the domain; adding one is free."""
        return takes_locks_away(payload.get("locks", {}))

    def facts(self, payload: Payload) -> list[Fact]:
        """Each lock that it changes, with what becomes of it."""
        locks = payload.get("locks", {})
        return [
            (LOCK_LABELS[name], _LOCK_ON if locks[name] else _LOCK_OFF)
            for name in LOCKS
            if name in locks
        ]

    def build_request(self, operation: Operation) -> RegistryRequest:
        locks = operation.payload["locks"]
        return RegistryRequest(
            transaction_id=str(operation.transaction_id),
            kind=self.key,
            name=operation.domain.name,
            add_statuses=frozenset(LOCKS[name] for name, on in locks.items() if on),
            remove_statuses=frozenset(LOCKS[name] for name, on in locks.items() if not on),
        )

    def succeed(self, operation: Operation, domain: Domain) -> Collection[str]:
        """The registry's own statuses are read after every success: nothing to do here."""
        return ()
