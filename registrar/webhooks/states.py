"""What states endpoints and deliveries have."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EndpointState(models.TextChoices):
    ENABLED = "enabled", _("enabled")
    DISABLED = "disabled", _("disabled")
    # Shown to nobody any more; the row goes when the last of its deliveries goes.
    DELETED = "deleted", _("deleted")


# Of endpoints that somebody can ask for.
SHOWN_STATES = [choice for choice in EndpointState.choices if choice[0] != EndpointState.DELETED]


class DisabledReason(models.TextChoices):
    """Why an endpoint is sent nothing; NONE while it is."""

    NONE = "", _("not disabled")
    BY_HAND = "by_hand", _("by a member or a key")
    FAILING = "failing", _("it failed for days")
    GONE = "gone", _("it answered 410 Gone")


class DeliveryState(models.TextChoices):
    PENDING = "pending", _("pending")
    DELIVERED = "delivered", _("delivered")
    # After the last attempt of the schedule.
    FAILED = "failed", _("failed")
    # Its endpoint was disabled before it was sent.
    DROPPED = "dropped", _("not sent")
