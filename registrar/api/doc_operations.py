"""The operations of an OpenAPI document, as the page shows them."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .doc_calls import curl, python
from .doc_fields import Field, fields_of, resolved

_NONE: Mapping[str, str] = {}
_SHOWN = {"query", "path"}
_METHODS = ("get", "post", "patch", "put", "delete")


@dataclass(frozen=True, slots=True)
class Answer:
    """One status: what it means, the fields of its body and an example of it."""

    status: str
    description: str
    fields: list[Field]
    example: str
    codes: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address."""

    method: str
    path: str
    anchor: str
    summary: str
    description: str
    scope: str
    words: str
    parameters: list[dict[str, Any]]
    body: list[Field]
    body_example: str
    answers: list[Answer]
    refusals: list[Answer]
    curl: str
    python: str

    @property
    def parts(self) -> list[str]:
        """The address, cut where a line may break."""
        return [f"/{part}" for part in self.path.strip("/").split("/")]


def resources_of(
    document: dict[str, Any], base: str = "", words: Mapping[str, str] = _NONE
) -> dict[str, list[Operation]]:
    """The operations by the first part of their address; `base` is where examples call, `words`
    are what a search finds each by, by operation id."""
    found: dict[str, list[Operation]] = defaultdict(list)
    for path, item in sorted(document["paths"].items()):
        short = path.removeprefix("/api/v1")
        for method in _METHODS:
            if method in item:
                said = words.get(str(item[method].get("operationId", "")), "")
                operation = _operation(document, method, path, item[method], base=base, words=said)
                found[short.strip("/").partition("/")[0]].append(operation)
    return dict(found)


def _operation(
    document: dict[str, Any],
    method: str,
    path: str,
    given: dict[str, Any],
    *,
    base: str,
    words: str,
) -> Operation:
    content = given.get("requestBody", {}).get("content", {})
    nothing: tuple[str, dict[str, Any]] = ("", {})
    kind, part = next(iter(content.items()), nothing)
    example = _example(document, part)
    call = (base, method.upper(), path, kind, example)
    answers = [
        _answer(document, status, response) for status, response in given["responses"].items()
    ]
    return Operation(
        method=method.upper(),
        path=path,
        anchor=str(given.get("operationId", "")),
        summary=given.get("summary", ""),
        description=given.get("description", ""),
        scope=given.get("x-scope", ""),
        words=words,
        parameters=[p for p in given.get("parameters", []) if p["in"] in _SHOWN],
        body=fields_of(document, part.get("schema", {})),
        body_example=_text(example),
        answers=[one for one in answers if not one.codes],
        refusals=[one for one in answers if one.codes],
        curl=curl(*call),
        python=python(*call),
    )


def _answer(document: dict[str, Any], status: str, given: dict[str, Any]) -> Answer:
    response = resolved(document, given)
    part: dict[str, Any] = next(iter(response.get("content", {}).values()), {})
    said = str(response.get("description", ""))
    if status >= "400":
        return Answer(status, "", [], _text(_example(document, part)), _codes(said))
    fields = fields_of(document, part.get("schema", {}))
    return Answer(status, said, fields, _text(_example(document, part)), [])


def _codes(said: str) -> list[tuple[str, str]]:
    """The lines of `problem_responses`: code and meaning; what the view says itself has no code."""
    lines = [line for line in said.split("\n\n") if line]
    pairs = (line.partition("`: ") for line in lines)
    return [(code.lstrip("`"), text) if mark else ("", code) for code, mark, text in pairs]


def _example(document: dict[str, Any], part: dict[str, Any]) -> Any:
    first = next(iter(part.get("examples", {}).values()), None)
    return resolved(document, first).get("value") if first else None


def _text(example: Any) -> str:
    return "" if example is None else json.dumps(example, ensure_ascii=False, indent=2)
