"""Pictures made on the spot, in every format that is read."""

import random
import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

from verification.materials_rules.profiles import PROFILES, READABLE_FORMATS, for_intake

TENCENT = PROFILES["tencent"]
# What an upload may bring, whatever the authority takes.
INTAKE = for_intake(TENCENT)
FORMATS = sorted(READABLE_FORMATS)


def noise(width: int = 400, height: int = 260) -> Image.Image:
    """A picture that no format can compress, always the same."""
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


@cache
def picture(format_name: str, width: int = 400, height: int = 260) -> bytes:
    target = BytesIO()
    noise(width, height).save(target, format_name.upper(), quality=95)
    return target.getvalue()


@cache
def animation(format_name: str, frames: int) -> bytes:
    first, *others = [Image.new("L", (320, 240), 10 * index) for index in range(frames)]
    target = BytesIO()
    first.save(target, format_name.upper(), save_all=True, append_images=others)
    return target.getvalue() + bytes(60 * 1024)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes whose header claims any size: a decompression bomb."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"tEXt", b"padding\x00" + b"x" * 60 * 1024)
        + _chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + _chunk(b"IEND", b"")
    )
