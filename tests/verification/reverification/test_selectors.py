"""The outlook of one domain, put together from what the account has."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domains.states import RegistrantChange
from tests import world
from verification.reverification.rules import Because
from verification.reverification.selectors import outlook_for

from .conftest import NAME_MESSAGE, fail_again


def test_outlook_names_the_reason_and_recommends_the_same_holders_template(
    acme, failed, verified_template, inside
):
    other = verified_template(name_zh="李样例")
    same = verified_template(name_zh="张示例")
    with inside(acme):
        outlook = outlook_for(failed, language="zh-hans")
    assert outlook.failure["raw_messages"] == [NAME_MESSAGE]
    assert outlook.failure["reasons"][0]["code"] == "registrant_name_mismatch"
    assert [o.template for o in outlook.options] == [same, other]
    assert outlook.change.recommended
    assert outlook.change.because[0] == "usable_template_same_holder"


@pytest.mark.parametrize(
    "fields",
    [{"state": "in_review"}, {"state": "disabled"}, {"state": "failed"}, {"country": "US"}],
    ids=lambda f: next(iter(f.values())),
)
def test_template_that_can_not_take_the_domain_is_not_offered(
    fields, acme, verified_template, inside
):
    verified_template(**fields)
    with inside(acme):
        domain = world.domain_of(acme, "shop.cn", real_name="failed")
        outlook = outlook_for(domain, language="en")
    assert outlook.options == ()
    assert [b.code for b in outlook.change.blocked_by] == ["no_usable_template"]
    assert outlook.resubmit.recommended


def test_templates_of_another_account_are_never_offered(globex, acme, failed, inside):
    with inside(globex):
        world.template_of(globex, state="verified")
    with inside(acme):
        assert outlook_for(failed, language="en").options == ()


def test_change_under_way_closes_both_routes(acme, failed, verified_template, inside):
    verified_template()
    with inside(acme):
        failed.enter_registrant_change()
        failed.save()
        assert failed.registrant_change == RegistrantChange.IN_REVIEW
        outlook = outlook_for(failed, language="en")
    for offer in outlook.offers:
        assert [b.code for b in offer.blocked_by] == ["registrant_change_in_review"]
        assert not offer.recommended


def test_verified_domain_needs_neither_route(acme, verified_template, inside):
    verified_template()
    with inside(acme):
        domain = world.domain_of(acme, "fine.com", real_name="verified")
        outlook = outlook_for(domain, language="en")
    assert outlook.failure is None
    assert all("already_verified" in [b.code for b in o.blocked_by] for o in outlook.offers)


@pytest.mark.parametrize("size", [1, 12])
def test_outlook_takes_thirteen_queries_however_much_there_is(
    size, acme, failed, verified_template, inside
):
    for _ in range(size):
        verified_template()
    with inside(acme):
        for _ in range(size):
            fail_again(failed)
        with CaptureQueriesContext(connection) as queries:
            outlook = outlook_for(failed, language="zh-hans")
            assert len(outlook.options) == size
            assert outlook.failures == size + 1
    assert len(queries) == 14


def test_confirmed_wrong_name_speaks_for_another_template(acme, verified_template, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", registrant_name="张示 例", real_name="failed")
        fail_again(domain, holder_name="张示 例", raw_messages=["证件电子信息核验不合格"])
    verified_template()
    with inside(acme):
        outlook = outlook_for(domain, language="en")
    assert outlook.change.recommended
    assert Because.HOLDER_NAME_WRONG in outlook.change.because
