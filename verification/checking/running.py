"""Running the pre-check for a form that is still being filled in.

Speaks to no storage; enters the fence itself, so call it outside of any transaction.
"""

from collections.abc import Mapping, Sequence
from typing import Any

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
from verification.services.accepting import Document, document_for, restrictions_of
from verification.services.preparing import prepare_pictures
from verification.services.subjects import Subject

from .findings import ShownFinding, show_finding
from .form_page import FormPage
from .mending import mended
from .offers import Offer, offers_of
from .panel import Panel, arranged, count_looked_at

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
    document = Document(
        str(typed.get("document_type") or ""),
        normalise_number(str(typed.get("document_number") or "")),
    )
    pictures = (
        prepare_pictures(actor=actor, materials=materials, profile=page.profile)
        if materials
        else []
    )
    with acting_as(actor):
        checked = _check(page, document, pictures)
    findings, offers = arranged(
        _shown(page, document, checked),
        offers_for(page, typed, pictures),
        any_picture=bool(pictures),
    )
    return Panel(
        check_url=page.check_url,
        findings=findings,
        mended=tuple(mended(checked.pictures, current_language())),
        offers=offers,
        pictures=len(pictures),
        looked_at=count_looked_at(checked),
        number_given=bool(checked.dossier.number),
        pending=checked.pending,
        waited_for=waited_for and checked.pending,
        mending=_mending(page.marks, checked),
    )


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


def _shown(page: FormPage, typed: Document, checked: Precheck) -> list[ShownFinding]:
    return [
        show_finding(
            finding,
            dossier=checked.dossier,
            pictures=checked.pictures,
            language=current_language(),
            fix_url=_fix_url(finding, page),
            number_hidden=not typed.number,
        )
        for finding in checked.findings
        if checked.dossier.number or finding.field != _NOT_YET_TYPED
    ]


def _fix_url(finding: Finding, page: FormPage) -> str:
    """Where it is mended; on the form's own page only the field, so that nothing is lost."""
    url = fix_url(finding.code, page)
    here, _, anchor = url.partition("#")
    return f"#{anchor}" if here == page.own_url else url


def offers_for(
    page: FormPage, typed: Mapping[str, Any], pictures: Sequence[Prepared]
) -> list[Offer]:
    """What was read and may be taken into the form. A template's document is the template's
    own: it is corrected there."""
    if page.template is not None:
        return []
    return offers_of(
        pictures,
        document_type=str(typed.get("document_type") or ""),
        document_number=str(typed.get("document_number") or ""),
        types=[code for code, _ in document_type_choices(page.holder_type)],
    )


def _mending(marks: Mapping[str, Sequence[Cause]], checked: Precheck) -> Mapping[str, MendingState]:
    """Nothing as long as nothing has been filled in."""
    if not marks or not (checked.dossier.number or checked.pictures):
        return {}
    return mending_by_field(marks, checked.dossier, checked.findings)
