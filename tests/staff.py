"""Members of the registrar's staff, by the groups that they are in."""

from django.contrib.auth.models import Group

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor, ActorKind

PASSWORD = "zhengming-demo"


def add_staff(name: str, *groups: str) -> User:
    """`add_staff("Rita", "reviewers")`: rita@registrar.example, active, in these groups."""
    email = f"{name.lower()}@registrar.example"
    user = User.objects.create_user(email, PASSWORD, name=name, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    assert user.groups.count() == len(groups), groups
    return user


def staff_actor_of(user: User) -> Actor:
    """The member of staff as the admin's middleware would make them."""
    return Actor(
        kind=ActorKind.STAFF, account_id=None, label=user.name, user_id=user.pk, ip="192.0.2.9"
    )
