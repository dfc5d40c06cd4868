"""In whose name a batch runs, asked again for every item: hours may lie between."""

from dataclasses import replace

from registrar.accounts.rights_now import rights_of_key, rights_of_user
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor, ActorKind, system_actor

from .kinds import kind_named
from .models import Batch


def asker_of(batch: Batch) -> Actor:
    """Who asked, with what they may do by now; inside the fence.

    NotPermitted when a person has lost the right, or is no member any more. For people the
    system acts in their name: they have proved who they are for the whole batch when they asked
    for it. A key is itself, with the scopes that it still has; the services ask for them.
    """
    if batch.asked_as == ActorKind.KEY:
        return replace(_named(batch), permissions=rights_of_key(batch.asked_key_id))
    system = replace(_named(batch), kind=ActorKind.SYSTEM)
    if batch.asked_as == ActorKind.USER:
        if kind_named(batch.kind).write not in rights_of_user(batch.asked_user_id):
            raise NotPermitted
    elif batch.asked_as != ActorKind.SYSTEM:
        raise NotPermitted
    return system


def _named(batch: Batch) -> Actor:
    return replace(
        system_actor(batch.account_id),
        kind=ActorKind(batch.asked_as),
        label=batch.requested_by,
        user_id=batch.asked_user_id,
        key_id=batch.asked_key_id,
        request_id=batch.request_id,
    )
