"""Authorities as data: adding, changing, removing them. Their secrets go in and never out."""

from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, NotFound, StateConflict
from registrar.tenancy.actor import Actor
from verification.authorities.connection_rules import Connection, connection_errors
from verification.authorities.history import record_change
from verification.authorities.operators import require_operator
from verification.models import Authority, AuthorityAction, AuthorityAnswer, Submission

_PLAIN = ("name", "base_url", "key_id", "callback_key_id", "timeout")


@transaction.atomic
def add_authority(*, actor: Actor, given: Connection) -> Authority:
    """Add it; nothing is sent there before a choice leads to it.

    NotPermitted; InvalidInput names every field that is wrong, a code that is taken among them.
    """
    require_operator(actor)
    _refuse(given)
    row = Authority(code=given.code, adapter=given.adapter, secret=given.secret)
    row.callback_secret = given.callback_secret
    _fill(row, given)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # Somebody else was faster.
        raise InvalidInput(errors=[_code_taken()]) from None
    after = {"code": row.code, "adapter": row.adapter, **_shown(row)}
    after |= {name: "set" for name in ("secret", "callback_secret") if getattr(row, name)}
    record_change(actor=actor, action=AuthorityAction.ADDED, about=row, after=after)
    return row


@transaction.atomic
def edit_authority(*, actor: Actor, authority_id: int, given: Connection) -> Authority:
    """Change it. Code and adapter stay: submissions that wait there were sent by them.

    An empty secret keeps the one that is there. A new secret of theirs lets the old one count
    beside it until `drop_old_secret`; ours counts at once. What is no change writes nothing.
    NotPermitted, NotFound, InvalidInput.
    """
    require_operator(actor)
    row = lock_authority(authority_id)
    _refuse(given, kept=row)
    before = _shown(row)
    _fill(row, given)
    after = _shown(row)
    changed = {name for name in after if after[name] != before[name]}
    fresh = _take_secrets(row, given)
    if changed or fresh:
        row.save()
        record_change(
            actor=actor,
            action=AuthorityAction.EDITED,
            about=row,
            before={name: before[name] for name in sorted(changed)},
            after={name: after[name] for name in sorted(changed)} | dict.fromkeys(fresh, "changed"),
        )
    return row


@transaction.atomic
def drop_old_secret(*, actor: Actor, authority_id: int) -> bool:
    """End the time in which their old secret counts beside the new one; False if it has ended.

    NotPermitted, NotFound.
    """
    require_operator(actor)
    row = lock_authority(authority_id)
    if not row.callback_secret_before:
        return False
    row.callback_secret_before = ""
    row.save(update_fields=["callback_secret_before", "updated_at"])
    record_change(actor=actor, action=AuthorityAction.SECRET_DROPPED, about=row)
    return True


@transaction.atomic
def remove_authority(*, actor: Actor, authority_id: int) -> None:
    """Remove one that was never used. NotPermitted; NotFound; StateConflict `in_use` where a
    choice leads to it or a submission has been there: what became of it must stay readable."""
    require_operator(actor)
    row = lock_authority(authority_id)
    if is_in_use(row):
        raise StateConflict("in_use", _("It is in use. Pause it instead."))
    record_change(actor=actor, action=AuthorityAction.REMOVED, about=row, before=_shown(row))
    row.delete()


def is_in_use(row: Authority) -> bool:
    """Whether a choice leads to it, or a submission or an answer names it. Up to 3 queries."""
    return (
        row.routes.exists()
        or Submission.objects.filter(authority=row).exists()
        or AuthorityAnswer.objects.filter(authority=row).exists()
    )


def lock_authority(authority_id: int) -> Authority:
    """The row, locked until the transaction ends; NotFound."""
    row = Authority.objects.select_for_update().filter(pk=authority_id).first()
    if row is None:
        raise NotFound
    return row


def authority_errors(*, given: Connection, kept: Authority | None = None) -> list[FieldError]:
    """Everything that would be refused of a new authority, or of a change of the one that is
    `kept`. Writes nothing."""
    errors = connection_errors(
        _of(kept, given) if kept else given,
        has_secret=bool(kept and kept.secret),
        has_callback_secret=bool(kept and kept.callback_secret),
        plain_allowed=settings.DEMO,
        task_limit=settings.CELERY_TASK_SOFT_TIME_LIMIT,
    )
    if kept is None and Authority.objects.filter(code=given.code).exists():
        errors.append(_code_taken())
    return errors


def _refuse(given: Connection, *, kept: Authority | None = None) -> None:
    errors = authority_errors(given=given, kept=kept)
    if errors:
        raise InvalidInput(errors=errors)


def _code_taken() -> FieldError:
    return FieldError("code", "already_exists", _("Another authority has this code."))


def _of(row: Authority, given: Connection) -> Connection:
    values = {name: getattr(given, name) for name in Connection.__dataclass_fields__}
    return Connection(**(values | {"code": row.code, "adapter": row.adapter}))


def _fill(row: Authority, given: Connection) -> None:
    for name in _PLAIN:
        setattr(row, name, getattr(given, name))


def _take_secrets(row: Authority, given: Connection) -> list[str]:
    """Put the typed secrets in their place; which of them are new."""
    fresh = []
    if given.secret and given.secret != row.secret:
        row.secret = given.secret
        fresh.append("secret")
    if given.callback_secret and given.callback_secret != row.callback_secret:
        row.callback_secret_before = row.callback_secret
        row.callback_secret = given.callback_secret
        fresh.append("callback_secret")
    return fresh


def _shown(row: Authority) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _PLAIN}
