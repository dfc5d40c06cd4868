"""What this app writes into the operation log; each item's own work is logged by its service."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "batch.requested": _("Batch requested"),
    "batch.cancelled": _("Batch cancelled"),
    "batch.resumed": _("Batch resumed"),
    "batch.finished": _("Batch finished"),
}
