"""What every kind of operation answers for itself; the pipeline does the rest."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from domains.gates import Operation as GateOperation
from domains.models import Domain, Operation
from domains.registries.port import RegistryRequest
from registrar.errors import FieldError, InvalidInput
from templates_app.models import InfoTemplate

Payload = Mapping[str, Any]
Fact = tuple[str | Promise, str | Promise]  # what, and how it is to be

_REQUIRED = _("This field is required.")
_UNKNOWN = _("This operation has no such field.")


class OperationKind(ABC):
    """One kind. Methods that are given a domain hold its lock and don't save it themselves:
    they return the names of the fields they changed."""

    key: ClassVar[str]
    label: ClassVar[str | Promise]
    icon: ClassVar[str] = "settings"
    # How many working days the registry usually takes; 0: it answers within minutes.
    working_days: ClassVar[int] = 0
    # Whether the account holds a domain more once it has succeeded.
    brings_domain: ClassVar[bool] = False

    def is_sensitive(self, payload: Payload) -> bool:
        """Whether it needs a step-up code (people) or the scope `sensitive` (keys); the payload
        as it is stored; of one that is not cleaned yet, whether it may. The purpose of the code
        is called like the kind."""
        return False

    @abstractmethod
    def build_request(self, operation: Operation) -> RegistryRequest:
        """What the registry is sent."""

    def start(self, domain: Domain) -> Collection[str]:
        """The operation is submitted."""
        return ()

    def take_back(self, domain: Domain) -> Collection[str]:
        """It was cancelled before the registry had it."""
        return ()

    @abstractmethod
    def succeed(self, operation: Operation, domain: Domain) -> Collection[str]:
        """The registry has done it."""

    def fail(self, domain: Domain) -> Collection[str]:
        """The registry refused it."""
        return ()

    def facts(self, payload: Payload) -> list[Fact]:
        """What it asks for beyond its name and template, for people."""
        return []

    def reports_verification(self, domain: Domain) -> bool:
        """Whether success, which `domain` shows already, means that a verified registrant is to
        be reported."""
        return False


class GatedKind(OperationKind):
    """A kind that is asked for on a domain that is there: the gate decides whether it may be."""

    gate: ClassVar[GateOperation]
    needs_template: ClassVar[bool] = False
    parameters: ClassVar[frozenset[str]] = frozenset()
    # Whether it is sensitive whatever the payload says.
    always_sensitive: ClassVar[bool] = False

    @abstractmethod
    def clean(self, domain: Domain, payload: Payload) -> dict[str, Any]:
        """The payload as it is stored; InvalidInput, with every field that is wrong."""

    def is_sensitive(self, payload: Payload) -> bool:
        return self.always_sensitive

    def template_for(self, template: InfoTemplate | None) -> InfoTemplate | None:
        """The template if one is needed; InvalidInput when it is missing or too much."""
        if self.needs_template and template is None:
            raise InvalidInput(errors=[FieldError("template", "required", _REQUIRED)])
        if template is not None and not self.needs_template:
            raise InvalidInput(errors=[FieldError("template", "unknown_field", _UNKNOWN)])
        return template

    def only_known(self, payload: Payload) -> None:
        """InvalidInput naming every key that this kind does not have."""
        unknown = sorted(set(payload) - self.parameters)
        if unknown:
            raise InvalidInput(errors=[FieldError(n, "unknown_field", _UNKNOWN) for n in unknown])
