"""What the API document says about /templates: arguments of extend_schema."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from registrar.api.lists import list_shape
from templates_app.models import HolderType
from templates_app.states import TemplateState

from . import examples
from .serializers import NewTemplate, RevealReason, TemplateChanges
from .shapes import NumberShape, TemplateShape

_TAGS = ["templates"]
_ID = OpenApiParameter("template_id", str, OpenApiParameter.PATH, description="tpl_…")


_BLOCKED = OpenApiResponse(
    OpenApiTypes.OBJECT,
    "`errors` holds every reason, such as `template_verified`, `template_in_review`,"
    " `template_disabled` or `template_has_domains`.",
)

LIST: dict[str, Any] = {
    "summary": "List info templates, the newest first",
    "tags": _TAGS,
    "parameters": [
        OpenApiParameter("state", str, enum=TemplateState.values),
        OpenApiParameter("holder_type", str, enum=HolderType.values),
        OpenApiParameter(
            "q", str, description="Part of a name or e-mail, a whole document number, or an id."
        ),
        OpenApiParameter("cursor", str, description="`next` of the page before."),
        OpenApiParameter("limit", int, description="1 to 200, 50 by default."),
    ],
    "responses": {200: list_shape(TemplateShape)},
}
CREATE: dict[str, Any] = {
    "summary": "Create an info template",
    "description": "Blocking problems refuse it; `warnings` come back with it.",
    "tags": _TAGS,
    "request": NewTemplate,
    "responses": {201: TemplateShape},
    "examples": [examples.NEW_TEMPLATE, examples.TEMPLATE],
}
READ: dict[str, Any] = {
    "summary": "Read an info template",
    "tags": _TAGS,
    "parameters": [_ID],
    "responses": {200: TemplateShape},
    "examples": [examples.TEMPLATE],
}
CHANGE: dict[str, Any] = {
    "summary": "Change an info template that is not verified or has failed",
    "description": "Where a Chinese text changes and its English one is not given, that is "
    "suggested anew.",
    "tags": _TAGS,
    "parameters": [_ID],
    "request": TemplateChanges,
    "responses": {200: TemplateShape, 409: _BLOCKED},
    "examples": [examples.CHANGES, examples.TEMPLATE],
}
DELETE: dict[str, Any] = {
    "summary": "Delete an info template that no domain uses",
    "tags": _TAGS,
    "parameters": [_ID],
    "responses": {204: None, 409: _BLOCKED},
}
VERSION: dict[str, Any] = {
    "summary": "Make a new version of a verified, failed or in-review template",
    "description": "Fields that are left out are taken over; `{}` copies them all. The old "
    "version stays as it is.",
    "tags": _TAGS,
    "parameters": [_ID],
    "request": TemplateChanges,
    "responses": {201: TemplateShape, 409: _BLOCKED},
    "examples": [examples.CHANGES, examples.TEMPLATE],
}
DISABLE: dict[str, Any] = {
    "summary": "Bar an info template from any further use, for good",
    "description": "Domains that have it keep it. One in review stays disabled whatever the"
    " result.",
    "tags": _TAGS,
    "parameters": [_ID],
    "request": None,
    "responses": {200: TemplateShape, 409: _BLOCKED},
    "examples": [examples.DISABLED],
}
REVEAL: dict[str, Any] = {
    "summary": "See the whole document number",
    "description": "The only answer that holds it. Needs the scope `sensitive` besides"
    " `templates:write`; `reason` is written to the operation log with the key's name.",
    "tags": _TAGS,
    "parameters": [_ID],
    "request": RevealReason,
    "responses": {200: NumberShape},
    "examples": [examples.REVEAL, examples.REVEALED],
}
