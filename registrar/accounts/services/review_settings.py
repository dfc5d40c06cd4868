"""How far an account is trusted. Staff decide it; the account is told, but not why."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Account, Membership
from registrar.accounts.review_levels import ReviewLevel
from registrar.accounts.staff import require_staff
from registrar.errors import FieldError, InvalidInput, NotPermitted
from registrar.oplog.services import record
from registrar.oplog.staff_log import record_for_staff
from registrar.tenancy.actor import Actor

from .as_object import AccountAsObject

CHANGE = "accounts.change_review_settings"
MAX_REASON = 200


@transaction.atomic
def set_review_settings(
    *, actor: Actor, account: Account, review_level: str, four_eyes: bool, reason: str
) -> Account:
    """Say who looks at the account's submissions first, and whether two decide.

    Counts for what is handed in, and for what is decided, from now on. What changes nothing
    writes nothing. NotPermitted without `accounts.change_review_settings`, and for members of
    the account (`own_account`); InvalidInput for an unknown level and for a missing reason.
    Staff read all of it in the admin; the account's operation log says what became of the
    level, and neither the reason nor whether two decide: that is how staff work.
    """
    user = require_staff(actor, CHANGE)
    row = Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    if Membership.objects.filter(account_id=row.pk, user=user).exists():
        raise NotPermitted(
            "own_account", _("You belong to this account: a colleague has to change this.")
        )
    reason = reason.strip()
    _check(review_level, reason)
    wanted: dict[str, Any] = {"review_level": review_level, "four_eyes": four_eyes}
    before = {name: getattr(row, name) for name in wanted if getattr(row, name) != wanted[name]}
    if not before:
        return row
    after = {name: wanted[name] for name in before}
    for name, value in after.items():
        setattr(row, name, value)
    row.save(update_fields=list(after))
    record_for_staff(actor=actor, about=row, before=before, after=after, reason=reason)
    if "review_level" in after:
        record(
            actor=actor,
            action="account.review_level_changed",
            about=AccountAsObject(row),
            before={"review_level": before["review_level"]},
            after={"review_level": after["review_level"]},
        )
    return row


def _check(review_level: str, reason: str) -> None:
    errors = []
    if review_level not in ReviewLevel.values:
        errors.append(FieldError("review_level", "invalid_choice", _("There is no such level.")))
    if not reason:
        errors.append(FieldError("reason", "field_required", _("Say why.")))
    elif len(reason) > MAX_REASON:
        message = _("At most %(max)d characters.") % {"max": MAX_REASON}
        errors.append(FieldError("reason", "too_long", message))
    if errors:
        raise InvalidInput(errors=errors)
