"""`/events` and `/event-types`: read-only."""

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import CharField

from registrar.accounts.permissions import Permission
from registrar.api.lists import list_shape
from registrar.api.parameters import limit_of, only
from registrar.api.views import ApiView
from registrar.events.catalogue import event_types
from registrar.events.selectors import events_for, read_events
from registrar.tenancy.lookups import find_by_public_id

from .parameters import DOCUMENTED, PARAMETERS, position_of, wanted_of
from .shapes import EventShape, EventTypeShape, event_shape

_EventList = inline_serializer(
    "EventList",
    {
        "items": EventShape(many=True),
        "next": CharField(allow_null=True, help_text="the page behind this one; null: none yet"),
        "cursor": CharField(help_text="keep it: later it leads to what has come since"),
    },
)


class EventsView(ApiView):
    scopes = {"GET": Permission.EVENTS_READ}
    problems = {"GET": ("cursor_expired", "not_found")}

    @extend_schema(
        summary="Events, oldest first",
        description=(
            "Without `cursor`, `after` or `since` from the oldest event that is kept. Ask again "
            "with the same filters and the last `cursor`, whenever you like: you get what has "
            "come since, each event once and in order. Events of objects that the key may not "
            "read are left out."
        ),
        parameters=DOCUMENTED,
        responses=_EventList,
    )
    def get(self, request: Request) -> Response:
        only(request, *PARAMETERS)
        page = read_events(
            actor=self.actor,
            wanted=wanted_of(request),
            position=position_of(request, self.actor),
            limit=limit_of(request),
        )
        cursor = page.position.as_cursor()
        items = [event_shape(event) for event in page.items]
        return Response({"items": items, "next": cursor if page.more else None, "cursor": cursor})


class EventView(ApiView):
    scopes = {"GET": Permission.EVENTS_READ}

    @extend_schema(summary="One event", responses=EventShape)
    def get(self, request: Request, event_id: str) -> Response:
        only(request)
        return Response(event_shape(find_by_public_id(events_for(self.actor), event_id)))


class EventTypesView(ApiView):
    scopes = {"GET": Permission.EVENTS_READ}

    @extend_schema(summary="Every type of event", responses=list_shape(EventTypeShape))
    def get(self, request: Request) -> Response:
        only(request)
        items = [EventTypeShape(kind).data for kind in event_types()]
        return Response({"items": items, "next": None})
