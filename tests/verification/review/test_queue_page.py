"""The queue: what it shows to whom, in which order, page by page, in how many queries."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from registrar.accounts.models import Membership
from tests import world

QUEUE = "/admin/verification/submission/"
NEXT, ASSIGN, RESEND = (f"{QUEUE}{name}/" for name in ("next", "assign", "resend"))
MOST_QUERIES = 15


def rows(answer):
    return [line.submission for line in answer.context["lines"]]


@pytest.fixture
def onlooker(stan):
    """Staff who may look and not decide."""
    stan.user_permissions.set(Permission.objects.filter(codename="view_submission"))
    return stan


def hours(number):
    return timezone.now() + dt.timedelta(hours=number)


def test_queue_shows_the_oldest_due_first_and_what_is_never_due_last(
    acme, globex, rita, submit, browser
):
    never = submit(acme, "never.com")
    late = submit(acme, "late.com", review_due_at=hours(2))
    soon = submit(globex, "soon.com", review_due_at=hours(-1), state="second_review")
    submit(acme, "done.com", state="passed", review_due_at=hours(-9))
    assert rows(browser(rita).get(QUEUE)) == [soon, late, never]


def test_row_says_what_there_is_to_say(acme, rita, rex, submit, browser, page):
    row = submit(
        acme,
        "xn--fsqu00a.com",
        state="in_review",
        reviewer=rex,
        assigned_to=rita,
        lease_until=hours(-1),
        review_due_at=hours(-3),
        attempt=2,
        found_codes=["name_fullwidth_brackets"],
        found_worst="warn",
    )
    client = browser(rita)
    client.cookies["language"] = "en"
    answer = client.get(QUEUE)
    for text in (
        *("3\xa0hours overdue", "attempt 2", "Please check", "Brackets of the wrong width"),
        *("claim has run out", "assigned to you", acme.name, "Rex", page("decide", row)),
    ):
        assert text in answer.text
    line = answer.context["lines"][0]
    assert (line.overdue, line.claim_ended, line.mine, line.own) == (True, True, False, False)


def test_own_accounts_rows_are_marked(acme, rita, submit, browser, inside):
    submit(acme, "a.com")
    with inside(acme):
        Membership.objects.create(account=acme, user=rita, role="viewer")
    assert browser(rita).get(QUEUE).context["lines"][0].own


def test_pages_by_key_miss_nothing_and_repeat_nothing_among_ties_and_nulls(
    acme, rita, browser, inside
):
    same = hours(1)
    with inside(acme):
        for number in range(130):
            world.submission_of(
                acme,
                domain=world.domain_of(acme, f"d{number}.com"),
                state="submitted",
                review_due_at=(same, None)[number % 2],
            )
    client, seen, address = browser(rita), [], QUEUE
    while address:
        answer = client.get(address)
        seen += rows(answer)
        address = answer.context["next_url"]
    assert len(seen) == len(set(seen)) == 130
    assert [row.review_due_at for row in seen] == [same] * 65 + [None] * 65
    assert answer.context["first_url"] == QUEUE


@pytest.mark.parametrize(
    "asked",
    [{"cursor": "nonsense"}, {"state": "no"}, {"age": "x"}, {"findings": "x"}, {"q": " "}],
)
def test_what_makes_no_sense_in_the_address_changes_nothing(asked, acme, rita, submit, browser):
    row = submit(acme, "a.com")
    assert rows(browser(rita).get(QUEUE, asked)) == [row]


def test_counts_are_of_all_that_waits_whatever_is_shown(acme, rita, rex, submit, browser):
    submit(acme, "free.com", review_due_at=hours(-1))
    submit(acme, "mine.com", state="in_review", reviewer=rita, assigned_to=rita)
    submit(acme, "theirs.com", state="in_review", reviewer=rex)
    submit(acme, "second.com", state="second_review")
    submit(acme, "more.com", state="more_wanted")
    submit(acme, "done.com", state="passed", review_due_at=hours(-1))
    answer = browser(rita).get(QUEUE, {"q": "zzz"})
    assert [tab["count"] for tab in answer.context["tabs"]] == [4, 1, 1, 1, 3, 1, 1]


def test_every_view_shows_as_many_as_its_tab_counts(acme, rita, rex, submit, browser):
    submit(acme, "free.com", review_due_at=hours(-1), assigned_to=rita)
    submit(acme, "mine.com", state="in_review", reviewer=rita)
    submit(acme, "theirs.com", state="in_review", reviewer=rex, assigned_to=rex)
    submit(acme, "second.com", state="second_review", assigned_to=rita)
    submit(acme, "more.com", state="more_wanted")
    client = browser(rita)
    for tab in client.get(QUEUE).context["tabs"]:
        answer = client.get(QUEUE + tab["url"])
        assert len(rows(answer)) == tab["count"], tab
        assert [one["label"] for one in answer.context["tabs"] if one["here"]] == [tab["label"]]


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return len(caught)


@pytest.mark.parametrize("address", [QUEUE, f"{QUEUE}?q=a&account=a&findings=warn&age=1"])
def test_queries_are_as_many_for_one_row_as_for_three(
    address, acme, globex, rita, rex, submit, browser
):
    client, old = browser(rita), {"submitted_at": hours(-2000)}
    old |= {"found_codes": ["name_contains_space"], "found_worst": "warn"}
    acme.name = "a"
    submit(acme, "a.com", **old)
    one = queries(client, address)
    submit(acme, "ab.com", state="in_review", reviewer=rex, assigned_to=rita, **old)
    submit(globex, "abc.com", **old)
    assert queries(client, address) == one <= MOST_QUERIES


def test_empty_queue_says_what_to_do(acme, rita, browser, submit):
    client = browser(rita)
    client.cookies["language"] = "en"
    assert "Nothing waits for review" in client.get(QUEUE).text
    submit(acme, "done.com", state="passed")
    searched = client.get(QUEUE, {"q": "done.com"})
    assert "Search in all states" in searched.text
    everywhere = client.get(QUEUE + searched.context["everywhere"])
    assert [row.state for row in rows(everywhere)] == ["passed"]
    assert "Nothing fits this search" in client.get(QUEUE, {"overdue": "1"}).text


def test_onlookers_see_the_list_without_buttons(acme, onlooker, submit, browser, page):
    row = submit(acme, "a.com")
    answer = browser(onlooker).get(QUEUE)
    assert rows(answer) == [row]
    for address in (NEXT, ASSIGN, RESEND, page("decide", row)):
        assert address not in answer.text
    assert 'name="submission"' not in answer.text
    assert page("change", row) in answer.text


def test_staff_without_permission_and_members_get_no_list(acme, stan, alice, submit, browser):
    submit(acme, "a.com")
    assert browser(stan).get(QUEUE).status_code == 403
    assert "/admin/login/" in browser(alice).get(QUEUE).url


def test_list_is_not_posted_to(rita, browser):
    assert browser(rita).post(QUEUE, {"action": "delete_selected"}).status_code == 405


def test_sealed_numbers_stay_closed(acme, rita, submit, browser):
    submit(acme, "a.com")
    assert world.NUMBER not in browser(rita).get(QUEUE).text


def test_no_button_decides_many(acme, rita, submit, browser):
    submit(acme, "a.com")
    answer = browser(rita).get(QUEUE)
    assert answer.text.count("formaction=") == 2
    assert "approve" not in answer.text
