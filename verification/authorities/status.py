"""Authorities as their status pages show them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from registrar.errors import Text
from verification.models import Authority

from .condition import (
    CONDITION_NAMES,
    CONDITION_TONES,
    WORTH_TELLING,
    Condition,
    condition_of,
)
from .figures import Figures, figures_by_authority
from .trouble_words import Trouble, trouble_of

# Nobody who only looks at an authority needs these opened.
SECRETS = ("secret", "callback_secret", "callback_secret_before")


@dataclass(frozen=True, slots=True)
class Status:
    """One authority now: its condition, what was the matter last, and what is under way."""

    row: Authority
    condition: Condition
    figures: Figures

    @property
    def name(self) -> Text:
        return CONDITION_NAMES[self.condition]

    @property
    def tone(self) -> str:
        return CONDITION_TONES[self.condition]

    @property
    def trouble(self) -> Trouble | None:
        """The last trouble, as long as no later answer has made it the past."""
        return trouble_of(self.row.last_error) if self.row.last_error else None

    @property
    def trouble_lasts(self) -> bool:
        return self.condition in {Condition.TROUBLE, Condition.OPEN}


def all_statuses(*, now: dt.datetime | None = None) -> list[Status]:
    """By name. Five queries, however many there are."""
    now = now or timezone.now()
    return _statuses(_rows().order_by("name", "pk"), now, figures_by_authority(now=now))


def status_of(*, authority_id: int) -> Status:
    """Five queries; Authority.DoesNotExist when there is none."""
    now = timezone.now()
    rows = _rows().filter(pk=authority_id)
    found = _statuses(rows, now, figures_by_authority(now=now))
    if not found:
        raise Authority.DoesNotExist
    return found[0]


def troubled_authorities() -> list[Status]:
    """Those that staff should know of, by name, without figures. One query."""
    now = timezone.now()
    troubled = (
        Q(paused_at__isnull=False)
        | Q(open_until__gt=now)
        | Q(failures__gt=0)
        | Q(last_error_at__isnull=False, last_ok_at=None)
        | Q(last_error_at__gt=F("last_ok_at"))
    )
    found = _statuses(_rows().filter(troubled).order_by("name", "pk"), now, {})
    return [status for status in found if status.condition in WORTH_TELLING]


def _rows() -> QuerySet[Authority]:
    return Authority.objects.select_related("paused_by").defer(*SECRETS)


def _statuses(
    rows: QuerySet[Authority], now: dt.datetime, figures: dict[int, Figures]
) -> list[Status]:
    nothing = Figures()
    return [Status(row, condition_of(row, now=now), figures.get(row.pk, nothing)) for row in rows]
