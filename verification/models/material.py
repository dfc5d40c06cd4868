from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from verification.submission_rules import PictureSize


class MaterialKind(models.TextChoices):
    IDENTITY_DOCUMENT = "identity_document", _("Identity document")
    IDENTITY_DOCUMENT_BACK = "identity_document_back", _("Identity document, other side")
    SUPPORTING_DOCUMENT = "supporting_document", _("Supporting document")


class MaterialState(models.TextChoices):
    READY = "ready", _("Ready")
    ERASED = "erased", _("Erased")


class Material(TenantModel):
    """One uploaded picture, checked by content and kept sealed. Never changes once it is there."""

    id_prefix: ClassVar[str] = "mat"

    kind = models.CharField(_("kind"), max_length=32, choices=MaterialKind.choices)
    state = models.CharField(
        _("state"), max_length=16, choices=MaterialState.choices, default=MaterialState.READY
    )
    format = models.CharField(_("format"), max_length=8)
    bytes = models.PositiveIntegerField(_("size"))
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    storage_name = models.CharField(max_length=255, unique=True)
    uploaded_by = models.CharField(_("uploaded by"), max_length=128)

    class Meta(TenantModel.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        constraints = [
            known_values("kind", MaterialKind.values, name="material_kind_known"),
            known_values("state", MaterialState.values, name="material_state_known"),
        ]
        indexes = [models.Index(fields=["sha256"], name="material_by_content")]

    def __str__(self) -> str:
        return self.public_id

    @property
    def facts(self) -> PictureSize:
        return PictureSize(kind=self.kind, format=self.format, bytes=self.bytes)
