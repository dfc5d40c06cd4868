import pytest

from verification.reading.model import SURE, Box, DocumentReading, Field, ReadValue
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


def test_text_is_measured_in_the_pixels_of_the_file_and_not_of_what_was_decoded():
    assert find_few_pixels(seen(drawn(), scale=0.3, file_scale=2)) is None
    flaw = find_few_pixels(seen(drawn(), scale=0.3, file_scale=1.2))
    assert flaw is not None
    assert flaw.measure == pytest.approx(56 * 0.3 * 1.2, abs=0.1)


@pytest.mark.parametrize(
    ("values", "sure"),
    [
        ({Field.NAME: 0.95, Field.NUMBER: 0.95}, False),
        ({Field.NAME_LATIN: 0.95, Field.NUMBER: 0.95}, False),
        ({Field.NAME: 0.95, Field.NUMBER: 0.8}, True),
        ({Field.NUMBER: 0.95}, True),
    ],
)
def test_small_text_that_was_surely_read_is_surely_too_small_only_where_nobody_else_could(
    values, sure
):
    place = Box(0.1, 0.1, 0.9, 0.2)
    read = {field: ReadValue("1", confidence, place) for field, confidence in values.items()}
    document = DocumentReading(values=read)
    flaw = find_few_pixels(seen(drawn(), scale=0.35, document=document))
    assert flaw is not None
    assert (flaw.confidence >= SURE) is sure
    smaller = find_few_pixels(seen(drawn(), scale=0.3, document=document))
    assert smaller is not None
    assert smaller.confidence >= SURE


def test_a_line_or_two_tell_nothing():
    assert find_few_pixels(seen(drawn(), [line("公民身份号码", 90, 90)], scale=0.3)) is None
