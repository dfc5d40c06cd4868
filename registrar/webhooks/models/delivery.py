from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from registrar.webhooks.states import DeliveryState
from registrar.webhooks.troubles import Trouble

from .endpoint import WebhookEndpoint

_STATE = DeliveryState
PING = "ping"


class WebhookDelivery(FSMModelMixin, TenantModel):
    """One event on its way to one endpoint, from the first attempt to the last.

    `body` is what every attempt sends, byte for byte; `event_id` goes with it as `webhook-id`.
    `sequence` is the event's key (0 for a test): the order that deliveries about one object
    keep. `tries` counts the attempts since it was last begun (at first, or by a replay),
    `attempts` all of them. `due_at` is when the next attempt is due, or while one is under way,
    when it is given up for lost.
    """

    id_prefix: ClassVar[str] = "whd"

    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.PROTECT, related_name="deliveries", db_index=False
    )
    event_id = models.CharField(_("event"), max_length=64)
    event_type = models.CharField(_("event type"), max_length=64)
    sequence = models.BigIntegerField()
    object_type = models.CharField(max_length=32)
    object_id = models.CharField(_("object"), max_length=255)
    occurred_at = models.DateTimeField(_("occurred"))
    body = models.TextField()

    state = FSMField(_("state"), default=_STATE.PENDING, choices=_STATE.choices, protected=True)
    due_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)
    last_status = models.PositiveSmallIntegerField(null=True, blank=True)
    last_trouble = models.CharField(max_length=16, choices=Trouble.choices, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        constraints = [
            models.UniqueConstraint(fields=["event_id", "endpoint"], name="webhook_event_once"),
            known_values("state", _STATE.values, name="webhook_delivery_state_known"),
            models.CheckConstraint(
                condition=models.Q(state=_STATE.PENDING, due_at__isnull=False)
                | (~models.Q(state=_STATE.PENDING) & models.Q(due_at__isnull=True)),
                name="webhook_due_while_pending",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-id"], name="webhook_delivery_newest"),
            models.Index(fields=["endpoint", "-id"], name="webhook_delivery_of_endpoint"),
            models.Index(
                fields=["endpoint", "due_at"],
                condition=models.Q(state=_STATE.PENDING),
                name="webhook_delivery_due",
            ),
            models.Index(
                fields=["endpoint", "object_id", "sequence"],
                condition=models.Q(state=_STATE.PENDING),
                name="webhook_delivery_order",
            ),
            models.Index(fields=["endpoint", "sequence"], name="webhook_delivery_event"),
            models.Index(fields=["created_at"], name="webhook_delivery_age"),
        ]

    def __str__(self) -> str:
        return f"{self.event_type} {self.event_id}"

    @property
    def is_ping(self) -> bool:
        return self.event_type == PING

    # A result may come when the worker was already given up, or the endpoint disabled.
    @transition(field=state, source="*", target=_STATE.DELIVERED)
    def note_delivered(self) -> None:
        """The receiver has taken it."""

    @transition(field=state, source=_STATE.PENDING, target=_STATE.FAILED)
    def give_up(self) -> None:
        """No attempt is left."""

    @transition(field=state, source=_STATE.PENDING, target=_STATE.DROPPED)
    def drop(self) -> None:
        """Its endpoint is sent nothing any more."""

    @transition(
        field=state,
        source=[_STATE.DELIVERED, _STATE.FAILED, _STATE.DROPPED],
        target=_STATE.PENDING,
    )
    def begin_again(self) -> None:
        """From the first attempt on, with the same event id."""
