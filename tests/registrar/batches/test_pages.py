"""/batches/: what people see and can do."""

import pytest

from registrar.batches.models import Batch, BatchItem
from tests import world_automation
from tests.browsers import signed_in_client

from .conftest import change, lock

pytestmark = pytest.mark.django_db


@pytest.fixture
def page_of(browse, bob):
    """`page_of("/batches/")`: as Bob sees it."""
    return lambda path, **more: browse(bob).get(path, **more)


def path_of(answer, verb=""):
    return f"/batches/{answer['id']}/{verb}"


def test_running_batch_polls_itself_and_a_finished_one_stops(page_of, asked, domains, worked):
    domains("a.com")
    answer = asked(lock("a.com"), lock("nobody.com"))
    running = page_of(path_of(answer)).content.decode()
    assert "every 3s" in running
    assert "Stop what still waits" in running
    worked(answer)
    part = page_of(path_of(answer), headers={"HX-Request": "true"})
    assert part["HX-Refresh"] == "true"
    assert "every 3s" not in part.content.decode()
    done = page_of(path_of(answer)).content.decode()
    assert "There is no such object in this account." in done
    assert "/operations/op_" in done
    assert "Stop what still waits" not in done


def test_list_tells_how_far_each_is(page_of, asked, domains):
    domains("a.com")
    answer = asked(lock("a.com"), lock("nobody.com"))
    listed = page_of("/batches/").content.decode()
    assert path_of(answer) in listed
    assert "No batches yet" not in listed


def test_empty_list_says_what_to_do(page_of):
    assert "No batches yet" in page_of("/batches/").content.decode()


def test_items_are_narrowed_to_a_state(page_of, asked, domains):
    domains("a.com")
    answer = asked(lock("a.com"), lock("nobody.com"))
    refused = page_of(path_of(answer, "?state=refused")).content.decode()
    assert "nobody.com" in refused
    assert ">a.com<" not in refused
    assert "No item is in this state" in page_of(path_of(answer, "?state=failed")).content.decode()


def test_cancel_and_resume_by_hand(browse, bob, asked, domains, states, worked):
    domains("a.com")
    answer = asked(lock("a.com"))
    client = browse(bob)
    for _click in range(2):
        assert client.post(path_of(answer, "cancel/")).url == path_of(answer)
    assert states(answer) == ["cancelled"]
    assert "Try 1 item again?" in client.get(path_of(answer)).content.decode()
    for _click in range(2):
        assert client.post(path_of(answer, "resume/")).url == path_of(answer)
    worked(answer)
    assert states(answer) == ["done"]


def test_dialog_to_resume_says_thousands_readably(page_of, acme, inside, asked, domains, api):
    domains("a.com")
    answer = asked(lock("a.com"))
    api("POST", f"batches/{answer['id']}/cancel")
    with inside(acme):
        (item,) = BatchItem.objects.all()
        more = [
            BatchItem(account=acme, batch=item.batch, index=n, state="cancelled", asked=item.asked)
            for n in range(1, 1200)
        ]
        BatchItem.objects.bulk_create(more)
    assert "Try 1,200 items again?" in page_of(path_of(answer)).content.decode()


def test_resuming_what_needs_a_code_leads_to_the_code_first(
    browse, bob, asked, api, domains, template, states, enter_code
):
    domains("a.com")
    answer = asked(change("a.com", template))
    api("POST", f"batches/{answer['id']}/cancel")
    client = browse(bob)
    sent = client.post(path_of(answer, "resume/"))
    assert "change_registrant" in sent.url
    assert states(answer) == ["cancelled"]
    enter_code(bob, "change_registrant")
    assert client.post(path_of(answer, "resume/")).url == path_of(answer)
    assert states(answer) == ["waiting"]


def test_viewer_sees_and_changes_nothing(acme, inside, vera, browse):
    with inside(acme):
        batch = world_automation.batch_of(acme)
    client = browse(vera)
    page = client.get(f"/batches/{batch.public_id}/")
    assert page.status_code == 200
    assert "Stop what still waits" not in page.content.decode()
    assert client.post(f"/batches/{batch.public_id}/cancel/").status_code == 403
    with inside(acme):
        assert Batch.objects.get().state == "running"


@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_as_many_queries_for_three_items_as_for_one(
    acme, inside, bob, browse, api, domains, django_assert_max_num_queries, count
):
    names = domains(*(f"d{number}.com" for number in range(count)))
    answer = api("POST", "operations", {"items": [lock(name) for name in names]}).json()
    client = browse(bob)
    client.get("/batches/")
    with django_assert_max_num_queries(16):
        assert client.get(path_of(answer)).status_code == 200


def test_pages_speak_chinese(bob, asked, domains, acme, inside):
    domains("a.com")
    answer = asked(lock("a.com"))
    client = signed_in_client(bob)
    page = client.get(path_of(answer)).content.decode()
    assert "批次" in page
    assert "等待处理" in page
    with inside(acme):
        assert BatchItem.objects.count() == 1
