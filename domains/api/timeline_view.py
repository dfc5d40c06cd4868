"""/domains/{name}/timeline: what has happened to it and what comes next."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from domains.selectors.domains import find_domain
from domains.timeline import MOST_ITEMS, TimelineItem, timeline_of
from registrar.accounts.permissions import Permission
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .documents import TIMELINE_EXAMPLE
from .shapes import TimelineShape


class DomainTimelineView(ApiView):
    scopes = {"GET": Permission.DOMAINS_READ}

    @extend_schema(
        summary="What has happened to the domain, and what comes next",
        description=f"Newest first, at most {MOST_ITEMS}. `tone` is `next` for what is to come.",
        responses={200: TimelineShape},
        examples=[TIMELINE_EXAMPLE],
    )
    def get(self, request: Request, name: str) -> Response:
        only(request)
        return Response({"items": [_shaped(item) for item in timeline_of(find_domain(name))]})


def _shaped(item: TimelineItem) -> dict[str, object]:
    return {
        "at": item.at,
        "title": str(item.title),
        "tone": item.tone,
        "by": item.by,
        "body": str(item.body),
    }
