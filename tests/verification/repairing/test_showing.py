import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import JpegImagePlugin

from tests.verification.materials_rules.pictures import png_claiming
from verification.materials_rules import PictureRefused
from verification.reading.model import Box
from verification.repairing import opening as opening_module
from verification.repairing.showing import crop, upright_preview

from .samples import colour_name, corners, opened, photo, saved, with_orientation

CONTENT = saved(photo(), "jpeg")


@pytest.mark.parametrize("format_name", ["jpeg", "png", "tiff", "bmp", "gif", "webp"])
def test_preview_of_each_format_is_a_jpeg_within_its_side(format_name):
    image = opened(upright_preview(saved(photo(), format_name), max_side=640))
    assert (image.format, image.size) == ("JPEG", (640, 400))
    assert corners(image) == corners(photo())


def test_preview_of_a_small_picture_is_not_blown_up():
    assert opened(upright_preview(CONTENT, max_side=5000)).size == (1600, 1000)


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_preview_is_upright_and_says_nothing_about_the_camera(orientation):
    image = opened(upright_preview(with_orientation(orientation)))
    turned = {3: 180, 6: 90, 8: 270}[orientation]
    assert corners(image) == corners(upright_preview(CONTENT, turned=turned))
    assert not image.getexif()


def test_preview_of_a_picture_under_every_limit_is_shown_all_the_same():
    assert opened(upright_preview(saved(photo(400, 300, grain=0), "png"))).size == (400, 300)


@pytest.mark.parametrize(
    ("box", "colour"),
    [
        (Box(0.1, 0.1, 0.4, 0.3), "red"),
        (Box(0.6, 0.1, 0.9, 0.3), "green"),
        (Box(0.1, 0.7, 0.4, 0.9), "blue"),
    ],
)
def test_crop_shows_the_place(box, colour):
    image = opened(crop(CONTENT, box, turned=0, margin=0))
    assert image.size == (480, 200)
    assert {*corners(image)} == {colour}


def test_crop_is_taken_from_the_upright_picture():
    image = opened(crop(with_orientation(6), Box(0.6, 0.1, 0.9, 0.3), turned=90, margin=0))
    assert colour_name(image.getpixel((150, 150))) == "red"
    assert image.size == (300, 320)


def test_crop_adds_a_margin_up_to_the_edge():
    assert opened(crop(CONTENT, Box(0.25, 0.5, 0.5, 0.6), turned=0, margin=0.5)).size == (500, 200)
    assert opened(crop(CONTENT, Box(0, 0, 0.25, 0.1), turned=0, margin=0.5)).size == (450, 150)


def test_crop_without_a_box_shows_all_of_it():
    assert opened(crop(CONTENT, None, turned=90, max_side=800)).size == (500, 800)


numbers = st.floats(-0.5, 1.5, allow_nan=False)


@given(st.builds(Box, numbers, numbers, numbers, numbers), st.floats(0, 3))
def test_crop_of_any_place_is_a_picture_of_at_most_its_side(box, margin):
    image = opened(crop(SMALL, box, turned=0, margin=margin, max_side=200))
    assert 1 <= min(image.size) <= max(image.size) <= 200


SMALL = saved(photo(320, 240), "jpeg")


@pytest.mark.parametrize("content", [b"", b"<svg/>", CONTENT[:9_000], png_claiming(60_000, 60_000)])
def test_showing_refuses_what_is_no_safe_picture(content):
    with pytest.raises(PictureRefused):
        upright_preview(content)
    with pytest.raises(PictureRefused):
        crop(content, Box(0, 0, 1, 1), turned=0)


@pytest.mark.parametrize(
    "show", [upright_preview, lambda content: crop(content, Box(0, 0, 0.1, 0.1), turned=0)]
)
def test_stored_picture_is_decoded_once(show, monkeypatch):
    decoded = []
    load = JpegImagePlugin.JpegImageFile.load

    def counted(image):
        if image.fp is not None:
            decoded.append(image.size)
        return load(image)

    monkeypatch.setattr(JpegImagePlugin.JpegImageFile, "load", counted)
    show(CONTENT)
    assert len(decoded) == 1


def test_colours_are_converted_of_the_place_alone(monkeypatch):
    converted = []
    monkeypatch.setattr(
        opening_module,
        "to_srgb",
        lambda image: converted.append(image.size) or image,
    )
    crop(CONTENT, Box(0.1, 0.1, 0.4, 0.3), turned=0, margin=0)
    assert converted == [(480, 200)]


def test_no_more_than_two_pictures_are_decoded_at_once(monkeypatch):
    running, most, lock = [], [], threading.Lock()
    decode = opening_module.decode

    def slow(image):
        with lock:
            running.append(image)
            most.append(len(running))
        together.wait(0.2)
        decode(image)
        with lock:
            running.remove(image)

    together = threading.Event()
    monkeypatch.setattr(opening_module, "decode", slow)
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(upright_preview, [SMALL] * 6))
    assert max(most) == 2
