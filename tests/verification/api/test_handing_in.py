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

    def send(**changes):
        data = {"template": template.public_id, "materials": [material.public_id]}
        return client.post(URL, data | changes, content_type="application/json", headers=headers)

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
