"""What the queue can be narrowed to, and searched by."""

import datetime as dt

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from registrar.workdays import is_working_day, working_days_between
from tests import world
from verification.models import ReviewDecision
from verification.review.queue.ages import submitted_before
from verification.review.queue.filter import QueueFilter, filter_of

QUEUE = "/admin/verification/submission/"
# A Wednesday: Monday and Tuesday were worked, Saturday and Sunday not.
WEDNESDAY = dt.datetime(2026, 7, 8, 2, tzinfo=dt.UTC)


@pytest.fixture
def found(rita, browser):
    """`found(state="mine")`: the domains (or holders) of what the list shows, in its order."""

    def ask(**asked):
        answer = browser(rita).get(QUEUE, asked)
        rows = [line.submission for line in answer.context["lines"]]
        return [row.domain.name if row.domain else row.holder_name for row in rows]

    return ask


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["new.com", "mine.com", "theirs.com", "second.com"]),
        ({"state": "mine"}, ["mine.com"]),
        ({"state": "submitted"}, ["new.com"]),
        ({"state": "in_review"}, ["mine.com", "theirs.com"]),
        ({"state": "second_review"}, ["second.com"]),
        ({"state": "more_wanted"}, ["more.com"]),
        ({"state": "passed"}, ["done.com"]),
        (
            {"state": "all"},
            ["done.com", "more.com", "second.com", "theirs.com", "mine.com", "new.com"],
        ),
    ],
)
def test_by_state(asked, names, found, acme, rita, rex, submit):
    submit(acme, "new.com")
    submit(acme, "mine.com", state="in_review", reviewer=rita)
    submit(acme, "theirs.com", state="in_review", reviewer=rex)
    submit(acme, "second.com", state="second_review")
    submit(acme, "more.com", state="more_wanted")
    submit(acme, "done.com", state="passed")
    assert found(**asked) == names


def test_what_a_second_reviewer_holds_is_still_to_be_confirmed(
    found, acme, rita, rex, submit, browser, inside
):
    row = submit(acme, "held.com", state="in_review", reviewer=rex)
    submit(acme, "first.com", state="in_review", reviewer=rex)
    with inside(acme):
        ReviewDecision.objects.create(
            account=acme,
            submission=row,
            reviewer=rita,
            verdict="approve",
            standing="proposed",
            waiting_since=row.submitted_at,
            decided_at=timezone.now(),
        )
    assert found(state="second_review") == ["held.com"]
    answer = browser(rita).get(QUEUE)
    assert [tab["count"] for tab in answer.context["tabs"]][5] == 1
    assert {line.submission.domain.name: line.second for line in answer.context["lines"]} == {
        "held.com": True,
        "first.com": False,
    }


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"holder_type": "organization"}, ["firm.com"]),
        ({"attempt": "first"}, ["plain.com", "firm.com"]),
        ({"attempt": "again"}, ["again.com"]),
        ({"findings": "none"}, ["plain.com"]),
        ({"findings": "warn"}, ["firm.com"]),
        ({"findings": "block"}, []),
        ({"findings": "unread"}, ["again.com"]),
        ({"findings": "name_contains_space"}, ["firm.com"]),
        ({"findings": "number_mismatch"}, []),
        ({"account": "环球"}, ["again.com"]),
        ({"account": "GLOBEX"}, ["again.com"]),
        ({"account": "%"}, []),
        ({"assigned": "me"}, ["firm.com"]),
        ({"assigned": "somebody"}, ["firm.com", "again.com"]),
        ({"assigned": "nobody"}, ["plain.com"]),
        ({"overdue": "1"}, ["plain.com"]),
        ({"subject": "template"}, []),
        ({"subject": "domain", "attempt": "first", "assigned": "nobody"}, ["plain.com"]),
    ],
)
def test_by_what_it_is(asked, names, found, acme, globex, rita, rex, submit):
    past = timezone.now() - dt.timedelta(hours=1)
    submit(acme, "plain.com", review_due_at=past, found_worst="none")
    warned = ["name_contains_space", "number_confusable"]
    submit(
        acme,
        "firm.com",
        holder_type="organization",
        found_codes=warned,
        found_worst="warn",
        assigned_to=rita,
    )
    submit(globex, "again.com", attempt=3, assigned_to=rex)
    submit(globex, "done.com", state="passed", attempt=3, review_due_at=past)
    assert found(**asked) == names


@pytest.mark.parametrize(
    ("age", "names"),
    [("1", ["friday.com", "monday.com"]), ("2", ["friday.com"]), ("3", []), ("7", None)],
)
def test_by_age_in_working_days(age, names, found, acme, submit):
    names = names if names is not None else ["friday.com", "monday.com", "today.com"]
    days = {"friday.com": 5, "monday.com": 2, "today.com": 0}
    for name, ago in days.items():
        submit(acme, name, submitted_at=WEDNESDAY - dt.timedelta(days=ago))
    with time_machine.travel(WEDNESDAY, tick=False):
        assert found(age=age) == names


@given(st.dates(dt.date(2025, 1, 10), dt.date(2026, 12, 20)), st.integers(1, 10))
def test_older_than_so_many_working_days_is_exact(today, days):
    edge = submitted_before(days, today=today)
    assert working_days_between(edge - dt.timedelta(days=1), today).days > days
    assert working_days_between(edge, today).days <= days
    assert is_working_day(edge).working


@pytest.mark.parametrize(
    "text",
    ["例子", "例子.com", "xn--fsqu00a", "XN--FSQU00A.COM", "例子。com", " 例子.com ", "李样例"],
)
def test_domain_is_found_by_either_label_and_by_its_holder(text, found, acme, submit, inside):
    submit(acme, "other.com")
    with inside(acme):
        domain = world.domain_of(acme, "xn--fsqu00a.com", unicode_name="例子.com")
        world.submission_of(acme, domain=domain, state="submitted", holder_name="李样例")
    assert found(q=text) == ["xn--fsqu00a.com"]


@pytest.mark.parametrize("text", ["王模板", "Wang Muban"])
def test_template_is_found_by_its_names(text, found, acme, submit, inside):
    submit(acme, "other.com")
    with inside(acme):
        template = world.template_of(acme, name_zh="王模板", name_en="Wang Muban")
        world.submission_of(acme, template=template, state="submitted", holder_name="旧名")
    assert found(q=text) == ["旧名"]
    assert found(q=text, subject="template") == ["旧名"]


def test_public_id_is_found_in_any_state_whatever_else_is_asked(found, acme, submit):
    done = submit(acme, "done.com", state="withdrawn")
    submit(acme, "other.com")
    assert found(q=done.public_id, overdue="1", state="submitted") == ["done.com"]
    assert found(q=done.public_id[:-1]) == []


@pytest.mark.parametrize("text", ["%", "_", "\\", "' OR 1=1", "ver_", "<b>"])
def test_patterns_and_markup_are_plain_text(text, found, acme, submit):
    submit(acme, "a.com")
    assert found(q=text) == []


@given(st.dictionaries(st.sampled_from([*QueueFilter.__dataclass_fields__, "x"]), st.text()))
def test_any_address_gives_a_filter_that_its_own_address_gives_again(asked):
    given_ = QueryDict(mutable=True)
    given_.update(asked)
    wanted = filter_of(given_)
    again = QueryDict(mutable=True)
    again.update(wanted.as_parameters())
    assert filter_of(again) == wanted
