"""The queue's buttons: the next one, assigning, asking the authority; and the claim's own."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.accounts.models import Membership
from verification.models import Submission

QUEUE = "/admin/verification/submission/"
NEXT, ASSIGN, RESEND = (f"{QUEUE}{name}/" for name in ("next", "assign", "resend"))


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def test_next_claims_the_most_urgent_and_opens_it(acme, rita, submit, browser, page, fresh):
    soon = timezone.now() + dt.timedelta(hours=1)
    submit(acme, "later.com", review_due_at=soon + dt.timedelta(hours=1))
    urgent = submit(acme, "urgent.com", review_due_at=soon)
    answer = browser(rita).post(NEXT)
    assert answer.url == page("decide", urgent)
    assert (fresh(urgent).state, fresh(urgent).reviewer) == ("in_review", rita)


def test_next_says_when_there_is_none_and_keeps_the_filter(acme, rita, submit, browse, inside):
    submit(acme, "own.com")
    with inside(acme):
        Membership.objects.create(account=acme, user=rita, role="viewer")
    answer = browse(rita).post(f"{NEXT}?overdue=1&x=//evil", follow=True)
    assert answer.redirect_chain == [(f"{QUEUE}?overdue=1", 302)]
    assert said(answer) == ["Nothing waits that you could decide now."]


@pytest.mark.parametrize("whom", ["me", "colleague", "nobody"])
def test_ticked_ones_are_assigned_and_the_list_stays_as_it_was(
    whom, acme, rita, rex, submit, browse, fresh
):
    one = submit(acme, "a.com", assigned_to=rex if whom != "colleague" else None)
    other = submit(acme, "b.com")
    form = {"submission": [one.pk], "assignee": str(rex.pk) if whom == "colleague" else whom}
    answer = browse(rita).post(f"{ASSIGN}?attempt=first", form, follow=True)
    assert answer.redirect_chain == [(f"{QUEUE}?attempt=first", 302)]
    assert fresh(one).assigned_to == {"me": rita, "colleague": rex, "nobody": None}[whom]
    assert fresh(other).assigned_to is None
    assert said(answer) == ["1 assigned anew."]


def test_those_that_can_not_be_assigned_are_counted(acme, globex, rita, submit, browse, inside):
    rows = [
        submit(acme, "own.com"),
        submit(globex, "a.com"),
        submit(globex, "b.com", state="passed"),
    ]
    with inside(acme):
        Membership.objects.create(account=acme, user=rita, role="viewer")
    form = {"submission": [row.pk for row in rows], "assignee": "me"}
    told = said(browse(rita).post(ASSIGN, form, follow=True))
    assert told[0] == "1 assigned anew."
    assert told[1].startswith("2 stay as they are")


@pytest.mark.parametrize("whom", ["", "0", "x", "99999999999999999999", "²"])
def test_assigning_to_nobody_known_is_told(whom, acme, rita, submit, browse, fresh):
    row = submit(acme, "a.com")
    answer = browse(rita).post(ASSIGN, {"submission": row.pk, "assignee": whom}, follow=True)
    assert said(answer) == ["Choose whom to assign them to."]
    assert fresh(row).assigned_to is None


def test_assigning_to_a_member_is_refused(acme, rita, alice, submit, browse, fresh):
    row = submit(acme, "a.com")
    form = {"submission": row.pk, "assignee": str(alice.pk)}
    answer = browse(rita).post(ASSIGN, form, follow=True)
    assert answer.status_code == 200
    assert said(answer)
    assert fresh(row).assigned_to is None


@pytest.mark.parametrize("address", [ASSIGN, RESEND])
@pytest.mark.parametrize("ticked", [[], ["x"], ["0"], ["9" * 30]])
def test_nothing_ticked_is_told(address, ticked, acme, rita, submit, browse):
    submit(acme, "a.com")
    form = {"submission": ticked, "assignee": "me"}
    assert said(browse(rita).post(address, form, follow=True)) == ["Tick at least one submission."]


def test_authority_is_asked_about_what_was_sent(acme, rita, submit, browse, fresh, as_staff):
    now, later = timezone.now(), timezone.now() + dt.timedelta(hours=1)
    sent = submit(acme, "a.com", state="at_authority", sent_at=now, due_at=later)
    waits = submit(acme, "b.com")
    with as_staff():
        Submission.objects.update(updated_at=now - dt.timedelta(hours=1))
    form = {"submission": [sent.pk, waits.pk]}
    told = said(browse(rita).post(RESEND, form, follow=True))
    assert told[0] == "The authority is asked about 1."
    assert told[1].startswith("1 stay as they are")
    assert fresh(sent).due_at < later
    assert fresh(waits).due_at is None


@pytest.mark.parametrize("address", [NEXT, ASSIGN, RESEND])
def test_buttons_are_for_reviewers_and_by_post(
    address, acme, stan, alice, rita, submit, browser, fresh
):
    row = submit(acme, "a.com")
    form = {"submission": row.pk, "assignee": "nobody"}
    assert browser(stan).post(address, form).status_code == 403
    assert "/admin/login/" in browser(alice).post(address, form).url
    assert browser(rita).get(address).url == QUEUE
    assert fresh(row).state == "submitted"


def test_opening_the_page_keeps_ones_claim_and_nobody_elses(
    acme, rita, rex, submit, browser, page, fresh
):
    past = timezone.now() - dt.timedelta(minutes=1)
    row = submit(acme, "a.com", state="in_review", reviewer=rita, lease_until=past)
    browser(rex).get(page("decide", row))
    assert fresh(row).lease_until == past
    answer = browser(rita).get(page("decide", row))
    assert fresh(row).lease_until > timezone.now()
    assert page("keep", row) in answer.text


def test_heartbeat_answers_whether_the_claim_still_holds(
    acme, rita, rex, submit, browser, page, fresh
):
    row = submit(acme, "a.com", state="in_review", reviewer=rita, lease_until=timezone.now())
    assert browser(rita).post(page("keep", row)).status_code == 204
    assert browser(rex).post(page("keep", row)).status_code == 409
    browser(rita).post(page("give-back", row))
    assert browser(rita).post(page("keep", row)).status_code == 409
    assert browser(rita).get(page("keep", row)).status_code == 405


def test_given_back_it_is_free_and_the_queue_opens(acme, rita, submit, browser, page, fresh):
    row = submit(acme, "a.com", state="in_review", reviewer=rita, lease_until=timezone.now())
    assert browser(rita).post(page("give-back", row)).url == QUEUE
    assert (fresh(row).state, fresh(row).reviewer) == ("submitted", None)
    again = browser(rita).post(page("give-back", row))
    assert again.url == page("decide", row)


@pytest.mark.parametrize("name", ["keep", "give-back"])
def test_claims_are_kept_and_given_back_by_reviewers_only(
    name, acme, stan, alice, rita, submit, browser, page, fresh
):
    row = submit(acme, "a.com", state="in_review", reviewer=rita, lease_until=timezone.now())
    assert browser(stan).post(page(name, row)).status_code == 403
    assert "/admin/login/" in browser(alice).post(page(name, row)).url
    missing = page(name, row).replace(f"/{row.pk}/", "/999999/")
    assert browser(rita).post(missing).status_code == 404
    assert fresh(row).reviewer == rita
