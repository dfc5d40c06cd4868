"""GET /batches, /batches/{id} and its items: whose, which, and page by page."""

import pytest

from registrar.batches.models import Batch
from tests import world_automation

from .conftest import lock

pytestmark = pytest.mark.django_db
METHODS = [
    ("GET", "batches/{}"),
    ("GET", "batches/{}/items"),
    ("POST", "batches/{}/cancel"),
    ("POST", "batches/{}/resume"),
]


@pytest.mark.parametrize(("method", "path"), METHODS)
def test_another_accounts_batch_is_not_found(acme, api_of, globex, inside, method, path):
    with inside(acme):
        batch = world_automation.batch_of(acme)
    theirs = api_of(globex)
    assert theirs(method, path.format(batch.public_id)).status_code == 404
    assert theirs(method, path.format("batch_nonsense")).status_code == 404
    assert theirs("GET", "batches").json()["items"] == []
    with inside(acme):
        assert Batch.objects.get().state == "running"


@pytest.mark.parametrize(("method", "path"), METHODS)
def test_batch_needs_the_scope_of_its_kind(acme, api_of, inside, method, path):
    with inside(acme):
        batch = world_automation.batch_of(acme, kind="operations")
    api = api_of(acme, scopes=("verifications:read", "verifications:write"))
    refused = api(method, path.format(batch.public_id))
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    assert api("GET", "batches").json()["items"] == []
    assert api("GET", f"batches?kind={batch.kind}").json()["items"] == []


def test_reading_scope_does_not_stop_a_batch(acme, api_of, inside):
    with inside(acme):
        batch = world_automation.batch_of(acme)
    api = api_of(acme, scopes=("operations:read",))
    assert api("GET", f"batches/{batch.public_id}").status_code == 200
    for verb in ("cancel", "resume"):
        assert api("POST", f"batches/{batch.public_id}/{verb}").status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 2),
        ("?state=running", 1),
        ("?state=cancelled", 0),
        ("?kind=operations", 2),
        ("?state=nonsense", 400),
        ("?kind=nonsense", 400),
        ("?colour=red", 400),
    ],
)
def test_list_is_narrowed_or_refuses(acme, api, inside, query, found):
    with inside(acme):
        world_automation.batch_of(acme)
        world_automation.batch_of(acme, state="done", due_at=None)
    answer = api("GET", f"batches{query}")
    if found == 400:
        assert answer.status_code == 400
    else:
        assert len(answer.json()["items"]) == found


def test_items_come_page_by_page_in_their_order(api, asked, domains):
    names = domains(*(f"d{number}.com" for number in range(5)))
    answer = asked(*(lock(name) for name in names), lock("nobody.com"))
    path, found = f"batches/{answer['id']}/items?limit=2", []
    cursor = ""
    while cursor is not None:
        page = api("GET", f"{path}&cursor={cursor}" if cursor else path).json()
        found += page["items"]
        cursor = page["next"]
    assert [item["index"] for item in found] == list(range(6))
    assert [item["domain"] for item in found] == [*names, "nobody.com"]
    assert found == answer["items"]
    refused = api("GET", f"batches/{answer['id']}/items?state=refused").json()["items"]
    assert [item["index"] for item in refused] == [5]
    assert api("GET", f"batches/{answer['id']}/items?state=nonsense").status_code == 400


@pytest.mark.parametrize("count", [1, 3])
def test_items_are_read_in_as_many_queries_as_there_were_for_one(
    api, domains, django_assert_max_num_queries, count
):
    names = domains(*(f"d{number}.com" for number in range(count)))
    answer = api("POST", "operations", {"items": [lock(name) for name in names]}).json()
    with django_assert_max_num_queries(12):
        items = api("GET", f"batches/{answer['id']}/items").json()["items"]
    assert [item["state"] for item in items] == ["submitted"] * count
