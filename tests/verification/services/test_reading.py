"""Pictures are read once, whatever happens to those who read them."""

import datetime as dt

import pytest
from botocore.exceptions import EndpointConnectionError
from django.utils import timezone

from registrar.events.models import Event
from registrar.tenancy.context import acting_as
from tests.world import domain_of, submission_of
from verification import picture_tasks
from verification.models import MaterialReading, SubmissionMaterial
from verification.picture_states import ReadingState
from verification.picture_tasks import sweep_pictures, work_on_picture
from verification.reading.as_json import from_json
from verification.reading.engine import ModelsMissing
from verification.reading.model import READING_VERSION, PictureReading
from verification.services.picture_queue import MAX_ATTEMPTS
from verification.services.reading import want_readings
from verification.services.reading_rows import take_reading, write_reading

pytestmark = pytest.mark.django_db
READING = PictureReading(format="jpeg", bytes=60_000, width=500, height=320, turned=90)


@pytest.fixture
def reader(settings, monkeypatch):
    """A reader who notes what it was given, in place of the one that takes seconds."""
    settings.READ_PICTURES = True
    seen = []

    def read(content):
        seen.append(content)
        return READING

    monkeypatch.setattr(picture_tasks, "read_picture", read)
    return seen


@pytest.fixture
def breaking(settings, monkeypatch):
    settings.READ_PICTURES = True

    def fail(_content):
        raise RuntimeError("engine")

    monkeypatch.setattr(picture_tasks, "read_picture", fail)


def only_row(actor):
    with acting_as(actor):
        return MaterialReading.objects.get()


def told(actor):
    """The events so far, in order."""
    with acting_as(actor):
        return list(Event.objects.order_by("id").values_list("type", flat=True))


def make_due(actor, **fields):
    with acting_as(actor):
        MaterialReading.objects.update(due_at=timezone.now(), **fields)


