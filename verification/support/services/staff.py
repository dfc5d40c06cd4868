"""Who among the staff answers."""

from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Membership, User
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor
from verification.support.models import SupportRequest

ANSWER = "support.answer_supportrequest"


def require_support(actor: Actor, request: SupportRequest) -> User:
    """The active member of staff behind `actor`, who may answer this request.

    NotPermitted otherwise: also `own_account` for those who belong to the account that asks.
    """
    user = None
    if actor.is_staff and actor.user_id is not None:
        user = User.objects.filter(pk=actor.user_id, is_active=True, is_staff=True).first()
    if user is None or not user.has_perm(ANSWER):
        raise NotPermitted
    if belongs_to_account(user, request):
        raise NotPermitted(
            "own_account", _("You belong to this account: a colleague has to answer.")
        )
    return user


def belongs_to_account(user: User, request: SupportRequest) -> bool:
    return Membership.objects.filter(account_id=request.account_id, user=user).exists()
