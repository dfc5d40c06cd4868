"""Too few pixels: told by the height of the text, which is what has to be read."""

import numpy as np

from verification.reading.model import SURE, DocumentReading, Field, Flaw

from .seen import Seen

# Height in pixels of a line of text as the detector frames it, about 1.5 times its characters.
# Below the second a stroke is narrower than a pixel, below the first a person can't read it even
# where a model can.
_FAR_TOO_SMALL = 17.0
_TOO_SMALL = 20.5
_SMALL = 24.0
_NAMES = (Field.NAME, Field.NAME_LATIN)


def find_few_pixels(seen: Seen) -> Flaw | None:
    """`image_low_resolution`; measured in the file's own pixels of text height, which is what
    the authority gets. Unsure where there are nearly enough, and name and number were surely
    read."""
    heights = [line.height for line in seen.lines if len(line.text) >= 2]
    if len(heights) < 3:
        return None
    height = float(np.median(heights)) * seen.file_scale
    if height >= _SMALL:
        return None
    limit = _FAR_TOO_SMALL if _is_read(seen.document) else _TOO_SMALL
    return Flaw(
        code="image_low_resolution",
        confidence=0.95 if height < limit else 0.7,
        measure=round(height, 1),
        limit=_TOO_SMALL,
        unit="text_px",
    )


def _is_read(document: DocumentReading) -> bool:
    sure = {field for field, value in document.values.items() if value.confidence >= SURE}
    return Field.NUMBER in sure and not sure.isdisjoint(_NAMES)
