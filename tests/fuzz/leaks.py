"""No answer holds anything of another account but what the call itself has said."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from schemathesis import Case, Response

from tests.world import World


def leaked(case: Case, response: Response, stranger: World) -> list[str]:
    """The marks of `stranger` that the answer holds beyond those that it was asked with."""
    text = response.content.decode(errors="replace") + str(dict(response.headers))
    for sent in sorted(set(_said(case)), key=len, reverse=True):
        text = text.replace(sent, "").replace(quote(sent), "")
    return [mark for mark in _marks(stranger) if mark in text]


def _marks(world: World) -> list[str]:
    return [world.secret, *world.ids().values(), world.account.public_id, world.account.name]


def _said(case: Case) -> Iterator[str]:
    yield from _texts([case.path_parameters, case.query, case.body])


def _texts(value: Any) -> Iterator[str]:
    """Every text of some length anywhere in `value`."""
    if isinstance(value, dict):
        yield from _texts([*value.keys(), *value.values()])
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and len(value) > 3:
        yield value
