"""Info templates in every state."""

import datetime as dt
import uuid

from registrar.accounts.models import Account
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as
from templates_app import services
from templates_app.models import InfoTemplate
from templates_app.states import TemplateState
from verification.models import Material, Submission
from verification.services.submitting import submit_verification
from verification.states import SubmissionState

from .history import write_attempts
from .holders import template_fields
from .identities import BY_KEY
from .pictures import load_picture
from .plan import DemoTemplate

# Ids that are the same in every demo, so that loading again finds what is there.
_NAMESPACE = uuid.UUID("6f1b1c52-4d53-5a0e-9a53-2f5c1d7e9b10")
_MADE_BEFORE = dt.timedelta(hours=2)


def template_uid(account: Account, key: str) -> uuid.UUID:
    return uuid.uuid5(_NAMESPACE, f"{account.slug}/{key}")


def load_template(account: Account, wanted: DemoTemplate) -> None:
    """Make it with its history, or leave it as it has become."""
    actor = system_actor(account.pk)
    with acting_as(actor):
        if InfoTemplate.objects.filter(uid=template_uid(account, wanted.key)).exists():
            return
    material = load_picture(account, BY_KEY[wanted.holder])
    with acting_as(actor):
        template = _create(actor, account, wanted)
        _move_to_state(actor, template, wanted, material, submitted_by=_operator(account))
        _date_back(template)


def _create(actor: Actor, account: Account, wanted: DemoTemplate) -> InfoTemplate:
    fields = template_fields(BY_KEY[wanted.holder], email=f"domains@{account.slug}.example")
    uid = template_uid(account, wanted.key)
    if not wanted.previous:
        return services.create_template(actor=actor, fields=fields, uid=uid)
    previous = InfoTemplate.objects.get(uid=template_uid(account, wanted.previous))
    return services.create_version(actor=actor, template=previous, fields=fields, uid=uid)


def _move_to_state(
    actor: Actor,
    template: InfoTemplate,
    wanted: DemoTemplate,
    material: Material,
    *,
    submitted_by: str,
) -> None:
    if wanted.state == TemplateState.IN_REVIEW:
        submit_verification(actor=actor, template=template, materials=[material], looking=False)
        return
    if not wanted.attempts:
        return
    write_attempts(
        wanted.attempts,
        identity=BY_KEY[wanted.holder],
        material=material,
        submitted_by=submitted_by,
        template=template,
    )
    services.enter_review(actor=actor, template=template)
    if wanted.attempts[-1].failed:
        services.fail_review(actor=actor, template=template)
    else:
        services.pass_review(actor=actor, template=template)
    if wanted.state == TemplateState.DISABLED:
        services.disable_template(actor=actor, template=template)


def _operator(account: Account) -> str:
    return f"operator@{account.slug}.example"


def _date_back(template: InfoTemplate) -> None:
    """Made before it was first submitted, verified when that passed: not all of it today."""
    past = Submission.objects.filter(template=template, ended_at__isnull=False)
    first, last = past.order_by("pk").first(), past.order_by("pk").last()
    if first is None or last is None or first.submitted_at is None:
        return
    rows = InfoTemplate.objects.filter(pk=template.pk)
    rows.update(created_at=first.submitted_at - _MADE_BEFORE)
    if last.state == SubmissionState.PASSED:
        rows.update(verified_at=last.ended_at)
