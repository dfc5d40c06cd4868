"""Looking for a submission by what it is about."""

from contextlib import suppress

from django.db.models import Q

from domains.models import Domain
from domains.names import NotAName, to_ascii
from templates_app.models import InfoTemplate


def mentions(text: str) -> Q:
    """Part of the domain (as A-label or U-label), of the template's name or of the holder's."""
    domains = Q(name__icontains=text) | Q(unicode_name__icontains=text)
    # Typed in another way than it is kept: full width, capitals, an ideographic full stop.
    with suppress(NotAName):
        domains |= Q(name=to_ascii(text))
    templates = Q(name_zh__icontains=text) | Q(name_en__icontains=text)
    return (
        Q(holder_name__icontains=text)
        | Q(domain_id__in=Domain.objects.filter(domains).values("pk"))
        | Q(template_id__in=InfoTemplate.objects.filter(templates).values("pk"))
    )
