"""The filter bar in the address: what can't be read is left out, never an error page."""

import datetime as dt
from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict

from domains.selectors.filters import DEFAULT_SORT, MAX_QUERY, SORTS, DomainFilter
from domains.service_status import SERVICE_STATUSES

MAX_WORD = 64


def filter_of(given: QueryDict) -> DomainFilter:
    """What an address or a form asks for, as far as it makes sense."""
    status, sort = given.get("service_status", ""), given.get("sort", "")
    return DomainFilter(
        service_status=status if status in SERVICE_STATUSES else "",
        suffix=_word(given.get("suffix", "")),
        tag=_word(given.get("tag", "")),
        template=_word(given.get("template", "")),
        expires_before=_day(given.get("expires_before", "")),
        q=given.get("q", "").replace("\0", "").strip()[:MAX_QUERY],
        sort=sort if sort in SORTS else DEFAULT_SORT,
    )


def sort_links(wanted: DomainFilter) -> dict[str, dict[str, str]]:
    """For each column: the address that sorts by it (or turns it round), and aria-sort."""
    links = {}
    for column in ("name", "registered_at", "expires_at"):
        turned = f"-{column}" if wanted.sort == column else column
        directions = {column: "ascending", f"-{column}": "descending"}
        links[column] = {
            "url": "?" + urlencode(replace(wanted, sort=turned).as_parameters()),
            "direction": directions.get(wanted.sort, ""),
        }
    return links


def _word(text: str) -> str:
    return text.replace("\0", "").strip()[:MAX_WORD]


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
