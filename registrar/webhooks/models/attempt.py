from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel
from registrar.webhooks.troubles import Trouble

from .delivery import WebhookDelivery


class WebhookAttempt(TenantModel):
    """One request and its answer. Written before the request is sent, so that one whose worker
    died is seen too: its `trouble` stays UNDER_WAY."""

    id_prefix: ClassVar[str] = "wha"

    delivery = models.ForeignKey(
        WebhookDelivery, on_delete=models.CASCADE, related_name="attempt_rows", db_index=False
    )
    number = models.PositiveIntegerField(_("delivery attempt"))
    at = models.DateTimeField(_("sent at"))
    request_headers = models.JSONField(default=dict)
    trouble = models.CharField(max_length=16, choices=Trouble.choices, blank=True)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    response_headers = models.JSONField(default=dict)
    response_body = models.TextField(blank=True)
    milliseconds = models.PositiveIntegerField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("webhook attempt")
        verbose_name_plural = _("webhook attempts")
        constraints = [
            models.UniqueConstraint(fields=["delivery", "number"], name="webhook_attempt_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}"
