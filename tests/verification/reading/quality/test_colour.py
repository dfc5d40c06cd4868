from dataclasses import replace

import pytest

from verification.reading.model import SURE
from verification.reading.quality.colour import find_lack_of_colour

from .drawn_page import SEAL, copied, drawn, lit, seen


@pytest.mark.parametrize("warm", [0, 0.12, 0.25, -0.12])
def test_a_page_in_colour_is_one_under_any_light(warm):
    assert find_lack_of_colour(seen(lit(drawn(), warm=warm))) is None


def test_a_seal_alone_is_colour_where_the_paper_has_some_elsewhere():
    assert find_lack_of_colour(seen(lit(drawn(seal=True), warm=0.1))) is None


def test_a_grey_scan_is_surely_without_colour():
    flaw = find_lack_of_colour(seen(copied(drawn())))
    assert flaw is not None
    assert (flaw.code, flaw.confidence >= SURE) == ("image_not_color", True)


@pytest.mark.parametrize("warm", [0.08, 0.2, -0.12])
def test_a_copy_under_tinted_light_is_surely_without_colour(warm):
    flaw = find_lack_of_colour(seen(lit(copied(drawn()), warm=warm)))
    assert flaw is not None
    assert flaw.confidence >= SURE


def test_a_copy_on_a_coloured_desk_is_without_colour():
    pixels = drawn().copy()
    pixels[60:700, 60:1140] = copied(pixels)[60:700, 60:1140]
    flaw = find_lack_of_colour(seen(lit(pixels, warm=0.1)))
    assert flaw is not None


def test_a_licence_copied_with_a_fresh_seal_is_for_people_to_judge():
    left, top, right, bottom = (SEAL[0] - 10, SEAL[1] - 10, SEAL[2] + 10, SEAL[3] + 10)
    coloured = drawn(portrait=False, seal=True)
    pixels = copied(coloured)
    pixels[top:bottom, left:right] = coloured[top:bottom, left:right]
    flaw = find_lack_of_colour(seen(lit(pixels), kind="YYZZ"))
    assert flaw is not None
    assert flaw.confidence < SURE
    assert find_lack_of_colour(seen(lit(pixels), kind="SFZ")) is None


def test_a_licence_with_an_emblem_besides_its_seal_is_in_colour():
    pixels = drawn(portrait=False, seal=True).copy()
    pixels[80:140, 560:640] = (206, 60, 50)
    assert find_lack_of_colour(seen(lit(pixels), kind="YYZZ")) is None


def test_coloured_print_in_gaps_of_the_papers_mask_is_looked_at():
    page = seen(lit(drawn()))
    assert page.outline is not None
    mask = page.outline.mask.copy()
    for left in range(500, 740, 14):
        mask[:, left : left + 10] = 0
    gaps = replace(page, outline=replace(page.outline, mask=mask, rectangular=1.0))
    assert find_lack_of_colour(gaps) is None
