"""Every type of event in the OpenAPI document, as what a webhook is sent."""

from typing import Any

from registrar.events.catalogue import event_types
from registrar.events.event_type import EventType

_EVENT = {"$ref": "#/components/schemas/EventShape"}


def describe_events(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """A postprocessing hook: OpenAPI 3.1 has a place for what we send by ourselves."""
    result["webhooks"] = {kind.name: {"post": _delivery(kind)} for kind in event_types()}
    return result


def _delivery(kind: EventType) -> dict[str, Any]:
    body = {"allOf": [_EVENT, {"type": "object", "properties": _properties(kind)}]}
    return {
        "operationId": f"event.{kind.name}",
        "summary": str(kind.title),
        "description": str(kind.description),
        "tags": ["events"],
        "x-scope": str(kind.scope),
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"2XX": {"description": "Taken"}},
    }


def _properties(kind: EventType) -> dict[str, Any]:
    return {
        "type": {"const": kind.name},
        "data": kind.schema | {"examples": [kind.example]},
    }
