"""What this app writes into the operation log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "domain.added": _("Domain added"),
    "domain.exported": _("Domains exported"),
    "domain.statuses_changed": _("EPP statuses changed at the registry"),
    "domain.updated": _("Domain settings changed"),
    "domain.verification_entered": _("Domain entered verification"),
    "domain.verification_failed": _("Domain failed verification"),
    "domain.verification_left": _("Domain left verification"),
    "domain.verification_resumed": _("Domain back in verification"),
    "domain.verification_passed": _("Domain verified"),
    "operation.accepted": _("Operation accepted by the registry"),
    "operation.cancelled": _("Operation cancelled"),
    "operation.failed": _("Operation failed"),
    "operation.requested": _("Operation requested"),
    "operation.submitted": _("Operation submitted"),
    "operation.succeeded": _("Operation succeeded"),
}
