"""How far a picture may be made smaller before its print can't be read."""

from verification.materials_rules.inspect import MIN_SHORT_SIDE

# Pixels of the long side: a card of 86 mm that fills two thirds of the picture then has
# 230 dpi, at which its smallest print (2.5 mm) is 23 pixels high.
LEAST_LONG_SIDE = 1200


def least_scale(size: tuple[int, int]) -> float:
    """Return the smallest scale at which a picture of `size` stays legible, at most 1.0: what
    is below the limits already isn't made smaller at all."""
    return min(1.0, max(LEAST_LONG_SIDE / max(size), MIN_SHORT_SIDE / min(size)))
