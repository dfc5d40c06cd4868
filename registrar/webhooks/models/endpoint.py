import datetime as dt
from typing import ClassVar
from urllib.parse import urlsplit

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from registrar.webhooks.places import MAX_LENGTH
from registrar.webhooks.states import DisabledReason, EndpointState

_STATE = EndpointState


class WebhookEndpoint(FSMModelMixin, TenantModel):
    """Where an account wants which of its events to be sent.

    `cursor` is the key of the last event that deliveries were made of; `secret` signs, and
    `previous_secret` too until `previous_until`. `failing_since`: the first of the attempts that
    have come to nothing since the last one that did not.
    """

    id_prefix: ClassVar[str] = "whe"

    url = models.CharField(_("webhook address"), max_length=MAX_LENGTH)
    description = models.CharField(_("description"), max_length=100, blank=True)
    event_types = ArrayField(models.CharField(max_length=64), verbose_name=_("events"))
    state = FSMField(_("state"), default=_STATE.ENABLED, choices=_STATE.choices, protected=True)
    disabled_reason = models.CharField(
        _("why disabled"), max_length=16, choices=DisabledReason.choices, blank=True
    )
    disabled_at = models.DateTimeField(_("disabled"), null=True, blank=True)
    secret = EncryptedTextField(null=True)
    previous_secret = EncryptedTextField(null=True)
    previous_until = models.DateTimeField(null=True, blank=True)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    cursor = models.BigIntegerField(default=0)
    # Until when one worker has it: a slow receiver takes one worker's time, not everybody's.
    leased_until = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("webhook endpoint")
        verbose_name_plural = _("webhook endpoints")
        constraints = [
            known_values("state", _STATE.values, name="webhook_endpoint_state_known"),
            known_values(
                "disabled_reason", DisabledReason.values, name="webhook_disabled_reason_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state=_STATE.DELETED) | models.Q(secret__isnull=False),
                name="webhook_endpoint_can_sign",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-id"], name="webhook_endpoint_by_account"),
            models.Index(
                fields=["id"], condition=models.Q(state=_STATE.ENABLED), name="webhook_enabled"
            ),
        ]

    def __str__(self) -> str:
        return self.description or self.place

    @property
    def place(self) -> str:
        """The address without its query, which may hold somebody's token."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}{parts.path}"

    @property
    def enabled(self) -> bool:
        return bool(self.state == _STATE.ENABLED)

    @property
    def two_sign(self) -> bool:
        """Whether the secret before signs too, at this moment."""
        return len(self.keys(timezone.now())) > 1

    def keys(self, now: dt.datetime) -> list[str]:
        """The secrets that sign at this moment, the newest first."""
        keys = [self.secret]
        if self.previous_until and self.previous_until > now:
            keys.append(self.previous_secret)
        return [key for key in keys if key]

    @transition(field=state, source=_STATE.ENABLED, target=_STATE.DISABLED)
    def disable(self, reason: str, now: dt.datetime) -> None:
        self.disabled_reason, self.disabled_at = reason, now

    @transition(field=state, source=_STATE.DISABLED, target=_STATE.ENABLED)
    def enable(self) -> None:
        self.disabled_reason, self.disabled_at, self.failing_since = DisabledReason.NONE, None, None

    @transition(field=state, source=[_STATE.ENABLED, _STATE.DISABLED], target=_STATE.DELETED)
    def delete_for_good(self) -> None:
        """Nothing can be signed any more."""
        self.secret, self.previous_secret, self.previous_until = None, None, None
