"""What every resource stands on."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from registrar.client.errors import BadName, NotAnAnswer
from registrar.client.how import How

if TYPE_CHECKING:
    # It loads the HTTP library, which commands that only need names do without.
    from registrar.client.transport import Answer, Transport

Json = dict[str, Any]


class Tagged(NamedTuple):
    """An object and the entity tag (`if_match`) of the state in which it was read."""

    data: Json
    tag: str


class Resource:
    def __init__(self, transport: "Transport") -> None:
        self._transport = transport

    def _get(self, path: str, **query: Any) -> Any:
        return self._json(self._transport.call("GET", path, query=query))

    def _tagged(self, path: str) -> Tagged:
        answer = self._transport.call("GET", path)
        return Tagged(self._json(answer), answer.headers.get("ETag", ""))

    def _page(self, path: str, query: Mapping[str, Any]) -> Any:
        answer = self._get(path, **query)
        if not isinstance(answer.get("items"), list):
            raise NotAnAnswer(f"{path} answered no list.")
        return answer

    def _every(self, path: str, query: Mapping[str, Any]) -> Iterator[Any]:
        """All items of a list, page by page, as they are asked for."""
        cursor: str | None = None
        while True:
            page = self._page(path, {**query, "cursor": cursor} if cursor else query)
            yield from page["items"]
            after = page.get("next")
            # The same cursor again would go round for ever.
            if not after or after == cursor:
                return
            cursor = after

    def _post(self, path: str, body: Any = None, how: How | None = None) -> Any:
        return self._json(self._transport.call("POST", path, body=body, how=how))

    def _patch(self, path: str, body: Any, how: How | None = None) -> Any:
        return self._json(self._transport.call("PATCH", path, body=body, how=how))

    def _delete(self, path: str, how: How | None = None) -> None:
        self._transport.call("DELETE", path, how=how)

    @staticmethod
    def _json(answer: "Answer") -> Any:
        if not isinstance(answer.data, dict):
            raise NotAnAnswer("The server answered without the JSON that was expected.")
        return answer.data


def part(text: str) -> str:
    """One part of a path: whatever is typed stays within it."""
    if text in {"", ".", ".."}:
        raise BadName(f"not a name or an id: {text!r}")
    return quote(text, safe="")


def given(**fields: Any) -> Json:
    """The fields of a body that were given."""
    return {name: value for name, value in fields.items() if value is not None}
