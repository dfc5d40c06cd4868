"""What may become of an unknown message."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageState(models.TextChoices):
    OPEN = "open", _("Open")
    MAPPED = "mapped", _("Mapped")
    DISMISSED = "dismissed", _("Dismissed")


class MessageSource(models.TextChoices):
    SUBMISSION = "submission", _("Real-name verification")
    OPERATION = "operation", _("Domain operation")
