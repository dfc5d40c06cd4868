"""How a camera held its picture: the EXIF orientation, and turning pixels by it."""

from collections.abc import Mapping
from types import MappingProxyType

from PIL import ExifTags, Image

from .refusals import OUT_OF_MEANS

AS_STORED = 1
TURNS = (0, 90, 180, 270)  # degrees clockwise

# EXIF 2.3, tag 0x0112: whether the stored pixels are mirrored left to right, and the degrees
# clockwise that then bring them upright.
_ORIENTATIONS: Mapping[int, tuple[bool, int]] = MappingProxyType(
    {
        AS_STORED: (False, 0),
        2: (True, 0),
        3: (False, 180),
        4: (True, 180),
        5: (True, 270),
        6: (False, 90),
        7: (True, 90),
        8: (False, 270),
    }
)
# Pillow counts degrees the other way round.
_CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF orientation from 1 to 8; 1 where none, or nonsense, is told."""
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation, AS_STORED)
    except OUT_OF_MEANS:
        raise
    except Exception:
        # Parsers of EXIF and XMP raise almost anything on broken input; it isn't the picture.
        return AS_STORED
    return orientation if orientation in _ORIENTATIONS else AS_STORED


def is_mirrored(orientation: int) -> bool:
    """Whether what is stored is the mirror image of what was in front of the camera."""
    return _ORIENTATIONS[orientation][0]


def turn_of(orientation: int) -> int:
    """Degrees clockwise that bring the stored pixels upright, once they are unmirrored."""
    return _ORIENTATIONS[orientation][1]


def check_turn(turned: int) -> None:
    """ValueError: `turned` is no quarter turn."""
    if turned not in TURNS:
        raise ValueError(f"{turned} degrees are no quarter turn")


def turn_upright(image: Image.Image, *, orientation: int, turned: int | None) -> Image.Image:
    """Return the picture upright.

    `turned` degrees clockwise, or as `orientation` says where None. A mirrored orientation is
    unmirrored in either case: text never reads from right to left in mirror writing.
    ValueError: `turned` is no quarter turn.
    """
    degrees = turn_of(orientation) if turned is None else turned
    check_turn(degrees)
    if is_mirrored(orientation):
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return image.transpose(_CLOCKWISE[degrees]) if degrees else image
