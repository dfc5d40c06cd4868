"""Pre-checks whose pictures are still being read: waited for, then asked for again."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from registrar.tenancy.context import current_actor
from tests.verification.api.readings import read_as_card, waits
from tests.verification.data import NAME, NUMBER, OTHER_NUMBER
from verification import prepared
from verification.models import PrecheckRequest
from verification.picture_tasks import sweep_prechecks
from verification.services import preparing

pytestmark = pytest.mark.django_db
URL = "/api/v1/prechecks"


@pytest.fixture(autouse=True)
def reading_is_on(settings):
    settings.READ_PICTURES = True


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


@pytest.fixture
def material(owner, upload):
    found = upload(owner)
    waits(found)
    return found


@pytest.fixture
def ask(client, headers, material):
    def send(**changes):
        typed = {
            "form": {"registrant_type": "individual", "name": NAME, "expires_on": "2999-01-31"},
            "document_type": "SFZ",
            "document_number": NUMBER,
            "materials": [material.public_id],
        }
        return client.post(URL, typed | changes, content_type="application/json", headers=headers)

    return send


def test_picture_that_is_read_in_time_is_waited_for(ask, material, settings, monkeypatch):
    """Nothing is held meanwhile: the reader needs the row, others the connection."""
    settings.PICTURE_WAIT = 60

    def meanwhile(_seconds):
        assert current_actor() is None
        read_as_card(material)

    monkeypatch.setattr(preparing.time, "sleep", meanwhile)
    answer = ask()
    assert answer.status_code == 200
    assert answer.json()["read"]["name"]["text"] == NAME


def test_no_more_than_two_of_a_process_wait(ask, settings, monkeypatch):
    settings.PICTURE_WAIT = 60
    others = [preparing._WAITERS.acquire(blocking=False) for _ in range(2)]
    try:
        monkeypatch.setattr(preparing.time, "sleep", lambda _seconds: pytest.fail("waited"))
        assert ask().status_code == 202
    finally:
        for _taken in filter(None, others):
            preparing._WAITERS.release()


def test_waiting_opens_nothing_that_was_read_until_something_has_changed(
    ask, owner, upload, material, settings, monkeypatch
):
    settings.PICTURE_WAIT = 60
    other = upload(owner)
    read_as_card(other)
    opened, glances = [], []
    real = prepared.from_json

    def from_json(text):
        opened.append(len(glances))
        return real(text)

    def meanwhile(_seconds):
        glances.append(1)
        if len(glances) == 5:
            read_as_card(material)

    monkeypatch.setattr(prepared, "from_json", from_json)
    monkeypatch.setattr(preparing.time, "sleep", meanwhile)
    assert ask(materials=[material.public_id, other.public_id]).status_code == 200
    assert set(opened) == {0, 1, 5}


def test_picture_that_is_not_read_in_time_is_asked_for_again(ask, client, headers, material):
    first = ask(document_number=OTHER_NUMBER[:-1] + "9")
    assert first.status_code == 202
    body = first.json()
    assert (body["status"], body["ready"], body["read"]) == ("pending", False, None)
    assert "number_checksum" in {one["code"] for one in body["findings"]}
    assert first["Location"] == body["poll"] == f"{URL}/{body['id']}"
    assert int(first["Retry-After"]) > 0

    again = client.get(body["poll"], headers=headers)
    assert again.status_code == 202
    assert int(again["Retry-After"]) > 0
    assert again.json() == body

    read_as_card(material)
    for _ in range(2):
        done = client.get(body["poll"], headers=headers)
        assert done.status_code == 200
        assert done.json()["status"] == "done"
        codes = {one["code"] for one in done.json()["findings"]}
        assert {"number_checksum", "number_mismatch"} <= codes
        assert done.json()["read"]["document_number"]["text"] == NUMBER


def test_template_without_any_document_given_is_asked_for_again(
    client, headers, acme, make_template, material
):
    data = {"template": make_template(acme).public_id, "materials": [material.public_id]}
    again_until_read(client, headers, data, material)


def test_domain_is_asked_for_again(client, headers, acme, make_domain, material):
    make_domain(acme, "acme.com")
    data = {
        "domain": "acme.com",
        "document_type": "SFZ",
        "document_number": NUMBER,
        "materials": [material.public_id],
    }
    again_until_read(client, headers, data, material)


def again_until_read(client, headers, data, material):
    first = client.post(URL, data, content_type="application/json", headers=headers)
    assert first.status_code == 202
    assert client.get(first["Location"], headers=headers).json() == first.json()
    read_as_card(material)
    assert client.get(first["Location"], headers=headers).json()["status"] == "done"


def test_what_has_no_longer_the_shape_of_a_body_is_outdated(ask, client, headers, acme, inside):
    poll = ask().json()["poll"]
    with inside(acme):
        row = PrecheckRequest.objects.get()
        row.asked = '{"colour": "red"}'
        row.save()
    answer = client.get(poll, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "precheck_outdated")


def test_address_holds_nothing_personal_and_the_row_is_sealed(ask, acme, inside):
    body = ask().json()
    assert NAME not in body["poll"]
    assert NUMBER not in body["poll"]
    with inside(acme), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM verification_precheckrequest")
        (row,) = cursor.fetchall()
    for value in row:
        held = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        assert NUMBER.encode() not in held
        assert NAME.encode() not in held


def test_stranger_finds_no_check(ask, client, globex, make_key):
    poll = ask().json()["poll"]
    assert client.get(poll, headers=make_key(globex)).status_code == 404
    assert client.get(f"{URL}/pre_nothing", headers=make_key(globex)).status_code == 404


def test_scope_is_needed(ask, client, acme, make_key):
    poll = ask().json()["poll"]
    reader = make_key(acme, "verifications:read", "materials:read")
    assert client.get(poll, headers=reader).status_code == 403
    assert client.get(poll).status_code == 401


def test_what_was_read_needs_the_right_to_see_pictures(ask, client, acme, make_key, material):
    poll = ask().json()["poll"]
    read_as_card(material)
    answer = client.get(poll, headers=make_key(acme, "verifications:write"))
    assert (answer.status_code, answer.json()["read"]) == (200, None)


def test_check_is_forgotten_after_a_day(ask, client, headers, acme, inside):
    poll = ask().json()["poll"]
    other = ask().json()["poll"]
    with inside(acme):
        PrecheckRequest.objects.filter(pk=PrecheckRequest.objects.earliest("pk").pk).update(
            expires_at=timezone.now() - dt.timedelta(seconds=1)
        )
    assert client.get(poll, headers=headers).status_code == 404
    assert client.get(other, headers=headers).status_code == 202
    sweep_prechecks()
    with inside(acme):
        assert PrecheckRequest.objects.count() == 1


def test_picture_that_is_gone_meanwhile_makes_it_outdated(
    ask, client, headers, acme, material, inside
):
    poll = ask().json()["poll"]
    with inside(acme):
        type(material).objects.filter(pk=material.pk).update(state="erased")
    answer = client.get(poll, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "precheck_outdated")
    assert [error["field"] for error in answer.json()["errors"]] == ["materials.0"]


def test_picture_that_nobody_reads_is_waited_for_no_longer(ask, client, headers, settings):
    settings.PICTURE_PATIENCE = -1
    answer = ask()
    assert answer.status_code == 200
    found = {one["code"]: one["level"] for one in answer.json()["findings"]}
    assert found["image_unreadable"] == "warn"


def test_picture_that_nobody_looked_at_is_named_and_kept_apart_from_others(
    ask, owner, upload, material, settings
):
    settings.PICTURE_PATIENCE = -1
    other = upload(owner)
    read_as_card(other)
    body = ask(materials=[other.public_id, material.public_id]).json()
    (unread,) = [one for one in body["findings"] if one["code"] == "image_unreadable"]
    assert [place["picture"] for place in unread["places"]] == [material.public_id]


def test_operator_may_switch_reading_off(ask, settings):
    settings.READ_PICTURES = False
    answer = ask()
    assert answer.status_code == 200
    assert answer.json()["read"] == {}
