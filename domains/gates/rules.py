"""The shape of one row of the gate table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from django.utils.functional import Promise

from registrar.blockers import Blocker

from .facts import DomainFacts
from .operations import Operation

Predicate = Callable[[DomainFacts, date], bool]
OpensOn = Callable[[DomainFacts], date | None]


class Circumstance(Enum):
    """What an operation brings along that makes a row apply to it."""

    WITH_UPGRADE = auto()  # a renewal that also moves the domain to another registrar
    ACROSS_REGISTRARS = auto()  # a push whose accounts sit at different registrars
    UNVERIFIED_TARGET = auto()  # a change of registrant to a template not verified


@dataclass(frozen=True, kw_only=True)
class GateRule:
    """A state of a domain and the operations it blocks.

    `only_when` lists operations that are blocked only under a circumstance.
    `until` gives the first day on which the row no longer applies.
    """

    code: str
    operations: frozenset[Operation]
    applies: Predicate
    message: str | Promise
    source: str
    only_when: frozenset[tuple[Operation, Circumstance]] = frozenset()
    until: OpensOn | None = None

    def blocks(self, operation: Operation, circumstances: frozenset[Circumstance]) -> bool:
        """Whether this row, where it applies, blocks `operation` brought along like this."""
        return operation in self.operations or any(
            (operation, circumstance) in self.only_when for circumstance in circumstances
        )

    def blocker(self, facts: DomainFacts) -> Blocker:
        """This row as the reason that a user is shown."""
        return Blocker(
            code=self.code,
            message=self.message,
            source=self.source,
            until=self.until(facts) if self.until else None,
        )
