"""Counting the scans of a JPEG without decoding any of them."""

import re

_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
# A marker inside coded data: not a stuffed zero, a restart or padding (ITU-T T.81, B.1.1.2).
_NEXT_MARKER = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")


def has_more_scans(content: bytes, limit: int) -> bool:
    """Whether a JPEG holds more than `limit` scans before its end; stops counting there.

    A file of a few kilobytes can hold thousands, each of which makes the decoder pass over
    every pixel. What follows a broken segment is not counted.
    """
    scans, position = 0, 2
    while scans <= limit:
        found = _NEXT_MARKER.search(content, position)
        if found is None or found.end() >= len(content):
            break
        marker, position = content[found.end()], found.end() + 1
        if marker == _END_OF_IMAGE:
            break
        scans += marker == _START_OF_SCAN
        position += int.from_bytes(content[position : position + 2], "big")
    return scans > limit
