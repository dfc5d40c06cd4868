from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.models import TenantModel


class PrecheckRequest(TenantModel):
    """A pre-check whose pictures were not ready in time: what was asked, until it is asked for.

    Written by verification.services.keeping_prechecks only. `asked` is the request's body as
    JSON, sealed as a whole: it holds the typed name and number. Nothing that was found is kept;
    it is found anew each time, so that it is never older than the pictures and rules.
    """

    id_prefix: ClassVar[str] = "pre"

    asked = EncryptedTextField()
    expires_at = models.DateTimeField(_("expires"))

    class Meta(TenantModel.Meta):
        verbose_name = _("pre-check")
        verbose_name_plural = _("pre-checks")
        indexes = [models.Index(fields=["expires_at"], name="precheck_expiry")]

    def __str__(self) -> str:
        return self.public_id
