from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from verification.waiting.states import OPEN_REMINDERS, ReminderState

from .submission import Submission

_STATE = ReminderState
_OPEN = models.Q(state__in=sorted(OPEN_REMINDERS))


class Reminder(FSMModelMixin, TenantModel):
    """From when on a failed submission can be handed in again, and that somebody wants to hear.

    Written by verification.waiting.services only. Whether it still matters is asked of the
    submission and its template or domain, never stored ahead: a reminder that nothing waits
    for any more becomes outdated when its day comes.
    """

    id_prefix: ClassVar[str] = "rem"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="reminders")
    # Null: not known, so that the day of the submission stood in for it.
    issued_on = models.DateField(_("issued or changed on"), null=True, blank=True)
    due_on = models.DateField(_("first safe day"))
    # A year's official calendar on the way was not announced yet.
    provisional = models.BooleanField(default=False)
    state = FSMField(_("state"), default=_STATE.WAITING, choices=_STATE.choices, protected=True)
    created_by = models.CharField(_("created by"), max_length=128)
    # When the sweep looks at it next; null when it has ended.
    due_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            known_values("state", _STATE.values, name="reminder_state_known"),
            models.UniqueConstraint(
                fields=["submission"], condition=_OPEN, name="one_open_reminder_per_submission"
            ),
            models.CheckConstraint(
                condition=(_OPEN & models.Q(due_at__isnull=False))
                | (~_OPEN & models.Q(due_at__isnull=True)),
                name="reminder_looked_at_while_open",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="reminder_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.due_on} · {self.public_id}"

    @transition(field=state, source=_STATE.WAITING, target=_STATE.DUE)
    def come_due(self) -> None: ...

    @transition(field=state, source=_STATE.DUE, target=_STATE.WAITING)
    def postpone(self) -> None:
        """The issue date was given later, and leads to a later day."""

    @transition(field=state, source=sorted(OPEN_REMINDERS), target=_STATE.RESUBMITTED)
    def answer(self) -> None:
        """The submission was handed in again unchanged."""

    @transition(field=state, source=sorted(OPEN_REMINDERS), target=_STATE.CANCELLED)
    def cancel(self) -> None: ...

    @transition(field=state, source=sorted(OPEN_REMINDERS), target=_STATE.OUTDATED)
    def outdate(self) -> None:
        """Nothing waits for it any more: another submission went out, or it was verified."""
