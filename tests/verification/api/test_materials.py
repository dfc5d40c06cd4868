import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from registrar import uploads
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.domains.queries import at_most
from tests.verification.api.readings import read_as_card
from tests.verification.data import NUMBER
from tests.verification.materials_rules.pictures import picture as picture_of
from tests.world import material_of
from verification.models import Material
from verification.selectors import find_material

pytestmark = pytest.mark.django_db
URL = "/api/v1/materials"


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


def send(client, headers, content, **fields):
    file = SimpleUploadedFile("card.exe", content, "application/x-msdownload")
    return client.post(URL, {"file": file, **fields}, headers=headers)


def test_picture_is_stored_by_its_content(client, headers, picture):
    answer = send(client, headers, picture)
    assert answer.status_code == 201
    body = answer.json()
    assert (body["kind"], body["format"], body["state"]) == ("identity_document", "jpeg", "ready")
    assert (body["bytes"], body["width"], body["height"]) == (len(picture), 500, 320)
    again = client.get(f"{URL}/{body['id']}", headers=headers)
    assert again.json() == body


def test_picture_tells_how_far_it_is_read_and_nothing_of_what_it_says(
    client, headers, picture, settings, owner
):
    body = send(client, headers, picture).json()
    assert body["reading"] is None
    settings.READ_PICTURES = True
    body = send(client, headers, picture).json()
    assert body["reading"] == "waiting"
    with acting_as(owner):
        material = find_material(body["id"])
    read_as_card(material)
    answer = client.get(f"{URL}/{body['id']}", headers=headers)
    assert answer.json() == body | {"reading": "read"}
    assert NUMBER not in answer.content.decode()


def test_picture_of_a_phone_comes_back_as_it_was(client, headers):
    heic = picture_of("heif")
    body = send(client, headers, heic).json()
    assert body["format"] == "heif"
    answer = client.get(f"{URL}/{body['id']}/content", headers=headers)
    assert answer["Content-Type"] == "image/heif"
    assert answer.content == heic


def test_content_comes_back_whole_guarded_and_logged(client, headers, picture, owner):
    material = send(client, headers, picture).json()
    answer = client.get(f"{URL}/{material['id']}/content", headers=headers)
    assert answer.content == picture
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("inline")
    assert "no-store" in answer["Cache-Control"]
    with acting_as(owner):
        assert LogEntry.objects.filter(action="material.viewed").count() == 1


def test_stranger_gets_404_everywhere(client, headers, picture, globex, make_key):
    material = send(client, headers, picture).json()
    foreign = make_key(globex)
    for path in ("", "/content"):
        answer = client.get(f"{URL}/{material['id']}{path}", headers=foreign)
        assert answer.status_code == 404
        assert material["id"] not in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"hello" * 20_000, "image_format_unsupported"), (b"", "image_corrupt")],
)
def test_refused_picture_is_a_problem_with_its_code(client, headers, owner, content, code):
    answer = send(client, headers, content)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert [(e["field"], e["code"]) for e in answer.json()["errors"]] == [("file", code)]
    with acting_as(owner):
        assert not Material.objects.exists()


def test_upload_beyond_the_request_limit_says_so(client, headers, picture, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 1000)
    answer = send(client, headers, picture)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "image_too_large"


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"kind": "selfie"}, "kind", "invalid_choice"),
        ({"colour": "red"}, "colour", "unknown_field"),
    ],
)
def test_wrong_fields_are_named(client, headers, picture, fields, field, code):
    errors = send(client, headers, picture, **fields).json()["errors"]
    assert [(e["field"], e["code"]) for e in errors] == [(field, code)]


def test_missing_file_text_as_file_and_json_are_refused(client, headers):
    assert client.post(URL, {}, headers=headers).json()["errors"][0]["field"] == "file"
    assert client.post(URL, {"file": "text"}, headers=headers).status_code == 400
    json = client.post(URL, {"file": "x"}, content_type="application/json", headers=headers)
    assert json.status_code == 415


@pytest.mark.parametrize(
    "body", [b"", b"garbage", b"--x\r\n\r\n", b"--x\r\nContent-Disposition: form-data\r\n"]
)
def test_broken_multipart_is_a_4xx_problem(client, headers, body):
    answer = client.generic(
        "POST", URL, body, content_type="multipart/form-data; boundary=x", headers=headers
    )
    assert 400 <= answer.status_code < 500
    assert answer["Content-Type"] == "application/problem+json"


def test_key_without_the_scope_may_neither_write_nor_read(client, acme, headers, picture, make_key):
    material = send(client, headers, picture).json()
    poor = make_key(acme, "domains:read")
    assert send(client, poor, picture).status_code == 403
    assert client.get(f"{URL}/{material['id']}/content", headers=poor).status_code == 403
    assert client.get(f"{URL}/{material['id']}").status_code == 401


@pytest.mark.parametrize("count", [1, 3])
def test_pictures_are_listed_newest_first_in_a_few_queries(client, acme, inside, make_key, count):
    with inside(acme):
        rows = [material_of(acme, kind="identity_document") for _ in range(count)]
    headers = make_key(acme)
    with at_most(8):
        listed = client.get(f"{URL}?kind=identity_document", headers=headers).json()
    assert [item["id"] for item in listed["items"]] == [row.public_id for row in reversed(rows)]
    assert {item["reading"] for item in listed["items"]} == {None}
