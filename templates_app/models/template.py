from typing import ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from templates_app.states import DisabledReason, TemplateState


class HolderType(models.TextChoices):
    INDIVIDUAL = "individual", _("Individual")
    ORGANIZATION = "organization", _("Organisation")


class InfoTemplate(FSMModelMixin, TenantModel):
    """Registrant data kept ready for reuse (信息模板).

    Written by templates_app.services only. The document number is sealed at rest;
    `number_masked` is what pages show, `number_index` finds equal numbers in this account.
    `name_key` is what equal holders' names share (rules.restrictions), for staff's lists.
    """

    id_prefix: ClassVar[str] = "tpl"

    holder_type = models.CharField(_("holder type"), max_length=16, choices=HolderType.choices)
    name_zh = models.CharField(_("holder name (Chinese)"), max_length=64)
    name_en = models.CharField(_("holder name (English)"), max_length=128)
    contact_name_zh = models.CharField(_("contact name (Chinese)"), max_length=64)
    contact_name_en = models.CharField(_("contact name (English)"), max_length=128)
    country = models.CharField(_("country or region"), max_length=2, default="CN")
    province = models.CharField(_("province"), max_length=64, blank=True)
    city = models.CharField(_("city"), max_length=64, blank=True)
    address_zh = models.CharField(_("address (Chinese)"), max_length=255)
    address_en = models.CharField(_("address (English)"), max_length=255)
    postcode = models.CharField(_("postcode"), max_length=16, blank=True)
    phone_country_code = models.CharField(_("phone country code"), max_length=4, default="86")
    phone_number = models.CharField(_("phone number"), max_length=20)
    email = models.EmailField(_("e-mail"))
    document_type = models.CharField(_("document type"), max_length=8)
    document_number = EncryptedTextField(_("document number"))
    number_masked = models.CharField(max_length=32)
    number_index = models.CharField(max_length=64)
    name_key = models.CharField(max_length=255, blank=True, default="", editable=False)

    state = FSMField(
        _("state"), default=TemplateState.UNVERIFIED, choices=TemplateState.choices, protected=True
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="next_versions"
    )
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True)
    disabled_reason = models.CharField(_("why disabled"), max_length=32, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("info template")
        verbose_name_plural = _("info templates")
        constraints = [
            known_values("state", TemplateState.values, name="template_state_known"),
            known_values("holder_type", HolderType.values, name="template_holder_known"),
        ]
        indexes = [
            models.Index(fields=["account", "-created_at", "-id"], name="template_newest"),
            models.Index(
                fields=["account", "state", "-created_at", "-id"], name="template_by_state"
            ),
            models.Index(fields=["account", "number_index"], name="template_by_number"),
            # Across accounts, for staff: who uses what they put on a list.
            models.Index(fields=["name_key"], name="template_by_name_key"),
            models.Index(fields=["number_index"], name="template_number_anywhere"),
        ]

    def __str__(self) -> str:
        return self.name_zh

    @property
    def disabled_because(self) -> str | Promise:
        """`disabled_reason` in words; "" while it is not disabled."""
        return DisabledReason(self.disabled_reason).label if self.disabled_reason else ""

    @transition(
        field=state,
        source=[TemplateState.UNVERIFIED, TemplateState.FAILED],
        target=TemplateState.IN_REVIEW,
    )
    def enter_review(self) -> None: ...

    @transition(field=state, source=TemplateState.IN_REVIEW, target=TemplateState.VERIFIED)
    def pass_review(self) -> None: ...

    @transition(field=state, source=TemplateState.IN_REVIEW, target=TemplateState.FAILED)
    def fail_review(self) -> None: ...

    @transition(field=state, source=TemplateState.IN_REVIEW, target=TemplateState.UNVERIFIED)
    def leave_review(self) -> None:
        """The submission was withdrawn before anybody decided."""

    @transition(field=state, source=TemplateState.FAILED, target=TemplateState.IN_REVIEW)
    def return_to_review(self) -> None:
        """Our own reviewer takes the failure back."""

    @transition(
        field=state,
        source=[s for s in TemplateState.values if s != TemplateState.DISABLED],
        target=TemplateState.DISABLED,
    )
    def disable(self) -> None: ...
