"""Route two end to end: the form, the pictures, the authority, verified or failed again."""

from io import BytesIO

import pytest
from django.utils import timezone

from domains.models import Domain
from registrar.workdays import add_working_days
from tests import world
from tests.verification.conftest import picture_bytes
from verification.models import Material, Submission
from verification.services.submissions import record_outcome

PAGE = "/domains/shop.com/reverify/resubmit/"


@pytest.fixture(scope="module")
def picture() -> bytes:
    return picture_bytes()


def form(picture: bytes, **changes):
    file = BytesIO(picture)
    file.name = "card.jpg"
    values = {
        "document_type": "SFZ",
        "document_number": world.NUMBER,
        "kind": "identity_document",
        "pictures": [file],
        "submit": "1",
    }
    return values | changes


def read(domain: Domain) -> Domain:
    return Domain.objects.get(pk=domain.pk)


def test_form_is_prefilled_and_marks_what_failed(failed, bob, browser):
    answer = browser(bob).get(PAGE)
    assert answer.status_code == 200
    assert answer.context["form"].initial["document_type"] == "SFZ"
    marks = answer.context["page"].marks
    assert "name_mismatch" in [cause["code"] for cause in marks["holder_name"]]
    assert marks["document_number"]
    assert world.NUMBER not in answer.text


def test_holder_can_not_be_changed_here(acme, failed, bob, browser, picture, inside):
    typed = form(picture, holder_name="李样例", holder_type="organization")
    browser(bob).post(PAGE, typed)
    with inside(acme):
        newest = Submission.objects.filter(domain=failed).order_by("-id").first()
        assert (newest.holder_name, newest.holder_type) == ("张示例", "individual")


@pytest.mark.parametrize("passed", [True, False])
def test_submission_runs_through_review_to_its_result(
    passed, acme, failed, bob, browser, picture, inside, as_staff
):
    acme.review_level = "straight_when_clean"
    with as_staff():
        acme.save()
    answer = browser(bob).post(PAGE, form(picture))
    with inside(acme) as actor:
        submission = Submission.objects.filter(domain=failed).order_by("-id").first()
        assert answer.url == f"/verifications/{submission.public_id}/"
        assert (submission.state, submission.attempt) == ("at_authority", 2)
        assert submission.expected_on == add_working_days(timezone.localdate(), 5).date
        assert read(failed).service_status == "verification_in_review"
        record_outcome(
            actor=actor,
            submission_id=submission.pk,
            passed=passed,
            raw_messages=[] if passed else ["注册者资料不清晰"],
        )
        assert read(failed).real_name == ("verified" if passed else "failed")


def test_wrong_number_is_said_beside_the_field_and_the_picture_is_kept(
    acme, failed, bob, browser, picture, inside
):
    wrong = form(picture, document_number="110105194912310021")
    answer = browser(bob).post(PAGE, wrong)
    assert answer.status_code == 400
    assert answer.context["form"].errors["document_number"]
    with inside(acme):
        material = Material.objects.get()
        assert [thumb.material for thumb in answer.context["panel"].thumbs] == [material]
        assert Submission.objects.filter(domain=failed).count() == 1


def test_closed_gate_leads_back_to_the_page_that_says_why(acme, bob, browser, inside):
    with inside(acme):
        world.domain_of(acme, "shop.com", real_name="in_review")
    assert browser(bob).get(PAGE).url == "/domains/shop.com/reverify/"


def test_second_submission_of_the_same_page_is_not_written(
    acme, failed, bob, browser, picture, inside
):
    client = browser(bob)
    client.post(PAGE, form(picture))
    assert client.post(PAGE, form(picture)).url == "/domains/shop.com/reverify/"
    with inside(acme):
        assert Submission.objects.filter(domain=failed).count() == 2


def test_number_and_picture_that_are_missing_are_said_together(failed, bob, browser):
    answer = browser(bob).post(PAGE, {"document_type": "SFZ", "submit": "1"})
    assert answer.status_code == 400
    assert set(answer.context["form"].errors) == {"document_number", "pictures"}


def test_possible_causes_are_to_be_checked_and_the_holder_is_not_marked(failed, bob, browser):
    client = browser(bob)
    client.cookies["language"] = "en"
    text = client.get(PAGE).text
    holder = text.partition('id="id_holder_name_field"')[2].partition("</div>")[0]
    assert "can't be changed here" in holder
    assert "/domains/shop.com/reverify/change/" in holder
    assert "Please check" not in holder
    marked = text.partition("field-marked")[2]
    assert "Please check" in marked
    assert "badge-bad" not in marked
