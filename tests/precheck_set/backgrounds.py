"""What a paper lies on when it is photographed."""

import cv2
import numpy as np

from tests.precheck_set.drawn import Pixels

NAMES = ("wood", "cloth", "paper", "dark")


def background(name: str, width: int, height: int, seed: int) -> Pixels:
    """RGB pixels of one of NAMES."""
    rng = np.random.default_rng(seed)
    # A quarter of the size is enough for what is out of focus anyhow.
    small = (max(8, width // 4), max(8, height // 4))
    made = {"wood": _wood, "cloth": _cloth, "paper": _paper, "dark": _dark}[name](small, rng)
    resized = cv2.resize(made, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.clip(resized, 0, 255).astype(np.uint8)


def _tinted(grey: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    return (grey[..., None] * np.array(colour)).astype(np.float32)


def _wood(size: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    width, height = size
    y = np.arange(height)[:, None]
    x = np.arange(width)[None, :]
    bend = np.sin(x / (width / 5) + rng.uniform(0, 6)) * 14
    rings = np.sin((y + bend) / 9) * 0.06 + np.sin((y + bend) / 2.3) * 0.03
    grain = rng.normal(0, 0.02, (height, 1)) + rng.normal(0, 0.012, (height, width))
    planks = ((y // max(1, height // 4)) % 2) * 0.05
    colour = ((150, 106, 68), (186, 146, 100), (110, 74, 50))[rng.integers(3)]
    return _tinted(1 + rings + grain - planks, colour)


def _cloth(size: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    width, height = size
    y, x = np.arange(height)[:, None], np.arange(width)[None, :]
    weave = ((x % 4 < 2) ^ (y % 4 < 2)) * 0.1
    folds = cv2.GaussianBlur(rng.normal(0, 1, (height, width)), (0, 0), width / 12)
    folds = folds / (np.abs(folds).max() + 1e-6) * 0.12
    colour = ((96, 118, 150), (150, 92, 92), (92, 128, 104), (196, 186, 170))[rng.integers(4)]
    return _tinted(0.95 + weave + folds + rng.normal(0, 0.02, (height, width)), colour)


def _paper(size: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    width, height = size
    fibres = cv2.GaussianBlur(rng.normal(0, 1, (height, width)), (0, 0), 1.2) * 0.03
    colour = ((206, 202, 196), (222, 220, 216), (184, 190, 196))[rng.integers(3)]
    return _tinted(1 + fibres, colour)


def _dark(size: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    width, height = size
    specks = rng.normal(0, 0.1, (height, width))
    colour = ((48, 48, 52), (62, 54, 48), (38, 44, 54))[rng.integers(3)]
    return _tinted(1 + specks, colour)
