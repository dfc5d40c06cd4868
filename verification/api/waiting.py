"""`/verifications/{id}/resubmit` and `/verifications/{id}/reminder`: the same again, and when."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body, read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.errors import StateConflict
from verification.models import Submission
from verification.selectors import find_submission
from verification.waiting.resubmitting import resubmit_unchanged
from verification.waiting.selectors import way_on_of
from verification.waiting.services import cancel_reminder, schedule_reminder
from verification.waiting.unchanged import NOT_FAILED

from .described import VerificationAnswer
from .resources import SUBMISSION
from .serializers import ReminderInput, ResubmitInput
from .shapes import submission_shape
from .waiting_schema import WaitingSerializer
from .waiting_shapes import waiting_shape


class ResubmitVerificationView(ApiView):
    scopes = {"POST": Permission.VERIFICATIONS_WRITE}
    resource = SUBMISSION
    problems = {
        "POST": (
            "no_authority",
            "not_failed",
            "operation_blocked",
            "resubmission_blocked",
            "submission_open",
            "superseded",
            "warnings_unconfirmed",
        )
    }

    @extend_schema(
        summary="Hand a failed submission in again, unchanged",
        description=(
            "The same template or domain, document and pictures; what was confirmed then counts"
            " as confirmed. Refused with `resubmission_blocked` where the reasons ask for more"
            " than waiting; before the first safe day `blocked_until` names it, and `anyway`"
            " submits all the same. `superseded`: another submission went out since."
        ),
        request=ResubmitInput,
        responses={201: VerificationAnswer},
    )
    def post(self, request: Request, verification_id: str) -> Response:
        only(request)
        given = read_body(ResubmitInput, request)
        again = resubmit_unchanged(
            actor=self.actor, submission=find_submission(verification_id), **given
        )
        shown = submission_shape(find_submission(again.public_id), self.actor)
        return Response(shown, status=201)


class ReminderView(ApiView):
    scopes = {
        "GET": Permission.VERIFICATIONS_READ,
        "POST": Permission.VERIFICATIONS_WRITE,
        "DELETE": Permission.VERIFICATIONS_WRITE,
    }
    problems = {
        "GET": ("not_failed",),
        "POST": ("not_failed", "superseded"),
        "DELETE": ("not_failed", "state_conflict"),
    }

    @extend_schema(summary="What a failed submission waits for", responses=WaitingSerializer)
    def get(self, request: Request, verification_id: str) -> Response:
        only(request)
        return _answer(find_submission(verification_id))

    @extend_schema(
        summary="Count the first safe day of a new document",
        description=(
            "From `issued_on`, the day on which the document was issued or changed; without it"
            " from the day of the submission. Called again, it corrects the day."
        ),
        request=ReminderInput,
        responses=WaitingSerializer,
    )
    def post(self, request: Request, verification_id: str) -> Response:
        only(request)
        given = read_body(ReminderInput, request)
        submission = find_submission(verification_id)
        schedule_reminder(actor=self.actor, submission=submission, issued_on=given["issued_on"])
        return _answer(submission)

    @extend_schema(summary="Cancel the reminder", request=None, responses={200: WaitingSerializer})
    def delete(self, request: Request, verification_id: str) -> Response:
        only(request)
        no_body(request)
        submission = find_submission(verification_id)
        cancel_reminder(actor=self.actor, submission=submission)
        return _answer(submission)


def _answer(submission: Submission) -> Response:
    way = way_on_of(submission)
    if way is None:
        raise StateConflict(NOT_FAILED.code, NOT_FAILED.message)
    return Response(waiting_shape(way))
