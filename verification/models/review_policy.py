from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewPolicy(models.Model):
    """How the first review treats the submissions of one profile; without a row the defaults.

    Belongs to the registrar: see `context.for_the_registrar`.
    """

    profile = models.CharField(_("profile"), max_length=32, unique=True)
    four_eyes = models.BooleanField(
        _("four eyes"), default=False, help_text=_("A second reviewer confirms each decision.")
    )
    # Working hours from submission to decision; None: settings.REVIEW_HOURS.
    due_hours = models.PositiveSmallIntegerField(
        _("working hours to decide in"), null=True, blank=True
    )

    objects: ClassVar[models.Manager["ReviewPolicy"]] = models.Manager()

    class Meta:
        verbose_name = _("review policy")
        verbose_name_plural = _("review policies")

    def __str__(self) -> str:
        return self.profile
