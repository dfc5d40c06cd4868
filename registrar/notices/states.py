"""What becomes of a notice's mail."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailState(models.TextChoices):
    NOT_WANTED = "not_wanted", _("not wanted")
    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    # The member has left, lost the permission, or switched mail off before it went out.
    DROPPED = "dropped", _("no longer wanted")
    GIVEN_UP = "given_up", _("given up")
