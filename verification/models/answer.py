from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel

from .submission import Submission

_VALUE = r"^(yes|no|none|[0-9]{4}-[0-9]{2}-[0-9]{2})$"


class DiagnosisAnswer(TenantModel):
    """What the user answered to a question about a failed submission (verification.diagnosis).

    `code` is the question's key; `value` is yes, no, a date, or none: no end date.
    """

    id_prefix: ClassVar[str] = "ans"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="answers")
    code = models.CharField(_("question"), max_length=40)
    value = models.CharField(_("answer"), max_length=10)
    answered_by = models.CharField(_("answered by"), max_length=128)
    answered_at = models.DateTimeField(_("answered"))

    class Meta(TenantModel.Meta):
        verbose_name = _("answer to a question")
        verbose_name_plural = _("answers to questions")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "code"], name="one_answer_per_submission_and_code"
            ),
            models.CheckConstraint(
                condition=models.Q(value__regex=_VALUE), name="answer_value_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.value}"
