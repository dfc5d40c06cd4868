"""Turning pixels upright."""

from PIL import ExifTags, Image

from .changes import check_turn

# EXIF 2.3, tag 0x0112: whether the stored pixels are mirrored left to right, and the degrees
# clockwise that then bring them upright.
_ORIENTATIONS: dict[int, tuple[bool, int]] = {
    1: (False, 0),
    2: (True, 0),
    3: (False, 180),
    4: (True, 180),
    5: (True, 270),
    6: (False, 90),
    7: (True, 90),
    8: (False, 270),
}
# Pillow counts degrees the other way round.
_CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF orientation from 1 to 8; 1 where none, or nonsense, is told."""
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:
        # Parsers of EXIF and XMP raise almost anything on broken input; it isn't the picture.
        return 1
    return orientation if orientation in _ORIENTATIONS else 1


def turn_upright(image: Image.Image, *, orientation: int, turned: int | None) -> Image.Image:
    """Return the picture upright.

    `turned` degrees clockwise, or as `orientation` says where None. A mirrored orientation is
    unmirrored in either case: text never reads from right to left in mirror writing.
    """
    mirrored, degrees = _ORIENTATIONS[orientation]
    if turned is not None:
        check_turn(turned)
        degrees = turned
    if mirrored:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return image.transpose(_CLOCKWISE[degrees]) if degrees else image
