from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from verification.materials_rules import PROFILES

MIN_HOURS, MAX_HOURS = 1, 80


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
        _("working hours to decide in"),
        null=True,
        blank=True,
        validators=[MinValueValidator(MIN_HOURS), MaxValueValidator(MAX_HOURS)],
    )

    objects: ClassVar[models.Manager["ReviewPolicy"]] = models.Manager()

    class Meta:
        verbose_name = _("review policy")
        verbose_name_plural = _("review policies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_hours__isnull=True)
                | models.Q(due_hours__range=(MIN_HOURS, MAX_HOURS)),
                name="policy_due_hours_known",
            )
        ]

    def __str__(self) -> str:
        return self.profile

    def clean(self) -> None:
        # Without one the field itself says so.
        if self.profile and self.profile not in PROFILES:
            raise ValidationError({"profile": _("There is no such profile.")})
