"""What has to be changed in a world of `tests.world.build` before a call can succeed.

All inside the fence.
"""

import datetime as dt

from django.utils import timezone

from domains.models import Domain, Operation
from domains.operation_kinds.set_locks import LOCKS
from registrar.accounts.models import ApiKey, Invitation, Membership
from registrar.batches.models import Batch, BatchItem
from registrar.sheets.models import SheetImport
from registrar.webhooks.models import WebhookEndpoint
from templates_app.models import InfoTemplate
from tests.world import World
from verification.messages.understanding import understand
from verification.models import MoreItem, MoreRequest, Submission
from verification.plans.models import PlanLine
from verification.support.models import SupportRequest

_CHECK_FAILED = "证件电子信息核验不合格"


def nothing(_world: World) -> None:
    """The world will do as it is."""


def free_template(world: World) -> None:
    Domain.objects.filter(pk=world.domain.pk).update(template=None)


def verified_template(world: World) -> None:
    InfoTemplate.objects.filter(pk=world.template.pk).update(state="verified")


def idle_domain(world: World) -> None:
    Operation.objects.all().delete()
    verified_domain(world)


def verified_domain(world: World) -> None:
    Domain.objects.filter(pk=world.domain.pk).update(real_name="verified")


def unlocking(world: World) -> None:
    """What somebody asked for without entering the code."""
    verified_domain(world)
    Domain.objects.filter(pk=world.domain.pk).update(epp_statuses=[LOCKS["transfer"]])
    Operation.objects.filter(pk=world.operation.pk).update(payload={"locks": {"transfer": False}})


def with_reviewers(world: World, state: str = "submitted") -> None:
    Submission.objects.filter(pk=world.submission.pk).update(
        state=state, stage="", reason_codes=[], raw_messages=[], ended_at=None
    )


def timed_out(world: World) -> None:
    Submission.objects.filter(pk=world.submission.pk).update(
        stage="timeout", reason_codes=[], raw_messages=[]
    )


def not_in_the_records(world: World) -> None:
    """A failure whose causes only the holder knows."""
    Submission.objects.filter(pk=world.submission.pk).update(
        reason_codes=understand([_CHECK_FAILED], {}).codes, raw_messages=[_CHECK_FAILED]
    )


def something_to_run(world: World) -> None:
    PlanLine.objects.filter(plan=world.plan).update(route="wait")


def refused_line(world: World) -> None:
    PlanLine.objects.filter(plan=world.plan).update(state="refused")


def more_wanted(world: World) -> None:
    with_reviewers(world, "more_wanted")
    request = MoreRequest.objects.create(
        account=world.account,
        submission=world.submission,
        asked_by=world.membership.user,
        asked_at=timezone.now(),
    )
    MoreItem.objects.create(account=world.account, request=request, position=1, what="explanation")


def closed_request(world: World) -> None:
    SupportRequest.objects.filter(pk=world.support_request.pk).update(
        state="closed", closed_at=timezone.now(), closed_by="user"
    )


def two_secrets(world: World) -> None:
    ApiKey.objects.filter(pk=world.api_key.pk).update(
        former_prefix="former", former_hash="0" * 64, former_ends_at=_in(dt.timedelta(hours=1))
    )


def no_owner(world: World) -> None:
    """Owners are left to people."""
    Membership.objects.filter(pk=world.membership.pk).update(role="operator")


def sent_yesterday(world: World) -> None:
    Invitation.objects.filter(pk=world.invitation.pk).update(updated_at=_in(dt.timedelta(days=-1)))


def disabled_endpoint(world: World) -> None:
    WebhookEndpoint.objects.filter(pk=world.webhook_endpoint.pk).update(
        state="disabled", disabled_at=timezone.now(), disabled_reason="by_hand"
    )


def cancelled_batch(world: World) -> None:
    Batch.objects.filter(pk=world.batch.pk).update(
        state="cancelled", due_at=None, ended_at=timezone.now()
    )
    BatchItem.objects.filter(batch=world.batch).update(state="cancelled")


def idle_import(world: World) -> None:
    """None of too many that are open."""
    SheetImport.objects.filter(pk=world.sheet_import.pk).update(state="cancelled")


def _in(time: dt.timedelta) -> dt.datetime:
    return timezone.now() + time
