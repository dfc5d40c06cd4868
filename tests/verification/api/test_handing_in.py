"""POST /verifications with pictures that are read first."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.tenancy.context import current_actor
from tests.verification.api.readings import read_as_card, waits
from tests.verification.data import NUMBER, OTHER_NUMBER
from verification.models import Submission
from verification.services import preparing

pytestmark = pytest.mark.django_db
URL = "/api/v1/verifications"


@pytest.fixture(autouse=True)
def reading_is_on(settings):
    settings.READ_PICTURES = True


@pytest.fixture
def material(owner, upload):
    return upload(owner)


@pytest.fixture
def hand_in(client, acme, make_key, make_template, material):
    headers, template = make_key(acme), make_template(acme)

    def send(key=headers, url=URL, **changes):
        data = {"template": template.public_id, "materials": [material.public_id]}
        return client.post(url, data | changes, content_type="application/json", headers=key)

    return send


def errors(answer):
    return {(e["field"], e["code"]) for e in answer.json()["errors"]}


def test_picture_that_is_still_read_is_not_handed_in(hand_in, material, acme, inside):
    waits(material)
    answer = hand_in()
    assert (answer.status_code, answer.json()["code"]) == (409, "pictures_pending")
    assert int(answer["Retry-After"]) == answer.json()["retry_after"] > 0
    with inside(acme):
        assert not Submission.objects.exists()
    read_as_card(material)
    assert hand_in().status_code == 201


def test_picture_that_is_read_in_time_is_waited_for(hand_in, material, settings, monkeypatch):
    settings.PICTURE_WAIT = 60
    waits(material)

    def meanwhile(_seconds):
        assert current_actor() is None
        read_as_card(material)

    monkeypatch.setattr(preparing.time, "sleep", meanwhile)
    assert hand_in().status_code == 201


def test_what_blocks_is_refused_with_its_code(hand_in, material, acme, inside):
    read_as_card(material, number=OTHER_NUMBER)
    answer = hand_in()
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")
    assert errors(answer) == {("document_number", "number_mismatch")}
    assert OTHER_NUMBER not in answer.content.decode()
    assert NUMBER not in answer.content.decode()
    with inside(acme):
        assert not Submission.objects.exists()


def test_warning_has_to_be_confirmed(hand_in, material):
    day = (timezone.localdate() + dt.timedelta(days=5)).isoformat()
    read_as_card(material, expires_on=day)
    answer = hand_in()
    assert (answer.status_code, answer.json()["code"]) == (400, "warnings_unconfirmed")
    assert {code for _, code in errors(answer)} == {"document_near_expiry"}
    answer = hand_in(confirmed_warnings=["document_near_expiry"])
    assert answer.status_code == 201
    assert answer.json()["confirmed_warnings"] == ["document_near_expiry"]


def test_what_was_read_is_not_told_to_a_key_that_may_not_see_it(hand_in, material, acme, make_key):
    read_as_card(material, name="王小明")
    answer = hand_in(key=make_key(acme, "verifications:write"))
    assert errors(answer) == {("holder_name", "name_mismatch")} == errors(hand_in())
    assert "王小明" not in answer.content.decode()
    assert "王小明" in hand_in().content.decode()


CODES = {"confirmed_warnings": ["document_near_expiry"]}


def in_days(days):
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()


def test_confirmation_may_name_what_it_has_seen(hand_in, material):
    read_as_card(material, expires_on=in_days(5))
    seen = hand_in().json()["warnings_seen"]
    assert hand_in(**CODES, warnings_seen=seen).status_code == 201


def test_precheck_tells_what_a_confirmation_would_cover(hand_in, material):
    read_as_card(material, expires_on=in_days(5))
    seen = hand_in(url="/api/v1/prechecks").json()["warnings_seen"]
    assert hand_in(**CODES, warnings_seen=seen).status_code == 201


def test_what_came_after_it_was_seen_is_not_confirmed(hand_in, material):
    read_as_card(material, expires_on=in_days(5))
    seen = hand_in().json()["warnings_seen"]
    read_as_card(material, expires_on=in_days(4))
    answer = hand_in(**CODES, warnings_seen=seen)
    assert (answer.status_code, answer.json()["code"]) == (400, "warnings_unconfirmed")
    assert answer.json()["warnings_seen"] != seen
    assert hand_in(**CODES, warnings_seen=answer.json()["warnings_seen"]).status_code == 201


def test_key_that_may_not_see_pictures_confirms_what_it_is_told(hand_in, material, acme, make_key):
    key = make_key(acme, "verifications:write")
    read_as_card(material, expires_on=in_days(5))
    seen = hand_in(key=key, url="/api/v1/prechecks").json()["warnings_seen"]
    assert hand_in(key=key).json()["warnings_seen"] == seen
    assert hand_in(key=key, **CODES, warnings_seen=seen).status_code == 201
