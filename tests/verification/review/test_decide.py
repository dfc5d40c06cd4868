"""Claim, approve, refuse: by one reviewer, once."""

import pytest

from registrar.accounts.models import Membership
from registrar.oplog.models import LogEntry


def test_reviewer_claims_and_the_page_offers_a_decision(acme, rita, submit, browser, page, fresh):
    submission = submit(acme, "a.com")
    client = browser(rita)
    assert page("approve", submission) not in client.get(page("decide", submission)).text
    answer = client.post(page("claim", submission), follow=True)
    assert page("approve", submission) in answer.text
    assert (fresh(submission).state, fresh(submission).reviewer) == ("in_review", rita)


def test_second_reviewer_is_told_and_gets_no_buttons(acme, rita, rex, submit, browser, page, fresh):
    submission = submit(acme, "a.com")
    browser(rita).post(page("claim", submission))
    answer = browser(rex).post(page("claim", submission), follow=True)
    assert answer.status_code == 200
    assert answer.context["case"].standing == "theirs"
    assert list(answer.context["messages"])
    assert page("approve", submission) not in answer.text
    assert fresh(submission).reviewer == rita


def test_approval_sends_to_the_authority_and_opens_the_next(
    acme, rita, submit, browser, page, fresh
):
    first, second = submit(acme, "a.com"), submit(acme, "b.com")
    client = browser(rita)
    client.post(page("claim", first))
    answer = client.post(page("approve", first))
    assert answer.url == page("decide", second)
    assert fresh(first).state == "at_authority"


def test_refusal_keeps_reasons_and_both_notes_and_leads_back_when_the_queue_is_empty(
    acme, rita, submit, browser, page, fresh
):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    typed = {
        "reason_codes": ["materials_unclear", "number_mismatch"],
        "note_to_user": "左下角模糊",
        "note_to_staff": "second time",
    }
    answer = client.post(page("refuse", submission), typed)
    assert answer.url == "/admin/verification/submission/"
    row = fresh(submission)
    assert (row.state, row.stage) == ("failed", "reviewer")
    assert row.reason_codes == typed["reason_codes"]
    assert (row.note_to_user, row.note_to_staff) == ("左下角模糊", "second time")
    assert row.domain.real_name == "failed"


@pytest.mark.parametrize("codes", [[], ["no_such_reason"]])
def test_refusal_without_a_known_reason_says_so_and_keeps_the_notes(
    codes, acme, rita, submit, browser, page, fresh
):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    typed = {"reason_codes": codes, "note_to_user": "左下角模糊"}
    answer = client.post(page("refuse", submission), typed)
    assert answer.status_code == 400
    assert "左下角模糊" in answer.text
    assert fresh(submission).state == "in_review"


@pytest.mark.parametrize("name", ["approve", "refuse"])
def test_second_click_is_a_message_and_changes_nothing(
    name, acme, rita, submit, browser, page, fresh
):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    typed = {"reason_codes": ["materials_unclear"]}
    client.post(page(name, submission), typed)
    state = fresh(submission).state
    again = client.post(page(name, submission), typed, follow=True)
    assert again.status_code == 200
    assert list(again.context["messages"])
    assert fresh(submission).state == state


def test_decision_without_a_claim_is_refused(acme, rita, submit, browser, page, fresh):
    submission = submit(acme, "a.com")
    browser(rita).post(page("approve", submission))
    assert fresh(submission).state == "submitted"


def test_reviewer_does_not_decide_for_an_account_that_they_belong_to(
    acme, rita, submit, browser, page, fresh, inside
):
    submission = submit(acme, "a.com")
    with inside(acme):
        Membership.objects.create(account=acme, user=rita, role="viewer")
    answer = browser(rita).post(page("claim", submission), follow=True)
    assert answer.context["case"].standing == "own_account"
    assert fresh(submission).state == "submitted"


@pytest.mark.parametrize("name", ["decide", "claim", "approve", "refuse", "reveal"])
def test_staff_without_the_permission_are_refused(name, acme, stan, submit, browser, page, fresh):
    submission = submit(acme, "a.com")
    client = browser(stan)
    send = client.get if name == "decide" else client.post
    assert send(page(name, submission)).status_code == 403
    assert fresh(submission).state == "submitted"


@pytest.mark.parametrize("name", ["decide", "claim", "approve", "refuse", "reveal"])
def test_members_who_are_not_staff_are_sent_to_sign_in(
    name, acme, alice, submit, browser, page, fresh
):
    submission = submit(acme, "a.com")
    client = browser(alice)
    send = client.get if name == "decide" else client.post
    assert "/admin/login/" in send(page(name, submission)).url
    assert fresh(submission).state == "submitted"


@pytest.mark.parametrize("name", ["claim", "take-over", "approve", "refuse", "reveal"])
def test_get_changes_nothing_and_leads_to_the_page(name, acme, rita, submit, browser, page, fresh):
    submission = submit(acme, "a.com")
    answer = browser(rita).get(page(name, submission))
    assert answer.headers["Location"] == page("decide", submission)
    assert fresh(submission).state == "submitted"


def test_every_step_is_in_the_operation_log(acme, rita, submit, browser, page, inside):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", submission))
    client.post(page("refuse", submission), {"reason_codes": ["materials_unclear"]})
    with inside(acme):
        rows = LogEntry.objects.filter(object_id=submission.public_id).order_by("number")
        assert [(r.action, r.actor_kind, r.actor_label) for r in rows] == [
            ("submission.claimed", "staff", "Rita"),
            ("submission.failed", "staff", "Rita"),
        ]


def test_colleague_takes_over_and_only_they_decide(acme, rita, rex, submit, browser, page, fresh):
    submission = submit(acme, "a.com")
    browser(rita).post(page("claim", submission))
    answer = browser(rex).post(page("take-over", submission), follow=True)
    assert page("approve", submission) in answer.text
    assert fresh(submission).reviewer == rex
    browser(rita).post(page("approve", submission))
    assert fresh(submission).state == "in_review"


def test_taking_over_ones_own_or_an_unclaimed_one_changes_nothing(
    acme, rita, submit, browser, page, fresh
):
    submission = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("take-over", submission))
    assert fresh(submission).state == "submitted"
    client.post(page("claim", submission))
    claimed_at = fresh(submission).claimed_at
    client.post(page("take-over", submission))
    assert fresh(submission).claimed_at == claimed_at
