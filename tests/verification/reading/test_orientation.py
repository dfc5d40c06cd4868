"""Turning a picture and the places in it go together."""

import numpy as np
import pytest

from verification.reading.orientation import turn, turn_quads
from verification.reading.strips import from_top_left


@pytest.mark.parametrize("quarters", range(4))
def test_turn_quads_follow_what_they_frame(quarters):
    pixels = np.zeros((60, 100, 3), np.uint8)
    pixels[10:20, 30:70] = 255
    quad = np.array([[(30, 10), (70, 10), (70, 20), (30, 20)]], np.float32)
    moved = turn_quads(quad, quarters, width=100, height=60)[0]
    (left, top), (right, bottom) = moved.min(axis=0).astype(int), moved.max(axis=0).astype(int)
    upright = turn(pixels, quarters)
    assert upright[top:bottom, left:right].min() == 255
    assert int((upright > 0).sum()) == 3 * 400


@pytest.mark.parametrize("quarters", range(4))
def test_turn_quads_begin_at_the_top_left(quarters):
    quad = np.array([[(30, 10), (70, 10), (70, 20), (30, 20)]], np.float32)
    if quarters % 2:  # text that stands: corners of the standing box
        quad = np.array([[(30, 10), (40, 10), (40, 50), (30, 50)]], np.float32)
    moved = turn_quads(quad, quarters, width=100, height=60)[0]
    assert moved.sum(axis=1).argmin() in range(4)
    assert abs(moved[1, 1] - moved[0, 1]) < 1 or abs(moved[1, 0] - moved[0, 0]) < 1


def test_from_top_left_of_a_narrow_leaning_box_begins_at_its_top():
    leaning = np.array([[(492, 720), (552, 1302), (506, 1305), (446, 724)]], np.float32)
    assert from_top_left(leaning)[0].tolist()[:2] == [[446, 724], [492, 720]]
