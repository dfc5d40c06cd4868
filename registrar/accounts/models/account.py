import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar import public_ids


class Account(models.Model):
    """A tenant. Fenced by its own id."""

    id_prefix: ClassVar[str] = "acct"

    uid = models.UUIDField(default=public_ids.new_uuid, unique=True, editable=False)
    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=128)
    staff_review = models.BooleanField(
        _("first review by staff"),
        default=True,
        help_text=_("Off: submissions go straight to the authority."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.name

    @property
    def public_id(self) -> str:
        return public_ids.encode(self.id_prefix, uuid.UUID(str(self.uid)))
