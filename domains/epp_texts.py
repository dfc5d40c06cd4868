"""What EPP statuses mean to the holder of a domain (RFC 5731, section 2.3; RFC 3915)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_TEXTS: dict[str, str | Promise] = {
    "ok": _("Nothing is restricted."),
    "inactive": _("No nameservers are set, so the domain does not resolve."),
    "clientHold": _("The registrar has stopped the domain from resolving."),
    "serverHold": _(
        "The registry has stopped the domain from resolving, usually until its holder is verified."
    ),
    "clientTransferProhibited": _("Your transfer lock: the domain can't leave this registrar."),
    "serverTransferProhibited": _("The registry does not allow a transfer."),
    "clientUpdateProhibited": _("Your update lock: its data can't be changed."),
    "serverUpdateProhibited": _("The registry does not allow changes of its data."),
    "clientDeleteProhibited": _("Your deletion lock: the domain can't be deleted."),
    "serverDeleteProhibited": _("The registry does not allow deletion."),
    "clientRenewProhibited": _("The registrar does not allow renewal."),
    "serverRenewProhibited": _("The registry does not allow renewal."),
    "pendingCreate": _("The registry is working on the registration."),
    "pendingUpdate": _("The registry is working on a change."),
    "pendingTransfer": _("A transfer to another registrar is under way."),
    "pendingRenew": _("The registry is working on the renewal."),
    "pendingDelete": _("The registry is about to delete the domain."),
    "pendingRestore": _("The registry is restoring the domain."),
    "addPeriod": _("Registered only a few days ago."),
    "autoRenewPeriod": _("The registry has renewed it; the registrar may still take that back."),
    "renewPeriod": _("Renewed only a few days ago."),
    "transferPeriod": _("Transferred only a few days ago."),
    "redemptionPeriod": _("Deleted after expiry; it can still be restored."),
}
_UNKNOWN = _("A status of this registry.")


@dataclass(frozen=True, slots=True)
class EppStatusText:
    status: str
    explanation: str | Promise


def explain_statuses(statuses: Iterable[str]) -> list[EppStatusText]:
    """Each status with one sentence, holds first."""
    ordered = sorted(statuses, key=lambda status: (not status.endswith("Hold"), status))
    return [EppStatusText(status, _TEXTS.get(status, _UNKNOWN)) for status in ordered]
