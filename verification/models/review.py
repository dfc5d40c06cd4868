"""What reviewers decide and ask for, and what authorities answer: rows of one submission."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from verification.states import AnswerEffect, AnswerVia, DecisionStanding, Verdict

from .authority import Authority
from .material import Material
from .submission import Submission


class ReviewDecision(TenantModel):
    """One reviewer's decision, kept for good: also one that was overruled or reopened.

    `reasons` as Submission.reason_places. At most one of a submission is PROPOSED.
    """

    id_prefix: ClassVar[str] = "dec"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="decisions")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    verdict = models.CharField(_("decision"), max_length=16, choices=Verdict.choices)
    standing = models.CharField(max_length=16, choices=DecisionStanding.choices)
    reasons = models.JSONField(default=list)
    note_to_user = models.TextField(_("note to the user"), blank=True)
    note_to_staff = models.TextField(_("note for staff only"), blank=True)
    # For the figures: since when it waited, when this reviewer took it, when they decided.
    waiting_since = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"))
    due_at = models.DateTimeField(null=True, blank=True)
    # The second reviewer who confirmed or overruled it, or whoever reopened it.
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    # Why it was reopened; for staff only.
    closing_note = models.TextField(blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            known_values("verdict", Verdict.values, name="decision_verdict_known"),
            known_values("standing", DecisionStanding.values, name="decision_standing_known"),
            models.UniqueConstraint(
                fields=["submission"],
                condition=models.Q(standing=DecisionStanding.PROPOSED),
                name="one_proposed_decision",
            ),
        ]
        indexes = [
            models.Index(fields=["decided_at", "id"], name="decision_by_time"),
            models.Index(fields=["submission", "-id"], name="decision_of_submission"),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} · {self.public_id}"


class MoreRequest(TenantModel):
    """What a reviewer wants from the customer before deciding: one open at most a submission."""

    id_prefix: ClassVar[str] = "more"

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="more_requests"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"))
    note_to_user = models.TextField(_("note to the user"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.CharField(_("answered by"), max_length=128, blank=True)
    # Taken back: reopened by a reviewer, or the submission was withdrawn.
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("request for more")
        verbose_name_plural = _("requests for more")
        constraints = [
            models.UniqueConstraint(
                fields=["submission"],
                condition=models.Q(answered_at=None, dropped_at=None),
                name="one_open_more_request",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class MoreItem(TenantModel):
    """One point of such a request, and what the customer brought.

    `what` is a key of verification.asking.items.ITEMS, which says whether a picture or a text
    answers it; `detail` the reviewer's own words; `about` the picture it speaks of, if any.
    """

    id_prefix: ClassVar[str] = "item"

    request = models.ForeignKey(MoreRequest, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=32)
    detail = models.CharField(max_length=300, blank=True)
    about = models.ForeignKey(
        Material, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer_text = models.TextField(blank=True)
    answer_picture = models.ForeignKey(
        Material, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(TenantModel.Meta):
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["request", "position"], name="one_item_per_position"),
        ]

    def __str__(self) -> str:
        return self.what


class AuthorityAnswer(TenantModel):
    """One thing that an authority said of a submission, whatever became of it.

    Asking again and hearing "pending" once more writes no row.
    """

    id_prefix: ClassVar[str] = "auth"

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="authority_answers"
    )
    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    via = models.CharField(_("came by"), max_length=16, choices=AnswerVia.choices)
    # Theirs; "" where they give none. The same one twice is the same answer.
    message_id = models.CharField(max_length=64, blank=True)
    standing = models.CharField(_("answer"), max_length=16)
    raw_messages = ArrayField(models.CharField(max_length=500), default=list)
    decided_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(_("received"))
    effect = models.CharField(_("effect"), max_length=16, choices=AnswerEffect.choices)

    class Meta(TenantModel.Meta):
        verbose_name = _("authority's answer")
        verbose_name_plural = _("authority's answers")
        constraints = [
            known_values("via", AnswerVia.values, name="answer_via_known"),
            known_values("effect", AnswerEffect.values, name="answer_effect_known"),
            models.UniqueConstraint(
                fields=["submission"],
                condition=models.Q(effect=AnswerEffect.APPLIED),
                name="one_answer_takes_effect",
            ),
            models.UniqueConstraint(
                fields=["submission", "message_id"],
                condition=~models.Q(message_id=""),
                name="authority_message_once",
            ),
        ]
        indexes = [
            models.Index(fields=["submission", "-id"], name="answer_of_submission"),
            models.Index(fields=["received_at"], name="answer_by_time"),
            models.Index(
                fields=["received_at"],
                condition=models.Q(effect=AnswerEffect.CONTRADICTED),
                name="answer_contradicted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.standing} · {self.public_id}"
