"""Counting the frames of a file without decoding any of them."""

from PIL import ImageFile

# Formats of pages and animations. What other formats hold beside their picture (the depth
# or the brightness map of a phone's JPEG) is no other page.
_PAGED = frozenset({"gif", "tiff", "png", "webp"})
_GIF_HEADER_BYTES = 13
_GIF_IMAGE, _GIF_EXTENSION = 0x2C, 0x21
_HAS_PALETTE = 0x80


def has_more_frames(
    image: ImageFile.ImageFile, content: bytes, format_name: str, limit: int
) -> bool:
    """Whether the file holds more than `limit` frames; stops counting there.

    Pillow walks through a GIF by decoding every frame, each of which may be larger
    than the first, so a GIF is counted from its blocks. Leaves the image at its
    first frame.
    """
    if format_name == "gif":
        return count_gif_frames(content, stop=limit + 1) > limit
    if format_name == "tiff":
        return _tiff_reaches(image, limit)
    return int(getattr(image, "n_frames", 1)) > limit


def has_other_pages(image: ImageFile.ImageFile, content: bytes, format_name: str) -> bool:
    """Whether pages or frames follow the first. Leaves the image there."""
    return format_name in _PAGED and has_more_frames(image, content, format_name, 1)


def count_gif_frames(content: bytes, *, stop: int) -> int:
    """Count the image blocks of a GIF (GIF89a specification, section 20), up to `stop`.

    What follows a broken block is not counted.
    """
    frames, position = 0, _GIF_HEADER_BYTES + _palette_bytes(content, 10)
    while frames < stop and position < len(content):
        block = content[position]
        if block == _GIF_IMAGE:
            frames += 1
            # descriptor of 10 bytes, local palette, code size
            position += 11 + _palette_bytes(content, position + 9)
        elif block == _GIF_EXTENSION:
            position += 2
        else:
            break
        position = _after_sub_blocks(content, position)
    return frames


def _palette_bytes(content: bytes, flags_at: int) -> int:
    flags = content[flags_at] if flags_at < len(content) else 0
    return 3 * 2 ** ((flags & 7) + 1) if flags & _HAS_PALETTE else 0


def _after_sub_blocks(content: bytes, position: int) -> int:
    while position < len(content) and content[position]:
        position += 1 + content[position]
    return position + 1


def _tiff_reaches(image: ImageFile.ImageFile, number: int) -> bool:
    try:
        image.seek(number)
    except EOFError:
        return False
    finally:
        image.seek(0)
    return True
