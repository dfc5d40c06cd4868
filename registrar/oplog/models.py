from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.actor import ActorKind
from registrar.tenancy.models import TenantModel

from .actions import action_label
from .actor_texts import actor_name
from .fields import told_to_account
from .object_names import object_name
from .reasons import Label, reason_label


class Result(models.TextChoices):
    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused")


class LogEntry(TenantModel):
    """One change: who did what, to what, from where, with what result. Never altered.

    The database refuses UPDATE, DELETE and TRUNCATE. `digest` covers the entry and the digest
    before it, per account, so that a gap or a change shows (manage.py verify_operation_log).
    """

    id_prefix: ClassVar[str] = "log"

    number = models.PositiveBigIntegerField(_("number"))
    occurred_at = models.DateTimeField(_("time"))
    actor_kind = models.CharField(_("kind of actor"), max_length=8)
    actor_id = models.CharField(max_length=40, blank=True)
    actor_label = models.CharField(_("actor"), max_length=128)
    action = models.CharField(_("action"), max_length=64)
    object_type = models.CharField(max_length=32)
    object_id = models.CharField(max_length=64)
    object_label = models.CharField(_("object"), max_length=255)
    result = models.CharField(_("result"), max_length=8, choices=Result.choices)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    ip = models.CharField(_("address"), max_length=45, blank=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True)
    previous_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta(TenantModel.Meta):
        verbose_name = _("operation log entry")
        verbose_name_plural = _("operation log")
        constraints = [
            models.UniqueConstraint(fields=["account", "number"], name="log_number_once"),
        ]
        indexes = [
            models.Index(fields=["account", "object_id", "-number"], name="log_of_object"),
        ]

    def __str__(self) -> str:
        return f"{action_label(self.action)} · {self.shown_object}"

    @property
    def shown_actor(self) -> str:
        """Who it was, as the account may see it: staff act for the registrar, without a name."""
        return gettext("Registrar staff") if self._by_staff else actor_name(self.actor_label)

    @property
    def object_has_name(self) -> bool:
        """Whether the object's label says more than a public id; domains are called by name."""
        return self.object_label != self.object_id or "_" not in self.object_id

    @property
    def shown_object(self) -> Label:
        return object_name(self.object_type, self.object_label)

    @property
    def shown_ip(self) -> str:
        return "" if self._by_staff else self.ip

    @property
    def shown_before(self) -> dict[str, Any]:
        """Without what is staff's own, as `shown_after`."""
        return told_to_account(self.object_type, self.before)

    @property
    def shown_after(self) -> dict[str, Any]:
        return told_to_account(self.object_type, self.after)

    @property
    def shown_reason(self) -> Label:
        return reason_label(self.reason)

    @property
    def _by_staff(self) -> bool:
        return self.actor_kind == ActorKind.STAFF


class ChainHead(models.Model):
    """Where an account's chain ends. Locked while an entry is added: numbers are gapless."""

    account = models.OneToOneField("accounts.Account", on_delete=models.PROTECT, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="", blank=True)

    def __str__(self) -> str:
        return str(self.number)
