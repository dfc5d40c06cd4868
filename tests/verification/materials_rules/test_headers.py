import random
import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, JpegImagePlugin, WebPImagePlugin

from verification.materials_rules import PictureRefused, inspect_picture
from verification.materials_rules.headers import reaches_a_scan, webp_size

from .pictures import INTAKE, noise, picture

_JFIF = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


def _webp(**options) -> bytes:
    target = BytesIO()
    noise(431, 277).save(target, "WEBP", **options)
    return target.getvalue()


@pytest.mark.parametrize(
    "options",
    [{"quality": 60}, {"lossless": True}, {"quality": 60, "exif": b"Exif\x00\x00II*\x00"}],
)
def test_webp_size_is_what_the_decoder_says(options):
    assert webp_size(_webp(**options)) == (431, 277)


def test_webp_size_of_an_unknown_or_missing_chunk_is_none():
    assert webp_size(b"RIFF\x10\x00\x00\x00WEBPALPH" + bytes(40)) is None
    assert webp_size(b"RIFF\x10\x00\x00\x00WEBPVP8X") is None


def test_inspect_picture_of_a_huge_webp_never_reaches_its_decoder(monkeypatch):
    content = bytearray(_webp(quality=60, exif=b"Exif\x00\x00II*\x00"))
    content[24:30] = struct.pack("<I", 15_999)[:3] + struct.pack("<I", 15_999)[:3]
    monkeypatch.setattr(WebPImagePlugin, "_webp", None)
    with pytest.raises(PictureRefused, match="image_too_large"):
        inspect_picture(bytes(content), INTAKE)


@pytest.mark.parametrize("size", [(400, 260), (2000, 1200)])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"icc_profile": bytes(200_000)}])
def test_a_jpeg_reaches_a_scan(size, options):
    target = BytesIO()
    Image.new("RGB", size).save(target, "JPEG", **options)
    assert reaches_a_scan(target.getvalue())


def test_a_jpeg_with_a_few_stray_bytes_between_segments_reaches_a_scan():
    content = picture("jpeg")
    assert reaches_a_scan(content[:20] + bytes(100) + content[20:])


@pytest.mark.parametrize(
    "rest",
    [
        bytes(range(256)) * 4000,
        random.Random(3).randbytes(1_000_000),
        b"\xff" * 1_000_000,
        b"\xff\xe1\x00\x02" * 250_000,
        b"\xff\x00" * 500_000,
    ],
    ids=["count", "noise", "fill bytes", "empty segments", "stuffed bytes"],
)
def test_inspect_picture_of_noise_behind_a_jpeg_header_never_reaches_its_decoder(rest, monkeypatch):
    monkeypatch.setattr(JpegImagePlugin.JpegImageFile, "_open", None)
    with pytest.raises(PictureRefused, match="image_corrupt"):
        inspect_picture(_JFIF + rest, INTAKE)


@given(st.binary(max_size=400))
def test_headers_of_any_bytes_are_judged(rest):
    assert reaches_a_scan(_JFIF + rest) in (True, False)
    webp_size(b"RIFF\x00\x00\x00\x00WEBP" + rest)
