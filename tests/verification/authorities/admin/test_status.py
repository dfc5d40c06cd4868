"""The status pages: what they count, what they cost, and what refreshes itself."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from psycopg import sql

from verification.authorities import figures
from verification.authorities.figures import Figures, figures_by_authority
from verification.authorities.routing import simulated_authority
from verification.models import AuthorityAnswer, Submission
from verification.services.authority_routes import add_route

OVERVIEW = "/admin/verification/authority/status/"
HTMX = {"HX-Request": "true"}
MINUTE = dt.timedelta(minutes=1)
# What goes to an authority, where no choice says it.
REST, NONE = "everything that no choice covers", "No choice leads to it"


def page(name, row):
    return reverse(f"admin:verification_authority_{name}", args=[row.pk])


@pytest.fixture
def ended(send):
    """`ended(acme, row, minutes=…)`: an answer that took so long from its receipt."""

    def make(account, row, *, minutes, **columns):
        now = timezone.now()
        values = {"state": "passed", "received_at": now - minutes * MINUTE, "ended_at": now}
        return send(account, row, **(values | columns))

    return make


@pytest.fixture
def counted(as_staff):
    def read(row):
        with as_staff():
            return figures_by_authority(now=timezone.now()).get(row.pk, Figures())

    return read


def test_what_is_under_way_is_counted_by_authority(acme, globex, make_authority, send, counted):
    row, other = make_authority(), make_authority()
    now = timezone.now()
    send(acme, row)
    send(globex, row, sent_at=now - 3 * MINUTE, deadline=now - MINUTE)
    send(acme, row, sent_at=now - 2 * MINUTE, deadline=now + MINUTE)
    send(acme, row, state="withdrawn", sent_at=now)
    send(acme, other)
    found = counted(row)
    assert (found.to_send, found.sent, found.overdue) == (1, 2, 1)
    assert found.oldest_sent == now - 3 * MINUTE
    assert counted(other).to_send == 1


def test_answers_are_counted_by_their_way_and_contradictions_for_a_month(
    acme, make_authority, send, answer, counted
):
    row = make_authority()
    submission = send(acme, row, state="passed")
    now = timezone.now()
    answer(submission, received_at=now)
    answer(submission, received_at=now, via="poll")
    answer(submission, received_at=now, via="poll", effect="contradicted")
    answer(submission, received_at=now - dt.timedelta(days=29), effect="contradicted")
    answer(submission, received_at=now - dt.timedelta(days=31), effect="contradicted")
    found = counted(row)
    assert (found.by_callback, found.by_poll, found.contradictions) == (1, 2, 2)


def test_median_is_of_what_the_authority_itself_ended_lately(acme, make_authority, ended, counted):
    row = make_authority()
    for minutes in (1, 3, 11):
        ended(acme, row, minutes=minutes)
    failed = {"state": "failed", "minutes": 5}
    ended(acme, row, **failed, stage="authority")
    ended(acme, row, **failed | {"minutes": 999}, stage="timeout")
    ended(acme, row, **failed | {"minutes": 999}, stage="reviewer")
    ended(acme, row, minutes=999, ended_at=timezone.now() - dt.timedelta(days=8))
    assert counted(row).median == 4 * MINUTE


def test_authority_without_anything_has_zeros(make_authority, counted):
    assert counted(make_authority()) == Figures()


def test_status_page_shows_its_contradictions_with_links_for_who_may_see_submissions(
    acme, make_authority, send, answer, olga, rita, browse
):
    row = make_authority()
    submission = send(acme, row, state="passed")
    answer(submission, received_at=timezone.now(), effect="contradicted", standing="failed")
    address = reverse("admin:verification_submission_change", args=[submission.pk])
    for user, linked in ((olga, False), (rita, True)):
        text = browse(user).get(page("status", row)).text
        assert submission.public_id in text
        assert (f'href="{address}"' in text) is linked
        assert submission.holder_name not in text
        assert re.search(r'data-label="It said later">\s*Failed\s*<', text)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({}, "Never used"),
        ({"last_ok_at": timezone.now()}, "Working"),
        ({"last_error_at": timezone.now(), "last_error": "status_503", "failures": 2}, "HTTP 503"),
        (
            {"open_until": timezone.now() + dt.timedelta(hours=1), "failures": 7},
            "after 7 failures in a row",
        ),
        ({"paused_at": timezone.now(), "pause_reason": "maintenance <b>"}, "maintenance &lt;b&gt;"),
    ],
)
def test_pages_say_how_it_is(columns, words, make_authority, olga, browse):
    row = make_authority(**columns)
    client = browse(olga)
    for address in (OVERVIEW, page("status", row)):
        assert words in client.get(address).text


def what_goes_there(answer):
    return [words for words in (REST, NONE) if words in answer.text]


def test_default_authority_takes_what_no_choice_covers(make_authority, do, settings, olga, browse):
    default, other = make_authority(), make_authority()
    settings.DEFAULT_AUTHORITY = default.code
    client = browse(olga)
    assert what_goes_there(client.get(page("status", default))) == [REST]
    assert what_goes_there(client.get(page("status", other))) == [NONE]
    do(add_route, suffix="cn", profile="", authority_id=default.pk)
    text = client.get(page("status", default)).text
    assert ".cn" in text
    assert REST in text


def test_default_authority_takes_nothing_where_a_choice_covers_all(
    make_authority, do, settings, olga, browse
):
    default, other = make_authority(), make_authority()
    settings.DEFAULT_AUTHORITY = default.code
    do(add_route, suffix="", profile="", authority_id=other.pk)
    assert what_goes_there(browse(olga).get(page("status", default))) == [NONE]


def test_simulated_default_that_may_not_judge_takes_nothing(as_staff, settings, olga, browse):
    settings.SIMULATED_AUTHORITY_ALLOWED = False
    with as_staff():
        row = simulated_authority()
    assert what_goes_there(browse(olga).get(page("status", row))) == [NONE]


def test_last_trouble_of_one_that_works_again_is_told_as_past(make_authority, olga, browse):
    now = timezone.now()
    row = make_authority(last_ok_at=now, last_error_at=now - MINUTE, last_error="timeout")
    text = browse(olga).get(page("status", row)).text
    assert "Last trouble" in text
    assert "It did not answer in time" in text
    assert "callout-warn" not in text


def test_live_part_is_answered_alone_and_asks_for_the_page_when_its_buttons_change(
    make_authority, olga, browse
):
    row = make_authority()
    client = browse(olga)
    for address in (OVERVIEW, page("status", row)):
        part = client.get(address + "?paused=no", headers=HTMX)
        assert "<html" not in part.text
        assert 'hx-trigger="every 5s"' in part.text
        assert "HX-Refresh" not in part
    assert client.get(page("status", row) + "?paused=yes", headers=HTMX)["HX-Refresh"] == "true"


def test_pages_cost_the_same_queries_for_one_authority_and_for_three(
    acme, make_authority, send, answer, olga, browse
):
    client = browse(olga)
    rows = [make_authority(paused_at=timezone.now(), paused_by=olga)]
    client.get(OVERVIEW)
    costs = {}
    for _number in (1, 3):
        for row in rows:
            submission = send(acme, row, state="passed", ended_at=timezone.now())
            answer(submission, received_at=timezone.now(), effect="contradicted")
        for address in (OVERVIEW, page("status", rows[0]), "/admin/verification/authority/"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            costs.setdefault(address, []).append(len(queries))
        rows += [make_authority(paused_at=timezone.now(), paused_by=olga) for _ in range(2)]
    assert all(one == three for one, three in costs.values()), costs
    assert costs[OVERVIEW][0] <= 16


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("_under_way", "submission_at_authority"),
        ("_answers_today", "answer_by_time"),
        ("_contradictions", "answer_contradicted"),
    ],
)
def test_figures_can_be_read_from_an_index(query, index, as_staff, db):
    model = Submission if index.startswith("submission") else AuthorityAnswer
    leave_only(model._meta.db_table, index)
    with as_staff(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = getattr(figures, query)(timezone.now()).explain()
    assert index in plan


def leave_only(table, index):
    """In an empty table every index is as good as any other: those that carry no constraint go,
    until the end of the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = %s::regclass"
            " AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)",
            [table],
        )
        others = [sql.Identifier(name) for (name,) in cursor.fetchall() if name != index]
        assert others
        cursor.execute(sql.SQL("DROP INDEX {}").format(sql.SQL(", ").join(others)))


def test_front_page_tells_of_trouble_and_of_nothing_else(make_authority, olga, rita, stan, browse):
    make_authority(name="Fine one", last_ok_at=timezone.now())
    make_authority(name="Fresh one")
    for user in (olga, rita):
        assert OVERVIEW not in browse(user).get("/admin/").text
    now = timezone.now()
    make_authority(name="Silent one", last_error_at=now, last_error="timeout")
    make_authority(name="Held one", paused_at=now, paused_by=olga)
    make_authority(name="Open one", failures=9, open_until=now + MINUTE)
    for user in (olga, rita):
        text = browse(user).get("/admin/").text
        assert all(name in text for name in ("Silent one", "Held one", "Open one"))
        assert not any(name in text for name in ("Fine one", "Fresh one"))
    assert "Silent one" not in browse(stan).get("/admin/").text


def test_no_authority_yet_says_what_to_do(olga, rita, browse):
    add = reverse("admin:verification_authority_new")
    for address in (OVERVIEW, "/admin/verification/authority/"):
        assert add in browse(olga).get(address).text
        assert "No authority yet" in browse(rita).get(address).text
        assert add not in browse(rita).get(address).text
