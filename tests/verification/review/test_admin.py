"""The staff's lists: to be looked at, in a constant number of queries."""

import datetime as dt

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from domains.models import Domain, Operation
from registrar.accounts.models import Account, Membership, User
from registrar.oplog.models import LogEntry
from templates_app.models import InfoTemplate
from tests import world
from verification.models import Material, Reminder, Submission
from verification.review.queue import QueueCounts
from verification.support.models import SupportRequest

MODELS = [
    *(Account, User, Membership, InfoTemplate, Domain, Operation),
    *(Submission, Material, Reminder, LogEntry, SupportRequest),
]
QUEUE = "/admin/verification/submission/"


def address(model, what, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{what}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.model_name)
def test_list_and_detail_open_and_offer_no_way_to_change(
    model, acme, alice, rex, browser, as_staff
):
    world.build(acme, alice, secret="acme")
    client = browser(rex)
    listed = client.get(
        address(model, "changelist"), {"state": "all"} if model is Submission else {}
    )
    assert listed.status_code == 200
    with as_staff():
        pk = model._default_manager.order_by("pk").first().pk
    detail = client.get(address(model, "change", pk))
    assert detail.status_code == 200
    for text in (listed.text, detail.text):
        assert world.NUMBER not in text
        assert "<script>" not in text
    assert 'name="_save"' not in detail.text
    for what, args in (("add", ()), ("change", (pk,)), ("delete", (pk,))):
        assert client.post(address(model, what, *args), {}).status_code == 403


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.model_name)
def test_list_takes_the_same_queries_for_one_row_and_for_many(
    model, make_account, make_member, alice, acme, rex, browser
):
    client = browser(rex)
    query = {"state": "all"} if model is Submission else {}
    world.build(acme, alice, secret="acme")
    client.get(address(model, "changelist"), query)
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(address(model, "changelist"), query)
    for number in range(3):
        account = make_account(f"acc{number}", f"Account {number}")
        owner = make_member(account, f"owner{number}@example.com", "owner")
        world.build(account, owner, secret=f"s{number}")
    with CaptureQueriesContext(connection) as many:
        client.get(address(model, "changelist"), query)
    assert len(many) == len(one)


def test_every_tenant_admin_names_its_fields_and_hides_sealed_ones():
    for model in MODELS:
        fields = set(admin.site._registry[model].fields)
        assert not fields & {"document_number", "number_index", "password", "storage_name"}


def test_reviewers_see_what_a_decision_needs_and_no_people(rita, browser, db):
    client = browser(rita)
    assert client.get(address(Domain, "changelist")).status_code == 200
    assert client.get(address(User, "changelist")).status_code == 403
    assert client.get(address(LogEntry, "changelist")).status_code == 403


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/password_change/"])
def test_admin_doors_answer_a_member_who_is_not_staff(path, alice, browser):
    answer = browser(alice).get(path, follow=True)
    assert answer.status_code == 200
    assert answer.context["user"] == alice


def test_member_who_is_not_staff_ends_at_the_admins_sign_in_and_stays_signed_in(alice, browser):
    client = browser(alice)
    answer = client.post("/admin/logout/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/admin/login/")
    assert answer.status_code == 200
    assert "_auth_user_id" in client.session


def test_staff_sign_out_through_the_admin(rita, browser):
    client = browser(rita)
    assert client.post("/admin/logout/").status_code in (200, 302)
    assert "_auth_user_id" not in client.session


def test_front_page_counts_what_waits_and_leads_to_it(acme, rita, rex, submit, browser):
    past = timezone.now() - dt.timedelta(hours=1)
    submit(acme, "free.com", review_due_at=past, assigned_to=rita)
    submit(acme, "mine.com", state="in_review", reviewer=rita)
    submit(acme, "theirs.com", state="in_review", reviewer=rex)
    submit(acme, "second.com", state="second_review")
    submit(acme, "done.com", state="passed", review_due_at=past)
    answer = browser(rita).get("/admin/")
    assert answer.context["waiting"] == QueueCounts(
        waiting=4, free=2, mine=1, assigned=1, unassigned=3, second=1, overdue=1, more=0
    )
    for query in ("", "?state=mine", "?assigned=me", "?overdue=1"):
        assert f'href="{QUEUE}{query}"' in answer.text


def test_front_page_counts_in_one_query(acme, rita, submit, browser):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            client.get("/admin/")
        return len(caught)

    client = browser(rita)
    submit(acme, "a.com")
    client.get("/admin/")
    few = queries()
    for number in range(3):
        submit(acme, f"more{number}.com")
    assert queries() == few


def test_front_page_counts_nothing_for_staff_who_do_not_review(stan, browser):
    assert "queue-card" not in browser(stan).get("/admin/").text


def test_lists_show_words_and_no_codes(acme, alice, rex, browser):
    world.build(acme, alice, secret="acme")
    client = browser(rex)
    for model in (InfoTemplate, Operation, LogEntry):
        page = client.get(address(model, "changelist")).text
        for code in (">SFZ<", "change_registrant</", "material.", "T00:", "+00:00"):
            assert code not in page, model


def test_a_row_leads_to_its_operation_log_where_that_may_be_read(acme, rita, rex, submit, browser):
    submission = submit(acme, "a.com")
    log = f"/admin/oplog/logentry/?q={submission.public_id}"
    detail = address(Submission, "change", submission.pk)
    assert log in browser(rex).get(detail).text
    page = browser(rita).get(detail).text
    assert log not in page
    assert "/history/" not in page
