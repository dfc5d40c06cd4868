import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.materials_rules.frames import count_gif_frames

from .pictures import animation, picture


@pytest.mark.parametrize("frames", [1, 2, 20, 21])
def test_count_gif_frames_of_an_animation(frames):
    assert count_gif_frames(animation("gif", frames), stop=100) == frames


def test_count_gif_frames_stops_where_it_is_told():
    assert count_gif_frames(animation("gif", 20), stop=5) == 5


def test_count_gif_frames_of_a_picture_with_palette_is_one():
    assert count_gif_frames(picture("gif"), stop=100) == 1


@given(st.binary(max_size=500), st.integers(0, 10))
def test_count_gif_frames_of_any_bytes_ends_within_its_limit(body, stop):
    assert 0 <= count_gif_frames(b"GIF89a" + body, stop=stop) <= stop
