from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from domains.states import Lifecycle, Naming, RealName, RegistrantChange, Transfer
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from templates_app.models import HolderType, InfoTemplate

from .service_status import SERVICE_STATUS


class Domain(FSMModelMixin, TenantModel):
    """A domain name that an account holds with us. Written by domains.services only."""

    id_prefix: ClassVar[str] = "dom"

    name = models.CharField(_("name (A-label)"), max_length=253)
    unicode_name = models.CharField(_("domain"), max_length=253)
    suffix = models.CharField(_("suffix"), max_length=63)

    template = models.ForeignKey(
        InfoTemplate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="domains",
        verbose_name=_("info template"),
    )
    holder_type = models.CharField(_("holder type"), max_length=16, choices=HolderType.choices)
    registrant_name = models.CharField(_("registrant"), max_length=64)
    registrant_name_en = models.CharField(_("registrant (English)"), max_length=128, blank=True)
    # Same keys as the contact part of an info template.
    contact = models.JSONField(_("contact"), default=dict)

    lifecycle = FSMField(
        _("lifecycle"), default=Lifecycle.ACTIVE, choices=Lifecycle.choices, protected=True
    )
    naming = FSMField(
        _("naming review"), default=Naming.PASSED, choices=Naming.choices, protected=True
    )
    real_name = FSMField(
        _("real-name verification"),
        default=RealName.UNVERIFIED,
        choices=RealName.choices,
        protected=True,
    )
    registrant_change = FSMField(
        _("change of registrant"),
        default=RegistrantChange.NONE,
        choices=RegistrantChange.choices,
        protected=True,
    )
    transfer = FSMField(
        _("transfer"), default=Transfer.NONE, choices=Transfer.choices, protected=True
    )
    disputed = models.BooleanField(_("in dispute"), default=False)
    upgrade_pending = models.BooleanField(default=False)
    epp_statuses = ArrayField(
        models.CharField(max_length=32), default=list, verbose_name=_("EPP statuses")
    )
    service_status = models.GeneratedField(
        expression=SERVICE_STATUS,
        output_field=models.CharField(max_length=32),
        db_persist=True,
        verbose_name=_("service status"),
    )

    registered_at = models.DateTimeField(_("registered"))
    transferred_at = models.DateTimeField(_("transferred in"), null=True, blank=True)
    registrant_changed_at = models.DateTimeField(_("registrant changed"), null=True, blank=True)
    registrant_lock = models.BooleanField(_("registrant lock"), default=False)
    expires_at = models.DateTimeField(_("expires"))
    auto_renew = models.BooleanField(_("renewed automatically"), default=False)
    nameservers = ArrayField(
        models.CharField(max_length=253), default=list, verbose_name=_("nameservers")
    )
    tags = ArrayField(models.CharField(max_length=32), default=list, verbose_name=_("tags"))

    class Meta(TenantModel.Meta):
        verbose_name = _("domain")
        verbose_name_plural = _("domains")
        constraints = [
            known_values("lifecycle", Lifecycle.values, name="domain_lifecycle_known"),
            known_values("naming", Naming.values, name="domain_naming_known"),
            known_values("real_name", RealName.values, name="domain_real_name_known"),
            known_values("registrant_change", RegistrantChange.values, name="domain_change_known"),
            known_values("transfer", Transfer.values, name="domain_transfer_known"),
            known_values("holder_type", HolderType.values, name="domain_holder_known"),
            # Across all accounts. One that is gone leaves its name free (decision 12).
            models.UniqueConstraint(
                fields=["name"],
                condition=~models.Q(lifecycle=Lifecycle.GONE),
                name="one_domain_of_a_name",
            ),
        ]
        # None for tags: behind row-level security no array operator may use an index.
        indexes = [
            models.Index(fields=["account", "name", "id"], name="domain_by_name"),
            models.Index(fields=["account", "expires_at", "id"], name="domain_by_expiry"),
            models.Index(fields=["account", "-registered_at", "-id"], name="domain_newest"),
            models.Index(
                fields=["account", "service_status", "name", "id"], name="domain_by_status"
            ),
        ]

    def __str__(self) -> str:
        return self.unicode_name

    @property
    def public_id(self) -> str:
        """Domains are addressed by their name."""
        return self.name

    @transition(field=lifecycle, source=Lifecycle.REGISTERING, target=Lifecycle.ACTIVE)
    def finish_registration(self) -> None:
        """The registry has the name now."""

    @transition(field=lifecycle, source=Lifecycle.REGISTERING, target=Lifecycle.GONE)
    def abandon_registration(self) -> None:
        """The registry refused the name, or was never asked; it stays free."""

    @transition(
        field=real_name,
        source=[RealName.UNVERIFIED, RealName.FAILED],
        target=RealName.IN_REVIEW,
    )
    def enter_verification(self) -> None: ...

    @transition(field=real_name, source=RealName.IN_REVIEW, target=RealName.VERIFIED)
    def pass_verification(self) -> None: ...

    @transition(field=real_name, source=RealName.IN_REVIEW, target=RealName.FAILED)
    def fail_verification(self) -> None: ...

    @transition(field=real_name, source=RealName.IN_REVIEW, target=RealName.UNVERIFIED)
    def leave_verification(self) -> None:
        """A first submission was withdrawn; a withdrawn repeat goes back to failed."""

    @transition(field=real_name, source=RealName.FAILED, target=RealName.IN_REVIEW)
    def return_to_verification(self) -> None:
        """Our own reviewer takes the failure back."""

    @transition(
        field=real_name,
        source=[RealName.UNVERIFIED, RealName.FAILED, RealName.VERIFIED],
        target=RealName.VERIFIED,
    )
    def take_over_verified_registrant(self) -> None:
        """The change of registrant to a verified template succeeded (seed 003, 过户成功)."""

    @transition(
        field=registrant_change,
        source=[RegistrantChange.NONE, RegistrantChange.FAILED],
        target=RegistrantChange.IN_REVIEW,
    )
    def enter_registrant_change(self) -> None: ...

    @transition(
        field=registrant_change, source=RegistrantChange.IN_REVIEW, target=RegistrantChange.NONE
    )
    def end_registrant_change(self) -> None: ...

    @transition(
        field=registrant_change, source=RegistrantChange.IN_REVIEW, target=RegistrantChange.FAILED
    )
    def fail_registrant_change(self) -> None: ...
