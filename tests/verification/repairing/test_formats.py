"""Every kind of picture that people send, made one that the strictest authority takes."""

from io import BytesIO

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms

from verification.materials_rules import PROFILES, inspect_picture
from verification.materials_rules.decoding import DECODERS
from verification.materials_rules.signatures import SIGNATURE_BYTES, sniff_format
from verification.repairing.changes import Change
from verification.repairing.repair import repair_picture

from .samples import CORNERS, colour_name, corners, opened, photo, saved

STRICT = PROFILES["tencent-2021"]  # JPEG only
AS_MADE = ("red", "green", "blue", "grey")


def mended(content: bytes, profile=STRICT):
    repaired = repair_picture(content, profile)
    assert inspect_picture(repaired.content, profile) == repaired.after
    assert opened(repaired.content).mode == "RGB"
    assert repaired.changes
    return repaired


@pytest.mark.parametrize("format_name", ["png", "tiff", "bmp", "webp", "gif"])
def test_repair_of_each_format_gives_a_jpeg_with_the_same_colours(format_name):
    repaired = mended(saved(photo(), format_name))
    assert (repaired.format, repaired.width, repaired.height) == ("jpeg", 1600, 1000)
    assert Change.FORMAT in repaired.changes
    assert corners(repaired.content) == AS_MADE


def test_repair_leaves_alone_what_can_go_as_it_is():
    content = saved(photo(), "jpeg", quality=80)
    repaired = repair_picture(content, STRICT)
    assert repaired.content is content
    assert (repaired.changes, repaired.quality, repaired.scale) == ((), None, 1.0)
    assert repaired.before == (repaired.after,)


def test_repair_of_a_transparent_png_shows_it_on_white():
    image = photo().convert("RGBA")
    hidden = np.asarray(image).copy()
    hidden[:500, :800, 3] = 0
    repaired = mended(saved(Image.fromarray(hidden), "png"))
    assert opened(repaired.content).getpixel((200, 200)) == (255, 255, 255)
    assert corners(repaired.content)[1:] == AS_MADE[1:]


def test_repair_of_a_palette_with_a_transparent_colour_shows_it_on_white():
    image = photo().quantize(64)
    first = image.getpixel((10, 10))
    repaired = mended(saved(image, "png", transparency=first))
    assert opened(repaired.content).convert("L").getextrema()[1] == 255


def test_repair_of_grey_with_alpha_shows_it_on_white():
    grey = photo(grain=30).convert("L")
    ink = Image.merge("LA", (Image.new("L", grey.size, 0), grey))  # black, more or less thick
    seen = np.asarray(opened(mended(saved(ink, "png")).content).convert("L"), dtype=int)
    assert abs(seen - (255 - np.asarray(grey, dtype=int))).mean() < 3


def test_repair_of_a_tiff_with_pages_keeps_the_first():
    pages = [photo(), photo().transpose(Image.Transpose.ROTATE_180)]
    content = saved(pages[0], "tiff", save_all=True, append_images=pages[1:])
    repaired = mended(content)
    assert Change.FIRST_FRAME in repaired.changes
    assert corners(repaired.content) == AS_MADE


def test_repair_of_an_animation_keeps_the_first_frame_also_where_gif_is_taken():
    frames = [photo(), photo().transpose(Image.Transpose.ROTATE_180)]
    content = saved(frames[0], "gif", save_all=True, append_images=frames[1:])
    repaired = mended(content, PROFILES["icp"])
    assert repaired.changes[0] == Change.FORMAT
    assert Change.FIRST_FRAME in repaired.changes
    assert corners(repaired.content) == AS_MADE


@pytest.mark.parametrize("format_name", ["tiff", "jpeg"])
def test_repair_of_four_ink_colours_gives_the_same_colours(format_name):
    content = saved(photo().convert("CMYK"), format_name)
    # A JPEG needs nothing else to be written anew.
    repaired = repair_picture(content, STRICT, turned=180)
    image = opened(repaired.content)
    assert image.mode == "RGB"
    assert corners(image) == AS_MADE[::-1]


def _grey16(format_name: str) -> bytes:
    values = np.linspace(0, 65_535, 1600 * 1000, dtype=np.uint16).reshape(1000, 1600)
    values[:, ::3] //= 2
    return saved(Image.fromarray(values), format_name)


@pytest.mark.parametrize("format_name", ["png", "tiff"])
def test_repair_of_sixteen_bits_keeps_dark_dark_and_light_light(format_name):
    content = _grey16(format_name)
    image = opened(mended(content).content).convert("L")
    pixels = np.asarray(image, dtype=float)
    assert pixels[:50].mean() < 12
    assert pixels[-50:].mean() > 190


def test_repair_of_fractions_spreads_them_from_black_to_white():
    values = np.random.default_rng(3).random((1000, 1600), dtype=np.float32)
    values[0, :3] = np.nan, np.inf, -np.inf
    pixels = np.asarray(opened(mended(saved(Image.fromarray(values), "tiff")).content))
    assert pixels.min() < 10
    assert pixels.max() > 245


def test_repair_of_black_and_white_is_readable_by_all():
    content = saved(photo(grain=80).convert("1"), "bmp")
    assert mended(content).format == "jpeg"


def test_repair_follows_the_embedded_colour_profile():
    swapped = _profile_with_red_and_blue_swapped()
    repaired = mended(saved(photo(), "png", icc_profile=swapped))
    seen = corners(repaired.content)
    assert (seen[0], seen[2]) == ("blue", "red")
    assert "icc_profile" not in opened(repaired.content).info


@pytest.mark.parametrize("broken", [b"no profile", b"\x00" * 400])
def test_repair_with_a_broken_colour_profile_keeps_the_pixels(broken):
    repaired = mended(saved(photo(), "png", icc_profile=broken))
    assert corners(repaired.content) == AS_MADE


def test_repair_with_a_profile_for_other_colours_keeps_the_pixels():
    srgb = ImageCms.ImageCmsProfile(_profile_stream()).tobytes()
    repaired = mended(saved(photo().convert("L"), "png", icc_profile=srgb))
    assert opened(repaired.content).mode == "RGB"


def test_repair_of_a_heic_from_a_phone_gives_a_jpeg():
    target = BytesIO()
    pillow_heif.from_pillow(photo(640, 400, grain=60)).save(target, quality=90)
    content = target.getvalue()
    if sniff_format(content[:SIGNATURE_BYTES]) not in DECODERS:
        pytest.skip("HEIC isn't decoded here")
    repaired = mended(content)
    assert repaired.format == "jpeg"
    assert corners(repaired.content) == AS_MADE


def _profile_stream() -> BytesIO:
    return BytesIO(_profile_with_red_and_blue_swapped())


def _profile_with_red_and_blue_swapped() -> bytes:
    """An sRGB profile in which red and blue have changed places and that calls itself so."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    entries = {bytes(data[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    # Its description, in UTF-16 or plain, names another colour space.
    for name in ("sRGB".encode("utf-16-be"), b"sRGB"):
        at = data.find(name, 128)
        while at >= 0:
            data[at : at + len(name)] = "BGR_".encode("utf-16-be") if len(name) == 8 else b"BGR_"
            at = data.find(name, at + 1)
    return bytes(data)


def test_samples_show_their_corners():
    assert corners(photo()) == AS_MADE
    assert colour_name(CORNERS["blue"]) == "blue"
