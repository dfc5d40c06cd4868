"""Asking the gate table; pure, the caller brings the facts and the date."""

from datetime import date
from functools import cache

from registrar.blockers import Blocker

from .facts import DomainFacts, TargetFacts
from .operations import Operation
from .rules import Circumstance, GateRule
from .table import GATES
from .targets import target_blockers


def blockers(
    facts: DomainFacts,
    operation: Operation,
    *,
    today: date,
    target: TargetFacts | None = None,
    with_upgrade: bool = False,
    across_registrars: bool = False,
) -> tuple[Blocker, ...]:
    """Return every reason that blocks `operation` today; empty when it is allowed.

    `target` is the template of a change of registrant; None means that none is
    chosen yet, as in an overview, so whoever carries the change out must pass it.
    `with_upgrade` is a renewal that also changes the sponsoring registrar;
    `across_registrars` a push between accounts at different registrars. Each is
    ignored by the operations it says nothing about.
    """
    circumstances = _circumstances(target, with_upgrade, across_registrars)
    rules = _rules_for(operation, circumstances)
    found = tuple(rule.blocker(facts) for rule in rules if rule.applies(facts, today))
    if operation == Operation.CHANGE_REGISTRANT and target is not None:
        found += target_blockers(target)
    return found


def allowed(
    facts: DomainFacts,
    operation: Operation,
    *,
    today: date,
    target: TargetFacts | None = None,
    with_upgrade: bool = False,
    across_registrars: bool = False,
) -> bool:
    """Whether nothing blocks `operation` today; the arguments are those of `blockers`."""
    return not blockers(
        facts,
        operation,
        today=today,
        target=target,
        with_upgrade=with_upgrade,
        across_registrars=across_registrars,
    )


def overview(facts: DomainFacts, *, today: date) -> dict[Operation, tuple[Blocker, ...]]:
    """Every operation with its reasons, in their plain form: no target, no upgrade."""
    return {operation: blockers(facts, operation, today=today) for operation in Operation}


@cache
def _rules_for(
    operation: Operation, circumstances: frozenset[Circumstance]
) -> tuple[GateRule, ...]:
    """The rows of the table that say anything about it: plans ask thousands of times."""
    return tuple(rule for rule in GATES if rule.blocks(operation, circumstances))


def _circumstances(
    target: TargetFacts | None, with_upgrade: bool, across_registrars: bool
) -> frozenset[Circumstance]:
    present = (
        (Circumstance.WITH_UPGRADE, with_upgrade),
        (Circumstance.ACROSS_REGISTRARS, across_registrars),
        (Circumstance.UNVERIFIED_TARGET, target is not None and not target.verified),
    )
    return frozenset(circumstance for circumstance, holds in present if holds)
