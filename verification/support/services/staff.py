"""Who among the staff answers."""

from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Membership, User
from registrar.accounts.staff import require_staff
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor
from verification.support.models import SupportRequest

ANSWER = "support.answer_supportrequest"


def require_support(actor: Actor, request: SupportRequest) -> User:
    """The active member of staff behind `actor`, who may answer this request.

    NotPermitted otherwise: also `own_account` for those who belong to the account that asks.
    """
    user = require_staff(actor, ANSWER)
    if belongs_to_account(user, request):
        raise NotPermitted(
            "own_account", _("You belong to this account: a colleague has to answer.")
        )
    return user


def belongs_to_account(user: User, request: SupportRequest) -> bool:
    return Membership.objects.filter(account_id=request.account_id, user=user).exists()
