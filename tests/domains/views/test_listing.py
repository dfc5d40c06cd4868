"""/domains/: what it shows, finds and costs."""

import pytest

from domains.models import Domain
from tests.domains.queries import at_most


def text_of(answer):
    return answer.content.decode()


def test_words_verification_failed_are_the_link_to_the_way_out(browser, acme, make_domain):
    make_domain(acme, "a.com", real_name="failed")
    page = text_of(browser.get("/domains/"))
    assert 'href="/domains/a.com/reverify/"' in page
    link = page[page.index('class="badge badge-bad"') :].split("</a>")[0]
    assert "/domains/a.com/reverify/" in link
    assert "Verification failed" in link


def test_empty_account_is_told_what_to_do(browser):
    page = text_of(browser.get("/domains/"))
    assert "No domains yet" in page
    assert "/domains/register/" in page


def test_filter_that_fits_nothing_offers_the_whole_list(browser, acme, make_domain):
    make_domain(acme, "a.com")
    page = text_of(browser.get("/domains/?q=%25"))
    assert "No domain fits these filters" in page


@pytest.mark.parametrize(
    "query",
    [
        "service_status=x",
        "sort=account__name",
        "expires_before=x",
        "cursor=x",
        "template=x",
        "suffix=%FF",
    ],
)
def test_junk_in_the_address_is_no_error(browser, acme, make_domain, query):
    make_domain(acme, "a.com")
    assert browser.get(f"/domains/?{query}").status_code == 200


def test_next_page_keeps_filter_and_order(browser, acme, make_domain, inside):
    first = make_domain(acme, "n000.com", tags=["shop"])
    _copy(first, 60, inside(acme))
    page = browser.get("/domains/?tag=shop&sort=-name")
    assert len(page.context["rows"]) == 50
    second = browser.get(page.context["next_url"])
    names = [d.name for d, _badge in [*page.context["rows"], *second.context["rows"]]]
    assert names == sorted(names, reverse=True)
    assert len(set(names)) == 61
    assert second.context["first_url"] == "/domains/?tag=shop&sort=-name"


@pytest.mark.parametrize("rows", [3, 300])
def test_page_costs_the_same_with_many_rows(
    browser, acme, make_domain, make_template, inside, rows
):
    _copy(make_domain(acme, "n000.com", template=make_template(acme)), rows - 1, inside(acme))
    browser.get("/domains/")
    with at_most(10):
        assert browser.get("/domains/").status_code == 200


def test_dashboard_counts_by_status_failed_first(browser, acme, make_domain):
    make_domain(acme, "a.com")
    make_domain(acme, "b.com", real_name="failed")
    page = text_of(browser.get("/"))
    failed = page.index("/domains/?service_status=verification_failed")
    assert failed < page.index("/domains/?service_status=verified")


def test_search_finds_by_name_and_registrant(browser, acme, globex, make_domain):
    make_domain(acme, "needle.com")
    make_domain(globex, "needle-foreign.com")
    page = text_of(browser.get("/search/?q=needle"))
    assert "/domains/needle.com/" in page
    assert "foreign" not in page


def _copy(domain, times, inside):
    skipped = {"id", "uid", "name", "service_status", "created_at", "updated_at"}
    fields = [f.attname for f in Domain._meta.concrete_fields if f.name not in skipped]
    with inside:
        values = {name: getattr(domain, name) for name in fields}
        Domain.objects.bulk_create(
            [Domain(**values, name=f"n{number + 1:03}.com") for number in range(times)]
        )
