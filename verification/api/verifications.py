"""`/verifications`: hand in, follow, withdraw."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from domains.selectors.domains import find_domain
from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.lists import list_response
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from registrar.errors import FieldError, InvalidInput, NotFound
from templates_app.selectors import get_template
from verification.models import Submission
from verification.selectors import (
    NEWEST,
    find_submission,
    materials_by_ids,
    submissions,
)
from verification.services.submissions import submit_verification, withdraw_submission
from verification.states import SubmissionState

from .described import VerificationAnswer, VerificationListAnswer
from .serializers import VerificationInput
from .shapes import submission_row, submission_shape

_FILTERS = ("state", "template", "domain")


class VerificationsView(ApiView):
    scopes = {"GET": Permission.VERIFICATIONS_READ, "POST": Permission.VERIFICATIONS_WRITE}

    @extend_schema(
        summary="Submissions, newest first",
        description="In the list no cause is checked: open one submission for its diagnosis.",
        parameters=[
            OpenApiParameter("state", enum=SubmissionState.values),
            OpenApiParameter("template", description="A template's id."),
            OpenApiParameter("domain", description="A domain's name."),
            OpenApiParameter("cursor"),
            OpenApiParameter("limit", int),
        ],
        responses=VerificationListAnswer,
    )
    def get(self, request: Request) -> Response:
        only(request, *_FILTERS, "cursor", "limit")
        rows = submissions().prefetch_related("submission_materials__material")
        state = one_of(request, "state", SubmissionState.values)
        wanted: dict[str, Any] = {"state": state} if state else {}
        if "template" in request.query_params:
            wanted["template"] = _named("template", request.query_params["template"])
        if "domain" in request.query_params:
            wanted["domain"] = _named("domain", request.query_params["domain"])
        return list_response(request, rows.filter(**wanted), order=NEWEST, shape=submission_row)

    @extend_schema(
        summary="Hand in for verification",
        description=(
            "Exactly one of `template` and `domain`. For a template the document defaults to "
            "the template's own. Warnings come back as `warnings_unconfirmed` until their codes "
            "are named in `confirmed_warnings`."
        ),
        request=VerificationInput,
        responses={201: VerificationAnswer},
    )
    def post(self, request: Request) -> Response:
        only(request)
        given = read_body(VerificationInput, request)
        subject = _subject(given)
        submission = submit_verification(
            actor=self.actor,
            document_type=given["document_type"],
            document_number=given["document_number"],
            materials=materials_by_ids(given["materials"]),
            confirmed_warnings=given["confirmed_warnings"],
            **subject,
        )
        return Response(submission_shape(_again(submission)), status=201)


class VerificationView(ApiView):
    scopes = {"GET": Permission.VERIFICATIONS_READ}

    @extend_schema(summary="One submission", responses=VerificationAnswer)
    def get(self, request: Request, verification_id: str) -> Response:
        only(request)
        return Response(submission_shape(find_submission(verification_id)))


class WithdrawVerificationView(ApiView):
    scopes = {"POST": Permission.VERIFICATIONS_WRITE}

    @extend_schema(
        summary="Withdraw a submission",
        description="Possible until it is handed over to the authority.",
        request=None,
        responses=VerificationAnswer,
    )
    def post(self, request: Request, verification_id: str) -> Response:
        only(request)
        submission = find_submission(verification_id)
        row = withdraw_submission(actor=self.actor, submission=submission)
        return Response(submission_shape(_again(row)))


def _again(submission: Submission) -> Submission:
    return find_submission(submission.public_id)


def _subject(given: dict[str, Any]) -> dict[str, Any]:
    named = [name for name in ("template", "domain") if name in given]
    if len(named) != 1:
        message = _("Name a template or a domain, one of the two.")
        errors = [FieldError(name, "exactly_one", message) for name in ("template", "domain")]
        raise InvalidInput(errors=errors)
    return {named[0]: _named(named[0], given[named[0]])}


def _named(field: str, text: str) -> Any:
    """InvalidInput, not NotFound: it is the field that is wrong, not the address."""
    find = get_template if field == "template" else find_domain
    try:
        return find(text)
    except NotFound as missing:
        error = FieldError(field, "not_found", missing.message)
        raise InvalidInput(errors=[error]) from None
