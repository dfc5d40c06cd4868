import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar import public_ids


class FiguresExport(models.Model):
    """One download of a table of figures: who, when, which, of what. The database refuses to
    alter or delete it; the operation log is no place for it, being kept account by account."""

    id_prefix: ClassVar[str] = "exp"

    uid = models.UUIDField(default=public_ids.new_uuid, unique=True, editable=False)
    table = models.CharField(_("table"), max_length=32)
    # As it was asked for: period, account, profile, authority.
    asked = models.JSONField(_("asked for"), default=dict)
    actor_label = models.CharField(_("by"), max_length=128)
    actor_id = models.BigIntegerField(null=True)
    occurred_at = models.DateTimeField(_("time"), auto_now_add=True)
    ip = models.CharField(_("address"), max_length=45, blank=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        verbose_name = _("export of figures")
        verbose_name_plural = _("exports of figures")
        permissions = [("view_reviewer_figures", _("Can see each reviewer's figures"))]

    def __str__(self) -> str:
        return self.table

    @property
    def public_id(self) -> str:
        return public_ids.encode(self.id_prefix, uuid.UUID(str(self.uid)))
