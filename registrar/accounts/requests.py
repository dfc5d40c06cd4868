"""What the middleware adds to a request, for type checkers and readers."""

from django.http import HttpRequest

from registrar.tenancy.actor import Actor

from .models import Account, Membership, User


class MemberRequest(HttpRequest):
    """A request behind `member_required`: somebody signed in, at work in an account."""

    actor: Actor
    account: Account
    memberships: list[Membership]
    request_id: str
    user: User


class StaffRequest(HttpRequest):
    """A request below /admin/ by a member of staff: `actor` acts as staff, in no account."""

    actor: Actor
    user: User
