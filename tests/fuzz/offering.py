"""Real ids in place of made-up ones: a made-up id only ever meets 404."""

from typing import Any

from schemathesis import Case

from tests.contract.routes import BY_NAME
from tests.world import World

# Fields of bodies and parameters, and which of the world's objects they mean.
_FIELDS = {
    "template": "template",
    "templates": "template",
    "domain": "domain",
    "domains": "domain",
    "name": "domain",
    "materials": "material",
    "verification": "submission",
    "submission": "submission",
    "batch": "batch",
    "endpoint": "webhook_endpoint",
    "after": "event",
    "object_id": "domain",
    "kind": "list",
    "code": "code",
}
_PLAIN = {"code": "registrant_name_mismatch", "list": "domains"}


def offer(case: Case, world: World) -> None:
    """Every parameter and field of `case` that names an object, now names one of `world`."""
    known = world.ids() | _PLAIN
    names = {
        name: known[meaning] for name, meaning in (BY_NAME | _FIELDS).items() if meaning in known
    }
    for name in case.path_parameters:
        case.path_parameters[name] = names[name]
    for name, value in list(case.query.items()):
        if name in names and isinstance(value, str) and value:
            case.query[name] = names[name]
    if isinstance(case.body, dict | list):
        case.body = _filled(case.body, names)


def _filled(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_filled(one, names) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: _replaced(name, inner, names) for name, inner in value.items()}


def _replaced(name: str, value: Any, names: dict[str, str]) -> Any:
    """Texts and lists of texts become ids; whatever else was made up stays wrong."""
    if name in names and isinstance(value, str) and value:
        return names[name]
    if name in names and isinstance(value, list) and value and all(map(_is_text, value)):
        return [names[name]]
    return _filled(value, names)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
