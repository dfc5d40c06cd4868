"""The one word that says how a domain stands, derived by fixed precedence.

The database computes the same word in an expression, for filters and indexes;
`derive` is the reference that the expression is held to.
"""

from domains.gates.facts import (
    DomainFacts,
    Lifecycle,
    Naming,
    RealName,
    RegistrantChange,
    Transfer,
)

# By falling precedence: the first that applies is the domain's status.
SERVICE_STATUSES: tuple[str, ...] = (
    "disputed",
    "pending_delete",
    "redemption",
    "registering",
    "transfer_in_pending",
    "transfer_out_pending",
    "push_pending",
    "registrant_change_in_review",
    "verification_in_review",
    "naming_failed",
    "naming_in_review",
    "verification_failed",
    "unverified",
    "on_hold",
    "expired",
    "verified",
)

HOLDS: frozenset[str] = frozenset({"clientHold", "serverHold"})


def derive(facts: DomainFacts) -> str:
    """Return the service status of a domain, one of `SERVICE_STATUSES`.

    A domain that is gone has no word of its own and shows as `pending_delete`.
    """
    applies = {
        "disputed": facts.disputed,
        "pending_delete": facts.lifecycle in {Lifecycle.PENDING_DELETE, Lifecycle.GONE},
        "redemption": facts.lifecycle is Lifecycle.REDEMPTION,
        "registering": facts.lifecycle is Lifecycle.REGISTERING,
        "transfer_in_pending": facts.transfer is Transfer.IN_PENDING,
        "transfer_out_pending": facts.transfer is Transfer.OUT_PENDING,
        "push_pending": facts.transfer is Transfer.PUSH_PENDING,
        "registrant_change_in_review": facts.registrant_change is RegistrantChange.IN_REVIEW,
        "verification_in_review": facts.real_name is RealName.IN_REVIEW,
        "naming_failed": facts.naming is Naming.FAILED,
        "naming_in_review": facts.naming is Naming.IN_REVIEW,
        "verification_failed": facts.real_name is RealName.FAILED,
        "unverified": facts.real_name is RealName.UNVERIFIED,
        "on_hold": not HOLDS.isdisjoint(facts.epp_statuses),
        "expired": facts.lifecycle is Lifecycle.EXPIRED,
        "verified": True,
    }
    return next(status for status in SERVICE_STATUSES if applies[status])
