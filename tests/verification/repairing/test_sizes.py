from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from tests.verification.materials_rules.pictures import animation, noise, png_claiming
from verification.materials_rules import PROFILES, PictureRefused, inspect_picture
from verification.materials_rules.orientations import TURNS
from verification.repairing.changes import Change
from verification.repairing.fitting import BEST_QUALITY, FINEST_QUALITY, LEAST_QUALITY, fit
from verification.repairing.legible_size import LEAST_LONG_SIDE, least_scale
from verification.repairing.repair import repair_picture
from verification.repairing.repaired import RepairImpossible

from .samples import LIMITS, photo, repaired_or_code, saved

ALIYUN = PROFILES["aliyun"]


def test_repair_of_a_noisy_photo_of_twelve_megapixels_fits_with_as_much_as_possible():
    content = saved(photo(4000, 3000, grain=25), "jpeg", quality=92)
    repaired = repair_picture(content, ALIYUN)
    assert inspect_picture(repaired.content, ALIYUN) == repaired.after
    assert repaired.changes == (Change.SIZE,)
    assert 0.6 * ALIYUN.max_bytes < repaired.after.bytes <= ALIYUN.max_bytes
    assert LEAST_QUALITY <= repaired.quality <= BEST_QUALITY
    assert max(repaired.width, repaired.height) >= LEAST_LONG_SIDE
    assert repaired.scale == pytest.approx(repaired.width / 4000, abs=0.001)


def test_repair_lowers_quality_before_it_gives_up_pixels():
    content = saved(photo(2400, 1600, grain=20), "bmp")
    repaired = repair_picture(content, ALIYUN)
    assert repaired.quality < BEST_QUALITY
    assert (repaired.scale, repaired.width) == (1.0, 2400)


def test_repair_uses_the_best_quality_where_it_fits():
    repaired = repair_picture(saved(photo(), "png"), PROFILES["tencent-2021"])
    assert repaired.quality == BEST_QUALITY or repaired.after.bytes > 0.9 * ALIYUN.max_bytes


@pytest.mark.parametrize(("code", "formats"), [("tencent-2021", {"jpeg"}), ("tencent", {"webp"})])
def test_repair_keeps_more_of_a_picture_that_has_too_few_bytes_in_the_best_quality(code, formats):
    profile = replace(PROFILES[code], formats=frozenset(formats))
    repaired = repair_picture(saved(photo(700, 440, grain=2), "png"), profile)
    assert inspect_picture(repaired.content, profile) == repaired.after
    assert BEST_QUALITY < repaired.quality <= FINEST_QUALITY
    assert (repaired.scale, repaired.width) == (1.0, 700)
    assert Change.SIZE not in repaired.changes


def test_repair_never_fills_a_file_up():
    plain = photo(grain=0)
    content = saved(plain, "bmp")  # many bytes, little in it
    with pytest.raises(RepairImpossible) as caught:
        repair_picture(content, PROFILES["tencent-2021"])
    assert caught.value.code == "image_too_small"
    assert caught.value.params["bytes"] < caught.value.params["min_bytes"] == 55 * 1024


def test_repair_stops_where_print_would_be_lost():
    tight = replace(ALIYUN, min_bytes=0, max_bytes=100 * 1024)
    content = saved(noise(2000, 1500), "jpeg", quality=95)
    with pytest.raises(RepairImpossible) as caught:
        repair_picture(content, tight)
    assert caught.value.code == "image_too_large"
    assert caught.value.params["bytes"] > caught.value.params["max_bytes"] == 100 * 1024


@pytest.mark.parametrize(
    ("size", "scale"), [((4000, 3000), 0.3), ((1000, 700), 1.0), ((9000, 400), 0.5)]
)
def test_least_scale_keeps_sides(size, scale):
    assert least_scale(size) == pytest.approx(scale)


@pytest.mark.parametrize("formats", [{"png"}, {"webp"}, {"tiff"}, {"bmp"}, {"gif"}])
def test_repair_writes_other_formats_where_jpeg_is_not_taken(formats):
    profile = replace(ALIYUN, formats=frozenset(formats), max_bytes=4 * 1024 * 1024)
    content = saved(photo(1500, 1000), "jpeg", quality=95)
    repaired = repair_picture(content, profile)
    assert {repaired.format} == formats
    assert (repaired.quality is None) == (formats != {"webp"})


def test_fit_of_a_strip_too_long_for_the_format_is_impossible():
    strip = Image.new("RGB", (20_000, 1000))
    profile = replace(ALIYUN, formats=frozenset({"webp"}))
    with pytest.raises(RepairImpossible, match="image_too_large"):
        fit(strip, profile, least_scale=0.9)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7".ljust(60 * 1024), "image_format_unsupported"),
        (b"", "image_corrupt"),
        (saved(photo(), "jpeg")[:90_000], "image_corrupt"),
        (png_claiming(60_000, 60_000), "image_too_large"),
        (animation("gif", 21), "image_format_unsupported"),
        (bytes(21 * 1024 * 1024), "image_too_large"),
        (png_claiming(70_000, 201), "image_low_resolution"),
    ],
)
def test_repair_refuses_what_an_upload_may_not_bring(content, code):
    with pytest.raises(PictureRefused) as caught:
        repair_picture(content, ALIYUN)
    assert caught.value.code == code


MODES = ["RGB", "RGBA", "L", "LA", "P", "1", "CMYK", "I;16", "I", "F", "LAB", "YCbCr"]
_WRITTEN = {
    "jpeg": {"RGB", "L", "CMYK", "YCbCr"},
    "png": {"RGB", "RGBA", "L", "LA", "P", "1", "I;16"},
    "tiff": set(MODES),
    "bmp": {"RGB", "L", "P", "1"},
    "gif": {"RGB", "L", "P", "1", "RGBA"},
    "webp": {"RGB", "RGBA"},
}


def _in_mode(image, mode):
    if mode == "LAB":
        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        return ImageCms.profileToProfile(image, srgb, lab, outputMode="LAB")
    if mode.startswith("I"):
        return image.convert("I").convert(mode)
    return image.convert(mode)


@settings(max_examples=60, deadline=None)
@given(
    format_name=st.sampled_from(sorted(_WRITTEN)),
    mode=st.sampled_from(MODES),
    size=st.tuples(st.integers(150, 1500), st.integers(150, 1500)),
    grain=st.sampled_from([0, 4, 30, 120]),
    code=st.sampled_from(sorted(PROFILES)),
    turned=st.sampled_from([None, *TURNS]),
    limit=st.sampled_from([60, 120, 1024]),
)
def test_repair_gives_what_the_profile_takes_or_a_code(
    format_name, mode, size, grain, code, turned, limit
):
    mode = mode if mode in _WRITTEN[format_name] else "RGB"
    profile = PROFILES[code]
    profile = replace(profile, max_bytes=min(profile.max_bytes, limit * 1024))
    content = saved(_in_mode(photo(*size, grain=grain), mode), format_name)
    repaired = repaired_or_code(lambda: repair_picture(content, profile, turned=turned))
    if isinstance(repaired, str):
        assert repaired in LIMITS
        return
    assert inspect_picture(repaired.content, profile) == repaired.after
    upright = size[::-1] if turned in (90, 270) else size
    assert repaired.width == pytest.approx(upright[0] * repaired.scale, abs=1)
    assert repaired.height == pytest.approx(upright[1] * repaired.scale, abs=1)
