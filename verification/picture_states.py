"""What becomes of a picture after its upload, apart from submissions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadingState(models.TextChoices):
    WAITING = "waiting", _("Being read")
    READ = "read", _("Has been read")
    GIVEN_UP = "given_up", _("Could not be read")


class RenditionState(models.TextChoices):
    WAITING = "waiting", _("Being made")
    READY = "ready", _("Ready")
    IMPOSSIBLE = "impossible", _("Impossible")
