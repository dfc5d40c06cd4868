"""What the decision page shows, and what it keeps to itself until asked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from registrar.oplog.models import LogEntry
from tests import world
from verification.models import DiagnosisAnswer

NUMBER = world.NUMBER


def test_number_is_masked_until_a_reason_is_given(acme, rita, submit, browser, page, inside):
    submission = submit(acme, "a.com")
    client = browser(rita)
    assert NUMBER not in client.get(page("decide", submission)).text
    answer = client.post(page("reveal", submission), {"reason": "compare with the picture"})
    assert NUMBER in answer.text
    assert "no-store" in answer["Cache-Control"]
    with inside(acme):
        entry = LogEntry.objects.get(action="submission.number_revealed")
        assert entry.reason == "compare with the picture"
        assert NUMBER not in str(entry.after)


@pytest.mark.parametrize("reason", ["", "   "])
def test_number_stays_masked_without_a_reason(reason, acme, rita, submit, browser, page, inside):
    answer = browser(rita).post(page("reveal", submit(acme, "a.com")), {"reason": reason})
    assert answer.status_code == 400
    assert NUMBER not in answer.text
    with inside(acme):
        assert not LogEntry.objects.filter(action="submission.number_revealed").exists()


def test_search_narrows_the_reasons_and_keeps_what_was_typed(acme, rita, submit, browser, page):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    typed = {
        "find": "1",
        "q": "清晰",
        "reason_codes": ["number_mismatch"],
        "note_to_user": "左下角模糊",
    }
    answer = client.post(page("refuse", submission), typed)
    topics = answer.context["panel"].topics
    shown = {row.code: row.chosen for topic in topics for row in topic.rows if row.shown}
    assert shown["number_mismatch"]
    assert shown["materials_unclear"] is False
    assert "contact_not_a_person" not in shown
    assert "左下角模糊" in answer.text
    # The others are there for a script, and out of sight without one.
    hidden = answer.text[answer.text.index('data-reason-words="contactnotaperson|') :]
    assert " hidden>" in hidden[: hidden.index(">") + 1]


@pytest.mark.parametrize("query", ["模糊", "blurred", "ＢＬＵＲＲＥＤ", "图片 模糊"])
def test_search_finds_a_reason_by_its_causes_after_those_named_so(
    query, acme, rita, submit, browser, page
):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    answer = client.post(page("refuse", submission), {"find": "1", "q": query})
    topics = [topic for topic in answer.context["panel"].topics if topic.shown]
    assert topics[-1].key == "cause"
    found = topics[-1].rows
    assert "materials_unclear" in [row.code for row in found]
    assert found[0].breadth < found[-1].breadth
    assert all(row.fit == "named" for topic in topics[:-1] for row in topic.rows if row.shown)


def test_search_without_a_match_says_so_once(acme, rita, submit, browser, page):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    answer = client.post(page("refuse", submission), {"q": "火星"})
    assert answer.status_code == 400
    assert answer.text.count("没有匹配的原因") == 1


def test_earlier_attempts_are_shown_with_their_reasons_and_staff_notes(
    acme, rita, submit, browser, page, inside
):
    submission = submit(acme, "a.com", attempt=2)
    with inside(acme):
        world.submission_of(
            acme,
            domain=submission.domain,
            state="failed",
            stage="authority",
            reason_codes=["review_timeout"],
            raw_messages=["实名审核超时，请重新提交"],
            note_to_staff="authority was slow",
        )
    text = browser(rita).get(page("decide", submission)).text
    assert "实名审核超时，请重新提交" in text
    assert "authority was slow" in text


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_page_renders_in_both_languages(language, acme, rita, submit, browser, page):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.cookies["language"] = language
    client.post(page("claim", submission))
    answer = client.get(page("decide", submission))
    assert answer["Content-Language"] == language
    assert "style=" not in answer.text.replace("stylesheet", "")
    assert ("居民身份证" if language == "zh-hans" else "Resident identity card") in answer.text


def test_unknown_submission_is_404(rita, browser, db):
    assert browser(rita).get("/admin/verification/submission/999999/decide/").status_code == 404


def test_pictures_are_streamed_and_each_look_is_logged(
    acme, rita, submit, browser, page, stored, inside
):
    submission = submit(acme, "a.com")
    stored("test/a.com", b"picture bytes")
    client = browser(rita)
    client.post(page("claim", submission))
    answer = client.get(f"/admin/verification/submission/{submission.pk}/picture/0/")
    assert answer.content == b"picture bytes"
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    with inside(acme):
        entry = LogEntry.objects.get(action="material.viewed")
        assert (entry.actor_label, entry.reason) == ("Rita", "first review")


def test_pictures_are_refused_to_other_staff_and_to_members(acme, alice, stan, submit, browser):
    address = f"/admin/verification/submission/{submit(acme, 'a.com').pk}/picture/0/"
    assert browser(stan).get(address).status_code == 403
    assert browser(alice).get(address).status_code == 302


def test_picture_that_is_not_there_is_404(acme, rita, submit, browser):
    address = f"/admin/verification/submission/{submit(acme, 'a.com').pk}/picture/7/"
    assert browser(rita).get(address).status_code == 404


def test_refusal_without_a_reason_leads_to_the_reasons(acme, rita, submit, browser, page):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    answer = client.post(page("refuse", submission), {"note_to_user": "x"})
    assert answer.status_code == 400
    assert 'href="#reasons"' in answer.text
    assert answer.text.count(" autofocus") == 1
    assert 'aria-describedby="reasons-error" autofocus' in answer.text


def failed_attempt(acme, domain, **fields):
    values = {"state": "failed", "stage": "authority", "document_number": "11O10519491231002X"}
    values |= {"raw_messages": ["证件电子信息核验不合格"]}
    return world.submission_of(acme, domain=domain, **(values | fields))


def test_diagnosis_of_a_failed_submission_is_shown_with_the_answers(
    acme, rita, submit, browser, page, inside
):
    domain = submit(acme, "a.com").domain
    with inside(acme):
        row = failed_attempt(acme, domain)
        for code, value in (("special_profession", "no"), ("hukou_in_transfer", "yes")):
            DiagnosisAnswer.objects.create(
                account=acme,
                submission=row,
                code=code,
                value=value,
                answered_by="x",
                answered_at=timezone.now(),
            )
    client = browser(rita)
    client.cookies["language"] = "en"
    text = client.get(page("decide", row)).text
    card = text[text.index('id="diagnosis-title"') :]
    assert "Mixed up at position 3: O → 0." in card
    assert "Answered: Yes" in card
    assert "Answered: No" in card
    assert "<form" not in card[: card.index("</section>")]
    assert "11O10519491231002X" not in text


def test_earlier_failed_attempt_shows_what_is_sure(acme, rita, submit, browser, page, inside):
    submission = submit(acme, "a.com", attempt=2)
    with inside(acme):
        failed_attempt(acme, submission.domain)
    text = browser(rita).get(page("decide", submission)).text
    assert 'id="diagnosis-title"' not in text
    assert "O → 0" in text[text.index('id="attempts-title"') :]


def test_case_with_many_attempts_costs_the_same(acme, rita, submit, browser, page, inside):
    costs = []
    for count in (1, 4):
        submission = submit(acme, f"a{count}.com", attempt=count + 1)
        with inside(acme):
            for _ in range(count):
                failed_attempt(acme, submission.domain)
        client = browser(rita)
        client.get(page("decide", submission))
        with CaptureQueriesContext(connection) as queries:
            client.get(page("decide", submission))
        costs.append(len(queries))
    assert costs[0] == costs[1]
