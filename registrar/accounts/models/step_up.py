from typing import ClassVar

from django.conf import settings
from django.db import models

from registrar.tenancy.models import TenantModel


class StepUpChallenge(TenantModel):
    """One code sent to one member for one purpose (seed 003, 身份认证).

    It is entered, and then counts, in the browser session that asked for it (`session_mark`,
    see registrar.accounts.browser_session); how often codes are sent is counted by member.
    """

    id_prefix: ClassVar[str] = "chal"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=32)
    session_mark = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=128)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries_left = models.PositiveSmallIntegerField()
    verified_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["account", "user", "purpose", "-sent_at"], name="step_up_latest")
        ]
