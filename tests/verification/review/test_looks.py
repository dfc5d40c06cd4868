"""Numbers and pictures are seen for a reason, and each look is logged with it."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from registrar.accounts.models import Membership
from registrar.oplog.models import LogEntry
from tests import world
from tests.verification.conftest import picture_bytes
from verification.models import ReviewDecision, SubmissionMaterial

NUMBER = world.NUMBER


@pytest.fixture
def waiting(acme, submit, stored):
    submission = submit(acme, "a.com")
    stored("test/a.com", picture_bytes())
    return submission


def address(submission, position=0):
    return f"/admin/verification/submission/{submission.pk}/picture/{position}/"


def reasons_of(inside, acme, action):
    with inside(acme):
        entries = LogEntry.objects.filter(action=action).order_by("id")
        return [entry.reason for entry in entries]


def proposed(inside, acme, submission, reviewer):
    with inside(acme):
        return ReviewDecision.objects.create(
            account=acme,
            submission=submission,
            reviewer=reviewer,
            verdict="approve",
            standing="proposed",
            decided_at=timezone.now(),
        )


def give(client, page, submission, **typed):
    return client.post(page("look", submission), typed)


def test_holder_sees_pictures_at_once(acme, rita, browser, page, waiting, inside):
    client = browser(rita)
    client.post(page("claim", waiting))
    assert address(waiting) in client.get(page("decide", waiting)).text
    assert client.get(address(waiting)).status_code == 200
    assert reasons_of(inside, acme, "material.viewed") == ["first review"]


def test_second_reviewer_looks_for_the_second_review(
    acme, rita, rex, browser, waiting, inside, as_staff
):
    proposed(inside, acme, waiting, rex)
    with as_staff():
        type(waiting).objects.filter(pk=waiting.pk).update(state="in_review", reviewer=rita)
    assert browser(rita).get(address(waiting)).status_code == 200
    assert reasons_of(inside, acme, "material.viewed") == ["second review"]


@pytest.mark.parametrize("state", ["submitted", "in_review", "second_review", "passed", "failed"])
def test_whoever_does_not_hold_it_is_refused_without_a_reason(
    state, acme, rita, rex, submit, stored, browser, page, inside
):
    stage = {"stage": "reviewer"} if state == "failed" else {}
    submission = submit(acme, "b.com", state=state, reviewer=rex, **stage)
    stored("test/b.com", picture_bytes())
    client = browser(rita)
    answer = client.get(page("decide", submission))
    assert address(submission) not in answer.text
    assert page("look", submission) in answer.text
    assert client.get(address(submission)).status_code == 403
    assert client.get(address(submission) + "sent/").status_code == 403
    assert reasons_of(inside, acme, "material.viewed") == []


def test_a_reason_opens_this_case_and_no_other_and_is_logged_with_each_look(
    acme, rita, submit, browser, page, waiting, inside
):
    other, client = submit(acme, "other.com"), browser(rita)
    assert give(client, page, waiting, reason="before claiming").url == page("decide", waiting)
    assert address(waiting) in client.get(page("decide", waiting)).text
    assert [client.get(address(waiting)).status_code for _ in range(2)] == [200, 200]
    assert client.get(address(other)).status_code == 403
    assert reasons_of(inside, acme, "material.viewed") == ["before claiming"] * 2


def test_a_reason_counts_for_a_quarter_of_an_hour_and_this_session(
    acme, rita, browser, page, waiting
):
    client = browser(rita)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        give(client, page, waiting, reason="before claiming")
        assert browser(rita).get(address(waiting)).status_code == 403
        clock.shift(dt.timedelta(minutes=14))
        assert client.get(address(waiting)).status_code == 200
        clock.shift(dt.timedelta(minutes=2))
        assert client.get(address(waiting)).status_code == 403


@pytest.mark.parametrize(
    "typed",
    [{}, {"reason": "because"}, {"reason": "other"}, {"reason": "other", "text": "  "}],
)
@pytest.mark.parametrize("name", ["look", "reveal"])
def test_unknown_reasons_and_no_reasons_are_refused(
    name, typed, acme, rita, browser, page, waiting, inside
):
    client = browser(rita)
    answer = client.post(page(name, waiting), typed)
    assert answer.status_code == 400
    assert "field-error" in answer.text
    assert NUMBER not in answer.text
    assert client.get(address(waiting)).status_code == 403
    assert reasons_of(inside, acme, "submission.number_revealed") == []


def test_own_words_are_logged(acme, rita, browser, page, waiting, inside):
    client = browser(rita)
    typed = {"reason": "other", "text": "police asks, file 7"}
    assert NUMBER in client.post(page("reveal", waiting), typed).text
    give(client, page, waiting, **typed)
    client.get(address(waiting))
    assert reasons_of(inside, acme, "submission.number_revealed") == ["police asks, file 7"]
    assert reasons_of(inside, acme, "material.viewed") == ["police asks, file 7"]


def test_a_script_gets_the_part_alone(rita, browser, page, waiting):
    typed = {"reason": "digits unclear"}
    answer = browser(rita).post(page("reveal", waiting), typed, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert NUMBER in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize("state", ["submitted", "in_review", "passed"])
def test_members_of_the_account_see_neither_number_nor_pictures(
    state, acme, rita, submit, stored, browser, page, inside
):
    submission = submit(acme, "own.com", state=state, reviewer=rita)
    stored("test/own.com", picture_bytes())
    with inside(acme):
        Membership.objects.create(account=acme, user=rita, role="viewer")
    client = browser(rita)
    text = client.get(page("decide", submission)).text
    assert page("look", submission) not in text
    assert page("reveal", submission) not in text
    assert give(client, page, submission, reason="before claiming").status_code == 403
    answer = client.post(page("reveal", submission), {"reason": "digits unclear"})
    assert answer.status_code == 403
    assert NUMBER not in answer.text
    assert client.get(address(submission)).status_code == 403
    assert reasons_of(inside, acme, "submission.number_revealed") == []


def test_what_is_sent_is_shown_and_logged_about_the_original(
    acme, rita, submit, stored, browser, inside
):
    submission = submit(acme, "c.com", state="in_review", reviewer=rita)
    stored("test/c-sent", b"what is sent")
    with inside(acme):
        link = SubmissionMaterial.objects.get(submission=submission)
        link.rendition = world.rendition_of(link.material, storage_name="test/c-sent")
        link.save()
    answer = browser(rita).get(address(submission) + "sent/")
    assert (answer.content, answer["Content-Type"]) == (b"what is sent", "image/jpeg")
    with inside(acme):
        entry = LogEntry.objects.get(action="material.viewed")
        assert (entry.object_id, entry.reason) == (link.material.public_id, "first review")


def test_what_is_sent_is_404_where_the_original_goes(acme, rita, submit, browser):
    submission = submit(acme, "d.com", state="in_review", reviewer=rita)
    assert browser(rita).get(address(submission) + "sent/").status_code == 404


@pytest.mark.parametrize("name", ["look", "reading"])
def test_others_get_neither_looks_nor_readings(name, stan, alice, browser, page, waiting):
    method = "post" if name == "look" else "get"
    assert getattr(browser(stan), method)(page(name, waiting)).status_code == 403
    assert getattr(browser(alice), method)(page(name, waiting)).status_code == 302
