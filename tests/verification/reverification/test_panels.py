"""Failed verifications on the dashboard and on the domain's page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world
from verification.reverification.panels import SHOWN

from .conftest import fail_again


def test_dashboard_names_failed_domains_with_reason_and_fix(failed, bob, browser):
    text = browser(bob).get("/").text
    assert "shop.com" in text
    assert 'href="/domains/shop.com/reverify/"' in text


def test_dashboard_shows_no_panel_without_failed_domains(bob, browser):
    assert "/reverify/" not in browser(bob).get("/").text


def test_strangers_failures_are_not_on_the_dashboard(failed, gina, browser):
    assert "shop.com" not in browser(gina).get("/").text


@pytest.mark.parametrize("size", [1, 8])
def test_dashboard_panel_takes_the_same_queries_for_any_number(size, acme, bob, browser, inside):
    client = browser(bob)
    client.get("/")
    with inside(acme):
        for number in range(size):
            fail_again(world.domain_of(acme, f"d{number}.com", real_name="failed"))
    with CaptureQueriesContext(connection) as queries:
        text = client.get("/").text
    about = [q for q in queries if "DISTINCT ON" in q["sql"]]
    assert len(about) == 1
    assert text.count("/reverify/") == min(size, SHOWN)


def test_domain_page_leads_to_the_fix(failed, bob, browser):
    assert 'href="/domains/shop.com/reverify/"' in browser(bob).get("/domains/shop.com/").text


def test_list_of_domains_links_the_failed_status_to_the_fix(failed, bob, browser):
    assert 'href="/domains/shop.com/reverify/"' in browser(bob).get("/domains/").text


def test_unverified_domain_is_led_to_its_first_verification(acme, bob, browser, inside):
    with inside(acme):
        world.domain_of(acme, "shop.com", real_name="unverified")
    client = browser(bob)
    assert 'href="/domains/shop.com/reverify/"' in client.get("/domains/").text
    assert "域名持有者尚未实名认证" in client.get("/domains/shop.com/").text
    text = client.get("/domains/shop.com/reverify/").text
    assert "选择认证方式" in text
    assert "提交实名认证材料" in text
    assert "修改材料" not in text
