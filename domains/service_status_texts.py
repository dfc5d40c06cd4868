"""How each service status is called, explained and coloured."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Tone = Literal["ok", "warn", "bad", "info", "muted"]


@dataclass(frozen=True)
class StatusText:
    """A short label, one sentence of explanation, and the tone of its badge."""

    label: str | Promise
    explanation: str | Promise
    tone: Tone


STATUS_TEXTS: Mapping[str, StatusText] = {
    "disputed": StatusText(
        pgettext_lazy("service status", "In dispute"),
        _("A dispute, arbitration or judicial proceeding is open. Only renewal is possible."),
        "bad",
    ),
    "pending_delete": StatusText(
        pgettext_lazy("service status", "Pending delete"),
        _("The registry is deleting the domain. It can't be restored any more."),
        "bad",
    ),
    "redemption": StatusText(
        pgettext_lazy("service status", "In redemption"),
        _("The domain expired and was deleted. For a short time it can still be restored."),
        "bad",
    ),
    "registering": StatusText(
        pgettext_lazy("service status", "Registering"),
        _("The registry has not confirmed the registration yet."),
        "info",
    ),
    "transfer_in_pending": StatusText(
        pgettext_lazy("service status", "Transferring in"),
        _("The domain is moving to us from another registrar, usually in 5-7 working days."),
        "info",
    ),
    "transfer_out_pending": StatusText(
        pgettext_lazy("service status", "Transferring out"),
        _("The domain is moving to another registrar."),
        "info",
    ),
    "push_pending": StatusText(
        pgettext_lazy("service status", "Push pending"),
        _("The domain is waiting to move to another account."),
        "info",
    ),
    "registrant_change_in_review": StatusText(
        pgettext_lazy("service status", "Change of registrant in review"),
        _("The registry is reviewing the new registrant, usually for 1-3 working days."),
        "info",
    ),
    "verification_in_review": StatusText(
        pgettext_lazy("service status", "Verification in review"),
        _("The real-name materials are in review, usually for a few working days."),
        "info",
    ),
    "naming_failed": StatusText(
        pgettext_lazy("service status", "Naming review failed"),
        _("The registry refused the name itself, so the domain can't resolve."),
        "bad",
    ),
    "naming_in_review": StatusText(
        pgettext_lazy("service status", "Naming review"),
        _("The registry is reviewing the name itself."),
        "info",
    ),
    "verification_failed": StatusText(
        pgettext_lazy("service status", "Verification failed"),
        _("Real-name verification did not pass. Open the reason to see how to fix it."),
        "bad",
    ),
    "unverified": StatusText(
        pgettext_lazy("service status", "Not verified"),
        _("The domain works only after its holder has been real-name verified."),
        "warn",
    ),
    "on_hold": StatusText(
        pgettext_lazy("service status", "Verified, but on hold"),
        _("The registry or the registrar has stopped the domain from resolving."),
        "bad",
    ),
    "expired": StatusText(
        pgettext_lazy("service status", "Expired"),
        _("The domain has expired. Renew it before it is deleted."),
        "warn",
    ),
    "verified": StatusText(
        pgettext_lazy("service status", "Verified"),
        _("The holder is verified and the domain is in service."),
        "ok",
    ),
}
