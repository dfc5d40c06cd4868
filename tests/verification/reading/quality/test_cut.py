"""A document beyond the frame is told from one that fills it or lies on a light desk."""

from dataclasses import replace

import pytest

from tests.verification.reading.quality.drawn import Card
from verification.reading.model import SURE
from verification.reading.quality.cut import find_cut


def test_whole_card_is_not_cut():
    assert find_cut(Card().seen()) is None


def test_scan_that_its_paper_fills_is_whole():
    assert find_cut(Card().seen(frame=(152, 112, 848, 548))) is None


@pytest.mark.parametrize(
    "frame", [(170, 0, 1000, 660), (0, 130, 1000, 660), (0, 0, 800, 660), (0, 0, 1000, 530)]
)
def test_edge_beyond_the_frame_is_sure_with_all_text_in_it(frame):
    flaw = find_cut(Card().seen(frame=frame))
    assert flaw is not None
    assert flaw.confidence >= SURE


def test_text_cut_by_the_frame_is_sure():
    flaw = find_cut(Card().seen(frame=(0, 0, 700, 660)))
    assert flaw is not None
    assert flaw.confidence >= SURE


def test_label_cut_on_a_scan_is_sure():
    card = Card()
    card.lines["身份号码"] = card.lines.pop("公民身份号码")
    flaw = find_cut(card.seen(frame=(225, 112, 848, 548)))
    assert flaw is not None
    assert flaw.confidence >= SURE


def test_notes_on_a_desk_as_light_as_the_card_are_not_the_documents():
    card = Card(desk=214)
    card.note("采话议划议", (0, 400, 120, 430))
    card.note("今如复会划项", (0, 590, 130, 620))
    flaw = find_cut(card.seen())
    assert flaw is None or flaw.confidence < SURE


def test_desk_as_light_as_the_card_is_not_taken_for_it_far_from_the_text():
    card = Card()
    card.pixels[:, :150] = card.pixels[300, 200]  # the desk beside it, up to the frame
    assert find_cut(card.seen()) is None


def test_the_same_may_be_the_card_where_its_values_are_not_read():
    card = Card(values={})
    card.pixels[:, :150] = card.pixels[300, 200]
    assert find_cut(card.seen()) is not None


def _light_desk_to_the_left(*, shadow: int) -> Card:
    """A desk of the card's colour, which the frame meets near the text; the card's edge throws
    a shadow as wide as that."""
    card = Card()
    card.pixels[:, :150] = card.pixels[300, 200]
    card.pixels[110:550, 150 - shadow : 150] = (172, 180, 186)
    return card


def test_edge_of_a_card_in_sight_ends_it_before_the_frame():
    seen = _light_desk_to_the_left(shadow=5).seen(frame=(115, 0, 1000, 660))
    assert find_cut(seen) is None


def test_without_an_edge_in_sight_the_card_may_go_on():
    assert find_cut(_light_desk_to_the_left(shadow=0).seen(frame=(115, 0, 1000, 660))) is not None


def test_frame_printed_on_a_paper_is_no_edge_of_it():
    seen = _light_desk_to_the_left(shadow=5).seen(frame=(115, 0, 1000, 660))
    paper = replace(seen, document=replace(seen.document, type="YYZZ"))
    assert find_cut(paper) is not None
