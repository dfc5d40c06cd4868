from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.accounts.models import ApiKey
from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.actor import ActorKind
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values

from .states import BatchState, ItemState


class Batch(FSMModelMixin, TenantModel):
    """Many items that were asked for in one call. Written by registrar.batches.services only.

    `asked_as`, `asked_user` and `asked_key` say in whose name it runs: what they may do is asked
    again for every item. `purposes` are the identity checks that its items need. `due_at` is when
    a worker looks at it next, null unless it runs; `leased_until` keeps other workers away, and
    `idle_looks` counts the looks since the last one that found something to do.
    """

    id_prefix: ClassVar[str] = "batch"

    kind = models.CharField(_("kind"), max_length=32)
    state = FSMField(
        _("state"), default=BatchState.RUNNING, choices=BatchState.choices, protected=True
    )
    requested_by = models.CharField(_("requested by"), max_length=128)
    asked_as = models.CharField(max_length=8, choices=[(k.value, k.value) for k in ActorKind])
    asked_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_key = models.ForeignKey(
        ApiKey, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    purposes = models.JSONField(default=list)
    request_id = models.CharField(max_length=64, blank=True)
    started_at = models.DateTimeField(_("started"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    idle_looks = models.PositiveSmallIntegerField(default=0)

    class Meta(TenantModel.Meta):
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        constraints = [
            known_values("state", BatchState.values, name="batch_state_known"),
            models.CheckConstraint(
                condition=models.Q(state=BatchState.RUNNING, due_at__isnull=False)
                | (~models.Q(state=BatchState.RUNNING) & models.Q(due_at__isnull=True)),
                name="batch_due_while_running",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-created_at", "-id"], name="batch_newest"),
            models.Index(
                fields=["due_at"], condition=models.Q(due_at__isnull=False), name="batch_due"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @transition(field=state, source=BatchState.RUNNING, target=BatchState.DONE)
    def finish(self) -> None: ...

    @transition(field=state, source=BatchState.RUNNING, target=BatchState.CANCELLED)
    def cancel(self) -> None:
        """What was taken goes on; what still waits its turn is let go."""

    @transition(
        field=state, source=[BatchState.DONE, BatchState.CANCELLED], target=BatchState.RUNNING
    )
    def resume(self) -> None: ...


class BatchItem(FSMModelMixin, TenantModel):
    """One item: what was asked, and what became of it.

    `key` orders: items of one key run one after the other, "" stands for itself. `told` is what
    answers repeat of the item; `asked` is all of it as JSON, sealed (it may hold the number of a
    document), and gone once it can't be tried again. `result_uid` is the row that came of it, by
    uid: what lies below knows no table of the apps above. `problem` is what registrar.batches.
    problems kept of a refusal. `due_at` is not before when it is tried again.
    """

    id_prefix: ClassVar[str] = "bitem"

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="items")
    index = models.PositiveIntegerField()
    key = models.CharField(max_length=300, blank=True)
    told = models.JSONField(default=dict)
    asked = EncryptedTextField(null=True, blank=True)
    state = FSMField(
        _("state"), default=ItemState.WAITING, choices=ItemState.choices, protected=True
    )
    result_uid = models.UUIDField(null=True, blank=True)
    expected_on = models.DateField(_("expected"), null=True, blank=True)
    expected_provisional = models.BooleanField(default=False)
    problem = models.JSONField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("item of a batch")
        verbose_name_plural = _("items of batches")
        constraints = [
            known_values("state", ItemState.values, name="batchitem_state_known"),
            models.UniqueConstraint(fields=["batch", "index"], name="batchitem_once_per_index"),
            models.CheckConstraint(
                condition=models.Q(state=ItemState.DONE, result_uid__isnull=False)
                | (~models.Q(state=ItemState.DONE) & models.Q(result_uid__isnull=True)),
                name="batchitem_result_when_done",
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "state", "index", "id"], name="batchitem_by_state"),
            # Whether an earlier one of the same key stands before it.
            models.Index(fields=["batch", "key", "index"], name="batchitem_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.index}"

    @transition(field=state, source=ItemState.WAITING, target=ItemState.DONE)
    def complete(self) -> None: ...

    @transition(field=state, source=ItemState.WAITING, target=ItemState.REFUSED)
    def refuse(self) -> None: ...

    @transition(field=state, source=ItemState.WAITING, target=ItemState.FAILED)
    def fail(self) -> None: ...
