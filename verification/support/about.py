"""What a request is about: found by the ids that people and programs name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from domains.models import Domain, Operation
from domains.selectors.domains import find_domain
from domains.selectors.operations import find_operation
from domains.states import RealName
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.actor import Actor
from templates_app.selectors import get_template
from templates_app.states import TemplateState
from verification.catalogue.catalogue import reasons
from verification.models import Submission
from verification.selectors import find_submission, latest_failed_for, latest_for
from verification.states import SubmissionState

OBJECTS = ("submission", "operation", "domain")
# What can be named; of the objects only one, since a request is about one thing.
NAMES = (*OBJECTS, "template", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A submission, an operation or a domain, with the domain that it belongs to; or a reason
    of the catalogue or a message alone; or nothing of these, a free question."""

    submission: Submission | None = None
    operation: Operation | None = None
    domain: Domain | None = None
    reason: str = ""
    message: str = ""

    def keys(self) -> dict[str, int | None]:
        """For `selectors.open_request_about`."""
        rows = {name: getattr(self, name) for name in OBJECTS}
        return {f"{name}_id": row.pk if row else None for name, row in rows.items()}


def find_about(*, actor: Actor, named: Mapping[str, str], message: str = "") -> About:
    """What `named` (by NAMES) points at; "" and absent are alike.

    A failed domain or template means its latest failed submission. InvalidInput names what is
    not in this account, and what is named beside another object. NotPermitted for what `actor`
    may not see.
    """
    given = {name: named[name] for name in NAMES if named.get(name)}
    objects = [name for name in given if name != "reason"]
    if len(objects) > 1:
        said = _("Name a verification, an operation or a domain, one of the three.")
        raise InvalidInput(errors=[FieldError(name, "exactly_one", said) for name in objects])
    about = About(message=message)
    for name, text in given.items():
        try:
            about = _FINDERS[name](actor, about, text)
        except NotFound as missing:
            error = FieldError(name, "not_found", missing.message)
            raise InvalidInput(errors=[error]) from None
    return about


def _with_submission(actor: Actor, about: About, text: str) -> About:
    require(actor, Permission.VERIFICATIONS_READ)
    submission = find_submission(text)
    return replace(about, submission=submission, domain=submission.domain)


def _with_operation(actor: Actor, about: About, text: str) -> About:
    require(actor, Permission.OPERATIONS_READ)
    operation = find_operation(text)
    return replace(about, operation=operation, domain=operation.domain)


def _with_domain(actor: Actor, about: About, text: str) -> About:
    require(actor, Permission.DOMAINS_READ)
    domain = find_domain(text)
    seen = domain.real_name == RealName.FAILED and actor.may(Permission.VERIFICATIONS_READ)
    return replace(about, domain=domain, submission=latest_failed_for(domain) if seen else None)


def _with_template(actor: Actor, about: About, text: str) -> About:
    require(actor, Permission.TEMPLATES_READ)
    template = get_template(text)
    seen = template.state == TemplateState.FAILED and actor.may(Permission.VERIFICATIONS_READ)
    latest = latest_for(template=template) if seen else None
    failed = latest is not None and latest.state == SubmissionState.FAILED
    return replace(about, submission=latest if failed else None)


def _with_reason(_actor: Actor, about: About, text: str) -> About:
    if text not in reasons():
        raise NotFound
    return replace(about, reason=text)


_FINDERS: dict[str, Callable[[Actor, About, str], About]] = {
    "submission": _with_submission,
    "operation": _with_operation,
    "domain": _with_domain,
    "template": _with_template,
    "reason": _with_reason,
}
