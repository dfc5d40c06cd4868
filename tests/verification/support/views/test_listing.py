"""The account's requests, and the ways that lead to them."""

import pytest

from domains.models import Operation
from tests import world
from tests.domains.queries import at_most

pytestmark = pytest.mark.django_db


def test_empty_list_says_what_to_do(bob, browser):
    answer = browser(bob).get("/support/")
    assert 'href="/support/new/"' in answer.text


def test_list_is_filtered_by_state(acme, answered, alice, browser, inside):
    with inside(acme):
        world.support_request_of(acme, subject="another")
    client = browser(alice)
    both = client.get("/support/", {"state": "nonsense"}).context["rows"]
    assert [row.subject for row, _tone, _state in both] == ["another", answered.subject]
    one = client.get("/support/", {"state": "waiting_for_user"}).context["rows"]
    assert [row.pk for row, _tone, _state in one] == [answered.pk]
    assert "Closed" not in client.get("/support/", {"state": "closed"}).text.partition("<table")[2]


@pytest.mark.parametrize("rows", [1, 4])
def test_list_takes_the_same_queries_for_one_and_for_many(rows, acme, alice, browser, inside):
    with inside(acme):
        for number in range(rows):
            domain = world.domain_of(acme, f"d{number}.cn")
            submission = world.submission_of(acme, domain=domain)
            world.support_request_of(acme, domain=domain, submission=submission)
    client = browser(alice)
    client.get("/support/")
    with at_most(5):
        client.get("/support/")


def test_list_pages_by_key(acme, alice, browser, inside):
    with inside(acme):
        for number in range(51):
            world.support_request_of(acme, subject=f"request {number}", state="open")
    client = browser(alice)
    first = client.get("/support/")
    second = client.get(first.context["next_url"])
    assert [row.subject for row, *_rest in second.context["rows"]] == ["request 0"]


def test_search_finds_by_subject_and_id_for_those_who_may_read(asked, alice, gina, browser):
    for query in (asked.subject, asked.public_id):
        assert f"/support/{asked.public_id}/" in browser(alice).get("/search/", {"q": query}).text
        assert asked.public_id not in browser(gina).get("/search/", {"q": query}).text.replace(
            query, ""
        )


def test_navigation_has_its_place(alice, browser):
    assert 'href="/support/"' in browser(alice).get("/").text


def test_failed_submission_leads_to_support(failed, alice, vera, browser):
    address = f"/verifications/{failed.public_id}/"
    ask = f"/support/new/?submission={failed.public_id}"
    assert ask in browser(alice).get(address).text
    text = browser(vera).get(address).text
    assert ask not in text
    assert 'aria-describedby="why-ask-support"' in text


def test_reason_and_unknown_message_lead_to_support(bob, browser):
    client = browser(bob)
    page = client.get("/failure-reasons/materials_unclear/").text
    assert "/support/new/?reason=materials_unclear" in page
    assert "/support/new/?message=E-7731" in client.get("/failure-reasons/?q=E-7731").text


def test_failed_operation_leads_to_support_and_others_do_not(acme, alice, browser, inside):
    with inside(acme):
        values = {"account": acme, "kind": "set_locks", "requested_by": "x"}
        domain = world.domain_of(acme, "a.com")
        failed = Operation.objects.create(domain=domain, state="failed", **values)
        running = Operation.objects.create(domain=domain, state="in_review", **values)
    client = browser(alice)
    ask = "/support/new/?operation="
    assert ask + failed.public_id in client.get(f"/operations/{failed.public_id}/").text
    assert ask not in client.get(f"/operations/{running.public_id}/").text


def test_reverification_leads_to_support_once_and_more_loudly_after_failures(
    acme, alice, browser, inside
):
    client = browser(alice)
    with inside(acme):
        domain = world.domain_of(acme, "a.com", real_name="failed")
        values = {"domain": domain, "state": "failed", "stage": "authority"}
        world.submission_of(acme, **values)
    quiet = client.get("/domains/a.com/reverify/").text
    assert quiet.count("/support/new/?domain=a.com") == 1
    with inside(acme):
        world.submission_of(acme, attempt=2, **values)
    loud = client.get("/domains/a.com/reverify/").text
    assert loud.count("/support/new/?domain=a.com") == 1
    assert loud.count("callout-info") > quiet.count("callout-info")
