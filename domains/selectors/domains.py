"""Reading domains; inside the fence."""

from django.db.models import Count, F, Func, QuerySet

from domains.models import Domain
from domains.names import NotAName, to_ascii
from domains.service_status import SERVICE_STATUSES
from domains.states import Lifecycle
from registrar.errors import NotFound

MOST_CHOICES = 200


def held_domains() -> QuerySet[Domain]:
    """All domains that the asker may see: those that are gone are in nobody's list, and their
    names find whoever has them now (decision 12)."""
    rows: QuerySet[Domain] = Domain.objects.exclude(lifecycle=Lifecycle.GONE)
    return rows


def domains() -> QuerySet[Domain]:
    """`held_domains`, each with its template (without the sealed number)."""
    return held_domains().select_related("template").defer("template__document_number")


def find_domain(name: str) -> Domain:
    """The domain of this name, U-label or A-label; NotFound for any other text."""
    try:
        return domains().get(name=to_ascii(name))
    except (NotAName, Domain.DoesNotExist):
        raise NotFound from None


def counts_by_status() -> dict[str, int]:
    """How many domains stand in each service status; the failed ones first, none left out.

    One query, answered from an index.
    """
    rows = held_domains().order_by().values_list("service_status").annotate(Count("pk"))
    found = dict(rows)
    order = ("verification_failed", *SERVICE_STATUSES)
    return {status: found[status] for status in dict.fromkeys(order) if status in found}


def known_suffixes() -> list[str]:
    """Suffixes that the account has domains under, for choosing."""
    rows = held_domains().order_by("suffix").values_list("suffix", flat=True).distinct()
    return list(rows[:MOST_CHOICES])


def known_tags() -> list[str]:
    """Tags in use, for choosing."""
    tag = Func(F("tags"), function="unnest")
    rows = held_domains().annotate(tag=tag).values_list("tag", flat=True).distinct()
    return list(rows.order_by("tag")[:MOST_CHOICES])
