"""The query of `GET /events`."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from registrar.errors import FieldError, InvalidInput
from registrar.events.cursors import Position, beginning, read_cursor
from registrar.events.selectors import Wanted, position_after
from registrar.moments import moment
from registrar.tenancy.actor import Actor

PARAMETERS = ("type", "object_id", "since", "after", "cursor", "limit")
TYPES = "type, or all of an object's as `verification.*`; several separated by commas"
DOCUMENTED = [
    OpenApiParameter("type", description=TYPES),
    OpenApiParameter("object_id", description="public id of an object, or a domain's name"),
    OpenApiParameter("since", description="day or moment, inclusive"),
    OpenApiParameter("after", description="id of an event: go on behind it"),
    OpenApiParameter("cursor", description="`cursor` of an earlier answer: go on behind it"),
    OpenApiParameter("limit", type=int, description="1 to 200"),
]


def wanted_of(request: Request) -> Wanted:
    given = request.query_params
    return Wanted(
        types=types_of(request, "type"),
        object_id=given.get("object_id", "").strip(),
        since=moment(given.get("since", ""), field="since"),
    )


def types_of(request: Request, name: str) -> tuple[str, ...]:
    """What the parameter names, one by one."""
    given = request.query_params.get(name, "").split(",")
    return tuple(text.strip() for text in given if text.strip())


def position_of(request: Request, actor: Actor) -> Position:
    """Where the answer begins. InvalidInput when both `cursor` and `after` are given, and for an
    event that is not there."""
    start = beginning()
    cursor, after = (request.query_params.get(name, "") for name in ("cursor", "after"))
    if cursor and after:
        message = _("Give either `cursor` or `after`.")
        raise InvalidInput(errors=[FieldError("after", "invalid", message)])
    if cursor:
        return Position(read_cursor(cursor).last, start.at)
    return position_after(actor=actor, event_id=after, at=start.at) if after else start
