"""The one shape of a list: {"items": […], "next": cursor or null}."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from drf_spectacular.utils import inline_serializer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import CharField, Serializer

from registrar.paging import page_by_key

from .parameters import limit_of

M = TypeVar("M", bound=Model)


def list_response(
    request: Request,
    rows: QuerySet[M],
    *,
    order: tuple[str, ...],
    shape: Callable[[M], dict[str, Any]],
) -> Response:
    """One page of `rows`, each shaped by `shape`, at `?cursor=` with `?limit=`."""
    page = page_by_key(
        rows,
        order=order,
        cursor=request.query_params.get("cursor", ""),
        limit=limit_of(request),
    )
    return Response({"items": [shape(row) for row in page.items], "next": page.next})


def list_shape(shape: type[Serializer[Any]]) -> Serializer[Any]:
    """The list of `shape` for the API document."""
    fields = {"items": shape(many=True), "next": CharField(allow_null=True)}
    return inline_serializer(f"{shape.__name__.removesuffix('Shape')}List", fields)
