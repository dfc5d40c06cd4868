"""Too few pixels: told by the height of the text, which is what has to be read."""

import numpy as np

from verification.reading.model import Flaw

from .seen import Seen

# Height in pixels of a line of text as the detector frames it, about 1.5 times its characters.
# Below the first a stroke is narrower than a pixel.
_TOO_SMALL = 20.5
_SMALL = 24.0


def find_few_pixels(seen: Seen) -> Flaw | None:
    """`image_low_resolution`; measured in pixels of text height."""
    heights = [line.height for line in seen.lines if len(line.text) >= 2]
    if len(heights) < 3:
        return None
    height = float(np.median(heights))
    if height >= _SMALL:
        return None
    confidence = 0.95 if height < _TOO_SMALL else 0.7
    return Flaw(
        code="image_low_resolution",
        confidence=confidence,
        measure=round(height, 1),
        limit=_TOO_SMALL,
        unit="px",
    )
