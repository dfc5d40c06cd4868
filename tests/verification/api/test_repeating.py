"""Pictures, pre-checks and submissions, which speak to more than the database: repeated, or dry."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import encode_multipart

from registrar.api.idempotency import running
from registrar.crypto.storage import EncryptedStorage
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.verification.api.readings import read_as_card
from tests.verification.conftest import picture_bytes
from tests.verification.data import NAME, NUMBER
from verification.models import Material, MaterialReading, Submission
from verification.services import preparing

pytestmark = pytest.mark.django_db
BASE = "/api/v1"


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


@pytest.fixture
def count(owner):
    def rows(model):
        with acting_as(owner):
            return model.objects.count()

    return rows


@pytest.fixture
def send(client, headers):
    """`send(content, key="k")`: a picture, in a form with a boundary of its own."""

    def post(content, *, key=None, boundary="one", query="", **fields):
        file = SimpleUploadedFile("card.jpg", content, "image/jpeg")
        body = encode_multipart(boundary, {"file": file} | fields)
        return client.post(
            f"{BASE}/materials{query}",
            body,
            content_type=f"multipart/form-data; boundary={boundary}",
            headers=headers | ({"Idempotency-Key": key} if key else {}),
        )

    return post


@pytest.fixture
def handed_in(client, headers, acme, owner, make_domain, upload):
    """`handed_in(…)`: a call that hands in acme.com with a picture."""
    make_domain(acme, "acme.com")
    material = upload(owner)

    def post(query="", **more):
        body = {"domain": "acme.com", "document_type": "SFZ", "document_number": NUMBER}
        body |= {"materials": [material.public_id]}
        return client.post(
            f"{BASE}/verifications{query}",
            body,
            content_type="application/json",
            headers=headers | more,
        )

    return post


@pytest.fixture
def files(monkeypatch):
    """The names of all files that are written."""
    names, save = [], EncryptedStorage.save

    def noting(storage, name, *args, **kwargs):
        names.append(name)
        return save(storage, name, *args, **kwargs)

    monkeypatch.setattr(EncryptedStorage, "save", noting)
    return names


def test_picture_sent_twice_is_there_once_whatever_separates_its_form(send, picture, count, files):
    first = send(picture, key="k", boundary="one")
    second = send(picture, key="k", boundary="two")
    assert (first.status_code, second.status_code) == (201, 201)
    assert second["Idempotency-Replayed"] == "true"
    assert second.content == first.content
    assert (count(Material), len(files)) == (1, 1)


@pytest.mark.parametrize(
    ("content", "fields"), [(picture_bytes(seed=2), {}), (None, {"kind": "supporting_document"})]
)
def test_other_picture_or_field_under_the_same_key_is_refused(send, picture, content, fields):
    send(picture, key="k")
    answer = send(content or picture, key="k", **fields)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")


def test_picture_whose_answer_can_not_be_kept_is_not_there(
    client, send, picture, count, monkeypatch
):
    client.raise_request_exception = False
    monkeypatch.setattr(running, "keep_answer", lambda **_given: 1 / 0)
    deleted = []
    monkeypatch.setattr(EncryptedStorage, "delete", lambda _storage, name: deleted.append(name))
    assert send(picture, key="k").status_code == 500
    assert (count(Material), len(deleted)) == (0, 1)


def test_dry_upload_is_judged_and_leaves_no_file(send, picture, count, files, settings):
    settings.READ_PICTURES = True
    dry = send(picture, query="?dry_run=true")
    assert (dry.status_code, dry.json()["format"], dry.json()["width"]) == (201, "jpeg", 500)
    assert send(b"hello" * 20_000, query="?dry_run=true").status_code == 400
    assert (count(Material), count(MaterialReading), files) == (0, 0, [])


def test_dry_precheck_shows_nothing_that_would_have_to_be_logged(
    client, headers, owner, upload, count, settings
):
    settings.READ_PICTURES = True
    material = upload(owner)
    read_as_card(material)
    body = {"form": {"registrant_type": "individual", "name": NAME}}
    body |= {"document_type": "SFZ", "document_number": NUMBER, "materials": [material.public_id]}

    def ask(query):
        path = f"{BASE}/prechecks{query}"
        return client.post(path, body, content_type="application/json", headers=headers)

    before = count(LogEntry)
    dry = ask("?dry_run=true").json()
    assert (dry["ready"], dry["read"]) == (True, None)
    assert count(LogEntry) == before
    assert ask("").json()["read"] is not None


def test_dry_submission_waits_for_no_picture(handed_in, count, settings, monkeypatch):
    settings.READ_PICTURES, settings.PICTURE_WAIT = True, 60
    monkeypatch.setattr(preparing.time, "sleep", lambda _seconds: pytest.fail("it waits"))
    dry = handed_in("?dry_run=true")
    assert (dry.status_code, dry.json()["code"]) == (409, "pictures_pending")
    assert (count(Submission), count(MaterialReading)) == (0, 0)


def test_submission_repeated_under_its_key_is_one(handed_in, count):
    first = handed_in(idempotency_key="k")
    second = handed_in(idempotency_key="k")
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.json() == first.json()
    assert count(Submission) == 1


def test_submission_whose_answer_can_not_be_kept_did_not_happen(
    client, handed_in, count, monkeypatch
):
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(running, "keep_answer", lambda **_given: 1 / 0)
        assert handed_in(idempotency_key="k").status_code == 500
    assert count(Submission) == 0
    assert handed_in(idempotency_key="k").status_code == 201
