"""The workbench as a whole: what it costs, what it hides, what it hears of later."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import world
from tests.verification.review.test_precheck import card
from verification.models import MaterialReading, ReviewDecision, SubmissionMaterial
from verification.review.case_file import open_case
from verification.services.sealing import number_fields


def more_pictures(acme, submission, count, *, first=1, **fields):
    for position in range(first, first + count):
        material = world.material_of(acme)
        world.reading_of(material, card())
        SubmissionMaterial.objects.create(
            account=acme, submission=submission, material=material, position=position, **fields
        )


def decided(acme, submission, reviewer, standing):
    return ReviewDecision.objects.create(
        account=acme,
        submission=submission,
        reviewer=reviewer,
        verdict="fail",
        standing=standing,
        decided_at=timezone.now(),
    )


@pytest.mark.parametrize("state", ["in_review", "failed"])
def test_page_costs_the_same_for_one_and_for_three_of_everything(
    state, acme, rita, rex, submit, browser, page, inside
):
    costs = []
    for count in (1, 3):
        stage = {"stage": "reviewer"} if state == "failed" else {}
        submission = submit(acme, f"c{count}.com", state=state, reviewer=rita, **stage)
        with inside(acme):
            more_pictures(acme, submission, count)
            for _ in range(count):
                earlier = world.submission_of(
                    acme, domain=submission.domain, state="failed", stage="authority"
                )
                decided(acme, earlier, rex, "in_force")
                decided(acme, submission, rex, "reopened")
        client = browser(rita)
        client.get(page("decide", submission))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page("decide", submission)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]
    assert costs[0] <= 36, [one["sql"][:90] for one in queries]


def test_readings_are_loaded_once(acme, rita, submit, inside, as_staff):
    submission = submit(acme, "a.com", state="failed", stage="reviewer")
    with inside(acme):
        more_pictures(acme, submission, 2)
    with as_staff(), CaptureQueriesContext(connection) as queries:
        open_case(pk=submission.pk, user=rita, language="en")
    loading = [
        one["sql"] for one in queries if '"verification_materialreading"."result"' in one["sql"]
    ]
    assert len(loading) == 1


_NUMBERS = st.text("0123456789ABCX", min_size=8, max_size=18)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=_NUMBERS, slip=st.integers(0, 7), far=_NUMBERS, is_far=st.booleans())
def test_page_never_holds_the_number_before_it_is_asked_for(
    acme, rita, submit, browser, page, inside, as_staff, typed, slip, far, is_far
):
    read = far if is_far else f"{typed[:slip]}Y{typed[slip + 1 :]}"
    with as_staff():
        SubmissionMaterial.objects.all().delete()
        MaterialReading.objects.all().delete()
    with inside(acme):
        template = world.template_of(acme)
        submission = world.submission_of(
            acme, template=template, state="submitted", **number_fields(typed)
        )
        material = world.material_of(acme)
        world.reading_of(material, card(number=read))
        SubmissionMaterial.objects.create(
            account=acme, submission=submission, material=material, position=0
        )
    client = browser(rita)
    text = client.get(page("decide", submission)).text
    assert typed not in text
    assert read not in text
    shown = client.post(page("reveal", submission), {"reason": "digits unclear"})
    assert "".join(part.text for part in shown.context["case"].rows[1].typed) == typed


def test_a_replaced_picture_comes_last_and_is_said(acme, rita, submit, browser, page, inside):
    submission = submit(acme, "a.com", state="in_review", reviewer=rita)
    with inside(acme):
        SubmissionMaterial.objects.filter(submission=submission).update(replaced=True)
        more_pictures(acme, submission, 1)
    answer = browser(rita).get(page("decide", submission))
    pictures = answer.context["case"].pictures
    assert [(one.number, one.link.position, one.replaced) for one in pictures] == [
        (1, 1, False),
        (2, 0, True),
    ]
    # A row's place counts those that are sent.
    assert 'data-place="1:1000,1000,5000,2000"' in answer.text


def test_reading_refreshes_itself_until_all_is_read(acme, rita, submit, browser, page, inside):
    submission = submit(acme, "a.com", state="in_review", reviewer=rita)
    with inside(acme):
        material = submission.submission_materials.get().material
        row = MaterialReading.objects.create(
            account=acme, material=material, state="waiting", wanted_at=timezone.now()
        )
    client = browser(rita)
    asks = f'hx-get="{page("reading", submission)}"'
    assert asks in client.get(page("decide", submission)).text
    part = client.get(page("reading", submission), headers={"HX-Request": "true"}).text
    assert asks in part
    assert "<html" not in part
    with inside(acme):
        row.delete()
        world.reading_of(material, card())
    part = client.get(page("reading", submission), headers={"HX-Request": "true"}).text
    assert "hx-get" not in part
    assert 'id="row-holder"' in part


def test_own_proposal_waits_for_a_colleague(acme, rita, rex, submit, browser, page, inside):
    submission = submit(acme, "a.com", state="second_review")
    with inside(acme):
        decided(acme, submission, rita, "proposed")
    standing = {
        user: browser(user).get(page("decide", submission)).context["case"].standing
        for user in (rita, rex)
    }
    assert standing == {rita: "decided", rex: "free"}


def test_a_lapsed_claim_is_free(acme, rita, rex, submit, browser, page):
    past = timezone.now() - timezone.timedelta(minutes=1)
    submission = submit(acme, "a.com", state="in_review", reviewer=rex, lease_until=past)
    for user, standing in ((rita, "free"), (rex, "mine")):
        answer = browser(user).get(page("decide", submission))
        assert answer.context["case"].standing == standing
