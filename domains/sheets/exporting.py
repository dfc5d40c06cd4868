"""Domains as they leave in a file."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext

from domains.models import Domain
from domains.selectors.domains import domains
from domains.selectors.filters import DomainFilter
from domains.service_status_texts import STATUS_TEXTS
from registrar.sheets.writing.exporting import Export

from .columns import EXPORTED


def domains_export(wanted: DomainFilter, *, codes: bool) -> Export[Domain]:
    """What the filter shows, in its order."""
    return Export(
        name="domains",
        action="domain.exported",
        columns=EXPORTED,
        rows=wanted.apply(domains()).order_by(*wanted.order),
        cells=partial(_cells, codes=codes),
        codes=codes,
        asked=", ".join(f"{name}={value}" for name, value in wanted.as_parameters().items()),
    )


def _cells(domain: Domain, *, codes: bool) -> list[str]:
    template = domain.template
    say: Callable[[str], str] = str if codes else _status
    return [
        domain.name,
        domain.unicode_name,
        say(domain.service_status),
        domain.registrant_name,
        template.public_id if template else "",
        template.name_zh if template else "",
        _moment(domain.registered_at),
        _moment(domain.expires_at),
        _flag(domain.auto_renew, codes=codes),
        ", ".join(domain.tags),
        ", ".join(domain.epp_statuses),
    ]


def _status(code: str) -> str:
    return str(STATUS_TEXTS[code].label)


def _flag(value: bool, *, codes: bool) -> str:
    if codes:
        return "true" if value else "false"
    return gettext("Yes") if value else gettext("No")


def _moment(moment: dt.datetime) -> str:
    return timezone.localtime(moment).isoformat(" ", "minutes")[:16]
