"""The base of every tenant-owned table."""

import uuid
from typing import Any, ClassVar, Self

from django.db import models

from registrar import public_ids

from .context import require_actor


class TenantManager(models.Manager[Any]):
    """Raises NobodyAsking outside the fence instead of showing an empty table."""

    def get_queryset(self) -> models.QuerySet[Any]:
        require_actor()
        return super().get_queryset()


class TenantModel(models.Model):
    """A row of one account, fenced by row-level security (see migration_helpers.fence).

    `uid` is what leaves the system, as `public_id`; `id` never does.
    """

    id_prefix: ClassVar[str] = ""

    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    uid = models.UUIDField(default=public_ids.new_uuid, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[TenantManager] = TenantManager()
    unfenced_manager: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True
        # Related objects are reached through a plain manager; the database fences them anyway.
        base_manager_name = "unfenced_manager"

    @property
    def public_id(self) -> str:
        return public_ids.encode(self.id_prefix, uuid.UUID(str(self.uid)))
