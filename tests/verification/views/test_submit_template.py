import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from registrar import uploads
from registrar.tenancy.context import acting_as
from tests.verification.conftest import picture_bytes
from tests.verification.data import NAME, NUMBER, OTHER_NUMBER
from verification.models import Material, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


@pytest.fixture
def url(template):
    return reverse("verification:submit_template", args=[template.public_id])


def file(content=None):
    return SimpleUploadedFile("card.jpg", content or picture_bytes(), "image/jpeg")


def only_submission(owner):
    with acting_as(owner):
        return Submission.objects.select_related(None).get()


def test_form_offers_the_stored_number_masked(signed_in, url, template):
    page = signed_in.get(url).content.decode()
    assert NAME in page
    assert template.number_masked in page
    assert NUMBER not in page


def test_plain_form_with_its_picture_submits_at_once(signed_in, url, owner):
    answer = signed_in.post(url, {"document_type": "SFZ", "pictures": file(), "submit": "1"})
    submission = only_submission(owner)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("verification:detail", args=[submission.public_id])


def test_two_steps_keep_the_picture_and_what_was_typed(signed_in, url, owner):
    typed = {"document_type": "SFZ", "document_number": NUMBER}
    first = signed_in.post(url, {**typed, "pictures": [file(), file(picture_bytes(seed=2))]})
    assert first.status_code == 200
    assert NUMBER in first.content.decode()
    with acting_as(owner):
        ids = [material.public_id for material in Material.objects.order_by("pk")]
    assert len(ids) == 2
    assert all(public_id in first.content.decode() for public_id in ids)
    signed_in.post(url, {**typed, "materials": ids, "submit": "1"})
    with acting_as(owner):
        assert Submission.objects.get().materials.count() == 2


def test_removed_picture_is_left_out(signed_in, url, owner, upload):
    kept, gone = upload(owner), upload(owner)
    given = {"materials": [kept.public_id, gone.public_id], "remove": gone.public_id}
    page = signed_in.post(url, {"document_type": "SFZ", **given}).content.decode()
    assert f'value="{kept.public_id}"' in page
    assert f'value="{gone.public_id}"' not in page


def test_refused_picture_is_said_and_nothing_is_submitted(signed_in, url, owner):
    data = {"document_type": "SFZ", "pictures": file(b"x" * 60_000), "submit": "1"}
    answer = signed_in.post(url, data)
    assert answer.status_code == 400
    assert "This is not a picture" in answer.content.decode()
    with acting_as(owner):
        assert not Submission.objects.exists()
        assert not Material.objects.exists()


def test_oversized_request_is_said(signed_in, url, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 1000)
    answer = signed_in.post(url, {"document_type": "SFZ", "pictures": file(), "submit": "1"})
    assert "may have" in answer.content.decode()


def test_submission_without_a_picture_is_refused(signed_in, url):
    answer = signed_in.post(url, {"document_type": "SFZ", "submit": "1"})
    assert answer.status_code == 400
    assert "Upload a picture" in answer.content.decode()


def test_other_number_than_the_template_is_refused_beside_its_field(signed_in, url, owner, upload):
    data = {"document_type": "SFZ", "document_number": OTHER_NUMBER, "submit": "1"}
    answer = signed_in.post(url, {**data, "materials": upload(owner).public_id})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "differs from the info template" in page
    assert "Leave the field empty to use the number on file" in page


def test_warning_is_shown_to_be_confirmed_and_then_accepted(
    signed_in, acme, owner, make_template, upload
):
    template = make_template(acme, contact_name_zh=NAME, name_zh="张三（北京）", name_en="")
    url = reverse("verification:submit_template", args=[template.public_id])
    data = {"document_type": "SFZ", "materials": upload(owner).public_id, "submit": "1"}
    page = signed_in.post(url, data).content.decode()
    assert 'value="name_fullwidth_brackets"' in page
    seen = re.search(r'name="warnings_seen" value="(\w+)"', page)[1]
    confirmed = {"confirmed_warnings": "name_fullwidth_brackets", "warnings_seen": seen}
    answer = signed_in.post(url, {**data, **confirmed})
    assert answer.status_code == 302
    assert only_submission(owner).confirmed_warnings == ["name_fullwidth_brackets"]


def test_script_gets_the_form_alone_and_then_the_way_on(signed_in, url, owner):
    headers = {"Accept": "application/json, text/html;q=0.9"}
    part = signed_in.post(url, {"document_type": "SFZ", "pictures": file()}, headers=headers)
    assert part.status_code == 200
    assert "<html" not in part.content.decode()
    with acting_as(owner):
        material = Material.objects.get()
    data = {"document_type": "SFZ", "materials": material.public_id, "submit": "1"}
    answer = signed_in.post(url, data, headers=headers)
    assert answer.json()["location"].startswith("/verifications/ver_")


def test_foreign_picture_is_quietly_left_out(signed_in, url, stranger, upload):
    foreign = upload(stranger)
    page = signed_in.post(url, {"document_type": "SFZ", "materials": foreign.public_id})
    assert foreign.public_id not in page.content.decode()


def test_template_in_review_answers_409(signed_in, submitted):
    url = reverse("verification:submit_template", args=[submitted.template.public_id])
    assert signed_in.get(url).status_code == 409


def test_stranger_gets_404_and_viewer_403(client, url, gina, vera):
    client.force_login(gina)
    assert client.get(url).status_code == 404
    assert client.post(url, {"submit": "1"}).status_code == 404
    client.force_login(vera)
    assert client.get(url).status_code == 403
