"""Hidden in the form of a new template, so that sending it twice makes one."""

import uuid

from django.core import signing

from registrar import public_ids
from registrar.tenancy.actor import Actor

_SALT = "templates_app.new"


def new_token(actor: Actor) -> str:
    """The next template's id, signed for this account: nobody chooses ids for themselves."""
    value = {"account": actor.account_id, "uid": str(public_ids.new_uuid())}
    return signing.dumps(value, salt=_SALT)


def read_token(actor: Actor, token: str) -> uuid.UUID | None:
    """The id in `token`; None when it is damaged or another account's."""
    try:
        value = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, UnicodeError):
        return None
    return uuid.UUID(value["uid"]) if value["account"] == actor.account_id else None
