"""Stamps over the text: found by their strokes, told by what is read in them."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from verification.reading.engine import Recognised
from verification.reading.lines import box_of
from verification.reading.model import SURE
from verification.reading.quality.stamp import stamps_of
from verification.reading.quality.watermark import find_watermark

from .drawn_page import SIZE, card_lines, copied, drawn, line, lit, seen, stamped

PURPOSE = ("仅供注册域名使用",)
TWO_ROWS = ("仅供办理网站备案使用", "他用无效")
RED, BLUE, GREY = (200, 40, 40), (50, 80, 180), (120, 120, 120)


def reading(*texts):
    """A recogniser that keeps what it is shown and says that."""

    def recognise(strips):
        recognise.shown += [strip.shape for strip in strips]
        return [Recognised(text, 0.95, ()) for text in texts[: len(strips)]]

    recognise.shown = []
    return recognise


def ellipses(pixels, *places, colour=(214, 60, 60)):
    image = Image.fromarray(pixels)
    for place in places:
        ImageDraw.Draw(image).ellipse(place, outline=colour, width=7)
    return np.asarray(image)


@pytest.mark.parametrize("angle", [-45, -12, 20, 45])
@pytest.mark.parametrize("colour", [RED, BLUE, GREY], ids=["red", "blue", "grey"])
def test_a_stamp_aslant_is_laid_level_for_its_text_to_be_read(colour, angle):
    page = stamped(drawn(), PURPOSE, colour=colour, angle=angle)
    stamps = list(stamps_of(seen(page)))
    assert len(stamps) == 1
    rows = stamps[0].rows
    assert len(rows) == 1
    height, width = rows[0].shape[:2]
    assert 6 < width / height < 10  # eight characters
    assert rows[0].min() < 80
    assert rows[0].max() == 255
    assert abs(stamps[0].quad.mean(axis=0) - np.array(SIZE) / 2).max() < 60


@pytest.mark.parametrize("frame", [False, True])
def test_each_row_of_a_stamp_is_read_by_itself(frame):
    page = stamped(drawn(), TWO_ROWS, size=56, frame=frame)
    stamps = list(stamps_of(seen(page)))
    assert [len(stamp.rows) for stamp in stamps] == [2]


@pytest.mark.parametrize(
    "text", ["仅供注册域名使用", "又供注册城名使用", "仅供办理", "限办理业务使用", "他用无效"]
)
def test_a_stamp_that_says_what_the_copy_is_for_is_surely_a_watermark(text):
    flaw = find_watermark(seen(stamped(drawn(), PURPOSE), recognise=reading(text)))
    assert flaw is not None
    assert flaw.code == "image_watermarked"
    assert flaw.confidence >= SURE
    (box,) = flaw.boxes
    assert box.left < 0.4 < 0.6 < box.right


def test_a_stamp_may_stand_on_its_head():
    assert find_watermark(seen(stamped(drawn(), PURPOSE), recognise=reading("", *PURPOSE)))


@pytest.mark.parametrize("text", ["", "与原件一致", "登记机关", "有限责任公司登记"])
def test_a_stamp_that_says_something_else_is_none(text):
    assert find_watermark(seen(stamped(drawn(), PURPOSE), recognise=reading(text))) is None


@pytest.mark.parametrize(
    "page",
    [
        drawn(),
        drawn(seal=True),
        ellipses(drawn(seal=True), (300, 300, 480, 480), (520, 420, 700, 600)),
        ellipses(drawn(), (70, 70, 1130, 690), colour=(200, 160, 90)),
        stamped(drawn(), ("中华人民共和国",), angle=0),
        stamped(drawn(), ("姓名",), angle=30, size=40, colour=BLUE),
        lit(drawn(), warm=0.1),
        copied(drawn()),
    ],
    ids=[
        *("plain", "seal", "seals over text", "ornament", "title", "two characters"),
        *("lamp", "copy"),
    ],
)
def test_nothing_more_is_read_where_no_stamp_is(page):
    recognise = reading(*PURPOSE)
    assert find_watermark(seen(page, recognise=recognise)) is None
    assert not recognise.shown


def test_what_is_surely_marked_already_is_not_looked_at_again():
    recognise = reading(*PURPOSE)
    lines = [*card_lines(), line("仅供实名认证使用", 200, 300, angle=-30)]
    assert find_watermark(seen(stamped(drawn(), PURPOSE), lines, recognise=recognise)) is not None
    assert not recognise.shown


def test_the_place_of_a_stamp_is_told_in_pixels_of_the_picture():
    page = stamped(drawn(), PURPOSE, angle=30)
    small = next(stamps_of(seen(page, scale=1)))
    large = next(stamps_of(seen(page, scale=2)))
    assert large.quad == pytest.approx(2 * small.quad, abs=40)
    box = box_of(small.quad, width=SIZE[0], height=SIZE[1])
    assert box.bottom - box.top > 0.3
