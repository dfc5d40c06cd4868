"""A domain's timeline, and sending off what a person has left waiting."""

import pytest

from domains.models import Operation


@pytest.fixture
def waiting(acme, inside, make_domain, make_template):
    """A change of registrant that somebody asked for without entering the code."""
    domain, template = make_domain(acme, "a.com"), make_template(acme)
    with inside(acme):
        return Operation.objects.create(
            account=acme,
            kind="change_registrant",
            domain=domain,
            template=template,
            requested_by="Bob",
        )


def test_timeline_tells_what_was_and_what_comes(api, acme, make_domain):
    make_domain(acme, "a.com")
    items = api("GET", "domains/A.com/timeline").json()["items"]
    assert [item["title"] for item in items] == ["Expires", "Registered"]
    assert items[0]["tone"] == "next"
    assert items == sorted(items, key=lambda item: item["at"], reverse=True)


def test_timeline_of_another_accounts_domain_is_not_found(api, globex, make_domain):
    make_domain(globex, "b.com")
    assert api("GET", "domains/b.com/timeline").status_code == 404


def test_operation_that_waits_for_a_code_is_sent_off_by_a_sensitive_key(api, waiting):
    answer = api("POST", f"operations/{waiting.public_id}/submit")
    assert (answer.status_code, answer.json()["state"]) == (200, "submitted")
    again = api("POST", f"operations/{waiting.public_id}/submit")
    assert (again.status_code, again.json()["code"]) == (409, "state_conflict")


def test_operation_is_not_sent_off_without_the_sensitive_scope(acme, api_of, waiting):
    api = api_of(acme, scopes=("operations:write", "operations:read"))
    answer = api("POST", f"operations/{waiting.public_id}/submit")
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")
    assert api("GET", f"operations/{waiting.public_id}").json()["state"] == "awaiting_identity"
