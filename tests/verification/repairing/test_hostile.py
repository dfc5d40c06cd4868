"""Whatever is in a file, mending and showing it refuses or gives a sound picture."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms

from verification.materials_rules import PROFILES, RefusalCode, inspect_picture
from verification.repairing.repair import repair_picture

from .samples import photo, repaired_or_code, saved

ANY = replace(PROFILES["aliyun"], min_bytes=0)


def _dressed(format_name: str) -> bytes:
    """A small picture with EXIF and a colour profile for the flips to hit."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    return saved(photo(320, 240), format_name, exif=exif, icc_profile=profile)


DRESSED = {name: _dressed(name) for name in ("jpeg", "tiff", "png", "webp")}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(DRESSED)),
    st.lists(st.tuples(st.booleans(), st.integers(0, 2**24)), min_size=1, max_size=6),
    st.sampled_from([None, 90]),
)
def test_repair_of_flipped_bits_refuses_or_gives_a_sound_picture(format_name, flips, turned):
    data = bytearray(DRESSED[format_name])
    for near_the_head, position in flips:
        reach = 1000 if near_the_head else len(data)
        data[position // 8 % reach] ^= 1 << position % 8
    repaired = repaired_or_code(lambda: repair_picture(bytes(data), ANY, turned=turned))
    if isinstance(repaired, str):
        assert repaired in set(RefusalCode)
        return
    assert inspect_picture(repaired.content, ANY) == repaired.after


@given(st.binary(max_size=2000))
def test_repair_of_any_bytes_is_refused(content):
    assert repaired_or_code(lambda: repair_picture(content, ANY)) in set(RefusalCode)
