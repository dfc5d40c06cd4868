"""What holds for every key, whoever makes or changes it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.models import ApiKey
from registrar.accounts.networks import MOST, is_wider, network_around, read_network
from registrar.accounts.permissions import SCOPES, Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import require_proof
from registrar.errors import FieldError, InvalidInput
from registrar.tenancy.actor import Actor, ActorKind


def require_may_give(
    actor: Actor,
    scopes: Iterable[str],
    *,
    networks: Sequence[str],
    expires_at: dt.datetime | None,
) -> None:
    """Nobody gives away what they may not do themselves.

    `sensitive`, which replaces the step-up code, is given by those who entered one
    (StepUpRequired), or by a key that holds it. What a key gives ends no later than it does, and
    works from nowhere else: InvalidInput. A stolen key would outlive itself otherwise.
    """
    for scope in scopes:
        if scope == Permission.SENSITIVE:
            require_proof(actor=actor, purpose=Purpose.SENSITIVE_KEY)
        else:
            require(actor, Permission(scope))
    if actor.kind is ActorKind.KEY:
        own = ApiKey.objects.get(pk=int(actor.key_id or 0))
        if beyond := list(_beyond(own, networks, expires_at)):
            raise InvalidInput(errors=beyond)


def _beyond(
    own: ApiKey, networks: Sequence[str], expires_at: dt.datetime | None
) -> Iterator[FieldError]:
    if own.expires_at and (expires_at is None or expires_at > own.expires_at):
        message = _("A key can't give what lasts longer than itself.")
        yield FieldError("expires_at", "later_than_own", message)
    if is_wider(networks, own.networks):
        message = _("A key can't give what works from where it doesn't work itself.")
        yield FieldError("networks", "wider_than_own", message)


def in_order(scopes: Iterable[str]) -> list[str]:
    """`scopes` once each, as the table has them; without what has gone out of use."""
    held = set(scopes)
    return [scope for scope in SCOPES if scope in held]


def check_key(**facts: Any) -> None:
    """InvalidInput with everything that is wrong with `name`, `scopes`, `networks`, `expires_at`,
    as far as they are given."""
    faults = [fault for name, value in facts.items() for fault in _FAULTS[name](value)]
    if faults:
        raise InvalidInput(errors=faults)


def faults_in_name(name: str) -> Iterator[FieldError]:
    if not name.strip() or len(name.strip()) > 64:
        message = _("Give the key a name of at most 64 characters.")
        yield FieldError("name", "invalid", message)


def faults_in_scopes(scopes: Sequence[str]) -> Iterator[FieldError]:
    if not scopes:
        yield FieldError("scopes", "required", _("Choose at least one scope."))
    if unknown := sorted(set(scopes) - set(SCOPES)):
        named = _("There is no scope %(names)s.") % {"names": ", ".join(unknown)}
        yield FieldError("scopes", "invalid_choice", named)


def faults_in_networks(networks: Sequence[str]) -> Iterator[FieldError]:
    """One for each entry that is wrong, with its place from 0, and the entry."""
    if len(networks) > MOST:
        too_many = _("A key can have at most %(most)d networks.") % {"most": MOST}
        yield FieldError("networks", "too_many", too_many)
    for position, entry in enumerate(networks[:MOST]):
        try:
            read_network(entry)
        except ValueError:
            yield FieldError(f"networks.{position}", "invalid", _no_network(entry))


def _no_network(entry: str) -> str:
    """With the network that is meant, where only bits beyond the mask are wrong."""
    named = {"entry": entry[:64], "network": network_around(entry)}
    if named["network"]:
        message = _("“%(entry)s” has bits beyond its mask. The network is %(network)s.")
    else:
        message = _("“%(entry)s” is not a network such as 192.0.2.0/24 or 2001:db8::/32.")
    return message % named


def faults_in_end(expires_at: dt.datetime | None) -> Iterator[FieldError]:
    if expires_at and expires_at <= timezone.now():
        yield FieldError("expires_at", "in_the_past", _("The end lies in the past."))


_FAULTS: dict[str, Callable[[Any], Iterator[FieldError]]] = {
    "name": faults_in_name,
    "scopes": faults_in_scopes,
    "networks": faults_in_networks,
    "expires_at": faults_in_end,
}
