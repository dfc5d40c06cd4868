"""Which way up a picture stands, told by its text before anything is recognised."""

import numpy as np

from .decoding import Pixels
from .engine import Engine, Quads
from .strips import cut, from_top_left, levels, size_of

# Boxes this much longer than high tell which way text runs; a single character doesn't.
_ELONGATED = 1.8
_VOTERS = 14


def turn(pixels: Pixels, quarters: int) -> Pixels:
    """The picture turned clockwise by so many quarters."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters % 4))


def turn_quads(quads: Quads, quarters: int, *, width: int, height: int) -> Quads:
    """Where quadrilaterals of a picture of this size are once it is turned clockwise.

    Their corners begin at the top left again.
    """
    turned = quads.copy()
    for _ in range(quarters % 4):
        turned = np.stack([height - turned[..., 1], turned[..., 0]], axis=-1)
        width, height = height, width
    return from_top_left(turned)


def quarters_to_upright(pixels: Pixels, quads: Quads, engine: Engine) -> int:
    """How many quarters clockwise bring the text upright; 0 where it can't be told."""
    sizes = [size_of(quad) for quad in quads]
    lying = sum(w for w, h in sizes if w > _ELONGATED * h)
    standing = sum(h for w, h in sizes if h > _ELONGATED * w)
    quarters = 1 if standing > lying else 0
    height, width = pixels.shape[:2]
    lines = turn_quads(quads, quarters, width=width, height=height)
    pyramid = levels(turn(pixels, quarters))
    return quarters + (2 if _on_its_head(pyramid, lines, engine) else 0)


def _on_its_head(pyramid: list[Pixels], quads: Quads, engine: Engine) -> bool:
    """The classifier's votes, weighed by the length of the lines: single ones it gets wrong."""
    longest = sorted(quads, key=lambda quad: -size_of(quad)[0])[:_VOTERS]
    weights = [size_of(quad)[0] for quad in longest]
    votes = engine.upside_down([cut(pyramid, quad) for quad in longest])
    against = sum(w * (vote - 0.5) for w, vote in zip(weights, votes, strict=True))
    return against > 0
