from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from domains.models import Domain, Operation
from domains.registries.port import RegistryRequest
from domains.rules.registration import years_later
from domains.states import RealName
from registrar.transitions import move
from templates_app.models import InfoTemplate
from templates_app.states import TemplateState

from .base import Fact, OperationKind, Payload


def years_in_words(years: int) -> str:
    return ngettext("%(count)d year", "%(count)d years", years) % {"count": years}


class Register(OperationKind):
    """Registration of a name that the account does not have yet (seed 002, 域名注册).

    The domain's row is there from the beginning, `registering`. Where the registry refuses it,
    it is gone, and the name is free to be asked for again (decision 12).
    """

    key = "register"
    label = _("Domain registration")
    icon = "plus"
    brings_domain = True

    def facts(self, payload: Payload) -> list[Fact]:
        return [(_("Registered for"), years_in_words(payload["years"]))]

    def build_request(self, operation: Operation) -> RegistryRequest:
        """From the domain's own row: the template may be edited meanwhile."""
        domain = operation.domain
        return RegistryRequest(
            transaction_id=str(operation.transaction_id),
            kind=self.key,
            name=domain.name,
            registrant={
                "holder_type": domain.holder_type,
                "name": domain.registrant_name,
                "name_en": domain.registrant_name_en,
            },
            contact=domain.contact,
            years=operation.payload["years"],
            nameservers=tuple(domain.nameservers),
        )

    def take_back(self, domain: Domain) -> Collection[str]:
        move(domain.abandon_registration)
        return ("lifecycle",)

    def succeed(self, operation: Operation, domain: Domain) -> Collection[str]:
        """A verified template brings its verification along, as in a change of registrant
        (seed 003: 域名已经通过实名认证，无需再次提交); any other holder has to be verified yet
        (seed 002: 域名注册成功后需进行实名认证)."""
        move(domain.finish_registration)
        domain.registered_at = timezone.localtime()
        domain.expires_at = years_later(domain.registered_at, operation.payload["years"])
        if operation.template is not None and _verifies(operation.template, domain):
            move(domain.take_over_verified_registrant)
        return ("lifecycle", "real_name", "registered_at", "expires_at")

    def fail(self, domain: Domain) -> Collection[str]:
        return self.take_back(domain)

    def reports_verification(self, domain: Domain) -> bool:
        return domain.real_name == RealName.VERIFIED


def _verifies(template: InfoTemplate, domain: Domain) -> bool:
    """Whether it is verified for the very holder that the registry was told of: it may have been
    edited, verified or disabled since."""
    holder = (template.holder_type, template.name_zh, template.name_en)
    told = (domain.holder_type, domain.registrant_name, domain.registrant_name_en)
    return template.state == TemplateState.VERIFIED and holder == told
