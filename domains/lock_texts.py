"""What the account's own locks are called."""

from django.utils.translation import gettext_lazy as _

LOCK_LABELS = {
    "transfer": _("Transfer lock"),
    "update": _("Update lock"),
    "delete": _("Deletion lock"),
}
