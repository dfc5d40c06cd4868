import cv2
import numpy as np
import pytest

from verification.reading.lines import Line
from verification.reading.model import SURE
from verification.reading.quality.blur import find_blur

from .drawn_page import card_lines, drawn, lit, seen, shaken, soft


@pytest.mark.parametrize("scale", [0.7, 1, 2.5])
@pytest.mark.parametrize("noise", [0, 6])
def test_a_sharp_page_is_not_blurry_at_any_size(scale, noise):
    assert find_blur(seen(lit(drawn(), noise=noise), scale=scale)) is None


def test_a_soft_large_photo_is_not_blurry_while_its_strokes_are_wider():
    large = cv2.resize(drawn(), None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC)
    lines = [Line(x.text, x.confidence, (), x.quad * np.float32(3)) for x in card_lines()]
    assert find_blur(seen(soft(2.2)(large), lines)) is None


@pytest.mark.parametrize(
    "spoil",
    [soft(5), soft(9), shaken(21), shaken(21, upright=True)],
    ids=["focus", "focus, strong", "moved sideways", "moved up"],
)
def test_edges_as_wide_as_strokes_are_surely_blurry(spoil):
    flaw = find_blur(seen(lit(spoil(drawn()))))
    assert flaw is not None
    assert (flaw.code, flaw.confidence >= SURE) == ("image_blurry", True)
    assert flaw.boxes


def test_a_blurred_page_on_which_no_text_is_found_is_surely_blurry():
    flaw = find_blur(seen(lit(soft(22)(drawn())), []))
    assert flaw is not None
    assert flaw.confidence >= SURE


def test_one_blurred_line_is_for_people_and_only_where_it_was_not_made_out():
    pixels = drawn().copy()
    pixels[565:665, 60:800] = soft(8)(pixels)[565:665, 60:800]
    *others, last = card_lines()
    unread = Line("公8", 0.4, (), last.quad)
    flaw = find_blur(seen(lit(pixels), [*others, unread]))
    assert flaw is not None
    assert flaw.confidence < SURE
    assert len(flaw.boxes) == 1
    assert find_blur(seen(lit(pixels), [*others, last])) is None


def test_a_strip_too_narrow_to_be_measured_is_not_called_blurry():
    assert find_blur(seen(lit(drawn())[:1], [])) is None
