"""What the middleware adds to a request of staff, for type checkers and readers."""

from registrar.accounts.requests import StaffRequest

__all__ = ["StaffRequest"]
