from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.materials_rules import PROFILES, PictureFacts
from verification.materials_rules.orientations import TURNS
from verification.repairing.changes import Change, best_format, plan_repair

ALIYUN = PROFILES["aliyun"]
FACTS = PictureFacts(format="jpeg", bytes=200_000, width=1600, height=1000, sha256="0" * 64)


def test_plan_of_an_upright_picture_within_all_limits_is_empty():
    assert plan_repair(FACTS, ALIYUN, turned=0) == ()


@pytest.mark.parametrize(
    ("size", "changes"), [(ALIYUN.max_bytes, ()), (ALIYUN.max_bytes + 1, (Change.SIZE,))]
)
def test_plan_makes_smaller_what_is_over_the_limit(size, changes):
    assert plan_repair(replace(FACTS, bytes=size), ALIYUN, turned=0) == changes


@pytest.mark.parametrize(
    ("profile", "format_name", "converted"),
    [
        ("aliyun", "png", True),
        ("aliyun", "bmp", False),
        ("tencent-2021", "bmp", True),
        ("tencent", "webp", False),
        ("icp", "webp", True),
        ("tencent", "heif", True),
    ],
)
def test_plan_converts_what_the_authority_does_not_take(profile, format_name, converted):
    changes = plan_repair(replace(FACTS, format=format_name), PROFILES[profile], turned=0)
    assert changes == ((Change.FORMAT,) if converted else ())


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_plan_turns_what_is_not_upright(turned):
    assert plan_repair(FACTS, ALIYUN, turned=turned) == (Change.TURN,)


def test_plan_turns_what_only_exif_turns_and_what_exif_turns_wrongly():
    assert plan_repair(FACTS, ALIYUN, turned=90, orientation=6) == (Change.TURN,)
    assert plan_repair(FACTS, ALIYUN, turned=0, orientation=6) == (Change.TURN,)


def test_plan_keeps_the_first_frame_only():
    changes = plan_repair(replace(FACTS, format="gif"), PROFILES["icp"], turned=0, more_frames=True)
    assert changes == (Change.FORMAT, Change.FIRST_FRAME)


def test_plan_joins_two_sides_only_where_the_authority_wants_one_picture():
    joining = replace(ALIYUN, joined_sides=True)
    assert plan_repair(FACTS, joining, turned=0, sides=2) == (Change.JOIN,)
    assert plan_repair(FACTS, joining, turned=0, sides=1) == ()
    assert plan_repair(FACTS, ALIYUN, turned=0, sides=2) == ()


def test_no_shipped_profile_asks_for_joined_sides():
    assert not any(profile.joined_sides for profile in PROFILES.values())


@pytest.mark.parametrize("turned", [-90, 1, 45, 360])
def test_plan_refuses_a_turn_that_is_none(turned):
    with pytest.raises(ValueError, match="quarter turn"):
        plan_repair(FACTS, ALIYUN, turned=turned)


def test_best_format_is_jpeg_wherever_it_is_taken_and_else_what_can_be_written():
    assert {best_format(profile) for profile in PROFILES.values()} == {"jpeg"}
    assert best_format(replace(ALIYUN, formats=frozenset({"bmp", "png"}))) == "png"
    with pytest.raises(ValueError, match="aliyun takes no format"):
        best_format(replace(ALIYUN, formats=frozenset({"pdf"})))


@given(
    st.sampled_from(sorted(PROFILES)),
    st.sampled_from(["jpeg", "png", "tiff", "bmp", "gif", "webp", "heif"]),
    st.integers(0, 20 * 1024 * 1024),
    st.sampled_from(TURNS),
    st.booleans(),
)
def test_plan_of_what_was_mended_is_empty(code, format_name, size, turned, more_frames):
    profile = PROFILES[code]
    facts = replace(FACTS, format=format_name, bytes=size)
    changes = plan_repair(facts, profile, turned=turned, more_frames=more_frames)
    assert list(changes) == [change for change in Change if change in changes]
    if changes:
        mended = replace(FACTS, format=best_format(profile))
        assert plan_repair(mended, profile, turned=0) == ()
    else:
        assert format_name in profile.formats
        assert size <= profile.max_bytes
