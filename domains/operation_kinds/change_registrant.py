from collections.abc import Collection
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.contacts import contact_of
from domains.gates import Operation as GateOperation
from domains.models import Domain, Operation
from domains.registries.port import RegistryRequest
from registrar.errors import FieldError, InvalidInput
from registrar.transitions import move
from templates_app.models import InfoTemplate

from .base import GatedKind, Payload


class ChangeRegistrant(GatedKind):
    """Change of registrant (过户) to a verified info template of the same account (seed 003)."""

    key = "change_registrant"
    label = _("Change of registrant")
    gate = GateOperation.CHANGE_REGISTRANT
    icon = "user-round-pen"
    needs_template = True
    working_days = 3  # seed 003: 大约需要1~3个工作日
    parameters = frozenset({"registrant_lock"})
    always_sensitive = True

    def clean(self, domain: Domain, payload: Payload) -> dict[str, Any]:
        """`registrant_lock`: no transfer out for 60 days afterwards (ICANN transfer policy)."""
        self.only_known(payload)
        lock = payload.get("registrant_lock", False)
        if not isinstance(lock, bool):
            message = _("true or false is expected.")
            raise InvalidInput(errors=[FieldError("registrant_lock", "invalid", message)])
        return {"registrant_lock": lock}

    def start(self, domain: Domain) -> Collection[str]:
        move(domain.enter_registrant_change)
        return ("registrant_change",)

    def take_back(self, domain: Domain) -> Collection[str]:
        move(domain.end_registrant_change)
        return ("registrant_change",)

    def build_request(self, operation: Operation) -> RegistryRequest:
        template = _template_of(operation)
        return RegistryRequest(
            transaction_id=str(operation.transaction_id),
            kind=self.key,
            name=operation.domain.name,
            registrant={
                "holder_type": template.holder_type,
                "name": template.name_zh,
                "name_en": template.name_en,
            },
            contact=contact_of(template),
        )

    def succeed(self, operation: Operation, domain: Domain) -> Collection[str]:
        """The template was verified when the gate let it pass: so is the domain now."""
        template = _template_of(operation)
        move(domain.end_registrant_change)
        move(domain.take_over_verified_registrant)
        domain.template = template
        domain.holder_type = template.holder_type
        domain.registrant_name = template.name_zh
        domain.registrant_name_en = template.name_en
        domain.contact = contact_of(template)
        domain.registrant_changed_at = timezone.now()
        domain.registrant_lock = bool(operation.payload.get("registrant_lock"))
        return (
            "registrant_change",
            "real_name",
            "template",
            "holder_type",
            "registrant_name",
            "registrant_name_en",
            "contact",
            "registrant_changed_at",
            "registrant_lock",
        )

    def fail(self, domain: Domain) -> Collection[str]:
        move(domain.fail_registrant_change)
        return ("registrant_change",)

    def reports_verification(self, domain: Domain) -> bool:
        return True


def _template_of(operation: Operation) -> InfoTemplate:
    if operation.template is None:
        raise ValueError("a change of registrant without a template")
    return operation.template
