import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from domains.operation_texts import operation_name
from domains.states import ENDED, OperationState
from registrar.batches.models import Batch
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from templates_app.models import InfoTemplate

from .domain import Domain


class Operation(FSMModelMixin, TenantModel):
    """One tracked task on one domain, carried out by the registry.

    Written by domains.services.operations only. `transaction_id` is written before the first
    call to the registry; a retry asks what became of it before it sends again.
    """

    id_prefix: ClassVar[str] = "op"

    kind = models.CharField(_("operation"), max_length=32)
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="operations")
    template = models.ForeignKey(
        InfoTemplate, on_delete=models.PROTECT, null=True, blank=True, related_name="operations"
    )
    batch = models.ForeignKey(
        Batch, on_delete=models.PROTECT, null=True, blank=True, related_name="operations"
    )
    payload = models.JSONField(default=dict)
    state = FSMField(
        _("state"),
        default=OperationState.AWAITING_IDENTITY,
        choices=OperationState.choices,
        protected=True,
    )
    requested_by = models.CharField(_("requested by"), max_length=128)
    transaction_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    # When the next look at it is due: the sweep's work list. Null when it waits for a person.
    due_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    expected_on = models.DateField(_("expected"), null=True, blank=True)
    expected_provisional = models.BooleanField(default=False)
    raw_messages = ArrayField(models.CharField(max_length=500), default=list)

    class Meta(TenantModel.Meta):
        verbose_name = _("operation")
        verbose_name_plural = _("operations")
        constraints = [
            known_values("state", OperationState.values, name="operation_state_known"),
            models.UniqueConstraint(
                fields=["domain", "kind"],
                condition=~models.Q(state__in=sorted(ENDED)),
                name="one_open_operation_of_a_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-created_at", "-id"], name="operation_newest"),
            models.Index(
                fields=["account", "state", "-created_at", "-id"], name="operation_by_state"
            ),
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="operation_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{operation_name(self.kind)} · {self.domain}"

    @transition(
        field=state, source=OperationState.AWAITING_IDENTITY, target=OperationState.SUBMITTED
    )
    def submit(self) -> None: ...

    @transition(field=state, source=OperationState.SUBMITTED, target=OperationState.IN_REVIEW)
    def accept(self) -> None:
        """The registry has taken it."""

    @transition(field=state, source=OperationState.IN_REVIEW, target=OperationState.SUCCEEDED)
    def succeed(self) -> None: ...

    @transition(
        field=state,
        source=[OperationState.SUBMITTED, OperationState.IN_REVIEW],
        target=OperationState.FAILED,
    )
    def fail(self) -> None: ...

    @transition(
        field=state,
        source=[OperationState.AWAITING_IDENTITY, OperationState.SUBMITTED],
        target=OperationState.CANCELLED,
    )
    def cancel(self) -> None:
        """Only before the registry has it."""
