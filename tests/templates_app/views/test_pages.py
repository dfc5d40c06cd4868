import pytest

from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.templates_app.samples import MASKED, NUMBER

pytestmark = pytest.mark.django_db

STATES = ["unverified", "in_review", "verified", "failed", "disabled"]
# Status of GET edit, GET new-version, POST disable, POST delete.
DOORS = {
    "unverified": (200, 409, 302, 302),
    "in_review": (409, 200, 302, 409),
    "verified": (409, 200, 302, 302),
    "failed": (200, 200, 302, 302),
    "disabled": (409, 409, 409, 302),
}
WAYS = [("get", "edit/"), ("get", "new-version/"), ("post", "disable/"), ("post", "delete/")]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("door", range(4))
def test_door_by_state(browse, alice, acme, make_template, state, door):
    method, end = WAYS[door]
    path = f"/templates/{make_template(acme, state).public_id}/{end}"
    assert getattr(browse(alice), method)(path).status_code == DOORS[state][door]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("end", ["edit/", "new-version/"])
def test_form_sent_to_a_closed_door_changes_nothing(browse, alice, acme, make_template, state, end):
    template = make_template(acme, state)
    response = browse(alice).post(f"/templates/{template.public_id}/{end}", {"city": "天津市"})
    assert response.status_code in (400, 409)
    with acting_as(system_actor(acme.pk)):
        assert list(InfoTemplate.objects.values_list("city", "state")) == [("北京市", state)]


@pytest.mark.parametrize("state", STATES)
def test_detail_explains_the_state_and_every_blocked_action(
    browse, alice, acme, make_template, state
):
    template = make_template(acme, state)
    response = browse(alice).get(f"/templates/{template.public_id}/")
    html = response.content.decode()
    assert response.status_code == 200
    assert MASKED in html
    assert NUMBER not in html
    blocked = sum(status == 409 for status in DOORS[state])
    assert html.count('aria-disabled="true"') == blocked
    assert html.count("gate-why") >= blocked


def test_disable_twice_says_that_it_is(browse, alice, acme, make_template):
    path = f"/templates/{make_template(acme).public_id}/disable/"
    client = browse(alice)
    assert client.post(path).status_code == 302
    second = client.post(path)
    assert second.status_code == 409
    assert "disabled" in second.content.decode()


@pytest.mark.parametrize("end", ["disable/", "delete/", "number/"])
def test_get_changes_nothing(browse, alice, acme, make_template, end):
    page = f"/templates/{make_template(acme).public_id}/"
    client = browse(alice)
    assert client.get(page + end).headers["Location"] == page
    assert client.get(page).status_code == 200


def test_number_is_shown_once_for_a_reason(browse, alice, acme, make_template, enter_code):
    template = make_template(acme)
    enter_code(alice, "reveal_document_number")
    client = browse(alice)
    shown = client.post(f"/templates/{template.public_id}/number/", {"reason": "customer called"})
    assert shown["Location"] == f"/templates/{template.public_id}/"
    shown = client.get(shown["Location"])
    assert NUMBER in shown.content.decode()
    assert NUMBER not in client.get(f"/templates/{template.public_id}/").content.decode()
    with acting_as(system_actor(acme.pk)):
        entry = LogEntry.objects.get(action="template.number_revealed")
    assert entry.reason == "customer called"


def test_number_without_a_reason_stays_masked(browse, alice, acme, make_template):
    path = f"/templates/{make_template(acme).public_id}/number/"
    for reason in ("", "  ", "x" * 201):
        response = browse(alice).post(path, {"reason": reason})
        assert response.status_code == 400
        assert NUMBER not in response.content.decode()


def test_viewer_sees_but_may_do_nothing(browse, vera, acme, make_template):
    template = make_template(acme)
    client = browse(vera)
    path = f"/templates/{template.public_id}/"
    page = client.get(path)
    assert page.status_code == 200
    assert page.content.decode().count('aria-disabled="true"') == 4
    assert client.get("/templates/").status_code == 200
    for end in ("edit/", "new-version/"):
        assert client.get(path + end).status_code == 403
    for end in ("edit/", "new-version/", "delete/", "disable/", "number/"):
        assert client.post(path + end, {"reason": "x"}).status_code == 403
    for address in ("/templates/new/", "/templates/romanise/", "/templates/check-number/"):
        assert client.post(address).status_code == 403


def test_stranger_finds_nothing(browse, gina, acme, make_template):
    template = make_template(acme, name_zh="秘密人", name_en="")
    client = browse(gina)
    path = f"/templates/{template.public_id}/"
    for end in ("", "edit/", "new-version/"):
        assert client.get(path + end).status_code == 404
    for end in ("edit/", "new-version/", "delete/", "disable/", "number/"):
        assert client.post(path + end, {"reason": "x"}).status_code == 404
    for address in ("/templates/", "/templates/?q=秘密", "/search/?q=秘密人"):
        assert "tpl_" not in client.get(address).content.decode()


def test_empty_list_says_what_to_do(browse, alice, vera):
    html = browse(alice).get("/templates/").content.decode()
    assert "No info templates yet" in html
    assert 'href="/templates/new/"' in html
    assert "Ask an owner" in browse(vera).get("/templates/").content.decode()


def test_list_shows_state_and_masked_number(browse, alice, acme, make_template):
    make_template(acme, "verified")
    html = browse(alice).get("/templates/").content.decode()
    assert "Verified" in html
    assert MASKED in html
    assert NUMBER not in html


@pytest.mark.parametrize(
    "query", ["state=gone", "holder_type=%00", "q=%00", "q=" + "x" * 5000, "cursor=x", "cursor=%ff"]
)
def test_junk_in_the_lists_address_is_never_an_error_of_ours(browse, alice, query):
    assert browse(alice).get(f"/templates/?{query}").status_code in (200, 400)


def test_search_finds_a_template_by_name_and_by_whole_number(browse, alice, acme, make_template):
    template = make_template(acme)
    client = browse(alice)
    for query in ("晓明", NUMBER, template.public_id):
        assert template.public_id in client.get("/search/", {"q": query}).content.decode(), query


def test_pages_speak_chinese(browse, alice, acme, make_template):
    template = make_template(acme, "in_review")
    client = browse(alice, "zh-hans")
    html = client.get(f"/templates/{template.public_id}/").content.decode()
    assert "审核中" in html
    assert "居民身份证" in html
