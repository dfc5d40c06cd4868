from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.states import known_values
from verification.picture_states import ReadingState

from .material import Material
from .picture_work import PictureWork

_STATE = ReadingState


class MaterialReading(FSMModelMixin, PictureWork):
    """What was read in one picture: made once by the worker, kept sealed.

    Written by verification.services.reading only. `result` is the JSON of
    verification.reading.as_json; `version` the reader's, so that an older one is made anew.
    """

    id_prefix: ClassVar[str] = "read"

    material = models.OneToOneField(Material, on_delete=models.PROTECT, related_name="reading")
    state = FSMField(_("state"), default=_STATE.WAITING, choices=_STATE.choices, protected=True)
    version = models.PositiveSmallIntegerField(default=0)
    result = EncryptedTextField(null=True, blank=True)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta(PictureWork.Meta):
        verbose_name = _("picture reading")
        verbose_name_plural = _("picture readings")
        constraints = [
            known_values("state", _STATE.values, name="reading_state_known"),
            models.CheckConstraint(
                condition=models.Q(state=_STATE.READ, result__isnull=False)
                | (~models.Q(state=_STATE.READ) & models.Q(result__isnull=True)),
                name="reading_has_result_when_read",
            ),
        ]
        indexes = [
            models.Index(
                fields=["account", "due_at"],
                condition=models.Q(due_at__isnull=False),
                name="reading_waiting",
            ),
            models.Index(
                fields=["account", "-taken_at"],
                condition=models.Q(taken_at__isnull=False),
                name="reading_last_taken",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @transition(field=state, source=_STATE.WAITING, target=_STATE.READ)
    def finish(self) -> None: ...

    @transition(field=state, source=_STATE.WAITING, target=_STATE.GIVEN_UP)
    def give_up(self) -> None:
        """The reader broke down on it again and again."""

    @transition(field=state, source=[_STATE.READ, _STATE.GIVEN_UP], target=_STATE.WAITING)
    def start_anew(self) -> None:
        """Read by an older reader, or given up a while ago."""
