from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from domains.models import Domain, Operation
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from verification.models import Submission

from .rules import MAX_SUBJECT
from .states import AuthorKind, RequestState

_STATE = RequestState
_NOT_CLOSED = ~models.Q(state=_STATE.CLOSED)


class SupportRequest(FSMModelMixin, TenantModel):
    """A question to support (seed 003, 提交工单), written by support.services only.

    `attached` is what was known when it was opened (support.snapshot), so that support sees
    what the customer saw. `last_activity_at` moves with what both sides see, never with notes
    among staff. `closed_by` says which side closed it; the operation log says who.
    """

    id_prefix: ClassVar[str] = "sup"

    state = FSMField(_("state"), default=_STATE.OPEN, choices=_STATE.choices, protected=True)
    subject = models.CharField(_("subject"), max_length=MAX_SUBJECT)
    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="support_requests"
    )
    operation = models.ForeignKey(
        Operation, on_delete=models.PROTECT, null=True, blank=True, related_name="support_requests"
    )
    domain = models.ForeignKey(
        Domain, on_delete=models.PROTECT, null=True, blank=True, related_name="support_requests"
    )
    reason_code = models.CharField(max_length=40, blank=True)
    attached = models.JSONField(default=dict)
    # Whether support may also call or mail the person who asked.
    contact_ok = models.BooleanField(_("may be contacted"), default=False)

    opened_by = models.CharField(_("opened by"), max_length=128)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    last_activity_at = models.DateTimeField(_("last message"))
    first_answered_at = models.DateTimeField(_("first answered"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by = models.CharField(
        _("closed by"), max_length=8, choices=AuthorKind.choices, blank=True
    )

    class Meta(TenantModel.Meta):
        verbose_name = _("support request")
        verbose_name_plural = _("support requests")
        permissions = [("answer_supportrequest", _("Can answer support requests"))]
        constraints = [
            known_values("state", _STATE.values, name="support_state_known"),
            known_values("closed_by", ["", *AuthorKind.values], name="support_closed_by_known"),
            models.CheckConstraint(
                condition=models.Q(state=_STATE.CLOSED, closed_at__isnull=False)
                & ~models.Q(closed_by="")
                | _NOT_CLOSED & models.Q(closed_at__isnull=True, closed_by=""),
                name="support_closed_by_somebody",
            ),
            # One conversation about one thing.
            models.UniqueConstraint(
                fields=["submission"], condition=_NOT_CLOSED, name="one_open_request_per_submission"
            ),
            models.UniqueConstraint(
                fields=["operation"], condition=_NOT_CLOSED, name="one_open_request_per_operation"
            ),
            models.UniqueConstraint(
                fields=["domain"],
                condition=_NOT_CLOSED & models.Q(submission__isnull=True, operation__isnull=True),
                name="one_open_request_per_domain",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-last_activity_at", "-id"], name="support_newest"),
            models.Index(
                fields=["account", "state", "-last_activity_at", "-id"], name="support_by_state"
            ),
            models.Index(fields=["state", "last_activity_at", "id"], name="support_queue"),
        ]

    def __str__(self) -> str:
        return self.subject

    @transition(field=state, source=[_STATE.OPEN, _STATE.WAITING_FOR_USER], target=_STATE.OPEN)
    def reply(self) -> None:
        """The customer wrote: it waits for support."""

    @transition(
        field=state,
        source=[_STATE.OPEN, _STATE.WAITING_FOR_USER],
        target=_STATE.WAITING_FOR_USER,
    )
    def answer(self) -> None:
        """Staff wrote: it waits for the customer."""

    @transition(field=state, source=[_STATE.OPEN, _STATE.WAITING_FOR_USER], target=_STATE.CLOSED)
    def close(self) -> None: ...

    @transition(field=state, source=_STATE.CLOSED, target=_STATE.OPEN)
    def reopen(self) -> None: ...


class SupportMessage(TenantModel):
    """One message of a request; never changes. Internal notes are staff's: the table's policy
    keeps them from every account, whatever a query asks."""

    id_prefix: ClassVar[str] = "msg"

    request = models.ForeignKey(SupportRequest, on_delete=models.PROTECT, related_name="messages")
    author_kind = models.CharField(max_length=8, choices=AuthorKind.choices)
    author_label = models.CharField(max_length=128)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField()
    internal = models.BooleanField(default=False)

    class Meta(TenantModel.Meta):
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["id"]
        constraints = [
            known_values("author_kind", AuthorKind.values, name="support_author_known"),
            models.CheckConstraint(
                condition=models.Q(internal=False) | models.Q(author_kind=AuthorKind.STAFF),
                name="support_notes_by_staff",
            ),
        ]
        indexes = [models.Index(fields=["request", "id"], name="support_conversation")]

    def __str__(self) -> str:
        return self.public_id