def test_an_uploaded_picture_is_read_from_its_stored_bytes(
    owner, upload, picture, reader, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        material = upload(owner)
    row = only_row(owner)
    assert (row.state, row.material_id, row.due_at) == ("read", material.pk, None)
    assert from_json(row.result) == READING
    assert reader == [picture]


def test_the_reviewers_queue_knows_at_once_what_was_read(owner, acme, upload, reader):
    material = upload(owner)
    with acting_as(owner):
        domain = domain_of(acme, "a.com", real_name="in_review")
        submission = submission_of(acme, domain=domain, state="submitted")
        SubmissionMaterial.objects.create(
            account=acme, submission=submission, material=material, position=0
        )
    work_on_picture()
    with acting_as(owner):
        submission.refresh_from_db()
    assert "image_unreadable" in submission.found_codes


def test_where_reading_is_switched_off_nothing_is_asked_for(owner, upload, settings):
    settings.READ_PICTURES = False
    upload(owner)
    with acting_as(owner):
        assert not MaterialReading.objects.exists()


def test_asking_twice_reads_once(owner, upload, reader, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        material = upload(owner)
        with acting_as(owner):
            want_readings([material])
            want_readings([material])
    assert len(reader) == 1


def test_a_lost_message_is_made_good_by_the_sweep(owner, upload, reader):
    upload(owner)
    assert only_row(owner).state == ReadingState.WAITING
    sweep_pictures.run()
    assert only_row(owner).state == ReadingState.READ


def test_the_sweeps_message_is_gone_before_the_next_one(owner, upload, settings, monkeypatch):
    settings.READ_PICTURES = True
    upload(owner)
    sent = []
    monkeypatch.setattr(work_on_picture, "apply_async", lambda **given: sent.append(given))
    sweep_pictures.run()
    assert [message["expires"] for message in sent] == [settings.SWEEP_INTERVAL]


def test_what_one_worker_has_taken_another_leaves_alone(owner, upload, reader):
    upload(owner)
    with acting_as(owner):
        assert take_reading(actor=owner) is not None
        assert take_reading(actor=owner) is None


def test_a_killed_worker_costs_the_time_of_its_lease_and_nothing_else(owner, upload, reader):
    upload(owner)
    with acting_as(owner):
        take_reading(actor=owner)
    work_on_picture.run()
    assert only_row(owner).state == ReadingState.WAITING
    make_due(owner)
    work_on_picture.run()
    assert only_row(owner).state == ReadingState.READ


def test_a_picture_that_breaks_the_reader_is_given_up(owner, upload, breaking):
    upload(owner)
    for _attempt in range(MAX_ATTEMPTS):
        assert only_row(owner).state == ReadingState.WAITING
        make_due(owner)
        work_on_picture.run()
    make_due(owner)
    work_on_picture.run()
    row = only_row(owner)
    assert (row.state, row.result, row.due_at) == ("given_up", None, None)
    assert told(owner) == ["material.uploaded", "material.reading_given_up"]


def test_trouble_waits_a_little_longer_each_time(owner, upload, breaking):
    upload(owner)
    pauses = []
    for _attempt in range(2):
        make_due(owner)
        before = timezone.now()
        work_on_picture.run()
        pauses.append(only_row(owner).due_at - before)
    assert dt.timedelta(0) < pauses[0] < pauses[1]


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        ("read_material", OSError),
        ("read_material", EndpointConnectionError(endpoint_url="s3")),
        ("read_picture", ModelsMissing),
    ],
)
def test_what_is_not_the_pictures_fault_never_gives_it_up(
    owner, upload, reader, monkeypatch, broken, error
):
    def fail(_given):
        raise error

    upload(owner)
    pauses = []
    with monkeypatch.context() as broken_down:
        broken_down.setattr(picture_tasks, broken, fail)
        for _attempt in range(MAX_ATTEMPTS + 2):
            make_due(owner)
            before = timezone.now()
            work_on_picture.run()
            pauses.append(only_row(owner).due_at - before)
    assert pauses == sorted(pauses)
    assert pauses[0] * 4 < pauses[-1]
    make_due(owner, troubles=32767)
    with monkeypatch.context() as broken_down:
        broken_down.setattr(picture_tasks, broken, fail)
        work_on_picture.run()
    assert only_row(owner).due_at - timezone.now() <= dt.timedelta(hours=1)
    make_due(owner)
    work_on_picture.run()
    assert only_row(owner).state == ReadingState.READ


def test_what_was_given_up_is_tried_again_after_an_hour(owner, upload, reader):
    material = upload(owner)
    with acting_as(owner):
        MaterialReading.objects.update(state="given_up", due_at=None, attempts=MAX_ATTEMPTS)
        want_readings([material])
    sweep_pictures.run()
    assert only_row(owner).state == ReadingState.GIVEN_UP
    with acting_as(owner):
        MaterialReading.objects.update(updated_at=timezone.now() - dt.timedelta(minutes=61))
        want_readings([material])
    sweep_pictures.run()
    assert only_row(owner).state == ReadingState.READ


def test_a_late_second_result_changes_nothing(owner, upload, reader):
    upload(owner)
    sweep_pictures.run()
    row = only_row(owner)
    other = PictureReading(format="png", bytes=1, width=1, height=1)
    with acting_as(owner):
        write_reading(actor=owner, reading_id=row.pk, reading=other)
    assert from_json(only_row(owner).result) == READING
    assert told(owner) == ["material.uploaded", "material.read"]


def test_what_an_older_reader_read_is_read_anew(owner, upload, reader):
    material = upload(owner)
    sweep_pictures.run()
    with acting_as(owner):
        MaterialReading.objects.update(version=READING_VERSION - 1)
        want_readings([material])
    assert only_row(owner).state == ReadingState.WAITING
    sweep_pictures.run()
    assert only_row(owner).version == READING_VERSION
    assert len(reader) == 2


def test_another_account_neither_sees_nor_takes_it(owner, stranger, upload, reader):
    upload(owner)
    with acting_as(stranger):
        assert take_reading(actor=stranger) is None
        assert not MaterialReading.objects.exists()
