from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel


class Event(TenantModel):
    """One change of state that a person could see, as programs are told of it. Never altered;
    removed after EVENT_RETENTION_DAYS.

    Written by registrar.events.recording only, beside the log's entry and under the lock of the
    account's chain: within an account `id` follows the order of the commits, and no event appears
    behind one that somebody has read. `number` is the entry's; events of one entry share it.
    """

    id_prefix: ClassVar[str] = "evt"

    number = models.PositiveBigIntegerField(_("number"))
    type = models.CharField(_("type"), max_length=64)
    occurred_at = models.DateTimeField(_("time"))
    # As the API calls it (`verification`), with its public id; domains are called by name.
    object_type = models.CharField(_("kind of object"), max_length=32)
    object_id = models.CharField(_("object"), max_length=253)
    actor_kind = models.CharField(_("kind of actor"), max_length=8)
    # Ids and codes only, nothing about people: it leaves the house.
    data = models.JSONField(_("data"), default=dict)

    class Meta(TenantModel.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "number", "type", "object_id"], name="event_once_per_entry"
            ),
        ]
        indexes = [
            models.Index(fields=["account", "id"], name="event_in_order"),
            models.Index(fields=["account", "object_id", "id"], name="event_of_object"),
            models.Index(fields=["account", "type", "id"], name="event_of_type"),
            models.Index(fields=["occurred_at"], name="event_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.type} · {self.object_id}"
