"""Members are told how a change of registrant ended, and of nothing that ends while they look."""

import pytest
from django.utils import translation

from domains.services.operations import request_operation
from registrar.accounts.permissions import Permission
from registrar.notices.models import Notice
from registrar.tenancy.context import acting_as
from tests.domains.services.pipeline import run_once, run_to_the_end


@pytest.fixture
def as_key(acme, alice, key_of):
    return key_of(acme, Permission.OPERATIONS_WRITE, Permission.SENSITIVE)


def told(actor):
    with acting_as(actor):
        return list(Notice.objects.all())


def change(actor, domain, template):
    with acting_as(actor):
        return request_operation(
            actor=actor, kind="change_registrant", domain=domain, template=template
        )


@pytest.mark.parametrize(
    ("holder", "kind", "title"),
    [
        (
            "北京示例科技有限公司",
            "operation.succeeded",
            "The change of registrant of shop.com succeeded",
        ),
        ("中华样例协会", "operation.failed", "The change of registrant of shop.com failed"),
    ],
)
def test_end_of_a_change_is_told_once_and_names_the_domain(
    holder, kind, title, acme, as_key, make_domain, make_template, allow_name
):
    allow_name(holder)
    domain = make_domain(acme, name="shop.com", real_name="failed")
    operation = change(as_key, domain, make_template(acme, name_zh=holder))
    run_to_the_end(acme, operation)
    run_once(acme, operation)
    (notice,) = told(as_key)
    assert (notice.kind, notice.url) == (kind, f"/operations/{operation.public_id}/")
    with translation.override("en"):
        assert notice.words.title == title
    assert holder not in f"{notice.words} {notice.params}"


def test_other_operations_are_told_to_nobody(acme, as_key, make_domain):
    domain = make_domain(acme)
    with acting_as(as_key):
        operation = request_operation(
            actor=as_key, kind="set_locks", domain=domain, payload={"locks": {"transfer": True}}
        )
    run_to_the_end(acme, operation)
    assert told(as_key) == []
