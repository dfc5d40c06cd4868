from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext_lazy as _

from domains.contacts import CONTACT_FIELDS, contact_problems
from domains.gates import Operation as GateOperation
from domains.models import Domain, Operation
from domains.registries.port import RegistryRequest
from registrar.errors import FieldError, InvalidInput
from templates_app.restrictions import questions
from templates_app.restrictions.selectors import problems_of, restrictions_on

from .base import GatedKind, Payload


class EditContacts(GatedKind):
    """New contact data for a domain; the registrant stays."""

    key = "edit_contacts"
    label = _("Contact change")
    gate = GateOperation.EDIT_CONTACTS
    icon = "contact"
    parameters = frozenset({"contact"})

    def clean(self, domain: Domain, payload: Payload) -> dict[str, Any]:
        """`contact`: the fields to change; the others stay as they are."""
        self.only_known(payload)
        given = payload.get("contact")
        if not isinstance(given, dict) or not given:
            message = _("Name at least one contact field.")
            raise InvalidInput(errors=[FieldError("contact", "required", message)])
        wrong = [
            FieldError(f"contact.{name}", "unknown_field", _("There is no such contact field."))
            for name in sorted(map(str, set(given) - set(CONTACT_FIELDS)))
        ]
        wrong += [
            FieldError(f"contact.{name}", "invalid", _("Text is expected."))
            for name, value in given.items()
            if name in CONTACT_FIELDS and not (isinstance(value, str) and value.isprintable())
        ]
        if wrong:
            raise InvalidInput(errors=wrong)
        return {"contact": self._checked(domain, {k: v.strip() for k, v in given.items()})}

    def _checked(self, domain: Domain, given: dict[str, str]) -> dict[str, str]:
        contact = {name: str(domain.contact.get(name, "")) for name in CONTACT_FIELDS} | given
        problems = contact_problems(
            contact,
            holder_type=domain.holder_type,
            name_zh=domain.registrant_name,
            name_en=domain.registrant_name_en,
        )
        hits = restrictions_on(
            names=questions.contact(contact["contact_name_zh"], contact["contact_name_en"])
        )
        problems += [(found.field, found.code, found.message) for found in problems_of(hits)]
        if problems:
            raise InvalidInput(
                errors=[
                    FieldError(f"contact.{name}", code, message) for name, code, message in problems
                ]
            )
        if contact == domain.contact:
            message = _("Nothing has changed.")
            raise InvalidInput(errors=[FieldError("contact", "unchanged", message)])
        return contact

    def build_request(self, operation: Operation) -> RegistryRequest:
        return RegistryRequest(
            transaction_id=str(operation.transaction_id),
            kind=self.key,
            name=operation.domain.name,
            contact=operation.payload["contact"],
        )

    def succeed(self, operation: Operation, domain: Domain) -> Collection[str]:
        domain.contact = operation.payload["contact"]
        return ("contact",)
