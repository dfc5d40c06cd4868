import pytest

from verification.reading.model import SURE
from verification.reading.quality.resolution import find_few_pixels

from .drawn_page import drawn, line, seen


@pytest.mark.parametrize("scale", [0.6, 1, 2])
def test_text_with_enough_pixels_is_fine(scale):
    assert find_few_pixels(seen(drawn(), scale=scale)) is None


def test_text_hardly_higher_than_its_strokes_is_surely_too_small():
    flaw = find_few_pixels(seen(drawn(), scale=0.3))
    assert flaw is not None
    assert (flaw.code, flaw.confidence >= SURE) == ("image_low_resolution", True)


def test_text_between_is_for_people_to_judge():
    flaw = find_few_pixels(seen(drawn(), scale=0.4))
    assert flaw is not None
    assert flaw.confidence < SURE


def test_a_line_or_two_tell_nothing():
    assert find_few_pixels(seen(drawn(), [line("公民身份号码", 90, 90)], scale=0.3)) is None
