from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.tenancy.states import known_values
from verification.picture_states import RenditionState
from verification.submission_rules import PictureSize

from .material import Material
from .picture_work import PictureWork

_STATE = RenditionState


class Rendition(FSMModelMixin, PictureWork):
    """A picture as one authority takes it: another format, fewer bytes, upright.

    Written by verification.services.rendering only. The original stays as it is. `changes` are
    those of verification.repairing; `code` is the finding that says why it could not be made.
    """

    id_prefix: ClassVar[str] = "ren"

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="renditions")
    # The other side, where both go into one picture.
    other = models.ForeignKey(
        Material, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    profile = models.CharField(max_length=32)
    state = FSMField(_("state"), default=_STATE.WAITING, choices=_STATE.choices, protected=True)
    changes = ArrayField(models.CharField(max_length=16), default=list)
    code = models.CharField(max_length=40, blank=True)
    format = models.CharField(_("format"), max_length=8, blank=True)
    bytes = models.PositiveIntegerField(_("size"), default=0)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    storage_name = models.CharField(max_length=255, unique=True, null=True, blank=True)

    class Meta(PictureWork.Meta):
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            known_values("state", _STATE.values, name="rendition_state_known"),
            # Two, since nulls are distinct in one (NULLS NOT DISTINCT needs PostgreSQL 15).
            models.UniqueConstraint(
                fields=["material", "profile"],
                condition=models.Q(other__isnull=True),
                name="rendition_once_per_profile",
            ),
            models.UniqueConstraint(
                fields=["material", "other", "profile"],
                condition=models.Q(other__isnull=False),
                name="rendition_once_per_profile_joined",
            ),
            models.CheckConstraint(
                condition=models.Q(state=_STATE.READY, storage_name__isnull=False)
                | (~models.Q(state=_STATE.READY) & models.Q(storage_name__isnull=True)),
                name="rendition_stored_when_ready",
            ),
        ]
        indexes = [
            models.Index(
                fields=["account", "due_at"],
                condition=models.Q(due_at__isnull=False),
                name="rendition_waiting",
            ),
            models.Index(
                fields=["account", "-taken_at"],
                condition=models.Q(taken_at__isnull=False),
                name="rendition_last_taken",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def facts(self) -> PictureSize:
        return PictureSize(kind=self.material.kind, format=self.format, bytes=self.bytes)

    @transition(field=state, source=_STATE.WAITING, target=_STATE.READY)
    def finish(self) -> None: ...

    @transition(field=state, source=_STATE.WAITING, target=_STATE.IMPOSSIBLE)
    def refuse(self) -> None:
        """It can't be made for this authority, or its text would no longer be legible."""

    @transition(field=state, source=_STATE.IMPOSSIBLE, target=_STATE.WAITING)
    def start_anew(self) -> None:
        """The maker broke down on it, a while ago."""
