import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar import public_ids
from registrar.accounts.review_levels import ReviewLevel
from registrar.tenancy.states import known_values


class Account(models.Model):
    """A tenant. Fenced by its own id."""

    id_prefix: ClassVar[str] = "acct"

    uid = models.UUIDField(default=public_ids.new_uuid, unique=True, editable=False)
    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=128)
    review_level = models.CharField(
        _("first review"),
        max_length=24,
        choices=ReviewLevel.choices,
        default=ReviewLevel.STAFF,
        help_text=_("Whether our staff look at each submission before the authority does."),
    )
    four_eyes = models.BooleanField(
        _("four eyes"), default=False, help_text=_("A second reviewer confirms each decision.")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        permissions = [("change_review_settings", _("Can change how an account is reviewed"))]
        constraints = [
            known_values("review_level", ReviewLevel.values, name="account_review_level_known")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def public_id(self) -> str:
        return public_ids.encode(self.id_prefix, uuid.UUID(str(self.uid)))
