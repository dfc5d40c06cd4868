"""A picture is made into what the authority takes, and only if its text stays legible."""

import dataclasses
import datetime as dt
from contextlib import contextmanager
from io import BytesIO

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone
from PIL import ExifTags, Image

from registrar.tenancy.context import acting_as
from tests.verification.conftest import picture_bytes
from verification import mending, picture_tasks
from verification.materials_rules import for_intake, get_profile, inspect_picture
from verification.models import MaterialReading, Rendition
from verification.picture_tasks import sweep_pictures
from verification.prepared import prepared
from verification.reading.model import Box, PictureReading, TextLine
from verification.services import rendition_rows, stored
from verification.services.materials import store_material
from verification.services.picture_queue import MAX_ATTEMPTS
from verification.services.preparing import prepare_pictures
from verification.services.stored import material_storage, read_material, save_material

pytestmark = pytest.mark.django_db
ALIYUN = get_profile("aliyun")
LINE = TextLine("公民身份号码", 0.99, Box(0, 0, 1, 0.1))
READING = PictureReading(format="png", bytes=1, width=1, height=1, lines=(LINE,))


@pytest.fixture
def readings(settings, monkeypatch):
    """What the next pictures say, in order; the last one for all that follow."""
    settings.READ_PICTURES = True
    queue = [READING]

    def read(_content):
        return queue.pop(0) if len(queue) > 1 else queue[0]

    for module in (picture_tasks, mending):
        monkeypatch.setattr(module, "read_picture", read)
    return queue


@pytest.fixture
def upload_as(owner):
    def upload(content):
        return store_material(
            actor=owner,
            kind="identity_document",
            upload=BytesIO(content),
            profile=for_intake(ALIYUN),
        )

    return upload


def worked_on(actor, material, profile=ALIYUN):
    """The picture after the workers have done all that was asked."""
    for _step in range(3):
        prepare_pictures(actor=actor, materials=[material], profile=profile)
        sweep_pictures.run()
    with acting_as(actor):
        return prepared([material], profile)[0]


def test_a_format_that_is_not_taken_is_converted(owner, upload_as, readings):
    picture = worked_on(owner, upload_as(picture_bytes(fmt="PNG")))
    made = picture.ready_rendition
    assert (made.format, picture.uploaded.format, picture.pending) == ("jpeg", "png", False)
    assert "format" in made.changes
    facts = inspect_picture(read_material(made.storage_name), ALIYUN)
    assert (facts.bytes, facts.sha256) == (made.bytes, made.sha256)


def test_the_original_stays_as_it_was(owner, upload_as, readings):
    content = picture_bytes(fmt="PNG")
    material = upload_as(content)
    worked_on(owner, material)
    assert read_material(material.storage_name) == content


def test_what_is_taken_as_it_is_is_left_alone(owner, upload_as, readings):
    picture = worked_on(owner, upload_as(picture_bytes(fmt="JPEG")))
    assert (picture.rendition, picture.uploaded.format, picture.pending) == (None, "jpeg", False)


def test_a_turned_picture_is_brought_upright(owner, upload_as, readings):
    readings[:] = [dataclasses.replace(READING, turned=90), READING]
    picture = worked_on(owner, upload_as(picture_bytes(fmt="JPEG", size=(500, 320))))
    made = picture.ready_rendition
    assert (made.width, made.height) == (320, 500)
    with Image.open(BytesIO(read_material(made.storage_name))) as image:
        assert image.size == (320, 500)


@pytest.mark.parametrize("state", ["waiting", "given_up"])
def test_what_was_made_upright_still_goes_while_the_picture_is_read_anew(
    owner, upload_as, readings, state
):
    readings[:] = [dataclasses.replace(READING, turned=90), READING]
    material = upload_as(picture_bytes(fmt="JPEG", size=(500, 320)))
    made = worked_on(owner, material).ready_rendition
    with acting_as(owner):
        MaterialReading.objects.update(state=state, result=None)
    assert asked_for(owner, material).ready_rendition == made


def mirrored():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 2
    return resaved("JPEG", quality=95, exif=exif)


def of_two_pages():
    page = Image.open(BytesIO(picture_bytes(fmt="PNG")))
    return resaved("TIFF", save_all=True, append_images=[page])


def resaved(fmt, **options):
    target = BytesIO()
    Image.open(BytesIO(picture_bytes(fmt="PNG"))).save(target, fmt, **options)
    return target.getvalue()


