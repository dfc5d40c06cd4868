"""How each profile is reviewed is data that leads keep."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from registrar.errors import InvalidInput, NotPermitted
from registrar.oplog.staff_log import staff_changes
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from tests.staff import staff_actor_of
from verification.models import ReviewPolicy
from verification.services.review_clock import start_clock
from verification.services.review_policies import set_review_policy

pytestmark = pytest.mark.django_db
LIST = "/admin/verification/reviewpolicy/"
ADD = f"{LIST}add/"


@pytest.fixture
def lead(lena) -> Actor:
    return staff_actor_of(lena)


def put(actor, profile="tencent", *, four_eyes=False, due_hours=None):
    with acting_as(actor):
        return set_review_policy(
            actor=actor, profile=profile, four_eyes=four_eyes, due_hours=due_hours
        )


def stored(as_staff):
    with as_staff():
        rows = ReviewPolicy.objects.order_by("profile")
        return [(row.profile, row.four_eyes, row.due_hours) for row in rows]


def said(lead, policy):
    with acting_as(lead):
        changes = staff_changes(policy, object_type="review_policy")
    return [{f.code: (f.before, f.after) for f in change.changes} for change in changes]


def test_policy_is_made_changed_and_logged_with_what_it_was(lead, as_staff):
    put(lead, due_hours=4)
    policy = put(lead, four_eyes=True, due_hours=4)
    assert stored(as_staff) == [("tencent", True, 4)]
    changed, made = said(lead, policy)
    assert set(changed) == {"four_eyes"}
    assert made["due_hours"] == ("", "4")


def test_same_policy_again_writes_nothing(lead, as_staff):
    put(lead, due_hours=4)
    policy = put(lead, due_hours=4)
    assert len(said(lead, policy)) == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"profile": "nobody"}, "profile"),
        ({"profile": ""}, "profile"),
        ({"due_hours": 0}, "due_hours"),
        ({"due_hours": 81}, "due_hours"),
    ],
)
def test_unknown_profile_and_hours_out_of_range_are_refused(values, field, lead, as_staff):
    with pytest.raises(InvalidInput) as refused:
        put(lead, **values)
    assert [error.field for error in refused.value.errors] == [field]
    assert stored(as_staff) == []


def test_database_refuses_hours_out_of_range(as_staff):
    with as_staff(), pytest.raises(IntegrityError), transaction.atomic():
        ReviewPolicy.objects.create(profile="tencent", due_hours=0)


def test_reviewers_and_customers_may_not(lead, rita, acme, alice, actor_of, as_staff):
    reviewer = staff_actor_of(rita)
    for actor in (reviewer, actor_of(acme, alice)):
        with pytest.raises(NotPermitted):
            put(actor, due_hours=4)
    assert stored(as_staff) == []


@pytest.mark.parametrize(("hours", "due"), [(None, "17:00"), (2, "11:00")])
def test_what_is_handed_in_is_due_by_the_policy_of_its_profile(
    hours, due, lead, acme, submit, inside, time_machine
):
    time_machine.move_to("2026-06-01T09:00:00+08:00", tick=False)
    put(lead, "aliyun", due_hours=1)
    if hours is not None:
        put(lead, due_hours=hours)
    submission = submit(acme, "a.com", profile="tencent")
    with inside(acme):
        start_clock(submission)
    local = timezone.localtime(submission.review_due_at)
    assert (local.date(), f"{local:%H:%M}") == (dt.date(2026, 6, 1), due)


def test_lead_adds_and_changes_a_policy_in_the_admin(lena, lead, browse, as_staff):
    client = browse(lena)
    assert "Every profile follows the defaults" in client.get(LIST).text
    assert client.post(ADD, {"profile": "icp", "due_hours": ""}).status_code == 302
    with as_staff():
        policy = ReviewPolicy.objects.get()
    address = reverse("admin:verification_reviewpolicy_change", args=[policy.pk])
    # The profile stays, whatever is sent.
    answer = client.post(address, {"profile": "tencent", "four_eyes": "on", "due_hours": "3"})
    assert answer.status_code == 302
    assert stored(as_staff) == [("icp", True, 3)]
    assert len(said(lead, policy)) == 2
    assert "working hours to decide in: – → 3" in client.get(address).text


@pytest.mark.parametrize(
    "typed", [{"profile": "nobody"}, {"profile": "icp", "due_hours": "81"}, {"profile": ""}]
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(typed, lena, browse, as_staff):
    answer = browse(lena).post(ADD, {"due_hours": "7"} | typed)
    assert answer.status_code == 200
    form = answer.context["adminform"].form
    assert [len(sentences) for sentences in form.errors.values()] == [1]
    assert form["due_hours"].value() == typed.get("due_hours", "7")
    assert stored(as_staff) == []


def test_pages_tell_the_defaults(lena, browse, settings):
    settings.REVIEW_HOURS, settings.REVIEW_DAY = 6, ("08:30", "17:30")
    for address in (LIST, ADD):
        text = browse(lena).get(address).text
        assert "within 6 working hours" in text
        assert "from 08:30 to 17:30" in text


def test_policies_are_closed_to_other_staff_and_never_deleted(rita, lena, lead, browser, as_staff):
    policy = put(lead)
    address = reverse("admin:verification_reviewpolicy_change", args=[policy.pk])
    for path in (LIST, ADD, address):
        assert browser(rita).get(path).status_code == 403
        assert browser(rita).post(path, {"profile": "icp"}).status_code == 403
    delete = reverse("admin:verification_reviewpolicy_delete", args=[policy.pk])
    assert browser(lena).post(delete, {"post": "yes"}).status_code == 403
    assert stored(as_staff) == [("tencent", False, None)]


def test_list_takes_the_same_queries_for_one_policy_and_for_three(lead, lena, browser):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        return len(caught)

    client = browser(lena)
    put(lead)
    client.get(LIST)
    one = queries()
    put(lead, "icp")
    put(lead, "aliyun")
    assert queries() == one
