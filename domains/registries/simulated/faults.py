"""What the simulated registry gets wrong on request."""

from registrar.faults import FaultKind as Fault

from .models import SimulatedFault

__all__ = ["Fault", "inject", "strikes"]

inject, strikes = SimulatedFault.inject, SimulatedFault.strikes
