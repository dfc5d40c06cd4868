"""Acme's failed domains, and Bob who wants them all to work again."""

from collections.abc import Callable
from contextlib import contextmanager

import pytest
from django.utils import timezone

from domains.models import Domain, Operation
from registrar.accounts.permissions import Role
from registrar.tenancy.context import acting_as
from tests import world
from tests.verification.reverification.conftest import browser, verified_template
from verification.models import Submission
from verification.plans.models import Plan, PlanLine
from verification.plans.services.making import make_plan
from verification.plans.services.running import run_plan
from verification.plans.tasks import run_lines

__all__ = ["browser", "verified_template"]


@pytest.fixture
def operator(acme, bob, actor_of):
    return actor_of(acme, bob, Role.OPERATOR)


@pytest.fixture
def failed_domain(acme, inside) -> Callable[..., Domain]:
    """`failed_domain("shop.com")`: failed once at the authority because of the name."""

    def make(name: str, *, failure: dict[str, object] | None = None, **fields: object) -> Domain:
        with inside(acme):
            domain = world.domain_of(acme, name, **({"real_name": "failed"} | fields))
            if domain.real_name == "failed":
                _fail(domain, failure or {})
        return domain

    return make


def _fail(domain: Domain, fields: dict[str, object]) -> Submission:
    values: dict[str, object] = {
        "domain": domain,
        "state": "failed",
        "stage": "authority",
        "reason_codes": ["registrant_name_mismatch"],
        "raw_messages": ["注册者证明资料上的名称与系统中的注册者名称不一致"],
        "ended_at": timezone.now(),
    }
    return world.submission_of(domain.account, **(values | fields))


@pytest.fixture
def proved(enter_code, bob):
    """Bob has entered the code for a change of registrant just now."""
    enter_code(bob, "change_registrant")


@pytest.fixture
def plan_for(operator):
    """`plan_for("a.com", "b.com")`: a draft of Bob's."""

    def make(*names: str, **more: object) -> Plan:
        with acting_as(operator):
            return make_plan(actor=operator, domains=list(names), **more)

    return make


@pytest.fixture
def lines(acme, inside):
    """`lines(plan)`: its lines by domain name, as they are now."""

    def find(plan: Plan) -> dict[str, PlanLine]:
        with inside(acme):
            rows = PlanLine.objects.filter(plan=plan).select_related(
                "domain", "template", "operation"
            )
            return {row.domain.name: row for row in rows.order_by("position")}

    return find


@pytest.fixture
def started(operator, proved):
    """`started(plan)`: run, and no worker has taken it yet."""

    def start(plan: Plan) -> Plan:
        with acting_as(operator):
            return run_plan(actor=operator, plan=plan)

    return start


@pytest.fixture
def worked():
    """`worked(plan)`: workers have carried it out as far as they come."""

    def work(plan: Plan) -> None:
        with no_messages():
            for _round in range(10):
                run_lines.run(plan.pk, plan.account_id)

    return work


@contextmanager
def no_messages():
    """Nothing is hurried: the test calls the workers itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("verification.plans.tasks.hurry", lambda *_args: None)
        yield


@pytest.fixture
def reread(acme, inside):
    def read(plan: Plan) -> Plan:
        with inside(acme):
            return Plan.objects.get(pk=plan.pk)

    return read


def operations_of(acme, inside):
    with inside(acme):
        rows = Operation.objects.filter(kind="change_registrant").select_related("domain")
        return sorted(row.domain.name for row in rows)
