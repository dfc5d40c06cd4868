from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.faults import Fault


class RegisteredIdentity(models.Model):
    """A person or organisation as the state's registers know it; no account owns it.

    The number is kept as a blind index only. `available_from`: the day on which the entry
    has reached the review body, ten days or so after issue.
    """

    name = models.CharField(_("name"), max_length=128)
    holder_type = models.CharField(max_length=16)
    document_type = models.CharField(max_length=8)
    number_index = models.CharField(max_length=64)
    available_from = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    special_profession = models.BooleanField(default=False)
    overseas = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager["RegisteredIdentity"]] = models.Manager()

    class Meta:
        verbose_name = _("registered identity")
        verbose_name_plural = _("registered identities")
        constraints = [
            models.UniqueConstraint(
                fields=["document_type", "number_index"], name="identity_number_once"
            )
        ]
        indexes = [models.Index(fields=["name"], name="identity_by_name")]

    def __str__(self) -> str:
        return self.name


class AuthorityCase(models.Model):
    """One request and its answer, known to the outside from `answers_at` on.

    Holds no personal data: only what was decided.
    """

    transaction_id = models.UUIDField(unique=True)
    received_at = models.DateTimeField(auto_now_add=True)
    answers_at = models.DateTimeField()
    messages = models.JSONField(default=list)

    objects: ClassVar[models.Manager["AuthorityCase"]] = models.Manager()

    class Meta:
        verbose_name = _("case of the simulated authority")
        verbose_name_plural = _("cases of the simulated authority")

    def __str__(self) -> str:
        return str(self.transaction_id)


class AuthorityFault(Fault):
    """A fault that the authority is to show."""
