"""Pages by key: constant cost however far one pages, stable while rows come and go."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from django.core.signing import BadSignature, Signer
from django.db.models import Field, Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from .errors import FieldError, InvalidInput

M = TypeVar("M", bound=Model)
MAX_LIMIT = 200
DEFAULT_LIMIT = 50
_SIGNER = Signer(salt="registrar.paging")


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """At most `limit` rows and opaque cursors; None where there is nothing further."""

    items: list[M]
    next: str | None
    previous: str | None


def page_by_key(
    rows: QuerySet[M], *, order: tuple[str, ...], cursor: str = "", limit: int = DEFAULT_LIMIT
) -> Page[M]:
    """The page of `rows` at `cursor`, ordered by `order` (Django's notation; ends in a unique key).

    One query. InvalidInput when the cursor is damaged or belongs to another order.
    """
    position = _decode(cursor, order) if cursor else None
    backwards = bool(position and position["back"])
    effective = tuple(_flip(name) for name in order) if backwards else order
    if position:
        rows = rows.filter(_after(rows.model, effective, position["key"]))
    found = list(rows.order_by(*effective)[: limit + 1])
    more, items = len(found) > limit, found[:limit]
    if backwards:
        items.reverse()
    has_next, has_previous = (bool(position), more) if backwards else (more, bool(position))
    return Page(
        items=items,
        next=_encode(items[-1], order, back=False) if has_next and items else None,
        previous=_encode(items[0], order, back=True) if has_previous and items else None,
    )


def _flip(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _after(model: type[Model], order: tuple[str, ...], key: list[str]) -> Q:
    """Rows behind `key`: (a > x) or (a = x and b > y) …, each in its own direction.

    The same again as one bound (a >= x): an index can begin there, at an alternative it can't.
    """
    bound, condition, equal = Q(), Q(), Q()
    for name, text in zip(order, key, strict=True):
        field = name.lstrip("-")
        value = _column(model, field).to_python(text)
        operator = "lt" if name.startswith("-") else "gt"
        bound = bound or Q(**{f"{field}__{operator}e": value})
        condition |= equal & Q(**{f"{field}__{operator}": value})
        equal &= Q(**{field: value})
    return bound & condition


def _column(model: type[Model], name: str) -> "Field[Any, Any]":
    return cast("Field[Any, Any]", model._meta.get_field(name))


def _encode(row: Model, order: tuple[str, ...], *, back: bool) -> str:
    key = [_column(type(row), n.lstrip("-")).value_to_string(row) for n in order]
    return _SIGNER.sign_object({"order": order, "key": key, "back": back})


def _decode(cursor: str, order: tuple[str, ...]) -> dict[str, Any]:
    # Signed, so that only what we wrote ourselves reaches the database.
    try:
        position = _SIGNER.unsign_object(cursor)
    except (BadSignature, UnicodeError):
        raise _bad_cursor() from None
    if tuple(position["order"]) != order:
        raise _bad_cursor()
    return dict(position)


def _bad_cursor() -> InvalidInput:
    message = _("This page mark is not valid any more. Start again from the first page.")
    return InvalidInput(
        "invalid_cursor", message, errors=[FieldError("cursor", "invalid_cursor", message)]
    )
