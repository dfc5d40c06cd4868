"""POST /verifications/{id}/answers: what only the user knows about a failure."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from verification.selectors import find_submission
from verification.services.submissions import answer_question

from .described import FailureAnswer
from .resources import SUBMISSION
from .serializers import AnswerInput
from .shapes import failure_shape


class AnswersView(ApiView):
    scopes = {"POST": Permission.VERIFICATIONS_WRITE}
    resource = SUBMISSION
    problems = {"POST": ("not_failed",)}

    @extend_schema(
        summary="Answer a question about a failure",
        description=(
            "`code` is a cause whose `question` is set. `value` is `yes` or `no`, or a date "
            "(`2026-01-31`), or `none` for a document without an end date; an empty value "
            "withdraws the answer. Answers with the failure, its verdicts judged anew."
        ),
        request=AnswerInput,
        responses=FailureAnswer,
        examples=[
            OpenApiExample(
                "the document is new",
                value={"code": "document_newly_issued", "value": "2026-01-08"},
                request_only=True,
            )
        ],
    )
    def post(self, request: Request, verification_id: str) -> Response:
        only(request)
        given = read_body(AnswerInput, request)
        submission = find_submission(verification_id)
        answer_question(actor=self.actor, submission=submission, **given)
        return Response(failure_shape(submission, self.actor))
