"""Files that have to be refused before they are decoded, and how long that takes."""

import io
import struct
import time
import zlib
from collections.abc import Iterator

from PIL import Image

from verification.reading.read import read_picture

_REACH = 100  # milliseconds
_ROUNDS = 5
_HUNDRED_MEGAPIXELS = (10_000, 10_000)


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """By name; all are small to send and large to open, or pretend to be."""
    for kind in ("JPEG", "PNG", "WEBP"):
        size = _HUNDRED_MEGAPIXELS if kind != "WEBP" else (16_000, 6_300)
        output = io.BytesIO()
        Image.new("L", size, 200).save(output, kind, quality=60)
        yield f"{kind.lower()} of 100 megapixels", output.getvalue()
    yield "png that claims 60000 × 60000", _claiming_png(60_000, 60_000)
    yield "tiff that claims 100000 × 100000", _claiming_tiff(100_000)
    yield "gif of 4000 frames", _many_frames()
    yield "jpeg header, then noise", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4000
    yield "nothing", b""
    yield "zeros", bytes(5_000_000)


def refusals() -> Iterator[str]:
    """A line for each: the longest of some rounds in milliseconds, and what was answered."""
    yield ""
    yield f"{'refused undecoded':<46}{'longest':>10}   answer"
    for name, content in hostile_files():
        times = []
        answer = ""
        for _round in range(_ROUNDS):
            start = time.perf_counter()
            try:
                answer = read_picture(content).failure or "NOT REFUSED"
            except Exception as error:
                answer = f"RAISED {type(error).__name__}"
            times.append((time.perf_counter() - start) * 1000)
        mark = "ok" if max(times) < _REACH and answer.startswith("image_") else "SHORT"
        yield f"  {name:<44}{max(times):>7.1f} ms   {answer}  (< {_REACH} ms) {mark}"


def _claiming_png(width: int, height: int) -> bytes:
    """A header, and a megabyte of zeros that opens into far more."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(50_000_000), 9)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(content)) + kind + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + body + bytes(60_000)


def _claiming_tiff(side: int) -> bytes:
    """One uncompressed strip that isn't there."""
    tags = ((256, 4, side), (257, 4, side), (258, 3, 8), (259, 3, 1), (262, 3, 1),
            (273, 4, 200), (277, 3, 1), (278, 4, side), (279, 4, 60_000))  # fmt: skip
    entries = b"".join(
        struct.pack("<HHI", tag, kind, 1)
        + (struct.pack("<I", value) if kind == 4 else struct.pack("<HH", value, 0))
        for tag, kind, value in tags
    )
    directory = struct.pack("<H", len(tags)) + entries + bytes(4)
    return (b"II*\x00" + struct.pack("<I", 8) + directory).ljust(200, b"\0") + bytes(60_000)


def _many_frames() -> bytes:
    """Each differs from the one before: Pillow would write equal ones as one."""
    first = Image.new("L", (600, 400), 0)
    output = io.BytesIO()
    frames = [Image.new("L", (600, 400), at * 6 + 6) for at in range(40)]
    first.save(output, "GIF", save_all=True, append_images=frames * 100)
    return output.getvalue()
