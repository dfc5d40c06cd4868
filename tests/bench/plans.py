"""How long a plan over many domains takes to be shown, and its run to be accepted."""

import datetime as dt
import uuid
from collections.abc import Iterator

from django.db import connection
from django.utils import timezone

from domains.models import Domain
from registrar.accounts.models import Account
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests import world
from tests.bench.database import own_database
from tests.bench.figures import Figure, timed
from verification.models import Submission
from verification.plans.models import Plan
from verification.plans.selectors import counts_of, groups_of, lines_of
from verification.plans.services.making import make_plan
from verification.plans.services.running import run_plan

DOMAINS = 1000
ROUNDS = 3
PAGE = 50
HOLDERS = 40
REASONS = (
    ("registrant_name_mismatch", "注册者证明资料上的名称与系统中的注册者名称不一致"),
    ("number_mismatch", "注册者证件号码填写有误，请输入与证件照片一致的证件号码"),
)


def measure() -> Iterator[Figure]:
    with own_database():
        yield from _figures()


def _figures() -> Iterator[Figure]:
    with acting_as(system_staff_actor()):
        account = Account.objects.create(slug="bench", name="bench")
    # The system may run a plan without a code, as a key with the scope may.
    actor = system_actor(account.pk)
    names = _fill(account, actor, DOMAINS)
    with connection.cursor() as cursor:
        # A database that has lived for a minute has done so by itself.
        cursor.execute("ANALYZE")

    def preview(_round: int) -> None:
        with acting_as(actor):
            plan = make_plan(actor=actor, domains=names)
            counts_of([plan.pk])
            groups_of(plan)
            list(lines_of(plan).order_by("position")[:PAGE])

    yield timed(f"plan {DOMAINS} failed domains", preview, range(ROUNDS), target=2000)
    with acting_as(actor):
        plans = list(Plan.objects.order_by("pk"))

    def run(pair: Iterator[Plan]) -> None:
        with acting_as(actor):
            run_plan(actor=actor, plan=next(pair))

    # Each is run once: the round that warms up takes plans of its own.
    left = iter(plans)
    yield timed(f"accept the run of {DOMAINS} domains", run, [left] * ROUNDS, target=2000)


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
