"""What a search of the page finds an operation by, in every language that the page speaks."""

from collections.abc import Iterable, Iterator
from typing import Any


def words_of(documents: Iterable[dict[str, Any]]) -> dict[str, str]:
    """By operation id, in small letters and each once; `documents` are one in several languages."""
    found: dict[str, dict[str, None]] = {}
    for document in documents:
        for path, item in document["paths"].items():
            for method, operation in item.items():
                said = " ".join(_said(method, path, operation)).replace("`", " ").lower()
                found.setdefault(operation["operationId"], {}).update(dict.fromkeys(said.split()))
    return {name: " ".join(words) for name, words in found.items()}


def _said(method: str, path: str, operation: dict[str, Any]) -> Iterator[str]:
    yield from (method, path, operation["operationId"], operation.get("x-scope", ""))
    yield from (operation.get("summary", ""), operation.get("description", ""))
    for parameter in operation.get("parameters", ()):
        yield parameter["name"]
