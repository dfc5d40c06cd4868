from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.tenancy.states import known_values
from verification.messages.keys import KEY_LENGTH
from verification.messages.states import MessageSource, MessageState


class UnknownMessage(FSMModelMixin, models.Model):
    """A message that the shipped catalogue doesn't account for, and what staff say it means.

    Belongs to the registrar, not to an account; the database shows it to staff only. Written by
    verification.messages.{queueing, services} only. `text` is its first occurrence, verbatim.
    """

    key = models.CharField(max_length=KEY_LENGTH, unique=True)
    text = models.TextField(_("message"))
    source = models.CharField(_("first seen in"), max_length=16, choices=MessageSource.choices)
    count = models.PositiveIntegerField(_("occurrences"), default=1)
    first_seen = models.DateTimeField(_("first seen"))
    last_seen = models.DateTimeField(_("last seen"))
    state = FSMField(
        _("state"), default=MessageState.OPEN, choices=MessageState.choices, protected=True
    )
    codes = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    # When earlier failures are to be looked at again: the sweep's work list; and how far it is.
    reclassify_due = models.DateTimeField(null=True, blank=True)
    reclassified_up_to = models.BigIntegerField(default=0)

    objects: ClassVar[models.Manager["UnknownMessage"]] = models.Manager()

    class Meta:
        verbose_name = _("unknown message")
        verbose_name_plural = _("unknown messages")
        permissions = [("map_unknownmessage", _("Can say what unknown messages mean"))]
        constraints = [
            known_values("state", MessageState.values, name="message_state_known"),
            known_values("source", MessageSource.values, name="message_source_known"),
            models.CheckConstraint(
                condition=models.Q(state=MessageState.MAPPED, codes__len__gt=0)
                | (~models.Q(state=MessageState.MAPPED) & models.Q(codes__len=0)),
                name="message_mapped_to_reasons",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-count", "-last_seen", "-id"], name="message_queue"),
            models.Index(
                fields=["reclassify_due"],
                condition=models.Q(reclassify_due__isnull=False),
                name="message_reclassify_due",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @transition(field=state, source="*", target=MessageState.MAPPED)
    def map(self) -> None:
        """Again and otherwise too: a mapping can be corrected."""

    @transition(
        field=state,
        source=[MessageState.OPEN, MessageState.MAPPED],
        target=MessageState.DISMISSED,
    )
    def dismiss(self) -> None: ...
