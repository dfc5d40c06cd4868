"""`more` of a verification, and POST /verifications/{id}/more."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from registrar.tenancy.context import acting_as
from tests import world
from tests.verification.conftest import picture_bytes
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of
from verification.models import Material, MaterialReading, MoreItem, MoreRequest
from verification.reading.model import Flaw

pytestmark = pytest.mark.django_db
URL = "/api/v1/verifications"


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


@pytest.fixture
def post(client, submitted):
    def send(headers, body):
        url = f"{URL}/{submitted.public_id}/more"
        return client.post(url, body, content_type="application/json", headers=headers)

    return send


@pytest.fixture
def body(answers, asked):
    """A fitting answer to everything that is asked."""
    picture, words = answers(asked)
    return {
        "answers": [
            {"item": picture.item, "material": picture.material.public_id},
            {"item": words.item, "text": words.text},
        ]
    }


def test_verification_shows_what_is_asked(client, headers, submitted, asked, items, sent):
    picture, words = items(asked)
    more = client.get(f"{URL}/{submitted.public_id}", headers=headers).json()["more"]
    assert (more["id"], more["note"]) == (asked.public_id, "麻烦您了")
    assert more["items"][0] == {
        "id": picture.public_id,
        "what": "retake",
        "title": "The picture again, sharper",
        "hint": more["items"][0]["hint"],
        "detail": "左下角看不清",
        "about": sent.public_id,
        "answer_kind": "picture",
        "material_kind": "identity_document",
    }
    assert (more["items"][1]["id"], more["items"][1]["answer_kind"]) == (words.public_id, "text")
    assert more["items"][1]["material_kind"] is None
    assert "second time" not in str(more)
    listed = client.get(URL, headers=headers).json()["items"][0]
    assert listed["more"] == more


@pytest.mark.parametrize("others", [0, 2])
def test_list_asks_no_more_for_more_rows(
    client, headers, asked, acme, inside, reviewer, others, django_assert_num_queries
):
    with inside(acme):
        for number in range(others):
            domain = world.domain_of(acme, f"{number}.com", real_name="in_review")
            row = world.submission_of(acme, domain=domain, state="more_wanted")
            request = MoreRequest.objects.create(
                account=acme, submission=row, asked_by_id=reviewer.user_id, asked_at=timezone.now()
            )
            MoreItem.objects.create(account=acme, request=request, position=0, what="explanation")
    with django_assert_num_queries(20):
        found = client.get(URL, headers=headers).json()["items"]
    assert len([row for row in found if row["more"]]) == 1 + others


def test_answer_goes_back_to_the_reviewers(headers, post, body):
    answer = post(headers, body)
    assert answer.status_code == 200
    shown = answer.json()
    assert (shown["state"], shown["more"]) == ("submitted", None)
    assert shown["materials"] == [body["answers"][0]["material"]]
    again = post(headers, body)
    assert (again.status_code, again.json()["code"]) == (409, "state_conflict")


def test_whole_round_with_an_upload(client, headers, post, items, asked):
    picture, words = items(asked)
    upload = {
        "file": SimpleUploadedFile("a.jpg", picture_bytes(seed=9)),
        "kind": "identity_document",
    }
    material = client.post("/api/v1/materials", upload, headers=headers).json()["id"]
    body = {
        "answers": [
            {"item": words.public_id, "text": "改名了"},
            {"item": picture.public_id, "material": material},
        ]
    }
    assert post(headers, body).status_code == 200


@pytest.mark.parametrize(
    ("answers", "field", "code"),
    [
        ([], "answers", "required"),
        ([{"item": "item_x", "text": "x"}], "answers.0.item", "unknown_item"),
        ([{"item": "item_x", "material": "mat_x"}], "answers.0.material", "not_found"),
    ],
)
def test_wrong_answers_name_their_field(headers, post, asked, answers, field, code):
    answer = post(headers, {"answers": answers})
    assert answer.status_code == 400
    found = answer.json()["errors"][0]
    assert (found["field"], found["code"]) == (field, code)


@pytest.mark.parametrize("body", [{}, {"answers": "x"}, {"answers": [], "unknown": 1}])
def test_body_of_another_shape_is_refused(headers, post, asked, body):
    assert post(headers, body).status_code == 400


def test_flaw_of_a_new_picture_names_its_answer(headers, post, body, owner, settings):
    settings.READ_PICTURES = True
    with acting_as(owner):
        material = Material.objects.order_by("pk").last()
        MaterialReading.objects.filter(material=material).delete()
        reading_of(material, card(flaws=(Flaw(code="image_blurry", confidence=0.99),)))
    answer = post(headers, body)
    assert answer.status_code == 400, answer.json()
    assert {error["field"] for error in answer.json()["errors"]} == {"answers.0.material"}


def test_picture_of_another_number_is_a_warning_to_confirm(headers, post, body, owner, settings):
    settings.READ_PICTURES = True
    with acting_as(owner):
        material = Material.objects.order_by("pk").last()
        MaterialReading.objects.filter(material=material).delete()
        reading_of(material, card(name="李四"))
    answer = post(headers, body)
    assert (answer.status_code, answer.json()["code"]) == (400, "warnings_unconfirmed")
    confirmed = {
        "confirmed_warnings": ["name_mismatch"],
        "warnings_seen": answer.json()["warnings_seen"],
    }
    done = post(headers, body | confirmed)
    assert done.status_code == 200
    assert done.json()["confirmed_warnings"] == ["name_mismatch"]


def test_unread_picture_is_waited_for(headers, post, body, owner, settings):
    settings.READ_PICTURES = True
    answer = post(headers, body)
    assert (answer.status_code, answer.json()["code"]) == (409, "pictures_pending")
    assert answer.headers["Retry-After"]


def test_scope_and_account_are_needed(acme, globex, make_key, post, body):
    assert post(make_key(acme, "verifications:read"), body).status_code == 403
    assert post(make_key(globex), body).status_code == 404
    assert post({}, body).status_code == 401
