"""Reading one picture, from its bytes to everything that can be told of it."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import cv2
import numpy as np

from verification.materials_rules import PictureRefused
from verification.materials_rules.signatures import SIGNATURE_BYTES, sniff_format

from .decoding import Pixels, decode_picture
from .engine import Quads, Recognised, engine
from .fields import read_document
from .lines import Page, box_of, read_lines, straightening, text_lines
from .model import Box, DocumentReading, Field, PictureReading, ReadValue
from .quality import find_flaws, look_at

_UNMOVED = np.array([(1, 0, 0), (0, 1, 0)], np.float32)


def read_picture(content: bytes) -> PictureReading:
    """Everything read in a picture. Raises nothing for any bytes: `failure` says it then.

    Takes seconds and a few hundred megabytes; other readings in this process wait. Raises
    ModelsMissing, whatever the bytes are, where OCR isn't installed whole.
    """
    seconds: dict[str, float] = {}
    try:
        with _timed(seconds, "decode"):
            picture = decode_picture(content)
    except PictureRefused as refusal:
        return _failed(content, str(refusal.code), seconds)
    with _timed(seconds, "ocr"), engine() as loaded:
        page = read_lines(picture.pixels, loaded)
    with _timed(seconds, "fields"):
        document = _document(page)
    with _timed(seconds, "quality"):
        file_scale = max(picture.width, picture.height) / max(page.pixels.shape[:2])
        seen = look_at(page, document, file_scale=file_scale, recognise=_recognise)
        flaws = find_flaws(seen)
    height, width = page.pixels.shape[:2]
    outline = box_of(seen.outline.quad, width=width, height=height) if seen.outline else None
    return PictureReading(
        format=picture.format,
        bytes=picture.bytes,
        width=picture.width,
        height=picture.height,
        orientation=picture.orientation,
        more_frames=picture.more_frames,
        turned=(picture.turned + 90 * page.quarters) % 360,
        outline=outline,
        document=document,
        flaws=flaws,
        lines=tuple(text_lines(page.lines, _UNMOVED, width=width, height=height)),
        seconds=seconds,
    )


def _recognise(strips: Sequence[Pixels]) -> list[Recognised]:
    """For what a measure wants to read besides: seldom, so that the engine isn't held for it."""
    with engine() as loaded:
        return loaded.recognise(strips)


def _document(page: Page) -> DocumentReading:
    """What the text says, read as if it lay level; boxes are places in the picture again."""
    height, width = page.pixels.shape[:2]
    matrix = straightening(page.lines, width=width, height=height)
    lines = text_lines(page.lines, matrix, width=width, height=height)
    document = read_document(lines, width=width, height=height)
    back = np.asarray(cv2.invertAffineTransform(matrix), np.float32)
    values: dict[Field, ReadValue] = {
        field: replace(value, box=_moved(value.box, back, width=width, height=height))
        for field, value in document.values.items()
    }
    return replace(document, values=values)


def _moved(box: Box, matrix: Quads, *, width: int, height: int) -> Box:
    corners = [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]
    points = np.array(corners, np.float32) * np.array((width, height), np.float32)
    return box_of(points @ matrix[:, :2].T + matrix[:, 2], width=width, height=height)


def _failed(content: bytes, code: str, seconds: dict[str, float]) -> PictureReading:
    return PictureReading(
        format=sniff_format(content[:SIGNATURE_BYTES]) or "",
        bytes=len(content),
        width=0,
        height=0,
        failure=code,
        seconds=seconds,
    )


@contextmanager
def _timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    start = time.perf_counter()
    try:
        yield
    finally:
        seconds[step] = time.perf_counter() - start
