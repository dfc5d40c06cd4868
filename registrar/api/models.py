from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.models import TenantModel

LONGEST_KEY = 255


class IdempotentCall(TenantModel):
    """An unsafe call that came with an Idempotency-Key, and its answer once there is one.

    Written by registrar.api.idempotency.calls only. `status` is empty while the call runs; until
    `leased_until` nobody else runs it, and `attempt` says who may write its answer. Fingerprint
    and body are sealed: both come from personal data. `scopes` are what the key held, so that
    no answer is given again to a key that could not ask for it any more.
    """

    id_prefix: ClassVar[str] = "call"

    api_key_id = models.BigIntegerField()
    key = models.CharField(max_length=LONGEST_KEY)
    fingerprint = EncryptedTextField()
    scopes = models.JSONField(default=list)
    attempt = models.UUIDField()
    leased_until = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = EncryptedTextField(null=True)
    expires_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        verbose_name = _("idempotent call")
        verbose_name_plural = _("idempotent calls")
        indexes = [models.Index(fields=["expires_at"], name="idempotent_call_expiry")]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "api_key_id", "key"], name="idempotency_key_once"
            ),
            models.CheckConstraint(
                condition=models.Q(status__isnull=True, body__isnull=True)
                | models.Q(status__gte=200, status__lt=300, body__isnull=False),
                name="idempotent_call_kept_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id
