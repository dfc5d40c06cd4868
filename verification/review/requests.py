"""What the middleware adds to a request of staff, for type checkers and readers."""

from django.http import HttpRequest

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor


class StaffRequest(HttpRequest):
    """A request below /admin/ by a member of staff: `actor` acts as staff, in no account."""

    actor: Actor
    user: User
