"""What may be done to a domain now: the one gate that every door asks."""

from registrar.blockers import Blocker

from .evaluate import allowed, blockers, overview
from .facts import (
    DomainFacts,
    Lifecycle,
    Naming,
    RealName,
    RegistrantChange,
    TargetFacts,
    Transfer,
)
from .operations import Operation
from .table import GATES
from .targets import holder_blockers, target_blockers

__all__ = [
    "GATES",
    "Blocker",
    "DomainFacts",
    "Lifecycle",
    "Naming",
    "Operation",
    "RealName",
    "RegistrantChange",
    "TargetFacts",
    "Transfer",
    "allowed",
    "blockers",
    "holder_blockers",
    "overview",
    "target_blockers",
]
