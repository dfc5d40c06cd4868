"""What a file's first bytes tell at once, and a decoder only after long work."""

_SEGMENT_START, _FILL = 0xFF, 0xFF
# Markers without a segment (ITU-T T.81, table B.1); 0xFF 0x00 is a stuffed byte.
_BARE = frozenset({0x00, 0x01, *range(0xD0, 0xD9)})
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
# Cameras write a few dozen segments before the first scan; of profiles, previews and depth maps
# a file within the limit of bytes holds a few hundred more. Nothing belongs between them.
_MAX_SEGMENTS = 1000
_MAX_STRAY_BYTES = 4096


def reaches_a_scan(content: bytes) -> bool:
    """Whether a JPEG's header leads to a scan in reasonable steps.

    Pillow searches for the next marker byte by byte, to the end of the file: noise or empty
    segments after a good beginning would cost it seconds.
    """
    position, steps, stray = 2, 0, 0
    while position + 1 < len(content) and steps < _MAX_SEGMENTS and stray < _MAX_STRAY_BYTES:
        marker = content[position + 1]
        if content[position] != _SEGMENT_START or marker == _FILL:
            stray += 1
            position += 1
        elif marker == _START_OF_SCAN:
            return True
        elif marker == _END_OF_IMAGE:
            return False
        else:
            steps += 1
            position += 2
            if marker not in _BARE:
                position += int.from_bytes(content[position : position + 2], "big")
    return False


def webp_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a WebP's canvas; None where its first chunk doesn't say.

    The decoder takes memory for the whole canvas, twice, before it can be asked.
    Source: RFC 9649, section 2 (VP8X) and 3 (VP8L); RFC 6386, section 9.1 (VP8).
    """
    kind, chunk = content[12:16], content[20:30]
    if len(chunk) < 10:
        return None
    if kind == b"VP8X":
        return _little(chunk[4:7]) + 1, _little(chunk[7:10]) + 1
    if kind == b"VP8L":
        bits = _little(chunk[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return _little(chunk[6:8]) & 0x3FFF, _little(chunk[8:10]) & 0x3FFF
    return None


def _little(value: bytes) -> int:
    return int.from_bytes(value, "little")
