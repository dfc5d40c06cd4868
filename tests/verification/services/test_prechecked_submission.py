"""What the pictures show counts when a submission is handed in."""

import dataclasses
import datetime as dt

import pytest
from django.utils import timezone

from registrar.errors import InvalidInput, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.verification.data import NAME, NUMBER, OTHER_NUMBER
from tests.world import reading_of
from verification.models import MaterialReading, Submission, SubmissionMaterial
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    PictureReading,
    ReadValue,
    Side,
)
from verification.services.submissions import submit_verification

pytestmark = pytest.mark.django_db
BOX = Box(0.1, 0.1, 0.5, 0.2)


def card(*, name=NAME, number=NUMBER, confidence=0.98, **fields):
    """The portrait side of a resident card that reads so."""
    values = {
        Field.NAME: ReadValue(name, confidence, BOX),
        Field.NUMBER: ReadValue(number, confidence, BOX),
    }
    document = DocumentReading(type="SFZ", confidence=0.99, side=Side.FRONT, values=values)
    return PictureReading(
        format="jpeg", bytes=60_000, width=1600, height=1000, document=document, **fields
    )


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


@pytest.fixture
def material(owner, upload, settings):
    settings.READ_PICTURES = False
    found = upload(owner)
    settings.READ_PICTURES = True
    return found


def submit(actor, template, material, **arguments):
    with acting_as(actor):
        return submit_verification(
            actor=actor, template=template, materials=[material], **arguments
        )


def read(actor, material, reading, **fields):
    with acting_as(actor):
        reading_of(material, reading, **fields)


def codes(error):
    return {(found.field, found.code) for found in error.errors}


def test_a_picture_that_says_the_same_goes_through(owner, template, material):
    read(owner, material, card())
    assert submit(owner, template, material).state == "submitted"


def test_a_picture_of_another_number_stops_it(owner, template, material):
    read(owner, material, card(number=OTHER_NUMBER))
    with pytest.raises(InvalidInput) as caught:
        submit(owner, template, material)
    assert codes(caught.value) == {("document_number", "number_mismatch")}
    with acting_as(owner):
        assert not Submission.objects.exists()


def test_the_message_shows_no_more_of_the_number_than_where_it_differs(owner, template, material):
    read(owner, material, card(number=OTHER_NUMBER))
    with pytest.raises(InvalidInput) as caught:
        submit(owner, template, material)
    said = str([str(error.message) for error in caught.value.errors])
    assert NUMBER not in said
    assert OTHER_NUMBER not in said


def test_an_unsure_reading_is_to_be_confirmed_and_the_confirmation_is_logged(
    owner, template, material
):
    read(owner, material, card(number=OTHER_NUMBER, confidence=0.6))
    with pytest.raises(InvalidInput) as caught:
        submit(owner, template, material)
    assert caught.value.code == "warnings_unconfirmed"
    assert codes(caught.value) == {("document_number", "number_mismatch")}
    submission = submit(owner, template, material, confirmed_warnings=["number_mismatch"])
    assert submission.confirmed_warnings == ["number_mismatch"]
    assert (submission.found_worst, submission.found_codes) == ("warn", ["number_mismatch"])
    with acting_as(owner):
        entry = LogEntry.objects.get(action="submission.submitted")
    assert entry.after["confirmed_warnings"] == ["number_mismatch"]


def test_a_picture_that_is_still_being_read_is_waited_for(owner, template, material):
    read(owner, material, card(), state="waiting", result=None, due_at=timezone.now())
    with pytest.raises(StateConflict) as caught:
        submit(owner, template, material)
    assert caught.value.code == "pictures_pending"


def test_a_picture_that_nobody_has_asked_to_read_is_waited_for(owner, template, material):
    with pytest.raises(StateConflict):
        submit(owner, template, material)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "given_up"},
        {"state": "waiting", "wanted_at": timezone.now() - dt.timedelta(hours=1)},
    ],
)
def test_a_picture_that_nobody_could_read_goes_once_the_user_confirms(
    owner, template, material, fields
):
    read(owner, material, card(), result=None, **fields)
    with pytest.raises(InvalidInput) as caught:
        submit(owner, template, material)
    assert caught.value.code == "warnings_unconfirmed"
    assert codes(caught.value) == {("materials", "image_unreadable")}
    submission = submit(owner, template, material, confirmed_warnings=["image_unreadable"])
    assert submission.state == "submitted"


def test_without_looking_nothing_is_said_of_what_pictures_show(owner, template, material):
    read(owner, material, card(number=OTHER_NUMBER))
    submission = submit(owner, template, material, looking=False)
    # The reviewers are told all the same.
    assert (submission.state, submission.found_worst) == ("submitted", "block")


def test_a_turned_picture_waits_until_it_is_brought_upright(owner, template, material):
    read(owner, material, dataclasses.replace(card(), turned=90))
    with pytest.raises(StateConflict) as caught:
        submit(owner, template, material)
    assert caught.value.code == "pictures_pending"


def test_the_account_that_reads_nothing_submits_as_ever(owner, template, material, settings):
    settings.READ_PICTURES = False
    submit(owner, template, material)
    with acting_as(owner):
        assert SubmissionMaterial.objects.get().rendition is None
        assert not MaterialReading.objects.exists()