STORED = [(mirrored, {"orientation": 2}), (of_two_pages, {"more_frames": True})]


@pytest.mark.parametrize(("stored", "told"), STORED)
def test_what_is_mirrored_or_has_more_pages_goes_out_flat(owner, upload_as, readings, stored, told):
    readings[:] = [dataclasses.replace(READING, **told), READING]
    picture = worked_on(owner, upload_as(stored()), get_profile("tencent"))
    made = picture.ready_rendition
    assert made.changes == (["turn"] if stored is mirrored else ["format", "first_frame"])
    with Image.open(BytesIO(read_material(made.storage_name))) as image:
        assert (image.format, image.getexif()) == ("JPEG", Image.Exif())


@pytest.mark.parametrize(("stored", "told"), STORED)
def test_what_is_mirrored_or_has_more_pages_never_goes_as_it_is(
    owner, upload_as, readings, stored, told
):
    readings[:] = [dataclasses.replace(READING, **told), dataclasses.replace(READING, lines=())]
    picture = worked_on(owner, upload_as(stored()), get_profile("tencent"))
    assert [problem.code for problem in picture.problems] == ["image_unreadable"]


def test_what_can_no_longer_be_read_is_not_sent(owner, upload_as, readings):
    readings[:] = [READING, dataclasses.replace(READING, lines=())]
    picture = worked_on(owner, upload_as(picture_bytes(fmt="PNG")))
    assert (picture.rendition.state, picture.rendition.code) == ("impossible", "image_unreadable")
    assert (picture.ready_rendition, picture.uploaded.format) == (None, "png")


def test_what_the_maker_has_answered_is_not_asked_again(owner, upload_as, readings):
    readings[:] = [READING, dataclasses.replace(READING, lines=()), READING]
    material = upload_as(picture_bytes(fmt="PNG"))
    worked_on(owner, material)
    make_due(owner, updated_at=timezone.now() - dt.timedelta(minutes=61))
    assert worked_on(owner, material).rendition.state == "impossible"


def test_a_storage_that_fails_is_tried_again_later(owner, upload_as, readings, monkeypatch):
    material = upload_as(picture_bytes(fmt="PNG"))
    with monkeypatch.context() as broken:
        broken.setattr(picture_tasks, "save_material", lambda _content: 1 / 0)
        assert worked_on(owner, material).pending
    with acting_as(owner):
        Rendition.objects.update(due_at=timezone.now())
    assert worked_on(owner, material).ready_rendition is not None


def test_a_storage_that_stays_broken_never_gives_a_picture_up(
    owner, upload_as, readings, monkeypatch
):
    def fail(_content):
        raise OSError

    material = upload_as(picture_bytes(fmt="PNG"))
    with monkeypatch.context() as broken:
        broken.setattr(picture_tasks, "save_material", fail)
        for _attempt in range(MAX_ATTEMPTS + 1):
            picture = worked_on(owner, material)
            make_due(owner)
    assert (picture.rendition.state, picture.pending) == ("waiting", True)
    assert worked_on(owner, material).ready_rendition is not None


def test_what_may_have_been_committed_keeps_its_file(owner, upload_as, readings, monkeypatch):
    @contextmanager
    def commit_and_stop(actor):
        with acting_as(actor):
            yield
        raise SoftTimeLimitExceeded

    material = upload_as(picture_bytes(fmt="PNG"))
    monkeypatch.setattr(stored, "acting_as", commit_and_stop)
    made = worked_on(owner, material).ready_rendition
    assert len(read_material(made.storage_name)) == made.bytes


def test_what_was_not_written_leaves_no_file(owner, upload_as, readings, monkeypatch):
    saved = []

    def save(content):
        saved.append(save_material(content))
        return saved[-1]

    material = upload_as(picture_bytes(fmt="PNG"))
    monkeypatch.setattr(picture_tasks, "save_material", save)
    monkeypatch.setattr(picture_tasks, "write_rendition", lambda **_given: 1 / 0)
    assert worked_on(owner, material).pending
    assert saved
    assert not any(material_storage().exists(name) for name in saved)


