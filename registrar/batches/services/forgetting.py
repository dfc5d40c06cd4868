"""What was asked may hold personal data: it is kept as long as somebody may go on with it."""

import datetime as dt

from django.utils import timezone

from registrar.batches.models import BatchItem
from registrar.batches.states import RESUMABLE

KEPT_FOR = dt.timedelta(days=30)


def forget_asked() -> int:
    """Empty the items of batches that ended KEPT_FOR ago; as staff, across accounts. Returns how
    many."""
    rows = BatchItem.objects.filter(state__in=RESUMABLE, asked__isnull=False)
    found = rows.filter(batch__ended_at__lte=timezone.now() - KEPT_FOR)
    return found.update(asked=None, updated_at=timezone.now())
