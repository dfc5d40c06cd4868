"""How far a picture may be made smaller before its print can't be read."""

from verification.materials_rules.inspect import MIN_SHORT_SIDE

# Pixels of the long side: a card of 86 mm that fills two thirds of the picture then has
# 230 dpi, at which its smallest print (2.5 mm) is 23 pixels high.
LEAST_LONG_SIDE = 1200
# Pixels from top to bottom of a line of text, below which recognisers and reviewers guess at
# Chinese characters.
LEAST_TEXT_HEIGHT = 16


def least_scale(size: tuple[int, int], *, min_text_height: float | None = None) -> float:
    """Return the smallest scale at which a picture of `size` stays legible, at most 1.0: what
    is below the limits already isn't made smaller at all.

    `min_text_height`: pixels of its lowest line of text, None where nothing was read.
    """
    scales = [LEAST_LONG_SIDE / max(size), MIN_SHORT_SIDE / min(size)]
    if min_text_height:
        scales.append(LEAST_TEXT_HEIGHT / min_text_height)
    return min(1.0, max(scales))
