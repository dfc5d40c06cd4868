"""Finding out who is asking: the signed-in user, and the account they are working in."""

import structlog
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse

from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import looking_up

from .browser_session import session_mark
from .models import Account, Membership, User
from .permissions import ROLE_PERMISSIONS

_SESSION_KEY = "account"


def enter_account(request: HttpRequest) -> None:
    """Set `request.actor`, `request.account` and `request.memberships`.

    Pages of the admin make staff members act as staff; everywhere else a person acts in the
    account last chosen, if they are still a member, or else in their first.
    """
    _set(request, None, None, [])
    user = request.user
    if isinstance(user, AnonymousUser) or not user.is_active:
        return
    if request.path_info.startswith(reverse("admin:index")):
        _set(request, _staff(request, user) if user.is_staff else None, None, [])
        return
    memberships = memberships_of(user)
    membership = _chosen(memberships, request.session.get(_SESSION_KEY))
    account = membership.account if membership else None
    _set(request, _member(request, user, membership), account, memberships)


def _set(
    request: HttpRequest,
    actor: Actor | None,
    account: Account | None,
    memberships: list[Membership],
) -> None:
    values = {"actor": actor, "account": account, "memberships": memberships}
    for name, value in values.items():
        setattr(request, name, value)


def memberships_of(user: User) -> list[Membership]:
    """The user's memberships in all accounts, with the accounts, by account name."""
    with looking_up(user_id=user.pk):
        return list(
            Membership.unfenced_manager.filter(user=user)
            .select_related("account")
            .order_by("account__name", "pk")
        )


def choose_account(request: HttpRequest, account: Account) -> None:
    """Remember the account for the following requests. The caller checks the membership."""
    request.session[_SESSION_KEY] = account.pk


def _chosen(memberships: list[Membership], account_id: int | None) -> Membership | None:
    for membership in memberships:
        if membership.account_id == account_id:
            return membership
    return memberships[0] if memberships else None


def _member(request: HttpRequest, user: User, membership: Membership | None) -> Actor:
    return Actor(
        kind=ActorKind.USER,
        account_id=membership.account_id if membership else None,
        label=user.log_label,
        user_id=user.pk,
        permissions=ROLE_PERMISSIONS[membership.role] if membership else frozenset(),
        ip=client_ip(request),
        request_id=request_id(request),
        session=session_mark(request.session),
    )


def _staff(request: HttpRequest, user: User) -> Actor:
    return Actor(
        kind=ActorKind.STAFF,
        account_id=None,
        label=user.log_label,
        user_id=user.pk,
        ip=client_ip(request),
        request_id=request_id(request),
    )


def client_ip(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR") or "")


def request_id(request: HttpRequest) -> str:
    """The id of this request in log lines, operation log and answers ("" before it has one)."""
    return str(getattr(request, "request_id", "") or "")


def bind_request_id(request: HttpRequest) -> None:
    """Take over the id that django-structlog put into this request's log lines."""
    bound = structlog.contextvars.get_contextvars()
    request.request_id = str(bound.get("request_id", ""))[:64]  # type: ignore[attr-defined]
