"""`/failure-reasons`: the catalogue, and what a raw message means."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.parameters import one_of, only, whole_number
from registrar.api.views import ApiView
from registrar.errors import NotFound
from registrar.paging import MAX_LIMIT
from verification.catalogue.catalogue import reasons
from verification.catalogue.model import Language
from verification.failures import explain
from verification.languages import current_language
from verification.messages.mappings import classify_known

from .described import CatalogueReasonAnswer, ClassificationAnswer, ReasonListAnswer
from .serializers import ClassifyInput


class FailureReasonsView(ApiView):
    """The catalogue, by code. Its pages are marked by the last code: it is data, not rows."""

    scopes = {"GET": Permission.VERIFICATIONS_READ}

    @extend_schema(
        summary="Every failure reason",
        parameters=[
            OpenApiParameter("limit", int, description="1 to 200; all unless given."),
            OpenApiParameter("cursor", str, description="`next` of the page before."),
        ],
        responses=ReasonListAnswer,
    )
    def get(self, request: Request) -> Response:
        only(request, "limit", "cursor")
        language = current_language()
        limit = whole_number(request, "limit", default=MAX_LIMIT, minimum=1, maximum=MAX_LIMIT)
        after = one_of(request, "cursor", reasons().keys())
        rest = [code for code in sorted(reasons()) if code > after]
        page = rest[:limit]
        return Response(
            {
                "items": [_entry(code, language) for code in page],
                "next": page[-1] if len(rest) > limit else None,
            }
        )


class FailureReasonView(ApiView):
    scopes = {"GET": Permission.VERIFICATIONS_READ}

    @extend_schema(summary="One failure reason", responses=CatalogueReasonAnswer)
    def get(self, request: Request, code: str) -> Response:
        only(request)
        if code not in reasons():
            raise NotFound
        return Response(_entry(code, current_language()))


class ClassifyFailureView(ApiView):
    scopes = {"POST": Permission.VERIFICATIONS_READ}

    @extend_schema(
        summary="What a raw message means",
        description="Nothing is kept. `unknown` when no reason is known for it; `leftover` holds "
        "what else the message says, verbatim: all of it when it is unknown. `authority` may name "
        "who said it.",
        request=ClassifyInput,
        responses=ClassificationAnswer,
    )
    def post(self, request: Request) -> Response:
        only(request)
        found = classify_known(read_body(ClassifyInput, request)["message"])
        matches = [{"code": m.code, "confidence": m.confidence} for m in found.reasons]
        return Response(
            {"reasons": matches, "unknown": found.unknown, "leftover": list(found.leftover)}
        )


def _entry(code: str, language: Language) -> dict[str, Any]:
    reason = reasons()[code]
    return {
        **explain(code, language),
        "group": reason.group,
        "messages": list(reason.messages),
        "source": reason.source,
    }
