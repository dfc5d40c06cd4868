import hashlib
from dataclasses import replace
from io import BytesIO

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from PIL import Image, ImageFile

from verification.materials_rules import (
    PROFILES,
    PictureRefused,
    for_intake,
    inspect,
    inspect_picture,
)

from .pictures import FORMATS, INTAKE, TENCENT, animation, picture, png_claiming


def refusal(data, profile=TENCENT):
    with pytest.raises(PictureRefused) as caught:
        inspect_picture(data, profile)
    return caught.value.code, dict(caught.value.params)


@pytest.mark.parametrize("format_name", FORMATS)
def test_inspect_picture_of_each_format_gives_its_facts(format_name):
    data = picture(format_name)
    facts = inspect_picture(data, INTAKE)
    assert (facts.format, facts.bytes) == (format_name, len(data))
    assert (facts.width, facts.height) == (400, 260)
    assert facts.sha256 == hashlib.sha256(data).hexdigest()


def test_inspect_picture_from_a_file_reads_it_from_the_beginning():
    file = BytesIO(picture("jpeg"))
    file.seek(1000)
    assert inspect_picture(file, TENCENT) == inspect_picture(picture("jpeg"), TENCENT)


def test_inspect_picture_from_a_stream_that_cannot_be_rewound():
    class Stream(BytesIO):
        def seekable(self):
            return False

    assert inspect_picture(Stream(picture("png")), TENCENT).format == "png"
    assert refusal(Stream(bytes(6 * 1024 * 1024)))[0] == "image_too_large"


def test_inspect_picture_too_large_is_refused_without_reading_it():
    class Untouchable(BytesIO):
        def read(self, size=-1):
            raise AssertionError("read although too large")

    size = TENCENT.max_bytes + 1
    assert refusal(Untouchable(bytes(size))) == (
        "image_too_large",
        {"reason": "bytes", "bytes": size, "max_bytes": 5 * 1024 * 1024},
    )


@pytest.mark.parametrize(
    ("size", "code"),
    [
        (55 * 1024 - 1, "image_too_small"),
        (55 * 1024, "image_corrupt"),
        (5 * 1024 * 1024, "image_corrupt"),
        (5 * 1024 * 1024 + 1, "image_too_large"),
    ],
)
def test_inspect_picture_checks_bytes_first_and_inclusively(size, code):
    assert refusal(b"\xff\xd8\xff".ljust(size, b"?"))[0] == code


@pytest.mark.parametrize("profile", ["tencent", "icp"])
def test_inspect_picture_of_nothing_is_empty_whatever_the_lower_limit(profile):
    assert refusal(b"", PROFILES[profile]) == ("image_corrupt", {"reason": "empty"})


def test_inspect_picture_says_that_a_small_text_is_no_picture_before_that_it_is_small():
    code, params = refusal(b"plain text")
    assert (code, params["reason"]) == ("image_format_unsupported", "no_picture")


@pytest.mark.parametrize(
    "head",
    [
        b"%PDF-1.7\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE html><html>",
        b"PK\x03\x04",
        b"\x00\x00\x00\x18ftypavif",
        b"\x00\x00\x00\x18ftypqt  ",
        b"%!PS-Adobe-3.0 EPSF-3.0",
        b"plain text",
        b"RIFF\x00\x00\x00\x00WAVE",
        b"\x00\x00\x01\x00",
    ],
)
def test_inspect_picture_of_other_content_is_format_unsupported(head):
    code, params = refusal(head.ljust(60 * 1024, b" "))
    assert code == "image_format_unsupported"
    assert params["format"] is None
    assert params["convertible"] is False


@pytest.mark.parametrize(
    ("profile", "format_name"),
    [("aliyun", "png"), ("tencent-2021", "bmp"), ("icp", "webp"), ("icp", "tiff")],
)
def test_inspect_picture_in_a_format_the_authority_refuses_is_convertible(profile, format_name):
    code, params = refusal(picture(format_name), PROFILES[profile])
    assert code == "image_format_unsupported"
    assert (params["format"], params["convertible"]) == (format_name, True)


def test_inspect_picture_with_intake_profile_takes_what_will_be_converted():
    intake = for_intake(PROFILES["aliyun"])
    assert inspect_picture(picture("png"), intake).format == "png"
    large = picture("bmp", 2000, 1400)
    assert refusal(large, PROFILES["aliyun"])[0] == "image_too_large"
    assert inspect_picture(large, intake).bytes == len(large)
    assert refusal(picture("jpeg")[:1000], intake)[0] == "image_too_small"


