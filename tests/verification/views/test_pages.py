import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.verification.data import NUMBER
from verification.models import Material, Submission
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    claim_submission,
    fail_submission,
    submit_verification,
)

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def failed(submitted, reviewer):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        return fail_submission(
            actor=reviewer,
            submission=submitted,
            reasons=[ReasonAt("materials_unclear")],
            note_to_user="Please scan again",
            note_to_staff="SECRET",
        )


def detail(submission):
    return reverse("verification:detail", args=[submission.public_id])


def test_list_shows_masked_rows_and_filters(signed_in, submitted):
    page = signed_in.get(reverse("verification:list")).content.decode()
    assert detail(submitted) in page
    assert submitted.number_masked in page
    assert NUMBER not in page
    for query, shown in [
        ("state=submitted", True),
        ("state=failed", False),
        ("about=domain", False),
    ]:
        found = signed_in.get(f"{reverse('verification:list')}?{query}").content.decode()
        assert (detail(submitted) in found) is shown


def test_empty_list_says_what_to_do(signed_in):
    page = signed_in.get(reverse("verification:list")).content.decode()
    assert "Nothing has been submitted yet" in page


def test_open_submission_polls_and_an_ended_one_stops(signed_in, submitted, owner):
    status = reverse("verification:status", args=[submitted.public_id])
    assert "every 4s" in signed_in.get(detail(submitted)).content.decode()
    with acting_as(owner):
        Submission.objects.filter(pk=submitted.pk).update(state="passed")
    part = signed_in.get(status).content.decode()
    assert "hx-trigger" not in part
    assert "<html" not in part


def test_failed_one_shows_reason_guidance_and_the_way_on(signed_in, failed, submitted):
    page = signed_in.get(detail(failed)).content.decode()
    assert "Please scan again" in page
    assert "SECRET" not in page
    assert reverse("verification:submit_template", args=[submitted.template.public_id]) in page


def test_withdrawal_by_button_then_again_is_a_conflict(signed_in, submitted, owner):
    url = reverse("verification:withdraw", args=[submitted.public_id])
    assert signed_in.post(url).status_code == 302
    with acting_as(owner):
        assert Submission.objects.get().state == "withdrawn"
    assert signed_in.post(url).status_code == 409
    back = reverse("verification:detail", args=[submitted.public_id])
    assert signed_in.get(url).headers["Location"] == back


def test_stranger_gets_404_everywhere(client, gina, submitted, owner):
    client.force_login(gina)
    with acting_as(owner):
        material = Material.objects.get()
    for name in ("detail", "status"):
        url = reverse(f"verification:{name}", args=[submitted.public_id])
        assert client.get(url).status_code == 404
    picture = reverse("verification:material_content", args=[material.public_id])
    assert client.get(picture).status_code == 404
    withdraw = reverse("verification:withdraw", args=[submitted.public_id])
    assert client.post(withdraw).status_code == 404
    assert detail(submitted) not in client.get(reverse("verification:list")).content.decode()


def test_viewer_follows_without_pictures_and_without_buttons(client, vera, submitted):
    client.force_login(vera)
    client.cookies["language"] = "en"
    page = client.get(detail(submitted)).content.decode()
    assert "does not allow you to see" in page
    assert reverse("verification:withdraw", args=[submitted.public_id]) not in page
    assert (
        client.post(reverse("verification:withdraw", args=[submitted.public_id])).status_code == 403
    )


def test_picture_is_streamed_guarded_and_logged(signed_in, owner, upload, picture):
    material = upload(owner)
    answer = signed_in.get(reverse("verification:material_content", args=[material.public_id]))
    assert answer.content == picture
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("inline")
    with acting_as(owner):
        assert LogEntry.objects.filter(action="material.viewed").count() == 1


def test_upload_by_script_answers_with_the_facts(signed_in, picture):
    file = SimpleUploadedFile("a.jpg", picture)
    answer = signed_in.post(reverse("verification:upload"), {"file": file}, headers=JSON)
    assert answer.status_code == 201
    body = answer.json()
    assert (body["format"], body["kind"]) == ("jpeg", "identity_document")
    assert signed_in.get(body["url"]).status_code == 200


def test_refused_upload_by_script_answers_with_errors(signed_in):
    file = SimpleUploadedFile("a.jpg", b"nothing")
    answer = signed_in.post(reverse("verification:upload"), {"file": file}, headers=JSON)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "image_format_unsupported"
    assert signed_in.post(reverse("verification:upload"), headers=JSON).status_code == 400


@pytest.mark.parametrize(
    ("wanted", "lands"),
    [
        ("/templates/", "/templates/"),
        ("https://evil.example/", "/verifications/"),
        ("", "/verifications/"),
    ],
)
def test_plain_upload_goes_back_to_a_page_of_ours(signed_in, picture, owner, wanted, lands):
    data = {"file": SimpleUploadedFile("a.jpg", picture), "next": wanted}
    answer = signed_in.post(reverse("verification:upload"), data)
    assert answer["Location"] == lands
    with acting_as(owner):
        assert Material.objects.count() == 1


def test_search_finds_by_name_and_by_id(signed_in, submitted):
    for query in (submitted.holder_name[:1], submitted.public_id):
        page = signed_in.get("/search/", {"q": query}).content.decode()
        assert detail(submitted) in page


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_the_same_queries_however_long(
    signed_in, acme, owner, make_template, upload, count, django_assert_num_queries
):
    for _ in range(count):
        template, material = make_template(acme), upload(owner)
        with acting_as(owner):
            submit_verification(actor=owner, template=template, materials=[material])
    signed_in.get(reverse("verification:list"))
    # session, user, memberships (5 with their fence), the fence (4), rows
    with django_assert_num_queries(13):
        signed_in.get(reverse("verification:list"))


def test_reviewers_note_comes_before_the_reasons(signed_in, failed):
    page = signed_in.get(detail(failed)).content.decode()
    assert page.count("Please scan again") == 1
    assert page.index("Please scan again") < page.index("<h3>")