def test_a_maker_that_breaks_down_says_nothing_bad_of_the_picture_and_is_asked_again(
    owner, upload_as, readings, monkeypatch
):
    material = upload_as(picture_bytes(fmt="PNG"))
    with monkeypatch.context() as broken:
        broken.setattr(picture_tasks, "mend", lambda *_given, **_named: 1 / 0)
        for _attempt in range(MAX_ATTEMPTS + 1):
            picture = worked_on(owner, material)
            make_due(owner)
    assert (picture.rendition.state, picture.rendition.code) == ("impossible", "image_unreadable")
    assert worked_on(owner, material).rendition.state == "impossible"
    long_ago = timezone.now() - dt.timedelta(minutes=61)
    make_due(owner, created_at=long_ago, wanted_at=long_ago, updated_at=long_ago)
    (again,) = prepare_pictures(actor=owner, materials=[material], profile=ALIYUN)
    assert (again.pending, again.problems) == (True, [])
    assert worked_on(owner, material).ready_rendition is not None


def make_due(actor, **fields):
    with acting_as(actor):
        waiting = Rendition.objects.filter(state="waiting")
        (Rendition.objects if fields else waiting).update(due_at=timezone.now(), **fields)


@pytest.mark.parametrize(
    ("lack", "code"),
    [("format", "image_format_unsupported"), ("bytes", "image_too_large")],
)
def test_what_nobody_converts_in_time_is_said_and_no_longer_waited_for(
    owner, upload_as, readings, settings, lack, code
):
    settings.READ_PICTURES = False
    material = upload_as(picture_bytes(fmt="PNG" if lack == "format" else "JPEG"))
    profile = ALIYUN if lack == "format" else dataclasses.replace(ALIYUN, max_bytes=1000)
    prepare_pictures(actor=owner, materials=[material], profile=profile)
    assert asked_for(owner, material, profile).pending
    settings.PICTURE_PATIENCE = -1
    picture = asked_for(owner, material, profile)
    assert not picture.pending
    assert [(one.code, one.level) for one in picture.problems] == [(code, "block")]
    sweep_pictures.run()
    if lack == "format":
        assert asked_for(owner, material, profile).problems == []


def test_a_picture_that_only_lies_on_its_side_goes_as_it_is_if_nobody_turns_it(
    owner, upload_as, readings, settings
):
    readings[:] = [dataclasses.replace(READING, turned=90), dataclasses.replace(READING, lines=())]
    material = upload_as(picture_bytes(fmt="JPEG", size=(500, 320)))
    prepare_pictures(actor=owner, materials=[material], profile=ALIYUN)
    sweep_pictures.run()
    prepare_pictures(actor=owner, materials=[material], profile=ALIYUN)
    assert asked_for(owner, material).pending
    patience, settings.PICTURE_PATIENCE = settings.PICTURE_PATIENCE, -1
    picture = asked_for(owner, material)
    assert (picture.pending, picture.problems, picture.ready_rendition) == (False, [], None)
    settings.PICTURE_PATIENCE = patience
    picture = worked_on(owner, material)
    assert picture.rendition.state == "impossible"
    assert (picture.pending, picture.problems, picture.ready_rendition) == (False, [], None)


def asked_for(actor, material, profile=ALIYUN):
    with acting_as(actor):
        return prepared([material], profile)[0]


def test_each_authority_gets_its_own(owner, upload_as, readings):
    material = upload_as(picture_bytes(fmt="PNG"))
    worked_on(owner, material)
    other = worked_on(owner, material, get_profile("tencent"))
    assert (other.rendition, other.uploaded.format) == (None, "png")


def test_front_and_back_become_one_where_the_authority_wants_one(owner, readings, monkeypatch):
    joining = dataclasses.replace(ALIYUN, joined_sides=True)
    monkeypatch.setattr(rendition_rows, "get_profile", lambda _code: joining)
    front, back = (
        store_material(
            actor=owner,
            kind=kind,
            upload=BytesIO(picture_bytes(seed=seed)),
            profile=for_intake(ALIYUN),
        )
        for seed, kind in enumerate(["identity_document", "identity_document_back"])
    )
    for _step in range(3):
        prepare_pictures(actor=owner, materials=[front, back], profile=joining)
        sweep_pictures.run()
    with acting_as(owner):
        pictures = prepared([front, back], joining)
        assert Rendition.objects.count() == 1
    made = pictures[0].ready_rendition
    assert "join" in made.changes
    assert made.height > made.width
    assert not any(picture.pending for picture in pictures)


def test_one_side_alone_has_nothing_to_be_joined_with(owner, upload_as, readings):
    joining = dataclasses.replace(ALIYUN, joined_sides=True)
    picture = worked_on(owner, upload_as(picture_bytes(fmt="JPEG")), joining)
    assert (picture.rendition, picture.pending) == (None, False)
