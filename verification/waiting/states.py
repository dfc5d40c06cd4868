"""States of a reminder."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReminderState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    DUE = "due", _("Due")
    RESUBMITTED = "resubmitted", _("Resubmitted")
    CANCELLED = "cancelled", _("Cancelled")
    OUTDATED = "outdated", _("Outdated")


OPEN_REMINDERS = frozenset({ReminderState.WAITING, ReminderState.DUE})
