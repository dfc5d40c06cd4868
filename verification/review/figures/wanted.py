"""What is asked for: a period, and maybe one account, profile or authority."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from .period import Period


@dataclass(frozen=True, slots=True)
class Wanted:
    period: Period
    account_id: int | None = None
    profile: str = ""
    authority_id: int | None = None

    def within(self, moment: str) -> Q:
        """`moment` lies in the period. Constant bounds, so that an index serves."""
        zone = timezone.get_current_timezone()
        bounds = {f"{moment}__gte": self.period.begin(zone), f"{moment}__lt": self.period.end(zone)}
        return Q(**bounds)

    def of_submission(self, path: str = "") -> Q:
        """The filters; `path` leads to the submission, like "submission__"."""
        found = Q()
        if self.account_id is not None:
            found &= Q(account_id=self.account_id)
        if self.profile:
            found &= Q(**{f"{path}profile": self.profile})
        if self.authority_id is not None:
            found &= Q(**{f"{path}authority_id": self.authority_id})
        return found


def local_date(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment).date()
