"""What a person keeps about themselves, and what an account is called."""

import phonenumbers
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.models import Account, Membership, User
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import require_proof
from registrar.errors import FieldError, InvalidInput, NotPermitted
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor

from .as_object import AccountAsObject


def update_profile(*, actor: Actor, name: str, phone: str) -> User:
    """Change the actor's own name and mobile phone (E.164, or "" for none).

    Codes are sent to the phone, so that changing it needs a code itself: StepUpRequired.
    Logged in the account the person works in. InvalidInput for a number that can't exist.
    """
    if actor.user_id is None:
        raise NotPermitted()
    user = User.objects.select_for_update(no_key=True).get(pk=actor.user_id)
    before = {"name": user.name, "phone": user.phone}
    after = {"name": name.strip()[:64], "phone": parse_phone(phone)}
    if before == after:
        return user
    if before["phone"] != after["phone"]:
        # Without an account there is no proof either: leaving one is no way around the code.
        require_proof(actor=actor, purpose=Purpose.CHANGE_PHONE)
    user.name, user.phone = after["name"], after["phone"]
    user.save(update_fields=["name", "phone"])
    if actor.account_id is not None:
        member = Membership.objects.get(account_id=actor.account_id, user_id=user.pk)
        record(
            actor=actor,
            action="member.profile_changed",
            about=member,
            label=user.log_label,
            before={key: before[key] for key in before if before[key] != after[key]},
            after={key: after[key] for key in after if before[key] != after[key]},
        )
    return user


def rename_account(*, actor: Actor, name: str) -> Account:
    """Owners only. InvalidInput for an empty name."""
    require(actor, Permission.ACCOUNT_MANAGE)
    account = Account.objects.select_for_update(no_key=True).get(pk=int(actor.account_id or 0))
    name = name.strip()
    if not name or len(name) > 128:
        message = _("Give the account a name of at most 128 characters.")
        raise InvalidInput(errors=[FieldError("name", "invalid", message)])
    if account.name == name:
        return account
    before, account.name = account.name, name
    account.save(update_fields=["name"])
    record(
        actor=actor,
        action="account.renamed",
        about=AccountAsObject(account),
        before={"name": before},
        after={"name": name},
    )
    return account


def parse_phone(text: str) -> str:
    """`text` as E.164; numbers without a country code are Chinese; "" stays ""."""
    if not text.strip():
        return ""
    try:
        number = phonenumbers.parse(text, "CN")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        message = _("This is not a phone number. Write it like +86 138 0013 8000.")
        raise InvalidInput(errors=[FieldError("phone", "invalid", message)])
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