@pytest.mark.parametrize("format_name", FORMATS)
def test_inspect_picture_cut_in_half_is_corrupt(format_name):
    data = picture(format_name)
    assert refusal(data[: len(data) // 2], replace(INTAKE, min_bytes=0))[0] == "image_corrupt"


@pytest.mark.parametrize("format_name", FORMATS)
def test_inspect_picture_with_nothing_behind_its_signature_is_corrupt(format_name):
    data = picture(format_name)[:12] + bytes(60 * 1024)
    assert refusal(data, INTAKE)[0] == "image_corrupt"


@pytest.mark.parametrize(
    ("width", "height"), [(8000, 5001), (10_000, 10_000), (60_000, 60_000), (2_000_000_000, 2)]
)
def test_inspect_picture_with_a_bomb_in_its_header_is_refused_undecoded(width, height, monkeypatch):
    def fail(image):
        raise AssertionError("decoded a bomb")

    monkeypatch.setattr("verification.materials_rules.inspect.decode", fail)
    assert refusal(png_claiming(width, height)) == (
        "image_too_large",
        {"reason": "pixels", "max_pixels": 40_000_000},
    )


def test_inspect_picture_never_decodes_a_later_frame_of_a_gif():
    data = bytearray(animation("gif", 3))
    descriptor = b"\x2c\x00\x00\x00\x00\x40\x01\xf0\x00"
    second = data.index(descriptor, data.index(descriptor) + 10)
    data[second + 5 : second + 9] = b"\xff\xff\xff\xff"  # 65535 x 65535 pixels
    facts = inspect_picture(bytes(data), TENCENT)
    assert (facts.width, facts.height) == (320, 240)


@pytest.mark.parametrize(("width", "height"), [(299, 299), (400, 199), (120, 3000)])
def test_inspect_picture_with_too_few_pixels_is_low_resolution(width, height):
    code, params = refusal(picture("bmp", width, height))
    assert code == "image_low_resolution"
    assert (params["width"], params["height"]) == (width, height)


@pytest.mark.parametrize("format_name", ["png", "webp"])
@pytest.mark.parametrize(("width", "height"), [(4001, 200), (200, 4001)])
def test_inspect_picture_of_a_strip_is_refused(format_name, width, height):
    code, params = refusal(picture(format_name, width, height))
    assert (code, params["reason"]) == ("image_low_resolution", "sides")
    assert (params["width"], params["height"]) == (width, height)


def test_inspect_picture_of_a_long_page_is_taken():
    facts = inspect_picture(picture("jpeg", 200, 4000), TENCENT)
    assert (facts.width, facts.height) == (200, 4000)


def test_inspect_picture_upright_counts_its_longer_side():
    assert inspect_picture(picture("bmp", 200, 300), TENCENT).height == 300


@pytest.mark.parametrize("format_name", ["gif", "tiff", "webp", "png"])
def test_inspect_picture_of_few_frames_counts_the_first_only(format_name):
    facts = inspect_picture(animation(format_name, 3), TENCENT)
    assert (facts.width, facts.height) == (320, 240)


@pytest.mark.parametrize("format_name", ["gif", "tiff", "webp", "png"])
def test_inspect_picture_of_many_frames_is_refused(format_name):
    code, params = refusal(animation(format_name, 21))
    assert code == "image_format_unsupported"
    assert params == {"reason": "frames", "max_frames": 20}


def test_inspect_picture_leaves_pillow_refusing_truncated_files(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    data = picture("jpeg")
    assert refusal(data[: len(data) // 2], replace(TENCENT, min_bytes=0))[0] == "image_corrupt"
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_inspect_picture_turns_a_pillow_warning_into_a_refusal():
    exif = Image.Exif()
    exif[0x010E] = "description"
    target = BytesIO()
    Image.open(BytesIO(picture("tiff"))).save(target, "TIFF", exif=exif)
    data = bytearray(target.getvalue())
    offset = int.from_bytes(data[4:8], "little")
    entries = int.from_bytes(data[offset : offset + 2], "little")
    for entry in range(offset + 2, offset + 2 + 12 * entries, 12):
        if data[entry : entry + 2] == b"\x0e\x01":  # point the description past the end
            data[entry + 8 : entry + 12] = (2**31).to_bytes(4, "little")
    assert refusal(bytes(data))[0] == "image_corrupt"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_inspect_picture_from_a_phone_is_taken_for_conversion_only(profile):
    photo = picture("heif")
    code, params = refusal(photo, profile)
    assert (code, params["format"], params["convertible"]) == (
        "image_format_unsupported",
        "heif",
        True,
    )
    assert inspect_picture(photo, for_intake(profile)).format == "heif"


@pytest.mark.parametrize(
    "claimed", [(320, 320), (8000, 8000)], ids=["too few pixels", "too many pixels"]
)
def test_inspect_picture_of_heif_whose_size_is_a_lie_is_refused(claimed):
    data = bytearray(picture("heif", 600, 400))
    size = data.index(b"ispe") + 8
    for position, side in zip((size, size + 4), claimed, strict=True):
        data[position : position + 4] = side.to_bytes(4, "big")
    code, _ = refusal(bytes(data), replace(INTAKE, min_bytes=0))
    assert code in ("image_corrupt", "image_too_large")


def test_inspect_picture_of_a_jpeg_with_endless_scans_is_refused_undecoded(monkeypatch):
    def fail(image):
        raise AssertionError("decoded it scan by scan")

    target = BytesIO()
    Image.new("RGB", (4000, 3000)).save(target, "JPEG", progressive=True)
    data = target.getvalue()
    last = data.rindex(b"\xff\xda")
    endless = data[:last] + data[last:-2] * 400 + bytes(60 * 1024) + data[-2:]
    monkeypatch.setattr("verification.materials_rules.inspect.decode", fail)
    assert refusal(endless, INTAKE)[0] == "image_corrupt"


def test_inspect_picture_of_a_progressive_jpeg_is_taken():
    target = BytesIO()
    Image.open(BytesIO(picture("png", 600, 400))).save(target, "JPEG", progressive=True)
    assert inspect_picture(target.getvalue(), INTAKE).format == "jpeg"


@pytest.mark.parametrize("lack", [MemoryError, SoftTimeLimitExceeded])
def test_inspect_picture_blames_no_picture_for_memory_or_time_that_ran_out(monkeypatch, lack):
    def decode(_image):
        raise lack

    monkeypatch.setattr(inspect, "decode", decode)
    with pytest.raises(lack):
        inspect_picture(picture("jpeg"), INTAKE)
