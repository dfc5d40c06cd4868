"""What is wrong with a picture itself: one file for each measure."""

from verification.reading.model import Flaw

from .blur import find_blur
from .colour import find_lack_of_colour
from .cut import find_cut
from .exposure import find_bad_exposure
from .obstruction import find_obstruction
from .resolution import find_few_pixels
from .seen import Seen, look_at
from .watermark import find_watermark

__all__ = ["Seen", "find_flaws", "look_at"]

_MEASURES = (
    find_few_pixels,
    find_blur,
    find_bad_exposure,
    find_lack_of_colour,
    find_cut,
    find_obstruction,
    find_watermark,
)


def find_flaws(seen: Seen) -> tuple[Flaw, ...]:
    """All flaws of a picture, those of the whole picture first."""
    return tuple(flaw for measure in _MEASURES if (flaw := measure(seen)) is not None)
