"""Pre-checks that wait for their pictures: kept a day, and swept away; inside the fence."""

import datetime as dt
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor
from registrar.tenancy.lookups import find_by_public_id
from verification.models import PrecheckRequest

_KEPT = dt.timedelta(days=1)


def keep_precheck(*, actor: Actor, asked: dict[str, Any]) -> PrecheckRequest:
    """Keep what was asked, a body as the serializers shape it, until it can be answered.

    Without the empty texts that the serializers put where nothing was given: they would refuse
    them when it is asked again.
    """
    require(actor, Permission.VERIFICATIONS_WRITE)
    if actor.account_id is None:
        raise NotPermitted
    given = {name: value for name, value in asked.items() if value != ""}
    return PrecheckRequest.objects.create(
        account_id=actor.account_id,
        asked=json.dumps(given, ensure_ascii=False, cls=DjangoJSONEncoder),
        expires_at=timezone.now() + _KEPT,
    )


def kept_precheck(public_id: str) -> dict[str, Any]:
    """What was asked; NotFound when there is no such request, or its day is over."""
    living = PrecheckRequest.objects.filter(expires_at__gt=timezone.now())
    row: PrecheckRequest = find_by_public_id(living, public_id)
    return dict(json.loads(row.asked or ""))


def forget_prechecks() -> int:
    """Delete those whose day is over; as staff, across accounts. Returns how many."""
    count, _kinds = PrecheckRequest.objects.filter(expires_at__lte=timezone.now()).delete()
    return count
