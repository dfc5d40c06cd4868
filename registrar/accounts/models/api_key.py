from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel


class ApiKey(TenantModel):
    """A key of an account: shown once, kept as a hash, with scopes, networks and an end.

    After a rotation it has two secrets for a while: the current one, and the former one until
    `former_ends_at`. `last_used_at` is about the current one.
    """

    id_prefix: ClassVar[str] = "key"

    name = models.CharField(_("name"), max_length=64)
    prefix = models.CharField(_("begins with"), max_length=16, unique=True)
    secret_hash = models.CharField(max_length=64)
    scopes = ArrayField(models.CharField(max_length=32), verbose_name=_("scopes"))
    networks = ArrayField(
        models.CharField(max_length=49), verbose_name=_("networks"), default=list, blank=True
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)
    former_prefix = models.CharField(max_length=16, null=True, blank=True, unique=True)
    former_hash = models.CharField(max_length=64, blank=True, default="")
    former_ends_at = models.DateTimeField(null=True, blank=True)
    former_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        indexes = [models.Index(fields=["account", "-created_at"], name="api_key_by_account")]
        constraints = [
            models.CheckConstraint(
                name="api_key_former_whole_or_absent",
                condition=models.Q(
                    former_prefix__isnull=True, former_hash="", former_ends_at__isnull=True
                )
                | models.Q(former_prefix__isnull=False, former_ends_at__isnull=False)
                & ~models.Q(former_hash=""),
            )
        ]

    def __str__(self) -> str:
        return self.name
