import datetime as dt
import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from domains.models import Domain
from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from templates_app.models import HolderType, InfoTemplate
from verification.messages.keys import KEY_LENGTH
from verification.states import (
    OPEN,
    WITH_REVIEWERS,
    WITHDRAWABLE,
    FailureStage,
    FoundLevel,
    SubmissionState,
    shown_state,
)

from .authority import Authority
from .material import Material
from .rendition import Rendition

_NEVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
_STATE = SubmissionState
_OPEN = models.Q(state__in=sorted(OPEN))
_WITH_REVIEWERS = models.Q(state__in=sorted(WITH_REVIEWERS))


class Submission(FSMModelMixin, TenantModel):
    """One attempt to have the holder of a template or of a domain verified.

    Written by verification.services only. What was submitted is kept as it was sent; the
    holder's data are copied here, so that later edits don't change history. `transaction_id`
    is written before the first call to the authority; a retry asks what became of it first.
    """

    id_prefix: ClassVar[str] = "ver"

    template = models.ForeignKey(
        InfoTemplate, on_delete=models.PROTECT, null=True, blank=True, related_name="submissions"
    )
    domain = models.ForeignKey(
        Domain, on_delete=models.PROTECT, null=True, blank=True, related_name="submissions"
    )
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=1)
    profile = models.CharField(max_length=32)
    holder_type = models.CharField(_("holder type"), max_length=16, choices=HolderType.choices)
    holder_name = models.CharField(_("holder name"), max_length=64)
    contact_name = models.CharField(_("contact name"), max_length=64, blank=True)
    document_type = models.CharField(_("document type"), max_length=8)
    document_number = EncryptedTextField(_("document number"))
    number_masked = models.CharField(_("document number"), max_length=32)
    number_index = models.CharField(max_length=64)
    materials = models.ManyToManyField(Material, through="SubmissionMaterial")
    confirmed_warnings = ArrayField(models.CharField(max_length=40), default=list)
    # What the pre-check found when it last looked, confirmed or not: services.findings_noted.
    found_codes = ArrayField(models.CharField(max_length=40), default=list)
    found_worst = models.CharField(
        _("pre-check"), max_length=8, choices=FoundLevel.choices, default=FoundLevel.UNREAD
    )

    state = FSMField(_("state"), default=_STATE.DRAFT, choices=_STATE.choices, protected=True)
    # What the domain's real-name state was before: where a withdrawal leads back to.
    state_before = models.CharField(max_length=16, blank=True)
    submitted_by = models.CharField(_("submitted by"), max_length=128)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    expected_on = models.DateField(_("expected"), null=True, blank=True)
    expected_provisional = models.BooleanField(default=False)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    # Until when the claim holds while its reviewer is idle.
    lease_until = models.DateTimeField(null=True, blank=True)
    # Whose claim ended by idle time, until somebody claims it: their decision still counts.
    idle_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # When the first review is to be done, in working hours; while more is wanted from the
    # customer the clock stands still, and the minutes that were left are kept.
    review_due_at = models.DateTimeField(_("due"), null=True, blank=True)
    # The same without nulls, so that an index and pages by key can begin anywhere in the queue.
    queue_at = models.GeneratedField(
        expression=Coalesce("review_due_at", models.Value(_NEVER)),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    review_minutes_left = models.IntegerField(null=True, blank=True)
    # Since when it has waited for a reviewer, this time.
    waiting_since = models.DateTimeField(null=True, blank=True)

    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    transaction_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    # When the next step towards the authority is due: the sweep's work list.
    due_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent to the authority"), null=True, blank=True)
    received_at = models.DateTimeField(_("received by the authority"), null=True, blank=True)
    deadline = models.DateTimeField(_("timeout"), null=True, blank=True)

    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    stage = models.CharField(
        _("failed at"), max_length=16, choices=FailureStage.choices, blank=True
    )
    reason_codes = ArrayField(models.CharField(max_length=40), default=list)
    # Where the reviewer saw each reason: [{"code", "picture": mat_… or "", "field": "" or one of
    # verification.finding_fields}]; a code may stand there several times.
    reason_places = models.JSONField(default=list)
    raw_messages = ArrayField(models.CharField(max_length=500), default=list)
    # Those of `raw_messages` that no reason is known for, and the keys of all that the shipped
    # catalogue doesn't account for (verification.messages): how a later mapping finds this row.
    unknown_messages = ArrayField(models.CharField(max_length=500), default=list)
    queued_keys = ArrayField(models.CharField(max_length=KEY_LENGTH), default=list)
    note_to_user = models.TextField(_("note to the user"), blank=True)
    note_to_staff = models.TextField(_("note for staff only"), blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        permissions = [("decide_submission", _("Can decide submissions"))]
        constraints = [
            known_values("state", _STATE.values, name="submission_state_known"),
            known_values("found_worst", FoundLevel.values, name="submission_found_known"),
            known_values("stage", ["", *FailureStage.values], name="submission_stage_known"),
            models.CheckConstraint(
                condition=models.Q(template__isnull=False, domain__isnull=True)
                | models.Q(template__isnull=True, domain__isnull=False),
                name="submission_of_template_or_domain",
            ),
            models.CheckConstraint(
                condition=(models.Q(state=_STATE.FAILED) & ~models.Q(stage=""))
                | (~models.Q(state=_STATE.FAILED) & models.Q(stage="")),
                name="submission_failed_at_a_stage",
            ),
            models.UniqueConstraint(
                fields=["template"], condition=_OPEN, name="one_open_submission_per_template"
            ),
            models.UniqueConstraint(
                fields=["domain"], condition=_OPEN, name="one_open_submission_per_domain"
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-created_at", "-id"], name="submission_newest"),
            models.Index(
                fields=["account", "state", "-created_at", "-id"], name="submission_by_state"
            ),
            models.Index(
                fields=["queue_at", "id"],
                condition=_WITH_REVIEWERS,
                name="submission_queue",
            ),
            models.Index(
                fields=["found_worst", "queue_at", "id"],
                condition=_WITH_REVIEWERS,
                name="submission_queue_by_found",
            ),
            models.Index(fields=["state", "-id"], name="submission_state_newest"),
            models.Index(
                fields=["lease_until"],
                condition=models.Q(state=_STATE.IN_REVIEW),
                name="submission_lease",
            ),
            models.Index(fields=["number_index"], name="submission_number"),
            models.Index(fields=["ended_at"], name="submission_ended"),
            models.Index(
                fields=["authority", "sent_at"],
                condition=models.Q(state=_STATE.AT_AUTHORITY),
                name="submission_at_authority",
            ),
            models.Index(fields=["submitted_at"], name="submission_handed_in"),
            models.Index(fields=["sent_at"], name="submission_sent"),
            GinIndex(fields=["queued_keys"], name="submission_queued_keys"),
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="submission_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder_name} · {self.public_id}"

    @property
    def shown_state(self) -> SubmissionState:
        """The state as its customer sees it (verification.states)."""
        return shown_state(self.state)

    @transition(field=state, source=_STATE.DRAFT, target=_STATE.SUBMITTED)
    def submit(self) -> None: ...

    @transition(
        field=state, source=[_STATE.SUBMITTED, _STATE.SECOND_REVIEW], target=_STATE.IN_REVIEW
    )
    def claim(self) -> None: ...

    @transition(field=state, source=_STATE.IN_REVIEW, target=_STATE.SUBMITTED)
    def give_back(self) -> None:
        """The claim ends, by its reviewer's wish or after idle time."""

    @transition(field=state, source=_STATE.IN_REVIEW, target=_STATE.SECOND_REVIEW)
    def want_second(self) -> None:
        """One reviewer has decided, another has to confirm; also where that one's claim ends."""

    @transition(field=state, source=_STATE.IN_REVIEW, target=_STATE.MORE_WANTED)
    def ask_for_more(self) -> None: ...

    @transition(field=state, source=_STATE.MORE_WANTED, target=_STATE.SUBMITTED)
    def bring_more(self) -> None: ...

    @transition(
        field=state, source=[_STATE.SUBMITTED, _STATE.IN_REVIEW], target=_STATE.AT_AUTHORITY
    )
    def hand_over(self) -> None:
        """To the authority: approved by a reviewer, or the account needs no first review."""

    @transition(
        field=state,
        source=[_STATE.AT_AUTHORITY, _STATE.FAILED, _STATE.MORE_WANTED, _STATE.SECOND_REVIEW],
        target=_STATE.IN_REVIEW,
    )
    def reopen(self) -> None:
        """A reviewer's decision is taken back, before anything was sent."""

    @transition(field=state, source=_STATE.AT_AUTHORITY, target=_STATE.PASSED)
    def succeed(self) -> None: ...

    @transition(field=state, source=[_STATE.IN_REVIEW, _STATE.AT_AUTHORITY], target=_STATE.FAILED)
    def fail(self) -> None: ...

    @transition(field=state, source=sorted(WITHDRAWABLE), target=_STATE.WITHDRAWN)
    def withdraw(self) -> None: ...


class SubmissionMaterial(TenantModel):
    """Which pictures were sent with a submission, in which order."""

    id_prefix: ClassVar[str] = "smat"

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="submission_materials"
    )
    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="+")
    # What is sent instead of the original, where the authority doesn't take that.
    rendition = models.ForeignKey(
        Rendition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.PositiveSmallIntegerField()
    # The customer sent another one in its place when the reviewer asked: kept, no longer sent.
    replaced = models.BooleanField(default=False)

    class Meta(TenantModel.Meta):
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "material"], name="material_once_per_submission"
            )
        ]
