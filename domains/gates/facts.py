"""What the gate needs to know: immutable values, no database behind them."""

from dataclasses import dataclass
from datetime import date

from domains.states import Lifecycle, Naming, RealName, RegistrantChange, Transfer
from templates_app.rules.restrictions import Hit


@dataclass(frozen=True, kw_only=True)
class DomainFacts:
    """Everything about one domain that a gate may ask.

    States may be given as their plain words; an unknown word raises ValueError,
    so that a mistyped state can never open a gate. Nothing has a default, for the
    same reason. `registered_on` and `expires_on` are None only before the registry
    has answered. `registrant_lock`: the 60-day lock was chosen at the last change
    of registrant. `upgrade_pending`: a change of the sponsoring registrar behind
    this console is under way. `suffix` has no leading dot.
    """

    lifecycle: Lifecycle
    naming: Naming
    real_name: RealName
    registrant_change: RegistrantChange
    transfer: Transfer
    disputed: bool
    epp_statuses: frozenset[str]
    registered_on: date | None
    transferred_on: date | None
    registrant_changed_on: date | None
    registrant_lock: bool
    expires_on: date | None
    upgrade_pending: bool
    suffix: str

    def __post_init__(self) -> None:
        for name, states in (
            ("lifecycle", Lifecycle),
            ("naming", Naming),
            ("real_name", RealName),
            ("registrant_change", RegistrantChange),
            ("transfer", Transfer),
        ):
            object.__setattr__(self, name, states(getattr(self, name)))


@dataclass(frozen=True, kw_only=True)
class TargetFacts:
    """The info template that a change of registrant would move the domain to.

    `restrictions`: what the lists of restricted subjects and words say of it today.
    """

    verified: bool
    disabled: bool
    same_account: bool
    fits_suffix: bool
    in_review: bool
    restrictions: tuple[Hit, ...]
