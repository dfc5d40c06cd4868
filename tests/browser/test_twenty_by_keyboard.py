"""Twenty cases from the queue to the last decision, without touching the mouse."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser import workbench
from verification.models import ReviewDecision, Submission

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CASES = 20


@pytest.fixture
def waiting(acme, inside):
    now = timezone.now()
    with inside(acme):
        return [
            workbench.make_case(
                acme,
                f"case{number}.com",
                state="submitted",
                waiting_since=now,
                review_due_at=now + dt.timedelta(minutes=number),
            )
            for number in range(CASES)
        ]


def refuse(page):
    """The first suggestion, then what typing finds."""
    page.keyboard.press("f")
    page.keyboard.press("Enter")
    page.keyboard.type("unclear")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")


def test_twenty_cases_are_decided_by_keys(open_context, live_server, rex, waiting, inside, acme):
    queue = "/admin/verification/submission/"
    page = workbench.open_page(open_context, live_server.url, rex, queue)
    page.keyboard.press("n")
    for number, case in enumerate(waiting):
        expect(page).to_have_url(f"{live_server.url}{queue}{case.pk}/decide/")
        page.wait_for_load_state("networkidle")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        if number % 3 == 2:
            refuse(page)
        else:
            expect(page.locator("[data-review-rests]")).to_have_count(0)
            page.keyboard.press("a")
    expect(page).to_have_url(f"{live_server.url}{queue}")
    expect(page.locator(".messagelist")).to_contain_text("Nothing waits that you could decide now.")
    page.wait_for_load_state("networkidle")
    assert page.complaints == []
    with inside(acme):
        verdicts = dict(ReviewDecision.objects.values_list("submission_id", "verdict"))
        wanted = ["fail" if number % 3 == 2 else "approve" for number in range(CASES)]
        assert [verdicts[case.pk] for case in waiting] == wanted
        left = Submission.objects.filter(state__in=("submitted", "in_review"))
        assert not left.exists()
