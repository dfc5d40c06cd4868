"""Making and changing templates."""

import uuid
from dataclasses import replace

from django.db import IntegrityError, transaction

from registrar import public_ids
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import InvalidInput, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from templates_app.fields_of import columns_of, fields_of
from templates_app.findings import as_errors, find_problems
from templates_app.gates import edit_blockers, version_blockers
from templates_app.models import InfoTemplate
from templates_app.restrictions.selectors import problems_of_fields
from templates_app.rules.template_rules import TemplateFields
from templates_app.tidy import tidy, with_english

from .locking import lock_template, require_open
from .loggable import changes, logged


def create_template(
    *, actor: Actor, fields: TemplateFields, uid: uuid.UUID | None = None
) -> InfoTemplate:
    """Keep a registrant's data for reuse, not verified yet.

    English fields that are empty get our suggestion. InvalidInput names every blocking
    problem; warnings refuse nothing. A second call with the same `uid` (a form sent twice)
    gives the template that the first one made.
    """
    require(actor, Permission.TEMPLATES_WRITE)
    accepted = accept_fields(fields)
    return _insert(actor, accepted, uid=uid, version=1, previous=None)


def create_version(
    *, actor: Actor, template: InfoTemplate, fields: TemplateFields, uid: uuid.UUID | None = None
) -> InfoTemplate:
    """A new, unverified template that follows `template`, which stays as it is.

    An empty document number means: the same. Blocked for unverified and disabled ones;
    InvalidInput and `uid` as for `create_template`.
    """
    require(actor, Permission.TEMPLATES_WRITE)
    previous = lock_template(template)
    require_open(version_blockers(previous.state))
    accepted = accept_fields(_with_number(fields, previous))
    return _insert(actor, accepted, uid=uid, version=previous.version + 1, previous=previous)


def edit_template(
    *, actor: Actor, template: InfoTemplate, fields: TemplateFields, expected: str = ""
) -> InfoTemplate:
    """Change an unverified or failed template. An empty document number means: the same.

    `expected` is the `edit_token` of the row that the user saw; StateConflict when somebody
    has changed it since. Blocked in other states; InvalidInput as for `create_template`.
    """
    require(actor, Permission.TEMPLATES_WRITE)
    locked = lock_template(template)
    require_open(edit_blockers(locked.state))
    old = fields_of(locked)
    accepted = accept_fields(_with_number(fields, locked))
    if accepted == old:
        return locked
    if expected and expected != edit_token(locked):
        raise StateConflict
    for name, value in columns_of(accepted).items():
        setattr(locked, name, value)
    locked.save()
    before, after = changes(old, accepted)
    record(actor=actor, action="template.edited", about=locked, before=before, after=after)
    return locked


def edit_token(template: InfoTemplate) -> str:
    """What tells two states of one row apart."""
    return template.updated_at.isoformat()


def accept_fields(fields: TemplateFields) -> TemplateFields:
    """The fields as they may be kept; InvalidInput with every blocking problem, what the lists
    of restricted subjects and words refuse among them."""
    accepted = with_english(tidy(fields))
    errors = as_errors([*find_problems(accepted), *problems_of_fields(accepted)])
    if errors:
        raise InvalidInput(errors=errors)
    return accepted


def _with_number(fields: TemplateFields, template: InfoTemplate) -> TemplateFields:
    if fields.document_number.strip():
        return fields
    return replace(fields, document_number=template.document_number or "")


def _insert(
    actor: Actor,
    fields: TemplateFields,
    *,
    uid: uuid.UUID | None,
    version: int,
    previous: InfoTemplate | None,
) -> InfoTemplate:
    made = InfoTemplate.objects.filter(uid=uid).first() if uid else None
    if made is not None:
        return made
    try:
        with transaction.atomic():
            template = InfoTemplate.objects.create(
                account_id=actor.account_id,
                uid=uid or public_ids.new_uuid(),
                version=version,
                previous=previous,
                **columns_of(fields),
            )
    except IntegrityError:
        # Sent twice at once: the other request is writing the same row.
        raise StateConflict from None
    after = logged(fields) | {"version": version}
    if previous is not None:
        after["previous"] = previous.public_id
    action = "template.version_created" if previous else "template.created"
    record(actor=actor, action=action, about=template, after=after)
    return template
