import pytest
from PIL import ExifTags, Image, ImageOps

from verification.materials_rules import PROFILES, inspect_picture
from verification.repairing.changes import Change
from verification.repairing.repair import repair_picture

from .samples import corners, opened, photo, saved, with_orientation

STRICT = PROFILES["tencent-2021"]
DEFAULT = PROFILES["tencent"]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_name", ["jpeg", "png", "webp", "tiff"])
def test_repair_turns_by_exif_as_viewers_do(orientation, format_name):
    content = with_orientation(orientation, format_name)
    upright = ImageOps.exif_transpose(opened(content))
    repaired = repair_picture(content, STRICT)
    assert corners(repaired.content) == corners(upright)
    assert (repaired.width, repaired.height) == upright.size
    assert (Change.TURN in repaired.changes) == (orientation != 1)
    assert opened(repaired.content).getexif().get(ExifTags.Base.Orientation, 1) == 1


@pytest.mark.parametrize(
    ("turned", "seen"),
    [
        (90, ("blue", "red", "grey", "green")),
        (180, ("grey", "blue", "green", "red")),
        (270, ("green", "grey", "red", "blue")),
    ],
)
def test_repair_turns_clockwise_as_the_reading_says(turned, seen):
    repaired = repair_picture(saved(photo(), "jpeg"), DEFAULT, turned=turned)
    assert corners(repaired.content) == seen
    assert repaired.changes == (Change.TURN,)
    assert inspect_picture(repaired.content, DEFAULT) == repaired.after


def test_repair_believes_the_reading_more_than_exif():
    content = with_orientation(6)
    assert corners(repair_picture(content, DEFAULT, turned=0).content) == corners(photo())
    assert corners(repair_picture(content, DEFAULT, turned=90).content) == corners(
        repair_picture(content, DEFAULT).content
    )


def test_repair_unmirrors_what_exif_calls_mirrored_before_it_turns():
    repaired = repair_picture(with_orientation(2), DEFAULT, turned=0)
    assert corners(repaired.content) == ("green", "red", "grey", "blue")


def test_repair_of_a_file_that_only_claims_a_turn_takes_the_claim_out():
    repaired = repair_picture(with_orientation(8), DEFAULT, turned=0)
    assert repaired.changes == (Change.TURN,)
    assert not opened(repaired.content).getexif()


def test_repair_strips_where_and_by_whom_it_was_taken():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "Somebody"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (31.0, 13.0, 49.0)
    content = saved(photo(), "jpeg", exif=exif, comment=b"a remark")
    repaired = opened(repair_picture(content, DEFAULT).content)
    assert not repaired.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & repaired.info.keys()


@pytest.mark.parametrize("value", [0, 9, 65_535])
def test_repair_takes_a_senseless_orientation_for_none(value):
    assert repair_picture(with_orientation(value), DEFAULT).changes == ()


def test_repair_refuses_a_turn_that_is_none():
    with pytest.raises(ValueError, match="quarter turn"):
        repair_picture(saved(photo(), "jpeg"), DEFAULT, turned=45)
