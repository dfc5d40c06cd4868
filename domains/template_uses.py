"""How many domains use an info template, for templates_app, which lies below."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import Count, F

from domains.models import Domain, Operation
from domains.states import ENDED, Lifecycle


def count_domains(template_ids: Sequence[int]) -> dict[int, int]:
    """Domains by template id: those that have it, and those on their way to it. Two queries."""
    having = (
        Domain.objects.exclude(lifecycle=Lifecycle.GONE)
        .filter(template__in=template_ids)
        .values_list("template_id")
        .annotate(Count("pk"))
    )
    coming = (
        Operation.objects.exclude(state__in=ENDED)
        .filter(template__in=template_ids)
        # A registration's domain has it already.
        .exclude(domain__template=F("template"))
        .values_list("template_id")
        .annotate(Count("domain_id", distinct=True))
    )
    return dict(Counter(dict(having)) + Counter(dict(coming)))
