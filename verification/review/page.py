"""The workbench: one submission with everything that a decision needs."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from registrar.oplog.actor_texts import actor_name
from templates_app.names_of import document_type_name
from verification.languages import current_language
from verification.models import Submission
from verification.services.reviewers import DECIDE
from verification.state_tones import STATE_TONES

from .case_file import CaseFile, open_case
from .decision_panel import decision_panel
from .forms import RefusalForm
from .look_forms import LookForm, RevealForm
from .look_reasons import NUMBER_REASONS, picture_reasons
from .looks import look_reason
from .requests import StaffRequest
from .standing import Standing

TEMPLATE = "admin/verification/submission/decide.html"


def case_page(
    request: StaffRequest,
    pk: int,
    *,
    refusal: RefusalForm | None = None,
    status: int = 200,
    number: str = "",
    **more: Any,
) -> HttpResponse:
    """`number`: in full, for this answer only. Raises Http404."""
    about, form = case_context(request, pk, number=number), refusal or RefusalForm()
    context = {
        **admin.site.each_context(request),
        **about,
        "title": _("Review submission"),
        "opts": Submission._meta,
        "refusal": form,
        "panel": decision_panel(request, about["case"], form, current_language()),
        **more,
    }
    return render(request, TEMPLATE, context, status=status)


def case_context(request: StaffRequest, pk: int, *, number: str = "") -> dict[str, Any]:
    """What the parts about the case show, those about a decision apart."""
    case = _open(request, pk, hidden=not number)
    return {
        "case": case,
        "submission": case.submission,
        "document_type": document_type_name(case.submission.document_type),
        "sender": actor_name(case.submission.submitted_by),
        "tone": STATE_TONES[case.submission.state],
        "number": number,
        "sees_pictures": bool(
            look_reason(
                submission=case.submission,
                standing=case.standing,
                own_account=case.own_account,
                proposed=case.proposed,
                session=request.session,
            )
        ),
        "reveal_form": RevealForm(),
        "look_form": LookForm(),
        "number_reasons": NUMBER_REASONS,
        "picture_reasons": picture_reasons(waits=case.standing is not Standing.CLOSED),
    }


def require_reviewer(request: StaffRequest) -> None:
    """Raises PermissionDenied."""
    if not request.user.has_perm(DECIDE):
        raise PermissionDenied


def get_submission(pk: int) -> Submission:
    """Raises Http404."""
    row: Submission | None = Submission.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _open(request: StaffRequest, pk: int, *, hidden: bool) -> CaseFile:
    try:
        return open_case(pk=pk, user=request.user, language=current_language(), hidden=hidden)
    except Submission.DoesNotExist:
        raise Http404 from None
