"""Acme's domains, a key that asks for many things at once, and workers that the test calls."""

from collections.abc import Callable

import pytest

from domains.batching.kind import OperationsKind
from domains.models import Operation
from registrar.accounts.models import ApiKey
from registrar.batches.models import Batch, BatchItem
from registrar.batches.tasks import run_items
from tests.domains.api.conftest import api, api_of
from tests.domains.conftest import allow_name, make_domain, make_template, nobody_hurries

__all__ = ["allow_name", "api", "api_of", "make_domain", "make_template", "nobody_hurries"]


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


@pytest.fixture
def all_wait(monkeypatch):
    """No batch is small enough to be carried out within the request."""
    monkeypatch.setattr(OperationsKind, "at_once", 0)


@pytest.fixture
def domains(acme, make_domain) -> Callable[..., list[str]]:
    """`domains("a.com", "b.com")`: they are there."""

    def make(*names: str) -> list[str]:
        for name in names:
            make_domain(acme, name)
        return list(names)

    return make


def change(name: str, template) -> dict[str, str]:
    return {"operation": "change_registrant", "domain": name, "template": template.public_id}


def lock(name: str, **locks: bool) -> dict[str, object]:
    return {"operation": "set_locks", "domain": name, "locks": locks or {"transfer": True}}


@pytest.fixture
def asked(api, all_wait):
    """`asked(item, …)`: accepted through the API; the answer."""

    def ask(*items: dict[str, object]):
        answer = api("POST", "operations", {"items": list(items)})
        assert answer.status_code == 202, answer.content
        return answer.json()

    return ask


@pytest.fixture
def worked(acme, inside, monkeypatch):
    """`worked(answer)`: workers have carried it out as far as they come, message by message."""

    def work(answer: dict[str, str], *, rounds: int = 5) -> None:
        batch = row_of(answer)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("registrar.batches.tasks.hurry", lambda *_args: None)
            for _round in range(rounds):
                run_items.run(batch.pk, acme.pk)

    def row_of(answer):
        with inside(acme):
            return next(b for b in Batch.objects.all() if b.public_id == answer["id"])

    return work


@pytest.fixture
def items(acme, inside):
    """`items(answer)`: its items as they are now."""

    def find(answer: dict[str, str]) -> list[BatchItem]:
        with inside(acme):
            rows = BatchItem.objects.select_related("batch").order_by("index")
            return [row for row in rows if row.batch.public_id == answer["id"]]

    return find


@pytest.fixture
def states(items):
    return lambda answer: [item.state for item in items(answer)]


@pytest.fixture
def operations_of(acme, inside):
    """The operations of the account in the order of their making, as "kind domain"."""

    def find() -> list[str]:
        with inside(acme):
            rows = Operation.objects.select_related("domain").order_by("pk")
            return [f"{row.kind} {row.domain.name}" for row in rows]

    return find


@pytest.fixture
def keys(acme, inside):
    """`keys(revoked_at=…)`: changes the account's keys behind the API's back."""

    def update(**fields: object) -> None:
        with inside(acme):
            ApiKey.objects.update(**fields)

    return update
