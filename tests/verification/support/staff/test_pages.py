"""The answering side: queue, answer page, and who may use them."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from registrar.accounts.models import Membership
from registrar.accounts.permissions import Role
from registrar.tenancy.context import acting_as
from tests import world
from tests.verification.support.conftest import NAME_MESSAGE, UNKNOWN
from verification.support.models import SupportMessage
from verification.support.services.closing import close_request
from verification.support.services.conversing import reply_to_request

pytestmark = pytest.mark.django_db
QUEUE = "/admin/support/supportrequest/"


@pytest.fixture
def desk(sue_user) -> Client:
    client = Client()
    client.force_login(sue_user)
    return client


def page(row, part="answer"):
    return f"{QUEUE}{row.pk}/{part}/"


def seen(row, as_staff):
    with as_staff():
        return SupportMessage.objects.filter(request=row, internal=False).latest("id").pk


def send(client, row, as_staff, *, text="so", way="answer", **data):
    data = {"text": text, "way": way, "seen": seen(row, as_staff)} | data
    return client.post(page(row, "send"), data)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_page_shows_everything_that_is_needed(language, asked, failed, desk):
    desk.cookies["language"] = language
    answer = desk.get(page(asked))
    assert answer.status_code == 200
    expected = [NAME_MESSAGE, UNKNOWN, "请帮忙看看", "北京示例科技有限公司", failed.number_masked]
    expected += [f"/admin/verification/submission/{failed.pk}/decide/", "张示例"]
    for text in expected:
        assert text in answer.text, text
    assert "badge" in answer.text
    assert world.NUMBER not in answer.text
    assert "style=" not in answer.text.replace("stylesheet", "")


def test_customer_is_reachable_only_when_they_agreed(acme, asked, alice, desk, inside):
    assert alice.email not in desk.get(page(asked)).text
    with inside(acme):
        type(asked).objects.filter(pk=asked.pk).update(contact_ok=True)
    assert alice.email in desk.get(page(asked)).text


@pytest.mark.parametrize(
    ("way", "state", "last_internal"),
    [("answer", "waiting_for_user", False), ("close", "closed", False), ("note", "open", True)],
)
def test_buttons_do_what_they_say(way, state, last_internal, asked, desk, as_staff, fresh):
    assert send(desk, asked, as_staff, way=way).url == page(asked)
    assert fresh(asked).state == state
    with as_staff():
        assert SupportMessage.objects.filter(request=asked).latest("id").internal is last_internal


def test_answer_past_a_newer_message_is_refused_and_kept(asked, owner, desk, as_staff, texts):
    before = seen(asked, as_staff)
    with acting_as(owner):
        reply_to_request(actor=owner, request=asked, text="news")
    answer = send(desk, asked, as_staff, text="typed answer", seen=before)
    assert answer.status_code == 400
    assert "typed answer" in answer.text
    assert "news" in answer.text
    assert "typed answer" not in texts(asked)
    assert send(desk, asked, as_staff, text="typed answer").status_code == 302


@pytest.mark.parametrize("text", ["", "字" * 4001])
def test_bad_text_is_refused_and_kept(text, asked, desk, as_staff, texts):
    answer = send(desk, asked, as_staff, text=text)
    assert answer.status_code == 400
    assert text in answer.text
    assert texts(asked) == ["请帮忙看看"]


@pytest.mark.parametrize("way", ["nonsense", "answer"])
def test_answer_to_a_closed_one_is_refused_and_kept(way, asked, owner, desk, as_staff, texts):
    with acting_as(owner):
        close_request(actor=owner, request=asked)
    answer = send(desk, asked, as_staff, text="late", way=way)
    assert answer.status_code == 400
    assert "late" in answer.text
    assert texts(asked) == ["请帮忙看看"]


@pytest.mark.parametrize("number", ["", "x", "-1", str(2**70)])
def test_answer_without_what_was_seen_is_refused(number, asked, desk, as_staff, texts):
    assert send(desk, asked, as_staff, seen=number).status_code == 400
    assert texts(asked) == ["请帮忙看看"]


def test_close_reopen_and_assign_have_buttons(asked, desk, sue_user, fresh):
    desk.post(page(asked, "assign"), {"to": "me"})
    assert fresh(asked).assigned_to_id == sue_user.pk
    desk.post(page(asked, "assign"), {"to": "nobody"})
    assert fresh(asked).assigned_to_id is None
    desk.post(page(asked, "close"))
    assert (fresh(asked).state, fresh(asked).closed_by) == ("closed", "staff")
    assert desk.post(page(asked, "close")).status_code == 302
    desk.post(page(asked, "reopen"))
    assert fresh(asked).state == "open"


@pytest.mark.parametrize("part", ["send", "close", "reopen", "assign"])
def test_staff_of_the_account_may_not_answer_it(
    part, asked, acme, sue_user, desk, as_staff, inside, fresh
):
    with inside(acme):
        Membership.objects.create(account=acme, user=sue_user, role=Role.VIEWER)
    assert page(asked, "send") not in desk.get(page(asked)).text
    desk.post(page(asked, part), {"text": "x", "seen": seen(asked, as_staff), "to": "me"})
    row = fresh(asked)
    assert (row.state, row.assigned_to_id) == ("open", None)


@pytest.mark.parametrize("part", ["answer", "send", "close", "reopen", "assign"])
def test_others_are_refused(part, asked, stan, alice, fresh):
    for user, status in ((stan, 403), (alice, 302)):
        client = Client()
        client.force_login(user)
        method = client.get if part == "answer" else client.post
        answer = method(page(asked, part), {"text": "x", "seen": "0"})
        assert answer.status_code == status
        if status == 302:
            assert "/admin/login/" in answer.url
    assert fresh(asked).state == "open"


def test_unknown_request_is_404(desk):
    for part in ("answer", "send", "close", "reopen", "assign"):
        method = desk.get if part == "answer" else desk.post
        assert method(f"{QUEUE}999999/{part}/").status_code == 404


def test_reviewers_may_look_and_answer():
    held = set(Group.objects.get(name="reviewers").permissions.values_list("codename", flat=True))
    assert {"answer_supportrequest", "view_supportrequest"} <= held
    assert Permission.objects.get(codename="answer_supportrequest").content_type.app_label == (
        "support"
    )


def rows(answer):
    return [row.subject for row in answer.context["cl"].result_list]


def test_queue_holds_what_is_not_closed_open_ones_first_by_age(
    acme, globex, desk, inside, sue, sue_user
):
    with inside(acme):
        for subject, state in (("a", "waiting_for_user"), ("b", "open"), ("c", "open")):
            world.support_request_of(acme, subject=subject, state=state)
        done = world.support_request_of(acme, subject="done")
    with inside(globex):
        world.support_request_of(globex, subject="d", assigned_to=sue_user)
    with acting_as(sue):
        close_request(actor=sue, request=done)
    assert rows(desk.get(QUEUE)) == ["b", "c", "d", "a"]
    assert rows(desk.get(QUEUE, {"state": "closed"})) == ["done"]
    assert rows(desk.get(QUEUE, {"assigned": "me"})) == ["d"]
    assert rows(desk.get(QUEUE, {"assigned": "nobody"})) == ["b", "c", "a"]
    assert rows(desk.get(QUEUE, {"account__id__exact": globex.pk})) == ["d"]


def test_queue_is_searched_by_id_and_domain(asked, desk, acme, inside):
    with inside(acme):
        world.support_request_of(acme, subject="other")
    for query in (asked.public_id, "shop.com"):
        assert rows(desk.get(QUEUE, {"q": query})) == [asked.subject]


def test_queue_and_page_take_the_same_queries_for_one_and_for_many(acme, desk, inside):
    counts = {}
    for number in range(1, 5):
        with inside(acme):
            domain = world.domain_of(acme, f"d{number}.cn")
            submission = world.submission_of(acme, domain=domain)
            row = world.support_request_of(acme, domain=domain, submission=submission)
            for _message in range(number):
                SupportMessage.objects.create(
                    account=acme, request=row, author_kind="user", author_label="x", text="x"
                )
        desk.get(QUEUE)
        for address in (QUEUE, page(row)):
            with CaptureQueriesContext(connection) as captured:
                assert desk.get(address).status_code == 200
            counts.setdefault(address == QUEUE, set()).add(len(captured))
    assert all(len(found) == 1 for found in counts.values()), counts


def test_hostile_text_is_escaped(acme, desk, inside):
    with inside(acme):
        row = world.support_request_of(
            acme,
            subject="<script>alert(1)</script>",
            opened_by="<script>alert(2)</script>",
            attached={"version": 1, "messages": ["<script>alert(3)</script>"]},
        )
    for address in (page(row), QUEUE, f"{QUEUE}{row.pk}/change/"):
        assert "<script>alert" not in desk.get(address).text
