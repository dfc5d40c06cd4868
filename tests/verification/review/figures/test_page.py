"""The page: who sees it, whose names, which period, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.verification.review.figures.conftest import hours
from verification.review.figures.period import Step

PAGE = "/admin/verification/figures/"


@pytest.fixture
def now():
    return timezone.now()


def rows(answer, key):
    return answer.context["tables"][key].rows


def test_page_is_for_reviewers_and_leads(acme, alice, stan, rita, lead, rex, browser):
    assert browser(alice).get(PAGE).status_code == 302
    assert browser(stan).get(PAGE).status_code == 403
    for user in (rita, lead, rex):
        assert browser(user).get(PAGE).status_code == 200


def test_right_to_see_reviewers_opens_the_page_by_itself(stan, right, browser):
    stan.user_permissions.add(right("view_reviewer_figures"))
    assert browser(stan).get(PAGE).status_code == 200


def test_page_changes_nothing_by_post(rita, browser):
    assert browser(rita).post(PAGE).status_code == 405


def test_reviewer_sees_colleagues_as_one_without_names(
    acme, rita, person, submission, decision, browser, now
):
    decision(submission(acme), rita, at=now)
    for colleague in ("Ronald", "Rosalind"):
        row = submission(acme, state="passed", ended_at=now)
        decision(row, person(colleague), at=now, verdict="approve")
    answer = browser(rita).get(PAGE)
    assert [row[:2] for row in rows(answer, "reviewers")] == [("Rita", 1), ("其他同事", 2)]
    assert [row[:2] for row in rows(answer, "disagreement_reviewers")] == [("其他同事", 2)]
    for name in ("Ronald", "Rosalind", "ronald@", "rosalind@"):
        assert name not in answer.text


def test_colleagues_have_one_median_over_all_their_decisions(
    acme, rita, person, submission, decision, browser, now
):
    for minutes in (1, 2, 30, 40, 50):
        who = person("Ronald" if minutes < 30 else "Rosalind")
        decision(submission(acme), who, at=now, handled=minutes / 60)
    found = rows(browser(rita).get(PAGE), "reviewers")
    assert [(row[0], row[1], row[-1].value) for row in found] == [
        ("其他同事", 5, pytest.approx(30))
    ]


def test_lead_sees_each_reviewer_by_name(acme, rita, lead, submission, decision, browser, now):
    decision(submission(acme), rita, at=now)
    assert rows(browser(lead).get(PAGE), "reviewers")[0][:2] == ("Rita", 1)


def test_few_cases_say_so_and_show_no_percentage(acme, rita, submission, decision, browser, now):
    decision(submission(acme), rita, at=now)
    text = browser(rita).get(PAGE).text
    assert "数量太少" in text
    assert "100 %" not in text


def test_no_holder_and_no_number_is_shown(acme, rita, submission, decision, browser, now):
    row = submission(acme, secret="geheim", state="passed", ended_at=now)
    decision(row, rita, at=now)
    text = browser(rita).get(PAGE).text
    assert "geheim" not in text
    assert row.holder_name not in text
    assert row.number_masked not in text


@pytest.mark.parametrize(
    ("query", "days"),
    [("", 30), ("?period=7", 7), ("?period=90", 90), ("?period=", 30), ("?period=all", 1)],
)
def test_period_ends_today(query, days, rita, browser):
    period = browser(rita).get(PAGE + query).context["wanted"].period
    assert period.last == timezone.localdate()
    assert (period.last - period.first).days + 1 == days


def test_all_time_begins_with_the_first_submission(acme, rita, submission, browser, now):
    submission(acme, submitted_at=now - hours(24 * 400))
    wanted = browser(rita).get(f"{PAGE}?period=all").context["wanted"]
    assert wanted.period.first == timezone.localdate(now - hours(24 * 400))
    assert wanted.period.step is Step.WEEK


def test_days_given_are_the_period_whatever_was_chosen_before(rita, browser):
    answer = browser(rita).get(f"{PAGE}?begin=2026-01-05&end=2026-01-06")
    period = answer.context["wanted"].period
    assert (str(period.first), str(period.last)) == ("2026-01-05", "2026-01-06")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("period=5", "period"),
        ("period=custom", "begin"),
        ("period=custom&begin=2999-01-01", "begin"),
        ("period=custom&begin=0001-01-01", "begin"),
        ("period=custom&begin=2026-02-01&end=2026-01-01", "end"),
        ("period=custom&begin=yesterday", "begin"),
        ("account=nobody", "account"),
        ("profile=nobody", "profile"),
        ("authority=0", "authority"),
        ("authority=x", "authority"),
    ],
)
def test_wrong_question_is_told_and_kept(query, field, rita, browser):
    answer = browser(rita).get(f"{PAGE}?{query}")
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert answer.context["wanted"] is None
    assert "field-error" in answer.text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("begin=2999-05-01&end=2999-06-01", "in the future"),
        ("begin=0001-01-01&end=9999-12-31", "go back to 2000-01-01 at most"),
    ],
)
def test_right_day_that_has_no_figures_is_refused_with_its_reason(query, words, rita, browser):
    client = browser(rita)
    client.cookies["language"] = "en"
    answer = client.get(f"{PAGE}?{query}")
    assert list(answer.context["form"].errors) == ["begin"]
    assert words in answer.text


def test_account_is_found_by_short_name_and_by_name(acme, rita, browser):
    for typed in ("acme", "ACME", acme.name):
        wanted = browser(rita).get(PAGE, {"account": typed}).context["wanted"]
        assert wanted.account_id == acme.pk


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_plots_are_named_and_carry_no_style_of_their_own(
    language, acme, rita, submission, decision, browser, now
):
    for _ in range(6):
        decision(submission(acme, submitted_at=now), rita, at=now)
    client = browser(rita)
    client.cookies["language"] = language
    text = client.get(PAGE).text
    assert text.count('<svg viewBox="') == 3
    assert text.count("<desc id=") == 3
    assert "style=" not in text.replace("stylesheet", "")
    assert ("Time to decision" if language == "en" else "审核时长") in text


def test_front_page_and_queue_lead_here(rita, browser):
    client = browser(rita)
    for path in ("/admin/", "/admin/verification/submission/"):
        assert f'href="{PAGE}"' in client.get(path).text


def test_many_decisions_cost_the_same(
    acme, globex, rita, person, submission, decision, browser, now
):
    costs = []
    client = browser(rita)
    for count in (1, 3):
        for number in range(count):
            row = submission(acme, state="failed", stage="authority", ended_at=now)
            decision(row, person(f"P{count}{number}"), at=now)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        costs.append([q for q in queries if q["sql"].startswith("SELECT")])
    assert len(costs[0]) == len(costs[1])
    # Session, user, two for rights, what the fence says; the rest are the figures.
    figures = [q for q in costs[0] if "verification_" in q["sql"]]
    assert len(figures) == 10
    assert len(costs[0]) <= 17
