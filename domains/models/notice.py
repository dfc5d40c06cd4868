import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel

from .domain import Domain


class RegistryNotice(TenantModel):
    """The registry must hear that a domain's registrant is verified, and lift its hold.

    An outbox row: written in the transaction that verified the registrant, so that the news
    is never lost. `due_at` is null once the registry's statuses show that nothing is left.
    """

    id_prefix: ClassVar[str] = "rnote"

    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="notices")
    transaction_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("notice to the registry")
        verbose_name_plural = _("notices to the registry")
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="registry_notice_due",
            ),
        ]
