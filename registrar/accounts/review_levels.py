from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewLevel(models.TextChoices):
    """How far an account's submissions are trusted: who looks before the authority does."""

    STAFF = "staff", _("Each by our staff")
    STRAIGHT_WHEN_CLEAN = "straight_when_clean", _("Straight to the authority when clean")
