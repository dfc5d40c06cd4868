from typing import ClassVar

from django.conf import settings
from django.db import models

from registrar.tenancy.models import TenantModel


class StepUpChallenge(TenantModel):
    """One code sent to one member for one purpose (seed 003, 身份认证)."""

    id_prefix: ClassVar[str] = "chal"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=32)
    code_hash = models.CharField(max_length=128)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries_left = models.PositiveSmallIntegerField()
    verified_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["account", "user", "purpose", "-sent_at"], name="step_up_latest")
        ]
