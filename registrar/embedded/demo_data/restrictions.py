"""Somebody who may not hold a domain. The five special words come with the installation."""

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from templates_app.models import RestrictedSubject
from templates_app.restrictions.lists import SUBJECTS
from templates_app.restrictions.services import add_entry

from .cast import STAFF

# Nobody else in the demo is called so: whoever types it meets the list.
RESTRICTED = {"cause": "in_proceedings", "name": "郑受限", "holder_type": "individual"}


def load_restrictions() -> None:
    """Put the demo's one subject on the list, if it has never been there."""
    admin = User.objects.get(email=next(p.email for p in STAFF if p.superuser))
    actor = Actor(kind=ActorKind.STAFF, account_id=None, label=admin.log_label, user_id=admin.pk)
    with acting_as(actor):
        if not RestrictedSubject.objects.filter(name=RESTRICTED["name"]).exists():
            add_entry(actor=actor, entries=SUBJECTS, values=RESTRICTED)
