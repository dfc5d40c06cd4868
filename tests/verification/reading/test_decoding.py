"""Any file becomes upright pixels in three channels, or is refused."""

from contextlib import suppress
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from tests.verification.materials_rules.pictures import FORMATS, animation, picture, png_claiming
from tests.verification.repairing.samples import corners, opened, with_orientation
from verification.materials_rules import PictureRefused
from verification.reading.decoding import MAX_SIDE, decode_picture
from verification.reading.read import read_picture


def saved(image: Image.Image, format_name: str = "PNG", **options) -> bytes:
    target = BytesIO()
    image.save(target, format_name, **options)
    return target.getvalue()


@pytest.mark.parametrize("format_name", FORMATS)
def test_decode_picture_of_each_format_gives_its_pixels(format_name):
    decoded = decode_picture(picture(format_name))
    assert (decoded.format, decoded.width, decoded.height) == (format_name, 400, 260)
    assert decoded.pixels.shape == (260, 400, 3)
    assert decoded.pixels.dtype == np.uint8


@pytest.mark.parametrize(
    "image",
    [
        Image.new("L", (400, 300), 120),
        Image.new("1", (400, 300), 1),
        Image.new("P", (400, 300), 3),
        Image.new("LA", (400, 300), (120, 10)),
        Image.new("RGBA", (400, 300), (10, 20, 30, 0)),
        Image.fromarray(np.full((300, 400), 40_000, np.uint16)),
    ],
    ids=lambda image: image.mode,
)
def test_decode_picture_of_each_mode_gives_three_channels(image):
    assert decode_picture(saved(image)).pixels.shape == (300, 400, 3)


def test_decode_picture_shows_paper_where_it_is_transparent():
    pixels = decode_picture(saved(Image.new("RGBA", (400, 300), (0, 0, 0, 0)))).pixels
    assert pixels.min() == 255


def test_decode_picture_of_print_colours_keeps_them():
    content = saved(Image.new("CMYK", (400, 300), (0, 255, 255, 0)), "JPEG")
    red, green, blue = decode_picture(content).pixels[150, 200]
    assert red > 180
    assert max(green, blue) < 80


@pytest.mark.parametrize(
    ("orientation", "turned", "corner"),
    [(1, 0, (0, 0)), (3, 180, (-1, -1)), (6, 90, (0, -1)), (8, 270, (-1, 0)), (99, 0, (0, 0))],
)
def test_decode_picture_turns_it_as_its_camera_says(orientation, turned, corner):
    pixels = np.full((300, 400, 3), 255, np.uint8)
    pixels[:40, :40] = 0
    exif = Image.Exif()
    exif[0x0112] = orientation
    decoded = decode_picture(saved(Image.fromarray(pixels), "JPEG", exif=exif, quality=95))
    assert decoded.turned == turned
    assert (decoded.width, decoded.height) == (400, 300)
    assert decoded.pixels[corner].max() < 60


@pytest.mark.parametrize("format_name", ["jpeg", "png", "webp", "tiff"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_decode_picture_unmirrors_and_turns_as_viewers_do(orientation, format_name):
    content = with_orientation(orientation, format_name)
    decoded = decode_picture(content)
    assert decoded.orientation == orientation
    upright = ImageOps.exif_transpose(opened(content))
    assert corners(Image.fromarray(decoded.pixels)) == corners(upright)


@pytest.mark.parametrize("format_name", ["gif", "tiff", "webp", "png"])
@pytest.mark.parametrize("frames", [1, 2])
def test_decode_picture_tells_whether_others_follow(format_name, frames):
    decoded = decode_picture(animation(format_name, frames))
    assert decoded.more_frames == (frames > 1)
    assert decoded.pixels.shape == (240, 320, 3)


def test_decode_picture_of_more_than_can_be_used_is_scaled_down():
    decoded = decode_picture(saved(Image.new("L", (6000, 3000)), "JPEG"))
    assert max(decoded.pixels.shape) <= MAX_SIDE
    assert (decoded.width, decoded.height) == (6000, 3000)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "image_corrupt"),
        (b"%PDF-1.7", "image_format_unsupported"),
        (png_claiming(10_000, 10_000), "image_too_large"),
        (png_claiming(100, 100), "image_low_resolution"),
        (picture("jpeg")[:5000], "image_corrupt"),
        (picture("heif")[:5000], "image_corrupt"),
        (bytes(20 * 1024 * 1024 + 1), "image_too_large"),
    ],
    ids=["nothing", "pdf", "100 megapixels", "tiny", "half", "half a heif", "heavy"],
)
def test_read_picture_of_what_cannot_be_decoded_says_why(content, code):
    reading = read_picture(content)
    assert reading.failure == code
    assert reading.lines == reading.flaws == ()
    assert reading.bytes == len(content)


def test_read_picture_of_a_hundred_megapixels_never_decodes(monkeypatch):
    def fail(image):
        raise AssertionError("decoded it")

    monkeypatch.setattr("verification.reading.decoding.decode", fail)
    assert read_picture(png_claiming(12_000, 9_000)).failure == "image_too_large"


@given(st.sampled_from(FORMATS), st.binary(max_size=60), st.integers(0, 3000))
def test_decode_picture_of_damaged_bytes_raises_nothing_but_refusals(format_name, noise, at):
    content = picture(format_name)
    with suppress(PictureRefused):
        decode_picture(content[:at] + noise + content[at + len(noise) :])
