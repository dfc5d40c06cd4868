"""What the simulated authority gets wrong on request."""

from registrar.faults import FaultKind as Fault

from .models import AuthorityFault

__all__ = ["Fault", "inject", "strikes"]

inject, strikes = AuthorityFault.inject, AuthorityFault.strikes
