"""Pictures of drawn documents, whole and damaged, read as the worker reads them.

Each is read once for all tests: OCR takes seconds.
"""

import numpy as np
import pytest

from registrar.embedded.documents import draw_id_card, draw_licence
from verification.reading.as_json import from_json, to_json
from verification.reading.model import SURE
from verification.reading.read import read_picture

from . import photos

NAME, NUMBER = "欧阳示例", "11010519491231002X"
CARD = photos.pixels_of(draw_id_card(NAME, NUMBER))
LICENCE = photos.pixels_of(draw_licence("北京示例科技有限公司", "91110108MA01234567"))
SMALL = (1512, 1134)

PICTURES = {
    "scan": lambda: CARD,
    "photo": lambda: photos.photo(CARD, size=SMALL),
    "turned": lambda: np.rot90(photos.photo(LICENCE, size=SMALL, tilt=6)),
    "grey": lambda: photos.photo(photos.grey(CARD), size=SMALL, warm=0.1),
    "blurred": lambda: photos.blurred(photos.photo(CARD, size=SMALL), 4),
    "cut": lambda: photos.photo(LICENCE, size=SMALL, shift=(0.2, 0)),
    "covered": lambda: photos.photo(photos.finger(LICENCE, (0.28, 0.42), length=0.7), size=SMALL),
    "watermarked": lambda: photos.watermarked(CARD),
    "dark": lambda: (photos.photo(CARD, size=SMALL) * 0.1).astype(np.uint8),
    "tiny": lambda: photos.photo(CARD, size=(400, 300)),
}


class Readings(dict):
    """Each picture is read when it is first asked for."""

    def __missing__(self, name):
        self[name] = read_picture(photos.jpeg(PICTURES[name]()))
        return self[name]


@pytest.fixture(scope="module")
def readings():
    return Readings()


def text_of(reading):
    return "".join(line.text for line in reading.lines).replace(" ", "")


def sure_flaws(reading):
    return {flaw.code for flaw in reading.flaws if flaw.confidence >= SURE}


@pytest.mark.parametrize("name", ["scan", "photo", "turned"])
def test_read_picture_of_a_good_picture_finds_nothing_wrong(readings, name):
    assert sure_flaws(readings[name]) == set()
    assert readings[name].failure == ""


@pytest.mark.parametrize("name", ["scan", "photo"])
def test_read_picture_reads_name_and_number(readings, name):
    assert NAME in text_of(readings[name])
    assert NUMBER in text_of(readings[name])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("grey", "image_not_color"),
        ("blurred", "image_blurry"),
        ("cut", "image_incomplete"),
        ("covered", "image_obstructed"),
        ("watermarked", "image_watermarked"),
        ("dark", "image_unreadable"),
    ],
)
def test_read_picture_of_a_spoilt_picture_is_sure_of_what_spoils_it(readings, name, code):
    assert code in sure_flaws(readings[name])


def test_read_picture_of_few_pixels_that_it_could_read_is_not_sure_of_them(readings):
    small = [flaw for flaw in readings["tiny"].flaws if flaw.code == "image_low_resolution"]
    assert [flaw.confidence < SURE for flaw in small] == [True]


def test_read_picture_turns_what_lies_on_its_side(readings):
    assert readings["turned"].turned == 90
    lines = readings["turned"].lines
    title = next(line for line in lines if "执照" in line.text)
    founded = next(line for line in lines if "成立日期" in line.text)
    assert title.box.top < founded.box.top
    assert "91110108MA01234567" in text_of(readings["turned"])
    assert title.box.left < 0.5 < title.box.right


def test_read_picture_tells_how_sure_it_is_of_each_character(readings):
    line = next(line for line in readings["scan"].lines if NUMBER in line.text)
    assert len(line.characters) == len(line.text)
    assert all(0 <= value <= 1 for value in line.characters)


def test_read_picture_finds_the_document_on_its_desk(readings):
    outline = readings["photo"].outline
    assert 0.02 < outline.left < 0.2
    assert 0.8 < outline.right < 0.98
    for line in readings["photo"].lines:
        assert outline.left <= line.box.left
        assert line.box.bottom <= outline.bottom


def test_read_picture_keeps_what_the_file_is_and_how_long_it_took(readings):
    reading = readings["turned"]
    assert (reading.format, reading.width, reading.height) == ("jpeg", 1134, 1512)
    assert set(reading.seconds) == {"decode", "ocr", "fields", "quality"}


def test_read_picture_gives_what_can_be_stored(readings):
    for name in ("scan", "turned"):
        reading = readings[name]
        assert from_json(to_json(reading)).lines[0].text == reading.lines[0].text
        assert all(0 <= x <= 1 for line in reading.lines for x in (line.box.left, line.box.bottom))
