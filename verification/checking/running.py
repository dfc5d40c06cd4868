"""Running the pre-check for a form that is still being filled in.

Speaks to no storage; enters the fence itself, so call it outside of any transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from registrar.accounts.permissions import Permission
from registrar.errors import InvalidInput
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from templates_app.names_of import document_type_choices
from templates_app.rules.numbers import normalise_number
from verification.failure_types import Cause
from verification.fix_places import fix_url
from verification.languages import current_language
from verification.models import Material
from verification.precheck.finding import Finding
from verification.prechecks import Form, Precheck, precheck
from verification.prepared import Prepared
from verification.reverification.mended import MendingState, mending_by_field
from verification.services.accepting import restrictions_of
from verification.services.documents import Document, document_for, fields_beside
from verification.services.prechecking import note_values_shown
from verification.services.preparing import prepare_pictures
from verification.services.subjects import Subject
from verification.telling import told

from .confirming import warnings_of
from .findings import ShownFinding, show_finding
from .form_page import MAX_TYPED, FormPage
from .mending import is_mended, mended
from .offers import Offer, offers_of
from .panel import Panel, arranged, count_looked_at
from .pictures import thumbs_of

# An empty field is asked for when the form is submitted; until then it is only not yet filled.
_NOT_YET_TYPED = "document_number"


def run_panel(
    *,
    actor: Actor,
    page: FormPage,
    typed: Mapping[str, Any],
    materials: Sequence[Material],
    waited_for: bool = False,
) -> Panel:
    """What is known by now of the form as it is; asks for whatever is still to be read.

    `typed` holds `document_type` and `document_number` as they were typed. Raises nothing for
    what is typed, whatever it is.
    """
    document = _typed(typed)
    checked = _look(actor, page, document, materials)
    findings, offers = arranged(
        _shown(page, document, checked, with_read=actor.may(Permission.MATERIALS_READ)),
        _offers(actor, page, document, checked),
        any_picture=bool(checked.pictures),
    )
    if offers or any(finding.beside for finding in findings):
        with acting_as(actor):
            note_values_shown(actor=actor, materials=_read_in(checked))
    return Panel(
        check_url=page.check_url,
        findings=findings,
        mended=tuple(mended(checked.pictures, current_language())),
        offers=offers,
        thumbs=thumbs_of(checked.pictures),
        looked_at=count_looked_at(checked),
        number_given=bool(checked.dossier.number),
        pending=checked.pending,
        waited_for=waited_for and checked.pending,
        mending=_mending(page.marks, checked),
        warnings=warnings_of(
            checked.findings,
            document=_sent(Subject(page.template, page.domain), document),
            materials=materials,
            language=current_language(),
        ),
    )


def find_offers(
    *, actor: Actor, page: FormPage, typed: Mapping[str, Any], materials: Sequence[Material]
) -> list[Offer]:
    """What was read and may be taken into the form; also what the panel shows with a finding."""
    document = _typed(typed)
    return _offers(actor, page, document, _look(actor, page, document, materials))


def _typed(typed: Mapping[str, Any]) -> Document:
    """Cut to what a document may have before anything is done with it: comparing costs more
    than the text is long."""
    kind, number = (
        str(typed.get(name) or "")[:MAX_TYPED] for name in ("document_type", "document_number")
    )
    return Document(kind, normalise_number(number))


def _look(
    actor: Actor, page: FormPage, document: Document, materials: Sequence[Material]
) -> Precheck[Prepared]:
    pictures = (
        prepare_pictures(actor=actor, materials=materials, profile=page.profile)
        if materials
        else []
    )
    with acting_as(actor):
        checked = _check(page, document, pictures)
    return replace(checked, findings=told(checked.findings, actor))


def _check(page: FormPage, typed: Document, pictures: Sequence[Prepared]) -> Precheck:
    subject = Subject(page.template, page.domain)
    document, holder = _sent(subject, typed), subject.holder()
    return precheck(
        Form(
            holder_type=holder["holder_type"],
            holder_name=holder["holder_name"],
            contact_name=holder["contact_name"],
            document_type=document.type,
            document_number=document.number,
            template=page.template,
            domain=page.domain,
        ),
        profile=page.profile,
        pictures=pictures,
        problems=restrictions_of(subject, document),
    )


def _sent(subject: Subject, typed: Document) -> Document:
    """What would be sent; what was typed where that would be refused."""
    try:
        return document_for(subject, typed.type, typed.number)
    except InvalidInput:
        return typed


def _shown(
    page: FormPage, typed: Document, checked: Precheck, *, with_read: bool
) -> list[ShownFinding]:
    return [
        show_finding(
            finding,
            dossier=checked.dossier,
            pictures=checked.pictures,
            language=current_language(),
            fix_url=_fix_url(finding, page, typed),
            number_hidden=not typed.number,
            with_read=with_read,
        )
        for finding in checked.findings
        if (checked.dossier.number or finding.field != _NOT_YET_TYPED)
        and not is_mended(finding, checked.pictures)
    ]


def _fix_url(finding: Finding, page: FormPage, typed: Document) -> str:
    """Where it is mended; on the form's own page only the field, so that nothing is lost. What
    was typed here instead of the template's own is mended here: the template may be right."""
    url = fix_url(finding.code, page)
    there, _, anchor = url.partition("#")
    typed_here = fields_beside(page.template, typed) if page.template else []
    return f"#{anchor}" if there == page.own_url or finding.field in typed_here else url


def _read_in(checked: Precheck[Prepared]) -> list[Material]:
    return [picture.material for picture in checked.pictures if picture.reading is not None]


def _offers(
    actor: Actor, page: FormPage, typed: Document, checked: Precheck[Prepared]
) -> list[Offer]:
    """For those who may see pictures. A template's document is the template's own: it is
    corrected there."""
    if page.template is not None or not actor.may(Permission.MATERIALS_READ):
        return []
    return offers_of(
        checked,
        document_number=typed.number,
        types=[code for code, _ in document_type_choices(page.holder_type)],
    )


def _mending(marks: Mapping[str, Sequence[Cause]], checked: Precheck) -> Mapping[str, MendingState]:
    """Nothing as long as nothing has been filled in."""
    if not marks or not (checked.dossier.number or checked.pictures):
        return {}
    return mending_by_field(marks, checked.dossier, checked.findings)
