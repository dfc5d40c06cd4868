"""How long a plan over many domains takes to be shown, and its run to be accepted."""

import datetime as dt
import time
import uuid

from django.utils import timezone

from domains.models import Domain
from registrar.accounts.models import Account
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests import world
from verification.models import Submission
from verification.plans.selectors import counts_of, groups_of, lines_of
from verification.plans.services.making import make_plan
from verification.plans.services.running import run_plan

HOLDERS = 40
REASONS = (
    ("registrant_name_mismatch", "注册者证明资料上的名称与系统中的注册者名称不一致"),
    ("document_number_wrong", "注册者证件号码填写有误，请输入与证件照片一致的证件号码"),
)


def measure(account: Account, actor: Actor, *, domains: int = 1000) -> dict[str, float]:
    """Seconds: `plan_preview` makes a plan of `domains` failed ones and reads its first page,
    `plan_run` has it accepted. `actor` may run it without a code, as a key with the scope may."""
    names = _fill(account, actor, domains)
    with acting_as(actor):
        start = time.perf_counter()
        plan = make_plan(actor=actor, domains=names)
        counts_of([plan.pk])
        groups_of(plan)
        list(lines_of(plan).order_by("position")[:50])
        preview = time.perf_counter() - start
    with acting_as(actor):
        start = time.perf_counter()
        run_plan(actor=actor, plan=plan)
        run = time.perf_counter() - start
    return {"plan_preview": preview, "plan_run": run}


def _fill(account: Account, actor: Actor, count: int) -> list[str]:
    """Failed domains of many holders, half of whom have a verified template."""
    now, mark = timezone.now(), uuid.uuid4().hex[:6]
    with acting_as(actor):
        for number in range(0, HOLDERS, 2):
            world.template_of(
                account, name_zh=f"示例{number}", state="verified", verified_at=now, secret=mark
            )
        rows = [_domain(account, f"d{number}-{mark}.com", number, now) for number in range(count)]
        made = Domain.objects.bulk_create(rows)
        Submission.objects.bulk_create(
            [_failure(account, domain, number, now) for number, domain in enumerate(made)]
        )
        assert InfoTemplate.objects.exists()
    return [domain.name for domain in made]


def _domain(account: Account, name: str, number: int, now: dt.datetime) -> Domain:
    return Domain(
        account=account,
        name=name,
        unicode_name=name,
        suffix="com",
        holder_type="individual",
        registrant_name=f"示例{number % HOLDERS}",
        real_name="failed",
        registered_at=now - dt.timedelta(days=730),
        expires_at=now + dt.timedelta(days=365),
    )


def _failure(account: Account, domain: Domain, number: int, now: dt.datetime) -> Submission:
    code, message = REASONS[number % len(REASONS)]
    return Submission(
        account=account,
        domain=domain,
        profile="tencent",
        holder_type=domain.holder_type,
        holder_name=domain.registrant_name,
        document_type="SFZ",
        document_number=world.NUMBER,
        number_masked="110***********002X",
        number_index="0" * 64,
        submitted_by="bench",
        submitted_at=now,
        state="failed",
        stage="authority",
        reason_codes=[code],
        raw_messages=[message],
        ended_at=now,
    )
