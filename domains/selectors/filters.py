"""What a list of domains can be narrowed and sorted by: an allow-list, typed."""

import datetime as dt
from dataclasses import dataclass, fields, replace

from django.db.models import Q, QuerySet
from django.utils import timezone

from domains.models import Domain
from registrar import public_ids
from templates_app.models import InfoTemplate

MAX_QUERY = 100

# Every order ends in the unique key; each has an index beginning with the account.
SORTS: dict[str, tuple[str, ...]] = {
    "name": ("name", "id"),
    "-name": ("-name", "-id"),
    "expires_at": ("expires_at", "id"),
    "-expires_at": ("-expires_at", "-id"),
    "registered_at": ("registered_at", "id"),
    "-registered_at": ("-registered_at", "-id"),
}
DEFAULT_SORT = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainFilter:
    """Empty means everything. `template` is a public id; `expires_before` a local day, not
    included; `q` is looked for in the name and in the registrant, as plain text."""

    service_status: str = ""
    suffix: str = ""
    tag: str = ""
    template: str = ""
    expires_before: dt.date | None = None
    q: str = ""
    sort: str = DEFAULT_SORT

    @property
    def order(self) -> tuple[str, ...]:
        """KeyError for a sort that is not allowed: doors check it before."""
        return SORTS[self.sort]

    @property
    def is_narrow(self) -> bool:
        return replace(self, sort=DEFAULT_SORT) != DomainFilter()

    def apply(self, rows: QuerySet[Domain]) -> QuerySet[Domain]:
        """The rows that fit. `icontains` escapes what LIKE would read as a pattern."""
        if self.service_status:
            rows = rows.filter(service_status=self.service_status)
        if self.suffix:
            rows = rows.filter(suffix=self.suffix)
        if self.tag:
            rows = rows.filter(tags__contains=[self.tag])
        if self.template:
            uid = public_ids.decode(InfoTemplate.id_prefix, self.template)
            rows = rows.filter(template__uid=uid) if uid else rows.none()
        if self.expires_before:
            rows = rows.filter(expires_at__lt=_start_of(self.expires_before))
        text = self.q.replace("\0", "").strip()[:MAX_QUERY]
        return rows.filter(_mentions(text)) if text else rows

    def as_parameters(self) -> dict[str, str]:
        """The filter as query parameters; what is empty or the default is left out."""
        found = {}
        for part in fields(self):
            value = getattr(self, part.name)
            if value and value != part.default:
                found[part.name] = str(value)
        return found


def _mentions(text: str) -> Q:
    return (
        Q(name__icontains=text)
        | Q(unicode_name__icontains=text)
        | Q(registrant_name__icontains=text)
    )


def _start_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
