"""`/support-requests`: ask, follow, reply, close."""

from dataclasses import replace
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from registrar.errors import InvalidInput
from verification.support.about import About, find_about
from verification.support.selectors import NEWEST, find_request, support_requests
from verification.support.services.closing import close_request, reopen_request
from verification.support.services.conversing import reply_to_request
from verification.support.services.opening import open_request
from verification.support.states import RequestState

from .described import SupportRequestDetailAnswer, SupportRequestListAnswer
from .resources import SUPPORT_REQUEST
from .serializers import ReopenInput, SupportMessageInput, SupportRequestInput
from .shapes import request_detail_shape, request_shape

# What the API calls a submission.
_SUBMISSION = "verification"


class SupportRequestsView(ApiView):
    scopes = {"GET": Permission.SUPPORT_READ, "POST": Permission.SUPPORT_WRITE}
    problems = {"POST": ("conversation_full", "too_many_open")}

    @extend_schema(
        summary="Support requests, the last active first",
        parameters=[
            OpenApiParameter("state", enum=RequestState.values),
            OpenApiParameter("cursor"),
            OpenApiParameter("limit", int),
        ],
        responses=SupportRequestListAnswer,
    )
    def get(self, request: Request) -> Response:
        only(request, "state", "cursor", "limit")
        state = one_of(request, "state", RequestState.values)
        rows = support_requests()
        rows = rows.filter(state=state) if state else rows
        return list_response(request, rows, order=NEWEST, shape=request_shape)

    @extend_schema(
        summary="Ask support",
        description=(
            "About at most one of `verification`, `operation` and `domain`, a `reason` of the"
            " catalogue, or a `message` as it was received. Everything known about it is"
            " attached. Where a request about the same thing is open, the text is added to it,"
            " and the answer is 200. Like all that answers with a whole request it needs"
            " `support:read` besides `support:write`."
        ),
        request=SupportRequestInput,
        responses={200: SupportRequestDetailAnswer, 201: SupportRequestDetailAnswer},
    )
    def post(self, request: Request) -> Response:
        only(request)
        require(self.actor, Permission.SUPPORT_READ)
        given = read_body(SupportRequestInput, request)
        opened = open_request(
            actor=self.actor,
            about=self._about(given),
            text=given["text"],
            subject=given["subject"],
            contact_ok=given["contact_ok"],
        )
        return _answer(opened.request.public_id, status=201 if opened.new else 200)

    def _about(self, given: dict[str, Any]) -> About:
        """What the body names; refusals call the fields as the body does."""
        named = {
            "submission": given.get(_SUBMISSION, ""),
            **{name: given.get(name, "") for name in ("operation", "domain", "reason")},
        }
        try:
            return find_about(actor=self.actor, named=named, message=given["message"])
        except InvalidInput as refused:
            errors = [
                replace(error, field=_SUBMISSION) if error.field == "submission" else error
                for error in refused.errors
            ]
            raise InvalidInput(errors=errors) from None


class SupportRequestView(ApiView):
    scopes = {"GET": Permission.SUPPORT_READ}
    resource = SUPPORT_REQUEST

    @extend_schema(summary="One support request", responses=SupportRequestDetailAnswer)
    def get(self, request: Request, support_id: str) -> Response:
        only(request)
        return _answer(support_id)


class SupportRequestMessagesView(ApiView):
    scopes = {"POST": Permission.SUPPORT_WRITE}
    resource = SUPPORT_REQUEST
    problems = {"POST": ("conversation_full", "state_conflict")}

    @extend_schema(
        summary="Write in a support request",
        description="409 once it is closed. Needs `support:read` as well.",
        request=SupportMessageInput,
        responses={201: SupportRequestDetailAnswer},
    )
    def post(self, request: Request, support_id: str) -> Response:
        only(request)
        require(self.actor, Permission.SUPPORT_READ)
        text = read_body(SupportMessageInput, request)["text"]
        row = find_request(support_id)
        reply_to_request(actor=self.actor, request=row, text=text)
        return _answer(support_id, status=201)


class CloseSupportRequestView(ApiView):
    scopes = {"POST": Permission.SUPPORT_WRITE}
    resource = SUPPORT_REQUEST
    problems = {"POST": ("state_conflict",)}

    @extend_schema(
        summary="Close a support request",
        description="Needs `support:read` as well.",
        request=None,
        responses=SupportRequestDetailAnswer,
    )
    def post(self, request: Request, support_id: str) -> Response:
        only(request)
        require(self.actor, Permission.SUPPORT_READ)
        no_body(request)
        close_request(actor=self.actor, request=find_request(support_id))
        return _answer(support_id)


class ReopenSupportRequestView(ApiView):
    scopes = {"POST": Permission.SUPPORT_WRITE}
    resource = SUPPORT_REQUEST
    problems = {
        "POST": (
            "closed_long_ago",
            "conversation_full",
            "request_open",
            "state_conflict",
            "too_many_open",
        )
    }

    @extend_schema(
        summary="Go on with a closed support request",
        description=(
            "Within 30 days of its end, with a message or without. Needs `support:read` as well."
        ),
        request=ReopenInput,
        responses={200: SupportRequestDetailAnswer},
    )
    def post(self, request: Request, support_id: str) -> Response:
        only(request)
        require(self.actor, Permission.SUPPORT_READ)
        row = find_request(support_id)
        text = read_body(ReopenInput, request)["text"]
        reopen_request(actor=self.actor, request=row, text=text)
        return _answer(support_id)


def _answer(support_id: str, *, status: int = 200) -> Response:
    return Response(request_detail_shape(find_request(support_id)), status=status)
