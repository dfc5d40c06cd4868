"""Pre-checking a template, a domain or a form that stands alone. Nothing is submitted."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.oplog.lately import done_lately
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.materials_rules import AuthorityProfile
from verification.models import Material
from verification.prechecks import Form, Precheck, precheck
from verification.prepared import Prepared

from .accepting import check_subject, restrictions_of_holder
from .documents import Document, document_for
from .preparing import prepare_pictures, wait_for_pictures
from .subjects import Subject

_SHOWN = "precheck.run"
_ONE_LOOK = dt.timedelta(hours=1)
_NO_ENGLISH: Mapping[str, str] = {"holder_name": "", "contact_name": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be checked, for which authority. `check` judges it with its pictures; inside
    the fence. `document`: what would be handed in, None where a form stands alone."""

    materials: Sequence[Material]
    profile: AuthorityProfile
    check: Callable[[Sequence[Prepared]], Precheck[Prepared]]
    document: Document | None = None


def asked_of_subject(
    subject: Subject,
    *,
    document_type: str,
    document_number: str,
    materials: Sequence[Material],
    profile: AuthorityProfile | None = None,
) -> Asked:
    """As `submit_verification` would take it; InvalidInput where a template has another
    document. Inside the fence; the subject need not be locked."""
    document = document_for(subject, document_type, document_number)
    wanted = profile or subject.profile
    return Asked(
        materials=materials,
        profile=wanted,
        check=partial(check_subject, subject, document, profile=wanted),
        document=document,
    )


def asked_of_form(form: Form, *, materials: Sequence[Material], profile: AuthorityProfile) -> Asked:
    """A form that belongs to no template and no domain."""
    return Asked(
        materials=materials, profile=profile, check=partial(_check_form, form, profile=profile)
    )


def run_precheck(*, actor: Actor, asked: Asked, wait: bool) -> Precheck[Prepared]:
    """What would fail, as far as is known by now; outside of any transaction.

    With `wait` up to PICTURE_WAIT seconds are given to pictures that are still being looked
    at. Raises NotPermitted.
    """
    require(actor, Permission.VERIFICATIONS_WRITE)
    prepare = wait_for_pictures if wait else prepare_pictures
    pictures = prepare(actor=actor, materials=asked.materials, profile=asked.profile)
    with acting_as(actor):
        return asked.check(pictures)


def record_values_shown(*, actor: Actor, materials: Sequence[Material]) -> None:
    """Note in the log that what was read in these pictures was shown; inside the fence."""
    if not materials:
        return
    ids = [material.public_id for material in materials]
    record(actor=actor, action=_SHOWN, about=materials[0], after={"materials": ids})


def note_values_shown(*, actor: Actor, materials: Sequence[Material]) -> None:
    """The same for pages, which show it over and over: once an hour for each person and
    picture. Members need `materials:read`; inside the fence."""
    require(actor, Permission.MATERIALS_READ)
    noted = done_lately(actor=actor, actions=[_SHOWN], about=materials, within=_ONE_LOOK)
    for material in materials:
        if material.public_id not in noted:
            record_values_shown(actor=actor, materials=[material])


def _check_form(
    form: Form, pictures: Sequence[Prepared], *, profile: AuthorityProfile
) -> Precheck[Prepared]:
    holder = {
        "holder_type": form.holder_type,
        "holder_name": form.holder_name,
        "contact_name": form.contact_name,
    }
    problems = restrictions_of_holder(holder, _NO_ENGLISH, form.document_number)
    return precheck(form, profile=profile, pictures=pictures, problems=problems)
