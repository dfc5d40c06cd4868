"""Accounts, their members, and the registrar's staff."""

from django.contrib.auth.models import Group

from registrar.accounts.models import Account, Membership, User
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from verification.review.groups import LEADS, REVIEWERS

from .cast import ACCOUNTS, PASSWORD, STAFF, DemoAccount, DemoUser


def load_accounts() -> dict[str, Account]:
    """The accounts by short name, made where they are absent."""
    return {account.slug: _load_account(account) for account in ACCOUNTS}


def load_staff() -> None:
    """Staff of the registrar, in the groups that every installation has."""
    reviewers, leads = (Group.objects.get(name=name) for name in (REVIEWERS, LEADS))
    for person in STAFF:
        user = _load_user(person, is_staff=True, is_superuser=person.superuser)
        if not person.superuser:
            user.groups.add(reviewers, *([leads] if person.lead else []))


def _load_account(wanted: DemoAccount) -> Account:
    with acting_as(system_staff_actor()):
        account, _made = Account.objects.get_or_create(
            slug=wanted.slug,
            defaults={"name": wanted.name, "review_level": wanted.review_level},
        )
    users = [(person, _load_user(person)) for person in wanted.users]
    with acting_as(system_actor(account.pk)):
        for person, user in users:
            Membership.objects.get_or_create(
                account=account, user=user, defaults={"role": person.role}
            )
    return account


def _load_user(person: DemoUser, *, is_staff: bool = False, is_superuser: bool = False) -> User:
    found = User.objects.filter(email=person.email).first()
    return found or User.objects.create_user(
        person.email,
        PASSWORD,
        name=person.name,
        phone=person.phone,
        is_staff=is_staff,
        is_superuser=is_superuser,
    )
