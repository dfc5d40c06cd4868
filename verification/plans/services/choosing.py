"""Which domains a plan is about: by name, or all that match a filter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from domains.models import Domain
from domains.names import NotAName, to_ascii
from domains.selectors.filters import DomainFilter
from domains.states import RealName
from registrar.errors import FieldError, InvalidInput, NotFound
from verification.plans.selectors import domains_for_plans

MAX_DOMAINS = 5000
# So many wrong names are told one by one; `errors_total` says how many there are.
_MOST_ERRORS = 200

_TOO_MANY = _("A plan takes at most %(most)d domains. Narrow the selection.")
_NOTHING = _("None of these domains needs verification.")
_NO_NAME = _("This is no domain name.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Domains in the order of their names; `verified` is how many a filter left aside because
    nothing has to be done for them; `selection` describes what was asked for."""

    domains: list[Domain]
    verified: int
    selection: Mapping[str, Any]


def choose_by_names(names: Sequence[str]) -> Chosen:
    """The account's domains of these names, each once. InvalidInput naming every one that is
    none of theirs: whether it is somebody else's is not told."""
    _limit(len(names))
    wanted: dict[str, int] = {}
    errors = []
    for position, name in enumerate(names):
        try:
            wanted.setdefault(to_ascii(name), position)
        except NotAName:
            errors.append(FieldError(f"domains.{position}", "invalid", _NO_NAME))
    found = list(domains_for_plans().filter(name__in=wanted).order_by("name"))
    missing = wanted.keys() - {domain.name for domain in found}
    errors += [
        FieldError(f"domains.{wanted[name]}", "not_found", NotFound.message) for name in missing
    ]
    if errors:
        errors.sort(key=lambda error: int(error.field.partition(".")[2]))
        raise InvalidInput(errors=errors[:_MOST_ERRORS], extra={"errors_total": len(errors)})
    if not found:
        raise InvalidInput("nothing_to_plan", _NOTHING)
    return Chosen(found, verified=0, selection={"domains": len(found)})


def choose_by_filter(wanted: DomainFilter) -> Chosen:
    """All that match and aren't verified. InvalidInput for none, and for more than a plan
    takes."""
    rows = wanted.apply(domains_for_plans())
    unverified = rows.exclude(real_name=RealName.VERIFIED)
    found = list(unverified.order_by("name")[: MAX_DOMAINS + 1])
    _limit(len(found))
    if not found:
        raise InvalidInput("nothing_to_plan", _NOTHING)
    verified = rows.filter(real_name=RealName.VERIFIED).count()
    return Chosen(found, verified, selection={"filter": wanted.as_parameters()})


def _limit(count: int) -> None:
    if count > MAX_DOMAINS:
        raise InvalidInput("too_many_domains", _TOO_MANY % {"most": MAX_DOMAINS})
