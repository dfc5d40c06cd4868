"""`/verifications`: hand in, follow, withdraw."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from registrar.batches.api.bodies import read_items
from registrar.batches.api.shapes import whole_batch_shape
from registrar.batches.services.accepting import accept_batch
from registrar.tenancy.context import acting_as
from verification.asking.shown import WITH_ASKED
from verification.batching.kind import VerificationsKind
from verification.models import Submission
from verification.selectors import (
    NEWEST,
    find_submission,
    materials_by_ids,
    submissions,
)
from verification.services.preparing import wait_for_pictures
from verification.services.subjects import Subject
from verification.services.submissions import submit_verification, withdraw_submission
from verification.states import SHOWN_STATES, behind_shown

from .described import VerificationAnswer, VerificationListAnswer
from .described_batches import VerificationBatchAnswer, VerificationItems
from .resources import SUBMISSION
from .serializers import VerificationInput
from .shapes import submission_row, submission_shape
from .subjects import SUBJECTS, named, subject_of

_FILTERS = ("state", "template", "domain")
_NOBODY: dict[str, Any] = {"template": None, "domain": None}


class VerificationsView(ApiView):
    scopes = {"GET": Permission.VERIFICATIONS_READ, "POST": Permission.VERIFICATIONS_WRITE}
    problems = {
        "POST": (
            "no_authority",
            "operation_blocked",
            "pictures_pending",
            "submission_open",
            "warnings_unconfirmed",
        )
    }
    # Handing in waits for pictures, which no transaction may do.
    own_transactions = True

    @extend_schema(
        summary="Submissions, newest first",
        description="In the list no cause is checked: open one submission for its diagnosis.",
        parameters=[
            OpenApiParameter("state", enum=[state.value for state in SHOWN_STATES]),
            OpenApiParameter("template", description="A template's id."),
            OpenApiParameter("domain", description="A domain's name."),
            OpenApiParameter("cursor"),
            OpenApiParameter("limit", int),
        ],
        responses=VerificationListAnswer,
    )
    def get(self, request: Request) -> Response:
        only(request, *_FILTERS, "cursor", "limit")
        state = one_of(request, "state", [state.value for state in SHOWN_STATES])
        wanted: dict[str, Any] = {"state__in": behind_shown(state)} if state else {}
        with acting_as(self.actor):
            for name in SUBJECTS:
                if name in request.query_params:
                    wanted[name] = named(name, request.query_params[name])
            rows = submissions().prefetch_related("submission_materials__material", WITH_ASKED)
            return list_response(request, rows.filter(**wanted), order=NEWEST, shape=submission_row)

    @extend_schema(
        summary="Hand in for verification, one or many",
        description=(
            "Either the fields of one (`materials` is required), or `items` alone with up to 4,000 "
            "of them: the answer is then 202 with a batch whose "
            "items wait their turn, to be watched at `/batches/{id}`; pictures that are still "
            "read are waited for there. "
            "Exactly one of `template` and `domain`. For a template the document defaults to "
            "the template's own. Warnings come back as `warnings_unconfirmed` until their codes "
            "are named in `confirmed_warnings`; sent along with the `warnings_seen` of that answer "
            "or of a pre-check, they count only as long as nothing else has been found since. What "
            "the pre-check finds to block is refused with its codes. `pictures_pending` (409): a "
            "picture is still being read; `Retry-After` says when to send it again."
        ),
        request=PolymorphicProxySerializer(
            "VerificationRequest",
            [VerificationInput, VerificationItems],
            resource_type_field_name=None,
        ),
        responses={201: VerificationAnswer, 202: VerificationBatchAnswer},
    )
    def post(self, request: Request) -> Response:
        only(request)
        if isinstance(request.data, dict) and "items" in request.data:
            return self._many(read_items(request.data))
        given = read_body(VerificationInput, request)
        with acting_as(self.actor):
            subject = subject_of(given)
            materials = materials_by_ids(given["materials"])
        profile = Subject(**(_NOBODY | subject)).profile
        wait_for_pictures(
            actor=self.actor, materials=materials, profile=profile, dry_run=self.dry_run
        )
        with acting_as(self.actor):
            submission = submit_verification(
                actor=self.actor,
                document_type=given["document_type"],
                document_number=given["document_number"],
                materials=materials,
                confirmed_warnings=given["confirmed_warnings"],
                warnings_seen=given.get("warnings_seen"),
                **subject,
            )
            shown = submission_shape(_again(submission), self.actor)
            return self.settle(Response(shown, status=201))

    def _many(self, given: list[dict[str, Any]]) -> Response:
        with acting_as(self.actor):
            batch = accept_batch(actor=self.actor, kind=VerificationsKind.key, given=given)
            return self.settle(Response(whole_batch_shape(batch, self.actor), status=202))


class VerificationView(ApiView):
    scopes = {"GET": Permission.VERIFICATIONS_READ}
    resource = SUBMISSION

    @extend_schema(summary="One submission", responses=VerificationAnswer)
    def get(self, request: Request, verification_id: str) -> Response:
        only(request)
        return Response(submission_shape(find_submission(verification_id), self.actor))


class WithdrawVerificationView(ApiView):
    scopes = {"POST": Permission.VERIFICATIONS_WRITE}
    resource = SUBMISSION
    problems = {"POST": ("state_conflict",)}

    @extend_schema(
        summary="Withdraw a submission",
        description="Possible until it is handed over to the authority.",
        request=None,
        responses=VerificationAnswer,
    )
    def post(self, request: Request, verification_id: str) -> Response:
        only(request)
        no_body(request)
        submission = find_submission(verification_id)
        row = withdraw_submission(actor=self.actor, submission=submission)
        return Response(submission_shape(_again(row), self.actor))


def _again(submission: Submission) -> Submission:
    return find_submission(submission.public_id)
