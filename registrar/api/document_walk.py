"""Where an OpenAPI document holds texts for people."""

from collections.abc import Callable
from typing import Any

Exchange = Callable[[str, str], str]

_TEXTS = {"title", "summary", "description"}
# In examples: sentences of people and to people, beside names and codes, which stay what they are.
_TOLD = {"title", "detail", "message", "text", "body", "reason"}
# Below these stand names that somebody has chosen, not words of OpenAPI.
_NAMED = {"properties", "schemas", "examples", "headers", "parameters", "responses", "paths"}
_VALUES = {"enum", "const", "default", "example"}
_CHOICES = "* `"


def with_texts(document: dict[str, Any], exchange: Exchange) -> dict[str, Any]:
    """A copy in which each paragraph is what `exchange` makes of it and of its place.

    A paragraph comes as one line, however the source is wrapped. Lists of choices stay: their
    labels are those of the models, which have translations of their own.
    """
    copy: dict[str, Any] = _node(document, "", exchange)
    return copy


def _node(node: Any, place: str, exchange: Exchange) -> Any:
    if isinstance(node, list):
        return [_node(one, place, exchange) for one in node]
    if not isinstance(node, dict):
        return node
    at = str(node.get("operationId") or place)
    return {key: _part(key, value, at, exchange) for key, value in node.items()}


def _part(key: str, value: Any, place: str, exchange: Exchange) -> Any:
    if key in _TEXTS and isinstance(value, str):
        return _text(value, f"{place} {key}", exchange)
    if key == "value":
        return _example(value, key, f"{place} example", exchange)
    if key in _VALUES or (key == "examples" and isinstance(value, list)):
        return value
    if key in _NAMED and isinstance(value, dict):
        # The place says the component and the field, and not the words between them.
        return {name: _node(one, _below(place, name), exchange) for name, one in value.items()}
    return _node(value, place or key, exchange)


def _below(place: str, name: str) -> str:
    return name if place in {"", "components"} else f"{place}.{name}"


def _text(text: str, place: str, exchange: Exchange) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        one if one.startswith(_CHOICES) or not one.strip() else exchange(_line(one), place)
        for one in paragraphs
    )


def _line(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _example(value: Any, key: str, place: str, exchange: Exchange) -> Any:
    if isinstance(value, dict):
        return {name: _example(one, name, place, exchange) for name, one in value.items()}
    if isinstance(value, list):
        return [_example(one, key, place, exchange) for one in value]
    if key not in _TOLD or not isinstance(value, str):
        return value
    is_sentence = " " in value or value.istitle()  # else a code, or a text that is masked
    return exchange(value, place) if is_sentence else value
