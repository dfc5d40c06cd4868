from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.materials_rules import PROFILES, PictureRefused, inspect_picture
from verification.repairing.changes import Change
from verification.repairing.joining import join_sides
from verification.repairing.repaired import RepairImpossible

from .samples import (
    LIMITS,
    corners,
    opened,
    photo,
    repaired_or_code,
    saved,
    with_orientation,
)

STRICT = replace(PROFILES["tencent-2021"], joined_sides=True)
FRONT, BACK = saved(photo(), "jpeg"), saved(photo(1200, 800, grain=20), "png")


def test_join_puts_the_front_above_the_back_equally_wide():
    joined = join_sides(FRONT, BACK, STRICT)
    assert inspect_picture(joined.content, STRICT) == joined.after
    image = opened(joined.content)
    # The back is blown up no further than to what is needed for reading.
    gap = image.height - 1000 - round(800 * 1600 / 1200)
    assert (image.width, gap) == (1600, 32)
    assert corners(image.crop((0, 0, 1600, 1000))) == corners(photo())
    assert corners(image.crop((0, 1032, 1600, image.height))) == corners(photo())
    assert min(image.convert("L").crop((0, 1006, 1600, 1026)).getextrema()) > 240
    assert joined.changes == (Change.FORMAT, Change.JOIN)
    assert [facts.format for facts in joined.before] == ["jpeg", "png"]


def test_join_of_two_large_sides_takes_the_narrower_width():
    joined = join_sides(saved(photo(3000, 2000), "jpeg"), saved(photo(2000, 1300), "jpeg"), STRICT)
    assert round(joined.width / joined.scale) == 2000


def test_join_turns_each_side_upright_by_itself():
    joined = join_sides(with_orientation(6), FRONT, STRICT, turned=(90, 180))
    image = opened(joined.content)
    assert Change.TURN in joined.changes
    top = image.crop((0, 0, image.width, round(image.width * 1.6)))
    bottom = image.crop((0, image.height - round(image.width / 1.6), image.width, image.height))
    assert corners(top) == ("blue", "red", "grey", "green")
    assert corners(bottom) == ("grey", "blue", "green", "red")


def test_join_by_default_believes_exif():
    by_exif = join_sides(with_orientation(6), FRONT, STRICT)
    assert by_exif.content == join_sides(with_orientation(6), FRONT, STRICT, turned=(90, 0)).content


def test_join_of_two_photos_of_twelve_megapixels_is_within_the_limits():
    side = saved(photo(4000, 3000, grain=10), "jpeg", quality=92)
    joined = join_sides(side, side, STRICT)
    assert inspect_picture(joined.content, STRICT) == joined.after
    assert Change.SIZE in joined.changes
    assert joined.width >= 1200


def test_join_that_fits_only_illegibly_is_impossible():
    tight = replace(STRICT, min_bytes=0, max_bytes=150 * 1024)
    with pytest.raises(RepairImpossible, match="image_too_large"):
        join_sides(FRONT, BACK, tight)


@pytest.mark.parametrize("sides", [(b"", FRONT), (FRONT, FRONT[:90_000])])
def test_join_refuses_a_side_that_an_upload_may_not_bring(sides):
    with pytest.raises(PictureRefused):
        join_sides(*sides, STRICT)


@settings(max_examples=15, deadline=None)
@given(
    st.tuples(st.integers(200, 1500), st.integers(200, 1500)),
    st.tuples(st.integers(200, 1500), st.integers(200, 1500)),
    st.sampled_from([(None, None), (90, 0), (180, 270)]),
)
def test_join_of_any_sides_gives_what_the_profile_takes_or_a_code(one, other, turned):
    sides = [saved(photo(*size, grain=60), "bmp") for size in (one, other)]
    joined = repaired_or_code(lambda: join_sides(*sides, STRICT, turned=turned))
    if isinstance(joined, str):
        assert joined in LIMITS
        return
    assert inspect_picture(joined.content, STRICT) == joined.after
