from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.accounts.models import ApiKey
from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values

from .states import ENDED, WORKING, ImportState, RowState

_NOT_ENDED = [state for state in ImportState if state not in ENDED]


class SheetImport(FSMModelMixin, TenantModel):
    """A file that somebody has brought: read, looked at, confirmed, carried out.

    `due_at` is when a worker may take it next, null unless one has to. `made_user` or `made_key`
    is whose it is; `run_user` or `run_key` confirmed it: what they may do is asked for each row.
    `counts` are kept when the rows' states no longer move, for the time after the rows are gone.
    """

    id_prefix: ClassVar[str] = "imp"

    kind = models.CharField(_("kind of list"), max_length=24)
    state = FSMField(
        _("state"), default=ImportState.READING, choices=ImportState.choices, protected=True
    )
    file_name = models.CharField(_("file"), max_length=128)
    format = models.CharField(_("format"), max_length=8)
    size = models.PositiveIntegerField(_("bytes"))
    # Fields by position in the file, "" where a column has no heading.
    columns = models.JSONField(default=list)
    # Sentences about the file, each in every language.
    notes = models.JSONField(default=list)
    refusal = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_by = models.CharField(_("uploaded by"), max_length=128)
    made_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_key = models.ForeignKey(
        ApiKey, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    run_by = models.CharField(_("confirmed by"), max_length=128, blank=True)
    run_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    run_key = models.ForeignKey(
        ApiKey, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("import of a file")
        verbose_name_plural = _("imports of files")
        constraints = [
            known_values("state", ImportState.values, name="import_state_known"),
            models.CheckConstraint(
                condition=models.Q(state__in=WORKING, due_at__isnull=False)
                | (~models.Q(state__in=WORKING) & models.Q(due_at__isnull=True)),
                name="import_due_while_working",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-created_at", "-id"], name="import_newest"),
            models.Index(
                fields=["due_at"], condition=models.Q(due_at__isnull=False), name="import_due"
            ),
            models.Index(fields=["created_at"], name="import_by_age"),
        ]

    def __str__(self) -> str:
        return self.file_name

    @transition(field=state, source=ImportState.READING, target=ImportState.PREVIEW)
    def finish_reading(self) -> None: ...

    @transition(field=state, source=ImportState.READING, target=ImportState.FAILED)
    def fail_reading(self) -> None: ...

    @transition(field=state, source=ImportState.PREVIEW, target=ImportState.APPLYING)
    def run(self) -> None: ...

    @transition(field=state, source=ImportState.APPLYING, target=ImportState.DONE)
    def finish(self) -> None: ...

    @transition(field=state, source=_NOT_ENDED, target=ImportState.CANCELLED)
    def cancel(self) -> None:
        """What has been carried out stays; what still waited its turn is let go."""


class SheetUpload(TenantModel):
    """The file itself, sealed; only until its rows are stored."""

    id_prefix: ClassVar[str] = "impf"

    sheet_import = models.OneToOneField(
        SheetImport, on_delete=models.CASCADE, related_name="upload"
    )
    sealed = models.BinaryField()

    class Meta(TenantModel.Meta):
        verbose_name = _("uploaded file")
        verbose_name_plural = _("uploaded files")

    def __str__(self) -> str:
        return self.public_id


class SheetRow(FSMModelMixin, TenantModel):
    """One row of a file: what it says (sealed), what it would do, what became of it.

    `number` is the one that a spreadsheet program shows. `errors` holds {"field", "code",
    "text": {language: sentence}}, `changes` {"field", "before", "after"}.
    """

    id_prefix: ClassVar[str] = "imprw"

    sheet_import = models.ForeignKey(SheetImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    values = EncryptedTextField(null=True)
    key = models.CharField(max_length=255, blank=True)
    title = models.CharField(max_length=255, blank=True)
    effect = models.CharField(max_length=32, blank=True)
    duplicate_of = models.CharField(max_length=64, blank=True)
    changes = models.JSONField(default=list)
    errors = models.JSONField(default=list)
    state = FSMField(_("state"), default=RowState.READ, choices=RowState.choices, protected=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    made = models.CharField(max_length=64, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        constraints = [
            known_values("state", RowState.values, name="importrow_state_known"),
            models.UniqueConstraint(fields=["sheet_import", "number"], name="importrow_once"),
        ]
        indexes = [
            models.Index(fields=["sheet_import", "state", "number"], name="importrow_by_state"),
            models.Index(fields=["sheet_import", "key"], name="importrow_by_key"),
        ]

    def __str__(self) -> str:
        return self.title

    @transition(field=state, source=RowState.QUEUED, target=RowState.DONE)
    def complete(self) -> None: ...

    @transition(field=state, source=RowState.QUEUED, target=RowState.REFUSED)
    def refuse(self) -> None: ...
