"""Telling a picture's format by its first bytes, before any decoder sees it."""

SIGNATURE_BYTES = 16

_PREFIXES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
)

# Major brands of HEVC in a HEIF container (ISO/IEC 23008-12): what phones write. AVIF, which
# shares the container, is not read.
_HEIF_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
)


def sniff_format(head: bytes) -> str | None:
    """Return the format that `head` announces, None for anything we don't read.

    The extension and the declared content type are never asked: both lie
    (finding image_extension_mismatch).
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return "heif"
    return next((name for prefix, name in _PREFIXES if head.startswith(prefix)), None)
