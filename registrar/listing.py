"""One page of a list as the console's pages show it: its rows, and the addresses to go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from .errors import InvalidInput
from .paging import page_by_key

M = TypeVar("M", bound=Model)
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class ListPage(Generic[M]):
    """The rows, and what the `pager` component takes; "" where there is nowhere to go."""

    items: list[M]
    next_url: str
    first_url: str

    @property
    def links(self) -> dict[str, str]:
        """For a template's context."""
        return {"next_url": self.next_url, "first_url": self.first_url}


def list_page(
    request: HttpRequest,
    rows: QuerySet[M],
    *,
    order: tuple[str, ...],
    asked: Mapping[str, str] = _NOTHING,
    path: str = "",
) -> ListPage[M]:
    """The page of `rows` that `?cursor=` marks; its links keep the filters in `asked`.

    A page mark that is no good any more begins at the first page. `path` is the list's address
    where another page than the list itself shows it.
    """
    here, cursor = path or request.path, request.GET.get("cursor", "")
    try:
        page = page_by_key(rows, order=order, cursor=cursor)
    except InvalidInput:
        page, cursor = page_by_key(rows, order=order), ""
    return ListPage(
        items=page.items,
        next_url=_address(here, {**asked, "cursor": page.next}) if page.next else "",
        first_url=_address(here, asked) if cursor else "",
    )


def _address(path: str, parameters: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(parameters)}" if parameters else path
