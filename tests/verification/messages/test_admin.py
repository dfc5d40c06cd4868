"""The queue of unknown messages: found, judged in one step, closed to everybody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.verification.messages.conftest import NEW
from verification.messages.models import UnknownMessage
from verification.messages.services import dismiss_message, map_message

QUEUE = "/admin/verification/unknownmessage/"
LIKE = "注册者上传资料与系统登记的单位名称差异较大"


def page(name, message):
    return reverse(f"admin:verification_unknownmessage_{name}", args=[message.pk])


def rows(answer):
    return [row.text for row in answer.context["cl"].result_list]


def test_queue_shows_what_is_open_most_frequent_first(acme, fail, queued, do, rita, browser):
    fail(acme, "甲说法一")
    for _ in range(2):
        fail(acme, NEW)
    fail(acme, "乙说法二")
    fail(acme, "丙说法三")
    do(map_message, queued("乙说法二"), codes=["document_expired"])
    do(dismiss_message, queued("丙说法三"))
    client = browser(rita)
    assert rows(client.get(QUEUE)) == [NEW, "甲说法一"]
    assert rows(client.get(QUEUE, {"state": "mapped"})) == ["乙说法二"]
    assert rows(client.get(QUEUE, {"state": "dismissed"})) == ["丙说法三"]
    everything = rows(client.get(QUEUE, {"state": "all"}))
    assert everything == [NEW, "甲说法一", "乙说法二", "丙说法三"]
    assert rows(client.get(QUEUE, {"q": "说法一"})) == ["甲说法一"]
    assert client.get(QUEUE, {"state": "nonsense"}).status_code == 200


def test_empty_queue_says_so(rita, browser):
    client = browser(rita)
    client.cookies["language"] = "en"
    assert "Every message is known" in client.get(QUEUE).text
    assert "Nothing fits this search" in client.get(QUEUE, {"q": "zzz"}).text


def test_queue_takes_the_same_queries_for_one_and_many(acme, fail, rita, browser):
    client = browser(rita)
    fail(acme, NEW)
    client.get(QUEUE)
    with CaptureQueriesContext(connection) as one:
        client.get(QUEUE)
    for text in ("甲说法一", "乙说法二", "丙说法三"):
        fail(acme, text)
    with CaptureQueriesContext(connection) as many:
        client.get(QUEUE)
    assert len(many) == len(one)


def test_decision_page_suggests_what_is_alike_and_says_why(acme, fail, queued, rita, browser):
    fail(acme, LIKE)
    answer = browser(rita).get(page("decide", queued(LIKE)))
    assert answer.status_code == 200
    likely = answer.context["likely"]
    assert "registrant_name_mismatch" in [reason.preview.code for reason in likely]
    assert all(reason.wording and reason.shared for reason in likely)
    assert [r.percent for r in likely] == sorted((r.percent for r in likely), reverse=True)
    shown = [c.code for topic in answer.context["topics"] for c in topic.choices]
    assert not set(shown) & {reason.preview.code for reason in likely}
    assert "<script>" not in answer.text


def test_partly_understood_message_shows_what_is_seen_and_preselects_it(
    acme, fail, queued, rita, browser
):
    text = f"证件已过期；{NEW}"
    fail(acme, text)
    answer = browser(rita).get(page("decide", queued(text)))
    assert answer.context["case"].left == (NEW,)
    assert 'value="document_expired" checked' in answer.text


def test_one_step_maps_it(acme, fail, queued, rita, browser):
    fail(acme, NEW)
    typed = {"codes": ["materials_rejected", "document_expired"]}
    answer = browser(rita).post(page("map", queued()), typed, follow=True)
    assert answer.redirect_chain == [(QUEUE, 302)]
    assert queued().codes == typed["codes"]


def test_search_narrows_the_list_keeps_the_choice_and_maps_nothing(
    acme, fail, queued, rita, browser
):
    fail(acme, NEW)
    typed = {"codes": ["document_expired"], "q": "续费", "find": "1"}
    answer = browser(rita).post(page("map", queued()), typed)
    shown = {c.code for topic in answer.context["topics"] for c in topic.choices}
    assert "renewal_failed" in shown
    assert 'value="document_expired" checked' in answer.text
    assert queued().state == "open"


def test_mapping_to_nothing_is_refused_on_the_page(acme, fail, queued, rita, browser):
    fail(acme, NEW)
    answer = browser(rita).post(page("map", queued()), {})
    assert answer.status_code == 400
    assert answer.context["problems"]


def test_dismissing_twice_is_told_and_changes_nothing(acme, fail, queued, rita, browser):
    fail(acme, NEW)
    client = browser(rita)
    assert client.post(page("dismiss", queued())).url == QUEUE
    assert client.post(page("dismiss", queued())).url == page("decide", queued())
    assert queued().state == "dismissed"
    assert page("dismiss", queued()) not in client.get(page("decide", queued())).text


@pytest.mark.parametrize("name", ["map", "dismiss"])
def test_opening_a_form_by_get_leads_to_its_page(name, acme, fail, queued, rita, browser):
    fail(acme, NEW)
    assert browser(rita).get(page(name, queued())).url == page("decide", queued())


def test_staff_without_the_right_and_customers_stay_outside(
    acme, alice, fail, queued, stan, browser
):
    fail(acme, NEW)
    message = queued()
    for name in ("decide", "map", "dismiss"):
        send = browser(stan).get if name == "decide" else browser(stan).post
        assert send(page(name, message)).status_code == 403
        send = browser(alice).get if name == "decide" else browser(alice).post
        assert send(page(name, message)).status_code == 302
    assert browser(stan).get(QUEUE).status_code == 403
    assert queued().state == "open"


def test_message_that_is_not_there_is_404(acme, fail, queued, rita, browser):
    fail(acme, NEW)
    message = queued()
    message.pk += 999
    assert browser(rita).get(page("decide", message)).status_code == 404
    assert browser(rita).post(page("map", message), {"codes": ["x"]}).status_code == 404


def test_detail_shows_and_changes_nothing(acme, fail, queued, rita, browser):
    fail(acme, NEW)
    message = queued()
    url = reverse("admin:verification_unknownmessage_change", args=[message.pk])
    assert NEW in browser(rita).get(url).text
    assert browser(rita).post(url, {"state": "mapped"}).status_code == 403


def test_front_page_counts_what_is_open(acme, fail, rita, browser, as_staff):
    fail(acme, NEW)
    answer = browser(rita).get("/admin/")
    assert f'href="{QUEUE}"' in answer.text
    with as_staff():
        assert UnknownMessage.objects.filter(state="open").count() == 1
