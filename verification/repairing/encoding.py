"""Writing pixels in the formats that authorities take."""

from io import BytesIO

from PIL import Image

LOSSY = frozenset({"jpeg", "webp"})
# The longest side that each format can hold.
LONGEST_SIDE = {"jpeg": 65_500, "webp": 16_383, "gif": 65_535}
# From here on red seals keep their full resolution in JPEG.
_FULL_CHROMA = 90


def encode(image: Image.Image, format_name: str, quality: int | None) -> bytes:
    """Return `image` (RGB) as a file without metadata; `quality` only for LOSSY formats."""
    target = BytesIO()
    image.save(target, format_name.upper(), **_options(format_name, quality))
    return target.getvalue()


def _options(format_name: str, quality: int | None) -> dict[str, object]:
    if format_name == "jpeg":
        chroma = "4:4:4" if (quality or 0) >= _FULL_CHROMA else "4:2:0"
        return {"quality": quality, "subsampling": chroma}
    if format_name == "webp":
        return {"quality": quality, "method": 2}
    if format_name == "tiff":
        return {"compression": "tiff_adobe_deflate"}
    return {}
