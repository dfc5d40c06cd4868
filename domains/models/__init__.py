# The simulated registry's tables live beside it; here the migrations find them.
from domains.registries.simulated.models import (
    SimulatedFault,
    SimulatedObject,
    SimulatedRequest,
)

from .domain import Domain
from .notice import RegistryNotice
from .operation import Operation

__all__ = [
    "Domain",
    "Operation",
    "RegistryNotice",
    "SimulatedFault",
    "SimulatedObject",
    "SimulatedRequest",
]
