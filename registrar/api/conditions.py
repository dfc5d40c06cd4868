"""Conditional calls: changing only what one has seen, fetching only what is new (RFC 9110, 13)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.errors import FieldError, InvalidInput, ServiceError

from .etags import Condition, read_condition, tag_of

_MALFORMED = _("“*” or entity tags in double quotes are expected, separated by commas.")
_LANGUAGE = "en"


class PreconditionFailed(ServiceError):
    """`If-Match` names a state that the object is not in."""

    status = 412
    code = "precondition_failed"
    message = _("This has changed since you read it. Read it again, then decide.")


@dataclass(frozen=True, slots=True)
class Resource:
    """An object that can be changed by several: what a view names as `resource`.

    Both functions take the address's parameters and raise NotFound. `lock` takes the lock that
    every change of the object takes; `shown` is what GET answers, all of it.
    """

    lock: Callable[..., object]
    shown: Callable[..., Mapping[str, Any]]

    def tag(self, names: Mapping[str, Any]) -> str:
        """The tag of the state it is in, the same whatever language is asked for."""
        with translation.override(_LANGUAGE):
            return tag_of(self.shown(**names))


def answer_if_met(
    request: Request,
    resource: Resource | None,
    names: Mapping[str, Any],
    run: Callable[[], Response],
) -> Response:
    """The answer of `run` where the call's conditions hold, with the tag of what it is about.

    Inside the fence: what is asked stays true under the lock until the transaction ends.
    PreconditionFailed, or 304 where nothing is new; InvalidInput names a header that can't be
    read.
    """
    must_match = _condition(request, "If-Match")
    must_differ = _condition(request, "If-None-Match")
    if resource is None:
        if must_match and not must_match.anything:
            raise PreconditionFailed  # what has no tag can't have that one
        return run()
    if request.method in SAFE_METHODS:
        return _read(resource.tag(names), must_match, must_differ, run)
    if must_match or must_differ:
        resource.lock(**names)
        _require(resource.tag(names), must_match, must_differ)
    response = run()
    if request.method in {"PATCH", "PUT"}:
        response["ETag"] = resource.tag(names)
    return response


def _require(tag: str, must_match: Condition | None, must_differ: Condition | None) -> None:
    if must_match and not must_match.is_met_by(tag):
        raise PreconditionFailed
    if must_differ and must_differ.is_met_weakly_by(tag):
        raise PreconditionFailed


def _read(
    tag: str,
    must_match: Condition | None,
    must_differ: Condition | None,
    run: Callable[[], Response],
) -> Response:
    # The tag is older than the answer, never newer: a change in between makes the next call with
    # it fail, instead of letting it undo what nobody has seen.
    response = run()
    _require(tag, must_match, None)
    if must_differ and must_differ.is_met_weakly_by(tag):
        response = Response(status=304)
    response["ETag"] = tag
    return response


def _condition(request: Request, header: str) -> Condition | None:
    text = request.headers.get(header)
    if text is None:
        return None
    try:
        return read_condition(text)
    except ValueError:
        error = FieldError(header, "invalid", _MALFORMED)
        raise InvalidInput("invalid_precondition", errors=[error]) from None
