from dataclasses import replace

import pytest
from django.utils import translation

from verification.materials_rules import (
    PROFILES,
    PictureRefused,
    for_intake,
    inspect_picture,
    refusal_message,
)
from verification.materials_rules.sizes import format_size

from .pictures import TENCENT, animation, picture, png_claiming


@pytest.mark.parametrize(
    ("data", "profile", "words"),
    [
        (picture("jpeg")[: 54 * 1024], TENCENT, ["54 KB", "55 KB", "Scan"]),
        (bytes(6 * 1024 * 1024), TENCENT, ["6 MB", "5 MB"]),
        (bytes(4 * 1024 * 1024), PROFILES["icp"], ["4 MB"]),
        (b"", TENCENT, ["The file is empty."]),
        (b"text", PROFILES["icp"], ["not a picture", "as JPG / PNG / GIF."]),
        (b"text", for_intake(TENCENT), ["JPG / PNG / HEIC / BMP / GIF / TIFF / WebP."]),
        (picture("png"), PROFILES["aliyun"], ["JPG / BMP", "renaming"]),
        (picture("jpeg")[:3000], replace(TENCENT, min_bytes=0), ["damaged"]),
        (png_claiming(8000, 5001), TENCENT, ["40 megapixels"]),
        (picture("bmp", 400, 199), TENCENT, ["400 x 199", "300 x 200"]),
        (png_claiming(300, 6001), TENCENT, ["300 x 6001", "strip", "whole document"]),
        (animation("gif", 21), TENCENT, ["20 pictures"]),
    ],
)
def test_refusal_message_names_the_numbers_and_the_way_out(data, profile, words):
    with pytest.raises(PictureRefused) as caught:
        inspect_picture(data, profile)
    with translation.override("en"):
        message = str(refusal_message(caught.value.code, caught.value.params))
    for word in words:
        assert word in message


def test_refusal_message_of_another_code_is_an_error():
    with pytest.raises(ValueError, match="image_blurry"):
        refusal_message("image_blurry", {})


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 KB"),
        (512, "0.5 KB"),
        (55 * 1024, "55 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (1024 * 1024, "1 MB"),
        (4 * 1024 * 1024 - 1, "4 MB"),
        (1_300_000, "1.2 MB"),
    ],
)
def test_format_size_in_the_unit_that_people_read(size, text):
    assert format_size(size) == text
